"""Pages where something is not done: always the sentence that everybody is told, and what can be done instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.records.store import CannotEnter, ChangedMeanwhile, NoSuchEntry

STATUS: Mapping[type[Exception], tuple[int, str]] = {
    Refused: (403, "You cannot open this"),
    NoSuchEntry: (404, "This is not here, or not for you"),
    NotPossible: (409, "This cannot be done as things stand"),
    ChangedMeanwhile: (409, "Somebody else changed this meanwhile"),
    CannotEnter: (422, "This cannot be read"),
}
"""How each refusal is answered, with the heading of its page."""
OTHERWISE = {
    400: ("This request cannot be read", "Go back and try again."),
    403: (
        "This form has grown too old",
        "Go back, load the page again, and send it once more. What you wrote was kept.",
    ),
    404: ("There is no such page", "The address may be mistyped, or the page may have moved."),
    500: ("Something went wrong here", "Nothing was saved. Try again; if it stays so, tell whoever runs Lapwing."),
}


class Refusing:
    """Middleware: answers what conduct refuses with a page that says why."""

    def __init__(self, next_one: Callable[[HttpRequest], HttpResponse]) -> None:
        self.next_one = next_one

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.next_one(request)

    def process_exception(self, request: HttpRequest, refusal: Exception) -> HttpResponse | None:
        """The page for a refusal; faults of our own go on to Django."""
        if request.path_info.startswith("/api/") or type(refusal) not in STATUS:
            return None
        status, heading = STATUS[type(refusal)]
        child = request.resolver_match.kwargs.get("child") if request.resolver_match else None
        page = {"heading": heading, "says": str(refusal), "child": child, "status": status}
        return render(request, "refused.html", page, status=status)


def _page(status: int) -> Callable[..., HttpResponse]:
    def answer(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
        heading, says = OTHERWISE[status]
        return render(
            request, "refused.html", {"heading": heading, "says": says, "child": None, "status": status}, status=status
        )

    return answer


bad_request, not_from_here, not_found, went_wrong = _page(400), _page(403), _page(404), _page(500)

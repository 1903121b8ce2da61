"""Pages where something is not done: always the sentence that everybody is told, and what can be done instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lapwing.conduct.may import ANYBODY
from lapwing.conduct.permissions import RESTRICTED, Refused, user_can
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.reading import whom_to_ask
from lapwing.records.store import CannotEnter, ChangedMeanwhile, NoSuchEntry
from lapwing.web.asking import acting
from lapwing.web.drafting import keep_what_was_sent

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
    403: ("You cannot open this", "It is not for your account, or not in this way. Go back to where you were."),
    404: ("There is no such page", "The address may be mistyped, or the page may have moved."),
    429: (
        "Please wait a little",
        "There were very many tries from where you are. Wait some minutes, or tell whoever administers Lapwing at your agency.",
    ),
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
        ask = whom_to_ask(by=acting(request), child=child) if child and str(refusal) == RESTRICTED else []
        page = {"heading": heading, "says": str(refusal), "child": child, "status": status, "ask": ask}
        page["may_open"] = child is not None and status in (403, 404) and _may_open_in_emergency(request, status, child)
        return render(request, "refused.html", page, status=status)


def _may_open_in_emergency(request: HttpRequest, status: int, child: str) -> bool:
    """Whether the way to let oneself in is shown: to whoever can take it; where nothing is said, to all who might."""
    by = acting(request)
    return by.account.role in ANYBODY and (status == 404 or user_can("break_glass", ANYBODY, by=by, child=child))


OLD_FORM = "This page was open for too long, or you signed in anew since. Go back, load it again and send it once more."
KEPT = "What you wrote is kept: load the page again, and it is there."


def _answer(request: HttpRequest, status: int, heading: str, says: str) -> HttpResponse:
    page: dict[str, Any] = {
        "heading": heading,
        "says": says,
        "child": None,
        "status": status,
        "ask": [],
        "may_open": False,
    }
    return render(request, "refused.html", page, status=status)


def _page(status: int) -> Callable[..., HttpResponse]:
    def answer(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
        return _answer(request, status, *OTHERWISE[status])

    return answer


bad_request, forbidden, not_found, too_often, went_wrong = map(_page, (400, 403, 404, 429, 500))


def not_from_here(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without the secret of this session: nothing is done, and what was written is kept for whom the form was for."""
    says = f"{OLD_FORM} {KEPT}" if keep_what_was_sent(request) else OLD_FORM
    return _answer(request, 403, "This form has grown too old", says)

"""Answers where something is not done: a status and always a sentence, the one that everybody is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError

from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.tokens import NotLetIn
from lapwing.records.store import CannotEnter, ChangedMeanwhile, NoSuchEntry


class Says(Schema):
    """Why something was not done, in a sentence for a person."""

    says: str


class Conflict(Says):
    """It cannot be done as things stand. Where somebody else changed the entry meanwhile: the version that stands now, and
    the columns that differ from the version that you had seen, with what they say now.
    """

    version: int | None = None
    changes: dict[str, Any] | None = None


STATUS: Mapping[type[Exception], int] = {
    NotLetIn: 401,
    Refused: 403,
    NoSuchEntry: 404,
    NotPossible: 409,
    ChangedMeanwhile: 409,
    CannotEnter: 422,
}
"""How each refusal is answered; its text is what it says."""
TOO_LARGE = "This is too large to be one entry. Send less at once."
NOT_JSON = "The body cannot be read; needs a JSON object, in UTF-8."
READING = {401: Says, 403: Says, 404: Says, 422: Says}
DOING = {401: Says, 403: Says, 404: Says, 409: Conflict, 413: Says, 422: Says}

SEALED = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""Headers of every answer: nothing is kept on the way, nothing is shown inside another page."""
OTHERWISE = {
    404: "There is nothing at this address. /api/openapi.json says what there is.",
    405: "This address does not take such a request. /api/openapi.json says what it takes.",
    413: TOO_LARGE,
    500: "Something went wrong here, and nothing was saved. Try again; if it stays so, tell whoever runs Lapwing.",
}
"""What is said where Django itself answers, by status."""
NOT_READ = "This request cannot be read. /api/openapi.json says how requests are made."


def answer_refusals(api: NinjaAPI) -> None:
    """Has the API answer every refusal by its status and sentence."""

    for kind, status in STATUS.items():
        api.add_exception_handler(kind, _saying(status))
    api.add_exception_handler(HttpError, _saying(422, NOT_JSON))
    api.add_exception_handler(RequestDataTooBig, _saying(413, TOO_LARGE))
    api.add_exception_handler(ValidationError, _saying(422))


def _saying(status: int, says: str | None = None) -> Callable[[HttpRequest, Any], HttpResponse]:
    """Answers a refusal with a sentence of its own, or with what its text says."""

    def answer(_: HttpRequest, refusal: Any) -> HttpResponse:
        return said(status, says or str(refusal))

    return answer


def said(status: int, says: str, **more: Any) -> HttpResponse:
    """An answer that says a sentence."""
    answer = JsonResponse({"says": says, **more}, status=status)
    if status == 401:
        answer["WWW-Authenticate"] = "Bearer"
    return answer


class Sealed:
    """Middleware: every answer of the API has its headers, and one that Django gave itself says a sentence too."""

    def __init__(self, next_one: Callable[[HttpRequest], HttpResponse]) -> None:
        self.next_one = next_one

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.next_one(request)
        if not request.path_info.startswith("/api/"):
            return answer
        if answer.status_code >= 400 and not answer.headers.get("Content-Type", "").startswith("application/json"):
            allow = answer.get("Allow")
            answer = said(answer.status_code, OTHERWISE.get(answer.status_code, NOT_READ))
            if allow is not None:
                answer["Allow"] = allow
        for header, value in SEALED.items():
            answer[header] = value
        return answer

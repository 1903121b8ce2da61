"""The headers of every page: nothing from elsewhere is loaded, nothing is kept on the way or shown inside another page."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    ]
)
"""No script or style stands in a page itself. The picture of a one-time code's square is in the page, hence data:."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "Permissions-Policy": (
        "camera=(), microphone=(), geolocation=(), payment=(), "
        "publickey-credentials-get=(self), publickey-credentials-create=(self)"
    ),
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
KEPT_FOR_GOOD = "/assets/"


class Sealed:
    """Middleware: every page has these headers, and no page of somebody's record is kept by a browser."""

    def __init__(self, next_one: Callable[[HttpRequest], HttpResponse]) -> None:
        self.next_one = next_one

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.next_one(request)
        if request.path_info.startswith("/api/"):
            return answer
        for header, value in HEADERS.items():
            answer.headers.setdefault(header, value)
        if not request.path_info.startswith(KEPT_FOR_GOOD):
            answer["Cache-Control"] = "no-store"
        return answer

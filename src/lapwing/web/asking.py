"""Who asks for a page: the account that is signed in, at the moment at which the request comes in."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone

from lapwing.conduct.acting import Acting

__all__ = ["Acting", "acting"]


def acting(request: HttpRequest) -> Acting:
    """Who acts, now; the same for the whole of a request. The clock of the screens is read here and nowhere else."""
    by: Acting | None = getattr(request, "acting", None)
    if by is None:
        by = Acting(request.user, timezone.now())  # type: ignore[arg-type]  # nobody else gets past LetIn
        request.acting = by  # type: ignore[attr-defined]
    return by

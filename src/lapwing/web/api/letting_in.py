"""Who asks: the account of the token that a request shows, at the moment at which it comes in."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from lapwing.conduct.acting import Acting
from lapwing.conduct.tokens import NotLetIn, account_of_token


class Asked(HttpRequest):
    """A request that was let in; `auth` is who acts."""

    auth: Acting


class ByToken(HttpBearer):
    """A token in the header `Authorization: Bearer ...`, issued by an administrator of the partnership for one account."""

    def __call__(self, request: HttpRequest) -> Acting:
        """Who acts; NotLetIn says why nobody is let in. A header that is none of ours is as good as no token."""
        acting: Acting | None = super().__call__(request)
        if acting is None:
            raise NotLetIn(
                "This needs a token, in the header “Authorization: Bearer ...”; an administrator issues one."
            )
        return acting

    def authenticate(self, request: HttpRequest, token: str) -> Acting:
        """The account of the token, acting now: the clock is read here and nowhere else."""
        at = timezone.now()
        return Acting(account_of_token(token.strip(), at), at)

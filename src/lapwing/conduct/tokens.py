"""What is shown to be let in: kept as a digest only, good until a moment, and withdrawn at any time."""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from django.utils import timezone

from lapwing.records.models import Account, Token


class NotLetIn(Exception):
    """A token that lets nobody in; the text says why, and how to get another."""


ASK_AGAIN = "Ask an administrator of the partnership for a new one."


def digest_of(token: str) -> str:
    """What is kept of a token: its SHA-256, in hexadecimal. A token is long and drawn at random, so it needs no salt."""
    return sha256(token.encode("utf-8", "surrogateescape")).hexdigest()


def new_token(
    account: Account, *, name: str, days: int, at: datetime, made_by: Account | None = None
) -> tuple[int, str]:
    """Makes a token for so many days: its number, and the token itself, which is kept nowhere."""
    token = token_urlsafe(32)
    ends_at = at + timedelta(days=days)
    kept = Token.objects.create(
        account=account, digest=digest_of(token), name=name, made_by=made_by, made_at=at, ends_at=ends_at
    )
    return kept.pk, token


def account_of_token(token: str, at: datetime) -> Account:
    """Whose token it is; NotLetIn where it is not known, has expired or was withdrawn, or the account has ended."""
    found = Token.objects.select_related("account").filter(digest=digest_of(token)).first()
    if found is None:
        raise NotLetIn(f"This token is not known here. {ASK_AGAIN}")
    if found.withdrawn_at is not None and found.withdrawn_at <= at:
        raise NotLetIn(f"This token was withdrawn on {_day(found.withdrawn_at)}. {ASK_AGAIN}")
    if found.ends_at <= at:
        raise NotLetIn(f"This token expired on {_day(found.ends_at)}. {ASK_AGAIN}")
    account = found.account
    if not account.is_active or (account.ended_at is not None and account.ended_at <= at):
        raise NotLetIn(f"The account of this token has ended. {ASK_AGAIN}")
    return account


def _day(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%-d %B %Y}"

"""The first administrator, whom nobody here could let in: made by whoever runs the database, and kept in the log."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from lapwing.conduct.events import record_event
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.tokens import new_token
from lapwing.records.models import Account, Role
from lapwing.records.store import CannotEnter

DAYS = 7
"""So long the token is good: enough to open the accounts of an area. Our own choice."""


def first_administrator(*, email: str, name: str, at: datetime) -> str:
    """Opens the account of the first administrator; a token to set the record up with, kept nowhere.

    The same one is given another token; NotPossible where somebody else is an administrator already.
    """
    address = email.strip().lower()
    if "@" not in address or not name.strip():
        raise CannotEnter("Give the e-mail address and the name of the first administrator.")
    with transaction.atomic():
        account = _administrator(address, name.strip(), at)
        kept, token = new_token(account, name="Setting up", days=DAYS, at=at)
        record_event("first_administrator", by=None, at=at, details={"account": account.pk, "token": kept})
    return token


def _administrator(address: str, name: str, at: datetime) -> Account:
    theirs = list(Account.objects.filter(role=Role.ADMINISTRATOR, is_active=True))
    if not theirs:
        return _opened(address, name, at)
    if [one.email for one in theirs] != [address]:
        raise NotPossible("There is an administrator already, who opens the accounts of all others. Ask them.")
    return theirs[0]


def _opened(address: str, name: str, at: datetime) -> Account:
    if Account.objects.filter(email__iexact=address).exists():
        raise CannotEnter("This e-mail address belongs to another account here; give one of its own.")
    account = Account(email=address, name=name, role=Role.ADMINISTRATOR, made_at=at)
    account.set_unusable_password()
    account.save()
    return account

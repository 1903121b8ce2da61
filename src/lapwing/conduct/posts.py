"""Somebody in two posts has two accounts, and is still one person."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from lapwing.records.models import Account


def accounts_of_same(account: Account) -> QuerySet[Account]:
    """Every account of whoever has this one: of the same practitioner, or the same person on record."""
    same = Q(pk=account.pk)
    if account.practitioner_id is not None:
        same |= Q(practitioner=account.practitioner_id)
    if account.person_id is not None:
        same |= Q(person=account.person_id)
    return Account.objects.filter(same)


def practitioners_of_same(account: Account) -> set[str]:
    """Whoever has this account, as a practitioner in each of their posts."""
    posts = accounts_of_same(account).filter(practitioner__isnull=False)
    return set(posts.values_list("practitioner_id", flat=True))


def account_numbered(number: int) -> Account | None:
    """The account with that number, where somebody may still sign in with it."""
    return Account.objects.filter(pk=number, is_active=True, is_system=False).first()

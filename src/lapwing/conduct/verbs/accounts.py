"""Verbs: agencies, who may sign in, which systems are let in, what somebody leaves behind. Administrators alone do these."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from django.db import transaction

from lapwing.conduct.acting import Acting
from lapwing.conduct.at_work import LEFT_BEHIND
from lapwing.conduct.may import ADMINISTRATORS
from lapwing.conduct.notifications import managers_of
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible, check_not_yet, check_says, is_own
from lapwing.conduct.signing_in import account_opened
from lapwing.conduct.subjects import children_of
from lapwing.conduct.tokens import new_token
from lapwing.conduct.verb import Words, verb
from lapwing.records.entries import entries
from lapwing.records.models import Account, FamilyTie, Role, Token
from lapwing.records.store import CannotEnter, current, in_words
from lapwing.vocabulary.codes import AgencyKind, PractitionerRole

LONGEST_TOKEN = 366
"""Days after which a system's token is issued anew, at the latest. Our own choice."""
WITHOUT_AGENCY = (Role.PARTNERSHIP_OFFICER, Role.AUDITOR, Role.SCRUTINEER, Role.ADMINISTRATOR)


@verb(may=ADMINISTRATORS)
def enter_agency(*, by: Acting, on: date, name: str, kind: AgencyKind, area: str | None = None) -> str:
    """Enters an agency that works with families here and is not on record yet; its key."""
    check_says(name, "name", "the name of the agency")
    if entries("agency").filter(name__iexact=name.strip(), area=area).exists():
        raise NotPossible(
            "An agency of that name is on record already. If this is another one, give it a name of its own."
        )
    return by.enter("agency", name=name.strip(), kind=kind, area=area)


@verb(may=ADMINISTRATORS)
def open_account(
    *,
    by: Acting,
    on: date,
    email: str,
    name: str,
    role: Role,
    agency: str | None = None,
    team: str = "",
    practitioner: str | None = None,
    post: PractitionerRole | None = None,
    own_record: str | None = None,
) -> int:
    """Opens an account in one post; its number. Who works at an agency and is not on record there is entered.

    They are sent a link by which they set their password.
    `own_record` is their own among people on record, where there is one: they are kept from their family's.
    """
    if agency is None and role not in WITHOUT_AGENCY:
        raise CannotEnter(f"agency: is empty; a {Role(role).label.lower()} needs the agency that they work for.")
    if practitioner is not None and current("practitioner", practitioner)["agency_id"] != agency:
        raise CannotEnter("practitioner: has somebody of another agency; needs somebody of the agency given.")
    if own_record is not None:
        current("person", own_record)
    if practitioner is None and agency is not None:
        practitioner = by.enter(
            "practitioner", agency_id=agency, name=name, team=team, role=post or PractitionerRole.OTHER, started_on=on
        )
    account = _open(
        by,
        email=email,
        name=name,
        role=role,
        agency_id=agency,
        team=team,
        practitioner_id=practitioner,
        person_id=own_record,
    )
    for child in children_of("person", [own_record]) if own_record else ():
        FamilyTie.objects.create(account_id=account, child_id=child, said_by=by.account, at=by.at)
    return account


@verb(may=ADMINISTRATORS)
def open_system_account(*, by: Acting, on: date, email: str, name: str, agency: str, team: str = "") -> int:
    """Opens an account for a system of an agency, let in by a token alone; its number.

    It may do what a practitioner of the team may: nothing that a person decides is decided by a system.
    """
    return _open(by, email=email, name=name, role=Role.PRACTITIONER, agency_id=agency, team=team, is_system=True)


@verb(may=ADMINISTRATORS)
def end_account(*, by: Acting, on: date, account: int) -> dict[str, list[str]]:
    """Ends an account, its tokens and the post; what waits for somebody else, as keys by table.

    The managers of the agency are told that there is something to hand on.
    """
    one = _account(account)
    if is_own(by, one.pk):
        raise Refused("This is your own account; another administrator ends it.")
    check_not_yet(one.ended_at.date() if one.ended_at else None, "This account was ended")
    one.is_active, one.ended_at = False, by.at
    one.save(update_fields=["is_active", "ended_at"])
    Token.objects.filter(account=one, withdrawn_at__isnull=True).update(withdrawn_at=by.at)
    by.note(account=account)
    others = Account.objects.filter(practitioner=one.practitioner_id, is_active=True).exclude(pk=one.pk)
    if one.practitioner_id is None or others.exists():
        return {}
    by.amend("practitioner", one.practitioner_id, left_on=on)
    return _hand_back(by, one)


@verb(may=ADMINISTRATORS)
def issue_token(*, by: Acting, on: date, account: int, name: str, days: int) -> Words:
    """Issues what a system is let in with, for so many days; it is shown this once and kept nowhere."""
    check_says(name, "name", "a name")
    if not 1 <= days <= LONGEST_TOKEN:
        raise CannotEnter(f"days: has {days}; needs from 1 to {LONGEST_TOKEN}.")
    one = _account(account)
    if not one.is_active:
        raise NotPossible("This account has ended; open another one first.")
    if not one.is_system:
        raise NotPossible("This is a person's account; open one for the system, and issue the token for that.")
    kept, token = new_token(one, name=name, days=days, at=by.at, made_by=by.account)
    by.note(token=kept, account=account)
    return Words(token)


@verb(may=ADMINISTRATORS)
def withdraw_token(*, by: Acting, on: date, token: int) -> None:
    """Withdraws a token: the system is not let in with it any more, from this moment."""
    one = Token.objects.filter(pk=token).first()
    if one is None:
        raise CannotEnter("token: needs the number of a token.")
    check_not_yet(one.withdrawn_at.date() if one.withdrawn_at else None, "This token was withdrawn")
    one.withdrawn_at = by.at
    one.save(update_fields=["withdrawn_at"])
    by.note(token=token)


def _open(by: Acting, *, email: str, **post: Any) -> int:
    address = email.strip().lower()
    if "@" not in address:
        raise CannotEnter("email: needs an e-mail address.")
    if Account.objects.filter(email__iexact=address).exists():
        raise CannotEnter("email: has one that another account has; needs one of its own, for each post.")
    if post["agency_id"] is not None:
        current("agency", post["agency_id"])
    account = Account(email=address, made_at=by.at, **post)
    account.set_unusable_password()
    account.save()
    by.note(account=account.pk)
    if not account.is_system:
        transaction.on_commit(partial(account_opened.send, Account, account=account), robust=True)
    return account.pk


def _account(account: int) -> Account:
    found = Account.objects.filter(pk=account).first()
    if found is None:
        raise CannotEnter("account: needs the number of somebody's account.")
    return found


def _hand_back(by: Acting, left: Account) -> dict[str, list[str]]:
    """What somebody leaves behind; findings that ask who has it are worked out anew."""
    waiting: dict[str, list[str]] = {}
    for table, waits_for in LEFT_BEHIND.items():
        keys = list(entries(table).filter(waits_for(left.practitioner_id)).order_by("pk").values_list("pk", flat=True))
        if keys:
            waiting[table] = keys
            by.concerns(*children_of(table, keys))
    said = ", ".join(f"{in_words(table)} ({len(keys)})" for table, keys in waiting.items())
    for manager in managers_of(left.agency_id) if waiting else ():
        by.tell(manager, f"Somebody has left your agency. This waits for somebody else: {said}.")
    return waiting

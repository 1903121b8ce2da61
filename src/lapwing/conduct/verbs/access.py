"""Verbs: keeping people from a record, letting them in, and opening one in an emergency."""

from __future__ import annotations

from datetime import date, timedelta
from typing import cast

from lapwing.conduct.acting import Acting
from lapwing.conduct.findings import settings_now
from lapwing.conduct.may import ANYBODY, FRONT_LINE, OVERSIGHT, STEWARDS, Scope
from lapwing.conduct.notifications import managers_of, overseers_of
from lapwing.conduct.permissions import NOT_HERE, Refused, user_can
from lapwing.conduct.policies import WHY, NotPossible, check_not_yet, check_says, is_own
from lapwing.conduct.restrictions import Grounds, accounts_of, close_to_all_but, lift, standing_restrictions
from lapwing.conduct.verb import Words, verb
from lapwing.records import links
from lapwing.records.models import Account, BrokenGlass, FamilyTie, Restriction, Role
from lapwing.records.store import CannotEnter, NoSuchEntry

REVIEWERS = dict.fromkeys(OVERSIGHT, Scope.NONE)
"""Who reviews what somebody opened in an emergency: whoever is named, near to the child or not."""
TIE_KEEPERS = {Role.MANAGER: Scope.NONE, **STEWARDS}
"""Who says of others that a child is of their family, or no longer keeps them from its record."""


@verb(may=OVERSIGHT)
def restrict_record(
    *, by: Acting, on: date, child: str, grounds: Grounds, says: str, may_read: list[str] | None = None
) -> None:
    """Restricts a child's record to oneself and to some practitioners, on recorded grounds."""
    check_says(says, "says", "what is to be said, in words")
    if grounds is Grounds.ADOPTION:
        raise NotPossible("A record is closed for an adoption by recording the adoption.")
    if standing_restrictions(child):
        raise NotPossible("This record is restricted already. Change who may open it, or lift the restriction first.")
    close_to_all_but(by, child, accounts_of(may_read or []), grounds=grounds, says=says)


@verb(may=OVERSIGHT)
def change_readers(*, by: Acting, on: date, child: str, may_read: list[str], why: str) -> None:
    """Changes which practitioners may open a restricted record besides oneself, and says why."""
    check_says(why, "why", WHY)
    readers = accounts_of(may_read)
    for restriction in _standing(child):
        restriction.may_read.set([by.account, *readers])
    by.note(may_read=sorted({by.account.pk, *(reader.pk for reader in readers)}), why=why)


@verb(may=OVERSIGHT)
def lift_restriction(*, by: Acting, on: date, child: str, why: str) -> None:
    """Lifts the restriction on a record, and says why; a record closed after an adoption stays closed."""
    check_says(why, "why", WHY)
    standing = _standing(child)
    if any(restriction.grounds == Grounds.ADOPTION for restriction in standing):
        raise NotPossible("A record closed after an adoption stays closed. Change who may open it, for a reason.")
    for restriction in standing:
        lift(by, restriction, why=why)


@verb(may=ANYBODY)
def break_glass(*, by: Acting, on: date, child: str, reason: str) -> Words:
    """Opens a record that is not open to one, in an emergency and for a time, and says why; who will review that.

    A named professional or manager of one's own agency reviews it and is told at once.
    """
    check_says(reason, "reason", WHY)
    if user_can("read", FRONT_LINE, by=by, child=child):
        raise NotPossible("This record is open to you already.")
    others = [account for account in overseers_of(by.agency) if not is_own(by, account)]
    if not others:
        raise NotPossible(
            "Nobody at your agency could review this. Call the social care duty line, or the police on 999."
        )
    glass = BrokenGlass.objects.create(
        child_id=child,
        by=by.account,
        reason=reason,
        at=by.at,
        until_at=by.at + _stays_open(),
        reviewer_id=others[0],
    )
    by.note(glass=glass.pk, reviewer=others[0])
    by.tell(others[0], "Somebody at your agency opened a record in an emergency. Review why.")
    return Words(Account.objects.get(pk=others[0]).name)


def _stays_open() -> timedelta:
    """How long a record stays open to whoever broke the glass: the area's own number of hours."""
    return timedelta(hours=cast(int, settings_now().value("access.emergency_hours")))


@verb(may=REVIEWERS)
def review_glass(*, by: Acting, on: date, glass: int, justified: bool, says: str) -> None:
    """Reviews why somebody opened a record in an emergency; whoever is named as the reviewer does so."""
    check_says(says, "says", "what is to be said, in words")
    one = BrokenGlass.objects.filter(pk=glass, reviewer=by.account).first()
    if one is None:
        raise NoSuchEntry(NOT_HERE)
    check_not_yet(one.reviewed_at.date() if one.reviewed_at else None, "This was reviewed")
    one.reviewed_at, one.justified, one.review_says = by.at, justified, says
    one.save(update_fields=["reviewed_at", "justified", "review_says"])
    by.note(glass=glass, justified=justified)
    verdict = "found justified" if justified else "found not justified"
    by.tell(one.by_id, f"Your opening of a record in an emergency was reviewed and {verdict}.")
    for manager in managers_of(by.agency) if not justified else ():
        by.tell(manager, "A record was opened in an emergency without good reason. Decide what follows.")


@verb(may=ANYBODY)
def declare_family(*, by: Acting, on: date, child: str) -> None:
    """Says that a child is of one's own family: from now on one is kept from its record."""
    FamilyTie.objects.create(account=by.account, child_id=child, said_by=by.account, at=by.at)
    for account in overseers_of(by.agency):
        by.tell(account, "Somebody at your agency said that a child is of their own family. See who works with it.")


@verb(may=TIE_KEEPERS)
def declare_family_of(*, by: Acting, on: date, child: str, account: int) -> None:
    """Says that a child is of the family of somebody at one's agency: from now on they are kept from its record."""
    _check_ones_own(by, account)
    _, is_new = FamilyTie.objects.get_or_create(
        account_id=account, child_id=child, defaults={"said_by": by.account, "at": by.at}
    )
    if not is_new:
        raise NotPossible("They are kept from this record already.")
    by.note(account=account)


@verb(may=TIE_KEEPERS)
def withdraw_family(*, by: Acting, on: date, child: str, account: int, why: str) -> None:
    """Ends keeping somebody at one's agency from a record as one of their family; nobody does so for themselves."""
    check_says(why, "why", WHY)
    if is_own(by, account):
        raise Refused("This is about your own family; somebody else has to do this.")
    _check_ones_own(by, account)
    gone, _ = FamilyTie.objects.filter(account=account, child__in=links.one_with("child", [child])).delete()
    if not gone:
        raise NotPossible("They are not kept from this record as one of the family.")
    by.note(account=account, why=why)


def _standing(child: str) -> list[Restriction]:
    standing = standing_restrictions(child)
    if not standing:
        raise NotPossible("This record is not restricted.")
    return standing


def _check_ones_own(by: Acting, account: int) -> None:
    """An account of one's own agency; an administrator's reach is everybody."""
    found = Account.objects.filter(pk=account).first()
    if found is None:
        raise CannotEnter("account: needs the number of somebody's account.")
    if by.account.role != Role.ADMINISTRATOR and found.agency_id != by.agency:
        raise Refused("This is an account of another agency; a manager there or an administrator can do this.")

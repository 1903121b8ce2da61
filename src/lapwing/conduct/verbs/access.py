"""Verbs: keeping people from a record, letting them in, and opening one in an emergency."""

from __future__ import annotations

from datetime import date, timedelta

from nhs_number.validate import is_valid

from lapwing.conduct.acting import Acting
from lapwing.conduct.emergencies import reviewer_of, stays_open
from lapwing.conduct.events import hold_log
from lapwing.conduct.may import ANYBODY, FRONT_LINE, OVERSIGHT, REVIEWERS, TIE_KEEPERS
from lapwing.conduct.notifications import managers_of, overseers_of
from lapwing.conduct.permissions import NOT_HERE, Refused, user_can
from lapwing.conduct.policies import WHY, NotPossible, check_not_yet, check_says, is_own
from lapwing.conduct.posts import accounts_of_same
from lapwing.conduct.restrictions import Grounds, accounts_of, close_to_all_but, lift, standing_restrictions
from lapwing.conduct.verb import Words, verb
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.models import Account, BrokenGlass, Event, FamilyTie, Restriction, Role
from lapwing.records.store import CannotEnter, NoSuchEntry

TRIES_A_DAY = 5
"""So often in a day somebody may look for a record by its NHS number in an emergency. Our own choice."""
A_DAY = timedelta(days=1)


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
    reviewer = _reviewer(by)
    _break(by, child, reason, reviewer)
    return Words(reviewer.name)


@verb(may=ANYBODY)
def open_in_emergency(*, by: Acting, on: date, nhs_number: str, reason: str) -> Words:
    """Opens the record of the child with exactly this NHS number, in an emergency and for a time; the key, or nothing.

    Whether there is no such record, or it stays closed to somebody, is not told apart; each time is logged. So many times
    a day one account may try.
    """
    check_says(reason, "reason", WHY)
    number = _exactly(nhs_number)
    reviewer = _reviewer(by)
    _check_tries(by)
    children = _numbered(number)
    opened = [child for child in children if user_can("break_glass", ANYBODY, by=by, child=child)]
    for child in opened:
        by.concerns(child)
        if not user_can("read", FRONT_LINE, by=by, child=child):
            _break(by, child, reason, reviewer)
    by.note(opened=opened, kept_closed=sorted(set(children) - set(opened)))
    return Words(opened[0] if opened else "")


def _break(by: Acting, child: str, reason: str, reviewer: Account) -> None:
    glass = BrokenGlass.objects.create(
        child_id=child, by=by.account, reason=reason, at=by.at, until_at=by.at + stays_open(), reviewer=reviewer
    )
    by.note(glass=glass.pk, reviewer=reviewer.pk)
    by.tell(reviewer.pk, "Somebody at your agency opened a record in an emergency. Review why.")


def _reviewer(by: Acting) -> Account:
    reviewer = reviewer_of(by)
    if reviewer is None:
        raise NotPossible(
            "Nobody at your agency could review this. Call the social care duty line, or the police on 999."
        )
    return reviewer


def _exactly(nhs_number: str) -> str:
    number = nhs_number.replace(" ", "").replace("-", "")
    if not is_valid(number):
        raise CannotEnter("nhs_number: needs the ten digits of an NHS number; check each of them.")
    return number


def _check_tries(by: Acting) -> None:
    """The log is held, so that nobody tries twice at once."""
    hold_log()
    tried = Event.objects.filter(verb="open_in_emergency", by__in=accounts_of_same(by.account), at__gt=by.at - A_DAY)
    if tried.count() >= TRIES_A_DAY:
        raise NotPossible(
            f"You have looked for a record in an emergency {TRIES_A_DAY} times in a day, which is as often as one may. "
            "Call the social care duty line, or the police on 999."
        )


def _numbered(number: str) -> list[str]:
    """The children of that number, each by the record that is kept; none whose record was closed for an adoption."""
    people = links.one_with("person", entries("person").filter(nhs_number=number).values_list("pk", flat=True))
    found = links.one_with("child", entries("child").filter(person__in=people).values_list("pk", flat=True))
    closed = Restriction.objects.filter(child__in=found, grounds=str(Grounds.ADOPTION), lifted_at__isnull=True)
    adopted = links.one_with("child", closed.values_list("child", flat=True))
    return sorted({links.kept("child", child) for child in found - adopted})


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

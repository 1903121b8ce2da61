"""May this person do this to this child's record? The answer is a sentence, and screens, systems and tests show that one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from lapwing.conduct.acting import Acting
from lapwing.conduct.events import record_event
from lapwing.conduct.may import ADMINISTRATORS, May, Scope, roles_in_words
from lapwing.conduct.posts import accounts_of_same
from lapwing.conduct.scope import scope_of
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.models import Account, BrokenGlass, FamilyTie, Restriction
from lapwing.records.store import NoSuchEntry

NOT_HERE = "There is no such record here, or not for you."
READING = "read"
"""What opening a record is called: all that a given case is given for."""
OPEN_BY_GLASS = (READING, "raise_concern", "refer")
"""What a broken glass lets somebody do: see, and put to others what they saw."""
BY_GLASS = (
    "You opened this record in an emergency: you can see it, raise a concern and refer. "
    "Ask somebody who works with the child to do anything else."
)

RESTRICTED = (
    "This record is restricted, and you are not among those who may open it. "
    "Ask the manager or named professional of your agency; in an emergency, break the glass and say why."
)

TO_YOU: Mapping[Scope, str] = {
    Scope.TEAM: "children whom your team works with, and those put to your agency",
    Scope.OWN: "children whom you work with yourself",
}
"""What is too far off for somebody to whose agency the child is near."""

BREAK_GLASS = "break_glass"
"""The verb for an emergency: the one that a restriction does not stand against."""


class Refused(Exception):
    """Somebody may not do this; the text says why, and who can."""


def check_user_can(verb: str, may: May, *, by: Acting, child: str | None) -> None:
    """Refused says why somebody may not do this to a child's record, and who can; NoSuchEntry where it is out of their sight.

    What is refused is kept in the log.
    """
    try:
        _check(verb, may, by, child)
    except (Refused, NoSuchEntry) as refusal:
        details = {"wanted": verb, "seen": isinstance(refusal, Refused)}
        record_event("refused", by=by.account.pk, at=by.at, child=child, details=details)
        raise


def user_can(verb: str, may: May, *, by: Acting, child: str | None) -> bool:
    """Whether somebody may do this to a child's record; nothing is logged."""
    return refusal_of(verb, may, by=by, child=child) is None


def refusal_of(verb: str, may: May, *, by: Acting, child: str | None) -> Refused | NoSuchEntry | None:
    """Why somebody may not do this to a child's record; None where they may. Nothing is logged."""
    try:
        _check(verb, may, by, child)
    except (Refused, NoSuchEntry) as refusal:
        return refusal
    return None


def _check(verb: str, may: May, by: Acting, child: str | None) -> None:
    _check_account(by)
    if child is None:
        _check_role(verb, may, by)
        return
    same = links.all_of("child", child)
    if not entries("child").filter(pk__in=same).exists():
        raise NoSuchEntry(NOT_HERE)
    if FamilyTie.objects.filter(account__in=accounts_of_same(by.account), child__in=same).exists():
        raise Refused(
            "This is somebody of your own family, so you cannot open or change the record. "
            "If a child may be in danger, tell your manager or call the social care duty line, as you would of any child."
        )
    try:
        _check_reach(verb, may, by, child)
    except (Refused, NoSuchEntry):
        if verb == READING and is_given(by, child) and may_read_although_restricted(by.account, child):
            return
        if not glass_is_broken(by.account, child, by.at):
            raise
        if verb not in OPEN_BY_GLASS:
            raise Refused(BY_GLASS) from None


def _check_reach(verb: str, may: May, by: Acting, child: str) -> None:
    needed = may.get(by.account.role)  # type: ignore[call-overload]  # a role is stored as its text
    scope = scope_of(by.account, child, enough=max(needed or Scope.AGENCY, Scope.AGENCY))
    if verb != BREAK_GLASS:
        _check_restriction(by.account, child, scope)
    if scope <= Scope.PARTNERSHIP and (needed is None or scope < needed):
        raise NoSuchEntry(NOT_HERE)
    _check_role(verb, may, by)
    if scope < needed:
        raise Refused(_too_far(verb, needed))


def _check_account(by: Acting) -> None:
    account = by.account
    if not account.is_active or (account.ended_at is not None and account.ended_at <= by.at):
        raise Refused("This account has ended. Ask an administrator of the partnership for a new one.")


def _check_role(verb: str, may: May, by: Acting) -> None:
    if by.account.role not in may:
        raise Refused(f"{by.account.get_role_display()}s cannot {in_words(verb)}; {roles_in_words(may)} can.")


def _check_restriction(account: Account, child: str, scope: Scope) -> None:
    """A restricted record is for those named; whoever is outside the child's circle does not learn that there is one."""
    if may_read_although_restricted(account, child):
        return
    if scope <= Scope.PARTNERSHIP:
        raise NoSuchEntry(NOT_HERE)
    raise Refused(RESTRICTED)


def may_read_although_restricted(account: Account, child: str) -> bool:
    """Whether no record of the child is restricted, or this account is among those who may open each that is."""
    restricted = Restriction.objects.filter(child__in=links.one_with("child", [child]), lifted_at__isnull=True)
    return not restricted.exclude(may_read=account).exists()


def is_given(by: Acting, child: str) -> bool:
    """Whether somebody was given this child's record to read, by name, for an audit, a scrutiny task or an inspection.

    Never for whoever has come to look after accounts since.
    """
    if not may_be_given_cases(by.account):
        return False
    given = entries("given_case").filter(reader_account=by.account, child__in=links.one_with("child", [child]))
    return bool(given.filter(until_on__gte=by.today, ended_on__isnull=True).exists())


def may_be_given_cases(account: Account) -> bool:
    """Whether an account is of a person whose work it can be to read cases: no system, and nobody who looks after accounts."""
    return not account.is_system and account.role not in ADMINISTRATORS


def is_near(may: May, *, by: Acting, child: str) -> bool:
    """Whether a child is as near to somebody as this takes, without any glass that they broke."""
    try:
        _check_reach("read", may, by, child)
    except (Refused, NoSuchEntry):
        return False
    return True


def glass_is_broken(account: Account, child: str, at: datetime) -> bool:
    """Whether this account has opened the record in an emergency, and the time for that is not over."""
    return open_glass(account, child, at) is not None


def open_glass(account: Account, child: str, at: datetime) -> BrokenGlass | None:
    """The glass by which a record is open to this account in an emergency now, the one that lasts longest."""
    same = links.one_with("child", [child])
    broken = BrokenGlass.objects.filter(by=account, child__in=same, at__lte=at, until_at__gt=at)
    return broken.select_related("reviewer").order_by("until_at").last()


def _too_far(verb: str, needed: Scope) -> str:
    return (
        f"You can {in_words(verb)} only for {TO_YOU[needed]}; this child is not among them. "
        "Ask somebody who works with the child."
    )


def in_words(verb: str) -> str:
    """A verb as it is said: sign off an assessment."""
    return verb.replace("_", " ")

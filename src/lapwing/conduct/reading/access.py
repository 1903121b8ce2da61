"""Who may open a record that is restricted, who is kept from it as family, and who opened one in an emergency."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet

from lapwing.conduct.acting import Acting
from lapwing.conduct.emergencies import reviewer_of, stays_open
from lapwing.conduct.may import ANYBODY, ANYBODY_REACHED, REVIEWERS, TIE_KEEPERS
from lapwing.conduct.notifications import overseers_of
from lapwing.conduct.permissions import RESTRICTED, check_user_can, refusal_of
from lapwing.conduct.reading.calling import Named, named
from lapwing.conduct.reading.lists import in_sight
from lapwing.conduct.reading.record import note_reading, open_child
from lapwing.conduct.restrictions import Grounds, standing_restrictions
from lapwing.records import links
from lapwing.records.models import Account, BrokenGlass, Event, FamilyTie, Restriction, Role

DONE_BY_GLASS = ("read", "raise_concern", "refer")
"""Events that say what somebody did with a record that they opened in an emergency."""


@dataclass(frozen=True)
class Somebody:
    """An account: its number, whose it is, what they are here, and at which agency."""

    account: int
    name: str
    role: str
    agency: str | None


@dataclass(frozen=True)
class Restricted:
    """That a record is restricted: on which grounds and why, since when and by whom, and who may open it."""

    grounds: str
    says: str
    since: datetime
    by: str
    readers: tuple[Somebody, ...]


@dataclass(frozen=True)
class KeptFrom:
    """Somebody at one's agency who is kept from a record as one of the family: since when, and who said so."""

    who: Somebody
    since: datetime
    said_by: str


@dataclass(frozen=True)
class Emergency:
    """What opening a record in an emergency means to somebody: for how many hours, and who would review it, if anybody."""

    lasts: timedelta
    reviewer: str | None


@dataclass(frozen=True)
class Done:
    """What somebody did with a record that they opened in an emergency: which verb, or what they read."""

    at: datetime
    what: str
    is_reading: bool


@dataclass(frozen=True)
class Opened:
    """A record that somebody opened in an emergency, for its reviewer: who and why, until when, what they did with it.

    `child` only where the record is open to the reviewer.
    """

    glass: int
    child: Named | None
    who: Somebody
    reason: str
    at: datetime
    until_at: datetime
    did: tuple[Done, ...]
    reviewed_at: datetime | None
    justified: bool | None
    review_says: str


def who_may_open(*, by: Acting, child: str) -> list[Restricted]:
    """The restrictions on a record, for those who may open it: none, or one unless several records of a child were restricted."""
    open_child(by, child, "restriction")
    return [_restricted(one) for one in standing_restrictions(child)]


def _restricted(one: Restriction) -> Restricted:
    return Restricted(
        grounds=Grounds.labels().get(one.grounds, one.grounds),
        says=one.says,
        since=one.at,
        by=one.by.name,
        readers=tuple(_people(one.may_read.filter(is_active=True))),
    )


def _people(accounts: QuerySet[Account]) -> Iterable[Somebody]:
    return (_somebody(one) for one in accounts.select_related("agency").order_by("name", "pk"))


def _somebody(account: Account) -> Somebody:
    agency = getattr(account.agency, "name", None)
    return Somebody(account.pk, account.name, Role(account.role).label, agency)


def whom_to_ask(*, by: Acting, child: str) -> list[Somebody]:
    """Whom at their own agency somebody asks who is near a child and not among those who may open its restricted record.

    Nobody where the record is open to them; whoever is outside its circle does not learn that there is one.
    """
    refusal = refusal_of("read", ANYBODY_REACHED, by=by, child=child)
    if refusal is None:
        return []
    if str(refusal) != RESTRICTED:
        raise refusal
    ours = Account.objects.filter(pk__in=overseers_of(by.agency)).exclude(pk=by.account.pk)
    readers = {
        one.account for restriction in standing_restrictions(child) for one in _people(restriction.may_read.all())
    }
    asked = ours.filter(pk__in=readers) if ours.filter(pk__in=readers).exists() else ours
    note_reading(by, "whom to ask")
    return list(_people(asked))


def emergency(*, by: Acting) -> Emergency:
    """For how long somebody could open a record in an emergency, and who at their agency would ask them why."""
    check_user_can("open_in_emergency", ANYBODY, by=by, child=None)
    note_reading(by, "emergency")
    reviewer = reviewer_of(by)
    return Emergency(stays_open(), reviewer.name if reviewer is not None else None)


# One's own family


def kept_from(*, by: Acting, child: str) -> list[KeptFrom]:
    """Who at one's agency is kept from a record as one of the family; for an administrator, whoever is."""
    check_user_can("see_who_is_kept_from_a_record", TIE_KEEPERS, by=by, child=child)
    note_reading(by, "family", child=child)
    ties = FamilyTie.objects.filter(child__in=links.one_with("child", [child]), account__in=_within(by))
    return [
        KeptFrom(_somebody(one.account), one.at, one.said_by.name)
        for one in ties.select_related("account__agency", "said_by").order_by("account__name", "pk")
    ]


def accounts_here(*, by: Acting) -> list[Somebody]:
    """Who has an account at one's agency now, by name; for an administrator, everybody who has one."""
    check_user_can("see_accounts", TIE_KEEPERS, by=by, child=None)
    note_reading(by, "accounts")
    return list(_people(_within(by).filter(is_active=True, is_system=False)))


def _within(by: Acting) -> QuerySet[Account]:
    everybody = Account.objects.all()
    return everybody if by.account.role == Role.ADMINISTRATOR else everybody.filter(agency=by.agency)


# Opened in an emergency


def opened_in_emergency(*, by: Acting) -> list[Opened]:
    """What others opened in an emergency and one is named to review: what waits first, then what was reviewed, the latest first."""
    check_user_can("review_glass", REVIEWERS, by=by, child=None)
    broken = list(BrokenGlass.objects.filter(reviewer=by.account).select_related("by__agency").order_by("-at", "-pk"))
    note_reading(by, "opened in an emergency", count=len(broken))
    children = {one.child_id: links.kept("child", one.child_id) for one in broken}
    shown = named(in_sight(by, among=set(children.values())))
    did = _done(broken)
    found = [_opened(one, shown.get(children[one.child_id]), did[one.pk]) for one in broken]
    return sorted(found, key=lambda one: one.reviewed_at is not None)


def _opened(one: BrokenGlass, child: Named | None, did: tuple[Done, ...]) -> Opened:
    return Opened(
        glass=one.pk,
        child=child,
        who=_somebody(one.by),
        reason=one.reason,
        at=one.at,
        until_at=one.until_at,
        did=did,
        reviewed_at=one.reviewed_at,
        justified=one.justified,
        review_says=one.review_says,
    )


def _done(broken: Sequence[BrokenGlass]) -> Mapping[int, tuple[Done, ...]]:
    """What was done with each while it was open."""
    events = Event.objects.filter(
        verb__in=DONE_BY_GLASS, by__in={one.by_id for one in broken}, child__in={one.child_id for one in broken}
    )
    rows = list(events.order_by("place").values_list("by", "child", "at", "verb", "details"))
    return {
        one.pk: tuple(
            Done(at, json.loads(details).get("what", verb) if verb == "read" else verb, verb == "read")
            for account, child, at, verb, details in rows
            if account == one.by_id and child == one.child_id and one.at <= at <= one.until_at
        )
        for one in broken
    }

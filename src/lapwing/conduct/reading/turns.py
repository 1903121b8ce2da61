"""Whose turn it is: what was put to somebody and waits, each with its clock. Reckoned from entries, seen by nobody yet.

The clocks are the area's own settings; `waiting` shows what of it one reader may see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Q
from django.utils import timezone

from lapwing.conduct.acting import Acting
from lapwing.conduct.findings import settings_now
from lapwing.conduct.may import OVERSIGHT
from lapwing.language.calendar import add_working_days
from lapwing.records.entries import entries
from lapwing.records.models import BrokenGlass
from lapwing.vocabulary.care_codes import ShareDecision

NEW_FOR_WORKING_DAYS = 10
"""For so long a child counts as new to whoever began to work with them: two weeks, our own choice."""


MOST = 50
"""So many of a kind are listed, those that wait the longest; and one more is looked for, to say that there are more."""


class WaitsFor(StrEnum):
    """What waits, in the order in which it is listed."""

    HANDED_OVER_TO_US = "handed_over_to_us"
    ACTION_TO_ACCEPT = "action_to_accept"
    REFERRAL_TO_US = "referral_to_us"
    DISAGREEMENT_WITH_US = "disagreement_with_us"
    SHARED_WITH_US = "shared_with_us"
    GLASS_TO_REVIEW = "glass_to_review"
    ACTION_TO_FINISH = "action_to_finish"
    HANDED_OVER_BY_ME = "handed_over_by_me"
    CONCERN_OF_MINE = "concern_of_mine"
    REFERRAL_OF_MINE = "referral_of_mine"
    DISAGREEMENT_OF_MINE = "disagreement_of_mine"
    EXCEPTION_ENDING = "exception_ending"
    NEW_TO_ME = "new_to_me"


@dataclass(frozen=True)
class Turn:
    """Something that waits: an entry about a child or a pregnancy, and whose turn it is, by key.

    `by_name`: it was put to the reader in person, so that they learn of it however far the child is from them otherwise.
    `own_only`: it is for those who work with the child themselves.
    """

    kind: WaitsFor
    table: str
    key: str
    child: str | None
    pregnancy: str | None
    what: str
    since: date | None
    due_on: date | None
    practitioner: str | None = None
    agency: str | None = None
    by_name: bool = False
    own_only: bool = False


def after(day: date | None, setting: str) -> date | None:
    """So many working days after a day as the setting says."""
    return None if day is None else add_working_days(day, settings_now().number(setting))


def soon(by: Acting) -> date:
    """The last day of what is due soon."""
    return after(by.today, "due_soon.working_days") or by.today


WHOSE = ("pk", "child_id", "pregnancy_id")


def _rows(table: str, condition: Q, since: str, *columns: str) -> Iterable[Mapping[str, Any]]:
    return entries(table).filter(condition).order_by(since, "pk").values(*WHOSE, since, *columns)[: MOST + 1]


def _turn(kind: WaitsFor, table: str, row: Mapping[str, Any], what: str, **more: Any) -> Turn:
    return Turn(kind, table, row["pk"], row["child_id"], row["pregnancy_id"], what, **more)


def put_to(by: Acting, agency: str, practitioner: str) -> Q:
    """Rows put to somebody by name, or to their agency and nobody there; for those who oversee it, all put to the agency."""
    ours = Q(**{agency: by.agency})
    if by.account.role not in OVERSIGHT:
        ours &= Q(**{f"{practitioner}__isnull": True})
    return ours | is_me(by, practitioner)


def is_me(by: Acting, practitioner: str) -> Q:
    """Rows that name somebody."""
    return Q(pk__in=[]) if by.practitioner is None else Q(**{practitioner: by.practitioner})


# Handed over


UNANSWERED = Q(accepted_on__isnull=True, declined_on__isnull=True)
TO_YOU = "Work was handed over to you. Accept it, or decline it and say why."
TO_AGENCY = "Work was handed over to your agency, and nobody there has accepted it yet."
BY_YOU = "You handed work over. It is yours until somebody accepts it."


def hand_overs(by: Acting) -> Iterator[Turn]:
    """Hand-overs that nobody has accepted or declined: to somebody or their agency, and from them."""
    columns = ("sent_on", "to_agency_id", "to_practitioner_id")
    for row in _rows("hand_over", put_to(by, "to_agency", "to_practitioner") & UNANSWERED, *columns):
        what = TO_YOU if row["to_practitioner_id"] == by.practitioner else TO_AGENCY
        yield _hand_over(WaitsFor.HANDED_OVER_TO_US, row, what)
    for row in _rows("hand_over", is_me(by, "from_practitioner") & UNANSWERED, *columns):
        yield _hand_over(WaitsFor.HANDED_OVER_BY_ME, row, BY_YOU)


def _hand_over(kind: WaitsFor, row: Mapping[str, Any], what: str) -> Turn:
    due_on = after(row["sent_on"], "action.owner_ack_wd")
    to = {"practitioner": row["to_practitioner_id"], "agency": row["to_agency_id"]}
    return _turn(kind, "hand_over", row, what, since=row["sent_on"], due_on=due_on, **to)


# To be done


ACCEPT = "You were given something to do. Accept it, or give it back and say why."
TAKE_UP = "Something was given to your agency to do, and no person there has accepted it yet."
FINISH = "What you took on is to be done. Record that it is finished, or move the day and say why."
GOES_ON = Q(completed_on__isnull=True, declined_on__isnull=True) & (
    Q(plan__isnull=True) | Q(plan__ended_on__isnull=True)
)


def actions(by: Acting) -> Iterator[Turn]:
    """Actions that nobody has accepted, of somebody or their agency; and those of theirs that are due."""
    columns = ("assigned_on", "accepted_on", "due_on", "owned_by_id", "owner_agency_id")
    new = GOES_ON & Q(accepted_on__isnull=True, started_on__isnull=True, owned_by_person__isnull=True)
    for row in _rows("action", put_to(by, "owner_agency", "owned_by") & new, *columns):
        what = ACCEPT if row["owned_by_id"] == by.practitioner else TAKE_UP
        due_on = after(row["assigned_on"], "action.owner_ack_wd")
        yield _action(WaitsFor.ACTION_TO_ACCEPT, row, what, row["assigned_on"], due_on)
    taken = GOES_ON & (Q(accepted_on__isnull=False) | Q(started_on__isnull=False)) & Q(due_on__lte=soon(by))
    for row in _rows("action", is_me(by, "owned_by") & taken, *columns):
        yield _action(WaitsFor.ACTION_TO_FINISH, row, FINISH, row["accepted_on"], row["due_on"])


def _action(kind: WaitsFor, row: Mapping[str, Any], what: str, since: date | None, due_on: date | None) -> Turn:
    owner = {"practitioner": row["owned_by_id"], "agency": row["owner_agency_id"]}
    return _turn(kind, "action", row, what, since=since, due_on=due_on, **owner)


# Referred


ACKNOWLEDGE = "A referral waits for somebody at your agency to acknowledge it."
DECIDE = "A referral was acknowledged and waits for a decision, with its reasons."
TELL = "A referral was decided. The practitioner who referred has not been told the outcome."
NOT_ACKNOWLEDGED = "You made a referral. Nobody has acknowledged it; it is yours until somebody does."
NOT_DECIDED = "Your referral was acknowledged. Nobody has decided on it yet."
NOT_TOLD = "Your referral was decided. It is not recorded that you were told the outcome."
CONCERN = "You raised a concern with another agency. Nobody there has decided what comes of it."
REFERRAL = ("received_on", "acknowledged_on", "decided_on", "to_agency_id", "acknowledged_by_id")


def referrals(by: Acting) -> Iterator[Turn]:
    """Referrals that somebody's agency has to answer; and their own, or the concern one came of, that wait for an answer."""
    open_ones = Q(closed_on__isnull=True, referrer_told_on__isnull=True)
    ours = Q(to_agency=by.agency)
    answered = ours if by.account.role in OVERSIGHT else is_me(by, "acknowledged_by")
    untouched = ours & Q(acknowledged_on__isnull=True, decided_on__isnull=True)
    to_tell = answered & Q(acknowledged_on__isnull=False) & (Q(decided_on__isnull=True) | Q(referred_by__isnull=False))
    found = [row for which in (untouched, to_tell) for row in _rows("referral", open_ones & which, *REFERRAL)]
    for row in sorted(found, key=lambda row: (row["received_on"] or date.min, row["pk"]))[: MOST + 1]:
        what, setting = _stands(row, ACKNOWLEDGE, DECIDE, TELL)
        yield _referral(WaitsFor.REFERRAL_TO_US, row, what, setting, practitioner=row["acknowledged_by_id"])
    mine = list(_rows("referral", open_ones & is_me(by, "referred_by"), *REFERRAL))
    concerns = _concerns(by, [row["pk"] for row in mine if row["decided_on"] is None])
    for row in mine:
        what, setting = _stands(row, NOT_ACKNOWLEDGED, NOT_DECIDED, NOT_TOLD)
        one = _referral(WaitsFor.REFERRAL_OF_MINE, row, what, setting)
        concern = concerns.get(row["pk"])
        if concern is not None:
            one = replace(one, kind=WaitsFor.CONCERN_OF_MINE, table="concern", key=concern, what=CONCERN)
        yield one


def _stands(row: Mapping[str, Any], untouched: str, undecided: str, untold: str) -> tuple[str, str]:
    """How a referral stands, in the words for that, and the setting by which that is due."""
    if row["decided_on"] is not None:
        return untold, "follow_through.outcome_wd"
    return untouched if row["acknowledged_on"] is None else undecided, "referral.ack_wd"


def _referral(kind: WaitsFor, row: Mapping[str, Any], what: str, setting: str, practitioner: str | None = None) -> Turn:
    to = {"practitioner": practitioner, "agency": row["to_agency_id"]}
    since = row["received_on"]
    return _turn(kind, "referral", row, what, since=since, due_on=after(since, setting), **to)


def _concerns(by: Acting, referrals: list[str]) -> dict[str, str]:
    """A concern that somebody put to another agency by each of these referrals."""
    raised = entries("concern").filter(referral__in=referrals, recorded_by=by.practitioner)
    return dict(raised.order_by("-pk").values_list("referral_id", "pk"))


# Shared, begun, opened, set aside


READ_SHARED = "Something was shared with you or your service. Read it, and acknowledge that you have."
BEGUN = "You have begun to work with a child who is new to you."
REVIEW_GLASS = "Somebody at your agency opened a record in an emergency. Review why."
ENDING = "A check that you set aside for a child speaks again after this day. Decide anew, or let it."


def shares(by: Acting) -> Iterator[Turn]:
    """What was shared with somebody, or with their agency and nobody there, and not acknowledged."""
    unread = Q(decision=str(ShareDecision.SHARED), acknowledged_on__isnull=True)
    columns = ("happened_on", "to_agency_id", "to_practitioner_id", "observation_id")
    for row in _rows("information_share", put_to(by, "to_agency", "to_practitioner") & unread, *columns):
        yield _turn(
            WaitsFor.SHARED_WITH_US,
            "information_share",
            row,
            READ_SHARED,
            since=row["happened_on"],
            due_on=after(row["happened_on"], "observation.ack_wd") if row["observation_id"] else None,
            practitioner=row["to_practitioner_id"],
            agency=row["to_agency_id"],
            by_name=row["to_practitioner_id"] is not None and row["to_practitioner_id"] == by.practitioner,
        )


def new_children(by: Acting) -> Iterator[Turn]:
    """Work that somebody has begun with a child in the last working days."""
    first = add_working_days(by.today, -NEW_FOR_WORKING_DAYS)
    begun = is_me(by, "practitioner") & Q(ended_on__isnull=True, started_on__gte=first, started_on__lte=by.today)
    for row in _rows("involvement", begun, "started_on"):
        since = row["started_on"]
        who = {"practitioner": by.practitioner, "agency": by.agency}
        yield _turn(WaitsFor.NEW_TO_ME, "involvement", row, BEGUN, since=since, due_on=None, **who)


def exceptions(by: Acting) -> Iterator[Turn]:
    """What somebody set aside for a child and what is about to end."""
    ending = is_me(by, "decided_by") & Q(expires_on__gte=by.today, expires_on__lte=soon(by))
    rows = entries("exception").filter(ending).order_by("expires_on", "pk")[: MOST + 1]
    for row in rows.values("pk", "child_id", "decided_on", "expires_on"):
        days = {"since": row["decided_on"], "due_on": row["expires_on"]}
        who = {"practitioner": by.practitioner, "agency": by.agency}
        yield _turn(WaitsFor.EXCEPTION_ENDING, "exception", {**row, "pregnancy_id": None}, ENDING, **days, **who)


def glasses(by: Acting) -> Iterator[Turn]:
    """Records opened in an emergency that somebody is to review; the key is the number that the review asks for."""
    for one in BrokenGlass.objects.filter(reviewer=by.account, reviewed_at__isnull=True).order_by("at", "pk")[
        : MOST + 1
    ]:
        row = {"pk": str(one.pk), "child_id": one.child_id, "pregnancy_id": None}
        who = {"practitioner": by.practitioner, "agency": by.agency}
        yield _turn(
            WaitsFor.GLASS_TO_REVIEW,
            "broken_glass",
            row,
            REVIEW_GLASS,
            since=timezone.localdate(one.at),
            due_on=None,
            **who,
        )


Turns = Callable[[Acting], Iterator[Turn]]

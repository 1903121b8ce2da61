"""The roster for challenge: which places there should be, who stands in each, and whether they answered when it was tested."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from lapwing.conduct.findings import settings_now
from lapwing.language.calendar import add_months
from lapwing.records.entries import entries
from lapwing.records.models import Account
from lapwing.vocabulary.board.challenge import ContactPart
from lapwing.vocabulary.local import STAGES
from lapwing.vocabulary.tables import Codes


class Reached(Codes):
    """Whether whoever stands in a place of the roster is known to be reached there."""

    ANSWERED = "answered", "Answered in time"
    WAITING = "waiting", "Asked, and there is still time to answer"
    UNASKED = "unasked", "Not tested yet"
    LONG_AGO = "long_ago", "Last tested too long ago"
    LATE = "late", "Answered after the time was over"
    SILENT = "silent", "Has not answered"
    GONE = "gone", "No longer here"


@dataclass(frozen=True)
class InPlace:
    """Who stands in a place: the entry and its version, who it is, and how they were reached when last asked."""

    key: str
    name: str
    reached: Reached
    asked_on: date | None
    answered_on: date | None
    answer_by: date | None
    until_on: date | None

    @property
    def is_waiting(self) -> bool:
        """Whether they were asked, and the day by which they are to answer has not gone by."""
        return self.reached is Reached.WAITING

    @property
    def is_valid(self) -> bool:
        """Whether somebody is there who answered in time."""
        return self.reached is Reached.ANSWERED


@dataclass(frozen=True)
class Place:
    """A place of the roster: an agency, a stage and a part; nobody stands in it where `held` is None.

    Each is a gap, or waits for an answer, or is reached.
    """

    agency: str
    agency_name: str
    stage: int
    part: ContactPart
    held: InPlace | None

    @property
    def is_gap(self) -> bool:
        """Whether nobody is known to be reached there, and no answer is awaited."""
        return self.held is None or not (self.held.is_valid or self.held.is_waiting)

    @property
    def waits_until(self) -> date | None:
        """The last day on which a message that was sent there can be answered in time; None where none is awaited."""
        return self.held.answer_by if self.held is not None and self.held.is_waiting else None


def stages_here() -> dict[int, str]:
    """The stages of the area's policy on challenge, each with who settles it there."""
    return {one.stage: one.who for one in settings_now().stages(STAGES)}


def agencies_here() -> dict[str, str]:
    """The agencies of which somebody signs in, by key and in the order of their names: each has to be in the roster."""
    there = Account.objects.filter(is_active=True, is_system=False, ended_at__isnull=True, agency__isnull=False)
    named = entries("agency").filter(pk__in=there.values("agency"), name__isnull=False)
    return dict(sorted(named.values_list("pk", "name"), key=lambda one: one[1].casefold()))


def standing(day: date) -> Any:
    """The entries of those who stand in the roster on a day."""
    holds = Q(until_on__isnull=True) | Q(until_on__gte=day)
    return entries("challenge_contact").filter(holds, ended_on__isnull=True, begins_on__lte=day)


def every_place(day: date) -> list[Place]:
    """Every place that there should be, by agency, stage and part, with who stands in it on a day."""
    held = _held(day)
    return [
        Place(agency, name, stage, part, held.get((agency, stage, part)))
        for agency, name in agencies_here().items()
        for stage in stages_here()
        for part in ContactPart
    ]


def _held(day: date) -> dict[tuple[str, int, str], InPlace]:
    rows = list(standing(day).select_related("contact_account__practitioner").order_by("begins_on", "stored_at"))
    asked = last_asked(row.pk for row in rows)
    return {(row.agency_id, row.stage, row.part): _in_place(row, asked.get(row.pk), day) for row in rows}


def last_asked(contacts: Iterable[str]) -> dict[str, Mapping[str, Any]]:
    """Of each place, how it fared in the last test."""
    answers = entries("roster_answer").filter(challenge_contact__in=list(contacts))
    ordered = answers.order_by("roster_test__sent_on", "stored_at", "pk")
    columns = ("challenge_contact_id", "answered_on", "roster_test__sent_on", "roster_test__answer_by")
    return {row["challenge_contact_id"]: row for row in ordered.values(*columns)}


def _in_place(row: Any, asked: Mapping[str, Any] | None, day: date) -> InPlace:
    reached = Reached.GONE if has_left(row.contact_account, day) else reached_by(asked, day)
    return InPlace(
        row.pk,
        row.contact_account.name,
        reached,
        asked["roster_test__sent_on"] if asked else None,
        asked["answered_on"] if asked else None,
        asked["roster_test__answer_by"] if asked else None,
        row.until_on,
    )


def reached_by(asked: Mapping[str, Any] | None, day: date) -> Reached:
    """What the last test says of a place on a day."""
    if asked is None:
        return Reached.UNASKED
    by, answered = asked["roster_test__answer_by"], asked["answered_on"]
    if answered is None:
        return Reached.WAITING if day <= by else Reached.SILENT
    if answered > by:
        return Reached.LATE
    months = int(settings_now().number("escalation.roster_test_months"))
    return Reached.ANSWERED if day <= add_months(answered, months) else Reached.LONG_AGO


def has_left(account: Account, day: date) -> bool:
    """Whether somebody is no longer there to be reached: the account ended, or they left the post."""
    left_on = account.practitioner.left_on if account.practitioner is not None else None
    ended = account.ended_at is not None and account.ended_at.date() <= day
    return not account.is_active or ended or (left_on is not None and left_on < day)

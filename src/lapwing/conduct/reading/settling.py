"""Who settles a disagreement at each stage, by name, and by when: the stages and their clocks are the area's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.findings import settings_now
from lapwing.conduct.notifications import managers_of, overseers_of
from lapwing.conduct.reading.record import open_child
from lapwing.conduct.reading.rows import Standing, row_of
from lapwing.conduct.reading.shown import private_agencies
from lapwing.conduct.reading.stages import DISAGREEMENT, Stage, events_of, stage_of
from lapwing.conduct.scope import about_child
from lapwing.records.entries import entries
from lapwing.records.models import Account
from lapwing.vocabulary.care_codes import DisagreementStep
from lapwing.vocabulary.challenge import ANSWERED, IMMEDIATE, OPENED

AT_ONCE = "Whoever leads on safeguarding at both agencies, at once"


@dataclass(frozen=True)
class Side:
    """An agency in a disagreement, and who there settles it at a stage, by name, as far as they have an account here."""

    agency: str
    name: str
    people: tuple[str, ...]


@dataclass(frozen=True)
class StageShown:
    """One stage: who settles it, within how many working days (the immediate route: days), and how it stands.

    `since` is None for a stage that was not reached.
    """

    number: int
    who: str
    within: int
    since: date | None
    due_on: date | None
    answered_on: date | None
    is_now: bool
    is_overdue: bool
    sides: tuple[Side, ...]


@dataclass(frozen=True)
class Settling:
    """How a disagreement is settled: its stages in order, and which agency's turn it is, None once it is over."""

    stages: tuple[StageShown, ...]
    turn: Side | None
    is_answered: bool
    is_over: bool
    is_last: bool


def how_settled(*, by: Acting, child: str) -> dict[str, Settling]:
    """How each disagreement about a child is settled, by its key. Nobody is named as whoever raised it.

    Of an agency whose work with the child is private, nobody is told to others.
    """
    open_child(by, child, "how disagreements are settled")
    rows = list(entries("disagreement").filter(about_child(child)).values(*DISAGREEMENT, "resolved_on"))
    if not rows:
        return {}
    events = events_of([row["pk"] for row in rows])
    at_work = entries("involvement").filter(about_child(child))
    private = private_agencies(
        by.agency, {"involvement": [Standing(row_of("involvement", one), None) for one in at_work]}
    )
    return {row["pk"]: _Reckoned(by, row, events.get(row["pk"], []), private).settling() for row in rows}


class _Reckoned:
    """One disagreement with what happened in it."""

    def __init__(
        self, by: Acting, row: Mapping[str, Any], events: Sequence[Mapping[str, Any]], private: set[str]
    ) -> None:
        self.by, self.row, self.events = by, row, events
        self.people: dict[tuple[str, bool], tuple[str, ...]] = {}
        hidden = private if row["to_agency_id"] != by.agency else set()
        self.agencies = [one for one in (row["to_agency_id"], row["from_agency_id"]) if one and one not in hidden]
        self.names = dict(entries("agency").filter(pk__in=self.agencies).values_list("pk", "name"))
        is_withdrawn = any(event["step"] == DisagreementStep.WITHDRAWN for event in events)
        self.is_over = row["resolved_on"] is not None or is_withdrawn

    def settling(self) -> Settling:
        reached = list(self._reached())
        numbers = [stage.number for stage, _ in reached]
        area = settings_now().stages("escalation.stages")
        shown = [self._shown(stage, some, place == len(reached) - 1) for place, (stage, some) in enumerate(reached)]
        ahead = [self._ahead(one) for one in area if one.stage > max(numbers, default=0)] if not self.is_over else []
        last = reached[-1][0]
        return Settling(
            stages=(*shown, *ahead),
            turn=self._turn(last),
            is_answered=last.is_answered,
            is_over=self.is_over,
            is_last=max(numbers) >= len(area),
        )

    def _reached(self) -> Iterator[tuple[Stage, Sequence[Mapping[str, Any]]]]:
        """Each stage that was opened, with what happened at it."""
        opened = [place for place, event in enumerate(self.events) if event["step"] in OPENED]
        for start, end in zip(opened or [0], [*opened[1:], len(self.events)], strict=True):
            yield stage_of(self.row, self.events[:end]), self.events[start:end]

    def _shown(self, stage: Stage, events: Sequence[Mapping[str, Any]], is_last: bool) -> StageShown:
        is_now = is_last and not self.is_over
        answers = [event["happened_on"] for event in events if event["step"] in ANSWERED]
        return StageShown(
            number=stage.number,
            who=_who(stage.number),
            within=_within(stage.number),
            since=stage.since,
            due_on=stage.due_on,
            answered_on=answers[0] if answers else None,
            is_now=is_now,
            is_overdue=is_now and not answers and stage.due_on is not None and stage.due_on < self.by.today,
            sides=self._sides(stage.number),
        )

    def _ahead(self, one: Any) -> StageShown:
        not_yet = None, None, None, False, False
        return StageShown(one.stage, one.who, one.clock_wd, *not_yet, self._sides(one.stage))

    def _turn(self, stage: Stage) -> Side | None:
        """Whoever was asked, until they have answered; then whoever raised it: to settle it, or take it further."""
        agency = self.row["from_agency_id"] if stage.is_answered else self.row["to_agency_id"]
        sides = [] if self.is_over else [one for one in self._sides(stage.number) if one.agency == agency]
        return sides[0] if sides else None

    def _sides(self, number: int) -> tuple[Side, ...]:
        return tuple(self._side(agency, number) for agency in self.agencies)

    def _side(self, agency: str, number: int) -> Side:
        return Side(agency, self.names.get(agency) or "", self._people(agency, number == 1))

    def _people(self, agency: str, is_first: bool) -> tuple[str, ...]:
        """Managers at the first stage; above it, and on the immediate route, named professionals before them."""
        if (agency, is_first) not in self.people:
            accounts = managers_of(agency) if is_first else overseers_of(agency)
            names = dict(Account.objects.filter(pk__in=accounts).values_list("pk", "name"))
            self.people[agency, is_first] = tuple(names[one] for one in accounts)
        return self.people[agency, is_first]


def _who(number: int) -> str:
    if number == IMMEDIATE:
        return AT_ONCE
    stages = settings_now().stages("escalation.stages")
    return next((one.who for one in stages if one.stage == number), "Whoever settles it at this stage")


def _within(number: int) -> int:
    if number == IMMEDIATE:
        return settings_now().number("escalation.immediate_days")
    return next((one.clock_wd for one in settings_now().stages("escalation.stages") if one.stage == number), 0)

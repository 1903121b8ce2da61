"""Hand-overs that are traced: by number and step for the Board, and with the child for whoever traces one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lapwing.board.giving import may_still_read
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import AUDITORS, BOARD
from lapwing.conduct.permissions import check_user_can
from lapwing.conduct.posts import accounts_of_same
from lapwing.conduct.reading.record import note_reading
from lapwing.records.entries import entries
from lapwing.vocabulary.board.tracing import FamilySaid, LostAt, Traced

STEPS: Mapping[str, str] = {
    "sent": "Sent, with what it has to say",
    "arrived": "Arrived",
    "accepted_by_name": "Accepted by name",
    "first_contact": "First contact",
}
"""The steps of a hand-over, in their order."""
FAMILIES = "What families said of it"


@dataclass(frozen=True)
class CaseTraced:
    """A case by its number: who traces it, and whether that is done; nothing of whose it is or what was found."""

    key: str
    number: int
    tracer: str
    is_traced: bool
    is_set_aside: bool


@dataclass(frozen=True)
class TracingRound:
    """A round: its cases by number and, once all of them are traced, what was found of each step, in words without numbers."""

    key: str
    drawn_on: date
    sent_since: date
    due_on: date
    seed: int
    cases: tuple[CaseTraced, ...]
    found: tuple[tuple[str, str], ...]

    @property
    def is_done(self) -> bool:
        """Whether every case that was not set aside is traced."""
        return all(one.is_traced for one in self.cases if not one.is_set_aside)


@dataclass(frozen=True)
class ToTrace:
    """A hand-over for one to trace: the case, and the child and the entry that it is about."""

    key: str
    child: str
    hand_over: str
    due_on: date


@dataclass(frozen=True)
class OwnTrace:
    """What one found oneself of a hand-over, by its number in its round; the record is closed, and nobody is named."""

    number: int
    drawn_on: date
    traced_on: date
    said: tuple[tuple[str, str], ...]


def tracing_rounds(*, by: Acting) -> list[TracingRound]:
    """Every round, the newest first, naming no child."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "tracing_rounds")
    rounds = entries("tracing_round").order_by("-drawn_on", "-stored_at", "pk")
    return [_round(one) for one in rounds]


def hand_overs_to_trace(*, by: Acting) -> list[ToTrace]:
    """The hand-overs that one was given to trace and has not, while the record is given."""
    check_user_can("see_own", AUDITORS, by=by, child=None)
    mine = entries("traced_case").filter(
        tracer_account__in=accounts_of_same(by.account),
        traced_on__isnull=True,
        set_aside_on__isnull=True,
        given_case__ended_on__isnull=True,
        given_case__until_on__gte=by.today,
    )
    note_reading(by, "hand_overs_to_trace")
    rows = mine.order_by("tracing_round__due_on", "pk").values_list("pk", "child", "hand_over", "tracing_round__due_on")
    return [one for one in (ToTrace(*row) for row in rows) if may_still_read(by, one.child)]


def hand_overs_traced(*, by: Acting) -> list[OwnTrace]:
    """What one found oneself of the hand-overs that one traced, the latest first."""
    check_user_can("see_own", AUDITORS, by=by, child=None)
    mine = entries("traced_case").filter(tracer_account__in=accounts_of_same(by.account), traced_on__isnull=False)
    note_reading(by, "hand_overs_traced")
    return [_own(row) for row in mine.select_related("tracing_round").order_by("-traced_on", "-stored_at", "pk")]


def _own(row: Any) -> OwnTrace:
    steps = [(words, Traced.labels()[getattr(row, step)]) for step, words in STEPS.items()]
    said = (
        *steps,
        ("Where it was lost", LostAt.labels()[row.lost_at]),
        (FAMILIES, FamilySaid.labels()[row.family_said]),
    )
    return OwnTrace(row.number, row.tracing_round.drawn_on, row.traced_on, said)


def _round(one: Any) -> TracingRound:
    rows = list(entries("traced_case").filter(tracing_round=one.pk).select_related("tracer_account").order_by("number"))
    cases = tuple(
        CaseTraced(
            row.pk,
            row.number,
            row.tracer_account.name if row.tracer_account else "",
            row.traced_on is not None,
            row.set_aside_on is not None,
        )
        for row in rows
    )
    traced = [row for row in rows if row.set_aside_on is None]
    done = bool(traced) and all(row.traced_on for row in traced)
    found = tuple((words, _in_words([getattr(row, step) for row in traced])) for step, words in STEPS.items())
    found += ((FAMILIES, _of_families([row.family_said for row in traced])),)
    return TracingRound(one.pk, one.drawn_on, one.sent_since, one.due_on, one.seed, cases, found if done else ())


def _in_words(said: Sequence[str]) -> str:
    """How a step went over a few cases, without a number by which one of them could be told."""
    if set(said) == {Traced.YES}:
        return "In every case"
    if Traced.NO not in said:
        return "Cannot be told in every case"
    return "In none of the cases" if set(said) == {Traced.NO} else "Not in every case"


def _of_families(said: Sequence[str]) -> str:
    """What a few families said, without a number by which one of them could be told."""
    asked = {one for one in said if one != FamilySaid.NOT_ASKED}
    if not asked:
        return "No family was asked, or none could be reached"
    if asked == {FamilySaid.WELL}:
        how = "It went well for every family that was asked"
    elif FamilySaid.WELL in asked:
        how = "It did not go well for every family that was asked"
    else:
        how = "It went well for none of the families that were asked"
    return f"{how}. Not every family was asked" if FamilySaid.NOT_ASKED in said else how


READ_HERE = {tracing_rounds: BOARD, hand_overs_to_trace: AUDITORS, hand_overs_traced: AUDITORS}

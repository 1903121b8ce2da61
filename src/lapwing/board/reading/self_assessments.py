"""The self-assessments of the agencies: each beside what it said last time, and all of them side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lapwing.board.reading.board_actions import BoardAction, actions_out_of
from lapwing.board.self_assessment import standards
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import BOARD
from lapwing.conduct.permissions import NOT_HERE, check_user_can
from lapwing.conduct.reading.record import note_reading
from lapwing.records.entries import entries
from lapwing.records.store import NoSuchEntry
from lapwing.vocabulary.board.codes import ArisesFrom


@dataclass(frozen=True)
class Answered:
    """What was said by one standard: the agency's own words and score, and the moderated score with its reason."""

    key: str
    version: int
    score: int | None
    evidence: str
    planned: str
    moderated_score: int | None
    moderated_reason: str
    moderated_on: date | None

    @property
    def stands(self) -> int | None:
        """The score that holds: the moderated one where there is one."""
        return self.score if self.moderated_score is None else self.moderated_score


@dataclass(frozen=True)
class Return:
    """An agency's answers in a round, by standard, beside those of the last round in which it sent any.

    What another agency has not sent yet is not shown: `answers` is empty then. `is_own` where whoever asks may write them.
    """

    key: str
    round_title: str
    agency: str
    agency_name: str
    due_on: date
    submitted_on: date | None
    is_own: bool
    answers: Mapping[str, Answered]
    last_title: str
    last: Mapping[str, Answered]


@dataclass(frozen=True)
class AssessmentRound:
    """A round: when it was opened and is due, and its returns by the names of the agencies."""

    key: str
    title: str
    opened_on: date
    due_on: date
    returns: tuple[Return, ...]


@dataclass(frozen=True)
class Gap:
    """An answer by a standard, by where it is found: the agency's return, its agency, and the standard with its title."""

    agency_return: str
    agency_name: str
    standard: str
    title: str


def self_assessments(*, by: Acting) -> list[AssessmentRound]:
    """Every round, the newest first, with every agency's answers as far as they were sent or are one's own."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "self_assessments")
    return _rounds(by)


def agency_return(*, by: Acting, agency_return: str) -> Return:
    """One agency's answers in a round, beside those of last time."""
    check_user_can("see_board", BOARD, by=by, child=None)
    found = next((one for each in _rounds(by) for one in each.returns if one.key == agency_return), None)
    if found is None:
        raise NoSuchEntry(NOT_HERE)
    note_reading(by, "agency_return", key=agency_return)
    return found


def actions_of_return(*, by: Acting, agency_return: str) -> dict[str, list[BoardAction]]:
    """The actions that came out of an agency's answers in a round, by the key of the answer."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "actions_of_return", key=agency_return)
    keys = entries("standard_answer").filter(agency_return=agency_return).values_list("pk", flat=True)
    return actions_out_of(ArisesFrom.SELF_ASSESSMENT, keys, by)


def gap_of(*, by: Acting, standard_answer: str) -> Gap | None:
    """Where an answer by a standard is found that an action came out of; None where there is no such answer."""
    check_user_can("see_board", BOARD, by=by, child=None)
    row = entries("standard_answer").filter(pk=standard_answer).select_related("agency_return__agency").first()
    note_reading(by, "gap_of", key=standard_answer)
    if row is None or row.standard not in standards():
        return None
    return Gap(row.agency_return_id, row.agency_return.agency.name or "", row.standard, standards()[row.standard].title)


def _rounds(by: Acting) -> list[AssessmentRound]:
    answers = _answers()
    last: dict[str, tuple[str, Mapping[str, Answered]]] = {}
    found = []
    for one in entries("self_assessment").order_by("opened_on", "stored_at", "pk"):
        rows = list(entries("agency_return").filter(self_assessment=one.pk).select_related("agency"))
        returns = [_return(by, one, row, answers.get(row.pk, {}), last.get(row.agency_id, ("", {}))) for row in rows]
        found.append(
            AssessmentRound(one.pk, one.title, one.opened_on, one.due_on, tuple(sorted(returns, key=_by_name)))
        )
        last |= {row.agency_id: (one.title, answers.get(row.pk, {})) for row in rows if row.submitted_on is not None}
    return found[::-1]


def _return(
    by: Acting, one: Any, row: Any, answers: Mapping[str, Answered], last: tuple[str, Mapping[str, Answered]]
) -> Return:
    is_own = row.agency_id == by.agency
    seen = answers if is_own or row.submitted_on is not None else {}
    name = row.agency.name or ""
    return Return(row.pk, one.title, row.agency_id, name, one.due_on, row.submitted_on, is_own, seen, *last)


def _by_name(one: Return) -> str:
    return one.agency_name.casefold()


def _answers() -> dict[str, dict[str, Answered]]:
    """What was said, by return and standard, in the order of the standards."""
    found: dict[str, dict[str, Answered]] = {}
    for row in entries("standard_answer"):
        found.setdefault(row.agency_return_id, {})[row.standard] = Answered(
            row.pk,
            row.version,
            row.score,
            row.evidence or "",
            row.planned or "",
            row.moderated_score,
            row.moderated_reason or "",
            row.moderated_on,
        )
    return {key: {code: said[code] for code in standards() if code in said} for key, said in found.items()}


READ_HERE = {self_assessments: BOARD, agency_return: BOARD, actions_of_return: BOARD, gap_of: BOARD}

"""What waits for a reader of the Board's pages, put together from the readings of its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lapwing.board.learning import Stage
from lapwing.board.reading.audit_marking import audit_parts_given
from lapwing.board.reading.board_actions import my_actions_of_the_board
from lapwing.board.reading.briefings import briefings_for_me
from lapwing.board.reading.challenge import pulse_rounds, roster_questions
from lapwing.board.reading.learning import learning_items
from lapwing.board.reading.overdue_in_registers import overdue_in_registers
from lapwing.board.reading.self_assessments import self_assessments
from lapwing.board.reading.traced_cases import hand_overs_to_trace
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import AUDITORS, EVERYBODY, OFFICERS, OVERSIGHT, May
from lapwing.web.templating import address, counted, in_words


@dataclass(frozen=True)
class Waiting:
    """Something that waits: what it is, where it is done, and until when; whether that day has gone by."""

    says: str
    href: str
    until: str = ""
    is_late: bool = False


def waiting_for(by: Acting) -> list[Waiting]:
    """What waits for somebody of the Board's work: first what is late, otherwise in the order of the work."""
    found = [one for may, reading in READINGS if by.account.role in may for one in reading(by)]
    return sorted(found, key=lambda one: not one.is_late)


def _parts(by: Acting) -> Iterator[Waiting]:
    parts = [one for one in audit_parts_given(by=by) if one.submitted_on is None]
    if parts:
        first = min((one.due_on for one in parts if one.due_on), default=None)
        says = f"{counted(len(parts), 'case')} to mark or to moderate"
        until = f"the first by {in_words(first)}" if first else ""
        yield Waiting(says, address("board_audit_parts"), until, any(one.is_overdue for one in parts))


def _hand_overs(by: Acting) -> Iterator[Waiting]:
    cases = hand_overs_to_trace(by=by)
    if cases:
        first = cases[0].due_on
        says = f"{counted(len(cases), 'hand-over')} to trace"
        yield Waiting(says, address("board_to_trace"), f"by {in_words(first)}", first < by.today)


def _actions(by: Acting) -> Iterator[Waiting]:
    actions = my_actions_of_the_board(by=by)
    asked = sum(one.is_for_me_to_accept for one in actions)
    late = sum(one.is_mine and one.is_overdue for one in actions)
    here = address("board_actions_mine")
    if late:
        yield Waiting(f"{counted(late, 'action')} that you see to", here, is_late=True)
    if asked:
        yield Waiting(f"{counted(asked, 'action')} to accept or to hand back", here)


def _briefings(by: Acting) -> Iterator[Waiting]:
    unread = sum(one.read_on is None for one in briefings_for_me(by=by))
    if unread:
        yield Waiting(f"{counted(unread, 'briefing')} to read", address("board_briefings"))


def _roster(by: Acting) -> Iterator[Waiting]:
    asked = roster_questions(by=by)
    if asked:
        first = min(one.answer_by for one in asked)
        yield Waiting("Say that you are reached for challenge", address("board_challenge_answer"),
                      f"by {in_words(first)}", first < by.today)  # fmt: skip


def _pulse(by: Acting) -> Iterator[Waiting]:
    for one in pulse_rounds(by=by):
        if one.is_open and not one.is_answered:
            yield Waiting(
                "Three questions on challenge, answered without a name",
                address("board_pulse_round", one.key),
                f"open until {in_words(one.closes_on)}",
            )


def _returns(by: Acting) -> Iterator[Waiting]:
    for one in (each for its_round in self_assessments(by=by) for each in its_round.returns):
        if one.is_own and one.submitted_on is None:
            yield Waiting(
                f"Self-assessment of your agency, {one.round_title}",
                address("board_self_assessment_return", one.key),
                f"by {in_words(one.due_on)}",
                one.due_on < by.today,
            )


def _checks(by: Acting) -> Iterator[Waiting]:
    for one in learning_items(by=by):
        if one.stage is Stage.CHECK_DUE:
            says = f"Say whether practice changed: {one.title}"
            until = f"due on {in_words(one.check_due_on)}"
            yield Waiting(says, address("board_learning_item", one.key), until, is_late=True)


def _registers(by: Acting) -> Iterator[Waiting]:
    late = len(overdue_in_registers(by=by))
    if late:
        says = counted(late, "entry of the registers", "entries of the registers")
        yield Waiting(says, address("board_registers_overdue"), is_late=True)


READINGS: tuple[tuple[May, Callable[[Acting], Iterator[Waiting]]], ...] = (
    (EVERYBODY, _parts),
    (AUDITORS, _hand_overs),
    (EVERYBODY, _actions),
    (EVERYBODY, _briefings),
    (EVERYBODY, _roster),
    (EVERYBODY, _pulse),
    (OVERSIGHT, _returns),
    (OFFICERS, _checks),
    (OFFICERS, _registers),
)
"""For whom what is looked for."""

"""What a round shows, in numbers and words: answers by question with n, agreement of two auditors, then and now.

No answer is told by case, and no share without how many it is of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from lapwing.board.audit_answers import Answered, answered
from lapwing.board.auditing import DOES_NOT_SHOW, answers_of, grades_of, is_good, questions_of
from lapwing.records.entries import entries
from lapwing.records.store import current
from lapwing.reviews.agreement.coefficients import ac1, cohen_ordered
from lapwing.reviews.agreement.tally import tallied
from lapwing.reviews.prevalence.intervals import difference_of, wilson
from lapwing.vocabulary.board.audit_codes import AnsweredBy, PartKind, YesPartlyNo

FEWEST_FOR_CHANCE = 30
"""With fewer answers marked twice, agreement is not corrected for chance: the figure would be none."""
Values = Mapping[str, Any]


@dataclass(frozen=True)
class OfQuestion:
    """The answers to one question in a round: each with how many, the whole, and of how many it was good.

    `judged` are those that tell of good or not; where the record does not show it, it tells of neither. `unsettled` are
    those in which two auditors differ and nobody has moderated.
    """

    question: str
    number: int
    asks: str
    about_challenge: bool
    counts: tuple[tuple[str, int], ...]
    n: int
    good: int
    judged: int
    unsettled: int
    says: str


@dataclass(frozen=True)
class Agreement:
    """How often two auditors gave the same answer: of how many, how many were one step apart, and what chance leaves.

    `grades` are the answers among them in which both gave a grade; `weighted` weighs how far apart those are.
    """

    same: int
    of: int
    one_step: int
    ac1: float | None
    grades: int
    weighted: float | None
    says: str


@dataclass(frozen=True)
class Compared:
    """One question then and now, in words, with what the difference may be."""

    number: int
    asks: str
    then: str
    now: str
    says: str


def cases_in(audit_round: str) -> list[str]:
    """The cases of a round that count: those under a number that were not left out."""
    found = entries("audit_case").filter(audit_round=audit_round, number__isnull=False, withdrawn_on__isnull=True)
    return list(found.order_by("number").values_list("pk", flat=True))


def is_told(its_round: Values) -> bool:
    """Whether answers of a round are told: once every part that was given is in, or the round is closed.

    Before, the answers of one case could be told from those of the others, and auditors might mark by what others said.
    """
    marked = entries("audit_part").filter(audit_case__in=cases_in(its_round["audit_round_id"]))
    waiting = marked.filter(submitted_on__isnull=True).exclude(kind=PartKind.MODERATION)
    return its_round["closed_on"] is not None or not waiting.exists()


def answers_in(its_round: Values) -> list[Answered]:
    """Every answer of a round's cases that was handed in; none while answers are not told."""
    cases = cases_in(its_round["audit_round_id"]) if is_told(its_round) else []
    return answered(cases, its_round["audit_tool_id"])


def by_question(its_round: Values, answers: Sequence[Answered]) -> list[OfQuestion]:
    """The answers of a round by question; questions that are answered in words are left out."""
    tool = current("audit_tool", its_round["audit_tool_id"])
    every = [one for one in questions_of(its_round["audit_tool_id"]) if one["answered_by"] != AnsweredBy.WORDS]
    return [_of_question(one, tool, [a for a in answers if a.question == one["audit_question_id"]]) for one in every]


def _of_question(question: Values, tool: Values, answers: Sequence[Answered]) -> OfQuestion:
    stand = Counter(one.stands for one in answers if one.stands is not None)
    kinds = [is_good(question, tool, answer) for answer in stand.elements()]
    good, judged = kinds.count(True), len(kinds) - kinds.count(None)
    return OfQuestion(
        question=question["audit_question_id"],
        number=question["number"],
        asks=question["asks"],
        about_challenge=bool(question["about_challenge"]),
        counts=tuple((words, stand[key]) for key, words in answers_of(question, tool).items()),
        n=stand.total(),
        good=good,
        judged=judged,
        unsettled=sum(one.stands is None for one in answers),
        says=share_in_words(good, judged, _called_good(question, tool)),
    )


def _called_good(question: Values, tool: Values) -> str:
    if question["about_challenge"]:
        return "left nothing unchallenged"
    if question["answered_by"] == AnsweredBy.YES_PARTLY_NO:
        return YesPartlyNo.YES.label.lower()
    return f"{str(tool['good_enough']).lower()} or better"


def share_in_words(good: int, of: int, called: str) -> str:
    """A share with what it is of and its interval: 6 of 8 good or better (75%; 95% interval 41% to 93%)."""
    if not of:
        return "Not answered yet."
    low, high = wilson(good, of)
    return f"{good} of {of} {called} ({good / of:.0%}; 95% interval {low:.0%} to {high:.0%})"


# Agreement


def agreement(its_round: Values, answers: Sequence[Answered]) -> Agreement:
    """How far the first and the second auditor agreed, over every answer that was marked twice."""
    tool = current("audit_tool", its_round["audit_tool_id"])
    scales = {one["audit_question_id"]: list(answers_of(one, tool)) for one in questions_of(its_round["audit_tool_id"])}
    pairs = [
        (scales[one.question].index(one.first), scales[one.question].index(one.second), one)
        for one in answers
        if one.second
    ]
    same = sum(first == second for first, second, _ in pairs)
    one_step = sum(
        abs(first - second) == 1 and DOES_NOT_SHOW not in (one.first, one.second) for first, second, one in pairs
    )
    corrected = _corrected([(first, second) for first, second, _ in pairs], max(map(len, scales.values()), default=0))
    graded = _graded(its_round["audit_tool_id"], answers)
    weighted = _weighted(graded, len(grades_of(tool)))
    says = _in_words(same, len(pairs), one_step, corrected)
    says += _weighted_in_words(len(graded), weighted) if pairs else ""
    return Agreement(same, len(pairs), one_step, corrected, len(graded), weighted, says)


def _graded(tool: str, answers: Sequence[Answered]) -> list[tuple[int, int]]:
    """The grades that both auditors gave, each by its place in the order of the tool's grades."""
    place = {grade: number for number, grade in enumerate(grades_of(current("audit_tool", tool)))}
    asked = {one["audit_question_id"] for one in questions_of(tool) if one["answered_by"] == AnsweredBy.GRADE}
    both = [(one.first, one.second) for one in answers if one.question in asked]
    return [(place[first], place[second]) for first, second in both if first in place and second in place]


def _weighted(pairs: Sequence[tuple[int, int]], grades: int) -> float | None:
    """Cohen's weighted kappa; None where too few grades were given twice, or all of them were the same."""
    if len(pairs) < FEWEST_FOR_CHANCE:
        return None
    found = float(cohen_ordered(np.array(pairs), grades).coefficient)
    return found if np.isfinite(found) else None


def _weighted_in_words(grades: int, weighted: float | None) -> str:
    said = f" Grades have an order, and {grades} of these answers have a grade from both."
    if grades < FEWEST_FOR_CHANCE:
        return f"{said} That is too few to weigh how far apart they are; it takes {FEWEST_FOR_CHANCE}."
    if weighted is None:
        return f"{said} All are the same grade, so that how far apart grades are cannot be weighed."
    return (
        f"{said} Weighed by how far apart they are (Cohen's weighted kappa), agreement is {weighted:.2f}, n = {grades}: "
        f"{_stronger_than_chance(weighted)}."
    )


def _stronger_than_chance(weighted: float) -> str:
    """What a weighted kappa means: how much of the distance that chance would put between two grades is not there."""
    if weighted <= 0:
        return "the two grades lie as far apart as chance would put them, or further"
    if weighted >= 1:
        return "the two grades are the same each time"
    return f"the two grades lie {weighted:.0%} less far apart than chance would put them"


def _corrected(pairs: Sequence[tuple[int, int]], categories: int) -> float | None:
    """Gwet's AC1 (2008); None where too few were marked twice."""
    if len(pairs) < FEWEST_FOR_CHANCE:
        return None
    return float(ac1(tallied(np.array(pairs), categories)).coefficient)


def _in_words(same: int, of: int, one_step: int, corrected: float | None) -> str:
    if not of:
        return "Nothing was marked twice yet, so that nothing can be said of how far auditors agree."
    said = f"Answers that were marked twice: {of}. The same in both: {same} ({same / of:.0%}, n = {of})."
    said += f" One step apart: {one_step}." if same < of else ""
    if corrected is None:
        return f"{said} That is too few to say what chance alone would make of it."
    return f"{said} Corrected for chance (Gwet's AC1) that is {corrected:.2f}."


# Then and now


def compared(before: Values, after: Values) -> list[Compared]:
    """A round beside the one that it repeats, question by question; questions whose words changed are not compared."""
    then = {one.asks: one for one in by_question(before, answers_in(before))}
    now = by_question(after, answers_in(after))
    return [_compared(then[one.asks], one) for one in now if one.asks in then]


def _compared(then: OfQuestion, now: OfQuestion) -> Compared:
    found = difference_of((now.good, now.judged), (then.good, then.judged))
    if found is None:
        says = "There is nothing to compare yet."
    elif found.interval[0] > 0 or found.interval[1] < 0:
        says = f"{'Better' if found.difference > 0 else 'Worse'}, by more than chance alone would make of so few cases."
    elif found.difference == 0:
        says = "The same share."
    else:
        says = f"{'Better' if found.difference > 0 else 'Worse'} in this sample; with so few cases that may be chance."
    return Compared(now.number, now.asks, then.says, now.says, says)

"""Rounds of the staff pulse: what is asked, and how many answered what, told so that nobody's answer can be worked out.

That somebody answered and what was answered are stored apart, and only once a round is over is anything told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import F

from lapwing.records.entries import entries
from lapwing.records.models import PulseTaken, PulseTally
from lapwing.vocabulary.board.challenge import PulseAnswer

QUESTIONS: Mapping[str, str] = {
    "knows_how": "Do you know how to challenge another agency about a child, and whom to reach?",
    "felt_able": "Do you feel able to?",
    "challenged": "When you should have challenged in the last twelve months, did you?",
}
"""What every round asks, by the parameter of the verb that answers it."""
NO_AGENCY = ""


@dataclass(frozen=True)
class Told:
    """How many of a group gave each answer, by question; nothing where the group is too small to be told."""

    agency: str
    answered: int | None
    numbers: Mapping[str, Mapping[str, int]]


def begin_counting(pulse: str) -> None:
    """Makes every count of a round at nought, so that no later one shows in which order they came."""
    agencies = [NO_AGENCY, *entries("agency").order_by("pk").values_list("pk", flat=True)]
    PulseTally.objects.bulk_create(
        PulseTally(pulse_id=pulse, agency=agency, question=question, answer=str(answer))
        for agency in agencies
        for question in QUESTIONS
        for answer in PulseAnswer
    )


def has_taken(pulse: str, account: int) -> bool:
    """Whether an account has answered a round."""
    return bool(PulseTaken.objects.filter(pulse=pulse, account=account).exists())


def count(pulse: str, account: int, agency: str | None, answers: Mapping[str, PulseAnswer]) -> None:
    """Counts one person's answers, and apart from them that they answered."""
    PulseTaken.objects.create(pulse_id=pulse, account_id=account)
    of = PulseTally.objects.filter(pulse=pulse)
    there = agency if agency is not None and of.filter(agency=agency).exists() else NO_AGENCY
    for question, answer in answers.items():
        of.filter(agency=there, question=question, answer=str(answer)).update(number=F("number") + 1)


def told(pulse: str, *, fewest: int) -> tuple[Told, list[Told]]:
    """What a round says: of all, and of each agency. Groups so small that somebody could be found in them are kept back, and
    with them so many more that those kept back cannot be worked out from the whole.
    """
    tallies = _tallies(pulse)
    first = next(iter(QUESTIONS))
    sizes = {agency: sum(numbers[first].values()) for agency, numbers in tallies.items()}
    safe = may_be_told(sizes, fewest=fewest)
    whole: dict[str, Counter[str]] = {question: Counter() for question in QUESTIONS}
    for numbers in tallies.values():
        for question in QUESTIONS:
            whole[question].update(numbers[question])
    number = sum(sizes.values())
    of_all = Told("", number, whole) if number >= fewest else Told("", None, {})
    return of_all, [_told(agency, sizes[agency], tallies[agency], safe) for agency in tallies if sizes[agency]]


def may_be_told(sizes: Mapping[str, int], *, fewest: int) -> frozenset[str]:
    """The groups that may be told of beside the whole: each large enough, and so are all others taken together."""
    safe = {one for one, size in sizes.items() if size >= fewest}
    while safe and 0 < sum(size for one, size in sizes.items() if one not in safe) < fewest:
        safe.remove(min(safe, key=lambda one: (sizes[one], one)))
    return frozenset(safe)


def _told(agency: str, size: int, numbers: Mapping[str, Counter[str]], safe: frozenset[str]) -> Told:
    return Told(agency, size, numbers) if agency in safe else Told(agency, None, {})


def _tallies(pulse: str) -> dict[str, dict[str, Counter[str]]]:
    found: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: {question: Counter() for question in QUESTIONS})
    for row in PulseTally.objects.filter(pulse=pulse).values("agency", "question", "answer", "number"):
        found[row["agency"]][row["question"]][row["answer"]] += row["number"]
    return dict(found)

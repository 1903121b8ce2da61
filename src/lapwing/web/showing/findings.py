"""What the checks say, in words: the most pressing first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lapwing.conduct.reading import FindingShown
from lapwing.engine.check import Outcome
from lapwing.web.templating import address, in_words

SHOWN_FIRST = (Outcome.NOT_MET, Outcome.DUE_SOON, Outcome.CANNOT_TELL)
"""What somebody can do something about, in this order."""
FOLDED = (Outcome.NOT_YET_DUE, Outcome.EXCEPTED, Outcome.MET_LATE, Outcome.MET)
"""What stands behind a line to open."""
TAGS = {
    Outcome.NOT_MET: "lw-tag--not-met",
    Outcome.DUE_SOON: "lw-tag--due-soon",
    Outcome.CANNOT_TELL: "lw-tag--cannot-tell",
    Outcome.MET: "lw-tag--met",
    Outcome.MET_LATE: "lw-tag--met",
}


@dataclass(frozen=True)
class FindingLine:
    """One finding in a list: its question, how it stands, its reason, and where it is explained."""

    asks: str
    outcome: str
    tag: str
    urgent: bool
    due: str
    reason: str
    href: str


@dataclass(frozen=True)
class FindingGroup:
    """Findings with one outcome."""

    title: str
    lines: tuple[FindingLine, ...]


def grouped(child: str, findings: Iterable[FindingShown], outcomes: Iterable[Outcome]) -> list[FindingGroup]:
    """The findings with these outcomes, by outcome; urgent ones first in each."""
    every = list(findings)
    groups = [
        FindingGroup(outcome.label, tuple(_line(child, one) for one in every if one.outcome == outcome))
        for outcome in outcomes
    ]
    return [group for group in groups if group.lines]


def _line(child: str, one: FindingShown) -> FindingLine:
    outcome = Outcome(one.outcome)
    return FindingLine(
        asks=one.asks,
        outcome=outcome.label,
        tag=tag(outcome, one.urgent),
        urgent=one.urgent,
        due=f"Due {in_words(one.due_on)}" if one.due_on else "",
        reason=one.reason,
        href=address("finding", child, one.check, one.subject),
    )


def tag(outcome: Outcome, urgent: bool) -> str:
    """The look of an outcome; what is urgent says so in words too."""
    return "lw-tag--urgent" if urgent else TAGS.get(outcome, "lw-tag--quiet")


def how_old(born_on: date | None, today: date) -> str:
    """An age as people say it: days up to two weeks, weeks up to six months, months up to two years, then years."""
    if born_on is None or born_on > today:
        return ""
    days = (today - born_on).days
    months = (today.year - born_on.year) * 12 + today.month - born_on.month - (today.day < born_on.day)
    if days < 14:
        return _so_many(days, "day")
    if months < 6:
        return _so_many(days // 7, "week")
    return _so_many(months, "month") if months < 24 else _so_many(months // 12, "year")


def _so_many(number: int, one: str) -> str:
    return f"{number} {one}{'' if number == 1 else 's'} old"


def weeks_pregnant(expected_on: date, today: date) -> str:
    """How far a pregnancy is, by the day on which the birth is expected: 40 weeks after its start."""
    days = 280 - (expected_on - today).days
    if days < 0:
        return ""
    return f"{days // 7} weeks" + (f" and {days % 7} days" if days % 7 else "")


def every_outcome() -> Iterator[Outcome]:
    """Outcomes in the order in which pages show them."""
    yield from (*SHOWN_FIRST, *FOLDED)

"""What the checks say, in words: the most pressing first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from lapwing.conduct.findings import PRESSING
from lapwing.conduct.reading import FindingShown
from lapwing.engine.check import Outcome
from lapwing.lessons.ages_of_concern import HEADINGS, LESSONS, TITLES
from lapwing.web.showing.record import OpenRecord
from lapwing.web.templating import address, in_words

SHOWN_FIRST = PRESSING
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
class About:
    """One of what a finding is about: what it is called, why it stands so, when it is due, and where it is explained."""

    called: str
    reason: str
    due: str
    href: str


@dataclass(frozen=True)
class FindingLine:
    """One gap: a question with one answer, of one or of several subjects."""

    asks: str
    outcome: str
    tag: str
    urgent: bool
    about: tuple[About, ...]


@dataclass(frozen=True)
class FindingGroup:
    """Lines that stand under one heading."""

    title: str
    lines: tuple[FindingLine, ...]


def pressing(record: OpenRecord, findings: Iterable[FindingShown]) -> list[FindingLine]:
    """What somebody can do something about: urgent first, then what is not met, due soon, and cannot be told."""
    place = {str(outcome): number for number, outcome in enumerate(SHOWN_FIRST)}
    open_ones = [one for one in findings if one.outcome in place]
    return lines_of(record, sorted(open_ones, key=lambda one: (not one.urgent, place[one.outcome])))


def grouped(record: OpenRecord, findings: Iterable[FindingShown], outcomes: Iterable[Outcome]) -> list[FindingGroup]:
    """The findings with these outcomes, by outcome."""
    every = list(findings)
    groups = [
        FindingGroup(outcome.label, tuple(lines_of(record, [one for one in every if one.outcome == outcome])))
        for outcome in outcomes
    ]
    return [group for group in groups if group.lines]


def by_heading(record: OpenRecord, findings: Iterable[FindingShown]) -> list[FindingGroup]:
    """The findings by the heading of the report that their lesson stands under, in its order; those of the area last."""
    groups: dict[str, list[FindingShown]] = {}
    for one in findings:
        groups.setdefault(heading_of(one.lesson), []).append(one)
    order = [*HEADINGS, OF_THE_AREA]
    place = {outcome: number for number, outcome in enumerate(map(str, every_outcome()))}
    return [
        FindingGroup(
            heading_in_words(name),
            tuple(lines_of(record, sorted(groups[name], key=lambda one: (not one.urgent, place.get(one.outcome, 99))))),
        )
        for name in order
        if name in groups
    ]


OF_THE_AREA = "of_the_area"


@cache
def _headings() -> Mapping[str, str]:
    return {lesson.id: lesson.heading for lesson in LESSONS}


def heading_of(lesson: str) -> str:
    """The heading of the report under which a lesson stands."""
    return _headings().get(lesson, OF_THE_AREA)


def heading_in_words(name: str) -> str:
    """A heading as it is read: Before birth."""
    return TITLES.get(name, "The area's own checks")


def lines_of(record: OpenRecord, findings: Iterable[FindingShown]) -> list[FindingLine]:
    """One line a gap, in the order in which the first of each comes."""
    gaps: dict[tuple[str, str, bool], list[FindingShown]] = {}
    for one in findings:
        gaps.setdefault((one.check, one.outcome, one.urgent), []).append(one)
    return [_line(record, some) for some in gaps.values()]


def _line(record: OpenRecord, some: list[FindingShown]) -> FindingLine:
    first, outcome = some[0], Outcome(some[0].outcome)
    return FindingLine(
        asks=first.asks,
        outcome=outcome.label,
        tag=tag(outcome, first.urgent),
        urgent=first.urgent,
        about=tuple(_about(record, one) for one in some),
    )


def _about(record: OpenRecord, one: FindingShown) -> About:
    table = record.table_of(one.subject)
    return About(
        called=record.called(table, one.subject) if table else record.record.child.called,
        reason=one.reason,
        due=f"Due {in_words(one.due_on)}" if one.due_on else "",
        href=address("finding", record.child, one.check, one.subject),
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

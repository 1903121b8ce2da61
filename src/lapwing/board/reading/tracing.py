"""From a measure back to the lesson and the case review that it came from, and forward to what was done and to what effect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lapwing.board.lessons_named import BY_ID, parted
from lapwing.board.reading.learning import ItemShown, shown
from lapwing.checks import CHECKS
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import BOARD
from lapwing.conduct.permissions import NOT_HERE, check_user_can
from lapwing.conduct.reading.record import note_reading
from lapwing.engine.measure import Measure
from lapwing.lessons.ages_of_concern import SOURCE, Lesson
from lapwing.measures import MEASURES
from lapwing.records.entries import entries
from lapwing.records.store import NoSuchEntry
from lapwing.vocabulary.board.codes import ArisesFrom


@dataclass(frozen=True)
class Link:
    """One link of a chain: what kind of thing it is, what it says, and what follows from it.

    `leads_to` says what its `key` is of: a measure, a lesson, a learning_item, a board_action or a briefing; empty where
    it has no page.
    """

    kind: str
    says: str
    leads_to: str = ""
    key: str = ""
    then: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Trace:
    """What something came from, and what came of it."""

    kind: str
    title: str
    back: tuple[Link, ...]
    forward: tuple[Link, ...]


def trace(*, by: Acting, what: str) -> Trace:
    """The chain of a measure (by code), a lesson (by id) or an item of learning (by key); NoSuchEntry for anything else."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "trace", key=what)
    if what in MEASURES:
        return _of_measure(MEASURES[what], by)
    if what in BY_ID:
        return _of_lesson(BY_ID[what], by)
    row = entries("learning_item").filter(pk=what).first()
    if row is None:
        raise NoSuchEntry(NOT_HERE)
    one = shown(row, by)
    back = (_source(row), *(_lesson(lesson, _from_the_report(lesson)) for lesson in one.item.lessons))
    return Trace("Item of learning", one.item.title, back, tuple(_chain(one)))


def _of_measure(measure: type[Measure], by: Acting) -> Trace:
    lessons = (measure.lesson, *measure.findings)
    ids = {one.id for one in lessons}
    rows = [row for row in _items() if _looks_at(row, measure.code) or ids & {one.id for one in parted(row.lessons)}]
    back = tuple(_lesson(one, (*_from_the_report(one), *_sources_of(one))) for one in lessons)
    return Trace("Measure", measure.asks, back, _item_links(rows, by))


def _of_lesson(lesson: Lesson, by: Acting) -> Trace:
    rows = [row for row in _items() if lesson in parted(row.lessons)]
    answers = [_lesson(one) for one in BY_ID.values() if lesson.id in one.answered_by]
    checked = [Link("Check on records", one.asks) for one in CHECKS.values() if one.lesson.id == lesson.id]
    measured = [
        Link("Measure", one.asks, "measure", one.code)
        for one in MEASURES.values()
        if lesson.id in (one.lesson.id, *(each.id for each in one.findings))
    ]
    back = (*_from_the_report(lesson), *answers, *_sources_of(lesson))
    forward = (*(_lesson(BY_ID[one]) for one in lesson.answered_by), *checked, *measured, *_item_links(rows, by))
    return Trace(f"Lesson {lesson.id}", lesson.text, back, forward)


def _items() -> list[Any]:
    return list(entries("learning_item").order_by("begun_on", "pk"))


def _looks_at(row: Any, code: str) -> bool:
    """Whether an item came out of a measure, or is checked by it."""
    if row.arises_from == ArisesFrom.MEASURE and row.arises_from_key == code:
        return True
    return bool(entries("practice_check").filter(learning_item=row.pk, measure=code).exists())


def _lesson(lesson: Lesson, then: Iterable[Link] = ()) -> Link:
    return Link(f"Lesson {lesson.id}", lesson.text, "lesson", lesson.id, tuple(then))


def _from_the_report(lesson: Lesson) -> tuple[Link, ...]:
    where = f"{SOURCE.title}, {lesson.cited}: from {SOURCE.reviews} case reviews evaluated {SOURCE.evaluated}"
    return (Link("Report", where),)


def _sources_of(lesson: Lesson) -> list[Link]:
    """The case reviews, audits and challenges of the area by which somebody came upon a lesson again."""
    return [_source(row) for row in _items() if lesson in parted(row.lessons)]


def _source(row: Any) -> Link:
    """What an item came out of, as it is called."""
    kind = ArisesFrom.labels().get(row.arises_from, "")
    measure = MEASURES.get(row.arises_from_key or "")
    if row.arises_from == ArisesFrom.MEASURE and measure is not None:
        return Link(kind, measure.asks, "measure", measure.code)
    return Link(kind, "; ".join(filter(None, (row.source_title, row.source_says))) or row.title or "")


def _item_links(rows: Sequence[Any], by: Acting) -> tuple[Link, ...]:
    every = [shown(row, by) for row in rows]
    return tuple(
        Link(
            "Item of learning", f"{one.item.title}: {one.item.stage}", "learning_item", one.item.key, tuple(_chain(one))
        )
        for one in every
    )


def _chain(one: ItemShown) -> Iterator[Link]:
    """What was done for an item, in the order in which it is done: actions, briefing, practice check, effect."""
    for action in one.actions:
        who = action.owner or action.agency or "nobody yet"
        yield Link("Action", f"{action.says} ({who}; {action.stands})", "board_action", action.key)
    for told in one.briefings:
        reach = f"sent to {told.sent}, opened by {told.opened}, read by {told.read}"
        yield Link("Briefing", f"{told.title}: {reach}", "briefing", told.key)
    for check in one.checks:
        effects = tuple(Link("Effect", f"{said.effect}. {said.how_known}") for said in check.effects)
        which = ("measure", check.measure) if check.measure else ("", "")
        yield Link("Practice check", f"{check.by} At the start: {check.start_says}", *which, effects)


READ_HERE = {trace: BOARD}

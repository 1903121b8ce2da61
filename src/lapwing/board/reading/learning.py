"""What the partnership has learned: every item with how it stands, and one with all that was done for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lapwing.board.figures import latest
from lapwing.board.learning import Check, Stage, checks_of, stage_of, told_by
from lapwing.board.lessons_named import parted
from lapwing.board.reading.board_actions import BoardAction, actions_of_item
from lapwing.board.then_and_now import Start, then_and_now
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import BOARD
from lapwing.conduct.permissions import NOT_HERE, check_user_can
from lapwing.conduct.reading.record import note_reading
from lapwing.lessons.ages_of_concern import Lesson
from lapwing.measures import MEASURES
from lapwing.records.entries import entries
from lapwing.records.store import NoSuchEntry
from lapwing.vocabulary.board.codes import ArisesFrom
from lapwing.vocabulary.board.learning import CheckedBy, Effect


@dataclass(frozen=True)
class Item:
    """An item in a list: what it is called, out of what, for which lessons, how it stands, and what is late.

    `told_by` is the day by which its briefing goes out, `told_on` the day on which it first went to anybody.
    """

    key: str
    version: int
    title: str
    arises_from: str
    arises_from_key: str
    source: str
    lessons: tuple[Lesson, ...]
    begun_on: date | None
    stage: Stage
    check_due_on: date | None
    told_by: date | None
    told_on: date | None
    is_told_late: bool


@dataclass(frozen=True)
class EffectSaid:
    """What somebody said came of an item: in words, how it is known, what was told that day of then and now, and by whom."""

    effect: str
    how_known: str
    then_and_now: str
    said_on: date | None
    said_by: str


@dataclass(frozen=True)
class CheckShown:
    """A practice check: its round, by what it is seen, when, how it stood at the start, how it stands now, and what was said.

    `now` is of a measure that nobody has answered for yet.
    """

    key: str
    number: int
    by: str
    measure: str
    audit_round: str
    due_on: date | None
    chosen_on: date | None
    start_says: str
    now: str
    effects: tuple[EffectSaid, ...]
    is_answered: bool


@dataclass(frozen=True)
class BriefingOfItem:
    """The briefing of an item: its key and title, and to how many it went, who opened it and who read it."""

    key: str
    title: str
    sent: int
    opened: int
    read: int


@dataclass(frozen=True)
class ItemShown:
    """One item with everything about it; `arises_from` as a code."""

    item: Item
    arises_from: str
    learned: str
    source_says: str
    set_aside_reason: str
    actions: tuple[BoardAction, ...]
    checks: tuple[CheckShown, ...]
    briefings: tuple[BriefingOfItem, ...]


def learning_items(*, by: Acting) -> list[Item]:
    """Every item: what is open before what is over, the one whose check is due first before others."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "learning_items")
    found = items_among(list(entries("learning_item")), by.today)
    return sorted(
        found, key=lambda one: (not one.stage.is_open, one.check_due_on or date.max, one.begun_on or date.max)
    )


def learning_item(*, by: Acting, key: str) -> ItemShown:
    """One item with its source, actions, briefing, practice checks and what came of it; NoSuchEntry where there is none."""
    check_user_can("see_board", BOARD, by=by, child=None)
    row = entries("learning_item").filter(pk=key).first()
    if row is None:
        raise NoSuchEntry(NOT_HERE)
    note_reading(by, "learning_item", key=key)
    return shown(row, by)


def shown(row: Any, by: Acting) -> ItemShown:
    """An item with everything about it; for readings that have checked who asks."""
    item = items_among([row], by.today)[0]
    checks = checks_of([row.pk]).get(row.pk, [])
    return ItemShown(
        item,
        row.arises_from,
        row.learned or "",
        row.source_says or "",
        row.set_aside_reason or "",
        tuple(actions_of_item(row.pk, by)),
        tuple(_check(one, item.stage) for one in checks),
        tuple(_briefings(row.pk)),
    )


def items_among(rows: Sequence[Any], today: date) -> list[Item]:
    """Entries of items as they are listed; for readings that have checked who asks."""
    keys = [row.pk for row in rows]
    checks, told = checks_of(keys), _first_told(keys)
    return [_item(row, checks.get(row.pk, []), told.get(row.pk), today) for row in rows]


def _first_told(keys: Sequence[str]) -> dict[str, date]:
    sent = entries("briefing_sent").filter(briefing__learning_item__in=keys).order_by("-sent_on")
    return dict(sent.values_list("briefing__learning_item", "sent_on"))


def _item(row: Any, checks: Sequence[Check], told_on: date | None, today: date) -> Item:
    stage = stage_of(row.set_aside_on, checks, today)
    by_when = told_by(row.begun_on)
    waits = checks and not checks[-1].is_answered and stage.is_open
    return Item(
        key=row.pk,
        version=row.version,
        title=row.title or "",
        arises_from=ArisesFrom.labels().get(row.arises_from, ""),
        arises_from_key=row.arises_from_key or "",
        source=row.source_title or "",
        lessons=parted(row.lessons),
        begun_on=row.begun_on,
        stage=stage,
        check_due_on=checks[-1].due_on if waits else None,
        told_by=by_when,
        told_on=told_on,
        is_told_late=stage.is_open and told_on is None and by_when is not None and by_when < today,
    )


def _check(one: Check, stage: Stage) -> CheckShown:
    row = one.check
    is_open = not one.is_answered and stage.is_open
    return CheckShown(
        row.pk,
        row.number,
        MEASURES[row.measure].asks if row.measure in MEASURES else CheckedBy.labels()[row.checked_by],
        row.measure or "",
        getattr(row.audit_round, "title", None) or "",
        one.due_on,
        row.chosen_on,
        row.start_says or "",
        _now(row) if is_open and row.measure in MEASURES else "",
        tuple(_said(effect) for effect in one.effects),
        one.is_answered,
    )


def _now(row: Any) -> str:
    start = Start(row.start_says, row.chosen_on, row.start_met, row.start_of, row.start_until_on)
    return then_and_now(start, latest(row.measure))


def _said(row: Any) -> EffectSaid:
    return EffectSaid(
        Effect.labels()[row.effect],
        row.how_known or "",
        row.then_and_now or "",
        row.said_on,
        getattr(row.stored_by, "name", ""),
    )


def _briefings(item: str) -> list[BriefingOfItem]:
    found = []
    for row in entries("briefing").filter(learning_item=item).order_by("recorded_at"):
        sent = entries("briefing_sent").filter(briefing=row.pk)
        counts = (sent.filter(**{f"{name}__isnull": False}).count() for name in ("opened_on", "read_on"))
        found.append(BriefingOfItem(row.pk, row.title or "", sent.count(), *counts))
    return found


READ_HERE = {learning_items: BOARD, learning_item: BOARD}

"""The advice that agencies give parents: each item, what topics and parents it leaves out, and whether all say the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from lapwing.board.owning import agencies_by_key, may_keep, people_by_account
from lapwing.board.planned import planned_gaps
from lapwing.board.readability import Readability, readability
from lapwing.board.reading.materials import told_in_turn
from lapwing.board.same_message import only_one_says
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import BOARD
from lapwing.conduct.permissions import NOT_HERE, check_user_can
from lapwing.conduct.reading.record import note_reading
from lapwing.records.entries import entries
from lapwing.records.store import NoSuchEntry
from lapwing.vocabulary.board.lists import code_of, parted
from lapwing.vocabulary.board.register_codes import ParentGroup, SameMessage
from lapwing.vocabulary.care_codes import AdviceTopic

REQUIRED = (
    AdviceTopic.CO_SLEEPING,
    AdviceTopic.OVERLAY,
    AdviceTopic.PARENTAL_SUBSTANCES,
    AdviceTopic.PRESCRIBED_MEDICINES,
)
"""What paragraph 53 asks advice to parents to be clear on."""
TOPICS = (*REQUIRED, AdviceTopic.CRYING)
NO_CURRENT: Mapping[AdviceTopic, str] = {
    AdviceTopic.CO_SLEEPING: "No current material in the catalogue mentions sleeping with a baby.",
    AdviceTopic.OVERLAY: "No current material in the catalogue mentions overlay.",
    AdviceTopic.PARENTAL_SUBSTANCES: "No current material in the catalogue mentions a parent's drugs and alcohol.",
    AdviceTopic.PRESCRIBED_MEDICINES: (
        "No current material in the catalogue mentions giving a parent's prescribed medicine to a baby."
    ),
}
"""What is said where a topic that is asked for has nothing."""


@dataclass(frozen=True)
class AdviceItem:
    """An item of advice as it stands; `is_current` until the day on which it is to be reviewed is over."""

    advice_item: str
    name: str
    edition: str
    agency: str
    topics: tuple[AdviceTopic, ...]
    made_for: tuple[ParentGroup, ...]
    languages: str
    easy_read: bool | None
    keeper: str
    review_on: date | None
    wording: str
    link: str
    is_current: bool
    is_withdrawn: bool
    reads: Readability | None
    tested_on: date | None
    changed_at: datetime
    may_change: bool


@dataclass(frozen=True)
class AdviceTest:
    """That parents were asked, by whom and how many as it may be told, and what came of it."""

    tested_on: date
    tested_by: str
    asked: str
    says: str
    changed: str


class CoverageCell(StrEnum):
    """What advice there is on a topic for parents of a kind."""

    CURRENT = "Current"
    FOR_ANYBODY = "Only what is for any parent"
    OVERDUE = "Review overdue"
    PLANNED = "Nothing yet, planned"
    NOTHING = "Nothing"


@dataclass(frozen=True)
class Comparison:
    """That somebody compared what the agencies say on a topic; it `holds` until one of the items changes."""

    compared_on: date
    by: str
    result: SameMessage
    differs_in: str
    read: str
    holds: bool


@dataclass(frozen=True)
class Coverage:
    """On each topic what there is for each kind of parents, the languages, and what is missing altogether, in sentences."""

    cells: Mapping[tuple[AdviceTopic, ParentGroup], CoverageCell]
    languages: Mapping[AdviceTopic, Sequence[str]]
    easy_read: Mapping[AdviceTopic, bool]
    compared: Mapping[AdviceTopic, Comparison | None]
    lacking: Sequence[str]


@dataclass(frozen=True)
class SideBySide:
    """What each agency tells parents on a topic, the last comparison of it, and sentences that one agency alone has."""

    topic: AdviceTopic
    items: Sequence[AdviceItem]
    compared: Comparison | None
    only_one_says: Mapping[str, Sequence[str]]


def advice_items(*, by: Acting) -> list[AdviceItem]:
    """Every item of advice that is still given, by agency and name."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "advice_items")
    return items_as_they_stand(by)


def advice_item(*, by: Acting, item: str) -> tuple[AdviceItem, list[AdviceTest]]:
    """One item with its tests with parents, the newest first; NoSuchEntry where there is none."""
    check_user_can("see_board", BOARD, by=by, child=None)
    row = entries("advice_item").filter(pk=item).values().first()
    if row is None:
        raise NoSuchEntry(NOT_HERE)
    note_reading(by, "advice_item", key=item)
    tests = entries("advice_test").filter(advice_item=item).order_by("-tested_on").values()
    return _items(by, [row])[0], [
        AdviceTest(
            one["tested_on"], one["tested_by"], told_in_turn([one["asked"]])[0], one["says"], one["changed"] or ""
        )
        for one in tests
    ]


def advice_coverage(*, by: Acting) -> Coverage:
    """What the catalogue has on each topic for each kind of parents."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "advice_coverage")
    items = items_as_they_stand(by)
    current = {topic: [one for one in items if one.is_current and topic in one.topics] for topic in TOPICS}
    planned = planned_gaps("advice")
    return Coverage(
        cells={(topic, group): _cell(items, topic, group, planned) for topic in TOPICS for group in ParentGroup},
        languages={topic: sorted({one.languages for one in some if one.languages}) for topic, some in current.items()},
        easy_read={topic: any(one.easy_read for one in some) for topic, some in current.items()},
        compared={topic: _compared(topic, items) for topic in TOPICS},
        lacking=[says for topic, says in NO_CURRENT.items() if not current[topic]],
    )


def advice_side_by_side(*, by: Acting, topic: AdviceTopic) -> SideBySide:
    """What each agency tells parents on a topic, to be compared."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "advice_side_by_side", topic=str(topic))
    every = items_as_they_stand(by)
    items = [one for one in every if topic in one.topics]
    texts: dict[str, str] = {}
    for one in items:
        texts[one.agency] = "\n".join(filter(None, (texts.get(one.agency, ""), one.wording)))
    texts = {agency: text for agency, text in texts.items() if text}
    alone = only_one_says(texts) if len(texts) > 1 else {}
    return SideBySide(topic, items, _compared(topic, every), alone)


def items_as_they_stand(by: Acting) -> list[AdviceItem]:
    """The same for readings that have been asked for already."""
    return _items(by, list(entries("advice_item").filter(withdrawn_on__isnull=True).values()))


def comparisons_due(items: Iterable[AdviceItem]) -> list[AdviceTopic]:
    """The topics on which several agencies say something that nobody has compared as it stands now."""
    items = list(items)
    several = [topic for topic in TOPICS if len({one.agency for one in items if topic in one.topics}) > 1]
    compared = {topic: _compared(topic, items) for topic in several}
    return [topic for topic, last in compared.items() if last is None or not last.holds]


def _items(by: Acting, rows: Sequence[Mapping[str, Any]]) -> list[AdviceItem]:
    agencies = agencies_by_key(row["owner_agency_id"] for row in rows)
    people = people_by_account(row["keeper_account_id"] for row in rows)
    tests = entries("advice_test").filter(advice_item__in=[row["advice_item_id"] for row in rows])
    tested = dict(tests.order_by("tested_on").values_list("advice_item_id", "tested_on"))
    some = [_item(by, row, agencies, people, tested.get(row["advice_item_id"])) for row in rows]
    return sorted(some, key=lambda one: (one.agency.casefold(), one.name.casefold(), one.advice_item))


def _item(
    by: Acting,
    row: Mapping[str, Any],
    agencies: Mapping[str | None, str],
    people: Mapping[int | None, str],
    tested_on: date | None,
) -> AdviceItem:
    is_withdrawn = row["withdrawn_on"] is not None
    return AdviceItem(
        advice_item=row["advice_item_id"],
        **{column: row[column] or "" for column in ("name", "edition", "languages", "wording", "link")},
        agency=agencies.get(row["owner_agency_id"], ""),
        topics=parted(row["topics"], AdviceTopic),
        made_for=parted(row["made_for"], ParentGroup),
        easy_read=row["easy_read"],
        keeper=people.get(row["keeper_account_id"], ""),
        review_on=row["review_on"],
        is_current=not is_withdrawn and row["review_on"] is not None and row["review_on"] >= by.today,
        is_withdrawn=is_withdrawn,
        reads=readability(row["wording"]),
        tested_on=tested_on,
        changed_at=row["recorded_at"],
        may_change=may_keep(by, row["owner_agency_id"]) and not is_withdrawn,
    )


def _cell(
    items: Iterable[AdviceItem], topic: AdviceTopic, group: ParentGroup, planned: set[tuple[str, ...]]
) -> CoverageCell:
    on_it = [one for one in items if topic in one.topics]
    own = [one for one in on_it if group in one.made_for]
    if any(one.is_current for one in own):
        return CoverageCell.CURRENT
    if own:
        return CoverageCell.OVERDUE
    if any(one.is_current and ParentGroup.ANY in one.made_for for one in on_it):
        return CoverageCell.FOR_ANYBODY
    return CoverageCell.PLANNED if (str(topic), str(group)) in planned else CoverageCell.NOTHING


def _compared(topic: AdviceTopic, items: Iterable[AdviceItem]) -> Comparison | None:
    """The last comparison on a topic; it no longer holds where an item on it was changed since."""
    row = entries("advice_comparison").filter(topic=topic).order_by("-compared_on", "-recorded_at").values().first()
    if row is None:
        return None
    return Comparison(
        compared_on=row["compared_on"],
        by=people_by_account([row["compared_by_account_id"]]).get(row["compared_by_account_id"], ""),
        result=code_of(row["result"], SameMessage),
        differs_in=row["differs_in"] or "",
        read=row["read"] or "",
        holds=not any(_changed_since(one, row) for one in items if topic in one.topics),
    )


def _changed_since(one: AdviceItem, compared: Mapping[str, Any]) -> bool:
    return bool(one.changed_at > compared["recorded_at"] or one.changed_at.date() > compared["compared_on"])


READ_HERE = {advice_items: BOARD, advice_item: BOARD, advice_coverage: BOARD, advice_side_by_side: BOARD}

"""What changed in a year, and how that is known: each item of learning on which somebody said what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from lapwing.board.yearly.document import Block, Chapter, Paragraph, Sheet
from lapwing.board.yearly.kept_in_year import NONE, Row, accounts_by_key, in_words, label, rows_of
from lapwing.board.yearly.year import ReportYear

NOTHING_SAID = "Of nothing that was learned did anybody say in these twelve months what came of it."
GAVE_UP = "Taken up and given up without an effect that is known"


def changed(year: ReportYear, today: date) -> tuple[tuple[Block, ...], tuple[Chapter, ...]]:
    """A chapter an effect that was said of something, what did not work among them; and what was given up."""
    said = [row for row in rows_of("learning_effect") if year.has(row["said_on"])]
    items = {row["key"]: row for row in rows_of("learning_item")}
    of_check = {row["key"]: items[row["learning_item_id"]] for row in rows_of("practice_check")}
    kinds = dict.fromkeys(row["effect"] for row in said)
    chapters = [_of_effect(kind, [row for row in said if row["effect"] == kind], of_check) for kind in kinds]
    given_up = [row for row in items.values() if year.has(row["set_aside_on"])]
    if given_up:
        chapters.append(Chapter(GAVE_UP, (_given_up(given_up),)))
    return () if said else (Paragraph(NOTHING_SAID),), tuple(chapters)


def _of_effect(kind: str, said: Sequence[Row], of_check: Mapping[str, Row]) -> Chapter:
    title = label("learning_effect", "effect", kind)
    columns = ("What was learned", "How it is known", "Then and now", "Said")
    return Chapter(
        title, (Sheet(f"{title}: what was learned", columns, tuple(_effect(one, of_check) for one in said)),)
    )


def _effect(row: Row, of_check: Mapping[str, Row]) -> tuple[str, ...]:
    item = of_check[row["practice_check_id"]]
    who = accounts_by_key().get(row["stored_by"], "")
    learned = f"{item['title']}: {item['learned']}"
    said = f"{who}, {in_words(row['said_on'])}".strip(", ")
    return (learned, row["how_known"] or NONE, row["then_and_now"] or NONE, said)


def _given_up(items: Sequence[Row]) -> Sheet:
    rows = tuple((row["title"] or "", in_words(row["set_aside_on"]), row["set_aside_reason"] or NONE) for row in items)
    return Sheet("Learning that was given up", ("What was learned", "Given up", "Why"), rows)

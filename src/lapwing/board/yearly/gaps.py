"""What a yearly report says is not known or was not done, so that nobody reads silence as good news; and what is still to do."""

from __future__ import annotations

from datetime import date

from lapwing.board.coverage import not_carried, silent_services
from lapwing.board.figures import latest_of_all
from lapwing.board.yearly.did import owner_of
from lapwing.board.yearly.document import Block, Chapter, Paragraph, Points, Sheet
from lapwing.board.yearly.found import measures_of
from lapwing.board.yearly.kept_in_year import in_words, rows_of
from lapwing.board.yearly.registers import overdue
from lapwing.board.yearly.year import ReportYear
from lapwing.lessons.ages_of_concern import IMPLICATIONS, KEY_FINDINGS, Audience
from lapwing.vocabulary.codes import AgencyKind
from lapwing.vocabulary.records import TABLES

NO_GAP = "Nothing of this kind is missing."
ALL_KINDS = tuple(kind for kind in AgencyKind if kind is not AgencyKind.OTHER)


def gaps(year: ReportYear, today: date) -> tuple[tuple[Block, ...], tuple[Chapter, ...]]:
    """Figures that could not be counted, services that send nothing, and what was due in the year and not done."""
    every = (_uncounted(), _coverage(today), _not_done(year, today))
    blocks = tuple(one for one in every if one.points)
    return blocks or (Paragraph(NO_GAP),), ()


def _uncounted() -> Points:
    """Key findings to which no measure speaks, and measures that say nothing."""
    silent = [f"{one.id}: no measure speaks to it." for one in KEY_FINDINGS if not measures_of(one)]
    silent += [f"{one.asks} {_sentence(one.says)}" for one in latest_of_all().values() if not one.of]
    return Points("What the records cannot show:", tuple(silent))


def _sentence(says: str) -> str:
    return f"{says[0].upper()}{says[1:]}." if says else ""


def _coverage(today: date) -> Points:
    services = [f"{one}: nothing was recorded in the last twelve months." for one in silent_services(ALL_KINDS, today)]
    tables = [f"No system here tells anything of this kind: {one}." for one in not_carried(TABLES)]
    return Points("Services and records of which nothing is known here:", (*services, *tables))


def _not_done(year: ReportYear, today: date) -> Points:
    return Points(
        "What was due and not done:",
        (*_audits_open(year), *overdue(today), *_not_looked_at(year), *_actions_overdue(year)),
    )


def _audits_open(year: ReportYear) -> tuple[str, ...]:
    rows = [row for row in rows_of("audit_round") if year.has(row["due_on"]) and row["closed_on"] is None]
    return tuple(f"The audit {row['title']} was due on {in_words(row['due_on'])} and is not closed." for row in rows)


def _not_looked_at(year: ReportYear) -> tuple[str, ...]:
    """Lessons for Boards that the Board did not look at in the year."""
    seen = {row["about"] for row in rows_of("board_review") if year.has(row["reviewed_on"])}
    lessons = [one for one in IMPLICATIONS if one.audience is Audience.BOARD and one.id not in seen]
    return tuple(f"The Board recorded no look at {one.id}: {one.text}" for one in lessons)


def _actions_overdue(year: ReportYear) -> tuple[str, ...]:
    late = [row for row in rows_of("board_action") if _is_late(row["due_on"], row["done_on"], row["dropped_on"], year)]
    return tuple(f"Due on {in_words(row['due_on'])} from {owner_of(row)}: {row['says']}" for row in late)


def _is_late(due_on: date | None, done_on: date | None, dropped_on: date | None, year: ReportYear) -> bool:
    return due_on is not None and due_on <= year.until and done_on is None and dropped_on is None


def ahead(year: ReportYear, today: date) -> tuple[tuple[Block, ...], tuple[Chapter, ...]]:
    """The actions of the partnership that are open, with who sees to them."""
    going = [row for row in rows_of("board_action") if row["done_on"] is None and row["dropped_on"] is None]
    rows = tuple((row["says"] or "", owner_of(row), in_words(row["due_on"])) for row in going)
    columns = ("What is to be done", "Who sees to it", "By")
    return ((Sheet("Actions that are open", columns, rows),) if rows else ()), ()

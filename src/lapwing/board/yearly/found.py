"""What the records show, as a yearly report has it: each key finding of the report, its measures, and what was said of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lapwing.board.figure_words import how_long, not_in_it, with_range
from lapwing.board.figures import Figure, latest_of_all
from lapwing.board.yearly.document import Block, Chapter, Paragraph, Sheet
from lapwing.board.yearly.kept_in_year import NONE, Row, accounts_by_key, in_words, rows_of
from lapwing.board.yearly.year import ReportYear
from lapwing.lessons.ages_of_concern import KEY_FINDINGS, Lesson
from lapwing.measures import MEASURES

COLUMNS = (
    "What is asked, and by which measure",
    "What the records show",
    "Not in it",
    "How long it took",
    "Of which days",
)
NO_MEASURE = "No measure speaks to this finding here."
INTRODUCTION = (
    "What the report found is set beside what our own records show. Each figure says how many it is of, and of which "
    "days: mostly twelve months, and more where those are too few to tell."
)


def measures_of(finding: Lesson) -> list[str]:
    """The codes of the measures that speak to a key finding, in the order in which all measures stand."""
    return [code for code, one in MEASURES.items() if finding in one.findings or one.lesson is finding]


def found(year: ReportYear) -> tuple[tuple[Block, ...], tuple[Chapter, ...]]:
    """A chapter a key finding: a table of its measures, and the comments of the year on it."""
    comments = [row for row in rows_of("commentary") if year.has(row["said_on"])]
    names, figures = accounts_by_key(), latest_of_all()
    return (Paragraph(INTRODUCTION),), tuple(_of_finding(one, figures, comments, names) for one in KEY_FINDINGS)


def _of_finding(
    finding: Lesson, by_code: Mapping[str, Figure], comments: Sequence[Row], names: Mapping[int, str]
) -> Chapter:
    codes = measures_of(finding)
    figures = [by_code[code] for code in codes]
    about = {finding.id, *codes}
    blocks: list[Block] = [_sheet(finding, figures) if figures else Paragraph(NO_MEASURE)]
    blocks += [
        Paragraph(row["says"], f"{names.get(row['stored_by'], '')}, {in_words(row['said_on'])}".strip(", "))
        for row in comments
        if row["about"] in about
    ]
    return Chapter(f"{finding.id}: {finding.text}", tuple(blocks))


def _sheet(finding: Lesson, figures: Iterable[Figure]) -> Sheet:
    rows = tuple(
        (
            f"{one.asks} ({one.measure})",
            with_range(one),
            not_in_it(one),
            how_long(one),
            f"{in_words(one.since)} to {in_words(one.until)}" if one.counted_on else NONE,
        )
        for one in figures
    )
    return Sheet(f"What our records show of {finding.id}", COLUMNS, rows)

"""Findings on a terminal: what was read, outcomes by lesson, and what is due first."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

import polars as pl
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from lapwing.engine.check import Outcome
from lapwing.exchange.reading import Notice, Reading
from lapwing.report.checked import Checked
from lapwing.report.outcomes import outcomes_by_check, worklist
from lapwing.report.words import NOBODY_ASKED, day, lacks, number

WIDTH = 136
MOST_NOTICES = 5
MOST_DUE = 20


def summary(checked: Checked) -> Iterator[str]:
    """The whole summary as text."""
    paper = Console(file=io.StringIO(), width=WIDTH, highlight=False, color_system=None)
    for line in told_of(checked.reading):
        paper.print(escape(line))
    paper.print(f"\nAs of {day(checked.findings.as_of)}, on {checked.engine.capitalize()}:\n")
    _print_outcomes(checked, paper)
    _print_worklist(checked, paper)
    _print_silences(checked, paper)
    text = paper.file.getvalue()  # type: ignore[attr-defined]
    yield "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


def told_of(reading: Reading) -> Iterator[str]:
    """What was read, skipped and doubted, in a few lines."""
    counts = ", ".join(f"{what} {number(count)}" for what, count in reading.read.items() if count)
    yield f"{reading.source}: {reading.format}."
    yield f"Read: {counts or 'nothing'}."
    yield from _told("Skipped", reading.skipped)
    yield from _told("Doubted", reading.doubted)
    yield from reading.notes


def _told(what: str, notices: Sequence[Notice]) -> Iterator[str]:
    if notices:
        yield f"{what}: {number(len(notices))}."
    yield from (f"  {notice}" for notice in notices[:MOST_NOTICES])
    if len(notices) > MOST_NOTICES:
        yield f"  ... and {number(len(notices) - MOST_NOTICES)} more; --format json lists them all."


def _print_outcomes(checked: Checked, paper: Console) -> None:
    """Outcomes by check; of checks that found nobody of whom to ask, only how many they are."""
    every = list(outcomes_by_check(checked))
    asked = [(check, counts) for check, counts in every if sum(counts.values())]
    if not asked:
        paper.print(NOBODY_ASKED)
        return
    table = Table("Lesson", "Check", *(outcome.label for outcome in Outcome), box=None, pad_edge=False)
    table.columns[1].min_width = max(len(check.code) for check, _ in asked)
    for column in table.columns[2:]:
        column.justify, column.min_width = "right", 5
    for check, counts in asked:
        table.add_row(check.lesson.id, check.code, *(number(counts[each]) if counts[each] else "-" for each in Outcome))
    paper.print(table)
    if len(every) > len(asked):
        others = "1 more check" if len(every) - len(asked) == 1 else f"{number(len(every) - len(asked))} more checks"
        paper.print(f"\n{others} found nobody in this source of whom to ask anything.")


def _print_worklist(checked: Checked, paper: Console) -> None:
    due = worklist(checked).filter(pl.col("outcome").is_in(["not_met", "due_soon"]))
    if due.is_empty():
        return
    paper.print(f"\nDue or soon due: {number(due.height)}" + (", the first of them:" if due.height > MOST_DUE else ":"))
    for row in due.head(MOST_DUE).iter_rows(named=True):
        urgent = "urgent, " if row["urgent"] else ""
        paper.print(escape(f"  {day(row['due_on'])}  {row['child']}  {urgent}{Outcome(row['outcome']).label.lower()}"))
        paper.print(escape(f"      {row['reason']}"))
    if due.height > MOST_DUE:
        paper.print(f"  ... and {number(due.height - MOST_DUE)} more; --format html lists them, with their facts.")


def _print_silences(checked: Checked, paper: Console) -> None:
    some = checked.silences
    if not some:
        return
    paper.print("\nWhat this source does not hold, and whose systems usually do:\n")
    table = Table("Records", "Lacks", "Checks", "Usually held by", box=None, pad_edge=False)
    table.columns[2].justify = "right"
    for one in some:
        table.add_row(one.table, lacks(one), number(len(one.checks)), one.held_by)
    paper.print(table)

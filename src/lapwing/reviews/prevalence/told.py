"""A table of prevalence as lines for output: what is kept back is nowhere in them; and what its numbers mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from lapwing.reviews.coding.states import State
from lapwing.reviews.periods import NOT_KNOWN, Calendar
from lapwing.reviews.prevalence.behind import Behind
from lapwing.reviews.prevalence.comparing import Compared
from lapwing.reviews.prevalence.counting import By, Cell, Of, Prevalence
from lapwing.reviews.prevalence.suppressing import ALL

NUMBERS = ("n", "N", "not_assessed", "disputed", "share", "low", "high")
"""What a line tells of a cell; `share` and its interval are of one, and None where nothing was assessed."""


def lines(table: Prevalence) -> Iterator[dict[str, Any]]:
    """A line a cell, theme by theme: the numbers of a cell that is kept back are None."""
    for theme, cells in table.cells.items():
        for cell in cells.values():
            told: dict[str, Any] = {"counted": str(table.asked.of), "theme": theme, "name": table.book[theme].name}
            told |= {"cohort": cell.key[0], "period": cell.key[1], "kept_back": table.is_hidden(cell)}
            yield told | _numbers(cell, table.is_hidden(cell))


def _numbers(cell: Cell, hidden: bool) -> dict[str, Any]:
    if hidden:
        return dict.fromkeys(NUMBERS)
    low, high = cell.interval or (None, None)
    apart = cell.count(State.NOT_ASSESSED), cell.count(State.DISPUTED)
    return dict(zip(NUMBERS, (cell.present, cell.assessed, *apart, cell.share, low, high), strict=True))


def differences(several: list[Compared]) -> Iterator[dict[str, Any]]:
    """A line a theme: n of N in either cohort, and the difference of the shares with its interval and p."""
    for one in several:
        told: dict[str, Any] = {"theme": one.theme, "kept_back": one.kept_back}
        for name, cell in (("one", one.one), ("other", one.other)):
            numbers = _numbers(cell, one.kept_back)
            told |= {name: cell.key[0], f"{name}_n": numbers["n"], f"{name}_N": numbers["N"]}
        found = one.difference
        low, high = found.interval if found else (None, None)
        told |= {"difference": found.difference if found else None, "low": low, "high": high}
        yield told | {"p": found.p if found else None}


def as_whole(table: Prevalence, behind: Behind) -> dict[str, Any]:
    """Everything that may be told of a table, for programs: its cells with the reviews or children they count.

    `passages` has those of the themes in the cells whose lists are told, each once; the cells say by `in` whose count.
    """
    cells = list(lines(table))
    passages: dict[tuple[Any, ...], dict[str, Any]] = {}
    for line in cells:
        cell = table.cell(line["theme"], line["cohort"], line["period"])
        line["in"] = None if table.lists_hidden(cell) else behind.units(cell)
        if line["in"]:
            for passage in behind.passages(cell):
                told = asdict(passage)
                passages[tuple(told.values())] = told
    return {
        "counted": str(table.asked.of),
        "by": str(table.asked.by),
        "scheme": table.asked.scheme.name,
        "period": str(table.asked.calendar),
        "dated_by": str(table.asked.dated),
        "book": table.book.version,
        "kept_back_under": table.threshold,
        "columns": [
            {"cohort": key[0], "period": key[1], "size": None if key in table.hidden_sizes else table.sizes[key]}
            for key in table.keys
        ],
        "cells": cells,
        "passages": list(passages.values()),
        "meaning": list(meaning(table)),
        "doubts": list(table.doubts),
    }


def meaning(table: Prevalence) -> Iterator[str]:
    """What the numbers of a table mean, a sentence each."""
    asked = table.asked
    yield _on_units(asked.of)
    yield (
        "n is in how many a theme is present, and N how many were assessed: present or absent. Not assessed, and disputed "
        "between coders, stand apart and are in neither."
    )
    yield "The interval of a share is Wilson's (1927), at 95 per cent."
    if asked.by in (By.COHORT, By.BOTH):
        bands = ", ".join(asked.scheme.names)
        yield f"Cohorts are by age at the first incident: {bands} ({asked.scheme.title}). {_on_unsettled('An age')}"
    if asked.by in (By.PERIOD, By.BOTH):
        years = "from April to March" if asked.calendar is Calendar.APRIL else "from January to December"
        yield f"Periods run {years}, by date of {asked.dated}. {_on_unsettled('A date')}"
    yield f"Themes are those of version {table.book.version} of the theme book."
    yield on_small_numbers(table.threshold)


def _on_unsettled(what: str) -> str:
    return f"{what} that does not settle it is “{NOT_KNOWN}”."


def _on_units(of: Of) -> str:
    if of is Of.CHILDREN:
        return "Counted are children, each once. A review that names no child is not among them."
    return (
        "Counted are reviews. A review with children in two cohorts or periods counts in each, as it is for its children "
        "there, and once in the total; so columns may add up to more than the total."
    )


def on_small_numbers(threshold: int | None) -> str:
    """What is kept back, or that nothing is."""
    if threshold is None:
        return "Small numbers are shown: for the team's own eyes. Do not hand this on."
    return (
        f"Counts from 1 to {threshold - 1} are kept back, with as many other cells as keep them from being worked out; so are "
        "shares, intervals and lists of these. What is kept back by one scheme or kind of year is kept back by all; tables of "
        "reviews and of children, or of versions of the theme book, can still be held against each other: hand on one."
    )


def headings(table: Prevalence) -> list[str]:
    """What stands over each column of a table by cohort, by period or by neither."""
    return [cohort if cohort != ALL else period for cohort, period in table.keys]

"""Findings counted by check, and in the order in which they fall due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import polars as pl

from lapwing.engine.check import Check, Outcome
from lapwing.report.checked import IS_OPEN, Checked


def outcomes_by_check(checked: Checked) -> Iterator[tuple[type[Check], Mapping[Outcome, int]]]:
    """How often each check came to each outcome, in the order of the report."""
    counted = checked.findings.frame.group_by("check", "outcome").len().rows()
    counts = {(check, Outcome(outcome)): count for check, outcome, count in counted}
    for check in checked.checks:
        yield check, {outcome: counts.get((check.code, outcome), 0) for outcome in Outcome}


def worklist(checked: Checked) -> pl.DataFrame:
    """The open findings: urgent ones first, then by the day on which they are or were due."""
    waiting = checked.findings.frame.filter(IS_OPEN)
    return waiting.sort("urgent", "due_on", "child", "check", descending=[True, False, False, False], nulls_last=True)

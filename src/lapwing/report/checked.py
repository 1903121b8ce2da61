"""A source that has been checked: what was read, what was found, and the records behind what is open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import polars as pl

from lapwing.engine.check import Check
from lapwing.engine.explain import Answer, answers_by_child
from lapwing.engine.run import OPEN, Findings, Frames, Question, polars_frames, run
from lapwing.engine.silences import Silence, silences
from lapwing.exchange.reading import Reading

Which = tuple[str, str, str]
"""Child, subject and check: what tells one finding from another."""

IS_OPEN = pl.col("outcome").is_in([str(outcome) for outcome in OPEN])
"""Findings that somebody may still have something to do about."""

MOST_EXPLAINED = 5_000
"""So many children are explained by their records at most; a larger area works from the findings alone."""


@dataclass(frozen=True)
class Checked:
    """A source, the question put to it, and the findings."""

    reading: Reading
    question: Question
    engine: str
    findings: Findings

    @property
    def silences(self) -> list[Silence]:
        """What the source cannot say that the checks ask for, and whose systems hold it."""
        return silences(self.question, self.reading.records)

    @property
    def checks(self) -> list[type[Check]]:
        """The checks that could be run."""
        silent = {one.check for one in self.findings.could_not_run}
        return [check for check in self.question.checks if check.code not in silent]

    @cached_property
    def answers(self) -> Mapping[Which, Answer]:
        """Each finding, explained, of the children who have an open one, soonest due first, up to MOST_EXPLAINED.

        The outcomes are those of `findings`, with the keys of the records.
        """
        waiting = self.findings.frame.filter(IS_OPEN).sort("due_on", "child", nulls_last=True)
        children = waiting["child"].unique(maintain_order=True).head(MOST_EXPLAINED).to_list()
        return self.answers_of(self.checks, children)

    def answers_of(self, checks: Sequence[type[Check]], children: Sequence[str]) -> dict[Which, Answer]:
        """What these checks say of these children, each finding explained."""
        if not (checks and children):
            return {}
        asked = Question(checks, self.question.as_of, self.question.settings)
        answers = answers_by_child(asked, self.reading.records, children)
        return {(answer.child, answer.subject, answer.check.code): answer for answer in answers}


def check(reading: Reading, question: Question, engine: str = "polars", frames: Frames = polars_frames) -> Checked:
    """Puts the question to a source."""
    findings = run(question, reading.records, frames)
    findings = replace(findings, frame=findings.frame.sort("child", "subject", "check"))
    return Checked(reading, question, engine, findings)

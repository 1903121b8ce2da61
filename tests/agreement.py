"""What it means that two ways of running checks agree: the same findings, to the last word."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl

from generated_expressions import TYPES
from lapwing.engine.explain import Answer, answers_by_child
from lapwing.engine.run import Frames, Question, polars_frames, run
from lapwing.language.expressions import Expression, Name, Type
from lapwing.language.frames import with_values
from lapwing.language.rows import Given, meaning
from lapwing.language.spelling import spelled
from lapwing.vocabulary.record_set import RecordSet

Findings = dict[tuple[str, str, str], dict[str, Any]]
"""What was found, by child, subject and check."""

COMPARED = ("outcome", "word", "due_on", "since", "urgent", "reason", "plain_reason", "missing", "facts")


_DTYPES = {Type.DATE: pl.Date, Type.YES_NO: pl.Boolean, Type.TEXT: pl.String, Type.WHOLE: pl.Int64}
_SCHEMA = {name: _DTYPES[type] for name, type in TYPES.items()}


class _Nothing:
    def __repr__(self) -> str:
        return "nothing"


_NOTHING = _Nothing()


def by_frames(question: Question, records: RecordSet, frames: Frames = polars_frames) -> Findings:
    """The findings of all children at once; every check whose subjects the source carries must have run."""
    findings = run(question, records, frames)
    assert [one for one in findings.could_not_run if not one.why.startswith("This source carries no ")] == []
    found = {}
    for row in findings.frame.to_dicts():
        row["facts"] = json.loads(row["facts"])
        found[row["child"], row["subject"], row["check"]] = {part: row[part] for part in COMPARED}
    assert len(found) == findings.frame.height, "a subject was found twice"
    return found


def by_rows(question: Question, records: RecordSet) -> Findings:
    """The findings of each child by itself."""
    children = records.frame("child").collect()["child_id"].unique(maintain_order=True).to_list()
    answers = list(answers_by_child(question, records, children))
    found = {(answer.child, answer.subject, answer.check.code): _compared(answer) for answer in answers}
    assert len(found) == len(answers), "a subject was found twice"
    return found


def _compared(answer: Answer) -> dict[str, Any]:
    found = {part: getattr(answer, part) for part in COMPARED}
    facts = {name: value.isoformat() if isinstance(value, date) else value for name, value in answer.facts.items()}
    return {**found, "outcome": str(answer.outcome), "missing": list(answer.missing), "facts": facts}


def differences(ours: Findings, theirs: Findings) -> list[str]:
    """Where two sets of findings differ, a line each."""
    told = [f"{key}: found only by the first" for key in ours.keys() - theirs.keys()]
    told += [f"{key}: found only by the second" for key in theirs.keys() - ours.keys()]
    for key in ours.keys() & theirs.keys():
        told += [f"{key}: {line}" for line in _parts(ours[key], theirs[key])]
    return sorted(told)


def _parts(ours: Mapping[str, Any], theirs: Mapping[str, Any], path: str = "") -> list[str]:
    told: list[str] = []
    for part in ours.keys() | theirs.keys():
        one, other = ours.get(part, _NOTHING), theirs.get(part, _NOTHING)
        if isinstance(one, dict) and isinstance(other, dict):
            told += _parts(one, other, f"{part}.")
        elif one != other:
            told.append(f"{path}{part} is {one!r} and {other!r}")
    return told


def disagreements(
    expressions: Sequence[Expression], table: Mapping[str, list[Any]], given: Given, frames: Frames = polars_frames
) -> list[str]:
    """Where expressions have another value over rows than over frames, a line for each expression."""
    height = len(next(iter(table.values())))
    rows = [{name: values[place] for name, values in table.items()} for place in range(height)]
    wanted = {f"e{number}": expression for number, expression in enumerate(expressions)}
    held = pl.LazyFrame({"row": range(height), **table}, schema={"row": pl.Int64, **_SCHEMA})
    frame = frames(RecordSet({"facts": held}, {}), ["facts"])["facts"]
    made = with_values(frame, wanted, given).collect("polars").to_native().sort("row")
    told = []
    for name, expression in wanted.items():
        by_row = [meaning(expression, given)(row) for row in rows]
        by_frame = made[name].to_list()
        place = next((place for place in range(height) if by_row[place] != by_frame[place]), None)
        if place is not None:
            used = {part.name: rows[place][part.name] for part in expression.walk() if isinstance(part, Name)}
            told.append(f"{spelled(expression)} over {used}: {by_row[place]!r} by row, {by_frame[place]!r} by frame")
    return told

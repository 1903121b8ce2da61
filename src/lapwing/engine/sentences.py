"""Reasons as sentences: a finding's template filled with its facts, over one row or over a frame."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from string import Formatter
from typing import Any

import polars as pl

from lapwing.engine.check import Check, Outcome
from lapwing.language.expressions import Type
from lapwing.vocabulary.facts import ColumnName, Fact, Gathered, Own, Wider

NOT_RECORDED = "not recorded"
IN_THE_RECORD = "written in the record"
"""Stands for free text, which may speak of anybody."""
QUIET = "Nothing more is asked on this record."
DEFAULTS: Mapping[str, str] = {
    Outcome.EXCEPTED: "A manager has set this aside, with a reason, until {excepted_until}.",
    Outcome.NOT_APPLICABLE: "This does not arise here.",
    Outcome.NOT_YET_DUE: "Nothing is recorded yet. It is expected by {due_on}.",
    Outcome.DUE_SOON: "Nothing is recorded yet. It is expected by {due_on}, within days.",
}
PLAIN: Mapping[str, str] = {
    Outcome.NOT_MET: "{plainly} Our records do not show that this has happened. This is about our services, not about you.",
    Outcome.CANNOT_TELL: "{plainly} Our records do not say enough to tell whether this has happened.",
    Outcome.DUE_SOON: "{plainly} This should happen by {due_on}.",
    Outcome.NOT_YET_DUE: "{plainly} This should happen by {due_on}.",
    Outcome.MET_LATE: "{plainly} This has happened, later than it should have.",
    Outcome.MET: "{plainly} This has happened.",
    Outcome.EXCEPTED: "{plainly} A manager has agreed, with a reason, to do this differently for now.",
    Outcome.NOT_APPLICABLE: "{plainly} This does not arise at present.",
}
"""The reason as the parent or young person reads it; no fact of another person stands in it."""


def template(check: type[Check], outcome: str, word: str | None, *, ended: bool = False) -> str:
    """The sentence for an outcome, or for the word that decided it."""
    if ended:
        return QUIET
    if word is not None and word in check.says:
        return check.says[word]
    if outcome == Outcome.MET_LATE and outcome not in check.says:
        return check.says[Outcome.MET] + " It was expected by {due_on}."
    if outcome == Outcome.DUE_SOON and outcome not in check.says:
        return check.says.get(Outcome.NOT_YET_DUE, DEFAULTS[outcome])
    return check.says.get(outcome) or DEFAULTS[outcome]


def plain_template(check: type[Check], outcome: str) -> str:
    """The sentence for the parent or young person."""
    return PLAIN[outcome].replace("{plainly}", check.plainly)


def codes_of(fact: Fact) -> dict[str, str]:
    """The words for a fact's codes, where it holds a code."""
    match fact.definition:
        case Wider(wide):
            return codes_of(wide)
        case Own(column) | Gathered(column=ColumnName() as column):
            codes = column.table.column(column.name).codes if column.name != "recorded_on" else None
            return codes.labels() if codes is not None else {}
    return {}


def in_words(value: object, labels: Mapping[str, str] | None = None) -> str:
    """A value as people write it."""
    match value:
        case None:
            return NOT_RECORDED
        case bool():
            return "yes" if value else "no"
        case date():
            return f"{value.day} {value:%B %Y}"
    return (labels or {}).get(str(value), str(value))


def fill(sentence: str, values: Mapping[str, Any], labels: Mapping[str, Mapping[str, str]]) -> str:
    """The sentence with each placeholder as people write its value."""
    return "".join(
        text if name is None else text + in_words(values[name], labels.get(name)) for text, name in _pieces(sentence)
    )


@cache
def _pieces(sentence: str) -> tuple[tuple[str, str | None], ...]:
    """The text of a sentence up to each placeholder, with the placeholder's name."""
    return tuple((text, name) for text, name, _, _ in Formatter().parse(sentence))


def fill_frame(
    sentence: str, columns: Mapping[str, str], types: Mapping[str, Type], labels: Mapping[str, Mapping[str, str]]
) -> pl.Expr:
    """The same over a Polars frame; `columns` gives the column behind each placeholder."""
    pieces: list[pl.Expr] = []
    for text, name in _pieces(sentence):
        pieces.append(pl.lit(text))
        if name is not None:
            pieces.append(_column_in_words(pl.col(columns[name]), types[name], labels.get(name, {})))
    return pl.concat_str(pieces)


def _column_in_words(column: pl.Expr, type: Type, labels: Mapping[str, str]) -> pl.Expr:
    if type is Type.DATE:
        words = column.dt.strftime("%-d %B %Y")
    elif type is Type.YES_NO:
        words = pl.when(column).then(pl.lit("yes")).when(~column).then(pl.lit("no"))
    elif labels:
        words = column.replace(dict(labels))
    else:
        words = column.cast(pl.String)
    return words.fill_null(NOT_RECORDED)

"""Any expression at all: it means the same over rows and over frames."""

from __future__ import annotations

from random import Random
from typing import Any

from agreement import disagreements
from examples import examples
from generated_expressions import NAMES, columns, expressions, givens
from hypothesis import event, given, settings
from hypothesis import strategies as st

from lapwing.language.expressions import Expression
from lapwing.language.rows import Given

ROWS = 60
SEVERAL = st.lists(st.sampled_from(tuple(NAMES)).flatmap(expressions), min_size=15, max_size=40)


@settings(max_examples=examples(12))
@given(several=SEVERAL, seed=st.integers(0, 99), given=givens())
def test_expressions_mean_the_same_over_rows_and_frames(several: list[Expression], seed: int, given: Given) -> None:
    table: dict[str, list[Any]] = columns(Random(seed), ROWS)
    for kind in {type(part).__name__ for one in several for part in one.walk()}:
        event(kind)
    assert disagreements(several, table, given) == []

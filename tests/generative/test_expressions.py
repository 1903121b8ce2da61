"""Any expression at all: it means the same over rows and over frames."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

import narwhals as nw
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from agreement import disagreements
from examples import BY_SEED, examples
from generated_expressions import DAY, LOCAL, ExpressionMaker, columns, given
from lapwing.engine.known import Frame
from lapwing.engine.run import polars_frames
from lapwing.language.amounts import Reduced
from lapwing.language.delivered import Delivered
from lapwing.language.expressions import (
    And,
    Cases,
    Compare,
    Constant,
    Earliest,
    HowMany,
    IsIn,
    IsKnown,
    IsTrue,
    Latest,
    Local,
    Moved,
    Name,
    Not,
    Or,
    Today,
    Type,
)
from lapwing.language.rows import Given, meaning
from lapwing.vocabulary.record_set import RecordSet

ROWS, EXPRESSIONS, DEPTH = 60, 50, 3
EVERY_KIND = {
    *(And, Or, Not, Compare, IsIn, IsKnown, IsTrue),
    *(Moved, Earliest, Latest, Cases, HowMany),
    *(Name, Constant, Local, Today, Delivered, Reduced),
}


@settings(max_examples=examples(6), phases=BY_SEED)
@drawn(seed=st.integers(0, 2**32 - 1))
def test_expressions_mean_the_same_over_rows_and_frames(seed: int) -> None:
    random = Random(seed)
    maker, with_given = ExpressionMaker(random), given(random)
    several = [maker.any(DEPTH) for _ in range(EXPRESSIONS)]
    assert disagreements(several, columns(random, ROWS), with_given) == []


def test_the_expressions_made_are_of_every_kind_and_seldom_unknown() -> None:
    """Agreement over expressions that are never known would say nothing."""
    random = Random(1)
    maker, table, with_given = ExpressionMaker(random), columns(random, ROWS), Given(DAY, LOCAL)
    made = [maker.any(DEPTH) for _ in range(400)]
    assert {type(part) for one in made for part in one.walk()} >= EVERY_KIND
    rows = [{name: values[place] for name, values in table.items()} for place in range(ROWS)]
    known = [one for one in made if any(meaning(one, with_given)(row) is not None for row in rows)]
    assert len(known) > len(made) * 0.7


def test_a_disagreement_is_told() -> None:
    """The comparison itself: frames that lose a value are found out."""
    table = columns(Random(1), ROWS)

    def lossy(records: RecordSet, tables: Iterable[str]) -> dict[str, Frame]:
        known = polars_frames(records, tables)
        return {name: frame.with_columns(kind=nw.lit("ended")) for name, frame in known.items()}

    told = disagreements([Name("kind", Type.TEXT), Name("number", Type.WHOLE)], table, Given(DAY), lossy)
    assert len(told) == 1
    assert "kind" in told[0]

"""Places babies' weights on the UK-WHO growth charts, by the library of the Royal College that publishes them.

Only where an area has switched it on (`weight.centiles`), and only here: before any fact is gathered, for one
child as for a country. The library is an extra and is imported at no other time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from importlib.util import find_spec
from typing import Any, cast

import narwhals as nw
import polars as pl

from lapwing.vocabulary.care_codes import PLACED_FROM_DAYS, ChartSpace, MeasurementKind, MeasurementSource
from lapwing.vocabulary.codes import Sex

Frame = nw.LazyFrame[Any]

SPACE = 2 / 3
"""The standard deviations between one centile line of the chart and the next."""
LOWEST_LINE = -4 * SPACE
"""Where the lowest of its nine lines lies, the 0.4th centile."""
TERM, FULL_TERM, LEAST_TERM, MOST_TERM = 37 * 7, 40 * 7, 23 * 7, 44 * 7
"""Days of gestation: from when a birth is not early, when it is expected, and what the charts reach."""
LAST_PLACED_DAYS = 730
"""The age to which a weight is placed: the charts of the first two years."""
FARTHEST = 8
"""Standard deviations beyond which a weight is a slip of the pen, as the library itself holds."""
KEY = ("child_id", "kind", "measured_on", "weight_grams")
PLACES = {"chart_space": pl.String, "spaces_fallen": pl.Int64}


class NoGrowthCharts(Exception):
    """Weights are to be placed on growth charts and cannot be; the text says what it needs."""


def need_growth_charts() -> None:
    """Refuses to begin without the library, rather than to say nothing of weights."""
    if find_spec("rcpchgrowth") is None:
        raise NoGrowthCharts(
            "weight.centiles is on, and the growth charts (rcpchgrowth) are not installed with Lapwing. Install them with "
            "the extra: lapwing[growth]. Or set weight.centiles to off."
        )


def with_places(weights: Frame, child: Frame, person: Frame, expected_date: Frame) -> Frame:
    """The measurements, each weight with its place on the chart and how many whole spaces it fell since birth.

    Not known where the child's sex, date of birth or expected date is not, or where records disagree on one.
    """
    told = _collected(weights.filter(nw.col("kind").is_in(list(_WEIGHTS))).select(*KEY, "source")).drop_nulls(KEY)
    babies = _babies(_collected(child.select("child_id", "person_id", "pregnancy_id")), person, expected_date)
    placed = _placed(told, babies)
    return weights.join(_on_the_engine_of(weights, placed), on=list(KEY), how="left")


_WEIGHTS = (str(MeasurementKind.WEIGHT), str(MeasurementKind.BIRTH_WEIGHT))


def _collected(frame: Frame) -> pl.DataFrame:
    made: pl.DataFrame = frame.collect("polars").to_native()
    return made.with_columns(pl.col(pl.Categorical).cast(pl.String))


def _babies(child: pl.DataFrame, person: Frame, expected_date: Frame) -> dict[str, tuple[str, date, date]]:
    """By child: sex, date of birth and expected date, of those of whom all three are known."""
    people = _collected(person.select("person_id", "sex", "born_on"))
    in_force = expected_date.filter(nw.col("superseded_on").is_null()).select("pregnancy_id", "expected_on")
    dates = _collected(in_force)
    told = child
    for frame, key, column in (
        (people, "person_id", "sex"),
        (people, "person_id", "born_on"),
        (dates, "pregnancy_id", "expected_on"),
    ):
        told = told.join(_agreed(frame, key, column), on=key, how="inner")
    told = told.filter(pl.col("sex").is_in([str(Sex.FEMALE), str(Sex.MALE)]))
    return {row[0]: row[1:] for row in told.select("child_id", "sex", "born_on", "expected_on").iter_rows()}


def _agreed(frame: pl.DataFrame, key: str, column: str) -> pl.DataFrame:
    """The one value of a column for each key, of those whose rows agree."""
    values = frame.drop_nulls([key, column]).group_by(key).agg(pl.col(column).unique())
    return values.filter(pl.col(column).list.len() == 1).with_columns(pl.col(column).list.first())


def _placed(told: pl.DataFrame, babies: Mapping[str, tuple[str, date, date]]) -> pl.DataFrame:
    at_birth = _places_at_birth(told, babies)
    rows = []
    for child, kind, on, grams in told.select(KEY).unique().iter_rows():
        is_later = child in babies and kind == MeasurementKind.WEIGHT
        sds = _sds(babies[child], on, grams) if is_later else at_birth.get(child)
        if sds is not None:
            rows.append((child, kind, on, grams, _space(sds), _spaces_fallen(at_birth.get(child), sds)))
    return pl.DataFrame(rows, schema={**{name: told.schema[name] for name in KEY}, **PLACES}, orient="row")


def _places_at_birth(told: pl.DataFrame, babies: Mapping[str, tuple[str, date, date]]) -> dict[str, float]:
    """By child where the birth weight lies, of those whose records agree on one."""
    by_parent = (pl.col("source") == str(MeasurementSource.PARENT)).fill_null(False)
    births = told.filter((pl.col("kind") == str(MeasurementKind.BIRTH_WEIGHT)) & ~by_parent)
    found = {}
    for child, grams in _agreed(births, "child_id", "weight_grams").iter_rows():
        sds = _sds(babies[child], babies[child][1], grams) if child in babies else None
        if sds is not None:
            found[child] = sds
    return found


def _sds(baby: tuple[str, date, date], on: date, grams: int) -> float | None:
    """Standard deviations from the middle of the chart; of a baby born before 37 weeks, by the age from the expected date."""
    sex, born_on, expected_on = baby
    gestation, age = FULL_TERM - (expected_on - born_on).days, (on - born_on).days
    if not LEAST_TERM <= gestation <= MOST_TERM or not (age == 0 or PLACED_FROM_DAYS <= age <= LAST_PLACED_DAYS):
        return None
    counted_from = expected_on if gestation < TERM else born_on
    try:
        sds = _charts()(
            reference="uk-who",
            age=(on - counted_from) / timedelta(365.25),
            measurement_method="weight",
            observation_value=grams / 1000,
            sex=sex,
        )
    except (LookupError, ValueError):  # outside what the charts reach
        return None
    return sds if abs(sds) <= FARTHEST else None


@cache
def _charts() -> Callable[..., float]:
    need_growth_charts()
    from rcpchgrowth import sds_for_measurement

    return cast(Callable[..., float], sds_for_measurement)


def _space(sds: float) -> str:
    """Between which lines it lies."""
    lines = sum(1 for line in range(9) if sds >= LOWEST_LINE + line * SPACE)
    return str(tuple(ChartSpace)[lines])


def _spaces_fallen(at_birth: float | None, sds: float) -> int | None:
    """How many whole centile spaces below where it lay at birth; less than none is none."""
    return None if at_birth is None else max(0, int((at_birth - sds) / SPACE))


def _on_the_engine_of(frame: Frame, placed: pl.DataFrame) -> Frame:
    if frame.implementation.is_pyspark():
        session = frame.to_native().sparkSession
        return cast(Frame, nw.from_native(session.createDataFrame(placed.to_arrow())))
    keyed = placed.with_columns(pl.col("child_id").cast(pl.Categorical))
    return nw.from_native(keyed.lazy())

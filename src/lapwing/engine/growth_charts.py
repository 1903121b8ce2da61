"""Places babies' weights on the UK-WHO growth charts, by the library of the Royal College that publishes them.

Only where an area has switched it on (`weight.centiles`), and only here: before any fact is gathered, for one
child as for a country. The library is an extra and is imported at no other time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from importlib.util import find_spec
from operator import itemgetter
from typing import Any, cast

import narwhals as nw
import polars as pl

from lapwing.vocabulary.care_codes import PLACED_FROM_DAYS, ChartSpace, MeasurementKind, MeasurementSource
from lapwing.vocabulary.codes import Sex

Frame = nw.LazyFrame[Any]
Row = Mapping[str, Any]
Key = tuple[str, str, date, int]
Place = tuple[str, int | None]
Baby = tuple[str, date, date]

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
"""By what weights are placed: those that are the same in all of it lie in the same place."""
PLACES = {"chart_space": pl.String, "spaces_fallen": pl.Int64}
key_of: Callable[[Row], Key] = itemgetter(*KEY)


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
    """The measurements, each weight with its place on the chart and how many whole spaces it fell since birth."""
    told = _collected(weights.filter(nw.col("kind").is_in(list(_WEIGHTS))).select(*KEY, "source"))
    told = told.drop_nulls(KEY).unique()
    children = _named(child.select("child_id", "person_id", "pregnancy_id"), "child_id", told)
    people = _named(person.select("person_id", "sex", "born_on"), "person_id", children)
    dates = expected_date.select("pregnancy_id", "expected_on", "superseded_on")
    dates_told = _named(dates, "pregnancy_id", children)
    found = places(*(some.iter_rows(named=True) for some in (told, children, people, dates_told)))
    schema: dict[str, Any] = {**{name: told.schema[name] for name in KEY}, **PLACES}
    placed = pl.DataFrame([key + place for key, place in found.items()], schema=schema, orient="row")
    return weights.join(_on_the_engine_of(weights, placed), on=list(KEY), how="left")


_WEIGHTS = (str(MeasurementKind.WEIGHT), str(MeasurementKind.BIRTH_WEIGHT))


def _collected(frame: Frame) -> pl.DataFrame:
    made: pl.DataFrame = frame.collect("polars").to_native()
    return made.with_columns(pl.col(pl.Categorical).cast(pl.String))


def _named(frame: Frame, key: str, by: pl.DataFrame) -> pl.DataFrame:
    """The rows whose key other rows name."""
    return _collected(frame).join(by, on=key, how="semi")


def places(
    measurements: Iterable[Row], children: Iterable[Row], people: Iterable[Row], expected_dates: Iterable[Row]
) -> dict[Key, Place]:
    """By KEY where each weight lies on the chart, and how many whole spaces it fell since birth.

    Not there where the child's sex, date of birth or expected date is not known, or where records disagree on one.
    """
    weights = [row for row in measurements if row["kind"] in _WEIGHTS and None not in key_of(row)]
    babies = _babies(children, list(people), expected_dates)
    at_birth = _places_at_birth(weights, babies)
    placed: dict[Key, Place] = {}
    for child, kind, on, grams in {key_of(row) for row in weights}:
        is_later = child in babies and kind == MeasurementKind.WEIGHT
        sds = _sds(babies[child], on, grams) if is_later else at_birth.get(child)
        if sds is not None:
            placed[child, kind, on, grams] = (_space(sds), _spaces_fallen(at_birth.get(child), sds))
    return placed


def _babies(children: Iterable[Row], people: Sequence[Row], expected_dates: Iterable[Row]) -> dict[str, Baby]:
    """By child: sex, date of birth and expected date, of those of whom all three are known."""
    sexes, births = _agreed(people, "person_id", "sex"), _agreed(people, "person_id", "born_on")
    in_force = (row for row in expected_dates if row["superseded_on"] is None)
    expected = _agreed(in_force, "pregnancy_id", "expected_on")
    babies = {}
    for row in children:
        person, pregnancy = row["person_id"], row["pregnancy_id"]
        told = (sexes.get(person), births.get(person), expected.get(pregnancy))
        if told[0] in (Sex.FEMALE, Sex.MALE) and None not in told:
            babies[row["child_id"]] = cast(Baby, told)
    return babies


def _agreed(rows: Iterable[Row], key: str, column: str) -> dict[Any, Any]:
    """The one value of a column for each key, of those whose rows agree."""
    values: dict[Any, set[Any]] = {}
    for row in rows:
        if row[key] is not None and row[column] is not None:
            values.setdefault(row[key], set()).add(row[column])
    return {known: some.pop() for known, some in values.items() if len(some) == 1}


def _places_at_birth(weights: Iterable[Row], babies: Mapping[str, Baby]) -> dict[str, float]:
    """By child where the birth weight lies, of those whose records agree on one."""
    births = (
        row
        for row in weights
        if row["kind"] == MeasurementKind.BIRTH_WEIGHT and row["source"] != MeasurementSource.PARENT
    )
    found = {}
    for child, grams in _agreed(births, "child_id", "weight_grams").items():
        sds = _sds(babies[child], babies[child][1], grams) if child in babies else None
        if sds is not None:
            found[child] = sds
    return found


def _sds(baby: Baby, on: date, grams: int) -> float | None:
    """Standard deviations from the middle of the chart; of a baby born before 37 weeks, by the age from the expected date."""
    sex, born_on, expected_on = baby
    gestation, age = FULL_TERM - (expected_on - born_on).days, (on - born_on).days
    if not LEAST_TERM <= gestation <= MOST_TERM or not (age == 0 or PLACED_FROM_DAYS <= age <= LAST_PLACED_DAYS):
        return None
    try:
        sds = _charts()(
            reference="uk-who",
            age=(on - _counted_from(born_on, expected_on)) / timedelta(365.25),
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


CENTILES = ("0.4th", "2nd", "9th", "25th", "50th", "75th", "91st", "98th", "99.6th")
"""The nine lines of the chart, from the lowest."""
EACH = 7
"""So many days lie between the points by which a line is drawn."""


def lines_beside(
    child: str, until: date, children: Iterable[Row], people: Iterable[Row], expected_dates: Iterable[Row]
) -> list[tuple[str, date, float]]:
    """The lines of the chart for a child from birth until a day: centile, day and kilograms, point by point.

    None where the child's sex, date of birth or expected date is not known, or where records disagree on one.
    """
    baby = _babies(children, list(people), expected_dates).get(child)
    if baby is None:
        return []
    last = min((until - baby[1]).days, LAST_PLACED_DAYS)
    ages = [*range(0, last, EACH), last]
    found = ((name, day, _kilograms(baby, day, line)) for line, name in enumerate(CENTILES) for day in ages)
    return [(name, baby[1] + timedelta(day), kilograms) for name, day, kilograms in found if kilograms is not None]


def _kilograms(baby: Baby, age: int, line: int) -> float | None:
    """Where a line of the chart lies for a baby of so many days."""
    need_growth_charts()
    from rcpchgrowth import measurement_from_sds

    sex, born_on, expected_on = baby
    try:
        found: float | None = measurement_from_sds(
            reference="uk-who",
            requested_sds=LOWEST_LINE + line * SPACE,
            measurement_method="weight",
            sex=sex,
            age=(born_on + timedelta(age) - _counted_from(born_on, expected_on)) / timedelta(365.25),
        )
    except (LookupError, ValueError):  # outside what the charts reach
        return None
    return found


def _counted_from(born_on: date, expected_on: date) -> date:
    """From when a baby's age counts on the chart: of one born before 37 weeks, from the expected date."""
    return expected_on if FULL_TERM - (expected_on - born_on).days < TERM else born_on


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

"""Everything that is told of measures, held against everything else: no few children can be made out."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

import polars as pl
import pytest

from lapwing.engine.measuring import DIMENSIONS, UNIT, Counting, measured
from lapwing.engine.publishing import BESIDE_ANOTHER, publish
from lapwing.engine.recoding import first_days
from lapwing.lessons.settings import shipped_settings
from lapwing.measures import MEASURES
from lapwing.simulate import simulate
from publishing_attacks import KINDS, MET, SHARE, Said, category, everything, nested, pinned, units_of

UNTIL = date(2026, 6, 1)
FEWEST = 5
OWN = "pair"
SIZES = (12, 40, 90, 400)


def generated(seed: int) -> dict[str, pl.DataFrame]:
    """Units of four measures of one subject: each looks at nearly the same children, and holds of nearly the same."""
    draw = random.Random(seed)
    many = SIZES[seed % len(SIZES)]
    schema = {**UNIT, OWN: pl.String()}
    children = []
    for number in range(many):
        agency = draw.choice(["north", "north", "south", "east", None])
        children.append(
            {
                "child": f"c{number if draw.random() < 0.8 else number // 2}",
                "subject": f"s{number}",
                "on": draw.choice([None, *(UNTIL - timedelta(draw.randint(0, 1094)) for _ in range(12))]),
                "span": draw.randint(1, 60),
                "agency": agency,
                "team": draw.choice(["A", "A", "B", "C", None]) if agency else None,
                "age_group": draw.choice(["under_1", "under_1", "1_to_4", "16_and_17"]),
                "sex": draw.choice(["female", "male"]),
                "ethnicity": draw.choice(["white"] * 6 + ["black", "asian", "mixed"]),
                "disability": draw.choice(["no"] * 9 + ["yes"]),
                OWN: draw.choice(["to visitors", "to doctors", None]),
                "status": draw.choices([*KINDS, "not_yet"], [60, 25, 6, 4, 5])[0],
            }
        )
    measures = {}
    for code in ("first", "second", "third", "fourth"):
        rows = [
            {**row, "status": draw.choice([*KINDS, "not_yet"]) if draw.random() < 2 / many else row["status"]}
            for row in children
            if draw.random() > 1 / many
        ]
        measures[code] = pl.DataFrame(rows, schema=schema)
    return measures


@cache
def of_area(children: int) -> dict[str, dict[str, pl.DataFrame]]:
    """The units of every measure of an invented area, by what the measures are about."""
    counting = Counting(list(MEASURES.values()), UNTIL, shipped_settings(), first_days(UNTIL)[0])
    found: dict[str, dict[str, pl.DataFrame]] = {}
    for measure, units in measured(counting, simulate(children, 11, today=UNTIL)):
        assert isinstance(units, pl.DataFrame)
        found.setdefault(measure.about.called, {})[measure.code] = units
    return found


def divisions(frame: pl.DataFrame) -> list[str]:
    return ["team", *(name for name in frame.columns if name in DIMENSIONS and name not in ("agency", "team")),
            *(name for name in frame.columns if name not in UNIT)]  # fmt: skip


def broken(measures: Mapping[str, pl.DataFrame]) -> list[str]:
    """What can be made out of all that is told of the measures of one subject."""
    told = publish(measures, UNTIL, FEWEST)
    units = {code: units_of(frame, UNTIL) for code, frame in measures.items()}
    found: list[str] = []
    for division in dict.fromkeys(name for frame in measures.values() for name in divisions(frame)):
        having = [code for code, frame in measures.items() if division in frame.columns]
        categories = {category(one, division) for code in having for one in units[code]}
        said = {code: everything(told[code], UNTIL, division, categories, FEWEST) for code in having}
        for code in having:
            found += [f"{code}: {one}" for one in pinned(said[code], units[code], division, FEWEST)]
        found += nested(said, units, division, FEWEST)
    return found


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(more, marks=pytest.mark.long) for more in range(2, 24))])
def test_of_generated_units_no_few_children_can_be_made_out(seed: int) -> None:
    assert broken(generated(seed)) == []


@pytest.mark.long  # every table of every measure, for each month: the generated units go the same ways
@pytest.mark.parametrize("children", [300, 2000])
def test_of_an_invented_area_no_few_children_can_be_made_out(children: int) -> None:
    for measures in of_area(children).values():
        assert broken(measures) == []


def naively(units: list[dict[str, object]]) -> list[Said]:
    """Every quarter, every year and the whole, where only small numbers themselves are kept back."""
    said = []
    for quarters in [*(range(at, at + 1) for at in range(12)), range(4), range(4, 8), range(8, 12), range(12)]:
        for kinds in ((MET,), SHARE):
            number = sum(one["quarter"] in quarters and one["status"] in kinds for one in units)
            if not 0 < number < FEWEST:
                said.append(Said(quarters, None, kinds, number, number))
    return said


def test_tables_that_keep_back_small_numbers_alone_are_broken_by_the_same_attack() -> None:
    units = units_of(generated(2)["first"], UNTIL)
    assert pinned(naively(units), units, "sex", FEWEST)


def test_measures_told_without_regard_to_each_other_are_broken_by_the_same_attack() -> None:
    measures = generated(3)
    units = {code: units_of(frame, UNTIL) for code, frame in measures.items()}
    alone = {code: publish({code: frame}, UNTIL, FEWEST)[code] for code, frame in measures.items()}
    said = {code: everything(told, UNTIL, "sex", {("male",), ("female",)}, FEWEST) for code, told in alone.items()}
    assert nested(said, units, "sex", FEWEST)


def of_one_age(measures: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """The same with one more, which looks at babies alone: at all of whom the first looks, but for two."""
    babies = measures["first"].filter(pl.col("age_group") == "under_1")
    counted = babies.filter(pl.col("status").is_in(SHARE))
    gone = counted.filter(counted["child"].is_unique())["subject"].head(2).to_list()
    return {**measures, "of_babies": babies.filter(~pl.col("subject").is_in(gone))}


@pytest.mark.parametrize("seed", [3, 7, 11])
def test_a_category_and_another_measure_that_looks_at_nobody_else_do_not_tell_of_two(seed: int) -> None:
    measures = of_one_age({"first": generated(seed)["first"]})
    told = publish(measures, UNTIL, FEWEST)
    babies = {group.of for (key, *_), group in told["first"].divided.get("age_group", ()) if key == "under_1"}
    assert told["of_babies"].latest.of is not None, "what it tells as a whole is worth more than the other's ages"
    assert babies.isdisjoint({told["of_babies"].latest.of + more for more in range(1, FEWEST)})
    alone = publish({"first": measures["first"]}, UNTIL, FEWEST)["first"].divided
    assert "under_1" in {key for (key, *_), _ in alone["age_group"]}, "by itself it may tell of them"


def test_measures_that_tell_of_three_years_in_another_way_are_compared_by_category() -> None:
    """The first by its two stretches, the second as a whole alone; of three years, both would tell how many girls there were."""
    first = [*_some("female", 20, 5, day=30), *_some("male", 20, 5, day=30)]
    first += [*_some("female", 20, 20, day=600), *_some("male", 20, 20, day=600)]
    gone = {"female not_met 30 0", "female not_met 30 1", *(f"male not_met 30 {number}" for number in range(4))}
    second = [row for row in first if row["subject"] not in gone]
    told = publish({"first": _units(first), "second": _units(second)}, UNTIL, FEWEST)
    assert told["first"].whole is not None
    assert told["second"].latest.of == len(second), "it is told of three years, as one"
    tables = (told["first"].divided_whole, told["second"].divided)
    girls = [group.of for table in tables for key, group in table.get("sex", ()) if key == ("female",)]
    assert len(girls) == 1


def test_about_which_part_is_not_said_where_a_few_children_with_much_would_make_it_another() -> None:
    """Four children of ten visits each lie between the measures: of these, nothing is told by the words for the second."""
    second = [*_some("female", 40, 0, day=30), *_some("female", 0, 5, day=30)]
    visits = _some("female", 0, 40, day=60)
    much = [{**row, "child": f"much {number % 4}"} for number, row in enumerate(visits)]
    told = publish({"first": _units([*second, *much]), "second": _units(second)}, UNTIL, FEWEST)
    assert (told["first"].latest.met, told["first"].latest.of) == (40, 85)
    assert told["second"].latest.met is None
    assert told["second"].latest.says == BESIDE_ANOTHER


def _some(sex: str, met: int, not_met: int, *, day: int) -> list[dict[str, object]]:
    like = {"on": UNTIL - timedelta(day), "sex": sex, "age_group": "under_1", "ethnicity": "white", "disability": "no"}
    who = [(status, number) for status, many in (("met", met), ("not_met", not_met)) for number in range(many)]
    keys = [f"{sex} {status} {day} {number}" for status, number in who]
    return [
        {**like, "status": status, "child": key, "subject": key} for (status, _), key in zip(who, keys, strict=True)
    ]


def _units(rows: list[dict[str, object]]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=UNIT)


def test_something_is_told_all_the_same() -> None:
    told = publish(generated(3), UNTIL, FEWEST)
    assert told["first"].latest.met is not None
    assert len(told["first"].over_time) > 4
    assert told["first"].divided

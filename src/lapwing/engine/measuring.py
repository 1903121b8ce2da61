"""Runs measures over a source: one row for each that a measure looks at, on Polars or Spark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import narwhals as nw
import polars as pl

from lapwing.engine.fact_frames import FactFrames
from lapwing.engine.known import Frame, KnownRecords
from lapwing.engine.measure import Measure, status_of
from lapwing.engine.plan import FactPlan, columns_of, plan_facts, silent_facts
from lapwing.engine.run import CouldNotRun, Frames, fault_of, polars_frames, tables_of
from lapwing.language.frames import with_values
from lapwing.language.rows import Given
from lapwing.lessons.settings import Settings
from lapwing.vocabulary.facts import Fact, facts_in
from lapwing.vocabulary.record_set import RecordSet

UNIT: dict[str, Any] = {
    "child": pl.String(),
    "subject": pl.String(),
    "on": pl.Date(),
    "status": pl.String(),
    "span": pl.Int64(),
    "agency": pl.String(),
    "team": pl.String(),
    "age_group": pl.String(),
    "sex": pl.String(),
    "ethnicity": pl.String(),
    "disability": pl.String(),
}
"""The columns of what a measure looks at, one row each; those of its own `by` follow. `span` is in days."""

DIMENSIONS = ("agency", "team", "age_group", "sex", "ethnicity", "disability")
"""The ways in which every measure can be divided."""
ABOUT_CHILDREN = {
    "child": ("child_id", "person_id", "pregnancy_id"),
    "person": ("person_id", "born_on", "sex", "ethnicity", "disabilities"),
    "involvement": ("agency_id", "team", "lead", "kept_private", "started_on"),
}
"""What is read of children whatever is asked, to divide figures by."""
AGE_GROUPS = (
    (1, "under_1"),
    (5, "1_to_4"),
    (10, "5_to_9"),
    (14, "10_to_13"),
    (16, "14_and_15"),
    (18, "16_and_17"),
)
"""Ages in whole years, each below the first number."""
UNBORN, ADULT, UNKNOWN = "unborn", "18_and_over", "not_recorded"


@dataclass(frozen=True)
class Counting:
    """The measures that are worked out, the day, the area's settings, and the first day that is looked back to."""

    measures: Sequence[type[Measure]]
    as_of: date
    settings: Settings
    since: date

    def plan(self) -> FactPlan:
        """The facts that these measures need."""
        return plan_facts(fact for measure in self.measures for fact in measure.facts())

    def given(self) -> Given:
        """The day and the settings; those that bound a look back reach as far as any measure here needs."""
        keys = {key for measure in self.measures for key in measure.settings()}
        local = dict(self.settings.local(sorted(keys)))
        for measure in self.measures:
            for key, least in measure.looking_back.items():
                local[key] = max(local.get(key, least), least)
        return Given(self.as_of, local)


def measured(
    counting: Counting, records: RecordSet, frames: Frames = polars_frames
) -> Iterator[tuple[type[Measure], pl.DataFrame | CouldNotRun]]:
    """Each measure with the rows of what it looks at, as `UNIT` says; or why there are none."""
    able = [one for one in counting.measures if not _lacking(one, records)]
    for one in counting.measures:
        if one not in able:
            yield one, CouldNotRun(one.code, f"This source carries no {_lacking(one, records)} records.")
    told: set[type[Measure]] = set()
    try:
        for one, units in _in_turn(replace(counting, measures=able), records, frames):
            told.add(one)
            yield one, units
    except Exception:  # one measure must not take the others with it
        for one in (one for one in able if one not in told):
            yield one, _alone(replace(counting, measures=[one]), records, frames)


def _lacking(measure: type[Measure], records: RecordSet) -> str:
    tables = (measure.about.table, measure.about.beside)
    return " and no ".join(table.name for table in tables if table is not None and table.name not in records.carried)


def _alone(counting: Counting, records: RecordSet, frames: Frames) -> pl.DataFrame | CouldNotRun:
    (one,) = counting.measures
    try:
        ((_, units),) = _in_turn(counting, records, frames)
        return units
    except Exception as fault:
        return CouldNotRun(one.code, f"It failed with {fault_of(fault)}.")


def _in_turn(counting: Counting, records: RecordSet, frames: Frames) -> Iterator[tuple[type[Measure], pl.DataFrame]]:
    if not counting.measures:
        return
    plan = counting.plan()
    silent = silent_facts(plan, records)
    wanted = {name: frozenset(columns) for name, columns in ABOUT_CHILDREN.items()}
    for name, columns in columns_of(plan).items():
        wanted[name] = wanted.get(name, frozenset()) | columns
    names = tables_of(plan) | {name for name in ABOUT_CHILDREN if name in records.carried}
    voiding = frozenset(name for name in records.carried if records.carries(name, "voided_at"))
    known = KnownRecords(frames(records, names), counting.as_of, records.versioned, wanted, voiding=voiding)
    given = replace(counting.given(), delivered=records.delivered)
    whose = particulars(known)
    facts = FactFrames(plan, known, given, silent)
    for subject in facts.in_turn():
        for one in (one for one in counting.measures if one.about is subject):
            units = _units(one, facts.done[subject], facts.given_for(subject), silent)
            yield one, _placed(units, whose, counting)


def _units(measure: type[Measure], frame: Frame, given: Given, silent: Mapping[Fact, Any]) -> pl.DataFrame:
    """What a measure looks at, before it is known to whom each belongs."""
    is_silent = not set(facts_in(measure.met)).isdisjoint(silent)
    wanted = {"_status": status_of(measure, met_is_silent=is_silent), "_on": measure.on, "_belongs": measure.belongs}
    wanted |= {f"_by_{name}": fact for name, fact in measure.by.items()}
    if measure.agency is not None:
        wanted["_agency"] = measure.agency
    if measure.span is not None:
        wanted |= {"_since": measure.span.since, "_until": measure.span.until}
    key = measure.about.key()
    told = with_values(frame, wanted, given).filter(nw.col("_belongs").fill_null(True))
    found: pl.DataFrame = told.select(*dict.fromkeys([*key, *wanted])).collect("polars").to_native()
    spans = (pl.col("_until") - pl.col("_since")).dt.total_days() if measure.span is not None else pl.lit(None)
    return found.select(
        pl.col("child_id").alias("child"),
        pl.col(key[-1]).alias("subject"),
        pl.col("_on").alias("on"),
        pl.col("_status").alias("status"),
        spans.cast(pl.Int64).alias("span"),
        pl.col("_agency") if measure.agency is not None else pl.lit(None, dtype=pl.String).alias("_agency"),
        *(pl.col(f"_by_{name}").alias(name) for name in measure.by),
    )


def _placed(units: pl.DataFrame, whose: pl.DataFrame, counting: Counting) -> pl.DataFrame:
    """Those within the period, each beside what figures are divided by."""
    within = units.filter(pl.col("on").is_null() | pl.col("on").is_between(counting.since, counting.as_of))
    joined = within.join(whose, on="child", how="left")
    own = [name for name in units.columns if name not in UNIT and name != "_agency"]
    placed = joined.with_columns(
        pl.coalesce("_agency", "agency").alias("agency"),
        pl.when(pl.col("_agency").is_null() | (pl.col("_agency") == pl.col("agency"))).then("team").alias("team"),
        _age_group().alias("age_group"),
        *(pl.col(name).fill_null(UNKNOWN) for name in ("sex", "ethnicity", "disability")),
    )
    return placed.select(*(pl.col(name).cast(type) for name, type in UNIT.items()), *own).sort("on", "child", "subject")


def _age_group() -> pl.Expr:
    born, on = pl.col("born_on"), pl.col("on")
    years = on.dt.year() - born.dt.year()
    before = (on.dt.month() * 100 + on.dt.day()) < (born.dt.month() * 100 + born.dt.day())
    age = years - before.cast(pl.Int32)
    grouped = pl.lit(ADULT)
    for below, name in reversed(AGE_GROUPS):
        grouped = pl.when(age < below).then(pl.lit(name)).otherwise(grouped)
    unborn = (on < born) | (born.is_null() & pl.col("has_pregnancy"))
    return pl.when(unborn).then(pl.lit(UNBORN)).when(age.is_null()).then(pl.lit(UNKNOWN)).otherwise(grouped)


def particulars(known: KnownRecords) -> pl.DataFrame:
    """What figures are divided by, a row a child: who led last, as far as that may be told, and who the child is."""
    child = _rows(known, "child").select(
        pl.col("child_id").alias("child"), "person_id", has_pregnancy=pl.col("pregnancy_id").is_not_null()
    )
    person = _rows(known, "person").select(
        "person_id", "born_on", "sex", ethnicity=_broad_ethnicity(), disability=_has_disability()
    )
    led = _rows(known, "involvement").filter(
        pl.col("lead").fill_null(False) & ~pl.col("kept_private").fill_null(False) & pl.col("child_id").is_not_null()
    )
    last = led.sort("started_on", "agency_id", nulls_last=False).group_by("child_id", maintain_order=True).last()
    who = last.select(pl.col("child_id").alias("child"), pl.col("agency_id").alias("agency"), "team")
    return (
        child.unique("child", keep="first")
        .join(person.unique("person_id", keep="first"), on="person_id", how="left")
        .join(who, on="child", how="left")
    )


def _rows(known: KnownRecords, name: str) -> pl.DataFrame:
    """The rows of a table as known; without any where the source does not carry it."""
    columns = ("child_id", *ABOUT_CHILDREN[name])
    if name not in known.frames:
        return pl.DataFrame(schema={column: pl.String() for column in dict.fromkeys(columns)} | _TYPED)
    frame: pl.DataFrame = known.of(name).collect("polars").to_native()
    return frame


_TYPED: dict[str, Any] = {
    "born_on": pl.Date(),
    "started_on": pl.Date(),
    "lead": pl.Boolean(),
    "kept_private": pl.Boolean(),
}

ETHNIC_GROUPS: Mapping[str, Iterable[str]] = {
    "white": ("WBRI", "WIRI", "WIRT", "WOTH", "WROM"),
    "mixed": ("MWBC", "MWBA", "MWAS", "MOTH"),
    "asian": ("AIND", "APKN", "ABAN", "AOTH", "CHNE"),
    "black": ("BCRB", "BAFR", "BOTH"),
    "other": ("OOTH",),
}
"""The census's codes of ethnicity by the broad groups in which national figures are given."""
NO_DISABILITY = "NONE"


def _broad_ethnicity() -> pl.Expr:
    groups = {code: group for group, codes in ETHNIC_GROUPS.items() for code in codes}
    return pl.col("ethnicity").replace_strict(groups, default=None, return_dtype=pl.String()).fill_null(UNKNOWN)


def _has_disability() -> pl.Expr:
    said = pl.col("disabilities")
    return (
        pl.when(said.is_null()).then(pl.lit(UNKNOWN))
        .when(said.str.strip_chars() == NO_DISABILITY).then(pl.lit("no"))
        .otherwise(pl.lit("yes"))
    )  # fmt: skip

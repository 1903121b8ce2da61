"""A copy of records to share: the same cases, and nothing by which anybody in them can be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

import polars as pl

from lapwing.exchange.belonging import with_cases
from lapwing.records import fakes
from lapwing.records.families import FAMILY, with_families
from lapwing.records.scrub_rules import SENTENCE, Allowed, Fake, Scrubbed, rule_of
from lapwing.simulate.chance import Chance
from lapwing.vocabulary.codes import AgencyKind
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Column, Kind

MOST_WEEKS = 8
WEEKS = "_weeks"

Frames = dict[str, pl.DataFrame]


def scrubbed(records: RecordSet, seed: int, *, most_weeks: int = MOST_WEEKS) -> RecordSet:
    """A copy of the records without personal data, the same for the same records and seed.

    Every day of a family is moved back by the same whole number of weeks, from 1 to `most_weeks`, so that the time
    between two days of a family, the days of the week and what had happened by any day stay; 0 moves nothing. Whoever has
    the seed and the records can tell which row is which: it is to be drawn for each copy and not kept.
    ValueError where `most_weeks` is below 0. `docs/decisions/0032-a-copy-to-share.md` has what this does not hide.
    """
    if most_weeks < 0:
        raise ValueError(f"most_weeks: has {most_weeks}; needs a number from 0.")
    carried = [name for name in TABLES if name in records.frames]
    read = dict(zip(carried, pl.collect_all([records.frame(name) for name in carried]), strict=True))
    frames = _with_weeks(with_families(with_cases(read)), Chance(f"{seed} weeks"), most_weeks)
    copy = _Copy(frames, seed)
    delivered = {name: day - timedelta(weeks=most_weeks) for name, day in records.delivered.items()}
    made = {name: copy.of(name).lazy() for name in carried}
    return RecordSet(made, records.carried, records.versioned, records.kinds, delivered)


def _with_weeks(frames: Frames, chance: Chance, most_weeks: int) -> Frames:
    """Each row with how many weeks it moves back: a family together, and all services and practitioners together."""
    families = fakes.shuffled((frame[FAMILY] for frame in frames.values()), chance)
    drawn = {family: chance.randint(1, most_weeks) if most_weeks else 0 for family in sorted(families)}
    staff = chance.randint(1, most_weeks) if most_weeks else 0
    weeks = pl.DataFrame({FAMILY: list(drawn), WEEKS: list(drawn.values())}, {FAMILY: pl.String(), WEEKS: pl.Int64()})
    return {
        name: frame.join(weeks, on=FAMILY, how="left", maintain_order="left").with_columns(
            pl.col(WEEKS).fill_null(staff)
        )
        for name, frame in frames.items()
    }


@dataclass
class _Copy:
    """The rows with their weeks, and what takes the place of what, worked out once for all tables."""

    frames: Frames
    seed: int

    def __post_init__(self) -> None:
        self.keys = {name: self._keys(name) for name in TABLES}
        self.fakes: dict[Fake, dict[str, str | None]] = {
            Fake.NHS_NUMBER: fakes.nhs_numbers(self._originals(Fake.NHS_NUMBER)),
            Fake.AUTHORITY_NUMBER: fakes.numbered(self._originals(Fake.AUTHORITY_NUMBER), "9{:08}"),
            Fake.PUPIL_NUMBER: fakes.numbered(self._originals(Fake.PUPIL_NUMBER), "A999{:09}"),
            Fake.ADDRESS: fakes.addresses(self._originals(Fake.ADDRESS)),
            Fake.POSTCODE: fakes.postcodes(self._originals(Fake.POSTCODE)),
            Fake.AREA: fakes.numbered(self._originals(Fake.AREA), "Area {}"),
            Fake.TEAM: fakes.numbered(self._originals(Fake.TEAM), "Team {}"),
        }
        self.names = {
            ("person", "given_name"): self._given_names(),
            ("person", "family_name"): self._family_names(),
            ("practitioner", "name"): self._full_names(),
            ("agency", "name"): self._services(),
        }

    def of(self, name: str) -> pl.DataFrame:
        """A table of the copy, in an order that is not that of the source."""
        table = TABLES[name]
        columns = [self._column(name, column) for column in table]
        return pl.DataFrame(columns).sort(table.key, "recorded_at", maintain_order=True)

    def _column(self, name: str, column: Column) -> pl.Series:
        cells, rule = self.frames[name][column.name], rule_of(name, column)
        if isinstance(rule, Allowed):
            return _allowed(cells, column, rule)
        if rule.by is Fake.KEY:
            keys = self.keys[column.refers_to or name]
            named = cells.to_frame("_original").join(keys, on="_original", how="left", maintain_order="left")
            return named["_named"].alias(column.name)
        if rule.by is Fake.DAY:
            return pl.Series(column.name, cells - self.frames[name].select(pl.duration(weeks=WEEKS)).to_series())
        if rule.by in self.fakes:
            return _replaced(cells, self.fakes[rule.by])
        if (name, column.name) in self.names:
            named = self.names[name, column.name]
            return (
                self.frames[name]
                .join(named, on=named.columns[:2], how="left", maintain_order="left")["_named"]
                .alias(column.name)
            )
        return _sentence(cells)

    def _chance(self, what: str) -> Chance:
        return Chance(f"{self.seed} {what}")

    def _keys(self, name: str) -> pl.DataFrame:
        """A new key for every key that stands in the table, or is named anywhere."""
        named = [
            frame[column.name]
            for other, frame in self.frames.items()
            for column in TABLES[other]
            if column.refers_to == name or (other == name and column.name == TABLES[name].key)
        ]
        keys = fakes.every_value(named).to_frame("_original")
        order = keys.sample(fraction=1, shuffle=True, seed=self._chance(f"keys of {name}").getrandbits(63))
        return order.with_columns(pl.format(f"{name}-{{}}", pl.int_range(1, pl.len() + 1)).alias("_named"))

    def _originals(self, fake: Fake) -> list[str]:
        """What stands in the columns that this takes the place of."""
        columns = [
            frame[column.name]
            for name, frame in self.frames.items()
            for column in TABLES[name]
            if rule_of(name, column) == Scrubbed(fake)
        ]
        return fakes.shuffled(columns, self._chance(fake.name))

    # Names: by the two columns that decide them

    def _given_names(self) -> pl.DataFrame:
        chance = self._chance("given names")
        people = self._once("person", "person_id", "given_name", "sex")
        return _named(people, [fakes.given_name(chance, sex, given) for _, given, sex in people.iter_rows()])

    def _family_names(self) -> pl.DataFrame:
        chance = self._chance("family names")
        people = self._once("person", FAMILY, "family_name")
        return _named(people, [fakes.another(chance, fakes.FAMILIES, family) for _, family in people.iter_rows()])

    def _full_names(self) -> pl.DataFrame:
        chance = self._chance("full names")
        people = self._once("practitioner", "practitioner_id", "name")
        first = [fakes.given_name(chance, None, name) for _, name in people.iter_rows()]
        return _named(people, [f"{given} {chance.choice(fakes.FAMILIES)}" for given in first])

    def _services(self) -> pl.DataFrame:
        services = self._once("agency", "agency_id", "name", "kind")
        services = services.sample(fraction=1, shuffle=True, seed=self._chance("services").getrandbits(63))
        labels = AgencyKind.labels()
        kinds = [labels.get(kind or "", labels[AgencyKind.OTHER]) for kind in services["kind"]]
        return _named(services, [f"{kind} {place}" for place, kind in enumerate(kinds, 1)])

    def _once(self, name: str, first: str, second: str, *more: str) -> pl.DataFrame:
        """Each pair of two columns of a table once, in order, with what other columns say beside it."""
        columns = [first, second, *more]
        if name not in self.frames:
            return pl.DataFrame(schema=dict.fromkeys(columns, pl.String()))
        known = self.frames[name].select(columns).drop_nulls([first, second])
        return known.sort(columns, nulls_last=True).unique([first, second], keep="first", maintain_order=True)


def _named(people: pl.DataFrame, invented: list[str]) -> pl.DataFrame:
    return people.select(people.columns[:2]).with_columns(pl.Series("_named", invented, pl.String()))


def _replaced(cells: pl.Series, others: Mapping[str, str | None]) -> pl.Series:
    return cells.replace_strict(dict(others), return_dtype=pl.String()) if others else cells


def _sentence(cells: pl.Series) -> pl.Series:
    return (
        cells.to_frame()
        .select(pl.when(pl.col(cells.name).is_not_null()).then(pl.lit(SENTENCE)).alias(cells.name))
        .to_series()
    )


def _allowed(cells: pl.Series, column: Column, rule: Allowed) -> pl.Series:
    """The cells, but for those that say something else than the codes for which the column is allowed."""
    if column.kind is Kind.CODE and column.codes is not None:
        return cells.set(~cells.is_in([str(code) for code in column.codes]).fill_null(True), None)
    if rule.only is None:
        return cells
    fits = cells.str.contains(rule.only.pattern).fill_null(True)
    return cells.zip_with(fits, _sentence(cells))

"""`lapwing measures`: a source in, every measure of the Board out, small numbers kept back."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from io import StringIO
from typing import Annotated, Any

import polars as pl
import typer
from rich.console import Console
from rich.table import Table

from lapwing.analysis import settings_of
from lapwing.cli.checking import AsOf, SettingsFile, Source, could_not_run
from lapwing.cli.giving import Refused, day_given, give, one_of, progress, tell
from lapwing.engine.measure import Status
from lapwing.engine.measuring import Counting, measured
from lapwing.engine.publishing import Group, publish
from lapwing.engine.recoding import LAST, days_of, first_days
from lapwing.engine.run import CouldNotRun
from lapwing.exchange.recognise import read_source
from lapwing.measures import MEASURES

Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="With --show-small, the first day; a year back if not given."),
]
ShowSmall = Annotated[
    bool,
    typer.Option("--show-small", help="Show every number, however small: for those alone who work with the children."),
]
Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help="table, json or csv.")]
HEADS = ("Measure", "Asks", "From", "To", "Holds of", "Of", "Left out", "Cannot tell", "In words")


@dataclass(frozen=True)
class Line:
    """One measure: numbers of units, None where they are kept back."""

    measure: str
    asks: str
    lesson: str
    since: date
    until: date
    met: int | None
    of: int | None
    left_out: int | None
    cannot_tell: int | None
    says: str


@dataclass(frozen=True)
class Told:
    """What is written: the source, the day, the measures, and those that could not run."""

    source: str
    as_of: date
    settings: str
    lines: list[Line]
    could_not_run: list[CouldNotRun]


def count_measures(
    source: Source,
    as_of: AsOf = None,
    since: Since = None,
    settings: SettingsFile = None,
    format: Format = "table",
    show_small: ShowSmall = False,
) -> None:
    """Count every measure of the Board over SOURCE.

    Small numbers are kept back, so that none can be worked out.
    """
    one_of("--format", format, FORMATS)
    day = day_given("--as-of", as_of)
    if since is not None and not show_small:
        raise Refused(
            "--since: needs --show-small; without it the periods are fixed, so that none is told by a difference."
        )
    first = days_of(LAST, day)[0] if since is None else day_given("--since", since)
    if first > day:
        raise Refused(f"--since: has {first}, which is after --as-of {day}; needs the same day or an earlier one.")
    ours = settings_of(settings)
    with progress("Reading") as reading:
        read = read_source(source, reading)
    with progress("Counting", counted=False):
        counting = Counting(list(MEASURES.values()), day, ours, first if show_small else first_days(day)[0])
        said = {measure.code: one for measure, one in measured(counting, read.records)}
    units = {code: one for code, one in said.items() if isinstance(one, pl.DataFrame)}
    missed = [one for one in said.values() if isinstance(one, CouldNotRun)]
    fewest = int(ours.number("suppress.below"))
    lines = _every(units, first, day) if show_small else _told(units, day, fewest)
    give(FORMATS[format](Told(str(read.source), day, ours.version, list(lines), missed)), None)
    tell(*could_not_run(missed))


def _told(units: Mapping[str, pl.DataFrame], day: date, fewest: int) -> Iterator[Line]:
    by_subject: dict[Any, dict[str, pl.DataFrame]] = {}
    for code, some in units.items():
        by_subject.setdefault(MEASURES[code].about, {})[code] = some
    told = {code: one.latest for some in by_subject.values() for code, one in publish(some, day, fewest).items()}
    return (_line(code, told[code]) for code in MEASURES if code in told)


def _every(units: Mapping[str, pl.DataFrame], first: date, day: date) -> Iterator[Line]:
    for code, some in sorted(units.items(), key=lambda one: list(MEASURES).index(one[0])):
        within = some.filter(pl.col("on").is_null() | (pl.col("on") >= first))
        found = dict(within.group_by("status").len().iter_rows())
        met, not_met, left_out, cannot_tell = (
            found.get(str(one), 0) for one in (Status.MET, Status.NOT_MET, Status.LEFT_OUT, Status.CANNOT_TELL)
        )
        yield _line(code, Group(first, day, met, met + not_met, left_out, cannot_tell))


def _line(code: str, group: Group) -> Line:
    measure = MEASURES[code]
    numbers = (group.met, group.of, group.left_out, group.cannot_tell)
    says = group.says or (f"{group.met:,} of {group.of:,}" if group.of else "nobody to whom it applied")
    return Line(code, measure.asks, measure.lesson.id, group.since, group.until, *numbers, says)


def _cells(line: Line) -> list[str]:
    numbers = (line.met, line.of, line.left_out, line.cannot_tell)
    said = ["kept back" if one is None else str(one) for one in numbers]
    return [line.measure, line.asks, line.since.isoformat(), line.until.isoformat(), *said, line.says]


def _as_table(told: Told) -> Iterator[str]:
    table = Table("Measure", "Asks", "Holds", "Left out", "Cannot tell")
    for line in told.lines:
        beside = ("kept back" if one is None else f"{one:,}" for one in (line.left_out, line.cannot_tell))
        table.add_row(line.measure, line.asks, line.says, *beside)
    console = Console(width=120, no_color=True)
    with console.capture() as caught:
        console.print(f"{told.source}, measures as of {told.as_of}", highlight=False)
        console.print(table)
    yield caught.get()


def _as_json(told: Told) -> Iterator[str]:
    written = {
        "source": told.source,
        "as_of": told.as_of,
        "settings": told.settings,
        "measures": [asdict(line) for line in told.lines],
        "could_not_run": [{"measure": one.check, "why": one.why} for one in told.could_not_run],
    }
    yield json.dumps(written, default=date.isoformat, indent=2, ensure_ascii=False) + "\n"


def _as_csv(told: Told) -> Iterator[str]:
    written = StringIO()
    csv.writer(written).writerows([HEADS, *map(_cells, told.lines)])
    yield written.getvalue()


FORMATS: Mapping[str, Callable[[Told], Iterable[str]]] = {"table": _as_table, "json": _as_json, "csv": _as_csv}

"""`lapwing replay`: what the checks would have said, week by week, of what was known then."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from lapwing.analysis import question
from lapwing.cli.checking import ENGINES, ChecksFiles, Engine, SettingsFile, Source, could_not_run
from lapwing.cli.giving import Refused, day_given, give, one_of, progress, tell
from lapwing.engine.replay import Every, TooManyDays, days_between, replay
from lapwing.exchange.reading import Reading
from lapwing.exchange.recognise import read_source
from lapwing.report.replayed import REPLAYED, Replayed

From = Annotated[str, typer.Option("--from", metavar="DATE", help="The first day on which to look.")]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="The last day; today if not given.")]
Often = Annotated[str, typer.Option("--every", metavar="STEP", help="How often to look: day, week or month.")]
Children = Annotated[
    list[str] | None,
    typer.Option("--child", metavar="CHILD", help="One child, by the source's identifier; may be given several times."),
]
Format = Annotated[
    str, typer.Option("--format", metavar="FORMAT", help="table, json, html, or svg for the picture alone.")
]
Out = Annotated[Path | None, typer.Option("--out", metavar="PATH", help="A file to write; the screen if not given.")]


def replay_source(
    source: Source,
    start: From,
    end: To = None,
    every: Often = "week",
    children: Children = None,
    engine: Engine = "polars",
    settings: SettingsFile = None,
    checks: ChecksFiles = None,
    format: Format = "table",
    out: Out = None,
) -> None:
    """Say when each lesson would first have spoken of a child.

    Only what was known on the day is used.
    """
    one_of("--format", format, REPLAYED)
    step = Every(one_of("--every", every, Every))
    one_of("--engine", engine, ENGINES)
    days = _days(day_given("--from", start), day_given("--to", end), step)
    asked = question(days[-1], settings, checks or ())
    with progress("Reading") as reading:
        read = read_source(source, reading)
    _refuse_unknown(children or [], read)
    with progress("Looking again") as looking, ENGINES[engine]() as frames:
        said = replay(asked, read.records, days, children or None, frames, looking)
    give(REPLAYED[format](Replayed(read, asked, step, said)), out)
    if out is not None:
        tell(f"Wrote {out}.")
    tell(*could_not_run(list(said.could_not_run)))


def _days(start: date, end: date, every: Every) -> list[date]:
    if end < start:
        raise Refused(f"--to: has {end}, which is before --from {start}; needs the same day or a later one.")
    try:
        return days_between(start, end, every)
    except TooManyDays as too_many:
        raise Refused(f"--every: {too_many}") from None


def _refuse_unknown(children: list[str], read: Reading) -> None:
    known = set(read.records.frame("child").select("child_id").collect()["child_id"])
    for child in children:
        if child not in known:
            raise Refused(f"--child: {read.source} has no child “{child}”; needs an identifier as the source has it.")

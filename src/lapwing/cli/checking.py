"""`lapwing check`: a source in, explained findings out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Annotated

import typer

from lapwing.analysis import question
from lapwing.cli.giving import Refused, day_given, give, one_of, progress, tell
from lapwing.engine.run import CouldNotRun, Frames, Question, polars_frames
from lapwing.engine.spark import spark_frames
from lapwing.exchange.recognise import read_source
from lapwing.report import FORMATS, Checked, check
from lapwing.report.parquet import write_findings

ENGINES: Mapping[str, Callable[[], AbstractContextManager[Frames]]] = {
    "polars": lambda: nullcontext(polars_frames),
    "spark": spark_frames,
}

Source = Annotated[
    Path, typer.Argument(metavar="SOURCE", help="A census file, a dataset or a folder of record tables.")
]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="The day on which to look; today if not given.")
]
PARQUET = "parquet"
"""A format that is no text: a folder of files."""

Engine = Annotated[str, typer.Option("--engine", metavar="ENGINE", help="polars, or spark for a country.")]
SettingsFile = Annotated[
    Path | None, typer.Option("--settings", metavar="FILE", help="The area's own settings (TOML).")
]
ChecksFiles = Annotated[
    list[Path] | None,
    typer.Option("--checks", metavar="FILE", help="A file with checks of the area's own; may be given several times."),
]
Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help="table, json, csv, html or parquet.")]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="PATH", help="A file to write (for parquet a folder); the screen if not given."),
]


def check_source(
    source: Source,
    as_of: AsOf = None,
    engine: Engine = "polars",
    settings: SettingsFile = None,
    checks: ChecksFiles = None,
    format: Format = "table",
    out: Out = None,
) -> None:
    """Check the practice recorded in SOURCE, finding by finding."""
    one_of("--engine", engine, ENGINES)
    one_of("--format", format, (*FORMATS, PARQUET))
    asked = question(day_given("--as-of", as_of), settings, checks or ())
    missed = (
        _to_parquet(source, asked, engine, out) if format == PARQUET else _to_text(source, asked, engine, format, out)
    )
    if out is not None:
        tell(f"Wrote {out}.")
    tell(*could_not_run(missed))


def _to_text(source: Path, asked: Question, engine: str, format: str, out: Path | None) -> list[CouldNotRun]:
    checked = checked_source(source, asked, engine)
    give(FORMATS[format](checked), out)
    return checked.findings.could_not_run


def _to_parquet(source: Path, asked: Question, engine: str, out: Path | None) -> list[CouldNotRun]:
    if out is None:
        raise Refused("--format parquet: needs --out with the name of a folder; the findings go into files there.")
    with progress("Reading") as reading:
        read = read_source(source, reading)
    with progress("Checking", counted=False), ENGINES[engine]() as frames:
        return write_findings(asked, read.records, out, frames)


def checked_source(source: Path, question: Question, engine: str = "polars") -> Checked:
    """A source, read and checked."""
    with progress("Reading") as reading:
        read = read_source(source, reading)
    with progress("Checking", counted=False), ENGINES[engine]() as frames:
        return check(read, question, engine, frames)


def could_not_run(which: list[CouldNotRun]) -> list[str]:
    """What is said at the end of checks that could not run, as loudly as of any finding."""
    if not which:
        return []
    counted = "1 check could not run" if len(which) == 1 else f"{len(which)} checks could not run"
    alike: dict[str, list[str]] = {}
    for one in which:
        alike.setdefault(one.why, []).append(one.check)
    said = [line for why, checks in alike.items() for line in (f"  {why}", *(f"    {check}" for check in checks))]
    return [f"{counted}, and nothing was said about what they ask:", *said]

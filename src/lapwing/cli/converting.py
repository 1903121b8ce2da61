"""`lapwing convert`: any known format to record tables."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from lapwing.cli.checking import Source
from lapwing.cli.giving import give, one_of, progress, tell
from lapwing.exchange.folder import FolderReading, read_folder, write_folder
from lapwing.exchange.manifest import load_manifest
from lapwing.exchange.merge import merge
from lapwing.exchange.reading import Reading
from lapwing.exchange.recognise import read_source
from lapwing.report.summary import told_of

Tables = Annotated[Path, typer.Argument(metavar="OUT", help="The folder of record tables to write, or to add to.")]
Kind = Annotated[str, typer.Option("--format", metavar="FORMAT", help="parquet or csv.")]

REPORT = "report.json"


def convert(source: Source, out: Tables, format: Kind = "parquet") -> None:
    """Write SOURCE as record tables in OUT.

    A report beside them says what was read, skipped and doubted.

    Where OUT already holds record tables, the two are brought together: nothing that was once read is dropped.
    """
    kind = one_of("--format", format, ("parquet", "csv"))
    with progress("Reading") as reading:
        read = read_source(source, reading)
    records, before = read.records, load_manifest(out) if out.is_dir() else None
    if before is not None:
        records = merge(read_folder(out).records, read.records)
    set_aside = read.set_aside if isinstance(read, FolderReading) else {}
    write_folder(records, out, "csv" if kind == "csv" else "parquet", set_aside)
    give([_report(read)], out / REPORT)
    tell(*told_of(read))
    tell(f"{'Brought together with what stood in' if before else 'Wrote'} {out}; {REPORT} there says the same in full.")


def _report(read: Reading) -> str:
    said = {
        "source": str(read.source),
        "format": read.format,
        "read": dict(read.read),
        "skipped": [asdict(notice) for notice in read.skipped],
        "doubted": [asdict(notice) for notice in read.doubted],
        "notes": read.notes,
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"

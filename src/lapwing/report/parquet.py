"""Findings as Parquet files, a file for each check: for as many children as there are, never held all at once."""

from __future__ import annotations

import json
import shutil
import tempfile
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import polars as pl

from lapwing.engine.run import CouldNotRun, Frames, Question, findings_by_check, polars_frames
from lapwing.exchange.folder import CannotWrite
from lapwing.vocabulary.record_set import RecordSet

ASKED = "asked.json"
"""The file beside the findings that says what was asked: the day, the settings, the checks and what could not run."""


def write_findings(
    question: Question, records: RecordSet, path: Path, frames: Frames = polars_frames
) -> list[CouldNotRun]:
    """Writes the findings of each check as `<check>.parquet` in a new folder; what could not run.

    The folder appears, or takes the place of findings that were written there before, once it is whole; it
    may be opened by its owner alone. CannotWrite where other files are in the way.
    """
    path = path.resolve()
    _refuse_what_is_in_the_way(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as beside:
            fresh = Path(beside) / "fresh"
            fresh.mkdir(mode=0o700)
            could_not_run = _write(question, records, fresh, frames)
            if path.exists():
                shutil.move(path, Path(beside) / "old")
            fresh.rename(path)
    except OSError as fault:
        raise CannotWrite(
            f"{path} cannot be written ({fault.strerror or fault}). Nothing there was changed."
        ) from fault
    return could_not_run


def _refuse_what_is_in_the_way(path: Path) -> None:
    if path.is_file():
        raise CannotWrite(f"{path} is a file; give the name of a folder.")
    ours = not path.exists() or (path / ASKED).is_file() or not any(path.iterdir())
    if not ours:
        raise CannotWrite(f"{path} holds what Lapwing did not write there; give the name of a new folder.")


def _write(question: Question, records: RecordSet, folder: Path, frames: Frames) -> list[CouldNotRun]:
    could_not_run, written = [], {}
    with ThreadPoolExecutor(1) as writer:
        writing: Future[None] | None = None
        for part in findings_by_check(question, records, frames):
            if isinstance(part, CouldNotRun):
                could_not_run.append(part)
            elif part.height:
                code = part["check"][0]
                if writing is not None:
                    writing.result()
                writing = writer.submit(part.write_parquet, folder / f"{code}.parquet")
                written[code] = part.height
        if writing is not None:
            writing.result()
    told = {
        "as_of": question.as_of.isoformat(),
        "settings_version": question.settings.version,
        "findings": written,
        "could_not_run": {one.check: one.why for one in could_not_run},
    }
    (folder / ASKED).write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return could_not_run


def read_findings(path: Path) -> pl.LazyFrame:
    """The findings of every check that stand in such a folder."""
    return pl.scan_parquet(path / "*.parquet")

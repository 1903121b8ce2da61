"""What commands take and give: days as people write them, text to a file or the screen, progress."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from lapwing.exchange.reading import Progress as Tell
from lapwing.language.calendar import IN_CALENDAR, is_in_calendar


class Refused(Exception):
    """Something given on the command line that cannot be used; the text says what it has and what it needs."""


def day_given(option: str, written: str | None) -> date:
    """The day that an option names; today where it is not given."""
    if written is None:
        return date.today()
    try:
        day = date.fromisoformat(written)
    except ValueError:
        raise Refused(
            f"{option}: has “{written}”; needs a day written as year-month-day, such as 2026-06-01."
        ) from None
    if not is_in_calendar(day):
        raise Refused(f"{option}: has {written}; needs {IN_CALENDAR}.")
    return day


def one_of(option: str, written: str, choices: Iterable[str]) -> str:
    """The choice, or a refusal that lists them."""
    known = list(choices)
    if written not in known:
        raise Refused(f"{option}: has “{written}”; needs one of {', '.join(known)}.")
    return written


def give(pieces: Iterable[str], out: Path | None) -> None:
    """Write text to a file, which appears only once it is whole, or to the screen."""
    if out is None:
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
        return
    if out.is_dir():
        raise Refused(f"--out: {out} is a folder; needs the name of a file.")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as beside:
            fresh = Path(beside) / out.name
            with fresh.open("w", encoding="utf-8") as file:
                file.writelines(pieces)
            fresh.replace(out)
    except OSError as error:
        raise Refused(f"--out: {out} cannot be written ({error.strerror or error}).") from error


def tell(*lines: str) -> None:
    """Say something beside the output, so that a pipe does not get it."""
    for line in lines:
        sys.stderr.write(line + "\n")


@contextmanager
def progress(doing: str, *, counted: bool = True) -> Iterator[Tell | None]:
    """A bar on a terminal, and nothing in a pipe; without `counted` only that work goes on, and for how long."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn() if counted else SpinnerColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(doing, total=1.0 if counted else None)
        yield lambda share: bar.update(task, completed=share)


def give_bytes(content: bytes, out: Path) -> None:
    """Write a file that is no text, which appears only once it is whole."""
    if out.is_dir():
        raise Refused(f"--out: {out} is a folder; needs the name of a file.")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as beside:
            fresh = Path(beside) / out.name
            fresh.write_bytes(content)
            fresh.replace(out)
    except OSError as error:
        raise Refused(f"--out: {out} cannot be written ({error.strerror or error}).") from error

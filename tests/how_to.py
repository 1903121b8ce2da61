"""Runs the Python of a how-to from top to bottom, as somebody would who follows it, and puts in what is printed."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stdout
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import lapwing
from lapwing.exchange.folder import write_folder
from lapwing.simulate import simulate

BLOCK = re.compile(r"^```(?P<kind>python|text)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
RUN = ("use-lapwing-from-python.md", "write-a-check-of-your-own.md")
"""The how-tos whose ```python blocks are run; a ```text block has what was printed before it."""

STORIES = {"from-referral-to-first-birthday.md": "first_birthday.py"}
"""The how-tos that show what a script prints, with the script."""


@contextmanager
def desk(how_tos: Path) -> Iterator[Path]:
    """A folder with what the how-tos take for granted: an invented partnership's records, and the examples."""
    with TemporaryDirectory() as made:
        folder = Path(made)
        write_folder(simulate(300, 1, today=date(2026, 6, 1)), folder / "records")
        for example in (how_tos / "examples").glob("*.py"):
            shutil.copy(example, folder)
        yield folder


def as_it_runs(page: str, folder: Path) -> str:
    """The page with what its blocks really print, where it says what they print."""
    names: dict[str, object] = {"__name__": "how_to"}
    printed = io.StringIO()

    def run(block: re.Match[str]) -> str:
        if block["kind"] == "python":
            exec(compile(block["text"], "how_to", "exec"), names)  # noqa: S102
            return block[0]
        told = "".join(f"{line.rstrip()}\n" for line in printed.getvalue().splitlines())
        printed.seek(0)
        printed.truncate()
        return f"```text\n{told}```"

    with redirect_stdout(printed), chdir(folder):
        ran = BLOCK.sub(run, page)
    sys.stderr.write(printed.getvalue())  # printed, and the page does not say so
    return ran


def as_it_is_told(page: str, story: Path) -> str:
    """The page of a story with what its script prints, run by itself as the page says."""
    here = {**os.environ, "PYTHONPATH": str(Path(lapwing.__file__).parents[1])}
    told = subprocess.run([sys.executable, story], env=here, capture_output=True, text=True, check=True).stdout
    return BLOCK.sub(lambda block: f"```text\n{told.strip()}\n```", page)


def how_tos(docs: Path) -> dict[str, str]:
    """Every how-to that is run, as it comes out, by its path below `docs/`."""
    folder = docs / "how-to"
    with desk(folder) as made:
        pages = {f"how-to/{name}": as_it_runs((folder / name).read_text("utf-8"), made) for name in RUN}
    for name, story in STORIES.items():
        pages[f"how-to/{name}"] = as_it_is_told((folder / name).read_text("utf-8"), folder / "examples" / story)
    return pages

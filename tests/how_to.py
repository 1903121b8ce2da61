"""Runs the Python of a how-to from top to bottom, as somebody would who follows it, and puts in what is printed."""

from __future__ import annotations

import io
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stdout
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from lapwing.exchange.folder import write_folder
from lapwing.simulate import simulate

BLOCK = re.compile(r"^```(?P<kind>python|text)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
RUN = ("use-lapwing-from-python.md", "write-a-check-of-your-own.md")
"""The how-tos whose ```python blocks are run; a ```text block has what was printed before it."""


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


def how_tos(docs: Path) -> dict[str, str]:
    """Every how-to that is run, as it comes out, by its path below `docs/`."""
    with desk(docs / "how-to") as folder:
        return {f"how-to/{name}": as_it_runs((docs / "how-to" / name).read_text("utf-8"), folder) for name in RUN}

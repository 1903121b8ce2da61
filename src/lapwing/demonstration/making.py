"""Making the database of a demonstration, in a process of its own: for whoever has another one, or none, in hand."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import lapwing

SEED = 1
OURS = ("LAPWING_SETTINGS", "LAPWING_DEBUG")
"""What an area has set for itself, and a demonstration does without: it has the numbers as shipped."""


class CouldNotInvent(Exception):
    """The partnership could not be made; the text is what the process that tried said last."""


def address_of(path: Path) -> str:
    """A database in a file, as DATABASE_URL names it."""
    return f"sqlite:///{quote(str(path.resolve()))}"


def invent_into(
    path: Path, *, children: int, seed: int = SEED, today: date, meanwhile: Callable[[], None] = lambda: None
) -> None:
    """Makes an invented partnership in a new SQLite file, which appears once it is whole, in the place of an earlier one.

    The same children, seed and day give the same people and stories. `meanwhile` is done while it is made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as beside:
        fresh = Path(beside) / path.name
        command = [sys.executable, "-m", "lapwing.demonstration", str(children), str(seed), today.isoformat()]
        with subprocess.Popen(command, env=_environment(fresh), stderr=subprocess.PIPE, text=True) as making:  # noqa: S603
            meanwhile()
            _, said = making.communicate()
        if making.returncode:
            raise CouldNotInvent(said.strip().rpartition("\n")[2] or "The process that made it was stopped.")
        for rest in ("-wal", "-shm"):
            path.with_name(path.name + rest).unlink(missing_ok=True)
        fresh.replace(path)


def _environment(path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    found_in = str(Path(lapwing.__file__).parents[1])
    others = [one for one in [kept.get("PYTHONPATH")] if one]
    return kept | {"DATABASE_URL": address_of(path), "PYTHONPATH": os.pathsep.join([found_in, *others])}

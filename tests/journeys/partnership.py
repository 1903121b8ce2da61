"""The invented partnership in a process of its own, and who has signed in to it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from lapwing.demonstration.cast import PASSWORD, Who
from lapwing.demonstration.making import address_of, invent_into

TODAY = date(2026, 10, 5)
"""A Monday; the clock of the partnership that is served stands at ten in the morning."""
CHILDREN, SEED = 60, 1
BOARD_CHILDREN = 300
"""Enough that some figures are told, and so few that others are kept back."""
MADE, SERVED = "made.sqlite3", "served.sqlite3"


@dataclass
class Partnership:
    """An invented partnership that answers at an address, and who of it has signed in."""

    base: str
    browser: Any
    file: Path
    made: Path
    _signed_in: dict[Who, Any] = field(default_factory=dict)

    def start_again(self) -> None:
        """Puts everything back to how it was: what an earlier journey did is undone. Nothing may be under way."""
        for rest in ("-wal", "-shm"):
            self.file.with_name(self.file.name + rest).unlink(missing_ok=True)
        shutil.copyfile(self.made, self.file)

    def signed_in(self, who: Who) -> Any:
        """What the browser of somebody who has signed in keeps: they do so once, and stay."""
        if who not in self._signed_in:
            self._signed_in[who] = self._sign_in(who)
            with closing(sqlite3.connect(self.made)) as made, made:
                made.execute("ATTACH ? AS now", (str(self.file),))
                made.execute("INSERT OR IGNORE INTO django_session SELECT * FROM now.django_session")
        return self._signed_in[who]

    def _sign_in(self, who: Who) -> Any:
        context = self.browser.new_context(base_url=self.base)
        page = context.new_page()
        page.goto("/")
        page.get_by_label("E-mail address").fill(who.email)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.get_by_role("button", name="Sign out").wait_for()
        kept = context.storage_state()
        context.close()
        return kept


def make(folder: Path, children: int, kept: str | None = None, *, and_then: str = "") -> None:
    """Makes an invented partnership in a folder, or takes the file in which it is kept; a script beside this tells more of it."""
    made = folder / MADE
    if kept:
        shutil.copyfile(kept, made)
        return
    invent_into(made, children=children, seed=SEED, today=TODAY)
    if and_then:
        telling = [sys.executable, str(Path(__file__).parent / and_then), TODAY.isoformat()]
        subprocess.run(telling, env=os.environ | _settings(made), check=True)


@contextmanager
def serve(folder: Path, browser: Any) -> Iterator[Partnership]:
    """Serves what was made in a folder until it is no longer wanted. AssertionError where it came to a fault of ours."""
    shutil.copyfile(folder / MADE, folder / SERVED)
    settings = {**_settings(folder / SERVED), "LAPWING_DEMO": "1", "LAPWING_EMAIL": (folder / "mail").as_uri()}
    serving = [sys.executable, str(Path(__file__).parent / "serving.py"), TODAY.isoformat()]
    with (
        (folder / "said.txt").open("w") as said,
        subprocess.Popen(serving, env=os.environ | settings, stdout=subprocess.PIPE, stderr=said, text=True) as process,
    ):
        port = process.stdout.readline().strip() if process.stdout else ""
        assert port, (folder / "said.txt").read_text()
        try:
            yield Partnership(f"http://127.0.0.1:{port}", browser, folder / SERVED, folder / MADE)
        finally:
            process.terminate()
    assert "Traceback" not in (folder / "said.txt").read_text()


def _settings(file: Path) -> dict[str, str]:
    """What a process needs to work on the partnership in a file."""
    return {
        "DATABASE_URL": address_of(file),
        "DJANGO_SETTINGS_MODULE": "lapwing.settings",
        "PYTHONPATH": str(Path(__file__).parents[2] / "src"),
    }

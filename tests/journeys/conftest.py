"""A real browser: Debian's Chromium, without a network; and an invented partnership for it to walk through."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from journey import WIDE
from walking import Seen, Walker, Way

from lapwing.demonstration.cast import PASSWORD, Who
from lapwing.demonstration.making import address_of, invent_into

NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """Chromium, headless; the tests that need it are skipped where there is none, saying so."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="Playwright is not installed: ./dev test-all installs it"
    )
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("there is no Chromium here (Debian: apt-get install chromium)")
    quiet = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
    ]
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = (
        "1"  # Playwright's loop runs in this thread, and awaits nothing of Django's
    )
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=path, args=quiet)
        yield chromium
        chromium.close()


TODAY = date(2026, 10, 5)
"""A Monday; the clock of the partnership that is served stands at ten in the morning."""
CHILDREN, SEED = 60, 1


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


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory, browser: Any) -> Iterator[Partnership]:
    """The invented partnership, served by a process of its own, as it stands on the morning of `TODAY`.

    LAPWING_PARTNERSHIP may name a file that it was made in before, to save that time.
    """
    folder = tmp_path_factory.mktemp("partnership")
    made, file = folder / "made.sqlite3", folder / "served.sqlite3"
    if kept := os.environ.get("LAPWING_PARTNERSHIP"):
        shutil.copyfile(kept, made)
    else:
        invent_into(made, children=CHILDREN, seed=SEED, today=TODAY)
    shutil.copyfile(made, file)
    settings = {
        "DATABASE_URL": address_of(file),
        "DJANGO_SETTINGS_MODULE": "lapwing.settings",
        "LAPWING_DEMO": "1",
        "LAPWING_EMAIL": (folder / "mail").as_uri(),
        "PYTHONPATH": str(Path(__file__).parents[2] / "src"),
    }
    serving = [sys.executable, str(Path(__file__).parent / "serving.py"), TODAY.isoformat()]
    with (
        (folder / "said.txt").open("w") as said,
        subprocess.Popen(serving, env=os.environ | settings, stdout=subprocess.PIPE, stderr=said, text=True) as process,
    ):
        port = process.stdout.readline().strip() if process.stdout else ""
        assert port, (folder / "said.txt").read_text()
        yield Partnership(f"http://127.0.0.1:{port}", browser, file, made)
        process.terminate()
    assert "Traceback" not in (folder / "said.txt").read_text()


@pytest.fixture(scope="session")
def seen(browser: Any) -> Iterator[Seen]:
    """What axe has read already."""
    context = browser.new_context(viewport=WIDE)
    context.route("**/*.js", lambda route: route.abort())
    yield Seen(reader=context.new_page())
    context.close()


@pytest.fixture(params=list(Way), ids=lambda way: way.name.lower())
def way(request: pytest.FixtureRequest) -> Way:
    """Each journey is walked in each way."""
    way: Way = request.param
    return way


@pytest.fixture
def person(browser: Any, served: Partnership, seen: Seen, way: Way) -> Iterator[Callable[[Who], Walker]]:
    """Somebody of the cast at a browser of their own, signed in; everything is as it was before any journey."""
    yield from _people(browser, served, seen, way)


@pytest.fixture
def at_desk(browser: Any, served: Partnership, seen: Seen) -> Iterator[Callable[[Who], Walker]]:
    """As `person`, for what need not be walked in each way."""
    yield from _people(browser, served, seen, Way.MOUSE)


def _people(browser: Any, served: Partnership, seen: Seen, way: Way) -> Iterator[Callable[[Who], Walker]]:
    served.start_again()
    at_work: dict[Who, Walker] = {}

    def come(who: Who) -> Walker:
        if who not in at_work:
            context = browser.new_context(
                base_url=served.base, viewport=WIDE, storage_state=served.signed_in(who),
                java_script_enabled=way is not Way.PLAIN,
            )  # fmt: skip
            context.set_default_timeout(10_000)
            at_work[who] = Walker(context, way, served.base, seen)
        return at_work[who]

    yield come
    for walker in at_work.values():
        walker.context.close()
        assert not walker.faults

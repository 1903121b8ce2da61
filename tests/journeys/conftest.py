"""A real browser: Debian's Chromium, without a network; and an invented partnership for it to walk through."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from journey import NARROW, WIDE
from partnership import BOARD_CHILDREN, CHILDREN, Partnership, make, serve
from walking import Seen, Walker, Way

from lapwing.demonstration.cast import Who

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


@pytest.fixture(params=[WIDE, NARROW], ids=["wide", "narrow"])
def page(request: pytest.FixtureRequest, browser: Any, address: str) -> Iterator[Any]:
    """A page of one file that stands on its own, at the module's `address`: it asks nobody for anything."""
    opened = browser.new_page(viewport=request.param)
    asked: list[str] = []
    opened.on("request", lambda one: asked.append(one.url))
    opened.goto(address)
    yield opened
    assert asked == [address]
    opened.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory, browser: Any) -> Iterator[Partnership]:
    """The invented partnership, served by a process of its own, as it stands on the morning of `TODAY`.

    LAPWING_PARTNERSHIP may name a file that it was made in before, to save that time.
    """
    folder = tmp_path_factory.mktemp("partnership")
    make(folder, CHILDREN, os.environ.get("LAPWING_PARTNERSHIP"))
    with serve(folder, browser) as there:
        yield there


@pytest.fixture(scope="session")
def board_served(tmp_path_factory: pytest.TempPathFactory, browser: Any) -> Iterator[Partnership]:
    """A small area of `BOARD_CHILDREN`, of which figures can be told, with what its Board did before; served as `served` is.

    LAPWING_BOARD may name a file that it was made in before, to save that time.
    """
    folder = tmp_path_factory.mktemp("board")
    make(folder, BOARD_CHILDREN, os.environ.get("LAPWING_BOARD"), and_then="board_life.py")
    with serve(folder, browser) as there:
        yield there


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
def of_board(browser: Any, board_served: Partnership, seen: Seen, way: Way) -> Iterator[Callable[[Who], Walker]]:
    """As `person`, in the small area of the Board."""
    yield from _people(browser, board_served, seen, way)


@pytest.fixture
def at_board_desk(browser: Any, board_served: Partnership, seen: Seen) -> Iterator[Callable[[Who], Walker]]:
    """As `of_board`, for what need not be walked in each way."""
    yield from _people(browser, board_served, seen, Way.MOUSE)


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

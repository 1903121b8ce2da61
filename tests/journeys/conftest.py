"""A real browser: Debian's Chromium, without a network."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest

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
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's loop runs in this thread, and awaits nothing of Django's
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=path, args=quiet)
        yield chromium
        chromium.close()

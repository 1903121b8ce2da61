"""What journeys share: the sizes of a window, and what axe finds on a page."""

from __future__ import annotations

from typing import Any

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}


def axe(page: Any) -> list[str]:
    """What keeps people from using the page, a line for each rule that is broken."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:120]}" for one in found]

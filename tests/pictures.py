"""Makes the pictures of the how-tos, wide and on a telephone: pages of the invented partnership on a given morning, and
the page of an analysis of invented case reviews.

`./dev pictures` writes them to docs/how-to/pictures/. They are the same each time, but for what has changed on the pages.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lapwing.settings")
sys.path[:0] = [
    str(Path(__file__).parent),
    str(Path(__file__).parent / "journeys"),
    str(Path(__file__).parents[1] / "src"),
]
import django

django.setup()

from partnership import MADE, SEED, TODAY, Partnership, serve

from command_line import into_a_pipe
from lapwing.demonstration.cast import Who
from lapwing.demonstration.making import invent_into

PICTURES = Path(__file__).parents[1] / "docs" / "how-to" / "pictures"
CHILDREN = 300
SIZES = {"": {"width": 1280, "height": 720}, "-narrow": {"width": 320, "height": 640}}
MOST_BYTES = 150_000
BY_NAME = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True)
class Picture:
    """A page that somebody sees: where they begin, and the links that they follow from there, by some of their words."""

    who: Who
    start: str
    follow: tuple[str, ...] = ()


MARNIE, ROBIN, KIT = "Unborn child of Marnie Loxley", "Robin Ashby", "Kit Harrow"
WORK = {
    "work-social-worker": Who.SOCIAL_WORKER,
    "work-midwife": Who.MIDWIFE,
    "work-health-visitor": Who.HEALTH_VISITOR,
    "work-gp": Who.GP,
    "work-police-officer": Who.POLICE_OFFICER,
    "work-school-lead": Who.SCHOOL_LEAD,
    "work-housing-officer": Who.HOUSING_OFFICER,
    "work-youth-justice-worker": Who.YOUTH_JUSTICE_WORKER,
    "work-team-manager": Who.TEAM_MANAGER,
    "work-named-nurse": Who.NAMED_NURSE,
    "work-partnership-officer": Who.PARTNERSHIP_OFFICER,
}
SHOWN: Mapping[str, Picture] = {
    **{name: Picture(who, "/work") for name, who in WORK.items()},
    "team": Picture(Who.TEAM_MANAGER, "/work", ("How work is spread",)),
    "administrator": Picture(Who.ADMINISTRATOR, "/"),
    "children": Picture(Who.SOCIAL_WORKER, "/children"),
    "child": Picture(Who.SOCIAL_WORKER, "/children", (MARNIE,)),
    "around": Picture(Who.SOCIAL_WORKER, "/children", (MARNIE, "People and agencies")),
    "finding": Picture(
        Who.SOCIAL_WORKER, "/children", (MARNIE, "Is there a safeguarding birth plan in good time?")
    ),
    "record": Picture(Who.SOCIAL_WORKER, "/children", (MARNIE, "Record something")),
    "baby": Picture(Who.HEALTH_VISITOR, "/children", (ROBIN,)),
    "weigh": Picture(
        Who.HEALTH_VISITOR, "/children", (ROBIN, "Record something", "Record a weight or another measurement")
    ),
    "boy": Picture(Who.POLICE_OFFICER, "/children", (KIT,)),
    "chronology": Picture(Who.YOUTH_JUSTICE_WORKER, "/children", (KIT, "Chronology")),
    "hand-over": Picture(
        Who.MIDWIFE, "/children", ("Juno Petrie", "All entries", "hand-over", "Midwifery to health visiting")
    ),
    "disagreement": Picture(
        Who.SCHOOL_LEAD, "/children", ("Asa Wilder", "Disagreement of Tarnley schools")
    ),
    "housing": Picture(Who.HOUSING_OFFICER, "/children", ("Milo Sayer",)),
    "unanswered": Picture(Who.TEAM_MANAGER, "/children", ("Ivy Calder",)),
    "twins": Picture(Who.HEALTH_VISITOR, "/children", ("Wren Lowry",)),
    "emergency": Picture(Who.GP, "/emergency"),
    "search": Picture(Who.GP, "/search"),
    "board": Picture(Who.SCRUTINEER, "/board/"),
    "board-audits": Picture(Who.PARTNERSHIP_OFFICER, "/board/audits"),
    "board-parts": Picture(Who.AUDITOR, "/board/audits/parts"),
    "sign-in": Picture(Who.GP, "/account/login/"),
}  # fmt: skip
"""Every picture of the partnership, by the name of its file."""
REVIEWS = "reviews"
"""The picture of an analysis."""
HOW_MANY_REVIEWS = 120


def main(*names: str) -> None:
    """Makes all of the pictures, or those that are named."""
    from playwright.sync_api import sync_playwright

    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BY_NAME)), None)
    PICTURES.mkdir(exist_ok=True)
    wanted = names or (*SHOWN, REVIEWS)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        _take_partnership(browser, Path(folder), [name for name in wanted if name != REVIEWS])
        if REVIEWS in wanted:
            _take_analysis(browser, Path(folder))
        browser.close()


def _take_partnership(browser: Any, folder: Path, names: Sequence[str]) -> None:
    if not names:
        return
    _invent(folder / MADE)
    with serve(folder, browser) as served:
        for name in names:
            served.start_again()
            _take(browser, served, name, SHOWN[name])


def _take_analysis(browser: Any, folder: Path) -> None:
    """The page that can be passed on, at its prevalence."""
    reviews, page = folder / REVIEWS, folder / "reviews.html"
    into_a_pipe("reviews", "invent", reviews, "--reviews", HOW_MANY_REVIEWS, "--pages", "6", "--coded")
    into_a_pipe("reviews", "report", "--project", reviews / "reviews.lapwing", "--scheme", "report", "--out", page)
    for suffix, size in SIZES.items():
        opened = browser.new_page(viewport=size)
        opened.goto(page.as_uri())
        opened.locator("h2#prevalence").evaluate("heading => heading.scrollIntoView({behavior: 'instant'})")
        _keep(opened, f"{REVIEWS}{suffix}")
        opened.close()


def _invent(file: Path) -> None:
    if kept := os.environ.get("LAPWING_PARTNERSHIP"):
        shutil.copyfile(kept, file)
    else:
        invent_into(file, children=CHILDREN, seed=SEED, today=TODAY)


def _take(browser: Any, served: Partnership, name: str, shown: Picture) -> None:
    state = None if shown.start.startswith("/account/") else served.signed_in(shown.who)
    for suffix, size in SIZES.items():
        context = browser.new_context(base_url=served.base, viewport=size, storage_state=state)
        page = context.new_page()
        page.goto(shown.start)
        for text in shown.follow:
            link = page.locator("main, nav").get_by_role("link", name=re.compile(re.escape(text), re.IGNORECASE)).first
            page.goto(link.get_attribute("href") or "")
        _keep(page, f"{name}{suffix}")
        context.close()


def _keep(page: Any, name: str) -> None:
    path = PICTURES / f"{name}.png"
    page.screenshot(path=path, animations="disabled", caret="hide")
    if path.stat().st_size > MOST_BYTES:
        sys.exit(f"{path.name} has {path.stat().st_size:,} bytes; it needs at most {MOST_BYTES:,}.")


if __name__ == "__main__":
    main(*sys.argv[1:])

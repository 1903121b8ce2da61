"""`lapwing demo`: an invented partnership, checked, in a page to look at."""

from __future__ import annotations

import os
import sys
import webbrowser
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from lapwing.checks import CHECKS
from lapwing.cli.checking import could_not_run
from lapwing.cli.giving import give, progress, tell
from lapwing.engine.run import Question
from lapwing.exchange.folder import read_folder, write_folder
from lapwing.lessons.settings import shipped_settings
from lapwing.report import check
from lapwing.report.page import findings_page
from lapwing.report.words import number
from lapwing.simulate import simulate

Children = Annotated[int, typer.Option("--children", metavar="N", help="How many children's records.")]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Only name the page; do not open it.")]
Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Where to put the records and the page.")]

SEED = 1


def demo(children: Children = 2000, no_browser: NoBrowser = False, out: Out = Path("lapwing-demo")) -> None:
    """Invent a partnership, check its records, open the report."""
    today = date.today()
    with progress("Inventing a partnership", counted=False):
        write_folder(simulate(children, SEED, today=today), out / "records")
    with progress("Checking its records", counted=False):
        checked = check(read_folder(out / "records"), Question(list(CHECKS.values()), today, shipped_settings()))
    page = (out / "findings.html").resolve()
    give(findings_page(checked), page)
    found = checked.findings.frame.height
    tell(f"{number(children)} invented children, {number(len(checked.checks))} checks, {number(found)} findings.")
    tell(*could_not_run(checked.findings.could_not_run))
    opened = not no_browser and _has_screen() and webbrowser.open(page.as_uri())
    print(f"The report is {'open in your browser: ' if opened else ''}{page}")  # noqa: T201


def _has_screen() -> bool:
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))

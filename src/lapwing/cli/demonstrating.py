"""`lapwing demo`: an invented partnership to sign in to and look around in."""

from __future__ import annotations

import json
import os
import sys
import webbrowser
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lapwing.checks import CHECKS
from lapwing.cli import database
from lapwing.cli.giving import Refused, give, progress, tell
from lapwing.demonstration.making import OURS, SEED, CouldNotInvent, address_of, invent_into
from lapwing.engine.run import Question
from lapwing.exchange.folder import read_folder, write_folder
from lapwing.lessons.settings import shipped_settings
from lapwing.report import check
from lapwing.report.page import findings_page
from lapwing.report.words import number
from lapwing.simulate import simulate

if TYPE_CHECKING:
    from lapwing.cli.listening import Server

Children = Annotated[int, typer.Option("--children", metavar="N", min=1, help="How many children's records.")]
Port = Annotated[
    int | None,
    typer.Option("--port", metavar="PORT", min=1, max=65535, help="The port to listen at; 8000 or another free one."),
]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Only name the address; do not open it.")]
Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Where to put the database, records and report.")]

HOW_MANY_REVIEWS = 24
HERE, USUAL_PORT = "127.0.0.1", 8000


def demo(
    children: Children = 2000, port: Port = None, no_browser: NoBrowser = False, out: Out = Path("lapwing-demo")
) -> None:
    """Invent a partnership, and serve it to look around in.

    Everybody in it is invented. It is made anew each day, in a database of its own; no other one is touched.
    """
    file = out / "demo.sqlite3"
    _use(file)
    if not _stands(file, children):
        _make(out, file, children)
    database.connect()
    from lapwing.cli.listening import port_of

    server = _listening(port)
    address = f"http://{HERE}:{port_of(server)}/"
    _welcome(address, out)
    if not no_browser and _has_screen():
        webbrowser.open(address)
    server.run()


def _use(file: Path) -> None:
    """Points this process, and nothing else, to the demonstration's own database, with the numbers as shipped."""
    for name in OURS:
        os.environ.pop(name, None)
    os.environ |= {database.ADDRESS: address_of(file), "LAPWING_DEMO": "1"}


def _made(children: int) -> dict[str, object]:
    return {"made_on": date.today().isoformat(), "children": children}


def _stands(file: Path, children: int) -> bool:
    """Whether it was made today, as large as is asked for, and as this version of Lapwing needs it."""
    said = file.with_suffix(".json")
    if not file.exists() or not said.exists() or json.loads(said.read_text(encoding="utf-8")) != _made(children):
        return False
    try:
        database.connect()
    except Refused:
        _let_go()
        return False
    return True


def _let_go() -> None:
    """Closes the database, which is made anew."""
    from django.db import connections

    connections.close_all()


def _make(out: Path, file: Path, children: int) -> None:
    said = file.with_suffix(".json")
    said.unlink(missing_ok=True)
    with progress("Inventing a partnership", counted=False):
        try:
            invent_into(file, children=children, today=date.today(), meanwhile=lambda: _pages(out, children))
        except CouldNotInvent as fault:
            raise Refused(f"The partnership could not be made: {fault}") from None
    give([json.dumps(_made(children))], said)


def _pages(out: Path, children: int) -> None:
    _report(out, children)
    _analysis(out)


def _report(out: Path, children: int) -> None:
    """The simulated children as record tables, and the page of what the checks find of them."""
    today = date.today()
    write_folder(simulate(children, SEED, today=today), out / "records")
    checked = check(read_folder(out / "records"), Question(list(CHECKS.values()), today, shipped_settings()))
    give(findings_page(checked), out / "findings.html")


def _analysis(out: Path) -> None:
    """Invented case reviews, read and coded by two people, and the page of what they say."""
    from lapwing.report.reviewed import analysed, reviews_page
    from lapwing.reviews.beginning import begin_project
    from lapwing.reviews.invented import invent_reviews
    from lapwing.reviews.invented.coded import code_files, keep_files
    from lapwing.reviews.invented.corpus import REVIEWS, write_corpus
    from lapwing.reviews.prevalence import Asked

    folder, at = out / "reviews", datetime.now(UTC)
    files = write_corpus(folder, invent_reviews(HOW_MANY_REVIEWS, SEED, pages=6), SEED)
    contents = {name: (folder / REVIEWS / name).read_bytes() for name in files}
    file = folder / "reviews.lapwing"
    file.unlink(missing_ok=True)
    with begin_project(file, "Invented reviews", at) as project:
        code_files(project, files, keep_files(project, files, contents, at), SEED, at)
        give(reviews_page(analysed(project, Asked(), show_small=True), at.date()), out / "reviews.html")


def _listening(port: int | None) -> Server:
    from lapwing.cli.listening import ANY, listen

    try:
        return listen(HERE, port or USUAL_PORT)
    except Refused:
        if port is not None:
            raise
        return listen(HERE, ANY)


def _welcome(address: str, out: Path) -> None:
    from lapwing.demonstration.cast import PASSWORD
    from lapwing.demonstration.people import sign_ins
    from lapwing.records.entries import entries

    tell(f"{number(entries('child').count())} invented children. Their findings as a page: {out / 'findings.html'}")
    tell(f"{HOW_MANY_REVIEWS} invented case reviews, coded. What they say as a page: {out / 'reviews.html'}")
    print(f"Sign in at {address} with the password {PASSWORD} (for this demonstration alone) as\n")  # noqa: T201
    for one in sign_ins():
        print(f"  {one.email:36}{one.name}, {one.post}")  # noqa: T201
        print(f"  {'':36}to look at first: {one.look_first}")  # noqa: T201
    print("\nIt goes on until it is stopped (Ctrl-C).", flush=True)  # noqa: T201


def _has_screen() -> bool:
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))

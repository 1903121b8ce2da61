"""Commands over the database: what goes in and out, what is worked out daily, and whether the log is whole."""

from __future__ import annotations

import re
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lapwing.cli import database
from lapwing.cli.checking import AsOf, Source, could_not_run
from lapwing.cli.giving import Refused, day_given, give, one_of, progress, tell
from lapwing.exchange.folder import check_nothing_in_the_way, write_folder
from lapwing.exchange.recognise import read_source
from lapwing.report.summary import told_of
from lapwing.report.words import number

if TYPE_CHECKING:
    from lapwing.conduct.bringing_in import BroughtIn
    from lapwing.conduct.daily import Recomputed

FEED = re.compile(r"[a-z][a-z0-9_-]{0,39}")
Feed = Annotated[
    str,
    typer.Option("--feed", metavar="NAME", help="The system it comes from, always the same name for the same system."),
]
NoRecompute = Annotated[bool, typer.Option("--no-recompute", help="Only store; the findings wait for `recompute`.")]
Folder = Annotated[Path, typer.Argument(metavar="OUT", help="The folder of record tables to write.")]
Kind = Annotated[str, typer.Option("--format", metavar="FORMAT", help="parquet or csv.")]
For = Annotated[
    str | None,
    typer.Option("--for", metavar="AGENCY", help="The agency that is to get it; the area itself if not given."),
]


def migrate() -> None:
    """Make the database, or bring it up to this version."""
    database.connect(may_be_new=True)
    tell(f"The database at {database.migrated()} is ready.")


def import_source(source: Source, feed: Feed, as_of: AsOf = None, no_recompute: NoRecompute = False) -> None:
    """Bring SOURCE into the database.

    The same source again changes nothing, and a stopped run goes on where it was.
    """
    if not FEED.fullmatch(feed):
        raise Refused(f"--feed: has “{feed}”; needs a short name in small letters, such as mosaic or maternity.")
    day = day_given("--as-of", as_of)
    database.connect()
    from django.utils import timezone

    from lapwing.conduct.bringing_in import bring_in, fingerprint

    with progress("Reading") as reading:
        read = read_source(source, reading)
    with progress("Storing") as storing:
        came = bring_in(
            read.records, feed=feed, format=read.format, source=source.name, mark=fingerprint(source), at=timezone.now(),
            tell=storing or (lambda share: None),
        )  # fmt: skip
    tell(*told_of(read), *_told_of_rows(came))
    if not no_recompute:
        _recompute(as_of)
    else:
        tell(f"The findings of {day} wait for `lapwing recompute`.")


def _told_of_rows(came: BroughtIn) -> list[str]:
    counted = {what: came.total(what) for what in ("new", "changed", "same", "contradicting")}
    said = [
        f"{number(counted['new'])} rows new, {number(counted['changed'])} changed, {number(counted['same'])} the same."
    ]
    if came.resumed:
        said.insert(0, "An earlier import of the same source had stopped; this one went on from there.")
    if counted["contradicting"]:
        many = counted["contradicting"] != 1
        said.append(
            f"{number(counted['contradicting'])} {'rows contradict' if many else 'row contradicts'} what was entered here, or "
            "cannot be held as given. What stands here stays, and somebody has to settle each."
        )
    return said


def recompute(as_of: AsOf = None) -> None:
    """Work out every finding anew, as once a day.

    Time passes, and what was due tomorrow is due today. Only what changed is written.
    """
    day_given("--as-of", as_of)
    database.connect()
    _recompute(as_of)


def _recompute(as_of: str | None) -> None:
    from django.utils import timezone

    from lapwing.board.figures import count_all
    from lapwing.conduct.daily import recompute_all

    day, at = day_given("--as-of", as_of), timezone.now()
    with progress("Working out the findings", counted=False):
        done = recompute_all(day=day, at=at)
    with progress("Counting for the Board", counted=False):
        count_all(day=day, at=at)
    tell(_told_of_findings(done), *could_not_run(list(done.could_not_run)))


def _told_of_findings(done: Recomputed) -> str:
    moved = f"{number(done.opened)} opened, {number(done.changed)} changed, {number(done.closed)} closed"
    return f"Findings of {done.day}: {moved}, {number(done.standing)} stand."


def export(out: Folder, for_agency: For = None, format: Kind = "parquet", as_of: AsOf = None) -> None:
    """Write what an agency may have as record tables.

    Every field is screened for protected addresses and withheld names. What was taken out is listed beside the folder.
    """
    kind = one_of("--format", format, ("parquet", "csv"))
    day = day_given("--as-of", as_of)
    check_nothing_in_the_way(out)
    database.connect()
    from django.utils import timezone

    from lapwing.conduct.taking_out import NoSuchAgency, take_out

    try:
        with progress("Screening", counted=False):
            screened = take_out(for_agency, day=day, at=timezone.now(), to=out.name)
    except NoSuchAgency as refusal:
        raise Refused(f"--for: {refusal}") from None
    write_folder(screened.records, out, "csv" if kind == "csv" else "parquet")
    beside = out.parent / f"{out.name}.withheld.csv"
    give([screened.withheld.write_csv()], beside)
    places = screened.withheld.height
    tell(
        f"Wrote {out}. In {number(places)} place{'' if places == 1 else 's'} something was withheld: {beside} says where "
        "and why. Read it before you send the folder, and never send it along."
    )


def match() -> None:
    """Look for records that may be of one person.

    Nothing is linked by this: somebody decides on each pair.
    """
    database.connect()
    from django.utils import timezone

    from lapwing.conduct.matching import find_matches, waiting_to_be_decided

    with progress("Comparing", counted=False):
        found = find_matches(at=timezone.now())
    wait = waiting_to_be_decided()
    tell(
        f"{number(found)} pair{'' if found == 1 else 's'} of records that may be of one person found anew; "
        f"{number(wait)} wait{'s' if wait == 1 else ''} for somebody to decide."
    )


def scrub(out: Folder, format: Kind = "parquet") -> None:
    """Write a copy to share, without personal data.

    The same cases, with invented people, other days and nobody's words.
    """
    kind = one_of("--format", format, ("parquet", "csv"))
    database.connect()
    from django.utils import timezone

    from lapwing.conduct.events import record_event
    from lapwing.records.scrub import scrubbed
    from lapwing.records.stored import stored_records

    with progress("Scrubbing", counted=False):
        copy = scrubbed(stored_records(), secrets.randbits(64))
    write_folder(copy, out, "csv" if kind == "csv" else "parquet")
    record_event("scrub", by=None, at=timezone.now(), details={"to": out.name})
    tell(
        f"Wrote {out}, with invented people, nobody's words, and days moved by some weeks. Who knows a case well may still know it."
    )


def verify_log() -> None:
    """Find where the log is not as it was written.

    Ends with 0 where it is whole, and with 1 where any event was altered, removed or put in another order.
    """
    database.connect()
    from lapwing.conduct.events import faults_in_log, length_of_log

    faults = list(faults_in_log())
    for fault in faults:
        print(fault.what)  # noqa: T201
    if faults:
        raise typer.Exit(1)
    place, end = length_of_log()
    tell(f"The log is whole: {number(place)} events, ending in {end[:16]}.")

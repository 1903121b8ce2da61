"""Measures Lapwing, beside others in the same run where there are others: `./dev bench` and the names of PARTS, or all.

Times on a busy machine mean little; the ratios are what is held to. What each is held to stands beside it.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

import polars as pl

import reviews
import screens
from by_hand import CHECKS as BY_HAND
from by_hand import ByHand
from census import census, timed, timed_peer
from lapwing.checks import CHECKS
from lapwing.engine.explain import ChildAnswers
from lapwing.engine.gather import rows_by_child
from lapwing.engine.known import KnownRecords
from lapwing.engine.measuring import Counting, measured
from lapwing.engine.publishing import publish
from lapwing.engine.recoding import first_days
from lapwing.engine.run import Findings, Question, polars_frames, run, tables_of
from lapwing.exchange.folder import read_folder
from lapwing.lessons.settings import shipped_settings
from lapwing.measures import MEASURES
from material import DAY, partnership
from on_disk import timed_findings
from stored import timed_record

Given = TypeVar("Given")
Line = tuple[str, str, str]
SETTINGS = shipped_settings()
EVERYTHING = Question(list(CHECKS.values()), DAY, SETTINGS)
MILLION = 1_000_000


def reading_a_census() -> Iterator[Line]:
    """Import, alone and beside the validator that authorities use, which takes minutes for the same file."""
    ten, twenty = timed(census(10_000)), timed(census(20_000))
    yield "census, 10,000 full children", f"{ten['seconds']:.2f} s, {ten['megabytes']:.0f} MB", "5 s, 300 MB"
    yield "census, twice as many", f"{twenty['seconds'] / ten['seconds']:.2f} times as long", "2.3 times"
    peer = timed_peer(census(10_000))
    assert peer["children"] == ten["children"]
    told = f"{peer['seconds']:.0f} s, {peer['megabytes']:.0f} MB: {peer['seconds'] / ten['seconds']:.0f} times as long"
    yield "    csc-validator-be-cin on the same file, ingest alone", told, ""


def checking_an_area() -> Iterator[Line]:
    """20,000 children, every check, with reasons."""
    records = read_folder(partnership(20_000)).records
    seconds, found = _best(3, lambda: run(EVERYTHING, records))
    assert not found.could_not_run
    yield f"20,000 children, {len(CHECKS)} checks, {found.frame.height:,} findings", f"{seconds:.2f} s", "2 s"


def checking_a_country() -> Iterator[Line]:
    """A million children from Parquet, beside the same findings by hand."""
    folder = partnership(MILLION)
    some = Question([CHECKS[f"before_birth.{name}"] for name in BY_HAND], DAY, SETTINGS)
    keys = {key for check in some.checks for key in check.settings()} | {"prebirth.look_back_wd"}
    hand = ByHand(folder, DAY, SETTINGS.local(sorted(keys)))
    ours, found = _best(3, lambda: run(some, read_folder(folder).records))
    theirs, written = _best(3, hand.findings)
    _need_equal(found, written)
    yield f"1,000,000 children, {len(BY_HAND)} checks by hand in Polars", f"{theirs:.1f} s", ""
    yield "    the same findings from the engine", f"{ours:.1f} s: {ours / theirs:.2f} times as long", "1.5 times"


def measuring() -> Iterator[Line]:
    """Every measure of the Board over three years of 100,000 children, and what of it may be told."""
    records = read_folder(partnership(100_000)).records
    counting = Counting(list(MEASURES.values()), DAY, SETTINGS, first_days(DAY)[0])
    seconds, said = _best(2, lambda: dict(measured(counting, records)))
    by_subject: dict[object, dict[str, pl.DataFrame]] = {}
    for measure, units in said.items():
        assert isinstance(units, pl.DataFrame)
        by_subject.setdefault(measure.about, {})[measure.code] = units
    counted = sum(units.height for some in by_subject.values() for units in some.values())
    yield f"100,000 children, {len(said)} measures, {counted:,} units over three years", f"{seconds:.2f} s", "5 s"
    fewest = int(SETTINGS.number("suppress.below"))
    seconds, _ = _best(1, lambda: [publish(some, DAY, fewest) for some in by_subject.values()])
    yield "    what may be told of them, beside each other", f"{seconds:.2f} s", ""


def growing() -> Iterator[Line]:
    """Ten thousand, a hundred thousand and a million children, from Parquet to findings on disk: cost goes by children."""
    for children in (10_000, 100_000, MILLION):
        yield from _on_disk(children)


def _on_disk(children: int) -> Iterator[Line]:
    """Every check in a process of its own, from Parquet to Parquet."""
    folder = partnership(children)
    rows = sum(pl.scan_parquet(file).select(pl.len()).collect().item() for file in folder.glob("*.parquet"))
    told = timed_findings(folder, DAY)
    yield (
        f"{children:,} children, {rows:,} rows, {len(CHECKS)} checks, {told['findings']:,} findings on disk",
        f"{told['seconds']:.1f} s, {told['gibibytes']:.1f} GiB: {told['seconds'] / children * 1e6:.0f} µs a child",
        "20 s, 8 GiB" if children == MILLION else "",
    )


def _need_equal(found: Findings, written: pl.DataFrame) -> None:
    order = ["child", "check"]
    ours = found.frame.select(written.columns).sort(order)
    assert ours.equals(written.sort(order).cast(ours.schema)), "the findings by hand and of the engine differ"


def checking_one_child() -> Iterator[Line]:
    """One child from rows in hand: what a write to the record runs."""
    records = read_folder(partnership(20_000)).records
    tables = tables_of(EVERYTHING.plan()) | {"relationship"}
    known = KnownRecords(polars_frames(records, tables), DAY, records.versioned)
    answers = ChildAnswers(EVERYTHING, records)
    times, asked = [], []
    for rows in rows_by_child(known, tables).values():
        started = time.perf_counter()
        given = answers.of(rows)
        times.append(time.perf_counter() - started)
        if given:
            asked.append(times[-1])
    most = statistics.quantiles(asked, n=20)[-1]
    yield "one child from rows, median of all", f"{statistics.median(times) * 1000:.2f} ms", "2 ms"
    yield "    of those with findings", f"{statistics.median(asked) * 1000:.2f} ms", "2 ms"
    yield "    at the 95th percentile of those", f"{most * 1000:.2f} ms", ""


def _best(times: int, work: Callable[[], Given]) -> tuple[float, Given]:
    """The shortest of several runs in seconds, and what the last gave."""
    shortest = float("inf")
    for _ in range(times):
        started = time.perf_counter()
        given = work()
        shortest = min(shortest, time.perf_counter() - started)
    return shortest, given


def storing() -> Iterator[Line]:
    """The shared record on SQLite: bringing 20,000 children in, a day passing, a verb; and that memory stays flat."""
    told = timed_record(partnership(20_000))
    yield f"20,000 children, {told['rows']:,} rows, into SQLite", f"{told['import']:.1f} s", "60 s"
    yield f"    their first {told['standing']:,} findings written", f"{told['day 0']:.1f} s", ""
    yield f"    a day later, {told['written 1']:,} findings moved", f"{told['day 1']:.1f} s", "10 s"
    yield "    a verb, its findings worked out and written", f"median {told['verb']:.1f} ms", "40 ms"
    yield "        at the 95th percentile", f"{told['verb 95']:.1f} ms", ""
    few, many = timed_record(partnership(2_000), "import"), timed_record(partnership(40_000), "import")
    memory, rows = many["peak"] / few["peak"], many["rows"] / few["rows"]
    grown = f"{many['peak']:.0f} MiB: {memory:.2f} times as much for {rows:.0f} times the rows"
    yield f"{many['rows']:,} rows brought in, most memory held", grown, "flat"


def showing() -> Iterator[Line]:
    """Every page with 100,000 children stored, and a hundred people at once."""
    yield from screens.lines(100_000)


def analysing_reviews() -> Iterator[Line]:
    """Case reviews: 52 real ones read; 482 invented ones of 40 pages read, searched and counted."""
    yield from reviews.lines()


PARTS = {
    "census": reading_a_census,
    "area": checking_an_area,
    "country": checking_a_country,
    "measures": measuring,
    "growing": growing,
    "child": checking_one_child,
    "stored": storing,
    "screens": showing,
    "reviews": analysing_reviews,
}


def main(wanted: list[str]) -> None:
    """Runs the parts that are named, or all."""
    for name in wanted or PARTS:
        for what, found, bar in PARTS[name]():
            print(f"{what:<68} {found:<42} {bar and f'(bar: {bar})'}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

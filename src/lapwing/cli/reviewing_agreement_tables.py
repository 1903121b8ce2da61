"""Rounds of double coding, agreement and disagreements as a person reads them on a screen."""

from __future__ import annotations

import io
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeVar

from rich.console import Console
from rich.table import Table

from lapwing.cli.reviewing_words import WIDTH
from lapwing.reviews.agreement.consensus import Beside
from lapwing.reviews.agreement.differing import Disagreement, Lost
from lapwing.reviews.agreement.result import Agreed, Agreement, Figure
from lapwing.reviews.agreement.rounds import Locked, Round
from lapwing.reviews.agreement.units import Unit
from lapwing.reviews.agreement.words import BANDS_BY, RELIABLE_BY, to_decimals, to_percent

COLUMNS = {"percent": "Percent", "cohen": "Cohen", "fleiss": "Fleiss", "alpha": "Alpha", "ac1": "AC1"}
"""Which figures a screen has room for, Fleiss's only for more than two coders; JSON has all of them."""
NONE = "-"
LONGEST = 160
"""Characters of a quote that are shown."""

Told = TypeVar("Told")

NO_ROUND = "No documents have been handed out. Hand some out with --share 0.2 --coders A,B.\n"
NO_DISAGREEMENT = "Coders do not differ anywhere.\n"
SETTLING = (
    'Settle one with --settle DOCUMENT --paragraph N --theme T --as present --why "..." --coder NAME; where a paragraph '
    "has several items, give --paragraph “block N”. What coders coded stays, and so does every figure of agreement."
)


def of_rounds(rounds: Sequence[Round]) -> Iterator[str]:
    """Each round: how its documents were drawn, who has which, and who has locked."""
    if not rounds:
        yield NO_ROUND
    for one in rounds:
        yield _line(f"Round {one.round_id}, “{one.name}”, made by {one.made_by} on {one.made_at[:10]}: {one.explained}")
        table = Table("Document", *one.coders, "May be compared")
        by_document: dict[str, dict[str, str]] = defaultdict(dict)
        is_open = {}
        for assignment in one.assignments:
            locked = f"locked {assignment.locked_at[:10]}" if assignment.locked_at else "coding"
            by_document[assignment.document][assignment.coder] = locked
            is_open[assignment.document] = "yes" if assignment.is_open else "not yet"
        for document, coders in by_document.items():
            table.add_row(document, *(coders[name] for name in one.coders), is_open[document])
        yield _on_paper(table)


def of_locked(coder: str, locked: Sequence[Locked]) -> Iterator[str]:
    """What was locked, whom it waits for, and where nothing was coded, which may be an oversight."""
    for one in locked:
        then = f"waits for {', '.join(one.waiting_for)}" if one.waiting_for else "may be compared now"
        yield f"{coder} locked {one.document}: {then}.\n"
    empty = [one.document for one in locked if not one.coded]
    if empty:
        yield f"{coder} coded nothing in {', '.join(empty)}: every theme counts as absent from there.\n"


def of_agreement(found: Agreement) -> Iterator[str]:
    """Figures for each theme, then what they mean, then what they rest on."""
    where = f" of the round “{found.round}”" if found.round else ""
    documents = f"{found.documents} document{'' if found.documents == 1 else 's'}"
    yield (
        f"Agreement of {_listed(found.coders)} in {documents}{where}, counted by {found.unit}.\n"
        + _line(found.unit_means)
        + "\n"
    )
    rows = [*found.themes]
    if len(rows) > 1:
        rows += [found.overall, *([found.sets] if found.sets else [])]
    shown = {name: title for name, title in COLUMNS.items() if name != "fleiss" or len(found.coders) > 2}
    yield _on_paper(_figures(rows, found.coders, shown))
    yield "In words\n"
    for called, told in _together((one.words, one) for one in rows):
        yield _line(f"{called}: {' '.join(told)}")
    yield from _pairs(found.overall)
    yield "\n"
    yield from _why_none(rows, shown)
    yield from map(_line, found.notes)
    if found.overall.figures["percent"].value != 1:
        yield "Where they differ: --disagreements.\n"
    yield from _basis(found)


def _together(rows: Iterable[tuple[Told, Agreed]]) -> Iterator[tuple[str, Told]]:
    """What is told of each, the same once, with all that it is told of."""
    gathered: dict[Told, list[str]] = defaultdict(list)
    for told, one in rows:
        gathered[told].append(_called(one))
    return ((", ".join(called), told) for told, called in gathered.items())


def _called(one: Agreed) -> str:
    return one.theme or one.name


def _figures(rows: Iterable[Agreed], coders: Sequence[str], shown: Mapping[str, str]) -> Table:
    table = Table()
    table.add_column("Theme", overflow="fold", min_width=24 if len(coders) < 3 else 12)
    table.add_column("\n".join(["Coded by", *coders]), justify="right")
    for title in ("Of", *shown.values(), "Both of\neither"):
        table.add_column(title, justify="right")
    for one in rows:
        used = ", ".join(f"{use.units:,}" for use in one.used) or NONE
        overlap = NONE if one.overlap is None else to_percent(one.overlap, 0)
        table.add_row(
            _called(one), used, f"{one.units:,}", *(_cell(name, one.figures[name]) for name in shown), overlap
        )
    return table


def _cell(name: str, figure: Figure) -> str:
    """A figure over its interval; percent agreement as per cent."""
    written = partial(to_percent, decimals=1) if name == "percent" else partial(to_decimals, decimals=2)
    if figure.value is None:
        return NONE
    if figure.low is None or figure.high is None:
        return written(figure.value)
    return f"{written(figure.value)}\n{written(figure.low)}, {written(figure.high)}"


def _pairs(overall: Agreed) -> Iterator[str]:
    if not overall.pairs:
        return
    yield "\nTwo by two, all themes together\n"
    table = Table("Coders", "Units", "Percent", "Cohen")
    for pair in overall.pairs:
        figures = {"percent": Figure(pair.percent), "cohen": Figure(pair.kappa)}
        cells = (_cell(name, figure) for name, figure in figures.items())
        table.add_row(f"{pair.first} and {pair.second}", f"{pair.units:,}", *cells)
    yield _on_paper(table)


def _why_none(rows: Iterable[Agreed], shown: Mapping[str, str]) -> Iterator[str]:
    """Why a figure or its interval is not there, each reason once."""
    reasons = []
    for one in rows:
        why: dict[tuple[str, str], list[str]] = defaultdict(list)
        for name, title in shown.items():
            figure = one.figures[name]
            if figure.why:
                why["" if figure.value is None else "interval of ", figure.why].append(title)
        reasons += [((lack, tuple(titles), reason), one) for (lack, reason), titles in why.items()]
    for called, (lack, titles, reason) in _together(reasons):
        yield _line(f"Not given: {lack}{_listed(titles)} for {called}. {reason}")


def _basis(found: Agreement) -> Iterator[str]:
    several = ""
    if len(found.coders) > 2:
        several = ", and what Conger (1980) made of it for several coders; Fleiss's kappa (1971)"
    yield "\n" + _line(
        f"Intervals are 95%, from {found.resamples:,} draws of the documents. Percent is the share of pairs of coders who "
        f"agree. Cohen's kappa (1960){several}; Krippendorff's alpha, nominal (2004); Gwet's AC1 (2008). "
        "All themes together: what was observed and what chance would give are averaged over themes first (De Vries and "
        "others 2008). “Both of either”: of what either of two coders coded, what both did. Words for kappa are those of "
        f"{BANDS_BY}, who call them arbitrary; for alpha those of {RELIABLE_BY}."
    )


def of_disagreements(found: Sequence[Disagreement], beside: Sequence[Beside], unit: Unit) -> Iterator[str]:
    """Where coders differ, one after another, and each coder beside the consensus."""
    if not found:
        yield NO_DISAGREEMENT
        return
    for one in found:
        yield f"{one.document}, {one.where}: {one.theme}\n"
        for coder in one.found_by:
            quotes = "; ".join(f"“{_short(quote)}”" for quote in coder.quotes)
            yield f"  {coder.coder}: {quotes or f'of the document as a whole: {_short(coder.why)}'}\n"
        yield f"  not {_listed(one.not_by)}\n"
        if one.settled:
            yield f"  settled by {one.settled.by} on {one.settled.at[:10]}: {one.settled.state}. {one.settled.why}\n"
    open_ = sum(one.settled is None for one in found)
    yield f"\n{len(found)} disagreement{'' if len(found) == 1 else 's'}, {len(found) - open_} settled.\n"
    if open_:
        yield _line(SETTLING)
    yield from _beside(beside, unit, open_)


def of_lost(lost: Sequence[Lost]) -> Iterator[str]:
    """What was settled in paragraphs that are no longer there, which counts for nothing."""
    for one in lost:
        yield _line(
            f"{one.document}: {one.settled.by} settled {one.theme} as {one.settled.state} in “{_short(one.quote)}”, which "
            "the newest reading of the document does not have. It settles nothing now: settle again where coders differ."
        )


def _beside(beside: Sequence[Beside], unit: Unit, open_: int) -> Iterator[str]:
    yield "\nEach coder beside the consensus: what all agree on, and what was settled\n"
    table = Table("Coder", "The same", "Of", "Cohen", "AC1")
    for one in beside:
        numbers = (NONE if value is None else to_decimals(value, 2) for value in (one.kappa, one.ac1))
        table.add_row(one.coder, f"{one.same:,}", f"{one.units:,} {_counted(unit)}", *numbers)
    yield _on_paper(table)
    if open_:
        yield "What is not settled is left out, which flatters everybody until all of it is.\n"


def _counted(unit: Unit) -> str:
    return "documents and themes" if unit is Unit.DOCUMENTS else "paragraphs and themes"


def _line(text: str) -> str:
    """A line, broken at the width of a screen, its further parts set in."""
    return textwrap.fill(text, WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False) + "\n"


def _short(quote: str) -> str:
    return quote if len(quote) <= LONGEST else quote[: LONGEST - 1].rstrip() + "…"


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _on_paper(table: Table) -> str:
    paper = io.StringIO()
    Console(file=paper, width=WIDTH, highlight=False, color_system=None, markup=False).print(table)
    return paper.getvalue()

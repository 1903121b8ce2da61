"""A theme as its page has it: the answer in words first, then tables; a measure that is not there is not shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile
from urllib.parse import urlencode

from lapwing.board.figure_words import NOT_TOLD, how_long, not_in_it, with_range
from lapwing.board.figures import Figure
from lapwing.board.reading import themes as read
from lapwing.conduct.acting import Acting
from lapwing.conduct.verb import VERBS
from lapwing.engine.publishing import BESIDE_ANOTHER, TOO_FEW
from lapwing.web.showing.board.places import Place
from lapwing.web.showing.board.tabled import capital
from lapwing.web.showing.board.themes import Division, Theme
from lapwing.web.templating import address, briefly, in_words

CANNOT_ANSWER = "Our records cannot answer that now: {says}."


@dataclass(frozen=True)
class Row:
    """A row of a table: what it is of, where more of it is, and its cells."""

    title: str
    cells: tuple[str, ...]
    href: str = ""


@dataclass(frozen=True)
class Table:
    """A table of figures: under which title, with which sentence, its caption, its columns and its rows."""

    title: str
    says: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


FIGURES = ("What is asked", "What the records show", "Not in it", "How long it took")


def answer(theme: Theme, found: read.Theme) -> str:
    """The question answered in one sentence, with how many it is of; or that it cannot be."""
    figure = found.figures[theme.answered_by]
    if figure.of:
        return capital(theme.sentence.format(says=figure.says))
    if figure.says.endswith(f"; {BESIDE_ANOTHER}"):  # a share in words, and why it is told in no number
        return f"{figure.asks} {capital(figure.says)}."
    return CANNOT_ANSWER.format(says=figure.says or TOO_FEW)


def period(figure: Figure) -> str:
    """Of which days a figure is, and when it was counted."""
    if figure.counted_on is None:
        return ""
    return f"From {in_words(figure.since)} to {in_words(figure.until)}; counted on {in_words(figure.counted_on)}."


def tables(theme: Theme, found: read.Theme) -> Iterator[Table]:
    """The tables of the page, those first that answer the question; none without rows but those of divisions."""
    if theme.pairs:
        yield _side_by_side(theme, found)
    for group in theme.groups:
        yield _table(group.title, group.says, group.codes, found)
    if theme.more():
        yield _table("More about this", "", theme.more(), found)
    yield from (_over_time(code, found) for code in theme.trend if found.over_time[code])


def _table(title: str, says: str, codes: Sequence[str], found: read.Theme) -> Table:
    rows = tuple(_row(found.figures[code]) for code in codes)
    return Table(title, says, title, FIGURES, rows)


def _row(figure: Figure) -> Row:
    cells = (with_range(figure) or TOO_FEW, not_in_it(figure), how_long(figure))
    return Row(figure.asks, cells, address("board_measure", figure.measure))


def _side_by_side(theme: Theme, found: read.Theme) -> Table:
    rows = tuple(
        Row(step, tuple(found.figures[code].says or TOO_FEW for code in pair), address("board_measure", pair[0]))
        for step, pair in theme.pairs.items()
    )
    says = "The same is asked of both, over the same babies. The aim is no equal figure but that neither is left out."
    columns = ("Step", "Fathers and second parents", "Mothers")
    return Table("Fathers and mothers side by side", says, "Fathers and mothers side by side", columns, rows)


def _over_time(code: str, found: read.Theme) -> Table:
    rows = tuple(
        Row(f"{briefly(one.since)} to {briefly(one.until)}", (with_range(one) or TOO_FEW,))
        for one in dropwhile(lambda one: one.of == 0, found.over_time[code])
    )
    caption = f"Over time: {found.figures[code].asks}"
    return Table("", "", caption, ("Time", "What the records show"), rows)


def divided(theme: Theme, found: read.Theme) -> list[Table]:
    """The tables of the measures divided by groups, and by services."""
    return [_division(one, found) for one in theme.divisions]


def _division(one: Division, found: read.Theme) -> Table:
    parts = {code: dict(found.divided[code, one.by]) for code in one.columns}
    groups = dict.fromkeys(group for some in parts.values() for group in some)
    rows = tuple(Row(group, tuple(_cell(parts[code].get(group)) for code in one.columns)) for group in groups)
    return Table(one.title, "", f"By {one.title.lower()}", (one.title, *one.columns.values()), rows)


def _cell(figure: Figure | None) -> str:
    if figure is None:
        return NOT_TOLD
    said = figure.says or TOO_FEW
    return said if figure.median is None else f"{said}. {how_long(figure)}"


def places_beside(theme: Theme, by: Acting, places: Sequence[Place]) -> list[Place]:
    """The other pages of the Board that carry out the same lessons, or those after them, and that this reader may open."""
    lessons = {*theme.lessons, *theme.after}
    open_here = [one for one in places if one.name != theme.name and by.account.role in one.may]
    return [one for one in open_here if lessons & set(one.lessons)]


def record_a_look(theme: Theme, by: Acting) -> str:
    """Where this reader records that the Board looked at the theme; empty where they cannot."""
    verb = VERBS["record_board_review"]
    if by.account.role not in verb.may:
        return ""
    asked = {"about": theme.lessons[0], "next": address(theme.name)}
    return f"{address('do_anywhere', verb.name)}?{urlencode(asked)}"

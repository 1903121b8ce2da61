"""How a tool counted the positions in a text: found out from where its selections would begin and end.

REFI-QDA 1.5 (section 10.2) counts code points from 0. Tools also count UTF-16 code units, a CRLF as one or two, the
byte order mark or not, and the end as the last character or the one after it: sixteen conventions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from lapwing.reviews.refi.told import OffsetsTold

QUOTE_WEIGHT = 3.0
"""A quote that stands where a selection says is worth three word boundaries; so many letters rarely agree by chance."""
FAIRLY_SURE = 0.75
SURE = 0.97
"""1 - 2 ** -lead for a lead of two and of five pieces of evidence."""
SHORTEST_QUOTE = 3


@dataclass(frozen=True)
class Convention:
    """A way of counting positions."""

    utf16: bool
    crlf_is_two: bool
    bom_counted: bool
    inclusive: bool

    def __str__(self) -> str:
        """In words."""
        return ", ".join(
            (
                "UTF-16 code units" if self.utf16 else "code points",
                f"CRLF is {2 if self.crlf_is_two else 1}",
                "BOM counted" if self.bom_counted else "BOM not counted",
                "end inclusive" if self.inclusive else "end exclusive",
            )
        )


CONVENTIONS = tuple(
    Convention(utf16, crlf, bom, inclusive)
    for inclusive, bom, utf16, crlf in product((False, True), (False, True), (False, True), (False, True))
)
"""All sixteen, the standard's own first: where several fit alike, the first of them is taken."""


@dataclass(frozen=True)
class SourceText:
    """A text as Lapwing keeps it (line feeds, no byte order mark), and what was there before.

    `breaks` says which characters were, or in XML may have been, a CRLF.
    """

    text: str
    breaks: NDArray[np.bool_]
    has_bom: bool

    @classmethod
    def in_file(cls, decoded: str) -> SourceText:
        """Of the decoded content of a file, its byte order mark still there."""
        has_bom = decoded.startswith("\ufeff")
        marked = decoded[has_bom:].replace("\r\n", "\r")
        pairs = _crlf_places(decoded[has_bom:], marked)
        return cls(marked.replace("\r", "\n"), pairs, has_bom)

    @classmethod
    def in_xml(cls, content: str) -> SourceText:
        """Of text within XML, where every parser turns CRLF into a line feed before anybody sees it."""
        text = content.replace("\r\n", "\n").replace("\r", "\n")
        return cls(text, _code_points(text) == ord("\n"), False)


def _code_points(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _crlf_places(whole: str, marked: str) -> NDArray[np.bool_]:
    """Which characters of a text stood for a CRLF before each was made one carriage return."""
    before, after = _code_points(whole), _code_points(marked)
    carriage = before == 13
    paired = carriage[:-1] & (before[1:] == 10) if before.size else carriage
    is_pair = np.append(paired, False) if before.size else carriage
    found = np.zeros(after.size, dtype=np.bool_)
    found[after == 13] = is_pair[carriage]
    return found


@dataclass(frozen=True)
class Marked:
    """A selection to go by: its positions as written, and words that may quote it."""

    start: int
    end: int
    words: tuple[str, ...] = ()


def spans(source: SourceText, marks: Sequence[Marked], convention: Convention) -> NDArray[np.int64]:
    """Where the selections stand in the text under a convention: a row each of start and end (exclusive).

    -1 where a position lies outside the text, or within a character or a line break.
    """
    characters = _code_points(source.text)
    widths = np.ones(characters.size, dtype=np.int64)
    if convention.utf16:
        widths += characters > 0xFFFF
    if convention.crlf_is_two:
        widths += source.breaks
    places = np.concatenate(([0], np.cumsum(widths))) + (convention.bom_counted and source.has_bom)
    given = np.array([(mark.start, mark.end + convention.inclusive) for mark in marks], dtype=np.int64).reshape(-1, 2)
    found = np.searchsorted(places, given)
    fits = places[np.minimum(found, places.size - 1)] == given
    return np.where(fits, found, -1)


@dataclass(frozen=True)
class Weighed:
    """What each convention has for it in one text, in pieces of evidence out of `most`.

    Conventions of the same number in `alike` put every selection in the same place.
    """

    points: tuple[float, ...]
    alike: tuple[tuple[int, ...], ...]
    most: float
    selections: int


def weigh(source: SourceText, marks: Sequence[Marked]) -> Weighed:
    """How well each convention fits the selections of a text."""
    by_convention = [spans(source, marks, convention) for convention in CONVENTIONS]
    known: dict[bytes, int] = {}
    which = [known.setdefault(found.tobytes(), len(known)) for found in by_convention]
    distinct = [by_convention[which.index(each)] for each in range(len(known))]
    quoting = _quotes(source.text, marks, distinct)
    edges = [_edges(source.text, found) for found in distinct]
    points = [QUOTE_WEIGHT * sum(quoting[each]) + edges[each] for each in range(len(known))]
    quotable = sum(any(row[at] for row in quoting) for at in range(len(marks)))
    alike = tuple((each,) for each in which)
    return Weighed(tuple(points[each] for each in which), alike, QUOTE_WEIGHT * quotable + 2 * len(marks), len(marks))


def _quotes(text: str, marks: Sequence[Marked], distinct: Sequence[NDArray[np.int64]]) -> list[list[float]]:
    return [
        [
            _quoted(mark.words, text[start:end]) if 0 <= start < end else 0.0
            for mark, (start, end) in zip(marks, found, strict=True)
        ]
        for found in (each.tolist() for each in distinct)
    ]


def _quoted(words: tuple[str, ...], there: str) -> float:
    """1 where the words are what stands there to the letter, a little less where they are but for space at the ends."""
    slice_ = _spaced(there)
    best = 0.0
    for written in words:
        quote = _spaced(written)
        if len(quote.strip()) < SHORTEST_QUOTE:
            continue
        cut = quote.rstrip()
        if cut.endswith(("…", "...")):
            beginning = cut.removesuffix("…").removesuffix("...").rstrip()
            if len(beginning) >= SHORTEST_QUOTE and slice_.startswith(beginning):
                return 1.0
        if quote == slice_:
            return 1.0
        best = max(best, 0.7 if quote.strip() == slice_.strip() else 0.0)
    return best


def _spaced(text: str) -> str:
    return "".join(" " if character.isspace() else character for character in text)


def _edges(text: str, found: NDArray[np.int64]) -> float:
    """How many of the starts and ends stand at the edge of a word and not within one or in the space beside it."""
    good = 0
    for start, end in found.tolist():
        if 0 <= start < len(text):
            inside = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
            good += not inside and not text[start].isspace()
        if 0 < end <= len(text):
            inside = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
            good += not inside and not text[end - 1].isspace()
    return float(good)


def decide(weighed: Sequence[tuple[str, Weighed]]) -> tuple[list[Convention], list[OffsetsTold]]:
    """A convention for each text (name and weights), and what is to be told of it.

    One for the whole project, from all the evidence together; another for a text of its own where that text's
    selections speak against it with at least two pieces of evidence.
    """
    texts = [each for _, each in weighed if each.selections]
    if not texts:
        return [CONVENTIONS[0]] * len(weighed), []
    together = Weighed(
        tuple(sum(each.points[at] for each in texts) for at in range(len(CONVENTIONS))),
        tuple(sum((each.alike[at] for each in texts), ()) for at in range(len(CONVENTIONS))),
        sum(each.most for each in texts),
        sum(each.selections for each in texts),
    )
    project = _best(together)
    told = [_told("", together, project)]
    chosen = []
    for name, each in weighed:
        own = _best(each)
        differs = each.selections > 0 and 1 - 2.0 ** -(each.points[own] - each.points[project]) >= FAIRLY_SURE
        chosen.append(CONVENTIONS[own if differs else project])
        if differs:
            told.append(_told(name, each, own))
    return chosen, told


def _best(weighed: Weighed) -> int:
    return max(range(len(CONVENTIONS)), key=lambda at: (weighed.points[at], -at))


def _told(name: str, weighed: Weighed, best: int) -> OffsetsTold:
    others = [at for at in range(len(CONVENTIONS)) if weighed.alike[at] != weighed.alike[best]]
    runner_up = max(others, key=lambda at: (weighed.points[at], -at), default=best)
    lead = weighed.points[best] - weighed.points[runner_up]
    alike = [CONVENTIONS[at] for at in range(len(CONVENTIONS)) if weighed.alike[at] == weighed.alike[best]]
    sure = round(1 - 2.0**-lead, 4)
    return OffsetsTold(
        name,
        str(CONVENTIONS[best]),
        round(weighed.points[best] / weighed.most, 4),
        str(CONVENTIONS[runner_up]) if others else "",
        round(weighed.points[runner_up] / weighed.most, 4) if others else 0.0,
        sure,
        _in_words(sure, alike),
        weighed.selections,
    )


def _in_words(sure: float, alike: Sequence[Convention]) -> str:
    """How sure, and in what nothing tells the conventions apart."""
    undecided = [
        words
        for attribute, words in (
            ("utf16", "code points and UTF-16"),
            ("crlf_is_two", "CRLF as one and as two"),
            ("bom_counted", "the byte order mark counted and not"),
            ("inclusive", "end inclusive and exclusive"),
        )
        if len({getattr(convention, attribute) for convention in alike}) > 1
    ]
    certainty = "sure" if sure >= SURE else "fairly sure" if sure >= FAIRLY_SURE else "a guess"
    if not undecided:
        return certainty
    return f"{certainty}; conventions agree on {', '.join(undecided)}: nothing here tells them apart"

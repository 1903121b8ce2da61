"""The lines of somebody's digest: what each takes from its source, which edits it marks, and which places it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lapwing.reviews.digest.words import norms
from lapwing.reviews.document import Document, Kind

ABOUT = "About this digest"
"""Below a heading of that name a digest speaks of itself, and is not held against its source."""
KEY_FINDINGS = "Key findings"
CHOSEN = "Findings chosen from the text"
IMPLICATIONS = "Implications"
APART = "Quotations and examples"
"""How the parts of our own digests are headed."""
WORDS_OF_A_HEADING = 6

_PLACES = r"(?:pages?|pp?\.?|paragraphs?|paras?\.?|¶|block)\s*\d"
_IN_BRACKETS = re.compile(
    rf"\s*[(\[]\s*(?:see |source:? |from )?(?={_PLACES})(?P<places>[^()\[\]]*)[)\]]\s*\.?\s*$", re.IGNORECASE
)
_AT_THE_END = re.compile(
    rf"(?:^|[\s,;\u2013\u2014-]+)(?P<places>{_PLACES}[\d\s,.;&\u2013-]*(?:(?:and|pages?|pp?\.|paragraphs?|paras?\.?)[\s\d,.;&\u2013-]+)*)$",
    re.IGNORECASE,
)
_PAGES = re.compile(r"\b(?:pages?|pp?\.?)\s*(\d+)(?:\s*[-\u2013]\s*(\d+))?", re.IGNORECASE)
_PARAGRAPHS = re.compile(
    r"(?:\b(?:paragraphs?|paras?\.?)|¶)\s*(\d+(?:\.\d+)*(?:\s*(?:,|&|and)\s*\d+(?:\.\d+)*)*)(?:\s*[-\u2013]\s*(\d+))?",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"\[\s*(?P<omitted>\.{3}|…)\s*\]|\[(?P<capital>[^\W\d_])\](?=[\w’'])|\[(?P<supplied>[^\[\]]+)\]|(?P<bare>\.{3,}|…)"
)


@dataclass(frozen=True)
class Cited:
    """A place that a digest names: pages from and to, 0 where none, and paragraphs, empty where none."""

    pages: tuple[int, int]
    paragraphs: tuple[str, ...]

    def __str__(self) -> str:
        """As people cite it."""
        first, last = self.pages
        told = [f"page {first}" if first == last else f"pages {first} to {last}"] if first else []
        told += [f"paragraph {' and '.join(self.paragraphs)}"] if self.paragraphs else []
        return ", ".join(told)


@dataclass(frozen=True)
class DigestLine:
    """A line of a digest, from 1; `wording` is what is left of it without marks and cited places.

    `omitted_before` are the words of the wording, from 0, before which it marks something as left out.
    """

    number: int
    written: str
    wording: str
    supplied: tuple[str, ...]
    omitted_before: frozenset[int]
    marks_capital: bool
    cited: tuple[Cited, ...]


def lines_of(digest: Document) -> tuple[list[DigestLine], list[str]]:
    """The lines of a digest that state something, and the headings between them.

    A line that names only a place cites it for the lines below, up to the next heading or the next such line.
    """
    lines: list[DigestLine] = []
    headings: list[str] = []
    standing: tuple[Cited, ...] = ()
    for block in digest.body():
        written = " ".join(digest.words(block).split())
        if plain := written.strip(" #*:"):
            if plain.casefold() == ABOUT.casefold():
                break
            line = line_of(len(lines) + 1, written)
            if line.supplied and not norms(line.wording):
                headings.append(plain)
            elif not norms(line.wording):
                standing = line.cited or standing
            elif block.kind is Kind.HEADING or _is_heading(written):
                headings.append(plain)
                standing = line.cited
            else:
                lines.append(line if line.cited else line_of(len(lines) + 1, written, standing))
    return lines, headings


def _is_heading(written: str) -> bool:
    if written.startswith(("#", f"{IMPLICATIONS}: ")):
        return True
    return (
        len(written.split()) <= WORDS_OF_A_HEADING
        and not written.endswith((".", ";", "!", ",", "]", ")"))
        and written[:1].isupper()
    )


def line_of(number: int, written: str, standing: tuple[Cited, ...] = (), *, with_marks: bool = True) -> DigestLine:
    """A line taken apart; without `with_marks` what is in square brackets is wording like any other."""
    rest, cited = _without_places(written)
    if not with_marks:
        return DigestLine(number, written, rest if cited else written, (), frozenset(), False, cited or standing)
    wording, supplied, omitted, capital, at = "", [], set(), False, 0
    for mark in _MARK.finditer(rest):
        wording += rest[at : mark.start()]
        at = mark.end()
        if mark["capital"]:
            wording, capital = wording + mark["capital"], True
        elif mark["supplied"]:
            supplied.append(mark["supplied"].strip())
            wording += " "
        else:
            omitted.add(len(norms(wording)))
            wording += " "
    wording = " ".join((wording + rest[at:]).split())
    return DigestLine(number, written, wording, tuple(supplied), frozenset(omitted), capital, cited or standing)


def _without_places(written: str) -> tuple[str, tuple[Cited, ...]]:
    """A line without the places that it cites at its end, in brackets or not, and those places."""
    found = _IN_BRACKETS.search(written) or _AT_THE_END.search(written)
    if found is None:
        return written, ()
    return written[: found.start()].strip(), tuple(_cited(found["places"]))


def _cited(places: str) -> Iterator[Cited]:
    for place in places.split(";"):
        pages, paragraphs = _PAGES.search(place), _PARAGRAPHS.search(place)
        if pages or paragraphs:
            first = int(pages[1]) if pages else 0
            yield Cited((first, int(pages[2] or first) if pages else 0), _numbers(paragraphs))


def _numbers(paragraphs: re.Match[str] | None) -> tuple[str, ...]:
    if paragraphs is None:
        return ()
    named = re.findall(r"\d+(?:\.\d+)*", paragraphs[1])
    if paragraphs[2] and named[-1].isdigit() and int(named[-1]) < int(paragraphs[2]) < int(named[-1]) + 50:
        named += [str(number) for number in range(int(named[-1]) + 1, int(paragraphs[2]) + 1)]
    return tuple(named)

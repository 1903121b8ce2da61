"""Styles of a Word file: what each says itself or has from the style it is based on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from lapwing.reviews.reading.word_parts import Element, W, is_on, number, value

_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titulo|titolo|rubrik|overskrift|otsikko|kop|nagłówek|nadpis|pennawd) ?([1-9])",
    re.I,
)
_CONTENTS = re.compile(r"(?:toc|contents) ?[1-9]|(?:table of figures|toa heading)", re.I)
BODY = 9
"""The outline level of what is no heading; headings have 0 to 8."""


T = TypeVar("T")


@dataclass(frozen=True)
class Style:
    """One style as its file says it; `numbered_by` and `list_level` are None where it says nothing of numbering."""

    id: str
    name: str
    based_on: str
    outline_level: int | None
    numbered_by: int | None
    list_level: int | None
    starts_page: bool
    is_bold: bool | None
    is_hidden: bool


class Styles:
    """The styles of a file by id; a style that is not there says nothing."""

    def __init__(self, root: Element | None) -> None:
        """Takes the root of the part; None where the file has none."""
        elements = [] if root is None else root.findall(W + "style")
        self._styles: Mapping[str, Style] = {style.id: style for style in map(_style, elements)}
        defaults = [
            e for e in elements if value(e, "type") == "paragraph" and value(e, "default") in ("1", "true", "on")
        ]
        self._default = value(defaults[0], "styleId") if defaults else ""

    def chain(self, style_id: str) -> Iterator[Style]:
        """A style and what it is based on, nearest first; without an id, the style of every paragraph."""
        seen: set[str] = set()
        at = style_id or self._default
        while at in self._styles and at not in seen:
            seen.add(at)
            yield self._styles[at]
            at = self._styles[at].based_on

    def first(self, style_id: str, said: Callable[[Style], T | None]) -> T | None:
        """What the nearest style of the chain says."""
        return next((found for style in self.chain(style_id) if (found := said(style)) is not None), None)

    def heading_level(self, style_id: str) -> int:
        """How deep a heading is, from 1; 0 for what is none."""
        if not style_id:
            return 0
        level = self.first(style_id, _heading_level)
        if level is None:
            return _level_by_name(style_id)
        return level

    def is_contents(self, style_id: str) -> bool:
        """Whether it is a line of the table of contents."""
        return any(_CONTENTS.fullmatch(style.name) for style in self.chain(style_id)) or bool(
            _CONTENTS.fullmatch(style_id)
        )

    def is_title(self, style_id: str) -> bool:
        """Whether it is the document's title."""
        return style_id == "Title" or any(style.name.lower() == "title" for style in self.chain(style_id))


def _style(element: Element) -> Style:
    numbering = element.find(f"{W}pPr/{W}numPr")
    bold = element.find(f"{W}rPr/{W}b")
    return Style(
        id=value(element, "styleId"),
        name=value(element.find(W + "name")),
        based_on=value(element.find(W + "basedOn")),
        outline_level=number(element.find(f"{W}pPr/{W}outlineLvl")),
        numbered_by=None if numbering is None else number(numbering.find(W + "numId")),
        list_level=None if numbering is None else number(numbering.find(W + "ilvl")),
        starts_page=is_on(element.find(f"{W}pPr/{W}pageBreakBefore")),
        is_bold=None if bold is None else is_on(bold),
        is_hidden=is_on(element.find(f"{W}rPr/{W}vanish")),
    )


def _heading_level(style: Style) -> int | None:
    if style.outline_level is not None:
        return style.outline_level + 1 if style.outline_level < BODY else 0
    return _level_by_name(style.name) or (1 if style.name.lower() == "title" else None)


def _level_by_name(name: str) -> int:
    found = _HEADING.fullmatch(name)
    return int(found[1]) if found else 0

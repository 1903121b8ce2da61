"""Word's automatic numbers, which no paragraph holds: counted from the numbering part, paragraph by paragraph.

Counters belong to a list definition (`abstractNum`), so that lists sharing one continue each other; a list (`num`)
may override its levels or start them anew (ISO/IEC 29500-1, 17.9).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lapwing.reviews.reading.word_parts import Element, W, is_on, number, value
from lapwing.reviews.reading.word_styles import Styles
from lapwing.reviews.reading.word_symbols import UNKNOWN, readable
from lapwing.reviews.reading.written_numbers import written

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class Level:
    """How one level of a list is counted and printed; `restart` is the level, from 1, after which it starts anew."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    restart: int | None = None
    is_legal: bool = False
    style: str = ""
    font: str = ""
    suffix: str = "tab"

    @property
    def is_bullet(self) -> bool:
        """Whether a sign is printed rather than a number."""
        return self.form == "bullet"


@dataclass(frozen=True)
class Numbered:
    """What Word prints before a paragraph: the text with the space after it, the number in it, and the level from 0."""

    printed: str
    number: str
    level: int
    form: str


@dataclass
class _List:
    definition: int
    levels: dict[int, Level]
    starts: dict[int, int]
    is_begun: bool = False


@dataclass
class _Counters:
    """How far each level of a definition has counted; None where it starts anew."""

    at: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


class WordNumbers:
    """Counts the numbered paragraphs of one document, which must be asked about in their order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        """Takes the root of the numbering part, or None where the file has none."""
        self._styles = styles
        self._lists = {} if root is None else _lists(root, styles)
        self._counters: dict[int, _Counters] = {}

    def next(self, paragraph_numbering: Element | None, style_id: str) -> Numbered | None:
        """The number of the next paragraph, by its own `numPr` and what its style says; None where it has none."""
        wanted = self._list_and_level(paragraph_numbering, style_id)
        if wanted is None or wanted[0] not in self._lists:
            return None
        the_list, level = self._lists[wanted[0]], wanted[1]
        counters = self._counters.setdefault(the_list.definition, _Counters()).at
        _begin(the_list, counters)
        _count(the_list, level, counters)
        return _numbered(the_list, level, counters)

    def _list_and_level(self, own: Element | None, style_id: str) -> tuple[int, int] | None:
        """The list's id and the level: each from the paragraph, else from the nearest style that says it."""
        own_list = None if own is None else number(own.find(W + "numId"))
        list_id = own_list if own_list is not None else self._styles.first(style_id, lambda style: style.numbered_by)
        if not list_id:
            return None
        level = None if own is None else number(own.find(W + "ilvl"))
        if level is None and own_list is None:
            level = self._level_of_style(list_id, style_id)
        return list_id, min(max(level or 0, 0), LEVELS - 1)

    def _level_of_style(self, list_id: int, style_id: str) -> int | None:
        """The level that names the style, or one that it is based on, else the level that the style names."""
        levels = self._lists[list_id].levels if list_id in self._lists else {}
        for style in self._styles.chain(style_id):
            linked = next((at for at, level in levels.items() if level.style == style.id), None)
            if linked is not None or style.list_level is not None:
                return linked if linked is not None else style.list_level
        return None


def _begin(the_list: _List, counters: list[int | None]) -> None:
    """At a list's first paragraph the levels that it starts anew are reset."""
    if not the_list.is_begun:
        the_list.is_begun = True
        for level in the_list.starts:
            counters[level] = None


def _count(the_list: _List, level: int, counters: list[int | None]) -> None:
    before = counters[level]
    counters[level] = _start(the_list, level) if before is None else before + 1
    for deeper in range(level + 1, LEVELS):
        restart = the_list.levels.get(deeper, Level()).restart
        if restart is None or level < restart:
            counters[deeper] = None


def _start(the_list: _List, level: int) -> int:
    return the_list.starts.get(level, the_list.levels.get(level, Level()).start)


def _numbered(the_list: _List, at: int, counters: list[int | None]) -> Numbered:
    level = the_list.levels.get(at, Level())
    gap = "" if level.suffix == "nothing" else " "
    if level.is_bullet:
        sign = readable(level.pattern, level.font).strip().replace(UNKNOWN, "•") or "•"
        sign = "◦" if sign == "o" else sign
        return Numbered(sign + (gap or " "), "", at, level.form)
    printed = _PLACE.sub(lambda place: _count_printed(the_list, int(place[1]) - 1, level, counters), level.pattern)
    printed = " ".join(printed.split())
    has_number = level.form != "none" or bool(_PLACE.search(level.pattern))
    return Numbered(printed + gap if printed else "", printed.rstrip(".: ") if has_number else "", at, level.form)


def _count_printed(the_list: _List, at: int, printing: Level, counters: list[int | None]) -> str:
    """The count of one level within a number; a level of bullets or of nothing prints none."""
    level = the_list.levels.get(at, Level())
    if level.is_bullet or level.form == "none":
        return ""
    count = counters[at]
    return written(_start(the_list, at) if count is None else count, "decimal" if printing.is_legal else level.form)


def _lists(root: Element, styles: Styles) -> dict[int, _List]:
    definitions = {number(e, -1, "abstractNumId"): e for e in root.findall(W + "abstractNum")}
    lists: dict[int, _List] = {}
    for element in root.findall(W + "num"):
        definition = _definition(root, number(element.find(W + "abstractNumId"), -1), definitions, styles)
        if definition is not None:
            lists[number(element, -1, "numId") or 0] = _list(element, *definition)
    return lists


def _definition(
    root: Element, wanted: int | None, definitions: dict[int | None, Element], styles: Styles
) -> tuple[int, Element] | None:
    """The definition that has the levels: where one only links to a style of lists, that style's."""
    for _ in range(len(definitions)):
        element = definitions.get(wanted)
        if element is None or wanted is None:
            return None
        link = element.find(W + "numStyleLink")
        if link is None:
            return wanted, element
        list_id = styles.first(value(link), lambda style: style.numbered_by)
        linked = next((e for e in root.findall(W + "num") if number(e, None, "numId") == list_id), None)
        wanted = None if linked is None else number(linked.find(W + "abstractNumId"))
    return None


def _list(element: Element, definition: int, defined: Element) -> _List:
    levels = {number(e, 0, "ilvl") or 0: _level(e) for e in defined.findall(W + "lvl")}
    starts: dict[int, int] = {}
    for override in element.findall(W + "lvlOverride"):
        at = min(max(number(override, 0, "ilvl") or 0, 0), LEVELS - 1)
        other = override.find(W + "lvl")
        if other is not None:
            levels[at] = _level(other)
        start = number(override.find(W + "startOverride"))
        if start is not None:
            starts[at] = start
            levels[at] = replace(levels.get(at, Level()), start=start)
    return _List(definition, levels, starts)


def _level(element: Element) -> Level:
    fonts = element.find(f"{W}rPr/{W}rFonts")
    return Level(
        start=number(element.find(W + "start"), 0) or 0,
        form=_form(element),
        pattern=value(element.find(W + "lvlText")),
        restart=number(element.find(W + "lvlRestart")),
        is_legal=is_on(element.find(W + "isLgl")),
        style=value(element.find(W + "pStyle")),
        font=value(fonts, "ascii") or value(fonts, "hAnsi"),
        suffix=value(element.find(W + "suff"), otherwise="tab"),
    )


def _form(element: Element) -> str:
    """The form of the count, also where newer Word offers an alternative to it."""
    form = element.find(W + "numFmt")
    if form is None:
        form = next(element.iter(W + "numFmt"), None)
    return value(form, otherwise="decimal")

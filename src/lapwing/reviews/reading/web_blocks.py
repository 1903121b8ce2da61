"""The blocks of a web page, in order, as a browser without styles would show them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from lapwing.reviews.document import Kind
from lapwing.reviews.reading.written_numbers import written

Element = etree._Element

LEFT_OUT = frozenset([
    "script", "style", "noscript", "template", "svg", "iframe", "object", "button", "select", "textarea",
    "input", "head", "canvas", "video", "audio", "map", "dialog",
])  # fmt: skip
_AROUND = frozenset(["nav", "aside", "header", "footer"])
_AROUND_ROLES = frozenset(["navigation", "banner", "contentinfo", "search", "complementary"])
_OF_COOKIES = re.compile(r"cookie(?!s?-(?:polic|cutter))|consent-banner|gdpr", re.I)
_BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section",
    "summary", "table", "caption", "tbody", "thead", "tfoot", "tr", "td", "th", "ul",
])  # fmt: skip
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_FORMS_OF_STYLES = {
    "decimal": "decimal", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman", "none": "none",
}  # fmt: skip
_BREAK = "\x1d"
"""Stands for two line breaks in a row, by which old pages part paragraphs."""
ENOUGH = 200
"""Characters that the part marked as the main one needs to be taken for it."""


@dataclass(frozen=True)
class WebBlock:
    """A block with its words, and what a browser prints before it."""

    kind: Kind
    words: str
    level: int = 0
    number: str = ""
    printed: str = ""


@dataclass(frozen=True)
class _Within:
    """What a block stands in: `first` is what the first block of an item of a list will be."""

    kind: Kind = Kind.PARAGRAPH
    depth: int = 0


def main_part(root: Element) -> Element | None:
    """The part that the page marks as its main one, where there is one alone with enough text."""
    found = [one for one in root.iter() if one.tag == "main" or one.get("role") == "main"]
    return found[0] if len(found) == 1 and len(words_of(found[0])) >= ENOUGH else None


def blocks_of(root: Element, main: Element | None) -> Iterator[WebBlock]:
    """Every block of the page; with a main part, what stands outside it is set aside."""
    yield from _Walk(main).inside(root, _Within() if main is None else _Within(Kind.SET_ASIDE))


def words_of(element: Element) -> str:
    """All words within an element, scripts and styles left out."""
    return " ".join("".join(_inline(element)).replace(_BREAK, " ").split())


class _Walk:
    def __init__(self, main: Element | None) -> None:
        self.main = main

    def inside(self, element: Element, within: _Within) -> Iterator[WebBlock]:
        """The blocks of an element's children; words between them are paragraphs of their own."""
        loose = [element.text or ""]
        for child in element:
            if _is_left_out(child):
                pass
            elif _holds_blocks(child):
                yield from _paragraphs("".join(loose), within.kind)
                loose.clear()
                yield from self._block(child, within)
            else:
                loose.extend(_inline_of(child))
            loose.append(child.tail or "")
        yield from _paragraphs("".join(loose), within.kind)

    def _block(self, element: Element, within: _Within) -> Iterator[WebBlock]:
        if element is self.main:
            within = _Within()
        elif within.kind is not Kind.SET_ASIDE and _is_around(element):
            within = _Within(Kind.SET_ASIDE)
        tag = element.tag
        if within.kind is Kind.SET_ASIDE:
            yield from self.inside(element, within)
        elif re.fullmatch(r"h[1-6]", tag):
            yield from _heading(words_of(element), int(tag[1]))
        elif tag in ("ol", "ul", "menu", "dir"):
            yield from self._list(element, replace(within, depth=within.depth + 1))
        elif tag == "table":
            yield from self._table(element, within)
        elif tag == "p" and _is_all_bold(element):
            yield from _heading(words_of(element), 6)
        else:
            yield from self.inside(element, within)

    def _list(self, element: Element, within: _Within) -> Iterator[WebBlock]:
        counted = _counted(element)
        for child in element:
            if child.tag == "li" and not _is_left_out(child):
                printed, number, form = next(counted)
                blocks = self.inside(child, within)
                yield from _with_number(blocks, printed, number, form, within)
            elif isinstance(child.tag, str) and not _is_left_out(child):
                yield from self._block(child, within)

    def _table(self, element: Element, within: _Within) -> Iterator[WebBlock]:
        cells = [e for e in element.iter("td", "th") if next(e.iterancestors("table")) is element]
        is_frame = len(cells) == 1 or element.get("role") in ("presentation", "none")
        for caption in element.findall("caption"):
            yield from self.inside(caption, within)
        for cell in cells:
            yield from self.inside(cell, within if is_frame else replace(within, kind=Kind.CELL))


def _with_number(
    blocks: Iterable[WebBlock], printed: str, number: str, form: str, within: _Within
) -> Iterator[WebBlock]:
    """The blocks of an item, the number or bullet before the first of them."""
    is_item = form != "decimal" or within.depth > 1
    for at, block in enumerate(blocks):
        if at or block.printed or block.kind not in (Kind.PARAGRAPH, Kind.CELL):
            yield block
        elif form == "none":
            yield replace(block, kind=Kind.BULLET, level=within.depth)
        elif is_item:
            yield replace(block, kind=Kind.BULLET, level=within.depth, number=number, printed=printed)
        else:
            yield replace(block, number=number, printed=printed)


def _counted(element: Element) -> Iterator[tuple[str, str, str]]:
    """What stands before each item of a list: as printed, the number in it, and its form."""
    if element.tag != "ol":
        form = "none" if _style(element) == "none" else "bullet"
        while True:
            yield "• ", "", form
    form = _style(element) or _FORMS.get(element.get("type", "1"), "decimal")
    items = [child for child in element if child.tag == "li"]
    step = -1 if element.get("reversed") is not None else 1
    count = _whole(element.get("start"), len(items) if step < 0 else 1)
    for item in items:
        count = _whole(item.get("value"), count)
        number = "" if form == "none" else written(count, form)
        yield f"{number}. ", number, form
        count += step


def _style(element: Element) -> str:
    asked = re.search(r"list-style(?:-type)?\s*:\s*([a-z-]+)", element.get("style", ""))
    return _FORMS_OF_STYLES.get(asked[1], "") if asked else ""


def _whole(written_as: str | None, otherwise: int) -> int:
    return int(written_as) if written_as is not None and re.fullmatch(r"-?\d{1,9}", written_as.strip()) else otherwise


def _heading(words: str, level: int) -> Iterator[WebBlock]:
    if words:
        yield WebBlock(Kind.HEADING, words, level)


def _paragraphs(words: str, kind: Kind) -> Iterator[WebBlock]:
    for part in words.split(_BREAK):
        tidied = " ".join(part.replace("\N{SOFT HYPHEN}", "").replace("\u200b", "").split())
        if tidied:
            yield WebBlock(kind, tidied)


def _inline(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield from _inline_of(child)
        yield child.tail or ""


def _inline_of(child: Element) -> Iterator[str]:
    """The words of an element within a line; a number set high is a note's sign."""
    if _is_left_out(child):
        return
    if child.tag == "br":
        following = child.getnext()
        is_double = following is not None and following.tag == "br" and not (child.tail or "").strip()
        yield _BREAK if is_double else " "
    elif child.tag == "sup" and re.fullmatch(r"\s*\d{1,3}\s*", "".join(map(str, child.itertext()))):
        yield f"[{''.join(map(str, child.itertext())).strip()}]"
    elif child.tag in _BLOCKS:
        yield " "
        yield from _inline(child)
        yield " "
    else:
        yield from _inline(child)


def _holds_blocks(element: Element) -> bool:
    """Whether it is a block, or something within a line that nevertheless holds one."""
    return element.tag in _BLOCKS or next(element.iter(*_BLOCKS), None) is not None


def _is_left_out(element: Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in LEFT_OUT or element.get("hidden") is not None:
        return True
    if element.get("aria-hidden") == "true" or re.search(r"display\s*:\s*none", element.get("style", "")):
        return True
    return element.tag in ("div", "section", "aside") and bool(
        _OF_COOKIES.search(f"{element.get('id', '')} {element.get('class', '')}")
    )


def _is_around(element: Element) -> bool:
    """Whether it surrounds the page's own text; the header of an article or of the main part belongs to it."""
    if element.get("role") in _AROUND_ROLES:
        return True
    if element.tag not in _AROUND:
        return False
    return element.tag == "nav" or next(element.iterancestors("main", "article", "section"), None) is None


def _is_all_bold(element: Element) -> bool:
    """Whether a paragraph is one short bold line without an end, and so a heading of no level."""
    bold = [child for child in element if child.tag in ("b", "strong")]
    words = words_of(element)
    return len(bold) == 1 and words_of(bold[0]) == words and 0 < len(words.split()) <= 14 and words[-1] not in ".,;:"

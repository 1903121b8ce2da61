"""The parts of a Word file that are read, found by their relations, and what XML of Word says in short."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from lapwing.reviews.reading.safe_zip import SafeZip, UnusableZip, open_zip

Element = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"


def value(element: Element | None, name: str = "val", otherwise: str = "") -> str:
    """An attribute of Word's own namespace."""
    return otherwise if element is None else str(element.get(W + name, otherwise))


def number(element: Element | None, otherwise: int | None = None, name: str = "val") -> int | None:
    """An attribute that is a whole number."""
    try:
        return int(value(element, name))
    except ValueError:
        return otherwise


def is_on(element: Element | None) -> bool:
    """Whether a switch of Word is there and not turned off."""
    return element is not None and value(element, otherwise="true") not in ("0", "false", "off")


@dataclass(frozen=True)
class WordParts:
    """The parts of one file, `main` being the document itself; parts that a file lacks are None."""

    main: Element
    styles: Element | None
    numbering: Element | None
    settings: Element | None
    footnotes: Element | None
    endnotes: Element | None
    running: tuple[Element, ...] = ()
    """Headers and footers, in the order in which sections name them."""
    core: Element | None = None


def word_parts(content: bytes) -> WordParts:
    """The parts that are read; raises UnusableZip where the file is no Word document or cannot be opened."""
    opened = open_zip(content, "Word document (.docx)")
    main_name, core_name = _main_and_core(opened)
    main = opened.xml(main_name)
    if main is None or main.tag != W + "document":
        raise UnusableZip(_what_else(opened))
    relations = list(_relations(opened, main_name))
    named = {kind: target for _, kind, target in reversed(relations)}
    by_id = {id: target for id, _, target in relations}
    return WordParts(
        main,
        **{
            kind: opened.xml(named.get(kind, ""))
            for kind in ("styles", "numbering", "settings", "footnotes", "endnotes")
        },
        running=tuple(_running(opened, main, by_id)),
        core=_if_sound(opened, core_name),
    )


def _if_sound(opened: SafeZip, name: str) -> Element | None:
    """A part that a document can be read without."""
    try:
        return opened.xml(name)
    except UnusableZip:
        return None


def _main_and_core(opened: SafeZip) -> tuple[str, str]:
    kinds = {kind: target for _, kind, target in reversed(list(_relations(opened, "")))}
    return kinds.get("officeDocument", "word/document.xml"), kinds.get("core-properties", "")


def _relations(opened: SafeZip, name: str) -> Iterator[tuple[str, str, str]]:
    """Id, kind in its last word, and the name of the part, of what a part refers to within the file."""
    folder, file = posixpath.split(name)
    root = opened.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
    for relation in root if root is not None else ():
        if relation.get("TargetMode") != "External":
            target = relation.get("Target", "")
            whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            yield relation.get("Id", ""), relation.get("Type", "").rsplit("/", 1)[-1], whole


def _running(opened: SafeZip, main: Element, by_id: dict[str, str]) -> Iterator[Element]:
    seen: set[str] = set()
    for reference in main.iter(W + "headerReference", W + "footerReference"):
        name = by_id.get(reference.get(R + "id", ""), "")
        root = opened.xml(name) if name not in seen else None
        seen.add(name)
        if root is not None:
            yield root


def _what_else(opened: SafeZip) -> str:
    for sign, what in (
        ("xl/workbook.xml", "it is an Excel workbook; give it as the sheet of attributes, or save the text as Word."),
        ("ppt/presentation.xml", "it is a presentation; save its text as Word or PDF."),
        ("content.xml", "it is an OpenDocument file; save it as a Word document (.docx) or PDF."),
    ):
        if sign in opened.names:
            return what
    return "it is a zip file without a Word document in it; give the document itself."

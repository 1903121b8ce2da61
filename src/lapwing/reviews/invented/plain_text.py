"""Manuscripts as plain text, wrapped as an e-mail would be, and as web pages."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from textwrap import fill

from lapwing.reviews.document import Kind
from lapwing.reviews.invented.manuscript import Element, Manuscript

LINE = 92


def as_text(manuscript: Manuscript) -> bytes:
    """Blocks between empty lines, in UTF-8; footnotes stand in brackets after their paragraphs."""
    blocks = ["\n".join(manuscript.front), *(_block(element) for element in manuscript.elements)]
    return ("\n\n".join(blocks) + "\n").encode()


def _block(element: Element) -> str:
    if element.kind is Kind.CELL:
        return "\n".join(" | ".join(row) for row in element.rows)
    if element.kind is Kind.HEADING:
        words = _numbered(element)
        return f"{words}\n{('=' if element.level == 1 else '-') * len(words)}"
    if element.kind is Kind.BULLET:
        sign = element.number or "-"
        return fill(f"{sign} {element.text}", LINE, subsequent_indent="  ", break_on_hyphens=False)
    note = f" [Note: {element.note}]" if element.note else ""
    return fill(_numbered(element) + note, LINE, break_on_hyphens=False)


def _numbered(element: Element) -> str:
    """With its number in front; one that is no more than a number has a full stop after it."""
    stop = "." if element.number.isdigit() and element.kind is Kind.PARAGRAPH else ""
    return f"{element.number}{stop} {element.text}" if element.number else element.text


def as_web_page(manuscript: Manuscript) -> bytes:
    """One page of HTML, with a menu and a foot that are no part of the review; footnotes stand at the end."""
    title = escape(manuscript.title)
    notes = [element.note for element in manuscript.elements if element.note]
    parts = [
        f'<!DOCTYPE html>\n<html lang="en-GB">\n<head><meta charset="utf-8"><title>{title}</title></head>\n<body>',
        '<header><nav><a href="#content">Skip to content</a> <a href="#">Home</a></nav></header>',
        f'<main id="content">\n<h1>{title}</h1>',
        *(f"<p>{escape(line)}</p>" for line in manuscript.front[1:]),
        *_web_blocks(manuscript),
        *(f'<p class="footnote" id="note-{at}"><sup>{at}</sup> {escape(note)}</p>' for at, note in enumerate(notes, 1)),
        f"</main>\n<footer><p>{escape(manuscript.running)}</p></footer>\n</body>\n</html>\n",
    ]
    return "\n".join(parts).encode()


def _web_blocks(manuscript: Manuscript) -> Iterator[str]:
    note = 0
    for is_list, elements in groupby(manuscript.elements, lambda element: element.kind is Kind.BULLET):
        if is_list:
            yield _web_list(list(elements))
            continue
        for element in elements:
            note += bool(element.note)
            yield _web_block(element, note)


def _web_block(element: Element, note: int) -> str:
    words = escape(_numbered(element))
    if element.kind is Kind.HEADING:
        return f"<h{element.level + 1}>{words}</h{element.level + 1}>"
    if element.kind is Kind.CELL:
        return _web_table(element)
    mark = f'<sup><a href="#note-{note}">{note}</a></sup>' if element.note else ""
    return f"<p>{words}{mark}</p>"


def _web_list(items: list[Element]) -> str:
    """Lettered lists are lettered by the browser, so that the text has no letters."""
    lettered = items[0].number
    opened, closed = ('<ol type="a">', "</ol>") if lettered else ("<ul>", "</ul>")
    return "\n".join([opened, *(f"<li>{escape(item.text)}</li>" for item in items), closed])


def _web_table(element: Element) -> str:
    head, *rows = element.rows
    lines = ["<table>", "<tr>" + "".join(f"<th>{escape(cell)}</th>" for cell in head) + "</tr>"]
    lines += ["<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows]
    return "\n".join([*lines, "</table>"])

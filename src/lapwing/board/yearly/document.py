"""A report as a structure: headings, paragraphs, points and tables, in the order in which they are read. It keeps as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `by` says who wrote it and when, and is empty where it was put together from what is kept."""

    text: str
    by: str = ""


@dataclass(frozen=True)
class Points:
    """A list of points; `says` is the sentence before it."""

    says: str
    points: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """A table: its caption, its columns, and rows of as many cells, of which the first names the row."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | Points | Sheet
KINDS: dict[str, type[Paragraph] | type[Points] | type[Sheet]] = {
    "paragraph": Paragraph,
    "points": Points,
    "table": Sheet,
}


@dataclass(frozen=True)
class Chapter:
    """A heading with what stands under it, and the chapters within it."""

    heading: str
    blocks: tuple[Block, ...] = ()
    chapters: tuple[Chapter, ...] = ()


@dataclass(frozen=True)
class Document:
    """A whole report: its title, the lines under it, and its chapters. It says nothing of how it looks."""

    title: str
    lines: tuple[str, ...]
    chapters: tuple[Chapter, ...] = field(default=())


def as_json(document: Document) -> str:
    """The structure as text, from which `from_json` makes the same again."""
    said = {"title": document.title, "lines": document.lines, "chapters": [_said(one) for one in document.chapters]}
    return json.dumps(said, ensure_ascii=False)


def _said(chapter: Chapter) -> dict[str, Any]:
    return {
        "heading": chapter.heading,
        "blocks": [{"kind": _kind(block), **asdict(block)} for block in chapter.blocks],
        "chapters": [_said(one) for one in chapter.chapters],
    }


def _kind(block: Block) -> str:
    return next(name for name, kind in KINDS.items() if isinstance(block, kind))


def from_json(text: str) -> Document:
    """The structure that was kept."""
    said = json.loads(text)
    return Document(said["title"], tuple(said["lines"]), tuple(_chapter(one) for one in said["chapters"]))


def _chapter(said: dict[str, Any]) -> Chapter:
    blocks = tuple(_block(one) for one in said["blocks"])
    return Chapter(said["heading"], blocks, tuple(_chapter(one) for one in said["chapters"]))


def _block(said: dict[str, Any]) -> Block:
    values = {name: _as_tuples(value) for name, value in said.items() if name != "kind"}
    return KINDS[said["kind"]](**values)


def _as_tuples(value: Any) -> Any:
    return tuple(_as_tuples(one) for one in value) if isinstance(value, list) else value

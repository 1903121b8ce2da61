"""`lapwing reviews themes`: the theme book, its versions, and what makes a set of themes a good one."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from lapwing.cli.giving import Refused, give, one_of
from lapwing.cli.reviewing_words import WIDTH, Coder, Format, ProjectFile
from lapwing.reviews.project import coder, open_project
from lapwing.reviews.themes import Book, book_of, keep_book, newest_book, read_themes, weaknesses
from lapwing.reviews.themes.book import written_themes

From = Annotated[
    Path | None, typer.Option("--from", metavar="FILE", help="Themes in TOML, to be the book's next version.")
]
Version = Annotated[int | None, typer.Option("--version", help="Which version to show; the newest if not said.")]
Why = Annotated[str, typer.Option("--why", help="Why the book changes.")]
Called = Annotated[str, typer.Option("--name", help="What the book is called; as before if not said.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Where to write; the screen if not said.")]


def themes(
    project: ProjectFile,
    source: From = None,
    version: Version = None,
    why: Why = "",
    name: Called = "",
    by: Coder = "",
    format: Format = "table",
    out: Out = None,
) -> None:
    """Show the theme book, or keep a new version of it (--from FILE --why ... --coder NAME)."""
    one_of("--format", format, ("table", "json", "toml"))
    with open_project(project) as opened:
        if source is not None:
            if not why.strip():
                raise Refused("A new version of the theme book needs a reason: give --why.")
            new = read_themes(_text(source), source.name)
            with opened.changing():
                made_by = coder(opened, by)
                called = name or newest_book(opened).name
                keep_book(opened, new, name=called, why=why.strip(), coder_id=made_by, at=datetime.now(UTC))
        book = newest_book(opened) if version is None else book_of(opened, version)
    give({"json": _as_json, "toml": _as_toml, "table": _as_table}[format](book), out)


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except (OSError, ValueError):
        raise Refused(f"{file} cannot be read as text. It needs to be a TOML file in UTF-8.") from None


def _as_toml(book: Book) -> Iterator[str]:
    yield written_themes(book.themes)


def _as_json(book: Book) -> Iterator[str]:
    told = {
        "version": book.version,
        "name": book.name,
        "why": book.why,
        "themes": [asdict(theme) for theme in book.themes],
        "weaknesses": weaknesses(book.themes),
    }
    yield json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _as_table(book: Book) -> Iterator[str]:
    paper = Console(file=io.StringIO(), width=WIDTH, highlight=False, color_system=None, markup=False)
    table = Table("Code", "Theme", "What it is, and is not", "Lesson", show_lines=True)
    for theme in book.themes:
        depth = "  " * len(book.ancestors(theme.code))
        edges = [
            theme.definition,
            theme.include and f"Also: {theme.include}",
            theme.exclude and f"Not: {theme.exclude}",
        ]
        table.add_row(depth + theme.code, theme.name, "\n".join(edge for edge in edges if edge), theme.lesson)
    paper.print(f"{book.name}, version {book.version}" + (f": {book.why}" if book.why else ""))
    paper.print(table)
    for sentence in weaknesses(book.themes):
        paper.print(sentence)
    yield paper.file.getvalue()  # type: ignore[attr-defined]

"""Versions of the theme book in a project: each is kept whole, so that every count can be made as of one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from lapwing.reviews.project.file import Project, moment
from lapwing.reviews.project.keys import new_guid
from lapwing.reviews.refusal import Refusal
from lapwing.reviews.themes.book import COLUMNS, Book, Theme, WrongThemes
from lapwing.reviews.themes.rules import mistakes


def newest_book(project: Project) -> Book:
    """The version of the theme book that counts now; refused where the project has none."""
    row = project.one("SELECT max(version) AS version FROM theme_book")
    if row is None or row["version"] is None:
        raise Refusal("The project has no theme book. Give it one with `lapwing reviews themes --from FILE`.")
    return book_of(project, row["version"])


def book_of(project: Project, version: int) -> Book:
    """One version of the theme book."""
    book = project.one("SELECT * FROM theme_book WHERE version = ?", (version,))
    if book is None:
        raise Refusal(f"The project has no version {version} of its theme book.")
    rows = project.rows("SELECT * FROM theme WHERE version = ? ORDER BY position", (version,))
    themes = (
        Theme(**{part: row[part] for part in COLUMNS} | {"takes_in": tuple(json.loads(row["takes_in"]))})
        for row in rows
    )
    return Book(version, book["name"], tuple(themes), book["why"])


def keep_book(project: Project, themes: Iterable[Theme], *, name: str, why: str, coder_id: int, at: datetime) -> int:
    """Keeps a new version of the theme book, and gives its number; refused where the themes cannot be counted with."""
    known = {row["code"]: row["guid"] for row in project.rows("SELECT code, guid FROM theme ORDER BY version")}
    kept = [replace(theme, guid=theme.guid or known.get(theme.code) or new_guid()) for theme in themes]
    wrong = mistakes(kept)
    if wrong:
        raise WrongThemes("These themes cannot be counted with. " + " ".join(wrong))
    with project.changing():
        version = 1 + int(project.rows("SELECT ifnull(max(version), 0) AS last FROM theme_book")[0]["last"])
        project.insert("theme_book", version=version, name=name, why=why, coder_id=coder_id, made_at=moment(at))
        for position, theme in enumerate(kept, 1):
            said = {part: getattr(theme, part) for part in COLUMNS} | {"takes_in": json.dumps(theme.takes_in)}
            project.insert("theme", version=version, position=position, **said)
        project.log(f"kept version {version} of the theme book: {why}", coder_id, at)
    return version

"""The theme book as codes; earlier versions that something still refers to go into a table of our own."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from lapwing.reviews.refi.facts import with_facts
from lapwing.reviews.refi.model import Code
from lapwing.reviews.refi.outward.leaving import Leaving
from lapwing.reviews.refi.own_tables import VERSIONS, note_of
from lapwing.reviews.themes import Book, Theme, book_of, newest_book

OWN_PARTS = ("include", "exclude", "example", "lesson")
RETIRED = "retired"
"""The fact of a code that codings still name and the newest book has not."""


def codes_of(book: Book) -> list[Code]:
    """The themes as codes, each after the one that it stands under."""
    guid_of = {theme.code: theme.guid for theme in book.themes}
    return [_code(theme, guid_of.get(theme.parent, "")) for theme in _parents_first(book, "")]


def _code(theme: Theme, parent: str, **facts: str) -> Code:
    said = {"code": theme.code} | {part: getattr(theme, part) for part in OWN_PARTS}
    described = with_facts(theme.definition, said | {"takes in": " ".join(theme.takes_in)} | facts)
    return Code(theme.guid, theme.name, parent, described, theme.colour)


def _parents_first(book: Book, parent: str) -> list[Theme]:
    found = []
    for theme in book.themes:
        if theme.parent == parent:
            found += [theme, *_parents_first(book, theme.code)]
    return found


def codes(leaving: Leaving) -> list[Code]:
    """The newest theme book as codes with their memos; what other tools will not make out is told."""
    book = newest_book(leaving.project)
    retired = _retired(leaving, book)
    found = codes_of(book) + [_code(theme, "", **{RETIRED: "yes"}) for theme, _ in retired]
    themes = [*book.themes, *(theme for theme, _ in retired)]
    leaving.guids["theme"].update({theme.code: theme.guid for theme in themes})
    code_of = {theme.guid: theme.code for theme in themes}
    for code in found:
        code.notes = leaving.memos("theme", code_of[code.guid])
        leaving.report.count("themes")
        leaving.tell_unfit((code.name, code.description))
    parts = sum(bool(getattr(theme, part)) for theme in book.themes for part in OWN_PARTS)
    leaving.report.changed.tell(
        "rules of themes", "include, exclude, example and lesson stand as text in the description", count=parts
    )
    _tell_versions(leaving, book.version, {version for _, version in retired})
    return found


def _retired(leaving: Leaving, book: Book) -> list[tuple[Theme, int]]:
    """Themes that codings name and the newest book has not, as in the last version that had them."""
    rows = leaving.project.rows(
        """
        SELECT theme.code, max(theme.version) AS version FROM theme
        WHERE theme.code IN (
            SELECT theme FROM standing_coding UNION SELECT theme FROM standing_assessment UNION SELECT theme FROM suggestion
            UNION SELECT theme FROM adjudication UNION SELECT theme FROM message_theme UNION SELECT theme FROM implication
        )
        GROUP BY theme.code HAVING max(theme.version) < ? ORDER BY theme.code
        """,
        (book.version,),
    )
    return [(book_of(leaving.project, row["version"])[row["code"]], row["version"]) for row in rows]


def _tell_versions(leaving: Leaving, newest: int, needed: set[int]) -> None:
    """Numbers the versions that are needed, from 1, and writes down what is known of each."""
    rows = leaving.project.rows("SELECT version FROM finished UNION SELECT version FROM coding_round")
    versions = sorted({newest, *needed, *(row["version"] for row in rows)})
    leaving.guids["theme_book"].update({version: at for at, version in enumerate(versions, 1)})
    told = [_version(leaving, version, is_newest=version == newest) for version in versions]
    leaving.notes.append(note_of(VERSIONS, "versions of the theme book", told))
    earlier = leaving.project.rows("SELECT count(*) AS versions FROM theme_book")[0]["versions"] - len(versions)
    leaving.report.lost.tell("earlier versions of the theme book", "nothing refers to them any more", count=earlier)


def _version(leaving: Leaving, version: int, *, is_newest: bool) -> dict[str, Any]:
    row = leaving.project.rows("SELECT * FROM theme_book WHERE version = ?", (version,))[0]
    told: dict[str, Any] = {part: row[part] for part in ("name", "why", "made_at")}
    told |= {"coder_id": leaving.person(row["coder_id"]), "version": leaving.guids["theme_book"][version]}
    if not is_newest:
        told["themes"] = [asdict(theme) for theme in book_of(leaving.project, version).themes]
    return told

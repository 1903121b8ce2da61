"""What an analysis keeps and REFI-QDA has no place for: a Note for each table, a line of JSON for each row.

The first line of the Note says what it is, the second tells people, and rows refer to other things by their guids, to a
round by its name and to a version of the theme book by its place among those exported. Other tools show it as a memo
and need not understand it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lapwing.reviews.refi.facts import facts_in
from lapwing.reviews.refi.model import Source
from lapwing.reviews.refi.naming import derived
from lapwing.reviews.refi.xml import fit

MARK = "[Lapwing table] "
VERSIONS = "theme_book"
"""The table of versions of the theme book, which is read before all others."""
SENTENCE = "Kept by Lapwing for its own import; it need not be read, and should not be changed."
REFERENCES = {
    "coder_id": "coder",
    "decided_by": "coder",
    "document_id": "document",
    "child_id": "child",
    "review_id": "review",
    "incident_id": "incident",
    "passage_id": "passage",
    "coding_id": "coding",
    "suggestion_id": "suggestion",
    "message_id": "message",
    "implication_id": "implication",
    "round_id": "coding_round",
    "version": "theme_book",
}
"""Which column refers to a row of which table."""


def _guid(name: str) -> str:
    """Of the Note that holds a table."""
    return derived("table", name)


@dataclass(frozen=True)
class OwnTable:
    """A table as it is exported: `source` is where its rows are read, `what` tells people what they are.

    `key` has the columns that tell one row from another. What is `secret` is left out while it is sealed.
    """

    name: str
    what: str
    columns: tuple[str, ...]
    source: str = ""
    key: tuple[str, ...] = ("guid",)
    into: str = ""
    secret: bool = True

    @property
    def table(self) -> str:
        """The table that the rows are kept in."""
        return self.into or self.name


LOST = """
    SELECT passage_id FROM passage JOIN newest_reading USING (document_id) JOIN anchor USING (passage_id, reading_id)
    WHERE "start" IS NULL
"""
TABLES = (
    OwnTable(
        "coding_round",
        "rounds of double coding",
        ("name", "share", "seed", "strata", "version", "coder_id", "made_at"),
        key=("name",),
    ),
    OwnTable(
        "assignment",
        "documents assigned to coders",
        ("round_id", "document_id", "coder_id", "locked_at"),
        key=("round_id", "document_id", "coder_id"),
        secret=False,
    ),
    OwnTable(
        "finished",
        "documents that a coder has finished",
        ("document_id", "coder_id", "version", "finished_at"),
        key=("document_id", "coder_id", "version"),
    ),
    OwnTable(
        "child_in_incident",
        "children in incidents",
        ("child_id", "incident_id", "stated_age"),
        key=("child_id", "incident_id"),
    ),
    OwnTable(
        "assessment",
        "themes present, absent or not assessed in documents as a whole",
        ("guid", "document_id", "child_id", "theme", "state", "why", "coder_id", "made_at"),
        source="SELECT * FROM standing_assessment",
    ),
    OwnTable(
        "lost_passage",
        "passages that have no place in the newest reading",
        ("guid", "document_id", "quote", "before", "after"),
        source=f"SELECT * FROM passage WHERE passage_id IN ({LOST})",  # noqa: S608 -- names are ours
        into="passage",
    ),
    OwnTable(
        "suggestion",
        "suggestions of the machine",
        (
            "guid",
            "document_id",
            "start",
            "end",
            "theme",
            "way",
            "score",
            "why",
            "made_at",
            "decided",
            "decided_by",
            "decided_at",
        ),
        source="SELECT suggestion.* FROM suggestion JOIN newest_reading USING (document_id, reading_id)",
    ),
    OwnTable(
        "lost_coding",
        "codings of those passages",
        ("guid", "passage_id", "theme", "coder_id", "made_at"),
        source="SELECT coding.*, document_id FROM coding JOIN passage USING (passage_id) "  # noqa: S608 -- names are ours
        f"WHERE withdrawn_at IS NULL AND passage_id IN ({LOST})",
        into="coding",
    ),
    OwnTable(
        "coding_child", "children whom codings are about", ("coding_id", "child_id"), key=("coding_id", "child_id")
    ),
    OwnTable(
        "accepted",
        "codings that accept a suggestion",
        ("coding_id", "suggestion_id"),
        source="SELECT coding_id, suggestion_id FROM coding WHERE suggestion_id IS NOT NULL AND withdrawn_at IS NULL",
        key=("coding_id", "suggestion_id"),
        into="coding",
    ),
    OwnTable(
        "adjudication",
        "adjudications",
        ("document_id", "passage_id", "theme", "state", "why", "coder_id", "made_at"),
        key=("document_id", "passage_id", "theme", "state", "coder_id", "made_at"),
    ),
    OwnTable(
        "message",
        "recurring messages",
        ("guid", "statement", "scheme", "cohort", "themes_needed", "coder_id", "made_at", "withdrawn_at"),
    ),
    OwnTable("message_theme", "themes of messages", ("message_id", "theme"), key=("message_id", "theme")),
    OwnTable(
        "message_review",
        "reviews named for or against a message",
        ("message_id", "review_id", "bearing", "passage_id", "why"),
        key=("message_id", "review_id"),
    ),
    OwnTable(
        "implication",
        "implications for practice",
        ("guid", "audience", "action", "theme", "message_id", "lesson", "coder_id", "made_at", "withdrawn_at"),
    ),
    OwnTable(
        "implication_source",
        "source passages of implications",
        ("implication_id", "passage_id"),
        key=("implication_id", "passage_id"),
    ),
)
"""In the order in which their rows can be brought in, each after what it refers to."""


OWN_GUIDS = {_guid(name) for name in (VERSIONS, *(own.name for own in TABLES))}
"""Of the Notes that hold these tables."""


def note_of(name: str, what: str, rows: Iterable[Mapping[str, Any]]) -> Source:
    """A table's rows as a Note; their order is that of their own words, so that it is the same at every export."""
    lines = sorted(fit(json.dumps(row, ensure_ascii=False, sort_keys=True)) for row in rows)
    note = Source("Note", _guid(name), f"Lapwing: {what}")
    note.text = "\n".join([MARK + name, SENTENCE, *lines])
    return note


def rows_of(note: Source) -> tuple[str, list[dict[str, Any]]] | None:
    """The table's name and its rows, where a Note holds a table; lines that cannot be read are left out.

    A memo that somebody began with the same words is none.
    """
    first, *lines = (note.text or "").split("\n")
    if not first.startswith(MARK) or "memo" in facts_in(note.description)[1]:
        return None
    rows = []
    for line in lines:
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(row, dict):
            rows.append(row)
    return first.removeprefix(MARK), rows

"""The tables that REFI-QDA has no place for, each as a Note of our own."""

from __future__ import annotations

import sqlite3
from typing import Any

from lapwing.reviews.refi.outward.leaving import Leaving
from lapwing.reviews.refi.own_tables import REFERENCES, TABLES, OwnTable, note_of

PEOPLE = ("coder_id", "decided_by")
WITH_GUIDS = ("message", "implication", "suggestion")
ASSESSMENTS = "assessment"


def tables(leaving: Leaving) -> None:
    """Adds a Note for each table that has rows, and tells what other tools will not make of it."""
    for table in WITH_GUIDS:
        rows = leaving.project.rows(f"SELECT {table}_id AS id, guid FROM {table}")  # noqa: S608 -- names are ours
        leaving.guids[table].update({row["id"]: row["guid"] for row in rows})
    rounds = leaving.project.rows("SELECT round_id, name FROM coding_round")
    leaving.guids["coding_round"].update({row["round_id"]: row["name"] for row in rounds})
    for own in TABLES:
        _one(leaving, own)
    messages = leaving.project.rows("SELECT message_id, guid FROM message ORDER BY guid")
    for row in messages:
        leaving.memos("message", row["message_id"], message=row["guid"])


def _one(leaving: Leaving, own: OwnTable) -> None:
    if own.name == "lost_coding":
        _codings_without_place(leaving, own)
    read = leaving.project.rows(own.source or f'SELECT * FROM "{own.table}"')  # noqa: S608 -- names are ours
    rows = [row for row in (_row(leaving, own, each) for each in read) if row is not None]
    if rows:
        leaving.notes.append(note_of(own.name, own.what, rows))
        seen = [
            row for row in rows if own.name != ASSESSMENTS or row["state"] != "present" or row["why"] or row["child_id"]
        ]
        leaving.report.changed.tell(own.what, "stand in a memo that only Lapwing reads", count=len(seen))


def _codings_without_place(leaving: Leaving, own: OwnTable) -> None:
    """Lets other tables refer to codings whose passage was lost."""
    for row in leaving.project.rows(own.source):
        if not leaving.is_sealed(row["document_id"], row["coder_id"]):
            leaving.guids["coding"][row["coding_id"]] = row["guid"]


def _row(leaving: Leaving, own: OwnTable, row: sqlite3.Row) -> dict[str, Any] | None:
    """A row with guids for ids; None where it is sealed or hangs on something that is not in the export."""
    columns = row.keys()
    if (
        own.secret
        and "document_id" in columns
        and any(column in columns and leaving.is_sealed(row["document_id"], row[column]) for column in PEOPLE)
    ):
        return None
    told: dict[str, Any] = {}
    for column in own.columns:
        value = row[column]
        table = REFERENCES.get(column)
        if column in PEOPLE and value is not None:
            continue
        if table and value is not None:
            value = leaving.guids[table].get(value)
            if value is None:
                return None
        told[column] = value
    return told | {
        column: leaving.person(row[column]) for column in PEOPLE if column in own.columns and row[column] is not None
    }

"""The tables of our own that came in Notes: their rows put back, each where it belongs and none twice."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from lapwing.reviews.refi.inward.arriving import Arriving
from lapwing.reviews.refi.inward.themes import Rows
from lapwing.reviews.refi.own_tables import REFERENCES, TABLES, OwnTable
from lapwing.reviews.refi.reading import GUID, moment_of

SETTLED = {
    "assignment": ("locked_at",),
    "suggestion": ("decided_at", "decided", "decided_by"),
    "message": ("withdrawn_at",),
    "implication": ("withdrawn_at",),
}
"""What a row may say later than another copy of it: the first column is empty until then."""
CANNOT = "refer to what is not in the file, or cannot be read"


def tables(arriving: Arriving, told: Mapping[str, Rows]) -> None:
    """Brings in the rows of every table, in the order in which they refer to each other."""
    for own in TABLES:
        for row in told.get(own.name, ()):
            try:
                _row(arriving, own, _here(arriving, own, row))
            except (KeyError, TypeError, ValueError, sqlite3.Error):
                arriving.report.lost.tell(own.what, CANNOT)


def _here(arriving: Arriving, own: OwnTable, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with the ids and codes of things as they are here."""
    found = {}
    for column in own.columns:
        value = row.get(column)
        if column in REFERENCES and value is not None:
            value = arriving.ids[REFERENCES[column]][str(value)]
        elif column == "theme" and value:
            value = arriving.codes.get(value, value)
        found[column] = value
    _check(arriving, found)
    return found


def _check(arriving: Arriving, row: Mapping[str, Any]) -> None:
    """ValueError where a row says what no row of ours would, which others could then not count with."""
    for column, value in row.items():
        if value is None:
            continue
        wrong = (
            (column == "guid" and not GUID.fullmatch(value))
            or (column.endswith("_at") and moment_of(value) != value)
            or (column == "theme" and value and not _is_theme(arriving, value))
        )
        if wrong:
            raise ValueError
    if "strata" in row:
        json.loads(row["strata"])
    if "start" in row and not 0 <= row["start"] < row["end"] <= _length(arriving, row["document_id"]):
        raise ValueError


def _is_theme(arriving: Arriving, code: str) -> bool:
    return arriving.project.one("SELECT 1 FROM theme WHERE code = ?", (code,)) is not None


def _length(arriving: Arriving, document_id: int) -> int:
    row = arriving.project.rows("SELECT length(text) AS n FROM newest_reading WHERE document_id = ?", (document_id,))[0]
    return int(row["n"])


def _row(arriving: Arriving, own: OwnTable, row: dict[str, Any]) -> None:
    project = arriving.project
    if own.name == "accepted":
        project.connection.execute(
            "UPDATE coding SET suggestion_id = :suggestion_id WHERE coding_id = :coding_id AND suggestion_id IS NULL",
            row,
        )
        return
    if own.name == "suggestion":
        reading = project.rows("SELECT reading_id FROM newest_reading WHERE document_id = ?", (row["document_id"],))
        row["reading_id"] = reading[0]["reading_id"]
    known = _known(arriving, own, row)
    if known is None and own.name == "assessment" and _is_older(arriving, row):
        arriving.report.changed.tell(own.what, "are older than what the same coder says here; left out")
        return
    arriving.report.count(own.what, new=known is None)
    if known:
        _settle(arriving, own, known, row)
    row_id = _id(known, own.table) if known else project.insert(own.table, **row)
    _remember(arriving, own, row, row_id)


def _settle(arriving: Arriving, own: OwnTable, known: sqlite3.Row, row: Mapping[str, Any]) -> None:
    """Takes over what was locked, decided or withdrawn in the other copy since."""
    columns = SETTLED.get(own.name, ())
    if not columns or known[columns[0]] is not None or row[columns[0]] is None:
        return
    sets, asked = (
        mark.join(f"{column} = ?" for column in names) for mark, names in ((", ", columns), (" AND ", own.key))
    )
    given = [row[column] for column in (*columns, *own.key)]
    arriving.project.connection.execute(f"UPDATE {own.table} SET {sets} WHERE {asked}", given)  # noqa: S608 -- names are ours
    arriving.report.changed.tell(own.what, "were locked, decided or withdrawn in the file since")


def _known(arriving: Arriving, own: OwnTable, row: Mapping[str, Any]) -> sqlite3.Row | None:
    asked = " AND ".join(f'"{column}" IS ?' for column in own.key)
    return arriving.project.one(f'SELECT * FROM "{own.table}" WHERE {asked}', [row[column] for column in own.key])  # noqa: S608 -- names are ours


def _id(known: sqlite3.Row, table: str) -> int:
    column = "round_id" if table == "coding_round" else f"{table}_id"
    return int(known[column]) if column in known.keys() else 0  # noqa: SIM118 -- a row has no `in` of its keys


def _remember(arriving: Arriving, own: OwnTable, row: Mapping[str, Any], row_id: int) -> None:
    """Lets later rows refer to this one, and gives a lost passage its place, which is none."""
    guid = row.get("name") if own.name == "coding_round" else row.get("guid")
    if guid:
        arriving.ids[own.table][str(guid)] = row_id
    if own.name == "lost_passage":
        arriving.project.connection.execute(
            "INSERT OR IGNORE INTO anchor (passage_id, reading_id, how, likeness) "
            "SELECT ?, reading_id, 'lost', 0 FROM newest_reading WHERE document_id = ?",
            (row_id, row["document_id"]),
        )
    if own.table in ("message", "passage", "coding"):
        arriving.things[str(guid)] = (own.table, str(row_id))


def _is_older(arriving: Arriving, row: Mapping[str, Any]) -> bool:
    """Whether the same coder said something of the same theme here at the same time or later."""
    said = arriving.project.one(
        "SELECT made_at FROM standing_assessment WHERE document_id = :document_id AND child_id IS :child_id "
        "AND theme = :theme AND coder_id = :coder_id",
        dict(row),
    )
    return said is not None and said["made_at"] >= row["made_at"]

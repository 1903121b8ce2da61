"""How people and documents of a project are named and found."""

from __future__ import annotations

import sqlite3
from uuid import uuid4

from lapwing.lessons.near import nearest_said
from lapwing.reviews.project.file import Project
from lapwing.reviews.refusal import Refusal


def new_guid() -> str:
    """What other tools will know a new thing by."""
    return str(uuid4())


def project_name(project: Project) -> str:
    """What the project is called."""
    return str(project.rows("SELECT name FROM project")[0]["name"])


def coder(project: Project, name: str, guid: str = "") -> int:
    """The id of a person who codes, new where nobody of that name is known; upper and lower case are one."""
    named = name.strip()
    if not named:
        raise Refusal("A coder needs a name: give --coder NAME.")
    row = project.one("SELECT coder_id FROM coder WHERE name = ?", (named,))
    return int(row["coder_id"]) if row else project.insert("coder", guid=guid or new_guid(), name=named)


def coder_names(project: Project) -> dict[int, str]:
    """What each person who codes is called, by id."""
    return {row["coder_id"]: row["name"] for row in project.rows("SELECT coder_id, name FROM coder ORDER BY coder_id")}


def document_named(project: Project, name: str) -> sqlite3.Row:
    """A document by the name of its file, or by the beginning of it where only one begins so."""
    if not name.strip():
        raise Refusal("Which document? Give the name of its file, or the beginning of it.")
    rows = project.rows("SELECT * FROM document WHERE name = ?", (name,))
    if not rows:
        rows = project.rows("SELECT * FROM document WHERE substr(name, 1, length(?1)) = ?1", (name,))
    if len(rows) == 1:
        return rows[0]
    if rows:
        raise Refusal(
            f"{len(rows)} documents begin with {name}: {_listed([row['name'] for row in rows])}. Give the whole name."
        )
    names = [row["name"] for row in project.rows("SELECT name FROM document ORDER BY name")]
    raise Refusal(f"No document is called {name}. {nearest_said(name, names)}")


def _listed(names: list[str]) -> str:
    return ", ".join(names[:5]) + (" and others" if len(names) > 5 else "")

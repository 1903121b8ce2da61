"""The one file that a thematic analysis is kept in: an SQLite database of our own tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any
from uuid import uuid4

from lapwing.reviews.refusal import Refusal

APPLICATION = 0x4C617057
"""What SQLite's header names the file as: `LapW`."""
VERSION = 1
"""Of the tables in `schema.sql`."""
LARGEST_NUMBER = 2**63 - 1
SECONDS_TO_WAIT = 10.0
"""For somebody else's change to end."""


class UnusableProject(Refusal):
    """The file is no project, or one of another version."""


class Project:
    """An open project. Reading needs nothing; whatever changes it stands within `changing`."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Takes a connection to tables of this version; `open_project` and `make_project` give one."""
        self.connection = connection
        self.path = path

    def rows(self, question: str, given: Sequence[Any] | dict[str, Any] = ()) -> list[sqlite3.Row]:
        """Everything that a question in SQL brings."""
        return self._asked(question, given).fetchall()

    def one(self, question: str, given: Sequence[Any] | dict[str, Any] = ()) -> sqlite3.Row | None:
        """The first row that a question in SQL brings, or None."""
        row: sqlite3.Row | None = self._asked(question, given).fetchone()
        return row

    def insert(self, table: str, **values: Any) -> int:
        """Adds a row, and gives its id."""
        columns = ", ".join(f'"{name}"' for name in values)
        places = ", ".join("?" for _ in values)
        added = self._asked(f'INSERT INTO "{table}" ({columns}) VALUES ({places})', tuple(values.values()))  # noqa: S608 -- names are ours
        return added.lastrowid or 0

    def _asked(self, question: str, given: Sequence[Any] | dict[str, Any]) -> sqlite3.Cursor:
        try:
            return self.connection.execute(question, given)
        except OverflowError:
            raise Refusal(f"A number is larger than a project can keep, which is up to {LARGEST_NUMBER}.") from None
        except UnicodeEncodeError:
            raise Refusal(
                "Words were given in an encoding other than that of this terminal; give them in it."
            ) from None

    @contextmanager
    def changing(self) -> Iterator[None]:
        """All of what is changed within, or none of it; a change within a change belongs to the outer one."""
        if self.connection.in_transaction:
            yield
            return
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def log(self, did: str, by: int | None, at: datetime) -> None:
        """Writes down what was done, by which coder and when."""
        self.insert("log", did=did, coder_id=by, done_at=moment(at))

    def close(self) -> None:
        """Lets go of the file."""
        self.connection.close()

    def __enter__(self) -> Project:
        """For use in a `with`, which closes it."""
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def moment(at: datetime) -> str:
    """A moment as it is stored: in UTC, to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def make_project(path: Path, name: str, at: datetime) -> Project:
    """A new project, with nothing in it yet; refused where something of that name is there already."""
    if path.exists():
        raise UnusableProject(f"{path} is there already. Give another name, or open it as it is.")
    if not path.parent.is_dir():
        raise UnusableProject(f"There is no folder {path.parent} to make the project {path.name} in.")
    connection = _connected(path)
    schema = files(__package__).joinpath("schema.sql").read_text("utf-8")
    connection.executescript(f"BEGIN;\n{schema}\nCOMMIT;")
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    project = Project(connection, path)
    with project.changing():
        project.insert("project", guid=str(uuid4()), name=name, made_at=moment(at))
    return project


def open_project(path: Path) -> Project:
    """A project that is there; refused where the file is missing, something else, or of another version."""
    if not path.is_file():
        raise UnusableProject(
            f"There is no project {path}. `lapwing reviews read FILE ... --project {path}` makes one."
        )
    connection = _connected(path)
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.DatabaseError:
        application, version = None, None
    if application != APPLICATION:
        connection.close()
        raise UnusableProject(f"{path} is not a project of case reviews. Give a file that `lapwing reviews read` made.")
    if version != VERSION:
        connection.close()
        raise UnusableProject(
            f"{path} has tables of version {version}, and this Lapwing reads version {VERSION}. "
            "Open it with the Lapwing that made it, export it with `lapwing reviews export`, and import that here."
        )
    return Project(connection, path)


def _connected(path: Path) -> sqlite3.Connection:
    """A connection that begins and ends changes only where `changing` says so."""
    connection = sqlite3.connect(path, timeout=SECONDS_TO_WAIT, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    return connection

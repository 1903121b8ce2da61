"""Users as coders: the guid is kept, whoever has no name gets one, nobody is taken for somebody else of the same file."""

from __future__ import annotations

from collections.abc import Iterable

from lapwing.reviews.project import Project
from lapwing.reviews.refi.inward.arriving import Arriving
from lapwing.reviews.refi.model import User


def people(arriving: Arriving) -> None:
    """Brings in everybody among the users: by guid, then by name, else as somebody new."""
    taken = _of_guids(arriving)
    for at, user in enumerate(arriving.refi.users, 1):
        if user.guid not in arriving.ids["coder"]:
            coder_id, is_new = _coder_of(arriving, user, _named(arriving, user, at), taken)
            arriving.ids["coder"][user.guid] = coder_id
            taken.add(coder_id)
            arriving.report.count("coders", new=is_new)


def _of_guids(arriving: Arriving) -> set[int]:
    """Those whose guid is known here, so that nobody else is taken for them."""
    for user in arriving.refi.users:
        row = arriving.project.one("SELECT coder_id FROM coder WHERE guid = ?", (user.guid,))
        if row and user.guid not in arriving.ids["coder"]:
            arriving.ids["coder"][user.guid] = row["coder_id"]
            arriving.report.count("coders", new=False)
    return set(arriving.ids["coder"].values())


def _named(arriving: Arriving, user: User, at: int) -> str:
    if not user.name.strip():
        arriving.report.changed.tell("people", "have no name; they were given a number", user.guid[:8])
    return user.name.strip() or f"Unnamed person {at}"


def _coder_of(arriving: Arriving, user: User, name: str, taken: Iterable[int]) -> tuple[int, bool]:
    project = arriving.project
    known = project.one("SELECT coder_id, guid FROM coder WHERE name = ?", (name,))
    if known and known["coder_id"] not in taken:
        if arriving.is_new:
            project.connection.execute("UPDATE coder SET guid = ? WHERE coder_id = ?", (user.guid, known["coder_id"]))
        else:
            arriving.report.changed.tell("people", "have another guid here; taken for those of the same name", name)
        return known["coder_id"], False
    if known:
        arriving.report.changed.tell("people", "have a name that is somebody else's; they were given a number", name)
        name = free_name(project, "coder", name)
    return project.insert("coder", guid=user.guid, name=name), True


def free_name(project: Project, table: str, name: str) -> str:
    """A name that no row of a table has yet: the name itself, or with the first number that is free."""
    column = "reference" if table == "review" else "name"
    tried, at = name, 2
    while project.one(f'SELECT 1 FROM "{table}" WHERE {column} = ?', (tried,)):  # noqa: S608 -- names are ours
        tried, at = f"{name} ({at})", at + 1
    return tried

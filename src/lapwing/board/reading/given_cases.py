"""The cases that were given to somebody by name, and those that somebody gave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lapwing.board.giving import may_still_read
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import EVERYBODY, OVERSIGHT, READ
from lapwing.conduct.permissions import check_user_can, user_can
from lapwing.conduct.reading.calling import named
from lapwing.conduct.reading.record import note_reading
from lapwing.records.entries import entries
from lapwing.vocabulary.board.codes import TaskKind


@dataclass(frozen=True)
class CaseGiven:
    """A child whose record its reader was given to read: for what, why, and until when."""

    given_case: str
    child: str
    called: str
    task: str
    reason: str
    until_on: date


def cases_given(*, by: Acting) -> list[CaseGiven]:
    """The cases that one was given and may read today, those that end first before the others."""
    check_user_can("see_own", EVERYBODY, by=by, child=None)
    standing = entries("given_case").filter(reader_account=by.account, until_on__gte=by.today, ended_on__isnull=True)
    rows = list(standing.order_by("until_on", "pk").values("pk", "child_id", "task", "reason", "until_on"))
    rows = [row for row in rows if may_still_read(by, row["child_id"])]
    note_reading(by, "cases_given")
    called = named({row["child_id"] for row in rows})
    return [
        CaseGiven(
            row["pk"],
            row["child_id"],
            called[row["child_id"]].called,
            TaskKind.labels()[row["task"]],
            row["reason"],
            row["until_on"],
        )
        for row in rows
    ]


@dataclass(frozen=True)
class CaseGivenOut:
    """A case that one gave to somebody: its entry, what the child is called, who reads it, for what, and until when.

    `called` is empty where the child is no longer within one's own reach.
    """

    given_case: str
    called: str
    reader: str
    task: str
    until_on: date


def cases_given_out(*, by: Acting) -> list[CaseGivenOut]:
    """The cases that one gave oneself and that may still be read, those that end first before the others."""
    check_user_can("see_own", OVERSIGHT, by=by, child=None)
    mine = entries("given_case").filter(stored_by=by.account, until_on__gte=by.today, ended_on__isnull=True)
    rows = list(mine.select_related("reader_account").order_by("until_on", "pk"))
    note_reading(by, "cases_given_out")
    called = named({row.child_id for row in rows if user_can("read", READ, by=by, child=row.child_id)})
    return [
        CaseGivenOut(
            row.pk,
            called[row.child_id].called if row.child_id in called else "",
            row.reader_account.name,
            TaskKind.labels()[row.task],
            row.until_on,
        )
        for row in rows
    ]


READ_HERE = {cases_given: EVERYBODY, cases_given_out: OVERSIGHT}

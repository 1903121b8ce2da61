"""The cases that were given to somebody by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lapwing.board.giving import may_still_read
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import EVERYBODY
from lapwing.conduct.permissions import check_user_can
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


READ_HERE = {cases_given: EVERYBODY}

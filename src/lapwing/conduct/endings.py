"""What follows where a child's record ends: the work ends, and nobody is prompted any more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.notifications import quieten
from lapwing.records.entries import entries
from lapwing.records.store import current
from lapwing.vocabulary.work_codes import ClosureReason


def end_involvements(by: Acting, on: date, child: str, reason: ClosureReason) -> None:
    """Ends all work with a child; that with a pregnancy goes on for the other children of it."""
    pregnancy = current("child", child)["pregnancy_id"]
    work = entries("involvement").filter(ended_on__isnull=True)
    ours = list(work.filter(child=child).values_list("pk", flat=True))
    if pregnancy is not None and entries("child").filter(pregnancy=pregnancy).count() == 1:
        ours += work.filter(pregnancy=pregnancy).values_list("pk", flat=True)
    for involvement in ours:
        by.amend("involvement", involvement, ended_on=on, ended_reason=reason)


def fall_silent(by: Acting, children: Iterable[str]) -> None:
    """Takes back what people were told about children whose records have ended, and have not read.

    What they were told about a whole pregnancy stays where another child of it lives.
    """
    ended = list(children)
    of_them = entries("child").filter(pk__in=ended, pregnancy__isnull=False)
    pregnancies = set(of_them.values_list("pregnancy", flat=True))
    others = entries("child").filter(pregnancy__in=pregnancies, person__died_on__isnull=True)
    others = others.exclude(pk__in=ended).exclude(opened_in_error=True)
    lived_by = set(others.values_list("pregnancy", flat=True))
    quieten(ended, by.at, over=pregnancies - lived_by, going_on=lived_by)

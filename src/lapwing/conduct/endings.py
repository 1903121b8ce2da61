"""What follows where a child's record ends: the work ends, and nobody is prompted any more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Q

from lapwing.conduct.acting import Acting
from lapwing.conduct.at_work import children_concerned, ended_among
from lapwing.conduct.notifications import quieten
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.models import Notification
from lapwing.vocabulary.work_codes import ClosureReason


def end_involvements(by: Acting, on: date, child: str, reason: ClosureReason) -> None:
    """Ends all work with a child; that with a pregnancy goes on for the other children of it."""
    same = links.one_with("child", [child])
    expected = entries("child").filter(pk__in=same, pregnancy__isnull=False).values_list("pregnancy", flat=True)
    pregnancies = links.one_with("pregnancy", expected)
    ours = Q(child__in=same)
    if not entries("child").filter(pregnancy__in=pregnancies).exclude(pk__in=same).exists():
        ours |= Q(pregnancy__in=pregnancies)
    work = entries("involvement").filter(ours, ended_on__isnull=True)
    for involvement in work.order_by("pk").values_list("pk", flat=True):
        by.amend("involvement", involvement, ended_on=on, ended_reason=reason)


def fall_silent(by: Acting, children: Iterable[str]) -> None:
    """Takes back what people were told about children whose records have ended, on any record of them, and have not read.

    What they were told about a whole pregnancy stays where another child of it lives.
    """
    _fall_silent(links.one_with("child", children), by.at)


def _fall_silent(ended: set[str], at: datetime) -> None:
    of_them = entries("child").filter(pk__in=ended, pregnancy__isnull=False)
    pregnancies = links.one_with("pregnancy", of_them.values_list("pregnancy", flat=True))
    others = entries("child").filter(pregnancy__in=pregnancies, person__died_on__isnull=True)
    others = others.exclude(pk__in=ended).exclude(opened_in_error=True)
    lived_by = set(others.values_list("pregnancy", flat=True))
    quieten(ended, at, over=pregnancies - lived_by, going_on=lived_by)


def fall_silent_if_over(by: Acting, child: str | None, pregnancy: str | None) -> None:
    """The same where a child's record, or that of every child of a pregnancy, has ended by what was just done."""
    fall_silent(by, ended_among(children_concerned(child, pregnancy)))


def fall_silent_where_over(at: datetime) -> None:
    """The same for every child about whom somebody has yet to read something, as after a feed told of a loss."""
    waiting = Notification.objects.filter(read_at__isnull=True, quiet_at__isnull=True, child__isnull=False)
    children = {child for child in waiting.values_list("child", flat=True) if child is not None}
    _fall_silent(ended_among(children), at)

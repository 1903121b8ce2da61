"""What waits for whoever oversees an agency's work to decide: answers to findings, entries to be voided, checks set aside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils import timezone

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import OVERSIGHT
from lapwing.conduct.permissions import check_user_can
from lapwing.conduct.reading.calling import Named, named
from lapwing.conduct.reading.lists import in_sight
from lapwing.conduct.reading.record import check_called, note_reading
from lapwing.conduct.reading.turns import MOST, soon
from lapwing.conduct.subjects import children_of
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.models import FindingAnswer, Role, Voiding


class Decides(StrEnum):
    """What is to be decided, in the order in which it is listed."""

    ANSWER = "answer"
    VOIDING = "voiding"
    EXCEPTION = "exception"


@dataclass(frozen=True)
class Awaited:
    """Something to be decided: about which child, by whom it was put, and the day of that.

    An answer is to what `check` asks of `subject`, and has its `number`; a voiding is of the entry `key` of `table`; an
    exception is the entry itself, and speaks again after `ends_on`.
    """

    kind: Decides
    child: Named
    asks: str
    put_by: str | None
    put_on: date | None
    check: str | None = None
    subject: str | None = None
    number: int | None = None
    table: str | None = None
    key: str | None = None
    ends_on: date | None = None


Found = tuple[set[str], dict[str, object]]
"""The children whom something is about, and what is said of it."""


@links.asked_once()
def decisions_awaited(*, by: Acting) -> list[Awaited]:
    """What the reader's agency put to those who oversee it, the longest waiting first of each kind; never what is their own.

    Of records in sight that go on. Answers to findings are for managers alone.
    """
    check_user_can("read", OVERSIGHT, by=by, child=None)
    found = [*_voidings(by), *_exceptions(by)]
    if by.account.role == Role.MANAGER:
        found += _answers(by)
    kept = {child: links.kept("child", child) for children, _ in found for child in children}
    who = named(in_sight(by, among=set(kept.values())))
    shown = [
        Awaited(child=about[0], **said)  # type: ignore[arg-type]  # each kind says what it has
        for children, said in found
        if (about := _about(children, kept, who))
    ]
    note_reading(by, "decisions awaited", count=len(shown))
    order = list(Decides)
    return sorted(
        shown, key=lambda one: (order.index(one.kind), one.ends_on or one.put_on or date.max, one.child.called)
    )


def _about(children: set[str], kept: Mapping[str, str], who: Mapping[str, Named]) -> list[Named]:
    """Those of them who are in sight and whose records go on, by name."""
    seen = {kept[child] for child in children if kept[child] in who}
    return sorted((who[child] for child in seen if not who[child].has_ended), key=lambda one: one.called)


def _answers(by: Acting) -> Iterator[Found]:
    rows = FindingAnswer.objects.filter(decided_at__isnull=True, answered_by__agency=by.agency)
    for one in rows.exclude(answered_by=by.account).select_related("answered_by").order_by("answered_at")[:MOST]:
        check = check_called(one.check_code)
        yield (
            {one.child_id},
            {
                "kind": Decides.ANSWER,
                "asks": check.asks if check else one.check_code,
                "put_by": one.answered_by.name,
                "put_on": timezone.localdate(one.answered_at),
                "check": one.check_code,
                "subject": one.subject,
                "number": one.pk,
            },
        )


def _voidings(by: Acting) -> Iterator[Found]:
    rows = Voiding.objects.filter(decided_at__isnull=True, asked_by__agency=by.agency).exclude(asked_by=by.account)
    asked = list(rows.select_related("asked_by").order_by("asked_at")[:MOST])
    for one in asked:
        said = {"put_by": one.asked_by.name, "put_on": timezone.localdate(one.asked_at)}
        entry = {"kind": Decides.VOIDING, "asks": "", "table": one.table, "key": one.key}
        yield children_of(one.table, [one.key]), entry | said


def _exceptions(by: Acting) -> Iterator[Found]:
    ending = entries("exception").filter(
        decided_by__agency=by.agency, expires_on__gte=by.today, expires_on__lte=soon(by), child__isnull=False
    )
    columns = ("pk", "child_id", "check_code", "decided_by__name", "decided_on", "expires_on")
    for row in ending.order_by("expires_on", "pk").values(*columns)[:MOST]:
        check = check_called(row["check_code"])
        yield (
            {row["child_id"]},
            {
                "kind": Decides.EXCEPTION,
                "asks": check.asks if check else row["check_code"],
                "put_by": row["decided_by__name"],
                "put_on": row["decided_on"],
                "table": "exception",
                "key": row["pk"],
                "ends_on": row["expires_on"],
            },
        )

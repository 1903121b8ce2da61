"""What waits to be done: open findings, one line for each gap; for those who oversee the whole, without identities."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import F
from django.utils.crypto import salted_hmac

from lapwing.conduct.acting import Acting
from lapwing.conduct.findings import OPEN_OUTCOMES, PRESSING
from lapwing.conduct.may import OVER_THE_WHOLE, READ, WITHOUT_IDENTITIES, WORKLIST, Scope
from lapwing.conduct.open_counts import leads_of
from lapwing.conduct.open_counts import led_by as children_led_by
from lapwing.conduct.permissions import Refused, check_user_can
from lapwing.conduct.reading.calling import Named, in_batches, named
from lapwing.conduct.reading.lists import in_sight, worked_with
from lapwing.conduct.reading.record import check_called, note_reading
from lapwing.conduct.reading.seen_findings import findings_seen
from lapwing.conduct.scope import worked_with_among
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.models import Finding, OpenCount

URGENT_AT_MOST = 100
"""So many urgent gaps of a whole agency are listed."""


@dataclass(frozen=True)
class Waiting:
    """A child whom a line of the worklist is about; `subject` is what the first finding of the line is about, by key."""

    child: str
    called: str
    born_on: date | None
    subject: str


@dataclass(frozen=True)
class Line:
    """One gap: what was asked, how it stands, by when, and of whom.

    Several risks or reviews of a child that lack the same thing are one line, and so are children of one pregnancy;
    `subjects` says how many they are. Without identities there are no children and no reasons; `pseudonym` stands for
    the same child in every list, and nobody can tell from it who that is.
    """

    check: str
    asks: str
    lesson: str
    outcome: str
    urgent: bool
    due_on: date | None
    subjects: int
    since: date | None = None
    children: tuple[Waiting, ...] = ()
    reasons: tuple[str, ...] = ()
    would_meet: str = ""
    who_can: str = ""
    pseudonym: str | None = None
    agency: str | None = None
    team: str | None = None


@links.asked_once()
def worklist(
    *, by: Acting, within: Scope | None = None, practitioner: str | None = None, team: str | None = None
) -> list[Line]:
    """The open findings within somebody's sight: urgent ones first, then by the day on which they are or were due.

    `within`: only of children who are so near, `own` for one's own work; `team` and `practitioner`: only of children with
    whom that team or colleague works now. Whoever reads no other team's records is refused another team's list.
    """
    if by.account.role not in READ and by.account.role in WORKLIST:
        _check_whole(within, practitioner, team)
        return worklist_without_identities(by=by)
    children = worked_with(by, within=within, practitioner=practitioner, team=team)
    asked: dict[str, Any] = {"within": within and within.in_brief, "practitioner": practitioner, "team": team}
    note_reading(by, "worklist", count=len(children), **{name: one for name, one in asked.items() if one is not None})
    return _lines(by, children)


def _lines(by: Acting, children: set[str], outcomes: Collection[str] = OPEN_OUTCOMES) -> list[Line]:
    gaps: dict[tuple[str, str, str], list[Finding]] = {}
    pregnancies = _pregnancies(children)
    for one in findings_seen(by, children, outcomes):
        about = pregnancies.get(one.child_id, one.child_id)
        gaps.setdefault((about, one.check_code, one.outcome), []).append(one)
    who = named({one.child_id for some in gaps.values() for one in some})
    return sorted((_line(some, who) for some in gaps.values()), key=_order)


def _check_whole(*narrowed: object) -> None:
    if any(one is not None for one in narrowed):
        raise Refused("Without identities the list is of the whole; each line says which agency and team leads.")


@links.asked_once()
def urgent_here(*, by: Acting) -> list[Line]:
    """What is urgent of the children with whom somebody's agency works now: the gaps that were due first."""
    check_user_can("read", READ, by=by, child=None)
    urgent = Finding.objects.filter(urgent=True, outcome__in=PRESSING).order_by(
        F("due_on").asc(nulls_last=True), "child"
    )
    every = list(dict.fromkeys(urgent.values_list("child", flat=True)))
    ours = set().union(*(worked_with_among(by.agency, batch) for batch in in_batches(every)))
    children = in_sight(by, among=[child for child in every if child in ours][:URGENT_AT_MOST])
    note_reading(by, "urgent here", count=len(children))
    return [line for line in _lines(by, children, PRESSING) if line.urgent][:URGENT_AT_MOST]


def worklist_without_identities(*, by: Acting, led_by: tuple[str, str | None] | None = None) -> list[Line]:
    """The open findings of the partnership, or of an agency for those who oversee one, naming nobody.

    `led_by`: only of children for whom this team leads, given by the names of its agency and itself.
    """
    check_user_can("read", WITHOUT_IDENTITIES, by=by, child=None)
    if by.account.role in READ:
        children = in_sight(by, among=None if led_by is None else children_led_by(*led_by))
    elif led_by is not None:
        children = set(children_led_by(*led_by))
    else:
        children = set(entries("child").values_list("pk", flat=True))
    note_reading(by, "worklist without identities", count=len(children))
    gaps: dict[tuple[str, str, str], list[Finding]] = {}
    for one in _open(children):
        gaps.setdefault((one.child_id, one.check_code, one.outcome), []).append(one)
    where = leads_of({child for child, _, _ in gaps})
    lines = []
    for (child, _, _), some in gaps.items():
        agency, team = where.get(child, (None, None))
        lines.append(replace(_bare(some), pseudonym=pseudonym(child), agency=agency, team=team))
    return sorted(lines, key=_order)


ANY, URGENT = OpenCount.ANY, OpenCount.URGENT
"""How something stands that is counted, beside its outcomes: in any way; so that it is urgent."""


@dataclass(frozen=True)
class Counted:
    """Of how many children something stands so, by the check, or by the agency or team that leads.

    `stands` is an outcome, `ANY` or `URGENT`.
    """

    check: str | None
    agency: str | None
    team: str | None
    stands: str
    children: int


@dataclass(frozen=True)
class OpenCounts:
    """What was counted, and on which day; None where the daily run has not counted yet."""

    counted_on: date | None
    counts: tuple[Counted, ...]


def open_counts(*, by: Acting) -> OpenCounts:
    """Of how many children of the partnership something is open: by check and agency, and by agency and team."""
    check_user_can("read", OVER_THE_WHOLE, by=by, child=None)
    note_reading(by, "open counts")
    rows = list(OpenCount.objects.values_list("check_code", "agency", "team", "stands", "children", "counted_on"))
    return OpenCounts(rows[0][-1] if rows else None, tuple(Counted(*row[:-1]) for row in rows))


def pseudonym(child: str) -> str:
    """What stands for a child where no identity is shown: a hash under a key that the database does not hold."""
    return salted_hmac("lapwing.pseudonym", child, secret=settings.PSEUDONYM_KEY, algorithm="sha256").hexdigest()[:16]


def _open(children: Iterable[str]) -> Iterator[Finding]:
    for batch in in_batches(children):
        yield from Finding.objects.filter(child__in=batch, outcome__in=OPEN_OUTCOMES).order_by("pk")


def _pregnancies(children: Iterable[str]) -> dict[str, str]:
    """The pregnancies of those who are not born: what one of them lacks, the other lacks for the same reason."""
    found: dict[str, str] = {}
    for batch in in_batches(children):
        unborn = entries("child").filter(pk__in=batch, person__isnull=True, pregnancy__isnull=False)
        found |= dict(unborn.values_list("pk", "pregnancy_id"))
    return found


def _line(some: list[Finding], who: Mapping[str, Named]) -> Line:
    check = check_called(some[0].check_code)
    subjects: dict[str, str] = {}
    for one in some:
        subjects.setdefault(one.child_id, one.subject)
    children = sorted((who[child] for child in subjects), key=lambda one: one.called)
    return replace(
        _bare(some),
        since=_first(one.since for one in some),
        children=tuple(Waiting(one.child, one.called, one.born_on, subjects[one.child]) for one in children),
        reasons=tuple(dict.fromkeys(one.reason for one in some)),
        would_meet=check.would_meet if check else "",
        who_can=check.who_can if check else "",
    )


def _bare(some: list[Finding]) -> Line:
    """What can be said of a gap whoever reads it."""
    first = some[0]
    check = check_called(first.check_code)
    return Line(
        check=first.check_code,
        asks=check.asks if check else first.check_code,
        lesson=first.lesson,
        outcome=first.outcome,
        urgent=any(one.urgent for one in some),
        due_on=_first(one.due_on for one in some),
        subjects=len(some),
    )


def _first(days: Iterable[date | None]) -> date | None:
    return min((day for day in days if day is not None), default=None)


def _order(line: Line) -> tuple[bool, date, str, str, str]:
    called = line.children[0].called if line.children else ""
    return (not line.urgent, line.due_on or date.max, called, line.check, line.pseudonym or "")

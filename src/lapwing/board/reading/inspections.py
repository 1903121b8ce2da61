"""Inspections: by number and days for everybody of the Board, and what leaves of each case for whoever may open all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from lapwing.board.audit_answers import answered
from lapwing.board.audit_results import cases_in
from lapwing.board.auditing import answers_of, questions_of
from lapwing.board.inspecting import (
    DOUBTFUL,
    DOUBTFUL_KEPT_SAFE,
    InDoubt,
    Place,
    check_may_make_of,
    doubts_in,
    may_make_of,
    screen_of_services,
    sign_of,
    with_decisions,
    without_doubtful,
    without_services,
)
from lapwing.conduct.acting import Acting
from lapwing.conduct.events import record_event
from lapwing.conduct.findings import settings_now
from lapwing.conduct.may import AUDITORS, BOARD, EVERYBODY
from lapwing.conduct.permissions import NOT_HERE, Refused, check_user_can
from lapwing.conduct.policies import NotPossible, check_not_yet
from lapwing.conduct.reading import ChildRecord, Happened, Shown, TakenOut, chronology_outside, findings_of
from lapwing.conduct.reading.chronology import Days
from lapwing.conduct.reading.record import note_reading
from lapwing.exchange.spellings import Screen
from lapwing.language.calendar import add_months, working_days
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.models import Account
from lapwing.records.store import NoSuchEntry, current
from lapwing.vocabulary.board.audit_codes import SampleMethod
from lapwing.vocabulary.board.inspections import DoubtDecision, InspectionKind

OF_THE_PLAN = ("plan", "concern", "action", "milestone", "meeting", "decision")
"""Tables of which a bundle has more than the last months."""


@dataclass(frozen=True)
class CaseListed:
    """A case by its number: whether it was looked over, and whether its reader may take it out; never whose it is."""

    key: str
    number: int
    looked_on: date | None
    is_mine: bool


@dataclass(frozen=True)
class InspectionListed:
    """An inspection: by when its bundle is to be ready, how many working days are left, and its cases by number.

    `days_left` is below nought once the day has gone by. `may_make`: its reader may take out every case.
    """

    key: str
    kind: str
    theme: str
    notified_on: date
    due_on: date
    days_left: int
    led_by: str
    closed_on: date | None
    cases: tuple[CaseListed, ...]
    taken_out: int
    may_make: bool


@dataclass(frozen=True)
class AuditDone:
    """An audit that was closed in the last year: how cases were found, how many, and what may be learned of it."""

    title: str
    method: str
    cases: int
    closed_on: date
    learned: tuple[str, ...]


@dataclass(frozen=True)
class Agreed:
    """What auditors agreed of a question in this child's case: in which audit, of whose work, and the answer, in no words."""

    audit: str
    asks: str
    whose: str
    answer: str


@dataclass(frozen=True)
class Open:
    """Something that a check finds open: what it asks, how it stands, and by when it was due."""

    asks: str
    says: str
    due_on: date | None


@dataclass(frozen=True)
class CaseToLeave:
    """A case as it leaves: the record without what was taken out, the last months in time, and what stands beside it.

    `taken_out` is for whoever makes the bundle and stays behind; `sign` stands for exactly that list. `doubts` are still
    to be decided, or were (`decided` has the decision by sign). `waits` says what keeps the bundle back.
    """

    key: str
    number: int
    reason: str
    record: ChildRecord
    happened: tuple[Happened, ...]
    taken_out: tuple[TakenOut, ...]
    sign: str
    is_looked_over: bool
    doubts: tuple[InDoubt, ...]
    decided: Mapping[str, str]
    open_points: tuple[Open, ...]
    agreed: tuple[Agreed, ...]
    screens: tuple[Screen, ...] = field(repr=False)

    @property
    def waits(self) -> bool:
        """Whether something of it was not looked at by whoever makes the bundle."""
        return not self.is_looked_over or any(one.sign not in self.decided for one in self.doubts)


@dataclass(frozen=True)
class Bundle:
    """All that leaves, and since when its chronologies reach."""

    inspection: InspectionListed
    since: date
    cases: tuple[CaseToLeave, ...]
    audits: tuple[AuditDone, ...]


# For everybody of the Board


def inspections(*, by: Acting) -> list[InspectionListed]:
    """Every inspection, those that go on first, the one that is due first before the others."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "inspections")
    rows = list(entries("inspection").values_list("pk", flat=True))
    found = [_listed(by, key) for key in rows]
    return sorted(found, key=lambda one: (one.closed_on is not None, one.due_on, one.key))


def inspection_shown(*, by: Acting, key: str) -> InspectionListed:
    """One inspection, for the Board and for whoever was given a case of it."""
    check_user_can("see_own", EVERYBODY, by=by, child=None)
    if not entries("inspection").filter(pk=key).exists():
        raise NoSuchEntry(NOT_HERE)
    found = _listed(by, key)
    if by.account.role not in BOARD and not any(one.is_mine for one in found.cases):
        raise NoSuchEntry(NOT_HERE)
    note_reading(by, "inspection", key=key)
    return found


def _listed(by: Acting, key: str) -> InspectionListed:
    row = current("inspection", key)
    every = entries("inspection_case").filter(inspection=key)
    standing = list(every.filter(taken_out_on__isnull=True).order_by("number").values_list("pk", "number", "child"))
    cases = tuple(CaseListed(pk, number, _looked_on(pk), may_make_of(by, child)) for pk, number, child in standing)
    leads = Account.objects.filter(pk=row["led_by_account_id"]).values_list("name", flat=True).first()
    return InspectionListed(
        key=key,
        kind=InspectionKind.labels()[row["kind"]],
        theme=row["theme"] or "",
        notified_on=row["notified_on"],
        due_on=row["due_on"],
        days_left=working_days_between(by.today, row["due_on"]),
        led_by=leads or "",
        closed_on=row["closed_on"],
        cases=cases,
        taken_out=every.filter(taken_out_on__isnull=False).count(),
        may_make=bool(cases) and by.account.role in AUDITORS and all(one.is_mine for one in cases),
    )


def _looked_on(case: str) -> date | None:
    looked = entries("inspection_look").filter(inspection_case=case, decision__isnull=True)
    return looked.order_by("-looked_on").values_list("looked_on", flat=True).first()


def working_days_between(today: date, due_on: date) -> int:
    """How many working days are left after today up to the day it is due; below nought by as many as it is late."""
    first, last = sorted((today, due_on))
    count = sum(first < day <= last for day in working_days())
    return count if due_on >= today else -count


# For whoever makes the bundle


def case_to_leave(*, by: Acting, key: str, days: Days) -> CaseToLeave:
    """A case as it would leave, for whoever may take it out: to look over."""
    check_user_can("look_over", AUDITORS, by=by, child=None)
    case = _standing_case(key)
    _check(by, [case["child_id"]])
    return _case(by, case, days)


def inspection_bundle(*, by: Acting, key: str, days: Days) -> Bundle:
    """All that leaves for an inspection. The log keeps that it was made, with counts and keys.

    Refused unless every case is open to whoever makes it; NotPossible while something found was not looked at by them.
    """
    check_user_can("make_bundle", AUDITORS, by=by, child=None)
    if not entries("inspection").filter(pk=key).exists():
        raise NoSuchEntry(NOT_HERE)
    listed = _listed(by, key)
    check_not_yet(listed.closed_on, "This inspection was closed")
    if not listed.cases:
        raise NotPossible("No case was chosen yet. Managers and named professionals choose cases on a child's record.")
    rows = [current("inspection_case", one.key) for one in listed.cases]
    _check(by, [one["child_id"] for one in rows])
    cases = tuple(_case(by, one, days) for one in rows)
    waiting = [str(one.number) for one in cases if one.waits]
    if waiting:
        raise NotPossible(
            f"The bundle is not made before what was found was looked at. Look over case {', '.join(waiting)} first."
        )
    _note_made(by, key, cases)
    screens = [screen for one in cases for screen in one.screens]
    return Bundle(replace(listed, theme=_told(listed.theme, screens)), _since(rows[0]), cases, _audits(by, screens))


def _standing_case(key: str) -> dict[str, Any]:
    if not entries("inspection_case").filter(pk=key, taken_out_on__isnull=True).exists():
        raise NoSuchEntry(NOT_HERE)
    return current("inspection_case", key)


def _check(by: Acting, children: Iterable[str]) -> None:
    try:
        check_may_make_of(by, children)
    except Refused:
        record_event(
            "refused", by=by.account.pk, at=by.at, details={"wanted": "take_out_for_inspection", "seen": False}
        )
        raise


def _note_made(by: Acting, key: str, cases: Iterable[CaseToLeave]) -> None:
    some = list(cases)
    withheld = sum(len(one.taken_out) for one in some)
    details = {"what": "inspection", "inspection": key, "cases": [one.key for one in some], "withheld": withheld}
    record_event("export", by=by.account.pk, at=by.at, details=details)
    for one in some:
        record_event("export", by=by.account.pk, at=by.at, child=one.record.child.child, details=details)


def _since(case: Mapping[str, Any]) -> date:
    notified: date = current("inspection", case["inspection_id"])["notified_on"]
    return add_months(notified, -int(settings_now().number("inspection.months_back")))


def _case(by: Acting, case: Mapping[str, Any], days: Days) -> CaseToLeave:
    found = chronology_outside(by=by, child=case["child_id"], days=days)
    record, taken_out = found.chronology.record, list(found.chronology.taken_out)
    screens = [found.screen]
    if found.is_kept_safe:
        record, near = without_services(record)
        taken_out += near
        screens.append(screen_of_services())
    until = by.today if record.child.has_ended else date.max
    happened = _in_their_place(record, [one for one in found.chronology.happened if _since(case) <= one.day <= until])
    leaving = _leaving(record, happened)
    doubtful = DOUBTFUL_KEPT_SAFE if found.is_kept_safe else DOUBTFUL
    doubts = tuple(one for (table, _), entry in leaving.items() for one in doubts_in(table, entry, doubtful))
    looks = _looks(by, case["inspection_case_id"])
    sign = _sign(record, taken_out)
    out = [one for one in doubts if looks.get(one.sign) == DoubtDecision.TAKE_OUT]
    record = with_decisions(record, leaving, out)
    return CaseToLeave(
        key=case["inspection_case_id"],
        number=case["number"],
        reason=without_doubtful(_told(case["reason"] or "", screens)),
        record=record,
        happened=_in_their_place(record, happened),
        taken_out=tuple(taken_out),
        sign=sign,
        is_looked_over=sign in looks,
        doubts=doubts,
        decided={key: decision for key, decision in looks.items() if decision},
        open_points=tuple(_open_points(by, case["child_id"], screens)),
        agreed=tuple(_agreed(case["child_id"], screens)),
        screens=tuple(screens),
    )


def _in_their_place(record: ChildRecord, happened: Iterable[Happened]) -> tuple[Happened, ...]:
    """The same in time, each entry as the record has it now."""
    there = {(table, one.key): one for table, some in record.entries.items() for one in some}
    return tuple(replace(one, entry=there[one.table, one.entry.key]) for one in happened)


def _leaving(record: ChildRecord, happened: Iterable[Happened]) -> dict[Place, Shown]:
    """The entries that leave: the last months, and whatever belongs to the plan."""
    leaving = {(one.table, one.entry.key): one.entry for one in happened}
    return leaving | {(table, one.key): one for table in OF_THE_PLAN for one in record.entries.get(table, ())}


def _looks(by: Acting, case: str) -> dict[str, str]:
    """By sign what the maker decided, the latest; empty where they looked over a whole list."""
    mine = entries("inspection_look").filter(inspection_case=case, looked_by_account=by.account)
    return {sign: decision or "" for sign, decision in mine.order_by("recorded_at").values_list("sign", "decision")}


def _sign(record: ChildRecord, taken_out: Iterable[TakenOut]) -> str:
    there = {(table, one.key): one for table, some in record.entries.items() for one in some}
    listed = []
    for one in taken_out:
        entry = there.get((one.table, one.key))
        listed.append([one.table, one.key, one.column, one.why, dict(entry.values) if entry else None])
    return sign_of(listed)


def _told(text: str, screens: Iterable[Screen]) -> str:
    for screen in screens:
        text = screen.told(text)
    return text


def _open_points(by: Acting, child: str, screens: list[Screen]) -> Iterator[Open]:
    """What the checks find open; words in doubt are taken out of it without asking."""
    for one in findings_of(by=by, child=child):
        if one.is_open:
            yield Open(one.asks, without_doubtful(_told(one.reason, screens)), one.due_on)


def _agreed(child: str, screens: list[Screen]) -> Iterator[Agreed]:
    """The answers that stand in closed audits of this child, without what any auditor wrote."""
    same = links.one_with("child", [child])
    cases = entries("audit_case").filter(child__in=same, number__isnull=False, withdrawn_on__isnull=True)
    closed = cases.filter(audit_round__closed_on__isnull=False).order_by("audit_round__closed_on", "pk")
    for case, key in closed.values_list("pk", "audit_round"):
        its_round = current("audit_round", key)
        tool = current("audit_tool", its_round["audit_tool_id"])
        asked = {one["audit_question_id"]: one for one in questions_of(its_round["audit_tool_id"])}
        for one in answered([case], its_round["audit_tool_id"]):
            if one.stands is None:
                continue
            whose = current("agency", one.agency)["name"] if one.agency else "All together"
            answer = answers_of(asked[one.question], tool).get(one.stands, one.stands)
            title = _told(its_round["title"] or "", screens)
            yield Agreed(title, asked[one.question]["asks"], _told(whose or "", screens), answer)


def _audits(by: Acting, screens: list[Screen]) -> tuple[AuditDone, ...]:
    """The partnership's own audits that were closed in the last twelve months."""
    closed = entries("audit_round").filter(closed_on__gte=add_months(by.today, -12), closed_on__lte=by.today)
    rows = closed.order_by("closed_on", "pk").values("pk", "title", "method", "closed_on")
    return tuple(_audit(row, screens) for row in rows)


def _audit(row: Mapping[str, Any], screens: list[Screen]) -> AuditDone:
    found = entries("audit_finding").filter(audit_round=row["pk"]).order_by("found_on", "pk")
    return AuditDone(
        _told(row["title"] or "", screens),
        SampleMethod.labels()[row["method"]],
        len(cases_in(row["pk"])),
        row["closed_on"],
        tuple(_told(one, screens) for one in found.values_list("says", flat=True) if one),
    )


READ_HERE = {
    inspections: BOARD,
    inspection_shown: EVERYBODY,
    case_to_leave: AUDITORS,
    inspection_bundle: AUDITORS,
}

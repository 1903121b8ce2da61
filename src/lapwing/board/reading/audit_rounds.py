"""One audit round as everybody of the Board sees it: by case number and by question, naming no child."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any

from lapwing.board.audit_answers import Answered
from lapwing.board.audit_results import (
    Agreement,
    Compared,
    OfQuestion,
    agreement,
    answers_in,
    by_question,
    compared,
    is_told,
)
from lapwing.board.audit_samples import drawn_again
from lapwing.board.auditing import questions_of
from lapwing.board.populations import OLDER_CHILDREN
from lapwing.board.sampling import in_order
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import BOARD
from lapwing.conduct.permissions import NOT_HERE, check_user_can
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.reading.record import note_reading
from lapwing.measures import MEASURES
from lapwing.records.entries import entries
from lapwing.records.models import Account
from lapwing.records.store import NoSuchEntry, current
from lapwing.vocabulary.board.audit_codes import AskedOf, Cohort, FindingKind, HowFound, PartKind, SampleMethod, Strata


@dataclass(frozen=True)
class PartShown:
    """A part by key, what is done in it, for which agency, by whom, and whether it is in."""

    key: str
    kind: str
    agency: str
    auditor: str
    due_on: Any
    submitted_on: Any


@dataclass(frozen=True)
class CaseShown:
    """A case by its number: how it was found and who marks it; never whose it is, nor what was answered."""

    key: str
    number: int
    how_found: str
    parts: tuple[PartShown, ...]
    wants_second: bool
    wants_moderation: bool


@dataclass(frozen=True)
class Progress:
    """How many parts of an agency are in, and of how many."""

    agency: str
    submitted: int
    parts: int


@dataclass(frozen=True)
class FindingShown:
    """A finding, by key."""

    key: str
    kind: str
    says: str


@dataclass(frozen=True)
class RoundShown:
    """A round, its tool and cases, what was answered by question, how far auditors agree, and what was found."""

    values: Mapping[str, Any]
    tool: Mapping[str, Any]
    method: str
    drawn_from: str
    led_by: str
    cases: tuple[CaseShown, ...]
    left_out: int
    progress: tuple[Progress, ...]
    is_told: bool
    questions: tuple[OfQuestion, ...]
    agreement: Agreement
    unsettled: int
    findings: tuple[FindingShown, ...]
    compared: tuple[Compared, ...]
    before: str | None
    asks_each: bool
    asks_together: bool


def audit_round_shown(*, by: Acting, key: str) -> RoundShown:
    """One round; NoSuchEntry where there is none."""
    check_user_can("see_board", BOARD, by=by, child=None)
    its_round = _round(key)
    note_reading(by, "audit_round", key=key)
    answers = answers_in(its_round)
    cases = _cases(its_round, answers)
    before = its_round["repeats_audit_round_id"]
    tool = its_round["audit_tool_id"]
    return RoundShown(
        values=its_round,
        tool=current("audit_tool", tool),
        method=SampleMethod.labels()[its_round["method"]],
        drawn_from=_drawn_from(its_round),
        led_by=Account.objects.filter(pk=its_round["led_by_account_id"]).values_list("name", flat=True).first() or "",
        cases=tuple(cases),
        left_out=entries("audit_case").filter(audit_round=key, withdrawn_on__isnull=False).count(),
        progress=tuple(_progress(cases)),
        is_told=is_told(its_round),
        questions=tuple(by_question(its_round, answers)),
        agreement=agreement(its_round, answers),
        unsettled=sum(one.stands is None for one in answers),
        findings=tuple(_findings(key)),
        compared=tuple(compared(current("audit_round", before), its_round)) if before else (),
        before=before,
        asks_each=bool(questions_of(tool, asked_of=AskedOf.EACH)),
        asks_together=bool(questions_of(tool, asked_of=AskedOf.TOGETHER)),
    )


def audit_sample_again(*, by: Acting, key: str) -> str:
    """Whether drawing a round's sample again gives the same, in a sentence; empty where none was drawn."""
    check_user_can("see_board", BOARD, by=by, child=None)
    its_round = _round(key)
    note_reading(by, "audit_sample_again", key=key)
    if its_round["drawn_on"] is None:
        return ""
    try:
        return str(drawn_again(its_round))
    except NotPossible as refusal:
        return f"It cannot be drawn again now. {refusal}"


def _round(key: str) -> dict[str, Any]:
    if not entries("audit_round").filter(pk=key).exists():
        raise NoSuchEntry(NOT_HERE)
    return current("audit_round", key)


def _drawn_from(its_round: Mapping[str, Any]) -> str:
    """From whom a round draws, in words."""
    if its_round["population"] == OLDER_CHILDREN:
        said = "Children of 14 to 17 with whom several agencies work and of whom several kinds of concern are recorded"
    else:
        said = MEASURES[its_round["population"]].counts.rstrip(".")
        if its_round["cohort"] != Cohort.EVERYBODY:
            said += f"; {Cohort.labels()[its_round['cohort']].lower()}"
    return f"{said}, within groups by {Strata.labels()[its_round['strata']].lower()}" if its_round["strata"] else said


def _cases(its_round: Mapping[str, Any], answers: list[Answered]) -> list[CaseShown]:
    rows = entries("audit_case").filter(audit_round=its_round["audit_round_id"], number__isnull=False)
    standing = list(rows.filter(withdrawn_on__isnull=True).order_by("number").values("pk", "number", "how_found"))
    parts = _parts([row["pk"] for row in standing])
    second = _marked_twice(its_round, [row["pk"] for row in standing])
    differ = {one.case for one in answers if one.stands is None}
    return [
        CaseShown(
            row["pk"],
            row["number"],
            HowFound.labels()[row["how_found"]],
            tuple(parts.get(row["pk"], ())),
            row["pk"] in second and not _has_second(parts.get(row["pk"], ())),
            row["pk"] in differ,
        )
        for row in standing
    ]


def _has_second(parts: Iterable[PartShown]) -> bool:
    return any(part.kind == PartKind.SECOND.label for part in parts)


def _marked_twice(its_round: Mapping[str, Any], cases: list[str]) -> set[str]:
    """The cases that a second auditor is to mark: a share of all, chosen by the seed and by nobody."""
    share = ceil(len(cases) * (its_round["share_doubly_marked"] or 0) / 100)
    return set(in_order(cases, its_round["seed"] or 0)[:share])


def _parts(cases: list[str]) -> dict[str, list[PartShown]]:
    found: dict[str, list[PartShown]] = {}
    columns = ("pk", "audit_case_id", "kind", "agency__name", "auditor_account__name", "due_on", "submitted_on")
    for row in entries("audit_part").filter(audit_case__in=cases).order_by("agency__name", "kind").values(*columns):
        found.setdefault(row["audit_case_id"], []).append(
            PartShown(
                row["pk"],
                PartKind.labels()[row["kind"]],
                _whose(row["agency__name"], row["kind"]),
                row["auditor_account__name"],
                row["due_on"],
                row["submitted_on"],
            )
        )
    return found


def _whose(agency: str | None, kind: str) -> str:
    return agency or ("The whole case" if kind == PartKind.MODERATION else "All together")


def _progress(cases: list[CaseShown]) -> list[Progress]:
    every = [part for case in cases for part in case.parts]
    agencies = sorted({part.agency for part in every})
    return [
        Progress(
            agency,
            sum(part.agency == agency and part.submitted_on is not None for part in every),
            sum(part.agency == agency for part in every),
        )
        for agency in agencies
    ]


def _findings(key: str) -> list[FindingShown]:
    rows = entries("audit_finding").filter(audit_round=key).order_by("found_on", "pk")
    labels = FindingKind.labels()
    return [FindingShown(pk, labels[kind], says) for pk, kind, says in rows.values_list("pk", "kind", "says")]


READ_HERE = {audit_round_shown: BOARD, audit_sample_again: BOARD}

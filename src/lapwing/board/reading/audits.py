"""Audits as everybody of the Board sees them: rounds, tools, what is due, and how the quality of assessments is assured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lapwing.board.audit_planning import Due, dip_samples_in, due_on, of_lesson
from lapwing.board.audit_results import agreement, answers_in, by_question, cases_in
from lapwing.board.auditing import questions_of
from lapwing.board.quick_sign_offs import quick_sign_offs
from lapwing.board.tools_written import QuestionWritten, ToolWritten, text_of
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import BOARD
from lapwing.conduct.permissions import NOT_HERE, check_user_can
from lapwing.conduct.reading.record import note_reading
from lapwing.records.entries import entries
from lapwing.records.models import Account
from lapwing.records.store import NoSuchEntry, current
from lapwing.vocabulary.board import BOARD_TABLES
from lapwing.vocabulary.board.audit_codes import AnsweredBy, AskedOf, Cohort, PartKind, SampleMethod
from lapwing.vocabulary.board.codes import ArisesFrom


@dataclass(frozen=True)
class RoundSummary:
    """A round in a line: how many cases and parts there are, how many are in, and what came of it.

    `challenged` says of how many answers somebody should have challenged, wholly or in part, and of how many it was asked.
    """

    key: str
    title: str
    lesson: str
    method: str
    led_by: str
    cases: int
    parts: int
    submitted: int
    findings: int
    actions: int
    learning: int
    challenged: tuple[int, int]
    opened_on: date | None
    due_on: date | None
    closed_on: date | None
    repeats: str | None
    is_overdue: bool


@dataclass(frozen=True)
class QualityOfPrebirth:
    """How the quality of pre-birth assessments is assured by audit, in the last twelve months (B17.2).

    `done` are dip samples marked this month and in the year, `expected` as the area's settings ask a month; `overdue`
    months had fewer. `doubly_marked` parts of `marked`; agreement in words; re-audits that were closed.
    `quick_sign_offs` is a prompt to look, in words.
    """

    done_this_month: int
    expected_a_month: int
    done: int
    months_short: int
    marked: int
    doubly_marked: int
    agreement: tuple[str, ...]
    actions_open: int
    actions_done: int
    re_audits: int
    quick_sign_offs: str


@dataclass(frozen=True)
class ToolShown:
    """A tool with its questions, and its text to be copied; `newer` is the version that followed it."""

    key: str
    tool: ToolWritten
    text: str
    newer: str | None
    follows: str | None
    rounds: tuple[str, ...]


def rounds(*, by: Acting) -> list[RoundSummary]:
    """Every audit round: those that go on before those that are closed, the newest first."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "audit_rounds")
    rows = entries("audit_round").order_by("-opened_on", "-pk").values_list("pk", flat=True)
    found = [_summary(current("audit_round", key), by.today) for key in rows]
    return sorted(found, key=lambda one: one.closed_on is not None)


def _summary(its_round: Mapping[str, Any], today: date) -> RoundSummary:
    key, cases = its_round["audit_round_id"], cases_in(its_round["audit_round_id"])
    parts = entries("audit_part").filter(audit_case__in=cases)
    submitted = parts.filter(submitted_on__isnull=False).count()
    overdue = its_round["closed_on"] is None and its_round["due_on"] is not None and its_round["due_on"] < today
    return RoundSummary(
        key=key,
        title=its_round["title"] or "Audit round",
        lesson=its_round["lesson"] or "",
        method=SampleMethod.labels()[its_round["method"]],
        led_by=_name(its_round["led_by_account_id"]),
        cases=len(cases),
        parts=parts.count(),
        submitted=submitted,
        findings=entries("audit_finding").filter(audit_round=key).count(),
        actions=_arising("board_action", key),
        learning=_arising("learning_item", key),
        challenged=_challenged(its_round),
        opened_on=its_round["opened_on"],
        due_on=its_round["due_on"],
        closed_on=its_round["closed_on"],
        repeats=its_round["repeats_audit_round_id"],
        is_overdue=overdue,
    )


def _name(account: int | None) -> str:
    named = Account.objects.filter(pk=account) if account is not None else Account.objects.none()
    return named.values_list("name", flat=True).first() or ""


def _arising(table: str, key: str) -> int:
    if table not in BOARD_TABLES:
        return 0
    return int(entries(table).filter(arises_from=ArisesFrom.AUDIT, arises_from_key=key).count())


def _challenged(its_round: Mapping[str, Any]) -> tuple[int, int]:
    asked = [one for one in by_question(its_round, answers_in(its_round)) if one.about_challenge]
    return sum(one.judged - one.good for one in asked), sum(one.judged for one in asked)


def audits_due(*, by: Acting) -> list[Due]:
    """Which audits the area's settings ask for, when each was last done, and which are overdue."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "audits_due")
    return due_on(by.today)


def quality_of_prebirth(*, by: Acting) -> QualityOfPrebirth:
    """Dip samples done and expected, marked twice, agreement, actions and re-audits, in the last twelve months."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "quality_of_prebirth")
    dips = dip_samples_in(by.today)
    its_rounds = [current("audit_round", key) for key in of_lesson("B17.2", since=dips.since)]
    keys = [one["audit_round_id"] for one in its_rounds]
    parts = entries("audit_part").filter(audit_case__audit_round__in=keys, submitted_on__isnull=False)
    actions = entries("board_action").filter(arises_from=ArisesFrom.AUDIT, arises_from_key__in=keys)
    said = [agreement(one, answers_in(one)) for one in its_rounds]
    return QualityOfPrebirth(
        done_this_month=dips.this_month,
        expected_a_month=dips.expected,
        done=dips.done,
        months_short=dips.months_short,
        marked=parts.filter(kind=PartKind.FIRST).count(),
        doubly_marked=parts.filter(kind=PartKind.SECOND).count(),
        agreement=tuple(one.says for one in said if one.of),
        actions_open=actions.filter(done_on__isnull=True, dropped_on__isnull=True).count(),
        actions_done=actions.filter(done_on__isnull=False).count(),
        re_audits=sum(one["repeats_audit_round_id"] is not None and one["closed_on"] is not None for one in its_rounds),
        quick_sign_offs=quick_sign_offs(dips.since),
    )


def audit_tool_shown(*, by: Acting, key: str) -> ToolShown:
    """An audit tool with its questions; NoSuchEntry where there is none."""
    check_user_can("see_board", BOARD, by=by, child=None)
    if not entries("audit_tool").filter(pk=key).exists():
        raise NoSuchEntry(NOT_HERE)
    note_reading(by, "audit_tool", key=key)
    tool = _written(current("audit_tool", key))
    newer = entries("audit_tool").filter(follows_audit_tool=key).values_list("pk", flat=True).first()
    its_rounds = entries("audit_round").filter(audit_tool=key).order_by("opened_on").values_list("title", flat=True)
    follows = current("audit_tool", key)["follows_audit_tool_id"]
    return ToolShown(key, tool, text_of(tool), newer, follows, tuple(its_rounds))


def _written(row: Mapping[str, Any]) -> ToolWritten:
    questions = questions_of(row["audit_tool_id"])
    return ToolWritten(
        title=row["title"],
        edition=row["edition"],
        lesson=row["lesson"],
        purpose=row["purpose"],
        population=row["population"],
        cohort=Cohort(row["cohort"]),  # type: ignore[call-arg]  # by its code
        grades=tuple(str(row["grades"]).splitlines()),
        good_enough=row["good_enough"],
        not_own_team=bool(row["not_own_team"]),
        questions=tuple(_question(one) for one in questions),
    )


def _question(row: Mapping[str, Any]) -> QuestionWritten:
    return QuestionWritten(
        asks=row["asks"],
        guidance=row["guidance"],
        source=row["source"],
        answered_by=AnsweredBy(row["answered_by"]),  # type: ignore[call-arg]
        asked_of=AskedOf(row["asked_of"]),  # type: ignore[call-arg]
        about_challenge=bool(row["about_challenge"]),
    )


READ_HERE = {rounds: BOARD, audits_due: BOARD, quality_of_prebirth: BOARD, audit_tool_shown: BOARD}

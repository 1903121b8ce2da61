"""What an auditor was given to mark, and one part of it; and a case for whoever moderates it. Nobody else reads these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lapwing.board.audit_answers import Answered, answered
from lapwing.board.auditing import DOES_NOT_SHOW, SHOWS_NOTHING, answers_of, asked_in, questions_of
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import EVERYBODY, READ
from lapwing.conduct.permissions import NOT_HERE, check_user_can
from lapwing.conduct.reading.calling import named
from lapwing.conduct.reading.record import note_reading
from lapwing.records.entries import entries
from lapwing.records.store import NoSuchEntry, current
from lapwing.vocabulary.board.audit_codes import HowAsked, NotAskedBecause, PartKind, Viewpoint, YesPartlyNo


@dataclass(frozen=True)
class PartListed:
    """One of one's own parts: which round and case, what one does, for which agency, by when, and whether it is in."""

    key: str
    title: str
    number: int
    kind: str
    agency: str
    due_on: date | None
    submitted_on: date | None
    answered: int
    questions: int
    is_overdue: bool


@dataclass(frozen=True)
class QuestionToMark:
    """A question with its guidance and what one has answered so far; `choices` is empty where it is answered in words."""

    key: str
    number: int
    asks: str
    guidance: str
    source: str
    choices: tuple[tuple[str, str], ...]
    answer: str
    words: str


@dataclass(frozen=True)
class ViewShown:
    """What somebody said of the work, or why they were not asked."""

    of_whom: str
    how: str
    says: str
    asked_on: date | None


@dataclass(frozen=True)
class ToSettle:
    """An answer in which two auditors differ, with what each wrote, and what was settled."""

    question: str
    number: int
    asks: str
    agency: str | None
    whose: str
    first: str
    first_words: str
    second: str
    second_words: str
    choices: tuple[tuple[str, str], ...]
    settled: str
    reason: str


@dataclass(frozen=True)
class PartToMark:
    """One's own part of a case: whose it is, what is asked, and what was said by parents and young people.

    `to_settle` is for whoever moderates, once every part is in; until then `waits` is True and it is empty.
    """

    part: PartListed
    child: str
    called: str
    purpose: str
    audit_round: str
    moderates: bool
    waits: bool
    questions: tuple[QuestionToMark, ...]
    views: tuple[ViewShown, ...]
    to_settle: tuple[ToSettle, ...]
    may_change: bool


def audit_parts_given(*, by: Acting) -> list[PartListed]:
    """The parts of open audits that one was given, those that are due first before the others; those handed in come last."""
    check_user_can("see_own", EVERYBODY, by=by, child=None)
    note_reading(by, "audit_parts_given")
    mine = entries("audit_part").filter(
        auditor_account=by.account,
        audit_case__audit_round__closed_on__isnull=True,
        audit_case__withdrawn_on__isnull=True,
    )
    found = [
        _listed(current("audit_part", key), by.today)
        for key in mine.order_by("due_on", "pk").values_list("pk", flat=True)
    ]
    return sorted(found, key=lambda one: one.submitted_on is not None)


def audit_part_given(*, by: Acting, key: str) -> PartToMark:
    """One's own part of a case; NoSuchEntry where it is somebody else's, or the record is not open to one any more."""
    check_user_can("see_own", EVERYBODY, by=by, child=None)
    row = entries("audit_part").filter(pk=key, auditor_account=by.account).values_list("child", flat=True).first()
    if row is None:
        raise NoSuchEntry(NOT_HERE)
    check_user_can("read", READ, by=by, child=row)
    note_reading(by, "audit_part", child=row, key=key)
    part = current("audit_part", key)
    case = current("audit_case", part["audit_case_id"])
    its_round = current("audit_round", case["audit_round_id"])
    moderates = part["kind"] == PartKind.MODERATION
    waits = moderates and _others_wait(case["audit_case_id"])
    return PartToMark(
        part=_listed(part, by.today),
        child=case["child_id"],
        called=named([case["child_id"]])[case["child_id"]].called,
        purpose=current("audit_tool", its_round["audit_tool_id"])["purpose"],
        audit_round=case["audit_round_id"],
        moderates=moderates,
        waits=waits,
        questions=() if moderates else tuple(_questions(part, its_round)),
        views=tuple(_views(case["audit_case_id"], None if moderates or part["submitted_on"] else by)),
        to_settle=tuple(_to_settle(case, its_round)) if moderates and not waits else (),
        may_change=part["submitted_on"] is None and its_round["closed_on"] is None and case["withdrawn_on"] is None,
    )


def _listed(part: Mapping[str, Any], today: date) -> PartListed:
    case = current("audit_case", part["audit_case_id"])
    its_round = current("audit_round", case["audit_round_id"])
    moderates = part["kind"] == PartKind.MODERATION
    agency = current("agency", part["agency_id"])["name"] if part["agency_id"] else None
    asked = [] if moderates else questions_of(its_round["audit_tool_id"], asked_of=asked_in(part))
    return PartListed(
        key=part["audit_part_id"],
        title=its_round["title"] or "",
        number=case["number"],
        kind=PartKind.labels()[part["kind"]],
        agency=agency or ("The whole case" if moderates else "All together"),
        due_on=part["due_on"],
        submitted_on=part["submitted_on"],
        answered=entries("audit_judgement").filter(audit_part=part["audit_part_id"]).count(),
        questions=len(asked),
        is_overdue=part["submitted_on"] is None and part["due_on"] is not None and part["due_on"] < today,
    )


def _questions(part: Mapping[str, Any], its_round: Mapping[str, Any]) -> list[QuestionToMark]:
    tool = current("audit_tool", its_round["audit_tool_id"])
    rows = entries("audit_judgement").filter(audit_part=part["audit_part_id"])
    said = {
        question: (answer or "", words or "")
        for question, answer, words in rows.values_list("audit_question", "answer", "words")
    }
    return [
        QuestionToMark(
            one["audit_question_id"],
            one["number"],
            one["asks"],
            one["guidance"],
            one["source"],
            tuple(answers_of(one, tool).items()),
            *said.get(one["audit_question_id"], ("", "")),
        )
        for one in questions_of(its_round["audit_tool_id"], asked_of=asked_in(part))
    ]


def _others_wait(case: str) -> bool:
    marked = entries("audit_part").filter(audit_case=case).exclude(kind=PartKind.MODERATION)
    return bool(marked.filter(submitted_on__isnull=True).exists())


def _views(case: str, by: Acting | None) -> list[ViewShown]:
    """What was said of the work; of somebody alone, what they wrote down themselves, so that marking stays blind."""
    rows = entries("audit_view").filter(audit_case=case).order_by("asked_on", "pk")
    rows = rows if by is None else rows.filter(stored_by=by.account)
    return [
        ViewShown(
            Viewpoint.labels()[row["of_whom"]],
            HowAsked.labels().get(row["how_asked"]) or NotAskedBecause.labels().get(row["not_asked_because"]) or "",
            row["says"] or "",
            row["asked_on"],
        )
        for row in rows.values("of_whom", "how_asked", "not_asked_because", "says", "asked_on")
    ]


def _to_settle(case: Mapping[str, Any], its_round: Mapping[str, Any]) -> list[ToSettle]:
    tool = current("audit_tool", its_round["audit_tool_id"])
    questions = {one["audit_question_id"]: one for one in questions_of(its_round["audit_tool_id"])}
    found = [one for one in answered([case["audit_case_id"]], its_round["audit_tool_id"]) if one.differs]
    return [_settling(one, questions[one.question], tool) for one in found]


def _settling(one: Answered, question: Mapping[str, Any], tool: Mapping[str, Any]) -> ToSettle:
    agency = current("agency", one.agency)["name"] if one.agency else None
    return ToSettle(
        question=one.question,
        number=one.number,
        asks=question["asks"],
        agency=one.agency,
        whose=agency or "All together",
        first=_in_words(one.first),
        first_words=one.first_words,
        second=_in_words(one.second or ""),
        second_words=one.second_words,
        choices=tuple(answers_of(question, tool).items()),
        settled=one.settled.answer if one.settled else "",
        reason=one.settled.reason if one.settled else "",
    )


def _in_words(answer: str) -> str:
    return SHOWS_NOTHING if answer == DOES_NOT_SHOW else YesPartlyNo.labels().get(answer, answer)


READ_HERE = {audit_parts_given: EVERYBODY, audit_part_given: EVERYBODY}

"""Marking a case that one was given: judging, handing in, moderating, and what parents and young people say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from lapwing.board.audit_answers import differing
from lapwing.board.auditing import answers_of, asked_in, check_answer, own_part, questions_of
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import AUDITORS
from lapwing.conduct.permissions import NOT_HERE
from lapwing.conduct.policies import NotPossible, check_says
from lapwing.conduct.verb import verb
from lapwing.records.entries import entries
from lapwing.records.store import CannotEnter, NoSuchEntry, current
from lapwing.vocabulary.board.audit_codes import HowAsked, NotAskedBecause, PartKind, Viewpoint

MODERATES = "You moderate this case and mark no part of it."
MARKS = "You mark this case; somebody who marked neither part moderates it."


@verb(may=AUDITORS)
def judge(
    *, by: Acting, audit_part: str, audit_question: str, judgement: str = "", judged_because: str = "", on: date
) -> str:
    """Answers a question of one's own part, or changes the answer until the part is handed in; the key of the judgement."""
    part, _, its_round = own_part(by, audit_part)
    if part["kind"] == PartKind.MODERATION:
        raise NotPossible(MODERATES)
    question = _question(its_round, part, audit_question)
    check_answer(question, current("audit_tool", its_round["audit_tool_id"]), judgement, judged_because)
    said: dict[str, Any] = {"answer": judgement, "words": judged_because}
    standing = entries("audit_judgement").filter(audit_part=audit_part, audit_question=audit_question).first()
    if standing is not None:
        by.amend("audit_judgement", standing.pk, **said)
        return str(standing.pk)
    named = {"audit_part_id": audit_part, "audit_question_id": audit_question, "child_id": part["child_id"]}
    return by.enter("audit_judgement", **named, **said)


def _question(its_round: Mapping[str, Any], part: Mapping[str, Any], key: str) -> dict[str, Any]:
    """A question of the round's tool that this part answers."""
    every = questions_of(its_round["audit_tool_id"], asked_of=asked_in(part))
    found = next((one for one in every if one["audit_question_id"] == key), None)
    if found is None:
        raise NoSuchEntry(NOT_HERE)
    return found


@verb(may=AUDITORS)
def submit_audit_part(*, by: Acting, audit_part: str, on: date) -> None:
    """Hands a part in; nothing in it changes any more. Every question has to be answered, or every difference settled."""
    part, case, its_round = own_part(by, audit_part)
    if part["kind"] == PartKind.MODERATION:
        _check_settled(case, its_round)
    else:
        _check_all_answered(part, its_round)
    by.amend("audit_part", audit_part, submitted_on=on)


def _check_all_answered(part: Mapping[str, Any], its_round: Mapping[str, Any]) -> None:
    tool = current("audit_tool", its_round["audit_tool_id"])
    said = dict(
        entries("audit_judgement").filter(audit_part=part["audit_part_id"]).values_list("audit_question", "answer")
    )
    lacking = [
        str(one["number"])
        for one in questions_of(its_round["audit_tool_id"], asked_of=asked_in(part))
        if one["audit_question_id"] not in said or (answers_of(one, tool) and not said[one["audit_question_id"]])
    ]
    if lacking:
        raise NotPossible(f"Not answered yet: question {', '.join(lacking)}. Say so where the record does not show it.")


def _check_settled(case: Mapping[str, Any], its_round: Mapping[str, Any]) -> None:
    if _not_all_in(case):
        raise NotPossible("Not every part of this case was handed in yet.")
    left = [one for one in differing(case["audit_case_id"], its_round["audit_tool_id"]) if one.settled is None]
    if left:
        numbers = ", ".join(dict.fromkeys(str(one.number) for one in left))
        raise NotPossible(f"The two auditors differ and nothing is settled at question {numbers}.")


def _not_all_in(case: Mapping[str, Any]) -> bool:
    marked = entries("audit_part").filter(audit_case=case["audit_case_id"]).exclude(kind=PartKind.MODERATION)
    return bool(marked.filter(submitted_on__isnull=True).exists())


@verb(may=AUDITORS)
def moderate(
    *,
    by: Acting,
    audit_part: str,
    audit_question: str,
    judgement: str,
    settled_because: str,
    on: date,
    agency: str | None = None,
) -> str:
    """Settles an answer in which two auditors differ, once both handed in; by somebody who marked neither."""
    part, case, its_round = own_part(by, audit_part)
    if part["kind"] != PartKind.MODERATION:
        raise NotPossible(MARKS)
    check_says(settled_because, "settled_because", "why this answer stands")
    found = [
        one for one in differing(case["audit_case_id"], its_round["audit_tool_id"]) if one.is_of(audit_question, agency)
    ]
    if not found:
        raise NotPossible(
            "The two auditors do not differ here, or not both have handed in; there is nothing to settle."
        )
    question = current("audit_question", audit_question)
    tool = current("audit_tool", its_round["audit_tool_id"])
    check_answer(question, tool, judgement, "")
    said: dict[str, Any] = {
        "answer": judgement,
        "reason": settled_because,
        "moderated_by_account_id": by.account.pk,
        "moderated_on": on,
    }
    standing = found[0].settled
    if standing is not None:
        by.amend("audit_moderation", standing.key, **said)
        return standing.key
    named = {"audit_case_id": case["audit_case_id"], "audit_question_id": audit_question, "agency_id": agency}
    return by.enter("audit_moderation", **named, child_id=case["child_id"], **said)


@verb(may=AUDITORS)
def record_audit_view(
    *,
    by: Acting,
    audit_part: str,
    of_whom: Viewpoint,
    on: date,
    how_asked: HowAsked | None = None,
    what_they_said: str = "",
    not_asked_because: NotAskedBecause | None = None,
) -> str:
    """Keeps what a parent, a carer or the young person says of the work, or why they were not asked."""
    part, case, _ = own_part(by, audit_part)
    if (not_asked_because is None) == (not what_they_said.strip()):
        raise CannotEnter("what_they_said: needs what they said, or else why they were not asked; one of the two.")
    if what_they_said.strip() and how_asked is None:
        raise CannotEnter("how_asked: needs how they were asked.")
    named = {"audit_case_id": case["audit_case_id"], "child_id": part["child_id"], "of_whom": of_whom, "asked_on": on}
    said = {"how_asked": how_asked, "says": what_they_said, "not_asked_because": not_asked_because}
    return by.enter("audit_view", **named, **said)

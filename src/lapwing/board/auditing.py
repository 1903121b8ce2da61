"""What stands behind every audit: who may mark a case, which round something belongs to, and which answers make sense."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet

from lapwing.board.giving import NOT_TO_THEM, give_to, take_back, why_not
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import AUDITORS, READ
from lapwing.conduct.permissions import NOT_HERE, check_user_can
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.posts import accounts_of_same, practitioners_of_same
from lapwing.conduct.reading.rows import rows_about
from lapwing.records.entries import entries
from lapwing.records.models import Account
from lapwing.records.store import CannotEnter, NoSuchEntry, current
from lapwing.vocabulary.board.audit_codes import AnsweredBy, AskedOf, PartKind, YesPartlyNo
from lapwing.vocabulary.board.codes import TaskKind
from lapwing.vocabulary.records import TABLES

DOES_NOT_SHOW = "does_not_show"
"""The answer that the record does not show it: it is neither good nor bad, and is counted apart."""
SHOWS_NOTHING = "The record does not show it"

Values = Mapping[str, Any]


def open_round(key: str) -> dict[str, Any]:
    """A round that goes on; NotPossible where it is closed."""
    found = current("audit_round", key)
    if found["closed_on"] is not None:
        raise NotPossible(f"This round was closed on {found['closed_on']:%-d %B %Y}; nothing in it changes any more.")
    return found


def open_case(key: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """A case that is in an open round, and the round; NotPossible where it was left out or is in reserve."""
    case = current("audit_case", key)
    if case["withdrawn_on"] is not None or case["number"] is None:
        raise NotPossible("This case is not in the round, or no longer.")
    return case, open_round(case["audit_round_id"])


def own_part(by: Acting, key: str) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """One's own part that was not handed in, with its case and its round, and that one may still read the record.

    NoSuchEntry where it is somebody else's, NotPossible where it was handed in or the round is closed.
    """
    part = current("audit_part", key)
    if part["auditor_account_id"] != by.account.pk:
        raise NoSuchEntry(NOT_HERE)
    check_user_can("read", READ, by=by, child=part["child_id"])
    if part["submitted_on"] is not None:
        raise NotPossible("You handed this part in; what it says stands.")
    case, its_round = open_case(part["audit_case_id"])
    return part, case, its_round


# Who may mark


def check_may_audit(reader: Account, child: str, tool: Values, by: Acting) -> None:
    """NotPossible where somebody may not audit a child's case; why is not said where it would tell of the child."""
    if reader.role not in AUDITORS:
        raise NotPossible(
            "Cases are marked by practitioners, managers, named professionals and auditors; choose one of them."
        )
    refusal = why_not(reader, child, by)
    if refusal:
        raise NotPossible(refusal)
    if is_own_work(reader, child, own_team=bool(tool["not_own_team"])):
        raise NotPossible(NOT_TO_THEM)


def is_own_work(reader: Account, child: str, *, own_team: bool) -> bool:
    """Whether somebody did anything on this child's record, in any of their posts; or their team did, where that counts."""
    mine, rows = practitioners_of_same(reader), rows_about(child)
    for name, some in rows.items():
        theirs = [column.name for column in TABLES[name] if column.refers_to == "practitioner"]
        if any(one.row[column] in mine for one in some for column in theirs):
            return True
    team = {(one.row["agency_id"], one.row["team"]) for one in rows["involvement"]}
    return own_team and bool(reader.team) and (reader.agency_id, reader.team) in team


def check_not_the_same(case: str, reader: Account, kind: PartKind, agency: str | None) -> None:
    """Who marks a second time is somebody else than the first; who moderates marked neither."""
    others = entries("audit_part").filter(audit_case=case).exclude(kind=kind)
    if kind is not PartKind.MODERATION:
        same = Q(agency__isnull=True) if agency is None else Q(agency=agency)
        others = others.filter(Q(kind=PartKind.MODERATION) | same)
    if others.filter(auditor_account__in=accounts_of_same(reader)).exists():
        raise NotPossible(
            "That person has another part in this case that this one is to be independent of; choose somebody else."
        )


# Giving the record, and taking it back


def give_for_audit(by: Acting, reader: Account, case: Values, its_round: Values, *, until_on: Any) -> str:
    """Lets an auditor read the record until the round closes, or that day; the key of the giving, or of one that stands."""
    given = entries("audit_part").filter(audit_case=case["audit_case_id"], auditor_account=reader)
    standing = given.filter(given_case__ended_on__isnull=True, given_case__until_on__gte=until_on)
    key = standing.values_list("given_case", flat=True).first()
    if key is not None:
        return str(key)
    reason = f"{its_round['title']}, case {case['number']}"
    return give_to(by, reader, case["child_id"], task=TaskKind.AUDIT, reason=reason, until_on=until_on)


def take_back_of(by: Acting, parts: QuerySet[Any]) -> None:
    """Ends every giving by which these parts were marked, unless another part is marked by it too."""
    mine = dict(parts.filter(given_case__isnull=False).values_list("pk", "given_case"))
    others = entries("audit_part").filter(given_case__in=set(mine.values())).exclude(pk__in=mine)
    for key in sorted(set(mine.values()) - set(others.values_list("given_case", flat=True))):
        take_back(by, key, on=by.today)


# Answers


def grades_of(tool: Values) -> list[str]:
    """The grades of a tool, the best first."""
    return str(tool["grades"]).splitlines()


def answers_of(question: Values, tool: Values) -> dict[str, str]:
    """The answers that a question takes, in words, the best first; none where it is answered in words."""
    if question["answered_by"] == AnsweredBy.WORDS:
        return {}
    grades = {one: one for one in grades_of(tool)}
    said = grades if question["answered_by"] == AnsweredBy.GRADE else YesPartlyNo.labels()
    return {**said, DOES_NOT_SHOW: SHOWS_NOTHING}


def check_answer(question: Values, tool: Values, answer: str, words: str) -> None:
    """CannotEnter where a question is not answered as it has to be."""
    answers = answers_of(question, tool)
    if answer and answer not in answers:
        raise CannotEnter(f"answer: has “{answer}”; needs one of {', '.join(answers) or 'none, but words'}.")
    if not answer and not words.strip():
        raise CannotEnter("answer: needs an answer, or words.")


def is_good(question: Values, tool: Values, answer: str) -> bool | None:
    """Whether an answer counts as good: a grade from good enough on, or yes; None where it tells of neither."""
    if answer == DOES_NOT_SHOW or question["answered_by"] == AnsweredBy.WORDS:
        return None
    if bool(question["about_challenge"]):
        return answer == YesPartlyNo.NO
    if question["answered_by"] == AnsweredBy.YES_PARTLY_NO:
        return answer == YesPartlyNo.YES
    grades = grades_of(tool)
    return answer in grades and grades.index(answer) <= grades.index(str(tool["good_enough"]))


def questions_of(tool: str, *, asked_of: AskedOf | None = None) -> list[dict[str, Any]]:
    """The questions of a tool in order, by column; those that each agency answers, or all together, where that is asked."""
    rows = entries("audit_question").filter(audit_tool=tool).order_by("number")
    rows = rows if asked_of is None else rows.filter(asked_of=asked_of)
    columns = ("asks", "guidance", "source", "answered_by", "asked_of", "about_challenge", "number")
    return [{"audit_question_id": row["pk"], **row} for row in rows.values("pk", *columns)]


def asked_in(part: Values) -> AskedOf:
    """Which questions a part answers."""
    return AskedOf.TOGETHER if part["agency_id"] is None else AskedOf.EACH

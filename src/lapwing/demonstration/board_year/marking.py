"""What the audits of the invented partnership have in common: drawing cases, giving parts out, and marking them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lapwing.board.auditing import questions_of
from lapwing.board.populations import From, population_of
from lapwing.board.verbs.audit_marking import judge, submit_audit_part
from lapwing.board.verbs.audit_rounds import assign_audit_part, draw_audit_sample
from lapwing.conduct.findings import settings_now
from lapwing.conduct.policies import NotPossible
from lapwing.demonstration.area import Area
from lapwing.demonstration.cast import Who
from lapwing.records.entries import entries
from lapwing.simulate.workforce import SYSTEM
from lapwing.vocabulary.board.audit_codes import AskedOf, Cohort, PartKind, ShippedTool

CASES = 4
OFFICER = Who.PARTNERSHIP_OFFICER
MODERATORS = (Who.TEAM_MANAGER, Who.SCHOOL_LEAD, Who.POLICE_OFFICER, Who.HOUSING_OFFICER)
MIDWIFERY, HEALTH_VISITING, SOCIAL_CARE, SCHOOL_NURSING = (
    f"{SYSTEM}:agency-{name}" for name in ("midwifery", "health-visiting", "social-care", "school-nursing")
)
Answers = Mapping[int, Sequence[tuple[str, str]]]
"""By the number of a question an answer and its reason for each case of a round, in their order."""


def tool_of(shipped: ShippedTool) -> str:
    """The tool that came with Lapwing, once it was brought in."""
    return str(entries("audit_tool").get(shipped=str(shipped)).pk)


def can_be_drawn(population: str, since: date, until: date) -> bool:
    """Whether there are enough children for a sample that tells nobody who they are; in a small area there are not."""
    try:
        found = population_of(From(population, Cohort.EVERYBODY, since, until))
    except NotPossible:
        return False
    return len(found) >= max(2 * CASES, int(settings_now().number("suppress.below")))


def drawn(area: Area, audit_round: str, seed: int) -> list[str]:
    """Draws the cases of a round; they in the order of their numbers."""
    area.do(OFFICER, draw_audit_sample, audit_round=audit_round, seed=seed)
    cases = entries("audit_case").filter(audit_round=audit_round, number__isnull=False)
    return list(cases.order_by("number").values_list("pk", flat=True))


@dataclass(frozen=True)
class Given:
    """A part that was given to somebody."""

    key: str
    to: Who
    place: int
    agency: str | None


def give_part(
    area: Area, cases: Sequence[str], place: int, to: Who, due_on: date, *, agency: str | None = None,
    kind: PartKind = PartKind.FIRST,
) -> Given:  # fmt: skip
    """Gives one part of the case in a place to somebody."""
    key = area.do(
        OFFICER, assign_audit_part, audit_case=cases[place], part_kind=kind, auditor_account=area.account(to),
        due_on=due_on, agency=agency,
    )  # fmt: skip
    return Given(key, to, place, agency)


def give_moderation(area: Area, cases: Sequence[str], place: int, due_on: date) -> Given | None:
    """Gives the moderation of a case to the first who may have it; None where it is everybody's own work."""
    for who in MODERATORS:
        try:
            return give_part(area, cases, place, who, due_on, kind=PartKind.MODERATION)
        except NotPossible:
            continue
    return None


def question_numbered(tool: str, number: int) -> str:
    """The key of a question of a tool."""
    return str(entries("audit_question").get(audit_tool=tool, number=number).pk)


def answer(area: Area, tool: str, part: Given, answers: Answers, *, first: int | None = None) -> None:
    """Answers the questions of a part, or the first of them."""
    asked_of = AskedOf.TOGETHER if part.agency is None else AskedOf.EACH
    for question in questions_of(tool, asked_of=asked_of)[:first]:
        judgement, because = answers[question["number"]][part.place]
        area.do(
            part.to, judge, audit_part=part.key, audit_question=question["audit_question_id"], judgement=judgement,
            judged_because=because,
        )  # fmt: skip


def mark(area: Area, tool: str, part: Given, answers: Answers) -> None:
    """Answers every question of a part and hands it in."""
    answer(area, tool, part, answers)
    area.do(part.to, submit_audit_part, audit_part=part.key)

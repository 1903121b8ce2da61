"""Stories of learning: a lesson of a case review that worked, and one that did not and is open again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lapwing.board.verbs.board_actions import accept_board_action, complete_board_action, give_board_action
from lapwing.board.verbs.briefings import issue_briefing, open_briefing, say_briefing_read, write_briefing
from lapwing.board.verbs.learning import begin_learning, choose_practice_check, state_effect
from lapwing.demonstration.area import Area
from lapwing.demonstration.board_year.audits import FIRST_ROUND, SECOND_ROUND
from lapwing.demonstration.board_year.marking import OFFICER
from lapwing.demonstration.cast import Who
from lapwing.demonstration.telling import Steps
from lapwing.records.entries import entries
from lapwing.records.models import Role
from lapwing.vocabulary.board.codes import ArisesFrom
from lapwing.vocabulary.board.learning import CheckedBy, Effect

NURSE, MIDWIFERY, SOCIAL_CARE = Who.NAMED_NURSE, Who.MIDWIFERY_MANAGER, Who.TEAM_MANAGER
READ_IT = (Who.SOCIAL_WORKER, Who.MIDWIFE, Who.HEALTH_VISITOR, Who.GP, Who.SCHOOL_LEAD, MIDWIFERY, NURSE)
OPENED_IT = (Who.POLICE_OFFICER, SOCIAL_CARE)
OF_FATHERS = {
    "title": "He was there all along",
    "happened": "A case review tells of a baby whose father lived in the next street. Five services wrote of him; none of "
    "them had met him. His mother would have helped, and was not asked either.",
    "matters": "A father who is not met cannot be relied on, and cannot be worried about for good reason. Both harm a baby.",
    "differently": "Ask at the first visit who the father is, and when he can be met.\n"
    "Write down what he says in his own words.\n"
    "Where he is left out for safety, say who decided it and when it is looked at again.",
    "questions": "Whom did we not meet, of the families that we saw this month?\nAt what hours could a father come?",
}
OF_SLEEP = {
    "title": "The night it is different",
    "happened": "A case review tells of a baby who slept safely every night but one. The parents knew the advice. Nobody "
    "had talked with them about a night away from home, or after a drink.",
    "matters": "Advice that is handed over is seldom what parents think of at three in the morning.",
    "differently": "Talk about the nights that are different, with each carer.\nAsk where the baby slept last night.",
    "questions": "When did we last talk it through with a father, or a grandmother?",
}


def what_worked(area: Area) -> Steps:
    """Fathers before birth: checked by the audit that was done again, or in a small area by a measure."""
    yield 176
    item = _taken_up(
        area, "Fathers before the birth", "Assessments before birth tell of fathers, and do not ask them.",
        "Case review Rowan, published by a neighbouring partnership", ["B31.1"],
    )  # fmt: skip
    yield 151
    audited = entries("audit_round").filter(title=FIRST_ROUND, closed_on__isnull=False).first()
    by_audit = {
        "checked_by": CheckedBy.AUDIT, "audit_round": str(audited.pk) if audited else None,
        "start_says": "Of the judgements on whether both parents were part of it, two of eight were good.",
    }  # fmt: skip
    by_measure = {"checked_by": CheckedBy.MEASURE, "measure": "parents.father_seen_directly"}
    check = area.do(
        OFFICER, choose_practice_check, learning_item=item, due_on=area.ago(25), **(by_audit if audited else by_measure)
    )
    yield 148
    yield from _told(area, item, OF_FATHERS, days_later=(140, 120))
    yield 110
    visits = _act(area, item, SOCIAL_CARE, "Offer a first visit after six in the evening.", due_days_ago=70)
    yield 80
    area.do(
        SOCIAL_CARE, complete_board_action, board_action=visits, evidence="Both teams offer it, on two evenings a week."
    )
    yield 24
    again = entries("audit_round").filter(title=SECOND_ROUND, closed_on__isnull=False).exists()
    if audited and not again:
        return
    area.do(
        OFFICER, state_effect, practice_check=check, effect=Effect.WORKED,
        how_known="Managers read assessments of last month with their teams: fathers speak in them. Midwives say that asking "
        "at booking makes the first call easy.",
        found_again="Seven of eight judgements were good, in cases that began after the change." if audited else "",
    )  # fmt: skip


def what_did_not_work(area: Area) -> Steps:
    """Safer sleep: told to everybody, and nothing changed. It is open again, with something new and a check ahead."""
    yield 206
    item = _taken_up(
        area, "Safer sleep on the nights that are different",
        "Parents know the advice. It is not talked through for the nights on which it is hard to keep.",
        "Case review Alder, published by a neighbouring partnership", ["B53.1"],
    )  # fmt: skip
    yield 204
    measured_by = {"checked_by": CheckedBy.MEASURE, "measure": "advice_and_housing.co_sleeping_talked_through"}
    check = area.do(OFFICER, choose_practice_check, learning_item=item, due_on=area.ago(92), **measured_by)
    yield 200
    yield from _told(area, item, OF_SLEEP, days_later=(188, 171))
    yield 160
    leaflet = _act(area, item, NURSE, "Put the new leaflet into every birth pack.", due_days_ago=120)
    yield 130
    area.do(NURSE, complete_board_action, board_action=leaflet, evidence="In every pack since the first of the month.")
    yield 58
    area.do(
        OFFICER, state_effect, practice_check=check, effect=Effect.DID_NOT,
        how_known="The leaflet is in the packs, and the talk is not on record. Health visitors say that it comes in the week "
        "in which parents hear least.",
    )  # fmt: skip
    yield 50
    _act(area, item, MIDWIFERY, "Talk it through at thirty-four weeks, with whoever will be there at night.", -60)
    area.do(OFFICER, choose_practice_check, learning_item=item, due_on=area.ahead(90), **measured_by)


def _taken_up(area: Area, title: str, learned: str, source: str, lessons: Sequence[str]) -> str:
    key: str = area.do(
        OFFICER, begin_learning, title=title, learned=learned, arises_from=ArisesFrom.REVIEW, lessons=list(lessons),
        source_title=source,
    )  # fmt: skip
    return key


def _act(area: Area, item: str, owner: Who, says: str, due_days_ago: int) -> str:
    """Gives somebody an action of an item, which they accept."""
    key: str = area.do(
        OFFICER, give_board_action, says=says, arises_from=ArisesFrom.REVIEW, learning_item=item,
        owner_account=area.account(owner), due_on=area.ago(due_days_ago),
    )  # fmt: skip
    area.do(owner, accept_board_action, board_action=key)
    return key


def _told(area: Area, item: str, page: Mapping[str, Any], days_later: tuple[int, int]) -> Steps:
    """A briefing goes to everybody who works with families; most read it and talk about it, some open it, some do not."""
    briefing = area.do(OFFICER, write_briefing, learning_item=item, **page)
    for role in (Role.PRACTITIONER, Role.MANAGER, Role.NAMED_PROFESSIONAL):
        area.do(OFFICER, issue_briefing, briefing=briefing, to_role=role)
    for days, some, done in zip(days_later, (READ_IT, OPENED_IT), (say_briefing_read, open_briefing), strict=True):
        yield days
        for who in some:
            area.do(who, done, briefing=briefing)

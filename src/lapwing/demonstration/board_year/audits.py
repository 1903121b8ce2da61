"""Stories of audits: one finished and done again, one half marked. A third, of fathers, is due and nobody has begun it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from lapwing.board.populations import OLDER_CHILDREN
from lapwing.board.verbs.audit_marking import moderate, record_audit_view, submit_audit_part
from lapwing.board.verbs.audit_rounds import (
    close_audit_round,
    plan_audit_round,
    repeat_audit_round,
    write_audit_finding,
)
from lapwing.board.verbs.audit_tools import bring_in_audit_tool
from lapwing.board.verbs.board_actions import accept_board_action, complete_board_action, give_board_action
from lapwing.demonstration.area import Area
from lapwing.demonstration.board_year.answers import (
    AGAIN_BEFORE_BIRTH,
    BEFORE_BIRTH,
    BOTH_PARENTS,
    OF_OLDER_CHILDREN,
    SETTLED_AS,
)
from lapwing.demonstration.board_year.marking import (
    CASES,
    HEALTH_VISITING,
    MIDWIFERY,
    OFFICER,
    SCHOOL_NURSING,
    SOCIAL_CARE,
    Answers,
    Given,
    answer,
    can_be_drawn,
    drawn,
    give_moderation,
    give_part,
    mark,
    question_numbered,
    tool_of,
)
from lapwing.demonstration.cast import Who
from lapwing.demonstration.telling import Steps
from lapwing.vocabulary.board.audit_codes import (
    FindingKind,
    HowAsked,
    NotAskedBecause,
    PartKind,
    SampleMethod,
    ShippedTool,
    Viewpoint,
)
from lapwing.vocabulary.board.codes import ArisesFrom

AUDITOR, NAMED_NURSE, MIDWIFERY_MANAGER = Who.AUDITOR, Who.NAMED_NURSE, Who.MIDWIFERY_MANAGER
OF_BIRTHS = "before_birth.assessed"
FIRST_ROUND, SECOND_ROUND = "Before birth, first round", "Before birth, done again"


def tools_brought_in(area: Area) -> Steps:
    """The officer brings in each audit tool that comes with Lapwing."""
    yield 388
    for tool in ShippedTool:
        area.do(OFFICER, bring_in_audit_tool, shipped_tool=tool)


def before_birth_audited(area: Area) -> Steps:
    """Assessments before birth: marked by three people, moderated, acted on, and audited again four months later."""
    yield 208
    since, until = area.ago(700), area.ago(214)
    if not can_be_drawn(OF_BIRTHS, since, until):
        return
    tool = tool_of(ShippedTool.PRE_BIRTH)
    first = area.do(
        OFFICER, plan_audit_round, audit_tool=tool, round_title=FIRST_ROUND,
        why_now="A case review asked whether assessments before birth reach fathers. We did not know.",
        method=SampleMethod.RANDOM, sample_size=CASES, share_doubly_marked=25, since_on=since, until_on=until,
        due_on=area.ago(165), led_by_account=area.account(OFFICER),
    )  # fmt: skip
    cases = drawn(area, first, 17)
    yield 185
    _mark_all(area, tool, cases, BEFORE_BIRTH)
    yield 174
    _settle(area, tool, cases)
    yield 160
    _close_first(area, first)
    yield from _acted_on(area, first)
    yield from _done_again(area, tool, first)


def _mark_all(area: Area, tool: str, cases: Sequence[str], answers: Answers) -> None:
    """Three people mark each case, and one part of the first is marked by two, who differ in one answer."""
    due_on = area.day + timedelta(20)
    parts = [one for place in range(len(cases)) for one in _parts_of(area, cases, place, due_on)]
    second = give_part(area, cases, 0, NAMED_NURSE, due_on, agency=MIDWIFERY, kind=PartKind.SECOND)
    for part in parts:
        if part.to is AUDITOR:
            _ask_the_mother(area, part)
        mark(area, tool, part, answers)
    mark(area, tool, second, {**answers, BOTH_PARENTS: [SETTLED_AS]})


def _parts_of(area: Area, cases: Sequence[str], place: int, due_on: date) -> Iterator[Given]:
    yield give_part(area, cases, place, MIDWIFERY_MANAGER, due_on, agency=MIDWIFERY)
    yield give_part(area, cases, place, NAMED_NURSE, due_on, agency=HEALTH_VISITING)
    yield give_part(area, cases, place, AUDITOR, due_on)


def _ask_the_mother(area: Area, part: Given) -> None:
    if part.place:
        area.do(
            AUDITOR, record_audit_view, audit_part=part.key, of_whom=Viewpoint.MOTHER,
            not_asked_because=NotAskedBecause.DECLINED,
        )  # fmt: skip
    else:
        area.do(
            AUDITOR, record_audit_view, audit_part=part.key, of_whom=Viewpoint.MOTHER, how_asked=HowAsked.BY_TELEPHONE,
            what_they_said="They were kind. I would have liked them to come when he was home, as they only know him by me.",
        )  # fmt: skip


def _settle(area: Area, tool: str, cases: Sequence[str]) -> None:
    """Somebody who marked neither part settles the answer in which two differ."""
    given = give_moderation(area, cases, 0, area.day + timedelta(14))
    if given is None:
        return
    judgement, because = SETTLED_AS
    area.do(
        given.to, moderate, audit_part=given.key, audit_question=question_numbered(tool, BOTH_PARENTS),
        judgement=judgement, settled_because=because, agency=MIDWIFERY,
    )  # fmt: skip
    area.do(given.to, submit_audit_part, audit_part=given.key)


def _close_first(area: Area, first: str) -> None:
    for kind, finding in (
        (FindingKind.WORKED_WELL, "Midwives saw early what might be hard for a family, and asked for help at once."),
        (FindingKind.COULD_IMPROVE, "Fathers stood in assessments by what others said of them; few were spoken to."),
        (FindingKind.CHALLENGE, "Where an assessment ended without the father, nobody asked why."),
    ):
        area.do(OFFICER, write_audit_finding, audit_round=first, finding_kind=kind, finding=finding)
    area.do(
        OFFICER, close_audit_round, audit_round=first,
        what_follows="Two actions and a briefing; the same audit again in four months.",
    )  # fmt: skip


def _acted_on(area: Area, first: str) -> Steps:
    """Of two actions one is done, with what shows it; the other was accepted and its day has gone by."""
    asking = _act(
        area, first, MIDWIFERY_MANAGER, "Ask at booking when the father can come, and write down the answer.", 90
    )
    after = _act(area, first, NAMED_NURSE, "Agree with midwives who sees to what after the birth, by name.", 40)
    yield 152
    area.do(MIDWIFERY_MANAGER, accept_board_action, board_action=asking)
    area.do(NAMED_NURSE, accept_board_action, board_action=after)
    yield 96
    area.do(
        MIDWIFERY_MANAGER, complete_board_action, board_action=asking,
        evidence="The booking page asks it. The lead midwife looked at twelve bookings: each has an answer.",
    )  # fmt: skip


def _act(area: Area, first: str, owner: Who, says: str, due_days_ago: int) -> str:
    key: str = area.do(
        OFFICER, give_board_action, says=says, arises_from=ArisesFrom.AUDIT, arises_from_key=first, lesson="B17.1",
        owner_account=area.account(owner), due_on=area.ago(due_days_ago),
    )  # fmt: skip
    return key


def _done_again(area: Area, tool: str, first: str) -> Steps:
    """The same audit, of children who came after what was changed."""
    yield 60
    since, until = area.ago(213), area.ago(66)
    if not can_be_drawn(OF_BIRTHS, since, until):
        return
    second = area.do(
        OFFICER, repeat_audit_round, audit_round=first, round_title=SECOND_ROUND,
        why_now="To see whether what was changed can be seen in the work.", since_on=since, until_on=until,
        due_on=area.ago(30), led_by_account=area.account(OFFICER),
    )  # fmt: skip
    cases = drawn(area, second, 23)
    yield 46
    _mark_all(area, tool, cases, AGAIN_BEFORE_BIRTH)
    yield 38
    _settle(area, tool, cases)
    yield 26
    for kind, finding in (
        (FindingKind.WORKED_WELL, "Fathers were asked in person, and what they said stands there in their own words."),
        (FindingKind.COULD_IMPROVE, "What was agreed before the birth was still left to whoever visited next."),
    ):
        area.do(OFFICER, write_audit_finding, audit_round=second, finding_kind=kind, finding=finding)
    area.do(
        OFFICER, close_audit_round, audit_round=second,
        what_follows="The way of working with fathers stays. Who sees to what after a birth is looked at next.",
    )  # fmt: skip


def older_children_half_marked(area: Area) -> Steps:
    """An audit of older children is under way: a case is done, a part waits for each auditor, one case has nobody yet."""
    yield 34
    since, until = area.ago(400), area.ago(35)
    if not can_be_drawn(OLDER_CHILDREN, since, until):
        return
    tool = tool_of(ShippedTool.OLDER_CHILDREN)
    its_round = area.do(
        OFFICER, plan_audit_round, audit_tool=tool, round_title="Older children, first of the year",
        why_now="The area asks for two a year.", method=SampleMethod.RANDOM, sample_size=CASES,
        share_doubly_marked=25, since_on=since, until_on=until, due_on=area.ahead(18),
        led_by_account=area.account(OFFICER),
    )  # fmt: skip
    cases = drawn(area, its_round, 31)
    yield 30
    done, begun = _given_out(area, cases[:3], area.ahead(12))
    yield 16
    for part in done:
        mark(area, tool, part, OF_OLDER_CHILDREN)
    yield 4
    for part in begun:
        answer(area, tool, part, OF_OLDER_CHILDREN, first=2)


def _given_out(area: Area, cases: Sequence[str], due_on: date) -> tuple[list[Given], list[Given]]:
    """Parts of three cases: those that are handed in later, and those that are begun. The rest wait."""
    of_whom = ((AUDITOR, SOCIAL_CARE), (NAMED_NURSE, SCHOOL_NURSING), (MIDWIFERY_MANAGER, None))
    first, second, third = (
        [give_part(area, cases, place, who, due_on, agency=agency) for who, agency in of_whom] for place in range(3)
    )
    return [*first, second[0], second[1]], [third[0]]

"""Stories of the registers: policies, materials for parents, advice, and the ages that agencies serve. Each leaves a gap."""

from __future__ import annotations

from typing import Any

from lapwing.board.verbs.advice_catalogue import compare_advice, list_advice, record_advice_test
from lapwing.board.verbs.agency_tools import ask_for_return, list_tool, make_return
from lapwing.board.verbs.materials import (
    check_material,
    list_material,
    plan_for_skill_gap,
    record_parents_view,
    record_uptake,
)
from lapwing.board.verbs.policies_in_force import enter_policy, sign_off_policy
from lapwing.board.verbs.prebirth_quality import review_prebirth_system, say_of_element
from lapwing.demonstration.area import Area
from lapwing.demonstration.board_year.marking import OFFICER
from lapwing.demonstration.cast import Who
from lapwing.demonstration.telling import Steps
from lapwing.vocabulary.board.register_codes import (
    MaterialFormat,
    ParentGroup,
    PolicyKind,
    Quality,
    SameMessage,
    SkillTopic,
    Standing,
    SystemElement,
    ToolKind,
)
from lapwing.vocabulary.care_codes import AdviceTopic

NURSE, MIDWIFERY, SOCIAL_CARE = Who.NAMED_NURSE, Who.MIDWIFERY_MANAGER, Who.TEAM_MANAGER
ALL_AGENCIES = "All agencies of the partnership"
POLICIES = (
    (PolicyKind.PREBIRTH_STANDARD, "Before birth: what a good assessment is", -120),
    (PolicyKind.PREBIRTH_TEMPLATE, "Assessment before birth: the form", -120),
    (PolicyKind.FATHERS, "Working with fathers and partners", 45),
    (PolicyKind.HOUSING, "Families without a home: who does what", -200),
    (PolicyKind.CHALLENGE, "When agencies disagree about a child", -30),
)
"""What each is, how it is called, and so many days before today by which it was to be reviewed."""
ANYBODY, YOUNG, FATHERS = ParentGroup.ANY, ParentGroup.YOUNG, ParentGroup.FATHERS


def policies_in_force(area: Area) -> Steps:
    """Five policies are in force and signed off; the review of one is overdue. The quality of assessments was reviewed."""
    yield 350
    for kind, name, review_days_ago in POLICIES:
        policy = area.keep(
            OFFICER, enter_policy, kind=kind, name=name, edition="2", parties=ALL_AGENCIES,
            keeper_account=area.account(OFFICER), in_force_on=area.day, review_on=area.ago(review_days_ago),
        )  # fmt: skip
        area.do(OFFICER, sign_off_policy, policy=policy, signed_off_by="The partnership's executive")
    yield 150
    for element, standing, evidence in (
        (SystemElement.STANDARD, Standing.WITH_EVIDENCE, "Edition 2 is in the register of policies."),
        (SystemElement.SIGN_OFF, Standing.NOT_EVIDENCED, None),
        (SystemElement.DIP_SAMPLE, Standing.NOT_IN_PLACE, None),
        (SystemElement.RE_AUDIT, Standing.WITH_EVIDENCE, "A second round was decided on with the first."),
    ):
        area.do(OFFICER, say_of_element, element=element, standing=standing, evidence=evidence)
    area.do(
        OFFICER, review_prebirth_system, says="Dip samples are to begin, five a month.",
        evidence="Minutes of the quality group, item 4", review_on=area.ahead(210),
    )  # fmt: skip


def materials_listed(area: Area) -> Steps:
    """Programmes for parents: for young fathers there is nothing on newborn care, and for one other gap there is a plan."""
    yield 330
    first_weeks = _material(
        area, NURSE, "First weeks", [ANYBODY], [SkillTopic.NEWBORN_CARE, SkillTopic.FEEDING, SkillTopic.CRYING],
        MaterialFormat.GROUP, capacity=12, wait_weeks=3, times="Tuesdays at ten, the Mill Lane centre",
        effect_known="Parents' own words before and after; nobody has looked at more.",
    )  # fmt: skip
    bump = _material(
        area, MIDWIFERY, "Bump and me", [YOUNG], [SkillTopic.NEWBORN_CARE, SkillTopic.SAFER_SLEEP], MaterialFormat.GROUP,
        capacity=8, wait_weeks=6, times="Thursdays at four, after school",
    )  # fmt: skip
    _material(
        area, SOCIAL_CARE, "Dads on Saturday", [FATHERS], [SkillTopic.RESPONDING, SkillTopic.RELATIONSHIPS],
        MaterialFormat.ONE_TO_ONE, capacity=6, wait_weeks=2, times="Saturdays at ten",
    )  # fmt: skip
    yield 200
    _looked_at(area, Who.SCRUTINEER, first_weeks, Quality.MEETS, "It is offered as it stands here.")
    _looked_at(
        area, Who.AUDITOR, bump, Quality.PARTLY, "Made for mothers; nothing in it speaks to a father of their age."
    )
    area.do(
        MIDWIFERY, record_parents_view, material=bump, asked=9, young_parents=True,
        says="They like that it begins after school. Two would bring the father if he were asked.",
    )  # fmt: skip
    area.keep(
        NURSE, record_uptake, material=first_weeks, since_on=area.ago(330), until_on=area.ago(201), offered=64, begun=41,
        finished=33,
    )  # fmt: skip
    yield 70
    area.keep(
        OFFICER, plan_for_skill_gap, group=YOUNG, skill=SkillTopic.CRYING, says="Add an evening on crying to the group.",
        account=area.account(MIDWIFERY), due_on=area.ahead(40),
    )  # fmt: skip


def _material(
    area: Area, who: Who, name: str, made_for: list[ParentGroup], covers: list[SkillTopic], comes_as: MaterialFormat,
    **more: Any,
) -> str:  # fmt: skip
    key: str = area.keep(
        who, list_material, owner_agency=area.agency(who), name=name, made_for=made_for, covers=covers,
        comes_as=comes_as, keeper_account=area.account(who), languages="English, Polish", **more,
    )  # fmt: skip
    return key


def _looked_at(area: Area, who: Who, material: str, quality: Quality, found: str) -> None:
    area.do(
        who, check_material, material=material, still_offered=True, quality=quality, found=found,
        criteria="Is it there when it says, for those it says, and do they come back?",
    )  # fmt: skip


def advice_listed(area: Area) -> Steps:
    """Advice on the four topics. On prescribed medicines there is nothing made for young parents; two messages differ."""
    yield 325
    every = [AdviceTopic.CO_SLEEPING, AdviceTopic.OVERLAY, AdviceTopic.PARENTAL_SUBSTANCES]
    birth_pack = _advice(
        area, MIDWIFERY, "Safe nights", [*every, AdviceTopic.PRESCRIBED_MEDICINES], [ANYBODY], 60,
        "Put your baby down on their back, in a cot beside you. Do not sleep on a sofa with your baby. Some medicines make "
        "you sleep deeply. Ask your midwife about yours. If you have had a drink, ask somebody else to have the baby.",
    )  # fmt: skip
    _advice(
        area, NURSE, "Sleep, and the nights that are different", every, [ANYBODY, FATHERS], -90,
        "The safest place is a cot. If you may fall asleep with your baby, a bed is safer than a sofa. Never when you have had "
        "a drink, smoked or taken something. Plan a night away from home as you would plan a feed.",
    )  # fmt: skip
    _advice(
        area, MIDWIFERY, "Young mum, safe nights", [*every, AdviceTopic.CRYING], [YOUNG], -150,
        "It is fine to ask for help at night. Put your baby down on their back in a cot. If you have had a drink, ask "
        "somebody at home to have the baby.",
    )  # fmt: skip
    yield 240
    area.do(
        MIDWIFERY, record_advice_test, advice_item=birth_pack, tested_by="A maternity support worker", asked=10,
        says="Most knew about the sofa. Few knew that it may be about their own medicines.",
        changed="The sentence on medicines moved to the front.",
    )  # fmt: skip
    yield 110
    area.do(
        Who.SCRUTINEER, compare_advice, topic=AdviceTopic.CO_SLEEPING, result=SameMessage.DIFFERS,
        differs_in="One says never in a bed; the other says that a bed is safer than a sofa.",
    )  # fmt: skip


def _advice(
    area: Area, who: Who, name: str, topics: list[AdviceTopic], made_for: list[ParentGroup], review_days_ago: int,
    wording: str,
) -> str:  # fmt: skip
    key: str = area.keep(
        who, list_advice, owner_agency=area.agency(who), name=name, topics=topics, made_for=made_for, wording=wording,
        review_on=area.ago(review_days_ago), languages="English, Polish", edition="1", keeper_account=area.account(who),
    )  # fmt: skip
    return key


def ages_listed(area: Area) -> Steps:
    """What agencies offer by age: some ends at 16 and nothing is there until 18. One agency has not said its yearly word."""
    yield 310
    for who, kind, name, from_age, to_age, from_16 in (
        (SOCIAL_CARE, ToolKind.ASSESSMENT, "Assessment of a child and family", 0, 17, "The same."),
        (SOCIAL_CARE, ToolKind.SERVICE, "Support at home", 0, 15, "Young people of 16 are referred to housing."),
        (NURSE, ToolKind.SERVICE, "Health visiting", 0, 4, None),
        (MIDWIFERY, ToolKind.SERVICE, "Midwife for young mothers", 13, 19, "The same midwife throughout."),
    ):
        area.keep(
            who, list_tool, owner_agency=area.agency(who), kind=kind, name=name, from_age=from_age, to_age=to_age,
            from_16=from_16, age_appropriate=True, evidence="Looked at with young people", reviewed_on=area.day,
        )  # fmt: skip
    yield 90
    for who in (SOCIAL_CARE, NURSE, MIDWIFERY):
        area.do(OFFICER, ask_for_return, owner_agency=area.agency(who))
    yield 70
    for who, says in (
        (SOCIAL_CARE, "Support at home ends at 16. We know that it is a gap, and have asked for money to close it."),
        (MIDWIFERY, "Nobody is turned away for their age."),
    ):
        area.do(who, make_return, owner_agency=area.agency(who), says=says)

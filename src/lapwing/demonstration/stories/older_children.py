"""Stories of older children and young people, and of services that wait for one another."""

from __future__ import annotations

from lapwing.conduct.verbs.actions import give_action
from lapwing.conduct.verbs.children import open_record
from lapwing.conduct.verbs.concerns import raise_concern
from lapwing.conduct.verbs.disagreements import (
    acknowledge_disagreement,
    answer_disagreement,
    disagree,
    escalate_disagreement,
)
from lapwing.conduct.verbs.missing import (
    hold_return_interview,
    record_return,
    record_return_interview_declined,
    report_missing,
)
from lapwing.conduct.verbs.observations import observe
from lapwing.conduct.verbs.people import relate_person
from lapwing.conduct.verbs.plans import start_plan
from lapwing.demonstration.area import Area
from lapwing.demonstration.cast import Who
from lapwing.demonstration.stories.together import answer, ask_social_care, bring_in_person, take_up
from lapwing.demonstration.telling import Steps
from lapwing.vocabulary.care_codes import ObservedWhat
from lapwing.vocabulary.codes import ConcernKind, HelpLevel, RelationshipRole, Sex
from lapwing.vocabulary.work_codes import ActionAim, ActionKind, EvidenceBasis, PlanKind, ReferralOutcome

POLICE_OFFICER, SOCIAL_WORKER, SCHOOL_LEAD = Who.POLICE_OFFICER, Who.SOCIAL_WORKER, Who.SCHOOL_LEAD
TEAM_MANAGER, YOUTH_JUSTICE_WORKER, HEALTH_VISITOR = Who.TEAM_MANAGER, Who.YOUTH_JUSTICE_WORKER, Who.HEALTH_VISITOR


def missing_four_times(area: Area) -> Steps:
    """Kit Harrow, fifteen, was missing four times. He told much to those who asked, and none of it came into a plan."""
    yield 72
    kit = area.do(
        POLICE_OFFICER, open_record, given_name="Kit", family_name="Harrow", born_on=area.years_ago(15, 140),
        sex=Sex.MALE, nhs_number=area.nhs_number(),
    )  # fmt: skip
    area.do(
        POLICE_OFFICER, relate_person, child=kit, role=RelationshipRole.BIRTH_MOTHER, given_name="Dawn",
        family_name="Harrow", sex=Sex.FEMALE, caring_role=True, lives_with_child=True,
    )  # fmt: skip
    first = area.do(POLICE_OFFICER, report_missing, child=kit)
    yield 70
    area.do(POLICE_OFFICER, record_return, missing_episode=first)
    area.do(
        POLICE_OFFICER, raise_concern, child=kit, kind=ConcernKind.GOING_MISSING, significant=True,
        note="Two nights away, and would not say where.",
    )  # fmt: skip
    referral = ask_social_care(area, POLICE_OFFICER, child=kit)
    yield 69
    take_up(area, referral, HelpLevel.CHILD_IN_NEED, "Missing for two nights at fifteen.", child=kit)
    bring_in_person(area, SOCIAL_WORKER, YOUTH_JUSTICE_WORKER, child=kit)
    bring_in_person(area, SOCIAL_WORKER, SCHOOL_LEAD, child=kit)
    yield 68
    area.do(YOUTH_JUSTICE_WORKER, hold_return_interview, missing_episode=first, independent=True)
    area.do(
        YOUTH_JUSTICE_WORKER, observe, child=kit, basis=EvidenceBasis.REPORTED, of=ObservedWhat.YOUNG_PERSON,
        says="Kit said that older boys drive him to Stanmoor, and that he owes one of them for a telephone.",
        significant=True,
    )  # fmt: skip
    yield 56
    area.do(SOCIAL_WORKER, start_plan, child=kit, kind=PlanKind.CHILD_IN_NEED, referral=referral)
    yield 45
    second = area.do(POLICE_OFFICER, report_missing, child=kit)
    yield 44
    area.do(POLICE_OFFICER, record_return, missing_episode=second)
    yield 42
    area.do(YOUTH_JUSTICE_WORKER, hold_return_interview, missing_episode=second, independent=True)
    yield 27
    third = area.do(POLICE_OFFICER, report_missing, child=kit)
    yield 25
    area.do(POLICE_OFFICER, record_return, missing_episode=third)
    yield 23
    area.do(YOUTH_JUSTICE_WORKER, record_return_interview_declined, missing_episode=third, reason="He was tired.")
    yield 11
    fourth = area.do(POLICE_OFFICER, report_missing, child=kit)
    yield 9
    area.do(POLICE_OFFICER, record_return, missing_episode=fourth)
    yield 8
    area.do(
        POLICE_OFFICER, raise_concern, child=kit, kind=ConcernKind.CHILD_CRIMINAL_EXPLOITATION, significant=True,
        note="Found with money and a second telephone that he could not explain.",
    )  # fmt: skip
    area.do(
        POLICE_OFFICER, give_action, child=kit, says="Draw up with Kit whom he can call, and where he is picked up",
        kind=ActionKind.DIRECT_WORK, aim=ActionAim.CAUSE, owned_by=area.person(SOCIAL_WORKER),
        intended_effect="He has somebody to call before he gets into a car.", due_on=area.ahead(10),
    )  # fmt: skip


def a_referral_unanswered(area: Area) -> Steps:
    """Ivy Calder, fourteen months. The health visitor asked social care for help a week ago, and has heard nothing."""
    yield 30
    ivy = area.do(
        HEALTH_VISITOR, open_record, given_name="Ivy", family_name="Calder", born_on=area.years_ago(1, 60),
        sex=Sex.FEMALE, nhs_number=area.nhs_number(),
    )  # fmt: skip
    area.do(
        HEALTH_VISITOR, relate_person, child=ivy, role=RelationshipRole.BIRTH_MOTHER, given_name="Joss",
        family_name="Calder", sex=Sex.FEMALE, caring_role=True, lives_with_child=True,
    )  # fmt: skip
    yield 7
    area.do(
        HEALTH_VISITOR, observe, child=ivy, basis=EvidenceBasis.SEEN, of=ObservedWhat.HOME,
        says="No heating since Sunday. Ivy in two coats on the sofa, with a cough.", significant=True,
    )  # fmt: skip
    area.do(
        HEALTH_VISITOR, raise_concern, child=ivy, kind=ConcernKind.NEGLECT, significant=True,
        referral=ask_social_care(area, HEALTH_VISITOR, child=ivy), note="A cold home, and little to eat in it.",
    )  # fmt: skip


def a_disagreement(area: Area) -> Steps:
    """Asa Wilder, ten. School and social care disagree, and the second stage waits for an answer."""
    yield 32
    asa = area.do(
        SCHOOL_LEAD, open_record, given_name="Asa", family_name="Wilder", born_on=area.years_ago(10, 90),
        sex=Sex.MALE, nhs_number=area.nhs_number(),
    )  # fmt: skip
    area.do(
        SCHOOL_LEAD, raise_concern, child=asa, kind=ConcernKind.EMOTIONAL_ABUSE, significant=True,
        note="Asa hides at home time, and says that he must not speak of home.",
    )  # fmt: skip
    referral = ask_social_care(area, SCHOOL_LEAD, child=asa)
    yield 31
    answer(
        area, referral, ReferralOutcome.NO_FURTHER_ACTION, "His mother says that all is well, and school supports him."
    )
    yield 14
    challenge = area.do(
        SCHOOL_LEAD, disagree, child=asa, to_agency=area.agency(TEAM_MANAGER), referral=referral,
        about="Asa was not asked himself before nothing more was done.",
        interim_safety="Asa sees the same teacher each morning and at home time.",
    )  # fmt: skip
    yield 13
    area.do(TEAM_MANAGER, acknowledge_disagreement, disagreement=challenge)
    area.do(TEAM_MANAGER, answer_disagreement, disagreement=challenge, says="We think that the threshold is not met.")
    yield 2
    area.do(
        SCHOOL_LEAD, escalate_disagreement, disagreement=challenge,
        says="He has drawn a locked door three times this week.",
        interim_safety="Asa stays in the breakfast and after-school clubs, and the same teacher sees him twice a day.",
    )  # fmt: skip

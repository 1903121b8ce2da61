"""Stories before a birth."""

from __future__ import annotations

from lapwing.conduct.verbs.actions import accept_action, give_action, start_action
from lapwing.conduct.verbs.assessments import sign_off_assessment, start_assessment
from lapwing.conduct.verbs.births import record_loss
from lapwing.conduct.verbs.children import record_pregnancy
from lapwing.conduct.verbs.concerns import raise_concern
from lapwing.conduct.verbs.contacts import record_contact
from lapwing.conduct.verbs.contributions import ask_for_contribution, contribute
from lapwing.conduct.verbs.decisions import decide
from lapwing.conduct.verbs.observations import observe
from lapwing.conduct.verbs.people import relate_person, say_whether_to_contact
from lapwing.conduct.verbs.plans import start_plan
from lapwing.demonstration.area import Area
from lapwing.demonstration.cast import Who
from lapwing.demonstration.stories.together import ask_social_care, bring_in_person, take_up
from lapwing.demonstration.telling import Steps
from lapwing.records.store import current
from lapwing.vocabulary.care_codes import ObservedWhat
from lapwing.vocabulary.codes import (
    ConcernKind,
    ConcernPart,
    ContactSafety,
    ExpectedDateMethod,
    HelpLevel,
    IdentityStatus,
    RelationshipRole,
    Sex,
)
from lapwing.vocabulary.work_codes import (
    ActionAim,
    ActionKind,
    AssessmentKind,
    ContactKind,
    Contributor,
    DecisionKind,
    DecisionOutcome,
    EvidenceBasis,
    PlanKind,
    ReferralOutcome,
)

MIDWIFE, SOCIAL_WORKER, TEAM_MANAGER = Who.MIDWIFE, Who.SOCIAL_WORKER, Who.TEAM_MANAGER


def a_partner_nobody_asked(area: Area) -> Steps:
    """Marnie Loxley's baby is due in four weeks. Joel lives with her and has been asked nothing; there is no birth plan."""
    yield 126
    pregnancy = area.do(
        MIDWIFE, record_pregnancy, given_name="Marnie", family_name="Loxley", born_on=area.years_ago(24, 80),
        nhs_number=area.nhs_number(), booked_on=area.day, expected_on=area.ahead(28),
        method=ExpectedDateMethod.DATING_SCAN,
    )  # fmt: skip
    marnie = current("pregnancy", pregnancy)["mother_id"]
    area.do(
        MIDWIFE, observe, pregnancy=pregnancy, basis=EvidenceBasis.SEEN, of=ObservedWhat.PARENT, person=marnie,
        says="Quiet at booking. Said that she has slept badly since she moved here, and cries most mornings.",
    )  # fmt: skip
    low = area.do(
        MIDWIFE, raise_concern, pregnancy=pregnancy, kind=ConcernKind.PARENTAL_MENTAL_HEALTH, significant=True,
        person=marnie, part=ConcernPart.AFFECTED, note="Low in mood, with nobody of her own nearby.",
    )  # fmt: skip
    referral = ask_social_care(area, MIDWIFE, pregnancy=pregnancy)
    yield 125
    take_up(
        area, referral, HelpLevel.PRE_BIRTH, "Low in mood, and alone in a new place before a first baby.",
        pregnancy=pregnancy,
    )  # fmt: skip
    yield 121
    assessment = _assessment_begun(area, pregnancy, referral, low)
    yield 98
    _visited(area, pregnancy, marnie, assessment)
    yield 77
    area.do(TEAM_MANAGER, sign_off_assessment, assessment=assessment, outcome=ReferralOutcome.ASSESSMENT)
    plan = area.do(SOCIAL_WORKER, start_plan, pregnancy=pregnancy, kind=PlanKind.CHILD_IN_NEED, referral=referral)
    talks = area.do(
        SOCIAL_WORKER, give_action, pregnancy=pregnancy, says="See Marnie every week, and listen",
        concern=low, plan=plan, kind=ActionKind.DIRECT_WORK, aim=ActionAim.CAUSE,
        intended_effect="She sleeps, and says when a day is bad.", owned_by=area.person(MIDWIFE),
        due_on=area.ahead(28),
    )  # fmt: skip
    yield 76
    area.do(MIDWIFE, accept_action, action=talks)
    yield 70
    area.do(MIDWIFE, start_action, action=talks)
    yield 6
    area.do(
        MIDWIFE, observe, pregnancy=pregnancy, basis=EvidenceBasis.REPORTED, of=ObservedWhat.HOME, person=marnie,
        says="Marnie said that Joel is home again, and that they argue about money most evenings.", significant=True,
    )  # fmt: skip


def _assessment_begun(area: Area, pregnancy: str, referral: str, low: str) -> str:
    """The social worker decides on a pre-birth assessment, and begins it; its key."""
    area.do(
        SOCIAL_WORKER, decide, pregnancy=pregnancy, kind=DecisionKind.PRE_BIRTH_ASSESSMENT,
        outcome=DecisionOutcome.REQUIRED, reasons="What she needs, and who will be there, should be known early.",
        referral=referral, concern=low,
    )  # fmt: skip
    assessment: str = area.do(
        SOCIAL_WORKER, start_assessment, pregnancy=pregnancy, kind=AssessmentKind.PRE_BIRTH, referral=referral
    )
    for contributor in (Contributor.MIDWIFERY, Contributor.MOTHER):
        area.do(SOCIAL_WORKER, ask_for_contribution, assessment=assessment, contributor=contributor)
    return assessment


def _visited(area: Area, pregnancy: str, marnie: str, assessment: str) -> None:
    """Marnie is seen at home, gives her part, and speaks of Joel, with whom nobody speaks."""
    area.do(SOCIAL_WORKER, record_contact, pregnancy=pregnancy, kind=ContactKind.VISIT, person=marnie, seen_alone=True)
    area.do(SOCIAL_WORKER, contribute, assessment=assessment, contributor=Contributor.MOTHER, direct=True)
    area.do(MIDWIFE, contribute, assessment=assessment, contributor=Contributor.MIDWIFERY)
    partner = area.do(
        SOCIAL_WORKER, relate_person, pregnancy=pregnancy, role=RelationshipRole.PARTNER_OF_PARENT,
        given_name="Joel", family_name="Strand", sex=Sex.MALE, identity_status=IdentityStatus.NAMED_BY_MOTHER,
        lives_with_child=True,
    )  # fmt: skip
    area.do(SOCIAL_WORKER, say_whether_to_contact, relationship=partner, contact_safety=ContactSafety.MAY_CONTACT)


def a_mother_of_sixteen(area: Area) -> Steps:
    """Tilly Marlow, sixteen, is expecting. There is much about the baby on record, and nothing of what she needs herself."""
    yield 63
    pregnancy = area.do(
        MIDWIFE, record_pregnancy, given_name="Tilly", family_name="Marlow", born_on=area.years_ago(16, 110),
        nhs_number=area.nhs_number(), booked_on=area.day, expected_on=area.ahead(112),
        method=ExpectedDateMethod.DATING_SCAN,
    )  # fmt: skip
    tilly = current("pregnancy", pregnancy)["mother_id"]
    area.do(
        MIDWIFE, raise_concern, pregnancy=pregnancy, kind=ConcernKind.YOUNG_PARENT, significant=True, person=tilly,
        part=ConcernPart.AFFECTED, note="Sixteen, left school in spring, and stays with a friend's family.",
    )  # fmt: skip
    area.do(
        MIDWIFE, relate_person, pregnancy=pregnancy, role=RelationshipRole.BIRTH_FATHER,
        identity_status=IdentityStatus.NOT_DISCLOSED,
    )  # fmt: skip
    referral = ask_social_care(area, MIDWIFE, pregnancy=pregnancy)
    yield 62
    take_up(area, referral, HelpLevel.PRE_BIRTH, "A very young mother without a settled home.", pregnancy=pregnancy)
    bring_in_person(area, TEAM_MANAGER, Who.SCHOOL_LEAD, pregnancy=pregnancy)
    yield 56
    area.do(
        SOCIAL_WORKER, decide, pregnancy=pregnancy, kind=DecisionKind.PRE_BIRTH_ASSESSMENT,
        outcome=DecisionOutcome.REQUIRED, reasons="Where mother and baby will live is not known.", referral=referral,
    )  # fmt: skip
    area.do(SOCIAL_WORKER, start_assessment, pregnancy=pregnancy, kind=AssessmentKind.PRE_BIRTH, referral=referral)
    yield 34
    area.do(SOCIAL_WORKER, record_contact, pregnancy=pregnancy, kind=ContactKind.VISIT, person=tilly, seen_alone=False)


def a_loss(area: Area) -> Steps:
    """Hana Brook's pregnancy ended in a miscarriage. From that day nothing asks and nothing prompts."""
    yield 84
    pregnancy = area.do(
        MIDWIFE, record_pregnancy, given_name="Hana", family_name="Brook", born_on=area.years_ago(29, 40),
        nhs_number=area.nhs_number(), booked_on=area.day, expected_on=area.ahead(105),
        method=ExpectedDateMethod.DATING_SCAN,
    )  # fmt: skip
    hana = current("pregnancy", pregnancy)["mother_id"]
    area.do(
        MIDWIFE, raise_concern, pregnancy=pregnancy, kind=ConcernKind.SOCIAL_ISOLATION, significant=True, person=hana,
        part=ConcernPart.AFFECTED, note="Knows nobody here yet.",
    )  # fmt: skip
    referral = ask_social_care(area, MIDWIFE, pregnancy=pregnancy)
    yield 83
    take_up(area, referral, HelpLevel.PRE_BIRTH, "Alone here before a first baby.", pregnancy=pregnancy)
    yield 13
    area.do(MIDWIFE, record_loss, pregnancy=pregnancy)

"""Stories of babies in their first weeks."""

from __future__ import annotations

from lapwing.conduct.verbs.actions import give_action, start_action
from lapwing.conduct.verbs.addresses import begin_address, protect_address
from lapwing.conduct.verbs.appointments import (
    book_appointment,
    hold_appointment,
    hold_unbooked_appointment,
    record_not_kept,
)
from lapwing.conduct.verbs.assessments import sign_off_assessment, start_assessment
from lapwing.conduct.verbs.births import record_birth
from lapwing.conduct.verbs.children import record_pregnancy
from lapwing.conduct.verbs.concerns import raise_concern
from lapwing.conduct.verbs.decisions import decide
from lapwing.conduct.verbs.hand_overs import accept_hand_over, hand_over
from lapwing.conduct.verbs.measurements import measure
from lapwing.conduct.verbs.milestones import complete_milestone, set_milestone
from lapwing.conduct.verbs.people import relate_person, withhold_identity
from lapwing.conduct.verbs.plans import start_plan
from lapwing.demonstration.area import Area
from lapwing.demonstration.cast import Who
from lapwing.demonstration.stories.together import ask_social_care, bring_in_person, take_up
from lapwing.demonstration.telling import Steps
from lapwing.records.entries import entries
from lapwing.records.store import current
from lapwing.vocabulary.care_codes import AppointmentKind, HandOverKind, Kept, MeasurementKind, MeasurementSource
from lapwing.vocabulary.codes import (
    AddressKind,
    ConcernKind,
    ConcernPart,
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
    DecisionKind,
    DecisionOutcome,
    MilestoneKind,
    PlanKind,
    ReferralOutcome,
)

MIDWIFE, HEALTH_VISITOR, SOCIAL_WORKER = Who.MIDWIFE, Who.HEALTH_VISITOR, Who.SOCIAL_WORKER
SAYS_ALL = {
    "verbal": True, "says_dates": True, "says_parents": True, "says_risks": True, "says_plan": True,
    "says_agencies": True, "says_address_safety": True,
}  # fmt: skip
"""A hand-over with everything that belongs in it."""
AROUND_BIRTH = (
    MilestoneKind.SAFEGUARDING_BIRTH_PLAN,
    MilestoneKind.OUT_OF_HOURS_ALERT,
    MilestoneKind.DISCHARGE_PLANNING,
    MilestoneKind.FAMILY_GROUP_DECISION_MAKING,
)


def not_yet_growing(area: Area) -> Steps:
    """Robin Ashby, seven weeks old, loses weight, and was not brought when it was to be looked at."""
    yield 105
    pregnancy = area.do(
        MIDWIFE, record_pregnancy, given_name="Nell", family_name="Ashby", born_on=area.years_ago(22, 15),
        nhs_number=area.nhs_number(), booked_on=area.day, expected_on=area.ago(47),
        method=ExpectedDateMethod.DATING_SCAN,
    )  # fmt: skip
    nell = current("pregnancy", pregnancy)["mother_id"]
    area.do(
        MIDWIFE, relate_person, pregnancy=pregnancy, role=RelationshipRole.BIRTH_FATHER, given_name="Cal",
        family_name="Orrin", sex=Sex.MALE, identity_status=IdentityStatus.NAMED_BY_MOTHER, lives_with_child=True,
    )  # fmt: skip
    yield 49
    robin = _only_child(pregnancy)
    area.do(
        MIDWIFE, record_birth, child=robin, given_name="Robin", family_name="Ashby", sex=Sex.MALE,
        nhs_number=area.nhs_number(),
    )  # fmt: skip
    _weigh(area, MIDWIFE, robin, 3320, MeasurementKind.BIRTH_WEIGHT)
    yield 44
    _weigh(area, MIDWIFE, robin, 3090)
    yield 39
    passed = _hand_over(area, robin)
    yield 38
    area.do(HEALTH_VISITOR, accept_hand_over, hand_over=passed)
    visit = _book(area, HEALTH_VISITOR, robin, AppointmentKind.NEW_BIRTH, days_ahead=1)
    yield 37
    area.do(HEALTH_VISITOR, hold_appointment, appointment=visit)
    _weigh(area, HEALTH_VISITOR, robin, 3150)
    area.do(
        HEALTH_VISITOR, raise_concern, child=robin, kind=ConcernKind.FALTERING_GROWTH, significant=True,
        note="Feeds are short, and Nell is worn out. Weight is slow to come back.",
    )  # fmt: skip
    area.do(
        HEALTH_VISITOR, raise_concern, child=robin, kind=ConcernKind.PARENTAL_MENTAL_HEALTH, significant=True,
        person=nell, part=ConcernPart.AFFECTED, note="Tearful, and says that Robin does not like her.",
    )  # fmt: skip
    referral = ask_social_care(area, HEALTH_VISITOR, child=robin)
    yield 36
    take_up(area, referral, HelpLevel.CHILD_IN_NEED, "Slow growth, and a mother who needs rest and help.", child=robin)
    bring_in_person(area, SOCIAL_WORKER, Who.GP, child=robin)
    yield 28
    area.do(SOCIAL_WORKER, start_plan, child=robin, kind=PlanKind.CHILD_IN_NEED, referral=referral)
    _weigh(area, HEALTH_VISITOR, robin, 3380)
    clinic = _book(area, HEALTH_VISITOR, robin, AppointmentKind.WEIGHING, days_ahead=19)
    at_six_weeks = _book(area, Who.GP, robin, AppointmentKind.SIX_TO_EIGHT_WEEKS, days_ahead=22)
    yield 15
    _weigh(area, HEALTH_VISITOR, robin, 3260, needs_response=True)
    yield 9
    area.do(HEALTH_VISITOR, record_not_kept, appointment=clinic, kept=Kept.WAS_NOT_BROUGHT)
    yield 6
    area.do(Who.GP, record_not_kept, appointment=at_six_weeks, kept=Kept.WAS_NOT_BROUGHT)


def not_yet_accepted(area: Area) -> Steps:
    """Juno Petrie, twelve days old, was handed over to a health visitor by name, who has not said yes."""
    yield 91
    pregnancy = area.do(
        MIDWIFE, record_pregnancy, given_name="Mina", family_name="Petrie", born_on=area.years_ago(31, 200),
        nhs_number=area.nhs_number(), booked_on=area.day, expected_on=area.ago(9),
        method=ExpectedDateMethod.DATING_SCAN,
    )  # fmt: skip
    area.do(
        MIDWIFE, relate_person, pregnancy=pregnancy, role=RelationshipRole.BIRTH_FATHER, given_name="Ravi",
        family_name="Petrie", sex=Sex.MALE, identity_status=IdentityStatus.NAMED_AND_VERIFIED, lives_with_child=True,
    )  # fmt: skip
    yield 12
    juno = _only_child(pregnancy)
    area.do(
        MIDWIFE, record_birth, child=juno, given_name="Juno", family_name="Petrie", sex=Sex.FEMALE,
        nhs_number=area.nhs_number(),
    )  # fmt: skip
    _weigh(area, MIDWIFE, juno, 3610, MeasurementKind.BIRTH_WEIGHT)
    yield 7
    _weigh(area, MIDWIFE, juno, 3480)
    _hand_over(area, juno)


def twins_kept_safe(area: Area) -> Steps:
    """Otto and Wren Lowry. Who their father is is withheld, and where they live is kept secret."""
    yield 112
    pregnancy = area.do(
        MIDWIFE, record_pregnancy, given_name="Rosa", family_name="Lowry", born_on=area.years_ago(27, 300),
        nhs_number=area.nhs_number(), booked_on=area.day, expected_on=area.ago(56), babies=2,
        method=ExpectedDateMethod.DATING_SCAN,
    )  # fmt: skip
    rosa = current("pregnancy", pregnancy)["mother_id"]
    father = area.do(
        MIDWIFE, relate_person, pregnancy=pregnancy, role=RelationshipRole.BIRTH_FATHER,
        identity_status=IdentityStatus.NOT_DISCLOSED,
    )  # fmt: skip
    area.do(MIDWIFE, withhold_identity, relationship=father, review_on=area.ahead(45))
    fled = area.do(
        MIDWIFE, raise_concern, pregnancy=pregnancy, kind=ConcernKind.DOMESTIC_ABUSE, significant=True, person=rosa,
        part=ConcernPart.HARMED, note="Rosa left in the night, and asks that nobody learns where she is.",
    )  # fmt: skip
    area.do(MIDWIFE, begin_address, person=rosa, kind=AddressKind.REFUGE, on_one_line="Flat 3, Wren House, Stanmoor")
    area.do(MIDWIFE, protect_address, person=rosa, until_on=area.ahead(75))
    referral = ask_social_care(area, MIDWIFE, pregnancy=pregnancy)
    yield 111
    take_up(area, referral, HelpLevel.PRE_BIRTH, "Safety for a mother and two babies.", pregnancy=pregnancy)
    yield 105
    _plan_for_safety(area, pregnancy, referral, fled)
    yield 62
    for place, child in enumerate(_children(pregnancy)):
        _born_in_safety(area, child, ("Otto", "Wren")[place], (Sex.MALE, Sex.FEMALE)[place], 2460 + 90 * place)
    yield 51
    for child in _children(pregnancy):
        area.do(HEALTH_VISITOR, accept_hand_over, hand_over=_hand_over(area, child))
        area.do(HEALTH_VISITOR, hold_unbooked_appointment, child=child, kind=AppointmentKind.NEW_BIRTH)
    for days, kind, grams in ((34, AppointmentKind.WEIGHING, 3180), (13, AppointmentKind.SIX_TO_EIGHT_WEEKS, 3790)):
        yield days
        for child in _children(pregnancy):
            area.do(HEALTH_VISITOR, hold_unbooked_appointment, child=child, kind=kind)
            _weigh(area, HEALTH_VISITOR, child, grams)


def _plan_for_safety(area: Area, pregnancy: str, referral: str, fled: str) -> None:
    """The social worker decides, assesses, plans, and has in place what a birth in safety needs."""
    given: dict[str, str] = {"pregnancy": pregnancy, "referral": referral}
    area.do(
        SOCIAL_WORKER, decide, **given, kind=DecisionKind.PRE_BIRTH_ASSESSMENT, outcome=DecisionOutcome.REQUIRED,
        reasons="Where mother and babies are safe, and who may know it, has to be settled before the birth.",
    )  # fmt: skip
    assessment = area.do(SOCIAL_WORKER, start_assessment, **given, kind=AssessmentKind.PRE_BIRTH)
    plan = area.do(SOCIAL_WORKER, start_plan, **given, kind=PlanKind.CHILD_IN_NEED)
    safety = area.do(
        SOCIAL_WORKER, give_action, pregnancy=pregnancy, says="Go through the safety plan with Rosa each month",
        concern=fled, plan=plan, kind=ActionKind.SAFETY, aim=ActionAim.SAFETY,
        intended_effect="Rosa knows whom to call, and nobody gives her away.", owned_by=area.person(SOCIAL_WORKER),
        due_on=area.ahead(60),
    )  # fmt: skip
    area.do(SOCIAL_WORKER, start_action, action=safety)
    for kind in AROUND_BIRTH:
        milestone = area.do(SOCIAL_WORKER, set_milestone, pregnancy=pregnancy, kind=kind, plan=plan)
        area.do(SOCIAL_WORKER, complete_milestone, milestone=milestone)
    area.do(Who.TEAM_MANAGER, sign_off_assessment, assessment=assessment, outcome=ReferralOutcome.ASSESSMENT)


def _born_in_safety(area: Area, child: str, given: str, sex: Sex, grams: int) -> None:
    person = area.do(
        MIDWIFE, record_birth, child=child, given_name=given, family_name="Lowry", sex=sex,
        nhs_number=area.nhs_number(),
    )  # fmt: skip
    area.do(MIDWIFE, protect_address, person=person, until_on=area.ahead(75))
    _weigh(area, MIDWIFE, child, grams, MeasurementKind.BIRTH_WEIGHT)


def _children(pregnancy: str) -> list[str]:
    return list(entries("child").filter(pregnancy=pregnancy).order_by("birth_order").values_list("pk", flat=True))


def _only_child(pregnancy: str) -> str:
    (child,) = _children(pregnancy)
    return child


def _weigh(
    area: Area,
    who: Who,
    child: str,
    grams: int,
    kind: MeasurementKind = MeasurementKind.WEIGHT,
    needs_response: bool | None = None,
) -> None:
    area.do(
        who, measure, child=child, kind=kind, value=grams, unit="g", source=MeasurementSource.HEALTH_PROFESSIONAL,
        undressed=True, needs_response=needs_response,
    )  # fmt: skip


def _hand_over(area: Area, child: str) -> str:
    """The midwife puts a baby to the health visitor by name."""
    passed: str = area.do(
        MIDWIFE, hand_over, child=child, kind=HandOverKind.POSTNATAL_TRANSFER,
        to_agency=area.agency(HEALTH_VISITOR), to_practitioner=area.person(HEALTH_VISITOR), **SAYS_ALL,
    )  # fmt: skip
    return passed


def _book(area: Area, who: Who, child: str, kind: AppointmentKind, *, days_ahead: int) -> str:
    booked_for_on = area.ago((area.today - area.day).days - days_ahead)
    booked: str = area.do(who, book_appointment, child=child, kind=kind, booked_for_on=booked_for_on)
    return booked

"""Facts about a baby whom an area looks at as vulnerable, and what makes a weight one to reckon with."""

from __future__ import annotations

from lapwing.language.expressions import TODAY, Constant, Expression
from lapwing.vocabulary import records
from lapwing.vocabulary.care_codes import MeasurementKind, MeasurementSource, SettingKind
from lapwing.vocabulary.child import Child
from lapwing.vocabulary.codes import ConcernKind, ConcernStatus, HelpLevel
from lapwing.vocabulary.facts import Link, Subject, any_of, columns, derived, latest, only, own, wider
from lapwing.vocabulary.local import local
from lapwing.vocabulary.unborn_child import HELP_PLANS, PROTECTION_PLANS
from lapwing.vocabulary.work_codes import AssessmentKind

child = columns(records.child)
plan = columns(records.plan)
involvement = columns(records.involvement)
assessment = columns(records.assessment)
concern = columns(records.concern)
accommodation = columns(records.accommodation)
measurement = columns(records.measurement)

WARDS = (SettingKind.CHILD_WARD, SettingKind.NEONATAL_UNIT)
EARLY_DAYS = 21
"""A birth before 37 weeks and 0 days lies more than so many days before the expected date."""

# ---------------------------------------------------------------- what a weight is worth

IS_WEIGHT = measurement.kind == MeasurementKind.WEIGHT
IS_BIRTH_WEIGHT = measurement.kind == MeasurementKind.BIRTH_WEIGHT
BY_PARENT = (measurement.source == MeasurementSource.PARENT).is_true()
BY_PROFESSIONAL = measurement.source == MeasurementSource.HEALTH_PROFESSIONAL
ENOUGH = measurement.weight_grams >= local("weight.least_grams")
BIRTH_WEIGHT = (
    IS_BIRTH_WEIGHT & ~BY_PARENT & ENOUGH & (measurement.weight_grams <= local("weight.most_at_birth_grams"))
).is_true()
LATER_WEIGHT = (
    IS_WEIGHT & BY_PROFESSIONAL & ENOUGH & (measurement.weight_grams <= local("weight.most_grams"))
).is_true()
WEIGHED = BIRTH_WEIGHT | LATER_WEIGHT
"""A weight that a health professional took, in grams that a baby can have."""
DOUBTFUL = (IS_WEIGHT | IS_BIRTH_WEIGHT) & ~BY_PARENT & ~WEIGHED
"""A weight that may be one: without a unit, not possible in it, or without a word on who weighed."""


def listed(code: str) -> Expression:
    """Whether the area looks at babies of this kind."""
    return Constant(code).is_in(local("weight.vulnerable"))


# ---------------------------------------------------------------- what makes a baby vulnerable, on the area's list

PLAN_COUNTS = (plan.kind.is_in(*PROTECTION_PLANS) & listed("child_protection_plan")) | (
    plan.kind.is_in(*HELP_PLANS) & listed("child_in_need_or_family_help")
)
WORK_COUNTS = (
    ((involvement.level == HelpLevel.CHILD_PROTECTION) & listed("child_protection_plan"))
    | ((involvement.level == HelpLevel.SECTION_47) & listed("section_47"))
    | (
        involvement.level.is_in(HelpLevel.EARLY_HELP, HelpLevel.FAMILY_HELP, HelpLevel.CHILD_IN_NEED)
        & listed("child_in_need_or_family_help")
    )
)
PRE_BIRTH_COUNTS = (assessment.kind == AssessmentKind.PRE_BIRTH) & listed("pre_birth_assessment")
ENQUIRY_COUNTS = (assessment.kind == AssessmentKind.SECTION_47) & listed("section_47")
PARENTS_NEED_COUNTS = concern.kind.is_in(local("parents.own_needs")) & listed("parental_risk")
BABYS_NEED_COUNTS = ((concern.kind == ConcernKind.FALTERING_GROWTH) & listed("faltering_growth")) | (
    (concern.kind == ConcernKind.PREMATURE_OR_SMALL) & listed("premature_or_small")
)


def early_or_small(born_on: Expression, expected_on: Expression, birth_grams: Expression) -> Expression:
    """Whether a baby was born before 37 weeks, or light, as far as that is on record."""
    return (born_on.plus_days(EARLY_DAYS) < expected_on).is_true() | (
        birth_grams < local("weight.small_at_birth_grams")
    ).is_true()


class Infant(Subject):
    """A child born so lately that a routine contact of the first year may still be asked after."""

    table = records.child
    called = "child in or just past the first year"

    child_id = own(child.child_id, "the child")
    _child = (Link("child_id", child_id),)
    born_on = wider(Child.born_on)
    expected_on = wider(Child.expected_on)

    by_plan = any_of(
        plan,
        "whether a plan makes the baby vulnerable",
        by=_child,
        where=plan.ended_on.is_unknown() & PLAN_COUNTS,
    )
    by_involvement = any_of(
        involvement,
        "whether the work with the family makes the baby vulnerable",
        by=_child,
        where=involvement.ended_on.is_unknown() & WORK_COUNTS,
    )
    by_assessment = any_of(
        assessment,
        "whether an assessment makes the baby vulnerable",
        by=_child,
        where=assessment.stopped_on.is_unknown()
        & (PRE_BIRTH_COUNTS | (ENQUIRY_COUNTS & assessment.signed_off_on.is_unknown())),
    )
    by_concern = any_of(
        concern,
        "whether a concern makes the baby vulnerable",
        by=_child,
        where=~(concern.status == ConcernStatus.CLEARED).is_true()
        & (
            (PARENTS_NEED_COUNTS & ~(concern.status == ConcernStatus.PAST).is_true() & concern.ended_on.is_unknown())
            | BABYS_NEED_COUNTS
        ),
    )
    birth_grams = only(measurement.weight_grams, "the birth weight in grams", by=_child, where=BIRTH_WEIGHT)
    born_early_or_small = derived(
        early_or_small(born_on, expected_on, birth_grams),
        "whether the baby was born early or small",
    )
    is_vulnerable = derived(
        by_plan | by_involvement | by_assessment | by_concern | (born_early_or_small & listed("premature_or_small")),
        "whether the baby is vulnerable by the area's list",
    )

    members = (
        born_on.plus_months(local("hv.nine_to_twelve_months")).plus_months(local("hv.look_back_months")) > TODAY
    ) | (born_on.plus_months(local("baby.under_months")) > TODAY)


class VulnerableBaby(Subject):
    """A child in or just past the first year whom the area looks at as vulnerable."""

    table = records.child
    called = "vulnerable baby"

    child_id = own(child.child_id, "the child")
    person_id = own(child.person_id, "the child as a person")

    _child = (Link("child_id", child_id),)
    born_on = wider(Infant.born_on)
    expected_on = wider(Infant.expected_on)
    birth_grams = wider(Infant.birth_grams)
    is_vulnerable = wider(Infant.is_vulnerable)
    record_has_ended = wider(Child.record_has_ended)
    is_baby = derived(
        born_on.plus_months(local("baby.under_months")) > TODAY, "whether the child is still under the age of a baby"
    )

    in_hospital = any_of(
        accommodation,
        "whether the baby is in hospital",
        by=_child,
        where=accommodation.kind.is_in(*WARDS)
        & accommodation.started_on.is_known()
        & accommodation.ended_on.is_unknown(),
    )
    home_from_ward_on = latest(
        accommodation.ended_on, "when the baby came home from a ward", by=_child, where=accommodation.kind.is_in(*WARDS)
    )

    members = is_vulnerable
    ended = record_has_ended


vulnerable_baby = VulnerableBaby

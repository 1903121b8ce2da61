"""Facts about a child's first year, or the time before birth, looked back at over some years: by when the child was what.

What checks ask of a baby today, measures ask of every baby of these years on the day on which it was due.
"""

from __future__ import annotations

from lapwing.language.expressions import TODAY, Expression, Type, cases, earliest_of, latest_of, unknown
from lapwing.vocabulary import records
from lapwing.vocabulary.care_codes import AppointmentKind, HandOverKind, Kept
from lapwing.vocabulary.child import Child
from lapwing.vocabulary.codes import ConcernKind, ConcernStatus, PractitionerRole
from lapwing.vocabulary.facts import (
    Link,
    Subject,
    any_of,
    columns,
    derived,
    earliest,
    its,
    latest,
    only,
    own,
    wider,
)
from lapwing.vocabulary.heightened_risk import STANDS, SUBSTANCES
from lapwing.vocabulary.local import local
from lapwing.vocabulary.vulnerable_baby import (
    BABYS_NEED_COUNTS,
    BIRTH_WEIGHT,
    ENQUIRY_COUNTS,
    PARENTS_NEED_COUNTS,
    PLAN_COUNTS,
    PRE_BIRTH_COUNTS,
    WARDS,
    WEIGHED,
    WORK_COUNTS,
    early_or_small,
    listed,
)
from lapwing.vocabulary.weighed_baby import scheduled

child = columns(records.child)
plan = columns(records.plan)
involvement = columns(records.involvement)
assessment = columns(records.assessment)
concern = columns(records.concern)
measurement = columns(records.measurement)
accommodation = columns(records.accommodation)
appointment = columns(records.appointment)
hand_over = columns(records.hand_over)

NO_DAY = unknown(Type.DATE)
LOOKED_BACK_MONTHS = 48
"""So many months back a birth may lie: three years of figures, and the first year of those born before them."""
VISITORS = (PractitionerRole.HEALTH_VISITOR, PractitionerRole.FAMILY_NURSE)
TO_VISITORS = (HandOverKind.POSTNATAL_TRANSFER, HandOverKind.FAMILY_NURSE_TO_HEALTH_VISITING)


FOUND_ON = cases((concern.identified_on.is_known(), concern.identified_on), otherwise=concern.first_recorded_on)
"""The day on which a concern was found, or else recorded."""
WAS_PAST = (
    ((concern.status == ConcernStatus.PAST) & concern.ended_on.is_unknown())
    | (concern.ended_on < concern.identified_on)
).is_true()
"""Whether a concern was past already when it was found."""


def _on_ward(day: Expression) -> Expression:
    """Whether a stay is in hospital and goes on that day."""
    stays: Expression = (
        accommodation.kind.is_in(*WARDS)
        & (accommodation.started_on <= day)
        & (accommodation.ended_on.is_unknown() | (accommodation.ended_on >= day))
    )
    return stays


class PastBaby(Subject):
    """A child who is expected, or was born in the last years."""

    table = records.child
    called = "child expected or born in the last years"

    child_id = own(child.child_id, "the child")
    _child = (Link("child_id", child_id),)
    pregnancy_id = own(child.pregnancy_id, "the pregnancy")
    born_on = wider(Child.born_on)
    expected_on = wider(Child.expected_on)
    pregnancy_known_on = wider(Child.pregnancy_known_on)
    left_on = wider(Child.left_on)
    never_was = wider(Child.never_was)

    # Since when the child was vulnerable by the area's list
    planned_on = earliest(plan.started_on, "when a plan first made the baby vulnerable", by=_child, where=PLAN_COUNTS)
    worked_with_on = earliest(
        involvement.started_on, "when work first made the baby vulnerable", by=_child, where=WORK_COUNTS
    )
    assessed_on = earliest(
        assessment.started_on,
        "when an assessment first made the baby vulnerable",
        by=_child,
        where=assessment.stopped_on.is_unknown() & (PRE_BIRTH_COUNTS | ENQUIRY_COUNTS),
    )
    found_on = earliest(
        FOUND_ON,
        "when a concern first made the baby vulnerable",
        by=_child,
        where=STANDS & (BABYS_NEED_COUNTS | (PARENTS_NEED_COUNTS & ~WAS_PAST)),
    )
    birth_grams = only(measurement.weight_grams, "the birth weight in grams", by=_child, where=BIRTH_WEIGHT)
    vulnerable_since = derived(
        earliest_of(
            planned_on,
            worked_with_on,
            assessed_on,
            found_on,
            cases(
                (early_or_small(born_on, expected_on, birth_grams) & listed("premature_or_small"), born_on),
                otherwise=NO_DAY,
            ),
        ),
        "since when the child was vulnerable by the area's list",
    )

    substances_on = earliest(
        FOUND_ON,
        "when drugs or alcohol around the baby became known",
        by=_child,
        where=concern.kind.is_in(*SUBSTANCES) & STANDS & ~WAS_PAST,
    )
    drugs_on = earliest(
        FOUND_ON,
        "when drugs around the baby became known",
        by=_child,
        where=(concern.kind == ConcernKind.DRUGS) & STANDS & ~WAS_PAST,
    )

    # Who took over from midwifery
    transferred_on = earliest(
        hand_over.sent_on,
        "when midwifery told health visiting",
        by=_child,
        where=hand_over.kind == HandOverKind.POSTNATAL_TRANSFER,
    )
    visitor_accepted_on = earliest(
        hand_over.accepted_on,
        "when a named health visitor accepted the baby",
        by=_child,
        where=hand_over.kind.is_in(*TO_VISITORS) & hand_over.accepted_by.is_known(),
    )
    registered_on = earliest(
        hand_over.accepted_on,
        "when a practice accepted the registration",
        by=_child,
        where=hand_over.kind == HandOverKind.GP_REGISTRATION,
    )
    visitor_began_on = earliest(
        involvement.started_on,
        "when a named health visitor or family nurse began",
        by=_child,
        where=involvement.practitioner_id.is_known() & involvement.role.is_in(*VISITORS),
    )
    practice_began_on = earliest(
        involvement.started_on,
        "when a GP's work with the child began",
        by=_child,
        where=involvement.role == PractitionerRole.GP,
    )
    somebody_began_on = earliest(
        involvement.started_on,
        "when somebody whose post is not recorded began",
        by=_child,
        where=involvement.role.is_unknown(),
    )
    visitor_named_on = derived(
        earliest_of(visitor_accepted_on, visitor_began_on), "when a health visitor or family nurse was named"
    )
    visitor_known_after_birth_on = derived(
        cases((visitor_named_on.is_known(), latest_of(born_on, visitor_named_on)), otherwise=NO_DAY),
        "from when on a health visitor or family nurse was named, not before the birth",
    )
    gp_known_on = derived(earliest_of(registered_on, practice_began_on), "when the child was with a GP")
    visitor_due_on = derived(
        born_on.plus_days(local("handover.hv_named_by_days")), "by when a health visitor is to be named"
    )
    gp_due_on = derived(born_on.plus_days(local("gp_registered_by_days")), "by when the child is to be with a GP")

    # Contacts and weights of the first weeks
    new_birth_due_on = derived(born_on.plus_days(local("hv.new_birth_days")), "by when the new birth visit is due")
    new_birth_held_on = earliest(
        appointment.held_on,
        "when the new birth visit was held",
        by=_child,
        where=(appointment.kind == AppointmentKind.NEW_BIRTH) & appointment.person_id.is_unknown(),
    )
    new_birth_declined = any_of(
        appointment,
        "whether the new birth visit was declined",
        by=_child,
        where=(appointment.kind == AppointmentKind.NEW_BIRTH)
        & appointment.person_id.is_unknown()
        & (appointment.kept == Kept.DECLINED),
    )
    two_weeks_due_on = derived(scheduled(born_on, "new_birth_days"), "by when the weight of the second week is due")
    first_week_over_on = derived(scheduled(born_on, "first_week_days"), "when the weight of the first week was due")
    eight_weeks_due_on = derived(
        scheduled(born_on, "six_to_eight_weeks_days"), "by when the weight of six to eight weeks is due"
    )
    eight_weeks_from = derived(
        eight_weeks_due_on.minus_days(local("weight.early_days")),
        "from when a weight counts as that of six to eight weeks",
    )
    weighed_by_two_weeks_on = latest(
        measurement.measured_on,
        "the last weight by a professional in the first two weeks",
        by=_child,
        where=WEIGHED & (measurement.measured_on <= its(two_weeks_due_on)),
    )
    weighed_by_eight_weeks_on = latest(
        measurement.measured_on,
        "the last weight by a professional in the first eight weeks",
        by=_child,
        where=WEIGHED & (measurement.measured_on <= its(eight_weeks_due_on)),
    )
    on_ward_at_two_weeks = any_of(
        accommodation,
        "whether the baby was in hospital at two weeks",
        by=_child,
        where=_on_ward(its(new_birth_due_on)),
    )
    on_ward_at_eight_weeks = any_of(
        accommodation,
        "whether the baby was in hospital at eight weeks",
        by=_child,
        where=_on_ward(its(eight_weeks_due_on)),
    )

    members = cases(
        (born_on.is_known(), born_on >= TODAY.minus_months(LOOKED_BACK_MONTHS)),
        otherwise=pregnancy_id.is_known(),
    )
    ended = never_was


past_baby = PastBaby

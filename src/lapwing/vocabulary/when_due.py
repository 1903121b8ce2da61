"""By when a step is due, where what is asked of one child and what is counted of many reckon with the same day."""

from __future__ import annotations

from lapwing.language.expressions import cases, earliest_of, latest_of
from lapwing.vocabulary.local import local
from lapwing.vocabulary.mark_on_baby import mark_on_baby
from lapwing.vocabulary.unborn_child import at_gestation, unborn_child
from lapwing.vocabulary.young_parent import young_parent

# Before birth. A question that arises late has a path of its own, counted from when it arose.
ANSWER_DUE = cases(
    (
        unborn_child.referred_on.is_known(),
        earliest_of(
            unborn_child.asked_of_social_care_on.plus_working_days(local("referral.ack_wd")),
            unborn_child.question_arose_on.plus_working_days(local("prebirth.trigger_decision_wd")),
        ),
    ),
    otherwise=unborn_child.question_arose_on.plus_working_days(local("prebirth.trigger_decision_wd")),
)
"""The decision whether to assess before the birth."""
LATE_START = unborn_child.question_arose_on.plus_working_days(local("prebirth.compressed_start_wd"))
START_DUE = latest_of(
    cases(
        (
            unborn_child.decided_on.is_known(),
            earliest_of(
                at_gestation("prebirth.start_by"),
                unborn_child.decided_on.plus_working_days(local("prebirth.start_after_decision_wd")),
            ),
        ),
        otherwise=at_gestation("prebirth.start_by"),
    ),
    LATE_START,
)
"""The start of the pre-birth assessment."""
LATE_COMPLETION = earliest_of(
    unborn_child.expected_on.minus_days(local("prebirth.compressed_complete_before_expected_days")),
    unborn_child.question_arose_on.plus_days(local("prebirth.compressed_complete_days")),
)
COMPLETION_DUE = latest_of(
    cases(
        (
            unborn_child.referred_on.is_known(),
            earliest_of(
                unborn_child.referred_on.plus_working_days(local("assessment.max_wd")),
                at_gestation("prebirth.complete_by"),
            ),
        ),
        otherwise=at_gestation("prebirth.complete_by"),
    ),
    LATE_COMPLETION,
    LATE_START,
)
"""The sign-off of the pre-birth assessment."""

# Of a young parent
IN_GENERAL = young_parent.arose_on.plus_working_days(local("young_parent.decision_wd"))
DECISION_DUE = cases(
    (
        young_parent.referred_on.is_known(),
        earliest_of(
            IN_GENERAL,
            latest_of(young_parent.referred_on, young_parent.arose_on).plus_working_days(local("referral.ack_wd")),
        ),
    ),
    otherwise=IN_GENERAL,
)
"""The decision whether a young parent is a child in need."""

# Of a mark or injury on a baby who cannot yet move about
MARK_REFERRAL_DUE = mark_on_baby.seen_on.plus_days(local("fragility.mark_referral_days"))
MARK_EXAMINATION_DUE = mark_on_baby.seen_on.plus_days(local("fragility.mark_examined_days"))
MARK_STRATEGY_DUE = mark_on_baby.seen_on.plus_working_days(local("fragility.mark_strategy_wd"))

"""Parents (paragraph 31, B31.1): fathers and mothers side by side.

What is counted of fathers and second parents is counted of mothers in the same way, over the same babies: those whose
family was helped before the birth or in the first year. Where a decision for safety stands, it is an answer: such a father
counts as identified, and is left out of what asks for contact.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from lapwing.engine.measure import Measure, Span, done_by
from lapwing.language.expressions import TODAY, Expression
from lapwing.lessons import ages_of_concern
from lapwing.lessons.ages_of_concern import Lesson
from lapwing.vocabulary.helped_in_first_year import BABIES_OF_YEARS
from lapwing.vocabulary.local import local
from lapwing.vocabulary.parent_of_helped import parent_of_helped
from lapwing.vocabulary.parents_side_by_side import parents_side_by_side as baby

B31_1 = ages_of_concern.bullet("B31.1")
P31_2, P31_3 = ages_of_concern.bullet("P31.2"), ages_of_concern.bullet("P31.3")
K2, K4, K5 = (ages_of_concern.finding(one) for one in ("K2", "K4", "K5"))
NO_FATHER_IN_REACH = "There is nobody to ask, or a decision for safety stands in the place of it."
NO_MOTHER_IN_REACH = "She has died, or a decision for safety stands in the place of it."
FATHER_LEFT_OUT: Mapping[str, Expression] = {NO_FATHER_IN_REACH: baby.father_recorded & ~baby.father_in_reach}
MOTHER_LEFT_OUT: Mapping[str, Expression] = {NO_MOTHER_IN_REACH: baby.mother_recorded & ~baby.mother_in_reach}
FATHER_NOT_ASSESSED: Mapping[str, Expression] = {
    **FATHER_LEFT_OUT,
    "It is said why one parent alone is assessed.": baby.father_not_assessed & baby.father_capacity_on.is_unknown(),
}
MOTHER_NOT_ASSESSED: Mapping[str, Expression] = {
    **MOTHER_LEFT_OUT,
    "It is said why she is not assessed.": baby.mother_not_assessed & baby.mother_capacity_on.is_unknown(),
}


class OfHelpedBaby(Measure, abstract=True):
    """What measures of one side have in common: each falls on the day on which help for the family began."""

    lesson = B31_1
    findings: ClassVar[tuple[Lesson, ...]] = (K4,)
    about = baby
    counts = "Unborn children and babies under one whose family was helped or assessed."
    belongs: ClassVar[Expression] = baby.was_helped
    on: ClassVar[Expression] = baby.came_to_help_on
    ended = baby.never_was
    cannot_tell = baby.birth_unrecorded.is_true()
    looking_back = BABIES_OF_YEARS
    unlike = (
        "What the contact was worth is not in it. A figure that rises by a call made for the figure has shown nothing."
    )


class OfHelpedBabyMet(OfHelpedBaby, abstract=True):
    """Of those about meetings: of babies about whom there was one for parents."""

    counts = (
        "Unborn children and babies under one whose family was helped, and about whom a meeting for parents was held."
    )
    belongs: ClassVar[Expression] = baby.met_parents_on.is_known()


class OfHelpedBabyWithPlan(OfHelpedBaby, abstract=True):
    """Of those about the plan: of babies who had one."""

    counts = "Unborn children and babies under one whose family was helped under a plan."
    belongs = baby.plan_begun_on.is_known()
    settled_on = baby.plan_begun_on.plus_working_days(local("father.in_plan_wd"))
    unlike = "An action that was agreed with both parents may be recorded as that of one of them."


class OfHelpedBabyAssessed(OfHelpedBaby, abstract=True):
    """Of those about what parents can give: of babies whose family was assessed."""

    lesson = P31_3
    findings = (K5, K4)
    counts = "Unborn children and babies under one whose family was assessed."
    belongs = baby.assessment_begun_on.is_known()
    settled_on = baby.assess_due
    unlike = "That each dimension was written of says nothing of how well."


class OfNeedOnRecord(OfHelpedBaby, abstract=True):
    """Of those about what a parent's needs mean."""

    lesson = P31_2
    findings = (K2,)
    unlike = "Needs that nobody recorded are not in it; whether they were looked into is counted by itself."


IDENTIFY_DUE = baby.came_to_help_on.plus_working_days(local("father.identify_wd"))
IDENTIFIED_UNLIKE = "Where one answer took the place of another, the day of the later one counts."


class FatherIdentified(OfHelpedBaby):
    """That nobody wrote who a baby's father was, or why it was not said."""

    asks = "Was it recorded in time who the father or second parent is, or why that is not said?"
    meets = "Who he or she is, or why it is not recorded, by the day that the area expects; withheld for safety is an answer."
    met = done_by(baby.father_identified_on, IDENTIFY_DUE)
    settled_on = IDENTIFY_DUE
    unlike = IDENTIFIED_UNLIKE


class MotherIdentified(OfHelpedBaby):
    """The same of mothers."""

    asks = "Was it recorded in time who the mother is?"
    meets = "Who she is, or why it is not recorded, by the day that the area expects."
    met = done_by(baby.mother_identified_on, IDENTIFY_DUE)
    settled_on = IDENTIFY_DUE
    unlike = IDENTIFIED_UNLIKE


class FatherSeenDirectly(OfHelpedBaby):
    """That what was known of a father came from others."""

    asks = "Was the father or second parent seen or spoken to directly, in time?"
    meets = "A visit, a talk, a call or a contribution that came from him or her, by the day of the sign-off."
    leaves_out = FATHER_LEFT_OUT
    met = done_by(baby.father_seen_on, baby.look_into_due)
    settled_on = baby.look_into_due
    span = Span(
        baby.came_to_help_on, baby.father_seen_on, "Days from the beginning of help to the first direct contact"
    )


class MotherSeenDirectly(OfHelpedBaby):
    """The same of mothers."""

    asks = "Was the mother seen or spoken to directly, in time?"
    meets = "A visit, a talk, a call or a contribution that came from her, by the day of the sign-off."
    leaves_out = MOTHER_LEFT_OUT
    met = done_by(baby.mother_seen_on, baby.look_into_due)
    settled_on = baby.look_into_due
    span = Span(
        baby.came_to_help_on, baby.mother_seen_on, "Days from the beginning of help to the first direct contact"
    )


class FatherNeedsExplored(OfHelpedBaby):
    """That nobody asked what a father himself needed."""

    asks = "Were the own needs of the father or second parent looked into, in time?"
    meets = (
        "At least one heading of his or her own needs was looked into, and found or not, by the day of the sign-off."
    )
    leaves_out = FATHER_LEFT_OUT
    met = done_by(baby.father_needs_explored_on, baby.look_into_due)
    settled_on = baby.look_into_due
    findings = (K4, K2)
    unlike = "One heading is enough here; the check on the record asks after each."


class MotherNeedsExplored(OfHelpedBaby):
    """The same of mothers."""

    asks = "Were the mother's own needs looked into, in time?"
    meets = "At least one heading of her own needs was looked into, and found or not, by the day of the sign-off."
    leaves_out = MOTHER_LEFT_OUT
    met = done_by(baby.mother_needs_explored_on, baby.look_into_due)
    settled_on = baby.look_into_due
    findings = (K4, K2)
    unlike = "One heading is enough here; the check on the record asks after each."


class FatherCapacityAssessed(OfHelpedBabyAssessed):
    """That what a father could give was not asked."""

    asks = "Was what the father or second parent can give this baby analysed by the sign-off?"
    meets = "Each dimension of the area's list was written of by the day of the sign-off."
    leaves_out = FATHER_NOT_ASSESSED
    met = done_by(baby.father_capacity_on, baby.assess_due)


class MotherCapacityAssessed(OfHelpedBabyAssessed):
    """The same of mothers."""

    asks = "Was what the mother can give this baby analysed by the sign-off?"
    meets = "Each dimension of the area's list was written of by the day of the sign-off."
    leaves_out = MOTHER_NOT_ASSESSED
    met = done_by(baby.mother_capacity_on, baby.assess_due)


class BothParentsAssessed(OfHelpedBabyAssessed):
    """That an assessment of one parent was called an assessment of the parents."""

    asks = "Was what both parents can give this baby analysed by the sign-off?"
    meets = "Each dimension of the area's list was written of, for each of them, by the day of the sign-off."
    leaves_out = {**MOTHER_NOT_ASSESSED, **FATHER_NOT_ASSESSED}
    met = done_by(baby.mother_capacity_on, baby.assess_due) & done_by(baby.father_capacity_on, baby.assess_due)


class FatherInvited(OfHelpedBabyMet):
    """That a father was not asked to the meetings about his child."""

    asks = "Was the father or second parent invited to the meetings about the baby?"
    meets = "He or she was invited to at least one meeting, or came without."
    leaves_out = FATHER_LEFT_OUT
    met = baby.father_invited


class MotherInvited(OfHelpedBabyMet):
    """The same of mothers."""

    asks = "Was the mother invited to the meetings about the baby?"
    meets = "She was invited to at least one meeting, or came without."
    leaves_out = MOTHER_LEFT_OUT
    met = baby.mother_invited


class FatherAttended(OfHelpedBabyMet):
    """Whether fathers come, once they are asked."""

    asks = "Did the father or second parent come to a meeting about the baby, once invited?"
    counts = "Unborn children and babies under one whose father or second parent was invited to a meeting."
    meets = "He or she came to at least one."
    belongs = baby.met_parents_on.is_known() & baby.father_invited
    leaves_out = FATHER_LEFT_OUT
    met = baby.father_attended
    unlike = (
        "Why somebody did not come is not in it: the hour, the place and who else would be there are the services' own."
    )


class MotherAttended(OfHelpedBabyMet):
    """The same of mothers."""

    asks = "Did the mother come to a meeting about the baby, once invited?"
    counts = "Unborn children and babies under one whose mother was invited to a meeting."
    meets = "She came to at least one."
    belongs = baby.met_parents_on.is_known() & baby.mother_invited
    leaves_out = MOTHER_LEFT_OUT
    met = baby.mother_attended
    unlike = FatherAttended.unlike


class FatherInPlan(OfHelpedBabyWithPlan):
    """That a plan asked nothing of a father."""

    asks = "Has the father or second parent an action of the baby's plan?"
    meets = "An action was agreed with him or her."
    leaves_out = FATHER_LEFT_OUT
    met = baby.father_action_on.is_known()


class MotherInPlan(OfHelpedBabyWithPlan):
    """The same of mothers."""

    asks = "Has the mother an action of the baby's plan?"
    meets = "An action was agreed with her."
    leaves_out = MOTHER_LEFT_OUT
    met = baby.mother_action_on.is_known()


class FatherNeedsMeaning(OfNeedOnRecord):
    """That a father's need was recorded, and not what it meant for the baby."""

    asks = "Where a need of the father or second parent is on record, is it written what it means for this baby?"
    counts = "Unborn children and babies under one whose family was helped, with a need of the father or second parent on record."
    meets = "What it means was written, with each need or of all together."
    belongs = baby.father_has_need
    met = ~baby.father_need_unmeant


class MotherNeedsMeaning(OfNeedOnRecord):
    """The same of mothers."""

    asks = "Where a need of the mother is on record, is it written what it means for this baby?"
    counts = "Unborn children and babies under one whose family was helped, with a need of the mother on record."
    meets = "What it means was written, with each need or of all together."
    belongs = baby.mother_has_need
    met = ~baby.mother_need_unmeant


SIDE_BY_SIDE: tuple[tuple[type[Measure], type[Measure]], ...] = (
    (FatherIdentified, MotherIdentified),
    (FatherSeenDirectly, MotherSeenDirectly),
    (FatherNeedsExplored, MotherNeedsExplored),
    (FatherNeedsMeaning, MotherNeedsMeaning),
    (FatherCapacityAssessed, MotherCapacityAssessed),
    (FatherInvited, MotherInvited),
    (FatherAttended, MotherAttended),
    (FatherInPlan, MotherInPlan),
)
"""What is counted of fathers beside the same of mothers."""


class OfParent(Measure, abstract=True):
    """Of those about one father or second parent on record."""

    lesson = B31_1
    findings = (K4,)
    about = parent_of_helped
    on = parent_of_helped.came_to_help_on
    ended = parent_of_helped.never_was
    looking_back = BABIES_OF_YEARS
    by = {"reason": parent_of_helped.reason_left_out}


class FatherLeftOut(OfParent):
    """How many fathers are out of touch with services for a reason on record, by reason; none of them is a fault."""

    asks = "How many fathers and second parents are out of touch with services for a reason on record?"
    counts = "Fathers and second parents on the record of unborn children and babies under one whose family was helped."
    meets = "The record has a reason: safety, nobody to ask, not told of the pregnancy, or died."
    belongs = parent_of_helped.is_second_parent
    met = ~parent_of_helped.is_in_reach
    unlike = "Neither a high nor a low share is the better one. Of whom nothing is recorded at all, nobody is counted."


class SafetyReasonLookedAtAgain(OfParent):
    """That a decision to leave a father out was made once, and never looked at again."""

    asks = "Where a father or second parent is left out for safety, does a day lie ahead to look at that again?"
    counts = "Fathers and second parents left out for safety, of unborn children and babies under one whose family was helped."
    meets = "The day of the next review is recorded, and has not passed."
    belongs = parent_of_helped.is_second_parent & parent_of_helped.is_kept_for_safety
    met = parent_of_helped.safety_review_on.is_known() & (parent_of_helped.safety_review_on >= TODAY)
    unlike = (
        "It says nothing of whether a decision was right. Until it is looked at, it stands, and nobody gets in touch."
    )

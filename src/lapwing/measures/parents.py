"""Parents (paragraph 31, B31.1): fathers and mothers side by side, their own needs, and parents who are young themselves.

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
from lapwing.vocabulary.helped_in_first_year import helped_in_first_year
from lapwing.vocabulary.local import local
from lapwing.vocabulary.need_of_parent import need_of_parent
from lapwing.vocabulary.parent_of_helped import parent_of_helped
from lapwing.vocabulary.parents_side_by_side import parents_side_by_side as baby
from lapwing.vocabulary.when_due import DECISION_DUE, IN_GENERAL
from lapwing.vocabulary.young_parent_cohort import young_parent_cohort as young_parent
from lapwing.vocabulary.young_parent_of_baby import WHOEVER_THE_AREA_DECIDES_FOR

B31_1, P31_1 = ages_of_concern.bullet("B31.1"), ages_of_concern.bullet("P31.1")
P31_2, P31_3 = ages_of_concern.bullet("P31.2"), ages_of_concern.bullet("P31.3")
K2, K3, K4, K5 = (ages_of_concern.finding(one) for one in ("K2", "K3", "K4", "K5"))
BABIES_OF_YEARS = {"baby.under_months": 48}
"""Babies of three years and the one before, so that each is looked at whose first year fell into them."""
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


# Adult services, and help that began


class OfAdultService(Measure, abstract=True):
    """Of those about what an adult service put into an assessment, each on the day of the sign-off."""

    lesson = P31_2
    findings = (K2,)
    about = helped_in_first_year
    on = helped_in_first_year.first_signed_off_on
    ended = helped_in_first_year.never_was
    looking_back = BABIES_OF_YEARS
    unlike = "Whether the parent was with that service is not in it: that it was not is itself something to be told."


OF_FIRST_YEAR = (
    helped_in_first_year.was_helped
    & ~(helped_in_first_year.first_signed_off_on >= helped_in_first_year.first_birthday_on).is_true()
)


class MentalHealthServiceContributed(OfAdultService):
    """That a parent's mental health was weighed without those who knew it."""

    asks = "Where a parent's mental health is a concern, did adult mental health contribute to the assessment?"
    counts = "Unborn children and babies under one with a signed-off assessment, and such a concern recorded by then."
    meets = "A contribution of adult mental health came by the day of the sign-off."
    belongs = (
        OF_FIRST_YEAR
        & (helped_in_first_year.mental_health_raised_on <= helped_in_first_year.first_signed_off_on).is_true()
    )
    met = done_by(helped_in_first_year.mental_health_service_said_on, helped_in_first_year.first_signed_off_on)


class SubstanceServiceContributed(OfAdultService):
    """That drink or drugs were weighed without those who worked with the parent."""

    asks = "Where drink or drugs are a concern, did the drug and alcohol service contribute to the assessment?"
    counts = "Unborn children and babies under one with a signed-off assessment, and such a concern recorded by then."
    meets = "A contribution of the drug and alcohol service came by the day of the sign-off."
    belongs = (
        OF_FIRST_YEAR
        & (helped_in_first_year.substances_raised_on <= helped_in_first_year.first_signed_off_on).is_true()
    )
    met = done_by(helped_in_first_year.substance_service_said_on, helped_in_first_year.first_signed_off_on)


class HelpForNeedBegan(Measure):
    """That a parent's need was assessed and nothing that helped followed."""

    asks = "Where a parent's own need is on record, did help for it begin?"
    lesson = P31_3
    findings = (K5,)
    about = need_of_parent
    counts = (
        "Needs of parents and other adults, recorded of unborn children and babies under one whose family was helped."
    )
    meets = "An action for that need began. A referral alone is not help that began."
    belongs = need_of_parent.was_helped
    on = need_of_parent.recorded_on
    ended = need_of_parent.never_was
    leaves_out = {
        "It was found, with reasons, to need nothing.": need_of_parent.needs_nothing,
        "Help was offered and declined.": need_of_parent.declined_on.is_known()
        & need_of_parent.help_begun_on.is_unknown(),
    }
    met = need_of_parent.help_begun_on.is_known()
    settled_on = need_of_parent.clock_from.plus_working_days(local("prebirth.action_started_wd"))
    span = Span(need_of_parent.clock_from, need_of_parent.help_begun_on, "Days until help began")
    looking_back = BABIES_OF_YEARS
    unlike = "A need that touches twins counts once for each. Whether the help worked is not in it."


# Parents who are young themselves


class OfYoungParent(Measure, abstract=True):
    """Of those about a young parent, on their own record."""

    lesson = P31_1
    findings = (K3,)
    about = young_parent
    cannot_tell: ClassVar[Expression] = young_parent.birth_unrecorded.is_true()
    looking_back = BABIES_OF_YEARS
    unlike = (
        "Young parents without a record of their own are not in it, nor those whose baby's record has ended since, by "
        "adoption or a move among others."
    )


class YoungParentDecided(OfYoungParent):
    """That nobody asked whether a young parent was in need."""

    asks = "Was it decided in time, on a young parent's own record, whether they are a child in need?"
    counts = "Parents under age when the question arose: known as a parent, with a significant concern about them."
    meets = "A decision either way, on their own record, by the day on which the area expects one."
    belongs = young_parent.was_child_when_it_arose & (
        young_parent.concern_on.is_known() | young_parent.first_decided_on.is_known() | WHOEVER_THE_AREA_DECIDES_FOR
    )
    on = young_parent.arose_on
    met = done_by(young_parent.first_decided_on, DECISION_DUE)
    settled_on = DECISION_DUE
    span = Span(young_parent.arose_on, young_parent.first_decided_on, "Days from the question to the decision")


class YoungParentOwnWorker(OfYoungParent):
    """That one worker was to see both the young parent's need and the baby's."""

    asks = "Had a young parent found to be in need a worker of their own, in time?"
    counts = "Parents found, while under age, to be in need, whose baby somebody led the work with."
    meets = "A worker on their own record who has not led for the baby, by the day that the area expects."
    belongs = (
        young_parent.first_found_in_need_on.is_known()
        & young_parent.baby_was_led
        & ((young_parent.of_age_on > young_parent.first_found_in_need_on) | young_parent.is_disputed)
    )
    on = young_parent.first_found_in_need_on
    cannot_tell = young_parent.birth_unrecorded.is_true() | young_parent.led_for_baby_by.is_unknown()
    met = done_by(
        young_parent.had_own_worker_since,
        young_parent.first_found_in_need_on.plus_working_days(local("young_parent.own_worker_wd")),
    )
    settled_on = young_parent.first_found_in_need_on.plus_working_days(local("young_parent.own_worker_wd"))
    unlike = f"{OfYoungParent.unlike} Where more than one worker has led for the baby, it cannot be told."


class YoungParentSupportOffered(OfYoungParent):
    """That a young parent was assessed, and nothing was offered."""

    asks = "Was a young parent offered support of their own?"
    counts = "Parents who were under age when it became known that they were parents."
    meets = (
        "A family nurse, early or family help, direct work or a service was begun or offered since, or support was decided. "
        "What was offered and declined counts."
    )
    belongs = young_parent.was_child_when_known
    on = young_parent.known_on
    met = young_parent.support_offered_on.is_known()
    settled_on = IN_GENERAL
    span = Span(young_parent.known_on, young_parent.support_offered_on, "Days until support was offered")

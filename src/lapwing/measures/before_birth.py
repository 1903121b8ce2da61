"""Before birth (paragraph 17, B17.1): is there a pre-birth assessment wherever there may be a risk to an unborn child?

The cohort is made of every child known before birth of whom any agency recorded a circumstance on the area's list, and
not of the assessments that there are. Each child is counted once, twins each by itself. A pregnancy that ended without
a birth is left out of every figure.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from lapwing.engine.measure import Measure, Span, SpanKind, done_by
from lapwing.language.expressions import Expression, cases
from lapwing.lessons import ages_of_concern
from lapwing.vocabulary.pre_birth_cohort import pre_birth_cohort as unborn_child
from lapwing.vocabulary.unborn_child import TERM_DAYS
from lapwing.vocabulary.when_due import ANSWER_DUE, COMPLETION_DUE, START_DUE

B17_1 = ages_of_concern.bullet("B17.1")
K1 = ages_of_concern.finding("K1")
CONCEPTION = unborn_child.expected_on.minus_days(TERM_DAYS)
NONE_NEEDED = "It was decided, with reasons, that none was needed."
MOVED = "Another area took the family on before the birth."
BORN_FIRST = "The birth came before this was due."
SIGNED_OFF_BEFORE_BIRTH = (
    unborn_child.signed_off_on.is_known() & ~(unborn_child.signed_off_on >= unborn_child.born_on).is_true()
)
NOT_DECIDED_AGAINST: Mapping[str, Expression] = {
    MOVED: unborn_child.moved_before_birth,
    NONE_NEEDED: unborn_child.stands_not_required,
}
BY_SIGN_OFF = cases((unborn_child.signed_off_on.is_known(), unborn_child.signed_off_on), otherwise=COMPLETION_DUE)


class OfUnborn(Measure, abstract=True):
    """What measures of children known before birth have in common: each falls on the day on which a circumstance was recorded."""

    lesson = B17_1
    findings = (K1,)
    about = unborn_child
    counts = "Children known before birth of whom any agency recorded a circumstance on the area's list."
    belongs: ClassVar[Expression] = unborn_child.has_trigger
    on: ClassVar[Expression] = unborn_child.first_trigger_on
    ended = unborn_child.never_was
    cannot_tell: ClassVar[Expression] = unborn_child.birth_unrecorded.is_true()
    leaves_out: ClassVar[Mapping[str, Expression]] = {MOVED: unborn_child.moved_before_birth}
    looking_back = {"prebirth.look_back_wd": 900}
    unlike = (
        "Whom no agency recorded a circumstance about is not in it: where a service sends nothing, nobody is counted."
    )


class OfTimetable(OfUnborn, abstract=True):
    """Of those that ask for a day by which something is done: it can only be reckoned from one expected date."""

    cannot_tell = unborn_child.birth_unrecorded.is_true() | unborn_child.expected_dates_disagree.is_true()


class Referred(OfUnborn):
    """That a circumstance was known and social care was never asked."""

    asks = "Where any agency recorded a circumstance, was social care asked?"
    meets = "A referral was received before the birth."
    met = unborn_child.asked_before_birth_on.is_known()
    settled_on = unborn_child.birth_or_expected_on
    span = Span(CONCEPTION, unborn_child.asked_before_birth_on, "Gestation at the referral", SpanKind.GESTATION)
    unlike = f"{OfUnborn.unlike} Where social care was at work already, a referral may never have been written."


class Decided(OfUnborn):
    """That nobody decided, in time, whether an assessment was needed."""

    asks = "Was it decided in time, with reasons, whether a pre-birth assessment was needed?"
    meets = "A decision either way, with its reasons, by the day on which the area expects one."
    leaves_out = {
        MOVED: unborn_child.moved_before_birth,
        BORN_FIRST: unborn_child.decided_on.is_unknown() & (unborn_child.born_on <= ANSWER_DUE),
    }
    met = done_by(unborn_child.decided_on, ANSWER_DUE)
    settled_on = ANSWER_DUE
    span = Span(CONCEPTION, unborn_child.decided_on, "Gestation at the decision", SpanKind.GESTATION)
    unlike = f"{OfUnborn.unlike} A decision that came late, or without reasons, is not counted as met."


class NotRequired(OfUnborn):
    """How often the answer, with reasons, was that no assessment was needed; neither answer is the better one."""

    asks = "Of those decided on, of how many was it decided, with reasons, that no assessment was needed?"
    counts = "Children known before birth with such a circumstance, of whom it was decided whether to assess."
    meets = (
        "It was decided, with reasons, that none was needed, and no further circumstance has opened the question again."
    )
    belongs = unborn_child.has_trigger & unborn_child.decided_on.is_known()
    met = unborn_child.stands_not_required
    unlike = "A share of decisions, not of how good they were: whether the reasons hold is for an audit to say."


class Started(OfTimetable):
    """That an assessment did not begin in time."""

    asks = "Did the pre-birth assessment begin in time?"
    meets = "An assessment began by the day on which the area expects it; a question that arose late has later days."
    leaves_out = {
        **NOT_DECIDED_AGAINST,
        BORN_FIRST: unborn_child.started_on.is_unknown() & (unborn_child.born_on <= START_DUE),
    }
    met = done_by(unborn_child.started_on, START_DUE)
    settled_on = START_DUE
    span = Span(CONCEPTION, unborn_child.started_on, "Gestation at the start", SpanKind.GESTATION)


class FinishedInTime(OfTimetable):
    """That an assessment came too late to be acted on."""

    asks = "Was the pre-birth assessment signed off in time to act on it?"
    meets = "An assessment was signed off by the day on which the area expects it; a question that arose late has later days."
    leaves_out = {
        **NOT_DECIDED_AGAINST,
        BORN_FIRST: unborn_child.signed_off_on.is_unknown() & (unborn_child.born_on <= COMPLETION_DUE),
    }
    met = done_by(unborn_child.signed_off_on, COMPLETION_DUE)
    settled_on = COMPLETION_DUE
    span = Span(CONCEPTION, unborn_child.signed_off_on, "Gestation at the sign-off", SpanKind.GESTATION)


class Assessed(OfUnborn):
    """That the assessment was finished before the birth, in time or not."""

    asks = "Where any agency recorded a circumstance, was a pre-birth assessment finished before the birth?"
    meets = "A pre-birth assessment was signed off before the birth."
    leaves_out = NOT_DECIDED_AGAINST
    met = SIGNED_OFF_BEFORE_BIRTH
    settled_on = unborn_child.birth_or_expected_on
    span = Span(CONCEPTION, unborn_child.signed_off_on, "Gestation at the sign-off", SpanKind.GESTATION)
    unlike = f"{OfUnborn.unlike} A birth that came weeks early counts like any other."


class OfAssessment(OfTimetable, abstract=True):
    """Of those that ask who put something into an assessment that began."""

    counts = "Children known before birth with such a circumstance, whose pre-birth assessment began."
    belongs: ClassVar[Expression] = unborn_child.has_trigger & unborn_child.started_on.is_known()
    settled_on = BY_SIGN_OFF
    unlike = "What a contribution is worth is not in it, only that it came and from whom."


class EverybodyContributed(OfAssessment):
    """That somebody who knew something was not asked."""

    asks = "Did midwifery, health visiting, the GP and each parent all contribute by the sign-off?"
    meets = "All five contributed, or it was recorded why one did not, by the day of the sign-off."
    met = unborn_child.all_contributed & done_by(unborn_child.last_contributed_on, BY_SIGN_OFF)


class MotherContributed(OfAssessment):
    """That what was written of the mother came from others."""

    asks = "Did the mother speak for herself in the pre-birth assessment?"
    meets = "A contribution came from the mother directly by the day of the sign-off."
    met = done_by(unborn_child.mother_heard_on, BY_SIGN_OFF)
    unlike = "A reason for not asking her does not count as met; there may be good ones."


class FatherContributed(OfAssessment):
    """That what was written of the father or second parent came from others."""

    asks = "Did the father or second parent speak for himself or herself in the pre-birth assessment?"
    meets = "A contribution came from the father or second parent directly by the day of the sign-off."
    leaves_out = {
        MOVED: unborn_child.moved_before_birth,
        "There is nobody to ask, or a decision for safety stands in the place of it.": (
            unborn_child.no_contact_with_father_on.is_known()
            & unborn_child.father_or_second_parent_heard_on.is_unknown()
        ),
    }
    met = done_by(unborn_child.father_or_second_parent_heard_on, BY_SIGN_OFF)
    unlike = "Another reason for not asking him or her does not count as met; there may be good ones."


class LookedBackOn(OfUnborn):
    """The look back: babies for whom it went hard in their first year, and what had been known before they were born."""

    asks = "Of babies later on a protection plan, in care, seriously harmed or who died, was there an assessment before the birth?"
    counts = (
        "Babies who in their first year came onto a protection plan, into care, were seriously harmed or died, and of whom "
        "any agency had recorded a circumstance on the area's list before the birth."
    )
    meets = (
        "A pre-birth assessment was signed off before the birth. A decision that none was needed does not count as one."
    )
    belongs = unborn_child.has_trigger & unborn_child.gravest_in_first_year_on.is_known()
    on = unborn_child.gravest_in_first_year_on
    met = SIGNED_OFF_BEFORE_BIRTH
    unlike = (
        "Serious harm is in it where children's social care recorded it as a serious incident, which asks that abuse or "
        "neglect is known or suspected. It does not say that an assessment would have changed anything."
    )

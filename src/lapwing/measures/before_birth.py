"""Before birth (paragraph 17, B17.1): is there a pre-birth assessment wherever there may be a risk to an unborn child?

The cohort is made of every child known before birth of whom any agency recorded a circumstance on the area's list, and
not of the assessments that there are.
"""

from __future__ import annotations

from lapwing.engine.measure import Measure, Span, SpanKind
from lapwing.lessons import ages_of_concern
from lapwing.vocabulary.unborn_child import TERM_DAYS, at_gestation, unborn_child

B17_1 = ages_of_concern.bullet("B17.1")
K1 = ages_of_concern.finding("K1")
CONCEPTION = unborn_child.expected_on.minus_days(TERM_DAYS)


class OfUnborn(Measure, abstract=True):
    """What measures of children known before birth have in common: each falls on the day on which a circumstance was recorded."""

    lesson = B17_1
    findings = (K1,)
    about = unborn_child
    counts = "Children known before birth of whom any agency recorded a circumstance on the area's list."
    belongs = unborn_child.has_trigger
    on = unborn_child.first_trigger_on
    looking_back = {"prebirth.look_back_wd": 900}
    unlike = (
        "Whom no agency recorded a circumstance about is not in it: where a service sends nothing, nobody is counted."
    )


class Referred(OfUnborn):
    """That a circumstance was known and social care was never asked."""

    asks = "Where any agency recorded a circumstance, was social care asked?"
    meets = "A referral was received before the birth."
    met = unborn_child.referred_on.is_known()
    settled_on = unborn_child.birth_or_expected_on
    span = Span(CONCEPTION, unborn_child.referred_on, "Gestation at the referral", SpanKind.GESTATION)


class Assessed(OfUnborn):
    """That the assessment was finished before the birth."""

    asks = "Where any agency recorded a circumstance, was a pre-birth assessment finished before the birth?"
    meets = "A pre-birth assessment was signed off, before the birth where there was one."
    leaves_out = {"It was decided, with reasons, that none was needed.": unborn_child.stands_not_required}
    met = unborn_child.signed_off_on.is_known() & ~(unborn_child.signed_off_on > unborn_child.born_on).is_true()
    settled_on = at_gestation("prebirth.complete_by")
    span = Span(CONCEPTION, unborn_child.signed_off_on, "Gestation at the sign-off", SpanKind.GESTATION)

"""P41.2: the weighing of vulnerable babies, as a routine that is kept and whose results are answered.

Weights are told as the record has them. Nothing here says how a baby is doing: that is for those who see the baby.
"""

from __future__ import annotations

from typing import ClassVar

from lapwing.engine.check import Check, Outcome, Word
from lapwing.language.expressions import TODAY, Expression, cases
from lapwing.lessons import ages_of_concern
from lapwing.lessons.settings import Basis
from lapwing.vocabulary.facts import Fact
from lapwing.vocabulary.local import local
from lapwing.vocabulary.marked_measurement import marked_measurement
from lapwing.vocabulary.weighed_baby import CHARTS_ARE_ON, weighed_baby

P41_2 = ages_of_concern.bullet("P41.2")
DELIVERED = "Weights last reached this record on: {weights_delivered_on}."


def later(one: Expression, other: Expression) -> Expression:
    """Whether the one came after the other, or there is no other."""
    return (one > other).is_true() | (one.is_known() & other.is_unknown())


def not_arrived(met_on: Expression, due_on: Expression, delivered_on: Expression) -> Expression:
    """Whether it may have been done and only not have reached the record: nothing has since it was due."""
    return (met_on.is_unknown() & (due_on < TODAY) & (due_on > delivered_on)).is_true()


def soon_after(weighed_on: Expression) -> Expression:
    """By when a weight that calls for a response has one."""
    return weighed_on.plus_working_days(local("weight.response_wd"))


def unless_in_hospital(met_on: Expression) -> dict[str, Word]:
    """In hospital the ward weighs and answers; what was done before stays done."""
    return {"inpatient": Word(Outcome.NOT_APPLICABLE, weighed_baby.in_hospital & met_on.is_unknown())}


A_YEAR_OLD = "This is asked until the baby is a year old."
INPATIENT = {"inpatient": "The baby is in hospital, where weighing is for the ward."}


class OfWeighedBaby(Check, abstract=True):
    """What the checks on the weights of one baby have in common."""

    lesson = P41_2
    about = weighed_baby
    basis = Basis.NATIONAL_GOOD_PRACTICE
    applies: ClassVar[Expression] = weighed_baby.is_baby
    who_can = "The health visitor; until the hand-over, the midwife."


IS_IN_DOUBT = weighed_baby.doubt_is_later | (weighed_baby.next_weight_on > weighed_baby.weights_delivered_on).is_true()
"""Whether a weight that seems to be missing may have been taken."""
PLAINLY_MISSING = (weighed_baby.next_weight_on < TODAY) & ~IS_IN_DOUBT


SCHEDULE_WORDS = {
    **unless_in_hospital(weighed_baby.weighed_in_time_on),
    "declined_with_next_step": Word(
        Outcome.MET,
        weighed_baby.weighed_in_time_on.is_known()
        & later(weighed_baby.weighing_settled_on, weighed_baby.last_weighed_on),
    ),
    "declined": Word(
        Outcome.NOT_MET,
        PLAINLY_MISSING
        & later(weighed_baby.weighing_declined_on, weighed_baby.last_settled_on)
        & ~(weighed_baby.weighing_missed_on > weighed_baby.weighing_declined_on).is_true(),
    ),
    "was_not_brought": Word(
        Outcome.NOT_MET, PLAINLY_MISSING & later(weighed_baby.weighing_missed_on, weighed_baby.last_settled_on)
    ),
}
LAST = "Last weighed by a health professional: {last_weighed_on}. The next weight was due by {due_on}."
SCHEDULE_SAYS = {
    **INPATIENT,
    "declined_with_next_step": "Weighing was declined on {weighing_settled_on}, and what follows was agreed. The next "
    "weight is due by {due_on}.",
    "declined": LAST + " Weighing was declined on {weighing_declined_on}; what follows from that is not recorded.",
    "was_not_brought": LAST + " An appointment to weigh on {weighing_missed_on} is marked was not brought.",
}


class WeighedOnSchedule(OfWeighedBaby):
    """Babies stopped growing, and for weeks nobody had put them on a scale."""

    asks = "Has a health professional weighed the baby when it was due?"
    cannot_tell = (weighed_baby.next_weight_on < TODAY) & IS_IN_DOUBT
    words: ClassVar[dict[str, Word]] = SCHEDULE_WORDS
    met_on = weighed_baby.weighed_in_time_on
    due_on = weighed_baby.next_weight_on
    tells = (weighed_baby.last_weighed_on, weighed_baby.doubtful_weight_on)
    says = {
        Outcome.NOT_MET: LAST,
        Outcome.NOT_YET_DUE: "No weight is recorded yet. The first is expected by {due_on}.",
        Outcome.CANNOT_TELL: "The record cannot show whether the baby was weighed in time; due by: {due_on}. "
        f"{DELIVERED} The last weight whose unit, amount or measurer is in doubt: {{doubtful_weight_on}}.",
        Outcome.MET: "Weighed by a health professional on {last_weighed_on}. The next weight is due by {due_on}.",
        Outcome.NOT_APPLICABLE: A_YEAR_OLD,
        **SCHEDULE_SAYS,
    }
    plainly = "Your baby should be weighed at set times, by somebody who can tell you what the weights mean."
    would_meet = (
        "A weight by a health professional, with its unit; or what was agreed where the parents would rather wait."
    )
    ask_next = "Who sees this baby next, and can the baby be weighed then?"


UNKNOWN_BIRTH_WEIGHT_OR_NONE_SINCE = (
    weighed_baby.below_answered_on.is_unknown()
    & weighed_baby.below_on.is_unknown()
    & (weighed_baby.regain_due_on < TODAY)
)


class BirthWeightRegained(OfWeighedBaby):
    """A baby slow to come back to the birth weight went home from one clinic after another, and nobody asked why."""

    asks = "Was the birth weight regained in good time, or responded to where it was not?"
    cannot_tell = UNKNOWN_BIRTH_WEIGHT_OR_NONE_SINCE | not_arrived(
        weighed_baby.below_answered_on, soon_after(weighed_baby.below_on), weighed_baby.weights_delivered_on
    )
    words: ClassVar[dict[str, Word]] = unless_in_hospital(weighed_baby.below_answered_on)
    met_on = weighed_baby.below_answered_on
    due_on = cases(
        (weighed_baby.below_on.is_known(), soon_after(weighed_baby.below_on)),
        ((weighed_baby.regained_on > weighed_baby.regain_due_on).is_true(), weighed_baby.regained_on),
        otherwise=weighed_baby.regain_due_on,
    )
    needs = (weighed_baby.birth_grams, weighed_baby.below_answered_on)
    tells = (weighed_baby.regain_due_on, weighed_baby.weights_delivered_on)
    says = {
        Outcome.NOT_MET: "The weight of {below_on} is below the birth weight of {birth_grams} g, which the area expects to be "
        "regained by {regain_due_on}. No response is recorded since. One was expected by {due_on}.",
        Outcome.NOT_YET_DUE: "The birth weight is expected to be regained, or its not being so responded to, by {due_on}.",
        Outcome.CANNOT_TELL: "The record cannot show whether the birth weight was regained. Not recorded: {missing}. "
        "Due by: {regain_due_on}. " + DELIVERED,
        Outcome.MET: "The birth weight was regained, or responded to where it was not, by {below_answered_on}.",
        Outcome.NOT_APPLICABLE: A_YEAR_OLD,
        **INPATIENT,
    }
    plainly = "If your baby is slow to come back to the birth weight, somebody should look into it with you."
    would_meet = (
        "A weight at or above that at birth; or what was found and done: a feed watched, a plan, a doctor's view."
    )
    ask_next = "How is feeding going, and who has watched a feed?"


class WeightLossAnswered(OfWeighedBaby):
    """A loss in the first days was written into the chart, and the baby seen again only when it was late."""

    asks = "Was a large loss from the birth weight responded to at once?"
    applies = weighed_baby.is_baby & weighed_baby.lost_on.is_known()
    cannot_tell = not_arrived(
        weighed_baby.loss_answered_on, soon_after(weighed_baby.lost_on), weighed_baby.weights_delivered_on
    )
    words: ClassVar[dict[str, Word]] = unless_in_hospital(weighed_baby.loss_answered_on)
    met_on = weighed_baby.loss_answered_on
    due_on = soon_after(weighed_baby.lost_on)
    needs = (weighed_baby.loss_answered_on,)
    tells = (weighed_baby.birth_grams, weighed_baby.lost_grams, weighed_baby.weights_delivered_on)
    says = {
        Outcome.NOT_MET: "Birth weight {birth_grams} g; {lost_grams} g on {lost_on}. No clinical response is recorded since. "
        "One was expected by {due_on}.",
        Outcome.NOT_YET_DUE: "Birth weight {birth_grams} g; {lost_grams} g on {lost_on}. A clinical response is expected by "
        "{due_on}.",
        Outcome.CANNOT_TELL: f"The record cannot show whether this was answered. Not recorded: {{missing}}. {DELIVERED}",
        Outcome.MET: "Birth weight {birth_grams} g; {lost_grams} g on {lost_on}. It was answered, or the weight was back, on "
        "{loss_answered_on}.",
        Outcome.NOT_APPLICABLE: "No loss from the birth weight beyond what the area looks at is recorded.",
        **INPATIENT,
    }
    plainly = (
        "If your baby loses more weight after birth than most, somebody should see you both the same or the next day."
    )
    would_meet = "What was found and done: the baby looked at, how feeding goes, a feed watched by somebody trained to."
    ask_next = "Who has seen the baby since, and when is the next weight?"


class FallAcrossCentilesAnswered(OfWeighedBaby):
    """Weights crept across the chart for months, each looked at only beside the one before."""

    asks = "Was a fall in weight across the growth chart responded to?"
    applies = (
        CHARTS_ARE_ON
        & weighed_baby.is_baby
        & ~weighed_baby.in_hospital.is_true()
        & (weighed_baby.fallen_on.is_known() | weighed_baby.not_placed_on.is_known())
    )
    cannot_tell = not_arrived(
        weighed_baby.fall_answered_on, soon_after(weighed_baby.fallen_on), weighed_baby.weights_delivered_on
    )
    met_on = weighed_baby.fall_answered_on
    due_on = soon_after(weighed_baby.fallen_on)
    needs = (weighed_baby.birth_grams, weighed_baby.sex, weighed_baby.expected_on, weighed_baby.fall_answered_on)
    tells = (weighed_baby.birth_space, weighed_baby.fallen_to, weighed_baby.weights_delivered_on)
    says = {
        Outcome.NOT_MET: "The record shows the birth weight {birth_space}, and the weight of {fallen_on} {fallen_to}. No "
        "response is recorded since. One was expected by {due_on}.",
        Outcome.NOT_YET_DUE: "The record shows the birth weight {birth_space}, and the weight of {fallen_on} {fallen_to}. A "
        "response is expected by {due_on}.",
        Outcome.CANNOT_TELL: "The record cannot show whether the weight fell across the chart, or whether that was answered. "
        "A weight that could not be placed: {not_placed_on}. Not recorded: {missing}. " + DELIVERED,
        Outcome.MET: "The weight of {fallen_on}, {fallen_to}, was responded to on {fall_answered_on}.",
        Outcome.NOT_APPLICABLE: "This is asked of a baby at home, where growth charts are on and a fall is recorded.",
    }
    plainly = "If your baby's weight falls across the lines of the chart, somebody should look into it with you."
    would_meet = "What was found and done: how feeding goes, the baby looked at, when the next weight is."
    ask_next = "What do the parents see at feeds, and what would help?"


class CloserWeighingHasReason(OfWeighedBaby):
    """Weighing again and again, with nothing that calls for it, worries parents and tells nobody anything."""

    asks = "Where a baby is weighed more often than is routine: is it on record why?"
    applies = weighed_baby.is_baby & weighed_baby.weighed_closely
    met_on = weighed_baby.reason_known_on
    due_on = weighed_baby.last_weighed_on
    needs = (weighed_baby.reason_known_on,)
    tells = (weighed_baby.weighed_before_on, weighed_baby.routine_again_on)
    says = {
        Outcome.NOT_MET: "Weighed on {weighed_before_on} and again on {last_weighed_on}; {routine_again_on} would have been "
        "routine. Nothing recorded calls for it. There may be a good reason: then a line on it is enough.",
        Outcome.CANNOT_TELL: "Weighed on {weighed_before_on} and again on {last_weighed_on}. The record cannot show whether "
        "something calls for it.",
        Outcome.MET: "Weighed on {weighed_before_on} and again on {last_weighed_on}. Something that may call for it has been on "
        "record since {reason_known_on}.",
        Outcome.NOT_APPLICABLE: "The last weights lie no closer together than is routine.",
    }
    plainly = "Your baby need not be weighed more often than is useful, unless something calls for it."
    would_meet = "The concern that calls for it, recorded; or the next weight at the usual time."
    ask_next = "What is the weighing to show, and what would the parents find helpful?"


class MarkedMeasurementAnswered(Check):
    """Somebody had seen that a measurement was not right, and had marked it for somebody else who never looked."""

    asks = "Was a measurement that was marked as needing a response responded to?"
    lesson = P41_2
    about = marked_measurement
    basis = Basis.NATIONAL_GOOD_PRACTICE
    applies = marked_measurement.is_of_baby
    cannot_tell = (marked_measurement.response.is_known() & marked_measurement.responded_on.is_unknown()).is_true() | (
        not_arrived(
            marked_measurement.responded_on, soon_after(marked_measurement.measured_on), marked_measurement.delivered_on
        )
    )
    met_on = marked_measurement.responded_on
    due_on = soon_after(marked_measurement.measured_on)
    needs = (marked_measurement.measured_on, marked_measurement.responded_on)
    tells: ClassVar[tuple[Fact, ...]] = (marked_measurement.kind, marked_measurement.delivered_on)
    says = {
        Outcome.NOT_MET: "{kind} of {measured_on} was marked as needing a response. No response is recorded. It was expected "
        "by {due_on}.",
        Outcome.NOT_YET_DUE: "{kind} of {measured_on} was marked as needing a response. It is expected by {due_on}.",
        Outcome.CANNOT_TELL: "{kind} was marked as needing a response. The record cannot show whether it came in time. Not "
        "recorded: {missing}. Measurements last reached this record on: {delivered_on}.",
        Outcome.MET: "{kind} of {measured_on} was marked as needing a response, which came on {responded_on}.",
    }
    plainly = "When somebody who measures your baby thinks that it should be looked into, that should happen soon."
    would_meet = "What was found and done, and the day."
    who_can = "Whoever measured, the health visitor or the GP."
    ask_next = "Who was told of this measurement, and what did they do?"

"""P17.3: do not talk risks down when the plan of an unborn child or a baby is reviewed.

Each check speaks while the review is still being prepared, so that what is missing can be there in time.
"""

from __future__ import annotations

from typing import ClassVar

from lapwing.engine.check import Check, Outcome, Word
from lapwing.language.expressions import Expression, Type, cases, unknown
from lapwing.lessons import ages_of_concern
from lapwing.lessons.settings import Basis
from lapwing.vocabulary.baby_review import baby_review

NOT_YET = unknown(Type.DATE)


class OfReview(Check, abstract=True):
    """What the checks on a review have in common; the chair may go on with a reason, and it is looked at later."""

    lesson = ages_of_concern.bullet("P17.3")
    about = baby_review
    basis = Basis.REPORT
    applies: ClassVar[Expression] = baby_review.review_on.is_known()
    due_on: ClassVar[Expression] = baby_review.review_on
    who_can = "The chair of the review, with the lead practitioner and health."


GOES_ON = {"proceed_with_reason": "The chair went on without this, and recorded why."}


def unless_chair_goes_on(met_on: Expression) -> dict[str, Word]:
    """Where the chair goes on without it and records why, it is excepted; such reviews are looked at later."""
    return {"proceed_with_reason": Word(Outcome.EXCEPTED, baby_review.proceed_reason.is_known() & met_on.is_unknown())}


class EachConcernHasALine(OfReview):
    """Plans ended although nobody had said what had become of each concern that began them."""

    asks = "Does the review say of each concern what has changed, and how that is known?"
    cannot_tell = baby_review.concern_count == 0
    met_on = cases((baby_review.unlined_count == 0, baby_review.last_line_on), otherwise=NOT_YET)
    words = unless_chair_goes_on(met_on)
    needs = (baby_review.concern_count, baby_review.last_line_on)
    says = {
        **GOES_ON,
        Outcome.NOT_MET: "Concerns on the record at the review of {review_on}: {concern_count}. Without a line that says "
        "what has changed and how that is known: {unlined_count}.",
        Outcome.NOT_YET_DUE: "Concerns on the record for the review of {review_on}: {concern_count}. Still without a line: "
        "{unlined_count}.",
        Outcome.CANNOT_TELL: "The review of {review_on} cannot be looked at: the record carries no concerns for it.",
        Outcome.MET: "Each of the {concern_count} concerns had its line by {last_line_on}.",
    }
    plainly = (
        "When your plan is reviewed, each worry should be talked through with you: what has changed, and what remains."
    )
    would_meet = "A line for each concern: what changed, whether it was seen or reported, since when, and what remains."
    ask_next = "Which of the first concerns have we stopped talking about, and why?"


class BabySeenSinceLastMeeting(OfReview):
    """Decisions about babies were taken on what adults said, without anybody having looked at the baby."""

    asks = "Has a practitioner seen the baby since the last conference or core group?"
    applies = baby_review.is_born
    met_on = baby_review.seen_on
    words = unless_chair_goes_on(met_on)
    needs = (baby_review.seen_on,)
    tells = (baby_review.previous_meeting_on,)
    says = {
        **GOES_ON,
        Outcome.NOT_MET: "The last conference or core group before the review of {review_on}: {previous_meeting_on}. No "
        "observation of the baby is recorded between the two.",
        Outcome.NOT_YET_DUE: "The review is on {review_on}. The baby has not been seen since {previous_meeting_on}.",
        Outcome.CANNOT_TELL: "The record cannot show whether the baby was seen before the review of {review_on}.",
        Outcome.MET: "The baby was seen on {seen_on}, before the review of {review_on}.",
        Outcome.NOT_APPLICABLE: "The baby was not yet born.",
    }
    plainly = "Somebody should have seen your baby, and you together, shortly before each review."
    would_meet = "An entry on what a practitioner saw of the baby, or of a parent with the baby, dated and placed."
    ask_next = "What did the baby look like, do and need, the last time one of us was there?"


class HealthLineWritten(OfReview):
    """Weight and health, the plainest signs of how a baby does, were missing from the decision."""

    asks = "Does the review have an up-to-date line on the baby's health and weight?"
    met_on = baby_review.health_line_on
    words = unless_chair_goes_on(met_on)
    needs = (baby_review.health_line_on,)
    says = {
        **GOES_ON,
        Outcome.NOT_MET: "No line on the baby's health and weight is recorded for the review of {review_on}.",
        Outcome.NOT_YET_DUE: "A line on the baby's health and weight is expected for the review of {review_on}.",
        Outcome.CANNOT_TELL: "The record cannot show whether the review of {review_on} had a line on health.",
        Outcome.MET: "A line on health and weight was written on {health_line_on}.",
    }
    plainly = "Each review should hear how your baby is growing."
    would_meet = (
        "A line from the midwife or health visitor: latest weight, feeding, and anything that needs a response."
    )
    ask_next = "What does the weight tell us that the words do not?"


class FatherLineWritten(OfReview):
    """Fathers and partners dropped out of sight between one review and the next."""

    asks = "Does the review say something of the father and of any partner?"
    met_on = baby_review.father_line_on
    words = unless_chair_goes_on(met_on)
    needs = (baby_review.father_line_on,)
    says = {
        **GOES_ON,
        Outcome.NOT_MET: "No line on the father or any partner is recorded for the review of {review_on}.",
        Outcome.NOT_YET_DUE: "A line on the father and any partner is expected for the review of {review_on}.",
        Outcome.CANNOT_TELL: "The record cannot show whether the review of {review_on} had a line on the father.",
        Outcome.MET: "A line on the father and any partner was written on {father_line_on}.",
    }
    plainly = "Each review should think of everybody who cares for your baby."
    would_meet = "A line on each father and partner; that it is withheld for safety is one."
    ask_next = "Who else is in this baby's life, and what do we know of them at first hand?"


class UnfinishedActionsExplained(OfReview):
    """Plans ended with their work unfinished, and nobody said why that was safe."""

    asks = "Are unfinished actions listed, with the reason why they do not stand in the way?"
    met_on = cases(
        ((baby_review.unfinished_count == 0) | baby_review.unfinished_actions_reason.is_known(), baby_review.review_on),
        otherwise=NOT_YET,
    )
    words = unless_chair_goes_on(met_on)
    needs = (baby_review.unfinished_actions_reason,)
    says = {
        **GOES_ON,
        Outcome.NOT_MET: "At the review of {review_on}, actions unfinished: {unfinished_count}. No reason is recorded.",
        Outcome.NOT_YET_DUE: "For the review of {review_on}, actions unfinished: {unfinished_count}.",
        Outcome.CANNOT_TELL: "The record cannot show which actions were unfinished at the review of {review_on}.",
        Outcome.MET: "At the review of {review_on}, actions unfinished: {unfinished_count}. Reason: see the review.",
    }
    plainly = "If something in your plan was not done, the review should say why."
    would_meet = "For each unfinished action, why; or what is done instead."
    ask_next = "What did we say we would do, and did we?"


class HeldWithEnoughVoices(OfReview):
    """Decisions were taken by too few, and doubts were not written down."""

    asks = "Was the review quorate, and does it say whether anybody disagreed?"
    basis = Basis.LOCAL_PROCEDURE
    met_on = cases(
        (baby_review.quorate.is_true() & baby_review.dissent.is_known(), baby_review.held_on), otherwise=NOT_YET
    )
    words = {**unless_chair_goes_on(met_on), "not_quorate": Word(Outcome.NOT_MET, ~baby_review.quorate)}
    needs = (baby_review.held_on, baby_review.quorate, baby_review.dissent)
    says = {
        **GOES_ON,
        Outcome.NOT_MET: "The review of {review_on}: not recorded: {missing}.",
        Outcome.NOT_YET_DUE: "The review is on {review_on}. Quorum and any disagreement are to be recorded then.",
        Outcome.CANNOT_TELL: "The record cannot show whether the review of {review_on} was quorate or anybody disagreed.",
        Outcome.MET: "The review of {held_on} was quorate, and it is recorded whether anybody disagreed.",
        "not_quorate": "The review of {held_on} is recorded as not quorate.",
    }
    plainly = "Enough of the services that know you should be at each review, and anyone who disagrees should be heard."
    would_meet = "Who took part, that it was quorate, and whether anybody disagreed and why."
    ask_next = "Who in the room had doubts, and were they written down?"


class EndingRestsOnChangeSeen(OfReview):
    """Plans for babies ended on promises and on what was reported."""

    asks = "If less is proposed: has the change in each concern been seen, and has it lasted?"
    applies = baby_review.proposes_less
    cannot_tell = baby_review.concern_count == 0
    met_on = cases((baby_review.unchanged_count == 0, baby_review.last_line_on), otherwise=NOT_YET)
    words = unless_chair_goes_on(met_on)
    needs = (baby_review.concern_count,)
    tells = (baby_review.only_reported_count,)
    says = {
        **GOES_ON,
        Outcome.NOT_MET: "Less is proposed at the review of {review_on}. Concerns: {concern_count}. Without a change that a "
        "practitioner has seen and that has lasted: {unchanged_count}, of which resting only on a report: "
        "{only_reported_count}.",
        Outcome.NOT_YET_DUE: "Less is proposed for the review of {review_on}. Of {concern_count} concerns, without a "
        "change that was seen and has lasted: {unchanged_count}.",
        Outcome.CANNOT_TELL: "The record carries no concerns to hold the proposal of {review_on} against.",
        Outcome.MET: "For each of {concern_count} concerns, a change that was seen and has lasted is recorded.",
        Outcome.NOT_APPLICABLE: "Ending or stepping down is not proposed.",
    }
    plainly = "Before your plan ends, somebody should have seen with you what is better, and that it has lasted."
    would_meet = (
        "For each concern, what was seen, by whom, and since when it has held; or the chair's reason for going on."
    )
    ask_next = "What would have to be true for us to be sure of this, and have we seen it?"


class EarlyEndingReasoned(OfReview):
    """The first weeks, when a baby is most fragile, were often when plans were ended."""

    asks = "If less is proposed at a first review, or soon after birth: does the chair say why?"
    applies = baby_review.proposes_less & baby_review.is_early
    met_on = cases((baby_review.chair_statement.is_known(), baby_review.review_on), otherwise=NOT_YET)
    words = unless_chair_goes_on(met_on)
    needs = (baby_review.chair_statement,)
    tells = (baby_review.born_on,)
    says = {
        **GOES_ON,
        Outcome.NOT_MET: "Less is proposed at the review of {review_on}; date of birth: {born_on}. It is a first review, or "
        "soon after birth, and no statement by the chair is recorded.",
        Outcome.NOT_YET_DUE: "Less is proposed for the review of {review_on}: a first review, or soon after birth. The "
        "chair's statement is expected with it.",
        Outcome.CANNOT_TELL: "The record cannot show whether the chair gave reasons for ending early on {review_on}.",
        Outcome.MET: "The chair's reasons for ending early were recorded for the review of {review_on}.",
        Outcome.NOT_APPLICABLE: "Neither ending nor stepping down is proposed this early.",
    }
    plainly = "If your plan is to end so soon, the person who leads the review should say why."
    would_meet = "The chair's reasons: why now, what has been seen, and what help goes on."
    ask_next = "What would we lose by waiting until the next review?"

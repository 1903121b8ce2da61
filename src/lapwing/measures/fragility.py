"""How fragile babies are (paragraph 53, key finding K7): seen before help ends, and marks that are acted on the same day."""

from __future__ import annotations

from typing import ClassVar

from lapwing.engine.measure import Measure, Span, done_by
from lapwing.language.expressions import Expression
from lapwing.lessons import ages_of_concern
from lapwing.vocabulary.baby_review import baby_review
from lapwing.vocabulary.local import local
from lapwing.vocabulary.mark_on_baby import mark_on_baby
from lapwing.vocabulary.pre_birth_cohort import FIRST_YEAR_MONTHS
from lapwing.vocabulary.when_due import MARK_EXAMINATION_DUE, MARK_REFERRAL_DUE, MARK_STRATEGY_DUE
from lapwing.vocabulary.work_codes import MeetingKind, ReviewOutcome

P17_3, P53_1 = ages_of_concern.bullet("P17.3"), ages_of_concern.bullet("P53.1")
K7 = ages_of_concern.finding("K7")
OF_BABY = (
    baby_review.held_on.is_known()
    & baby_review.is_born
    & (baby_review.review_on < baby_review.born_on.plus_months(FIRST_YEAR_MONTHS))
)
"""Of a review: that it was held, and the child was born and under one."""
NEVER_WAS = baby_review.pregnancy_lost | baby_review.opened_in_error.is_true() | baby_review.ends_not_by_choice


class OfReview(Measure, abstract=True):
    """What measures of the reviews of babies' plans have in common, each on the day of the review."""

    lesson = P17_3
    findings = (K7,)
    about = baby_review
    belongs: ClassVar[Expression] = OF_BABY & baby_review.proposes_less.is_true()
    on = baby_review.review_on
    ended = NEVER_WAS
    looking_back = {"review.baby_months": 48}


class SeenBeforeLessHelp(OfReview):
    """That help was ended or lessened for a baby whom nobody had seen."""

    asks = "When a baby's plan was ended or stepped down, had a practitioner seen the baby since the meeting before?"
    counts = "Reviews of protection plans, and of help that followed one, at which less help was decided for a baby under one."
    meets = "A practitioner saw the baby, alone or with a parent, since the last conference or core group, and wrote it by then."
    met = baby_review.seen_on.is_known()
    unlike = "A visit at which nobody wrote what was seen of the baby is not counted as seeing."


class EarlyEndingReasoned(OfReview):
    """That a plan ended very soon, and nobody said why it could."""

    asks = "Where a baby's plan was ended or stepped down early, did the chair say why?"
    counts = "Such reviews that were the first, or came within the weeks after the birth that the area calls early."
    meets = "The chair's reasons are recorded."
    belongs = OF_BABY & baby_review.proposes_less.is_true() & baby_review.is_early
    met = baby_review.chair_statement.is_known()
    unlike = "Whether the reasons are good ones is for an audit to say."


class EndedSoonAfterBirth(OfReview):
    """How many protection plans of babies end soon after the birth; it may be right, and is worth a look."""

    asks = "Of protection plans ended in a baby's first year, how many ended soon after the birth?"
    counts = "Review conferences at which the plan of a baby under one ended."
    meets = "It ended within the weeks after the birth that the area calls early."
    belongs = (
        OF_BABY
        & (baby_review.kind == MeetingKind.REVIEW_CONFERENCE)
        & (baby_review.outcome == ReviewOutcome.END).is_true()
    )
    met = baby_review.born_on.plus_days(local("review.early_days_after_birth")) > baby_review.review_on
    span = Span(baby_review.born_on, baby_review.review_on, "Age in days when the plan ended")
    unlike = "A high share is a question and no fault. Plans that ended by a court's order or a move are left out."


class OfMark(Measure, abstract=True):
    """What measures of marks have in common, each on the day on which it was seen."""

    lesson = P53_1
    findings = (K7,)
    about = mark_on_baby
    counts = "Marks and injuries seen on babies who could not yet move about; two records of one day's mark are one."
    belongs = mark_on_baby.seen_on.is_known()
    on = mark_on_baby.seen_on
    ended = mark_on_baby.opened_in_error.is_true()
    looking_back = {"baby.under_months": 48}
    unlike = "Marks that were looked into and cleared, such as birthmarks, are not in it; nor are those that nobody recorded."


class MarkReferred(OfMark):
    """That a bruise was noted and told to nobody who could act that day."""

    asks = "Was a mark on a baby told to children's social care the same day?"
    meets = "A referral, or a strategy discussion, by the day that the area expects."
    met = done_by(mark_on_baby.with_social_care_on, MARK_REFERRAL_DUE)
    settled_on = MARK_REFERRAL_DUE
    span = Span(mark_on_baby.seen_on, mark_on_baby.with_social_care_on, "Days until social care was told")


class MarkExamined(OfMark):
    """That no doctor with the training for it looked in time."""

    asks = "Did a paediatrician see the baby the same day?"
    meets = "An examination by a paediatrician by the day that the area expects."
    met = done_by(mark_on_baby.examined_on, MARK_EXAMINATION_DUE)
    settled_on = MARK_EXAMINATION_DUE
    span = Span(mark_on_baby.seen_on, mark_on_baby.examined_on, "Days until the examination")


class MarkDiscussed(OfMark):
    """That days went by before agencies spoke with one another."""

    asks = "Was a strategy discussion held at once, or found with reasons not to be needed?"
    meets = "The discussion, or the reasons for none, by the day that the area expects."
    met = done_by(mark_on_baby.strategy_settled_on, MARK_STRATEGY_DUE)
    settled_on = MARK_STRATEGY_DUE
    span = Span(mark_on_baby.seen_on, mark_on_baby.strategy_settled_on, "Days until the discussion")

"""P53.1 and key finding K7: a bruise, mark or injury on a baby who cannot yet move about.

The path is that of the day on which it was seen: with social care, with a paediatrician, and then talked over.
"""

from __future__ import annotations

from typing import ClassVar

from lapwing.engine.check import Check, Outcome
from lapwing.language.expressions import Constant, Expression
from lapwing.lessons import ages_of_concern
from lapwing.lessons.settings import Basis
from lapwing.vocabulary.facts import Fact
from lapwing.vocabulary.mark_on_baby import mark_on_baby
from lapwing.vocabulary.when_due import MARK_EXAMINATION_DUE, MARK_REFERRAL_DUE, MARK_STRATEGY_DUE

CANNOT_TELL = "The record cannot show whether this was done in time. Not recorded: {missing}."


class OfMark(Check, abstract=True):
    """What the checks on one mark have in common."""

    lesson = ages_of_concern.bullet("P53.1")
    finding = ages_of_concern.finding("K7")
    about = mark_on_baby
    basis = Basis.NATIONAL_GOOD_PRACTICE
    applies: ClassVar[Expression] = Constant(True)
    urgent: ClassVar[Expression] = mark_on_baby.is_open
    tells: ClassVar[tuple[Fact, ...]] = (mark_on_baby.seen_on,)


class MarkReferredSameDay(OfMark):
    """A bruise on a baby who could not have caused it was noted, and told to nobody who could act that day."""

    asks = "Was the mark told to children's social care on the day it was seen?"
    met_on = mark_on_baby.with_social_care_on
    due_on = MARK_REFERRAL_DUE
    needs = (mark_on_baby.seen_on, mark_on_baby.with_social_care_on)
    says = {
        Outcome.NOT_MET: "A mark or injury was seen on {seen_on}. No referral to children's social care is recorded since. "
        "It is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "A mark or injury was seen on {seen_on}. Children's social care is to be told by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "A mark or injury was seen on {seen_on}. It was with children's social care on {with_social_care_on}.",
    }
    plainly = "Any mark on a baby who cannot yet move about is looked into the same day. It is done for every family."
    would_meet = (
        "A referral on the day. A likely birthmark is talked over the same day, and the mark then recorded as cleared."
    )
    who_can = "Whoever first sees the mark: it is not left to anybody else."
    ask_next = "Who has been told today, and what did they say?"


class MarkSeenByPaediatricianSameDay(OfMark):
    """An injury was explained away before any doctor with the training for it had looked."""

    asks = "Did a paediatrician see the baby on the day the mark was seen?"
    met_on = mark_on_baby.examined_on
    due_on = MARK_EXAMINATION_DUE
    needs = (mark_on_baby.seen_on, mark_on_baby.examined_on)
    says = {
        Outcome.NOT_MET: "A mark or injury was seen on {seen_on}. No examination by a paediatrician is recorded since. It is "
        "expected by {due_on}.",
        Outcome.NOT_YET_DUE: "A mark or injury was seen on {seen_on}. A paediatrician is to see the baby by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "A mark or injury was seen on {seen_on}. A paediatrician saw the baby on {examined_on}.",
    }
    plainly = "A children's doctor should see any mark on a baby who cannot yet move about on the same day."
    would_meet = "The day of the examination; on a ward as elsewhere, an entry of its own."
    who_can = "Children's social care with the paediatrician on call; whoever sees the mark may ring them."
    ask_next = "Can the baby be seen today, and who brings the baby?"


class MarkStrategyDiscussed(OfMark):
    """Each agency held a part of what had happened, and days went by before they spoke with one another."""

    asks = "Was a strategy discussion held at once, or found with reasons not to be needed?"
    met_on = mark_on_baby.strategy_settled_on
    due_on = MARK_STRATEGY_DUE
    needs = (mark_on_baby.seen_on, mark_on_baby.strategy_settled_on)
    says = {
        Outcome.NOT_MET: "A mark or injury was seen on {seen_on}. Neither a strategy discussion nor a reason for none is recorded "
        "since. One of them is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "A mark or injury was seen on {seen_on}. A strategy discussion, or why none, is expected by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "A mark or injury was seen on {seen_on}. The strategy discussion was held, or found with reasons not to be "
        "needed, on {strategy_settled_on}.",
    }
    plainly = "When a baby has a mark, the services should speak with one another at once, and tell you what they have decided."
    would_meet = "The discussion with police and health; or a decision, with reasons, that none is needed."
    who_can = "Children's social care, with the police and the paediatrician."
    ask_next = "Who has spoken with whom, and what keeps the baby safe until they have?"

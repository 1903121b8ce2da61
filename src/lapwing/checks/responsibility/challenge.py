"""P81.4: agencies challenge one another, in time, and the child is safe meanwhile.

The stages, the time for each and what it runs from are the area's own. Nobody who raised a disagreement is named.
A complaint, or a concern about a colleague's conduct, is no disagreement between agencies, and one about a child
protection conference has a route of its own.
"""

from __future__ import annotations

from typing import ClassVar

from lapwing.engine.check import Check, Outcome, Word
from lapwing.language.expressions import TODAY, Constant, Expression
from lapwing.lessons import ages_of_concern
from lapwing.lessons.settings import Basis
from lapwing.vocabulary.challenge import (
    a_disagreement,
    answer_due_above_first,
    answer_due_at,
    declined_referral,
    higher_stage,
    task_not_done,
)
from lapwing.vocabulary.local import local

P81_4 = ages_of_concern.bullet("P81.4")
CANNOT_TELL = "The record cannot show whether this was done in time. Not recorded: {missing}."
NO_CLOCK = (
    "No time can be worked out for this stage: the area's policy has no such stage, or the day from which it runs is "
    "not recorded. Not recorded: {missing}."
)
OWN_ROUTE = "It is about a child protection conference, which has a route of its own."
WITHDRAWN = "The disagreement was withdrawn on {withdrawn_on}; the reason is asked about apart from this."
NEXT_IS_OPEN = "Anybody still worried may go on now: to the next stage if there is one, or by the immediate route."
FEEDBACK_WITHIN = local("escalation.feedback_wd")
CHALLENGE_WITHIN = local("follow_through.overdue_wd")


class OfChallenge(Check, abstract=True):
    """What the checks on disagreements have in common."""

    lesson = P81_4
    basis = Basis.LOCAL_PROCEDURE
    applies: ClassVar[Expression] = Constant(True)
    plainly = (
        "When services do not agree about a child, they should settle it quickly, and keep the child safe meanwhile."
    )
    ask_next = "What would the child say about how long this is taking?"


class FirstStageAnswered(OfChallenge):
    """Practitioners who thought a decision wrong said so once, and nobody answered."""

    asks = "Was the disagreement answered in time at the first stage?"
    about = a_disagreement
    words = {
        "own_route": Word(Outcome.NOT_APPLICABLE, a_disagreement.about_conference),
        "immediate": Word(Outcome.NOT_APPLICABLE, a_disagreement.immediate),
        "withdrawn": Word(
            Outcome.NOT_APPLICABLE,
            a_disagreement.withdrawn_on.is_known() & a_disagreement.first_ended_on.is_unknown(),
        ),
        "overdue": Word(
            Outcome.NOT_MET,
            a_disagreement.first_ended_on.is_unknown() & (a_disagreement.first_answer_due_on < TODAY),
        ),
    }
    met_on = a_disagreement.first_ended_on
    due_on = answer_due_at(1, a_disagreement.raised_on, a_disagreement.received_on, a_disagreement.raised_on)
    needs = (a_disagreement.first_answer_due_on, a_disagreement.first_ended_on)
    tells = (a_disagreement.raised_on,)
    says = {
        Outcome.NOT_MET: "A disagreement was raised on {raised_on}. No answer is recorded; it was expected by {due_on}.",
        "overdue": "Stage 1, raised on {raised_on}: no answer is recorded; it was expected by {due_on}. "
        + NEXT_IS_OPEN,
        "own_route": OWN_ROUTE,
        "immediate": "The child was thought to be at risk now; the immediate route is asked about instead.",
        "withdrawn": WITHDRAWN,
        Outcome.NOT_YET_DUE: "Stage 1, raised on {raised_on}: an answer is expected by {due_on}.",
        Outcome.CANNOT_TELL: NO_CLOCK,
        Outcome.MET: "Stage 1, raised on {raised_on}: answered, settled or taken further on {first_ended_on}.",
    }
    would_meet = "An answer from those to whom it was put, or the next stage."
    who_can = "The practitioners who disagree, and their line managers."


class FurtherStageAnswered(OfChallenge):
    """Disagreements went up, and came to rest with managers who did not answer one another."""

    asks = "Was the disagreement answered in time at this further stage?"
    about = higher_stage
    words = {
        "own_route": Word(Outcome.NOT_APPLICABLE, higher_stage.about_conference),
        "withdrawn": Word(
            Outcome.NOT_APPLICABLE,
            higher_stage.withdrawn_on.is_known() & higher_stage.stage_ended_on.is_unknown(),
        ),
        "overdue": Word(
            Outcome.NOT_MET, higher_stage.stage_ended_on.is_unknown() & (higher_stage.answer_due_on < TODAY)
        ),
    }
    met_on = higher_stage.stage_ended_on
    due_on = answer_due_above_first(
        higher_stage.stage, higher_stage.raised_on, higher_stage.received_on, higher_stage.began_on
    )
    needs = (higher_stage.answer_due_on, higher_stage.stage_ended_on)
    tells = (higher_stage.stage, higher_stage.began_on)
    says = {
        Outcome.NOT_MET: "Stage {stage}, begun on {began_on}. No answer is recorded; it was expected by {due_on}.",
        "overdue": "Stage {stage}, begun on {began_on}: no answer is recorded; it was expected by {due_on}. "
        + NEXT_IS_OPEN,
        "own_route": OWN_ROUTE,
        "withdrawn": WITHDRAWN,
        Outcome.NOT_YET_DUE: "Stage {stage}, begun on {began_on}: an answer is expected by {due_on}.",
        Outcome.CANNOT_TELL: NO_CLOCK,
        Outcome.MET: "Stage {stage}, begun on {began_on}: answered, settled or taken further on {stage_ended_on}.",
    }
    would_meet = "An answer from those who settle it at this stage, or the next stage."
    who_can = "Those whom the area's escalation policy names for this stage."


class ImmediateRouteSettled(OfChallenge):
    """A child was thought to be in danger that day, and the disagreement took its usual course."""

    asks = "Was the disagreement settled at once where the child was thought to be at risk now?"
    about = a_disagreement
    applies = a_disagreement.immediate_since.is_known()
    words = {
        "withdrawn": Word(
            Outcome.NOT_APPLICABLE,
            a_disagreement.withdrawn_on.is_known() & a_disagreement.settled_at_once_on.is_unknown(),
        )
    }
    met_on = a_disagreement.settled_at_once_on
    due_on = a_disagreement.immediate_since.plus_days(local("escalation.immediate_days"))
    urgent = a_disagreement.settled_at_once_on.is_unknown()
    needs = (a_disagreement.settled_at_once_on,)
    says = {
        Outcome.NOT_MET: "The immediate route was opened on {immediate_since}. That it was settled is not recorded; it was "
        "expected by {due_on}.",
        "withdrawn": WITHDRAWN,
        Outcome.NOT_YET_DUE: "The immediate route was opened on {immediate_since}. It is to be settled by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "The immediate route was opened on {immediate_since} and the disagreement settled on {settled_at_once_on}.",
        Outcome.NOT_APPLICABLE: "The immediate route was not opened; it may be, at any stage.",
    }
    would_meet = "A decision that day by somebody who can make it, with what keeps the child safe."
    who_can = "The most senior safeguarding lead on duty in each agency."


class ChildSafeMeanwhile(OfChallenge):
    """While services argued, nobody had said what kept the child safe until they were done."""

    asks = "Is it written what keeps the child safe while this stage of the disagreement goes on?"
    about = a_disagreement
    basis = Basis.REPORT
    applies = a_disagreement.line_on.is_known() | ~(a_disagreement.ended_on <= a_disagreement.line_due_on).is_true()
    met_on = a_disagreement.line_on
    due_on = a_disagreement.stage_began_on.plus_days(local("escalation.interim_safety_days"))
    needs = (a_disagreement.line_on,)
    tells = (a_disagreement.raised_on, a_disagreement.stage_began_on)
    says = {
        Outcome.NOT_MET: "A disagreement was raised on {raised_on}; its latest stage began on {stage_began_on}. What keeps the "
        "child safe meanwhile is not recorded since. It was expected by {due_on}.",
        Outcome.NOT_YET_DUE: "A disagreement was raised on {raised_on}; its latest stage began on {stage_began_on}. What keeps "
        "the child safe meanwhile is to be written by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "A disagreement was raised on {raised_on}. What keeps the child safe meanwhile was written on {line_on}.",
        Outcome.NOT_APPLICABLE: "It was over by {ended_on}, before a line on the child's safety meanwhile was due.",
    }
    would_meet = "A line, at each stage, on what keeps the child safe until it is settled, and who sees to it."
    who_can = "Either side: whoever raises it, or whoever answers."
    ask_next = "What is different for the child tonight because we disagree?"


class OutcomeAndLearningRecorded(OfChallenge):
    """Disagreements faded away; nobody could say later how they had ended, or what they had shown."""

    asks = "Is it on record how the disagreement ended, and whether there is something to learn from it?"
    about = a_disagreement
    basis = Basis.REPORT
    applies = a_disagreement.ended_on.is_known()
    words = {
        "withdrawn": Word(
            Outcome.NOT_APPLICABLE,
            a_disagreement.withdrawn_with_reason_on.is_known() & a_disagreement.resolved_on.is_unknown(),
        ),
        "withdrawn_without_reason": Word(
            Outcome.NOT_MET,
            a_disagreement.resolved_on.is_unknown()
            & a_disagreement.withdrawn_on.is_known()
            & a_disagreement.withdrawn_with_reason_on.is_unknown()
            & (a_disagreement.feedback_due_on < TODAY),
        ),
    }
    met_on = a_disagreement.learnt_from_on
    due_on = a_disagreement.ended_on.plus_working_days(FEEDBACK_WITHIN)
    needs = (a_disagreement.outcome, a_disagreement.learning)
    tells = (a_disagreement.raised_on,)
    says = {
        Outcome.NOT_MET: "The disagreement of {raised_on} ended on {ended_on}. Not recorded: {missing}.",
        "withdrawn": "The disagreement was withdrawn, with the reason, on {withdrawn_with_reason_on}.",
        "withdrawn_without_reason": "The disagreement of {raised_on} was withdrawn on {withdrawn_on}. Why is not recorded.",
        Outcome.NOT_YET_DUE: "The disagreement of {raised_on} ended on {ended_on}. To be recorded by {due_on}: {missing}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "The disagreement of {raised_on} ended on {ended_on}; how, and whether there is something to learn, "
        "is on record.",
        Outcome.NOT_APPLICABLE: "The disagreement has not ended.",
    }
    would_meet = "How it ended and why; a yes or a no to whether it has something to teach; or why it was withdrawn."
    who_can = "Whoever settled it."


class RaiserToldOfEnding(OfChallenge):
    """Those who had spoken up learnt only by chance what had come of it, and did not speak up again."""

    asks = "Was whoever raised the disagreement told how it ended?"
    about = a_disagreement
    applies = a_disagreement.resolved_on.is_known()
    met_on = a_disagreement.raiser_told_on
    due_on = a_disagreement.resolved_on.plus_working_days(FEEDBACK_WITHIN)
    needs = (a_disagreement.raiser_told_on,)
    tells = (a_disagreement.raised_on,)
    says = {
        Outcome.NOT_MET: "The disagreement of {raised_on} ended on {resolved_on}. It is not recorded that whoever raised it was "
        "told. That was expected by {due_on}.",
        Outcome.NOT_YET_DUE: "The disagreement of {raised_on} ended on {resolved_on}. Whoever raised it is to be told by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "The disagreement of {raised_on} ended on {resolved_on}; whoever raised it was told on {raiser_told_on}.",
        Outcome.NOT_APPLICABLE: "The disagreement has not ended, or was withdrawn.",
    }
    would_meet = "A word to whoever raised it: how it ended and why."
    who_can = "Whoever settled it."


class DeclinedReferralsChallenged(OfChallenge):
    """The same child was referred again and again, each time to be told no, and each no was taken as the last word."""

    asks = "After referrals were declined again, was that challenged, or was a later one taken up?"
    about = declined_referral
    basis = Basis.REPORT
    met_on = declined_referral.answered_on
    due_on = declined_referral.decided_on.plus_working_days(CHALLENGE_WITHIN)
    needs = (declined_referral.answered_on,)
    tells = (declined_referral.source, declined_referral.times_declined)
    says = {
        Outcome.NOT_MET: "{source}: a referral was not taken up on {decided_on}, the last of {times_declined}. Neither a "
        "challenge nor a referral that was taken up is recorded since. The escalation policy is open to anybody still worried.",
        Outcome.NOT_YET_DUE: "{source}: a referral was not taken up on {decided_on}, the last of {times_declined}. Anybody "
        "still worried may raise a disagreement; it is asked about on {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{source}: a referral was not taken up on {decided_on}, the last of {times_declined}; it was challenged, or "
        "another taken up, on {answered_on}.",
    }
    plainly = "When services ask for help for a child and are told no, they should ask again if they are still worried."
    would_meet = (
        "A disagreement raised, if anybody is still worried; if nobody is, a manager sets this aside and says why."
    )
    who_can = "Any practitioner who is still worried, their supervisor or their safeguarding lead."
    ask_next = "Are we still worried, and whom have we told?"


class OverdueTaskChallenged(OfChallenge):
    """Review after review noted that the same thing had not been done."""

    asks = "After a task was overdue at several reviews, was it done, or was that challenged?"
    about = task_not_done
    basis = Basis.REPORT
    met_on = task_not_done.answered_on
    due_on = task_not_done.last_review_on.plus_working_days(CHALLENGE_WITHIN)
    needs = (task_not_done.answered_on,)
    tells = (task_not_done.kind, task_not_done.task_due_on, task_not_done.reviews)
    says = {
        Outcome.NOT_MET: "{kind}, to be done by {task_due_on}: not recorded as done at {reviews} reviews since, the last on "
        "{last_review_on}, nor challenged. The escalation policy is open to anybody still worried.",
        Outcome.NOT_YET_DUE: "{kind}, to be done by {task_due_on}: not recorded as done at {reviews} reviews since, the last on "
        "{last_review_on}. Anybody still worried may raise a disagreement; it is asked about on {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{kind}, to be done by {task_due_on}: done, declined or challenged on {answered_on}.",
    }
    plainly = "When something promised is not done, somebody should ask why, and not only write it down again."
    would_meet = "That it was done; or a disagreement raised about it, by anybody who is worried."
    who_can = "The lead practitioner, or the chair of the review."
    ask_next = "What has it meant for the child that this was not done?"

"""P81.3: what was raised, asked or handed over is followed until a named person has it and its outcome is known.

It is asked for every child. An agency is nobody: what was given to one alone is *assumed*; what a person was asked
to take and has not accepted is *passed, not accepted*. Until somebody accepts it, it is still the one's who raised it.
"""

from __future__ import annotations

from typing import ClassVar

from lapwing.engine.check import Check, Outcome, Word
from lapwing.language.expressions import TODAY, Constant, Expression
from lapwing.lessons import ages_of_concern
from lapwing.lessons.settings import Basis
from lapwing.vocabulary.follow_through import given_task, passed_on, raised_concern, sent_referral
from lapwing.vocabulary.local import local

P81_3 = ages_of_concern.bullet("P81.3")
CANNOT_TELL = "The record cannot show whether this was done in time. Not recorded: {missing}."
GOES_ABOVE = "From {above_on} a supervisor should know of it, and a disagreement may be raised."
ACCEPT_WITHIN = local("action.owner_ack_wd")
OUTCOME_WITHIN = local("follow_through.outcome_wd")


class OfFollowThrough(Check, abstract=True):
    """What the checks on following through have in common."""

    lesson = P81_3
    basis = Basis.REPORT
    applies: ClassVar[Expression] = Constant(True)


class ReferralAcknowledged(OfFollowThrough):
    """Practitioners who raised a concern heard nothing, and took silence for action."""

    asks = "Was the referrer told in time that the referral had arrived?"
    about = sent_referral
    basis = Basis.STATUTORY
    met_on = sent_referral.answered_on
    due_on = sent_referral.received_on.plus_working_days(local("referral.ack_wd"))
    urgent = sent_referral.lies_untouched
    needs = (sent_referral.received_on, sent_referral.answered_on)
    tells = (sent_referral.source, sent_referral.ask_again_on, sent_referral.above_on)
    says = {
        Outcome.NOT_MET: "{source}: the referral was received on {received_on}. No acknowledgement is recorded; it was expected "
        "by {due_on}. It is still the referrer's until somebody accepts it. Time to ask again: {ask_again_on}. "
        + GOES_ABOVE,
        Outcome.NOT_YET_DUE: "{source}: the referral was received on {received_on}. An acknowledgement is expected by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{source}: the referral was received on {received_on} and acknowledged on {answered_on}.",
    }
    plainly = "When somebody asks for help for a child, they should hear quickly that it has arrived."
    would_meet = "A word to the practitioner who referred: it is here, and this person has it."
    who_can = "The team that received it; the referrer may ask."
    ask_next = "Does the practitioner who was worried know who has it now?"


class ReferrerToldOutcome(OfFollowThrough):
    """What was decided stayed with those who decided; the one who had raised it could not go on from there."""

    asks = "Was the referrer told what was decided?"
    about = sent_referral
    words = {
        "closed_without_outcome": Word(
            Outcome.NOT_MET,
            sent_referral.closed_on.is_known()
            & sent_referral.referrer_told_on.is_unknown()
            & (sent_referral.outcome_due_on < TODAY),
        )
    }
    met_on = sent_referral.referrer_told_on
    due_on = sent_referral.received_on.plus_working_days(OUTCOME_WITHIN)
    needs = (sent_referral.received_on, sent_referral.referrer_told_on)
    tells = (sent_referral.source,)
    says = {
        Outcome.NOT_MET: "{source}: the referral was received on {received_on}. It is not recorded that the referrer was told "
        "what was decided. That was expected by {due_on}.",
        "closed_without_outcome": "{source}: the referral was received on {received_on} and closed on {closed_on}. It is not "
        "recorded that the referrer was told what came of it.",
        Outcome.NOT_YET_DUE: "{source}: the referral was received on {received_on}. The referrer is to be told by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{source}: the referral was received on {received_on}; the referrer was told on {referrer_told_on}.",
    }
    plainly = "A worker who asks for help for a child should hear what was decided, so that they can go on helping."
    would_meet = "The outcome and its reasons, told to the practitioner who referred."
    who_can = "Whoever decided on the referral."
    ask_next = "What does the referrer think of the decision, and do they know how to disagree?"


class TaskAcceptedByPerson(OfFollowThrough):
    """Tasks were given to agencies, and each practitioner there believed that another had them."""

    asks = "Has a named person accepted this task, and are they still there to do it?"
    about = given_task
    applies = given_task.accepted_by_person_on.is_known() | ~given_task.is_over
    words = {
        "left_behind": Word(Outcome.NOT_MET, given_task.is_left_behind & (given_task.accept_by < TODAY)),
        "assumed": Word(
            Outcome.NOT_MET,
            ~given_task.has_person & given_task.owner_agency_id.is_known() & (given_task.accept_by < TODAY),
        ),
        "passed_not_accepted": Word(
            Outcome.NOT_MET,
            given_task.has_person & given_task.taken_on.is_unknown() & (given_task.accept_by < TODAY),
        ),
    }
    met_on = given_task.accepted_by_person_on
    due_on = given_task.had_until.plus_working_days(ACCEPT_WITHIN)
    needs = (given_task.assigned_on, given_task.accepted_by_person_on)
    tells = (given_task.kind, given_task.owner_left_on, given_task.above_on)
    says = {
        Outcome.NOT_MET: "{kind}, given on {assigned_on}. Not recorded: {missing}. It was expected by {due_on}. "
        + GOES_ABOVE,
        "assumed": "{kind}, given on {assigned_on} to an agency and no person. A person was to have it by {due_on}; until "
        "one does, it is still with whoever gave it. " + GOES_ABOVE,
        "passed_not_accepted": "{kind}, given on {assigned_on} to a named person, who is not recorded as having accepted it. "
        "That was expected by {due_on}; until then it is still with whoever gave it. " + GOES_ABOVE,
        "left_behind": "{kind}, given on {assigned_on}. The person who had it left on {owner_left_on}, and it is not "
        "finished. It was to be with somebody else by {due_on}, and stands in the way of closing.",
        Outcome.NOT_YET_DUE: "{kind}, given on {assigned_on}. A named person is to have accepted it by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{kind}, given on {assigned_on}: a named person had accepted it on {accepted_by_person_on}.",
        Outcome.NOT_APPLICABLE: "It was finished or declined, or its plan ended, before anybody by name had accepted it.",
    }
    plainly = "When something is promised, one person should be responsible for it, and you should know who."
    would_meet = "A person, by name, who says yes to it or has begun it; somebody else, where that person has left."
    who_can = "Whoever gave the task, with the manager of the agency it was given to."
    ask_next = "Who will say “that is mine”?"


class TaskOutcomeKnown(OfFollowThrough):
    """A task was given, and no one ever wrote whether it had been done."""

    asks = "Is it on record what came of this task?"
    about = given_task
    applies = given_task.task_due_on.is_known() | given_task.plan_ended_on.is_known()
    words = {
        "closed_without_outcome": Word(
            Outcome.NOT_MET,
            given_task.plan_ended_on.is_known()
            & given_task.settled_on.is_unknown()
            & (given_task.outcome_due_on < TODAY),
        )
    }
    met_on = given_task.settled_on
    due_on = given_task.outcome_wanted_on.plus_working_days(local("follow_through.overdue_wd"))
    needs = (given_task.settled_on,)
    tells = (given_task.kind, given_task.assigned_on, given_task.task_due_on)
    says = {
        Outcome.NOT_MET: "{kind}, given on {assigned_on} and to be done by {task_due_on}. What came of it is not recorded. A "
        "supervisor was to know of it by {due_on}, and a disagreement may be raised.",
        "closed_without_outcome": "{kind}, given on {assigned_on}. The plan ended on {plan_ended_on}; what came of this is "
        "not recorded.",
        Outcome.NOT_YET_DUE: "{kind}, given on {assigned_on}. What came of it is to be known by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{kind}, given on {assigned_on}: what came of it is on record since {settled_on}.",
        Outcome.NOT_APPLICABLE: "No day is recorded by which this is to be done.",
    }
    plainly = "When something is promised, somebody should check that it has happened."
    would_meet = "That it was finished, whether it helped, or what happens instead where the family declined it."
    who_can = "The person who has the task; the lead practitioner asks."
    ask_next = "Did it happen, and did it help?"


class HandOverAccepted(OfFollowThrough):
    """Work passed between services, and for a time nobody had the child."""

    asks = "Has a named person accepted this hand-over?"
    about = passed_on
    applies = passed_on.accepted_by_person_on.is_known() | passed_on.sent_again_on.is_unknown()
    words = {
        "declined": Word(
            Outcome.NOT_MET,
            passed_on.declined_on.is_known() & passed_on.accepted_on.is_unknown() & (passed_on.accept_by < TODAY),
        ),
        "assumed": Word(Outcome.NOT_MET, ~passed_on.somebody_named & (passed_on.accept_by < TODAY)),
        "passed_not_accepted": Word(
            Outcome.NOT_MET,
            passed_on.somebody_named & passed_on.accepted_on.is_unknown() & (passed_on.accept_by < TODAY),
        ),
    }
    met_on = passed_on.accepted_by_person_on
    due_on = passed_on.sent_on.plus_working_days(ACCEPT_WITHIN)
    needs = (passed_on.sent_on, passed_on.accepted_by_person_on)
    tells = (passed_on.kind, passed_on.above_on)
    says = {
        Outcome.NOT_MET: "{kind}, sent on {sent_on}. Not recorded: {missing}. It was expected by {due_on}. "
        + GOES_ABOVE,
        "declined": "{kind}, sent on {sent_on} and declined on {declined_on}. It is still with whoever sent it, until somebody "
        "accepts it. " + GOES_ABOVE,
        "assumed": "{kind}, sent on {sent_on} to a service and no person. A person was to have it by {due_on}; until one "
        "does, it is still with whoever sent it. " + GOES_ABOVE,
        "passed_not_accepted": "{kind}, sent on {sent_on} to a named person, who is not recorded as having accepted it. That "
        "was expected by {due_on}; until then it is still with whoever sent it. " + GOES_ABOVE,
        Outcome.NOT_YET_DUE: "{kind}, sent on {sent_on}. A named person is to accept it by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{kind}, sent on {sent_on} and accepted by a named person on {accepted_by_person_on}.",
        Outcome.NOT_APPLICABLE: "It was sent again on {sent_again_on}; that hand-over is asked about instead.",
    }
    plainly = "When one worker hands over to another, there should be no time when nobody is there for you."
    would_meet = "A person, by name, who says that they have it now."
    who_can = "The practitioner who hands over; the manager of the service that takes over."
    ask_next = "Who is the family's worker today?"


class ConcernHasOutcome(OfFollowThrough):
    """Worries were written down carefully, and that was all that was done with them."""

    asks = "Is it on record what came of this concern?"
    about = raised_concern
    words = {
        "closed_without_outcome": Word(
            Outcome.NOT_MET,
            raised_concern.ended_on.is_known()
            & raised_concern.outcome_on.is_unknown()
            & (raised_concern.outcome_due_on < TODAY),
        )
    }
    met_on = raised_concern.outcome_on
    due_on = raised_concern.recorded_on.plus_working_days(OUTCOME_WITHIN)
    needs = (raised_concern.outcome_on,)
    tells = (raised_concern.kind, raised_concern.recorded_on, raised_concern.above_on)
    says = {
        Outcome.NOT_MET: "{kind}, recorded on {recorded_on} as significant. What came of it is not recorded. It was expected by "
        "{due_on}. " + GOES_ABOVE,
        "closed_without_outcome": "{kind}, recorded as significant, and closed on {ended_on}. What came of it, or why it "
        "ceased to be a concern, is not recorded.",
        Outcome.NOT_YET_DUE: "{kind}, recorded on {recorded_on} as significant. What comes of it is to be known by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{kind}, recorded as significant: what came of it is on record since {outcome_on}.",
    }
    plainly = "When somebody is worried, something should come of it, and you should be told what."
    would_meet = "An action that somebody has, a decision with its reasons, or why nothing is needed."
    who_can = "Whoever raised it, until somebody else has it."
    ask_next = "What has changed for the child because this was written down?"

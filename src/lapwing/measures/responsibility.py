"""Responsibility (paragraph 81, B81.2; K0, K10): is what was asked answered, does a person have it, is challenge heard?

The one who raised something is never named, nor counted by agency: figures are divided by who owed the answer.
"""

from __future__ import annotations

from typing import ClassVar

from lapwing.engine.measure import Measure, Span, done_by
from lapwing.language.expressions import Expression
from lapwing.lessons import ages_of_concern
from lapwing.vocabulary.asked_contribution import asked_contribution
from lapwing.vocabulary.follow_through import given_task, sent_referral
from lapwing.vocabulary.past_concern import past_concern
from lapwing.vocabulary.past_disagreement import past_disagreement, past_stage

B81_1 = ages_of_concern.bullet("B81.1")
B81_2 = ages_of_concern.bullet("B81.2")
P81_2 = ages_of_concern.bullet("P81.2")
P81_3 = ages_of_concern.bullet("P81.3")
K0 = ages_of_concern.finding("K0")
K10 = ages_of_concern.finding("K10")
THREE_YEARS = {"follow_through.look_back_months": 36}


class OfReferrals(Measure, abstract=True):
    """What measures of referrals have in common: the work of whoever was asked."""

    lesson = P81_3
    findings = (K10,)
    about = sent_referral
    ended = sent_referral.never_was
    counts = "Referrals by practitioners that were received."
    belongs = sent_referral.received_on.is_known()
    on = sent_referral.received_on
    by = {"source": sent_referral.source}
    agency = sent_referral.to_agency_id
    looking_back = THREE_YEARS
    unlike = "Family and neighbours who referred are answered in another way and are not in it."


class ReferralAcknowledged(OfReferrals):
    """Silence was taken for action."""

    asks = "Was whoever referred told in time that it had arrived?"
    meets = "They heard within a working day, or what the area has set."
    met = done_by(sent_referral.answered_on, sent_referral.answer_due_on)
    settled_on = sent_referral.answer_due_on
    span = Span(sent_referral.received_on, sent_referral.answered_on, "From its arrival to the first answer")


class OutcomeTold(OfReferrals):
    """Whoever raised a worry can go on only from what they were told."""

    asks = "Was whoever referred told in time what was decided?"
    meets = "They were told within the area's working days."
    met = done_by(sent_referral.referrer_told_on, sent_referral.outcome_due_on)
    settled_on = sent_referral.outcome_due_on
    span = Span(sent_referral.received_on, sent_referral.referrer_told_on, "From its arrival until the outcome is told")


class OfTasks(Measure, abstract=True):
    """What measures of tasks have in common: the work of the agency that has them."""

    lesson = P81_3
    findings = (K10,)
    about = given_task
    ended = given_task.never_was
    counts = "Tasks that were given to somebody for a child."
    belongs: ClassVar[Expression] = given_task.assigned_on.is_known()
    on: ClassVar[Expression] = given_task.assigned_on
    by = {"kind": given_task.kind}
    agency = given_task.owner_agency_id
    looking_back = THREE_YEARS
    unlike = "What was agreed and never written down as a task is not in it."


class TaskHasPerson(OfTasks):
    """What an agency has, each practitioner there believes another to have."""

    asks = "Was each task given to a person, and not to an agency alone?"
    meets = "A practitioner by name has it, or a parent."
    met = given_task.has_person


class TaskAccepted(OfTasks):
    """A task is somebody's when they say so."""

    asks = "Did a named person accept each task in time?"
    meets = "A named person had accepted it or begun it within the area's working days."
    leaves_out = {
        "It was finished or declined, or its plan ended, before anybody by name had accepted it.": (
            given_task.accepted_by_person_on.is_unknown() & given_task.is_over
        ),
    }
    met = done_by(given_task.accepted_by_person_on, given_task.accept_by)
    settled_on = given_task.accept_by
    span = Span(given_task.assigned_on, given_task.taken_on, "From its giving to its acceptance")


class TaskOutcomeKnown(OfTasks):
    """Plans are full of what nobody looked at again."""

    asks = "Is it on record in time what came of each task?"
    counts = "Tasks with a day by which they were to be done, or whose plan has ended."
    belongs = given_task.outcome_wanted_on.is_known()
    on = given_task.outcome_wanted_on
    meets = (
        "That it was finished, whether it helped, or what happens instead, within the area's working days of that day."
    )
    met = done_by(given_task.settled_on, given_task.outcome_due_on)
    settled_on = given_task.outcome_due_on
    span = Span(given_task.assigned_on, given_task.settled_on, "From its giving until its outcome is known")


class ContributionReceived(Measure):
    """Each agency saw what others left undone, and not its own part."""

    asks = "Did each agency put in what it was asked for?"
    lesson = P81_2
    findings = (K10,)
    about = asked_contribution
    counts = "Contributions to assessments and meetings that an agency was asked for."
    meets = "It came before the assessment was signed off or the meeting was held."
    leaves_out = {
        "It is written why there is none.": (
            asked_contribution.received_on.is_unknown() & asked_contribution.reason_without.is_known()
        ),
        "The assessment was given up.": asked_contribution.stopped_on.is_known(),
    }
    belongs = asked_contribution.asked_on.is_known()
    on = asked_contribution.asked_on
    met = (asked_contribution.received_on <= asked_contribution.open_until).is_true()
    settled_on = asked_contribution.open_until
    span = Span(asked_contribution.asked_on, asked_contribution.received_on, "From asking to its coming")
    by = {"contributor": asked_contribution.contributor}
    unlike = "Who was never asked is not in it, nor whether what came was of use."


class ConcernBesideOthers(Measure):
    """What befell young people was of many kinds: a service for one kind alone meets few of them."""

    asks = "What is feared for young people, and how often does it stand beside something of another kind?"
    lesson = B81_1
    findings = (K0,)
    about = past_concern
    counts = "Concerns for young people, each by its kind."
    meets = "Something of another kind is on record for the same young person."
    belongs = past_concern.found_on.is_known()
    on = past_concern.found_on
    met = past_concern.stands_beside_another
    by = {"kind": past_concern.kind}
    unlike = (
        "It is a picture and no target: neither more nor less is better. How much of it services see, it does not show."
    )


class OfDisagreements(Measure, abstract=True):
    """What measures of disagreements have in common: the agency challenged, and never the one that raised it."""

    lesson = B81_2
    findings = (K10,)
    about = past_disagreement
    ended = past_disagreement.never_was
    counts = "Disagreements between agencies that were raised."
    belongs: ClassVar[Expression] = past_disagreement.raised_on.is_known()
    on: ClassVar[Expression] = past_disagreement.raised_on
    by = {"stage": past_disagreement.stage_reached, "theme": past_disagreement.theme}
    agency = past_disagreement.to_agency_id
    unlike = "Many disagreements are no fault and none is no success: what was never raised is not in it."


WITHDRAWN = {
    "It was withdrawn.": past_disagreement.resolved_on.is_unknown() & past_disagreement.withdrawn_on.is_known()
}


class FirstStageAnswered(OfDisagreements):
    """A challenge that waits is a challenge that is not made again."""

    asks = "Was each disagreement answered in time at the first stage?"
    counts = "Disagreements that were raised, but for those on the immediate route from the beginning."
    belongs = past_disagreement.raised_on.is_known() & ~past_disagreement.immediate.is_true()
    meets = "It was answered, settled or taken further within the days of the area's policy."
    leaves_out = {
        "It is about a conference, which has its own way.": past_disagreement.about_conference,
        **WITHDRAWN,
    }
    met = done_by(past_disagreement.first_ended_on, past_disagreement.first_answer_due_on)
    settled_on = past_disagreement.first_answer_due_on
    span = Span(
        past_disagreement.raised_on, past_disagreement.first_ended_on, "From raising to the end of the first stage"
    )


class HigherStageAnswered(Measure):
    """Beyond the first stage managers answer, and that is where answers are slowest."""

    asks = "Was each further stage of a disagreement answered in time?"
    lesson = B81_2
    findings = (K10,)
    about = past_stage
    ended = past_stage.never_was
    counts = "Stages above the first to which a disagreement was taken."
    meets = "It was answered, settled or taken further within the days of the area's policy."
    belongs = past_stage.began_on.is_known()
    on = past_stage.began_on
    leaves_out = {
        "It is about a conference, which has its own way.": past_stage.about_conference,
        "It was withdrawn.": past_stage.stage_ended_on.is_unknown() & past_stage.withdrawn_on.is_known(),
    }
    met = done_by(past_stage.stage_ended_on, past_stage.answer_due_on)
    settled_on = past_stage.answer_due_on
    span = Span(past_stage.began_on, past_stage.stage_ended_on, "From the stage's beginning to its end")
    by = {"stage": past_stage.stage_reached}
    agency = past_stage.to_agency_id
    unlike = "Stages that the area's policy does not have have no day, and of those it cannot be told."


class ImmediateSettled(OfDisagreements):
    """Where a child is at risk now there is no time for stages."""

    asks = "Was each disagreement on the immediate route settled in time?"
    counts = "Disagreements on the immediate route."
    belongs = past_disagreement.immediate_since.is_known()
    on = past_disagreement.immediate_since
    meets = "It was settled within a day, or what the area has set."
    leaves_out = WITHDRAWN
    met = done_by(past_disagreement.settled_at_once_on, past_disagreement.settle_at_once_by)
    settled_on = past_disagreement.settle_at_once_by


class DisagreementResolved(OfDisagreements):
    """A disagreement that nobody ends stays between the two services, and the child with it."""

    asks = "Was each disagreement resolved?"
    meets = "It ended with an outcome, whatever the outcome was."
    leaves_out = WITHDRAWN
    met = past_disagreement.resolved_on.is_known()
    span = Span(past_disagreement.raised_on, past_disagreement.resolved_on, "From raising to its end")


class RaiserTold(OfDisagreements):
    """To hear nothing teaches that challenge is useless."""

    asks = "Was whoever raised a disagreement told in time how it ended?"
    counts = "Disagreements that were resolved."
    belongs = past_disagreement.resolved_on.is_known()
    on = past_disagreement.resolved_on
    meets = "They were told within the area's working days of its end."
    met = done_by(past_disagreement.raiser_told_on, past_disagreement.feedback_due_on)
    settled_on = past_disagreement.feedback_due_on


class DecisionChanged(OfDisagreements):
    """Whether challenge ever changes anything is a fair question of the mechanism."""

    asks = "Of disagreements that were resolved, in how many was the decision changed?"
    counts = "Disagreements that were resolved, about a decision or a referral on record."
    belongs = past_disagreement.resolved_on.is_known() & past_disagreement.names_what_is_disputed
    meets = "The same question was decided otherwise since, or the referral was taken up."
    met = past_disagreement.was_changed
    unlike = (
        "Neither all nor none would be right. A change that was made without a new decision on record is not in it."
    )

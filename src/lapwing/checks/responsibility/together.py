"""P81.2: the services around a young person work as one: each known, led, asked, heard, planned with and told.

Five ask of each service, two of all of them together. Every step can be taken by whoever leads: nothing is asked of
a service that cannot see the record, and nothing at all about one that the young person asked to keep private.
"""

from __future__ import annotations

from typing import ClassVar

from lapwing.engine.check import Check, Outcome, Word
from lapwing.language.expressions import Constant, Expression
from lapwing.lessons import ages_of_concern
from lapwing.lessons.settings import Basis
from lapwing.vocabulary.facts import Fact
from lapwing.vocabulary.working_together import service_at_work, shared_work

P81_2 = ages_of_concern.bullet("P81.2")
CANNOT_TELL = "The record cannot show whether this was done in time. Not recorded: {missing}."
WORKS = "{kind} has worked with the young person since {since}"


class OfService(Check, abstract=True):
    """What the checks on one service among several have in common."""

    lesson = P81_2
    about = service_at_work
    basis = Basis.REPORT
    applies: ClassVar[Expression] = Constant(True)
    due_on: ClassVar[Expression] = service_at_work.shown_by
    tells: ClassVar[tuple[Fact, ...]] = (service_at_work.kind, service_at_work.since)
    who_can = "The lead practitioner, or whoever convenes the services."


class ServiceHasNamedPerson(OfService):
    """Agencies knew that another was involved, and nobody knew whom to ring."""

    asks = "Does the record name the person at each service who works with the young person?"
    met_on = service_at_work.named_on
    needs = (service_at_work.named_on,)
    says = {
        Outcome.NOT_MET: WORKS + ". The record does not name who it is.",
        Outcome.NOT_YET_DUE: WORKS + ". Who it is there is to be on record by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: WORKS + "; a person there is named.",
    }
    plainly = "You and everybody who helps you should know who to speak to at each service."
    would_meet = "The name of the practitioner at this service, in the record of who is involved."
    ask_next = "Does the young person know who each of these people is, and would they rather have fewer of them?"


class InvitedToMeetings(OfService):
    """Those who saw a young person most were left out of the meetings about them."""

    asks = "Was each service asked to the last meeting about the young person?"
    applies = service_at_work.due_at_meeting_on.is_known()
    met_on = service_at_work.invited_on
    due_on = service_at_work.due_at_meeting_on
    needs = (service_at_work.invited_on,)
    tells = (service_at_work.kind, service_at_work.since, service_at_work.missed)
    says = {
        Outcome.NOT_MET: WORKS + ". It is not recorded as asked to the meeting on {due_at_meeting_on}, nor why not. "
        "Meetings without it since it was last asked, or since it began: {missed}.",
        Outcome.DUE_SOON: WORKS + ". The meeting is today; it is not yet recorded as asked.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: WORKS + ". It was asked to the meeting on {due_at_meeting_on}, or the record says why not.",
        Outcome.NOT_APPLICABLE: "No meeting has been held since this service began.",
    }
    plainly = "The people who work with you should be asked to the meetings about you, unless there is a reason."
    would_meet = "An invitation to every meeting, or the reason why this service was not asked to one."
    ask_next = "Who would the young person want in the room, and who rather not?"


class HeardAtMeetings(OfService):
    """A chair stayed empty, and what that service knew was not known to the others."""

    asks = "Did each service that was asked come to the last meeting, send word, or say why not?"
    applies = service_at_work.invited_on.is_known()
    met_on = service_at_work.heard_on
    due_on = service_at_work.due_at_meeting_on
    needs = (service_at_work.heard_on,)
    says = {
        Outcome.NOT_MET: WORKS + ". It was asked to the meeting on {due_at_meeting_on}. The record shows neither that "
        "it came, nor a report since the meeting before, nor why not.",
        Outcome.DUE_SOON: WORKS + ". The meeting is today; nothing from it is recorded yet.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: WORKS + ". It had its part in the meeting on {due_at_meeting_on}, or the record says why not.",
        Outcome.NOT_APPLICABLE: "This service has not been asked to a meeting that was held since it began.",
    }
    plainly = "The people who work with you should come to meetings about you, or send what they know."
    would_meet = "That it came, a report from it, or the reason why there is neither."
    who_can = "The service itself; whoever chaired can ask it, and write down what it says."
    ask_next = "What does this service know that the others have not heard?"


class ServiceHasPartInPlan(OfService):
    """A service went on with its own work, and the plan did not know of it."""

    asks = "Does the plan that services make together have each service's part in it?"
    applies = service_at_work.joint_plan_on.is_known()
    met_on = service_at_work.in_plan_on
    due_on = service_at_work.in_plan_by
    needs = (service_at_work.in_plan_on,)
    says = {
        Outcome.NOT_MET: WORKS + ". The plan has no action given to it.",
        Outcome.NOT_YET_DUE: WORKS + ". Its part is to be in the plan by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: WORKS + " and has had a part in the plan since {in_plan_on}.",
        Outcome.NOT_APPLICABLE: "There is no plan that services make together.",
    }
    plainly = "There should be one plan for you that says what each service does."
    would_meet = "An action in the plan that is given to this service, or to a person there."
    ask_next = "What does this service do that the plan should count on?"


class SharingIsLogged(OfService):
    """Each agency held a piece; nobody could later say what had been passed on, or why it had not."""

    asks = "Is it on record what was shared with each service, or why something was not?"
    met_on = service_at_work.share_logged_on
    needs = (service_at_work.share_logged_on,)
    says = {
        Outcome.NOT_MET: WORKS + ". Nothing is on record of what was shared with it or by it, or of a decision not to.",
        Outcome.NOT_YET_DUE: WORKS + ". What is shared with it, or why not, is to be on record by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: WORKS + ". What was shared, or why it was not, has been on record since {share_logged_on}.",
    }
    plainly = "Services should write down what they tell one another about you, and why. You can ask to see it."
    would_meet = "An entry of what was shared and with whom, or of the decision not to share and its reason."
    ask_next = "What has the young person said about who may know what?"


class OnePersonLeads(Check):
    """Everybody was involved, and nobody held it together."""

    asks = "Does one person lead the work of all these services?"
    lesson = P81_2
    about = shared_work
    basis = Basis.REPORT
    applies = shared_work.work_together
    words = {"more_than_one_leads": Word(Outcome.CANNOT_TELL, shared_work.leads_disagree)}
    met_on = shared_work.led_since
    due_on = shared_work.shown_by
    needs = (shared_work.led_since,)
    tells = (shared_work.services, shared_work.together_since, shared_work.marked_as_leading)
    says = {
        Outcome.NOT_MET: "{services} services have worked with the young person together since {together_since}. "
        "The record does not name one person who leads.",
        Outcome.NOT_YET_DUE: "{services} services work with the young person. One lead is to be named by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        "more_than_one_leads": "{services} services work with the young person, and the record marks more than one "
        "person as leading (entries so marked: {marked_as_leading}). It cannot be told who leads.",
        Outcome.MET: "{services} services work with the young person; one person leads.",
        Outcome.NOT_APPLICABLE: "This is asked where several services work with a young person.",
    }
    plainly = "If several services help you, one person should bring it together, and you should know who."
    would_meet = "One practitioner marked as the lead, or as the lead of every plan there is."
    who_can = "The managers of the services, together."
    ask_next = "Whom would the young person choose, and are there more people around them than they can bear?"


class PlansReadTogether(Check):
    """Plans ran side by side, each sound by itself, and pulled a young person two ways."""

    asks = "Have the plans that run side by side been read together, so that they do not clash?"
    lesson = P81_2
    about = shared_work
    basis = Basis.REPORT
    applies = shared_work.plans >= 2
    met_on = shared_work.compared_on
    due_on = shared_work.plans_compared_by
    needs = (shared_work.compared_on,)
    tells = (shared_work.plans, shared_work.last_plan_on)
    says = {
        Outcome.NOT_MET: "{plans} plans run side by side; the latest began on {last_plan_on}. It is not recorded that "
        "they have been read together since.",
        Outcome.NOT_YET_DUE: "{plans} plans run side by side; they are to be read together by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{plans} plans run side by side, and were read together on {compared_on}.",
        Outcome.NOT_APPLICABLE: "This is asked where a young person has two plans or more.",
    }
    plainly = "If you have more than one plan, they should fit together."
    would_meet = "The day on which the plans were read beside one another, and what clashes, or that nothing does."
    who_can = "The lead practitioner, with those who keep the other plans."
    ask_next = "Does anything in one plan make another harder to keep?"

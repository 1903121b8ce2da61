"""Young people (paragraph 67, B67.1; K8, K9): are they seen as children to eighteen, and is what lies behind looked into?

Each is counted by the age on the day. What agencies say of their own age limits stands in their returns; here is what
the records show.
"""

from __future__ import annotations

from typing import ClassVar

from lapwing.engine.measure import Measure, Span, done_by
from lapwing.language.expressions import TODAY, Expression
from lapwing.lessons import ages_of_concern
from lapwing.vocabulary.past_concern import past_run
from lapwing.vocabulary.past_young_person import (
    help_at_cause,
    past_return,
    referral_of_young_person,
    standing_of_young_person,
    stay_of_young_person,
    work_passed_to_adults,
)

B67_1 = ages_of_concern.bullet("B67.1")
P67_1 = ages_of_concern.bullet("P67.1")
P67_2 = ages_of_concern.bullet("P67.2")
K8 = ages_of_concern.finding("K8")
K9 = ages_of_concern.finding("K9")
AGE_UNKNOWN = "Whoever has no date of birth, or several, is not in it."


class OfReferrals(Measure, abstract=True):
    """What measures of referrals have in common: the service that was asked, by the age on that day."""

    lesson = B67_1
    findings = (K9,)
    about = referral_of_young_person
    on = referral_of_young_person.received_on
    meets = "It was taken up: nothing on the area's list of what counts as declining, such as advice alone."
    met: ClassVar[Expression] = ~referral_of_young_person.was_declined
    agency = referral_of_young_person.to_agency_id
    by = {"outcome": referral_of_young_person.outcome}
    unlike = "Who was never referred, because a service is known not to take them, is not in it. " + AGE_UNKNOWN


class TakenUpAtSixteen(OfReferrals):
    """Services that stop at sixteen in practice seldom say so."""

    asks = "Of referrals of young people of 16 and 17 that were decided on, how many were taken up?"
    counts = "Referrals decided on, of whoever was 16 or 17 when they were received."
    belongs = (
        referral_of_young_person.received_on >= referral_of_young_person.sixteen_on
    ) & referral_of_young_person.outcome.is_known()


class TakenUpAtFourteen(OfReferrals):
    """What those of sixteen are compared with."""

    asks = "Of referrals of young people of 14 and 15 that were decided on, how many were taken up?"
    counts = "Referrals decided on, of whoever was a young person below 16 when they were received; to compare."
    belongs = (
        referral_of_young_person.received_on < referral_of_young_person.sixteen_on
    ) & referral_of_young_person.outcome.is_known()


class BegunBeforeEighteen(OfReferrals):
    """A wait at seventeen can last until the service is no longer for them."""

    asks = "When a young person of 17 was taken up by a service, did its work begin before they were 18?"
    counts = "Referrals that were taken up, of whoever was 17 when they were received."
    belongs = (
        (referral_of_young_person.received_on >= referral_of_young_person.seventeen_on)
        & referral_of_young_person.outcome.is_known()
        & ~referral_of_young_person.was_declined
    )
    meets = "The service that was asked began to work with them before the eighteenth birthday."
    leaves_out = {"The service worked with them already.": referral_of_young_person.was_open}
    met = (referral_of_young_person.began_on < referral_of_young_person.comes_of_age_on).is_true()
    cannot_tell = referral_of_young_person.to_agency_id.is_unknown()
    settled_on = referral_of_young_person.comes_of_age_on
    span = Span(
        referral_of_young_person.received_on, referral_of_young_person.began_on, "From the referral to its beginning"
    )


class PlaceSuitsAge(Measure):
    """A child of seventeen in an adult hostel is still a child."""

    asks = "Were young people in places that suit their age?"
    lesson = B67_1
    findings = (K9,)
    about = stay_of_young_person
    counts = "Stays that began while somebody was a young person."
    meets = "The place is not on the area's list of those that do not suit the age."
    belongs = stay_of_young_person.started_on.is_known()
    on = stay_of_young_person.started_on
    met = ~stay_of_young_person.is_unsuitable
    by = {"place": stay_of_young_person.kind}
    unlike = (
        "A ward that takes both may be right for one young person; the list knows kinds of place only. " + AGE_UNKNOWN
    )


class UnsuitablePlaceAnswered(Measure):
    """Where nothing else was to be had, somebody answers for it and for what follows."""

    asks = "Of stays in places that do not suit the age, had each an exception or the plan of a move?"
    lesson = P67_2
    findings = (K9,)
    about = stay_of_young_person
    counts = "Stays in a place on the area's list, begun while somebody was a young person."
    meets = "A manager had set it aside with a reason, a move was planned, or the stay ended within the area's days."
    belongs = stay_of_young_person.is_unsuitable
    on = stay_of_young_person.started_on
    met = (
        stay_of_young_person.was_excepted
        | stay_of_young_person.move_planned_on.is_known()
        | (stay_of_young_person.ended_on <= stay_of_young_person.move_by).is_true()
    )
    settled_on = stay_of_young_person.move_by
    by = {"place": stay_of_young_person.kind}
    unlike = "When the move was planned is not recorded by itself. " + AGE_UNKNOWN


class KeptUntilEighteen(Measure):
    """Adult services' tests are narrower: who is passed to them early may lose help altogether."""

    asks = "Where work passed to adult services, was the young person 18?"
    lesson = B67_1
    findings = (K9,)
    about = work_passed_to_adults
    counts = "Work with young people that ended because adult services took over."
    meets = "It ended on the eighteenth birthday or later."
    belongs = work_passed_to_adults.ended_on.is_known()
    on = work_passed_to_adults.ended_on
    met = work_passed_to_adults.ended_on >= work_passed_to_adults.comes_of_age_on
    agency = work_passed_to_adults.told_agency_id
    unlike = "Work that was closed before 18 without adult services is not in it. " + AGE_UNKNOWN


class StandingVerified(Measure):
    """What somebody is owed follows from their standing in law; nobody may guess it."""

    asks = "Was each young person's standing in law checked in time?"
    lesson = P67_2
    findings = (K9,)
    about = standing_of_young_person
    counts = "Standings in law that began while somebody was a young person."
    meets = "Somebody had checked it within the area's working days of its beginning."
    belongs = standing_of_young_person.started_on.is_known()
    on = standing_of_young_person.started_on
    met = done_by(standing_of_young_person.verified_on, standing_of_young_person.verify_by)
    cannot_tell = standing_of_young_person.may_be_checked_again
    settled_on = standing_of_young_person.verify_by
    by = {"standing": standing_of_young_person.kind}
    unlike = (
        "The record keeps the last check alone: where it was written over since, the first cannot be told. "
        + AGE_UNKNOWN
    )


class CausesExplored(Measure):
    """Behaviour was managed, and nobody asked what it came from."""

    asks = "After a concern about a young person's behaviour, were its causes looked into in time?"
    lesson = P67_1
    findings = (K8,)
    about = past_run
    counts = "Concerns about a young person's behaviour that came after a long quiet, or were the first."
    meets = "What may lie behind it was written under more than one heading within the area's working days."
    leaves_out = {"It was written why no action is needed.": past_run.reasoned_on <= past_run.explore_by}
    belongs = past_run.found_on.is_known()
    on = past_run.recorded_on
    met = done_by(past_run.explored_on, past_run.explore_by)
    settled_on = past_run.explore_by
    span = Span(past_run.found_on, past_run.explored_on, "From the concern to its causes looked into")
    by = {"kind": past_run.kind}
    unlike = "Whether the right causes were looked into, and with the young person, figures do not show. " + AGE_UNKNOWN


class ActionAtCause(Measure):
    """Sanctions answered what could be seen."""

    asks = "Where a cause was found, did an action aim at it in time?"
    lesson = P67_1
    findings = (K8,)
    about = past_run
    counts = "Concerns about behaviour, after a long quiet or the first, for which a cause was found."
    meets = "An action at a cause, more than a referral and with a named person, was given within the area's days."
    belongs = past_run.cause_found_on.is_known()
    on = past_run.cause_found_on
    met = done_by(past_run.at_cause_on, past_run.act_by)
    settled_on = past_run.act_by
    by = {"kind": past_run.kind}
    unlike = "Whether it was the right action is not shown. " + AGE_UNKNOWN


class HelpLasted(Measure):
    """Help that ended after a few weeks came back as the next crisis."""

    asks = "Did help with a cause last?"
    lesson = P67_1
    findings = (K8,)
    about = help_at_cause
    counts = "Help with a cause that began while somebody was a young person."
    meets = "It went on for longer than the area's weeks."
    leaves_out = {
        "It had worked sooner.": help_at_cause.stopped_sooner & help_at_cause.had_worked,
        "Something else was agreed instead.": help_at_cause.stopped_sooner & help_at_cause.replaced,
    }
    belongs = help_at_cause.started_on.is_known()
    on = help_at_cause.started_on
    met = (help_at_cause.lasts_until < TODAY) & ~help_at_cause.stopped_sooner
    settled_on = help_at_cause.lasts_until
    span = Span(help_at_cause.started_on, help_at_cause.stopped_on, "How long the help lasted")
    agency = help_at_cause.owner_agency_id
    unlike = "An end that nobody recorded counts as help that goes on. " + AGE_UNKNOWN


class ReturnInterviewOffered(Measure):
    """Who has been missing is asked soon, by somebody who does not look after them, or not at all."""

    asks = "After each return from being missing, was an interview offered in time?"
    lesson = P67_1
    findings = (K8,)
    about = past_return
    counts = "Returns from being missing of whoever was a young person that day."
    meets = "An interview was offered or held, or the reason for none was recorded, within 72 hours or what the area has set."
    belongs = past_return.returned_on.is_known()
    on = past_return.returned_on
    met = done_by(past_return.settled_on, past_return.offer_by)
    cannot_tell = past_return.settled_on.is_unknown() & past_return.took_place_undated
    settled_on = past_return.offer_by
    span = Span(past_return.returned_on, past_return.settled_on, "From the return to the offer")
    unlike = "Days are held, and no hours. Whoever is still missing is not in it. " + AGE_UNKNOWN

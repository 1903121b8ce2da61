"""Facts about what befell young people over some years, each by the age on the day: those who are adults now are in it.

A date of birth on which the records disagree, or that nobody knows, is no age; whoever has none is not in these.
"""

from __future__ import annotations

from lapwing.language.expressions import Expression, Type, cases, earliest_of, lift, unknown
from lapwing.vocabulary import records
from lapwing.vocabulary.child import Child, birthday
from lapwing.vocabulary.facts import Link, Subject, any_of, columns, derived, earliest, its, own, wider
from lapwing.vocabulary.local import local
from lapwing.vocabulary.return_from_missing import interview_facts
from lapwing.vocabulary.work_codes import ActionAim, ActionEffect, ActionKind, ClosureReason, ReferralOutcome

referral = columns(records.referral)
involvement = columns(records.involvement)
accommodation = columns(records.accommodation)
exception = columns(records.exception)
missing_episode = columns(records.missing_episode)
legal_status = columns(records.legal_status)
action = columns(records.action)

NO_DAY = unknown(Type.DATE)
SIXTEEN, SEVENTEEN = (lift(years * 12) for years in (16, 17))
SUITS_AGE = "young_people.setting_suits_age"
"""The check that asks whether a place suits the age, as exceptions name it."""


def young_on(day: Expression, young_person_on: Expression, comes_of_age_on: Expression) -> Expression:
    """Whether somebody was a young person on a day."""
    return (day >= young_person_on) & (day < comes_of_age_on)


class ReferralOfYoungPerson(Subject):
    """A referral of somebody who was a young person when it was received."""

    table = records.referral
    called = "referral of a young person"

    child_id = own(referral.child_id, "the child")
    referral_id = own(referral.referral_id, "the referral")
    to_agency_id = own(referral.to_agency_id, "who was asked to act")
    received_on = own(referral.received_on, "when it was received")
    outcome = own(referral.outcome, "what was decided")

    born_on = wider(Child.born_on)
    young_person_on = wider(Child.young_person_on)
    comes_of_age_on = wider(Child.comes_of_age_on)
    never_was = wider(Child.never_was)
    sixteen_on = derived(birthday(born_on, SIXTEEN), "the sixteenth birthday")
    seventeen_on = derived(birthday(born_on, SEVENTEEN), "the seventeenth birthday")
    was_declined = derived(
        outcome.is_in(local("escalation.declined_outcomes")), "whether it was declined, with advice or none"
    )
    was_open = derived(outcome == ReferralOutcome.ALREADY_OPEN, "whether the service worked with them already")
    began_on = earliest(
        involvement.started_on,
        "when the service that was asked began",
        by=(Link("child_id", child_id),),
        where=(involvement.agency_id == its(to_agency_id)) & (involvement.started_on >= its(received_on)),
    )

    members = young_on(received_on, young_person_on, comes_of_age_on)
    ended = never_was


class StayOfYoungPerson(Subject):
    """Where a young person lived, stayed or was held, by the age at its beginning."""

    table = records.accommodation
    called = "stay of a young person"

    child_id = own(accommodation.child_id, "the child")
    accommodation_id = own(accommodation.accommodation_id, "the stay")
    kind = own(accommodation.kind, "what the place is")
    started_on = own(accommodation.started_on, "the first day there")
    ended_on = own(accommodation.ended_on, "the last day there")
    move_planned_on = own(accommodation.move_planned_on, "the day planned for a move")

    young_person_on = wider(Child.young_person_on)
    comes_of_age_on = wider(Child.comes_of_age_on)
    never_was = wider(Child.never_was)
    is_unsuitable = derived(
        kind.is_in(local("young_person.unsuitable_settings")), "whether the place is on the list of unsuitable ones"
    )
    move_by = derived(
        started_on.plus_days(local("young_person.unsuitable_setting_days")), "by when a move ends the question"
    )
    was_excepted = any_of(
        exception,
        "whether a manager had set the question aside, with a reason, during the stay",
        by=(Link("child_id", child_id),),
        where=(exception.check == SUITS_AGE)
        & exception.decided_by.is_known()
        & exception.reason.is_known()
        & (exception.expires_on >= its(started_on))
        & (its(ended_on).is_unknown() | (exception.decided_on <= its(ended_on))),
    )

    members = young_on(started_on, young_person_on, comes_of_age_on)
    ended = never_was


class WorkPassedToAdults(Subject):
    """A service's work with a young person that ended because adult services took over."""

    table = records.involvement
    called = "work that passed to adult services"

    child_id = own(involvement.child_id, "the child")
    involvement_id = own(involvement.involvement_id, "the work")
    agency_id = own(involvement.agency_id, "the service")
    kept_private = own(involvement.kept_private, "whether the young person asked that it is not told")
    ended_on = own(involvement.ended_on, "when it ended")
    ended_reason = own(involvement.ended_reason, "why it ended")

    young_person_on = wider(Child.young_person_on)
    comes_of_age_on = wider(Child.comes_of_age_on)
    never_was = wider(Child.never_was)
    told_agency_id = derived(
        cases((kept_private.is_true(), unknown(Type.TEXT)), otherwise=agency_id), "the service, where it may be told"
    )

    members = (ended_reason == ClosureReason.TRANSFERRED_TO_ADULT_SERVICES) & (ended_on >= young_person_on)
    ended = never_was


class PastReturn(Subject):
    """A return from being missing, of somebody who was a young person that day."""

    table = records.missing_episode
    called = "return of a young person, looked back at"

    child_id = own(missing_episode.child_id, "the child")
    missing_episode_id = own(missing_episode.missing_episode_id, "the episode")
    returned_on = own(missing_episode.returned_on, "when the young person came back")
    offered_on = own(missing_episode.interview_offered_on, "when an interview was offered")
    held_on = own(missing_episode.interview_held_on, "when the interview was held")
    outcome = own(missing_episode.interview_outcome, "what came of it")
    reason = own(missing_episode.interview_reason, "why it was not held")
    recorded_on = own(missing_episode.recorded_on, "when it was recorded as it stands")

    young_person_on = wider(Child.young_person_on)
    comes_of_age_on = wider(Child.comes_of_age_on)
    never_was = wider(Child.never_was)
    decided_against_on, settled_on, took_place_undated = interview_facts(
        offered_on, held_on, outcome, reason, recorded_on, returned_on
    )
    offer_by = derived(returned_on.plus_days(local("rhi.hours")), "by when an interview is offered")

    members = young_on(returned_on, young_person_on, comes_of_age_on)
    ended = never_was


class StandingOfYoungPerson(Subject):
    """A standing in law that began while somebody was a young person."""

    table = records.legal_status
    called = "standing in law of a young person"

    child_id = own(legal_status.child_id, "the child")
    legal_status_id = own(legal_status.legal_status_id, "the standing")
    kind = own(legal_status.kind, "what it is")
    started_on = own(legal_status.started_on, "when it began")
    verified_on = own(legal_status.verified_on, "when somebody last checked it")
    recorded_on = own(legal_status.recorded_on, "when it was recorded as it stands")
    first_recorded_on = own(legal_status.first_recorded_on, "when it was first recorded")

    young_person_on = wider(Child.young_person_on)
    comes_of_age_on = wider(Child.comes_of_age_on)
    never_was = wider(Child.never_was)
    verify_by = derived(started_on.plus_working_days(local("young_person.status_wd")), "by when somebody checks it")
    may_be_checked_again = derived(
        (verified_on > verify_by).is_true() & ~(recorded_on == first_recorded_on).is_true(),
        "whether the check on record may be a later one, the first having been written over",
    )

    members = young_on(started_on, young_person_on, comes_of_age_on)
    ended = never_was


class HelpAtCause(Subject):
    """Help that aims at what lies behind a young person's behaviour, once it has begun."""

    table = records.action
    called = "help with a cause"

    child_id = own(action.child_id, "the child")
    action_id = own(action.action_id, "the help")
    aim = own(action.aim, "what it is aimed at")
    kind = own(action.kind, "what it is")
    started_on = own(action.started_on, "when it began")
    completed_on = own(action.completed_on, "when it was finished")
    declined_on = own(action.declined_on, "when it was declined")
    declined_next = own(action.declined_next, "what happens instead")
    effect = own(action.effect, "whether it worked")
    owner_agency_id = own(action.owner_agency_id, "who gives it")

    young_person_on = wider(Child.young_person_on)
    comes_of_age_on = wider(Child.comes_of_age_on)
    never_was = wider(Child.never_was)
    stopped_on = derived(earliest_of(completed_on, declined_on), "when it ended")
    lasts_until = derived(
        started_on.plus_days(local("behaviour.sustained_weeks")), "the day up to which help is to last"
    )
    stopped_sooner = derived((stopped_on < lasts_until).is_true(), "whether it ended before that day")
    had_worked = derived((effect == ActionEffect.WORKED).is_true(), "whether it had worked")
    replaced = derived(declined_on.is_known() & declined_next.is_known(), "whether something else was agreed instead")

    members = (
        (aim == ActionAim.CAUSE)
        & ~(kind == ActionKind.REFERRAL_ONLY).is_true()
        & young_on(started_on, young_person_on, comes_of_age_on)
    )
    ended = never_was


referral_of_young_person = ReferralOfYoungPerson
stay_of_young_person = StayOfYoungPerson
work_passed_to_adults = WorkPassedToAdults
past_return = PastReturn
standing_of_young_person = StandingOfYoungPerson
help_at_cause = HelpAtCause

"""Facts about what health practitioners put into an assessment or conference of a baby, and what it rested on."""

from __future__ import annotations

from lapwing.language.expressions import TODAY, Expression, Type, cases, unknown
from lapwing.vocabulary import records
from lapwing.vocabulary.baby_observation import BabyObservation, in_health, may_be
from lapwing.vocabulary.care_codes import ObservedWhat
from lapwing.vocabulary.facts import (
    Fact,
    Link,
    Subject,
    any_of,
    columns,
    count_of,
    derived,
    earliest,
    its,
    latest,
    only,
    own,
    wider,
)
from lapwing.vocabulary.fragile_baby import FragileBaby
from lapwing.vocabulary.helped_baby import OF_FAMILY
from lapwing.vocabulary.local import local
from lapwing.vocabulary.work_codes import AssessmentKind, Contributor, MeetingKind

contribution = columns(records.contribution)
involvement = columns(records.involvement)
agency = columns(records.agency)
assessment = columns(records.assessment)
meeting = columns(records.meeting)

HEALTH = (
    Contributor.MIDWIFERY,
    Contributor.HEALTH_VISITING,
    Contributor.GENERAL_PRACTICE,
    Contributor.CHILD_MENTAL_HEALTH,
    Contributor.ADULT_MENTAL_HEALTH,
)
"""Contributors who are health services; a ward or a family nurse comes under another agency."""
NO_DAY = unknown(Type.DATE)
OF_BABY = (ObservedWhat.BABY, ObservedWhat.PARENT_WITH_BABY)
Links = tuple[Link, ...]
When = tuple[Expression, Expression, Expression]
"""From which day, up to which, and whether the baby was born by then."""
CONFERENCES = (MeetingKind.INITIAL_CONFERENCE, MeetingKind.REVIEW_CONFERENCE, MeetingKind.TRANSFER_CONFERENCE)


class HealthInvolvement(Subject):
    """The work of a health service with an unborn child or baby; without a name where nobody does it just now."""

    table = records.involvement
    called = "work of a health service with a baby"

    child_id = own(involvement.child_id, "the child")
    involvement_id = own(involvement.involvement_id, "the work")
    agency_id = own(involvement.agency_id, "the service")
    practitioner_id = own(involvement.practitioner_id, "the practitioner")
    role = own(involvement.role, "the practitioner's post")
    started_on = own(involvement.started_on, "when it began")
    ended_on = own(involvement.ended_on, "when it ended")
    is_of_baby = wider(FragileBaby.is_member)
    agency_kind = only(agency.kind, "what the service does", by=(Link("agency_id", agency_id),))

    members = is_of_baby & in_health(agency_kind, role)


class HealthContribution(Subject):
    """What a service put into an assessment or meeting about a baby, and the observation that it rests on."""

    table = records.contribution
    called = "contribution of a service about a baby"

    child_id = own(contribution.child_id, "the child")
    contribution_id = own(contribution.contribution_id, "the contribution")
    assessment_id = own(contribution.assessment_id, "the assessment")
    meeting_id = own(contribution.meeting_id, "the meeting")
    contributor = own(contribution.contributor, "who it comes from")
    received_on = own(contribution.received_on, "when it came")
    reason_without = own(contribution.not_obtained_reason, "why there is none")
    observation_id = own(contribution.observation_id, "the observation that it rests on")
    recorded_on = own(contribution.first_recorded_on, "when it was recorded")
    is_of_baby = wider(FragileBaby.is_member)

    _observation = (Link("child_id", child_id), Link("observation_id", observation_id))
    is_on_record = any_of(BabyObservation, "whether that observation is on record", by=_observation)
    may_be_seen = any_of(
        BabyObservation,
        "whether a health practitioner may have seen it at first hand",
        by=_observation,
        where=may_be(BabyObservation.seen_by_health),
    )
    seen_on = only(
        BabyObservation.observed_on,
        "when a health practitioner saw it",
        by=_observation,
        where=BabyObservation.seen_by_health,
    )
    seen_of = only(BabyObservation.of, "what was seen", by=_observation)
    has_come = derived(received_on.is_known(), "whether it has come")
    is_from_health = derived(contributor.is_in(*HEALTH), "whether it is from a health service")
    is_unclear = derived(
        observation_id.is_known() & (~is_on_record | (may_be_seen & seen_on.is_unknown())),
        "whether it is unclear what it rests on",
    )

    members = is_of_baby & contributor.is_in(*HEALTH, Contributor.OTHER)


GIVEN = HealthContribution.has_come & HealthContribution.is_from_health
REASONED = (
    ~HealthContribution.has_come & HealthContribution.is_from_health & HealthContribution.reason_without.is_known()
)


def _seen_by(day: Expression, was_born: Expression) -> Expression:
    """Whether an entry is of something that a health practitioner saw by a day: of the baby, once born."""
    of_baby = ~was_born | BabyObservation.of.is_in(*OF_BABY)
    return BabyObservation.seen_by_health & (BabyObservation.observed_on <= day) & of_baby


def _seen_between(since: Expression, until: Expression) -> Expression:
    """Whether a contribution that has come rests on something seen between two days."""
    within = (HealthContribution.seen_on >= since) & (HealthContribution.seen_on <= until)
    return HealthContribution.has_come & within


def _recent(since: Expression, until: Expression, was_born: Expression) -> Expression:
    """Whether that is of the baby, once born."""
    return _seen_between(since, until) & (~was_born | HealthContribution.seen_of.is_in(*OF_BABY))


def _may_be_recent(since: Expression, until: Expression, was_born: Expression) -> Expression:
    """Whether it is, or may be: what it is of is not recorded, or not what it rests on."""
    may_be_of_baby = ~was_born | HealthContribution.seen_of.is_in(*OF_BABY) | HealthContribution.seen_of.is_unknown()
    return (_seen_between(since, until) & may_be_of_baby) | (
        HealthContribution.has_come & HealthContribution.is_unclear
    )


def look_back(on: Expression, was_very_young: Expression) -> Expression:
    """From which day an observation is recent on a day."""
    return cases(
        (was_very_young, on.minus_days(local("observation.within_young_days"))),
        otherwise=on.minus_days(local("observation.within_days")),
    )


def born_by(born_on: Expression, on: Expression) -> Expression:
    """Whether a child was born by a day."""
    return born_on.is_known() & (born_on <= on)


def very_young(born_on: Expression, on: Expression) -> Expression:
    """Whether a baby was so young on a day that only what was seen in the last days is recent."""
    return born_by(born_on, on) & (born_on.plus_days(local("observation.young_under_weeks")) > on)


def _at_work(on: Expression) -> Expression:
    """Whether the work of a health service went on on a day."""
    return (HealthInvolvement.started_on <= on) & (
        HealthInvolvement.ended_on.is_unknown() | (HealthInvolvement.ended_on >= on)
    )


def _rested_on(by: Links, when: When) -> Fact:
    return earliest(
        HealthContribution.recorded_on,
        "a health contribution that rests on a recent observation",
        by=by,
        where=_recent(*when),
    )


def _may_rest(by: Links, when: When) -> Fact:
    return any_of(
        HealthContribution, "whether one may rest on a recent observation", by=by, where=_may_be_recent(*when)
    )


def _asked_count(by: Links) -> Fact:
    return count_of(HealthContribution, "how many were asked of health", by=by, where=HealthContribution.is_from_health)


def _given_count(by: Links, day: Expression) -> Fact:
    in_time = ~(HealthContribution.recorded_on > day).is_true()
    return count_of(HealthContribution, "how many health contributions had come by then", by=by, where=GIVEN & in_time)


def _reasoned_on(by: Links) -> Fact:
    return earliest(HealthContribution.recorded_on, "why health contributes nothing", by=by, where=REASONED)


def _last_seen_on(by: Links, day: Expression, was_born: Expression) -> Fact:
    return latest(
        BabyObservation.observed_on,
        "the last observation by a health practitioner before it",
        by=by,
        where=_seen_by(day, was_born),
    )


def _named_since(by: Links, day: Expression) -> Fact:
    return earliest(
        HealthInvolvement.started_on,
        "since when a named health practitioner works with the family",
        by=by,
        where=_at_work(day) & HealthInvolvement.practitioner_id.is_known(),
    )


def _service_since(by: Links, day: Expression) -> Fact:
    return earliest(
        HealthInvolvement.started_on, "since when a health service works with the family", by=by, where=_at_work(day)
    )


class AssessmentOfBaby(Subject):
    """An assessment of the family of an unborn child or a baby, once it is signed off."""

    table = records.assessment
    called = "assessment of a baby's family"

    child_id = own(assessment.child_id, "the child")
    assessment_id = own(assessment.assessment_id, "the assessment")
    kind = own(assessment.kind, "what assessment it is")
    signed_off_on = own(assessment.signed_off_on, "when it was signed off")

    is_of_baby = wider(FragileBaby.is_member)
    record_has_ended = wider(FragileBaby.record_has_ended)
    born_on = wider(FragileBaby.born_on)
    was_born = derived(born_by(born_on, signed_off_on), "whether the baby was born by then")
    was_very_young = derived(very_young(born_on, signed_off_on), "whether the baby was very young then")
    look_back_from = derived(look_back(signed_off_on, was_very_young), "from when an observation is recent")

    _child = (Link("child_id", child_id),)
    _of_this = (Link("child_id", child_id), Link("assessment_id", assessment_id))
    _when = (its(look_back_from), its(signed_off_on), its(was_born))
    rested_on = _rested_on(_of_this, _when)
    may_rest = _may_rest(_of_this, _when)
    observed_on = latest(HealthContribution.seen_on, "when that was observed", by=_of_this, where=_recent(*_when))
    asked_count = _asked_count(_of_this)
    given_count = _given_count(_of_this, its(signed_off_on))
    reasoned_on = _reasoned_on(_of_this)
    last_seen_on = _last_seen_on(_child, its(signed_off_on), its(was_born))
    named_since = _named_since(_child, its(signed_off_on))
    service_since = _service_since(_child, its(signed_off_on))
    has_health = derived(
        named_since.is_known() | last_seen_on.is_known() | (asked_count > 0),
        "whether a health practitioner took part in the work",
    )
    is_vacant = derived(
        service_since.is_known() & ~has_health, "whether a health service had nobody named for the family"
    )
    health_since = derived(cases((has_health, signed_off_on), otherwise=NO_DAY), "a named health practitioner")
    is_unclear = derived(may_rest & rested_on.is_unknown(), "whether it is unclear what was contributed")
    went_without_reason = derived(
        given_count.is_known() & (given_count == 0) & (reasoned_on <= signed_off_on),
        "whether there is none, with a reason",
    )

    members = (
        is_of_baby & signed_off_on.is_known() & (kind.is_unknown() | kind.is_in(*OF_FAMILY, AssessmentKind.EARLY_HELP))
    )
    ended = record_has_ended


class ConferenceOfBaby(Subject):
    """A child protection conference about an unborn child or a baby: held, or planned."""

    table = records.meeting
    called = "conference about a baby"

    child_id = own(meeting.child_id, "the child")
    meeting_id = own(meeting.meeting_id, "the conference")
    kind = own(meeting.kind, "what conference it is")
    held_on = own(meeting.held_on, "when it was held")
    planned_for_on = own(meeting.planned_for_on, "when it is planned for")
    proceed_reason = own(meeting.proceed_reason, "why the chair goes on although something is missing")

    is_of_baby = wider(FragileBaby.is_member)
    record_has_ended = wider(FragileBaby.record_has_ended)
    born_on = wider(FragileBaby.born_on)
    meets_on = derived(cases((held_on.is_known(), held_on), otherwise=planned_for_on), "the day of the conference")
    was_born = derived(born_by(born_on, meets_on), "whether the baby was born by then")
    was_very_young = derived(very_young(born_on, meets_on), "whether the baby was very young then")
    look_back_from = derived(look_back(meets_on, was_very_young), "from when an observation is recent")

    _child = (Link("child_id", child_id),)
    _of_this = (Link("child_id", child_id), Link("meeting_id", meeting_id))
    _when = (its(look_back_from), its(meets_on), its(was_born))
    rested_on = _rested_on(_of_this, _when)
    may_rest = _may_rest(_of_this, _when)
    observed_on = latest(HealthContribution.seen_on, "when that was observed", by=_of_this, where=_recent(*_when))
    asked_count = _asked_count(_of_this)
    given_count = _given_count(_of_this, its(meets_on))
    reasoned_on = _reasoned_on(_of_this)
    last_seen_on = _last_seen_on(_child, its(meets_on), its(was_born))
    named_since = _named_since(_child, its(meets_on))
    service_since = _service_since(_child, its(meets_on))
    has_health = derived(
        named_since.is_known() | last_seen_on.is_known() | (asked_count > 0),
        "whether a health practitioner takes part in the work",
    )
    is_vacant = derived(
        service_since.is_known() & ~has_health, "whether a health service has nobody named for the family"
    )
    health_since = derived(cases((has_health, meets_on), otherwise=NO_DAY), "a named health practitioner")
    is_unclear = derived(may_rest & rested_on.is_unknown(), "whether it is unclear what was contributed")
    is_unheld = derived(
        held_on.is_unknown() & (planned_for_on < TODAY) & rested_on.is_unknown(), "whether it is not said to be held"
    )
    went_without_reason = derived(
        given_count.is_known() & (given_count == 0) & (reasoned_on <= meets_on), "whether there is none, with a reason"
    )

    members = is_of_baby & kind.is_in(*CONFERENCES) & meets_on.is_known()
    ended = record_has_ended


assessment_of_baby = AssessmentOfBaby
conference_of_baby = ConferenceOfBaby

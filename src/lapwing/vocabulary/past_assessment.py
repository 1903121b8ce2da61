"""Facts about assessments of babies over some years, and the first-hand observations by health staff that they rest on."""

from __future__ import annotations

from lapwing.language.expressions import cases
from lapwing.vocabulary import records
from lapwing.vocabulary.baby_observation import in_health
from lapwing.vocabulary.child import Child
from lapwing.vocabulary.facts import Link, Subject, any_of, columns, derived, its, latest, only, own, wider
from lapwing.vocabulary.health_evidence import HEALTH, OF_BABY, born_by, look_back, very_young
from lapwing.vocabulary.helped_baby import OF_FAMILY
from lapwing.vocabulary.pre_birth_cohort import FIRST_YEAR_MONTHS
from lapwing.vocabulary.work_codes import AssessmentKind, Contributor, EvidenceBasis

observation = columns(records.observation)
practitioner = columns(records.practitioner)
agency = columns(records.agency)
contribution = columns(records.contribution)
assessment = columns(records.assessment)
child = columns(records.child)


class CitedObservation(Subject):
    """The observation on which a contribution to an assessment rests."""

    table = records.contribution
    called = "contribution that rests on an observation"

    child_id = own(contribution.child_id, "the child")
    contribution_id = own(contribution.contribution_id, "the contribution")
    assessment_id = own(contribution.assessment_id, "the assessment")
    contributor = own(contribution.contributor, "who it comes from")
    received_on = own(contribution.received_on, "when it came")
    observation_id = own(contribution.observation_id, "the observation that it rests on")

    _this = (Link("child_id", child_id), Link("observation_id", observation_id))
    basis = only(observation.basis, "whether it was seen, reported or thought", by=_this)
    of = only(observation.of, "what was seen", by=_this)
    observed_on = only(observation.observed_on, "when it was seen", by=_this)
    observed_by = only(observation.observed_by, "who observed", by=_this)
    recorded_agency_id = only(observation.recorded_agency_id, "for which agency it was recorded", by=_this)

    _observer = (Link("practitioner_id", observed_by),)
    role = only(practitioner.role, "the observer's post", by=_observer)
    works_for = only(practitioner.agency_id, "where the observer works", by=_observer)
    agency_id = derived(
        cases((works_for.is_known(), works_for), otherwise=recorded_agency_id), "the service that observed"
    )
    agency_kind = only(agency.kind, "what that service does", by=(Link("agency_id", agency_id),))
    seen_by_health = derived(
        (basis == EvidenceBasis.SEEN) & in_health(agency_kind, role),
        "whether a health practitioner saw it at first hand",
    )

    members = (
        assessment_id.is_known()
        & observation_id.is_known()
        & received_on.is_known()
        & contributor.is_in(*HEALTH, Contributor.OTHER)
    )


class PastAssessment(Subject):
    """An assessment of the family of an unborn child or a baby that was signed off."""

    table = records.assessment
    called = "assessment of a baby's family, looked back at"

    child_id = own(assessment.child_id, "the child")
    assessment_id = own(assessment.assessment_id, "the assessment")
    kind = own(assessment.kind, "what assessment it is")
    signed_off_on = own(assessment.signed_off_on, "when it was signed off")

    never_was = wider(Child.never_was)
    born_on = wider(Child.born_on)
    pregnancy_id = wider(Child.pregnancy_id)
    was_born = derived(born_by(born_on, signed_off_on), "whether the baby was born by then")
    look_back_from = derived(
        look_back(signed_off_on, very_young(born_on, signed_off_on)), "from when an observation is recent"
    )
    was_of_baby = derived(
        cases(
            (born_on.is_known(), born_on.plus_months(FIRST_YEAR_MONTHS) > signed_off_on),
            otherwise=pregnancy_id.is_known(),
        ),
        "whether it was of an unborn child or a baby",
    )

    _of_this = (Link("child_id", child_id), Link("assessment_id", assessment_id))
    _within = (CitedObservation.observed_on >= its(look_back_from)) & (
        CitedObservation.observed_on <= its(signed_off_on)
    )
    rested_on = latest(
        CitedObservation.observed_on,
        "the last recent observation by health that was contributed",
        by=_of_this,
        where=CitedObservation.seen_by_health & _within & (~its(was_born) | CitedObservation.of.is_in(*OF_BABY)),
    )
    is_unclear = any_of(
        CitedObservation,
        "whether it is unclear what a contribution rests on",
        by=_of_this,
        where=CitedObservation.seen_by_health.is_unknown() | CitedObservation.observed_on.is_unknown(),
    )

    members = (
        signed_off_on.is_known() & (kind.is_unknown() | kind.is_in(*OF_FAMILY, AssessmentKind.EARLY_HELP)) & was_of_baby
    )
    ended = never_was


past_assessment = PastAssessment

"""Facts about what was observed around an unborn child or a baby: by whom, of what, and whom it reached."""

from __future__ import annotations

from lapwing.language.expressions import Expression, cases, earliest_of
from lapwing.vocabulary import records
from lapwing.vocabulary.care_codes import ShareDecision
from lapwing.vocabulary.codes import AgencyKind, PractitionerRole
from lapwing.vocabulary.facts import Link, Subject, any_of, columns, derived, earliest, its, only, own, wider
from lapwing.vocabulary.fragile_baby import FragileBaby
from lapwing.vocabulary.helped_baby import OF_FAMILY, HelpedBaby
from lapwing.vocabulary.local import local
from lapwing.vocabulary.unborn_child import HELP, HELP_PLANS, PROTECTION_PLANS
from lapwing.vocabulary.work_codes import EvidenceBasis

observation = columns(records.observation)
practitioner = columns(records.practitioner)
agency = columns(records.agency)
plan = columns(records.plan)
involvement = columns(records.involvement)
assessment = columns(records.assessment)
information_share = columns(records.information_share)

HEALTH_AGENCIES = (
    AgencyKind.MIDWIFERY,
    AgencyKind.HEALTH_VISITING,
    AgencyKind.FAMILY_NURSE,
    AgencyKind.GENERAL_PRACTICE,
    AgencyKind.SCHOOL_NURSING,
    AgencyKind.HOSPITAL,
    AgencyKind.CHILD_MENTAL_HEALTH,
    AgencyKind.ADULT_MENTAL_HEALTH,
)
HEALTH_ROLES = (
    PractitionerRole.MIDWIFE,
    PractitionerRole.HEALTH_VISITOR,
    PractitionerRole.FAMILY_NURSE,
    PractitionerRole.GP,
    PractitionerRole.SCHOOL_NURSE,
    PractitionerRole.DOCTOR,
    PractitionerRole.MENTAL_HEALTH_WORKER,
)


def in_health(agency_kind: Expression, role: Expression) -> Expression:
    """Whether somebody is a health practitioner, by where they work or by their post; not known where neither is."""
    by_role = role.is_in(*HEALTH_ROLES)
    return cases((agency_kind.is_known(), agency_kind.is_in(*HEALTH_AGENCIES) | by_role.is_true()), otherwise=by_role)


def may_be(condition: Expression) -> Expression:
    """Whether a condition holds, or may: nobody can say."""
    return condition | condition.is_unknown()


class OpenBaby(HelpedBaby):
    """Since when an unborn child or baby who is being helped today first was: gaps between plans do not count."""

    _child = (Link("child_id", FragileBaby.child_id),)
    help_first_planned_on = earliest(
        plan.started_on, "when the first plan began", by=_child, where=plan.kind.is_in(*HELP_PLANS, *PROTECTION_PLANS)
    )
    help_first_given_on = earliest(
        involvement.started_on, "when the first help began", by=_child, where=involvement.level.is_in(*HELP)
    )
    help_first_assessed_on = earliest(
        assessment.started_on, "when the first assessment began", by=_child, where=assessment.kind.is_in(*OF_FAMILY)
    )
    help_first_on = derived(
        earliest_of(help_first_planned_on, help_first_given_on, help_first_assessed_on),
        "when the family was first helped or assessed",
    )


class BabyObservation(Subject):
    """One entry of what somebody saw, was told or thinks, around an unborn child or a baby."""

    table = records.observation
    called = "observation around a baby"

    child_id = own(observation.child_id, "the child")
    observation_id = own(observation.observation_id, "the observation")
    basis = own(observation.basis, "whether it was seen, reported or thought")
    of = own(observation.of, "what it was of")
    observed_on = own(observation.observed_on, "the day of the observation")
    observed_by = own(observation.observed_by, "who observed")
    recorded_agency_id = own(observation.recorded_agency_id, "for which agency it was recorded")
    recorded_on = own(observation.first_recorded_on, "when it was written down")
    is_of_baby = wider(FragileBaby.is_member)

    _observer = (Link("practitioner_id", observed_by),)
    role = only(practitioner.role, "the observer's post", by=_observer)
    works_for = only(practitioner.agency_id, "where the observer works", by=_observer)
    agency_id = derived(
        cases((works_for.is_known(), works_for), otherwise=recorded_agency_id), "the service that observed"
    )
    agency_kind = only(agency.kind, "what that service does", by=(Link("agency_id", agency_id),))
    by_health = derived(in_health(agency_kind, role), "whether a health practitioner observed")
    seen_by_health = derived(
        (basis == EvidenceBasis.SEEN) & by_health, "whether a health practitioner saw it at first hand"
    )

    members = is_of_baby


class ObservationToShare(Subject):
    """An observation by a health practitioner around a baby that somebody else needs to hear of.

    That is one marked significant; and, while the family is being helped, one that was seen and of which it is not
    said whether it is significant.
    """

    table = records.observation
    called = "observation by a health practitioner"

    child_id = own(observation.child_id, "the child")
    observation_id = own(observation.observation_id, "the observation")
    basis = own(observation.basis, "whether it was seen, reported or thought")
    of = own(observation.of, "what it was of")
    observed_on = own(observation.observed_on, "the day of the observation")
    observed_by = own(observation.observed_by, "who observed")
    significant = own(observation.significant, "whether the observer marked it significant")

    is_of_baby = wider(FragileBaby.is_member)
    record_has_ended = wider(FragileBaby.record_has_ended)
    help_goes_on = wider(HelpedBaby.is_helped)
    help_first_on = wider(OpenBaby.help_first_on)
    is_significant = derived(significant.is_true(), "whether it is marked significant")
    matters = derived(
        is_significant
        | (
            significant.is_unknown()
            & (basis == EvidenceBasis.SEEN)
            & help_goes_on
            & ~(observed_on < help_first_on).is_true()
        ),
        "whether it is for others to hear of",
    )

    _this = (Link("child_id", child_id), Link("observation_id", observation_id))
    may_be_by_health = any_of(
        BabyObservation,
        "whether a health practitioner may have observed",
        by=_this,
        where=may_be(BabyObservation.by_health),
    )
    is_by_health = any_of(
        BabyObservation, "whether a health practitioner observed", by=_this, where=BabyObservation.by_health
    )

    _reached = (
        (information_share.decision == ShareDecision.SHARED)
        & information_share.to_practitioner_id.is_known()
        & ~(information_share.to_practitioner_id == its(observed_by)).is_true()
    )
    shared_on = earliest(information_share.happened_on, "when it reached a named person", by=_this, where=_reached)
    acknowledged_on = earliest(
        information_share.acknowledged_on, "when that was acknowledged", by=_this, where=_reached
    )
    withheld_on = earliest(
        information_share.happened_on,
        "why it is not shared",
        by=_this,
        where=(information_share.decision == ShareDecision.NOT_SHARED) & information_share.reason.is_known(),
    )
    passed_on_undated = any_of(
        information_share,
        "whether it was shared on a day that is not recorded",
        by=_this,
        where=_reached & information_share.happened_on.is_unknown(),
    )
    settled_on = derived(earliest_of(shared_on, withheld_on), "when it reached a named person, or why it is not shared")
    share_due_on = derived(
        cases(
            (is_significant, observed_on.plus_days(local("observation.share_significant_days"))),
            otherwise=observed_on.plus_working_days(local("observation.share_wd")),
        ),
        "by when it is to be shared",
    )

    members = is_of_baby & matters & may_be_by_health
    ended = record_has_ended


observation_to_share = ObservationToShare

"""What a look back over years asks of children known before birth, beside what checks ask while there is time to act."""

from __future__ import annotations

from lapwing.language.expressions import cases, earliest_of, latest_of
from lapwing.vocabulary import records
from lapwing.vocabulary.care_codes import LegalStatusKind
from lapwing.vocabulary.child import Child
from lapwing.vocabulary.facts import Link, columns, derived, earliest, its, wider
from lapwing.vocabulary.parents_of_baby import NO_DAY
from lapwing.vocabulary.unborn_child import PROTECTION_PLANS, UnbornChild
from lapwing.vocabulary.work_codes import Contributor

referral = columns(records.referral)
contribution = columns(records.contribution)
legal_status = columns(records.legal_status)
plan = columns(records.plan)
serious_incident = columns(records.serious_incident)

FIRST_YEAR_MONTHS = 12
"""The first year of life, of which the report speaks (paragraph 11); no area can set it otherwise."""
IN_CARE = (
    LegalStatusKind.SECTION_20,
    LegalStatusKind.SECTION_31,
    LegalStatusKind.INTERIM_CARE_ORDER,
    LegalStatusKind.EMERGENCY_PROTECTION,
)
"""Under what a baby is looked after or protected away from home."""


class PreBirthCohort(UnbornChild):
    """Children known before birth, as a look back over years sees them."""

    _child = (Link("child_id", UnbornChild.child_id),)
    accepted_elsewhere_on = wider(Child.accepted_elsewhere_on)
    died_on = wider(Child.died_on)
    never_was = wider(Child.never_was)
    moved_before_birth = derived(
        (accepted_elsewhere_on < UnbornChild.birth_or_expected_on).is_true(),
        "whether another area took the family on before the birth",
    )

    asked_before_birth_on = earliest(
        referral.received_on,
        "the first referral before the birth",
        by=_child,
        where=its(UnbornChild.born_on).is_unknown() | (referral.received_on < its(UnbornChild.born_on)),
    )
    _from_themselves = UnbornChild._for_assessment & contribution.received_on.is_known() & contribution.direct
    mother_heard_on = earliest(
        contribution.recorded_on,
        "what the mother said herself",
        by=_child,
        where=_from_themselves & (contribution.contributor == Contributor.MOTHER),
    )
    father_or_second_parent_heard_on = earliest(
        contribution.recorded_on,
        "what the father or second parent said himself or herself",
        by=_child,
        where=_from_themselves & (contribution.contributor == Contributor.FATHER),
    )

    # What came in the first year
    first_birthday_on = derived(UnbornChild.born_on.plus_months(FIRST_YEAR_MONTHS), "the first birthday")
    protection_plan_since = earliest(
        plan.started_on,
        "since when the baby has had a protection plan",
        by=_child,
        where=plan.kind.is_in(*PROTECTION_PLANS)
        & (plan.started_on < its(first_birthday_on))
        & (plan.ended_on.is_unknown() | (plan.ended_on >= its(UnbornChild.born_on))),
    )
    on_plan_as_baby_since = derived(
        cases(
            (protection_plan_since.is_known(), latest_of(protection_plan_since, UnbornChild.born_on)),
            otherwise=NO_DAY,
        ),
        "since when the baby was on a protection plan",
    )
    in_care_as_baby_since = earliest(
        legal_status.started_on,
        "since when the baby was in care",
        by=_child,
        where=legal_status.kind.is_in(*IN_CARE) & (legal_status.started_on < its(first_birthday_on)),
    )
    died_as_baby_on = derived(
        cases(((died_on < first_birthday_on).is_true(), died_on), otherwise=NO_DAY), "the death in the first year"
    )
    harmed_as_baby_on = earliest(
        serious_incident.occurred_on,
        "serious harm, or a death where abuse or neglect is suspected, in the first year",
        by=_child,
        where=serious_incident.occurred_on < its(first_birthday_on),
    )
    harm_known_as_baby_on = earliest(
        serious_incident.known_on,
        "since when harm in the first year, of no known day, was known",
        by=_child,
        where=serious_incident.occurred_on.is_unknown() & (serious_incident.known_on < its(first_birthday_on)),
    )
    gravest_in_first_year_on = derived(
        earliest_of(
            on_plan_as_baby_since, in_care_as_baby_since, harmed_as_baby_on, harm_known_as_baby_on, died_as_baby_on
        ),
        "a protection plan, care, serious harm or death in the first year",
    )


pre_birth_cohort = PreBirthCohort

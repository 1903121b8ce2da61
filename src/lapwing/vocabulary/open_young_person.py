"""Facts about a young person whom services work with: age, standing in law, rights, wishes and the time after eighteen."""

from __future__ import annotations

from lapwing.language.expressions import TODAY, Type, cases, earliest_of, latest_of, unknown
from lapwing.vocabulary import records
from lapwing.vocabulary.care_codes import LegalStatusKind, RightsKind, SettingKind
from lapwing.vocabulary.child import Child, birthday
from lapwing.vocabulary.codes import DateCertainty
from lapwing.vocabulary.facts import Link, Subject, any_of, columns, derived, earliest, its, latest, only, own, wider
from lapwing.vocabulary.local import local
from lapwing.vocabulary.work_codes import PlanKind
from lapwing.vocabulary.young_person import PossibleYoungPerson

child = columns(records.child)
person = columns(records.person)
legal_status = columns(records.legal_status)
accommodation = columns(records.accommodation)
rights = columns(records.rights)
plan = columns(records.plan)

NO_DAY = unknown(Type.DATE)
IN_CARE = (
    LegalStatusKind.SECTION_20,
    LegalStatusKind.SECTION_31,
    LegalStatusKind.INTERIM_CARE_ORDER,
    LegalStatusKind.EMERGENCY_PROTECTION,
    LegalStatusKind.REMAND,
)
NOT_IN_CARE = (
    LegalStatusKind.AT_HOME_NO_ORDER,
    LegalStatusKind.DECLINED_SECTION_20,
    LegalStatusKind.PRIVATE_FOSTERING,
)
"""Standings that cannot hold on one day with one of those in care; others go together, such as an order and care."""
STANDS = legal_status.ended_on.is_unknown()
IS_SAID = (DateCertainty.VERIFIED, DateCertainty.STATED, DateCertainty.ESTIMATED)
"""How sure a date of birth is, where somebody has said so and nobody says otherwise."""


class OpenYoungPerson(Subject):
    """Whoever is or may be a young person, and whom any service works with beyond what everybody has."""

    table = records.child
    called = "young person whom services work with"

    child_id = own(child.child_id, "the child")
    person_id = own(child.person_id, "the young person as a person")

    _child = (Link("child_id", child_id),)
    _person = (Link("person_id", person_id),)
    open_since = wider(PossibleYoungPerson.open_since)
    record_has_ended = wider(Child.record_has_ended)
    born_on = wider(Child.born_on)
    earliest_born_on = wider(Child.earliest_born_on)
    latest_born_on = wider(Child.latest_born_on)
    young_person_on = wider(Child.young_person_on)
    is_young_person = wider(Child.is_young_person, "whether the records agree that this is a young person")
    age_disputed = wider(Child.age_disputed)
    asked_from = derived(latest_of(open_since, young_person_on), "since when this is asked")

    certainty = only(person.born_on_certainty, "how sure the date of birth is", by=_person)
    certainty_given = any_of(
        person,
        "whether anybody said how sure the date of birth is",
        by=_person,
        where=person.born_on_certainty.is_known(),
    )
    person_recorded_on = latest(person.recorded_on, "when the person was recorded as they stand", by=_person)
    other_born_on = derived(
        cases((latest_born_on > earliest_born_on, latest_born_on), otherwise=NO_DAY), "another date of birth on record"
    )
    birth_records_disagree = derived(
        other_born_on.is_known()
        | (certainty == DateCertainty.CONTRADICTORY).is_true()
        | (certainty_given & certainty.is_unknown()),
        "whether records disagree about the date of birth",
    )
    age_is_recorded = derived(born_on.is_known() & certainty.is_in(*IS_SAID), "whether the age is on record")
    age_recorded_on = derived(
        cases((age_is_recorded, person_recorded_on), otherwise=NO_DAY), "the date of birth with how sure it is"
    )
    needs_interpreter = any_of(person, "whether an interpreter is needed", by=_person, where=person.language.is_known())

    has_status = any_of(legal_status, "whether a legal status is recorded", by=_child, where=STANDS)
    in_care_as = earliest(
        legal_status.kind, "the record that says in care", by=_child, where=STANDS & legal_status.kind.is_in(*IN_CARE)
    )
    not_in_care_as = earliest(
        legal_status.kind,
        "the record that says not in care",
        by=_child,
        where=STANDS & legal_status.kind.is_in(*NOT_IN_CARE),
    )
    last_verified_on = latest(
        legal_status.verified_on, "when the legal status was last verified", by=_child, where=STANDS
    )
    has_unverified = any_of(
        legal_status,
        "whether a legal status is recorded that nobody has verified",
        by=_child,
        where=STANDS & legal_status.verified_on.is_unknown(),
    )
    unverified_since = earliest(
        legal_status.started_on,
        "since when there is a status that nobody has verified",
        by=_child,
        where=STANDS & legal_status.verified_on.is_unknown(),
    )
    last_status_ended_on = latest(legal_status.ended_on, "when the last legal status ended", by=_child)
    statuses_disagree = derived(
        in_care_as.is_known() & not_in_care_as.is_known(), "whether records of the legal status disagree"
    )
    moved_since_on = earliest(
        accommodation.started_on,
        "the first move since the legal status was verified",
        by=_child,
        where=(accommodation.started_on > its(last_verified_on)) & ~(accommodation.kind == SettingKind.POLICE_CELL),
    )
    awaits_first_check = derived(
        last_verified_on.is_unknown() | has_unverified,
        "whether a first check of a legal status is awaited",
    )
    check_asked_from = derived(
        cases(
            (~awaits_first_check, NO_DAY),
            (has_status, latest_of(asked_from, unverified_since)),
            otherwise=latest_of(asked_from, last_status_ended_on),
        ),
        "since when a first check of a legal status is awaited",
    )
    _half_yearly_on = last_verified_on.plus_months(local("young_person.reverify_months"))
    _after_move_on = moved_since_on.plus_working_days(local("young_person.reverify_after_move_wd"))
    verify_again_on = derived(
        cases(
            (moved_since_on.is_known(), earliest_of(_half_yearly_on, _after_move_on)),
            otherwise=_half_yearly_on,
        ),
        "by when the next check is due",
    )
    verified_for_now_on = derived(
        cases((~awaits_first_check & (verify_again_on >= TODAY), last_verified_on), otherwise=NO_DAY),
        "the last check, while the next is not yet due",
    )

    rights_explained_on = earliest(
        rights.happened_on, "rights explained", by=_child, where=rights.kind == RightsKind.RIGHTS_EXPLAINED
    )
    advocate_offered_on = earliest(
        rights.happened_on, "an advocate offered", by=_child, where=rights.kind == RightsKind.ADVOCACY_OFFERED
    )
    wishes_recorded_on = earliest(
        rights.happened_on, "the young person's wishes", by=_child, where=rights.kind == RightsKind.WISHES_RECORDED
    )
    future_talked_on = earliest(
        rights.happened_on, "a transition plan", by=_child, where=rights.kind == RightsKind.TRANSITION_PLAN
    )
    told_and_offered_on = derived(
        cases(
            (
                rights_explained_on.is_known() & advocate_offered_on.is_known(),
                latest_of(rights_explained_on, advocate_offered_on),
            ),
            otherwise=NO_DAY,
        ),
        "rights explained and an advocate offered",
    )
    plan_age_on = derived(
        birthday(born_on, local("transition.plan_age_months")), "the age by which the time after eighteen is planned"
    )
    pathway_began_on = earliest(plan.started_on, "a pathway plan", by=_child, where=plan.kind == PlanKind.PATHWAY)
    transition_planned_on = derived(
        earliest_of(future_talked_on, pathway_began_on), "a plan for the time after eighteen"
    )

    members = open_since.is_known()
    ended = record_has_ended


open_young_person = OpenYoungPerson

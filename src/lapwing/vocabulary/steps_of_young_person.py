"""Facts about steps in which a young person's rights are at stake: a stay, a decision, care that was declined."""

from __future__ import annotations

from lapwing.language.expressions import TODAY, Type, cases, earliest_of, latest_of, unknown
from lapwing.vocabulary import records
from lapwing.vocabulary.care_codes import LegalStatusKind, RightsKind, SettingKind
from lapwing.vocabulary.child import Child
from lapwing.vocabulary.facts import Link, Subject, columns, derived, earliest, its, own, wider
from lapwing.vocabulary.local import local
from lapwing.vocabulary.significant_decision import SignificantDecision

accommodation = columns(records.accommodation)
legal_status = columns(records.legal_status)
rights = columns(records.rights)

NO_DAY = unknown(Type.DATE)


class StayToLookAt(Subject):
    """A young person's stay in a place on the area's list of those that do not suit the age, or in a police cell."""

    table = records.accommodation
    called = "stay of a young person in a place that may not suit the age"

    child_id = own(accommodation.child_id, "the child")
    accommodation_id = own(accommodation.accommodation_id, "the stay")
    kind = own(accommodation.kind, "what the place is")
    started_on = own(accommodation.started_on, "the first day there")
    ended_on = own(accommodation.ended_on, "the last day there")
    move_planned_on = own(accommodation.move_planned_on, "the day planned for a move")
    recorded_on = own(accommodation.recorded_on, "when the stay was recorded as it stands")
    may_be_young_person = wider(Child.may_be_young_person)
    is_young_person = wider(Child.is_young_person, "whether the records agree that this is a young person")
    young_person_on = wider(Child.young_person_on)
    record_has_ended = wider(Child.record_has_ended)

    is_unsuitable = derived(
        kind.is_in(local("young_person.unsuitable_settings")), "whether the place is on the list of unsuitable ones"
    )
    is_in_cell = derived(kind == SettingKind.POLICE_CELL, "whether it is a police cell")
    clock_from = derived(
        cases((started_on.is_known(), latest_of(started_on, young_person_on)), otherwise=NO_DAY),
        "since when an answer is expected",
    )
    is_move_planned = derived(
        cases((ended_on.is_known(), move_planned_on.is_known()), otherwise=move_planned_on >= TODAY),
        "whether a move is planned",
    )
    answered_on = derived(
        earliest_of(ended_on, cases((is_move_planned, recorded_on), otherwise=NO_DAY)), "a move, or the plan of one"
    )

    _child = (Link("child_id", child_id),)
    appropriate_adult_on = earliest(
        rights.happened_on,
        "an appropriate adult",
        by=_child,
        where=(rights.kind == RightsKind.APPROPRIATE_ADULT)
        & (rights.happened_on >= its(started_on))
        & (its(ended_on).is_unknown() | (rights.happened_on <= its(ended_on))),
    )

    members = (
        may_be_young_person
        & (is_unsuitable | is_in_cell)
        & ~(ended_on < young_person_on).is_true()
        & ~(ended_on < TODAY.minus_months(local("decision.look_back_months"))).is_true()
    )
    ended = record_has_ended


class DecisionOfYoungPerson(SignificantDecision):
    """Whether a young person could understand a decision about them, and weigh it."""

    capacity_considered_on = earliest(
        rights.happened_on,
        "capacity or competence for this decision",
        by=(Link("child_id", SignificantDecision.child_id), Link("decision_id", SignificantDecision.decision_id)),
        where=rights.kind == RightsKind.CAPACITY_CONSIDERED,
    )


class DeclinedCare(Subject):
    """A young person without a home who was offered care under section 20 and declined it."""

    table = records.legal_status
    called = "young person's choice to decline care"

    child_id = own(legal_status.child_id, "the child")
    legal_status_id = own(legal_status.legal_status_id, "the status")
    kind = own(legal_status.kind, "what it is")
    declined_on = own(legal_status.started_on, "the day on which care was declined")
    may_be_young_person = wider(Child.may_be_young_person)
    is_young_person = wider(Child.is_young_person, "whether the records agree that this is a young person")
    record_has_ended = wider(Child.record_has_ended)

    choice_from = derived(
        declined_on.minus_working_days(local("young_person.status_wd")),
        "from when an entry counts as about this choice",
    )
    understood_on = earliest(
        rights.happened_on,
        "capacity or competence for this choice",
        by=(Link("child_id", child_id),),
        where=(rights.kind == RightsKind.CAPACITY_CONSIDERED) & (rights.happened_on >= its(choice_from)),
    )

    members = may_be_young_person & (kind == LegalStatusKind.DECLINED_SECTION_20)
    ended = record_has_ended


stay_to_look_at = StayToLookAt
decision_of_young_person = DecisionOfYoungPerson
declined_care = DeclinedCare

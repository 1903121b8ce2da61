"""Facts about a mother, father or second parent of a baby whose family was helped before the birth or in the first year.

What is asked of the mother is asked of the father or second parent in the same words, so that both can stand side by side.
"""

from __future__ import annotations

from enum import StrEnum

from lapwing.language.expressions import cases, earliest_of, how_many, latest_of
from lapwing.vocabulary import records
from lapwing.vocabulary.carer_in_assessment import DIMENSIONS, IS_REASON, MOTHER, written
from lapwing.vocabulary.codes import ContactSafety, IdentityStatus
from lapwing.vocabulary.facts import Link, Subject, any_of, columns, derived, earliest, latest, own, wider
from lapwing.vocabulary.father_or_partner import FROM_FAMILY, SPOKEN
from lapwing.vocabulary.fragile_baby import NOT_TO_CONTACT
from lapwing.vocabulary.helped_in_first_year import HelpedInFirstYear
from lapwing.vocabulary.parents_of_baby import (
    IS_NEED,
    NO_DAY,
    NOBODY_TO_ASK,
    listed,
    meaning_of_all,
    meanings_written,
    needs_found,
)
from lapwing.vocabulary.unborn_child import PARENTS
from lapwing.vocabulary.work_codes import Contributor, Dimension, Explored

relationship = columns(records.relationship)
person = columns(records.person)
attendance = columns(records.attendance)
contact = columns(records.contact)
contribution = columns(records.contribution)
analysis = columns(records.analysis)
action = columns(records.action)


class ReasonLeftOut(StrEnum):
    """Why a parent is not in touch with services, as far as the record says, in words."""

    WITHHELD_FOR_SAFETY = "Withheld for safety"
    MUST_NOT_CONTACT = "Must not be contacted"
    UNAWARE_OF_PREGNANCY = "Does not know of the pregnancy"
    NOBODY_TO_ASK = "No legal father, or not known to the mother"
    DIED = "Died"
    NOT_LEFT_OUT = "No reason on record"


class ParentOfHelped(Subject):
    """A mother, father or second parent on the record of a baby whose family was helped."""

    table = records.relationship
    called = "parent of a baby whose family was helped"

    child_id = own(relationship.child_id, "the child")
    relationship_id = own(relationship.relationship_id, "the parent")
    person_id = own(relationship.person_id, "who this person is in the record")
    role = own(relationship.role, "who they are to the child")
    identity_status = own(relationship.identity_status, "what is known of who they are")
    identity_status_on = own(relationship.identity_status_on, "the day on which that was established")
    identity_review_on = own(relationship.identity_review_on, "when withholding it is looked at again")
    contact_safety = own(relationship.contact_safety, "how safe contact is")
    contact_safety_review_on = own(relationship.contact_safety_review_on, "when the limit is looked at again")
    recorded_on = own(relationship.first_recorded_on, "when they were recorded")

    was_helped = wider(HelpedInFirstYear.was_helped)
    came_to_help_on = wider(HelpedInFirstYear.came_to_help_on)
    never_was = wider(HelpedInFirstYear.never_was)

    _person = (Link("person_id", person_id),)
    _adult = (Link("child_id", child_id), Link("person_id", person_id))
    _child = (Link("child_id", child_id),)

    is_mother = derived((role == MOTHER).is_true(), "whether she is the birth mother")
    is_second_parent = derived(role.is_in(*PARENTS).is_true(), "whether they are the father or second parent")
    died_on = latest(person.died_on, "the date of death", by=_person)
    reason_left_out = derived(
        cases(
            ((identity_status == IdentityStatus.WITHHELD_FOR_SAFETY).is_true(), ReasonLeftOut.WITHHELD_FOR_SAFETY),
            ((contact_safety == ContactSafety.MUST_NOT_CONTACT).is_true(), ReasonLeftOut.MUST_NOT_CONTACT),
            ((contact_safety == ContactSafety.UNAWARE_OF_PREGNANCY).is_true(), ReasonLeftOut.UNAWARE_OF_PREGNANCY),
            (identity_status.is_in(*NOBODY_TO_ASK).is_true(), ReasonLeftOut.NOBODY_TO_ASK),
            (
                died_on.is_known().is_true() | (identity_status == IdentityStatus.DECEASED).is_true(),
                ReasonLeftOut.DIED,
            ),
            otherwise=ReasonLeftOut.NOT_LEFT_OUT,
        ),
        "why they are not in touch with services",
    )
    is_in_reach = derived(reason_left_out == ReasonLeftOut.NOT_LEFT_OUT, "whether services may be in touch")
    is_kept_for_safety = derived(
        (identity_status == IdentityStatus.WITHHELD_FOR_SAFETY).is_true()
        | contact_safety.is_in(*NOT_TO_CONTACT).is_true(),
        "whether they are left out for safety",
    )
    safety_review_on = derived(
        cases(
            (
                (identity_status == IdentityStatus.WITHHELD_FOR_SAFETY).is_true() & identity_review_on.is_known(),
                identity_review_on,
            ),
            otherwise=contact_safety_review_on,
        ),
        "when leaving them out is looked at again",
    )
    identified_on = derived(
        cases(
            (identity_status.is_known() & identity_status_on.is_known(), identity_status_on),
            (identity_status.is_known() | person_id.is_known(), recorded_on),
            otherwise=NO_DAY,
        ),
        "who they are, or why that is not known",
    )

    # Seen, heard, thought of
    spoken_to_on = earliest(
        contact.happened_on, "when they were first seen or spoken to", by=_adult, where=contact.kind.is_in(*SPOKEN)
    )
    heard_on = earliest(
        contribution.received_on,
        "when they first spoke for themselves",
        by=_adult,
        where=contribution.contributor.is_in(*FROM_FAMILY) & contribution.direct,
    )
    _unnamed = contribution.person_id.is_unknown() & contribution.direct
    heard_as_mother_on = earliest(
        contribution.received_on,
        "when a mother first spoke for herself",
        by=_child,
        where=_unnamed & (contribution.contributor == Contributor.MOTHER),
    )
    heard_as_father_on = earliest(
        contribution.received_on,
        "when a father or second parent first spoke for himself or herself",
        by=_child,
        where=_unnamed & (contribution.contributor == Contributor.FATHER),
    )
    seen_on = derived(
        earliest_of(spoken_to_on, heard_on, cases((is_mother, heard_as_mother_on), otherwise=heard_as_father_on)),
        "when they were first seen or heard directly",
    )
    needs_explored_on = earliest(
        analysis.written_on,
        "when their own needs were first looked into",
        by=_adult,
        where=IS_NEED & analysis.explored.is_in(Explored.FOUND, Explored.NOT_FOUND),
    )
    need_found_on, need_raised_on = needs_found(_adult)
    has_need = derived(need_found_on.is_known() | need_raised_on.is_known(), "whether a need of theirs is on record")
    meaning_written_on, last_concluded_on, without_meaning_count = meanings_written(_adult)
    meaning_settled_on = meaning_of_all(meaning_written_on, last_concluded_on, without_meaning_count)

    # What they can give, dimension by dimension
    basic_care_written_on = written(Dimension.BASIC_CARE, _adult)
    safety_written_on = written(Dimension.ENSURING_SAFETY, _adult)
    warmth_written_on = written(Dimension.EMOTIONAL_WARMTH, _adult)
    stimulation_written_on = written(Dimension.STIMULATION, _adult)
    guidance_written_on = written(Dimension.GUIDANCE_AND_BOUNDARIES, _adult)
    stability_written_on = written(Dimension.STABILITY, _adult)
    _each = (
        (Dimension.BASIC_CARE, basic_care_written_on),
        (Dimension.ENSURING_SAFETY, safety_written_on),
        (Dimension.EMOTIONAL_WARMTH, warmth_written_on),
        (Dimension.STIMULATION, stimulation_written_on),
        (Dimension.GUIDANCE_AND_BOUNDARIES, guidance_written_on),
        (Dimension.STABILITY, stability_written_on),
    )
    dimensions_lacking = derived(
        how_many(*(listed(one, DIMENSIONS) & on.is_unknown() for one, on in _each)),
        "how many dimensions are not on record",
    )
    last_dimension_on = derived(
        latest_of(*(cases((listed(one, DIMENSIONS), on), otherwise=NO_DAY) for one, on in _each)),
        "when the last dimension was written",
    )
    capacity_on = derived(
        cases((dimensions_lacking == 0, last_dimension_on), otherwise=NO_DAY),
        "an analysis of their capacity, dimension by dimension",
    )
    not_assessed_on = earliest(analysis.written_on, "why they are not assessed", by=_adult, where=IS_REASON)

    # Part of the meetings and of the plan
    _asked = attendance.invited_on.is_known() | attendance.attended.is_true()
    invited = any_of(attendance, "whether they were invited by name", by=_adult, where=_asked)
    invited_as_mother = any_of(
        attendance,
        "whether a mother was invited",
        by=_child,
        where=_asked & attendance.person_id.is_unknown() & (attendance.attendee == Contributor.MOTHER),
    )
    invited_as_father = any_of(
        attendance,
        "whether a father or second parent was invited",
        by=_child,
        where=_asked & attendance.person_id.is_unknown() & (attendance.attendee == Contributor.FATHER),
    )
    came = any_of(attendance, "whether they came", by=_adult, where=attendance.attended)
    came_as_mother = any_of(
        attendance,
        "whether a mother came",
        by=_child,
        where=attendance.attended & attendance.person_id.is_unknown() & (attendance.attendee == Contributor.MOTHER),
    )
    came_as_father = any_of(
        attendance,
        "whether a father or second parent came",
        by=_child,
        where=attendance.attended & attendance.person_id.is_unknown() & (attendance.attendee == Contributor.FATHER),
    )
    was_invited = derived(
        invited | cases((is_mother, invited_as_mother), otherwise=invited_as_father), "whether they were invited"
    )
    attended = derived(
        came | cases((is_mother, came_as_mother), otherwise=came_as_father), "whether they came to a meeting"
    )
    action_given_on = earliest(
        action.assigned_on,
        "when an action was agreed with them",
        by=(Link("child_id", child_id), Link("owned_by_person_id", person_id)),
    )

    members = role.is_in(MOTHER, *PARENTS) & was_helped


parent_of_helped = ParentOfHelped

"""Facts about the father, a partner or another adult who cares for a baby that is being helped."""

from __future__ import annotations

from lapwing.language.expressions import TODAY, Constant, Type, cases, earliest_of, how_many, latest_of, unknown
from lapwing.vocabulary import records
from lapwing.vocabulary.codes import ConcernKind, IdentityStatus
from lapwing.vocabulary.facts import (
    Fact,
    Link,
    Subject,
    columns,
    derived,
    earliest,
    its,
    latest,
    own,
    wider,
)
from lapwing.vocabulary.fragile_baby import NOT_TO_CONTACT
from lapwing.vocabulary.parents_of_baby import (
    IS_NEED,
    KNOWN_OF,
    NO_DAY,
    NOBODY_TO_ASK,
    OTHERS,
    OWN_NEEDS,
    PARTNERS,
    SAYS_MEANING,
    STANDS,
    AssessedBaby,
    last_event,
    last_move,
    listed,
    meaning_of_all,
    meanings_written,
    needs_found,
    on_list,
    turns,
    worded,
)
from lapwing.vocabulary.unborn_child import PARENTS
from lapwing.vocabulary.work_codes import ContactKind, Contributor, Explored

relationship = columns(records.relationship)
person = columns(records.person)
address = columns(records.address)
analysis = columns(records.analysis)
concern = columns(records.concern)
contact = columns(records.contact)
contribution = columns(records.contribution)
information_share = columns(records.information_share)
attendance = columns(records.attendance)
action = columns(records.action)

SPOKEN = (ContactKind.VISIT, ContactKind.OFFICE, ContactKind.TELEPHONE)
FROM_FAMILY = (Contributor.MOTHER, Contributor.FATHER, Contributor.OTHER_CARER, Contributor.CHILD)
CONSIDERED = analysis.explored.is_in(Explored.FOUND, Explored.NOT_FOUND) | analysis.not_explored_reason.is_known()


def _considered(need: ConcernKind, by: tuple[Link, ...]) -> tuple[Fact, Fact]:
    """When a heading was considered for the adult, or a concern of that kind about them was recorded: then it is found."""
    label = worded(need, OWN_NEEDS)
    entered = IS_NEED & CONSIDERED & (analysis.concern_kind == need)
    return (
        earliest(analysis.written_on, f"{label}: what was found", by=by, where=entered),
        earliest(concern.first_recorded_on, f"{label}: a concern", by=by, where=(concern.kind == need) & STANDS),
    )


def _heading(need: ConcernKind, both: tuple[Fact, Fact], otherwise: Fact) -> Fact:
    return on_list(need, OWN_NEEDS, earliest_of(*both), otherwise)


class FatherOrPartner(Subject):
    """The father or second parent, a partner, or another adult with a caring role; never the mother."""

    table = records.relationship
    called = "father, partner or other carer of a baby"

    child_id = own(relationship.child_id, "the child")
    relationship_id = own(relationship.relationship_id, "the adult")
    person_id = own(relationship.person_id, "who this person is in the record")
    role = own(relationship.role, "who they are to the child")
    caring_role = own(relationship.caring_role, "whether they care for the child")
    role_in_family = own(relationship.role_in_family, "their part in the family, in words")
    identity_status = own(relationship.identity_status, "what is known of who they are")
    identity_status_on = own(relationship.identity_status_on, "the day on which that was established")
    identity_decided_by = own(relationship.identity_decided_by, "who decided to withhold it")
    identity_review_on = own(relationship.identity_review_on, "when withholding it is looked at again")
    contact_safety = own(relationship.contact_safety, "how safe contact is")
    contact_safety_reason = own(relationship.contact_safety_reason, "the reason for limiting contact")
    contact_safety_review_on = own(relationship.contact_safety_review_on, "when the limit is looked at again")
    mentioned_on = own(relationship.mentioned_on, "when they were first mentioned")
    recorded_on = own(relationship.recorded_on, "when it was recorded as it stands")
    ended_on = own(relationship.ended_on, "when their part ended")

    is_helped = wider(AssessedBaby.is_helped)
    helped_since = wider(AssessedBaby.helped_since)
    record_has_ended = wider(AssessedBaby.record_has_ended)
    birth_unrecorded = wider(AssessedBaby.birth_unrecorded)
    looked_into_by = wider(AssessedBaby.looked_into_by)
    first_signed_off_on = wider(AssessedBaby.first_signed_off_on)
    on_plan_since = wider(AssessedBaby.on_plan_since)
    family_event_on = wider(AssessedBaby.family_event_on)

    _person = (Link("person_id", person_id),)
    _adult = (Link("child_id", child_id), Link("person_id", person_id))
    _child = (Link("child_id", child_id),)

    # Who can be thought of, and who may be in touch with whom
    died_on = latest(person.died_on, "the date of death", by=_person)
    is_second_parent = derived(role.is_in(*PARENTS).is_true(), "whether they are the father or second parent")
    is_past_asking = derived(
        died_on.is_known().is_true() | identity_status.is_in(*NOBODY_TO_ASK, IdentityStatus.DECEASED).is_true(),
        "whether there is nobody who could be asked after",
    )
    can_be_thought_of = derived(
        (person_id.is_known() | identity_status.is_in(*KNOWN_OF).is_true()) & ~is_past_asking,
        "whether services know of whom to think",
    )
    is_withheld = derived(
        (identity_status == IdentityStatus.WITHHELD_FOR_SAFETY).is_true(), "whether who they are is withheld for safety"
    )
    withheld_with_decision = derived(
        is_withheld & identity_decided_by.is_known() & identity_review_on.is_known(),
        "whether withholding it was decided, with a day to look again",
    )
    is_kept_away = derived(contact_safety.is_in(*NOT_TO_CONTACT).is_true(), "whether contact is limited for safety")
    kept_away_with_reason = derived(
        is_kept_away & contact_safety_reason.is_known() & contact_safety_review_on.is_known(),
        "whether the limit has a reason and a day to look again",
    )
    withholding_stands = derived(
        (withheld_with_decision & (identity_review_on >= TODAY)).is_true(),
        "whether withholding it stands, with a day ahead to look again",
    )
    safety_stands = derived(
        withholding_stands | (kept_away_with_reason & (contact_safety_review_on >= TODAY)).is_true(),
        "whether a decision for safety stands, with a day ahead to look again",
    )
    status_undated = derived(
        identity_status.is_known() & identity_status_on.is_unknown() & ~is_withheld,
        "whether what is known of who they are has no day",
    )
    identity_settled_on = derived(
        cases(
            (is_withheld | ~identity_status.is_known().is_true(), NO_DAY),
            (identity_status_on.is_known(), identity_status_on),
            otherwise=recorded_on,
        ),
        "who they are, or why that is not known",
    )
    may_be_in_touch = derived(~is_withheld & ~is_kept_away, "whether nothing on record limits contact")
    touch_settled = derived(
        cases((contact_safety.is_known(), Constant("recorded")), otherwise=unknown(Type.TEXT)),
        "whether services may be in touch with them",
    )
    mention_settled_on = derived(
        cases((is_second_parent & mentioned_on.is_unknown(), helped_since), otherwise=mentioned_on),
        "when they were first mentioned",
    )

    # Their own needs, heading by heading
    alcohol_entered_on, alcohol_raised_on = _considered(ConcernKind.ALCOHOL, _adult)
    drugs_entered_on, drugs_raised_on = _considered(ConcernKind.DRUGS, _adult)
    mental_health_entered_on, mental_health_raised_on = _considered(ConcernKind.PARENTAL_MENTAL_HEALTH, _adult)
    domestic_abuse_entered_on, domestic_abuse_raised_on = _considered(ConcernKind.DOMESTIC_ABUSE, _adult)
    learning_disability_entered_on, learning_disability_raised_on = _considered(ConcernKind.LEARNING_DISABILITY, _adult)
    having_been_in_care_entered_on, having_been_in_care_raised_on = _considered(
        ConcernKind.CARE_EXPERIENCED_PARENT, _adult
    )
    childhood_abuse_entered_on, childhood_abuse_raised_on = _considered(ConcernKind.PARENT_ABUSED_IN_CHILDHOOD, _adult)
    earlier_child_removed_entered_on, earlier_child_removed_raised_on = _considered(
        ConcernKind.PREVIOUS_CHILD_REMOVED, _adult
    )
    offending_entered_on, offending_raised_on = _considered(ConcernKind.OFFENDING_BY_ADULT, _adult)
    physical_health_entered_on, physical_health_raised_on = _considered(ConcernKind.PHYSICAL_HEALTH, _adult)
    isolation_entered_on, isolation_raised_on = _considered(ConcernKind.SOCIAL_ISOLATION, _adult)
    housing_entered_on, housing_raised_on = _considered(ConcernKind.HOMELESSNESS, _adult)

    alcohol_on = _heading(ConcernKind.ALCOHOL, (alcohol_entered_on, alcohol_raised_on), helped_since)
    drugs_on = _heading(ConcernKind.DRUGS, (drugs_entered_on, drugs_raised_on), helped_since)
    mental_health_on = _heading(
        ConcernKind.PARENTAL_MENTAL_HEALTH, (mental_health_entered_on, mental_health_raised_on), helped_since
    )
    domestic_abuse_on = _heading(
        ConcernKind.DOMESTIC_ABUSE, (domestic_abuse_entered_on, domestic_abuse_raised_on), helped_since
    )
    learning_disability_on = _heading(
        ConcernKind.LEARNING_DISABILITY, (learning_disability_entered_on, learning_disability_raised_on), helped_since
    )
    having_been_in_care_on = _heading(
        ConcernKind.CARE_EXPERIENCED_PARENT,
        (having_been_in_care_entered_on, having_been_in_care_raised_on),
        helped_since,
    )
    childhood_abuse_on = _heading(
        ConcernKind.PARENT_ABUSED_IN_CHILDHOOD, (childhood_abuse_entered_on, childhood_abuse_raised_on), helped_since
    )
    earlier_child_removed_on = _heading(
        ConcernKind.PREVIOUS_CHILD_REMOVED,
        (earlier_child_removed_entered_on, earlier_child_removed_raised_on),
        helped_since,
    )
    offending_on = _heading(ConcernKind.OFFENDING_BY_ADULT, (offending_entered_on, offending_raised_on), helped_since)
    physical_health_on = _heading(
        ConcernKind.PHYSICAL_HEALTH, (physical_health_entered_on, physical_health_raised_on), helped_since
    )
    isolation_on = _heading(ConcernKind.SOCIAL_ISOLATION, (isolation_entered_on, isolation_raised_on), helped_since)
    housing_on = _heading(ConcernKind.HOMELESSNESS, (housing_entered_on, housing_raised_on), helped_since)

    needs_asked = derived(
        how_many(
            listed(ConcernKind.ALCOHOL, OWN_NEEDS),
            listed(ConcernKind.DRUGS, OWN_NEEDS),
            listed(ConcernKind.PARENTAL_MENTAL_HEALTH, OWN_NEEDS),
            listed(ConcernKind.DOMESTIC_ABUSE, OWN_NEEDS),
            listed(ConcernKind.LEARNING_DISABILITY, OWN_NEEDS),
            listed(ConcernKind.CARE_EXPERIENCED_PARENT, OWN_NEEDS),
            listed(ConcernKind.PARENT_ABUSED_IN_CHILDHOOD, OWN_NEEDS),
            listed(ConcernKind.PREVIOUS_CHILD_REMOVED, OWN_NEEDS),
            listed(ConcernKind.OFFENDING_BY_ADULT, OWN_NEEDS),
            listed(ConcernKind.PHYSICAL_HEALTH, OWN_NEEDS),
            listed(ConcernKind.SOCIAL_ISOLATION, OWN_NEEDS),
            listed(ConcernKind.HOMELESSNESS, OWN_NEEDS),
        ),
        "how many headings the area asks after",
    )
    needs_considered = derived(
        how_many(
            listed(ConcernKind.ALCOHOL, OWN_NEEDS) & alcohol_on.is_known(),
            listed(ConcernKind.DRUGS, OWN_NEEDS) & drugs_on.is_known(),
            listed(ConcernKind.PARENTAL_MENTAL_HEALTH, OWN_NEEDS) & mental_health_on.is_known(),
            listed(ConcernKind.DOMESTIC_ABUSE, OWN_NEEDS) & domestic_abuse_on.is_known(),
            listed(ConcernKind.LEARNING_DISABILITY, OWN_NEEDS) & learning_disability_on.is_known(),
            listed(ConcernKind.CARE_EXPERIENCED_PARENT, OWN_NEEDS) & having_been_in_care_on.is_known(),
            listed(ConcernKind.PARENT_ABUSED_IN_CHILDHOOD, OWN_NEEDS) & childhood_abuse_on.is_known(),
            listed(ConcernKind.PREVIOUS_CHILD_REMOVED, OWN_NEEDS) & earlier_child_removed_on.is_known(),
            listed(ConcernKind.OFFENDING_BY_ADULT, OWN_NEEDS) & offending_on.is_known(),
            listed(ConcernKind.PHYSICAL_HEALTH, OWN_NEEDS) & physical_health_on.is_known(),
            listed(ConcernKind.SOCIAL_ISOLATION, OWN_NEEDS) & isolation_on.is_known(),
            listed(ConcernKind.HOMELESSNESS, OWN_NEEDS) & housing_on.is_known(),
        ),
        "how many of them were considered",
    )
    needs_considered_on = derived(
        cases(
            (
                needs_considered == needs_asked,
                latest_of(
                    alcohol_on,
                    drugs_on,
                    mental_health_on,
                    domestic_abuse_on,
                    learning_disability_on,
                    having_been_in_care_on,
                    childhood_abuse_on,
                    earlier_child_removed_on,
                    offending_on,
                    physical_health_on,
                    isolation_on,
                    housing_on,
                ),
            ),
            otherwise=NO_DAY,
        ),
        "every heading of their own needs",
    )

    # What a need means for the baby
    need_found_on, need_raised_on = needs_found(_adult)
    last_need_on = derived(latest_of(need_found_on, need_raised_on), "when a need was last found or recorded")
    meaning_written_on, last_concluded_on, without_meaning_count = meanings_written(_adult)
    meaning_settled_on = meaning_of_all(meaning_written_on, last_concluded_on, without_meaning_count)

    # Seen, asked after, and part of the plan
    spoken_to_on = earliest(
        contact.happened_on, "when they were first seen or spoken to", by=_adult, where=contact.kind.is_in(*SPOKEN)
    )
    first_attempt_on = earliest(
        contact.happened_on, "the first attempt to reach them", by=_adult, where=contact.kind == ContactKind.ATTEMPT
    )
    second_attempt_on = earliest(
        contact.happened_on,
        "a further attempt to reach them",
        by=_adult,
        where=(contact.kind == ContactKind.ATTEMPT) & (contact.happened_on > its(first_attempt_on)),
    )
    _their_own = (contribution.person_id == its(person_id)).is_true() | (
        contribution.person_id.is_unknown() & (contribution.contributor == Contributor.FATHER) & its(is_second_parent)
    )
    heard_on = earliest(
        contribution.received_on,
        "when they spoke for themselves",
        by=_child,
        where=_their_own & contribution.contributor.is_in(*FROM_FAMILY) & contribution.direct,
    )
    not_heard_reason_on = earliest(
        contribution.recorded_on,
        "why they were not spoken to",
        by=_child,
        where=_their_own & contribution.contributor.is_in(*FROM_FAMILY) & contribution.not_obtained_reason.is_known(),
    )
    seen_or_reasoned_on = derived(
        earliest_of(spoken_to_on, second_attempt_on, heard_on, not_heard_reason_on),
        "a talk with them, two attempts, or why not",
    )
    agency_asked_on = earliest(
        earliest_of(contribution.asked_on, contribution.received_on),
        "when another agency was asked about them",
        by=_adult,
        where=~contribution.contributor.is_in(*FROM_FAMILY),
    )
    agency_answered_on = earliest(
        information_share.happened_on,
        "when another agency answered what it knows of them",
        by=_adult,
        where=information_share.asked_for.is_true(),
    )
    asked_of_agencies_on = derived(
        earliest_of(agency_asked_on, agency_answered_on), "what other agencies know of them, or that they were asked"
    )
    invited_on = earliest(
        cases((attendance.invited_on.is_known(), attendance.invited_on), otherwise=attendance.recorded_on),
        "when they were invited, or why they were not",
        by=_child,
        where=(
            (attendance.person_id == its(person_id)).is_true()
            | (attendance.person_id.is_unknown() & (attendance.attendee == Contributor.FATHER) & its(is_second_parent))
        )
        & (attendance.invited_on.is_known() | attendance.attended.is_true() | attendance.absent_reason.is_known()),
    )
    action_given_on = earliest(
        action.assigned_on,
        "when an action was agreed with them",
        by=(Link("child_id", child_id), Link("owned_by_person_id", person_id)),
    )
    in_plan_on = derived(
        earliest_of(invited_on, action_given_on), "an invitation or action of theirs in the plan, or why there is none"
    )

    # What has changed since
    relapse_on, conviction_on = turns(_adult)
    moved_on = last_move(_person)
    last_event_on = last_event(family_event_on, relapse_on, conviction_on, moved_on)
    looked_again_on = earliest(
        analysis.written_on,
        "when their needs were looked at again",
        by=_adult,
        where=(IS_NEED | SAYS_MEANING) & (analysis.written_on >= its(last_event_on)),
    )

    members = is_helped & (role.is_in(*PARENTS, *PARTNERS) | (role.is_in(*OTHERS) & caring_role.is_true()))
    ended = record_has_ended | ended_on.is_known().is_true()


father_or_partner = FatherOrPartner

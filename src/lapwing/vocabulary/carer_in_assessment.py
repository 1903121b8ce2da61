"""Facts about each adult who cares or will care for a baby, as an assessment looks at them; and about the second parent."""

from __future__ import annotations

from lapwing.language.expressions import TODAY, Constant, Type, cases, earliest_of, how_many, latest_of, unknown
from lapwing.vocabulary import records
from lapwing.vocabulary.codes import ConcernKind, IdentityStatus, RelationshipRole
from lapwing.vocabulary.facts import (
    Fact,
    Link,
    Subject,
    columns,
    count_of,
    derived,
    earliest,
    its,
    latest,
    own,
    wider,
)
from lapwing.vocabulary.fragile_baby import NOT_TO_CONTACT
from lapwing.vocabulary.parents_of_baby import (
    FIRST_ON_RECORD,
    IS_CAPACITY,
    IS_FOUND,
    NO_DAY,
    NOBODY_TO_ASK,
    OTHERS,
    PARTNERS,
    RECORDED_PARENT,
    STANDS,
    AssessedBaby,
    by_when,
    last_event,
    last_move,
    listed,
    meaning_of_all,
    meanings_written,
    needs_found,
    on_list,
    turns,
)
from lapwing.vocabulary.unborn_child import PARENTS
from lapwing.vocabulary.work_codes import Dimension, Explored

child = columns(records.child)
relationship = columns(records.relationship)
person = columns(records.person)
address = columns(records.address)
analysis = columns(records.analysis)
concern = columns(records.concern)

DIMENSIONS = "parents.capacity_dimensions"
MOTHER = RelationshipRole.BIRTH_MOTHER
IS_WHOLE = analysis.finding.is_known() & analysis.conclusion.is_known() & analysis.evidence_on.is_known()
"""What was found, the day of the evidence, and what it comes to."""
IS_REASON = (
    IS_CAPACITY
    & (analysis.explored == Explored.NOT_EXPLORED)
    & analysis.dimension.is_unknown()
    & analysis.not_explored_reason.is_known()
)
"""The decision that an adult is not assessed, with its reason."""
SAYS_ADAPTED = (
    IS_CAPACITY
    & (analysis.concern_kind == ConcernKind.LEARNING_DISABILITY)
    & (analysis.finding.is_known() | analysis.conclusion.is_known())
)
"""How the assessment was fitted to somebody with a learning disability."""


def written(dimension: Dimension, by: tuple[Link, ...]) -> Fact:
    """When a dimension of what the adult can give was first written of, whole."""
    return earliest(
        analysis.written_on,
        f"{dimension.label.lower()}: what was written",
        by=by,
        where=IS_CAPACITY & IS_WHOLE & (analysis.dimension == dimension),
    )


class CarerInAssessment(Subject):
    """A parent, or another adult who cares or will care for a baby, where there has been an assessment."""

    table = records.relationship
    called = "parent or carer in an assessment"

    child_id = own(relationship.child_id, "the child")
    relationship_id = own(relationship.relationship_id, "the adult")
    person_id = own(relationship.person_id, "who this person is in the record")
    role = own(relationship.role, "who they are to the child")
    caring_role = own(relationship.caring_role, "whether they care, or will care, for the child")
    lives_with_child = own(relationship.lives_with_child, "whether they live with the child")
    identity_status = own(relationship.identity_status, "what is known of who they are")
    contact_safety = own(relationship.contact_safety, "how safe contact is")
    mentioned_on = own(relationship.mentioned_on, "when they were first mentioned")
    ended_on = own(relationship.ended_on, "when their part ended")

    is_helped = wider(AssessedBaby.is_helped)
    helped_since = wider(AssessedBaby.helped_since)
    record_has_ended = wider(AssessedBaby.record_has_ended)
    birth_unrecorded = wider(AssessedBaby.birth_unrecorded)
    assessment_begun_on = wider(AssessedBaby.assessment_begun_on)
    first_signed_off_on = wider(AssessedBaby.first_signed_off_on)
    sign_off_by = wider(AssessedBaby.sign_off_by)
    family_event_on = wider(AssessedBaby.family_event_on)

    _person = (Link("person_id", person_id),)
    _adult = (Link("child_id", child_id), Link("person_id", person_id))

    # Whether there is anybody to assess, and by when
    died_on = latest(person.died_on, "the date of death", by=_person)
    is_second_parent = derived(role.is_in(*PARENTS).is_true(), "whether they are the father or second parent")
    is_mother = derived((role == MOTHER).is_true(), "whether she is the birth mother")
    is_there_from_the_start = derived(is_mother | is_second_parent, "whether they are a parent")
    mention_settled_on = derived(
        cases((is_there_from_the_start & mentioned_on.is_unknown(), helped_since), otherwise=mentioned_on),
        "when they were first mentioned",
    )
    has_left = derived(ended_on.is_known().is_true(), "whether their part has ended")
    is_exempt = derived(
        died_on.is_known().is_true()
        | identity_status.is_in(*NOBODY_TO_ASK, IdentityStatus.DECEASED).is_true()
        | (identity_status == IdentityStatus.WITHHELD_FOR_SAFETY).is_true()
        | contact_safety.is_in(*NOT_TO_CONTACT).is_true()
        | ((caring_role == Constant(False)) & ~lives_with_child.is_true()).is_true(),
        "whether they have no care of the child",
    )
    assess_by = derived(
        by_when(sign_off_by, mentioned_on, is_there_from_the_start, "parents.refresh_wd"),
        "by when they are assessed",
    )

    # The six dimensions
    basic_care_written_on = written(Dimension.BASIC_CARE, _adult)
    safety_written_on = written(Dimension.ENSURING_SAFETY, _adult)
    warmth_written_on = written(Dimension.EMOTIONAL_WARMTH, _adult)
    stimulation_written_on = written(Dimension.STIMULATION, _adult)
    guidance_written_on = written(Dimension.GUIDANCE_AND_BOUNDARIES, _adult)
    stability_written_on = written(Dimension.STABILITY, _adult)

    basic_care_on = on_list(Dimension.BASIC_CARE, DIMENSIONS, basic_care_written_on, helped_since)
    ensuring_safety_on = on_list(Dimension.ENSURING_SAFETY, DIMENSIONS, safety_written_on, helped_since)
    emotional_warmth_on = on_list(Dimension.EMOTIONAL_WARMTH, DIMENSIONS, warmth_written_on, helped_since)
    stimulation_on = on_list(Dimension.STIMULATION, DIMENSIONS, stimulation_written_on, helped_since)
    guidance_on = on_list(Dimension.GUIDANCE_AND_BOUNDARIES, DIMENSIONS, guidance_written_on, helped_since)
    stability_on = on_list(Dimension.STABILITY, DIMENSIONS, stability_written_on, helped_since)

    dimensions_asked = derived(
        how_many(*(listed(dimension, DIMENSIONS) for dimension in Dimension)),
        "how many dimensions the area looks at",
    )
    dimensions_on_record = derived(
        how_many(
            listed(Dimension.BASIC_CARE, DIMENSIONS) & basic_care_on.is_known(),
            listed(Dimension.ENSURING_SAFETY, DIMENSIONS) & ensuring_safety_on.is_known(),
            listed(Dimension.EMOTIONAL_WARMTH, DIMENSIONS) & emotional_warmth_on.is_known(),
            listed(Dimension.STIMULATION, DIMENSIONS) & stimulation_on.is_known(),
            listed(Dimension.GUIDANCE_AND_BOUNDARIES, DIMENSIONS) & guidance_on.is_known(),
            listed(Dimension.STABILITY, DIMENSIONS) & stability_on.is_known(),
        ),
        "how many of them are on record",
    )
    is_analysed = derived(dimensions_on_record == dimensions_asked, "whether every dimension is on record")
    analysed_on = derived(
        cases(
            (
                is_analysed,
                latest_of(
                    basic_care_on, ensuring_safety_on, emotional_warmth_on, stimulation_on, guidance_on, stability_on
                ),
            ),
            otherwise=NO_DAY,
        ),
        "an analysis of their capacity, dimension by dimension",
    )

    # Why somebody is not assessed
    reason_written_on = latest(
        analysis.written_on, "why they are not assessed", by=_adult, where=IS_REASON & analysis.review_on.is_known()
    )
    reason_review_on = latest(
        analysis.review_on, "when not assessing them is looked at again", by=_adult, where=IS_REASON
    )
    reason_stands = derived(
        (~is_analysed & reason_written_on.is_known() & (reason_review_on >= TODAY)).is_true(),
        "whether a reason for not assessing them stands, with a day to look again",
    )
    reason_lapsed_on = derived(
        cases(
            ((reason_written_on.is_known() & (reason_review_on < TODAY)).is_true(), reason_review_on), otherwise=NO_DAY
        ),
        "when the reason for not assessing them was to be looked at again",
    )

    # What was fitted to them, what their needs mean, and what has changed since
    disability_raised_on = earliest(
        concern.first_recorded_on,
        "when a learning disability was recorded",
        by=_adult,
        where=(concern.kind == ConcernKind.LEARNING_DISABILITY) & STANDS,
    )
    disability_found_on = earliest(
        analysis.written_on,
        "when a learning disability was found",
        by=_adult,
        where=IS_FOUND & (analysis.concern_kind == ConcernKind.LEARNING_DISABILITY),
    )
    disability_known_on = derived(
        earliest_of(disability_raised_on, disability_found_on), "when a learning disability became known"
    )
    adapted_on = earliest(analysis.written_on, "how the assessment was fitted to them", by=_adult, where=SAYS_ADAPTED)

    need_found_on, need_raised_on = needs_found(_adult)
    last_need_on = derived(latest_of(need_found_on, need_raised_on), "when a need was last found or recorded")
    meaning_written_on, last_concluded_on, without_meaning_count = meanings_written(_adult)
    meaning_settled_on = meaning_of_all(meaning_written_on, last_concluded_on, without_meaning_count)

    relapse_on, conviction_on = turns(_adult)
    moved_on = last_move(_person)
    last_event_on = last_event(family_event_on, relapse_on, conviction_on, moved_on)
    looked_again_on = earliest(
        analysis.written_on,
        "when their capacity was looked at again",
        by=_adult,
        where=IS_CAPACITY & analysis.dimension.is_known() & (analysis.written_on >= its(last_event_on)),
    )

    members = (
        is_helped
        & assessment_begun_on.is_known()
        & (
            role.is_in(MOTHER, *PARENTS)
            | (role.is_in(*PARTNERS, *OTHERS) & (caring_role.is_true() | lives_with_child.is_true()))
        )
    )
    ended = record_has_ended | has_left


class SecondParent(Subject):
    """The father or second parent of a baby being helped, whether or not anybody is recorded: one for each baby."""

    table = records.child
    called = "father or second parent"

    child_id = own(child.child_id, "the child")
    is_helped = wider(AssessedBaby.is_helped)
    helped_since = wider(AssessedBaby.helped_since)
    record_has_ended = wider(AssessedBaby.record_has_ended)
    birth_unrecorded = wider(AssessedBaby.birth_unrecorded)
    assessment_begun_on = wider(AssessedBaby.assessment_begun_on)
    sign_off_by = wider(AssessedBaby.sign_off_by)

    _child = (Link("child_id", child_id),)
    recorded_on = earliest(FIRST_ON_RECORD, "a father or second parent", by=_child, where=RECORDED_PARENT)

    _is_one = CarerInAssessment.is_second_parent & ~CarerInAssessment.has_left
    _to_assess = _is_one & ~CarerInAssessment.is_exempt
    _is_open = ~CarerInAssessment.is_analysed & ~CarerInAssessment.reason_stands
    recorded_count = count_of(CarerInAssessment, "how many are recorded", by=_child, where=_is_one)
    to_assess_count = count_of(CarerInAssessment, "how many are to be assessed", by=_child, where=_to_assess)
    unnamed_count = count_of(
        CarerInAssessment,
        "how many of them the record does not name",
        by=_child,
        where=_to_assess & CarerInAssessment.person_id.is_unknown(),
    )
    open_count = count_of(
        CarerInAssessment, "of how many the analysis is not whole", by=_child, where=_to_assess & _is_open
    )
    reasoned_count = count_of(
        CarerInAssessment,
        "how many are not assessed for a reason",
        by=_child,
        where=_to_assess & CarerInAssessment.reason_stands,
    )
    dimensions_on_record = earliest(
        CarerInAssessment.dimensions_on_record, "how many dimensions are on record", by=_child, where=_to_assess
    )
    dimensions_asked = earliest(
        CarerInAssessment.dimensions_asked, "how many dimensions the area looks at", by=_child, where=_to_assess
    )
    last_analysed_on = latest(CarerInAssessment.analysed_on, "when the analysis was whole", by=_child, where=_to_assess)
    reason_review_on = earliest(
        CarerInAssessment.reason_review_on,
        "when not assessing them is looked at again",
        by=_child,
        where=_to_assess & CarerInAssessment.reason_stands,
    )
    reason_lapsed_on = earliest(
        CarerInAssessment.reason_lapsed_on,
        "when a reason was to be looked at again",
        by=_child,
        where=_to_assess & _is_open,
    )
    assess_by = latest(CarerInAssessment.assess_by, "by when they are assessed", by=_child, where=_to_assess)

    is_named = derived(
        cases(((recorded_count > 0) & (unnamed_count == 0), Constant("named")), otherwise=unknown(Type.TEXT)),
        "who the father or second parent is",
    )
    one_parent_only = derived(
        (open_count == 0) & (reasoned_count > 0), "whether it was decided to assess one parent only"
    )
    analysed_on = derived(
        cases(((open_count == 0) & (reasoned_count == 0), last_analysed_on), otherwise=NO_DAY),
        "an analysis of their capacity, dimension by dimension",
    )

    members = is_helped
    ended = record_has_ended


carer_in_assessment = CarerInAssessment
second_parent = SecondParent

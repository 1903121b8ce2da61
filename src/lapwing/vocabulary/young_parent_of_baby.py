"""Facts about parents who are children themselves, as their baby's record knows them.

What the young parent's own record needs of this is carried over as days and numbers only. Of a father who must not be
contacted, does not know of the pregnancy or is withheld for safety nothing is carried over, and nothing is asked.
"""

from __future__ import annotations

from lapwing.language.expressions import TODAY, Constant, Expression, Type, cases, earliest_of, latest_of, unknown
from lapwing.vocabulary import records
from lapwing.vocabulary.child import birthday
from lapwing.vocabulary.codes import PARENTS, ConcernStatus, DateCertainty, HelpLevel, IdentityStatus
from lapwing.vocabulary.facts import Link, Subject, any_of, columns, derived, earliest, latest, only, own, wider
from lapwing.vocabulary.fragile_baby import NOT_TO_CONTACT, FragileBaby
from lapwing.vocabulary.local import local

child = columns(records.child)
person = columns(records.person)
relationship = columns(records.relationship)
concern = columns(records.concern)
referral = columns(records.referral)
involvement = columns(records.involvement)

NO_DAY = unknown(Type.DATE)
SOCIAL_CARE = (
    HelpLevel.PRE_BIRTH,
    HelpLevel.CHILD_IN_NEED,
    HelpLevel.SECTION_47,
    HelpLevel.CHILD_PROTECTION,
    HelpLevel.LOOKED_AFTER,
)
"""The help of those to whom a referral would go."""
GOES_ON = ~concern.status.is_in(ConcernStatus.CLEARED, ConcernStatus.PAST).is_true()
HAS_STOOD = ~(concern.status == ConcernStatus.CLEARED).is_true() & (
    concern.ended_on.is_known() | ~(concern.status == ConcernStatus.PAST).is_true()
)
"""Of a concern: that it is current, or was until a day on record; neither cleared nor history from the start."""
CONCERN_DAY = cases((concern.first_recorded_on.is_known(), concern.first_recorded_on), otherwise=concern.identified_on)
WHOEVER_THE_AREA_DECIDES_FOR = Constant("every_young_parent").is_in(local("young_parent.decide_for"))


def may_be_carried_over(contact_safety: Expression, identity_status: Expression) -> Expression:
    """Whether what is known of a parent on the baby's record may lead to questions about the parent."""
    return (
        ~contact_safety.is_in(*NOT_TO_CONTACT).is_true()
        & ~(identity_status == IdentityStatus.WITHHELD_FOR_SAFETY).is_true()
    )


class ParentWithRecord(Subject):
    """A parent of an unborn child or baby who has a record as a child, still or from before."""

    table = records.relationship
    called = "parent of a baby with a record as a child"

    child_id = own(relationship.child_id, "the baby")
    relationship_id = own(relationship.relationship_id, "the parent")
    person_id = own(relationship.person_id, "who the parent is")
    role = own(relationship.role, "who they are to the baby")
    contact_safety = own(relationship.contact_safety, "whether they may be contacted")
    identity_status = own(relationship.identity_status, "what is known of who they are")
    mentioned_on = own(relationship.mentioned_on, "when they were first mentioned")
    recorded_on = own(relationship.first_recorded_on, "when they were recorded")

    is_of_baby = wider(FragileBaby.is_member)
    record_has_ended = wider(FragileBaby.record_has_ended)
    birth_unrecorded = wider(FragileBaby.birth_unrecorded)
    born_on = wider(FragileBaby.born_on)
    has_record = any_of(child, "whether they have a record as a child", by=(Link("person_id", person_id),))
    known_on = derived(
        cases((mentioned_on.is_known(), mentioned_on), otherwise=recorded_on), "when they were known as a parent"
    )

    _child = (Link("child_id", child_id),)
    _about_them = (Link("child_id", child_id), Link("person_id", person_id))
    concern_on = earliest(
        CONCERN_DAY, "a significant concern about them", by=_about_them, where=concern.significant & HAS_STOOD
    )
    last_concern_on = latest(
        CONCERN_DAY, "the last significant concern about them", by=_about_them, where=concern.significant & GOES_ON
    )
    referred_on = earliest(
        referral.received_on, "the baby's referral", by=_child, where=referral.repeats_referral_id.is_unknown()
    )
    worked_with_since = earliest(
        involvement.started_on, "social care's work", by=_child, where=involvement.level.is_in(*SOCIAL_CARE)
    )
    baby_with_social_care_on = derived(earliest_of(referred_on, worked_with_since), "the baby's referral")
    _leads = involvement.lead & involvement.ended_on.is_unknown()
    babys_worker_id = only(involvement.practitioner_id, "who leads for the baby", by=_child, where=_leads)
    babys_worker_since = latest(involvement.started_on, "since when they lead for the baby", by=_child, where=_leads)
    baby_is_led = any_of(involvement, "whether somebody leads for the baby", by=_child, where=_leads)

    members = (
        role.is_in(*PARENTS)
        & person_id.is_known()
        & may_be_carried_over(contact_safety, identity_status)
        & is_of_baby
        & ~record_has_ended
        & has_record
    )


class YoungParentOfBaby(Subject):
    """A parent of an unborn child or baby who is a child, or may be, as the baby's record knows them."""

    table = records.relationship
    called = "young parent, on the baby's record"

    child_id = own(relationship.child_id, "the baby")
    relationship_id = own(relationship.relationship_id, "the parent")
    person_id = own(relationship.person_id, "who the parent is")
    role = own(relationship.role, "who they are to the baby")
    contact_safety = own(relationship.contact_safety, "whether they may be contacted")
    identity_status = own(relationship.identity_status, "what is known of who they are")
    mentioned_on = own(relationship.mentioned_on, "when they were first mentioned")
    recorded_on = own(relationship.first_recorded_on, "when they were recorded")

    is_of_baby = wider(FragileBaby.is_member)
    record_has_ended = wider(FragileBaby.record_has_ended)
    birth_unrecorded = wider(FragileBaby.birth_unrecorded)

    _person = (Link("person_id", person_id),)
    _about_them = (Link("child_id", child_id), Link("person_id", person_id))
    sure_born_on = only(
        person.born_on,
        "a sure date of birth",
        by=_person,
        where=~(person.born_on_certainty == DateCertainty.CONTRADICTORY).is_true(),
    )
    is_disputed = any_of(
        person, "whether the age is disputed", by=_person, where=person.born_on_certainty == DateCertainty.DISPUTED
    )
    known_on = derived(
        cases((mentioned_on.is_known(), mentioned_on), otherwise=recorded_on), "when they were known as a parent"
    )
    of_age_on = derived(birthday(sure_born_on, local("young_parent.under_age")), "when they come of age")
    is_child = derived(
        cases((is_disputed.is_true(), Constant(True)), otherwise=of_age_on > TODAY), "whether they are a child"
    )
    is_referred_whatever = derived(
        (known_on < birthday(sure_born_on, local("young_parent.auto_refer_age"))).is_true(),
        "whether they were so young that they are always referred",
    )
    has_record = any_of(
        child, "whether they have a record of their own", by=_person, where=~child.opened_in_error.is_true()
    )
    _significant = concern.significant & GOES_ON
    concern_on = earliest(
        CONCERN_DAY,
        "a significant concern about them",
        by=_about_them,
        where=_significant & concern.no_action_reason.is_unknown(),
    )
    no_action_on = latest(
        concern.no_action_on,
        "why none is needed",
        by=_about_them,
        where=_significant & concern.no_action_reason.is_known(),
    )
    calls_for_record = derived(
        concern_on.is_known() | no_action_on.is_known() | is_referred_whatever | WHOEVER_THE_AREA_DECIDES_FOR,
        "whether a record of their own is called for",
    )
    arose_on = derived(
        cases((concern_on.is_known(), latest_of(known_on, concern_on)), otherwise=known_on), "when the question arose"
    )
    answered_on = derived(
        cases(
            (has_record.is_true(), known_on),
            (concern_on.is_unknown() & ~is_referred_whatever, no_action_on),
            otherwise=NO_DAY,
        ),
        "a record of their own, or why none is needed",
    )

    members = (
        role.is_in(*PARENTS)
        & person_id.is_known()
        & may_be_carried_over(contact_safety, identity_status)
        & is_of_baby
        & (~(of_age_on <= known_on).is_true() | is_disputed)
    )
    ended = record_has_ended


young_parent_of_baby = YoungParentOfBaby

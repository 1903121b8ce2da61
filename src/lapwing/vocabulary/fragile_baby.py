"""Facts about an unborn child or a baby under the age at which paragraph 53 stops asking, and about each carer."""

from __future__ import annotations

from lapwing.language.expressions import TODAY, cases, latest_of
from lapwing.vocabulary import records
from lapwing.vocabulary.care_codes import AdviceTopic, SettingKind
from lapwing.vocabulary.child import Child
from lapwing.vocabulary.codes import ContactSafety, RelationshipRole
from lapwing.vocabulary.facts import Link, Subject, any_of, columns, derived, latest, own, wider
from lapwing.vocabulary.local import local

child = columns(records.child)
accommodation = columns(records.accommodation)

AWAY = (
    SettingKind.CHILD_WARD,
    SettingKind.NEONATAL_UNIT,
    SettingKind.FOSTER_HOME,
    SettingKind.KINSHIP,
    SettingKind.CHILDRENS_HOME,
)
"""Where a baby is in other hands than those of the parents at home."""
SLEEP = (AdviceTopic.CO_SLEEPING, AdviceTopic.OVERLAY)
STORAGE = (AdviceTopic.PARENTAL_SUBSTANCES, AdviceTopic.PRESCRIBED_MEDICINES)
NOT_ASKED_AS_CARERS = (RelationshipRole.FOSTER_CARER, RelationshipRole.SIBLING)
NOT_TO_CONTACT = (ContactSafety.MUST_NOT_CONTACT, ContactSafety.UNAWARE_OF_PREGNANCY)


class FragileBaby(Subject):
    """An unborn child, or a baby under twelve months or what the area has set instead."""

    table = records.child
    called = "unborn child or baby"

    child_id = own(child.child_id, "the child")
    pregnancy_id = own(child.pregnancy_id, "the pregnancy")

    _child = (Link("child_id", child_id),)
    born_on = wider(Child.born_on)
    pregnancy_known_on = wider(Child.pregnancy_known_on)
    mother_id = wider(Child.mother_id)
    last_expected_on = wider(Child.expected_on_latest)
    record_has_ended = wider(Child.record_has_ended)
    birth_unrecorded = derived(
        born_on.is_unknown() & (last_expected_on.plus_days(local("prebirth.birth_unrecorded_days")) < TODAY),
        "whether the expected date is long past with nothing recorded",
    )
    is_away = any_of(
        accommodation,
        "whether the baby is in hospital or with other carers",
        by=_child,
        where=accommodation.kind.is_in(*AWAY)
        & accommodation.started_on.is_known()
        & accommodation.ended_on.is_unknown(),
    )
    came_home_on = latest(
        accommodation.ended_on, "when the baby came home", by=_child, where=accommodation.kind.is_in(*AWAY)
    )
    home_since = derived(latest_of(born_on, came_home_on), "since when the baby is at home")

    is_member = derived(
        cases(
            (born_on.is_known(), born_on.plus_months(local("baby.under_months")) > TODAY),
            otherwise=pregnancy_id.is_known(),
        ),
        "whether the child is unborn or a baby",
    )
    members = is_member
    ended = record_has_ended


fragile_baby = FragileBaby

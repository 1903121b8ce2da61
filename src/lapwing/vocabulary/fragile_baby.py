"""Facts about an unborn child or a baby under the age at which paragraph 53 stops asking, and about each carer."""

from __future__ import annotations

from lapwing.language.expressions import TODAY, cases, latest_of
from lapwing.vocabulary import records
from lapwing.vocabulary.care_codes import AdviceTopic, LegalStatusKind, SettingKind
from lapwing.vocabulary.codes import ContactSafety, RelationshipRole
from lapwing.vocabulary.facts import Link, Subject, any_of, columns, derived, earliest, latest, only, own
from lapwing.vocabulary.local import local
from lapwing.vocabulary.work_codes import ClosureReason

child = columns(records.child)
person = columns(records.person)
pregnancy = columns(records.pregnancy)
expected_date = columns(records.expected_date)
involvement = columns(records.involvement)
legal_status = columns(records.legal_status)
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
    person_id = own(child.person_id, "the child as a person")
    pregnancy_id = own(child.pregnancy_id, "the pregnancy")
    opened_in_error = own(child.opened_in_error, "whether the record was opened in error")

    _child = (Link("child_id", child_id),)
    _person = (Link("person_id", person_id),)
    _pregnancy = (Link("pregnancy_id", pregnancy_id),)
    born_on = only(person.born_on, "the date of birth", by=_person)
    died_on = latest(person.died_on, "the date of death", by=_person)
    pregnancy_known_on = earliest(pregnancy.known_on, "when the pregnancy became known", by=_pregnancy)
    pregnancy_ended_on = latest(pregnancy.ended_on, "when the pregnancy ended", by=_pregnancy)
    last_expected_on = latest(
        expected_date.expected_on,
        "the expected date of birth",
        by=_pregnancy,
        where=expected_date.superseded_on.is_unknown(),
    )
    birth_unrecorded = derived(
        born_on.is_unknown() & (last_expected_on.plus_days(local("prebirth.birth_unrecorded_days")) < TODAY),
        "whether the expected date is long past with nothing recorded",
    )
    moved_and_accepted = any_of(
        involvement,
        "whether another area has accepted the child",
        by=_child,
        where=involvement.ended_reason == ClosureReason.MOVED_ACCEPTED_ELSEWHERE,
    )
    adopted = any_of(
        legal_status,
        "whether the child has been adopted",
        by=_child,
        where=legal_status.kind == LegalStatusKind.ADOPTION_ORDER,
    )
    record_has_ended = derived(
        (pregnancy_ended_on.is_known() & born_on.is_unknown()).is_true()
        | died_on.is_known().is_true()
        | opened_in_error.is_true()
        | moved_and_accepted.is_true()
        | adopted.is_true(),
        "whether the record has ended",
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

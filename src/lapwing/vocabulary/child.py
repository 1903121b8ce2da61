"""Facts about any child, born or unborn, that everything else said of children rests on."""

from __future__ import annotations

from lapwing.language.expressions import TODAY, Expression, Type, cases, earliest_of, unknown
from lapwing.vocabulary import records
from lapwing.vocabulary.care_codes import LegalStatusKind
from lapwing.vocabulary.codes import DateCertainty
from lapwing.vocabulary.facts import Link, Subject, any_of, columns, derived, earliest, latest, only, own
from lapwing.vocabulary.local import local
from lapwing.vocabulary.work_codes import ClosureReason

child = columns(records.child)
person = columns(records.person)
pregnancy = columns(records.pregnancy)
expected_date = columns(records.expected_date)
involvement = columns(records.involvement)
legal_status = columns(records.legal_status)

IN_FORCE = expected_date.superseded_on.is_unknown()


def birthday(born_on: Expression, years: Expression) -> Expression:
    """The day on which so many years are complete: of somebody born on 29 February, 1 March in other years."""
    return born_on.minus_days(1).plus_months(years).plus_days(1)


class Child(Subject):
    """Anybody who has a record as a child, born or unborn."""

    table = records.child
    called = "child"

    child_id = own(child.child_id, "the child")
    person_id = own(child.person_id, "the child as a person")
    pregnancy_id = own(child.pregnancy_id, "the pregnancy")
    opened_in_error = own(child.opened_in_error, "whether the record was opened in error")

    _child = (Link("child_id", child_id),)
    _person = (Link("person_id", person_id),)
    _pregnancy = (Link("pregnancy_id", pregnancy_id),)

    born_on = only(person.born_on, "the date of birth", by=_person)
    earliest_born_on = earliest(person.born_on, "the earliest date of birth on record", by=_person)
    latest_born_on = latest(person.born_on, "the latest date of birth on record", by=_person)
    died_on = latest(person.died_on, "the date of death", by=_person)
    pregnancy_known_on = earliest(pregnancy.known_on, "when the pregnancy became known", by=_pregnancy)
    mother_id = only(pregnancy.mother_id, "the mother by the record of the pregnancy", by=_pregnancy)
    pregnancy_ended_on = latest(pregnancy.ended_on, "when the pregnancy ended", by=_pregnancy)
    expected_on = only(expected_date.expected_on, "the expected date of birth", by=_pregnancy, where=IN_FORCE)
    expected_on_earliest = earliest(
        expected_date.expected_on, "the earliest expected date in force", by=_pregnancy, where=IN_FORCE
    )
    expected_on_latest = latest(
        expected_date.expected_on, "the latest expected date in force", by=_pregnancy, where=IN_FORCE
    )

    young_person_on = derived(
        birthday(born_on, local("young_person.from_age")), "from when the child is looked at as a young person"
    )
    comes_of_age_on = derived(birthday(born_on, local("young_person.until_age")), "the eighteenth birthday")
    birth_date_disputed = any_of(
        person,
        "whether the date of birth is recorded as disputed",
        by=_person,
        where=person.born_on_certainty == DateCertainty.DISPUTED,
    )
    status_of_disputed_age = any_of(
        legal_status,
        "whether there is a standing record that the age is disputed",
        by=_child,
        where=(legal_status.kind == LegalStatusKind.AGE_DISPUTED) & legal_status.ended_on.is_unknown(),
    )
    age_disputed = derived(birth_date_disputed | status_of_disputed_age, "whether the age is recorded as disputed")
    _old_enough_since = TODAY.minus_months(local("young_person.from_age"))
    _adult_since = TODAY.minus_months(local("young_person.until_age"))
    may_be_young_person = derived(
        (earliest_born_on <= _old_enough_since) & (latest_born_on > _adult_since)
        | age_disputed.is_true() & ~(earliest_born_on > _old_enough_since).is_true()
        | person_id.is_known() & earliest_born_on.is_unknown(),
        "whether the child is, or may be, a young person",
    )
    is_young_person = derived(
        cases(
            (age_disputed.is_true() | (earliest_born_on == latest_born_on), may_be_young_person),
            ((latest_born_on <= _old_enough_since) & (earliest_born_on > _adult_since), True),
            (may_be_young_person, unknown(Type.YES_NO)),
            otherwise=False,
        ),
        "whether the child is a young person",
    )

    moved_and_accepted = any_of(
        involvement,
        "whether another area has accepted the child",
        by=_child,
        where=involvement.ended_reason == ClosureReason.MOVED_ACCEPTED_ELSEWHERE,
    )
    accepted_elsewhere_on = latest(
        involvement.ended_on,
        "when another area accepted the child",
        by=_child,
        where=involvement.ended_reason == ClosureReason.MOVED_ACCEPTED_ELSEWHERE,
    )
    adopted_on = earliest(
        legal_status.started_on,
        "when the child was adopted",
        by=_child,
        where=legal_status.kind == LegalStatusKind.ADOPTION_ORDER,
    )
    left_on = derived(
        earliest_of(died_on, accepted_elsewhere_on, adopted_on),
        "when the child died, was accepted by another area or was adopted",
    )
    adopted = any_of(
        legal_status,
        "whether the child has been adopted",
        by=_child,
        where=legal_status.kind == LegalStatusKind.ADOPTION_ORDER,
    )
    pregnancy_lost = derived(
        (pregnancy_ended_on.is_known() & born_on.is_unknown()).is_true(), "whether the pregnancy ended without a birth"
    )
    never_was = derived(
        pregnancy_lost | opened_in_error.is_true(),
        "whether the pregnancy ended without a birth, or the record should never have been opened",
    )
    record_has_ended = derived(
        pregnancy_lost
        | died_on.is_known().is_true()
        | opened_in_error.is_true()
        | moved_and_accepted.is_true()
        | adopted.is_true(),
        "whether the record has ended",
    )

    members = child_id.is_known()

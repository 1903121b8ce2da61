"""Facts about a young person of fourteen to seventeen: whether services work with them, and since when."""

from __future__ import annotations

from lapwing.language.expressions import earliest_of
from lapwing.vocabulary import records
from lapwing.vocabulary.child import Child
from lapwing.vocabulary.codes import HelpLevel
from lapwing.vocabulary.facts import Link, Subject, columns, derived, earliest, own, wider

child = columns(records.child)
involvement = columns(records.involvement)
plan = columns(records.plan)


class PossibleYoungPerson(Subject):
    """Whoever may be a young person, the record being silent or at odds with itself on the date of birth."""

    table = records.child
    called = "possible young person"

    child_id = own(child.child_id, "the child")

    _child = (Link("child_id", child_id),)
    may_be_young_person = wider(Child.may_be_young_person)
    worked_with_since = earliest(
        involvement.started_on,
        "when the first service began",
        by=_child,
        where=involvement.ended_on.is_unknown() & ~(involvement.level == HelpLevel.UNIVERSAL).is_true(),
    )
    on_plan_since = earliest(plan.started_on, "when the first plan began", by=_child, where=plan.ended_on.is_unknown())
    open_since = derived(earliest_of(worked_with_since, on_plan_since), "since when services work with them")

    members = may_be_young_person


class YoungPerson(Subject):
    """A child of fourteen or over, until the eighteenth birthday, or somebody whose age is disputed."""

    table = records.child
    called = "young person"

    child_id = own(child.child_id, "the child")
    person_id = own(child.person_id, "the young person as a person")

    _child = (Link("child_id", child_id),)
    born_on = wider(Child.born_on)
    young_person_on = wider(Child.young_person_on)
    comes_of_age_on = wider(Child.comes_of_age_on)
    record_has_ended = wider(Child.record_has_ended)
    is_young_person = wider(Child.is_young_person)
    worked_with_since = wider(PossibleYoungPerson.worked_with_since)
    on_plan_since = wider(PossibleYoungPerson.on_plan_since)
    open_since = wider(PossibleYoungPerson.open_since)

    members = is_young_person
    ended = record_has_ended


young_person = YoungPerson

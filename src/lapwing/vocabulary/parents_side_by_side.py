"""A baby whose family was helped, with what is known of the mother beside what is known of the father or second parent.

Each baby is one of the cohort whatever the record says of a father: that it says nothing is itself counted.
"""

from __future__ import annotations

from lapwing.language.expressions import Expression
from lapwing.vocabulary import records
from lapwing.vocabulary.facts import Fact, Link, Subject, any_of, columns, earliest, own, wider
from lapwing.vocabulary.helped_in_first_year import HelpedInFirstYear
from lapwing.vocabulary.parent_of_helped import ParentOfHelped

child = columns(records.child)


def _what_is_known(whom: str, who: Expression, by: tuple[Link, ...]) -> tuple[Fact, ...]:
    """What is known of one side: of two who stand on it, whichever was looked into first."""
    one = ParentOfHelped
    return (
        any_of(one, f"whether {whom} is recorded", by=by, where=who),
        any_of(one, f"whether services may be in touch with {whom}", by=by, where=who & one.is_in_reach),
        earliest(one.identified_on, f"who {whom} is, or why that is not known", by=by, where=who),
        earliest(one.seen_on, f"when {whom} was first seen or heard directly", by=by, where=who),
        earliest(one.needs_explored_on, f"when the own needs of {whom} were first looked into", by=by, where=who),
        earliest(one.capacity_on, f"the analysis of what {whom} can give", by=by, where=who),
        any_of(
            one, f"whether it is said why {whom} is not assessed", by=by, where=who & one.not_assessed_on.is_known()
        ),
        any_of(one, f"whether {whom} was invited", by=by, where=who & one.was_invited),
        any_of(one, f"whether {whom} came to a meeting", by=by, where=who & one.attended),
        earliest(one.action_given_on, f"when an action was agreed with {whom}", by=by, where=who),
        any_of(one, f"whether a need of {whom} is on record", by=by, where=who & one.has_need),
        any_of(
            one,
            f"whether it is not written what a need of {whom} means for the baby",
            by=by,
            where=who & one.has_need & one.meaning_settled_on.is_unknown(),
        ),
    )


class ParentsSideBySide(Subject):
    """A baby whose family was helped before the birth or in the first year."""

    table = records.child
    called = "baby whose family was helped"

    child_id = own(child.child_id, "the child")
    was_helped = wider(HelpedInFirstYear.was_helped)
    never_was = wider(HelpedInFirstYear.never_was)
    birth_unrecorded = wider(HelpedInFirstYear.birth_unrecorded)
    came_to_help_on = wider(HelpedInFirstYear.came_to_help_on)
    assessment_begun_on = wider(HelpedInFirstYear.assessment_begun_on)
    assess_due = wider(HelpedInFirstYear.assess_due)
    look_into_due = wider(HelpedInFirstYear.look_into_due)
    plan_begun_on = wider(HelpedInFirstYear.plan_begun_on)
    met_parents_on = wider(HelpedInFirstYear.met_parents_on)

    _child = (Link("child_id", child_id),)
    (
        mother_recorded,
        mother_in_reach,
        mother_identified_on,
        mother_seen_on,
        mother_needs_explored_on,
        mother_capacity_on,
        mother_not_assessed,
        mother_invited,
        mother_attended,
        mother_action_on,
        mother_has_need,
        mother_need_unmeant,
    ) = _what_is_known("the mother", ParentOfHelped.is_mother, _child)
    (
        father_recorded,
        father_in_reach,
        father_identified_on,
        father_seen_on,
        father_needs_explored_on,
        father_capacity_on,
        father_not_assessed,
        father_invited,
        father_attended,
        father_action_on,
        father_has_need,
        father_need_unmeant,
    ) = _what_is_known("the father or second parent", ParentOfHelped.is_second_parent, _child)

    members = was_helped


parents_side_by_side = ParentsSideBySide

"""What a look back over years asks of young parents, beside what checks ask while they are still under age."""

from __future__ import annotations

from lapwing.language.expressions import Constant, cases, earliest_of
from lapwing.vocabulary import records
from lapwing.vocabulary.codes import HelpLevel, PractitionerRole
from lapwing.vocabulary.facts import Link, any_of, columns, derived, earliest, its, only
from lapwing.vocabulary.work_codes import ActionKind, DecisionOutcome
from lapwing.vocabulary.young_parent import ABOUT_NEED, OWN_HELP, YoungParent
from lapwing.vocabulary.young_parent_of_baby import ParentWithRecord

decision = columns(records.decision)
involvement = columns(records.involvement)
action = columns(records.action)

SUPPORT = (HelpLevel.EARLY_HELP, HelpLevel.FAMILY_HELP, HelpLevel.CARE_LEAVER)
"""Help for a young parent that is support, and not an enquiry."""


class OfferedToParent(ParentWithRecord):
    """What the baby's record says of help for a young parent."""

    _child = (Link("child_id", ParentWithRecord.child_id),)
    family_nurse_since = earliest(
        involvement.started_on,
        "when the family nurse began",
        by=_child,
        where=involvement.role == PractitionerRole.FAMILY_NURSE,
    )
    led_for_baby_by = only(involvement.practitioner_id, "who has led for the baby", by=_child, where=involvement.lead)
    baby_was_led = any_of(involvement, "whether anybody has led for the baby", by=_child, where=involvement.lead)


class YoungParentCohort(YoungParent):
    """Young parents, as a look back over years sees them."""

    _child = (Link("child_id", YoungParent.child_id),)
    _person = (Link("person_id", YoungParent.person_id),)
    was_child_when_known = derived(
        cases(
            (YoungParent.is_disputed.is_true(), Constant(True)), otherwise=YoungParent.of_age_on > YoungParent.known_on
        ),
        "whether they were a child when it was known that they are a parent",
    )
    was_child_when_it_arose = derived(
        cases(
            (YoungParent.is_disputed.is_true(), Constant(True)), otherwise=YoungParent.of_age_on > YoungParent.arose_on
        ),
        "whether they were a child when the question arose",
    )
    first_found_in_need_on = earliest(
        decision.decided_on,
        "when it was first decided that they are in need",
        by=_child,
        where=ABOUT_NEED
        & (decision.outcome == DecisionOutcome.REQUIRED)
        & (decision.decided_on >= its(YoungParent.known_on)),
    )
    led_for_baby_by = only(OfferedToParent.led_for_baby_by, "who has led for the baby", by=_person)
    baby_was_led = any_of(
        OfferedToParent, "whether anybody has led for the baby", by=_person, where=OfferedToParent.baby_was_led
    )
    had_own_worker_since = earliest(
        involvement.started_on,
        "a worker of their own",
        by=_child,
        where=involvement.level.is_in(*OWN_HELP)
        & (involvement.ended_on.is_unknown() | (involvement.ended_on >= its(first_found_in_need_on)))
        & (involvement.practitioner_id != its(led_for_baby_by)),
    )

    family_nurse_since = earliest(OfferedToParent.family_nurse_since, "when the family nurse began", by=_person)
    supported_since = earliest(
        involvement.started_on,
        "when early or family help for them began",
        by=_child,
        where=involvement.level.is_in(*SUPPORT)
        & (involvement.ended_on.is_unknown() | (involvement.ended_on >= its(YoungParent.known_on))),
    )
    service_offered_on = earliest(
        action.assigned_on,
        "when direct work or a service was offered to them",
        by=_child,
        where=action.kind.is_in(ActionKind.DIRECT_WORK, ActionKind.SERVICE)
        & (action.assigned_on >= its(YoungParent.known_on)),
    )
    support_offered_on = derived(
        earliest_of(family_nurse_since, supported_since, service_offered_on, YoungParent.support_decided_on),
        "when support was first offered",
    )


young_parent_cohort = YoungParentCohort

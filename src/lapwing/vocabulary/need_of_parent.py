"""Facts about one need of an adult around a baby whose family was helped: whether help for it began."""

from __future__ import annotations

from lapwing.language.expressions import latest_of
from lapwing.vocabulary import records
from lapwing.vocabulary.codes import ConcernStatus
from lapwing.vocabulary.facts import Link, Subject, columns, derived, earliest, own, wider
from lapwing.vocabulary.helped_in_first_year import HelpedInFirstYear
from lapwing.vocabulary.local import local
from lapwing.vocabulary.parents_of_baby import OWN_NEEDS
from lapwing.vocabulary.risk import IS_REAL

concern = columns(records.concern)
action = columns(records.action)


class NeedOfParent(Subject):
    """A concern about an adult on a baby's record that is a need of the adult's own, recorded before the first birthday."""

    table = records.concern
    called = "need of a parent or other adult"

    child_id = own(concern.child_id, "the child")
    concern_id = own(concern.concern_id, "the need")
    person_id = own(concern.person_id, "whose need it is")
    kind = own(concern.kind, "what the need is")
    status = own(concern.status, "where it stands")
    recorded_on = own(concern.first_recorded_on, "when it was recorded")
    no_action_on = own(concern.no_action_on, "when it was found to need no action")
    no_action_reason = own(concern.no_action_reason, "why it needs no action")

    was_helped = wider(HelpedInFirstYear.was_helped)
    never_was = wider(HelpedInFirstYear.never_was)
    came_to_help_on = wider(HelpedInFirstYear.came_to_help_on)
    first_birthday_on = wider(HelpedInFirstYear.first_birthday_on)
    clock_from = derived(latest_of(recorded_on, came_to_help_on), "when the time for help began")
    needs_nothing = derived(
        no_action_on.is_known() & no_action_reason.is_known(), "whether it was found, with reasons, to need nothing"
    )

    _need = (Link("concern_id", concern_id), Link("child_id", child_id))
    help_begun_on = earliest(action.started_on, "when help for it began", by=_need, where=IS_REAL)
    declined_on = earliest(action.declined_on, "when help for it was declined", by=_need)

    members = (
        kind.is_in(local(OWN_NEEDS))
        & person_id.is_known()
        & ~(status == ConcernStatus.CLEARED).is_true()
        & was_helped
        & ~(recorded_on >= first_birthday_on).is_true()
    )


need_of_parent = NeedOfParent

"""Verbs: what must be in place around a birth is set, done, or found with a reason not to be needed."""

from __future__ import annotations

from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import FRONT_LINE
from lapwing.conduct.policies import NotPossible, check_in_words, check_not_yet
from lapwing.conduct.verb import verb
from lapwing.conduct.whose import Whose
from lapwing.records.store import current
from lapwing.vocabulary.work_codes import MilestoneKind


@verb(may=FRONT_LINE)
def set_milestone(
    *,
    by: Acting,
    on: date,
    child: str | None = None,
    pregnancy: str | None = None,
    kind: MilestoneKind,
    plan: str | None = None,
    due_on: date | None = None,
) -> str:
    """Sets something that must be in place around a birth; its key. Without a day, the area's setting decides by when."""
    whose = Whose(child, pregnancy)
    waiting = whose.entries("milestone").filter(kind=str(kind), done_on__isnull=True, not_needed_on__isnull=True)
    if waiting.exists():
        raise NotPossible(f"That is set already ({kind.label}). Record there that it is done, or why it is not needed.")
    return by.enter("milestone", **whose.columns, plan_id=plan, kind=kind, due_on=due_on)


@verb(may=FRONT_LINE)
def complete_milestone(*, by: Acting, on: date, milestone: str, seen: int | None = None) -> None:
    """Records that what must be in place around a birth is in place."""
    check_not_yet(current("milestone", milestone)["done_on"], "This was in place")
    by.amend("milestone", milestone, seen=seen, done_on=on)


@verb(may=FRONT_LINE)
def find_milestone_not_needed(*, by: Acting, on: date, milestone: str, reason: str, seen: int | None = None) -> None:
    """Records that something around a birth was considered and need not be in place, and why."""
    check_in_words(reason=reason)
    was = current("milestone", milestone)
    check_not_yet(was["done_on"], "This was in place")
    check_not_yet(was["not_needed_on"], "This was found not to be needed")
    by.amend("milestone", milestone, seen=seen, not_needed_on=on, not_needed_reason=reason)

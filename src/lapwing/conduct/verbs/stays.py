"""Verbs: where a child lives, stays or is held. Addresses are not told here, only what kind of place it is."""

from __future__ import annotations

from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import FRONT_LINE
from lapwing.conduct.policies import check_goes_on, check_not_yet
from lapwing.conduct.verb import verb
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.care_codes import SettingKind


@verb(may=FRONT_LINE)
def begin_stay(
    *,
    by: Acting,
    on: date,
    child: str,
    kind: SettingKind,
    out_of_area: bool | None = None,
    reason: str | None = None,
) -> str:
    """Records that a child lives, stays or is held somewhere from that day, and why there; the stay's key.

    A stay that went before is ended by itself: a child on a ward may still have a home to go back to.
    """
    return by.enter("accommodation", child_id=child, kind=kind, started_on=on, out_of_area=out_of_area, reason=reason)


@verb(may=FRONT_LINE)
def end_stay(*, by: Acting, on: date, accommodation: str, seen: int | None = None) -> None:
    """Records the last day of a stay."""
    check_not_yet(current("accommodation", accommodation)["ended_on"], "This stay ended")
    by.amend("accommodation", accommodation, seen=seen, ended_on=on)


@verb(may=FRONT_LINE)
def plan_move(*, by: Acting, on: date, accommodation: str, move_planned_on: date, seen: int | None = None) -> None:
    """Records the day for which a move out of a place is planned."""
    was = current("accommodation", accommodation)
    check_goes_on(was["child_id"], None)
    check_not_yet(was["ended_on"], "This stay ended")
    if move_planned_on < on:
        raise CannotEnter(f"move_planned_on: has {move_planned_on:%-d %B %Y}; needs a day that still lies ahead.")
    by.amend("accommodation", accommodation, seen=seen, move_planned_on=move_planned_on)

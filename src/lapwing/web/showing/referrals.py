"""A referral, and a concern put to another agency, as their pages show them: whose it is until somebody there has it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.reading import Shown
from lapwing.conduct.reading.turns import after
from lapwing.web.showing.offers import Offer, to_do
from lapwing.web.showing.record import OpenRecord
from lapwing.web.showing.track import (
    Step,
    Track,
    agency_named,
    days_over,
    ended,
    offered,
    ordinal,
    person_named,
    steps_of,
)
from lapwing.web.templating import in_words

ACKNOWLEDGED_WITHIN, TOLD_WITHIN = "referral.ack_wd", "follow_through.outcome_wd"


def panel(by: Acting, record: OpenRecord, one: Shown) -> dict[str, Any]:
    """What the page of a referral shows besides what it says."""
    way = track_of(by, record, one)
    return {"track": way, "does": way.does, "again": _again(_times_referred(record, one))}


def panel_of_concern(by: Acting, record: OpenRecord, one: Shown) -> dict[str, Any]:
    """What the page of a concern shows: what becomes of it where it was put to another agency, and how often it was raised."""
    referral = record.entry("referral", one.values.get("referral_id") or "")
    way = track_of(by, record, referral) if referral is not None else None
    return {
        "track": way,
        "does": way.does if way is not None else [],
        "referral": record.page("referral", referral.key) if referral is not None else None,
        "again": _again(_times_raised(record, one)),
    }


def track_of(by: Acting, record: OpenRecord, one: Shown) -> Track:
    """Where a referral stands, as whoever referred, whoever was asked, or anybody else sees it."""
    steps = tuple(_steps(record, one))
    if record.record.child.has_ended:
        return ended(steps)
    over = _over(by, one)
    return Track(steps, _whose(by, record, one), _overdue(by, record, one, over), _next(by, record, one))


def _steps(record: OpenRecord, one: Shown) -> Iterator[Step]:
    values = one.values
    asked = agency_named(record, one, "to_agency_id", "the other service")
    referrer = person_named(record, one, "referred_by") or agency_named(record, one, "from_agency_id", "")
    acknowledged = person_named(record, one, "acknowledged_by")
    outcome = record.said("referral", "outcome", values.get("outcome"))
    return steps_of(
        ("Referred", values.get("received_on"), f"to {asked}{', by ' + referrer if referrer else ''}", ""),
        (
            "Acknowledged",
            values.get("acknowledged_on"),
            acknowledged and f"by {acknowledged}",
            _due(_acknowledge_by(one), f"A person at {asked} says that it has arrived"),
        ),
        ("Decided", values.get("decided_on"), outcome, "What they do, and why"),
        (
            "Referrer told the outcome",
            values.get("referrer_told_on"),
            "",
            _due(_tell_by(one), "Whoever referred hears what was decided"),
        ),
        ("Closed", values.get("closed_on"), "", "When the work on it has ended"),
    )


def _acknowledge_by(one: Shown) -> date | None:
    return after(one.values.get("received_on"), ACKNOWLEDGED_WITHIN)


def _tell_by(one: Shown) -> date | None:
    return after(one.values.get("received_on"), TOLD_WITHIN)


def _due(due_on: date | None, what: str) -> str:
    return f"{what}, by {in_words(due_on)}" if due_on is not None else what


def _over(by: Acting, one: Shown) -> str:
    """How late the step is that waits now."""
    values = one.values
    if values.get("closed_on") or values.get("referrer_told_on"):
        return ""
    is_untouched = values.get("acknowledged_on") is None and values.get("decided_on") is None
    return days_over(_acknowledge_by(one) if is_untouched else _tell_by(one), by.today)


def _whose(by: Acting, record: OpenRecord, one: Shown) -> str:
    values = one.values
    asked = agency_named(record, one, "to_agency_id", "the other service")
    referrer = agency_named(record, one, "from_agency_id", "whoever referred")
    if values.get("closed_on"):
        return "The work on this referral has closed."
    if values.get("acknowledged_on") is None and values.get("decided_on") is None:
        is_ours = by.agency is not None and values.get("from_agency_id") == by.agency
        return f"Still {'yours' if is_ours else 'with ' + referrer} until somebody at {asked} says that it has arrived."
    name = person_named(record, one, "acknowledged_by")
    if values.get("decided_on") is None:
        return f"It is with {name + ' at ' if name else ''}{asked}, who decide what to do."
    is_told = values.get("referrer_told_on") is not None
    told = "Whoever referred was told." if is_told else "It is not on record that whoever referred was told."
    return f"{asked} decided. {told}"


def _overdue(by: Acting, record: OpenRecord, one: Shown, over: str) -> str:
    if not over:
        return ""
    asked = agency_named(record, one, "to_agency_id", "the other service")
    if one.values.get("to_agency_id") == by.agency:
        return f"Whoever referred still waits for your service. {over}"
    return f"{asked} have not answered in time. {over} Ring them; if nobody answers, disagree."


def _next(by: Acting, record: OpenRecord, one: Shown) -> list[Offer]:
    found = offered(
        by, record, "referral", one, "acknowledge_referral", "decide_referral", "tell_referrer", "close_referral"
    )
    is_referrer = by.agency is not None and one.values.get("from_agency_id") == by.agency
    if is_referrer and one.values.get("decided_on") and one.values.get("to_agency_id"):
        again = to_do("refer", record.child, to_agency=one.values["to_agency_id"], repeats_referral=one.key)
        found.append(Offer("Still worried? Refer again", again, "It is counted as a repeat of this one."))
    return found


# How often the same thing was raised


def _again(times: int) -> str:
    return f"This is the {ordinal(times)} time that this was raised." if times > 1 else ""


def _times_referred(record: OpenRecord, one: Shown) -> int:
    """The place of a referral in the chain of those that repeat one another."""
    times, seen = 1, {one.key}
    before = one.values.get("repeats_referral_id")
    while before is not None and before not in seen:
        seen.add(before)
        times += 1
        earlier = record.entry("referral", before)
        before = earlier.values.get("repeats_referral_id") if earlier is not None else None
    return times


def _times_raised(record: OpenRecord, one: Shown) -> int:
    """The place of a concern among those of its kind about the same person, in the order in which they were found."""
    alike = [
        other
        for other in record.all("concern")
        if (other.values.get("kind"), other.values.get("person_id"))
        == (one.values.get("kind"), one.values.get("person_id"))
    ]
    in_time = sorted(
        alike, key=lambda other: (other.values.get("identified_on") or date.max, record.all("concern").index(other))
    )
    return in_time.index(one) + 1 if one in in_time else 1

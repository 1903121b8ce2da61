"""Young people: every measure counted again in plain Python on invented partnerships."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from measures.plain import (
    Counted,
    Row,
    Told,
    World,
    after,
    birthday,
    codes,
    days_between,
    differences,
    done,
    first,
    found_on,
    number,
    status,
    working,
)

Tell = Callable[[World, str, Row], Told | None]


# ---------------------------------------------------------------- counted by hand


def young(world: World, child: str, day: date | None) -> bool:
    """Whether the child was fourteen to seventeen on a day."""
    born = world.born(child)
    return bool(born and day and birthday(born, 14) <= day < birthday(born, 18))


def of_young(table: str, day: str) -> Callable[[Tell], Callable[[World], Counted]]:
    """A count of the rows of a table by the age on a day of theirs."""

    def by_hand(tell: Tell) -> Callable[[World], Counted]:
        def count(world: World) -> Counted:
            rows = [(child, row) for child, row in world.each(table) if young(world, child, row[day])]
            told = {(child, row[f"{table}_id"]): tell(world, child, row) for child, row in rows}
            return {key: one for key, one in told.items() if one is not None}

        return count

    return by_hand


def said_of_referral(world: World, child: str, row: Row, met: bool, **more: object) -> Told:
    out = world.never_was(child) or more.pop("out", False)
    span = more.pop("span", None)
    what = status(world, met, out=bool(out), **more)  # type: ignore[arg-type]
    return Told(what, row["received_on"], span, {"outcome": row["outcome"]})  # type: ignore[arg-type]


@of_young("referral", "received_on")
def at_sixteen(world: World, child: str, row: Row) -> Told | None:
    if row["outcome"] is None or row["received_on"] < birthday(world.born(child), 16):
        return None
    return said_of_referral(world, child, row, row["outcome"] not in codes("escalation.declined_outcomes"))


@of_young("referral", "received_on")
def at_fourteen(world: World, child: str, row: Row) -> Told | None:
    if row["outcome"] is None or row["received_on"] >= birthday(world.born(child), 16):
        return None
    return said_of_referral(world, child, row, row["outcome"] not in codes("escalation.declined_outcomes"))


@of_young("referral", "received_on")
def at_seventeen(world: World, child: str, row: Row) -> Told | None:
    born, outcome = world.born(child), row["outcome"]
    if outcome in (None, *codes("escalation.declined_outcomes")) or row["received_on"] < birthday(born, 17):
        return None
    began = first(
        one["started_on"]
        for one in world.of(child, "involvement")
        if one["agency_id"] == row["to_agency_id"] is not None
        and one["started_on"]
        and one["started_on"] >= row["received_on"]
    )
    met = began is not None and began < birthday(born, 18)
    span = days_between(row["received_on"], began)
    return said_of_referral(
        world,
        child,
        row,
        met,
        out=outcome == "already_open",
        span=span,
        settled=birthday(born, 18),
        cannot_tell=row["to_agency_id"] is None,
    )


@of_young("accommodation", "started_on")
def place(world: World, child: str, row: Row) -> Told:
    met = row["kind"] not in codes("young_person.unsuitable_settings")
    return Told(status(world, met, out=world.never_was(child)), row["started_on"], None, {"place": row["kind"]})


@of_young("accommodation", "started_on")
def place_answered(world: World, child: str, row: Row) -> Told | None:
    if row["kind"] not in codes("young_person.unsuitable_settings"):
        return None
    start, end = row["started_on"], row["ended_on"]
    excepted = any(
        one["check"] == "young_people.setting_suits_age"
        and one["decided_by"]
        and one["reason"]
        and one["expires_on"]
        and one["expires_on"] >= start
        and (end is None or (one["decided_on"] and one["decided_on"] <= end))
        for one in world.of(child, "exception")
    )
    move_by = after(start, number("young_person.unsuitable_setting_days"))
    met = excepted or row["move_planned_on"] is not None or bool(done(end, move_by))
    what = status(world, met, out=world.never_was(child), settled=move_by)
    return Told(what, start, None, {"place": row["kind"]})


def kept_until_eighteen(world: World) -> Counted:
    told = {}
    for child, row in world.each("involvement"):
        born, ended = world.born(child), row["ended_on"]
        if row["ended_reason"] == "transferred_to_adult_services" and ended and born and ended >= birthday(born, 14):
            what = status(world, ended >= birthday(born, 18), out=world.never_was(child))
            told[child, row["involvement_id"]] = Told(what, ended)
    return told


@of_young("legal_status", "started_on")
def verified(world: World, child: str, row: Row) -> Told:
    due = working(row["started_on"], number("young_person.status_wd"))
    first_recorded, recorded = world.recorded("legal_status", row)
    unclear = bool(row["verified_on"] and row["verified_on"] > due and first_recorded != recorded)
    what = status(
        world,
        done(row["verified_on"], due),
        out=world.never_was(child),
        settled=due,
        cannot_tell=unclear,
    )
    return Told(what, row["started_on"], None, {"standing": row["kind"]})


@of_young("missing_episode", "returned_on")
def interview_offered(world: World, child: str, row: Row) -> Told:
    back, outcome = row["returned_on"], row["interview_outcome"]
    against = (
        max(world.recorded("missing_episode", row)[1], back)
        if outcome == "decided_against" and row["interview_reason"]
        else None
    )
    days = (row["interview_offered_on"], row["interview_held_on"])
    settled, due = first([*days, against]), after(back, number("rhi.hours"))
    undated = outcome in ("held", "declined") and days == (None, None)
    what = status(
        world,
        done(settled, due),
        out=world.never_was(child),
        settled=due,
        cannot_tell=settled is None and undated,
    )
    return Told(what, back, days_between(back, settled))


@of_young("action", "started_on")
def help_lasted(world: World, child: str, row: Row) -> Told | None:
    if row["aim"] != "cause" or row["kind"] == "referral_only":
        return None
    until, stopped = (
        after(row["started_on"], number("behaviour.sustained_weeks")),
        first([row["completed_on"], row["declined_on"]]),
    )
    sooner = stopped is not None and stopped < until
    settled_otherwise = row["effect"] == "worked" or (row["declined_on"] and row["declined_next"])
    out = world.never_was(child) or bool(sooner and settled_otherwise)
    what = status(world, until < world.today and not sooner, out=out, settled=until)
    return Told(what, row["started_on"], days_between(row["started_on"], stopped))


def behaviours(world: World) -> Iterator[tuple[str, list[Row]]]:
    """The concerns about each young person's own behaviour, in the order in which they were found."""
    for child in world.child:
        rows = [
            row
            for row in world.of(child, "concern")
            if row["kind"] in codes("behaviour.concern_kinds")
            and row["status"] != "cleared"
            and not (row["status"] == "past" and (row["ended_on"] is None or row["ended_on"] < found_on(row)))
            and young(world, child, found_on(row))
            and row["person_id"] in (None, world.child[child]["person_id"])
        ]
        yield child, sorted(rows, key=lambda row: (found_on(row), row["concern_id"]))


def runs(world: World) -> Iterator[tuple[str, Row]]:
    """The first of each child's concerns after a quiet of so many months."""
    for child, rows in behaviours(world):
        before = None
        for row in rows:
            found = found_on(row)
            if before is None or months_after(before, number("behaviour.afresh_months")) < found:
                yield child, row
            before = found


def months_after(day: date, count: int) -> date:
    years, month = divmod(day.month - 1 + count, 12)
    for last_of_month in (day.day, 30, 29, 28):
        try:
            return date(day.year + years, month + 1, last_of_month)
        except ValueError:
            continue
    raise AssertionError


def causes(world: World, child: str, since: date) -> list[Row]:
    """Entries on a possible cause: found, not found, or not explored with the reason."""
    return [
        row
        for row in world.of(child, "analysis")
        if row["kind"] == "cause_of_behaviour"
        and row["concern_kind"] in codes("behaviour.causes")
        and (
            row["explored"] in ("found", "not_found")
            or (row["explored"] == "not_explored" and row["not_explored_reason"])
        )
        and row["written_on"]
        and row["written_on"] >= since
    ]


def causes_explored(world: World) -> Counted:
    told = {}
    for child, row in runs(world):
        found, entries = found_on(row), causes(world, child, found_on(row))
        recorded = world.recorded("concern", row)[0]
        due = working(recorded, number("behaviour.explored_wd"))
        on_first = [one for one in entries if one["written_on"] == first(e["written_on"] for e in entries)]
        heading = min((one["concern_kind"] for one in on_first), default=None)
        explored = first(one["written_on"] for one in entries if one["concern_kind"] != heading)
        reasoned = row["no_action_on"] if row["no_action_reason"] else None
        out = world.never_was(child) or bool(done(reasoned, due))
        what = status(world, done(explored, due), out=out, settled=due)
        told[child, row["concern_id"]] = Told(what, recorded, days_between(found, explored), {"kind": row["kind"]})
    return told


def action_at_cause(world: World) -> Counted:
    told = {}
    for child, row in runs(world):
        found = found_on(row)
        known = first(one["written_on"] for one in causes(world, child, found) if one["explored"] == "found")
        if known is None:
            continue
        due = working(known, number("behaviour.cause_action_wd"))
        given = first(
            one["assigned_on"]
            for one in world.of(child, "action")
            if one["aim"] == "cause"
            and one["kind"] != "referral_only"
            and (one["completed_on"] is None or one["completed_on"] >= found)
            and one["owned_by"]
            and (one["declined_on"] is None or one["declined_next"])
        )
        what = status(world, done(given, due), out=world.never_was(child), settled=due)
        told[child, row["concern_id"]] = Told(what, known, None, {"kind": row["kind"]})
    return told


BY_HAND = {
    "young_people.taken_up_at_sixteen": at_sixteen,
    "young_people.taken_up_at_fourteen": at_fourteen,
    "young_people.begun_before_eighteen": at_seventeen,
    "young_people.place_suits_age": place,
    "young_people.unsuitable_place_answered": place_answered,
    "young_people.kept_until_eighteen": kept_until_eighteen,
    "young_people.standing_verified": verified,
    "young_people.return_interview_offered": interview_offered,
    "young_people.help_lasted": help_lasted,
    "young_people.causes_explored": causes_explored,
    "young_people.action_at_cause": action_at_cause,
}


@pytest.mark.parametrize("code", BY_HAND)
@pytest.mark.parametrize("seed", [3, 11])
def test_measure_is_what_plain_python_counts(code: str, seed: int) -> None:
    assert differences(code, seed, BY_HAND[code]) == []

"""Health: every measure counted again in plain Python, on invented partnerships and on families made for each answer."""

from __future__ import annotations

from collections.abc import Callable
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
    last,
    number,
    status,
    was_past,
    working,
)

SENT_ON = ("antenatal_notice", "postnatal_transfer", "family_nurse_to_health_visiting")
BETWEEN = (*SENT_ON, "health_visiting_to_gp", "gp_registration", "area_move")
HELP = ("early_help", "family_help", "child_in_need")
PROTECTION = ("child_protection", "unborn_child_protection")


# ---------------------------------------------------------------- counted by hand


def grams(row: Row) -> int | None:
    factor = {"g": 1, "kg": 1000, "lb": 453.59237}.get(row["unit"])
    value = row["value"]
    return int(value * factor + 0.5) if factor and value is not None and value * factor > 0 else None


def is_weight(row: Row) -> bool:
    """A weight that a health professional took, in grams that a baby can have."""
    weight = grams(row)
    if weight is None or weight < number("weight.least_grams"):
        return False
    if row["kind"] == "birth_weight":
        return row["source"] != "parent" and weight <= number("weight.most_at_birth_grams")
    return row["kind"] == "weight" and row["source"] == "health_professional" and weight <= number("weight.most_grams")


def vulnerable_since(world: World, child: str) -> date | None:
    """Since when one service had reason to think so; with the shipped list, on which every reason stands."""
    days = [row["started_on"] for row in world.of(child, "plan") if row["kind"] in (*HELP, *PROTECTION)]
    days += [
        row["started_on"]
        for row in world.of(child, "involvement")
        if row["level"] in (*HELP, "child_protection", "section_47")
    ]
    days += [
        row["started_on"]
        for row in world.of(child, "assessment")
        if row["stopped_on"] is None and row["kind"] in ("pre_birth", "section_47")
    ]
    for row in world.of(child, "concern"):
        of_parents = row["kind"] in codes("parents.own_needs") and not was_past(row)
        if row["status"] != "cleared" and (of_parents or row["kind"] in ("faltering_growth", "premature_or_small")):
            days.append(found_on(row))
    born, expected = world.born(child), world.expected(child)
    at_birth = {
        grams(row) for row in world.of(child, "measurement") if row["kind"] == "birth_weight" and is_weight(row)
    }
    small = len(at_birth) == 1 and min(at_birth) < number("weight.small_at_birth_grams")
    if born and (small or (expected and (expected - born).days > 21)):
        days.append(born)
    return first(days)


def hand_overs(world: World, tell: Callable[[str, Row], Told | None]) -> Counted:
    told = {}
    for child, row in world.each("hand_over"):
        if row["kind"] in BETWEEN and (one := tell(child, row)) is not None:
            to = world.agency.get(row["to_agency_id"], {}).get("kind")
            told[child, row["hand_over_id"]] = Told(
                one.status, one.on, one.span, {"services": row["kind"], "to_service": to}
            )
    return told


def gone_on(world: World, child: str, row: Row) -> date | None:
    """When the child died, or left otherwise than by the move that is handed over."""
    return world.died(child) if row["kind"] == "area_move" else world.left(child)


def sent_in_time(world: World) -> Counted:
    def tell(child: str, row: Row) -> Told | None:
        due, sent, antenatal = row["due_on"], row["sent_on"], row["kind"] == "antenatal_notice"
        if due is None and antenatal:
            term = world.expected(child)
            early = after(term, number("handover.antenatal_by_vulnerable") - 280)
            since = vulnerable_since(world, child)
            is_early = early and since and since <= early
            due = early if is_early else after(term, number("handover.antenatal_by") - 280)
        if due is None and not antenatal:
            return None
        left, known = (
            gone_on(world, child, row),
            world.pregnancy.get(world.child[child]["pregnancy_id"], {}).get("known_on"),
        )
        late_known = bool(antenatal and known and due and known > due)
        out = world.never_was(child) or bool(left and due and left <= due) or late_known
        return Told(status(world, done(sent, due), out=out, settled=due), due or sent)

    return hand_overs(world, tell)


def accept_by(row: Row) -> date | None:
    days = number("handover.mw_hv_ack_wd" if row["kind"] in SENT_ON else "action.owner_ack_wd")
    return working(row["sent_on"], days)


def accepted_in_time(world: World) -> Counted:
    def tell(child: str, row: Row) -> Told | None:
        if row["sent_on"] is None:
            return None
        due = accept_by(row)
        by_person = row["accepted_on"] if row["accepted_by"] else None
        out = world.never_was(child) or bool(row["declined_on"] and row["declined_on"] <= due)
        span = days_between(row["sent_on"], row["accepted_on"])
        return Told(status(world, done(by_person, due), out=out, settled=due), row["sent_on"], span)

    return hand_overs(world, tell)


def sent_again(world: World, child: str, row: Row) -> bool:
    others = world.of(child, "hand_over")
    return any(o["kind"] == row["kind"] and o["sent_on"] and o["sent_on"] > row["sent_on"] for o in others)


def answered(world: World) -> Counted:
    def tell(child: str, row: Row) -> Told | None:
        if row["sent_on"] is None:
            return None
        met = bool(row["accepted_on"] or row["declined_on"])
        out = world.never_was(child) or (not met and sent_again(world, child, row))
        lost_from = working(accept_by(row), number("follow_through.overdue_wd"))
        return Told(status(world, met, out=out, settled=lost_from), row["sent_on"])

    return hand_overs(world, tell)


def moves_accepted(world: World) -> Counted:
    def tell(child: str, row: Row) -> Told | None:
        if row["sent_on"] is None or row["kind"] != "area_move":
            return None
        met = bool(row["accepted_on"] and row["accepted_by"])
        unanswered = not (row["accepted_on"] or row["declined_on"])
        out = world.never_was(child) or (unanswered and sent_again(world, child, row))
        lost_from = working(accept_by(row), number("follow_through.overdue_wd"))
        span = days_between(row["sent_on"], row["accepted_on"])
        return Told(status(world, met, out=out, settled=lost_from), row["sent_on"], span)

    return hand_overs(world, tell)


def is_recent_birth(world: World, child: str) -> bool:
    born = world.born(child)
    return born is not None and born >= date(2022, 3, 9)


def seen_after(world: World) -> Counted:
    def tell(child: str, row: Row) -> Told | None:
        to = world.agency.get(row["to_agency_id"], {}).get("kind")
        is_move = row["kind"] == "area_move" and to in ("health_visiting", "family_nurse")
        if not (row["sent_on"] and row["accepted_on"]) or not (is_move or row["kind"] == "postnatal_transfer"):
            return None
        due = after(world.born(child), number("hv.new_birth_days")) if is_recent_birth(world, child) else None
        if is_move:
            since = vulnerable_since(world, child) if looked_back_at(world, child) else None
            is_vulnerable = since is not None and since <= row["sent_on"]
            setting = "transfer_in.hv_contact_vulnerable_wd" if is_vulnerable else "transfer_in.hv_contact_wd"
            due = working(row["sent_on"], number(setting))
        left = gone_on(world, child, row)
        out = world.never_was(child) or bool(left and due and left <= due)
        span = days_between(row["sent_on"], row["first_contact_on"])
        return Told(status(world, done(row["first_contact_on"], due), out=out, settled=due), row["sent_on"], span)

    return hand_overs(world, tell)


def looked_back_at(world: World, child: str) -> bool:
    """Whether the child is expected, or was born in the last four years."""
    return is_recent_birth(world, child) or (
        world.born(child) is None and world.child[child]["pregnancy_id"] is not None
    )


def spoken(world: World) -> Counted:
    def tell(child: str, row: Row) -> Told | None:
        if row["sent_on"] is None or row["kind"] not in (*SENT_ON, "area_move") or not looked_back_at(world, child):
            return None
        since = vulnerable_since(world, child)
        if since is None or since > row["sent_on"]:
            return None
        return Told(status(world, row["verbal"], out=world.never_was(child)), row["sent_on"])

    return hand_overs(world, tell)


SAYS = ("says_dates", "says_parents", "says_risks", "says_plan", "says_agencies", "says_address_safety")


def complete(world: World) -> Counted:
    def tell(child: str, row: Row) -> Told | None:
        if row["sent_on"] is None:
            return None
        said = [row[name] for name in SAYS]
        met = None if None in said else all(said)
        return Told(status(world, met, out=world.never_was(child)), row["sent_on"])

    return hand_overs(world, tell)


def babies(world: World, tell: Callable[[str, date], Told | None]) -> Counted:
    told = {}
    for child in world.child:
        if is_recent_birth(world, child) and (one := tell(child, world.born(child))) is not None:
            told[child, child] = one
    return told


def gone(world: World, child: str, due: date) -> bool:
    left = world.left(child)
    return world.never_was(child) or bool(left and left <= due)


def transferred(world: World) -> Counted:
    def tell(child: str, born: date) -> Told:
        due = after(born, number("hv.new_birth_days"))
        sent = first(r["sent_on"] for r in world.of(child, "hand_over") if r["kind"] == "postnatal_transfer")
        what = status(world, done(sent, due), out=gone(world, child, due), settled=due)
        return Told(what, due, days_between(born, sent))

    return babies(world, tell)


def named_on(world: World, child: str) -> date | None:
    began = [
        row["started_on"]
        for row in world.of(child, "involvement")
        if row["practitioner_id"] and row["role"] in ("health_visitor", "family_nurse")
    ]
    accepted = [
        row["accepted_on"]
        for row in world.of(child, "hand_over")
        if row["kind"] in ("postnatal_transfer", "family_nurse_to_health_visiting") and row["accepted_by"]
    ]
    return first([*began, *accepted])


def visitor_named(world: World) -> Counted:
    def tell(child: str, born: date) -> Told:
        due, named = after(born, number("handover.hv_named_by_days")), named_on(world, child)
        nameless = first(r["started_on"] for r in world.of(child, "involvement") if r["role"] is None)
        unclear = named is None and bool(done(nameless, due))
        what = status(world, done(named, due), out=gone(world, child, due), settled=due, cannot_tell=unclear)
        return Told(what, due, max(0, (named - born).days) if named else None)

    return babies(world, tell)


def registered(world: World) -> Counted:
    def tell(child: str, born: date) -> Told:
        due = after(born, number("gp_registered_by_days"))
        days = [r["accepted_on"] for r in world.of(child, "hand_over") if r["kind"] == "gp_registration"]
        days += [r["started_on"] for r in world.of(child, "involvement") if r["role"] == "gp"]
        what = status(world, done(first(days), due), out=gone(world, child, due), settled=due)
        return Told(what, due, days_between(born, first(days)))

    return babies(world, tell)


def in_hospital(world: World, child: str, day: date) -> bool:
    return any(
        row["kind"] in ("child_ward", "neonatal_unit")
        and row["started_on"]
        and row["started_on"] <= day
        and (row["ended_on"] is None or row["ended_on"] >= day)
        for row in world.of(child, "accommodation")
    )


def visited(world: World) -> Counted:
    def tell(child: str, born: date) -> Told | None:
        due = after(born, number("hv.new_birth_days"))
        if not done(named_on(world, child), due):
            return None
        visits = [r for r in world.of(child, "appointment") if r["kind"] == "new_birth" and r["person_id"] is None]
        held = first(row["held_on"] for row in visits)
        declined = held is None and any(row["kept"] == "declined" for row in visits)
        out = gone(world, child, due) or in_hospital(world, child, due) or declined
        return Told(status(world, done(held, due), out=out, settled=due), due, days_between(born, held))

    return babies(world, tell)


def weighed(world: World, due_key: str, since: Callable[[date, date], date]) -> Counted:
    def tell(child: str, born: date) -> Told | None:
        due = after(born, number(due_key))
        if not done(vulnerable_since(world, child), due):
            return None
        rows = [row for row in world.of(child, "measurement") if is_weight(row)]
        weighed_on = last(row["measured_on"] for row in rows if row["measured_on"] and row["measured_on"] <= due)
        met = weighed_on is not None and weighed_on >= since(born, due)
        out = gone(world, child, due) or in_hospital(world, child, due)
        return Told(status(world, met, out=out, settled=due), due)

    return babies(world, tell)


def weighed_in_second_week(world: World) -> Counted:
    return weighed(world, "weight.new_birth_days", lambda born, _: after(born, number("weight.first_week_days") + 1))


def weighed_at_eight_weeks(world: World) -> Counted:
    return weighed(world, "weight.six_to_eight_weeks_days", lambda _, due: after(due, -number("weight.early_days")))


HEALTH_AGENCIES = (
    *("midwifery", "health_visiting", "family_nurse", "general_practice", "school_nursing", "hospital"),
    *("child_mental_health", "adult_mental_health"),
)
HEALTH_ROLES = (*("midwife", "health_visitor", "family_nurse", "gp", "school_nurse", "doctor", "mental_health_worker"),)


def observed_by_health(world: World, row: Row) -> bool | None:
    person = world.practitioner.get(row["observed_by"], {})
    kind = world.agency.get(person.get("agency_id") or row["recorded_agency_id"], {}).get("kind")
    if kind is None and person.get("role") is None:
        return None
    return kind in HEALTH_AGENCIES or person.get("role") in HEALTH_ROLES


def rests_on_observation(world: World) -> Counted:
    told = {}
    seen = {row["observation_id"]: row for row in world.rows["observation"]}
    given = ("midwifery", "health_visiting", "general_practice", "child_mental_health", "adult_mental_health", "other")
    cited: dict[str, list[Row]] = {}
    for row in world.rows["contribution"]:
        if row["assessment_id"] and row["observation_id"] and row["received_on"] and row["contributor"] in given:
            cited.setdefault(row["assessment_id"], []).append(seen[row["observation_id"]])
    kinds = ("pre_birth", "child_and_family", "section_47", "parenting", "early_help")
    for child, row in world.each("assessment"):
        signed, born = row["signed_off_on"], world.born(child)
        if signed is None or row["kind"] not in kinds:
            continue
        if born is None and world.child[child]["pregnancy_id"] is None:
            continue
        if born is not None and signed >= birthday(born, 1):
            continue
        was_born = born is not None and born <= signed
        is_young = was_born and (signed - born).days < number("observation.young_under_weeks")
        since = after(signed, -number("observation.within_young_days" if is_young else "observation.within_days"))
        met = any(
            one["basis"] == "seen"
            and observed_by_health(world, one)
            and since <= one["observed_on"] <= signed
            and (not was_born or one["of"] in ("baby", "parent_with_baby"))
            for one in cited.get(row["assessment_id"], ())
        )
        what = status(world, met, out=world.never_was(child))
        told[child, row["assessment_id"]] = Told(what, signed, None, {"kind": row["kind"]})
    return told


BY_HAND = {
    "health.hand_over_sent_in_time": sent_in_time,
    "health.hand_over_accepted_in_time": accepted_in_time,
    "health.hand_over_answered": answered,
    "health.move_accepted": moves_accepted,
    "health.seen_after_hand_over": seen_after,
    "health.spoken_of_vulnerable": spoken,
    "health.hand_over_complete": complete,
    "health.transfer_notified": transferred,
    "health.health_visitor_named": visitor_named,
    "health.registered_with_gp": registered,
    "health.visited_after_birth": visited,
    "health.weighed_in_second_week": weighed_in_second_week,
    "health.weighed_at_six_to_eight_weeks": weighed_at_eight_weeks,
    "health.assessment_rests_on_observation": rests_on_observation,
}


@pytest.mark.parametrize("code", BY_HAND)
@pytest.mark.parametrize("seed", [3, 11])
def test_measure_is_what_plain_python_counts(code: str, seed: int) -> None:
    assert differences(code, seed, BY_HAND[code]) == []

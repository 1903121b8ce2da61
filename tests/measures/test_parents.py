"""Parents: every measure counted again in plain Python, on invented partnerships and on families for each answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from lapwing.measures import MEASURES
from measures.babies_by_hand import Baby, Parent, Young, record_ended
from measures.plain import (
    Counted,
    Told,
    World,
    codes,
    days_between,
    differences,
    done,
    first,
    last,
    number,
    partnership,
    status,
    working,
)

# ---------------------------------------------------------------- counted by hand

Side = list[Parent]


def helped(world: World) -> Iterable[Baby]:
    return (baby for child in world.child if (baby := Baby(world, child)).was_helped)


def out_of_reach(side: Side) -> bool:
    return bool(side) and all(one.left_out != "No reason on record" for one in side)


def of_babies(world: World, tell: Callable[[Baby], tuple[bool | None, dict] | None]) -> Counted:
    """What is said of each baby whose family was helped, on the day on which help began."""
    told = {}
    for baby in helped(world):
        if (says := tell(baby)) is not None:
            met, more = says
            step, out = more.get("at"), more.get("out", False) or baby.never_was
            what = status(world, met, out=out, settled=more.get("due"), cannot_tell=baby.unrecorded)
            since = baby.helped_since if "at" in more else None
            told[baby.child, baby.child] = Told(what, baby.helped_since, days_between(since, step))
    return told


def identified(which: str) -> Callable[[World], Counted]:
    def tell(baby: Baby) -> tuple[bool | None, dict]:
        due = working(baby.helped_since, number("father.identify_wd"))
        return done(first(one.identified for one in baby.side(which)), due), {"due": due}

    return lambda world: of_babies(world, tell)


def seen(which: str) -> Callable[[World], Counted]:
    def tell(baby: Baby) -> tuple[bool | None, dict]:
        side, due = baby.side(which), baby.assess_due
        on = first(one.seen for one in side)
        return done(on, due), {"due": due, "out": out_of_reach(side), "at": on}

    return lambda world: of_babies(world, tell)


def explored(which: str) -> Callable[[World], Counted]:
    def tell(baby: Baby) -> tuple[bool | None, dict]:
        side, due = baby.side(which), baby.assess_due
        return done(first(one.explored for one in side), due), {"due": due, "out": out_of_reach(side)}

    return lambda world: of_babies(world, tell)


def meant(which: str) -> Callable[[World], Counted]:
    def tell(baby: Baby) -> tuple[bool | None, dict] | None:
        needs = [one for one in baby.side(which) if one.has_need]
        return (all(one.is_meant for one in needs), {}) if needs else None

    return lambda world: of_babies(world, tell)


def analysed(*which: str) -> Callable[[World], Counted]:
    def tell(baby: Baby) -> tuple[bool | None, dict] | None:
        if baby.assessed_since is None:
            return None
        days = {one: first(parent.capacity for parent in baby.side(one)) for one in which}
        met = all(done(day, baby.assess_due) for day in days.values())
        out = any(
            out_of_reach(baby.side(one)) or (day is None and any(p.not_assessed for p in baby.side(one)))
            for one, day in days.items()
        )
        return met, {"due": baby.assess_due, "out": out}

    return lambda world: of_babies(world, tell)


def invited(which: str) -> Callable[[World], Counted]:
    def tell(baby: Baby) -> tuple[bool | None, dict] | None:
        side = baby.side(which)
        return (any(one.invited for one in side), {"out": out_of_reach(side)}) if baby.had_meeting else None

    return lambda world: of_babies(world, tell)


def came(which: str) -> Callable[[World], Counted]:
    def tell(baby: Baby) -> tuple[bool | None, dict] | None:
        side = baby.side(which)
        was_asked = baby.had_meeting and any(one.invited for one in side)
        return (any(one.came for one in side), {"out": out_of_reach(side)}) if was_asked else None

    return lambda world: of_babies(world, tell)


def in_plan(which: str) -> Callable[[World], Counted]:
    def tell(baby: Baby) -> tuple[bool | None, dict] | None:
        if baby.plan_begun is None:
            return None
        side = baby.side(which)
        due = working(baby.plan_begun, number("father.in_plan_wd"))
        return first(one.action for one in side) is not None, {"due": due, "out": out_of_reach(side)}

    return lambda world: of_babies(world, tell)


def of_fathers(world: World, tell: Callable[[Parent], bool | None]) -> Counted:
    told = {}
    for baby in helped(world):
        for one in baby.side("father"):
            if (met := tell(one)) is not None:
                what = status(world, met, out=baby.never_was)
                key = baby.child, one.row["relationship_id"]
                told[key] = Told(what, baby.helped_since, None, {"reason": one.left_out})
    return told


def left_out(world: World) -> Counted:
    return of_fathers(world, lambda one: one.left_out != "No reason on record")


def looked_at_again(world: World) -> Counted:
    def tell(one: Parent) -> bool | None:
        row = one.row
        withheld = row["identity_status"] == "withheld_for_safety"
        if not withheld and row["contact_safety"] not in ("must_not_contact", "unaware_of_pregnancy"):
            return None
        again = row["identity_review_on"] if withheld and row["identity_review_on"] else row["contact_safety_review_on"]
        return again is not None and again >= world.today

    return of_fathers(world, tell)


def service_said(kinds: tuple[str, ...], service: str) -> Callable[[World], Counted]:
    def count(world: World) -> Counted:
        told = {}
        for baby in helped(world):
            raised = first(
                row["first_recorded_on"]
                for row in baby.rows("concern")
                if row["kind"] in kinds and row["status"] != "cleared"
            )
            signed = baby.signed_off
            if signed is None or raised is None or raised > signed or (baby.year and signed >= baby.year):
                continue
            said = first(r["received_on"] for r in baby.rows("contribution") if r["contributor"] == service)
            told[baby.child, baby.child] = Told(status(world, done(said, signed), out=baby.never_was), signed)
        return told

    return count


def help_began(world: World) -> Counted:
    told = {}
    for baby in helped(world):
        for row in baby.rows("concern"):
            recorded = row["first_recorded_on"]
            is_need = row["kind"] in codes("parents.own_needs") and row["person_id"] and row["status"] != "cleared"
            if not is_need or (baby.year and recorded >= baby.year):
                continue
            actions = [one for one in baby.rows("action") if one["concern_id"] == row["concern_id"]]
            begun = first(
                one["started_on"] for one in actions if one["kind"] != "referral_only" and one["declined_on"] is None
            )
            declined = any(one["declined_on"] for one in actions) and begun is None
            nothing = bool(row["no_action_on"] and row["no_action_reason"])
            since = last([recorded, baby.helped_since])
            due = working(since, number("prebirth.action_started_wd"))
            what = status(world, begun is not None, out=baby.never_was or declined or nothing, settled=due)
            told[baby.child, row["concern_id"]] = Told(what, recorded, days_between(since, begun))
    return told


def of_young(world: World, tell: Callable[[Young], tuple[bool | None, Told] | None]) -> Counted:
    """What is said of each young parent; of whom it is not known whether they belong, it cannot be told."""
    told = {}
    for child in world.child:
        one = Young(world, child)
        if one.is_one and (says := tell(one)) is not None:
            belongs, what = says
            said = "left_out" if record_ended(world, child) else what.status if belongs else "cannot_tell"
            told[child, child] = Told(said, what.on, what.span)
    return told


def young_decided(world: World) -> Counted:
    def tell(one: Young) -> tuple[bool | None, Told] | None:
        was_child = one.was_child_on(one.arose)
        if was_child is False or (one.concern is None and one.decided is None):
            return None
        met = done(one.decided, one.decision_due)
        what = status(world, met, settled=one.decision_due, cannot_tell=one.unrecorded)
        return was_child, Told(what, one.arose, days_between(one.arose, one.decided))

    return of_young(world, tell)


def young_own_worker(world: World) -> Counted:
    def tell(one: Young) -> tuple[bool | None, Told] | None:
        was_child = one.was_child_on(one.in_need)
        if was_child is False or one.in_need is None or not one.was_led:
            return None
        due = working(one.in_need, number("young_parent.own_worker_wd"))
        cannot = one.unrecorded or one.led_by is None
        return was_child, Told(status(world, done(one.own_worker, due), settled=due, cannot_tell=cannot), one.in_need)

    return of_young(world, tell)


def young_supported(world: World) -> Counted:
    def tell(one: Young) -> tuple[bool | None, Told] | None:
        was_child = one.was_child_on(one.known)
        if was_child is False:
            return None
        met = one.supported is not None
        what = status(world, met, settled=one.in_general, cannot_tell=one.unrecorded)
        return was_child, Told(what, one.known, days_between(one.known, one.supported))

    return of_young(world, tell)


BY_HAND: dict[str, Callable[[World], Counted]] = {
    **{f"parents.{which}_identified": identified(which) for which in ("father", "mother")},
    **{f"parents.{which}_seen_directly": seen(which) for which in ("father", "mother")},
    **{f"parents.{which}_needs_explored": explored(which) for which in ("father", "mother")},
    **{f"parents.{which}_needs_meaning": meant(which) for which in ("father", "mother")},
    **{f"parents.{which}_capacity_assessed": analysed(which) for which in ("father", "mother")},
    **{f"parents.{which}_invited": invited(which) for which in ("father", "mother")},
    **{f"parents.{which}_attended": came(which) for which in ("father", "mother")},
    **{f"parents.{which}_in_plan": in_plan(which) for which in ("father", "mother")},
    "parents.both_parents_assessed": analysed("mother", "father"),
    "parents.father_left_out": left_out,
    "parents.safety_reason_looked_at_again": looked_at_again,
    "parents.mental_health_service_contributed": service_said(("parental_mental_health",), "adult_mental_health"),
    "parents.substance_service_contributed": service_said(("alcohol", "drugs"), "substance_service"),
    "parents.help_for_need_began": help_began,
    "parents.young_parent_decided": young_decided,
    "parents.young_parent_own_worker": young_own_worker,
    "parents.young_parent_support_offered": young_supported,
}


def test_every_measure_is_counted_by_hand() -> None:
    assert {code for code in MEASURES if code.startswith("parents.")} == BY_HAND.keys()


@pytest.mark.parametrize("code", BY_HAND)
@pytest.mark.parametrize("seed", [3, 11])
def test_measure_is_what_plain_python_counts(code: str, seed: int) -> None:
    assert differences(code, partnership(seed), BY_HAND[code]) == []

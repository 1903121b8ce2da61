"""Parents: every measure counted again in plain Python, on invented partnerships and on families for each answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from families import Story, action, born, concern, contributed, expecting, lost, moved_and_accepted, plan
from families.fathers import (
    BABY,
    MOTHER,
    agreed_with,
    away_from,
    capacity,
    conference,
    considered,
    dead,
    for_themselves,
    known,
    nobody_named,
    not_assessed,
    signed_off,
    spoke,
    thought_through,
    worked_with,
)
from families.fathers import invited as asked_to_meeting
from families.young_parents import ELLA, expects, need_decided, own_worry, works_with, young
from lapwing.measures import MEASURES
from lapwing.measures.parents import SIDE_BY_SIDE
from measures.babies_by_hand import Baby, Parent, Young, record_ended
from measures.by_situation import said
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
    "needs_of_parents.mental_health_service_contributed": service_said(
        ("parental_mental_health",), "adult_mental_health"
    ),
    "needs_of_parents.substance_service_contributed": service_said(("alcohol", "drugs"), "substance_service"),
    "needs_of_parents.help_for_need_began": help_began,
    "young_parents.in_need_decided": young_decided,
    "young_parents.own_worker": young_own_worker,
    "young_parents.support_offered": young_supported,
}


def test_every_measure_is_counted_by_hand() -> None:
    headings = ("parents", "needs_of_parents", "young_parents")
    assert {code for code in MEASURES if code.split(".")[0] in headings} == BY_HAND.keys()


@pytest.mark.parametrize("code", BY_HAND)
@pytest.mark.parametrize("seed", [3, 11])
def test_measure_is_what_plain_python_counts(code: str, seed: int) -> None:
    assert differences(code, seed, BY_HAND[code]) == []


# ---------------------------------------------------------------- families for each answer

HELPED = [*BABY, *worked_with("2025-12-08", level="child_in_need"), *signed_off("2026-01-19", began="2025-12-08")]
FATHER = known("father", on="2025-12-10")
WITHHELD = nobody_named(
    "withheld_for_safety", on="2025-12-10", identity_decided_by="manager", identity_review_on="2026-06-01"
)
LAPSED = nobody_named(
    "withheld_for_safety", on="2025-12-10", identity_decided_by="manager", identity_review_on="2026-02-02"
)
WHO: dict[str, list[Story]] = {
    "nothing is recorded of him": [HELPED, MOTHER],
    "in time": [HELPED, MOTHER, FATHER],
    "late": [HELPED, MOTHER, known("father", on="2026-02-02")],
    "not known to her": [HELPED, MOTHER, nobody_named("unknown_to_mother", on="2025-12-10")],
    "withheld for safety": [HELPED, MOTHER, WITHHELD],
    "helped since last week": [BABY, worked_with("2026-03-02"), MOTHER],
    "never helped": [BABY, MOTHER, FATHER],
    "helped only after the first birthday": [
        expecting("2025-01-06", known="2024-06-03"),
        born("2025-01-06"),
        worked_with("2026-02-02", level="child_in_need"),
        MOTHER,
    ],
    "no longer helped, and moved": [HELPED, MOTHER, FATHER, moved_and_accepted("2026-03-02")],
    "lost": [expecting("2026-08-03"), worked_with("2025-12-08"), lost("2025-12-22")],
    "expected long ago": [expecting("2026-01-12"), worked_with("2025-12-08"), FATHER],
}


def test_identity_says_of_each_family() -> None:
    told = said("parents.father_identified", WHO)
    assert told == {
        "nothing is recorded of him": ["not_met"],
        "in time": ["met"],
        "late": ["not_met"],
        "not known to her": ["met"],
        "withheld for safety": ["met"],
        "helped since last week": ["not_yet"],
        "never helped": [],
        "helped only after the first birthday": [],
        "no longer helped, and moved": ["met"],
        "lost": ["left_out"],
        "expected long ago": ["cannot_tell"],
    }


TWINS = [
    *expecting("2025-12-01", known="2025-05-05", babies=("baby", "other")),
    *born("2025-12-01"),
    *born("2025-12-01", baby="other"),
    *worked_with("2025-12-08", level="child_in_need", twins=True),
]


def test_twins_are_counted_once_each() -> None:
    family = {"twins": [TWINS, FATHER, known("mother", "birth_mother", on="2025-12-10")]}
    assert said("parents.father_identified", family) == {"twins": ["met", "not_met"]}


OF_FATHER: dict[str, list[Story]] = {
    "nothing is recorded of him": [HELPED, MOTHER],
    "never spoken to": [HELPED, MOTHER, FATHER],
    "visited in time": [HELPED, MOTHER, FATHER, spoke("father", "2026-01-12")],
    "visited late": [HELPED, MOTHER, FATHER, spoke("father", "2026-02-02")],
    "only tried": [HELPED, MOTHER, FATHER, spoke("father", "2026-01-12", how="attempt")],
    "spoke for himself": [HELPED, MOTHER, FATHER, for_themselves("2026-01-12")],
    "spoken for by others": [HELPED, MOTHER, FATHER, for_themselves("2026-01-12", direct=False)],
    "withheld for safety": [HELPED, MOTHER, WITHHELD],
    "must not be contacted": [HELPED, MOTHER, away_from("father", "must_not_contact")],
    "died": [HELPED, MOTHER, FATHER, dead("father", "2025-12-22")],
    "one withheld, a second parent seen": [
        HELPED,
        WITHHELD,
        known("partner", "second_legal_parent", on="2025-12-10"),
        spoke("partner", "2026-01-12"),
    ],
}


def test_direct_contact_says_of_each_family() -> None:
    assert said("parents.father_seen_directly", OF_FATHER) == {
        "nothing is recorded of him": ["not_met"],
        "never spoken to": ["not_met"],
        "visited in time": ["met"],
        "visited late": ["not_met"],
        "only tried": ["not_met"],
        "spoke for himself": ["met"],
        "spoken for by others": ["not_met"],
        "withheld for safety": ["left_out"],
        "must not be contacted": ["left_out"],
        "died": ["left_out"],
        "one withheld, a second parent seen": ["met"],
    }


def test_contact_with_one_parent_is_not_counted_of_the_other() -> None:
    family = {"hers": [HELPED, MOTHER, FATHER, spoke("mother", "2026-01-12"), for_themselves("2026-01-12")]}
    assert said("parents.mother_seen_directly", family) == {"hers": ["met"]}
    family = {"his": [HELPED, MOTHER, FATHER, spoke("father", "2026-01-12"), for_themselves("2026-01-12")]}
    assert said("parents.mother_seen_directly", family) == {"his": ["not_met"]}


NEEDS: dict[str, list[Story]] = {
    "not looked into": [HELPED, MOTHER, FATHER],
    "looked into, nothing found": [HELPED, FATHER, considered("father", "2026-01-12", "alcohol")],
    "said why not": [
        HELPED,
        FATHER,
        considered("father", "2026-01-12", "alcohol", explored="not_explored", reason="away"),
    ],
    "found, without what it means": [HELPED, FATHER, considered("father", "2026-01-12", "alcohol", explored="found")],
    "found, with what it means": [
        HELPED,
        FATHER,
        considered("father", "2026-01-12", "alcohol", explored="found", means="nights are hard"),
    ],
    "found, and thought through": [
        HELPED,
        FATHER,
        considered("father", "2026-01-12", "alcohol", explored="found"),
        thought_through("father", "2026-01-19"),
    ],
}


def test_needs_and_what_they_mean_say_of_each_family() -> None:
    assert [one for (one,) in said("parents.father_needs_explored", NEEDS).values()] == [
        *("not_met", "met", "not_met", "met", "met", "met"),
    ]
    assert [*said("parents.father_needs_meaning", NEEDS).values()] == [[], [], [], ["not_met"], ["met"], ["met"]]


def test_capacity_says_of_each_family() -> None:
    both = [HELPED, MOTHER, FATHER, capacity("mother", "2026-01-12")]
    families = {
        "hers alone": both,
        "both": [*both, capacity("father", "2026-01-12")],
        "two of his six": [*both, *(capacity("father", "2026-01-12", one) for one in ("basic_care", "stability"))],
        "said why he is not assessed": [*both, not_assessed("father", "2026-01-12", again="2026-06-01")],
        "withheld for safety": [HELPED, MOTHER, capacity("mother", "2026-01-12"), WITHHELD],
        "nobody assessed the family": [BABY, worked_with("2025-12-08"), MOTHER, FATHER],
    }
    assert [*said("parents.mother_capacity_assessed", families).values()] == [*[["met"]] * 5, []]
    says = [["not_met"], ["met"], ["not_met"], ["left_out"], ["left_out"], []]
    assert [*said("parents.father_capacity_assessed", families).values()] == says
    assert [*said("parents.both_parents_assessed", families).values()] == says


def test_meetings_and_plan_say_of_each_family() -> None:
    met = [HELPED, MOTHER, FATHER, conference("2026-01-19")]
    families = {
        "no meeting": [HELPED, MOTHER, FATHER],
        "not invited": [*met, asked_to_meeting(None, why_not="works away")],
        "invited by name": [*met, asked_to_meeting("2026-01-12", who="father")],
        "invited as the father": [*met, asked_to_meeting("2026-01-12")],
        "withheld for safety": [HELPED, MOTHER, WITHHELD, conference("2026-01-19")],
    }
    says = [[], ["not_met"], ["met"], ["met"], ["left_out"]]
    assert [*said("parents.father_invited", families).values()] == says
    assert [*said("parents.father_attended", families).values()] == [[], [], ["not_met"], ["not_met"], []]
    assert [*said("parents.mother_invited", families).values()] == [[], *[["not_met"]] * 4]
    planned = [*HELPED, *MOTHER, *FATHER, *plan("child_in_need", "2026-01-12")]
    assert said(
        "parents.father_in_plan", {"nothing of his": [planned], "his": [planned, agreed_with("father", "2026-01-19")]}
    ) == {"nothing of his": ["not_met"], "his": ["met"]}


def test_reasons_for_leaving_out_say_of_each_father() -> None:
    families = {
        "nobody": [HELPED, MOTHER],
        "in touch": [HELPED, FATHER],
        "withheld, looked at again in June": [HELPED, WITHHELD],
        "withheld, to be looked at again in February": [HELPED, LAPSED],
        "kept away, with a day ahead": [HELPED, away_from("father", "must_not_contact")],
        "kept away, no day": [HELPED, away_from("father", "must_not_contact", again=None)],
        "not known to her": [HELPED, nobody_named("unknown_to_mother")],
    }
    assert [*said("parents.father_left_out", families).values()] == [[], ["not_met"], *[["met"]] * 5]
    assert [*said("parents.safety_reason_looked_at_again", families).values()] == [
        *([], [], ["met"], ["not_met"], ["met"], ["not_met"], []),
    ]


def test_adult_services_say_of_each_family() -> None:
    low = [*HELPED, *concern("parental_mental_health", "2025-12-10", of="baby", person_id="mother")]
    families = {
        "no such concern": [HELPED],
        "nothing came": [low],
        "came in time": [low, contributed("adult_mental_health", on="2026-01-12")],
        "came after the sign-off": [low, contributed("adult_mental_health", on="2026-02-02")],
    }
    says = [[], ["not_met"], ["met"], ["not_met"]]
    assert [*said("needs_of_parents.mental_health_service_contributed", families).values()] == says
    drink = [*HELPED, *concern("alcohol", "2025-12-10", of="baby")]
    families = {"nothing came": [drink], "came": [drink, contributed("substance_service", on="2026-01-12")]}
    assert [*said("needs_of_parents.substance_service_contributed", families).values()] == [["not_met"], ["met"]]


def test_help_for_a_need_says_of_each_need() -> None:
    def need(on: str = "2026-01-12", **values: object) -> Story:
        return [*HELPED, *concern("alcohol", on, of="baby", key="need", person_id="father", **values)]

    def help_given(**values: object) -> Story:
        return action("need", assigned="2026-01-19", **values)

    families = {
        "nothing": [need()],
        "begun": [need(), help_given(started_on="2026-01-26")],
        "only referred": [need(), help_given(kind="referral_only", started_on="2026-01-26")],
        "not begun": [need(), help_given()],
        "declined": [need(), help_given(declined_on="2026-01-26")],
        "needs nothing": [need(no_action_on="2026-01-19", no_action_reason="ten years sober")],
        "cleared": [need(status="cleared")],
        "of last week": [need("2026-03-03")],
    }
    assert [*said("needs_of_parents.help_for_need_began", families).values()] == [
        *(["not_met"], ["met"], ["not_met"], ["not_met"], ["left_out"], ["left_out"], [], ["not_yet"]),
    ]


OF_ELLA = [*young(), *expects()]


def test_young_parents_say_of_each() -> None:
    worry = own_worry("2026-01-14")
    families = {
        "no concern": [OF_ELLA],
        "decided in time": [OF_ELLA, worry, need_decided("2026-01-21")],
        "decided late": [OF_ELLA, worry, need_decided("2026-02-16")],
        "not decided": [OF_ELLA, worry],
        "of age": [young(born="2007-05-14"), expects(), worry],
        "nobody knows how old": [young(born=None), expects(), worry],
        "asked last week": [OF_ELLA, own_worry("2026-03-05")],
    }
    assert [*said("young_parents.in_need_decided", families).values()] == [
        *([], ["met"], ["not_met"], ["not_met"], [], ["cannot_tell"], ["not_yet"]),
    ]


def test_worker_of_their_own_is_not_the_one_who_leads_for_the_baby() -> None:
    found = [*OF_ELLA, *own_worry("2026-01-14"), *need_decided("2026-01-21"), *works_with("sam", "baby", "2026-01-12")]
    families = {
        "none": [found],
        "her own": [found, works_with("kim", ELLA, "2026-01-26")],
        "the baby's": [found, works_with("sam", ELLA, "2026-01-26")],
        "too late": [found, works_with("kim", ELLA, "2026-02-23")],
        "the baby's has changed": [
            found,
            works_with("lee", "baby", "2026-02-02"),
            works_with("kim", ELLA, "2026-01-26"),
        ],
        "not in need": [OF_ELLA, need_decided("2026-01-21", "not_required"), works_with("sam", "baby", "2026-01-12")],
    }
    assert [*said("young_parents.own_worker", families).values()] == [
        *(["not_met"], ["met"], ["not_met"], ["not_met"], ["cannot_tell"], []),
    ]


def test_support_offered_says_of_each_young_parent() -> None:
    families = {
        "nothing": [OF_ELLA],
        "early help": [OF_ELLA, works_with("kim", ELLA, "2026-02-02", "early_help")],
        "an enquiry is not support": [OF_ELLA, works_with("kim", ELLA, "2026-02-02", "section_47")],
        "a family nurse": [OF_ELLA, works_with("nat", "baby", "2026-02-02", "universal", role="family_nurse")],
    }
    assert [*said("young_parents.support_offered", families).values()] == [
        *(["not_met"], ["met"], ["not_met"], ["met"]),
    ]


@pytest.mark.parametrize(
    ("code", "table"),
    [
        ("father_seen_directly", "contact"),
        ("father_needs_explored", "analysis"),
        ("father_invited", "attendance"),
        ("father_identified", "relationship"),
    ],
)
def test_source_without_the_table_cannot_tell(code: str, table: str) -> None:
    family = {"one": [HELPED, MOTHER, conference("2026-01-19")]}
    assert said(f"parents.{code}", family, table) == {"one": ["cannot_tell"]}


def test_fathers_and_mothers_stand_side_by_side_over_the_same_babies() -> None:
    for father, mother in SIDE_BY_SIDE:
        assert father.code.replace("father", "mother") == mother.code
        assert (father.about, father.on, father.lesson) == (mother.about, mother.on, mother.lesson)

"""Advice and housing: every measure counted again in plain Python on invented partnerships."""

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
    differences,
    done,
    found_on,
    last,
    number,
    status,
    was_past,
    working,
)

AWAY = ("child_ward", "neonatal_unit", "foster_home", "kinship", "childrens_home")


# ---------------------------------------------------------------- counted by hand


def known_of(world: World, child: str, kinds: tuple[str, ...]) -> date | None:
    rows = [
        row
        for row in world.of(child, "concern")
        if row["kind"] in kinds and row["status"] != "cleared" and not was_past(row)
    ]
    return min((found_on(row) for row in rows), default=None)


def cares(row: Row) -> bool:
    mother = row["role"] == "birth_mother" and row["caring_role"] is None
    return bool(row["caring_role"] or row["lives_with_child"] or mother) and row["role"] not in (
        "foster_carer",
        "sibling",
    )


def talked(topic: str, kinds: tuple[str, ...] = ("alcohol", "drugs")) -> Callable[[World], Counted]:
    """Of each carer whether a topic was talked through; the carer is asked about from when drugs or drink were known."""

    def count(world: World) -> Counted:
        told = {}
        for child, row in world.each("relationship"):
            born, any_known = world.born(child), known_of(world, child, ("alcohol", "drugs"))
            known = known_of(world, child, kinds)
            if born is None or born < date(2022, 3, 9) or known is None or any_known is None or not cares(row):
                continue
            asked = last([any_known, born, row["mentioned_on"]])
            if asked >= birthday(born, 1) or (row["ended_on"] and row["ended_on"] < asked):
                continue
            due, kind_due = (
                working(last([day, born, row["mentioned_on"]]), number("fragility.considered_wd"))
                for day in (any_known, known)
            )
            given = last(
                one["given_on"]
                for one in world.of(child, "advice")
                if one["topic"] == topic and one["person_id"] == row["person_id"] is not None and one["discussed"]
            )
            met = given is not None and given >= max(known, born)
            left = world.left(child)
            away = any(
                stay["kind"] in AWAY
                and stay["started_on"]
                and stay["started_on"] <= due
                and (stay["ended_on"] is None or stay["ended_on"] >= due)
                for stay in world.of(child, "accommodation")
            )
            untold = row["contact_safety"] in ("must_not_contact", "unaware_of_pregnancy")
            out = world.never_was(child) or untold or away or bool(left and left <= due)
            what = status(world, met, out=out, settled=kind_due)
            on = last([known, born, row["mentioned_on"]])
            told[child, row["relationship_id"]] = Told(what, on, None, {"carer": row["role"]})
        return told

    return count


def families(tell: Callable[[World, str, Row, date], tuple[str, date] | None]) -> Callable[[World], Counted]:
    def count(world: World) -> Counted:
        told = {}
        for child, row in world.each("housing_approach"):
            born = world.born(child)
            was_baby = (
                birthday(born, 1) > row["approached_on"] if born else world.child[child]["pregnancy_id"] is not None
            )
            if row["finding"] not in ("may_be_intentional", "intentional") or not was_baby:
                continue
            if (one := tell(world, child, row, row["found_on"] or row["approached_on"])) is not None:
                what, on = one
                told[child, row["housing_approach_id"]] = Told(what, on, None, {"finding": row["finding"]})
        return told

    return count


@families
def social_care_told(world: World, child: str, row: Row, likely: date) -> tuple[str, date]:
    due, refused = after(likely, number("housing.notify_days")), row["consent_given"] is False
    out = world.never_was(child) or (refused and row["social_care_told_on"] is None)
    return status(world, done(row["social_care_told_on"], due), out=out, settled=due), likely


@families
def social_care_decided(world: World, child: str, row: Row, likely: date) -> tuple[str, date] | None:
    told = row["social_care_told_on"]
    if told is None:
        return None
    due = working(told, number("housing.decision_wd"))
    out = world.never_was(child)
    return status(world, done(row["social_care_decided_on"], due), out=out, settled=due), told


def has_roof(row: Row) -> bool:
    return row["sleeping_at"] not in (None, "no_fixed_address")


@families
def roof_recorded(world: World, child: str, row: Row, likely: date) -> tuple[str, date]:
    return status(world, has_roof(row), out=world.never_was(child)), likely


@families
def outcome_recorded(world: World, child: str, row: Row, likely: date) -> tuple[str, date] | None:
    if row["closed_on"] is None:
        return None
    met = row["outcome"] is not None and has_roof(row)
    return status(world, met, out=world.never_was(child)), row["closed_on"]


BY_HAND = {
    "advice_and_housing.co_sleeping_talked_through": talked("co_sleeping"),
    "advice_and_housing.overlay_talked_through": talked("overlay"),
    "advice_and_housing.substances_talked_through": talked("parental_substances"),
    "advice_and_housing.medicines_talked_through": talked("prescribed_medicines", ("drugs",)),
    "advice_and_housing.social_care_told": social_care_told,
    "advice_and_housing.social_care_decided": social_care_decided,
    "advice_and_housing.roof_recorded": roof_recorded,
    "advice_and_housing.housing_outcome_recorded": outcome_recorded,
}


@pytest.mark.parametrize("code", BY_HAND)
@pytest.mark.parametrize("seed", [3, 11])
def test_measure_is_what_plain_python_counts(code: str, seed: int) -> None:
    assert differences(code, seed, BY_HAND[code]) == []

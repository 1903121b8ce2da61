"""How fragile babies are: every measure counted again in plain Python, and of families for each answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from families import (
    Story,
    born,
    concern,
    core_group,
    examined,
    expecting,
    moved_and_accepted,
    no_strategy_discussion,
    opened_in_error,
    plan,
    referred,
    review,
    strategy_discussion,
)
from lapwing.measures import MEASURES
from measures.babies_by_hand import months_on
from measures.by_situation import said
from measures.plain import (
    Counted,
    Row,
    Told,
    World,
    after,
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

PROTECTION = ("child_protection", "unborn_child_protection")
NOT_BY_CHOICE = (
    *("court_order", "died", "moved_accepted_elsewhere", "pregnancy_ended", "adopted", "opened_in_error"),
    "concern_was_wrong",
)
CONFERENCES = ("initial_conference", "transfer_conference", "review_conference", "core_group")


def reviews(world: World) -> list[tuple[str, Row, date, bool]]:
    """Reviews held of babies born and under one: the child, the review, the date of birth, and whether they are left out."""
    found = []
    for child, row in world.each("meeting"):
        day, birth = row["held_on"], world.born(child)
        protected = any(one["kind"] in PROTECTION and one["started_on"] for one in world.of(child, "plan"))
        counts = row["kind"] == "review_conference" or (row["kind"] == "child_in_need_review" and protected)
        if counts and day and birth and birth <= day < months_on(birth, 12):
            found.append((child, row, birth, world.never_was(child) or row["ended_reason"] in NOT_BY_CHOICE))
    return found


def is_less(row: Row) -> bool:
    less = ("end", "step_down")
    return row["proposed_outcome"] in less or row["outcome"] in less


def seen(world: World) -> Counted:
    told = {}
    for child, row, _, out in reviews(world):
        if is_less(row):
            day = row["held_on"]
            meetings = [one["held_on"] for one in world.of(child, "meeting") if one["kind"] in CONFERENCES]
            before = last(one for one in meetings if one and one < day)
            met = any(
                one["basis"] == "seen"
                and one["of"] in ("baby", "parent_with_baby")
                and one["observed_on"] <= day
                and one["first_recorded_on"] <= day
                and (before is None or one["observed_on"] > before)
                for one in world.of(child, "observation")
            )
            told[child, row["meeting_id"]] = Told(status(world, met, out=out), day)
    return told


def reasoned(world: World) -> Counted:
    told = {}
    for child, row, birth, out in reviews(world):
        earlier = any(
            one["kind"] == "review_conference" and one["held_on"] and one["held_on"] < row["held_on"]
            for one in world.of(child, "meeting")
        )
        soon = after(birth, number("review.early_days_after_birth")) > row["held_on"]
        if is_less(row) and (soon or not earlier):
            met = row["chair_statement"] is not None
            told[child, row["meeting_id"]] = Told(status(world, met, out=out), row["held_on"])
    return told


def ended_soon(world: World) -> Counted:
    told = {}
    for child, row, birth, out in reviews(world):
        if row["kind"] == "review_conference" and row["outcome"] == "end":
            soon = after(birth, number("review.early_days_after_birth")) > row["held_on"]
            what = status(world, soon, out=out)
            told[child, row["meeting_id"]] = Told(what, row["held_on"], days_between(birth, row["held_on"]))
    return told


def marks(world: World, tell: Callable[[str, Row, date], tuple[date | None, date | None]]) -> Counted:
    """What is said of each day's marks on a baby, from what answers it and by when that is due."""
    told: Counted = {}
    is_mark = [
        (child, row)
        for child, row in world.each("concern")
        if row["kind"] == "mark_or_injury_not_mobile" and row["status"] != "cleared"
    ]
    of_day: dict[tuple[str, date], str] = {}
    for child, row in is_mark:
        key = child, row["identified_on"]
        of_day[key] = min(of_day.get(key, row["concern_id"]), row["concern_id"])
    for child, row in is_mark:
        if row["identified_on"] and of_day[child, row["identified_on"]] != row["concern_id"]:
            continue
        since = row["identified_on"] or row["first_recorded_on"]
        on, due = tell(child, row, since)
        out = world.child[child]["opened_in_error"] is True
        told[child, row["concern_id"]] = Told(
            status(world, done(on, due), out=out, settled=due), since, days_between(since, on)
        )
    return told


def discussions(world: World, child: str, since: date) -> list[date]:
    return [
        row["held_on"]
        for row in world.of(child, "meeting")
        if row["kind"] == "strategy_discussion" and row["held_on"] and row["held_on"] >= since
    ]


def mark_told(world: World) -> Counted:
    def tell(child: str, row: Row, since: date) -> tuple[date | None, date | None]:
        days = [
            one["received_on"]
            for one in world.of(child, "referral")
            if one["received_on"] and (one["received_on"] >= since or one["referral_id"] == row["referral_id"])
        ]
        return first([*days, *discussions(world, child, since)]), after(since, number("fragility.mark_referral_days"))

    return marks(world, tell)


def mark_examined(world: World) -> Counted:
    def tell(child: str, row: Row, since: date) -> tuple[date | None, date | None]:
        days = [
            one["held_on"]
            for one in world.of(child, "appointment")
            if one["kind"] == "medical" and one["held_on"] and one["held_on"] >= since
        ]
        return first(days), after(since, number("fragility.mark_examined_days"))

    return marks(world, tell)


def mark_discussed(world: World) -> Counted:
    def tell(child: str, row: Row, since: date) -> tuple[date | None, date | None]:
        not_needed = [
            one["decided_on"]
            for one in world.of(child, "decision")
            if one["kind"] == "strategy_discussion"
            and one["outcome"] == "not_required"
            and one["reasons"]
            and one["decided_on"] >= since
        ]
        due = working(since, number("fragility.mark_strategy_wd"))
        return first([*discussions(world, child, since), *not_needed]), due

    return marks(world, tell)


BY_HAND = {
    "fragility.seen_before_less_help": seen,
    "fragility.early_ending_reasoned": reasoned,
    "fragility.ended_soon_after_birth": ended_soon,
    "fragility.mark_referred": mark_told,
    "fragility.mark_examined": mark_examined,
    "fragility.mark_discussed": mark_discussed,
}


def test_every_measure_is_counted_by_hand() -> None:
    assert {code for code in MEASURES if code.startswith("fragility.")} == BY_HAND.keys()


@pytest.mark.parametrize("code", BY_HAND)
@pytest.mark.parametrize("seed", [3, 11])
def test_measure_is_what_plain_python_counts(code: str, seed: int) -> None:
    assert differences(code, seed, BY_HAND[code]) == []


# ---------------------------------------------------------------- families for each answer

BABY = [*expecting("2025-12-01", known="2025-05-05"), *born("2025-12-01")]
PLAN = [*BABY, *plan("child_protection", "2025-12-15"), *core_group("2026-01-12")]


def ended(on: str = "2026-02-16", **values: object) -> Story:
    """The plan was ended at a review."""
    return review(on, **{"proposed_outcome": "end", "outcome": "end", "outcome_recorded_on": on, **values})


def watched(on: str, *, of: str = "baby", basis: str = "seen") -> Story:
    """Somebody wrote what was seen, or told."""
    told = {"child_id": "baby", "of": of, "basis": basis, "observed_on": date.fromisoformat(on)}
    return [("observation", {"observation_id": f"seen-{on}", **told, **recorded(on)})]


def recorded(on: str) -> dict[str, object]:
    """That a row was recorded on a day."""
    (_, row), *_ = concern("alcohol", on)
    return {"recorded_at": row["recorded_at"]}


def test_seen_before_less_help_says_of_each_family() -> None:
    assert said(
        "fragility.seen_before_less_help",
        {
            "the plan goes on": [PLAN, review("2026-02-16", proposed_outcome="continue")],
            "ended, the baby seen since the core group": [PLAN, ended(), watched("2026-02-09")],
            "ended, the baby seen before the core group": [PLAN, ended(), watched("2026-01-05")],
            "ended, and told how the baby is": [PLAN, ended(), watched("2026-02-09", basis="reported")],
            "ended, the home seen": [PLAN, ended(), watched("2026-02-09", of="home")],
            "ended by a court's order": [PLAN, ended(ended_reason="court_order")],
            "ended, and moved since": [PLAN, ended(), moved_and_accepted("2026-03-02")],
            "still to be held": [PLAN, review("2026-03-30", held=False, proposed_outcome="end")],
        },
    ) == {
        "the plan goes on": [],
        "ended, the baby seen since the core group": ["met"],
        "ended, the baby seen before the core group": ["not_met"],
        "ended, and told how the baby is": ["not_met"],
        "ended, the home seen": ["not_met"],
        "ended by a court's order": ["left_out"],
        "ended, and moved since": ["not_met"],
        "still to be held": [],
    }


def test_early_endings_say_of_each_family() -> None:
    late = [*expecting("2025-06-02", known="2025-01-06"), *born("2025-06-02"), *plan("child_protection", "2025-06-16")]
    families = {
        "first review, no reasons": [PLAN, ended()],
        "first review, with reasons": [PLAN, ended(chair_statement="the father has moved in and copes")],
        "second review, months after the birth": [late, review("2025-09-01", key="before"), ended()],
    }
    assert said("fragility.early_ending_reasoned", families) == {
        "first review, no reasons": ["not_met"],
        "first review, with reasons": ["met"],
        "second review, months after the birth": [],
    }
    assert said("fragility.ended_soon_after_birth", families) == {
        "first review, no reasons": ["met"],
        "first review, with reasons": ["met"],
        "second review, months after the birth": ["not_met"],
    }


def mark(on: str, key: str = "mark", **values: object) -> Story:
    return concern("mark_or_injury_not_mobile", on, of="baby", **{"key": key, **values})


MARKS: dict[str, list[Story]] = {
    "acted on the same day": [
        BABY,
        mark("2026-02-26"),
        referred("2026-02-26"),
        examined("2026-02-26"),
        strategy_discussion("2026-02-26"),
    ],
    "acted on a week later": [
        BABY,
        mark("2026-02-19"),
        referred("2026-02-26"),
        examined("2026-02-26"),
        strategy_discussion("2026-02-26"),
    ],
    "nothing was done": [BABY, mark("2026-02-26")],
    "written down by two people": [BABY, mark("2026-02-26"), mark("2026-02-26", key="again")],
    "a birthmark": [BABY, mark("2026-02-26", status="cleared")],
    "seen today": [BABY, mark("2026-03-09")],
    "moved since": [BABY, mark("2026-02-26"), moved_and_accepted("2026-03-02")],
    "opened in error": [BABY, mark("2026-02-26"), opened_in_error("2026-03-02")],
}


@pytest.mark.parametrize("code", ["mark_referred", "mark_examined", "mark_discussed"])
def test_marks_say_of_each_family(code: str) -> None:
    assert said(f"fragility.{code}", MARKS) == {
        "acted on the same day": ["met"],
        "acted on a week later": ["not_met"],
        "nothing was done": ["not_met"],
        "written down by two people": ["not_met"],
        "a birthmark": [],
        "seen today": ["not_yet"],
        "moved since": ["not_met"],
        "opened in error": ["left_out"],
    }


def test_discussion_may_be_found_not_to_be_needed() -> None:
    families = {"not needed": [BABY, mark("2026-02-26"), no_strategy_discussion("2026-02-26")]}
    assert said("fragility.mark_discussed", families) == {"not needed": ["met"]}


@pytest.mark.parametrize(
    ("code", "table", "family"),
    [
        ("mark_examined", "appointment", [BABY, mark("2026-02-26")]),
        ("seen_before_less_help", "observation", [PLAN, ended()]),
    ],
)
def test_source_without_the_table_cannot_tell(code: str, table: str, family: list[Story]) -> None:
    assert said(f"fragility.{code}", {"one": family}, table) == {"one": ["cannot_tell"]}

"""Before birth: every measure counted again in plain Python, on invented partnerships and on families for each answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property

import pytest

from families import (
    AGENCIES,
    EVERYBODY,
    Story,
    assessed,
    born,
    concern,
    contributed,
    decided,
    expected,
    expecting,
    father,
    lost,
    moved_and_accepted,
    opened_in_error,
    plan,
    referred,
    serious_incident,
)
from lapwing.engine.run import CouldNotRun
from lapwing.measures import MEASURES
from measures.by_situation import records_of, said, units_of, without
from measures.plain import (
    Counted,
    Row,
    Told,
    World,
    after,
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


class Unborn:
    """What the rows say of one child known before birth."""

    def __init__(self, world: World, child: str) -> None:
        self.world, self.child = world, child
        self.row = world.child[child]
        self.born = world.born(child)
        self.expected = world.expected(child)
        self.birth = self.born or self.expected

    def rows(self, table: str) -> list[Row]:
        return self.world.of(self.child, table)

    def before_birth(self, day: date | None) -> bool:
        return self.born is None or (day is not None and day < self.born)

    @cached_property
    def triggers(self) -> list[date]:
        return [
            row["first_recorded_on"]
            for row in self.rows("concern")
            if row["kind"] in codes("prebirth.triggers")
            and row["status"] != "cleared"
            and self.before_birth(row["first_recorded_on"])
        ]

    def decisions(self, *outcomes: str) -> list[date]:
        return [
            row["decided_on"]
            for row in self.rows("decision")
            if row["kind"] == "pre_birth_assessment"
            and row["reasons"]
            and row["outcome"] in outcomes
            and self.before_birth(row["decided_on"])
        ]

    @cached_property
    def said_no(self) -> date | None:
        return last(self.decisions("not_required"))

    @cached_property
    def reopened(self) -> date | None:
        return first(day for day in self.triggers if self.said_no and day > self.said_no)

    @cached_property
    def no_stands(self) -> bool:
        yes = last(self.decisions("required"))
        return self.said_no is not None and self.reopened is None and (yes is None or yes < self.said_no)

    @cached_property
    def decided(self) -> date | None:
        days = self.decisions("required", "not_required")
        return first(day for day in days if self.reopened is None or day >= self.reopened)

    @cached_property
    def arose(self) -> date | None:
        known = self.world.pregnancy[self.row["pregnancy_id"]]["known_on"]
        return last([self.reopened or first(self.triggers), known])

    @cached_property
    def referrals(self) -> list[Row]:
        return [row for row in self.rows("referral") if self.before_birth(row["received_on"])]

    @cached_property
    def referred(self) -> date | None:
        return first(
            row["received_on"]
            for row in self.referrals
            if row["repeats_referral_id"] is None and (self.reopened is None or row["received_on"] >= self.reopened)
        )

    @cached_property
    def answer_due(self) -> date | None:
        slow = working(self.arose, number("prebirth.trigger_decision_wd"))
        quick = working(last([self.referred, self.arose]), number("referral.ack_wd"))
        return first([quick, slow]) if self.referred else slow

    @cached_property
    def late_start(self) -> date | None:
        return working(self.arose, number("prebirth.compressed_start_wd"))

    @cached_property
    def start_due(self) -> date | None:
        by = after(self.expected, number("prebirth.start_by") - 280)
        return last([first([by, working(self.decided, number("prebirth.start_after_decision_wd"))]), self.late_start])

    @cached_property
    def completion_due(self) -> date | None:
        by = after(self.expected, number("prebirth.complete_by") - 280)
        usual = first([by, working(self.referred, number("assessment.max_wd"))])
        before = after(self.expected, -number("prebirth.compressed_complete_before_expected_days"))
        late = first([before, after(self.arose, number("prebirth.compressed_complete_days"))])
        return last([usual, late, self.late_start])

    @cached_property
    def assessments(self) -> list[Row]:
        return [
            row
            for row in self.rows("assessment")
            if row["kind"] in (None, "pre_birth", "child_and_family")
            and row["stopped_on"] is None
            and self.before_birth(row["started_on"])
        ]

    @cached_property
    def started(self) -> date | None:
        return first(row["started_on"] for row in self.assessments)

    @cached_property
    def signed_off(self) -> date | None:
        return first(row["signed_off_on"] for row in self.assessments)

    @property
    def signed_before_birth(self) -> bool:
        return self.signed_off is not None and (self.born is None or self.signed_off < self.born)

    def gave(self, who: str, *, directly: bool = False, or_why_not: bool = True) -> date | None:
        """When somebody's contribution, or why there is none, was recorded."""
        return first(
            row["recorded_on"]
            for row in self.rows("contribution")
            if row["contributor"] == who
            and row["assessment_id"]
            and (self.born is None or row["recorded_on"] <= self.born)
            and (
                (row["received_on"] and (row["direct"] or not directly)) or (or_why_not and row["not_obtained_reason"])
            )
        )

    @cached_property
    def father_not_asked(self) -> date | None:
        return first(row["recorded_on"] for row in self.rows("relationship") if is_no_contact(row))

    @property
    def never_was(self) -> bool:
        return self.world.never_was(self.child)

    @cached_property
    def moved(self) -> bool:
        ends = [row for row in self.rows("involvement") if row["ended_reason"] == "moved_accepted_elsewhere"]
        day = last(row["ended_on"] for row in ends)
        return bool(day and self.birth and day < self.birth)

    @property
    def unrecorded(self) -> bool:
        by = after(self.expected, number("prebirth.birth_unrecorded_days"))
        return self.born is None and by is not None and by < self.world.today

    @property
    def dates_disagree(self) -> bool:
        said = {
            row["expected_on"]
            for row in self.world.rows["expected_date"]
            if row["pregnancy_id"] == self.row["pregnancy_id"] and row["superseded_on"] is None and row["expected_on"]
        }
        return len(said) > 1

    def gestation(self, day: date | None) -> int | None:
        return days_between(after(self.expected, -280), day)


def is_no_contact(row: Row) -> bool:
    if row["role"] not in ("birth_father", "second_legal_parent"):
        return False
    if row["identity_status"] in ("no_legal_father", "deceased", "unknown_to_mother"):
        return True
    if row["identity_status"] == "withheld_for_safety" and row["identity_decided_by"] and row["identity_review_on"]:
        return True
    return row["contact_safety"] in ("must_not_contact", "unaware_of_pregnancy") and bool(row["contact_safety_reason"])


def of_cohort(world: World, tell: Callable[[Unborn], Told | None]) -> Counted:
    told = {}
    for child, row in world.child.items():
        one = Unborn(world, child)
        if row["pregnancy_id"] and one.triggers and (says := tell(one)) is not None:
            told[child, child] = says
    return told


def step(
    one: Unborn,
    met: bool | None,
    *,
    out: bool = False,
    due: date | None,
    at: date | None = None,
    timetable: bool = True,
) -> Told:
    """What is said of a step, falling on the first circumstance."""
    cannot = one.unrecorded or (timetable and one.dates_disagree)
    says = status(one.world, met, out=one.never_was or one.moved or out, settled=due, cannot_tell=cannot)
    return Told(says, first(one.triggers), one.gestation(at))


def was_referred(world: World) -> Counted:
    def tell(one: Unborn) -> Told:
        asked = first(row["received_on"] for row in one.referrals)
        return step(one, asked is not None, due=one.birth, at=asked, timetable=False)

    return of_cohort(world, tell)


def was_decided(world: World) -> Counted:
    def tell(one: Unborn) -> Told:
        out = bool(one.decided is None and one.born and one.born <= one.answer_due)
        return step(
            one, done(one.decided, one.answer_due), out=out, due=one.answer_due, at=one.decided, timetable=False
        )

    return of_cohort(world, tell)


def was_not_required(world: World) -> Counted:
    return of_cohort(world, lambda one: step(one, one.no_stands, due=None, timetable=False) if one.decided else None)


def was_started(world: World) -> Counted:
    def tell(one: Unborn) -> Told:
        early = bool(one.started is None and one.born and one.start_due and one.born <= one.start_due)
        met = start_in_time(one)
        return step(one, met, out=one.no_stands or early, due=one.start_due, at=one.started)

    return of_cohort(world, tell)


def start_in_time(one: Unborn) -> bool | None:
    return done(one.started, one.start_due)


def was_finished(world: World) -> Counted:
    def tell(one: Unborn) -> Told:
        due = one.completion_due
        early = bool(one.signed_off is None and one.born and due and one.born <= due)
        return step(one, done(one.signed_off, due), out=one.no_stands or early, due=due, at=one.signed_off)

    return of_cohort(world, tell)


def was_assessed(world: World) -> Counted:
    def tell(one: Unborn) -> Told:
        met = one.signed_before_birth
        return step(one, met, out=one.no_stands, due=one.birth, at=one.signed_off, timetable=False)

    return of_cohort(world, tell)


def all_contributed(world: World) -> Counted:
    def tell(one: Unborn) -> Told | None:
        parts = [one.gave(who) for who in AGENCIES]
        parts += [one.gave("mother", directly=True), first([one.gave("father", directly=True), one.father_not_asked])]
        by = one.signed_off or one.completion_due
        met = done(last(parts), by) if all(parts) else False
        return step(one, met, due=by) if one.started else None

    return of_cohort(world, tell)


def mother_spoke(world: World) -> Counted:
    def tell(one: Unborn) -> Told | None:
        by = one.signed_off or one.completion_due
        met = done(one.gave("mother", directly=True, or_why_not=False), by)
        return step(one, met, due=by) if one.started else None

    return of_cohort(world, tell)


def father_spoke(world: World) -> Counted:
    def tell(one: Unborn) -> Told | None:
        by = one.signed_off or one.completion_due
        spoke = one.gave("father", directly=True, or_why_not=False)
        out = one.father_not_asked is not None and spoke is None
        return step(one, done(spoke, by), out=out, due=by) if one.started else None

    return of_cohort(world, tell)


def first_birthday(day: date) -> date:
    """A year on; of somebody born on 29 February, 28 February."""
    return date(day.year + 1, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


IN_CARE = ("section_20", "section_31", "interim_care_order", "emergency_protection")
PROTECTION = ("child_protection", "unborn_child_protection")


def looked_back(world: World) -> Counted:
    def tell(one: Unborn) -> Told | None:
        if one.born is None:
            return None
        year = first_birthday(one.born)
        plans = [
            row["started_on"]
            for row in one.rows("plan")
            if row["kind"] in PROTECTION
            and row["started_on"]
            and row["started_on"] < year
            and (row["ended_on"] is None or row["ended_on"] >= one.born)
        ]
        care = [row["started_on"] for row in one.rows("legal_status") if row["kind"] in IN_CARE]
        died = world.person[one.row["person_id"]]["died_on"]
        harm = [row["occurred_on"] or row["known_on"] for row in one.rows("serious_incident")]
        days = [last([first(plans), one.born]) if plans else None, *care, *harm, died]
        came = first(day for day in days if day and day < year)
        if came is None:
            return None
        says = status(world, one.signed_before_birth, out=one.never_was or one.moved, cannot_tell=one.unrecorded)
        return Told(says, came)

    return of_cohort(world, tell)


BY_HAND = {
    "before_birth.referred": was_referred,
    "before_birth.decided": was_decided,
    "before_birth.not_required": was_not_required,
    "before_birth.started": was_started,
    "before_birth.finished_in_time": was_finished,
    "before_birth.assessed": was_assessed,
    "before_birth.everybody_contributed": all_contributed,
    "before_birth.mother_contributed": mother_spoke,
    "before_birth.father_contributed": father_spoke,
    "before_birth.looked_back_on": looked_back,
}


def test_every_measure_is_counted_by_hand() -> None:
    assert {code for code in MEASURES if code.startswith("before_birth.")} == BY_HAND.keys()


@pytest.mark.parametrize("code", BY_HAND)
@pytest.mark.parametrize("seed", [3, 11])
def test_measure_is_what_plain_python_counts(code: str, seed: int) -> None:
    assert differences(code, seed, BY_HAND[code]) == []


# ---------------------------------------------------------------- families for each answer

KNOWN = concern("alcohol", "2025-06-02")
FAMILY = [*expecting("2025-12-01", known="2025-05-05"), *KNOWN]
BORN = [*FAMILY, *born("2025-12-03")]
ASSESSED = [
    *referred("2025-06-03"),
    *decided("required", "2025-06-04"),
    *assessed("2025-06-16", signed_off="2025-07-28"),
]
TWINS = [
    *expecting("2025-12-01", known="2025-05-05", babies=("baby", "other")),
    *KNOWN,
    *born("2025-12-03"),
    *born("2025-12-03", baby="other"),
]
NOT_YET_BORN = [*expecting("2026-08-03", known="2026-02-02"), *concern("alcohol", "2026-03-06")]


SITUATIONS: dict[str, list[Story]] = {
    "no circumstance": [expecting("2025-12-01", known="2025-05-05"), born("2025-12-03")],
    "nothing was done": [BORN],
    "all in time": [BORN, ASSESSED],
    "all late": [
        BORN,
        referred("2025-10-06"),
        decided("required", "2025-11-10"),
        assessed("2025-11-17", signed_off="2025-12-01"),
    ],
    "signed off on the day of the birth": [BORN, assessed("2025-11-17", signed_off="2025-12-03")],
    "none needed": [BORN, referred("2025-06-03"), decided("not_required", "2025-06-03")],
    "a no without reasons": [BORN, referred("2025-06-03"), decided("not_required", "2025-06-03", reasons=None)],
    "a no, then a further circumstance": [
        BORN,
        decided("not_required", "2025-06-03"),
        concern("drugs", "2025-09-01"),
    ],
    "twins, one referral for one": [TWINS, referred("2025-06-03")],
    "lost": [FAMILY, lost("2025-08-04")],
    "opened in error": [FAMILY, opened_in_error("2025-06-09")],
    "moved before the birth": [FAMILY, moved_and_accepted("2025-09-01")],
    "moved after the birth": [BORN, moved_and_accepted("2026-02-02")],
    "neither birth nor ending recorded": [FAMILY],
    "two expected dates": [FAMILY, expected("2026-02-09", stated="2025-06-30", key="other"), born("2025-12-03")],
    "the question is three days old": [NOT_YET_BORN],
    "born before anything was due": [
        expecting("2026-02-02", known="2025-12-01"),
        concern("alcohol", "2025-12-09"),
        born("2025-12-10"),
    ],
}
NOT_COUNTED: list[str] = []


def only_of(code: str, *names: str) -> dict[str, list[str]]:
    return said(code, {name: SITUATIONS[name] for name in names})


def test_referred_says_of_each_family() -> None:
    assert said("before_birth.referred", SITUATIONS) == {
        "no circumstance": NOT_COUNTED,
        "nothing was done": ["not_met"],
        "all in time": ["met"],
        "all late": ["met"],
        "signed off on the day of the birth": ["not_met"],
        "none needed": ["met"],
        "a no without reasons": ["met"],
        "a no, then a further circumstance": ["not_met"],
        "twins, one referral for one": ["met", "not_met"],
        "lost": ["left_out"],
        "opened in error": ["left_out"],
        "moved before the birth": ["left_out"],
        "moved after the birth": ["not_met"],
        "neither birth nor ending recorded": ["cannot_tell"],
        "two expected dates": ["not_met"],
        "the question is three days old": ["not_yet"],
        "born before anything was due": ["not_met"],
    }


def test_decided_says_of_each_family() -> None:
    assert only_of(
        "before_birth.decided",
        *("nothing was done", "all in time", "all late", "none needed", "a no without reasons", "lost"),
        *("a no, then a further circumstance", "the question is three days old", "born before anything was due"),
    ) == {
        "nothing was done": ["not_met"],
        "all in time": ["met"],
        "all late": ["not_met"],
        "none needed": ["met"],
        "a no without reasons": ["not_met"],
        "lost": ["left_out"],
        "a no, then a further circumstance": ["not_met"],
        "the question is three days old": ["not_yet"],
        "born before anything was due": ["left_out"],
    }


def test_not_required_counts_only_what_was_decided_with_reasons() -> None:
    assert only_of(
        "before_birth.not_required",
        *(
            "nothing was done",
            "all in time",
            "none needed",
            "a no without reasons",
            "a no, then a further circumstance",
        ),
    ) == {
        "nothing was done": NOT_COUNTED,
        "all in time": ["not_met"],
        "none needed": ["met"],
        "a no without reasons": NOT_COUNTED,
        "a no, then a further circumstance": NOT_COUNTED,
    }


@pytest.mark.parametrize(
    ("code", "late"), [("started", "not_met"), ("finished_in_time", "not_met"), ("assessed", "met")]
)
def test_steps_of_the_assessment_say_of_each_family(code: str, late: str) -> None:
    names = ("nothing was done", "all in time", "all late", "none needed", "moved before the birth", "lost")
    assert only_of(f"before_birth.{code}", *names, "the question is three days old") == {
        "nothing was done": ["not_met"],
        "all in time": ["met"],
        "all late": [late],
        "none needed": ["left_out"],
        "moved before the birth": ["left_out"],
        "lost": ["left_out"],
        "the question is three days old": ["not_yet"],
    }


def test_day_by_which_it_is_due_cannot_be_told_from_two_expected_dates() -> None:
    assert only_of("before_birth.started", "two expected dates") == {"two expected dates": ["cannot_tell"]}
    assert only_of("before_birth.assessed", "two expected dates") == {"two expected dates": ["not_met"]}


def test_assessed_on_the_day_of_the_birth_is_not_before_it() -> None:
    name = "signed off on the day of the birth"
    assert only_of("before_birth.assessed", name) == {name: ["not_met"]}


GAVE = contributed(*AGENCIES, on="2025-07-14")
CONTRIBUTIONS: dict[str, list[Story]] = {
    "everybody": [BORN, ASSESSED, contributed(*EVERYBODY, on="2025-07-14")],
    "parents through others": [BORN, ASSESSED, GAVE, contributed("mother", "father", on="2025-07-14", direct=False)],
    "why they were not asked": [
        BORN,
        ASSESSED,
        GAVE,
        contributed("mother", "father", on="2025-07-14", reason_without="at sea"),
    ],
    "after the sign-off": [BORN, ASSESSED, contributed(*EVERYBODY, on="2025-08-04")],
    "father withheld for safety": [
        BORN,
        ASSESSED,
        GAVE,
        contributed("mother", on="2025-07-14"),
        father("withheld_for_safety", on="2025-06-09", identity_decided_by="manager", identity_review_on="2026-06-09"),
    ],
    "no assessment began": [BORN],
}


@pytest.mark.parametrize(
    ("code", "statuses"),
    [
        ("everybody_contributed", ("met", "not_met", "met", "not_met", "met")),
        ("mother_contributed", ("met", "not_met", "not_met", "not_met", "met")),
        ("father_contributed", ("met", "not_met", "not_met", "not_met", "left_out")),
    ],
)
def test_contributions_say_of_each_family(code: str, statuses: tuple[str, ...]) -> None:
    told = said(f"before_birth.{code}", CONTRIBUTIONS)
    assert told == {name: [one] for name, one in zip(CONTRIBUTIONS, statuses, strict=False)} | {
        "no assessment began": NOT_COUNTED
    }


PROTECTED = plan("child_protection", "2026-01-12")


def test_look_back_counts_babies_on_plans_whether_or_not_they_live_here_still() -> None:
    assert said(
        "before_birth.looked_back_on",
        {
            "no plan": [BORN],
            "on a plan, not assessed": [BORN, PROTECTED],
            "on a plan, assessed": [BORN, ASSESSED, PROTECTED],
            "on a plan, none was thought needed": [BORN, decided("not_required", "2025-06-03"), PROTECTED],
            "on a plan, and moved since": [BORN, PROTECTED, moved_and_accepted("2026-02-02")],
            "on a plan, without a circumstance before": [expecting("2025-12-01"), born("2025-12-03"), PROTECTED],
            "on a plan that ended before the birth": [
                BORN,
                plan("unborn_child_protection", "2025-07-07", ended="2025-10-06"),
            ],
        },
    ) == {
        "no plan": NOT_COUNTED,
        "on a plan, not assessed": ["not_met"],
        "on a plan, assessed": ["met"],
        "on a plan, none was thought needed": ["not_met"],
        "on a plan, and moved since": ["not_met"],
        "on a plan, without a circumstance before": NOT_COUNTED,
        "on a plan that ended before the birth": NOT_COUNTED,
    }


def test_look_back_counts_babies_seriously_harmed_in_the_first_year_and_not_later() -> None:
    harmed = serious_incident("2026-01-12", known="2026-01-14")
    assert said(
        "before_birth.looked_back_on",
        {
            "harmed, not assessed": [BORN, harmed],
            "harmed, assessed": [BORN, ASSESSED, harmed],
            "harmed on a day that nobody knows": [BORN, serious_incident(None, known="2026-02-02")],
            "harmed, without a circumstance before": [expecting("2025-12-01"), born("2025-12-03"), harmed],
            "harmed after the first birthday": [
                expecting("2024-12-02", known="2024-05-06"),
                concern("alcohol", "2024-06-03"),
                born("2024-12-04"),
                serious_incident("2025-12-04", known="2025-12-05"),
            ],
        },
    ) == {
        "harmed, not assessed": ["not_met"],
        "harmed, assessed": ["met"],
        "harmed on a day that nobody knows": ["not_met"],
        "harmed, without a circumstance before": NOT_COUNTED,
        "harmed after the first birthday": NOT_COUNTED,
    }


def test_look_back_cannot_tell_of_harm_where_no_source_records_it() -> None:
    babies = {"no plan": [BORN], "on a plan": [BORN, PROTECTED]}
    assert said("before_birth.looked_back_on", babies, "serious_incident") == {
        "no plan": ["cannot_tell"],
        "on a plan": ["not_met"],
    }


def test_gestation_at_the_referral_is_counted_from_conception() -> None:
    units = units_of("before_birth.referred", records_of({"referred": SITUATIONS["all in time"]}))
    assert not isinstance(units, CouldNotRun)
    assert units["span"].to_list() == [280 - (date(2025, 12, 1) - date(2025, 6, 3)).days]


@pytest.mark.parametrize(
    ("code", "table"),
    [
        ("referred", "referral"),
        ("decided", "decision"),
        ("assessed", "assessment"),
        ("everybody_contributed", "contribution"),
    ],
)
def test_source_without_the_table_cannot_tell(code: str, table: str) -> None:
    situation = {"nothing": [BORN, assessed("2025-06-16") if code == "everybody_contributed" else []]}
    assert said(f"before_birth.{code}", situation, table) == {"nothing": ["cannot_tell"]}


def test_source_without_children_could_not_run() -> None:
    assert isinstance(units_of("before_birth.referred", without(records_of(SITUATIONS), "child")), CouldNotRun)

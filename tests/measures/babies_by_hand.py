"""What the rows say of babies whose family was helped and of their parents, worked out in plain Python."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property

from measures.plain import Row, World, after, codes, first, last, number, working

MOTHER, FATHERS = "birth_mother", ("birth_father", "second_legal_parent")
HELP_PLANS = ("early_help", "family_help", "child_in_need", "child_protection", "unborn_child_protection")
HELP = ("early_help", "family_help", "pre_birth", "child_in_need", "section_47", "child_protection")
OF_FAMILY = ("pre_birth", "child_and_family", "section_47", "parenting")
WITH_PARENTS = (
    *("initial_conference", "review_conference", "transfer_conference", "core_group", "child_in_need_review"),
    *("family_help_review", "looked_after_review", "discharge_planning", "pre_proceedings", "family_group"),
)
DIMENSIONS = (
    "basic_care",
    "ensuring_safety",
    "emotional_warmth",
    "stimulation",
    "guidance_and_boundaries",
    "stability",
)


def months_on(day: date, months: int) -> date:
    """So many months later; the last day of a shorter month."""
    whole = day.year * 12 + day.month - 1 + months
    year, month = divmod(whole, 12)
    for back in range(4):
        try:
            return date(year, month + 1, day.day - back)
        except ValueError:
            continue
    raise AssertionError(day)


def birthday(born: date | None, months: int) -> date | None:
    """The day on which an age in months is complete: of somebody born on 29 February, 1 March in other years."""
    return months_on(born - timedelta(1), months) + timedelta(1) if born else None


def record_ended(world: World, child: str) -> bool:
    """Whether the record has ended, in whichever way."""
    moved = any(row["ended_reason"] == "moved_accepted_elsewhere" for row in world.of(child, "involvement"))
    adopted = any(row["kind"] == "adoption_order" for row in world.of(child, "legal_status"))
    died = world.person.get(world.child[child]["person_id"], {}).get("died_on")
    return world.never_was(child) or moved or adopted or died is not None


class Baby:
    """An unborn child, or one born in the last four years."""

    def __init__(self, world: World, child: str) -> None:
        self.world, self.child = world, child
        self.born = world.born(child)
        self.year = months_on(self.born, 12) if self.born else None

    def rows(self, table: str) -> list[Row]:
        return self.world.of(self.child, table)

    @property
    def is_one(self) -> bool:
        if self.born is None:
            return self.world.child[self.child]["pregnancy_id"] is not None
        return months_on(self.born, 48) > self.world.today

    @property
    def never_was(self) -> bool:
        return self.world.never_was(self.child)

    @cached_property
    def unrecorded(self) -> bool:
        pregnancy = self.world.child[self.child]["pregnancy_id"]
        said = [
            row["expected_on"] for row in self.world.expected_dates.get(pregnancy, ()) if row["superseded_on"] is None
        ]
        by = after(last(said), number("prebirth.birth_unrecorded_days"))
        return self.born is None and by is not None and by < self.world.today

    @cached_property
    def plan_begun(self) -> date | None:
        return first(row["started_on"] for row in self.rows("plan") if row["kind"] in HELP_PLANS)

    @cached_property
    def assessments(self) -> list[Row]:
        return [r for r in self.rows("assessment") if r["kind"] in OF_FAMILY and r["stopped_on"] is None]

    @cached_property
    def assessed_since(self) -> date | None:
        return first(row["started_on"] for row in self.assessments)

    @cached_property
    def signed_off(self) -> date | None:
        return first(row["signed_off_on"] for row in self.assessments)

    @cached_property
    def helped_since(self) -> date | None:
        work = first(row["started_on"] for row in self.rows("involvement") if row["level"] in HELP)
        return first([self.plan_begun, work, self.assessed_since])

    @property
    def was_helped(self) -> bool:
        since = self.helped_since
        return self.is_one and since is not None and not (self.year and since >= self.year)

    @property
    def assess_due(self) -> date | None:
        return self.signed_off or working(self.helped_since, number("assessment.max_wd"))

    @cached_property
    def had_meeting(self) -> bool:
        return any(row["kind"] in WITH_PARENTS and row["held_on"] for row in self.rows("meeting"))

    @cached_property
    def attendance(self) -> list[Row]:
        meetings = {row["meeting_id"] for row in self.rows("meeting")}
        return [
            row
            for meeting in meetings
            for row in self.world.attended.get(meeting, ())
            if row["child_id"] in (None, self.child)
        ]

    @cached_property
    def parents(self) -> list[Parent]:
        return [Parent(self, row) for row in self.rows("relationship") if row["role"] in (MOTHER, *FATHERS)]

    def side(self, which: str) -> list[Parent]:
        return [one for one in self.parents if one.is_mother == (which == "mother")]


class Parent:
    """A mother, father or second parent, on one baby's record."""

    def __init__(self, baby: Baby, row: Row) -> None:
        self.baby, self.row = baby, row
        self.who = row["person_id"]
        self.is_mother = row["role"] == MOTHER

    def about(self, table: str, column: str = "person_id") -> list[Row]:
        return [row for row in self.baby.rows(table) if self.who and row[column] == self.who]

    def is_theirs(self, row: Row, part: str) -> bool:
        """By name, or where nobody is named by the part."""
        if row["person_id"] is None:
            return row[part] == ("mother" if self.is_mother else "father")
        return bool(row["person_id"] == self.who)

    @property
    def left_out(self) -> str:
        row = self.row
        if row["identity_status"] == "withheld_for_safety":
            return "Withheld for safety"
        if row["contact_safety"] == "must_not_contact":
            return "Must not be contacted"
        if row["contact_safety"] == "unaware_of_pregnancy":
            return "Does not know of the pregnancy"
        if row["identity_status"] in ("no_legal_father", "unknown_to_mother"):
            return "No legal father, or not known to the mother"
        if row["identity_status"] == "deceased" or self.baby.world.person.get(self.who, {}).get("died_on"):
            return "Died"
        return "No reason on record"

    @property
    def identified(self) -> date | None:
        if self.row["identity_status"] and self.row["identity_status_on"]:
            return self.row["identity_status_on"]
        return self.row["first_recorded_on"] if self.row["identity_status"] or self.who else None

    @property
    def seen(self) -> date | None:
        spoken = [r["happened_on"] for r in self.about("contact") if r["kind"] in ("visit", "office", "telephone")]
        heard = [
            row["received_on"]
            for row in self.baby.rows("contribution")
            if row["direct"]
            and row["contributor"] in ("mother", "father", "other_carer", "child")
            and self.is_theirs(row, "contributor")
        ]
        return first([*spoken, *heard])

    @property
    def explored(self) -> date | None:
        return first(
            row["written_on"]
            for row in self.about("analysis")
            if row["kind"] == "own_need" and row["explored"] in ("found", "not_found")
        )

    @property
    def capacity(self) -> date | None:
        days = []
        for dimension in DIMENSIONS:
            day = first(
                row["written_on"]
                for row in self.about("analysis")
                if row["kind"] == "parenting_capacity"
                and row["dimension"] == dimension
                and row["finding"]
                and row["conclusion"]
                and row["evidence_on"]
            )
            if day is None:
                return None
            days.append(day)
        return last(days)

    @property
    def not_assessed(self) -> bool:
        return any(
            row["kind"] == "parenting_capacity"
            and row["explored"] == "not_explored"
            and row["dimension"] is None
            and row["not_explored_reason"]
            and row["written_on"]
            for row in self.about("analysis")
        )

    @property
    def invited(self) -> bool:
        return any(
            self.is_theirs(row, "attendee") and (row["invited_on"] or row["attended"]) for row in self.baby.attendance
        )

    @property
    def came(self) -> bool:
        return any(self.is_theirs(row, "attendee") and row["attended"] for row in self.baby.attendance)

    @property
    def action(self) -> date | None:
        return first(row["assigned_on"] for row in self.about("action", "owned_by_person_id"))

    @property
    def found(self) -> list[Row]:
        return [r for r in self.about("analysis") if r["kind"] == "own_need" and r["explored"] == "found"]

    @property
    def has_need(self) -> bool:
        raised = any(
            row["kind"] in codes("parents.own_needs")
            and row["kind"] not in codes("fragility.concern_kinds")
            and row["status"] != "cleared"
            for row in self.about("concern")
        )
        return raised or bool(self.found)

    @property
    def is_meant(self) -> bool:
        together = any(
            row["kind"] == "meaning_for_baby" and (row["finding"] or row["conclusion"])
            for row in self.about("analysis")
        )
        return together or (bool(self.found) and all(row["conclusion"] for row in self.found))


class Young:
    """A young person who may be a parent, on their own record."""

    def __init__(self, world: World, child: str) -> None:
        self.world, self.child = world, child
        self.who = world.child[child]["person_id"]
        self.person = world.person.get(self.who, {})

    def rows(self, table: str) -> list[Row]:
        return self.world.of(self.child, table)

    @cached_property
    def babies(self) -> list[tuple[Baby, Row]]:
        """The babies on whose record they stand as a parent, with that entry."""
        return [
            (baby, row)
            for child, row in self.world.as_parent.get(self.who, ())
            if row["contact_safety"] not in ("must_not_contact", "unaware_of_pregnancy")
            and row["identity_status"] != "withheld_for_safety"
            and (baby := Baby(self.world, child)).is_one
            and not record_ended(self.world, child)
        ]

    @cached_property
    def expected(self) -> list[Baby]:
        """The babies of whose pregnancy they are the expectant mother."""
        return [
            baby
            for child in self.world.carried_by.get(self.who, ())
            if (baby := Baby(self.world, child)).is_one and not record_ended(self.world, child)
        ]

    @property
    def is_one(self) -> bool:
        grown = birthday(self.person.get("born_on"), number("young_parent.care_leaver_under_age"))
        is_parent = bool(self.babies or self.expected)
        return self.who is not None and is_parent and not (grown and grown <= self.world.today)

    @cached_property
    def known(self) -> date | None:
        named = [row["mentioned_on"] or row["first_recorded_on"] for _, row in self.babies]
        carried = [
            self.world.pregnancy[self.world.child[baby.child]["pregnancy_id"]]["known_on"] for baby in self.expected
        ]
        return first([*named, *carried])

    @property
    def unrecorded(self) -> bool:
        return all(baby.unrecorded for baby, _ in self.babies) and all(baby.unrecorded for baby in self.expected)

    @property
    def disputed(self) -> bool:
        return self.person.get("born_on_certainty") == "disputed"

    @cached_property
    def of_age(self) -> date | None:
        sure = self.person.get("born_on") if self.person.get("born_on_certainty") != "contradictory" else None
        return birthday(sure, number("young_parent.under_age"))

    def was_child_on(self, day: date | None) -> bool | None:
        if self.disputed:
            return True
        return self.of_age > day if self.of_age and day else None

    @cached_property
    def concern(self) -> date | None:
        own = [
            day_of(row)
            for row in self.rows("concern")
            if row["significant"] and has_stood(row) and (row["ended_on"] is None or row["ended_on"] >= self.known)
        ]
        with_baby = [
            day_of(row)
            for baby, _ in self.babies
            for row in baby.rows("concern")
            if row["person_id"] == self.who and row["significant"] and has_stood(row)
        ]
        return first([*own, *with_baby])

    @cached_property
    def arose(self) -> date | None:
        return last([self.known, self.concern])

    def decisions(self, *outcomes: str) -> Iterator[date]:
        for row in self.rows("decision"):
            in_need = row["kind"] == "young_parent_in_need" and row["outcome"] in outcomes
            more = row["kind"] in ("section_47", "conference") and row["outcome"] == "required"
            if (in_need or more) and row["decided_on"] and row["decided_on"] >= self.known:
                yield row["decided_on"]

    @cached_property
    def decided(self) -> date | None:
        return first(self.decisions("required", "not_required"))

    @cached_property
    def in_need(self) -> date | None:
        return first(self.decisions("required"))

    @cached_property
    def in_general(self) -> date | None:
        return working(self.arose, number("young_parent.decision_wd"))

    @cached_property
    def decision_due(self) -> date | None:
        referred = first(
            row["received_on"]
            for row in self.rows("referral")
            if row["repeats_referral_id"] is None and row["received_on"] and row["received_on"] >= self.known
        )
        quick = working(last([referred, self.arose]), number("referral.ack_wd")) if referred else None
        return first([quick, self.in_general])

    @cached_property
    def was_led(self) -> bool:
        return any(row["lead"] for baby, _ in self.babies for row in baby.rows("involvement"))

    @cached_property
    def led_by(self) -> str | None:
        """Who has led for the baby, where it was one practitioner; of several babies each is asked by itself."""
        of_each = [
            {r["practitioner_id"] for r in baby.rows("involvement") if r["lead"]} - {None} for baby, _ in self.babies
        ]
        leads = {next(iter(some)) for some in of_each if len(some) == 1}
        return leads.pop() if len(leads) == 1 else None

    @cached_property
    def own_worker(self) -> date | None:
        own = ("pre_birth", "child_in_need", "section_47", "child_protection", "looked_after")
        return first(
            row["started_on"]
            for row in self.rows("involvement")
            if row["level"] in (*own, "early_help", "family_help", "care_leaver")
            and (row["ended_on"] is None or (self.in_need and row["ended_on"] >= self.in_need))
            and row["practitioner_id"]
            and self.led_by
            and row["practitioner_id"] != self.led_by
        )

    @cached_property
    def supported(self) -> date | None:
        nurses = [
            row["started_on"]
            for baby, _ in self.babies
            for row in baby.rows("involvement")
            if row["role"] == "family_nurse"
        ]
        helped = [
            row["started_on"]
            for row in self.rows("involvement")
            if row["level"] in ("early_help", "family_help", "care_leaver")
            and (row["ended_on"] is None or row["ended_on"] >= self.known)
        ]
        services = [
            row["assigned_on"]
            for row in self.rows("action")
            if row["kind"] in ("direct_work", "service") and row["assigned_on"] and row["assigned_on"] >= self.known
        ]
        decided = [
            row["decided_on"]
            for row in self.rows("decision")
            if row["kind"] == "support_for_care_leaver_parent"
            and row["outcome"] in ("required", "not_required")
            and row["decided_on"] >= self.known
        ]
        return first([*nurses, *helped, *services, *decided])


def day_of(concern: Row) -> date | None:
    """The day of a concern, as far as it is a young parent's."""
    return concern["first_recorded_on"] or concern["identified_on"]


def has_stood(concern: Row) -> bool:
    """That it is current, or was until a day on record."""
    return concern["status"] != "cleared" and (concern["ended_on"] is not None or concern["status"] != "past")

"""The record tables that a children in need census can fill, and their rows as they come."""

from __future__ import annotations

from collections import Counter
from typing import Any

import polars as pl

from lapwing.exchange.kinds import kinds_told
from lapwing.vocabulary.record_set import schema_of
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.work_codes import AssessmentKind, MeetingKind, PlanKind

CARRIED: dict[str, tuple[str, ...]] = {
    "person": ("person_id", "born_on", "sex", "ethnicity", "disabilities", "died_on"),
    "pregnancy": ("pregnancy_id",),
    "expected_date": ("expected_date_id", "pregnancy_id", "expected_on", "method", "stated_on", "superseded_on"),
    "child": ("child_id", "person_id", "pregnancy_id", "authority_child_id", "upn"),
    "concern": ("concern_id", "child_id", "person_id", "kind", "part", "identified_on", "assessment_id", "note"),
    "referral": (
        "referral_id", "child_id", "source", "received_on", "outcome", "primary_need", "closed_on", "closed_reason",
    ),
    "assessment": ("assessment_id", "child_id", "kind", "referral_id", "started_on", "signed_off_on"),
    "meeting": ("meeting_id", "child_id", "kind", "plan_id", "due_on", "held_on"),
    "plan": (
        "plan_id", "child_id", "kind", "referral_id", "started_on", "ended_on", "initial_category", "latest_category",
    ),
}  # fmt: skip
"""What a census can say: these columns, and where a row comes from. `superseded_on` is carried and empty, for the
one expected date that a census gives of a child is the one in force."""


KINDS: dict[str, frozenset[str]] = {
    "plan.kind": kinds_told((PlanKind.CHILD_IN_NEED, PlanKind.CHILD_PROTECTION, PlanKind.PRE_PROCEEDINGS)),
    "assessment.kind": kinds_told((AssessmentKind.CHILD_AND_FAMILY, AssessmentKind.SECTION_47)),
    "meeting.kind": kinds_told(
        (MeetingKind.INITIAL_CONFERENCE, MeetingKind.REVIEW_CONFERENCE, MeetingKind.PRE_PROCEEDINGS)
    ),
}
"""The kinds of plans, assessments and meetings that a census has; it is silent about any other."""


class Rows:
    """The rows of one record table as columns, in the order of CARRIED."""

    def __init__(self, table: str) -> None:
        self.columns: list[list[Any]] = [[] for _ in CARRIED[table]]
        self._table = table
        self._keys: Counter[str] = Counter()

    def key(self, *parts: object) -> str:
        """A key of these parts, unlike any before."""
        key = ":".join("undated" if part is None else str(part) for part in parts)
        self._keys[key] += 1
        return key if self._keys[key] == 1 else f"{key}:{self._keys[key]}"

    def add(self, *values: object) -> None:
        for column, value in zip(self.columns, values, strict=True):
            column.append(value)

    def frame(self, source: str) -> pl.LazyFrame:
        """All columns of the record table, typed; those that a census does not carry are empty."""
        schema = schema_of(TABLES[self._table])
        names = CARRIED[self._table]
        given = pl.DataFrame(
            dict(zip(names, self.columns, strict=True)), schema={name: schema[name] for name in names}, strict=True
        )
        said = {"source_system": source}
        rest = [pl.lit(said.get(name), kind).alias(name) for name, kind in schema.items() if name not in names]
        return given.with_columns(rest).select(*schema).lazy()

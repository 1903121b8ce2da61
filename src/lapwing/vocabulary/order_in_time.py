"""Which days of a record stand in order, and which people stand beside the day on which they did something."""

from __future__ import annotations

from lapwing.vocabulary.tables import Table

PERIODS = (
    ("started_on", "ended_on"),
    ("started_on", "left_on"),
    ("started_on", "signed_off_on"),
    ("started_on", "stopped_on"),
    ("started_on", "completed_on"),
    ("began_on", "ended_on"),
    ("from_on", "until_on"),
    ("born_on", "died_on"),
    ("received_on", "closed_on"),
    ("assigned_on", "accepted_on"),
    ("sent_on", "received_on"),
    ("sent_on", "accepted_on"),
    ("stated_on", "superseded_on"),
    ("missing_from_on", "returned_on"),
    ("approached_on", "closed_on"),
    ("raised_on", "resolved_on"),
    ("decided_on", "expires_on"),
    ("occurred_on", "known_on"),
    ("known_on", "notified_on"),
)
"""Pairs of days that stand in this order wherever a table has both.

Becoming known does not stand before an ending: a pregnancy or a concern may become known after it ended.
"""


def periods_of(table: Table) -> list[tuple[str, str]]:
    """The pairs of days of a table that stand in order: the second never before the first."""
    return [pair for pair in PERIODS if pair[0] in table.names and pair[1] in table.names]


def who_and_when(table: Table) -> list[tuple[str, str]]:
    """The pairs of a person and a day of a table that are both there or both empty: who signed it off, and when."""
    people = [
        c.name for c in table if c.refers_to == "practitioner" and c.name.endswith("_by") and c.name != "recorded_by"
    ]
    pairs = [(by, f"{by.removesuffix('_by')}_on") for by in people]
    return [pair for pair in pairs if pair[1] in table.names]

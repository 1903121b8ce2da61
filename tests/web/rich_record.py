"""One record with an entry in every table, so that every form has something to be about."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from cast import MONDAY, Partnership, morning

from lapwing.records.store import Stamp, add
from lapwing.vocabulary.order_in_time import who_and_when
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Column, Kind, Personal

BEFORE = MONDAY - timedelta(days=30)
NOT_ADDED = ("agency", "practitioner", "person", "pregnancy", "child", "system")
LEFT_EMPTY = ("voided_at", "recorded_by", "recorded_agency_id", "source_system", "recorded_at", "opened_in_error")
OVER = ("ended_on", "closed_on", "signed_off_on", "stopped_on", "completed_on", "declined_on", "outcome_recorded_on")


def rich_record(area: Partnership) -> dict[str, str]:
    """A baby of four weeks, with one entry of each table that belongs to a child; their keys by table."""
    stamp = Stamp(
        morning(BEFORE), area.accounts["Mira Wells"].pk, area.accounts["Mira Wells"].practitioner_id, _maternity(area)
    )
    mother = add("person", {"given_name": "Anna", "family_name": "Vale", "born_on": BEFORE.replace(year=1996)}, stamp)
    baby = add("person", {"given_name": "Ida", "family_name": "Vale", "born_on": BEFORE}, stamp)
    pregnancy = add("pregnancy", {"mother_id": mother}, stamp)
    keys = {"agency": _maternity(area), "practitioner": str(stamp.practitioner), "person": mother}
    keys |= {"pregnancy": pregnancy, "child": add("child", {"person_id": baby, "pregnancy_id": pregnancy}, stamp)}
    father = add("person", {"given_name": "Noah", "family_name": "Hill"}, stamp)
    for table in TABLES.values():
        if table.name in NOT_ADDED:
            continue
        about = {**keys, "person": father} if table.name == "relationship" else keys
        keys[table.name] = add(table.name, values_of(table.name, about), stamp)
    for name in ("Mira Wells", "Mona Reed", "Nell Frost"):
        at_work = {"child_id": keys["child"], "agency_id": _maternity(area), "started_on": BEFORE}
        add("involvement", {**at_work, "practitioner_id": area.accounts[name].practitioner_id}, stamp)
    return keys


def _maternity(area: Partnership) -> str:
    return area.agencies["Maternity"]


def values_of(table: str, keys: dict[str, str], says: str = "") -> dict[str, Any]:
    """What an entry of a table says: every day and key that it can have; and these words, wherever it can have some."""
    left_empty = {*LEFT_EMPTY, *OVER, *(by for by, on in who_and_when(TABLES[table]) if on not in DAYS)}
    if TABLES[table].reaches_through_pregnancy:
        left_empty.add("pregnancy_id")
    columns = [one for one in TABLES[table] if one.name not in left_empty]
    needed = [
        one
        for one in columns[1:]
        if one.required or one.refers_to in keys or one.codes or one.name in DAYS or (says and _is_words(one))
    ]
    values = {one.name: _value(one, keys, says or "Something that is written down") for one in needed}
    return {name: value for name, value in values.items() if value is not None} | SAID.get(table, {})


def _is_words(column: Column) -> bool:
    return column.kind is Kind.TEXT and column.personal is Personal.RECORD and not column.codes and not column.refers_to


DAYS = ("started_on", "begun_on", "held_on", "made_on", "observed_on", "assigned_on", "decided_on", "identified_on")
SAID: dict[str, dict[str, Any]] = {
    "relationship": {"role": "birth_father", "identity_status": "named_by_mother"},
    "meeting": {"kind": "review_conference"},
    "contact": {"kind": "visit"},
}
"""What a table says where any code will not do."""


def _value(column: Column, keys: dict[str, str], says: str) -> Any:
    if column.refers_to is not None:
        return keys.get(column.refers_to)
    if column.codes is not None:
        return next(iter(column.codes.labels())) if column.required else None
    values = {Kind.DATE: BEFORE, Kind.MOMENT: None, Kind.YES_NO: False, Kind.WHOLE: 1, Kind.NUMBER: 3200.0}
    return values.get(column.kind, says)

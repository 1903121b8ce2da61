"""What leaves for whom: whose records an agency gets, and what is taken out of them for somebody's safety."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from lapwing.exchange.folder import read_folder, write_folder
from lapwing.exchange.screening import Screened, screened
from lapwing.simulate import simulate
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Kind

DAY = date(2026, 3, 2)
YESTERDAY, TOMORROW = DAY - timedelta(1), DAY + timedelta(1)
ADDRESS, POSTCODE = "14 Elm Road, Tarnley", "ZZ11AA"

Rows = dict[str, list[dict[str, Any]]]

FAMILY: Rows = {
    "agency": [
        {"agency_id": "care", "name": "Tarnley social care", "kind": "childrens_social_care"},
        {"agency_id": "police", "name": "Wendleshire police", "kind": "police"},
        {"agency_id": "clinic", "name": "Lantern clinic", "kind": "child_mental_health"},
        {"agency_id": "school", "name": "Elm Road School", "kind": "education"},
    ],
    "practitioner": [
        {"practitioner_id": "worker", "agency_id": "care", "name": "Ada Birkett"},
        {"practitioner_id": "nurse", "agency_id": "clinic", "name": "Femi Boateng"},
        {"practitioner_id": "teacher", "agency_id": "school", "name": "Holly Denholm"},
    ],
    "person": [
        {"person_id": "mother", "given_name": "Carys", "family_name": "Coldwell"},
        {"person_id": "father", "given_name": "Owen", "family_name": "Marsden"},
        {"person_id": "kit", "given_name": "Kit", "family_name": "Coldwell"},
        {"person_id": "other", "given_name": "Leah", "family_name": "Garside"},
    ],
    "address": [
        {"address_id": "a-mother", "person_id": "mother", "address": ADDRESS, "postcode": POSTCODE},
        {"address_id": "a-kit", "person_id": "kit", "address": "14 elm rd.", "postcode": None},
        {"address_id": "a-father", "person_id": "father", "address": "3 Mill Bank, Osmere", "postcode": "ZZ22BB"},
        {"address_id": "a-other", "person_id": "other", "address": "8 Tarn Street, Osmere", "postcode": "ZZ33CC"},
    ],
    "child": [{"child_id": "c-kit", "person_id": "kit"}, {"child_id": "c-other", "person_id": "other"}],
    "relationship": [
        {"relationship_id": "r-mother", "child_id": "c-kit", "person_id": "mother", "role": "birth_mother",
         "lives_with_child": True},
        {"relationship_id": "r-father", "child_id": "c-kit", "person_id": "father", "role": "birth_father",
         "role_in_family": "Comes on Sundays."},
    ],
    "involvement": [
        {"involvement_id": "i-care", "child_id": "c-kit", "agency_id": "care", "practitioner_id": "worker"},
        {"involvement_id": "i-clinic", "child_id": "c-kit", "agency_id": "clinic", "practitioner_id": "nurse"},
        {"involvement_id": "i-other", "child_id": "c-other", "agency_id": "school", "practitioner_id": "teacher"},
    ],
    "concern": [
        {"concern_id": "k1", "child_id": "c-kit", "person_id": "father", "kind": "domestic_abuse", "note": "Fear."}
    ],
    "contact": [{"contact_id": "t1", "child_id": "c-kit", "person_id": "mother", "note": "A visit."}],
}  # fmt: skip


def family(changes: Mapping[tuple[str, str], Mapping[str, Any]] | None = None, **more: list[dict[str, Any]]) -> Rows:
    """The family, with some rows changed and others added."""
    rows = deepcopy(FAMILY)
    for (table, key), changed in (changes or {}).items():
        next(row for row in rows[table] if row[TABLES[table].key] == key).update(changed)
    for table, added in more.items():
        rows.setdefault(table, []).extend(added)
    return rows


PROTECTED = {("person", "mother"): {"address_protected": True}}
WITHHELD_FATHER = {("relationship", "r-father"): {"identity_status": "withheld_for_safety"}}


def leaving(rows: Rows, recipient: str | None = None, restricted: frozenset[str] = frozenset()) -> Screened:
    return screened(RecordSet.of_rows(rows), recipient, day=DAY, restricted=restricted)


def row(screening: Screened, table: str, key: str) -> dict[str, Any]:
    return next(one for one in rows_of(screening, table) if one[TABLES[table].key] == key)


def rows_of(screening: Screened, table: str) -> list[dict[str, Any]]:
    return screening.records.frame(table).collect().to_dicts()


def keys(screening: Screened, table: str) -> list[str]:
    return [one[TABLES[table].key] for one in rows_of(screening, table)]


def lives_at(screening: Screened, key: str) -> tuple[str | None, str | None]:
    found = row(screening, "address", key)
    return found["address"], found["postcode"]


def written(screening: Screened, folder: Path) -> str:
    """All that would go out, byte by byte."""
    write_folder(screening.records, folder, "csv")
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted(folder.iterdir()))


# Protected addresses


def test_without_a_protected_address_nothing_is_taken_out() -> None:
    screening = leaving(family())
    assert screening.withheld.is_empty()
    for name, rows in RecordSet.of_rows(family()).frames.items():
        assert screening.records.frame(name).collect().equals(rows.collect())


def test_a_protected_address_is_emptied_wherever_somebody_lives_there() -> None:
    screening = leaving(family(PROTECTED))
    assert lives_at(screening, "a-mother") == lives_at(screening, "a-kit") == (None, None)
    assert lives_at(screening, "a-father") == ("3 Mill Bank, Osmere", "ZZ22BB")


@pytest.mark.parametrize(("until", "kept"), [(None, True), (TOMORROW, True), (DAY, True), (YESTERDAY, False)])
def test_an_address_is_protected_until_the_end_of_its_day(until: date | None, kept: bool) -> None:
    screening = leaving(
        family({("person", "mother"): {"address_protected": True, "address_protected_until_on": until}})
    )
    assert (lives_at(screening, "a-mother") == (None, None)) is kept


@pytest.mark.parametrize(("now", "kept"), [(True, True), (None, True), (False, False)])
def test_the_latest_word_on_protection_holds(now: bool | None, kept: bool) -> None:
    before = {"person_id": "mother", "address_protected": True, "recorded_at": datetime(2026, 1, 5)}
    after = {"person_id": "mother", "address_protected": now, "recorded_at": datetime(2026, 2, 5)}
    screening = leaving(family(person=[before, after]))
    assert (lives_at(screening, "a-mother") == (None, None)) is kept


def test_a_refuge_is_protected_whether_or_not_that_is_said() -> None:
    screening = leaving(family({("address", "a-mother"): {"kind": "refuge"}}))
    assert lives_at(screening, "a-mother") == (None, None)


def test_an_address_may_be_protected_by_itself() -> None:
    screening = leaving(
        family({("address", "a-mother"): {"protected": True}, ("contact", "t1"): {"note": "At Elm Rd."}})
    )
    assert lives_at(screening, "a-mother") == (None, None)
    assert row(screening, "contact", "t1")["note"] == "At [withheld]."


def test_a_child_who_lives_with_somebody_protected_is_kept_with_them() -> None:
    screening = leaving(family(PROTECTED | {("address", "a-kit"): {"address": "Fernlea, Osmere"}}))
    assert lives_at(screening, "a-kit") == (None, None)


def test_the_home_that_they_left_stays_the_address_of_him_who_still_lives_there() -> None:
    old = {"address_id": "a-old", "person_id": "mother", "address": "3 Mill Bank, Osmere", "until_on": YESTERDAY}
    screening = leaving(family(PROTECTED, address=[old]))
    assert lives_at(screening, "a-old") == (None, None)
    assert lives_at(screening, "a-father") == ("3 Mill Bank, Osmere", "ZZ22BB")
    alone = family(
        PROTECTED,
        address=[old | {"address": "6 Larch Avenue"}],
        contact=[{"contact_id": "t2", "child_id": "c-kit", "note": "Larch Ave"}],
    )
    assert row(leaving(alone), "contact", "t2")["note"] == "[withheld]"


def test_the_same_street_in_another_town_is_another_address() -> None:
    elsewhere = {("address", "a-kit"): {"address": ADDRESS}, ("address", "a-other"): {"address": "14 Elm Road, Osmere"}}
    assert lives_at(leaving(family(PROTECTED | elsewhere)), "a-other") == ("14 Elm Road, Osmere", "ZZ33CC")
    elsewhere["address", "a-other"]["postcode"] = "zz1 1aa"
    assert lives_at(leaving(family(PROTECTED | elsewhere)), "a-other") == (None, None)


def test_what_was_taken_out_is_listed_without_being_told() -> None:
    screening = leaving(family(PROTECTED | {("contact", "t1"): {"note": "Seen at 14 Elm Road."}}))
    listed = screening.withheld.to_dicts()
    assert {(one["table"], one["key"], one["column"]) for one in listed} == {
        ("address", "a-mother", "address"),
        ("address", "a-mother", "postcode"),
        ("address", "a-kit", "address"),
        ("contact", "t1", "note"),
    }
    assert not re.search("elm|zz1", screening.withheld.write_csv(), re.IGNORECASE)
    assert all(one["why"] for one in listed)


EVERY_TEXT = [(name, column.name) for name, table in TABLES.items() for column in table if column.kind is Kind.TEXT]
OF_KIT = {"child_id": "c-kit", "person_id": "kit", "pregnancy_id": "g1", "meeting_id": "m1", "disagreement_id": "d1"}
OWN_KEY = {"child": "c-kit", "person": "kit", "pregnancy": "g1", "meeting": "m1", "disagreement": "d1"}


def says(table: str, column: str) -> str:
    return f"At 14, Elm Rd (zz1 1aa) with {table}.{column}"


def with_every_text() -> Rows:
    """The family with one row more in each table, which says the address in all of its text columns."""
    added: Rows = {name: [] for name in TABLES}
    for name, table in TABLES.items():
        belongs = {one: key for one, key in OF_KIT.items() if one in table.names and one != table.key}
        if "child_id" in belongs:
            belongs.pop("pregnancy_id", None)
        if name == "address":
            belongs["person_id"] = "father"
        named = {
            one.name: "care" if one.refers_to == "agency" else "worker"
            for one in table
            if one.name in ("recorded_by", "recorded_agency_id")
        }
        texts = {column: says(name, column) for told, column in EVERY_TEXT if told == name}
        added[name].append(texts | belongs | named | {table.key: OWN_KEY.get(name, f"new-{name}")})
    added["agency"][0]["agency_id"], added["practitioner"][0]["practitioner_id"] = "care", "worker"
    return family(PROTECTED, **added)


@pytest.mark.parametrize("recipient", [None, "care"])
def test_no_text_column_of_any_table_lets_a_protected_address_out(recipient: str | None, tmp_path: Path) -> None:
    """A column that is added to the vocabulary is among them without anybody remembering it."""
    out = written(leaving(with_every_text(), recipient), tmp_path / "out")
    assert not re.search(r"14,? elm|zz1 ?1aa", out, re.IGNORECASE)
    for table, column in EVERY_TEXT:
        is_cell = (table, column) in [("address", "address"), ("address", "postcode")]
        assert (f"At [withheld] ([withheld]) with {table}.{column}" in out) is not is_cell


# Who gets whose records


def test_an_agency_gets_the_children_it_works_with_and_those_around_them() -> None:
    screening = leaving(family(), "care")
    assert keys(screening, "child") == ["c-kit"]
    assert keys(screening, "person") == ["mother", "father", "kit"]
    assert keys(screening, "address") == ["a-mother", "a-kit", "a-father"]
    assert keys(screening, "involvement") == ["i-care", "i-clinic"]
    assert keys(screening, "agency") == ["care", "clinic"]
    assert keys(screening, "practitioner") == ["worker", "nurse"]


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("involvement", {"agency_id": "police", "started_on": date(2024, 1, 1), "ended_on": date(2024, 2, 1)}),
        ("referral", {"from_agency_id": "police"}),
        ("referral", {"to_agency_id": "police"}),
        ("hand_over", {"from_agency_id": "police", "kind": "midwife_to_health_visitor"}),
        ("hand_over", {"to_agency_id": "police", "kind": "midwife_to_health_visitor"}),
        ("information_share", {"to_agency_id": "police", "decision": "shared"}),
    ],
)
def test_a_child_that_was_put_to_an_agency_or_by_it_is_among_its_own(table: str, values: dict[str, Any]) -> None:
    put = {TABLES[table].key: "new", "child_id": "c-other", **values}
    assert keys(leaving(family(**{table: [put]}), "police"), "child") == ["c-other"]


def test_a_decision_not_to_share_brings_nothing_to_an_agency() -> None:
    share = {"information_share_id": "s1", "child_id": "c-kit", "to_agency_id": "police", "decision": "not_shared"}
    assert keys(leaving(family(information_share=[share]), "police"), "child") == []


def test_an_agency_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="no agency of these records"):
        leaving(family(), "clinick")


def test_rows_of_a_pregnancy_go_with_its_children_and_rows_of_a_meeting_with_the_meeting() -> None:
    rows = family(
        pregnancy=[{"pregnancy_id": "g1", "mother_id": "mother"}, {"pregnancy_id": "g2", "mother_id": "other"}],
        child=[{"child_id": "c-twin-1", "pregnancy_id": "g1"}, {"child_id": "c-twin-2", "pregnancy_id": "g1"}],
        referral=[{"referral_id": "f1", "pregnancy_id": "g1", "to_agency_id": "police"}],
        expected_date=[{"expected_date_id": "e1", "pregnancy_id": "g1"}, {"expected_date_id": "e2", "pregnancy_id": "g2"}],
        meeting=[{"meeting_id": "m1", "pregnancy_id": "g1", "kind": "core_group"}, {"meeting_id": "m2", "child_id": "c-kit"}],
        attendance=[{"attendance_id": "n1", "meeting_id": "m1"}, {"attendance_id": "n2", "meeting_id": "m2"}],
    )  # fmt: skip
    screening = leaving(rows, "police")
    assert [keys(screening, name) for name in ("child", "pregnancy", "expected_date", "meeting", "attendance", "person")] == [
        ["c-twin-1", "c-twin-2"], ["g1"], ["e1"], ["m1"], ["n1"], ["mother"],
    ]  # fmt: skip


def test_nothing_that_leaves_names_what_is_left_out() -> None:
    share = {
        "information_share_id": "s1",
        "child_id": "c-kit",
        "decision": "shared",
        "to_agency_id": "care",
        "concern_id": "k2",
    }
    rows = family(concern=[{"concern_id": "k2", "child_id": "c-other", "kind": "neglect"}], information_share=[share])
    screening = leaving(rows, "care")
    assert row(screening, "information_share", "s1")["concern_id"] is None
    assert ("information_share", "s1", "concern_id") in screening.withheld.select("table", "key", "column").rows()


def test_records_of_a_whole_partnership_hold_together_for_an_agency(tmp_path: Path) -> None:
    records = simulate(120, 4, today=DAY)
    for agency in ("agency-social-care", "agency-police", "agency-schools"):
        own = screened(records, agency, day=DAY)
        write_folder(own.records, tmp_path / agency, "csv")
        reading = read_folder(tmp_path / agency)
        assert (reading.skipped, reading.doubted) == ([], [])


# Children who may not leave


def test_a_restricted_child_stays_with_all_that_is_only_theirs() -> None:
    screening = leaving(family(), restricted=frozenset({"c-kit"}))
    assert keys(screening, "child") == ["c-other"]
    assert keys(screening, "person") == ["other"]
    assert keys(screening, "address") == ["a-other"]
    assert keys(screening, "concern") == keys(screening, "contact") == []
    assert keys(screening, "agency") == ["care", "police", "clinic", "school"]


def test_people_whom_others_have_too_leave_with_those() -> None:
    shared = {"relationship_id": "r2", "child_id": "c-other", "person_id": "father", "role": "birth_father"}
    sibling = {"relationship_id": "r3", "child_id": "c-other", "person_id": "kit", "role": "sibling"}
    screening = leaving(family(relationship=[shared, sibling]), restricted=frozenset({"c-kit"}))
    assert keys(screening, "person") == ["father", "other"]
    assert row(screening, "relationship", "r2")["person_id"] == "father"
    assert row(screening, "relationship", "r3")["person_id"] is None


def test_an_agency_that_works_with_a_restricted_child_does_not_get_it_either() -> None:
    assert keys(leaving(family(), "care", frozenset({"c-kit"})), "child") == []


def test_the_pregnancy_of_a_restricted_child_stays_unless_a_twin_leaves() -> None:
    twins = [{"child_id": "c-1", "pregnancy_id": "g1"}, {"child_id": "c-2", "pregnancy_id": "g1"}]
    rows = family(pregnancy=[{"pregnancy_id": "g1", "mother_id": "mother"}], child=twins)
    assert keys(leaving(rows, restricted=frozenset({"c-1"})), "pregnancy") == ["g1"]
    assert keys(leaving(rows, restricted=frozenset({"c-1", "c-2"})), "pregnancy") == []


# Work that a young person asked to keep private

PRIVATE = {("involvement", "i-clinic"): {"kept_private": True}}
OF_CLINIC: Rows = {
    "appointment": [{"appointment_id": "p1", "child_id": "c-kit", "kind": "other", "agency_id": "clinic"}],
    "observation": [{"observation_id": "o1", "child_id": "c-kit", "basis": "seen", "observed_by": "nurse"}],
    "meeting": [{"meeting_id": "m1", "child_id": "c-kit", "kind": "other", "chaired_by": "nurse"}],
    "attendance": [{"attendance_id": "n1", "meeting_id": "m1"}],
}
NAMED_IN_TEXT = {
    ("contact", "t1"): {"note": "The Lantern Clinic rang; ask Femi Boateng.", "recorded_agency_id": "care"}
}


@pytest.mark.parametrize("recipient", [None, "care"])
def test_a_service_that_a_young_person_keeps_private_is_nowhere_named_with_them(recipient: str | None) -> None:
    screening = leaving(family(PRIVATE | NAMED_IN_TEXT, **deepcopy(OF_CLINIC)), recipient)
    assert keys(screening, "involvement")[:1] == ["i-care"]
    assert "i-clinic" not in keys(screening, "involvement")
    assert [keys(screening, name) for name in OF_CLINIC] == [[], [], [], []]
    assert row(screening, "contact", "t1")["note"] == "The [withheld] rang; ask [withheld]."
    assert ("involvement", "i-clinic", None) in screening.withheld.select("table", "key", "column").rows()


def test_a_private_service_gets_what_it_knows() -> None:
    screening = leaving(family(PRIVATE | NAMED_IN_TEXT, **deepcopy(OF_CLINIC)), "clinic")
    assert "i-clinic" in keys(screening, "involvement")
    assert [len(keys(screening, name)) for name in OF_CLINIC] == [1, 1, 1, 1]
    assert screening.withheld.is_empty()


def test_who_somebody_is_stays_when_a_private_service_wrote_it_down() -> None:
    by_clinic = {"recorded_by": "nurse", "recorded_agency_id": "clinic"}
    changes = dict.fromkeys((("person", "kit"), ("child", "c-kit"), ("relationship", "r-mother")), by_clinic)
    screening = leaving(family(PRIVATE | changes), "care")
    for name, key in changes:
        assert row(screening, name, key)["recorded_by"] is row(screening, name, key)["recorded_agency_id"] is None
    assert "nurse" not in keys(screening, "practitioner")
    assert "clinic" not in keys(screening, "agency")


def test_an_agency_is_not_told_what_is_withheld_of_children_who_are_not_its_own() -> None:
    assert leaving(family(PRIVATE | WITHHELD_FATHER | PROTECTED), "school").withheld.is_empty()


def test_the_same_service_is_named_with_another_child() -> None:
    other = {"involvement_id": "i-2", "child_id": "c-other", "agency_id": "clinic"}
    assert "i-2" in keys(leaving(family(PRIVATE, involvement=[other])), "involvement")


# Somebody withheld for safety, or who must not be in touch


@pytest.mark.parametrize("recipient", [None, "care"])
def test_who_is_withheld_for_safety_cannot_be_told_from_what_leaves(recipient: str | None, tmp_path: Path) -> None:
    changes = WITHHELD_FATHER | {("concern", "k1"): {"note": "Afraid of Owen; Mr Marsden rang."}}
    screening = leaving(family(changes), recipient)
    relationship = row(screening, "relationship", "r-father")
    assert (relationship["person_id"], relationship["role_in_family"]) == (None, None)
    assert relationship["identity_status"] == "withheld_for_safety"
    assert row(screening, "concern", "k1")["person_id"] is None
    assert row(screening, "concern", "k1")["note"] == "Afraid of [withheld]; Mr [withheld] rang."
    assert not re.search(
        r"owen|marsden|mill bank|(?<![-_])father\b", written(screening, tmp_path / "out"), re.IGNORECASE
    )


def test_the_home_of_a_mother_from_whom_somebody_is_withheld_is_protected() -> None:
    screening = leaving(family(WITHHELD_FATHER | {("contact", "t1"): {"note": "Seen in Elm Road."}}))
    assert lives_at(screening, "a-mother") == lives_at(screening, "a-kit") == (None, None)
    assert row(screening, "contact", "t1")["note"] == "Seen in [withheld]."


def test_who_is_withheld_in_one_family_stays_known_in_another() -> None:
    other = {"relationship_id": "r2", "child_id": "c-other", "person_id": "father", "role": "birth_father"}
    screening = leaving(family(WITHHELD_FATHER, relationship=[other]))
    assert "father" in keys(screening, "person")
    assert row(screening, "relationship", "r2")["person_id"] == "father"


@pytest.mark.parametrize("safety", ["must_not_contact", "unaware_of_pregnancy"])
def test_rows_about_somebody_who_must_keep_away_do_not_tell_where_the_others_live(safety: str) -> None:
    where = "She is at 14 Elm Road, he at 3 Mill Bank."
    changes = {
        ("relationship", "r-father"): {"contact_safety": safety, "contact_safety_reason": where},
        ("concern", "k1"): {"note": where},
        ("contact", "t1"): {"note": where},
    }
    screening = leaving(family(changes))
    told = "She is at [withheld], he at 3 Mill Bank."
    assert row(screening, "relationship", "r-father")["contact_safety_reason"] == told
    assert row(screening, "concern", "k1")["note"] == told
    assert row(screening, "contact", "t1")["note"] == where
    assert lives_at(screening, "a-mother") == (ADDRESS, POSTCODE)


# What was voided


def test_what_was_voided_does_not_go_to_an_agency_in_any_version() -> None:
    versions = [
        {"contact_id": key, "child_id": "c-kit", "recorded_at": datetime(2026, month, 5)}
        for key, month in (("void", 1), ("void", 2), ("restored", 1), ("restored", 2))
    ]
    records = RecordSet.of_rows(family(contact=versions))
    voided = [None, None, datetime(2026, 2, 6), datetime(2026, 1, 6), None]
    contacts = records.frame("contact").with_columns(pl.Series("voided_at", voided, pl.Datetime("us")))
    records = replace(records, frames={**records.frames, "contact": contacts})
    assert keys(screened(records, "care", day=DAY), "contact") == ["t1", "restored"]
    assert len(keys(screened(records, None, day=DAY), "contact")) == 5


# What a source does not have


def test_a_source_without_most_tables_is_screened_too() -> None:
    rows = {"child": [{"child_id": "c1"}], "plan": [{"plan_id": "p1", "child_id": "c1", "kind": "child_protection"}]}
    screening = leaving(rows)
    assert list(screening.records.frames) == ["child", "plan"]
    assert keys(screening, "plan") == ["p1"]

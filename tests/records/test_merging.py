"""Two records of one person, looked at as one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreement import Findings, by_frames, differences
from examples import BY_SEED, examples
from generated_records import RecordMaker, Rows, record_set
from lapwing.checks import CHECKS
from lapwing.engine.run import Question
from lapwing.lessons.settings import shipped_settings
from lapwing.records.merging import LINKED, Same, as_one, as_one_rows, contradictions, what_follows
from lapwing.records.one_row import folded
from lapwing.simulate import simulate
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES, person
from lapwing.vocabulary.tables import Column, Kind

DAY = date(2026, 6, 1)
SEEDS = st.integers(0, 2**32 - 1)
ANNA = Same("person", "anna-at-the-hospital", "anna")

VOIDED = Column("voided_at", Kind.MOMENT, "When the entry was voided.")
WITH_VOIDING = person if VOIDED.name in person.names else replace(person, columns=(*person.columns, VOIDED))


def at(month: int, day: int = 1) -> datetime:
    return datetime(2026, month, day, 9, 30)


def rows_of(records: RecordSet, name: str) -> list[dict[str, Any]]:
    return records.frame(name).collect().to_dicts()


def told(records: RecordSet, name: str, *columns: str) -> list[tuple[Any, ...]]:
    """Some columns of a table's rows, as recorded one after the other."""
    frame = records.frame(name).collect()
    return frame.sort("recorded_at", TABLES[name].key).select(columns).rows()


def two_annas(keep: dict[str, Any], other: dict[str, Any]) -> RecordSet:
    return record_set({"person": [{"person_id": "anna"} | keep, {"person_id": ANNA.other} | other]})


def contradicted(records: RecordSet, *links: Same) -> list[tuple[str, ...]]:
    return contradictions(records, links).rows()


# ---------------------------------------------------------------- one row


def test_a_link_leads_every_reference_to_the_record_that_is_kept() -> None:
    naming = [(name, c.name, c.refers_to) for name, t in TABLES.items() for c in t if c.refers_to in LINKED]
    assert len(naming) > 60
    for name, column, table in naming:
        records = record_set({name: [{TABLES[name].key: "row", column: "two"}]})
        assert told(as_one(records, [Same(str(table), "two", "one")]), name, column) == [("one",)]


def test_empty_cells_are_filled_and_the_kept_value_stands() -> None:
    records = two_annas({"given_name": "Anna", "sex": None}, {"given_name": "Ana", "sex": "female"})
    assert told(as_one(records, [ANNA]), "person", "person_id", "given_name", "sex") == [("anna", "Anna", "female")]
    assert contradicted(records, ANNA) == [("person", "anna", "given_name")]


def test_a_contradiction_is_over_once_the_wrong_record_is_put_right() -> None:
    wrong = {"person_id": ANNA.other, "given_name": "Ana", "recorded_at": at(1)}
    rows = [{"person_id": "anna", "given_name": "Anna", "recorded_at": at(2)}, wrong]
    assert contradicted(record_set({"person": rows}), ANNA) == [("person", "anna", "given_name")]
    rows.append(wrong | {"given_name": "Anna", "recorded_at": at(3)})
    assert contradicted(record_set({"person": rows}), ANNA) == []


def test_several_records_of_one_person_are_filled_from_the_nearest() -> None:
    rows: list[dict[str, Any]] = [
        {"person_id": "one"},
        {"person_id": "two", "language": "Polish"},
        {"person_id": "three", "language": "Urdu", "ethnicity": "WOTH"},
        {"person_id": "four", "ethnicity": "WBRI"},
    ]
    links = [Same("person", "three", "two"), Same("person", "two", "one"), Same("person", "four", "one")]
    made = as_one(record_set({"person": rows}), links)
    assert told(made, "person", "person_id", "language", "ethnicity") == [("one", "Polish", "WBRI")]


def test_a_link_to_a_record_that_is_not_there_gives_the_other_its_name() -> None:
    records = record_set({"person": [{"person_id": "two", "given_name": "Anna"}]})
    assert told(as_one(records, [Same("person", "two", "one")]), "person", "person_id", "given_name") == [
        ("one", "Anna")
    ]


# ---------------------------------------------------------------- as known on a day


def test_each_moment_of_recording_has_what_both_records_told_then() -> None:
    rows = [
        {"person_id": "anna", "given_name": "Anna", "recorded_at": at(2), "recorded_by": "midwife"},
        {
            "person_id": "anna",
            "given_name": "Anna",
            "ethnicity": "WOTH",
            "recorded_at": at(4),
            "recorded_by": "midwife",
        },
        {"person_id": ANNA.other, "family_name": "Kowal", "recorded_at": at(1), "recorded_by": "doctor"},
        {"person_id": ANNA.other, "family_name": "Novak", "recorded_at": at(3), "recorded_by": "doctor"},
    ]
    made = as_one(record_set({"person": rows}), [ANNA])
    assert told(made, "person", "recorded_at", "recorded_by", "given_name", "family_name", "ethnicity") == [
        (at(1), "doctor", None, "Kowal", None),
        (at(2), "midwife", "Anna", "Kowal", None),
        (at(3), "doctor", "Anna", "Novak", None),
        (at(4), "midwife", "Anna", "Novak", "WOTH"),
    ]
    assert made.versioned == {"person"}
    assert {row["person_id"] for row in rows_of(made, "person")} == {"anna"}


def test_a_row_of_no_known_moment_was_there_all_along() -> None:
    records = two_annas({"given_name": "Anna", "recorded_at": at(3)}, {"given_name": "Ana", "family_name": "Kowal"})
    made = as_one(records, [ANNA])
    assert told(made, "person", "recorded_at", "given_name", "family_name") == [
        (None, "Ana", "Kowal"),
        (at(3), "Anna", "Kowal"),
    ]


# ---------------------------------------------------------------- what is weighed


@pytest.mark.parametrize(
    ("keep", "other", "until"),
    [
        ((False, None), (True, date(2026, 9, 1)), date(2026, 9, 1)),
        ((True, date(2026, 7, 1)), (True, date(2026, 9, 1)), date(2026, 9, 1)),
        ((True, date(2026, 7, 1)), (True, None), None),
        ((True, date(2026, 7, 1)), (False, None), date(2026, 7, 1)),
    ],
)
def test_an_address_protected_on_either_record_is_protected(keep: Any, other: Any, until: date | None) -> None:
    columns = ("address_protected", "address_protected_until_on")
    made = as_one(two_annas(dict(zip(columns, keep, strict=True)), dict(zip(columns, other, strict=True))), [ANNA])
    assert told(made, "person", *columns) == [(True, until)]


@pytest.mark.parametrize(
    ("keep", "other", "sure"),
    [
        ((date(2009, 1, 1), "stated"), (date(2009, 1, 1), "verified"), "stated"),
        ((date(2009, 1, 1), None), (date(2009, 1, 1), "verified"), "verified"),
        ((date(2009, 1, 1), "verified"), (date(2007, 1, 1), "verified"), "contradictory"),
        ((date(2009, 1, 1), "verified"), (date(2007, 1, 1), "disputed"), "disputed"),
        ((None, None), (date(2007, 1, 1), "stated"), "stated"),
    ],
)
def test_dates_of_birth_that_differ_are_a_contradiction(keep: Any, other: Any, sure: str) -> None:
    columns = ("born_on", "born_on_certainty")
    made = as_one(two_annas(dict(zip(columns, keep, strict=True)), dict(zip(columns, other, strict=True))), [ANNA])
    assert told(made, "person", "born_on_certainty") == [(sure,)]


@pytest.mark.parametrize(
    ("keep", "other", "one"), [(None, True, None), (True, False, False), (False, True, False), (True, True, True)]
)
def test_a_double_opened_in_error_does_not_end_the_other_record(keep: Any, other: Any, one: Any) -> None:
    rows = [{"child_id": "one", "opened_in_error": keep}, {"child_id": "two", "opened_in_error": other}]
    made = as_one(record_set({"child": rows}), [Same("child", "two", "one")])
    assert told(made, "child", "child_id", "opened_in_error") == [("one", one)]


def test_a_pregnancy_was_known_from_the_first_day_on_which_any_service_knew_of_it() -> None:
    rows = [
        {"pregnancy_id": "one", "known_on": date(2026, 3, 1), "booked_on": date(2026, 3, 9)},
        {"pregnancy_id": "two", "known_on": date(2026, 2, 1), "ended_on": None},
    ]
    records, link = record_set({"pregnancy": rows}), Same("pregnancy", "two", "one")
    assert told(as_one(records, [link]), "pregnancy", "known_on", "booked_on") == [(date(2026, 2, 1), date(2026, 3, 9))]
    assert contradicted(records, link) == []


def test_a_voided_record_says_nothing_of_the_one_person() -> None:
    empty = dict.fromkeys((*person.names, "voided_at"))
    keep = [{**empty, "person_id": "one", "given_name": "Ann", "recorded_at": at(1)}]
    keep.append(keep[0] | {"recorded_at": at(3), "voided_at": at(3)})
    other = [keep[0] | {"person_id": "two", "given_name": "Anna", "recorded_at": at(2)}]
    other.append(other[0] | {"recorded_at": at(4), "voided_at": at(4)})
    made = folded(WITH_VOIDING, "one", [keep, other])
    assert [row["given_name"] for row in made] == ["Ann", "Ann", "Anna", "Ann"]
    assert [row["voided_at"] for row in made] == [None, None, None, at(3)]


# ---------------------------------------------------------------- links


@pytest.mark.parametrize(
    ("links", "why"),
    [
        ([("person", "a", "a")], "lead in a circle"),
        ([("person", "a", "b"), ("person", "b", "c"), ("person", "c", "a")], "lead in a circle"),
        ([("person", "x", "a"), ("person", "a", "b"), ("person", "b", "a")], "lead in a circle"),
        ([("person", "a", "b"), ("person", "a", "c")], "is linked to two records, b and c"),
        ([("agency", "a", "b")], "it needs one of: person, child, pregnancy"),
    ],
)
def test_links_that_lead_nowhere_are_refused(links: list[tuple[str, str, str]], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        as_one(record_set({"person": []}), [Same(*link) for link in links])


def test_without_its_link_a_record_stands_by_itself_again() -> None:
    records = two_annas({"given_name": "Anna"}, {"given_name": "Ana"})
    before = rows_of(records, "person")
    assert len(rows_of(as_one(records, [ANNA]), "person")) == 1
    assert as_one(records, []) is records
    assert rows_of(records, "person") == before


def test_one_child_is_one_person_of_one_pregnancy() -> None:
    rows = [
        {"child_id": "one", "person_id": "tom", "pregnancy_id": "first"},
        {"child_id": "two", "person_id": "thomas", "pregnancy_id": "second"},
        {"child_id": "three", "person_id": "tommy"},
    ]
    records = record_set({"child": rows})
    person, pregnancy = Same("person", "thomas", "tom"), Same("pregnancy", "second", "first")
    child = Same("child", "two", "one")
    assert what_follows(records, [child]) == [person, pregnancy]
    assert what_follows(records, [person]) == [child, pregnancy]
    assert what_follows(records, [child, person, pregnancy]) == []
    assert contradicted(records, child, person, pregnancy) == []


# ---------------------------------------------------------------- any records at all


def generated(seed: int) -> tuple[Rows, list[Same]]:
    """Rows of some families, and links between their people, children and pregnancies at random."""
    random = Random(seed)
    rows = RecordMaker(Question(list(CHECKS.values()), DAY, shipped_settings()), random).rows(6)
    rows = {name: [dict.fromkeys(TABLES[name].names) | row for row in made] for name, made in rows.items()}
    links = []
    for table in LINKED:
        keys = sorted({row[TABLES[table].key] for row in rows.get(table, [])})
        random.shuffle(keys)
        for place, other in enumerate(keys[1:], 1):
            if random.random() < 0.4:
                links.append(Same(table, other, keys[random.randrange(place)]))
    return rows, links


@settings(max_examples=examples(6), phases=BY_SEED)
@given(seed=SEEDS)
def test_rows_in_hand_are_folded_as_frames_are(seed: int) -> None:
    rows, links = generated(seed)
    made = as_one(record_set(rows), links)
    by_hand = record_set(as_one_rows(rows, links))
    assert links
    assert made.versioned >= by_hand.versioned
    for name in rows:
        assert rows_of(made, name) == rows_of(by_hand, name)


@settings(max_examples=examples(6), phases=BY_SEED)
@given(seed=SEEDS, days_before=st.integers(0, 60))
def test_on_any_day_the_one_row_has_what_was_known_then(seed: int, days_before: int) -> None:
    """Held against the rule said another way: the newest versions of that day, put beside each other."""
    rows, links = generated(seed)
    links = [link for link in links if link.table == "pregnancy"]
    day = DAY - timedelta(days_before)
    kept = {link.other: link.keep for link in links}

    def root(key: str) -> str:
        return root(kept[key]) if key in kept else key

    expected: dict[str, dict[str, set[Any]]] = {}
    for key, newest in newest_by_key(rows["pregnancy"], day).items():
        for column in ("booked_on", "concealed", "ended_on", "outcome"):
            expected.setdefault(root(key), {}).setdefault(column, set()).add(newest[column])
    found = newest_by_key(as_one_rows(rows, links)["pregnancy"], day)
    assert found.keys() == expected.keys()
    for key, row in found.items():
        for column, values in expected[key].items():
            assert row[column] in values
            assert (row[column] is None) == (values == {None})


def newest_by_key(rows: list[dict[str, Any]], day: date) -> dict[str, dict[str, Any]]:
    by_then = [row for row in rows if row["recorded_at"] is None or row["recorded_at"].date() <= day]
    in_order = sorted(by_then, key=lambda row: row["recorded_at"] or datetime.min)
    return {row["pregnancy_id"]: row for row in in_order}


# ---------------------------------------------------------------- checks


def shared_out(records: RecordSet, seed: int) -> tuple[RecordSet, list[Same]]:
    """The same records as two agencies would have them: each child, person and pregnancy twice, the rows among both.

    Of every cell that may be empty, one of the two has the value.
    """
    random = Random(seed)
    rows = {name: rows_of(records, name) for name in records.frames}
    links = []
    for table in LINKED:
        twice, key = [], TABLES[table].key
        for row in rows[table]:
            kept, other = dict(row), dict(row) | {key: f"{row[key]}-too"}
            for column in TABLES[table].names:
                if column not in (key, "recorded_at", "recorded_by", "recorded_agency_id", "source_system"):
                    random.choice((kept, other))[column] = None
            twice += [kept, other]
        links += [Same(table, f"{key}-too", key) for key in {row[key] for row in rows[table]}]
        rows[table] = twice
    for name, made in rows.items():
        naming = [column.name for column in TABLES[name] if column.refers_to in LINKED]
        rows[name] = [row | {c: f"{row[c]}-too" for c in naming if row[c] and random.random() < 0.5} for row in made]
    return record_set(rows), links


def test_what_two_agencies_hold_of_the_same_children_is_found_as_one_record_would_be() -> None:
    records = simulate(30, 11, today=DAY)
    apart, links = shared_out(records, 4)
    question = Question(list(CHECKS.values()), DAY, shipped_settings())
    found = by_frames(question, records)
    assert len({one["outcome"] for one in found.values()}) > 5
    assert differences(found, by_frames(question, as_one(apart, links))) == []
    assert differences(found, by_frames(question, apart)) != []


def test_checks_bear_rows_that_are_doubles_of_each_other() -> None:
    """Two agencies recorded the same mother for the same child: both rows stay, and a check of each parent speaks of both alike."""
    records = simulate(40, 3, today=DAY)
    name = "relationship"
    doubles = records.frame(name).with_columns(
        pl.format("{}-too", "relationship_id").alias("relationship_id"),
        pl.format("{}-too", "child_id").alias("child_id"),
    )
    rows = {one: rows_of(records, one) for one in records.frames}
    children = [row | {"child_id": f"{row['child_id']}-too"} for row in rows["child"]]
    rows["child"] += children
    rows[name] += doubles.collect().to_dicts()
    links = [Same("child", row["child_id"], row["child_id"].removesuffix("-too")) for row in children]
    made = as_one(record_set(rows), links)
    assert made.frame(name).collect().height == 2 * records.frame(name).collect().height
    parents = [check for code, check in CHECKS.items() if code.startswith("parents.")]
    question = Question(parents, DAY, shipped_settings())
    found, doubled = outcomes(by_frames(question, records)), outcomes(by_frames(question, made))
    assert {key: one for key, one in doubled.items() if key in found} == found
    again = {key: one for key, one in doubled.items() if key not in found}
    assert again
    assert again == {key: found[key[0], key[1].removesuffix("-too"), key[2]] for key in again}


def outcomes(findings: Findings) -> dict[tuple[str, str, str], str]:
    return {key: one["outcome"] for key, one in findings.items()}

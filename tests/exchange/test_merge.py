"""Bringing two readings together: what each statement becomes, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from lapwing.exchange.merge import merge
from lapwing.vocabulary.record_set import RecordSet

JANUARY, FEBRUARY = datetime(2026, 1, 31), datetime(2026, 2, 28)
FIRST_OF_JUNE, EIGHTH_OF_JUNE = date(2026, 6, 1), date(2026, 6, 8)

Row = Mapping[str, Any]


def merged(table: str, earlier: Iterable[Row], later: Iterable[Row]) -> list[dict[str, Any]]:
    """The rows after merging, each with what is known in it."""
    both = merge(RecordSet.of_rows({table: list(earlier)}), RecordSet.of_rows({table: list(later)}))
    rows = both.frame(table).collect().to_dicts()
    return [{name: value for name, value in row.items() if value is not None} for row in rows]


def test_rows_of_both_are_kept() -> None:
    assert merged("child", [{"child_id": "c1"}], [{"child_id": "c2"}]) == [{"child_id": "c1"}, {"child_id": "c2"}]


def test_the_same_row_in_both_is_one_row() -> None:
    row = {"child_id": "c1", "birth_order": 1, "recorded_at": JANUARY}
    assert merged("child", [row], [row]) == [row]
    assert merged("child", [{"child_id": "c1"}], [{"child_id": "c1"}]) == [{"child_id": "c1"}]


def test_versions_told_apart_by_when_they_were_recorded_both_stand() -> None:
    first = {"child_id": "c1", "birth_order": 1, "recorded_at": JANUARY}
    second = {"child_id": "c1", "birth_order": 2, "recorded_at": FEBRUARY}
    assert merged("child", [first], [second]) == [first, second]


def test_without_a_moment_of_recording_the_later_reading_wins_for_what_it_states() -> None:
    earlier = {"referral_id": "r1", "child_id": "c1", "primary_need": "N1", "outcome": "assessment"}
    later = {"referral_id": "r1", "child_id": "c1", "primary_need": "N2", "closed_on": FIRST_OF_JUNE}
    assert merged("referral", [earlier], [later]) == [earlier | later]


def test_an_unborn_child_who_is_born_keeps_the_pregnancy() -> None:
    unborn, born = {"child_id": "c1", "pregnancy_id": "g1"}, {"child_id": "c1", "person_id": "p1"}
    assert merged("child", [unborn], [born]) == [unborn | born]


def test_a_row_that_moves_from_the_pregnancy_to_the_child_belongs_to_the_child_alone() -> None:
    of_pregnancy = {"concern_id": "k1", "pregnancy_id": "g1", "kind": "drugs"}
    of_child = {"concern_id": "k1", "child_id": "c1", "kind": "drugs"}
    assert merged("concern", [of_pregnancy], [of_child]) == [of_child]
    assert merged("concern", [of_pregnancy], [{"concern_id": "k1", "kind": "drugs"}]) == [of_pregnancy]


# Expected dates

EXPECTED = {"expected_date_id": "e1", "pregnancy_id": "g1", "expected_on": FIRST_OF_JUNE}


def test_an_expected_date_outlives_the_birth() -> None:
    assert merged("expected_date", [EXPECTED], []) == [EXPECTED]
    assert merged("expected_date", [EXPECTED], [{"expected_date_id": "e1", "pregnancy_id": "g1"}]) == [EXPECTED]


def test_another_expected_date_stands_beside_the_earlier_one() -> None:
    """Without a day on which the later one was stated, both stand, and records disagree."""
    later = EXPECTED | {"expected_on": EIGHTH_OF_JUNE}
    assert merged("expected_date", [EXPECTED], [later]) == [EXPECTED | {"expected_date_id": "e1@2026-06-01"}, later]


def test_another_expected_date_supersedes_the_earlier_one_on_the_day_it_was_stated() -> None:
    later = EXPECTED | {"expected_on": EIGHTH_OF_JUNE, "stated_on": date(2026, 2, 3)}
    for key in ("e1", "e2"):
        kept, _ = merged("expected_date", [EXPECTED], [later | {"expected_date_id": key}])
        assert (kept["expected_on"], kept["superseded_on"]) == (FIRST_OF_JUNE, date(2026, 2, 3))


def test_another_expected_date_supersedes_the_earlier_one_on_the_day_it_was_recorded_if_not_stated() -> None:
    later = EXPECTED | {"expected_date_id": "e2", "expected_on": EIGHTH_OF_JUNE, "recorded_at": FEBRUARY}
    kept, _ = merged("expected_date", [EXPECTED | {"recorded_at": JANUARY}], [later])
    assert kept["superseded_on"] == FEBRUARY.date()


def test_an_expected_date_is_not_superseded_by_the_same_date_nor_by_an_older_statement() -> None:
    same = EXPECTED | {"expected_date_id": "e2", "stated_on": date(2026, 2, 3)}
    older = EXPECTED | {"expected_date_id": "e2", "expected_on": EIGHTH_OF_JUNE, "stated_on": date(2025, 12, 1)}
    stated = EXPECTED | {"stated_on": date(2026, 1, 15)}
    assert merged("expected_date", [stated], [same]) == [stated, same]
    assert merged("expected_date", [stated], [older]) == [stated, older]


def test_an_expected_date_that_was_voided_supersedes_none() -> None:
    wrong = EXPECTED | {"expected_date_id": "e2", "expected_on": EIGHTH_OF_JUNE, "stated_on": date(2026, 2, 3)}
    assert merged("expected_date", [EXPECTED], [wrong])[0] == EXPECTED | {"superseded_on": date(2026, 2, 3)}
    assert merged("expected_date", [EXPECTED], [wrong | {"voided_at": FEBRUARY}])[0] == EXPECTED


def test_merging_again_changes_nothing() -> None:
    rows = [EXPECTED | {"expected_on": EIGHTH_OF_JUNE}]
    once = merge(RecordSet.of_rows({"expected_date": [EXPECTED]}), RecordSet.of_rows({"expected_date": rows}))
    twice = merge(once, RecordSet.of_rows({"expected_date": rows}))
    assert twice.frame("expected_date").collect().equals(once.frame("expected_date").collect())


# What the whole says of itself


def test_what_either_carries_is_carried() -> None:
    earlier = RecordSet.of_rows({}, {"child": ["child_id", "upn"], "person": ["person_id"]})
    later = RecordSet.of_rows({}, {"child": ["child_id", "pregnancy_id"], "concern": ["concern_id"]})
    assert merge(earlier, later).carried == {
        "child": {"child_id", "upn", "pregnancy_id"},
        "person": {"person_id"},
        "concern": {"concern_id"},
    }


def test_kinds_that_either_can_have_are_told() -> None:
    census = RecordSet.of_rows({}, {"plan": ["plan_id", "kind"]}, {"plan.kind": ["child_in_need"]})
    dataset = RecordSet.of_rows({}, {"plan": ["plan_id", "kind"]}, {"plan.kind": ["early_help"]})
    assert merge(census, dataset).kinds == {"plan.kind": {"child_in_need", "early_help"}}
    assert merge(census, RecordSet.of_rows({}, {"child": ["child_id"]})).kinds == census.kinds
    assert merge(census, RecordSet.of_rows({}, {"plan": ["plan_id", "kind"]})).kinds == {}


def test_the_later_delivery_of_either_is_told() -> None:
    nothing = RecordSet.of_rows({})
    earlier = replace(nothing, delivered={"measurement": date(2026, 2, 1), "appointment": date(2026, 2, 1)})
    later = replace(nothing, delivered={"measurement": date(2026, 2, 22), "contact": date(2026, 2, 22)})
    both = {"measurement": date(2026, 2, 22), "appointment": date(2026, 2, 1), "contact": date(2026, 2, 22)}
    assert merge(earlier, later).delivered == merge(later, earlier).delivered == both


def test_tables_with_versions_are_told() -> None:
    earlier = RecordSet.of_rows(
        {"child": [{"child_id": "c1", "recorded_at": JANUARY}], "person": [{"person_id": "p1"}]}
    )
    later = RecordSet.of_rows({"child": [{"child_id": "c1", "recorded_at": FEBRUARY}], "person": [{"person_id": "p1"}]})
    assert merge(earlier, later).versioned == {"child"}

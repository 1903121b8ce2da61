"""Entries keep every version they had; whoever saves second is told what changed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from lapwing.records.models import Account, Role
from lapwing.records.store import (
    CannotEnter,
    ChangedMeanwhile,
    NoSuchEntry,
    Stamp,
    add,
    amend,
    current,
    version_of,
    versions,
    void,
)

START = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)


def later(hours: int, account: int | None = None, why: str = "") -> Stamp:
    return Stamp(START + timedelta(hours=hours), account, why=why)


@pytest.fixture
def anna(db: None) -> Account:
    return Account.objects.create(email="anna@example.org", name="Anna Keys", role=Role.ADMINISTRATOR, made_at=START)


@pytest.fixture
def person(db: None) -> str:
    return add("person", {"family_name": "Vale", "born_on": date(2001, 3, 4)}, later(0))


def test_a_new_entry_says_when_it_was_recorded_in_local_time(person: str) -> None:
    assert current("person", person)["recorded_at"] == datetime(2026, 6, 1, 9, 0)
    assert current("person", person)["source_system"] == "Lapwing"
    assert version_of("person", person) == 1


def test_a_change_keeps_what_stood_before_with_who_when_and_why(person: str, anna: Account) -> None:
    changed = amend("person", person, {"family_name": "Reed"}, later(1, anna.pk, "Married"))
    first, second = versions("person", person)
    assert changed == {"family_name": "Reed"}
    assert (first.number, first.values["family_name"], first.stored_at) == (1, "Vale", START)
    assert (second.number, second.values["family_name"], second.why) == (2, "Reed", "Married")
    assert (second.stored_by, second.stored_at) == (anna.pk, START + timedelta(hours=1))
    assert second.values["born_on"] == date(2001, 3, 4)


def test_a_change_that_changes_nothing_is_no_version(person: str) -> None:
    assert amend("person", person, {"family_name": "Vale"}, later(1)) == {}
    assert len(versions("person", person)) == 1


def test_who_saves_second_is_told_what_changed_and_overwrites_nothing(person: str, anna: Account) -> None:
    amend("person", person, {"family_name": "Reed"}, later(1, anna.pk), seen=1)
    with pytest.raises(
        ChangedMeanwhile, match=r"while you had it open, on 1 June 2026 at 10:00 \(family_name\)"
    ) as told:
        amend("person", person, {"family_name": "Marsh", "given_name": "Ann"}, later(2), seen=1)
    assert told.value.changes == {"family_name": "Reed"}
    assert current("person", person)["family_name"] == "Reed"
    assert current("person", person)["given_name"] is None


def test_a_voided_entry_stays_among_its_versions(person: str) -> None:
    void("person", person, later(3, why="A twin entered twice"))
    assert [one.values["voided_at"] for one in versions("person", person)] == [None, datetime(2026, 6, 1, 12, 0)]
    assert versions("person", person)[-1].why == "A twin entered twice"


@pytest.mark.parametrize("act", [current, version_of])
def test_what_is_not_there_is_said_without_more(db: None, act: Any) -> None:
    with pytest.raises(NoSuchEntry, match="no such person here, or not for you"):
        act("person", "somebody")


WRONG = [
    ({"familyname": "Vale"}, "has no field familyname"),
    ({"recorded_by": "me"}, "has no field recorded_by"),
    ({"person_id": "me"}, "has no field person_id"),
    ({"born_on": "2001-03-04"}, "born_on: needs a date"),
    ({"born_on": START}, "born_on: needs a date"),
    ({"sex": "woman"}, "sex: needs one of female, male, unknown"),
    ({"address_protected": 1}, "address_protected: needs a yes or no"),
    ({"family_name": 7}, "family_name: needs a text"),
    ({"family_name": "Va\x00le"}, "family_name: has a character that cannot be stored"),
]


@pytest.mark.parametrize(("values", "says"), WRONG)
def test_a_wrong_value_is_refused_in_a_sentence(db: None, values: dict[str, Any], says: str) -> None:
    with pytest.raises(CannotEnter, match=says):
        add("person", values, later(0))


def test_a_refusal_does_not_repeat_what_was_typed(db: None) -> None:
    with pytest.raises(CannotEnter) as refusal:
        add("person", {"sex": "Anna Vale"}, later(0))
    assert "Vale" not in str(refusal.value)


def test_what_is_always_needed_is_asked_for(db: None) -> None:
    with pytest.raises(CannotEnter, match="This concern needs kind; give it"):
        add("concern", {}, later(0))


def test_blanks_around_a_text_are_left_out_and_an_empty_text_is_nothing(person: str) -> None:
    amend("person", person, {"given_name": "  Anna ", "family_name": " "}, later(1))
    assert (current("person", person)["given_name"], current("person", person)["family_name"]) == ("Anna", None)


@pytest.mark.parametrize("born_on", [date(1899, 12, 31), date(2100, 1, 1)])
def test_a_day_that_no_record_has_is_refused(db: None, born_on: date) -> None:
    with pytest.raises(CannotEnter, match="born_on: needs a day between 1900 and 2099"):
        add("person", {"born_on": born_on}, later(0))


@pytest.mark.parametrize(("table", "column"), [("pregnancy", "babies_expected"), ("measurement", "value")])
@pytest.mark.parametrize("value", [10**20, -(10**12)])
def test_a_number_too_large_for_anything_is_refused(db: None, table: str, column: str, value: int) -> None:
    with pytest.raises(CannotEnter, match=f"{column}: needs a smaller number"):
        add(table, {column: value}, later(0))


def test_what_is_named_has_to_be_there_and_not_voided(person: str) -> None:
    with pytest.raises(CannotEnter, match="mother_id: there is no such person here"):
        add("pregnancy", {"mother_id": "nobody"}, later(1))
    void("person", person, later(1))
    with pytest.raises(CannotEnter, match="mother_id: there is no such person here"):
        add("pregnancy", {"mother_id": person}, later(2))

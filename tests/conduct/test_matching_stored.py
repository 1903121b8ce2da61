"""Records in the database that may be of one person: found, shown to those who may decide, and not found again."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from cast import MONDAY, Partnership, morning

from lapwing.conduct.identities import RESTRICTED, WITHHELD
from lapwing.conduct.matching import ToDecide, find_matches, possible_matches
from lapwing.conduct.permissions import Refused
from lapwing.conduct.verbs.children import open_record, record_pregnancy
from lapwing.conduct.verbs.people_as_one import confirm_same, part, record_other_name, say_not_same
from lapwing.records.entries import entries
from lapwing.records.matching import Alike
from lapwing.records.models import Event, FamilyTie, PossibleMatch, Restriction, SealedLink
from lapwing.records.store import Stamp, add, amend, current, void
from lapwing.records.unborn import SAME_MOTHER

AT = morning(MONDAY)
STAMP = Stamp(AT, None)
BORN = date(1998, 4, 17)
ANNA = {"given_name": "Anna", "family_name": "Vale", "born_on": BORN, "sex": "female"}
STEWARD = "Ada Keys"

Make = Callable[..., str]


@pytest.fixture
def someone(area: Partnership) -> Make:
    """Makes a person on record, of particulars that are Anna's but for those given."""
    return lambda **values: add("person", {**ANNA, **values}, STAMP)


def lives(person: str, postcode: str, **more: Any) -> None:
    add("address", {"person_id": person, "postcode": postcode, "kind": "home", **more}, STAMP)


def pairs(table: str = "person") -> set[frozenset[str]]:
    return {frozenset(pair) for pair in PossibleMatch.objects.filter(table=table).values_list("one", "other")}


def why(table: str = "person") -> list[str]:
    (match,) = PossibleMatch.objects.filter(table=table)
    return list(match.speaks_for)


def waiting(area: Partnership, name: str = STEWARD, **which: int) -> list[ToDecide]:
    return possible_matches(by=area.as_(name), **which)


def decide(area: Partnership, one: str, other: str, *, same: bool) -> None:
    by = area.as_(STEWARD)
    if same:
        confirm_same(by=by, on=MONDAY, table="person", keep=one, other=other, why="Her midwife says so.")
    else:
        say_not_same(by=by, on=MONDAY, table="person", one=one, other=other, why="Two women: the midwife knows both.")


# ---------------------------------------------------------------- finding


def test_people_who_may_be_one_are_found_once(someone: Make) -> None:
    one, other = someone(), someone(given_name="Ann")
    someone(given_name="Ruth", family_name="Okafor", born_on=date(1970, 1, 1))
    assert find_matches(at=AT) == 1
    assert pairs() == {frozenset((one, other))}
    said = why()
    assert {"Same family name.", "Same date of birth."} < set(said)
    assert "Given names that are often one person's" in said[1]
    assert find_matches(at=AT) == 0


def test_entries_made_in_error_are_like_nobody(someone: Make) -> None:
    someone()
    void("person", someone(), STAMP)
    assert find_matches(at=AT) == 0


def test_another_name_finds_who_goes_by_it(area: Partnership, someone: Make) -> None:
    married = current("pregnancy", pregnancy_of(area, "Mira Wells", family_name="Holt"))["mother_id"]
    single = someone()
    find_matches(at=AT)
    assert PossibleMatch.objects.get().speaks_against == ["Family names differ."]
    PossibleMatch.objects.all().delete()
    record_other_name(by=area.as_("Mira Wells"), on=MONDAY, person=married, family_name="Vale", kind="birth")
    find_matches(at=AT)
    assert pairs() == {frozenset((married, single))}
    assert "The family name is among the other names of one of them." in why()


def pregnancy_of(area: Partnership, name: str, expected_on: date | None = None, **mother: Any) -> str:
    named = {"given_name": "Anna", "family_name": "Vale", "born_on": BORN, **mother}
    return record_pregnancy(by=area.as_(name), on=MONDAY, expected_on=expected_on, **named)


def test_one_postcode_speaks_for_it_unless_it_is_protected(someone: Make) -> None:
    one, other = someone(born_on=None), someone(born_on=None)
    lives(one, "ZZ1 1AA")
    lives(other, "ZZ1 1AA", protected=True)
    find_matches(at=AT)
    assert "Lived at the same postcode." not in json.dumps([one.speaks_for for one in PossibleMatch.objects.all()])
    lives(other, "ZZ1 1AA")
    PossibleMatch.objects.all().delete()
    find_matches(at=AT)
    assert "Lived at the same postcode." in why()


@pytest.mark.parametrize("kept", [{"address_protected": True}, None])
def test_no_place_of_a_protected_person_or_refuge_is_compared(someone: Make, kept: dict[str, bool] | None) -> None:
    one, other = someone(), someone(**(kept or {}))
    lives(one, "ZZ1 1AA")
    lives(other, "ZZ1 1AA", **({} if kept else {"kind": "refuge"}))
    find_matches(at=AT)
    assert pairs() == {frozenset((one, other))}
    assert "Lived at the same postcode." not in why()


def test_children_expected_of_one_mother_are_found_as_children(area: Partnership) -> None:
    expected = MONDAY + timedelta(100)
    hers = pregnancy_of(area, "Mira Wells", expected)
    mother = current("pregnancy", hers)["mother_id"]
    again = record_pregnancy(by=area.as_("Mira Wells"), on=MONDAY, mother=mother, expected_on=expected)
    assert find_matches(at=AT) == 1
    assert pairs("child") == {frozenset(entries("child").values_list("pk", flat=True))}
    assert why("child")[0] == SAME_MOTHER
    assert entries("child").filter(pregnancy__in=(hers, again)).count() == 2


def test_children_of_two_who_may_be_one_mother_are_found_until_she_is_two(area: Partnership) -> None:
    hers, theirs = (pregnancy_of(area, name, MONDAY + timedelta(100)) for name in ("Mira Wells", "Sam Birch"))
    mothers = [current("pregnancy", key)["mother_id"] for key in (hers, theirs)]
    assert find_matches(at=AT) == 2
    assert len(pairs("person")) == len(pairs("child")) == 1
    assert why("child")[0] == "Their mothers may be one woman; that is not confirmed."
    PossibleMatch.objects.filter(table="child").delete()
    decide(area, *mothers, same=False)
    assert find_matches(at=AT) == 0


def test_what_an_adoption_keeps_apart_is_not_found(area: Partnership) -> None:
    nia = {"given_name": "Nia", "family_name": "Cole", "born_on": MONDAY}
    before, after = (open_record(by=area.as_("Mira Wells"), on=MONDAY, **nia) for _ in range(2))
    SealedLink.objects.create(before_id=before, after_id=after, by=area.accounts["Mona Reed"], at=AT)
    assert find_matches(at=AT) == 0


def test_who_is_withheld_for_safety_is_not_found(area: Partnership, someone: Make) -> None:
    withhold(someone(), pregnancy_of(area, "Mira Wells", born_on=date(1990, 1, 1), given_name="Ruth"))
    someone()
    assert find_matches(at=AT) == 0


def withhold(person: str, pregnancy: str) -> None:
    values = {"role": "birth_father", "identity_status": "withheld_for_safety"}
    add("relationship", {"person_id": person, "pregnancy_id": pregnancy, **values}, STAMP)


# ---------------------------------------------------------------- deciding


def test_what_was_decided_is_not_found_again(area: Partnership, someone: Make) -> None:
    one, other = someone(), someone()
    find_matches(at=AT)
    decide(area, one, other, same=False)
    assert waiting(area) == []
    assert find_matches(at=AT) == 0


def test_a_third_record_is_put_beside_the_one_that_is_kept(area: Partnership, someone: Make) -> None:
    one, other = someone(), someone()
    decide(area, one, other, same=True)
    third = someone()
    assert find_matches(at=AT) == 1
    assert pairs() == {frozenset((one, other)), frozenset((one, third))}
    assert [{pair.one, pair.other} for pair in waiting(area)] == [{one, third}]


def test_pairs_found_before_are_shown_by_the_record_that_is_kept(area: Partnership, someone: Make) -> None:
    one, other, third = someone(), someone(), someone()
    assert find_matches(at=AT) == 3
    decide(area, one, other, same=True)
    assert [{pair.one, pair.other} for pair in waiting(area)] == [{one, third}]
    decide(area, one, third, same=False)
    assert waiting(area) == []


def test_parted_records_are_not_found_again(area: Partnership, someone: Make) -> None:
    one, other = someone(), someone()
    decide(area, one, other, same=True)
    part(by=area.as_(STEWARD), on=MONDAY, table="person", other=other, why="Two women")
    assert find_matches(at=AT) == 0
    assert waiting(area) == []


# ---------------------------------------------------------------- showing


def test_both_sides_are_shown_the_likeliest_pair_first(area: Partnership, someone: Make) -> None:
    someone(given_name="Rose", family_name="Hill", born_on=date(2001, 2, 3), nhs_number="9990000018")
    someone(given_name="Rosa", family_name="Dale", born_on=date(2001, 2, 3), nhs_number="9990000018")
    one, other = someone(), someone()
    lives(one, "ZZ1 1AA")
    lives(one, "ZZ1 1AB", protected=True)
    find_matches(at=AT)
    first, second = waiting(area)
    assert (first.how, second.how) == (Alike.SAME_NHS_NUMBER, Alike.LIKELY)
    assert {side.key for side in second.sides} == {one, other}
    shown = next(side.person for side in second.sides if side.key == one)
    assert shown is not None
    assert (shown.given_name, shown.born_on, shown.postcodes) == ("Anna", BORN, ("ZZ1 1AA",))
    assert waiting(area, first=1, at_most=1) == [second]


def test_a_child_known_before_birth_is_shown_with_the_mother(area: Partnership) -> None:
    for name in ("Mira Wells", "Sam Birch"):
        pregnancy_of(area, name, MONDAY + timedelta(100))
    find_matches(at=AT)
    (pair,) = (one for one in waiting(area) if one.table == "child")
    assert {side.recorded_for for side in pair.sides} == {"Maternity", "Social care"}
    assert [side.unborn.expected_on for side in pair.sides if side.unborn] == [MONDAY + timedelta(100)] * 2
    assert [side.mother.family_name for side in pair.sides if side.mother] == ["Vale", "Vale"]


def test_who_looked_at_which_pairs_is_in_the_log(area: Partnership, someone: Make) -> None:
    keys = sorted((someone(), someone()))
    find_matches(at=AT)
    waiting(area)
    event = Event.objects.get(verb="possible_matches")
    assert event.by == area.accounts[STEWARD]
    assert json.loads(event.details) == {"pairs": [["person", *keys]]}


def test_only_those_who_look_after_the_record_see_them(area: Partnership) -> None:
    with pytest.raises(Refused, match="Practitioners cannot"):
        waiting(area, "Mira Wells")
    assert waiting(area, "Nell Frost") == []


def two_nias(area: Partnership) -> list[str]:
    nia = {"given_name": "Nia", "family_name": "Cole", "born_on": MONDAY}
    children = [open_record(by=area.as_("Mira Wells"), on=MONDAY, **nia) for _ in range(2)]
    assert find_matches(at=AT) == 1
    return children


def test_of_a_restricted_record_no_more_than_a_sentence_is_shown(area: Partnership) -> None:
    child, _ = two_nias(area)
    by = area.accounts["Mona Reed"]
    restriction = Restriction.objects.create(child_id=child, grounds="court_order", by=by, at=AT)
    (pair,) = waiting(area)
    assert (pair.hidden, pair.sides, pair.speaks_for, pair.speaks_against) == (RESTRICTED, (), (), ())
    assert json.loads(Event.objects.get(verb="possible_matches").details) == {"pairs": []}
    restriction.may_read.add(area.accounts[STEWARD])
    (pair,) = waiting(area)
    assert len(pair.sides) == 2


def test_nothing_of_ones_own_family_is_shown(area: Partnership) -> None:
    child, _ = two_nias(area)
    account = area.accounts[STEWARD]
    FamilyTie.objects.create(account=account, child_id=child, said_by=account, at=AT)
    assert waiting(area) == []
    assert len(waiting(area, "Nell Frost")) == 1


def test_who_has_been_withheld_since_is_not_shown(area: Partnership, someone: Make) -> None:
    one, _ = someone(), someone()
    find_matches(at=AT)
    withhold(one, pregnancy_of(area, "Mira Wells", given_name="Ruth", born_on=date(1990, 1, 1)))
    (pair,) = waiting(area)
    assert (pair.hidden, pair.sides, pair.speaks_for) == (WITHHELD, (), ())
    amend("person", one, {"given_name": "Ann"}, STAMP)
    assert find_matches(at=AT) == 0

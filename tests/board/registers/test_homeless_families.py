"""Families with a baby and no home: named within one's reach, without names for the Board, and never where they sleep."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from cast import MONDAY, Partnership
from django.test import Client
from everyday import expected_baby

from lapwing.board.reading.homeless_families import families_without_home
from lapwing.conduct.permissions import Refused
from lapwing.conduct.verbs.access import declare_family
from lapwing.conduct.verbs.children import open_record
from lapwing.conduct.verbs.housing import (
    ask_housing_consent,
    record_housing_approach,
    record_sleeping_place,
    record_social_care_told,
)
from lapwing.records.models import Role
from lapwing.vocabulary.care_codes import SettingKind

SignedIn = Callable[[str], Client]


def officer(area: Partnership) -> None:
    area.agency("Housing", "housing")
    area.account("Holly Dean", Role.PRACTITIONER, "Housing", post="housing_officer", team="Options")
    area.account("Hugh Vale", Role.MANAGER, "Housing", post="team_manager")


def family(area: Partnership, name: str, *, born_on: date = MONDAY, sleeping_at: SettingKind | None = None) -> str:
    """A baby whose family came to housing; the approach's key."""
    baby = open_record(by=area.as_("Holly Dean"), on=MONDAY, given_name=name, born_on=born_on)
    return record_housing_approach(by=area.as_("Holly Dean"), on=MONDAY, child=baby, sleeping_at=sleeping_at)


def names(area: Partnership, reader: str) -> list[str]:
    return [one.called for one in families_without_home(by=area.as_(reader))]


def test_a_manager_sees_the_families_of_their_own_agency_by_name(area: Partnership) -> None:
    officer(area)
    family(area, "Wren")
    assert names(area, "Hugh Vale") == ["Wren"]
    assert names(area, "Heath Lane") == []


def test_each_step_is_shown_with_its_day(area: Partnership) -> None:
    officer(area)
    key = family(area, "Wren")
    ask_housing_consent(by=area.as_("Holly Dean"), on=MONDAY, housing_approach=key, given=True)
    record_social_care_told(by=area.as_("Holly Dean"), on=MONDAY, housing_approach=key)
    (one,) = families_without_home(by=area.as_("Hugh Vale"))
    found = one.approach
    assert (found.approached_on, found.consent, found.told_on) == (MONDAY, "Given", MONDAY)
    assert (found.decided_on, found.has_roof, found.closed_without_roof) == (None, None, False)


def test_a_family_is_in_the_list_until_the_baby_is_one(area: Partnership) -> None:
    officer(area)
    family(area, "Wren", born_on=date(2025, 6, 2))
    assert names(area, "Hugh Vale") == ["Wren"]
    area.day = date(2026, 6, 2)
    assert names(area, "Hugh Vale") == []


def test_a_family_that_expects_a_baby_is_in_the_list(area: Partnership) -> None:
    officer(area)
    pregnancy = expected_baby(area)
    record_housing_approach(by=area.as_("Mira Wells"), on=area.day, pregnancy=pregnancy)
    (called,) = names(area, "Mona Reed")
    assert called.startswith("Unborn child of ")


def test_nobody_finds_their_own_family_there(area: Partnership) -> None:
    officer(area)
    family(area, "Wren")
    (one,) = families_without_home(by=area.as_("Hugh Vale"))
    declare_family(by=area.as_("Hugh Vale"), on=MONDAY, child=one.child)
    assert names(area, "Hugh Vale") == []


def test_officers_and_practitioners_get_no_list_of_names(area: Partnership) -> None:
    for reader in ("Bea Board", "Audra Page", "Sol Quill", "Mira Wells"):
        with pytest.raises(Refused):
            families_without_home(by=area.as_(reader))


def test_the_board_is_told_of_no_case_by_itself(area: Partnership, signed_in: SignedIn) -> None:
    """A row a case would tell of one family outside the area without a roof, and tomorrow of the one that came since."""
    officer(area)
    for name in ("Wren", "Robin", "Merle", "Jay"):
        family(area, name)
    before = signed_in("Bea Board").get("/board/registers/housing").content
    family(area, "Linnet", sleeping_at=SettingKind.NO_FIXED_ADDRESS)
    assert body(signed_in("Bea Board").get("/board/registers/housing").content) == body(before)


def body(page: bytes) -> str:
    return page.decode().partition("<main")[2]


def test_where_a_family_sleeps_is_on_no_page_and_in_no_file(area: Partnership, signed_in: SignedIn) -> None:
    officer(area)
    for name in ("Wren", "Robin", "Merle", "Jay", "Linnet"):
        key = family(area, name)
        record_sleeping_place(
            by=area.as_("Holly Dean"), on=MONDAY, housing_approach=key, sleeping_at=SettingKind.REFUGE, out_of_area=True
        )
    for reader in ("Hugh Vale", "Bea Board"):
        page = signed_in(reader).get("/board/registers/housing").content.decode()
        told = page.replace("that somebody is in a refuge must not become known", "")
        assert "efuge" not in told
        assert ("Yes, no hand-over recorded" in told) == (reader == "Hugh Vale")
    assert "efuge" not in signed_in("Hugh Vale").get("/board/registers/housing.csv").content.decode()


def test_the_page_for_the_board_names_nobody(area: Partnership, signed_in: SignedIn) -> None:
    officer(area)
    children = ("Wren", "Robin", "Merle", "Jay", "Linnet")
    for name in children:
        family(area, name)
    keys = [one.child for one in families_without_home(by=area.as_("Hugh Vale"))]
    for reader in ("Bea Board", "Audra Page", "Sol Quill"):
        page = signed_in(reader).get("/board/registers/housing").content.decode()
        assert not [one for one in (*children, *keys) if one in page]
        assert signed_in(reader).get("/board/registers/housing.csv").status_code == 403


def test_from_a_family_one_gets_to_the_way_of_challenge(area: Partnership, signed_in: SignedIn) -> None:
    officer(area)
    family(area, "Wren")
    (one,) = families_without_home(by=area.as_("Hugh Vale"))
    browser = signed_in("Hugh Vale")
    address = f"/children/{one.child}/do/disagree"
    assert address in browser.get("/board/registers/housing").content.decode()
    assert browser.get(address).status_code == 200


def test_of_open_approaches_the_oldest_stands_first(area: Partnership) -> None:
    officer(area)
    family(area, "Wren")
    area.day = MONDAY + timedelta(days=3)
    later = open_record(by=area.as_("Holly Dean"), on=area.day, given_name="Robin", born_on=MONDAY)
    record_housing_approach(by=area.as_("Holly Dean"), on=area.day, child=later)
    assert names(area, "Hugh Vale") == ["Wren", "Robin"]

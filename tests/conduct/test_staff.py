"""Whom something can be put to: agencies and who works there, with no child in it."""

from __future__ import annotations

import pytest
from cast import MONDAY, Partnership, morning
from everyday import days_on, me

from lapwing.conduct.permissions import Refused
from lapwing.conduct.reading import agencies, colleagues, practitioners_of
from lapwing.records.store import NoSuchEntry, Stamp, amend


def test_agencies_are_listed_by_name_with_what_they_do(area: Partnership) -> None:
    found = [(one.name, one.kind) for one in agencies(by=area.as_("Hazel Ford"))]
    assert found == [
        ("Health visiting", "Health visiting"),
        ("Maternity", "Midwifery"),
        ("Police", "Police"),
        ("Social care", "Children's social care"),
    ]


def test_who_works_at_an_agency_is_listed_with_post_and_team(area: Partnership) -> None:
    found = practitioners_of(by=area.as_("Hazel Ford"), agency=area.agencies["Social care"])
    assert [(one.practitioner, one.name, one.role, one.team) for one in found] == [
        (me(area, "Sam Birch"), "Sam Birch", "Social worker", "First response"),
        (me(area, "Sela Marsh"), "Sela Marsh", "Team manager", "First response"),
    ]


def test_whoever_has_left_is_listed_to_their_last_day(area: Partnership) -> None:
    amend("practitioner", me(area, "Moss Adair"), {"left_on": days_on(3)}, Stamp(morning(MONDAY), None))
    named = [one.name for one in colleagues(by=area.as_("Mira Wells", days_on(3)))]
    assert named == ["Mira Wells", "Mona Reed", "Moss Adair", "Nell Frost"]
    assert "Moss Adair" not in [one.name for one in colleagues(by=area.as_("Mira Wells", days_on(4)))]


def test_whoever_is_at_no_agency_has_no_colleagues(area: Partnership) -> None:
    assert colleagues(by=area.as_("Ada Keys")) == []


def test_an_agency_that_is_not_there_has_nobody(area: Partnership) -> None:
    with pytest.raises(NoSuchEntry):
        practitioners_of(by=area.as_("Mira Wells"), agency="no-such-agency")


@pytest.mark.parametrize("name", ["Bea Board", "Audra Page"])
def test_whoever_oversees_the_whole_is_given_agencies_and_no_staff(area: Partnership, name: str) -> None:
    there = agencies(by=area.as_(name))
    with pytest.raises(Refused):
        practitioners_of(by=area.as_(name), agency=there[0].agency)

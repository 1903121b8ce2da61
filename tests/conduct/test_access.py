"""Keeping people from a record, letting them in, and opening one in an emergency."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from cast import MONDAY, Partnership

from lapwing.conduct.may import FRONT_LINE
from lapwing.conduct.permissions import Refused, user_can
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.reading import opened_in_emergency, read_child, who_read
from lapwing.conduct.restrictions import Grounds
from lapwing.conduct.verbs.access import (
    TRIES_A_DAY,
    break_glass,
    change_readers,
    declare_family,
    declare_family_of,
    lift_restriction,
    open_in_emergency,
    restrict_record,
    review_glass,
    withdraw_family,
)
from lapwing.conduct.verbs.adoption import record_adoption
from lapwing.conduct.verbs.births import record_death
from lapwing.conduct.verbs.children import open_record
from lapwing.conduct.verbs.referrals import refer
from lapwing.records.models import BrokenGlass, Event, Notification
from lapwing.records.store import CannotEnter, NoSuchEntry

TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def child(area: Partnership) -> str:
    return open_record(by=area.as_("Mira Wells", MONDAY), on=MONDAY, given_name="Otto", born_on=date(2026, 1, 5))


def can_read(area: Partnership, name: str, child: str, day: date | None = None) -> bool:
    return user_can("read", FRONT_LINE, by=area.as_(name, day), child=child)


def restrict(area: Partnership, child: str, **other: object) -> None:
    given = {"grounds": Grounds.RISK_OF_INJURY, "says": "A relative works at the clinic", **other}
    restrict_record(by=area.as_("Nell Frost"), on=MONDAY, child=child, **given)


def practitioner(area: Partnership, name: str) -> str:
    return str(area.accounts[name].practitioner_id)


def test_a_restricted_record_is_open_to_those_named(area: Partnership, child: str) -> None:
    restrict(area, child, may_read=[practitioner(area, "Mira Wells")])
    readers = {name for name in ("Nell Frost", "Mira Wells", "Mona Reed") if can_read(area, name, child)}
    assert readers == {"Nell Frost", "Mira Wells"}


def test_who_may_open_it_is_changed_with_a_reason(area: Partnership, child: str) -> None:
    restrict(area, child)
    change_readers(
        by=area.as_("Nell Frost"),
        on=MONDAY,
        child=child,
        may_read=[practitioner(area, "Mona Reed")],
        why="She manages the team",
    )
    assert can_read(area, "Mona Reed", child)
    with pytest.raises(CannotEnter, match="a practitioner without an account"):
        change_readers(by=area.as_("Nell Frost"), on=MONDAY, child=child, may_read=["nobody"], why="A slip")


def test_a_restriction_is_lifted_by_those_who_may_open_the_record(area: Partnership, child: str) -> None:
    lifting = {"on": MONDAY, "child": child, "why": "The relative has left"}
    with pytest.raises(NotPossible, match="is not restricted"):
        lift_restriction(by=area.as_("Nell Frost"), **lifting)
    restrict(area, child)
    with pytest.raises(NotPossible, match="restricted already"):
        restrict(area, child)
    with pytest.raises(Refused, match="not among those who may open it"):
        lift_restriction(by=area.as_("Mona Reed"), **lifting)
    lift_restriction(by=area.as_("Nell Frost"), **lifting)
    assert can_read(area, "Mira Wells", child)


def test_a_practitioner_does_not_restrict(area: Partnership, child: str) -> None:
    with pytest.raises(Refused, match="a manager or a named"):
        restrict_record(
            by=area.as_("Mira Wells"), on=MONDAY, child=child, grounds=Grounds.LEGAL_BAR, says="An injunction"
        )


def test_a_record_closed_after_an_adoption_stays_closed(area: Partnership, child: str) -> None:
    with pytest.raises(NotPossible, match="by recording the adoption"):
        restrict(area, child, grounds=Grounds.ADOPTION)
    record_adoption(by=area.as_("Mona Reed"), on=MONDAY, child=child)
    with pytest.raises(NotPossible, match="after an adoption stays closed"):
        lift_restriction(by=area.as_("Mona Reed"), on=MONDAY, child=child, why="Somebody asked")


# In an emergency


def broken(area: Partnership, child: str, name: str = "Heath Lane") -> BrokenGlass:
    break_glass(by=area.as_(name), on=MONDAY, child=child, reason="The baby is here and nobody answers")
    return BrokenGlass.objects.get()


def test_in_an_emergency_a_record_is_open_for_a_day(area: Partnership, child: str) -> None:
    area.account("Hanne Gray", "named_professional", "Health visiting")
    assert not can_read(area, "Hazel Ford", child)
    glass = broken(area, child, "Hazel Ford")
    assert glass.reviewer.name == "Hanne Gray"
    assert can_read(area, "Hazel Ford", child)
    with pytest.raises(NotPossible, match="open to you already"):
        broken(area, child, "Hazel Ford")
    assert not can_read(area, "Hazel Ford", child, TUESDAY + timedelta(days=1))


def test_an_open_glass_lets_one_see_and_refer_but_change_nothing(area: Partnership, child: str) -> None:
    broken(area, child, "Hazel Ford")
    with pytest.raises(Refused, match="in an emergency: you can see it, raise a concern and refer"):
        record_death(by=area.as_("Hazel Ford"), on=MONDAY, child=child)
    refer(by=area.as_("Hazel Ford"), on=MONDAY, child=child, to_agency=area.agencies["Social care"])


def test_in_an_emergency_a_restricted_record_opens_too(area: Partnership, child: str) -> None:
    restrict(area, child)
    assert not can_read(area, "Mira Wells", child)
    broken(area, child, "Mira Wells")
    assert can_read(area, "Mira Wells", child)


def test_nobody_breaks_the_glass_before_their_own_family(area: Partnership, child: str) -> None:
    declare_family(by=area.as_("Hazel Ford"), on=MONDAY, child=child)
    with pytest.raises(Refused, match="your own family"):
        broken(area, child, "Hazel Ford")


def test_how_long_an_emergency_lasts_is_the_areas_own_number(
    area: Partnership, child: str, tmp_path: Path, settings: Any
) -> None:
    file = tmp_path / "area.toml"
    file.write_text('[settings]\n"access.emergency_hours" = 2\n')
    settings.AREA_SETTINGS = str(file)
    area.account("Hanne Gray", "named_professional", "Health visiting")
    glass = broken(area, child, "Hazel Ford")
    assert glass.until_at - glass.at == timedelta(hours=2)


def test_opening_in_an_emergency_takes_a_reason_and_somebody_to_review_it(area: Partnership, child: str) -> None:
    with pytest.raises(CannotEnter, match="reason: needs"):
        break_glass(by=area.as_("Hazel Ford"), on=MONDAY, child=child, reason="")
    with pytest.raises(NotPossible, match="Nobody at your agency could review"):
        broken(area, child, "Perry Stone")


def test_whoever_is_named_reviews_why_it_was_opened(
    area: Partnership, child: str, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        glass = broken(area, child, "Hazel Ford")
    assert Notification.objects.get().account.name == "Heath Lane"
    review = {"on": MONDAY, "glass": glass.pk, "justified": False, "says": "The duty line was open"}
    with pytest.raises(NoSuchEntry, match="or not for you"):
        review_glass(by=area.as_("Nell Frost"), **review)
    review_glass(by=area.as_("Heath Lane"), **review)
    assert BrokenGlass.objects.get().justified is False
    with pytest.raises(NotPossible, match="reviewed on 1 June 2026 already"):
        review_glass(by=area.as_("Heath Lane"), **review)


# By the NHS number


NUMBER = "9990000018"


@pytest.fixture
def numbered(area: Partnership) -> str:
    area.account("Hanne Gray", "named_professional", "Health visiting")
    return open_record(
        by=area.as_("Mira Wells", MONDAY), on=MONDAY, given_name="Otto", born_on=date(2026, 1, 5), nhs_number=NUMBER
    )


def opened_by_number(area: Partnership, number: str = NUMBER, name: str = "Hazel Ford") -> str:
    return open_in_emergency(by=area.as_(name), on=MONDAY, nhs_number=number, reason="Nobody answers")


def test_the_exact_number_opens_a_record_in_an_emergency(area: Partnership, numbered: str) -> None:
    assert not can_read(area, "Hazel Ford", numbered)
    assert opened_by_number(area, "999 000 0018") == numbered
    assert can_read(area, "Hazel Ford", numbered)
    (opening,) = [one for one in who_read(by=area.as_("Mira Wells"), child=numbered) if one.by == "Hazel Ford"]
    assert (opening.what, opening.by_broken_glass) == ("open_in_emergency", True)


def test_a_number_of_nobody_and_a_record_that_stays_closed_are_answered_alike_and_both_logged(
    area: Partnership, numbered: str
) -> None:
    assert opened_by_number(area, "9990000026") == ""
    declare_family(by=area.as_("Hazel Ford"), on=MONDAY, child=numbered)
    assert opened_by_number(area) == ""
    nobody, kept_closed = Event.objects.filter(verb="open_in_emergency").order_by("place")
    assert (nobody.child, kept_closed.child) == (None, None)
    assert numbered in kept_closed.details
    assert not any(NUMBER in event.details for event in (nobody, kept_closed))


def test_a_record_closed_for_an_adoption_opens_to_no_number(area: Partnership, numbered: str) -> None:
    record_adoption(by=area.as_("Mona Reed"), on=MONDAY, child=numbered)
    assert opened_by_number(area) == ""


def test_whose_record_is_open_to_somebody_already_breaks_no_glass(area: Partnership, numbered: str) -> None:
    assert opened_by_number(area, name="Mira Wells") == numbered
    assert not BrokenGlass.objects.exists()


def test_a_number_is_looked_for_so_often_in_a_day(area: Partnership, numbered: str) -> None:
    for _ in range(TRIES_A_DAY):
        opened_by_number(area, "9990000026")
    with pytest.raises(NotPossible, match="5 times in a day"):
        opened_by_number(area)
    with pytest.raises(CannotEnter, match="needs the ten digits"):
        opened_by_number(area, "9990000019", name="Mira Wells")
    later = area.as_("Hazel Ford", TUESDAY + timedelta(days=1))
    assert open_in_emergency(by=later, on=MONDAY, nhs_number=NUMBER, reason="Nobody answers") == numbered


def test_the_record_says_by_what_it_is_open_and_who_asks_why(area: Partnership, numbered: str) -> None:
    opened_by_number(area)
    emergency = read_child(by=area.as_("Hazel Ford"), child=numbered).emergency
    assert emergency is not None
    assert emergency.reviewer == "Hanne Gray"
    assert read_child(by=area.as_("Mira Wells"), child=numbered).emergency is None


def test_the_reviewer_alone_is_shown_why_and_what_was_done(area: Partnership, numbered: str) -> None:
    opened_by_number(area)
    read_child(by=area.as_("Hazel Ford"), child=numbered)
    (one,) = opened_in_emergency(by=area.as_("Hanne Gray"))
    assert (one.who.name, one.reason, one.child) == ("Hazel Ford", "Nobody answers", None)
    assert [done.what for done in one.did] == ["record"]
    assert opened_in_emergency(by=area.as_("Nell Frost")) == []


# One's own family


def test_one_is_kept_from_the_record_of_ones_own_family(area: Partnership, child: str) -> None:
    assert can_read(area, "Moss Adair", child) is False
    declare_family(by=area.as_("Mona Reed"), on=MONDAY, child=child)
    assert not can_read(area, "Mona Reed", child)


def test_a_manager_says_so_of_somebody_at_their_agency_and_takes_it_back(area: Partnership, child: str) -> None:
    mira, hazel = area.accounts["Mira Wells"].pk, area.accounts["Hazel Ford"].pk
    tie = {"on": MONDAY, "child": child}
    with pytest.raises(Refused, match="account of another agency"):
        declare_family_of(by=area.as_("Mona Reed"), **tie, account=hazel)
    declare_family_of(by=area.as_("Mona Reed"), **tie, account=mira)
    assert not can_read(area, "Mira Wells", child)
    with pytest.raises(NotPossible, match="kept from this record already"):
        declare_family_of(by=area.as_("Ada Keys"), **tie, account=mira)
    withdraw_family(by=area.as_("Mona Reed"), **tie, account=mira, why="Another person of that name")
    assert can_read(area, "Mira Wells", child)
    assert "Another person of that name" in Event.objects.get(verb="withdraw_family").details
    with pytest.raises(NotPossible, match="not kept from this record"):
        withdraw_family(by=area.as_("Mona Reed"), **tie, account=mira, why="Again")


def test_nobody_lets_themselves_back_in(area: Partnership, child: str) -> None:
    nell = area.accounts["Nell Frost"].pk
    with pytest.raises(Refused, match="somebody else has to do this"):
        withdraw_family(by=area.as_("Nell Frost"), on=MONDAY, child=child, account=nell, why="It is not my family")
    with pytest.raises(CannotEnter, match="number of somebody's account"):
        declare_family_of(by=area.as_("Nell Frost"), on=MONDAY, child=child, account=0)

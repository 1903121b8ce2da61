"""A birth, and the ways in which a child's record ends: after a loss, a death or an adoption nothing prompts anybody."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from cast import MONDAY, Partnership

from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verbs.adoption import open_sealed_link, record_adoption
from lapwing.conduct.verbs.births import (
    close_as_opened_in_error,
    expect_another_child,
    record_birth,
    record_death,
    record_loss,
    record_loss_of_one,
    record_stillbirth,
    record_termination,
)
from lapwing.conduct.verbs.children import open_record, record_pregnancy
from lapwing.conduct.verbs.referrals import refer
from lapwing.records.entries import entries
from lapwing.records.models import Event, Finding, Notification, Restriction, SealedLink
from lapwing.records.store import CannotEnter, NoSuchEntry, current
from lapwing.vocabulary.codes import Sex

FRIDAY = MONDAY + timedelta(days=4)


def pregnancy_of(area: Partnership, babies: int = 1) -> str:
    """A pregnancy that midwifery knows, referred to social care."""
    key = record_pregnancy(
        by=area.as_("Mira Wells", MONDAY), on=MONDAY, given_name="Anna", family_name="Vale", babies=babies
    )
    refer(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=key, to_agency=area.agencies["Social care"])
    return key


def children_of(pregnancy: str) -> list[str]:
    return list(entries("child").filter(pregnancy=pregnancy).order_by("birth_order").values_list("pk", flat=True))


def opened_and_referred(area: Partnership, name: str) -> str:
    """A baby whose record somebody opened, and whom they referred to social care."""
    child = open_record(
        by=area.as_(name, MONDAY), on=MONDAY, given_name="Otto", family_name="Vale", born_on=date(2026, 1, 5)
    )
    refer(by=area.as_(name), on=MONDAY, child=child, to_agency=area.agencies["Social care"])
    assert Finding.objects.filter(child=child).exists()
    return child


def unread() -> int:
    return Notification.objects.filter(read_at__isnull=True, quiet_at__isnull=True).count()


@pytest.fixture
def told(django_capture_on_commit_callbacks):
    """What people are told comes once all is stored; in tests, at the end of a `with told():`."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_a_birth_makes_a_person_and_ends_the_pregnancy(area: Partnership) -> None:
    pregnancy = pregnancy_of(area)
    (child,) = children_of(pregnancy)
    person = record_birth(
        by=area.as_("Mira Wells", FRIDAY), on=FRIDAY, child=child, sex=Sex.FEMALE, given_name="Iris", family_name="Vale"
    )
    assert current("child", child)["person_id"] == person
    assert current("person", person)["born_on"] == FRIDAY
    assert current("pregnancy", pregnancy)["outcome"] == "live_birth"
    assert current("pregnancy", pregnancy)["ended_on"] == FRIDAY


def test_what_was_recorded_before_birth_stays_with_the_child(area: Partnership) -> None:
    (child,) = children_of(pregnancy_of(area))
    record_birth(by=area.as_("Mira Wells"), on=MONDAY, child=child)
    assert outcomes(child, "responsibility.referral_acknowledged") == ["due_soon"]


def test_a_mother_has_parental_responsibility_from_the_birth(area: Partnership) -> None:
    pregnancy = pregnancy_of(area)
    record_birth(by=area.as_("Mira Wells"), on=MONDAY, child=children_of(pregnancy)[0])
    kin = entries("relationship").filter(pregnancy=pregnancy)
    assert list(kin.values_list("role", "parental_responsibility")) == [("birth_mother", "has")]


def test_a_pregnancy_with_twins_ends_with_the_second(area: Partnership) -> None:
    pregnancy = pregnancy_of(area, babies=2)
    first, second = children_of(pregnancy)
    record_birth(by=area.as_("Mira Wells", FRIDAY), on=MONDAY, child=first)
    assert current("pregnancy", pregnancy)["ended_on"] is None
    record_birth(by=area.as_("Mira Wells"), on=FRIDAY, child=second)
    assert current("pregnancy", pregnancy)["ended_on"] == FRIDAY


def test_a_scan_shows_that_there_are_two(area: Partnership) -> None:
    pregnancy = pregnancy_of(area)
    second = expect_another_child(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy)
    assert current("child", second)["birth_order"] == 2
    assert current("pregnancy", pregnancy)["babies_expected"] == 2
    assert outcomes(second, "responsibility.referral_acknowledged") == ["due_soon"]
    for child in children_of(pregnancy):
        record_birth(by=area.as_("Mira Wells"), on=MONDAY, child=child)
    with pytest.raises(NotPossible, match="recorded as ended"):
        expect_another_child(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy)


def test_no_more_children_are_expected_than_can_be(area: Partnership) -> None:
    with pytest.raises(NotPossible, match="8 children are on record"):
        expect_another_child(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy_of(area, babies=8))


def test_those_who_work_with_the_family_are_told_of_a_birth(area: Partnership, told) -> None:
    (child,) = children_of(pregnancy_of(area))
    with told():
        record_birth(by=area.as_("Mona Reed"), on=MONDAY, child=child, given_name="Iris")
    one = Notification.objects.get()
    assert (one.account.name, one.child) == ("Mira Wells", child)
    assert "Iris" not in one.what


def test_a_child_is_born_once(area: Partnership) -> None:
    (child,) = children_of(pregnancy_of(area))
    record_birth(by=area.as_("Mira Wells"), on=MONDAY, child=child)
    with pytest.raises(NotPossible, match="is on record for this child"):
        record_birth(by=area.as_("Mira Wells"), on=MONDAY, child=child)


def test_a_stillbirth_ends_everything_that_is_asked_and_told(area: Partnership, told) -> None:
    with told():
        pregnancy = pregnancy_of(area)
    (child,) = children_of(pregnancy)
    assert unread() == 1
    assert Finding.objects.filter(child=child).exists()
    with told():
        record_stillbirth(by=area.as_("Mira Wells", FRIDAY), on=FRIDAY, child=child, given_name="Hope")
    assert unread() == 0
    assert not Finding.objects.filter(child=child).exists()
    assert current("pregnancy", pregnancy)["outcome"] == "stillbirth"
    assert current("person", current("child", child)["person_id"])["born_on"] is None


@pytest.mark.parametrize(("record_end", "outcome"), [(record_loss, "miscarriage"), (record_termination, "termination")])
def test_a_loss_ends_everything_that_is_asked_and_told(area: Partnership, told, record_end, outcome: str) -> None:
    with told():
        pregnancy = pregnancy_of(area, babies=2)
    with told():
        record_end(by=area.as_("Mira Wells", FRIDAY), on=FRIDAY, pregnancy=pregnancy)
    assert unread() == 0
    assert not Finding.objects.exists()
    assert current("pregnancy", pregnancy)["outcome"] == outcome
    with pytest.raises(NotPossible, match="recorded as ended"):
        record_end(by=area.as_("Mira Wells"), on=FRIDAY, pregnancy=pregnancy)


def test_the_loss_of_one_twin_leaves_the_other_in_view(area: Partnership, told) -> None:
    with told():
        pregnancy = pregnancy_of(area, babies=2)
    lost, other = children_of(pregnancy)
    record_loss_of_one(by=area.as_("Mira Wells"), on=MONDAY, child=lost)
    assert not Finding.objects.filter(child=lost).exists()
    assert Finding.objects.filter(child=other).exists()
    assert unread() == 1
    with pytest.raises(NotPossible, match="record its end instead"):
        record_loss_of_one(by=area.as_("Mira Wells"), on=MONDAY, child=other)
    record_birth(by=area.as_("Mira Wells"), on=MONDAY, child=other)
    assert current("pregnancy", pregnancy)["outcome"] == "live_birth"


def test_the_death_of_a_child_is_recorded_quietly(area: Partnership, told) -> None:
    (child,) = children_of(pregnancy_of(area))
    with pytest.raises(NotPossible, match="not born yet"):
        record_death(by=area.as_("Mira Wells"), on=MONDAY, child=child)
    with told():
        record_birth(by=area.as_("Mona Reed"), on=MONDAY, child=child)
    with told():
        record_death(by=area.as_("Mira Wells", FRIDAY), on=FRIDAY, child=child)
    assert unread() == 0
    assert not Finding.objects.exists()
    with pytest.raises(NotPossible, match="death is on record already"):
        record_death(by=area.as_("Mira Wells"), on=FRIDAY, child=child)


def test_the_death_of_a_parent_leaves_the_child_in_view(area: Partnership) -> None:
    pregnancy = pregnancy_of(area)
    mother = current("pregnancy", pregnancy)["mother_id"]
    with pytest.raises(CannotEnter, match="a child or a person"):
        record_death(by=area.as_("Mira Wells"), on=MONDAY)
    record_death(by=area.as_("Mira Wells"), on=MONDAY, person=mother)
    assert Finding.objects.exists()


def test_a_record_opened_in_error_is_closed_by_somebody_else(area: Partnership) -> None:
    child = opened_and_referred(area, "Heath Lane")
    with pytest.raises(Refused, match="your own work"):
        close_as_opened_in_error(by=area.as_("Heath Lane"), on=MONDAY, child=child, why="Entered twice")
    close_as_opened_in_error(by=area.as_("Sela Marsh"), on=MONDAY, child=child, why="Entered twice")
    assert current("child", child)["opened_in_error"] is True
    assert list(entries("involvement").values_list("ended_reason", flat=True)) == ["opened_in_error"]
    assert not Finding.objects.exists()
    with pytest.raises(NotPossible, match="opened in error already"):
        close_as_opened_in_error(by=area.as_("Sela Marsh"), on=MONDAY, child=child, why="Entered twice")


def outcomes(child: str, check: str) -> list[str]:
    return list(Finding.objects.filter(child=child, check_code=check).values_list("outcome", flat=True))


# Adoption


@pytest.fixture
def child(area: Partnership) -> str:
    return opened_and_referred(area, "Hazel Ford")


def test_an_adoption_closes_the_record_and_opens_a_fresh_one(area: Partnership, child: str) -> None:
    after = record_adoption(by=area.as_("Sela Marsh"), on=MONDAY, child=child, given_name="Finn", family_name="Moor")
    assert not Finding.objects.filter(child=child).exists()
    person = current("person", current("child", after)["person_id"])
    assert (person["given_name"], person["born_on"]) == ("Finn", date(2026, 1, 5))
    assert list(entries("involvement").filter(child=child).values_list("ended_reason", flat=True)) == ["adopted"]


def test_after_an_adoption_neither_record_leads_to_the_other(area: Partnership, child: str) -> None:
    after = record_adoption(by=area.as_("Sela Marsh"), on=MONDAY, child=child, given_name="Finn")
    assert current("child", after)["person_id"] != current("child", child)["person_id"]
    assert not [one for one in Event.objects.all() if after in one.details and child in one.details]


def test_after_an_adoption_those_who_worked_with_the_child_cannot_open_the_record(
    area: Partnership, child: str
) -> None:
    record_adoption(by=area.as_("Sela Marsh"), on=MONDAY, child=child)
    with pytest.raises(Refused, match="restricted"):
        record_death(by=area.as_("Hazel Ford"), on=MONDAY, child=child)
    assert Restriction.objects.get().grounds == "adoption"


def test_the_sealed_link_is_opened_for_a_reason_that_stays_in_the_log(area: Partnership, child: str) -> None:
    after = record_adoption(by=area.as_("Sela Marsh"), on=MONDAY, child=child)
    assert after is not None
    with pytest.raises(CannotEnter, match="needs the reason"):
        open_sealed_link(by=area.as_("Sela Marsh"), on=MONDAY, child=after, why=" ")
    found = open_sealed_link(by=area.as_("Sela Marsh"), on=MONDAY, child=after, why="A court has asked")
    assert found == [child]
    assert "A court has asked" in Event.objects.get(verb="open_sealed_link").details


def test_where_the_adoptive_family_lives_elsewhere_no_record_is_opened(area: Partnership, child: str) -> None:
    assert record_adoption(by=area.as_("Sela Marsh"), on=MONDAY, child=child, lives_here=False) is None
    assert not SealedLink.objects.exists()


def test_an_adoption_is_recorded_by_a_manager_and_once(area: Partnership, child: str) -> None:
    with pytest.raises(Refused, match="a manager can"):
        record_adoption(by=area.as_("Hazel Ford"), on=MONDAY, child=child)
    record_adoption(by=area.as_("Sela Marsh"), on=MONDAY, child=child)
    with pytest.raises(NotPossible, match="on record for this child already"):
        record_adoption(by=area.as_("Sela Marsh"), on=MONDAY, child=child)


def test_a_child_who_is_not_born_cannot_be_adopted(area: Partnership) -> None:
    (child,) = children_of(pregnancy_of(area))
    with pytest.raises(NotPossible, match="after the birth"):
        record_adoption(by=area.as_("Mona Reed"), on=MONDAY, child=child)


def test_nobody_records_a_birth_in_a_record_out_of_their_sight(area: Partnership) -> None:
    (child,) = children_of(pregnancy_of(area))
    with pytest.raises(NoSuchEntry, match="or not for you"):
        record_birth(by=area.as_("Perry Stone"), on=MONDAY, child=child)

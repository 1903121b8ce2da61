"""What was entered wrongly is put right, what was entered in error is taken out, and both stay to be seen."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from cast import MONDAY, Partnership

from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verbs.addresses import begin_address, protect_address
from lapwing.conduct.verbs.births import close_as_opened_in_error, record_death
from lapwing.conduct.verbs.children import open_record
from lapwing.conduct.verbs.corrections import agree_to_void, ask_to_void, correct, decline_to_void
from lapwing.conduct.verbs.referrals import acknowledge_referral, refer
from lapwing.records.models import Event, Finding, Notification, Voiding
from lapwing.records.store import CannotEnter, ChangedMeanwhile, NoSuchEntry, current, versions
from lapwing.vocabulary.codes import AddressKind

TUESDAY = MONDAY + timedelta(days=1)
CHECK = "responsibility.referral_acknowledged"


@pytest.fixture
def child(area: Partnership) -> str:
    return open_record(by=area.as_("Hazel Ford", MONDAY), on=MONDAY, given_name="Otto", born_on=date(2026, 1, 5))


@pytest.fixture
def referral(area: Partnership, child: str) -> str:
    return refer(
        by=area.as_("Hazel Ford"),
        on=MONDAY,
        child=child,
        to_agency=area.agencies["Social care"],
        primary_need="Neglct",
    )


@pytest.fixture
def person(child: str) -> str:
    return str(current("child", child)["person_id"])


def put_right(partnership: Partnership, who: str, table: str, key: str, **values: object) -> None:
    correct(by=partnership.as_(who), on=MONDAY, table=table, key=key, values=values, why="A slip of the pen")


def test_a_slip_is_put_right_and_stays_to_be_seen(area: Partnership, referral: str) -> None:
    put_right(area, "Hazel Ford", "referral", referral, primary_need="Neglect")
    assert [(one.values["primary_need"], one.why) for one in versions("referral", referral)] == [
        ("Neglct", ""),
        ("Neglect", "A slip of the pen"),
    ]


def test_a_day_is_written_year_first(area: Partnership, referral: str) -> None:
    put_right(area, "Hazel Ford", "referral", referral, received_on="2026-05-29")
    assert current("referral", referral)["received_on"] == date(2026, 5, 29)
    with pytest.raises(CannotEnter, match="needs a date, written 2026-06-01"):
        put_right(area, "Hazel Ford", "referral", referral, received_on="29 May")


def test_a_death_recorded_by_mistake_is_put_right_and_the_checks_speak_again(
    area: Partnership, person: str, referral: str
) -> None:
    record_death(by=area.as_("Hazel Ford"), on=MONDAY, person=person)
    assert not Finding.objects.filter(check_code=CHECK).exists()
    put_right(area, "Hazel Ford", "person", person, died_on=None)
    assert Finding.objects.filter(check_code=CHECK).exists()


def test_what_another_agency_entered_is_theirs_to_put_right(area: Partnership, referral: str) -> None:
    acknowledge_referral(by=area.as_("Sam Birch"), on=MONDAY, referral=referral)
    with pytest.raises(Refused, match="Another agency entered this"):
        put_right(area, "Hazel Ford", "referral", referral, acknowledged_on="2026-05-29")
    with pytest.raises(Refused, match="Another agency entered this"):
        put_right(area, "Sela Marsh", "referral", referral, primary_need="Neglect")
    put_right(area, "Sela Marsh", "referral", referral, acknowledged_on="2026-06-01")


def test_what_has_not_happened_is_not_filled_in_as_a_correction(area: Partnership, referral: str) -> None:
    with pytest.raises(NotPossible, match="nothing is entered there"):
        put_right(area, "Hazel Ford", "referral", referral, acknowledged_on="2026-06-01")


def test_who_did_something_and_whose_record_it_is_are_not_corrected(
    area: Partnership, child: str, referral: str
) -> None:
    for column, value in {"referred_by": None, "child_id": "another"}.items():
        with pytest.raises(NotPossible, match="Ask to void it, and enter it anew"):
            put_right(area, "Hazel Ford", "referral", referral, **{column: value})


def test_what_keeps_somebody_safe_is_not_corrected_away(area: Partnership, person: str) -> None:
    protect_address(by=area.as_("Hazel Ford"), on=MONDAY, person=person, until_on=TUESDAY)
    with pytest.raises(NotPossible, match="decided, not corrected"):
        put_right(area, "Hazel Ford", "person", person, address_protected=False)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({}, "values: is empty"),
        ({"shoe_size": 3}, "needs columns of referral"),
        ({"recorded_at": "2026-06-01"}, "no field"),
    ],
)
def test_only_columns_that_are_entered_are_corrected(area: Partnership, referral: str, values, sentence: str) -> None:
    with pytest.raises(CannotEnter, match=sentence):
        put_right(area, "Hazel Ford", "referral", referral, **values)


def test_a_correction_says_why(area: Partnership, referral: str) -> None:
    with pytest.raises(CannotEnter, match="needs the reason"):
        correct(
            by=area.as_("Hazel Ford"),
            on=MONDAY,
            table="referral",
            key=referral,
            values={"primary_need": "Neglect"},
            why="",
        )


def test_two_people_do_not_correct_over_each_other(area: Partnership, referral: str) -> None:
    acknowledge_referral(by=area.as_("Sam Birch"), on=MONDAY, referral=referral)
    with pytest.raises(ChangedMeanwhile, match="Nothing of yours was saved"):
        correct(
            by=area.as_("Hazel Ford"),
            on=MONDAY,
            table="referral",
            key=referral,
            values={"primary_need": "Neglect"},
            why="A slip of the pen",
            seen=1,
        )


def test_an_entry_out_of_sight_is_not_there_and_the_attempt_is_kept(area: Partnership, referral: str) -> None:
    with pytest.raises(NoSuchEntry, match="or not for you"):
        put_right(area, "Perry Stone", "referral", referral, primary_need="Neglect")
    assert Event.objects.filter(verb="refused").count() == 1


def test_the_address_of_somebody_out_of_sight_is_not_there(area: Partnership, person: str) -> None:
    home = begin_address(by=area.as_("Hazel Ford"), on=MONDAY, person=person, kind=AddressKind.HOME, postcode="ZZ1 1ZZ")
    with pytest.raises(NoSuchEntry, match="or not for you"):
        put_right(area, "Perry Stone", "address", home, postcode="ZZ1 2ZZ")


def test_agencies_and_unknown_tables_are_not_corrected_here(area: Partnership) -> None:
    with pytest.raises(NotPossible, match="an administrator looks after it"):
        put_right(area, "Hazel Ford", "agency", area.agencies["Police"], area="North")
    with pytest.raises(CannotEnter, match="table: needs one of"):
        put_right(area, "Hazel Ford", "weather", "1", wind="strong")


# Voiding


def asked(area: Partnership, referral: str) -> dict[str, object]:
    """An entry that somebody asked to have voided, as it is named."""
    entry = {"on": MONDAY, "table": "referral", "key": referral}
    ask_to_void(by=area.as_("Hazel Ford"), **entry, reason="It was about another child")
    return entry


def test_an_entry_made_in_error_is_voided_once_a_second_person_agrees(area: Partnership, referral: str) -> None:
    entry = asked(area, referral)
    assert Finding.objects.filter(check_code=CHECK).exists()
    agree_to_void(by=area.as_("Heath Lane"), **entry)
    assert not Finding.objects.filter(check_code=CHECK).exists()
    assert versions("referral", referral)[-1].why == "It was about another child"


def test_nobody_voids_alone(area: Partnership, referral: str) -> None:
    entry = {"on": MONDAY, "table": "referral", "key": referral}
    with pytest.raises(NotPossible, match="Nobody has asked"):
        agree_to_void(by=area.as_("Heath Lane"), **entry)
    ask_to_void(by=area.as_("Heath Lane"), **entry, reason="It was about another child")
    with pytest.raises(Refused, match="your own work"):
        agree_to_void(by=area.as_("Heath Lane"), **entry)
    with pytest.raises(Refused, match="a manager or a named"):
        agree_to_void(by=area.as_("Hazel Ford"), **entry)


def test_only_the_agency_that_made_an_entry_has_it_voided(area: Partnership, referral: str) -> None:
    entry = {"on": MONDAY, "table": "referral", "key": referral}
    with pytest.raises(Refused, match="Another agency entered this"):
        ask_to_void(by=area.as_("Sam Birch"), **entry, reason="It does not concern us")
    asked(area, referral)
    with pytest.raises(Refused, match="Another agency entered this"):
        agree_to_void(by=area.as_("Sela Marsh"), **entry)


def test_an_entry_may_stand_and_whoever_asked_is_told_why(
    area: Partnership, referral: str, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        entry = asked(area, referral)
        with pytest.raises(NotPossible, match="asked for this already"):
            ask_to_void(by=area.as_("Hazel Ford"), **entry, reason="Again")
        decline_to_void(by=area.as_("Heath Lane"), **entry, says="It is about this child")
    assert Voiding.objects.get().agreed is False
    told = Notification.objects.values_list("account__name", flat=True)
    assert sorted(told) == ["Hazel Ford", "Heath Lane"]
    assert current("referral", referral)["voided_at"] is None


def test_the_record_of_a_child_is_closed_and_not_voided(area: Partnership, child: str) -> None:
    with pytest.raises(NotPossible, match="closes it as opened in error"):
        ask_to_void(by=area.as_("Hazel Ford"), on=MONDAY, table="child", key=child, reason="Entered twice")
    close_as_opened_in_error(by=area.as_("Heath Lane"), on=MONDAY, child=child, why="Entered twice")
    assert current("child", child)["opened_in_error"] is True

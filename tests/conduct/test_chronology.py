"""A child's record in time: of every agency, as known on a day, and as it may go to another agency."""

from __future__ import annotations

import json
from datetime import date

import pytest
from cast import MONDAY, Partnership, morning
from everyday import days_on, expected_baby, father, me, withheld_father, works_with, young_person

from lapwing.conduct.policies import NotPossible
from lapwing.conduct.reading import Chronology, Purpose, agencies_near, chronology, chronology_for, read_child
from lapwing.conduct.restrictions import Grounds
from lapwing.conduct.verbs.access import restrict_record
from lapwing.conduct.verbs.addresses import begin_address
from lapwing.conduct.verbs.concerns import raise_concern
from lapwing.conduct.verbs.disagreements import disagree
from lapwing.conduct.verbs.observations import observe
from lapwing.conduct.verbs.sharing import decide_not_to_share, share
from lapwing.records.entries import entries
from lapwing.records.models import Event
from lapwing.records.store import CannotEnter, Stamp, add
from lapwing.vocabulary.care_codes import ObservedWhat
from lapwing.vocabulary.codes import AddressKind, ConcernKind
from lapwing.vocabulary.work_codes import EvidenceBasis

DAYS = {
    "concern": ("identified_on",),
    "observation": ("observed_on",),
    "disagreement": ("raised_on",),
    "information_share": ("happened_on",),
    "relationship": ("mentioned_on",),
    "person": ("born_on",),
}


@pytest.fixture
def pregnancy(area: Partnership) -> str:
    pregnancy = expected_baby(area)
    works_with(area, "Sam Birch", pregnancy=pregnancy)
    return pregnancy


@pytest.fixture
def child(pregnancy: str) -> str:
    return str(entries("child").get(pregnancy=pregnancy).pk)


def saw(area: Partnership, name: str, pregnancy: str, says: str, *, on: date = MONDAY, known: int = 0) -> str:
    return observe(
        by=area.as_(name, days_on(known)), on=on, pregnancy=pregnancy, basis=EvidenceBasis.SEEN,
        of=ObservedWhat.HOME, says=says,
    )  # fmt: skip


def given_to(area: Partnership, child: str, agency: str, name: str = "Mira Wells") -> Chronology:
    return chronology_for(by=area.as_(name), child=child, days=DAYS, agency=area.agencies[agency])


def texts(found: Chronology) -> str:
    """Everything that is in it, but for the keys."""
    told = [str(value) for one in found.happened for name, value in one.entry.values.items() if name[-3:] != "_id"]
    return " ".join([*told, *found.record.names.values(), *(one.called for one in found.record.around)])


def test_entries_of_every_agency_stand_in_one_line_of_time_with_the_day_they_were_recorded(
    area: Partnership, pregnancy: str, child: str
) -> None:
    saw(area, "Sam Birch", pregnancy, "No cot", on=days_on(2), known=9)
    raise_concern(by=area.as_("Mira Wells"), on=days_on(5), pregnancy=pregnancy, kind=ConcernKind.DOMESTIC_ABUSE)
    found = chronology(by=area.as_("Mira Wells"), child=child, days=DAYS)
    told = [(one.table, one.day, one.recorded_on, one.dated) for one in found.happened if one.table != "relationship"]
    assert told == [
        ("observation", days_on(2), days_on(9), True),
        ("concern", days_on(5), days_on(9), True),
    ]


def test_what_has_no_day_stands_on_the_day_it_was_recorded(area: Partnership, pregnancy: str, child: str) -> None:
    father(area, pregnancy)
    undated = [one for one in chronology(by=area.as_("Mira Wells"), child=child, days=DAYS).happened if not one.dated]
    assert [(one.table, one.day) for one in undated] == [("relationship", MONDAY)]


def test_as_known_on_a_day_has_nothing_that_was_recorded_later(area: Partnership, pregnancy: str, child: str) -> None:
    saw(area, "Sam Birch", pregnancy, "No cot", on=days_on(2), known=9)
    before = chronology(by=area.as_("Mira Wells"), child=child, days=DAYS, known_on=days_on(8))
    after = chronology(by=area.as_("Mira Wells"), child=child, days=DAYS, known_on=days_on(9))
    assert [one.table for one in before.happened] == ["relationship"]
    assert [one.table for one in after.happened] == ["relationship", "observation"]
    with pytest.raises(CannotEnter, match="which lies ahead"):
        chronology(by=area.as_("Mira Wells"), child=child, days=DAYS, known_on=days_on(10))


def test_it_can_go_to_agencies_that_work_with_the_child_and_to_no_other(
    area: Partnership, pregnancy: str, child: str
) -> None:
    near = agencies_near(read_child(by=area.as_("Mira Wells"), child=child))
    assert set(near.values()) == {"Maternity", "Social care"}
    with pytest.raises(NotPossible, match="Record first what is shared"):
        given_to(area, child, "Police")
    share(
        by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, to_agency=area.agencies["Police"], what="All of it",
        reason="They asked",
    )  # fmt: skip
    assert given_to(area, child, "Police").agency == area.agencies["Police"]


def test_a_protected_address_in_free_text_goes_to_no_agency_though_the_reader_sees_it(
    area: Partnership, pregnancy: str, child: str
) -> None:
    mother = str(entries("pregnancy").get(pk=pregnancy).mother_id)
    begin_address(
        by=area.as_("Mira Wells"), on=MONDAY, person=mother, kind=AddressKind.REFUGE,
        on_one_line="7 Mill Row", postcode="ZZ99 1AA",
    )  # fmt: skip
    saw(area, "Mira Wells", pregnancy, "She is settled at 7 Mill Row, ZZ99 1AA, since Friday")
    assert "7 Mill Row" in texts(chronology(by=area.as_("Mira Wells"), child=child, days=DAYS))
    given = given_to(area, child, "Social care")
    assert "Mill Row" not in texts(given)
    assert "ZZ99" not in texts(given)
    assert "She is settled at [withheld]" in texts(given)
    assert [(one.table, one.column) for one in given.taken_out if one.table == "observation"] == [
        ("observation", "says")
    ]


def test_who_is_withheld_is_named_to_nobody(area: Partnership, pregnancy: str, child: str) -> None:
    withheld_father(area, pregnancy)
    assert "Withheld for safety" in texts(given_to(area, child, "Social care"))


def test_a_service_that_works_in_private_is_not_named_to_another(area: Partnership) -> None:
    child = young_person(area)
    works_with(area, "Perry Stone", child=child)
    works_with(area, "Hazel Ford", child=child, private=True)
    by_hazel = Stamp(
        morning(MONDAY), area.accounts["Hazel Ford"].pk, me(area, "Hazel Ford"), area.agencies["Health visiting"]
    )
    seen = {"child_id": child, "basis": "seen", "of": "young_person", "observed_on": MONDAY}
    add("observation", {**seen, "says": "Low", "observed_by": me(area, "Hazel Ford")}, by_hazel)
    rang = {**seen, "says": "Hazel Ford of Health visiting rang", "observed_by": me(area, "Perry Stone")}
    add("observation", rang, Stamp(morning(MONDAY), None, me(area, "Perry Stone"), area.agencies["Police"]))
    with pytest.raises(NotPossible, match="this would tell one"):
        given_to(area, child, "Police", "Hazel Ford")
    given = given_to(area, child, "Police", "Sam Birch")
    for hidden in ("Low", "Hazel", "Health visiting"):
        assert hidden not in texts(given)


def test_whoever_raised_a_disagreement_is_not_named_to_the_other_agency(
    area: Partnership, pregnancy: str, child: str
) -> None:
    disagree(
        by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, to_agency=area.agencies["Social care"],
        about="No answer", immediate=False, interim_safety="Seen each day",
    )  # fmt: skip
    (mine,) = read_child(by=area.as_("Mira Wells"), child=child).entries["disagreement"]
    (theirs,) = given_to(area, child, "Social care").record.entries["disagreement"]
    assert mine.values["raised_by"] == me(area, "Mira Wells")
    assert theirs.values.get("raised_by") is None


def test_an_agency_does_not_learn_of_a_decision_not_to_tell_it(area: Partnership, pregnancy: str, child: str) -> None:
    decide_not_to_share(
        by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, to_agency=area.agencies["Social care"],
        reason="She asked us to wait",
    )  # fmt: skip
    assert "She asked us to wait" in texts(chronology(by=area.as_("Mira Wells"), child=child, days=DAYS))
    assert "She asked us to wait" not in texts(chronology(by=area.as_("Sam Birch"), child=child, days=DAYS))
    assert "She asked us to wait" not in texts(given_to(area, child, "Social care"))


def test_a_restricted_record_goes_to_nobody(area: Partnership, pregnancy: str, child: str) -> None:
    restrict_record(by=area.as_("Mona Reed"), child=child, grounds=Grounds.COURT_ORDER, says="By order", on=MONDAY)
    with pytest.raises(NotPossible, match="restricted"):
        given_to(area, child, "Social care", "Mona Reed")


def test_the_log_keeps_that_it_went_to_whom_and_what_for(area: Partnership, pregnancy: str, child: str) -> None:
    given_to(area, child, "Social care")
    assert not Event.objects.filter(verb="export").exists()
    chronology_for(
        by=area.as_("Mira Wells"), child=child, days=DAYS, agency=area.agencies["Social care"], purpose=Purpose.COURT
    )
    kept = json.loads(Event.objects.get(verb="export", child=child).details)
    assert (kept["for"], kept["purpose"]) == (area.agencies["Social care"], "court")

"""Several things done in one go are all done, or none of them."""

from __future__ import annotations

from datetime import date

import pytest
from cast import MONDAY, Partnership
from everyday import works_with, young_person

from lapwing.conduct.permissions import Refused
from lapwing.conduct.together import do_together
from lapwing.conduct.verbs.children import open_record
from lapwing.records.entries import entries
from lapwing.records.models import Event
from lapwing.records.store import CannotEnter, NoSuchEntry
from lapwing.vocabulary.care_codes import ObservedWhat
from lapwing.vocabulary.work_codes import EvidenceBasis


@pytest.fixture
def both(area: Partnership) -> tuple[str, str]:
    """Two young people, with both of whom Sam Birch works."""
    second = open_record(by=area.as_("Sam Birch"), on=MONDAY, given_name="Finn", born_on=date(2012, 4, 1))
    return young_person(area), second


def seen(child: str, says: str) -> tuple[str, dict[str, object]]:
    given = {"on": MONDAY, "basis": EvidenceBasis.SEEN, "of": ObservedWhat.YOUNG_PERSON}
    return "observe", {**given, "child": child, "says": says}


def test_each_is_done_with_an_event_of_its_own(area: Partnership, both: tuple[str, str]) -> None:
    keys = do_together(by=area.as_("Sam Birch"), asked=[seen(child, "At school.") for child in both])
    assert sorted(keys) == sorted(entries("observation").values_list("pk", flat=True))
    assert sorted(Event.objects.filter(verb="observe").values_list("child", flat=True)) == sorted(both)


def test_what_cannot_be_entered_once_undoes_all(area: Partnership, both: tuple[str, str]) -> None:
    with pytest.raises(CannotEnter):
        do_together(by=area.as_("Sam Birch"), asked=[seen(both[0], "At school."), seen(both[1], " ")])
    assert entries("observation").count() == 0
    assert not Event.objects.filter(verb="observe").exists()


def test_who_may_not_do_all_of_it_does_none_and_the_refusal_is_kept(area: Partnership, both: tuple[str, str]) -> None:
    works_with(area, "Hazel Ford", child=both[0])
    before = Event.objects.count()
    with pytest.raises((Refused, NoSuchEntry)):
        do_together(by=area.as_("Hazel Ford"), asked=[seen(child, "At school.") for child in both])
    assert entries("observation").count() == 0
    assert Event.objects.count() == before + 1

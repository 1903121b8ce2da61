"""Looking for a child: by a name as people spell it, a number or a day; only among those in sight."""

from __future__ import annotations

from datetime import date
from importlib import import_module

import pytest
from brought_in import brought_in, of_rows
from cast import MONDAY, Partnership, morning
from django.apps import apps
from everyday import expected_baby, lose, works_with

from lapwing.conduct.reading import search
from lapwing.conduct.reading.seeking import day_written
from lapwing.conduct.verbs.children import open_record
from lapwing.conduct.verbs.people import update_particulars
from lapwing.conduct.verbs.people_as_one import record_other_name
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.merging import Same
from lapwing.records.models import NameWord
from lapwing.records.name_words import one_letter_away
from lapwing.records.store import CannotEnter, Stamp, add, amend
from lapwing.vocabulary.codes import NameKind

BORN = date(2018, 3, 14)


def opened(area: Partnership, given: str, family: str | None, born_on: date = BORN) -> str:
    """A child with whom social care works."""
    return open_record(by=area.as_("Sam Birch"), on=MONDAY, given_name=given, family_name=family, born_on=born_on)


def person_of(child: str) -> str:
    return str(entries("child").get(pk=child).person_id)


def found(area: Partnership, text: str, name: str = "Sam Birch") -> list[str]:
    return [one.called for one in search(by=area.as_(name), text=text)]


SPELLED = [
    # as it is on record, and as somebody looks for it
    ("Katharine", "Vale-Reed", "Katharine Vale-Reed"),
    ("Katharine", "Vale-Reed", "vale reed, katharine"),
    ("Katharine", "Vale-Reed", "Katharine Vale"),
    ("Katharine", "Vale-Reed", "Reed Katharine"),
    ("Katharine", "Vale-Reed", "Catherine Reed"),
    ("Katharine", "Vale", "Katharine Vale-Reed"),
    ("Katharine", "Vale", "Vale-Reed"),
    ("Katharine", "Vale", "Katharina Vale"),
    ("Katharine", "Vale", "Katharine Wale"),
    ("Katharine", "Vale", "Katharine Vael"),
    ("Katharine", "Vale", "Katharine Mary Vale"),
    ("Vale", "Katharine", "Katharine Vale"),
    ("Muhammad", "Aziz", "Mohamed Aziz"),
    ("Zoë", "O’Hara", "zoe ohara"),
    ("Łucja", "Wójcik", "Lucja Wojcik"),
]


@pytest.mark.parametrize(("given", "family", "text"), SPELLED)
def test_a_child_is_found_as_people_spell_the_name(area: Partnership, given: str, family: str, text: str) -> None:
    opened(area, given, family)
    assert found(area, text) == [f"{given} {family}"]


@pytest.mark.parametrize("text", ["Katharine Osgood", "Quentin Vale", "Wall", "Kath", "Tom Vale Osgood"])
def test_a_name_that_is_another_finds_nobody(area: Partnership, text: str) -> None:
    opened(area, "Katharine", "Vale")
    assert found(area, text) == []


def test_the_likest_comes_first(area: Partnership) -> None:
    for given, family in (("Tom", "Wale"), ("Tom", "Vale"), ("Tim", "Wale")):
        opened(area, given, family)
    assert found(area, "Tom Vale") == ["Tom Vale", "Tom Wale", "Tim Wale"]
    assert found(area, "Vale")[0] == "Tom Vale"


def test_an_unborn_child_is_found_by_the_mother_and_by_when_the_birth_is_expected(area: Partnership) -> None:
    expected_baby(area)
    for text in ("Anna Vale", "Vale", "5 October 2026", "2026-10-05", "5/10/26"):
        assert found(area, text, "Mira Wells") == ["Unborn child of Anna Vale"]


def test_a_child_is_found_by_the_day_of_birth(area: Partnership) -> None:
    opened(area, "Tom", "Vale")
    opened(area, "Tess", "Reed", date(2018, 3, 15))
    assert found(area, "14 March 2018") == ["Tom Vale"]


def test_after_a_loss_nobody_comes_upon_it_by_when_the_birth_was_expected(area: Partnership) -> None:
    lose(area, expected_baby(area))
    assert found(area, "5 October 2026", "Mira Wells") == []
    assert found(area, "Anna Vale", "Mira Wells") == ["A pregnancy of Anna Vale, which has ended"]


@pytest.mark.parametrize("text", ["Tom Vale", "14 March 2018", "9990000018"])
def test_nobody_out_of_sight_is_found(area: Partnership, text: str) -> None:
    child = opened(area, "Tom", "Vale")
    stamp = Stamp(morning(MONDAY), None)
    amend("person", person_of(child), {"nhs_number": "9990000018"}, stamp)
    assert found(area, text, "Hazel Ford") == []
    works_with(area, "Hazel Ford", child=child)
    assert found(area, text, "Hazel Ford") == ["Tom Vale"]


def test_whoever_is_in_sight_is_found_behind_many_of_the_same_name_who_are_not(
    area: Partnership, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lapwing.conduct.reading.seeking.AT_ONCE", 2)
    children = sorted(opened(area, "Tom", "Vale") for _ in range(5))
    works_with(area, "Hazel Ford", child=children[-1])
    for text in ("Vale", "Tom Vale", "14/3/2018"):
        assert [one.child for one in search(by=area.as_("Hazel Ford"), text=text)] == [children[-1]]


# Names that change


def test_a_name_that_was_put_right_is_found_and_the_wrong_one_is_not(area: Partnership) -> None:
    child = opened(area, "Tom", "Vane")
    amend("person", person_of(child), {"family_name": "Osgood"}, Stamp(morning(MONDAY), None))
    assert found(area, "Tom Osgood") == ["Tom Osgood"]
    assert found(area, "Tom Vane") == []


def test_a_child_is_found_by_another_name_they_have_or_had(area: Partnership) -> None:
    child = opened(area, "Tom", "Vale")
    record_other_name(
        by=area.as_("Sam Birch"), on=MONDAY, person=person_of(child), kind=NameKind.BIRTH, family_name="Osgood"
    )
    assert found(area, "Tom Osgood") == ["Tom Vale"]


def test_records_that_are_one_are_found_by_the_names_of_each_and_once(area: Partnership) -> None:
    kept, other = opened(area, "Tom", "Vale"), opened(area, "Tom", "Osgood")
    for table, one, two in (("child", kept, other), ("person", person_of(kept), person_of(other))):
        links.link(Same(table, two, one), by=area.accounts["Ada Keys"], at=morning(MONDAY), why="The same boy")
    for text in ("Tom Osgood", "Osgood", "Tom Vale", "14 March 2018"):
        assert [one.child for one in search(by=area.as_("Sam Birch"), text=text)] == [kept]


def test_the_words_of_a_name_are_kept_once_however_often_it_is_entered(area: Partnership) -> None:
    child = opened(area, "Tom", "Vale-Reed")
    update_particulars(by=area.as_("Sam Birch"), on=MONDAY, person=person_of(child), language="Welsh")
    words = NameWord.objects.filter(person=person_of(child)).order_by("word").values_list("word", "sound")
    assert list(words) == [("reed", "rd"), ("tom", "tm"), ("vale", "vl")]


def test_names_that_a_feed_gives_or_changes_are_found(area: Partnership) -> None:
    child = {"child_id": "c1", "person_id": "p1"}
    named = {"person_id": "p1", "given_name": "Tom", "family_name": "Osgood"}
    brought_in(of_rows(person=[named], child=[child]))
    works_with(area, "Sam Birch", child="maternity:c1")
    assert found(area, "Osgood") == ["Tom Osgood"]
    brought_in(of_rows(person=[{**named, "family_name": "Vale-Reed"}], child=[child]), mark="second", days=1)
    assert (found(area, "Tom Reed"), found(area, "Osgood")) == (["Tom Vale-Reed"], [])


def test_names_on_record_before_their_words_were_kept_are_found_after_the_migration(area: Partnership) -> None:
    opened(area, "Tom", "Vale")
    NameWord.objects.all().delete()
    assert found(area, "Tom Vale") == []
    import_module("lapwing.records.migrations.0002_drafts_and_names").note_names_on_record(apps, None)
    assert found(area, "Tom Vale") == ["Tom Vale"]


def test_words_a_letter_away() -> None:
    near = one_letter_away("vale")
    assert {"vale", "ale", "vael", "wale", "valey", "evale"} <= near
    assert not {"vail", "valley", ""} & near


def test_a_mother_who_is_withheld_nowhere_is_found_also_where_her_record_is_a_double(area: Partnership) -> None:
    expected_baby(area)
    mother = str(entries("pregnancy").get().mother_id)
    double = add("person", {"given_name": "Anna", "family_name": "Osgood"}, Stamp(morning(MONDAY), None))
    links.link(Same("person", double, mother), by=area.accounts["Ada Keys"], at=morning(MONDAY), why="She married")
    assert found(area, "Anna Osgood", "Mira Wells") == ["Unborn child of Anna Vale"]


# Days as people write them


@pytest.mark.parametrize(
    "text",
    ["14 March 2026", "14 mar 26", "14th March 2026", "2026-03-14", "14/3/26", "14/03/2026", "14.3.2026", "14-3-26"],
)
def test_a_day_as_people_write_it(text: str) -> None:
    assert day_written(text) == date(2026, 3, 14)


@pytest.mark.parametrize("text", ["Anna Vale", "9990000018", "March 2026", "14"])
def test_what_says_no_day(text: str) -> None:
    assert day_written(text) is None


@pytest.mark.parametrize("text", ["31/2/2026", "2026-13-01", "14 Marsh 2026", "0 March 26"])
def test_a_day_that_there_is_not_is_refused(area: Partnership, text: str) -> None:
    with pytest.raises(CannotEnter, match="there is no such day"):
        found(area, text)

"""The other children of a family, as far as a reader may know of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from cast import MONDAY, Partnership, morning
from everyday import days_on, expected_baby, lose, works_with

from lapwing.conduct.reading import family_of
from lapwing.conduct.restrictions import Grounds
from lapwing.conduct.subjects import children_of
from lapwing.conduct.verbs.access import declare_family, restrict_record
from lapwing.conduct.verbs.children import open_record
from lapwing.records.entries import entries
from lapwing.records.models import Event
from lapwing.records.store import NoSuchEntry, Stamp, add, amend
from lapwing.vocabulary.codes import IdentityStatus, RelationshipRole

STAMP = Stamp(morning(MONDAY), None)


@pytest.fixture
def tess(area: Partnership) -> str:
    return opened(area, "Tess")


@pytest.fixture
def tom(area: Partnership) -> str:
    return opened(area, "Tom")


@pytest.fixture
def parent(area: Partnership) -> str:
    return add("person", {"given_name": "Noah", "family_name": "Vale"}, STAMP)


def opened(area: Partnership, name: str, by: str = "Sam Birch") -> str:
    return open_record(by=area.as_(by), on=MONDAY, given_name=name, born_on=date(2015, 3, 2))


def related(person: str, role: RelationshipRole = RelationshipRole.BIRTH_FATHER, **values: Any) -> str:
    status = IdentityStatus.NAMED_BY_MOTHER
    return add("relationship", {"person_id": person, "role": role, "identity_status": status, **values}, STAMP)


def family(area: Partnership, child: str, name: str = "Sam Birch") -> list[str]:
    return [one.called for one in family_of(by=area.as_(name), child=child)]


def test_children_who_share_a_parent_are_a_family(area: Partnership, tess: str, tom: str, parent: str) -> None:
    opened(area, "Zeb")
    for child in (tess, tom):
        related(parent, child_id=child)
    assert (family(area, tess), family(area, tom)) == (["Tom"], ["Tess"])


def test_children_with_whom_somebody_lives_are_a_family(area: Partnership, tess: str, tom: str, parent: str) -> None:
    related(parent, RelationshipRole.PARTNER_OF_PARENT, child_id=tess, lives_with_child=True)
    related(parent, child_id=tom)
    assert family(area, tess) == ["Tom"]


def test_somebody_who_is_neither_a_parent_nor_of_the_household_makes_no_family(
    area: Partnership, tess: str, tom: str, parent: str
) -> None:
    related(parent, RelationshipRole.OTHER_ADULT, child_id=tess)
    related(parent, child_id=tom)
    assert family(area, tess) == []


def test_somebody_who_has_moved_out_is_of_the_household_no_more(
    area: Partnership, tess: str, tom: str, parent: str
) -> None:
    related(parent, RelationshipRole.PARTNER_OF_PARENT, child_id=tess, lives_with_child=True, ended_on=days_on(-1))
    related(parent, child_id=tom)
    assert family(area, tess) == []


def test_an_unborn_child_is_of_the_mothers_family(area: Partnership, tess: str) -> None:
    pregnancy = expected_baby(area)
    (unborn,) = children_of("pregnancy", [pregnancy])
    mother = str(entries("pregnancy").get().mother_id)
    related(mother, RelationshipRole.BIRTH_MOTHER, child_id=tess)
    works_with(area, "Sam Birch", pregnancy=pregnancy)
    assert family(area, tess) == ["Unborn child of Anna Vale"]
    works_with(area, "Mira Wells", child=tess)
    assert family(area, unborn, "Mira Wells") == ["Tess"]


def test_after_a_loss_it_is_not_among_them(area: Partnership, tess: str) -> None:
    pregnancy = expected_baby(area)
    related(str(entries("pregnancy").get().mother_id), RelationshipRole.BIRTH_MOTHER, child_id=tess)
    works_with(area, "Sam Birch", pregnancy=pregnancy)
    lose(area, pregnancy)
    assert family(area, tess) == []


def test_nobody_out_of_sight_is_told_of(area: Partnership, tess: str, parent: str) -> None:
    for child in (tess, opened(area, "Tom", "Hazel Ford")):
        related(parent, child_id=child)
    assert family(area, tess) == []
    with pytest.raises(NoSuchEntry):
        family(area, tess, "Hazel Ford")


def test_restricted_records_and_ones_own_family_are_not_among_them(
    area: Partnership, tess: str, tom: str, parent: str
) -> None:
    ann = opened(area, "Ann")
    for child in (tess, tom, ann):
        related(parent, child_id=child)
    restrict_record(by=area.as_("Sela Marsh"), on=MONDAY, child=tom, grounds=Grounds.OFFENCE, says="The police ask it.")
    declare_family(by=area.as_("Sam Birch"), on=MONDAY, child=ann)
    assert family(area, tess) == []


@pytest.mark.parametrize("where", ["here", "there"])
@pytest.mark.parametrize("how", ["from the start", "later"])
def test_nobody_is_found_through_a_father_who_is_withheld_on_either_record(
    area: Partnership, tess: str, tom: str, parent: str, where: str, how: str
) -> None:
    withheld, other = (tess, tom) if where == "here" else (tom, tess)
    status = {"identity_status": IdentityStatus.WITHHELD_FOR_SAFETY}
    if how == "from the start":
        related(parent, child_id=withheld, **status)
    else:
        amend("relationship", related(parent, child_id=withheld), {**status, "person_id": None}, STAMP)
        related(parent, RelationshipRole.OTHER_ADULT, child_id=withheld, lives_with_child=True)
    related(parent, child_id=other)
    assert (family(area, tess), family(area, tom)) == ([], [])


def test_it_is_kept_in_the_log_whose_family_was_looked_at(area: Partnership, tess: str) -> None:
    family(area, tess)
    event = Event.objects.filter(verb="read").latest("place")
    assert (event.child, event.details) == (tess, '{"what": "family"}')

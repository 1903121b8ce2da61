"""Contacts with families and between services."""

from __future__ import annotations

import pytest
from at_work import expected_baby, father, told, young_person
from cast import MONDAY, Partnership

from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verbs.contacts import decide_contact, record_contact
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.codes import ContactSafety
from lapwing.vocabulary.work_codes import ContactKind, ReferralOutcome, ReferralSource


@pytest.fixture
def pregnancy(area: Partnership) -> str:
    return expected_baby(area)


def test_a_visit_says_who_was_seen_and_whether_alone(area: Partnership, pregnancy: str) -> None:
    mother = current("pregnancy", pregnancy)["mother_id"]
    contact = record_contact(
        by=area.as_("Mira Wells"),
        on=MONDAY,
        pregnancy=pregnancy,
        kind=ContactKind.VISIT,
        person=mother,
        seen_alone=True,
    )
    entry = current("contact", contact)
    assert (entry["person_id"], entry["seen_alone"], entry["happened_on"]) == (mother, True, MONDAY)


@pytest.mark.parametrize("kind", [ContactKind.TELEPHONE, ContactKind.ATTEMPT, ContactKind.INCOMING])
def test_nobody_is_seen_from_afar(area: Partnership, pregnancy: str, kind: ContactKind) -> None:
    with pytest.raises(CannotEnter, match="nobody is seen at one"):
        record_contact(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, kind=kind, seen_alone=True)


def test_an_unborn_child_is_not_seen(area: Partnership, pregnancy: str) -> None:
    with pytest.raises(CannotEnter, match="an unborn child is not seen"):
        record_contact(
            by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, kind=ContactKind.VISIT, child_seen=True
        )


def test_a_child_is_seen_at_a_visit(area: Partnership) -> None:
    tess = young_person(area)
    contact = record_contact(
        by=area.as_("Sam Birch"), on=MONDAY, child=tess, kind=ContactKind.VISIT, child_seen=True, seen_alone=True
    )
    assert current("contact", contact)["child_seen"] is True


def test_only_information_that_came_in_has_somebody_who_sent_it(area: Partnership, pregnancy: str) -> None:
    with pytest.raises(CannotEnter, match="needs kind incoming"):
        record_contact(
            by=area.as_("Mira Wells"),
            on=MONDAY,
            pregnancy=pregnancy,
            kind=ContactKind.VISIT,
            source=ReferralSource.POLICE,
        )


def test_what_comes_of_information_is_decided_once(area: Partnership, pregnancy: str) -> None:
    came_in = record_contact(
        by=area.as_("Mira Wells"),
        on=MONDAY,
        pregnancy=pregnancy,
        kind=ContactKind.INCOMING,
        source=ReferralSource.POLICE,
    )
    decide_contact(by=area.as_("Mona Reed"), on=MONDAY, contact=came_in, outcome=ReferralOutcome.ALREADY_OPEN)
    assert current("contact", came_in)["outcome"] == "already_open"
    with pytest.raises(NotPossible, match="was decided already"):
        decide_contact(by=area.as_("Mona Reed"), on=MONDAY, contact=came_in, outcome=ReferralOutcome.PASSED_ON)


def test_managers_look_at_once_at_a_contact_that_should_not_have_been(
    area: Partnership, pregnancy: str, django_capture_on_commit_callbacks
) -> None:
    noah = father(area, pregnancy, safety=ContactSafety.UNAWARE_OF_PREGNANCY)
    with django_capture_on_commit_callbacks(execute=True):
        record_contact(
            by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, kind=ContactKind.TELEPHONE, person=noah
        )
    assert [what.partition(".")[0] for what in told("Mona Reed")] == [
        "A contact was recorded with somebody whom services must leave alone"
    ]

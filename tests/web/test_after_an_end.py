"""What a mother reads who has lost a pregnancy: nothing on her record asks for more, or speaks of what will not come."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from cast import MONDAY, Partnership
from django.test import Client
from everyday import expected_baby
from pages import Page, page

from lapwing.conduct.verbs.appointments import book_appointment
from lapwing.conduct.verbs.births import record_loss
from lapwing.conduct.verbs.hand_overs import hand_over
from lapwing.conduct.verbs.referrals import refer
from lapwing.records.entries import entries
from lapwing.vocabulary.care_codes import AppointmentKind, HandOverKind


@pytest.fixture
def lost(area: Partnership, signed_in: Any) -> tuple[Client, str]:
    """A pregnancy that was handed over and referred, with an appointment ahead, and then lost; her midwife looks at it."""
    pregnancy = expected_baby(area)
    child = str(entries("child").get(pregnancy=pregnancy).pk)
    hand_over(
        by=area.as_("Mira Wells"),
        on=MONDAY,
        child=child,
        kind=HandOverKind.POSTNATAL_TRANSFER,
        to_agency=area.agencies["Health visiting"],
    )
    refer(by=area.as_("Mira Wells"), on=MONDAY, child=child, to_agency=area.agencies["Social care"])
    ahead = MONDAY + timedelta(days=3)
    book_appointment(
        by=area.as_("Mira Wells"), on=MONDAY, child=child, kind=AppointmentKind.ANTENATAL, booked_for_on=ahead
    )
    record_loss(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy)
    return signed_in("Mira Wells"), child


def entry(client: Client, child: str, table: str) -> Page:
    """The page of the one entry of a table."""
    (link,) = page(client, f"/children/{child}/entries/{table}").tree.xpath("//main//h2/a/@href")
    return page(client, link)


def test_the_record_speaks_of_no_child_to_come(lost: tuple[Client, str]) -> None:
    client, child = lost
    assert "The family" in page(client, f"/children/{child}/").text
    assert "unborn" not in page(client, f"/children/{child}/").text
    assert "to come" not in page(client, f"/children/{child}/chronology").text
    assert (
        "not accepted" not in page(client, f"/children/{child}/people").text.partition("People and agencies around")[2]
    )


def test_nothing_about_a_birth_is_offered_any_more(lost: tuple[Client, str]) -> None:
    client, child = lost
    offered = page(client, f"/children/{child}/record").links
    assert "Record what you shared with another agency" in offered
    assert not [
        text for text in offered if any(word in text for word in ("birth", "baby", "due", "plan", "appointment"))
    ]


@pytest.mark.parametrize("table", ["hand_over", "referral"])
def test_what_waited_waits_no_more_and_says_what_was_done(lost: tuple[Client, str], table: str) -> None:
    said = entry(*lost, table)
    assert "This record has ended. Nothing is asked of anybody any more." in said.text
    assert " Done " in said.text
    assert not [word for word in ("Waits now", "Not yet", "accepts it by") if word in said.text]


def test_nobody_is_asked_whether_she_came_to_her_appointment(lost: tuple[Client, str]) -> None:
    assert set(entry(*lost, "appointment").links) == {
        "Put an entry right",
        "Ask for an entry made in error to be voided",
    }


def test_no_name_stands_in_the_title_of_a_page_which_a_browser_keeps(lost: tuple[Client, str]) -> None:
    client, child = lost
    pages = [
        page(client, f"/children/{child}/"),
        entry(client, child, "pregnancy"),
        entry(client, child, "relationship"),
    ]
    titles = [one.tree.findtext(".//title").split(" \u2013 ")[0] for one in pages]
    assert titles == ["A child’s record", "Pregnancy", "Person around the child"]

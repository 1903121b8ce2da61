"""Getting in: who may open a record, who has opened it, and opening one in an emergency."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from cast import MONDAY, Partnership
from django.test import Client
from everyday import me
from pages import Page, page, read

from lapwing.conduct.restrictions import Grounds
from lapwing.conduct.verbs.access import declare_family, declare_family_of, restrict_record, review_glass
from lapwing.conduct.verbs.children import open_record
from lapwing.records.models import BrokenGlass, Event

SignedIn = Callable[[str], Client]
NUMBER, NOBODYS = "999 000 0018", "999 000 0026"
WHY = "The baby is here and nobody answers"


@pytest.fixture
def child(area: Partnership) -> str:
    area.account("Hanne Gray", "named_professional", "Health visiting")
    return open_record(
        by=area.as_("Mira Wells", MONDAY),
        on=MONDAY,
        given_name="Otto",
        born_on=date(2026, 5, 5),
        nhs_number=NUMBER.replace(" ", ""),
    )


def ask(client: Client, number: str, reason: str = WHY) -> Page:
    """Asking for a record in an emergency, up to the page that one comes to."""
    return read(client.post("/emergency", {"nhs_number": number, "reason": reason}, follow=True))


# In an emergency


def test_an_exact_number_and_a_reason_open_a_record(area: Partnership, child: str, signed_in: SignedIn) -> None:
    client = signed_in("Hazel Ford")
    found = ask(client, NUMBER)
    assert found.texts("lw-child__called") == ["Otto"]
    (said,) = found.texts("lw-late")
    assert said.startswith("Open to you in an emergency Until 2 June 2026 at 12:00")
    assert said.endswith("Hanne Gray will ask you why.")
    assert BrokenGlass.objects.get().reviewer.name == "Hanne Gray"


def test_what_does_not_open_is_answered_alike(area: Partnership, child: str, signed_in: SignedIn) -> None:
    declare_family(by=area.as_("Hazel Ford"), on=MONDAY, child=child)
    client = signed_in("Hazel Ford")
    own, nobodys = ask(client, NUMBER), ask(client, NOBODYS)
    assert "which of the two is not said" in own.text
    assert (own.status, own.text) == (nobodys.status, nobodys.text)
    assert not BrokenGlass.objects.exists()
    assert Event.objects.filter(verb="open_in_emergency").count() == 2


def test_a_number_that_is_not_exact_is_sent_back_with_what_was_written(
    area: Partnership, child: str, signed_in: SignedIn
) -> None:
    found = ask(signed_in("Hazel Ford"), "999 000")
    assert found.status == 422
    assert found.tree.findtext(".//title").startswith("Error: ")
    assert "Needs the ten digits of an NHS number" in found.text
    assert WHY in found.text


def test_one_tries_so_often_in_a_day_and_no_more(area: Partnership, child: str, signed_in: SignedIn) -> None:
    client = signed_in("Hazel Ford")
    for _ in range(5):
        ask(client, NOBODYS)
    found = ask(client, NUMBER)
    assert found.status == 409
    assert "5 times in a day, which is as often as one may" in found.text
    assert not BrokenGlass.objects.exists()


def test_the_page_says_what_it_means_before_anything_is_asked(
    area: Partnership, child: str, signed_in: SignedIn
) -> None:
    found = page(signed_in("Hazel Ford"), "/emergency")
    assert "see it, raise a concern and refer, and nothing else, for 24 hours" in found.text
    assert "Hanne Gray is told at once and asks you why." in found.text
    assert page(signed_in("Audra Page"), "/emergency").status == 403


def test_the_reviewer_alone_reads_why_and_what_was_done(area: Partnership, child: str, signed_in: SignedIn) -> None:
    ask(signed_in("Hazel Ford"), NUMBER)
    found = page(signed_in("Hanne Gray"), "/emergency/reviews")
    assert WHY in found.text
    assert "Hazel Ford" in found.text
    assert "Read: the record" in found.text
    assert "a record that is not open to you" in found.text
    for name in ("Mira Wells", "Nell Frost", "Heath Lane", "Mona Reed"):
        for address in (f"/children/{child}/", f"/children/{child}/readers", "/emergency/reviews", "/work"):
            assert WHY not in page(signed_in(name), address).source
    review_glass(
        by=area.as_("Hanne Gray"), on=MONDAY, glass=BrokenGlass.objects.get().pk, justified=True, says="It was right"
    )
    reviewed = page(signed_in("Hanne Gray"), "/emergency/reviews").text
    assert "Nothing waits for your review." in reviewed
    assert "Found justified, 1 June 2026 at 09:02: It was right" in reviewed


# Who has opened it


def test_repeated_openings_of_a_person_and_day_are_one_line(area: Partnership, child: str, signed_in: SignedIn) -> None:
    client = signed_in("Mira Wells")
    for _ in range(3):
        page(client, f"/children/{child}/")
    ask(signed_in("Hazel Ford"), NUMBER)
    every = page(client, f"/children/{child}/readers").texts("lw-share")
    assert len(every) == 2
    (emergency,) = page(client, f"/children/{child}/readers?emergency=yes").texts("lw-share")
    assert "Hazel Ford, Health visiting In an emergency" in emergency
    (mine,) = page(client, f"/children/{child}/readers?who=Mira+Wells").texts("lw-share")
    assert "Mira Wells, Maternity" in mine
    assert "The record, What the checks say" in mine


# Restricted


@pytest.fixture
def restricted(area: Partnership, child: str) -> str:
    restrict_record(
        by=area.as_("Nell Frost"),
        on=MONDAY,
        child=child,
        grounds=Grounds.RISK_OF_INJURY,
        says="A relative works at the clinic",
        may_read=[me(area, "Mira Wells")],
    )
    return child


def test_those_who_may_open_a_restricted_record_see_who_else_may_and_why(
    area: Partnership, restricted: str, signed_in: SignedIn
) -> None:
    found = page(signed_in("Nell Frost"), f"/children/{restricted}/access")
    assert "This record is restricted" in found.text
    assert "Opening it could bring somebody to harm: A relative works at the clinic" in found.text
    assert "Mira Wells, Maternity" in found.text
    assert "Lift the restriction on this record" in found.links
    assert (
        "Lift the restriction on this record"
        not in page(signed_in("Mira Wells"), f"/children/{restricted}/access").links
    )


def test_a_colleague_near_the_child_hears_that_it_is_restricted_and_whom_to_ask(
    area: Partnership, restricted: str, signed_in: SignedIn
) -> None:
    found = page(signed_in("Mona Reed"), f"/children/{restricted}/")
    assert found.status == 403
    assert "This record is restricted" in found.text
    assert found.texts("lw-names") == ["Nell Frost, named or designated professional"]


def test_whoever_is_outside_the_circle_is_told_nothing(area: Partnership, restricted: str, signed_in: SignedIn) -> None:
    found = page(signed_in("Hazel Ford"), f"/children/{restricted}/")
    nowhere = page(signed_in("Hazel Ford"), "/children/there-is-no-such-child/")
    assert found.status == nowhere.status == 404
    assert found.text == nowhere.text
    assert list(found.links) == list(nowhere.links)


def test_people_to_let_in_are_chosen_by_name(area: Partnership, child: str, signed_in: SignedIn) -> None:
    found = page(signed_in("Nell Frost"), f"/children/{child}/do/restrict_record")
    assert "Mira Wells, Midwife, Community" in found.text


# One's own family


def test_a_manager_says_of_a_colleague_that_a_child_is_of_their_family_and_takes_it_back(
    area: Partnership, child: str, signed_in: SignedIn
) -> None:
    declare_family_of(by=area.as_("Nell Frost"), on=MONDAY, child=child, account=area.accounts["Mira Wells"].pk)
    found = page(signed_in("Mona Reed"), f"/children/{child}/access")
    assert "Since 1 June 2026 at 09:02, said by Nell Frost" in found.text
    assert found.links["Let Mira Wells in again"].endswith(f"account={area.accounts['Mira Wells'].pk}")
    assert "Hazel Ford" not in found.source
    assert page(signed_in("Mira Wells"), f"/children/{child}/").status == 403


def test_a_practitioner_says_it_of_themselves_alone(area: Partnership, child: str, signed_in: SignedIn) -> None:
    found = page(signed_in("Mira Wells"), f"/children/{child}/access")
    assert "Say that this child is of your own family" in found.links
    assert "Say it for a colleague" not in found.text

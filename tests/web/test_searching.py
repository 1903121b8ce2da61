"""Looking for a child: what is found and by what, what is not, and the way back to what one opened of late."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from cast import MONDAY, Partnership
from django.test import Client
from everyday import expected_baby, young_person
from pages_read import main, page, read, text

from lapwing.conduct.verbs.births import record_birth, record_loss
from lapwing.conduct.verbs.children import open_record
from lapwing.records.entries import entries
from lapwing.records.models import Event, Restriction
from lapwing.records.store import Stamp, amend

pytestmark = pytest.mark.django_db
SignedIn = Callable[[str], Client]


def search(browser: Client, sought: str, status: int = 200) -> str:
    answer = browser.post("/search", {"text": sought})
    assert answer.status_code == status
    return main(read(answer))


def born(area: Partnership) -> str:
    """A baby with a name of her own, whose mother is Anna Vale."""
    expected_baby(area)
    child: str = entries("child").get().pk
    record_birth(by=area.as_("Mira Wells"), on=MONDAY, child=child, given_name="Juno", family_name="Hale")
    return child


def number(area: Partnership, person: str, nhs_number: str) -> None:
    at = area.as_("Mira Wells")
    amend("person", person, {"nhs_number": nhs_number}, Stamp(at.at, at.account.pk))


def test_a_child_is_found_by_what_the_page_says(area: Partnership, signed_in: SignedIn) -> None:
    child = born(area)
    row = entries("child").get(pk=child)
    number(area, row.person_id, "9990000018")
    number(area, row.pregnancy.mother_id, "9990000026")
    browser = signed_in("Mira Wells")
    assert "Found by" not in search(browser, "juno hale")
    assert "Found by the mother’s name" in search(browser, "anna vail")
    assert "Found by the NHS number" in search(browser, "999 000 0018")
    assert "Found by the mother’s NHS number" in search(browser, "9990000026")


@pytest.mark.parametrize("day", ["5 October 2026", "2026-10-05", "5/10/26"])
def test_an_unborn_child_is_found_by_the_day_on_which_it_is_due(
    area: Partnership, signed_in: SignedIn, day: str
) -> None:
    expected_baby(area)
    said = search(signed_in("Mira Wells"), day)
    assert "Unborn child of Anna Vale" in said
    assert "Expected 5 October 2026." in said
    assert "Found by" not in search(signed_in("Mira Wells"), "Anna Vale")


def test_what_is_not_found_says_what_that_means(area: Partnership, signed_in: SignedIn) -> None:
    expected_baby(area)
    for sought in ("Anna Vale", "Nobody Here"):
        said = search(signed_in("Perry Stone"), sought)
        assert "0 children found within your sight" in said
        assert "That does not say that nobody of that name is on record elsewhere." in said


@pytest.mark.parametrize(("sought", "needs"), [("", "at least two letters"), ("31 February 2026", "no such day")])
def test_what_cannot_be_looked_for_says_what_is_needed(
    area: Partnership, signed_in: SignedIn, sought: str, needs: str
) -> None:
    answer = signed_in("Mira Wells").post("/search", {"text": sought})
    found = read(answer)
    assert answer.status_code == 422
    assert needs in text(found.xpath("//*[contains(@class, 'govuk-error-summary')]")[0])
    assert found.xpath("//*[contains(@class, 'govuk-error-summary')]//a/@href") == ["#text"]
    assert found.xpath("//title")[0].text.startswith("Error: ")


def test_what_is_sought_stands_in_no_address_and_every_search_in_the_log(
    area: Partnership, signed_in: SignedIn
) -> None:
    expected_baby(area)
    browser = signed_in("Mira Wells")
    assert [one.get("method") for one in page(browser, "/search").xpath("//main//form")] == ["post"]
    assert "Vale" not in main(page(browser, "/search?text=Vale"))
    search(browser, "Anna Vale")
    logged = Event.objects.filter(verb="read", details__contains='"search"')
    assert logged.count() == 1
    assert "Vale" not in logged[0].details


def test_before_anything_is_sought_the_page_has_what_one_opened_of_late(area: Partnership, signed_in: SignedIn) -> None:
    tess = young_person(area)
    open_record(by=area.as_("Sam Birch"), on=MONDAY, given_name="Ines", born_on=date(2011, 4, 2))
    browser = signed_in("Sam Birch")
    assert "opened of late" not in main(page(browser, "/search"))
    browser.get(f"/children/{tess}/")
    said = main(page(browser, "/search"))
    assert "Records that you opened of late TessBorn 2 March 2011, 15 years old." in said
    assert "Ines" not in said
    assert "Tess" not in main(page(signed_in("Sela Marsh"), "/search"))


def test_what_one_opened_of_late_goes_with_sight_and_when_the_record_ends(
    area: Partnership, signed_in: SignedIn
) -> None:
    tess, pregnancy = young_person(area), expected_baby(area)
    browser, other = signed_in("Sam Birch"), signed_in("Mira Wells")
    browser.get(f"/children/{tess}/")
    other.get(f"/children/{entries('child').get(pregnancy=pregnancy).pk}/")
    assert "Vale" in main(page(other, "/search"))
    record_loss(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy)
    assert "Vale" not in main(page(other, "/search"))
    manager = area.accounts["Sela Marsh"]
    Restriction.objects.create(child_id=tess, grounds="other", says="", by=manager, at=area.as_("Sela Marsh").at)
    assert "Tess" not in main(page(browser, "/search"))


def test_opening_the_page_takes_as_many_queries_whatever_one_opened(
    area: Partnership, signed_in: SignedIn, django_assert_max_num_queries: Any
) -> None:
    browser = signed_in("Sam Birch")
    browser.get(f"/children/{young_person(area)}/")
    browser.get("/search")
    with django_assert_max_num_queries(60) as few:
        browser.get("/search")
    allowed = len(few)
    for _ in range(6):
        browser.get(f"/children/{young_person(area)}/")
    with django_assert_max_num_queries(allowed):
        browser.get("/search")

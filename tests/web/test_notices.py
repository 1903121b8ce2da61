"""What somebody was told: the number in the header, the list, and marking it as read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from cast import MONDAY, Partnership
from django.test import Client
from everyday import expected_baby, me
from pages_read import links, main, page, text

from lapwing.conduct.verbs.births import record_loss
from lapwing.conduct.verbs.hand_overs import hand_over
from lapwing.records.entries import entries
from lapwing.records.models import Notification
from lapwing.vocabulary.care_codes import HandOverKind

pytestmark = pytest.mark.django_db
SignedIn = Callable[[str], Client]


@pytest.fixture
def sent(area: Partnership, django_capture_on_commit_callbacks: Any) -> str:
    """A hand-over to a health visitor by name, of which she was told."""
    with django_capture_on_commit_callbacks(execute=True):
        return hand_over(
            by=area.as_("Mira Wells"), on=MONDAY, pregnancy=expected_baby(area), kind=HandOverKind.ANTENATAL_NOTICE,
            to_agency=area.agencies["Health visiting"], to_practitioner=me(area, "Hazel Ford"),
        )  # fmt: skip


def bell(of: Any) -> str:
    """What the header says of notices."""
    return next(text(one) for one in of.xpath("//header//a") if text(one).startswith("Notices"))


def test_every_page_says_how_many_are_not_read_in_words(area: Partnership, sent: str, signed_in: SignedIn) -> None:
    for address in ("/work", "/children", "/search", "/you", "/notices"):
        assert bell(page(signed_in("Hazel Ford"), address)) == "Notices 1 not read"
    assert bell(page(signed_in("Sam Birch"), "/work")) == "Notices"


def test_a_notice_names_nobody_and_leads_to_its_entry(area: Partnership, sent: str, signed_in: SignedIn) -> None:
    browser = signed_in("Hazel Ford")
    found = page(browser, "/notices")
    assert "Vale" not in main(found)
    (told,) = Notification.objects.filter(account=area.accounts["Hazel Ford"])
    assert links(found, told.what)[0].endswith(f"/entries/hand_over/{sent}")
    assert page(browser, links(found, told.what)[0]) is not None


def test_marking_as_read_is_for_what_was_shown_and_not_for_what_came_after(
    area: Partnership, sent: str, signed_in: SignedIn
) -> None:
    browser = signed_in("Hazel Ford")
    up_to = page(browser, "/notices").xpath("//main//input[@name='up_to']/@value")[0]
    later = Notification.objects.create(account=area.accounts["Hazel Ford"], what="Later.", at=area.as_("Sam Birch").at)
    answer = browser.post("/notices/read", {"up_to": up_to}, follow=True)
    assert "What waits for you is still under Work until it is done." in answer.content.decode()
    assert bell(page(browser, "/notices")) == "Notices 1 not read"
    assert list(Notification.objects.filter(read_at__isnull=True, account=later.account)) == [later]
    assert browser.get("/notices/read").status_code == 405


@pytest.mark.parametrize("up_to", ["", "many", "-1", "9" * 400, "²"])
def test_what_is_no_number_marks_nothing(area: Partnership, sent: str, signed_in: SignedIn, up_to: str) -> None:
    assert signed_in("Hazel Ford").post("/notices/read", {"up_to": up_to}).status_code == 302
    assert Notification.objects.filter(read_at__isnull=False).count() == 0


def test_after_a_loss_nothing_is_said_of_it_any_more(area: Partnership, sent: str, signed_in: SignedIn) -> None:
    pregnancy = entries("hand_over").get(pk=sent).pregnancy_id
    assert bell(page(signed_in("Hazel Ford"), "/notices")) == "Notices 1 not read"
    record_loss(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy)
    found = page(signed_in("Hazel Ford"), "/notices")
    assert bell(found) == "Notices"
    assert not found.xpath("//main//ol/li")
    assert "You were told nothing" in main(found)


def test_reading_notices_takes_as_many_queries_whatever_their_number(
    area: Partnership, sent: str, signed_in: SignedIn, django_assert_max_num_queries: Any
) -> None:
    browser = signed_in("Hazel Ford")
    browser.get("/notices")
    with django_assert_max_num_queries(60) as few:
        browser.get("/notices")
    allowed = len(few)
    (told,) = Notification.objects.filter(account=area.accounts["Hazel Ford"])
    Notification.objects.bulk_create(
        Notification(account=told.account, what=told.what, child=told.child, table=told.table, key=told.key, at=told.at)
        for _ in range(120)
    )
    with django_assert_max_num_queries(allowed):
        assert len(browser.get("/notices").content) < 60_000

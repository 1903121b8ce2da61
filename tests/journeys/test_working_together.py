"""The pages of working together and of getting in, in a real browser: anybody can use them, on a telephone too."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from cast import MONDAY, Partnership, morning, partnership
from django.conf import settings as django_settings
from django.test import Client
from everyday import days_on, me
from journey import WIDE, axe

from lapwing.conduct.restrictions import Grounds
from lapwing.conduct.verbs.access import open_in_emergency, restrict_record
from lapwing.conduct.verbs.accounts import end_account
from lapwing.conduct.verbs.children import open_record
from lapwing.conduct.verbs.disagreements import (
    answer_disagreement,
    disagree,
    escalate_disagreement,
    keep_safe_meanwhile,
)
from lapwing.conduct.verbs.hand_overs import decline_hand_over, hand_over
from lapwing.conduct.verbs.referrals import acknowledge_referral, refer
from lapwing.conduct.verbs.sharing import decide_not_to_share, share
from lapwing.vocabulary.care_codes import HandOverKind

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

Open = Callable[[str, str], Any]
HERE = "http://lapwing.example"


@pytest.fixture
def area(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Partnership:
    settings.SECOND_FACTOR = False
    settings.ALLOWED_HOSTS = ["*"]
    area = partnership()
    monkeypatch.setattr("django.utils.timezone.now", lambda: morning(area.day) + timedelta(hours=6))
    return area


@pytest.fixture
def open_as(area: Partnership, browser: Any) -> Iterator[Open]:
    """Opens an address as somebody, in a browser that asks nobody but Lapwing."""
    context = browser.new_context(viewport=WIDE)
    drawn: dict[str, str] = {}

    def answered(route: Any) -> None:
        """A page as it was drawn; a style sheet or a script from where it was made."""
        path = route.request.url.removeprefix(HERE)
        if path in drawn:
            route.fulfill(body=drawn[path], content_type="text/html", headers={"Content-Security-Policy": sealed[0]})
        else:
            route.fulfill(path=django_settings.WEB / "static" / path.lstrip("/"))

    sealed: list[str] = []
    page = context.new_page()
    page.route("**/*", answered)

    def open_(who: str, path: str) -> Any:
        client = Client()
        client.force_login(area.accounts[who], backend="allauth.account.auth_backends.AuthenticationBackend")
        answer = client.get(path)
        drawn[path], sealed[:] = answer.content.decode(), [answer["Content-Security-Policy"]]
        page.goto(HERE + path)
        return page

    yield open_
    context.close()


def looked_at(page: Any, name: str) -> None:
    """Nothing keeps anybody from using the page, and it fits a telephone; a picture of it where one is asked for."""
    folder = os.environ.get("LAPWING_PICTURES")
    for size in ({"width": 320, "height": 740}, WIDE):
        page.set_viewport_size(size)
        if folder:
            page.screenshot(path=Path(folder) / f"{name}-{size['width']}.png", full_page=True)
        assert axe(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name


@pytest.fixture
def child(area: Partnership) -> str:
    return open_record(
        by=area.as_("Mira Wells", MONDAY),
        on=MONDAY,
        given_name="Otto",
        born_on=date(2026, 5, 5),
        nhs_number="9990000018",
    )


def test_hand_overs_and_referrals(area: Partnership, child: str, open_as: Open) -> None:
    passing = {"on": MONDAY, "child": child, "kind": HandOverKind.POSTNATAL_TRANSFER}
    to = {"to_agency": area.agencies["Health visiting"], "says_dates": True, "says_parents": True, "says_risks": False}
    first = hand_over(by=area.as_("Mira Wells"), **passing, **to)
    decline_hand_over(by=area.as_("Hazel Ford"), on=MONDAY, hand_over=first, reason="They live in the other area")
    second = hand_over(by=area.as_("Mira Wells"), **passing, **to)
    referral = refer(by=area.as_("Mira Wells"), on=MONDAY, child=child, to_agency=area.agencies["Social care"])
    looked_at(open_as("Hazel Ford", f"/children/{child}/entries/hand_over/{second}"), "hand_over_receiver")
    area.day = days_on(4)
    looked_at(open_as("Mira Wells", f"/children/{child}/entries/hand_over/{second}"), "hand_over_overdue")
    looked_at(open_as("Mira Wells", f"/children/{child}/entries/hand_over/{first}"), "hand_over_declined")
    looked_at(open_as("Mira Wells", f"/children/{child}/entries/referral/{referral}"), "referral_silent")
    looked_at(open_as("Mira Wells", f"/children/{child}/hand-over"), "hand_over_begin")
    acknowledge_referral(by=area.as_("Sam Birch"), on=days_on(4), referral=referral)
    looked_at(open_as("Sam Birch", f"/children/{child}/entries/referral/{referral}"), "referral_asked")


def test_a_disagreement_up_to_the_last_stage(area: Partnership, child: str, open_as: Open) -> None:
    refer(by=area.as_("Mira Wells"), on=MONDAY, child=child, to_agency=area.agencies["Social care"])
    about = {"child": child, "to_agency": area.agencies["Social care"], "about": "That no assessment was begun"}
    key = disagree(by=area.as_("Mira Wells"), on=MONDAY, **about)
    where = f"/children/{child}/entries/disagreement/{key}"
    looked_at(open_as("Sam Birch", where), "disagreement_first")
    keep_safe_meanwhile(by=area.as_("Mira Wells"), on=MONDAY, disagreement=key, interim_safety="He stays on the ward")
    answer_disagreement(by=area.as_("Sam Birch"), on=MONDAY, disagreement=key, says="It does not meet our threshold")
    escalate_disagreement(
        by=area.as_("Mira Wells", days_on(1)), on=days_on(1), disagreement=key, says="He is still at risk"
    )
    area.day = days_on(12)
    looked_at(open_as("Mira Wells", where), "disagreement_overdue")


def test_sharing_and_handing_on(area: Partnership, child: str, open_as: Open) -> None:
    about = {"by": area.as_("Mira Wells"), "on": MONDAY, "child": child}
    to = {"to_agency": area.agencies["Social care"], "to_practitioner": me(area, "Sam Birch")}
    share(**about, **to, what="That she moved", reason="So that they find her")
    decide_not_to_share(**about, to_agency=area.agencies["Police"], reason="It would put her at risk")
    looked_at(open_as("Mira Wells", f"/children/{child}/sharing"), "sharing")
    end_account(by=area.as_("Ada Keys"), on=MONDAY, account=area.accounts["Mira Wells"].pk)
    looked_at(open_as("Mona Reed", "/handing-on"), "handing_on")


def test_getting_in(area: Partnership, child: str, open_as: Open) -> None:
    looked_at(open_as("Heath Lane", "/emergency"), "emergency")
    open_in_emergency(by=area.as_("Hazel Ford"), on=MONDAY, nhs_number="9990000018", reason="Nobody answers")
    looked_at(open_as("Hazel Ford", f"/children/{child}/"), "child_in_emergency")
    looked_at(open_as("Heath Lane", "/emergency/reviews"), "reviews")
    looked_at(open_as("Mira Wells", f"/children/{child}/readers"), "readers")
    restrict_record(by=area.as_("Nell Frost"), on=MONDAY, child=child, grounds=Grounds.LEGAL_BAR, says="An injunction")
    looked_at(open_as("Nell Frost", f"/children/{child}/access"), "who_may")
    looked_at(open_as("Mona Reed", f"/children/{child}/"), "restricted")

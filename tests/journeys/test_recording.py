"""Recording, in a real browser: by keyboard, without JavaScript, with a closed tab, and with nothing in anybody's way."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cast import MONDAY, partnership
from django.conf import settings
from django.test import Client
from everyday import expected_baby, father, works_with
from journey import NARROW, WIDE, axe

from lapwing.conduct import drafts
from lapwing.conduct.verbs.assessments import start_assessment
from lapwing.conduct.verbs.concerns import raise_concern
from lapwing.conduct.verbs.meetings import record_meeting
from lapwing.records.entries import entries
from lapwing.vocabulary.codes import ConcernKind, ConcernStatus
from lapwing.vocabulary.work_codes import AssessmentKind, MeetingKind
from lapwing.web.templating import address

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Open = Callable[..., Any]


class Place:
    """An area with an unborn child, an assessment and a review; served at an address."""

    def __init__(self, url: str) -> None:
        self.url, self.area = url, partnership()
        pregnancy = expected_baby(self.area)
        for name in ("Mira Wells", "Mona Reed"):
            works_with(self.area, name, pregnancy=pregnancy)
        self.child = str(entries("child").get(pregnancy=pregnancy).pk)
        father(self.area, pregnancy)
        by = self.area.as_("Mira Wells")
        given = {"by": by, "on": MONDAY, "pregnancy": pregnancy}
        raise_concern(kind=next(iter(ConcernKind)), status=ConcernStatus.CURRENT, **given)  # type: ignore[arg-type]
        self.assessment = start_assessment(kind=AssessmentKind.PRE_BIRTH, **given)  # type: ignore[arg-type]
        self.meeting = record_meeting(kind=MeetingKind.REVIEW_CONFERENCE, **given)  # type: ignore[arg-type]

    @property
    def observing(self) -> str:
        return address("observe", self.child)


@pytest.fixture
def place(live_server: Any, settings: Any) -> Place:
    settings.SECOND_FACTOR = False
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = False
    return Place(live_server.url)


@pytest.fixture
def opened(browser: Any, place: Place) -> Iterator[Open]:
    """Opens a page as somebody who has signed in."""
    contexts = []

    def open_(path: str, name: str = "Mira Wells", **options: Any) -> Any:
        context = browser.new_context(base_url=place.url, **({"viewport": WIDE} | options))
        contexts.append(context)
        signed_in = Client()
        signed_in.force_login(place.area.accounts[name], backend="allauth.account.auth_backends.AuthenticationBackend")
        cookie = signed_in.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": place.url}])
        page = context.new_page()
        page.goto(path)
        return page

    yield open_
    for context in contexts:
        context.close()


def looked_at(page: Any, name: str) -> None:
    """Nothing keeps anybody from using the page, and it fits a telephone; a picture of it where one is asked for."""
    folder = os.environ.get("LAPWING_PICTURES")
    for width, size in ((320, NARROW | {"width": 320}), (1280, WIDE)):
        page.set_viewport_size(size)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{name} scrolls at {width}"
        assert axe(page) == []
        if folder:
            page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)


@pytest.mark.parametrize("with_script", [True, False])
def test_every_page_of_recording_can_be_used(place: Place, opened: Open, with_script: bool) -> None:
    decide = f"{address('do', place.child, 'decide')}?kind=strategy_discussion&outcome=required"
    pages = {
        "begin": address("begin_about", place.child),
        "observe": place.observing,
        "decide": decide,
        "step": address("do", place.child, "raise_concern"),
        "assessment": address("entry", place.child, "assessment", place.assessment),
        "review": address("entry", place.child, "meeting", place.meeting),
        "correct": f"{address('do', place.child, 'correct')}?table=meeting&key={place.meeting}",
        "action": address("do", place.child, "give_action"),
    }
    for name, path in pages.items():
        page = opened(path)
        assert page.locator("h1").count() == 1, name
        if with_script:
            looked_at(page, name)
    plain = opened(place.observing, java_script_enabled=False)
    plain.get_by_role("button", name="Save").click()
    assert plain.get_by_role("heading", name="There is a problem").is_visible()
    if with_script:
        wrong = opened(place.observing)
        wrong.get_by_role("button", name="Save").click()
        looked_at(wrong, "wrong")


def test_an_error_is_reached_by_keyboard(place: Place, opened: Open) -> None:
    page = opened(place.observing)
    page.get_by_role("button", name="Save").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".govuk-error-summary")
    assert page.title().startswith("Error: ")
    assert page.evaluate("document.activeElement.className").startswith("govuk-error-summary")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id")


def test_a_closed_tab_loses_nothing(place: Place, opened: Open) -> None:
    page = opened(place.observing)
    with page.expect_response("**/observe/draft"):
        page.get_by_label("What did you see?").fill("The cot stands ready.")
    page.wait_for_function("document.querySelector('[data-draft-says]').textContent.startsWith('Kept at')")
    page.close()
    again = opened(place.observing)
    assert again.get_by_label("What did you see?").input_value() == "The cot stands ready."
    assert "cot" not in again.url
    assert len(drafts.drafts_of(by=place.area.as_("Mira Wells"))) == 1


def test_words_are_kept_though_the_session_ended_while_they_were_written(place: Place, opened: Open) -> None:
    page = opened(place.observing, java_script_enabled=False)
    page.get_by_label("What were you told?").fill("He has left.")
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.get_by_role("button", name="Save").click()
    assert "/account/login/" in page.url
    assert "left" not in page.url
    again = opened(place.observing)
    assert again.get_by_label("What were you told?").input_value() == "He has left."
    assert entries("observation").count() == 0


def test_a_review_is_written_by_keyboard_and_without_script(place: Place, opened: Open) -> None:
    page = opened(address("entry", place.child, "meeting", place.meeting), java_script_enabled=False)
    page.locator("#concerns ~ .lw-impact a", has_text="Write the line").first.focus()
    page.keyboard.press("Enter")
    page.get_by_label("Seen by a practitioner").focus()
    page.keyboard.press("Space")
    page.get_by_label("Better").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**/entries/meeting/**")
    assert page.get_by_text("seen by a practitioner").count() >= 1

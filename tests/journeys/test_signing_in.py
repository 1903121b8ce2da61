"""Signing in, in a real browser: with a passkey, with one-time codes and no JavaScript, and being led to a second factor."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cast import Partnership, partnership
from django.core.cache import cache
from journey import NARROW, WIDE, axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "lapwings lead them away"  # noqa: S105  # of invented people
EMAIL = "mira.wells@example.org"
Open = Callable[..., Any]


@pytest.fixture
def served(live_server: Any) -> Iterator[str]:
    """Lapwing answering at an address, with a midwife who has set her password and nothing else."""
    cache.clear()
    area: Partnership = partnership()
    midwife = area.accounts["Mira Wells"]
    midwife.set_password(PASSWORD)
    midwife.save()
    yield live_server.url
    cache.clear()


@pytest.fixture
def opened(browser: Any, served: str) -> Iterator[Open]:
    """Opens a page in a browser of its own; with it, whatever is asked for from elsewhere is a failure."""
    contexts = []

    def open_(path: str, **options: Any) -> Any:
        contexts.append(browser.new_context(base_url=served, **({"viewport": WIDE} | options)))
        page = contexts[-1].new_page()
        page.on("request", lambda one: asked.append(one.url))
        page.on("console", lambda one: faults.append(one.text) if one.type == "error" else None)
        page.goto(path)
        return page

    asked: list[str] = []
    faults: list[str] = []
    yield open_
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith((served, "data:"))] == []
    assert [fault for fault in faults if "Content Security Policy" in fault] == []


def looked_at(page: Any, name: str) -> None:
    """Nothing keeps anybody from using the page, and it fits a telephone; a picture of it where one is asked for."""
    folder = os.environ.get("LAPWING_PICTURES")
    for size in (NARROW | {"width": 320}, WIDE):
        page.set_viewport_size(size)
        assert axe(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name
        if folder:
            page.screenshot(path=Path(folder) / f"{name}-{size['width']}.png", full_page=True)


def give_password(page: Any, password: str = PASSWORD) -> None:
    page.get_by_label("E-mail address").fill(EMAIL)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()


def code_for(secret: str) -> str:
    """What an authenticator app shows now."""
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


def with_authenticator(page: Any) -> None:
    """A device that keeps passkeys and asks nobody, as the finger of whoever holds it would answer."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    kind = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": kind | {"isUserVerified": True, "automaticPresenceSimulation": True}},
    )


def test_a_passkey_is_set_up_first_and_then_signs_in_without_a_password(opened: Open) -> None:
    page = opened("/children")
    with_authenticator(page)
    looked_at(page, "sign-in")
    give_password(page)
    assert page.get_by_role("heading", level=1).inner_text().startswith("One more step")
    assert page.get_by_role("navigation").count() == 0, "nothing but the one step"
    looked_at(page, "second-factor-first")
    page.get_by_role("button", name="Add a passkey").click()
    looked_at(page, "passkey-add")
    page.get_by_label("What to call it").fill("Work telephone")
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_role("heading", name="Your recovery codes").wait_for()
    assert page.locator(".lw-codes li").count() == 10
    assert page.get_by_role("button", name="Print").is_visible()
    looked_at(page, "recovery-codes")
    page.get_by_role("button", name="I have kept them").click()
    page.get_by_role("link", name="Mira Wells").click()
    assert "Work telephone" in page.locator("main").inner_text()
    looked_at(page, "you")
    page.get_by_role("button", name="Sign out", exact=True).click()

    page.goto("/children")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_role("link", name="Mira Wells").wait_for()
    assert page.get_by_role("heading", level=1).inner_text() == "Children"

    page.goto("/account/2fa/")
    looked_at(page, "how-you-sign-in")


def test_a_passkey_is_the_second_step_after_a_password_too(opened: Open) -> None:
    page = opened("/account/login/")
    with_authenticator(page)
    give_password(page)
    page.goto("/account/2fa/passkeys/add/")
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_role("heading", name="Your recovery codes").wait_for()
    page.get_by_role("button", name="Sign out", exact=True).click()
    give_password(page)
    looked_at(page, "second-step")
    page.get_by_role("button", name="Use your passkey").click()
    page.get_by_role("link", name="Mira Wells").wait_for()


def test_one_time_codes_and_recovery_codes_work_without_javascript(opened: Open) -> None:
    page = opened("/account/login/", java_script_enabled=False)
    assert page.get_by_role("button", name="Sign in with a passkey").count() == 0
    assert "a one-time code work without it" in page.locator("main").inner_text()
    give_password(page)
    page.get_by_role("button", name="Set up one-time codes").click()
    secret = page.locator(".lw-key").inner_text()
    page.get_by_label("Six digits").fill("000000")
    page.get_by_role("button", name="Set up").click()
    assert page.locator(".govuk-error-summary").inner_text().startswith("There is a problem")
    page.get_by_label("Six digits").fill(code_for(secret))
    page.get_by_role("button", name="Set up").click()
    kept = page.locator(".lw-codes li").all_inner_texts()
    page.reload()
    assert page.locator(".lw-codes li").count() == 0, "shown once"
    page.get_by_role("button", name="Sign out", exact=True).click()

    give_password(page)
    page.get_by_label("One-time code").fill(kept[0])
    page.get_by_role("button", name="Continue").click()
    assert page.get_by_role("link", name="Mira Wells").is_visible()


def test_one_time_codes_are_set_up_by_a_picture_or_a_key(opened: Open) -> None:
    page = opened("/account/login/")
    give_password(page)
    page.get_by_role("button", name="Set up one-time codes").click()
    looked_at(page, "one-time-codes")
    page.get_by_label("Six digits").fill("12")
    page.get_by_role("button", name="Set up").click()
    page.get_by_role("link", name="This is not right").click()
    assert page.evaluate("document.activeElement.id") == "code"
    looked_at(page, "one-time-codes-wrong")


def test_a_wrong_password_says_so_and_leads_to_the_field(opened: Open) -> None:
    page = opened("/account/login/")
    give_password(page, "not this one")
    assert page.title().startswith("Error: Sign in")
    looked_at(page, "wrong-password")
    for _ in range(5):
        give_password(page, "nor this")
    assert "Wait 15 minutes" in page.locator(".govuk-error-summary").inner_text()
    looked_at(page, "locked")
    page.get_by_role("link", name="I have forgotten my password").click()
    looked_at(page, "ask-for-link")


def test_signing_in_works_by_keyboard_alone(opened: Open) -> None:
    page = opened("/account/login/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").strip() == "Skip to main content"
    page.keyboard.press("Enter")
    for text in (EMAIL, PASSWORD):
        page.keyboard.press("Tab")
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="One more step").wait_for()

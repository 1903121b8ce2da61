"""Every verb of the record has a form that can be opened, filled in as a person would, and sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from inspect import signature
from typing import Any
from urllib.parse import urlencode

import lxml.html
import pytest
from cast import MONDAY, Partnership, partnership
from django.db import transaction
from django.test import Client
from rich_record import rich_record

from lapwing.conduct import reading
from lapwing.conduct.acting import Acting
from lapwing.conduct.verb import VERBS, Verb
from lapwing.vocabulary.board import BOARD_TABLES
from lapwing.web.templating import address
from lapwing.web.words import words_of

pytestmark = pytest.mark.django_db

WHO = ("Mira Wells", "Mona Reed", "Nell Frost", "Ada Keys")
"""A practitioner, a manager, a named professional, an administrator."""
READ_CHILD = reading.read_child
WORDS = "Written in plain words"
NAME = re.compile(r"\b[a-z]+_[a-z_]+\b")


@dataclass
class Rich:
    """An area with one rich record."""

    area: Partnership
    keys: dict[str, str]
    read: dict[str, reading.ChildRecord] = field(default_factory=dict)

    def read_child(self, *, by: Acting, child: str) -> reading.ChildRecord:
        """The record as it was made, read once for each person: each test finds it so."""
        if by.account.name not in self.read:
            self.read[by.account.name] = READ_CHILD(by=by, child=child)
        return self.read[by.account.name]

    def browser(self, name: str) -> Client:
        client = Client()
        client.force_login(self.area.accounts[name], backend="allauth.account.auth_backends.AuthenticationBackend")
        return client


@pytest.fixture(scope="module")
def rich(django_db_setup: None, django_db_blocker: Any) -> Iterator[Rich]:
    with django_db_blocker.unblock(), transaction.atomic():
        area = partnership()
        yield Rich(area, rich_record(area))
        transaction.set_rollback(True)


@pytest.fixture
def apart(rich: Rich, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Rich:
    """The rich record as it was made, whatever a test does to it."""
    settings.SECOND_FACTOR = False
    monkeypatch.setattr("django.utils.timezone.now", lambda: rich.area.as_("Mira Wells", MONDAY).at)
    monkeypatch.setattr("lapwing.web.forms.asking.reading.read_child", rich.read_child)
    monkeypatch.setattr("lapwing.conduct.verb.recompute", lambda *_, **__: None)  # what checks say is not asked here
    return rich


def where(verb: Verb, keys: dict[str, str]) -> str:
    """The address of a verb's form, as a page of the record leads to it."""
    given = {}
    on_entry = words_of(verb.name).on_entry
    first = next((name for name, table in verb.naming.items() if table == on_entry), None)
    if first is not None:
        given[first] = keys[str(on_entry)]
    parameters = signature(verb.body).parameters
    beside = {"table": "concern", "key": keys["concern"], "check": "before_birth.decision_recorded"}
    beside |= {
        "subject": keys["child"],
        "answer": "1",
        "glass": "1",
        "token": "1",
        "reconciliation": "1",
        "account": "1",
    }
    given |= {name: value for name, value in beside.items() if name in parameters}
    about_child = set(verb.naming) & {"child", "pregnancy", "person"} or on_entry or "table" in parameters
    path = address("do", keys["child"], verb.name) if about_child else address("do_anywhere", verb.name)
    return f"{path}?{urlencode(given)}" if given else path


def may(who: str, verb: Verb, rich: Rich) -> bool:
    return rich.area.accounts[who].role in verb.may


def fill_in(form: Any) -> list[tuple[str, str]]:
    """Every question answered with the first thing that can be chosen, a word, a number or the Monday."""
    filled: dict[str, str] = {}
    for one in form.inputs:
        kind = one.get("type", one.tag)
        if not one.name or kind == "submit" or one.tag == "button":
            continue
        if kind == "hidden":
            filled[one.name] = one.value or ""
        elif one.tag == "select":
            filled[one.name] = next((value for value in one.value_options if value), "")
        elif kind in ("radio", "checkbox"):
            filled.setdefault(one.name, one.get("value"))
        else:
            filled[one.name] = one.value or answer_to(one)
    return list(filled.items())


def answer_to(asked: Any) -> str:
    day = {"day": "1", "month": "6", "year": "2026"}
    part = asked.name.rpartition("-")[2]
    if part in day:
        return day[part]
    return "3" if asked.get("inputmode") in ("numeric", "decimal") else WORDS


def opened(browser: Client, at: str) -> tuple[str, Any]:
    """The last page of a form, and where it is; the pages before it are answered as they come."""
    for _ in range(5):
        answer = browser.get(at)
        if answer.status_code == 302:
            at = answer["Location"]
            answer = browser.get(at)
        assert answer.status_code == 200, (at, answer.status_code)
        page = lxml.html.fromstring(answer.content)
        form = page.xpath("//main//form")
        if not form or form[0].method == "POST":
            return at, page
        at = f"{at.partition('?')[0]}?{urlencode(fill_in(form[0]))}"
    raise AssertionError(f"{at} never comes to an end")


def wrong(page: Any) -> str:
    return " ".join(page.xpath("//div[contains(@class, 'govuk-error-summary')]//text()"))


OF_CHILDREN = [
    name
    for name, verb in VERBS.items()
    if not verb.is_of_the_board or ("child" in verb.naming and not BOARD_TABLES.keys() & set(verb.naming.values()))
]
"""Verbs about a child. Those about the Board's own business, whose forms tests/board opens, are not among them."""


@pytest.mark.parametrize("name", OF_CHILDREN)
def test_every_form_opens_and_what_is_sent_reaches_its_verb(apart: Rich, name: str) -> None:
    who = next(one for one in WHO if may(one, VERBS[name], apart))
    fill_in_and_send(apart, who, VERBS[name])


@pytest.mark.long
@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("name", OF_CHILDREN)
def test_each_role_opens_and_sends_what_it_may(apart: Rich, name: str, who: str) -> None:
    if may(who, VERBS[name], apart):
        fill_in_and_send(apart, who, VERBS[name])
    else:
        # Out of sight it is not said that there is such a record.
        answer = apart.browser(who).get(where(VERBS[name], apart.keys), follow=True)
        assert answer.status_code in (403, 404)


def fill_in_and_send(rich: Rich, who: str, verb: Verb) -> None:
    browser = rich.browser(who)
    at = where(verb, rich.keys)
    if who == "Ada Keys" and at.startswith("/children/") and browser.get(at).status_code == 404:
        return  # an administrator sees no child's record
    at, page = opened(browser, at)
    forms = page.xpath("//main//form")
    if forms:
        send_and_look(browser, at, fill_in(forms[0]))
    else:
        assert "nothing on this record" in page.text_content()


def send_and_look(browser: Client, at: str, filled: list[tuple[str, str]]) -> None:
    """What is sent is done, or refused in words that name nothing of ours."""
    answer = browser.post(at, {**dict(filled), "confirmed": "yes"})
    if answer.status_code == 302:
        return
    assert answer.status_code in (409, 422), answer.status_code
    page = lxml.html.fromstring(answer.content)
    assert page.findtext(".//title").startswith("Error: ")
    assert wrong(page).strip()
    assert not NAME.search(wrong(page)), wrong(page)
    assert typed(filled) <= typed(fill_in(page.xpath("//main//form")[0]))


def typed(filled: list[tuple[str, str]]) -> set[tuple[str, str]]:
    return {(name, value) for name, value in filled if value == WORDS}

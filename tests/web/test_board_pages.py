"""Every page of the Board as each role comes to it: it opens, says what it is, and leads back and on."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from audited import baby
from cast import Partnership
from django.test import Client
from django.urls import URLPattern, resolve, reverse
from learned import Counted, acted, bea, briefed, checked, sent, taken_up
from lxml import html
from pages import Page, page, read

import lapwing.web
from lapwing.board.verbs.challenge_roster import ask_roster, name_contact
from lapwing.board.verbs.given_cases import give_case
from lapwing.board.verbs.policies_in_force import enter_policy
from lapwing.board.verbs.self_assessments import open_self_assessment
from lapwing.board.verbs.staff_pulse import open_pulse
from lapwing.conduct.verb import VERBS
from lapwing.vocabulary.board.challenge import ContactPart, Stage
from lapwing.vocabulary.board.codes import TaskKind
from lapwing.vocabulary.board.register_codes import PolicyKind
from lapwing.web.navigation import CHILD_TABS
from lapwing.web.pages.board import PATHS, PLACES
from lapwing.web.showing.board.places import ORDER
from lapwing.web.words import Place as Where
from lapwing.web.words import groups

SignedIn = Callable[..., Client]
ROLES = ("Bea Board", "Audra Page", "Sol Quill", "Mona Reed", "Nell Frost", "Mira Wells", "Ada Keys")
BESIDE = (".csv", ".xlsx", ".svg", ".docx", "/word")
"""How the address ends of what is a file and no page."""


@pytest.fixture
def at_work(area: Partnership, monkeypatch: pytest.MonkeyPatch) -> None:
    """A little of each part of the Board's work, as it waits for a midwife's manager."""
    today = area.day
    Counted(monkeypatch).say(30, 60, today)
    item = taken_up(area)
    checked(area, item)
    acted(area, item)
    sent(area, briefed(area, item), to_agency=area.agencies["Maternity"])
    for kind in PolicyKind:
        enter_policy(by=bea(area), kind=kind, name=kind.label, in_force_on=today - timedelta(30))
    name_contact(
        by=bea(area), agency=area.agencies["Maternity"], stage=Stage.FIRST, part=ContactPart.LEAD,
        account=int(area.accounts["Mona Reed"].pk), on=today,
    )  # fmt: skip
    ask_roster(by=bea(area), on=today)
    open_pulse(by=bea(area), pulse_title="Summer", closes_on=today + timedelta(9), on=today)
    open_self_assessment(by=bea(area), round_title="2026", due_on=today + timedelta(60), on=today)


def leads_to(shown: Page) -> set[str]:
    """Where the main part leads, within Lapwing; not to a place on the same page."""
    found = {one.partition("#")[0] for one in shown.tree.xpath("//main//a/@href")}
    return {one for one in found if one.startswith("/")}


def kind_of(here: str) -> tuple[str, str]:
    """Which page an address is of, and of which verb where it is a form: one of each kind is looked at."""
    found = resolve(here.partition("?")[0])
    return str(found.url_name), str(found.kwargs.get("verb", ""))


def names_of(paths: list[URLPattern]) -> list[str]:
    """The pages whose addresses name nothing."""
    return [str(one.name) for one in paths if not one.pattern.converters]


@pytest.mark.parametrize("who", ROLES)
def test_every_page_that_names_nothing_opens_for_each_role_that_may(
    area: Partnership, at_work: None, signed_in: SignedIn, who: str
) -> None:
    client = signed_in(who)
    mine = {one.name for one in PLACES if area.accounts[who].role in one.may}
    for name in names_of(PATHS):
        answered = client.get(reverse(name)).status_code
        assert answered == 200 or (answered == 403 and name not in mine), (name, answered)


@pytest.mark.parametrize("who", ROLES)
def test_whatever_a_role_reaches_from_the_first_page_is_there_and_leads_back(
    area: Partnership, at_work: None, signed_in: SignedIn, who: str
) -> None:
    client = signed_in(who)
    seen, waiting = set(), [reverse("board")]
    while waiting:
        here = waiting.pop()
        kind = kind_of(here)
        if kind in seen:
            continue
        seen.add(kind)
        answer = client.get(here)
        assert answer.status_code == 200, here
        if here.startswith("/board/") and not here.partition("?")[0].endswith(BESIDE):
            shown = page(client, here)
            assert_stands(shown, here)
            waiting += sorted(leads_to(shown))


def assert_stands(shown: Page, here: str) -> None:
    """One first heading, no level left out, a title that says it, and a way back."""
    levels = [int(one.tag[1]) for one in shown.tree.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")]
    assert levels[0] == 1, here
    assert levels.count(1) == 1, here
    assert all(after - before < 2 for before, after in pairwise(levels)), here
    heading = " ".join(shown.tree.find(".//h1").text_content().split())
    assert shown.tree.findtext(".//title").startswith(f"{heading} "), here
    assert here == reverse("board") or shown.tree.xpath("//main//a[contains(@class, 'govuk-back-link')]"), here
    assert not shown.tree.xpath("//main//table[not(caption)]"), here
    assert shown.tree.xpath("//nav//a[@aria-current]") or not shown.tree.xpath("//nav//a[@href='/board/']"), here


def test_what_waits_stands_first_with_what_is_late_before_the_rest(
    area: Partnership, at_work: None, signed_in: SignedIn
) -> None:
    area.day += timedelta(days=10)
    shown = page(signed_in("Mona Reed"), "/board/")
    waits = [
        " ".join(one.text_content().split()) for one in shown.tree.xpath("//section[@aria-labelledby='waits']//li")
    ]
    assert waits == [
        "Late Say that you are reached for challenge by 3 June 2026",
        "1 action to accept or to hand back",
        "1 briefing to read",
        "Self-assessment of your agency, 2026 by 31 July 2026",
    ]


def test_nothing_waits_for_whom_nothing_was_asked(area: Partnership, signed_in: SignedIn) -> None:
    assert "Nothing of the Board’s work waits for you today." in page(signed_in("Mira Wells"), "/board/").text


def test_the_pulse_waits_until_it_is_answered(at_work: None, signed_in: SignedIn) -> None:
    client = signed_in("Mira Wells")
    link = page(client, "/board/").links["Three questions on challenge, answered without a name"]
    client.post(link, {"knows_how": "yes", "felt_able": "partly", "challenged": "no_occasion"})
    assert not [one for one in page(client, "/board/").links if one.startswith("Three questions")]


def test_the_first_page_has_an_order_for_every_place() -> None:
    assert sorted(ORDER) == sorted(one.name for one in PLACES)


def test_who_gave_a_case_finds_it_and_takes_it_back(area: Partnership, signed_in: SignedIn) -> None:
    child = baby(area, "Wren", with_whom="Mira Wells")
    give_case(
        by=area.as_("Mona Reed"), child=child, account=int(area.accounts["Sol Quill"].pk), task=TaskKind.SCRUTINY,
        reason="A look at one case.", until_on=area.day + timedelta(7), on=area.day,
    )  # fmt: skip
    got = signed_in("Sol Quill").get(reverse("child", args=[child]))
    assert got.status_code == 200, read(got).text
    mine = signed_in("Mona Reed")
    found = next(where for text, where in page(mine, "/board/given").links.items() if text.startswith("Take it back"))
    today = {"on-day": str(area.day.day), "on-month": str(area.day.month), "on-year": str(area.day.year)}
    assert mine.post(found, today).status_code == 302
    assert "Given by you to others" not in page(mine, "/board/given").text
    assert signed_in("Sol Quill").get(reverse("child", args=[child])).status_code == 404


def test_every_verb_of_the_board_is_named_on_some_page_or_stands_among_what_is_done_with_a_child() -> None:
    here = Path(lapwing.web.__file__).parent
    sources = [one for kind in ("*.py", "*.html") for one in here.rglob(kind)]
    said = " ".join(one.read_text("utf-8") for one in sources)
    grouped = {name for group in groups(Where.CHILD) for name in group.verbs}
    of_board = [one.name for one in VERBS.values() if one.is_of_the_board]
    assert len(of_board) > 80
    assert [one for one in of_board if not (re.search(rf"\b{one}\b", said) or one in grouped)] == []


def tabs(client: Client, child: str) -> dict[str, int]:
    """The pages that a child's record leads to, each with what is answered there."""
    answer = client.get(reverse("child", args=[child]))
    found = html.fromstring(answer.content).xpath("//ul[@class='lw-tabs']//a")
    return {one.text: client.get(one.get("href")).status_code for one in found}


def test_whoever_was_given_a_case_is_led_only_where_it_opens(area: Partnership, signed_in: SignedIn) -> None:
    child = baby(area, "Wren", with_whom="Mira Wells")
    for reader in ("Sol Quill", "Audra Page"):
        give_case(
            by=area.as_("Mona Reed"), child=child, account=int(area.accounts[reader].pk), task=TaskKind.SCRUTINY,
            reason="A look at one case.", until_on=area.day + timedelta(7), on=area.day,
        )  # fmt: skip
        given = signed_in(reader)
        opens = ["Overview", "Checks", "People and agencies", "Plan", "Chronology", "All entries", "Sharing"]
        assert tabs(given, child) == dict.fromkeys(opens, 200)
        assert "Record something" not in page(given, reverse("child", args=[child])).text
        assert given.get(reverse("readers", args=[child])).status_code in (403, 404)


def test_whoever_works_with_a_child_is_led_to_every_page_of_it(area: Partnership, signed_in: SignedIn) -> None:
    child = baby(area, "Wren", with_whom="Mira Wells")
    client = signed_in("Mira Wells")
    assert tabs(client, child) == {text: 200 for text, _ in CHILD_TABS}
    assert "Record something" in page(client, reverse("child", args=[child])).text

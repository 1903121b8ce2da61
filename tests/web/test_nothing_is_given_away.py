"""Every page that somebody can come to, and every page whose address they might guess, has nothing that they may not know."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from html import unescape
from io import BytesIO
from typing import Any
from urllib.parse import parse_qsl, unquote_plus, urljoin, urlsplit
from zipfile import ZipFile

import pytest
from cast import morning
from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve, reverse
from lxml import html
from pytest_django import DjangoDbBlocker
from what_is_secret import Kept, much_to_keep

from lapwing.conduct.reading import explain_finding, findings_of
from lapwing.conduct.tokens import digest_of
from lapwing.records.entries import entries
from lapwing.records.models import Token
from lapwing.vocabulary.records import TABLES

SEEDS = (
    "/",
    "/work",
    "/work?whose=agency",
    "/children",
    "/notices",
    "/you",
    "/search",
    "/record",
    "/handing-on",
    "/emergency",
    "/emergency/reviews",
    "/board/",
)
OF_A_CHILD = (
    "",
    "checks",
    "people",
    "plan",
    "entries",
    "weight",
    "weight.svg",
    "chronology",
    "chronology?known_on=2026-06-01",
    "chronology/print",
    "chronology/give",
    "record",
    "observe",
    "sharing",
    "hand-over",
    "access",
    "readers",
    "do/break_glass",
    "do/decide",
    "do/give_action",
    "do/end_involvement",
    "do/share",
)


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def kept(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Kept]:
    with django_db_blocker.unblock(), transaction.atomic():
        kept = much_to_keep()
        STAFF.update(
            entries("agency").values_list("pk", flat=True), entries("practitioner").values_list("pk", flat=True)
        )
        yield kept
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _at_noon(settings: Any, monkeypatch: pytest.MonkeyPatch, kept: Kept) -> None:
    settings.SECOND_FACTOR = False
    monkeypatch.setattr("django.utils.timezone.now", lambda: morning(kept.area.day) + timedelta(hours=9))


READERS = (
    *("Mira Wells", "Moss Adair", "Mona Reed", "Nell Frost", "Fay Vale"),
    *("Hazel Ford", "Heath Lane", "Sam Birch", "Sela Marsh", "Cleo Wick", "Perry Stone", "Gwen Hale", "Nora Pike"),
    *("Otis Farrow", "Bea Board", "Audra Page", "Sol Quill", "Ada Keys"),
)
"""Somebody of each role, and as near to the children and as far from them as one can be."""


@dataclass
class Looking:
    """Somebody who looks at everything, with what they may not know, and what they came upon of it."""

    name: str
    kept: Kept
    found: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.client = Client(raise_request_exception=False)
        account = self.kept.area.accounts[self.name]
        self.client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
        self.secrets = self.kept.kept_from(self.name)

    def get(self, address: str) -> Any:
        """What comes back, looked through."""
        return self._looked_through(address, self.client.get(address), "")

    def post(self, address: str, sent: Mapping[str, str]) -> Any:
        """What is answered to a form, looked through."""
        return self._looked_through(address, self.client.post(address, sent), "sent ")

    def _looked_through(self, address: str, answer: Any, how: str) -> Any:
        said = said_in(answer)
        assert answer.status_code < 500, (self.name, address)
        for what, words in self.secrets.items():
            for word in words:
                if word not in address and word.casefold() in said:
                    self.found.setdefault((what, word), []).append(how + address)
        return answer


def said_in(answer: Any) -> str:
    """All that an answer says: its headers, and its body; of a document, what is in it. Who works anywhere may be chosen."""
    headers = "\n".join(f"{name}: {value}" for name, value in answer.headers.items() if name != "Set-Cookie")
    kind, body = answer.headers.get("Content-Type", ""), getattr(answer, "content", b"")
    if "officedocument" in kind:
        parts = ZipFile(BytesIO(body))
        said = re.sub(
            "<[^>]+>", "", "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))
        )
    elif kind.startswith("text/html") and body:
        said = _without_choices_of_staff(body.decode())
    else:
        said = body.decode(errors="replace")
    return unescape(unquote_plus(headers + said)).casefold()


def _without_choices_of_staff(page: str) -> str:
    """A page without the agencies and staff among which somebody chooses, as that they exist is no secret; and without
    what was drawn or signed, in which any letters may stand.
    """
    tree = html.fromstring(page)
    for one in tree.xpath("//input[@name='whose' or @name='once' or @name='csrfmiddlewaretoken']"):
        one.drop_tree()
    for one in tree.xpath("//option | //input[@type='radio' or @type='checkbox']"):
        if one.get("value") in STAFF:
            for label in tree.xpath("//label[@for=$id]", id=one.get("id") or "-"):
                label.drop_tree()
            one.drop_tree()
    return html.tostring(tree, encoding="unicode")


STAFF: set[str] = set()


def links_in(answer: Any, at: str) -> Iterator[str]:
    """Where the page leads: by links, pictures and where one is sent."""
    if "Location" in answer.headers:
        yield urljoin(at, answer["Location"])
    if answer.content and answer.headers.get("Content-Type", "").startswith("text/html"):
        tree = html.fromstring(answer.content.decode())
        for href in tree.xpath("//a/@href | //img/@src | //main//form[not(@method='post')]/@action"):
            yield urljoin(at, href)


def shape(address: str) -> tuple[object, ...] | None:
    """What kind of page an address is, so that of a hundred alike a few are looked at; None where it is none of ours."""
    parts = urlsplit(address)
    try:
        found = resolve(parts.path)
    except Resolver404:
        return None
    if parts.netloc or (found.url_name or "").startswith(("help", "account_")):
        return None
    if found.url_name == "do":
        return ("do", found.kwargs["verb"])
    kwargs = {name: value for name, value in found.kwargs.items() if name not in ("key", "subject")}
    asked = sorted(
        name if len(value) > 20 else f"{name}={value}" for name, value in parse_qsl(parts.query) if name != "next"
    )
    return (found.url_name, *sorted(kwargs.items()), *asked)


def guessed(kept: Kept) -> list[str]:
    """Every page of every child, for whoever has the address from somewhere."""
    return [f"/children/{child}/{page}" for child in kept.children.values() for page in OF_A_CHILD]


def crawl(looking: Looking, seeds: Iterable[str]) -> dict[str, Any]:
    """Every kind of page that can be reached by links, breadth first."""
    seen: set[object] = set()
    pages: dict[str, Any] = {}
    waiting = deque(seeds)
    while waiting:
        address = waiting.popleft().partition("#")[0]
        kind = shape(address)
        if address in pages or kind is None or (kind in seen and address not in seeds):
            continue
        seen.add(kind)
        pages[address] = looking.get(address)
        waiting.extend(links_in(pages[address], address))
    return pages


@pytest.mark.parametrize("name", ["Hazel Ford", "Perry Stone", "Otis Farrow"])
def test_no_page_of_a_child_gives_anything_away(kept: Kept, name: str) -> None:
    looking = Looking(name, kept)
    for address in guessed(kept):
        looking.get(address)
    assert looking.found == {}


@pytest.mark.long
@pytest.mark.parametrize("name", READERS)
def test_no_page_that_one_can_come_to_gives_anything_away(kept: Kept, name: str) -> None:
    looking = Looking(name, kept)
    pages = crawl(looking, [*SEEDS, reverse("team"), *guessed(kept)])
    for address, answer in pages.items():
        if answer.status_code == 200 and b'name="once"' in answer.content:
            looking.post(address, {"on": "no day", "seen": "0"})
    assert looking.found == {}


READINGS = (
    *("children", "worklist", "worklist?own=true", "waiting", "notices", "contradictions", "possible-matches", "me"),
    *("children/{child}", "children/{child}/findings", "children/{child}/readers", "children/{child}/family"),
    "children/{child}/as-known-on/2026-06-01",
)


@pytest.mark.long
@pytest.mark.parametrize("name", READERS)
def test_no_answer_of_the_api_gives_anything_away(kept: Kept, name: str) -> None:
    looking = Looking(name, kept)
    token = f"token of {name}"
    ends_at = morning(kept.area.day) + timedelta(days=9)
    account = kept.area.accounts[name]
    Token.objects.create(
        digest=digest_of(token), account=account, name=name, made_at=morning(kept.area.day), ends_at=ends_at
    )
    looking.client = Client(headers={"Authorization": f"Bearer {token}"}, raise_request_exception=False)
    for child in kept.children.values():
        for reading in READINGS:
            looking.get(f"/api/{reading.format(child=child)}")
    for table in TABLES:
        for key in entries(table).values_list("pk", flat=True):
            looking.get(f"/api/entries/{table}/{key}/history")
    assert looking.found == {}


def test_an_entry_is_shown_at_the_address_of_its_own_child_alone(kept: Kept) -> None:
    client = Looking("Sam Birch", kept).client
    children = kept.children
    for table in ("observation", "involvement", "decision", "person", "child"):
        for key in _keys_of(client, children["refuge"], table):
            assert client.get(f"/children/{children['refuge']}/entries/{table}/{key}").status_code == 200
            assert client.get(f"/children/{children['private']}/entries/{table}/{key}").status_code == 404
            assert client.get(f"/children/{children['private']}/do/correct?table={table}&key={key}").status_code == 404


def _keys_of(client: Client, child: str, table: str) -> list[str]:
    tree = html.fromstring(client.get(f"/children/{child}/entries/{table}").content.decode())
    return [href.rpartition("/")[2] for href in tree.xpath("//main//h2/a/@href")]


def test_no_fact_of_a_finding_says_who_is_withheld(kept: Kept) -> None:
    by, child = kept.area.as_("Mona Reed"), kept.children["refuge"]
    him = str(entries("relationship").get(identity_status="withheld_for_safety").pk)
    about_him = [one for one in findings_of(by=by, child=child) if one.subject == him]
    explained = [explain_finding(by=by, child=child, check=one.check, subject=him) for one in about_him]
    assert about_him
    for secret in kept.secrets["Who he is"]:
        assert secret not in repr(about_him)
        assert secret not in repr([one.finding.facts for one in explained])

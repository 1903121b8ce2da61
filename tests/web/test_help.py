"""Help: every page links to the how-to that explains it, and every how-to is found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver

from lapwing.web.showing.help import EXPLAINED_BY, FIRST_DAYS, FOR_PEOPLE
from lapwing.web.urls import urlpatterns

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to"
EXPLAIN_THEMSELVES = {"help", "help_page", "help_picture"}
PICTURE = re.compile(r"!\[(?P<says>[^\]]*)\]\((?P<where>[^)]+)\)")


def pages(some: list[URLPattern | URLResolver]) -> Iterator[str]:
    for one in some:
        if isinstance(one, URLPattern):
            yield str(one.name)
        elif str(one.pattern) not in ("account/", "api/"):
            yield from pages(one.url_patterns)


def links(client: Client, path: str) -> dict[str, str]:
    answer = client.get(path)
    assert answer.status_code == 200, path
    found = lxml.html.fromstring(answer.content.decode()).iter("a")
    return {" ".join(one.text_content().split()): one.get("href") or "" for one in found}


def test_every_page_has_a_how_to() -> None:
    of_children = {name for name in pages(urlpatterns) if not name.startswith("board")}
    assert of_children - EXPLAIN_THEMSELVES == set(EXPLAINED_BY)


@pytest.mark.parametrize("name", sorted({*FIRST_DAYS, *FOR_PEOPLE} - {"permissions"}))
def test_every_how_to_is_there_and_its_pictures_are(name: str) -> None:
    said = (HOW_TO / f"{name}.md").read_text(encoding="utf-8")
    for picture in PICTURE.finditer(said):
        assert picture["says"], f"{name}: {picture['where']} says nothing to somebody who does not see it"
        assert (HOW_TO / picture["where"]).is_file(), picture["where"]


@pytest.mark.parametrize("name", FIRST_DAYS)
def test_a_first_day_shows_what_one_sees(name: str) -> None:
    said = (HOW_TO / f"{name}.md").read_text(encoding="utf-8")
    assert PICTURE.search(said)
    for part in ("Sign in", "What you see", "The first useful thing to do", "Where help is"):
        assert f"\n## {part}" in said, part


@pytest.mark.django_db
def test_help_lists_every_how_to_those_for_builders_apart(client: Client) -> None:
    listed = links(client, "/help")
    for path in HOW_TO.glob("*.md"):
        assert f"/help/{path.stem}" in listed.values(), path.name
    page = lxml.html.fromstring(client.get("/help").content.decode())
    apart = page.xpath("//h2[contains(., 'build it')]/following-sibling::ul[1]//a/@href")
    assert "/help/write-a-check-of-your-own" in apart
    assert not [one for one in apart if one.removeprefix("/help/") in (*FIRST_DAYS, *FOR_PEOPLE)]


@pytest.mark.django_db
@pytest.mark.parametrize("name", [*FIRST_DAYS, *FOR_PEOPLE])
def test_links_and_pictures_of_a_how_to_lead_somewhere(client: Client, name: str) -> None:
    page = lxml.html.fromstring(client.get(f"/help/{name}").content.decode())
    for href in page.xpath("//main//a/@href"):
        assert not href.endswith(".md"), href
        if href.startswith("/"):
            assert client.get(href.partition("#")[0]).status_code in (200, 302), href
    for source in page.xpath("//main//img/@src"):
        answer = client.get(f"/help/{source}")
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/png"), source
        b"".join(answer)  # type: ignore[call-overload]  # it streams


@pytest.mark.django_db
def test_a_page_links_to_what_explains_it(client: Client) -> None:
    assert links(client, "/account/login/")["Help with this page"] == "/help/let-people-in"
    assert links(client, "/help")["Help with this page"] == "/help"


@pytest.mark.django_db
def test_no_other_file_is_given_out_as_a_picture(client: Client) -> None:
    assert client.get("/help/pictures/not-there.png").status_code == 404

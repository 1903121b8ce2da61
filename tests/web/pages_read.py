"""Reading pages as people do: by what stands on them."""

from __future__ import annotations

from typing import Any

from django.test import Client
from lxml import html


def page(client: Client, address: str) -> Any:
    """A page that opens."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return read(answer)


def read(answer: Any) -> Any:
    return html.fromstring(answer.content.decode())


def text(of: Any) -> str:
    return " ".join(of.text_content().split())


def main(of: Any) -> str:
    """What a page says, without what is around it."""
    return text(of.xpath("//main")[0])


def sections(of: Any) -> list[str]:
    """The headings of a page's sections, each with its number."""
    return [text(one) for one in of.xpath("//main//h2")]


def under(of: Any, heading: str) -> str:
    """What one section says, by how its heading begins."""
    for one in of.xpath("//main//h2"):
        if text(one).startswith(heading):
            return text(one.xpath("ancestor::section | ancestor::details")[0])
    raise AssertionError(f"{heading}: no such section among {sections(of)}")


def links(of: Any, said: str) -> list[str]:
    """Where the links lead whose words begin so."""
    return [one.get("href") for one in of.xpath("//main//a") if text(one).startswith(said)]

"""Reading a page as a person does: its text, its links, and its buttons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.test import Client
from lxml import html


@dataclass(frozen=True)
class Page:
    """A page that came back."""

    status: int
    tree: Any
    source: str

    @property
    def text(self) -> str:
        """What stands in the main part, as one line."""
        return _said(self.tree.find(".//main"))

    @property
    def links(self) -> dict[str, str]:
        """Where each link of the main part leads, by its text."""
        return {_said(one): one.get("href") for one in self.tree.findall(".//main//a[@href]")}

    def texts(self, where: str) -> list[str]:
        """The text of each element of that class."""
        return [_said(one) for one in self.tree.find_class(where)]


def _said(element: Any) -> str:
    return " ".join(element.text_content().split())


def page(client: Client, address: str) -> Page:
    """The page at an address."""
    return read(client.get(address))


def read(answer: Any) -> Page:
    """A page from what was answered."""
    source = answer.content.decode()
    return Page(answer.status_code, html.fromstring(source), source)

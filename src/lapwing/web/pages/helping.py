"""Help: the how-tos, as pages."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from markdown_it import MarkdownIt
from markupsafe import Markup

from lapwing.web.showing.help import FIRST_DAYS, FOR_PEOPLE
from lapwing.web.templating import address

TO_ANOTHER = re.compile(r'<a href="(?!https?:|#)(?:[^"]*/)?([^"/#]*)(?:\.md)?(#[^"]*)?">(.*?)</a>', re.DOTALL)
"""A link from one page of the documentation to another."""


@lru_cache(maxsize=1)
def _folder() -> Path:
    """Where the how-tos are: packaged with Lapwing, or where it is developed."""
    packaged = settings.WEB / "guides"
    return packaged if packaged.is_dir() else settings.WEB.parents[2] / "docs" / "how-to"


@lru_cache(maxsize=1)
def _guides() -> dict[str, tuple[str, Path]]:
    """The how-tos by name, each with its title, and who may do what."""
    found = sorted([*_folder().glob("*.md"), _folder().parent / "reference" / "permissions.md"])
    there = [path for path in found if path.is_file()]
    return {path.stem: (path.read_text(encoding="utf-8").partition("\n")[0].lstrip("# "), path) for path in there}


def listed(request: HttpRequest) -> HttpResponse:
    """Every how-to: a first day by role, what else people need, and apart from it what those need who run or build it."""
    apart = [name for name in _guides() if name not in (*FIRST_DAYS, *FOR_PEOPLE)]
    groups = [
        ("Your first day", [_link(name) for name in FIRST_DAYS]),
        ("How to", [_link(name) for name in FOR_PEOPLE if name in _guides()]),
        ("For those who run Lapwing, link it to other systems, or build it", [_link(name) for name in apart]),
    ]
    return render(request, "help.html", {"heading": "Help", "html": None, "groups": groups})


def _link(name: str) -> tuple[str, str]:
    return _guides()[name][0], address("help_page", name)


def page(request: HttpRequest, name: str) -> HttpResponse:
    """One how-to."""
    if name not in _guides():
        raise Http404
    title, path = _guides()[name]
    html = MarkdownIt("commonmark").enable("table").render(path.read_text(encoding="utf-8"))
    page = {"heading": title, "html": Markup(TO_ANOTHER.sub(_to_page, html)), "groups": []}  # noqa: S704  # our own
    return render(request, "help.html", page)


def _to_page(link: re.Match[str]) -> str:
    """A link to what is shown here leads there; what is not shown here stays as words."""
    name, place, text = link.groups(default="")
    name = name.removesuffix(".md")
    return f'<a href="{address("help_page", name)}{place}">{text}</a>' if name in _guides() else text


def picture(request: HttpRequest, name: str) -> FileResponse:
    """A picture of a how-to."""
    path = _folder() / "pictures" / f"{name}.png"
    if not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), content_type="image/png")

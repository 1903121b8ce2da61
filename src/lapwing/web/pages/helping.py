"""Help: the how-tos, as pages."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from markdown_it import MarkdownIt
from markupsafe import Markup

from lapwing.web.templating import address


@lru_cache(maxsize=1)
def _guides() -> dict[str, tuple[str, Path]]:
    """The how-tos by name, each with its title, and who may do what: packaged with Lapwing, or where it is developed."""
    packaged, docs = settings.WEB / "guides", settings.WEB.parents[2] / "docs"
    ours = [*(docs / "how-to").glob("*.md"), docs / "reference" / "permissions.md"]
    found = sorted(packaged.glob("*.md") if packaged.is_dir() else ours)
    return {path.stem: (path.read_text(encoding="utf-8").partition("\n")[0].lstrip("# "), path) for path in found}


def listed(request: HttpRequest) -> HttpResponse:
    """Every how-to."""
    others = [(title, address("help_page", name)) for name, (title, _) in _guides().items()]
    html = Markup("<h1>Help</h1>")
    return render(request, "help.html", {"heading": "Help", "html": html, "others": others})


def page(request: HttpRequest, name: str) -> HttpResponse:
    """One how-to."""
    if name not in _guides():
        raise Http404
    title, path = _guides()[name]
    html = Markup(MarkdownIt("commonmark").enable("table").render(path.read_text(encoding="utf-8")))  # noqa: S704  # our own
    return render(request, "help.html", {"heading": title, "html": html, "others": []})

"""How pages are drawn: Jinja, strict, with the components of GOV.UK Frontend and what every page needs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from jinja2 import Environment, PackageLoader, PrefixLoader, StrictUndefined, Undefined
from markupsafe import Markup

from lapwing.conduct.reading import how_many_unread
from lapwing.web.asking import Acting, acting
from lapwing.web.navigation import asides_for, links_for, tabs_of_child
from lapwing.web.showing.help import guide_of


class NotMade(Exception):
    """The style sheet and the scripts were not made; `./dev` makes them from assets/."""


@lru_cache(maxsize=1)
def _files() -> Mapping[str, str]:
    """The addresses of the style sheet and the scripts, by their names in assets/."""
    made = settings.WEB / "static" / "files.json"
    if not made.exists():
        raise NotMade(f"There is no {made}. Run ./dev setup, which makes it.")
    files: dict[str, str] = json.loads(made.read_text())
    return files


def asset(name: str) -> str:
    """The address of a style sheet, script or picture."""
    return _files()[name]


class Components:
    """The components of GOV.UK Frontend, each by its name: `govuk.button({...})`.

    They read many parameters that are not given, so they have an environment of their own; ours is strict.
    """

    def __init__(self) -> None:
        pages = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
        self._pages = Environment(loader=pages, autoescape=True, undefined=Undefined, auto_reload=False)
        self._made: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        if name not in self._made:
            words = name.split("_")
            file = f"govuk_frontend_jinja/components/{'-'.join(words)}/macro.html"
            macro = "govuk" + "".join(word.capitalize() for word in words)
            self._made[name] = getattr(self._pages.get_template(file).module, macro)
        return self._made[name]


govuk = Components()
"""Every component of GOV.UK Frontend."""


def in_words(value: Any) -> str:
    """A day or a moment as people write it: 5 October 2026; 5 October 2026 at 14:05."""
    if isinstance(value, datetime):
        here = timezone.localtime(value)
        return f"{here.day} {here:%B %Y} at {here:%H:%M}"
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    return "" if value is None else str(value)


def briefly(value: date | None) -> str:
    """A day for a narrow column: 5 Oct 2026."""
    return "" if value is None else f"{value.day} {value:%b %Y}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """So many of something: 1 child, 2 children."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def environment(**options: Any) -> Environment:
    """Our own pages: a name that is not given is a mistake, never a blank."""
    strictly = {"autoescape": True, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    pages = Environment(**(options | strictly))  # noqa: S701  # it is on
    pages.globals |= {"asset": asset, "govuk": govuk, "address": address, "counted": counted, "Markup": Markup}
    pages.globals["tabs_of_child"] = tabs_of_child
    pages.filters |= {"in_words": in_words, "briefly": briefly}
    return pages


def address(name: str, *parts: Any, **words: Any) -> str:
    """Where a page is."""
    return reverse(name, args=parts, kwargs=words)


def _said(request: HttpRequest) -> Iterator[tuple[str, str]]:
    """What was just done, taken only by a page that shows it: an e-mail that is written meanwhile takes nothing."""
    for one in get_messages(request):
        yield one.level_tag, str(one.message)


def _help_at(request: HttpRequest) -> str:
    """The how-to that explains a page; all of help, where nothing explains it in particular."""
    found = getattr(request, "resolver_match", None)
    guide = guide_of(found.url_name if found else None)
    return address("help_page", guide) if guide else address("help")


def every_page(request: HttpRequest) -> dict[str, Any]:
    """What every page is given: who is signed in, where they may go, and what was just done."""
    is_in = hasattr(request, "user") and request.user.is_authenticated
    by: Acting | None = acting(request) if is_in else None
    return {
        "by": by,
        "links": links_for(by, request.path) if by else [],
        "unread": how_many_unread(by.account) if by else 0,
        "said": _said(request),
        "asides": asides_for(by) if by else [],
        "help_at": _help_at(request),
        "is_demo": settings.DEMO,
        "today": timezone.localdate(),
    }

"""Where the page of a measure is."""

from __future__ import annotations

from django.urls import NoReverseMatch

from lapwing.web.templating import address


def where_measure_is(code: str) -> str:
    """The page of a measure; empty while there is none."""
    try:
        return address("board_measure", code)
    except NoReverseMatch:
        return ""

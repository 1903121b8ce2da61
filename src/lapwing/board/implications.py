"""Implications that case reviews led to, as `lapwing reviews messages implications --format json` gives them.

What is taken over is who should do what, the theme and the place in the review. A passage that is quoted is left behind:
it tells of one child, and stays with the review.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lapwing.records.store import CannotEnter
from lapwing.reviews.prevalence.behind import citation

NEEDS = "the JSON that the list of implications of an analysis gives"
FIELD = "implication"


@dataclass(frozen=True)
class Brought:
    """An implication: its number in its analysis, who should do what, the theme, its lesson, and where it stands."""

    number: int | None
    audience: str
    action: str
    theme: str
    lesson: str
    sources: tuple[str, ...]
    given: str

    @property
    def says(self) -> str:
        """What it asks, as one sentence."""
        return f"For {self.audience}: {self.action}"

    @property
    def source(self) -> str:
        """What it was drawn from: documents, pages and paragraphs."""
        return "; ".join(self.sources)


def read_implications(text: str) -> list[Brought]:
    """The implications of a JSON text, a list or one alone; CannotEnter says what it has and needs."""
    try:
        told = json.loads(text)
    except ValueError:
        raise CannotEnter(f"{FIELD}: has text that is no JSON, needs {NEEDS}.") from None
    listed = told if isinstance(told, list) else [told]
    if not listed:
        raise CannotEnter(f"{FIELD}: has no implication, needs one at least.")
    return [_read(one) for one in listed]


def _read(one: Any) -> Brought:
    if not isinstance(one, Mapping) or not _text(one, "audience") or not _text(one, "action"):
        raise CannotEnter(f"{FIELD}: has something without an audience and an action, needs {NEEDS}.")
    sources = one.get("sources")
    cited = tuple(_cited(source) for source in sources if isinstance(source, Mapping)) if isinstance(sources, list) else ()
    number = one.get("implication_id")
    return Brought(
        number if isinstance(number, int) else None,
        _text(one, "audience"),
        _text(one, "action"),
        _text(one, "theme"),
        _text(one, "lesson"),
        tuple(dict.fromkeys(cited)),
        json.dumps(dict(one), ensure_ascii=False),
    )


def _text(one: Mapping[str, Any], name: str) -> str:
    found = one.get(name)
    return found.strip() if isinstance(found, str) else ""


def _cited(source: Mapping[str, Any]) -> str:
    page, block = source.get("page"), source.get("block")
    whole = [one if isinstance(one, int) else None for one in (page, block)]
    return citation(_text(source, "document"), whole[0], _text(source, "paragraph"), whole[1])

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
    """An implication: what it asks of whom in a sentence, the theme, its lesson, where it stands, and its own JSON."""

    says: str
    title: str
    theme: str
    lesson: str
    source: str
    given: str


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
    """An implication; or the lesson that one became, which says the same and cites its sources in words."""
    if isinstance(one, Mapping) and _text(one, "text") and _text(one, "source"):
        text = _text(one, "text")
        return Brought(text, text, "", _text(one, "id"), _text(one, "source"), _as_json(one))
    if not isinstance(one, Mapping) or not _text(one, "audience") or not _text(one, "action"):
        raise CannotEnter(f"{FIELD}: has something without an audience and an action, needs {NEEDS}.")
    action = _text(one, "action")
    says = f"For {_text(one, 'audience')}: {action}"
    return Brought(says, action, _text(one, "theme"), _text(one, "lesson"), _sources(one), _as_json(one))


def _as_json(one: Mapping[str, Any]) -> str:
    return json.dumps(dict(one), ensure_ascii=False)


def _sources(one: Mapping[str, Any]) -> str:
    """Documents, pages and paragraphs, each once."""
    several = one.get("sources")
    listed = several if isinstance(several, list) else []
    return "; ".join(dict.fromkeys(_cited(source) for source in listed if isinstance(source, Mapping)))


def _text(one: Mapping[str, Any], name: str) -> str:
    found = one.get(name)
    return found.strip() if isinstance(found, str) else ""


def _cited(source: Mapping[str, Any]) -> str:
    page, block = source.get("page"), source.get("block")
    whole = [one if isinstance(one, int) else None for one in (page, block)]
    return citation(_text(source, "document"), whole[0], _text(source, "paragraph"), whole[1])

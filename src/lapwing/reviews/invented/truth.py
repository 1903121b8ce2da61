"""What is known of an invented review, since it was put there: themes and their sentences, decoys, repeats, actions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Planted:
    """A sentence in which a theme stands or, where `state` is `absent`, which says that it was looked for and not found.

    `paragraph` is the number as printed, empty in a letter. It is about `child`, by label.
    """

    review: str
    theme: str
    state: str
    child: str
    section: str
    paragraph: str
    sentence: str


@dataclass(frozen=True)
class Decoy:
    """A sentence that shares words with a theme and does not say it."""

    review: str
    theme: str
    section: str
    paragraph: str
    sentence: str


@dataclass(frozen=True)
class Repeat:
    """A planted sentence that the executive summary gives again, with one word changed for another."""

    review: str
    sentence: str
    again: str
    word: str
    other: str


@dataclass(frozen=True)
class Recommended:
    """An item of a list after "... should:", as printed, with its audience."""

    review: str
    audience: str
    paragraph: str
    item: str

"""The sentences in which a theme stands, or is said to be absent, and those that only share its words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from lapwing.reviews.invented.facts import Facts
from lapwing.reviews.invented.planting import PLANTED, Planting
from lapwing.reviews.invented.wording import Wording, told

OF_BABIES = re.compile(r"\b(bab(y|ies)|birth|\w*born|pregnan\w+|midwi\w+|twins|weeks)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Sentence:
    """A sentence that stands in a review for something: a theme `present` or `absent`, or a `decoy` of it."""

    theme: str
    state: str
    child: str
    words: str


def patterns(theme: str) -> Mapping[str, list[str]]:
    """The patterns of a theme: `present`, `absent`, `decoys`."""
    return told(f"themes/{theme}.toml")


@cache
def patterns_for(theme: str, state: str, *, baby: bool) -> tuple[str, ...]:
    """The patterns that fit a child: those that speak of a baby are for children under one."""
    return tuple(pattern for pattern in patterns(theme)[state] if baby or not OF_BABIES.search(pattern))


def sentences_for(planting: Planting, facts: Facts, wording: Wording, used: set[str]) -> list[Sentence]:
    """One to three sentences for a theme that is present, one where it is said to be absent; of patterns not used yet."""
    child = next(child for child in facts.children if child.label == planting.child)
    every = patterns_for(planting.theme, planting.state, baby=child.cohort == "under 1")
    fitting = [pattern for pattern in every if pattern not in used]
    times = wording.chance.choice((1, 2, 2, 3)) if planting.state == "present" else 1
    drawn = wording.chance.sample(fitting, times)
    used.update(drawn)
    return [
        Sentence(planting.theme, planting.state, child.label, wording.filled(pattern, child=child.label))
        for pattern in drawn
    ]


def decoys(facts: Facts, wording: Wording) -> list[Sentence]:
    """Two to five sentences that share words with as many themes."""
    label = facts.children[0].label
    themes = wording.chance.sample(sorted(PLANTED), wording.chance.randint(2, 5))
    return [
        Sentence(theme, "decoy", label, wording.filled(wording.chance.choice(patterns(theme)["decoys"]), child=label))
        for theme in themes
    ]

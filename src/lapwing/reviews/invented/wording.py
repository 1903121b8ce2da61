"""Sentences in patterns: `{slot}` takes something of the review, `[this|that]` one of several words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
WEEKS = (*NUMBERS, "ten", "eleven")
PART = re.compile(r"\{(\w+)\}|\[([^\]]+)\]")
DAYS = ("date", "month")
"""Slots that take a day; those of a sentence come in the order of time."""
OTHER_WORDS = (
    ("practitioners", "professionals"),
    ("baby", "child"),
    ("services", "agencies"),
    ("told", "informed"),
    ("known", "recognised"),
    ("record", "file"),
    ("review", "report"),
    ("seen", "observed"),
    ("danger", "risk"),
    ("nobody", "no-one"),
    ("young", "youthful"),
    ("assessed", "evaluated"),
    ("assessment", "evaluation"),
)
"""A word, and what an executive summary puts in its place."""


class Chance(Random):
    """Draws from a seed: the same seed gives the same corpus. Nothing secret hangs on it."""


@cache
def told(name: str) -> Mapping[str, Any]:
    """What stands in one of the TOML files in `bank`."""
    return tomllib.loads(files(__package__).joinpath("bank", name).read_text("utf-8"))


@cache
def _parts(pattern: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """What comes before each slot or choice, the slot's name, and the words to choose from."""
    parts, at = [], 0
    for found in PART.finditer(pattern):
        choices = tuple(found[2].split("|")) if found[2] else ()
        parts.append((pattern[at : found.start()], found[1] or "", choices))
        at = found.end()
    return (*parts, (pattern[at:], "", ()))


@dataclass
class Wording:
    """Fills patterns for one review: `slots` are what its people and places may be called, its days lie within `span`."""

    chance: Chance
    slots: Mapping[str, Sequence[str]]
    span: tuple[date, date]
    _left: dict[int, tuple[list[str], list[str]]] = field(default_factory=dict)

    def filled(self, pattern: str, **given: str) -> str:
        """The sentence that a pattern becomes; what is given goes before what the slots hold."""
        sentence = self._words(pattern, given)
        return sentence[0].upper() + sentence[1:]

    def _words(self, pattern: str, given: Mapping[str, str]) -> str:
        parts = _parts(pattern)
        days = iter(self.days(sum(name in DAYS for _, name, _ in parts)))
        words = []
        for before, name, choices in parts:
            words.append(before)
            if choices:
                choice = self.chance.choice(choices)
                words.append(self._words(choice, given) if "{" in choice else choice)
            elif name in DAYS:
                words.append(_day(next(days), name))
            elif name:
                words.append(given.get(name) or self._slot(name))
        return "".join(words)

    def another(self, patterns: list[str], **given: str) -> str:
        """A sentence of one of the patterns; none comes back before all the others were used."""
        _, left = self._left.setdefault(id(patterns), (patterns, []))  # kept, so that no other list gets its id
        if not left:
            left.extend(self.chance.sample(patterns, len(patterns)))
        return self.filled(left.pop(), **given)

    def days(self, count: int) -> list[date]:
        """So many days of the span, in order."""
        first, last = self.span
        return sorted(first + timedelta(self.chance.randrange((last - first).days)) for _ in range(count))

    def _slot(self, name: str) -> str:
        if name == "number":
            return self.chance.choice(NUMBERS)
        if name in ("weeks", "months"):
            return f"{self.chance.choice(WEEKS if name == 'weeks' else NUMBERS)} {name}"
        return self.chance.choice(self.slots[name])


def day_in_words(day: date) -> str:
    """A day as reports write it: 4 May 2010."""
    return f"{day.day} {day:%B %Y}"


def _day(day: date, name: str) -> str:
    return day_in_words(day) if name == "date" else f"{day:%B %Y}"


def with_a_word_changed(sentence: str) -> tuple[str, str, str] | None:
    """The sentence with one word put for another, that word and the other; None where it has no such word."""
    for word, other in OTHER_WORDS:
        changed, times = re.subn(rf"\b{word}\b", other, sentence, count=1)
        if times:
            return changed, word, other
    return None

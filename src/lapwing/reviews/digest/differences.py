"""What differs between two wordings, word by word, and what weighs most of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from lapwing.reviews.digest.words import Word, joined


class Change(StrEnum):
    """How one wording departs from another."""

    CHANGED = "changed"
    LEFT_OUT = "left out"
    ADDED = "added"
    SPELLING = "spelling"
    """Only in hyphens and spaces: *prebirth*, *pre-birth*."""
    ORDER = "order"
    """The same words in another order."""


class Weight(StrEnum):
    """What a difference touches that may turn the meaning, the gravest first."""

    NEGATION = "a negation"
    NUMBER = "a number"
    HOW_MANY = "how many or how often"
    HOW_STRONGLY = "how strongly it is put"


WEIGHTS: dict[Weight, re.Pattern[str]] = {
    Weight.NEGATION: re.compile(
        r"not|no|never|none|nor|neither|nobody|nothing|nowhere|without|cannot|\w+n't|fail\w*|lack\w*|unable|rarely|hardly"
    ),
    Weight.NUMBER: re.compile(
        r"[£$€]?\d.*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy"
        r"|eighty|ninety|hundreds?|thousands?|millions?|half|third|thirds|quarter|quarters|twice|double|dozen|first|second"
    ),
    Weight.HOW_MANY: re.compile(
        r"all|every|each|any|some|most|many|few|fewer|several|more|less|least|majority|minority|both|only|always|often|usually|generally"
        r"|sometimes|frequently|seldom|occasionally|mostly|nearly|almost|too|entirely|wholly|partly|too"
    ),
    Weight.HOW_STRONGLY: re.compile(
        r"should|must|may|might|could|can|will|would|shall|need|needs|ought|consider|immediately|urgently|significant(?:ly)?|serious(?:ly)?"
        r"|considerabl[ey]|consistent(?:ly)?|sufficient(?:ly)?|possibly|probably|likely|unlikely|clearly"
    ),
}


OPPOSITES = ("in", "un", "im", "ir", "il", "non", "dis", "mis")
"""Prefixes that turn the meaning of a word."""
_IN_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
)
FIGURES = {word: str(number) for number, word in enumerate(_IN_WORDS.split())}


@dataclass(frozen=True)
class Difference:
    """Where two wordings differ: `was` in the source, `now` in the other; one of them may be empty.

    `weight` is what of it may turn the meaning. `marked` where the other wording itself marks it as its edit. `at` is
    the word of the other wording, from 0, at which it differs.
    """

    change: Change
    was: str
    now: str
    weight: Weight | None = None
    marked: bool = False
    at: int = 0

    def __str__(self) -> str:
        """As a phrase: left out: “not” (a negation)."""
        told = {
            Change.LEFT_OUT: f"left out: “{self.was}”",
            Change.ADDED: f"added: “{self.now}”",
            Change.CHANGED: f"changed: “{self.was}” to “{self.now}”",
            Change.SPELLING: f"spelt otherwise: “{self.was}” as “{self.now}”",
            Change.ORDER: f"in another order: “{self.was}” as “{self.now}”",
        }[self.change]
        return told + (f" ({self.weight})" if self.weight else "") + (", marked" if self.marked else "")


def differences(source: Sequence[Word], other: Sequence[Word], source_text: str, other_text: str) -> list[Difference]:
    """Every difference, what may turn the meaning first; `source_text` and `other_text` are what the words stand in."""
    was, now = [word.norm for word in source], [word.norm for word in other]
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    found = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            written = quoted(source_text, source[i:j]), quoted(other_text, other[k:m])
            found.append(replace(difference(was[i:j], now[k:m], *written), at=k))
    return by_weight(_as_order(found, source, other, source_text, other_text))


def difference(was: list[str], now: list[str], was_written: str, now_written: str) -> Difference:
    """One difference between words as compared, told as written."""
    if was and now and _spelt(was) == _spelt(now):
        return Difference(Change.SPELLING, was_written, now_written)
    change = Change.CHANGED if was and now else Change.LEFT_OUT if was else Change.ADDED
    return Difference(change, was_written, now_written, weight_of(was, now))


def _spelt(several: Sequence[str]) -> str:
    """Words without what parts them, and with numbers in figures: *five* and *5* are spelt otherwise."""
    return joined([FIGURES.get(word, word) for word in several])


def weight_of(was: Sequence[str], now: Sequence[str]) -> Weight | None:
    """The gravest kind of word that one side has and the other has not."""
    gone, come = Counter(was) - Counter(now), Counter(now) - Counter(was)
    if any(_is_opposite(one, other) for one in gone for other in come):
        return Weight.NEGATION
    for weight, pattern in WEIGHTS.items():
        if any(pattern.fullmatch(word) for word in (*gone, *come)):
            return weight
    return None


def _is_opposite(one: str, other: str) -> bool:
    """Whether one word is the other with a prefix that turns it: *adequate* and *inadequate*."""
    shorter, longer = sorted((one, other), key=len)
    return longer.endswith(shorter) and longer.removesuffix(shorter).rstrip("-") in OPPOSITES


def quoted(text: str, several: Sequence[Word]) -> str:
    """What stands from the first of the words to the last, in single spaces."""
    return " ".join(text[several[0].start : several[-1].end].split()) if several else ""


def by_weight(found: list[Difference]) -> list[Difference]:
    """The gravest first, otherwise in their order."""
    grave = list(Weight)
    return sorted(found, key=lambda one: grave.index(one.weight) if one.weight else len(grave))


def _as_order(
    found: list[Difference], source: Sequence[Word], other: Sequence[Word], was: str, now: str
) -> list[Difference]:
    """Where both have the same words, and only in another order, that is the one difference."""
    same = Counter(word.norm for word in source) == Counter(word.norm for word in other)
    if len(found) < 2 or not same:
        return found
    first, last = _unequal(source, other)
    before, after = source[first : len(source) - last], other[first : len(other) - last]
    moved = {one.weight for one in found if one.weight}
    gravest = next((weight for weight in Weight if weight in moved), None)
    return [Difference(Change.ORDER, quoted(was, before), quoted(now, after), gravest)]


def _unequal(source: Sequence[Word], other: Sequence[Word]) -> tuple[int, int]:
    """How many words both have alike at the beginning, and at the end."""
    first = next(at for at, (one, two) in enumerate(zip(source, other, strict=True)) if one.norm != two.norm)
    pairs = zip(reversed(source), reversed(other), strict=True)
    return first, next(at for at, (one, two) in enumerate(pairs) if one.norm != two.norm)

"""Words that lay readers may not know: abbreviations that are not spelt out, and the jargon of the field."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from lapwing.reviews.digest.cues import cues

_ABBREVIATION = re.compile(r"\b(?=\w*[A-Z]\w*[A-Z])[A-Z][A-Za-z]*[A-Z](?:s\b)?\b")
_NUMERAL = re.compile(r"[IVXLC]+")


@dataclass(frozen=True)
class Unexplained:
    """A word that a lay reader may not know, how often it is there, and what it means where that is known."""

    word: str
    times: int
    means: str = ""


def abbreviations(text: str, source: str) -> list[Unexplained]:
    """Abbreviations of a text that it does not spell out, with how its source does, the most frequent first."""
    counts = Counter(one.removesuffix("s") if one[-2:-1].isupper() else one for one in _ABBREVIATION.findall(text))
    unexplained = [
        (word, times) for word, times in counts.items() if not _NUMERAL.fullmatch(word) and not spelt_out(word, text)
    ]
    found = [Unexplained(word, times, spelt_out(word, source)) for word, times in unexplained]
    return sorted(found, key=lambda one: (-one.times, one.word))


def spelt_out(word: str, text: str) -> str:
    """How a text spells an abbreviation out: the words before it in brackets whose first letters it is made of."""
    for found in re.finditer(rf"[(\[‘“]{re.escape(word)}s?[)\]’”]", text):
        before = re.findall(r"[\w’'-]+", text[max(found.start() - 160, 0) : found.start()])
        if words := _made_of(word, before):
            return words
    return ""


def _made_of(word: str, before: list[str]) -> str:
    """The last words whose first letters make an abbreviation; small words may stand between them."""
    left, taken = [letter.casefold() for letter in word if letter.isalpha()], 0
    for one in reversed(before):
        starts = [part[:1].casefold() for part in re.split(r"[-\u2013]", one) if part]
        if not left:
            break
        if starts and starts[0] == left[-1]:
            left.pop()
        elif len(starts) > 1 and left[-len(starts) :] == starts:
            del left[-len(starts) :]
        elif one.casefold() not in ("and", "of", "for", "the", "in", "to", "on"):
            break
        taken += 1
    return "" if left else " ".join(before[len(before) - taken :])


def jargon(text: str) -> list[Unexplained]:
    """Words of the field's jargon in a text, with what they mean in plain words, the most frequent first."""
    found = []
    for word, means in cues().jargon.items():
        times = len(re.findall(rf"\b{re.escape(word)}\b", text.replace("’", "'"), re.IGNORECASE))
        if times:
            found.append(Unexplained(word, times, means))
    return sorted(found, key=lambda one: (-one.times, one.word))

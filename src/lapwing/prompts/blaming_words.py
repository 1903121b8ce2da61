"""Words that blame a child, or a person who was harmed: found while somebody writes, with what could stand instead.

A prompt is shown beside the entry, to the one who writes it. It is never an outcome, is not kept, and is not
counted against anybody. What somebody said may be quoted as it was said (paragraph 67 and paragraph 53).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

STANDS_FOR = {
    "{self}": ("herself", "himself", "themselves", "themself", "yourself"),
    "{person}": ("she", "he", "they", "her", "his", "their"),
}
BETWEEN = r"[\s\-\u2010-\u2015\u00a0]+"
"""What may stand between two words of a phrase: spaces, line ends, hyphens and dashes."""
QUOTES = (
    re.compile(r"“[^”]*”"),
    re.compile(r"‘(?:[^’]|’(?=\w))*’(?!\w)"),
    re.compile(r'"[^"]*"'),
    re.compile(r"(?<![\w’'])'(?=\S)(?:[^'\n]|'(?=\w))*'(?!\w)"),
)
"""Quoted speech, in double marks or single ones; an apostrophe inside a word ends nothing."""


@dataclass(frozen=True)
class Prompt:
    """Words in a text that somebody may want to write otherwise: `text[start:end]`, why, and what could be asked."""

    start: int
    end: int
    found: str
    why: str
    instead: str

    def __str__(self) -> str:
        return f"This says “{' '.join(self.found.split())}”. {self.why} {self.instead}"


@dataclass(frozen=True)
class Group:
    """Phrases that do the same to the person they are written about."""

    pattern: re.Pattern[str]
    why: str
    instead: str


class WrongPhrases(ValueError):
    """A list of phrases that cannot be used; the text says which group, what it has and what it needs."""


def prompts(text: str) -> list[Prompt]:
    """What could be written otherwise, in the order in which it stands; quoted speech is left alone."""
    unquoted = _without_quotes(text)
    found = [prompt for group in _groups() for prompt in _of(group, unquoted, text)]
    return sorted(found, key=lambda prompt: (prompt.start, prompt.end))


def _of(group: Group, unquoted: str, text: str) -> Iterator[Prompt]:
    for match in group.pattern.finditer(unquoted):
        start, end = match.span()
        yield Prompt(start, end, text[start:end], group.why, group.instead)


def _without_quotes(text: str) -> str:
    """The text with quoted speech blanked, so that every other word stays at its place."""
    for paragraph in re.finditer(r"(?:[^\n]|\n(?!\s*\n))+", text):
        told = paragraph.group()
        for quote in QUOTES:
            told = quote.sub(lambda match: "|" * len(match.group()), told)
        text = text[: paragraph.start()] + told + text[paragraph.end() :]
    return text


@cache
def _groups() -> tuple[Group, ...]:
    shipped = files("lapwing.prompts").joinpath("blaming_words.toml").read_text("utf-8")
    return read_groups(tomllib.loads(shipped)["group"])


def read_groups(given: Sequence[Mapping[str, Any]]) -> tuple[Group, ...]:
    """The groups of a list of phrases; refused where one lacks its phrases, its reason or what to ask instead."""
    groups = []
    for number, one in enumerate(given, start=1):
        lacking = [name for name in ("phrases", "why", "instead") if not one.get(name)]
        if lacking:
            raise WrongPhrases(f"Group {number} of phrases has no {' and no '.join(lacking)}.")
        groups.append(Group(_pattern(one["phrases"]), one["why"], one["instead"]))
    return tuple(groups)


def _pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_phrase, longest_first))})(?!\w)", re.IGNORECASE)


def _phrase(phrase: str) -> str:
    """A phrase in the notation of the list, as a regular expression."""
    said = ""
    for word in phrase.split():
        optional = word.startswith("(")
        choices = [choice for part in word.strip("()").split("/") for choice in STANDS_FOR.get(part, (part,))]
        either = f"(?:{'|'.join(map(_word, choices))})"
        gap = BETWEEN if said else ""
        said += f"(?:{gap}{either})?" if optional else f"{gap}{either}"
    return said


def _word(word: str) -> str:
    apart = [re.escape(part).replace("'", "['’]") for part in re.split(r"[\s-]", word)]
    return BETWEEN.join(apart)

"""The words by which the parts of a report are known, from `cues.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Role(StrEnum):
    """What a part of a report is to a digest, by its heading."""

    IMPLICATIONS = "implications"
    KEY_FINDINGS = "key findings"
    FINDINGS = "findings"
    APART = "quotations and examples"
    OUTSIDE = "outside"
    """What is about the report, or repeats it for other readers: contents, method, annexes."""
    OTHER = "other"


@dataclass(frozen=True)
class Cues:
    """The table as patterns."""

    headings: dict[Role, re.Pattern[str]]
    none: re.Pattern[str]
    verbs: frozenset[str]
    before: re.Pattern[str]
    never: re.Pattern[str]
    weighty: tuple[tuple[re.Pattern[str], float], ...]
    leaning: re.Pattern[str]
    connectives: re.Pattern[str]
    saying: re.Pattern[str]
    examples: re.Pattern[str]
    jargon: dict[str, str]
    abbreviations: frozenset[str]
    light: frozenset[str]

    def role(self, heading: str) -> Role:
        """What the part under a heading is, as far as its words tell."""
        plain = plain_heading(heading)
        if plain:
            for role, pattern in self.headings.items():
                if pattern.fullmatch(plain):
                    return role
        return Role.OTHER


_NUMBER = re.compile(r"^(?:(?:section|chapter|part)?\s*\d+(?:\.\d+)*[.:)]?|[A-Z][.)]|[ivx]+[.)])\s+", re.IGNORECASE)


def plain_heading(heading: str) -> str:
    """A heading without its number and what ends it, in single spaces."""
    return " ".join(_NUMBER.sub("", heading.strip()).replace("’", "'").split()).rstrip(" :.?¹²³⁴⁵⁶⁷⁸⁹⁰")


@cache
def cues() -> Cues:
    """The cues as they stand in the table."""
    table = tomllib.loads(files(__package__).joinpath("cues.toml").read_text("utf-8"))
    headings = table["headings"]
    order = (Role.OUTSIDE, Role.APART, Role.IMPLICATIONS, Role.KEY_FINDINGS, Role.FINDINGS)
    return Cues(
        headings={role: _any(headings[role.name.lower()]) for role in order},
        none=_any(table["none"]["words"]),
        verbs=frozenset(table["advice"]["verbs"]),
        before=_any(table["advice"]["before"]),
        never=_any(table["advice"]["never"]),
        weighty=tuple((_any([rf"\b(?:{words})"]), weight) for words, weight in table["selecting"]["weighty"]),
        leaning=_any([rf"(?:{words})\b" for words in table["selecting"]["leaning"]]),
        connectives=_any([rf"(?:{words}),\s+" for words in table["selecting"]["connectives"]]),
        saying=_any(table["quoted"]["saying"]),
        examples=_any(table["quoted"]["examples"]),
        jargon=table["jargon"],
        abbreviations=frozenset(table["sentences"]["abbreviations"].split()),
        light=frozenset(table["selecting"]["light"].split()),
    )


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)

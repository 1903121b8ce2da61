"""Whom a report speaks to, under one name for each and in the report's own words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from rapidfuzz import process

from lapwing.reviews.refusal import Refusal


class UnusableAudiences(Refusal):
    """A table of audiences that cannot be read, or a name that it does not have."""


@dataclass(frozen=True)
class Addressed:
    """An audience by its name in the table, and as the report writes it; `start` and `end` are places in that text."""

    name: str
    written: str
    start: int = 0
    end: int = 0


class Audiences:
    """A table of audiences: what each is called in a digest, and how reports write it."""

    def __init__(self, patterns: Sequence[tuple[str, re.Pattern[str]]]) -> None:
        """Takes names with the pattern of each; `standard` and `from_file` give a table."""
        self._patterns = patterns

    @property
    def names(self) -> list[str]:
        """The names, in the order of the table."""
        return list(dict.fromkeys(name for name, _ in self._patterns))

    @classmethod
    def standard(cls) -> Audiences:
        """The table that comes with Lapwing, `audiences.toml`."""
        return cls._of(tomllib.loads(files(__package__).joinpath("audiences.toml").read_text("utf-8")))

    @classmethod
    def from_file(cls, path: Path) -> Audiences:
        """Somebody's own table; refused where it is none."""
        try:
            return cls._of(tomllib.loads(path.read_text("utf-8")))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, re.error):
            needs = "needs [[audience]] entries, each with a name and a list of words"
            raise UnusableAudiences(f"{path.name} cannot be used as a table of audiences; it {needs}.") from None

    @classmethod
    def _of(cls, table: dict[str, Any]) -> Audiences:
        patterns: list[tuple[str, re.Pattern[str]]] = []
        for entry in table["audience"]:
            patterns.append((entry["name"], _pattern(entry["words"], re.IGNORECASE)))
            if entry.get("exactly"):
                patterns.append((entry["name"], _pattern(entry["exactly"], re.NOFLAG)))
        return cls(patterns)

    def within(self, text: str) -> list[Addressed]:
        """The audiences that a text names, in the order of the text; of two at one place, the longer."""
        plain = text.replace("’", "'")
        found = [
            Addressed(name, text[match.start() : match.end()], match.start(), match.end())
            for name, pattern in self._patterns
            for match in pattern.finditer(plain)
        ]
        kept: list[Addressed] = []
        for one in sorted(found, key=lambda one: one.start - one.end):
            if all(one.end <= other.start or one.start >= other.end for other in kept):
                kept.append(one)
        return sorted(kept, key=lambda one: one.start)

    def named(self, written: str) -> str:
        """The name of an audience from how somebody writes it, or a refusal that lists them."""
        wanted = written.strip().casefold()
        for name in self.names:
            if name.casefold() == wanted:
                return name
        if found := self.within(written):
            return found[0].name
        near = process.extractOne(written, self.names)
        if near and near[1] >= 75:
            return str(near[0])
        raise UnusableAudiences(f"--audience has “{written}”; needs one of {', '.join(self.names)}.")


def _pattern(words: list[str], flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])(?:" + "|".join(words) + r")(?![\w-])", flags)

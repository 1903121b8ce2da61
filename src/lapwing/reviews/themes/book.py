"""A theme, a version of the theme book, and the form in which people write one: TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from importlib.resources import files
from typing import Any
from uuid import UUID, uuid5

from lapwing.reviews.refusal import Refusal


class WrongThemes(Refusal):
    """A file of themes cannot be used; the text says where, what it has and what it needs."""


@dataclass(frozen=True)
class Theme:
    """What passages can be about.

    `code` is what codings say and never changes; `name` may. `lesson` is the id of the report's finding or implication
    that the theme answers, or of a lesson of the area's own. `takes_in` has codes of earlier themes, merged into this
    one: their codings count as its. `guid` is what other tools know it by; a new theme gets one when it is kept.
    """

    code: str
    name: str
    definition: str = ""
    include: str = ""
    exclude: str = ""
    example: str = ""
    lesson: str = ""
    parent: str = ""
    colour: str = ""
    takes_in: tuple[str, ...] = ()
    guid: str = ""


@dataclass(frozen=True)
class Book:
    """One version of the theme book, its themes in the order in which people read them."""

    version: int
    name: str
    themes: tuple[Theme, ...]
    why: str = ""
    _by_code: Mapping[str, Theme] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Finds themes by code from now on."""
        object.__setattr__(self, "_by_code", {theme.code: theme for theme in self.themes})

    def __getitem__(self, code: str) -> Theme:
        """The theme of that code; KeyError where this version has none."""
        return self._by_code[code]

    def __contains__(self, code: object) -> bool:
        """Whether this version has a theme of that code."""
        return code in self._by_code

    def named(self, written: str) -> Theme:
        """The theme that a person means by a code or a name, whatever its capitals; refused where there is none."""
        wanted = written.strip().casefold()
        for theme in self.themes:
            if wanted in (theme.code.casefold(), theme.name.casefold()):
                return theme
        known = ", ".join(theme.code for theme in self.themes)
        raise Refusal(f"Version {self.version} of the theme book has no theme {written}. It has: {known}.")

    def ancestors(self, code: str) -> tuple[str, ...]:
        """The themes that a theme stands under, the nearest first."""
        above = []
        parent = self[code].parent
        while parent and parent in self and parent not in above:
            above.append(parent)
            parent = self[parent].parent
        return tuple(above)

    @cached_property
    def _counted(self) -> dict[str, str]:
        return {code: theme.code for theme in self.themes for code in (*theme.takes_in, theme.code)}

    def counted_as(self, code: str) -> tuple[str, ...]:
        """The themes that a coding counts for: its own or the one that took that in, and those above; maybe none."""
        own = self._counted.get(code)
        return (own, *self.ancestors(own)) if own else ()


STARTING = UUID("5ce5bde8-6f1c-4b8e-9a52-6d0b3e1f8a11")
"""Names the starting book among everything that other tools know by a guid."""
COLUMNS = tuple(part.name for part in fields(Theme))
"""What a theme may say."""


def starting_themes() -> tuple[Theme, ...]:
    """The ten findings of *Ages of concern* as themes, for a project that begins; the same guids in every project."""
    themes = read_themes(files(__package__).joinpath("starting_book.toml").read_text("utf-8"), "the starting book")
    return tuple(replace(theme, guid=str(uuid5(STARTING, theme.code))) for theme in themes)


def read_themes(text: str, called: str) -> tuple[Theme, ...]:
    """Themes as people write them: a TOML table `[[theme]]` each; `called` names the file in what is refused."""
    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise WrongThemes(f"{called} is not TOML: {wrong}.") from None
    entries = written.get("theme", [])
    if not isinstance(entries, list) or not entries or not all(isinstance(entry, dict) for entry in entries):
        raise WrongThemes(f"{called} has no themes. It needs a table [[theme]] for each, with code and name.")
    wrong_parts = list(_wrong_parts(entries))
    if wrong_parts:
        raise WrongThemes(f"{called}: " + " ".join(wrong_parts))
    return tuple(Theme(**{**entry, "takes_in": tuple(entry.get("takes_in", ()))}) for entry in entries)


def _wrong_parts(entries: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for at, entry in enumerate(entries, 1):
        called = f"theme {at} ({entry.get('code', 'without a code')})"
        missing = [part for part in ("code", "name") if not str(entry.get(part, "")).strip()]
        if missing:
            yield f"{called} needs {' and '.join(missing)}."
        unknown = sorted(set(entry) - set(COLUMNS))
        if unknown:
            yield f"{called} says {', '.join(unknown)}; a theme may say {', '.join(COLUMNS)}."
        for part, said in entry.items():
            if part == "takes_in" and not (isinstance(said, list) and all(isinstance(code, str) for code in said)):
                yield f"{called}: takes_in needs a list of codes."
            elif part in COLUMNS and part != "takes_in" and not isinstance(said, str):
                yield f"{called}: {part} needs text in quotes."


def written_themes(themes: Iterable[Theme]) -> str:
    """Themes in the form that `read_themes` reads, for people to change."""
    return "\n".join("[[theme]]\n" + "".join(_line(theme, part) for part in COLUMNS) for theme in themes)


def _line(theme: Theme, part: str) -> str:
    said = getattr(theme, part)
    if not said:
        return ""
    return f"{part} = [{', '.join(map(_quoted, said))}]\n" if part == "takes_in" else f"{part} = {_quoted(said)}\n"


def _quoted(text: str) -> str:
    """A TOML basic string."""
    escaped = (
        text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")
    )
    return f'"{escaped}"'

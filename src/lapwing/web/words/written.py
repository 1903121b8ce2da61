"""Reading words from TOML: what is not understood is refused, with its file and key."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from lapwing.lessons.near import nearest_said

HERE = files(__package__ or __name__)


class WrongWords(ValueError):
    """The words of the screens do not hold together; the text says in which file, at which key, and what is needed."""


@dataclass(frozen=True)
class Written:
    """A table of a TOML file, with where it stands; each value is asked for by what it has to be."""

    where: str
    values: Mapping[str, Any]

    def refuse(self, what: str) -> WrongWords:
        """What is wrong here, to be raised."""
        return WrongWords(f"{self.where}: {what}")

    def only(self, *keys: str) -> None:
        """WrongWords where there is any other key."""
        self.known(self.values, keys, "a key")

    def known(self, given: Iterable[str], names: Iterable[str], called: str) -> None:
        """WrongWords where something is named that is not among these names."""
        there = list(names)
        for name in given:
            if name not in there:
                raise self.refuse(f"{name} is not {called} here. {nearest_said(name, there)}")

    def text(self, key: str, otherwise: str | None = None) -> str:
        """A text; one has to be there unless it says what stands otherwise."""
        found = self.values.get(key, otherwise)
        if not isinstance(found, str) or (otherwise is None and not found.strip()):
            raise self.refuse(f"{key} needs a text.")
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, none of them twice; empty where there is none."""
        return self._texts(key, self.values.get(key, []))

    def lists(self, key: str) -> tuple[tuple[str, ...], ...]:
        """A list of lists of texts."""
        found = self.values.get(key, [])
        if not isinstance(found, list):
            raise self.refuse(f"{key} needs a list of lists.")
        return tuple(self._texts(key, one) for one in found)

    def yes(self, key: str, otherwise: bool = False) -> bool:
        """True or false."""
        found = self.values.get(key, otherwise)
        if not isinstance(found, bool):
            raise self.refuse(f"{key} needs true or false.")
        return found

    def part(self, key: str) -> Written:
        """A table within this one; an empty one where there is none."""
        found = self.values.get(key, {})
        if not isinstance(found, dict):
            raise self.refuse(f"{key} needs a table.")
        return Written(f"{self.where}, {key}", found)

    def parts(self) -> Iterator[tuple[str, Written]]:
        """Each table within this one, by its key."""
        return ((key, self.part(key)) for key in self.values)

    def _texts(self, key: str, found: Any) -> tuple[str, ...]:
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            raise self.refuse(f"{key} needs a list of texts.")
        if len(set(found)) < len(found):
            raise self.refuse(f"{key} has something twice.")
        return tuple(found)


def written(*path: str) -> Written:
    """A file of this package."""
    name = "/".join(path)
    try:
        return Written(name, tomllib.loads(HERE.joinpath(*path).read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise WrongWords(f"{name}: is not there, and is needed.") from None
    except tomllib.TOMLDecodeError as wrong:
        raise WrongWords(f"{name}: {wrong}") from None


def written_in(folder: str, what: str) -> dict[str, Written]:
    """The parts of every file `<what>_....toml` of a folder, by key; WrongWords where two files have the same key."""
    found: dict[str, Written] = {}
    for file in sorted(one.name for one in HERE.joinpath(folder).iterdir() if one.name.startswith(f"{what}_")):
        for key, part in written(folder, file).parts():
            if key in found:
                raise WrongWords(f"{folder}/{file}: {key} stands in {found[key].where} already.")
            found[key] = part
    return found

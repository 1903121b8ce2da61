"""The standards of the yearly self-assessment, as data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

SCORES: Mapping[int, str] = {
    0: "Not in place",
    1: "Begun",
    2: "In place, with gaps",
    3: "In place, and shown to work",
}
"""What each score says; people give them, and nothing works them out."""


@dataclass(frozen=True)
class Standard:
    """One standard: its code, what it asks for, and questions that help to answer."""

    code: str
    title: str
    asks: str
    prompts: tuple[str, ...]


@cache
def standards() -> Mapping[str, Standard]:
    """Every standard by code, in the order in which they are answered."""
    read = tomllib.loads(files(__name__).joinpath("standards.toml").read_text(encoding="utf-8"))
    return {
        code: Standard(code, said["title"], said["asks"], tuple(said["prompts"]))
        for code, said in read["standard"].items()
    }

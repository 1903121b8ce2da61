"""What agreement came to, as plain values, for tables, JSON and the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A coefficient and its interval; None where there is none, and then `why` says so in a sentence."""

    value: float | None
    low: float | None = None
    high: float | None = None
    why: str = ""


@dataclass(frozen=True)
class Use:
    """How many of the units that a coder rated they gave the theme to."""

    coder: str
    units: int
    of: int


@dataclass(frozen=True)
class Pair:
    """Two coders: the units that both rated, and how far they agree on them."""

    first: str
    second: str
    units: int
    percent: float | None
    kappa: float | None


@dataclass(frozen=True)
class Agreed:
    """How far coders agree about one theme, about all together, or about which themes a document has.

    `theme` is the theme's code, and empty for what is not one theme. `units` and `documents` are those that at least
    two coders rated. `figures` has a figure for each of `coefficients.MEASURES`. `overlap` is, of the units that either
    of two coders gave the theme to, the share to which both did (Jaccard). `words` are sentences to read first.
    """

    theme: str
    name: str
    units: int
    documents: int
    used: tuple[Use, ...]
    figures: Mapping[str, Figure]
    overlap: float | None
    pairs: tuple[Pair, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Agreement:
    """Agreement of several coders in a project.

    `unit` is what was counted, and `unit_means` says exactly what that is. `round` is the name of the round, or empty.
    `overall` pools the themes; `sets`, for whole documents alone, is about which themes a document has, all or nothing.
    `notes` are sentences on what was left out and why. The intervals are of `resamples` resamples of the documents,
    drawn from `seed`, at 95%.
    """

    unit: str
    unit_means: str
    round: str
    documents: int
    coders: tuple[str, ...]
    themes: tuple[Agreed, ...]
    overall: Agreed
    sets: Agreed | None
    notes: tuple[str, ...]
    resamples: int
    seed: int

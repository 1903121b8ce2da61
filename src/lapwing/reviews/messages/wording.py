"""Words of amount in a statement, beside what n of N says."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from lapwing.reviews.prevalence.intervals import Interval, wilson

PER_CENT = re.compile(r"\b(\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent)", re.IGNORECASE)
COUNTED = re.compile(r"\b(\d+) (?:out )?of (?:the |these |all )?(\d+)\b", re.IGNORECASE)


class Fit(StrEnum):
    """How an amount in words goes with an amount in numbers."""

    FITS = "fits"
    MAY_FIT = "may fit"
    """The share is within what the words mean, and its interval reaches beyond."""
    DOES_NOT_FIT = "does not fit"
    CANNOT_TELL = "cannot tell"
    """Nothing was assessed."""


@dataclass(frozen=True)
class Quantifier:
    """Words and the shares of one that they can stand for: from the least to the most, without the least where `open`."""

    pattern: re.Pattern[str]
    means: str
    least: float
    most: float
    open: bool

    def takes(self, share: float) -> bool:
        """Whether the words can stand for a share."""
        return share <= self.most and (share > self.least if self.open else share >= self.least)


@dataclass(frozen=True)
class Worded:
    """Words of amount in a statement, what they mean, and whether n of N bears them out; a sentence says so."""

    words: str
    means: str
    fit: Fit
    sentence: str


def wording(statement: str, present: int, assessed: int) -> list[Worded]:
    """Every word of amount in a statement, in its order, beside n of N."""
    found = _apart(sorted((*_quantified(statement), *_per_cents(statement)), key=lambda one: one[0]))
    worded = [_weighed(words, quantifier, present, assessed) for words, quantifier in found]
    return [*worded, *_counted(statement, present, assessed)]


def _apart(found: Iterable[tuple[int, str, Quantifier]]) -> Iterator[tuple[str, Quantifier]]:
    """Of words that overlap, those that begin first: *all cases* within *almost all cases* is no amount of its own."""
    free_from = 0
    for start, words, quantifier in found:
        if start >= free_from:
            free_from = start + len(words)
            yield words, quantifier


def _quantified(statement: str) -> Iterator[tuple[int, str, Quantifier]]:
    for quantifier in quantifiers():
        for match in quantifier.pattern.finditer(statement):
            yield match.start(), match[0], quantifier


def _per_cents(statement: str) -> Iterator[tuple[int, str, Quantifier]]:
    """A per cent is met by whatever rounds to it as it is written."""
    for match in PER_CENT.finditer(statement):
        half = 0.5 / 10 ** (len(match[1].partition(".")[2]) + 2)
        share = float(match[1]) / 100
        yield match.start(), match[0], Quantifier(PER_CENT, match[0], share - half, share + half, False)


def _weighed(words: str, quantifier: Quantifier, present: int, assessed: int) -> Worded:
    if not assessed:
        sentence = f"“{words}” cannot be weighed: nothing was assessed."
        return Worded(words, quantifier.means, Fit.CANNOT_TELL, sentence)
    share, interval = present / assessed, wilson(present, assessed)
    fit = Fit.DOES_NOT_FIT
    if quantifier.takes(share):
        exact = quantifier.pattern is PER_CENT or all(map(quantifier.takes, interval))
        fit = Fit.FITS if exact else Fit.MAY_FIT
    return Worded(words, quantifier.means, fit, _said(words, quantifier.means, fit, present, assessed, interval))


def _said(words: str, means: str, fit: Fit, present: int, assessed: int, interval: Interval) -> str:
    low, high = (f"{100 * end:.0f}%" for end in interval)
    told = f"{present} of {assessed} is {100 * present / assessed:.0f}% ({low} to {high})"
    after = {
        Fit.FITS: "that fits",
        Fit.MAY_FIT: "that fits, but the interval reaches beyond it",
        Fit.DOES_NOT_FIT: "that does not fit. Say another word, or the numbers",
    }[fit]
    return f"“{words}” says {means}; {told}: {after}." if means != words else f"“{words}”; {told}: {after}."


def _counted(statement: str, present: int, assessed: int) -> Iterator[Worded]:
    for match in COUNTED.finditer(statement):
        same = (int(match[1]), int(match[2])) == (present, assessed)
        fit = Fit.FITS if same else Fit.DOES_NOT_FIT
        sentence = f"“{match[0]}”; {present} of {assessed} were counted: " + (
            "that fits." if same else "that does not fit."
        )
        yield Worded(match[0], match[0], fit, sentence)


@cache
def quantifiers() -> tuple[Quantifier, ...]:
    """The words of amount that are known."""
    kept = tomllib.loads(files(__package__).joinpath("quantifiers.toml").read_text("utf-8"))
    return tuple(
        Quantifier(
            re.compile(entry["pattern"], re.IGNORECASE),
            entry["means"],
            entry.get("over", entry.get("from", 0.0)),
            entry.get("to", 1.0),
            "over" in entry,
        )
        for entry in kept["quantifier"]
    )

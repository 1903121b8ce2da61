"""The words of a text, each with its place and the form in which it is compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

HYPHENS = "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufffe"
_NUMBER = r"[£$€]?\d+(?:[.,:/]\d+)*%?"
_WORD = re.compile(
    rf"(?:{_NUMBER}|[^\W_]+)(?:[{HYPHENS}](?:\d+(?:[.,]\d+)*%?|[^\W_]+)|['’\u02bc][^\W\d_]+)*|\d+(?:[.,]\d+)*%|{_NUMBER}"
)
_RAISED = re.compile("[\u00b9\u00b2\u00b3\u2070-\u2079]")
"""Numbers of footnotes, which are no part of a word."""
_JOINED = re.compile(f"[{HYPHENS}]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text from `start` up to `end`; `norm` is how it is compared.

    Upper and lower case, forms of apostrophes and of hyphens are one; a hyphen that joins words stays in it.
    """

    norm: str
    start: int
    end: int


def words(text: str, at: int = 0) -> Iterator[Word]:
    """The words of a text that itself starts at `at`."""
    for found in _WORD.finditer(text):
        if norm := _norm(found[0]):
            yield Word(norm, at + found.start(), at + found.end())


def norms(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return [norm for found in _WORD.findall(text) if (norm := _norm(found))]


@lru_cache(maxsize=65_536)
def _norm(written: str) -> str:
    written = _RAISED.sub("", written)
    plain = unicodedata.normalize("NFKC", written).casefold().replace("’", "'").replace("\u02bc", "'")
    return _JOINED.sub("-", plain)


def joined(several: list[str]) -> str:
    """Words without what joins or parts them: *pre-birth*, *pre birth* and *prebirth* are spelt alike."""
    return "".join(several).replace("-", "")

"""Words that everybody may read: what looks like a child's particulars is kept out of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lapwing.conduct.policies import check_says
from lapwing.records.store import CannotEnter

NUMBER = re.compile(r"(?<![\d/-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d/-])")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", re.I)
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
DAY = re.compile(
    rf"\b(?:\d{{1,2}}\s*[./-]\s*\d{{1,2}}\s*[./-]\s*(?:\d{{4}}|\d{{2}})|\d{{4}}-\d{{2}}-\d{{2}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH},? \d{{4}}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})\b",
    re.I,
)
LOOKS_LIKE = (
    (NUMBER, "an NHS number", "leave it out"),
    (DAY, "a date of birth or the day of an event", "give the year, or an age in words, at most"),
    (POSTCODE, "a postcode", "leave it out"),
)


def check_names_nobody(**texts: str | None) -> None:
    """CannotEnter where a text has what looks like an NHS number, an exact day or a postcode; it says which and where.

    A name cannot be known for one by looking at it: whoever writes is asked to leave names out.
    """
    for name, text in texts.items():
        for what, instead in _found(text or ""):
            raise CannotEnter(f"{name}: has what looks like {what}, by which a child might be known; {instead}.")


def _found(text: str) -> Iterator[tuple[str, str]]:
    return ((what, instead) for pattern, what, instead in LOOKS_LIKE if pattern.search(text))


def check_written(name: str, text: str | None, wanted: str) -> None:
    """CannotEnter where words that are needed are blank, or have what looks like a child's particulars."""
    check_says(text, name, wanted)
    check_names_nobody(**{name: text})

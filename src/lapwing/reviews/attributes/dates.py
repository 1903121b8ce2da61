"""Days as people write them in a sheet, in British order, no more precise than they are written."""

from __future__ import annotations

import re
from datetime import date

EARLIEST = 1940
"""Years before it are taken for slips; children's reviews began later."""
TWO_FIGURES_FROM = 50
"""Two figures from here on are of the last century, those below it of this one."""
NEEDS_DATE = "a day such as 4 May 2010, 04/05/2010 or 2010-05-04, or as far as it is known: May 2010, 2010"

_MONTHS = "january february march april may june july august september october november december"
_BY_NAME = {name[:3]: at for at, name in enumerate(_MONTHS.split(), 1)}
_NAMES = "|".join(f"{name[:3]}(?:{name[3:]})?" if name != "may" else "may" for name in _MONTHS.split()) + "|sept"
_NAMED_DAY = re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -/]?(?P<month>{_NAMES})[ -/]?(?P<year>\d{{4}}|\d\d)")
_MONTH_FIRST = re.compile(rf"(?P<month>{_NAMES}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<year>\d{{4}})")
_NAMED_MONTH = re.compile(rf"(?P<month>{_NAMES})[ -/]?(?P<year>\d{{4}}|\d\d)")
_FIGURES = re.compile(r"(?P<day>\d{1,2})([./ -])(?P<month>\d{1,2})\2(?P<year>\d{4}|\d\d)")
_ISO = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?:[t ]00:00(?::00(?:\.0+)?)?)?")
_MONTH_IN_FIGURES = re.compile(r"(?P<month>\d{1,2})[/.-](?P<year>\d{4})|(?P<iso_year>\d{4})-(?P<iso_month>\d{1,2})")
_YEAR = re.compile(r"(?P<year>\d{4})")
_TWO_YEARS = re.compile(r"(\d{4})[-/](\d\d)")
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)? ")


class WrongDate(ValueError):
    """What is written is no date, or could be two; the text says what is needed."""


def written_date(written: str, latest: date) -> str:
    """A date as it is kept: `2010-05-04`, `2010-05` or `2010`, as far as it is written; none after `latest`."""
    words = " ".join(re.sub(r"[,\s]+|\bof\b", " ", written.lower()).split())
    words = _WEEKDAY.sub("", words).replace("\u2013", "-")
    if _could_be_two_years(words):
        raise WrongDate(f"{NEEDS_DATE}; what stands there may be a month or two years")
    for pattern in (_ISO, _NAMED_DAY, _MONTH_FIRST, _FIGURES, _NAMED_MONTH, _MONTH_IN_FIGURES, _YEAR):
        found = pattern.fullmatch(words)
        if found:
            return _kept(found.groupdict(), latest)
    raise WrongDate(NEEDS_DATE)


def _could_be_two_years(words: str) -> bool:
    """2010-11 is November to a computer and a year from April to a council."""
    found = _TWO_YEARS.fullmatch(words)
    return bool(found) and int(found[2]) == (int(found[1]) + 1) % 100 if found else False


def _kept(parts: dict[str, str | None], latest: date) -> str:
    year = _year(parts.get("year") or parts.get("iso_year") or "")
    month, day = _month(parts.get("month") or parts.get("iso_month") or ""), int(parts.get("day") or 0)
    try:
        known = date(year, month or 1, day or 1)
    except ValueError:
        raise WrongDate(f"{NEEDS_DATE}, and in the order of day, month, year") from None
    if year < EARLIEST or known > latest:
        raise WrongDate(f"a date from {EARLIEST} to {latest}")
    return f"{year}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")


def _year(written: str) -> int:
    year = int(written)
    if len(written) == 4:
        return year
    return year + (1900 if year >= TWO_FIGURES_FROM else 2000)


def _month(written: str) -> int:
    return int(written) if written.isdecimal() else _BY_NAME.get(written[:3], 0)

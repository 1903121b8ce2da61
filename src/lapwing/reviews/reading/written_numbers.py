"""Counts as lists write them: 3, iii, C, third."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ODD_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip


def written(count: int, form: str) -> str:
    """A count in a form as Word names it (`lowerRoman`); forms that are not known, and counts beyond one, in figures."""
    writer = _FORMS.get(form)
    return str(count) if writer is None or count < 1 else writer(count)


def letters(count: int) -> str:
    """A to z, then aa, bb, as Word goes on, up to thirty letters; beyond, in figures."""
    if count > 780:
        return str(count)
    turns, at = divmod(count - 1, 26)
    return chr(ord("a") + at) * (turns + 1)


def roman(count: int) -> str:
    """In Roman figures, up to 3999; beyond, in ours."""
    if count > 3999:
        return str(count)
    figures = ""
    for worth, figure in _ROMAN:
        times, count = divmod(count, worth)
        figures += figure * times
    return figures


def _with_two_figures(count: int) -> str:
    return f"{count:02d}"


def _ordinal(count: int) -> str:
    ending = "th" if count % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"


def _in_words(count: int) -> str:
    if count >= 100:
        return str(count)
    if count < 20:
        return _ONES[count].capitalize()
    ten, one = divmod(count, 10)
    return (_TENS[ten] + (f"-{_ONES[one]}" if one else "")).capitalize()


def _ordinal_in_words(count: int) -> str:
    if count >= 100:
        return _ordinal(count)
    before, hyphen, last = _in_words(count).lower().rpartition("-")
    ordinal = _ODD_ORDINALS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return (before + hyphen + ordinal).capitalize()


_FORMS: Mapping[str, Callable[[int], str]] = {
    "decimalZero": _with_two_figures,
    "lowerLetter": letters,
    "upperLetter": lambda count: letters(count).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda count: roman(count).upper(),
    "ordinal": _ordinal,
    "cardinalText": _in_words,
    "ordinalText": _ordinal_in_words,
}

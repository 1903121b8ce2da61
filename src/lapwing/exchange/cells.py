"""Cells of text: what each kind of column may hold, how it is understood, and what it needs where it is not."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches

import polars as pl

from lapwing.exchange.faults import TABLES_PAGE
from lapwing.vocabulary.record_set import DTYPES
from lapwing.vocabulary.tables import Column, Kind

SHORT_LIST = 8
"""So many codes or fewer are listed where a cell holds another."""

YES_NO = {"true": True, "yes": True, "y": True, "1": True, "false": False, "no": False, "n": False, "0": False}

_MOMENTS = ("%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M", "%Y-%m-%d", "%d/%m/%YT%H:%M:%S", "%d/%m/%YT%H:%M", "%d/%m/%Y")

_NEEDS = {
    Kind.DATE: "needs a day between 1900 and 2099, such as 2026-03-14 or 14/03/2026",
    Kind.MOMENT: "needs a day and time, such as 2026-03-14T09:30",
    Kind.YES_NO: "needs yes or no",
    Kind.WHOLE: "needs a whole number, such as 2",
    Kind.NUMBER: "needs a number, such as 3.4",
    Kind.IDENTIFIER: "needs an identifier",
    Kind.TEXT: "needs a text",
}


def cleaned(column: Column) -> pl.Expr:
    """The cell's text; null where it is blank or says NULL. Only free text keeps the spaces around it."""
    raw = pl.col(column.name)
    bare = raw.str.strip_chars()
    text = raw if column.kind is Kind.TEXT else bare
    return pl.when(~bare.is_in(["", "NULL"])).then(text).alias(column.name)


def parsed(column: Column) -> pl.Expr:
    """The value of a cleaned cell, typed as its column is; null where the text cannot be understood."""
    text = pl.col(column.name)
    if column.kind is Kind.CODE:
        return _code(text, column).alias(column.name)
    return _PARSE[column.kind](text).cast(DTYPES[column.kind]).alias(column.name)


def needs(column: Column) -> str:
    """What a cell of this column needs, in plain words."""
    if column.codes is None:
        return _NEEDS[column.kind]
    codes = [f"“{code}”" for code in column.codes]
    if len(codes) > SHORT_LIST:
        return f"needs one of the codes listed in {TABLES_PAGE}"
    return f"needs {', '.join(codes[:-1])} or {codes[-1]}"


def nearest_code(column: Column, text: str) -> str:
    """For a long list of codes: the one that was probably meant, by its code or by its words."""
    if column.codes is None or len(column.codes) <= SHORT_LIST:
        return ""
    by_words = {words.lower(): code for code, words in column.codes.labels().items()} | {c: c for c in column.codes}
    near = get_close_matches(text.lower(), by_words, n=1)
    return f"; the nearest is “{by_words[near[0]]}”" if near else ""


def _code(text: pl.Expr, column: Column) -> pl.Expr:
    lowered = text.str.to_lowercase()
    return pl.when(lowered.is_in([str(code) for code in column.codes or ()])).then(lowered)


def _date(text: pl.Expr) -> pl.Expr:
    day = text.str.replace(r"[T ]00:00(:00(\.0+)?)?$", "")
    read = pl.coalesce(day.str.to_date(form, strict=False) for form in ("%Y-%m-%d", "%d/%m/%Y"))
    return _in_our_time(read)


def _moment(text: pl.Expr) -> pl.Expr:
    """Local time; a moment that names its offset is brought to the clocks of England."""
    one_word = text.str.replace(" ", "T", literal=True)
    zoned = one_word.str.replace("Z$", "+00:00").str.to_datetime("%Y-%m-%dT%H:%M:%S%.f%z", strict=False, time_unit="us")
    local = zoned.dt.convert_time_zone("Europe/London").dt.replace_time_zone(None)
    unzoned = (one_word.str.to_datetime(form, strict=False, time_unit="us") for form in _MOMENTS)
    return _in_our_time(pl.coalesce(*unzoned, local))


def _in_our_time(read: pl.Expr) -> pl.Expr:
    return pl.when(read.dt.year().is_between(1900, 2099)).then(read)


def _yes_no(text: pl.Expr) -> pl.Expr:
    return text.str.to_lowercase().replace_strict(YES_NO, default=None, return_dtype=pl.Boolean)


def _whole(text: pl.Expr) -> pl.Expr:
    return text.str.replace(r"\.0+$", "").cast(pl.Int64, strict=False)


def _number(text: pl.Expr) -> pl.Expr:
    read = text.cast(pl.Float64, strict=False)
    return pl.when(read.is_finite()).then(read)


_PARSE: dict[Kind, Callable[[pl.Expr], pl.Expr]] = {
    Kind.IDENTIFIER: lambda text: text,
    Kind.TEXT: lambda text: text,
    Kind.DATE: _date,
    Kind.MOMENT: _moment,
    Kind.YES_NO: _yes_no,
    Kind.WHOLE: _whole,
    Kind.NUMBER: _number,
}

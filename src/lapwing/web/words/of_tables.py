"""The words of a record table: what an entry is called, its title, its line in a chronology, its columns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from lapwing.vocabulary.board import BOARD_TABLES, EVERY_TABLE
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Codes, Table
from lapwing.web.words.written import Written, written, written_in

NAMED = re.compile(r"\{([a-z_]+)([?!]?)\}")
OF_A_TABLE = ("one", "many", "title", "day", "sentence", "labels", "hidden")
ENDINGS = ("_id", "_on", "_at")


@dataclass(frozen=True)
class TableWords:
    """What a table's entries are called and how they are shown.

    `title` has the columns that make a one-line title; `day` those that place an entry in a chronology, the first that is
    filled. `pieces` make its line there. `labels` has every column; `shown` those that are of use to a reader, in order.
    """

    table: str
    one: str
    many: str
    title: tuple[str, ...]
    day: tuple[str, ...]
    pieces: tuple[str, ...]
    labels: Mapping[str, str]
    shown: tuple[str, ...]

    def line(self, said: Mapping[str, str | bool | None]) -> str:
        """An entry's line, from its columns as they are read out to somebody; what they may not see is left out of `said`.

        A column of yes or no holds True or False. What is empty or no is passed over.
        """
        return "".join(_said(piece, said) for piece in self.pieces if _fits(piece, said))


def _fits(piece: str, said: Mapping[str, str | bool | None]) -> bool:
    return all(bool(said.get(column)) != (how == "!") for column, how in NAMED.findall(piece))


def _said(piece: str, said: Mapping[str, str | bool | None]) -> str:
    return NAMED.sub(lambda named: "" if named[2] else str(said[named[1]]), piece)


def table_words(table: str) -> TableWords:
    """The words of a record table; KeyError where there is none of that name."""
    return every_table()[table]


def title_of(table: str, values: Mapping[str, object]) -> str:
    """An entry of the Board's in a list, by what makes its title."""
    columns = (EVERY_TABLE[table].column(name) for name in table_words(table).title)
    said = (_code_or_text(column.codes, values.get(column.name)) for column in columns)
    return ", ".join(one for one in said if one) or table_words(table).one.capitalize()


def _code_or_text(codes: type[Codes] | None, value: object) -> str:
    if value is None:
        return ""
    return codes.labels().get(str(value), str(value)) if codes is not None else str(value)


@cache
def every_table() -> Mapping[str, TableWords]:
    """The words of every table by name; WrongWords where one has none, or names a column that is not there."""
    words = written("tables.toml")
    words.known(words.values, ["common", *TABLES], "a record table")
    common = words.part("common")
    common.only("hidden", "labels")
    board = written_in("board", "tables")
    words.known(board, BOARD_TABLES, "a table of the Board")
    told = {name: words.part(name) for name in TABLES} | board
    words.known(BOARD_TABLES, told, "a table that has its words")
    return {name: _read(EVERY_TABLE[name], one, common) for name, one in told.items()}


def _read(table: Table, words: Written, common: Written) -> TableWords:
    words.only(*OF_A_TABLE)
    pieces, own = words.texts("sentence"), words.part("labels")
    named = [column for piece in pieces for column, _ in NAMED.findall(piece)]
    for columns in (words.texts("title"), words.texts("day"), words.texts("hidden"), named, own.values):
        words.known(columns, table.names, "a column")
    hidden = {table.key, *common.texts("hidden"), *words.texts("hidden")}
    return TableWords(
        table=table.name,
        one=words.text("one"),
        many=words.text("many"),
        title=words.texts("title"),
        day=words.texts("day"),
        pieces=pieces,
        labels={column: _label(column, own, common.part("labels")) for column in table.names},
        shown=tuple(column for column in table.names if column not in hidden),
    )


def _label(column: str, own: Written, common: Written) -> str:
    return own.text(column, common.text(column, _read_out(column)))


def _read_out(column: str) -> str:
    """The name of a column as words: owner_agency_id is Owner agency."""
    for ending in ENDINGS:
        column = column.removesuffix(ending)
    return column.replace("_", " ").capitalize()

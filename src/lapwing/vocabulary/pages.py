"""The reference page of the record tables, written from the tables themselves."""

from __future__ import annotations

from collections.abc import Iterable

from lapwing.vocabulary.held import held_in_words
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import RECORDED, Codes, Column, Personal, Table

_OPENING = """# Record tables

A folder of record tables holds one file a table, named after it: `child.csv` or `child.parquet`. The first row
of a CSV file names its columns, in any order. A table or a column that is left out says nothing, and a check that
depends on it answers *cannot tell*; a table without rows says that there is none.

* **Keys.** The first column is the key. A row may stand in several versions, each with its own `recorded_at`: the
  latest recorded by a day is what was known that day. An entry made in error is taken back by a later version that
  says so in `voided_at`; from that day on it is not there.
* **Children.** Where a table has both `child_id` and `pregnancy_id`, a row gives one of the two: the child, or the
  pregnancy when it is about every child expected of it. (A row of `child` may name both its pregnancy and its person.)
* **Days** are written `2026-03-14` or `14/03/2026`; moments `2026-03-14T09:30`, on the clocks of England.
* **Yes or no** is written `true` or `false`, `yes` or `no`, `Y` or `N`, `1` or `0`. Nothing, or `NULL`, is "not known".
* **Known** says from when on a value counts as known: the day it happened, the day named, or else the day of recording.
"""


def tables_page() -> str:
    """Every record table with its columns, then every list of codes, as Markdown."""
    shared = _section("The columns every table ends with", "Who recorded the row, for whom, and when.", RECORDED)
    sections = [_table_section(table) for table in TABLES.values()]
    lists = [_codes_section(codes) for codes in _lists_of_codes()]
    return "\n".join([_OPENING, _contents(), *sections, shared, "## Codes\n", *lists])


def _contents() -> str:
    links = ", ".join(f"[{name}](#{name})" for name in TABLES)
    return f"Tables: {links}.\n"


def _table_section(table: Table) -> str:
    own = [column for column in table if column not in RECORDED]
    means = table.means
    if table.happened_on:
        means += f" The row came about on `{table.happened_on}`."
    means += f" Usually held by: {held_in_words(table.name)}."
    return _section(table.name, means, own, table)


def _section(title: str, means: str, columns: Iterable[Column], table: Table | None = None) -> str:
    heads = ("Column", "Means", "Holds", "Needed", "Known", "Personal")
    rows = [_cells(column, table) for column in columns]
    lines = [f"| {' | '.join(cells)} |" for cells in (heads, ["---"] * len(heads), *rows)]
    return "\n".join([f"## {title}\n", f"{means}\n", *lines, ""])


def _cells(column: Column, table: Table | None) -> tuple[str, ...]:
    return f"`{column.name}`", column.means, _holds(column), _needed(column, table), _known(column), _personal(column)


def _holds(column: Column) -> str:
    if column.codes is not None:
        return f"[{column.codes.__name__}](#{column.codes.__name__.lower()})"
    if column.refers_to is not None:
        return f"key of [{column.refers_to}](#{column.refers_to})"
    return column.kind.value


def _needed(column: Column, table: Table | None) -> str:
    if table is not None and column.name == table.key:
        return "key"
    if table is not None and table.reaches_through_pregnancy and column.name in ("child_id", "pregnancy_id"):
        return "one of the two"
    return "yes" if column.required else ""


def _known(column: Column) -> str:
    if column.happens:
        return "from that day"
    return f"from `{column.known_on}`" if column.known_on else ""


def _personal(column: Column) -> str:
    return {Personal.NAMES: "names a person", Personal.LOCATES: "says where a person is"}.get(column.personal, "")


def _lists_of_codes() -> list[type[Codes]]:
    """Every list of codes once, in the order in which the tables use them."""
    used = (column.codes for table in TABLES.values() for column in table if column.codes is not None)
    return list(dict.fromkeys(used))


def _codes_section(codes: type[Codes]) -> str:
    lines = [f"| `{code}` | {words} |" for code, words in codes.labels().items()]
    return "\n".join(
        [f"### {codes.__name__}\n", f"{_sentence(codes)}\n", "| Code | Words |", "| --- | --- |", *lines, ""]
    )


def _sentence(codes: type[Codes]) -> str:
    return " ".join((codes.__doc__ or "").split())

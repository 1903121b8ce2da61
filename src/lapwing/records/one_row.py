"""Rows of one person, child or pregnancy folded into one row, as it was known at each moment of recording.

The rule: at every moment at which one of the records was written, the one row has in each column the first value
that is known, looking at the record that is kept and then at the others, each as it stood at that moment. A few
columns are too grave for that: see `_weighed`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from lapwing.vocabulary.codes import DateCertainty
from lapwing.vocabulary.tables import RECORDED, Table

Row = Mapping[str, Any]
VOIDED = "voided_at"
"""When an entry was voided as made in error; such an entry says nothing any more."""
HOW_RECORDED = tuple(column.name for column in RECORDED if column.name != VOIDED)
PROTECTION = ("address_protected", "address_protected_by", "address_protected_until_on")


def folded(table: Table, key: str, records: Sequence[Sequence[Row]]) -> list[dict[str, Any]]:
    """The versions of one row from all versions of several, the record that is kept first; a version for each moment.

    Who recorded a version, and where, is who wrote at that moment. A row recorded at no known moment was there all along.
    """
    moments = sorted({_order(row) for versions in records for row in versions})
    return [_as_written(table, key, records, moment) for moment in moments]


def latest(versions: Iterable[Row]) -> Row:
    """The version that was recorded last."""
    return max(versions, key=_order)


def contradicting(table: Table, rows: Sequence[Row]) -> list[str]:
    """The columns in which rows, one of each record, have different values."""
    said = _standing(rows)
    columns = [name for name in table.names if name not in (table.key, table.happened_on, VOIDED, *HOW_RECORDED)]
    return [name for name in columns if len({row[name] for row in said if row[name] is not None}) > 1]


def _order(row: Row) -> datetime:
    return row["recorded_at"] or datetime.min


def _as_written(table: Table, key: str, records: Sequence[Sequence[Row]], moment: datetime) -> dict[str, Any]:
    so_far = [[row for row in versions if _order(row) <= moment] for versions in records]
    known = [latest(versions) for versions in so_far if versions]
    written = next(row for row in known if _order(row) == moment)
    return _combined(table, known) | {name: written[name] for name in HOW_RECORDED} | {table.key: key}


def _combined(table: Table, rows: Sequence[Row]) -> dict[str, Any]:
    said = _standing(rows)
    return {name: _first_known(name, said) for name in table.names} | _weighed(table, said)


def _standing(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows that were not voided; all of them where all were."""
    return [row for row in rows if row.get(VOIDED) is None] or rows


def _first_known(name: str, rows: Iterable[Row]) -> Any:
    return next((row[name] for row in rows if row[name] is not None), None)


def _weighed(table: Table, rows: Sequence[Row]) -> dict[str, Any]:
    """The columns in which the first value is not good enough."""
    weighed = dict(WEIGHED.get(table.name, _nothing)(rows))
    if table.happened_on is not None:
        days = [row[table.happened_on] for row in rows if row[table.happened_on] is not None]
        weighed[table.happened_on] = min(days, default=None)
    return weighed


def _nothing(rows: Sequence[Row]) -> dict[str, Any]:
    return {}


def _person(rows: Sequence[Row]) -> dict[str, Any]:
    """Protection on any record protects; dates of birth that differ are a contradiction, not the date of one of them."""
    protecting = [row for row in rows if row["address_protected"]]
    longest = max(protecting, key=lambda row: row[PROTECTION[2]] or date.max, default=None)
    protection = {name: longest[name] for name in PROTECTION} if longest else {}
    return protection | {"born_on_certainty": _how_sure(rows)}


def _how_sure(rows: Sequence[Row]) -> str | None:
    """How sure the date of birth is: a dispute goes before records that disagree, for its benefit is the child's."""
    said = [row["born_on_certainty"] for row in rows if row["born_on_certainty"] is not None]
    if DateCertainty.DISPUTED in said:
        return DateCertainty.DISPUTED.value
    if len({row["born_on"] for row in rows if row["born_on"] is not None}) > 1:
        return DateCertainty.CONTRADICTORY.value
    return said[0] if said else None


def _child(rows: Sequence[Row]) -> dict[str, Any]:
    """One of two records opened in error, as a double is, does not end the other."""
    if all(row["opened_in_error"] for row in rows):
        return {}
    others = [row for row in rows if not row["opened_in_error"]]
    return {"opened_in_error": _first_known("opened_in_error", others)}


WEIGHED: Mapping[str, Callable[[Sequence[Row]], dict[str, Any]]] = {"person": _person, "child": _child}
"""By table, what is weighed of its rows together."""

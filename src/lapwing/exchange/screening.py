"""What may leave an area, for whom: records without what a recipient must not learn, and where that was taken out."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

import polars as pl

from lapwing.exchange.belonging import CASE
from lapwing.exchange.for_recipient import (
    choose,
    cut_loose_ends,
    keep_chosen,
    keep_named,
    leave_behind,
    named_by_nobody,
    people_of,
)
from lapwing.exchange.kept_names import withhold_people, withhold_services
from lapwing.exchange.kept_places import withhold_places, withhold_places_beside
from lapwing.exchange.leaving import Leaving
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES


@dataclass(frozen=True)
class Screened:
    """Records fit to leave, and every place where something was taken out.

    `withheld` has `table`, `key`, `column` (empty where the whole row was left out) and `why`. It does not repeat
    what was taken out, yet it says of whom there is something to withhold: it is for whoever sends, who looks
    at it first, and never goes with the records. Rows of children who are not the recipient's are not in it.
    """

    records: RecordSet
    withheld: pl.DataFrame


def screened(
    records: RecordSet, recipient: str | None, *, day: date, restricted: AbstractSet[str] = frozenset()
) -> Screened:
    """The records as they may go on `day` to an agency, named by its id; to the area itself where it is None.

    `restricted` are the children who may not leave at all. `docs/decisions/0031-what-leaves-for-whom.md` has the rules.
    ValueError where the records carry agencies, and the recipient is none of them.
    """
    leaving = Leaving.of(records)
    _refuse_unknown(leaving, recipient)
    keys = {name: frame[TABLES[name].key] for name, frame in leaving.frames.items()}
    if recipient is not None:
        _leave_out_voided(leaving)
    withhold_places(leaving, day)
    withhold_places_beside(leaving, day)
    never, around = _people_of_restricted(leaving, restricted), people_of(leaving, restricted)
    if recipient is not None or restricted:
        keep_chosen(leaving, choose(leaving, recipient, restricted))
    withhold_services(leaving, recipient)
    around = pl.concat([withhold_people(leaving), around]).unique()
    if recipient is not None:
        keep_named(leaving, never)
    else:
        leave_behind(leaving, pl.concat([named_by_nobody(leaving, around), never]))
    cut_loose_ends(leaving, keys)
    return Screened(_records(records, leaving), _still_there(leaving))


def _refuse_unknown(leaving: Leaving, recipient: str | None) -> None:
    if recipient is not None and "agency" in leaving.frames and recipient not in leaving.frames["agency"]["agency_id"]:
        raise ValueError(
            f"recipient: has {recipient!r}, which is no agency of these records; needs the agency_id of one of them."
        )


def _leave_out_voided(leaving: Leaving) -> None:
    """Leaves out what was voided as made in error, with every version of it where the latest is."""
    for name, frame in leaving.frames.items():
        if "voided_at" in frame.columns:
            key = TABLES[name].key
            latest = frame.sort("recorded_at", nulls_last=False, maintain_order=True).unique(key, keep="last")
            void = latest.filter(pl.col("voided_at").is_not_null())[key]
            leaving.leave_out(name, frame[key].is_in(void.implode()) | frame["voided_at"].is_not_null(), None)


def _people_of_restricted(leaving: Leaving, restricted: AbstractSet[str]) -> pl.Series:
    """The children themselves, as people."""
    children = leaving.frame("child")
    return children.filter(pl.col("child_id").is_in(list(restricted)))["person_id"].drop_nulls().unique()


def _records(records: RecordSet, leaving: Leaving) -> RecordSet:
    frames = {name: frame.drop(CASE).lazy() for name, frame in leaving.frames.items()}
    versioned = frozenset(
        name for name in records.versioned if leaving.frames[name][TABLES[name].key].is_duplicated().any()
    )
    return RecordSet(frames, records.carried, versioned, records.kinds, records.delivered)


def _still_there(leaving: Leaving) -> pl.DataFrame:
    """The list, without places in rows that in the end did not leave for other reasons."""
    listed = leaving.list_of_withheld()
    there = [
        listed.filter(pl.col("table") == name).filter(
            pl.col("column").is_null() | pl.col("key").is_in(frame[TABLES[name].key].implode())
        )
        for name, frame in leaving.frames.items()
    ]
    return pl.concat([listed.clear(), *there])

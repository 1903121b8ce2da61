"""Which children's records an agency gets, and what belongs to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import polars as pl

from lapwing.exchange.belonging import names_parent, parent_of
from lapwing.exchange.leaving import Leaving, references_to
from lapwing.vocabulary.care_codes import ShareDecision
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Column

LEFT_OUT = "it names somebody or something that is left out"
PUT_TO = (
    ("involvement", "agency_id"),
    ("referral", "from_agency_id"),
    ("referral", "to_agency_id"),
    ("hand_over", "from_agency_id"),
    ("hand_over", "to_agency_id"),
    ("information_share", "to_agency_id"),
)
"""What makes a child one of an agency's: it works or worked with the child, or the child was put to it or by it."""


@dataclass(frozen=True)
class Chosen:
    """The children and pregnancies whose rows may leave."""

    children: pl.Series
    pregnancies: pl.Series

    def of(self, leaving: Leaving, name: str) -> pl.Series:
        """Which rows of a table belong to them; None of those that belong to no child is decided here."""
        frame, table = leaving.frames[name], TABLES[name]
        parts = []
        if "child_id" in table.names:
            parts.append(_among(frame["child_id"], self.children))
        if "pregnancy_id" in table.names and name != "child":
            alone = frame["child_id"].is_null() if "child_id" in table.names else True
            parts.append(_among(frame["pregnancy_id"], self.pregnancies) & alone)
        if parent_of(table) in leaving.frames and "child_id" in table.names:
            parent = leaving.frames[parent_of(table)]
            named = _among(frame[names_parent(table)], parent[names_parent(table)])
            parts.append(named & frame["child_id"].is_null())
        return pl.DataFrame(parts).select(pl.any_horizontal(pl.all())).to_series()


def choose(leaving: Leaving, recipient: str | None, restricted: AbstractSet[str]) -> Chosen:
    """The children of an agency, or all of the area; without those who may not leave at all."""
    children = leaving.frame("child").select("child_id", "pregnancy_id")
    named = pl.concat(_named(leaving, recipient))
    expected = pl.concat([named.filter(pl.col("child_id").is_null())["pregnancy_id"], _unborn(leaving, recipient)])
    of_pregnancy = children.filter(_among(children["pregnancy_id"], expected.drop_nulls().unique()))["child_id"]
    theirs = pl.concat([named["child_id"], of_pregnancy]).drop_nulls().unique()
    theirs = theirs.filter(~theirs.is_in(list(restricted)))
    mine = children.filter(_among(children["child_id"], theirs))["pregnancy_id"]
    others = children.filter(~_among(children["child_id"], theirs))["pregnancy_id"]
    # A pregnancy all of whose children stay behind stays behind.
    free = expected.filter(~_among(expected, others)) if restricted else expected
    return Chosen(theirs, pl.concat([mine, free]).drop_nulls().unique())


def _named(leaving: Leaving, recipient: str | None) -> Iterator[pl.DataFrame]:
    """Rows that make a child one of the recipient's; for the area, all that name a child."""
    both = ["child_id", "pregnancy_id"]
    if recipient is None:
        for name, frame in leaving.frames.items():
            if TABLES[name].is_about_child or name == "child":
                pregnancy = pl.col("pregnancy_id") if "pregnancy_id" in frame.columns else pl.lit(None, pl.String())
                named = pl.when(pl.col("child_id").is_null()).then(pregnancy).alias("pregnancy_id")
                yield frame.select("child_id", named).unique()
    for name, column in PUT_TO:
        put = leaving.frame(name).filter(pl.col(column) == (recipient or ""))
        if name == "information_share":
            put = put.filter(pl.col("decision") == ShareDecision.SHARED)
        yield put.select(both)


def _unborn(leaving: Leaving, recipient: str | None) -> pl.Series:
    known = leaving.frame("pregnancy")["pregnancy_id"]
    return known if recipient is None else known.clear()


def keep_chosen(leaving: Leaving, chosen: Chosen) -> None:
    """Leaves out every row that belongs to no chosen child or pregnancy."""
    for name in leaving.frames:
        if "child_id" in TABLES[name].names or "pregnancy_id" in TABLES[name].names:
            leaving.leave_out(name, ~chosen.of(leaving, name), None)


def keep_named(leaving: Leaving, never: pl.Series) -> None:
    """Leaves out people, practitioners and services whom no row that leaves names; and `never`, whoever names them."""
    if "person" in leaving.frames:
        gone = ~_among(leaving.frames["person"]["person_id"], _who_is_named(leaving, "person", apart=("address",)))
        leaving.leave_out("person", gone | _among(leaving.frames["person"]["person_id"], never), None)
        _keep_addresses(leaving)
    # Those who work somewhere are named by rows; where they work is named by them.
    for target in ("practitioner", "agency"):
        if target in leaving.frames:
            apart = ("practitioner", "agency") if target == "practitioner" else ("agency",)
            key = leaving.frames[target][f"{target}_id"]
            leaving.leave_out(target, ~_among(key, _who_is_named(leaving, target, apart=apart)), None)


def _keep_addresses(leaving: Leaving) -> None:
    if "address" in leaving.frames:
        known = leaving.frames["person"]["person_id"]
        leaving.leave_out("address", ~_among(leaving.frames["address"]["person_id"], known), None)


def leave_behind(leaving: Leaving, people: pl.Series) -> None:
    """Leaves out people, with where they live."""
    if "person" in leaving.frames:
        leaving.leave_out("person", _among(leaving.frames["person"]["person_id"], people), None)
        _keep_addresses(leaving)


def named_by_nobody(leaving: Leaving, people: pl.Series) -> pl.Series:
    """Those of the people whom no row that leaves names."""
    return people.filter(~_among(people, _who_is_named(leaving, "person", apart=("address",))))


def people_of(leaving: Leaving, children: AbstractSet[str]) -> pl.Series:
    """Everybody whom the rows of some children, or of their pregnancies, name."""
    theirs = pl.Series(sorted(children), dtype=pl.String)
    known = leaving.frame("child")
    pregnancies = known.filter(_among(known["child_id"], theirs))["pregnancy_id"].drop_nulls().unique()
    owners = {"child_id": theirs, "pregnancy_id": pregnancies}
    found = [pl.Series("person_id", [], pl.String())]
    for name, frame in leaving.frames.items():
        for owner in owners.keys() & set(TABLES[name].names):
            mine = frame.filter(_among(frame[owner], owners[owner]))
            found += [mine[column].rename("person_id") for column in references_to(name, "person")]
    return pl.concat(found).drop_nulls().unique()


def _who_is_named(leaving: Leaving, target: str, apart: tuple[str, ...]) -> pl.Series:
    named = [pl.Series("named", [], pl.String())]
    for name, frame in leaving.frames.items():
        if name not in apart:
            named += [frame[column].rename("named") for column in references_to(name, target)]
    return pl.concat(named).drop_nulls().unique()


def cut_loose_ends(leaving: Leaving, before: Mapping[str, pl.Series]) -> None:
    """Leaves out rows that belong to something left out, and empties what else names it; `before` are the keys that were."""
    for name, column in _references(leaving, required=True):
        loose = _loose(leaving, name, column, before)
        leaving.leave_out(name, loose, LEFT_OUT)
    for name, column in _references(leaving, required=False):
        leaving.empty(name, [column.name], _loose(leaving, name, column, before), LEFT_OUT)


def _references(leaving: Leaving, *, required: bool) -> Iterator[tuple[str, Column]]:
    for name in leaving.frames:
        for column in TABLES[name]:
            if column.refers_to in leaving.frames and column.required is required:
                yield name, column


def _loose(leaving: Leaving, name: str, column: Column, before: Mapping[str, pl.Series]) -> pl.Series:
    """Which rows name something that was there and is left out."""
    target = str(column.refers_to)
    now, named = leaving.frames[target][TABLES[target].key], leaving.frames[name][column.name]
    return _among(named, before[target]) & ~_among(named, now)


def _among(values: pl.Series, known: pl.Series) -> pl.Series:
    return values.is_in(known.implode()).fill_null(False)

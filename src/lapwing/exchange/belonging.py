"""To which case each row of a source belongs: a child, or a pregnancy with every child of it."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Table

CASE = "_case"
"""The added column: what twins share, and no two pregnancies; empty for people, addresses and services."""

Frames = Mapping[str, pl.DataFrame]


def with_cases(frames: Frames) -> dict[str, pl.DataFrame]:
    """Every table with CASE beside its rows, in the order in which they were."""
    children = _children(frames)
    told: dict[str, pl.DataFrame] = {}
    for name, frame in frames.items():
        told[name] = _with_case(TABLES[name], frame, children, told)
    return told


def _of_pregnancy() -> pl.Expr:
    return pl.lit("pregnancy ") + pl.col("pregnancy_id")


def _children(frames: Frames) -> pl.DataFrame:
    """The case of each child; in whichever version the pregnancy stands, the child belongs to it."""
    if "child" not in frames:
        return pl.DataFrame(schema={"child_id": pl.String(), CASE: pl.String()})
    known = frames["child"].group_by("child_id").agg(pl.col("pregnancy_id").drop_nulls().first())
    return known.select("child_id", pl.coalesce(_of_pregnancy(), _of_child()).alias(CASE))


def _of_child() -> pl.Expr:
    return pl.lit("child ") + pl.col("child_id")


def _with_case(table: Table, frame: pl.DataFrame, children: pl.DataFrame, told: Frames) -> pl.DataFrame:
    ways: list[pl.Expr] = []
    if "child_id" in table.names:
        frame = frame.join(children.rename({CASE: "_of_child"}), on="child_id", how="left", maintain_order="left")
        ways += [pl.col("_of_child"), _of_child()]
    if "pregnancy_id" in table.names:
        ways.append(_of_pregnancy())
    parent = parent_of(table)
    if parent in told and not (ways and parent == "pregnancy"):
        key = TABLES[parent].key
        cases = told[parent].select(key, pl.col(CASE).alias("_of_parent")).unique(key, keep="first")
        frame = frame.join(cases, on=key, how="left", maintain_order="left")
        ways.append(pl.col("_of_parent"))
    case = pl.coalesce(ways) if ways else pl.lit(None, pl.String())
    return frame.with_columns(case.alias(CASE)).drop("_of_child", "_of_parent", strict=False)


def parent_of(table: Table) -> str:
    """The table of the meeting, disagreement or pregnancy without which a row is nothing; "" where there is none."""
    apart = (None, "child", "person", "practitioner", "agency")
    return next((str(column.refers_to) for column in table if column.required and column.refers_to not in apart), "")


def names_parent(table: Table) -> str:
    """The column that names the parent."""
    return TABLES[parent_of(table)].key

"""Who may not be told of: a service that a young person asked to keep private, and somebody withheld for safety."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from lapwing.exchange.belonging import CASE
from lapwing.exchange.kept_places import is_among, told_by_case
from lapwing.exchange.leaving import Leaving, as_last_said, references_to, texts_of
from lapwing.exchange.spellings import Screen, Spelling, spellings_of_name
from lapwing.vocabulary.codes import IdentityStatus
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Personal

PRIVATE = "work that the young person asked to keep private"
PRIVATE_NAMED = "it names a service that the young person asked to keep private"
KEPT = "it names somebody who is withheld for safety"
SUBJECTS = ("person", "address", "pregnancy", "expected_date", "child", "relationship")
"""Tables whose rows stay when a private service wrote them: only the service goes."""

Names = dict[str, list[Spelling]]
"""What is to be looked for in the texts of each case."""


def withhold_services(leaving: Leaving, recipient: str | None) -> None:
    """Leaves out the work that a young person asked to keep private, and whatever of theirs names that service.

    The service itself gets what it knows.
    """
    private = _private(leaving, recipient)
    if private.is_empty():
        return
    names = _names_of_services(leaving, private)
    agencies = leaving.frame("practitioner").select("practitioner_id", "agency_id").drop_nulls().unique()
    workers = private.join(agencies, on="agency_id").select(CASE, "practitioner_id")
    pairs = {"agency": private.select(CASE, "agency_id"), "practitioner": workers}
    for name in leaving.frames:
        if name in SUBJECTS:
            _empty_services(leaving, name, pairs)
        else:
            _leave_out_services(leaving, name, pairs)
    _withhold_names(leaving, names, PRIVATE_NAMED)


def _private(leaving: Leaving, recipient: str | None) -> pl.DataFrame:
    """Each case with the services that are private in it, and who works there for the young person."""
    involvements = leaving.frame("involvement")
    works_for = leaving.frame("practitioner").select("practitioner_id", _works_for="agency_id")
    works_for = works_for.drop_nulls().unique("practitioner_id", keep="last")
    known = involvements.join(works_for, on="practitioner_id", how="left")
    known = known.with_columns(pl.coalesce("agency_id", "_works_for").alias("agency_id"))
    private = as_last_said(known, "involvement", "kept_private").filter(pl.col("kept_private"))
    told = private.select(CASE, "agency_id", "practitioner_id").drop_nulls(["agency_id", CASE])
    return told.filter(pl.col("agency_id") != (recipient or ""))


def _names_of_services(leaving: Leaving, private: pl.DataFrame) -> Names:
    services = private.join(leaving.frame("agency").select("agency_id", "name"), on="agency_id")
    workers = private.join(leaving.frame("practitioner").select("practitioner_id", "name"), on="practitioner_id")
    names: Names = {}
    for case, name in pl.concat([services.select(CASE, "name"), workers.select(CASE, "name")]).drop_nulls().iter_rows():
        names.setdefault(case, []).extend(spellings_of_name(name))
    return names


def _empty_services(leaving: Leaving, name: str, pairs: Mapping[str, pl.DataFrame]) -> None:
    for target, of_case in pairs.items():
        if name in ("person", "address"):
            people = leaving.frame("child").select("person_id", CASE).drop_nulls().join(of_case, on=CASE)
            of_row, key = people.drop(CASE), "person_id"
        else:
            of_row, key = of_case, CASE
        for column in references_to(name, target):
            found = is_among(leaving.frames[name], [key, column], of_row)
            leaving.empty(name, [column], found, PRIVATE_NAMED)


def _leave_out_services(leaving: Leaving, name: str, pairs: Mapping[str, pl.DataFrame]) -> None:
    for target, of_case in pairs.items():
        for column in references_to(name, target):
            found = is_among(leaving.frames[name], [CASE, column], of_case)
            leaving.leave_out(name, found, PRIVATE if name == "involvement" else PRIVATE_NAMED)


def withhold_people(leaving: Leaving) -> pl.Series:
    """Takes out who it is that is withheld for safety: links to them, their part in the family, their name in texts.

    Gives the people whom nothing may now lead to.
    """
    said = as_last_said(leaving.frame("relationship"), "relationship", "identity_status")
    rows = said.filter(pl.col("identity_status") == IdentityStatus.WITHHELD_FOR_SAFETY)["relationship_id"].unique()
    is_withheld = pl.col("relationship_id").is_in(rows.implode())
    people = leaving.frame("relationship").filter(is_withheld).select(CASE, "person_id").drop_nulls().unique()
    names = _names_of_people(leaving, people)
    for name, frame in leaving.frames.items():
        for column in references_to(name, "person") if name not in ("child", "address", "pregnancy") else ():
            leaving.empty(name, [column], is_among(frame, [CASE, column], people), KEPT)
    if not rows.is_empty():
        where = leaving.frames["relationship"].select(is_withheld).to_series()
        leaving.empty("relationship", ["role_in_family"], where, KEPT)
    _withhold_names(leaving, names, KEPT)
    return people["person_id"].unique()


def _names_of_people(leaving: Leaving, people: pl.DataFrame) -> Names:
    named = people.join(leaving.frame("person").select("person_id", "given_name", "family_name"), on="person_id")
    names: Names = {}
    for case, given, family in named.select(CASE, "given_name", "family_name").iter_rows():
        for name in (f"{given or ''} {family or ''}", given, family):
            names.setdefault(case, []).extend(spellings_of_name(name or ""))
    return names


def _withhold_names(leaving: Leaving, names: Names, why: str) -> None:
    """Takes names out of what is written in their case."""
    screens = {case: Screen(spellings) for case, spellings in names.items()}
    for name, frame in leaving.frames.items():
        mine = frame[CASE].is_in(list(screens)).fill_null(False)
        columns = [column for column in texts_of(name) if TABLES[name].column(column).personal is Personal.RECORD]
        for column in columns if mine.any() else ():
            rows = frame.filter(mine).select(CASE, text=column).drop_nulls().unique()
            leaving.rewrite_in_cases(name, column, told_by_case(rows, screens), mine, why)

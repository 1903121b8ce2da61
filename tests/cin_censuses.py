"""A short way to write down a children in need census, for the tests that read one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl

from lapwing.exchange.cin_census import read_cin_census
from lapwing.exchange.reading import Reading


def el(name: str, *inside: str) -> str:
    """One element on lines of its own."""
    return f"<{name}>\n{''.join(inside)}</{name}>\n"


def fields(**values: str | list[str] | None) -> str:
    """Fields in the order given; a list stands for a field that is repeated."""
    pairs = [(name, text) for name, value in values.items() for text in (value if isinstance(value, list) else [value])]
    return "".join(f"<{name}>{text}</{name}>\n" for name, text in pairs if text is not None)


def child(number: str | None = "A1", *details: str, **values: str | list[str] | None) -> str:
    """A child; its fields are given by name, as in PersonBirthDate="2021-05-01"."""
    about = {name: values.pop(name) for name in ("Ethnicity", "Disability") if name in values}
    identifiers = el("ChildIdentifiers", fields(LAchildID=number, **values))
    return el("Child", identifiers, el("ChildCharacteristics", fields(**about)), *details)


def born(number: str = "A1", *details: str, **values: str | list[str] | None) -> str:
    return child(number, *details, **{"PersonBirthDate": "2015-05-01", **values})


def unborn(number: str = "A1", *details: str, **values: str | list[str] | None) -> str:
    return child(number, *details, **{"ExpectedPersonBirthDate": "2022-06-01", **values})


def referral(received: str | None = "2022-01-10", *inside: str, **values: str | None) -> str:
    """A referral with what came of it."""
    return el("CINdetails", fields(CINreferralDate=received, **values), *inside)


def assessment(start: str | None, authorised: str | None = None, *factors: str) -> str:
    dates = fields(AssessmentActualStartDate=start, AssessmentAuthorisationDate=authorised)
    return el("Assessments", dates, el("FactorsIdentifiedAtAssessment", fields(AssessmentFactors=list(factors))))


def protection_plan(start: str, end: str | None = None, *reviews: str, **values: str) -> str:
    dates = fields(CPPstartDate=start, CPPendDate=end, **values)
    return el("ChildProtectionPlans", dates, el("Reviews", fields(CPPreviewDate=list(reviews))))


def header(
    reference: str | None = "2022-03-31", made: str | None = None, lea: str | None = "201", **details: str
) -> str:
    collection = el(
        "CollectionDetails", fields(**{"Collection": "CIN", "Year": "2022", **details}, ReferenceDate=reference)
    )
    return el("Header", collection, el("Source", fields(LEA=lea, DateTime=made)))


def census(*children: str, head: str | None = None) -> str:
    return el("Message", header() if head is None else head, el("Children", *children))


def read(folder: Path, text: str | bytes) -> Reading:
    """The reading of a census with this text."""
    file = folder / "census.xml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_cin_census(file)


def rows(reading: Reading, table: str, *columns: str) -> list[tuple[Any, ...]]:
    """The rows of a table, with the columns that are asked for."""
    return reading.records.frame(table).select(columns).collect().rows()


def row(reading: Reading, table: str) -> dict[str, Any]:
    """The one row of a table, with what is known in it."""
    (only,) = reading.records.frame(table).drop("source_system").collect().to_dicts()
    return {name: value for name, value in only.items() if value is not None}


def doubts(reading: Reading) -> list[str]:
    return [str(notice) for notice in reading.doubted]


def frames_of(reading: Reading) -> dict[str, pl.DataFrame]:
    return {table: reading.records.frame(table).collect() for table in reading.records.carried}

"""How the registers of the partnership stand at the time of a report, and what in them is overdue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lapwing.board.yearly.document import Chapter, Sheet
from lapwing.board.yearly.kept_in_year import Row, agencies_by_key, in_words, label, rows_of
from lapwing.conduct.findings import settings_now
from lapwing.language.calendar import add_months


def registers(today: date) -> Chapter:
    """A row a register: how many entries are in force, and how many of them are overdue."""
    rows = (
        ("Policies, standards and protocols", str(len(policies())), str(len(policies_overdue(today)))),
        ("Materials and programmes for parents", str(len(_in_use("material"))), str(len(materials_unchecked(today)))),
        ("Advice to parents", str(len(_in_use("advice_item"))), str(len(advice_overdue(today)))),
        ("Agencies that said up to what age they serve", str(len(_returned(today))), str(len(returns_overdue(today)))),
    )
    columns = ("Register", "Entries in force", "Overdue")
    return Chapter("Registers", (Sheet(f"The registers on {in_words(today)}", columns, rows),))


def overdue(today: date) -> Iterator[str]:
    """What is overdue in the registers, a sentence each."""
    for row in policies_overdue(today):
        yield f"{label('policy', 'kind', row['kind'])}, {row['name']}: the review was due on {in_words(row['review_on'])}."
    for row in materials_unchecked(today):
        yield f"{row['name']}: nobody has checked it as often as the area asks."
    for row in advice_overdue(today):
        yield f"{row['name']}: the review was due on {in_words(row['review_on'])}."
    for name in returns_overdue(today):
        yield f"{name}: no word in time on the ages that its assessments and services are for."


def _in_use(table: str) -> list[Row]:
    return [row for row in rows_of(table) if row["withdrawn_on"] is None]


def policies() -> list[Row]:
    """The versions that are in force."""
    return [row for row in _in_use("policy") if row["replaced_by_id"] is None]


def policies_overdue(today: date) -> list[Row]:
    """Those whose day of review has gone by."""
    return [row for row in policies() if row["review_on"] is not None and row["review_on"] < today]


def advice_overdue(today: date) -> list[Row]:
    """Advice whose day of review has gone by."""
    return [row for row in _in_use("advice_item") if row["review_on"] is not None and row["review_on"] < today]


def materials_unchecked(today: date) -> list[Row]:
    """Materials that nobody has checked within the area's months."""
    since = add_months(today, -settings_now().number("resources.check_months"))
    checked = {
        row["material_id"] for row in rows_of("material_check") if row["checked_on"] and row["checked_on"] >= since
    }
    return [row for row in _in_use("material") if row["key"] not in checked]


def _returned(today: date) -> set[str]:
    since = add_months(today, -settings_now().number("tools.return_months"))
    rows = [row for row in rows_of("tool_return") if row["returned_on"] and row["returned_on"] >= since]
    return {row["owner_agency_id"] for row in rows}


def returns_overdue(today: date) -> list[str]:
    """The agencies that were asked for their word, or gave it once, and have given none in the area's months."""
    asked = {row["owner_agency_id"] for row in rows_of("tool_return")}
    names = agencies_by_key()
    return sorted(names.get(key, "An agency") for key in asked - _returned(today))

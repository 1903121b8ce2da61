"""Up to what age each agency says that its assessments and services go, and which agencies have not said so this year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from lapwing.board.figures import Figure
from lapwing.board.measured import figures_by_agency
from lapwing.board.owning import agencies_by_key, may_keep
from lapwing.board.planned import planned_gaps
from lapwing.conduct.acting import Acting
from lapwing.conduct.findings import settings_now
from lapwing.conduct.may import BOARD
from lapwing.conduct.permissions import check_user_can
from lapwing.conduct.reading.record import note_reading
from lapwing.language.calendar import add_months
from lapwing.records.entries import entries
from lapwing.records.models import Account
from lapwing.vocabulary.board.lists import code_of
from lapwing.vocabulary.board.register_codes import ToolKind

SIXTEEN_AND_SEVENTEEN = (16, 17)


class ToolStands(StrEnum):
    """Whether what an agency says of a tool leaves young people of 16 and 17 out."""

    COVERS = "Goes to 18"
    GAP = "Leaves out 16 or 17"
    PLANNED = "Leaves out 16 or 17, planned"


@dataclass(frozen=True)
class Tool:
    """An assessment tool, a threshold or a service of an agency, as the agency states it."""

    agency_tool: str
    agency: str
    kind: ToolKind
    name: str
    ages: str
    stands: ToolStands
    from_16: str
    age_appropriate: bool | None
    evidence: str
    wait_weeks: int | None
    reviewed_on: date | None
    may_change: bool


@dataclass(frozen=True)
class Return:
    """When an agency last gave its yearly word, until when that holds, and when it was last asked for one."""

    agency: str
    agency_name: str
    returned_on: date | None
    says: str
    due_on: date | None
    asked_on: date | None
    is_due: bool


@dataclass(frozen=True)
class AgesServed:
    """What agencies state; who has said so; and what the records show of young people of that age, by agency."""

    tools: Sequence[Tool]
    returns: Sequence[Return]
    actual: Sequence[tuple[Figure, tuple[tuple[str, Figure], ...]]]


def ages_served(*, by: Acting) -> AgesServed:
    """What each agency states of the ages that it serves, beside what the records show."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "ages_served")
    return AgesServed(tools_as_they_stand(by), returns_as_they_stand(by.today), figures_by_agency("B67.1"))


def tools_as_they_stand(by: Acting) -> list[Tool]:
    """What stands in the register, by agency and name."""
    rows = list(entries("agency_tool").filter(withdrawn_on__isnull=True).values())
    agencies = agencies_by_key(row["owner_agency_id"] for row in rows)
    planned = {key for (key,) in planned_gaps("agency_tool")}
    some = [_tool(by, row, agencies, planned) for row in rows]
    return sorted(some, key=lambda one: (one.agency.casefold(), one.name.casefold(), one.agency_tool))


def returns_as_they_stand(today: date) -> list[Return]:
    """Of every agency that answers for itself here, the return it last gave; those without one are due."""
    answering = Account.objects.filter(is_active=True, is_system=False, agency__isnull=False)
    agencies = agencies_by_key(answering.values_list("agency", flat=True).distinct())
    rows = list(
        entries("tool_return").filter(owner_agency__in=agencies).order_by("returned_on", "recorded_at").values()
    )
    given = {row["owner_agency_id"]: row for row in rows if row["returned_on"] is not None}
    asked = {row["owner_agency_id"]: row["asked_on"] for row in rows if row["returned_on"] is None}
    some = [_return(str(key), name, given.get(key), asked.get(key), today) for key, name in agencies.items()]
    return sorted(some, key=lambda one: one.agency_name.casefold())


def _tool(by: Acting, row: Mapping[str, Any], agencies: Mapping[str | None, str], planned: set[str]) -> Tool:
    return Tool(
        agency_tool=row["agency_tool_id"],
        agency=agencies.get(row["owner_agency_id"], ""),
        kind=code_of(row["kind"], ToolKind),
        name=row["name"] or "",
        ages=_ages(row["from_age"], row["to_age"]),
        stands=_stands(row, planned),
        from_16=row["from_16"] or "",
        age_appropriate=row["age_appropriate"],
        evidence=row["evidence"] or "",
        wait_weeks=row["wait_weeks"],
        reviewed_on=row["reviewed_on"],
        may_change=may_keep(by, row["owner_agency_id"]),
    )


def _ages(from_age: int, to_age: int) -> str:
    return f"{'Birth' if from_age == 0 else from_age} to {to_age}"


def _stands(row: Mapping[str, Any], planned: set[str]) -> ToolStands:
    """What begins later in life, or ends before 16, leaves somebody of 16 or 17 out."""
    if all(row["from_age"] <= age <= row["to_age"] for age in SIXTEEN_AND_SEVENTEEN):
        return ToolStands.COVERS
    return ToolStands.PLANNED if row["agency_tool_id"] in planned else ToolStands.GAP


def _return(key: str, name: str, row: Mapping[str, Any] | None, asked_on: date | None, today: date) -> Return:
    months = int(settings_now().number("tools.return_months"))
    due_on = add_months(row["returned_on"], months) if row else None
    return Return(
        agency=key,
        agency_name=name,
        returned_on=row["returned_on"] if row else None,
        says=(row["says"] or "") if row else "",
        due_on=due_on,
        asked_on=asked_on,
        is_due=due_on is None or due_on < today,
    )


READ_HERE = {ages_served: BOARD}

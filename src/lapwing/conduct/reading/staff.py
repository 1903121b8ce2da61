"""Which agencies there are and who works there: whom something can be put to. No child is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import SEES_AGENCIES, STAFF
from lapwing.conduct.permissions import NOT_HERE, check_user_can
from lapwing.conduct.reading.record import note_reading
from lapwing.records.entries import entries
from lapwing.records.store import NoSuchEntry
from lapwing.vocabulary.codes import AgencyKind, PractitionerRole


@dataclass(frozen=True)
class AgencyListed:
    """An agency by key, its name, and what it does, in words."""

    agency: str
    name: str
    kind: str | None


@dataclass(frozen=True)
class PractitionerListed:
    """A practitioner by key, their name, and their post and team, in words."""

    practitioner: str
    name: str
    role: str | None
    team: str | None


def agencies(*, by: Acting) -> list[AgencyListed]:
    """The agencies of the partnership and those beyond it that are on record, by name."""
    check_user_can("see_agencies", SEES_AGENCIES, by=by, child=None)
    found = entries("agency").filter(name__isnull=False).values_list("pk", "name", "kind")
    note_reading(by, "agencies")
    labels = AgencyKind.labels()
    return sorted((AgencyListed(key, name, labels.get(kind)) for key, name, kind in found), key=_by_name)


def practitioners_of(*, by: Acting, agency: str) -> list[PractitionerListed]:
    """Who works at an agency now, by name; NoSuchEntry where there is no such agency."""
    check_user_can("see_staff", STAFF, by=by, child=None)
    if not entries("agency").filter(pk=agency).exists():
        raise NoSuchEntry(NOT_HERE)
    note_reading(by, "practitioners", agency=agency)
    return _there_now(by, agency)


def colleagues(*, by: Acting, team: str | None = None, practitioner: str | None = None) -> list[PractitionerListed]:
    """Who works at somebody's own agency now, by name; oneself among them. With a team or a practitioner, only these."""
    check_user_can("see_staff", STAFF, by=by, child=None)
    note_reading(by, "practitioners", agency=by.agency)
    if by.agency is None:
        return []
    asked = [Q(**{name: one}) for name, one in (("team", team), ("pk", practitioner)) if one is not None]
    return _there_now(by, by.agency, reduce(or_, asked, Q()))


def teams(*, by: Acting) -> list[str]:
    """The teams of somebody's own agency, by name."""
    check_user_can("see_staff", STAFF, by=by, child=None)
    note_reading(by, "teams", agency=by.agency)
    named = entries("practitioner").filter(agency=by.agency, name__isnull=False).exclude(team__isnull=True)
    return sorted({team for team in named.values_list("team", flat=True).distinct() if team})


def _there_now(by: Acting, agency: str, who: Q | None = None) -> list[PractitionerListed]:
    still = Q(left_on__isnull=True) | Q(left_on__gte=by.today)
    found = entries("practitioner").filter(still, who or Q(), agency=agency, name__isnull=False)
    return sorted((practitioner_listed(row) for row in found.values("pk", "name", "role", "team")), key=_by_name)


def practitioner_listed(row: Mapping[str, Any]) -> PractitionerListed:
    """A practitioner as a list has them."""
    return PractitionerListed(row["pk"], row["name"], PractitionerRole.labels().get(row["role"]), row["team"])


def _by_name(one: AgencyListed | PractitionerListed) -> str:
    return one.name.casefold()

"""How near each child's record is to somebody: whom they, their team and their agency work with.

Each way of being near is one query. Rows about a pregnancy count for every child of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Q, QuerySet

from lapwing.conduct.may import Scope
from lapwing.records.entries import entries
from lapwing.records.models import Account, Role

WITHOUT_IDENTITIES = (Role.PARTNERSHIP_OFFICER, Role.AUDITOR)


def scope_of(account: Account, child: str) -> Scope:
    """The nearest way in which a child's record is near to somebody."""
    return next((scope for scope, _ in _reached(account, [child])), _farthest(account))


def children_within(account: Account, scope: Scope) -> set[str]:
    """The children who are at least that near to somebody; for the partnership without identities, none are named."""
    near = (children for reached, children in _reached(account, None) if reached >= scope)
    return set().union(*near) if scope > Scope.PARTNERSHIP else set()


def _farthest(account: Account) -> Scope:
    return Scope.PARTNERSHIP if account.role in WITHOUT_IDENTITIES else Scope.NONE


def _reached(account: Account, children: Sequence[str] | None) -> Iterator[tuple[Scope, set[str]]]:
    """Each way of being near, nearest first, with the children so reached; only where there are any."""
    for scope, table, condition in _ways(account):
        found = _children_of(entries(table).filter(condition), children)
        if found:
            yield scope, found


def _ways(account: Account) -> Iterator[tuple[Scope, str, Q]]:
    if account.practitioner_id is not None:
        yield from ((Scope.OWN, table, condition) for table, condition in _own(account.practitioner_id))
    if account.agency_id is not None:
        yield from ((Scope.TEAM, table, condition) for table, condition in _team(account))
        yield from ((Scope.AGENCY, table, condition) for table, condition in _agency(account.agency_id))


def _own(me: str) -> Iterator[tuple[str, Q]]:
    yield "involvement", Q(practitioner=me, ended_on__isnull=True)
    yield "hand_over", Q(to_practitioner=me, declined_on__isnull=True)
    yield "referral", Q(referred_by=me, closed_on__isnull=True)
    yield "action", Q(owned_by=me, completed_on__isnull=True)
    yield "disagreement", Q(raised_by=me, resolved_on__isnull=True)


def _team(account: Account) -> Iterator[tuple[str, Q]]:
    """The team's children; and those put to the agency with nobody named yet, whom anybody there may take up."""
    if account.team:
        yield "involvement", Q(agency=account.agency_id, team=account.team, ended_on__isnull=True)
    yield "referral", Q(to_agency=account.agency_id, acknowledged_on__isnull=True, closed_on__isnull=True)
    nobody = Q(to_practitioner__isnull=True, accepted_on__isnull=True, declined_on__isnull=True)
    yield "hand_over", Q(to_agency=account.agency_id) & nobody
    unowned = Q(
        owned_by__isnull=True, owned_by_person__isnull=True, declined_on__isnull=True, completed_on__isnull=True
    )
    yield "action", Q(owner_agency=account.agency_id) & unowned


def _agency(ours: str) -> Iterator[tuple[str, Q]]:
    yield "involvement", Q(agency=ours)
    yield "referral", Q(from_agency=ours) | Q(to_agency=ours)
    yield "hand_over", Q(from_agency=ours) | Q(to_agency=ours)
    yield "information_share", Q(to_agency=ours, decision="shared")
    yield "disagreement", Q(from_agency=ours) | Q(to_agency=ours)


def _children_of(rows: QuerySet[Any], children: Sequence[str] | None) -> set[str]:
    """The children of the rows, or which of those given."""
    child = entries("child")
    if children is not None:
        child = child.filter(pk__in=children)
    direct = child.filter(pk__in=rows.filter(child__isnull=False).values("child"))
    through = child.filter(pregnancy__in=rows.filter(pregnancy__isnull=False).values("pregnancy"))
    return {*direct.values_list("pk", flat=True), *through.values_list("pk", flat=True)}

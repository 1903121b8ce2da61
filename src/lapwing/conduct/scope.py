"""How near each child's record is to somebody: whom they, their team and their agency work with.

Rows about a pregnancy count for every child of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import reduce
from itertools import chain
from operator import or_
from typing import Any

from django.db.models import Case, Max, Q, QuerySet, When

from lapwing.conduct.may import Scope
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.merging import grouped
from lapwing.records.models import Account, BrokenGlass, Role

WITHOUT_IDENTITIES = (Role.PARTNERSHIP_OFFICER, Role.AUDITOR, Role.SCRUTINEER)


def scope_of(account: Account, child: str, *, enough: Scope = Scope.OWN) -> Scope:
    """The nearest way in which a child's record is near to somebody, or any record of the same child.

    Nothing nearer than `enough` is looked for once that is found.
    """
    about, nearest = about_child(child), _farthest(account)
    for table, ways in _by_table(account).items():
        nearest = max(nearest, _nearest(entries(table).filter(about), ways))
        if nearest >= enough:
            break
    return nearest


def _nearest(rows: QuerySet[Any], ways: Sequence[tuple[Scope, Q]]) -> Scope:
    return Scope(rows.aggregate(nearest=Max(_case(ways)))["nearest"] or 0)


def _case(ways: Sequence[tuple[Scope, Q]]) -> Case:
    return Case(*(When(condition, then=int(scope)) for scope, condition in ways), default=0)


def _by_table(account: Account) -> dict[str, list[tuple[Scope, Q]]]:
    """The ways of being near by the table in which they are found, in each the nearest first."""
    tables: dict[str, list[tuple[Scope, Q]]] = {}
    for scope, table, condition in _ways(account):
        tables.setdefault(table, []).append((scope, condition))
    return tables


def children_within(account: Account, scope: Scope, *, among: Collection[str] | None = None) -> set[str]:
    """The children who are at least that near to somebody, of all or `among` some; for the partnership without
    identities, none are named.
    """
    if scope <= Scope.PARTNERSHIP:
        return set()
    if among is not None:
        return _near_among(set(among), account, scope)
    return _children_of([entries(table).filter(how) for reached, table, how in _ways(account) if reached >= scope])


def _near_among(some: set[str], account: Account, scope: Scope) -> set[str]:
    """Those of some children who are so near; only rows about themselves are looked at, however many others there are."""
    expected = dict(entries("child").filter(pk__in=links.one_with("child", some)).values_list("pk", "pregnancy"))
    same, pregnancies = set(expected), links.one_with("pregnancy", set(expected.values()) - {None})
    found: set[str] = set()
    reached: set[str] = set()
    for table, ways in _by_table(account).items():
        found |= _reached(entries(table).filter(child__in=same), "child", ways, scope)
        reached |= _reached(entries(table).filter(pregnancy__in=pregnancies), "pregnancy", ways, scope)
    of_these = entries("child").filter(pregnancy__in=links.one_with("pregnancy", reached))
    return some & links.one_with("child", found.union(of_these.values_list("pk", flat=True)))


def _reached(rows: QuerySet[Any], whose: str, ways: Sequence[tuple[Scope, Q]], scope: Scope) -> set[str]:
    """Whose rows are so near."""
    nearest = rows.values_list(whose).annotate(nearest=Max(_case(ways)))
    return {one for one, near in nearest if near >= scope}


def children_worked_with(agency: str | None, *, team: str | None = None, practitioner: str | None = None) -> set[str]:
    """The children with whom an agency works now; with a team or a practitioner, those with whom that one does."""
    named = {name: one for name, one in (("team", team), ("practitioner", practitioner)) if one is not None}
    return _children_of([entries("involvement").filter(agency=agency, ended_on__isnull=True, **named)])


def worked_with_among(agency: str | None, children: Collection[str]) -> set[str]:
    """Those of some children with whom an agency works now, by the record under which it does."""
    works = entries("involvement").filter(agency=agency, ended_on__isnull=True)
    expected = dict(entries("child").filter(pk__in=children, pregnancy__isnull=False).values_list("pk", "pregnancy"))
    named = set(works.filter(child__in=children).values_list("child", flat=True))
    theirs = set(works.filter(pregnancy__in=set(expected.values())).values_list("pregnancy", flat=True))
    return named.union(child for child, pregnancy in expected.items() if pregnancy in theirs)


def _farthest(account: Account) -> Scope:
    return Scope.PARTNERSHIP if account.role in WITHOUT_IDENTITIES else Scope.NONE


def _ways(account: Account) -> Iterator[tuple[Scope, str, Q]]:
    referred = ~_opened_in_emergency(account)
    if account.practitioner_id is not None:
        yield from ((Scope.OWN, table, condition) for table, condition in _own(account.practitioner_id, referred))
    if account.agency_id is not None:
        yield from ((Scope.TEAM, table, condition) for table, condition in _team(account))
        yield from ((Scope.AGENCY, table, condition) for table, condition in _agency(account.agency_id, referred))


def _opened_in_emergency(account: Account) -> Q:
    """Rows about children before whose records somebody broke the glass: having referred one then brings it no nearer."""
    opened = list(BrokenGlass.objects.filter(by=account).values_list("child", flat=True))
    return reduce(or_, (about_child(child) for child in opened), Q(pk__in=[]))


def _own(me: str, referred: Q) -> Iterator[tuple[str, Q]]:
    yield "involvement", Q(practitioner=me, ended_on__isnull=True)
    yield "hand_over", Q(to_practitioner=me, accepted_on__isnull=True, declined_on__isnull=True)
    yield "referral", Q(Q(referred_by=me) & referred | Q(acknowledged_by=me), closed_on__isnull=True)
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


def _agency(ours: str, referred: Q) -> Iterator[tuple[str, Q]]:
    yield "involvement", Q(agency=ours)
    yield "referral", Q(from_agency=ours) & referred | Q(to_agency=ours)
    yield "hand_over", Q(from_agency=ours) | Q(to_agency=ours)
    yield "information_share", Q(to_agency=ours, decision="shared")
    yield "disagreement", Q(from_agency=ours) | Q(to_agency=ours)


def about_child(child: str) -> Q:
    """Rows about a child or about the pregnancy of which it was expected, in whichever of its records."""
    children = links.one_with("child", [child])
    pregnancies = entries("child").filter(pk__in=children, pregnancy__isnull=False).values_list("pregnancy", flat=True)
    return Q(child__in=children) | Q(pregnancy__in=links.one_with("pregnancy", pregnancies))


def _children_of(near: Sequence[QuerySet[Any]]) -> set[str]:
    """The children of rows, with every record of each."""
    child = entries("child")
    joined = grouped(links.all_in_force())
    pregnancies = joined.get("pregnancy", {}).values()
    found: set[str] = set()
    for rows in near:
        named = child.filter(pk__in=rows.filter(child__isnull=False).values("child"))
        expected = child.filter(pregnancy__in=rows.filter(pregnancy__isnull=False).values("pregnancy"))
        found.update(named.values_list("pk", flat=True), expected.values_list("pk", flat=True))
        if pregnancies:
            linked = rows.filter(pregnancy__in=list(chain(*pregnancies))).values_list("pregnancy", flat=True)
            also = child.filter(pregnancy__in=_all_of(set(linked), pregnancies))
            found.update(also.values_list("pk", flat=True))
    others = _all_of(found, joined.get("child", {}).values()) - found
    return found | set(child.filter(pk__in=others).values_list("pk", flat=True))


def _all_of(keys: set[str], groups: Iterable[list[str]]) -> set[str]:
    """Every key of the groups that have one of these keys."""
    return {key for group in groups if not keys.isdisjoint(group) for key in group}

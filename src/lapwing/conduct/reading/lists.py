"""Children within somebody's sight."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from lapwing.conduct.acting import Acting
from lapwing.conduct.findings import OPEN_OUTCOMES
from lapwing.conduct.may import READ, May, Scope
from lapwing.conduct.permissions import Refused, check_user_can
from lapwing.conduct.posts import accounts_of_same
from lapwing.conduct.reading.calling import Named, in_batches, named
from lapwing.conduct.reading.record import note_reading
from lapwing.conduct.reading.seen_findings import counts_seen
from lapwing.conduct.scope import children_within, children_worked_with
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.models import Account, FamilyTie, Restriction, Role


@dataclass(frozen=True)
class ChildListed:
    """A child in a list: who they are, who leads, and how many findings are open, by outcome."""

    child: str
    called: str
    born_on: date | None
    expected_on: date | None
    lead: str | None
    lead_agency: str | None
    open_findings: dict[str, int]


def in_sight(
    by: Acting, *, within: Scope | None = None, among: Collection[str] | None = None, may: May = READ
) -> set[str]:
    """The children whose records somebody may open without further ado, each by the record that is kept.

    `within`: only those who are so near at least; `among`: only these children. Refused where their role opens none.
    """
    check_user_can("read", may, by=by, child=None)
    reach = max(may[by.account.role], within or Scope.NONE)  # type: ignore[index]  # a role is stored as its text
    near = children_within(by.account, reach, among=among)
    return near - _kept_from(by.account) - links.read_as_another("child", near)


def _kept_from(account: Account) -> set[str]:
    """Restricted records that this account may not open, and its own family's."""
    standing = Restriction.objects.filter(lifted_at__isnull=True).exclude(may_read=account)
    family = FamilyTie.objects.filter(account__in=accounts_of_same(account))
    kept_from = {*standing.values_list("child", flat=True), *family.values_list("child", flat=True)}
    return links.one_with("child", kept_from)


def worked_with(
    by: Acting, *, within: Scope | None = None, practitioner: str | None = None, team: str | None = None
) -> set[str]:
    """The children in sight, or those of them with whom a team or a colleague works now.

    Refused where that is another team and one's role does not reach it.
    """
    if practitioner is None and team is None:
        return in_sight(by, within=within)
    if by.account.role in READ and READ[Role(by.account.role)] >= Scope.TEAM and practitioner != by.practitioner:
        if not by.account.team or team not in (None, by.account.team):
            raise Refused("You see the work of your own team; a manager or named professional sees that of the others.")
        team = by.account.team
    return in_sight(by, within=within, among=children_worked_with(by.agency, team=team, practitioner=practitioner))


@links.asked_once()
def children_within_sight(
    *, by: Acting, within: Scope | None = None, practitioner: str | None = None, team: str | None = None
) -> list[ChildListed]:
    """Every child in sight by name, narrowed as a worklist is. A record that has ended, after a loss above all, is in no
    list.
    """
    children = named(worked_with(by, within=within, practitioner=practitioner, team=team))
    note_reading(by, "children", count=len(children))
    return listed(by, (one for one in children.values() if not one.has_ended))


@dataclass(frozen=True)
class SomeChildren:
    """Some of the children in sight, and how many there are in all; `count` has records that have ended besides."""

    count: int
    children: list[ChildListed]


@links.asked_once()
def some_in_sight(*, by: Acting, first: int, at_most: int) -> SomeChildren:
    """Some of the children in sight in the order of their keys, which no change of a name moves; those ended left out."""
    keys = sorted(in_sight(by))
    children = named(keys[first : first + at_most])
    note_reading(by, "children", count=len(children))
    going_on = {one.child: one for one in children.values() if not one.has_ended}
    found = {one.child: one for one in listed(by, going_on.values())}
    return SomeChildren(len(keys), [found[child] for child in sorted(found)])


def listed(by: Acting, children: Iterable[Named]) -> list[ChildListed]:
    """These children as a list has them, by name."""
    some = sorted(children, key=lambda one: (one.called.casefold(), one.child))
    keys = [one.child for one in some]
    leads, counts = _leads(keys), _open_findings(by, keys)
    nobody = (None, None)
    return [
        ChildListed(
            one.child,
            one.called,
            one.born_on,
            one.expected_on,
            *leads.get(one.child, nobody),
            counts.get(one.child, {}),
        )
        for one in some
    ]


def _leads(children: Iterable[str]) -> dict[str, tuple[str | None, str | None]]:
    """Who leads for each child: the practitioner's name and the agency's. Work that is kept private is not told."""
    found: dict[str, tuple[str | None, str | None]] = {}
    for batch in in_batches(children):
        by_pregnancy: dict[str, list[str]] = {}
        for child, pregnancy in entries("child").filter(pk__in=batch).values_list("pk", "pregnancy_id"):
            by_pregnancy.setdefault(pregnancy, []).append(child)
        theirs = Q(child__in=batch) | Q(pregnancy__in=[one for one in by_pregnancy if one is not None])
        leads = entries("involvement").filter(theirs, lead=True, ended_on__isnull=True).exclude(kept_private=True)
        rows = leads.values_list("child_id", "pregnancy_id", "practitioner__name", "agency__name")
        for child, pregnancy, name, agency in rows:
            for one in [child] if child else by_pregnancy.get(pregnancy, ()):
                found[one] = (name, agency)
    return found


def _open_findings(by: Acting, children: Iterable[str]) -> dict[str, dict[str, int]]:
    """How many findings are open of each child, by outcome."""
    counts: dict[str, dict[str, int]] = {}
    for child, outcome, count in counts_seen(by, set(children), OPEN_OUTCOMES):
        counts.setdefault(child, {})[outcome] = count
    return counts

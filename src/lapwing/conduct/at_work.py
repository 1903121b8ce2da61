"""Who works with a child now, who leads, and whether there is anything left to work on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q, QuerySet

from lapwing.conduct.acting import Acting
from lapwing.conduct.notifications import account_of
from lapwing.conduct.scope import about_child
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.models import Account
from lapwing.vocabulary.care_codes import LegalStatusKind
from lapwing.vocabulary.work_codes import ClosureReason

LEFT_BEHIND: Mapping[str, Any] = {
    "involvement": lambda who: Q(practitioner=who, ended_on__isnull=True),
    "action": lambda who: Q(owned_by=who, completed_on__isnull=True, declined_on__isnull=True),
    "hand_over": lambda who: Q(to_practitioner=who, accepted_on__isnull=True, declined_on__isnull=True),
    "referral": lambda who: Q(referred_by=who, closed_on__isnull=True, outcome__isnull=True),
    "assessment": lambda who: Q(led_by=who, signed_off_on__isnull=True, stopped_on__isnull=True),
    "disagreement": lambda who: Q(raised_by=who, resolved_on__isnull=True),
}
"""What waits for a practitioner, table by table."""


def concerning(child: str | None, pregnancy: str | None) -> Q:
    """Rows about a child or about the pregnancy it was expected of; or about a pregnancy or any of its children."""
    if child is not None:
        return about_child(child)
    pregnancies = links.one_with("pregnancy", [pregnancy] if pregnancy else [])
    expected = entries("child").filter(pregnancy__in=pregnancies).values_list("pk", flat=True)
    return Q(pregnancy__in=pregnancies) | Q(child__in=links.one_with("child", expected))


def at_work(child: str | None, pregnancy: str | None) -> QuerySet[Any]:
    """The involvements with a child, or with the children of a pregnancy, that go on."""
    return entries("involvement").filter(concerning(child, pregnancy), ended_on__isnull=True)


def lead_of(child: str | None, pregnancy: str | None) -> str | None:
    """The practitioner who leads, where somebody does."""
    leads = at_work(child, pregnancy).filter(lead=True, practitioner__isnull=False)
    return leads.values_list("practitioner", flat=True).first()


def tell_lead(by: Acting, what: str, *, child: str | None, pregnancy: str | None, table: str, key: str) -> None:
    """Tells whoever leads, where somebody does."""
    by.tell(account_of(lead_of(child, pregnancy)), what, child=child, table=table, key=key)


def uses_lapwing(agency: str | None) -> bool:
    """Whether anybody at an agency can sign in here, and so answers for it themselves."""
    return Account.objects.filter(agency=agency, is_active=True, is_system=False).exists()


def children_concerned(child: str | None, pregnancy: str | None) -> set[str]:
    """A child, or the children of a pregnancy, by every record of each."""
    about = Q(pk=child) if child is not None else Q(pregnancy__in=links.one_with("pregnancy", [pregnancy or ""]))
    return links.one_with("child", entries("child").filter(about).values_list("pk", flat=True))


def record_has_ended(child: str | None, pregnancy: str | None) -> bool:
    """Whether nothing is asked any more; of a pregnancy, once that is so for each child expected of it."""
    children = children_concerned(child, pregnancy)
    return bool(children) and ended_among(children) == children


def ended_among(children: Iterable[str]) -> set[str]:
    """The children of whom nothing is asked any more: after a loss or a death, an adoption, a move accepted elsewhere, or
    where the record was opened in error.

    What ends one record of a child ends all of them, but for a double that was opened in error.
    """
    every = links.one_with("child", children)
    of = entries("child").filter(pk__in=every)
    over = links.one_with("child", _keys(of.filter(_is_over(of, every))))
    going_on = links.one_with("child", _keys(of.exclude(Q(opened_in_error=True) | Q(pk__in=over))))
    return links.one_with("child", _keys(of)) - going_on


def _is_over(of: QuerySet[Any], every: set[str]) -> Q:
    """What ends the record of a child among these; nothing is looked at that is about others."""
    pregnancies = links.one_with("pregnancy", _keys(of.filter(pregnancy__isnull=False), "pregnancy"))
    ended = entries("pregnancy").filter(pk__in=pregnancies, ended_on__isnull=False)
    born = links.one_with("child", _keys(of.filter(person__born_on__isnull=False)))
    moved = entries("involvement").filter(ended_reason=ClosureReason.MOVED_ACCEPTED_ELSEWHERE)
    moved_before_birth = links.one_with("pregnancy", _keys(moved.filter(pregnancy__in=pregnancies), "pregnancy"))
    adopted = entries("legal_status").filter(kind=LegalStatusKind.ADOPTION_ORDER)
    return (
        (Q(pregnancy__in=links.one_with("pregnancy", _keys(ended))) & ~Q(pk__in=born))
        | Q(person__died_on__isnull=False)
        | Q(pk__in=moved.filter(child__in=every).values("child"))
        | Q(pregnancy__in=moved_before_birth)
        | Q(pk__in=adopted.filter(child__in=every).values("child"))
    )


def _keys(rows: QuerySet[Any], column: str = "pk") -> list[str]:
    return list(rows.values_list(column, flat=True))

"""Who works with a child now, who leads, and whether there is anything left to work on."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from lapwing.conduct.acting import Acting
from lapwing.conduct.notifications import account_of
from lapwing.records.entries import entries
from lapwing.records.models import Account
from lapwing.vocabulary.care_codes import LegalStatusKind
from lapwing.vocabulary.work_codes import ClosureReason


def concerning(child: str | None, pregnancy: str | None) -> Q:
    """Rows about a child or about the pregnancy it was expected of; or about a pregnancy or any of its children."""
    if child is not None:
        return Q(child=child) | Q(pregnancy__in=entries("child").filter(pk=child).values("pregnancy"))
    return Q(pregnancy=pregnancy) | Q(child__in=entries("child").filter(pregnancy=pregnancy))


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


def record_has_ended(child: str | None, pregnancy: str | None) -> bool:
    """Whether nothing is asked any more: after a loss or a death, an adoption, a move accepted elsewhere, or in error.

    A pregnancy's record has ended once that of each child expected of it has.
    """
    about = Q(pk=child) if child is not None else Q(pregnancy=pregnancy)
    of = entries("child").filter(about)
    moved = entries("involvement").filter(ended_reason=ClosureReason.MOVED_ACCEPTED_ELSEWHERE)
    adopted = entries("legal_status").filter(kind=LegalStatusKind.ADOPTION_ORDER)
    not_born = Q(person__isnull=True) | Q(person__born_on__isnull=True)
    ended = (
        (Q(pregnancy__ended_on__isnull=False) & not_born)
        | Q(person__died_on__isnull=False)
        | Q(opened_in_error=True)
        | Q(pk__in=moved.filter(child__isnull=False).values("child"))
        | Q(pregnancy__in=moved.filter(pregnancy__isnull=False).values("pregnancy"))
        | Q(pk__in=adopted.values("child"))
    )
    going_on = of.exclude(pk__in=of.filter(ended).values("pk"))
    return of.exists() and not going_on.exists()

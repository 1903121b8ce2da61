"""A record that only named people may open: on which grounds, and who they are."""

from __future__ import annotations

from collections.abc import Sequence

from lapwing.conduct.acting import Acting
from lapwing.records import links
from lapwing.records.models import Account, Restriction
from lapwing.records.store import CannotEnter
from lapwing.vocabulary.tables import Codes


class Grounds(Codes):
    """Why a record is restricted; the grounds that access procedures of children's services have in common."""

    ADOPTION = "adoption", "The child has been adopted"
    RISK_OF_INJURY = "risk_of_injury", "Opening it could bring somebody to harm"
    OFFENCE = "offence", "An offence is looked into"
    LEGAL_BAR = "legal_bar", "The law forbids it to be disclosed"
    COURT_ORDER = "court_order", "A court has ordered it"


def standing_restrictions(child: str) -> list[Restriction]:
    """The restrictions on the records of a child: one, unless several records were restricted before they were linked."""
    same = links.one_with("child", [child])
    return list(Restriction.objects.filter(child__in=same, lifted_at__isnull=True).order_by("pk"))


def close_to_all_but(
    by: Acting, child: str, readers: Sequence[Account], *, grounds: Grounds, says: str = ""
) -> Restriction:
    """Restricts a record to some people and to who does so; an earlier restriction ends with it."""
    for earlier in standing_restrictions(child):
        lift(by, earlier, why=f"Restricted anew: {grounds.label}")
    one = Restriction.objects.create(child_id=child, grounds=str(grounds), says=says, by=by.account, at=by.at)
    one.may_read.set([by.account, *readers])
    by.note(grounds=str(grounds), may_read=sorted({by.account.pk, *(reader.pk for reader in readers)}))
    return one


def lift(by: Acting, restriction: Restriction, *, why: str) -> None:
    """Ends a restriction."""
    restriction.lifted_by, restriction.lifted_at, restriction.lifted_why = by.account, by.at, why
    restriction.save(update_fields=["lifted_by", "lifted_at", "lifted_why"])


def accounts_of(practitioners: Sequence[str]) -> list[Account]:
    """The accounts of these practitioners; CannotEnter where one has none and so could not open anything."""
    found = list(Account.objects.filter(practitioner__in=practitioners, is_active=True))
    if {one.practitioner_id for one in found} != set(practitioners):
        raise CannotEnter("may_read: has a practitioner without an account; needs people who can sign in.")
    return found

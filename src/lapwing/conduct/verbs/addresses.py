"""Verbs: where people live, and keeping it secret where that keeps them safe."""

from __future__ import annotations

from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import FRONT_LINE, OVERSIGHT
from lapwing.conduct.notifications import overseers_of
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import WHY, NotPossible, check_lies_ahead, check_not_yet, check_says, is_own
from lapwing.conduct.verb import verb
from lapwing.records.entries import entries
from lapwing.records.store import current, versions
from lapwing.vocabulary.codes import AddressKind


@verb(may=FRONT_LINE)
def begin_address(
    *,
    by: Acting,
    on: date,
    person: str,
    kind: AddressKind,
    on_one_line: str | None = None,
    postcode: str | None = None,
    protected: bool = False,
    out_of_area: bool | None = None,
) -> str:
    """Records that somebody lives or stays somewhere from that day on; the key of the address.

    It is protected where the person's addresses are, and where it is a refuge. An earlier one is ended apart from this.
    """
    secret = protected or kind is AddressKind.REFUGE or bool(current("person", person)["address_protected"])
    return by.enter(
        "address",
        person_id=person,
        kind=kind,
        address=on_one_line,
        postcode="".join(postcode.split()).upper() if postcode else None,
        from_on=on,
        protected=secret,
        out_of_area=out_of_area,
    )


@verb(may=FRONT_LINE)
def end_address(*, by: Acting, on: date, address: str, seen: int | None = None) -> None:
    """Records that somebody does not live or stay at an address after that day."""
    check_not_yet(current("address", address)["until_on"], "This address was ended")
    by.amend("address", address, seen=seen, until_on=on)


@verb(may=FRONT_LINE)
def protect_address(
    *,
    by: Acting,
    on: date,
    person: str,
    until_on: date,
    decided_by: str | None = None,
    seen: int | None = None,
) -> None:
    """Keeps secret where somebody lives, as a practitioner decided, until it is looked at again on a day ahead.

    Anybody who works with the family can do it at once; their managers and named professionals are told.
    """
    check_lies_ahead(until_on, by, "until_on")
    by.amend(
        "person",
        person,
        seen=seen,
        address_protected=True,
        address_protected_by=decided_by or by.practitioner,
        address_protected_until_on=until_on,
    )
    lived_at = entries("address").filter(person=person).exclude(protected=True)
    for address in lived_at.values_list("pk", flat=True):
        by.amend("address", address, protected=True)
    for account in overseers_of(by.agency):
        by.tell(account, "Where somebody lives is now kept secret. Look at the decision.", table="person", key=person)


@verb(may=OVERSIGHT)
def lift_address_protection(*, by: Acting, on: date, person: str, why: str, seen: int | None = None) -> None:
    """Ends the secrecy of where somebody lives; somebody else than who decided on it does so, and says why.

    Addresses that were protected meanwhile stay so: what was secret then may still give somebody away.
    """
    check_says(why, "why", WHY)
    was = current("person", person)
    if not was["address_protected"]:
        raise NotPossible("Where this person lives is not protected.")
    if (was["address_protected_by"] or "") == by.practitioner or _entered_protection(by, person):
        raise Refused("You decided to protect this address; another manager or named professional lifts it.")
    by.amend(
        "person",
        person,
        seen=seen,
        why=why,
        address_protected=False,
        address_protected_by=None,
        address_protected_until_on=None,
    )


def _entered_protection(by: Acting, person: str) -> bool:
    """Whether somebody entered the protection that stands, in whoever's name."""
    entered_by = None
    for version in reversed(versions("person", person)):
        if not version.values["address_protected"]:
            break
        entered_by = version.stored_by
    return is_own(by, entered_by)

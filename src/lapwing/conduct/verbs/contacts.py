"""Verbs: a service was in touch with a family or with another service, and what was decided on it."""

from __future__ import annotations

from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import FRONT_LINE
from lapwing.conduct.notifications import managers_of
from lapwing.conduct.policies import check_not_yet_said, is_left_alone
from lapwing.conduct.verb import verb
from lapwing.conduct.whose import Whose
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.work_codes import ContactKind, ReferralOutcome, ReferralSource

IN_PERSON = (ContactKind.VISIT, ContactKind.OFFICE)
"""Contacts at which somebody can be seen."""


@verb(may=FRONT_LINE)
def record_contact(
    *,
    by: Acting,
    on: date,
    child: str | None = None,
    pregnancy: str | None = None,
    kind: ContactKind,
    person: str | None = None,
    seen_alone: bool | None = None,
    child_seen: bool | None = None,
    source: ReferralSource | None = None,
    outcome: ReferralOutcome | None = None,
    referral: str | None = None,
    note: str | None = None,
) -> str:
    """Records a contact with a person of the family, an attempt to reach one, or information that came in; its key."""
    whose = Whose(child, pregnancy)
    _check_could_be_seen(kind, whose, seen_alone, child_seen)
    if source is not None and kind != ContactKind.INCOMING:
        raise CannotEnter("source: says who sent information; needs kind incoming, or nothing here.")
    contact = by.enter(
        "contact",
        **whose.columns,
        person_id=person,
        kind=kind,
        happened_on=on,
        source=source,
        seen_alone=seen_alone,
        child_seen=child_seen,
        outcome=outcome,
        referral_id=referral,
        note=note,
    )
    if kind != ContactKind.INCOMING and is_left_alone(whose, person):
        _tell_managers(by, whose, contact)
    return contact


@verb(may=FRONT_LINE)
def decide_contact(
    *,
    by: Acting,
    on: date,
    contact: str,
    outcome: ReferralOutcome,
    referral: str | None = None,
    seen: int | None = None,
) -> None:
    """Decides what comes of a contact, and which referral it became where it became one."""
    check_not_yet_said(current("contact", contact)["outcome"], "What comes of this contact")
    by.amend("contact", contact, seen=seen, outcome=outcome, referral_id=referral)


def _check_could_be_seen(kind: ContactKind, whose: Whose, seen_alone: bool | None, child_seen: bool | None) -> None:
    if (seen_alone or child_seen) and kind not in IN_PERSON:
        raise CannotEnter(f"{kind.label}: nobody is seen at one. Leave out who was seen, or give a visit or a meeting.")
    if child_seen and whose.pregnancy is not None:
        raise CannotEnter("child_seen: an unborn child is not seen; after the birth, record it for the child.")


def _tell_managers(by: Acting, whose: Whose, contact: str) -> None:
    """It has happened, so it is recorded; somebody has to look at once at what it means for safety."""
    what = "A contact was recorded with somebody whom services must leave alone. Look at what keeps everybody safe now."
    for manager in managers_of(by.agency):
        by.tell(manager, what, child=whose.child, table="contact", key=contact)

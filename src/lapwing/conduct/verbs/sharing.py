"""Verbs: telling another agency something, or deciding with a reason not to."""

from __future__ import annotations

from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import ANYBODY_REACHED, FRONT_LINE
from lapwing.conduct.notifications import account_of, managers_of
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import (
    NotPossible,
    check_agency_asked,
    check_not_private,
    check_not_yet,
    check_says,
    check_works_at,
)
from lapwing.conduct.verb import verb
from lapwing.conduct.whose import Whose
from lapwing.records.models import Role
from lapwing.records.store import current
from lapwing.vocabulary.care_codes import ShareDecision


@verb(may=FRONT_LINE)
def share(
    *,
    by: Acting,
    on: date,
    child: str | None = None,
    pregnancy: str | None = None,
    to_agency: str,
    to_practitioner: str | None = None,
    what: str,
    reason: str,
    person: str | None = None,
    observation: str | None = None,
    concern: str | None = None,
    asked_for: bool | None = None,
) -> str:
    """Records that something was shared with another agency: what, with whom by name, and why; the entry's key.

    `person` is whom it is about, where that is not the child; the observation or the concern may be given, where it is one.
    """
    check_says(what, "what", "what was shared, in words")
    check_says(reason, "reason", "why it was shared, in words")
    check_works_at(to_practitioner, to_agency)
    check_not_private(by, child, pregnancy, to_agency)
    shared = by.enter(
        "information_share",
        **Whose(child, pregnancy).columns,
        decision=ShareDecision.SHARED,
        happened_on=on,
        from_agency_id=by.agency,
        to_agency_id=to_agency,
        to_practitioner_id=to_practitioner,
        person_id=person,
        observation_id=observation,
        concern_id=concern,
        what=what,
        reason=reason,
        asked_for=asked_for,
    )
    reached = account_of(to_practitioner)
    notice = "Something about a child was shared with you or your service. Read it, and acknowledge that you have."
    for account in managers_of(to_agency) if reached is None else (reached,):
        by.tell(account, notice, child=child, table="information_share", key=shared)
    return shared


@verb(may=FRONT_LINE)
def decide_not_to_share(
    *,
    by: Acting,
    on: date,
    child: str | None = None,
    pregnancy: str | None = None,
    to_agency: str,
    reason: str,
    person: str | None = None,
    observation: str | None = None,
    concern: str | None = None,
    asked_for: bool | None = None,
) -> str:
    """Records a decision not to share something with another agency, and why; that agency is not told. The entry's key."""
    check_says(reason, "reason", "why it is not shared, in words")
    return by.enter(
        "information_share",
        **Whose(child, pregnancy).columns,
        decision=ShareDecision.NOT_SHARED,
        happened_on=on,
        from_agency_id=by.agency,
        to_agency_id=to_agency,
        person_id=person,
        observation_id=observation,
        concern_id=concern,
        reason=reason,
        asked_for=asked_for,
    )


@verb(may=ANYBODY_REACHED)
def acknowledge_share(*, by: Acting, on: date, information_share: str, seen: int | None = None) -> None:
    """Says that what was shared has been read, by whoever it was shared with."""
    was = current("information_share", information_share)
    if was["decision"] != ShareDecision.SHARED:
        raise NotPossible("This was not shared, so there is nothing to acknowledge.")
    check_agency_asked(by, was["to_agency_id"])
    check_not_yet(was["acknowledged_on"], "This was acknowledged")
    _check_reached(by, was["to_practitioner_id"])
    by.amend("information_share", information_share, seen=seen, acknowledged_on=on)


def _check_reached(by: Acting, to_practitioner: str | None) -> None:
    """What was shared with a person is acknowledged by them; by a manager or named professional where they are away."""
    if by.account.role == Role.PRACTITIONER and to_practitioner not in (None, by.practitioner):
        raise Refused(
            "This was shared with a colleague by name. They acknowledge it, or your manager where they are away."
        )

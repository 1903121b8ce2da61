"""Verbs: asking another service to act, and what becomes of that. Nothing is done until somebody has said so."""

from __future__ import annotations

from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import FRONT_LINE
from lapwing.conduct.notifications import account_of, managers_of
from lapwing.conduct.policies import check_agency_asked, check_another_agency, check_not_yet
from lapwing.conduct.verb import verb
from lapwing.conduct.whose import Whose
from lapwing.records.store import current
from lapwing.vocabulary.work_codes import ClosureReason, ReferralOutcome, ReferralSource


@verb(may=FRONT_LINE)
def refer(
    *,
    by: Acting,
    on: date,
    child: str | None = None,
    pregnancy: str | None = None,
    to_agency: str,
    source: ReferralSource | None = None,
    primary_need: str | None = None,
    repeats_referral: str | None = None,
) -> str:
    """Asks another agency to act for a child or for every child of a pregnancy; the referral's key.

    The referral stays the referrer's until the other side has acknowledged it.
    """
    return put_to_agency(
        by,
        on,
        Whose(child, pregnancy),
        to_agency,
        source=source,
        primary_need=primary_need,
        repeats_referral_id=repeats_referral,
    )


def put_to_agency(by: Acting, on: date, whose: Whose, to_agency: str, **values: str | None) -> str:
    """Enters a referral to another agency and tells its managers; for whichever verb refers."""
    check_another_agency(by, to_agency)
    referral = by.enter(
        "referral",
        **whose.columns,
        **values,
        from_agency_id=by.agency,
        referred_by=by.practitioner,
        to_agency_id=to_agency,
        received_on=on,
    )
    what = "A referral has come to your agency. It waits for somebody to acknowledge it."
    for manager in managers_of(to_agency):
        by.tell(manager, what, child=whose.child, table="referral", key=referral)
    return referral


@verb(may=FRONT_LINE)
def acknowledge_referral(*, by: Acting, on: date, referral: str, seen: int | None = None) -> None:
    """Tells the referrer that the referral has arrived; whoever does it is of the agency that was asked."""
    was = current("referral", referral)
    check_agency_asked(by, was["to_agency_id"])
    check_not_yet(was["acknowledged_on"], "This referral was acknowledged")
    by.amend("referral", referral, seen=seen, acknowledged_on=on, acknowledged_by=by.practitioner)
    by.tell(
        account_of(was["referred_by"]),
        "Your referral has arrived.",
        child=was["child_id"],
        table="referral",
        key=referral,
    )


@verb(may=FRONT_LINE)
def decide_referral(
    *, by: Acting, on: date, referral: str, outcome: ReferralOutcome, reasons: str, seen: int | None = None
) -> None:
    """Decides what to do on a referral, and why; whoever decides is of the agency that was asked."""
    was = current("referral", referral)
    check_agency_asked(by, was["to_agency_id"])
    check_not_yet(was["decided_on"], "This referral was decided")
    by.amend("referral", referral, seen=seen, decided_on=on, outcome=outcome, decision_reasons=reasons)
    what = "A decision was made on your referral. Read it, and say so if you disagree."
    by.tell(account_of(was["referred_by"]), what, child=was["child_id"], table="referral", key=referral)


@verb(may=FRONT_LINE)
def tell_referrer(*, by: Acting, on: date, referral: str, seen: int | None = None) -> None:
    """Records that the referrer was told the outcome."""
    was = current("referral", referral)
    check_agency_asked(by, was["to_agency_id"])
    by.amend("referral", referral, seen=seen, referrer_told_on=on)


@verb(may=FRONT_LINE)
def close_referral(*, by: Acting, on: date, referral: str, reason: ClosureReason, seen: int | None = None) -> None:
    """Records that the work which came of a referral has closed, and why."""
    was = current("referral", referral)
    check_agency_asked(by, was["to_agency_id"])
    check_not_yet(was["closed_on"], "This referral was closed")
    by.amend("referral", referral, seen=seen, closed_on=on, closed_reason=reason)

"""The policies, standards, templates and protocols of the partnership, version after version."""

from __future__ import annotations

from datetime import date

from lapwing.board.owning import check_in_use, check_may_keep
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import OFFICERS, PARTNERS
from lapwing.conduct.policies import WHY, NotPossible, check_not_yet, check_says
from lapwing.conduct.verb import verb
from lapwing.records.store import current
from lapwing.vocabulary.board.register_codes import PolicyKind

NAME = "what it is called"


@verb(may=PARTNERS)
def enter_policy(
    *,
    by: Acting,
    kind: PolicyKind,
    name: str,
    edition: str | None = None,
    parties: str | None = None,
    owner_agency: str | None = None,
    keeper_account: int | None = None,
    in_force_on: date | None = None,
    review_on: date | None = None,
    published: str | None = None,
) -> str:
    """Enters a policy, standard, template or protocol; its key. Without an agency it is the whole partnership's."""
    check_says(name, "name", NAME)
    check_may_keep(by, owner_agency)
    return by.enter(
        "policy",
        kind=kind,
        name=name,
        edition=edition,
        parties=parties,
        owner_agency_id=owner_agency,
        keeper_account_id=keeper_account,
        in_force_on=in_force_on,
        review_on=review_on,
        published=published,
    )


@verb(may=PARTNERS)
def revise_policy(
    *,
    by: Acting,
    policy: str,
    name: str,
    edition: str | None = None,
    parties: str | None = None,
    keeper_account: int | None = None,
    in_force_on: date | None = None,
    review_on: date | None = None,
    published: str | None = None,
    seen: int | None = None,
) -> None:
    """Puts right what is said of a version of a policy; a new version is entered in its place instead."""
    check_says(name, "name", NAME)
    was = current("policy", policy)
    check_may_keep(by, was["owner_agency_id"])
    check_in_use(was["withdrawn_on"])
    by.amend(
        "policy",
        policy,
        seen=seen,
        name=name,
        edition=edition,
        parties=parties,
        keeper_account_id=keeper_account,
        in_force_on=in_force_on,
        review_on=review_on,
        published=published,
    )


@verb(may=PARTNERS)
def replace_policy(
    *,
    by: Acting,
    policy: str,
    edition: str,
    in_force_on: date,
    review_on: date | None = None,
    published: str | None = None,
) -> str:
    """Enters the version that comes in the place of another; its key. It has yet to be signed off."""
    check_says(edition, "edition", "which edition it is")
    was = current("policy", policy)
    check_may_keep(by, was["owner_agency_id"])
    check_in_use(was["withdrawn_on"])
    if was["replaced_by_id"] is not None:
        raise NotPossible("Another version came in the place of this one already; replace that one.")
    kept = ("kind", "name", "parties", "owner_agency_id", "keeper_account_id")
    key = by.enter(
        "policy",
        **{column: was[column] for column in kept},
        edition=edition,
        in_force_on=in_force_on,
        review_on=review_on,
        published=published,
    )
    by.amend("policy", policy, replaced_by_id=key)
    return key


@verb(may=OFFICERS)
def sign_off_policy(*, by: Acting, on: date, policy: str, signed_off_by: str, seen: int | None = None) -> None:
    """Records that a version of a policy was signed off, by whom and on which day."""
    check_says(signed_off_by, "signed_off_by", "the meeting or the person, in words")
    was = current("policy", policy)
    check_in_use(was["withdrawn_on"])
    check_not_yet(was["signed_off_on"], "This was signed off")
    by.amend("policy", policy, seen=seen, signed_off_by=signed_off_by, signed_off_on=on)


@verb(may=PARTNERS)
def withdraw_policy(*, by: Acting, on: date, policy: str, why: str, seen: int | None = None) -> None:
    """Records that a policy is no longer in force and nothing came in its place, and why."""
    check_says(why, "why", WHY)
    was = current("policy", policy)
    check_may_keep(by, was["owner_agency_id"])
    check_in_use(was["withdrawn_on"])
    by.amend("policy", policy, seen=seen, why=why, withdrawn_on=on)

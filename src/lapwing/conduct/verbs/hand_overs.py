"""Verbs: passing work with a child to somebody else. Nothing has passed until a person there has accepted it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q

from lapwing.conduct.acting import Acting
from lapwing.conduct.at_work import at_work, children_concerned, concerning, record_has_ended, uses_lapwing
from lapwing.conduct.endings import fall_silent_if_over
from lapwing.conduct.may import FRONT_LINE
from lapwing.conduct.notifications import account_of, managers_of
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import (
    NotPossible,
    check_agency_asked,
    check_goes_on,
    check_not_done_by,
    check_not_private,
    check_not_yet,
    check_says,
    check_works_at,
)
from lapwing.conduct.verb import verb
from lapwing.conduct.verbs.involvements import helps_besides, worker
from lapwing.conduct.whose import Whose
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.care_codes import HandOverKind
from lapwing.vocabulary.codes import AddressKind, PractitionerRole
from lapwing.vocabulary.work_codes import ClosureReason

HANDED_OVER = "Work with a child was handed over to you or your service. It waits for somebody to accept or decline it."
ENDS_WORK: Mapping[str, ClosureReason] = {
    HandOverKind.CHANGE_OF_WORKER: ClosureReason.OTHER,
    HandOverKind.POSTNATAL_TRANSFER: ClosureReason.OTHER,
    HandOverKind.FAMILY_NURSE_TO_HEALTH_VISITING: ClosureReason.OTHER,
    HandOverKind.ADULT_SERVICES: ClosureReason.TRANSFERRED_TO_ADULT_SERVICES,
    HandOverKind.AREA_MOVE: ClosureReason.MOVED_ACCEPTED_ELSEWHERE,
}
"""Hand-overs with which the work of whoever handed over ends, once accepted, and as what; after the others it goes on."""


@verb(may=FRONT_LINE)
def hand_over(
    *,
    by: Acting,
    on: date,
    child: str | None = None,
    pregnancy: str | None = None,
    kind: HandOverKind,
    to_agency: str,
    to_practitioner: str | None = None,
    due_on: date | None = None,
    verbal: bool | None = None,
    says_dates: bool | None = None,
    says_parents: bool | None = None,
    says_risks: bool | None = None,
    says_plan: bool | None = None,
    says_agencies: bool | None = None,
    says_address_safety: bool | None = None,
) -> str:
    """Puts the work with a child, or with every child of a pregnancy, to another service or worker; the hand-over's key.

    It stays with whoever hands over until a person there has accepted it. `due_on` is by when it was to be sent.
    """
    check_goes_on(child, pregnancy)
    check_works_at(to_practitioner, to_agency)
    check_not_private(by, child, pregnancy, to_agency)
    _check_address_safe(child, pregnancy, says_address_safety)
    sent = by.enter(
        "hand_over",
        **Whose(child, pregnancy).columns,
        kind=kind,
        from_agency_id=by.agency,
        from_practitioner_id=by.practitioner,
        to_agency_id=to_agency,
        to_practitioner_id=to_practitioner,
        due_on=due_on,
        sent_on=on,
        verbal=verbal,
        says_dates=says_dates,
        says_parents=says_parents,
        says_risks=says_risks,
        says_plan=says_plan,
        says_agencies=says_agencies,
        says_address_safety=says_address_safety,
    )
    asked = account_of(to_practitioner)
    for account in managers_of(to_agency) if asked is None else (asked,):
        by.tell(account, HANDED_OVER, child=child, table="hand_over", key=sent)
    return sent


@verb(may=FRONT_LINE)
def record_hand_over_from_elsewhere(
    *,
    by: Acting,
    on: date,
    child: str | None = None,
    pregnancy: str | None = None,
    kind: HandOverKind,
    from_agency: str,
    to_practitioner: str | None = None,
    sent_on: date | None = None,
    verbal: bool | None = None,
    says_dates: bool | None = None,
    says_parents: bool | None = None,
    says_risks: bool | None = None,
    says_plan: bool | None = None,
    says_agencies: bool | None = None,
    says_address_safety: bool | None = None,
) -> str:
    """Records a hand-over that arrived here from a service which does not use Lapwing, such as another area's; its key.

    Somebody here has still to accept it in their own name.
    """
    check_goes_on(child, pregnancy)
    check_works_at(to_practitioner, by.agency)
    if uses_lapwing(from_agency):
        raise NotPossible("That service hands over here itself. Ask somebody there to put the work to you.")
    arrived = by.enter(
        "hand_over",
        **Whose(child, pregnancy).columns,
        kind=kind,
        from_agency_id=from_agency,
        to_agency_id=by.agency,
        to_practitioner_id=to_practitioner,
        sent_on=sent_on or on,
        received_on=on,
        verbal=verbal,
        says_dates=says_dates,
        says_parents=says_parents,
        says_risks=says_risks,
        says_plan=says_plan,
        says_agencies=says_agencies,
        says_address_safety=says_address_safety,
    )
    by.tell(account_of(to_practitioner), HANDED_OVER, child=child, table="hand_over", key=arrived)
    return arrived


def _check_address_safe(child: str | None, pregnancy: str | None, says_address_safety: bool | None) -> None:
    """Where an address must not become known, whoever takes over has to hear how it is kept."""
    if says_address_safety or not _has_protected_address(child, pregnancy):
        return
    raise NotPossible(
        "Where somebody of this family lives must not become known. Say in the hand-over how that is kept safe, "
        "and mark it as saying so."
    )


def _has_protected_address(child: str | None, pregnancy: str | None) -> bool:
    children = entries("child").filter(pk__in=children_concerned(child, pregnancy))
    related = entries("relationship").filter(concerning(child, pregnancy), person__isnull=False, ended_on__isnull=True)
    theirs = (
        Q(pk__in=children.filter(person__isnull=False).values("person"))
        | Q(pk__in=children.filter(pregnancy__mother__isnull=False).values("pregnancy__mother"))
        | Q(pk__in=related.values("person"))
    )
    people = entries("person").filter(
        pk__in=links.one_with("person", entries("person").filter(theirs).values_list("pk", flat=True))
    )
    secret = Q(protected=True) | Q(kind=str(AddressKind.REFUGE))
    kept = entries("address").filter(secret, person__in=people.values("pk"), until_on__isnull=True)
    return people.filter(address_protected=True).exists() or kept.exists()


@verb(may=FRONT_LINE)
def receive_hand_over(*, by: Acting, on: date, hand_over: str, seen: int | None = None) -> None:
    """Tells whoever handed over that it has arrived; it is still theirs until somebody accepts it."""
    was = _waiting(hand_over)
    check_agency_asked(by, was["to_agency_id"])
    check_not_yet(was["received_on"], "This hand-over arrived")
    by.amend("hand_over", hand_over, seen=seen, received_on=on)
    _tell_sender(by, was, hand_over, "Your hand-over has arrived. It is yours until somebody accepts it.")


@verb(may=FRONT_LINE)
def accept_hand_over(*, by: Acting, on: date, hand_over: str, seen: int | None = None) -> None:
    """Accepts work that was handed over, in one's own name: from now on one works with the child.

    Where nothing is left for whoever handed over to do, their own work ends with it, and a lead passes on.
    """
    was = _waiting(hand_over)
    check_goes_on(was["child_id"], was["pregnancy_id"])
    check_agency_asked(by, was["to_agency_id"])
    check_not_done_by(by, was["from_practitioner_id"], "This hand-over")
    received_on = was["received_on"] or on
    by.amend("hand_over", hand_over, seen=seen, received_on=received_on, accepted_on=on, accepted_by=by.practitioner)
    _pass_on(by, on, was, hand_over, to=by.practitioner)
    _tell_sender(by, was, hand_over, "Your hand-over was accepted, by name.")


@verb(may=FRONT_LINE)
def record_acceptance_elsewhere(
    *,
    by: Acting,
    on: date,
    hand_over: str,
    accepted_by_name: str | None = None,
    role: PractitionerRole | None = None,
    seen: int | None = None,
) -> None:
    """Records that a person has accepted a hand-over at a service that does not use Lapwing.

    Without a name it is the practitioner whom the hand-over was put to. When a child moves to another area, the record
    ends with the last service here whose work was accepted there.
    """
    was = _waiting(hand_over)
    check_goes_on(was["child_id"], was["pregnancy_id"])
    if was["from_agency_id"] != by.agency:
        raise Refused("Another agency handed this over, and only somebody there can record who accepted it.")
    if uses_lapwing(was["to_agency_id"]):
        raise NotPossible("That service answers here itself: somebody there has to accept this in their own name.")
    there = was["to_practitioner_id"]
    if accepted_by_name is not None:
        there = _practitioner_elsewhere(by, was["to_agency_id"], accepted_by_name, role)
    if there is None:
        raise CannotEnter("accepted_by_name: needs the name of the person there who has accepted it.")
    by.amend("hand_over", hand_over, seen=seen, accepted_on=on, accepted_by=there)
    _pass_on(by, on, was, hand_over, to=there)


def _practitioner_elsewhere(by: Acting, agency: str | None, name: str, role: PractitionerRole | None) -> str:
    known = entries("practitioner").filter(agency=agency, name=name.strip(), left_on__isnull=True).first()
    return known.pk if known is not None else by.enter("practitioner", agency_id=agency, name=name, role=role)


@verb(may=FRONT_LINE)
def decline_hand_over(*, by: Acting, on: date, hand_over: str, reason: str, seen: int | None = None) -> None:
    """Declines work that was handed over, and why: it stays with whoever handed over, who is told."""
    was = _waiting(hand_over)
    check_agency_asked(by, was["to_agency_id"])
    check_says(reason, "reason", "why it is declined, so that whoever sent it knows where to turn")
    by.amend("hand_over", hand_over, seen=seen, declined_on=on, declined_reason=reason)
    if not record_has_ended(was["child_id"], was["pregnancy_id"]):
        what = (
            "Your hand-over was declined, so the work is still yours. Read why, and put it to somebody who can take it."
        )
        _tell_sender(by, was, hand_over, what)


@verb(may=FRONT_LINE)
def record_first_contact(*, by: Acting, on: date, hand_over: str, seen: int | None = None) -> None:
    """Records that the service which took over has seen the family for the first time since."""
    was = current("hand_over", hand_over)
    check_agency_asked(by, was["to_agency_id"])
    check_not_yet(was["first_contact_on"], "The first contact was")
    if was["accepted_on"] is None:
        raise NotPossible("Nobody has accepted this hand-over yet. Accept it first, then record the first contact.")
    by.amend("hand_over", hand_over, seen=seen, first_contact_on=on)


def _waiting(hand_over: str) -> dict[str, Any]:
    """A hand-over that nobody has answered yet."""
    was = current("hand_over", hand_over)
    check_not_yet(was["accepted_on"], "This hand-over was accepted")
    if was["declined_on"] is not None:
        raise NotPossible(
            f"This hand-over was declined on {was['declined_on']:%-d %B %Y}. Whoever sent it can hand over again."
        )
    return was


def _tell_sender(by: Acting, was: Mapping[str, Any], hand_over: str, what: str) -> None:
    """Whoever handed over; their managers where they cannot be told any more."""
    sender = account_of(was["from_practitioner_id"])
    for account in managers_of(was["from_agency_id"]) if sender is None else (sender,):
        by.tell(account, what, child=was["child_id"], table="hand_over", key=hand_over)


# What passes once it is accepted


def _pass_on(by: Acting, on: date, was: Mapping[str, Any], hand_over: str, *, to: str | None) -> None:
    """Ends the work of whoever handed over, where it does end, and begins that of whoever accepted."""
    kind, is_move = was["kind"], was["kind"] == HandOverKind.AREA_MOVE
    passing = _work_that_passes(was, hand_over) if kind in ENDS_WORK else []
    moves_away = is_move and not uses_lapwing(was["to_agency_id"])
    for one in passing:
        stays = is_move and (not moves_away or helps_besides(was["child_id"], was["pregnancy_id"], one.pk))
        reason = ClosureReason.OTHER if stays else ENDS_WORK[kind]
        by.amend("involvement", one.pk, ended_on=on, ended_reason=reason)
    if moves_away:
        fall_silent_if_over(by, was["child_id"], was["pregnancy_id"])
    else:
        _begin(by, on, was, passing, to)


def _begin(by: Acting, on: date, was: Mapping[str, Any], passing: list[Any], to: str | None) -> None:
    """The work of whoever accepted; with a change of worker it is the same help, and a lead always passes on."""
    child, pregnancy, there = was["child_id"], was["pregnancy_id"], was["to_agency_id"]
    leads = any(one.lead for one in passing)
    standing = at_work(child, pregnancy).filter(practitioner=to).first()
    if standing is not None:
        if leads and not standing.kept_private:
            by.amend("involvement", standing.pk, lead=True)
        return
    is_same_help = was["kind"] == HandOverKind.CHANGE_OF_WORKER
    by.enter(
        "involvement",
        **Whose(child, pregnancy).columns,
        **{"agency_id": there, **worker(to, there)},
        level=next((one.level for one in passing if one.level and is_same_help), None),
        lead=leads or None,
        kept_private=any(one.kept_private for one in passing) or None,
        started_on=on,
    )


def _work_that_passes(was: Mapping[str, Any], hand_over: str) -> list[Any]:
    """The sender's work that this hand-over ends: with one child of several, not yet what is done for all of them."""
    child, pregnancy = was["child_id"], was["pregnancy_id"]
    theirs = at_work(child, pregnancy).filter(agency=was["from_agency_id"], practitioner=was["from_practitioner_id"])
    if child is not None and _brothers_and_sisters_wait(was, hand_over):
        theirs = theirs.filter(child=child)
    return list(theirs)


def _brothers_and_sisters_wait(was: Mapping[str, Any], hand_over: str) -> bool:
    """Whether another child of the same pregnancy has not been handed over in the same way yet."""
    mine = entries("child").filter(pk=was["child_id"])
    others = entries("child").filter(pregnancy__in=mine.values("pregnancy")).exclude(pk=was["child_id"])
    alike = entries("hand_over").filter(
        kind=was["kind"], from_practitioner=was["from_practitioner_id"], accepted_on__isnull=False, child__isnull=False
    )
    passed = alike.exclude(pk=hand_over).values("child")
    return any(not record_has_ended(one, None) for one in others.exclude(pk__in=passed).values_list("pk", flat=True))

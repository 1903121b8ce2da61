"""Verbs: who works with a child, who leads, and what a young person asked to keep between them and one service."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q

from lapwing.conduct.acting import Acting
from lapwing.conduct.at_work import at_work, concerning, lead_of, record_has_ended
from lapwing.conduct.endings import fall_silent_if_over
from lapwing.conduct.may import FRONT_LINE
from lapwing.conduct.notifications import account_of
from lapwing.conduct.policies import (
    NotPossible,
    check_agencys_work,
    check_goes_on,
    check_not_yet,
    check_says,
    check_works_at,
)
from lapwing.conduct.verb import verb
from lapwing.conduct.whose import Whose
from lapwing.records.entries import entries
from lapwing.records.store import current
from lapwing.vocabulary.care_codes import HandOverKind
from lapwing.vocabulary.codes import HelpLevel
from lapwing.vocabulary.work_codes import ClosureReason


@verb(may=FRONT_LINE)
def begin_involvement(
    *,
    by: Acting,
    on: date,
    child: str | None = None,
    pregnancy: str | None = None,
    agency: str | None = None,
    practitioner: str | None = None,
    team: str | None = None,
    level: HelpLevel | None = None,
    kept_private: bool | None = None,
) -> str:
    """Records that a service works with a child, or with every child of a pregnancy, and who there does; the key.

    Without an agency it is one's own, and without a practitioner then oneself. Whoever is named can see the record.
    """
    check_goes_on(child, pregnancy)
    if agency is None:
        agency, practitioner = by.agency, practitioner or by.practitioner
    _check_not_at_work(by, child, pregnancy, practitioner)
    involvement = by.enter(
        "involvement",
        **Whose(child, pregnancy).columns,
        **{"agency_id": agency, "team": team, **worker(practitioner, agency, team)},
        level=level,
        kept_private=kept_private,
        started_on=on,
    )
    what = "You were recorded as working with a child. Say so if you do not."
    by.tell(account_of(practitioner), what, child=child, table="involvement", key=involvement)
    return involvement


def worker(practitioner: str | None, agency: str | None, team: str | None = None) -> dict[str, Any]:
    """The columns of an involvement that say who at the agency does the work; none where nobody is named."""
    if practitioner is None:
        return {}
    check_works_at(practitioner, agency)
    named = current("practitioner", practitioner)
    return {"practitioner_id": practitioner, "role": named["role"], "team": team or named["team"]}


def _check_not_at_work(by: Acting, child: str | None, pregnancy: str | None, practitioner: str | None) -> None:
    """What another agency does in private is as if it were not there."""
    if practitioner is None:
        return
    working = at_work(child, pregnancy).filter(practitioner=practitioner)
    if working.exclude(Q(kept_private=True) & ~Q(agency=by.agency)).exists():
        raise NotPossible(
            "This practitioner is on record as working with the child already. Change that entry instead."
        )


@verb(may=FRONT_LINE)
def name_worker(*, by: Acting, on: date, involvement: str, practitioner: str, seen: int | None = None) -> None:
    """Names the practitioner at a service of which only the agency was known."""
    was = _going_on(involvement)
    check_agencys_work(by, was["agency_id"])
    if was["practitioner_id"] is not None:
        raise NotPossible("Somebody is named for this work already. Hand it over, so that the other accepts it.")
    _check_not_at_work(by, was["child_id"], was["pregnancy_id"], practitioner)
    by.amend("involvement", involvement, seen=seen, **worker(practitioner, was["agency_id"], was["team"]))
    what = "You were named as the one who works with a child at your service. Say so if you do not."
    by.tell(account_of(practitioner), what, child=was["child_id"], table="involvement", key=involvement)


@verb(may=FRONT_LINE)
def change_help_level(
    *, by: Acting, on: date, involvement: str, level: HelpLevel, why: str, seen: int | None = None
) -> None:
    """Records which help the child now receives through a service's work, and why that has changed."""
    check_agencys_work(by, _going_on(involvement)["agency_id"])
    check_says(why, "why", "why the help has changed, in words")
    by.amend("involvement", involvement, seen=seen, why=why, level=level)


@verb(may=FRONT_LINE)
def end_involvement(*, by: Acting, on: date, involvement: str, reason: ClosureReason, seen: int | None = None) -> None:
    """Records that a practitioner's or a service's work with a child has ended, and why."""
    was = current("involvement", involvement)
    check_agencys_work(by, was["agency_id"])
    check_not_yet(was["ended_on"], "This work ended")
    _check_nothing_waits(was)
    if reason is ClosureReason.MOVED_ACCEPTED_ELSEWHERE:
        _check_moved(was, involvement)
    by.amend("involvement", involvement, seen=seen, ended_on=on, ended_reason=reason)
    if reason is ClosureReason.MOVED_ACCEPTED_ELSEWHERE:
        fall_silent_if_over(by, was["child_id"], was["pregnancy_id"])


def _check_nothing_waits(was: Mapping[str, Any]) -> None:
    """Work that was put to somebody stays with whoever put it until it is accepted."""
    if was["practitioner_id"] is None or record_has_ended(was["child_id"], was["pregnancy_id"]):
        return
    put = entries("hand_over").filter(
        concerning(was["child_id"], was["pregnancy_id"]), from_practitioner=was["practitioner_id"]
    )
    if put.filter(accepted_on__isnull=True, declined_on__isnull=True).exists():
        raise NotPossible(
            "This work was handed over and nobody has accepted it yet, so it goes on. "
            "Ask the service to accept or to decline; it ends when they have it."
        )


def _check_moved(was: Mapping[str, Any], involvement: str) -> None:
    """A move ends the whole record, so it takes another area that has accepted, and nobody left who helps here."""
    about = concerning(was["child_id"], was["pregnancy_id"])
    moves = entries("hand_over").filter(about, kind=HandOverKind.AREA_MOVE, accepted_on__isnull=False)
    if not moves.exists():
        raise NotPossible("A child has moved only once another area has accepted. Hand over first, and record who did.")
    if helps_besides(was["child_id"], was["pregnancy_id"], involvement):
        raise NotPossible(
            "This reason ends the whole record, and other services here still help the child. "
            "Give another reason, or let them hand over to the new area first."
        )


def helps_besides(child: str | None, pregnancy: str | None, involvement: str) -> bool:
    """Whether anybody else helps beyond what everybody gets."""
    others = at_work(child, pregnancy).exclude(pk=involvement)
    return others.exclude(level=HelpLevel.UNIVERSAL).exists()


# Leading


@verb(may=FRONT_LINE)
def make_lead(*, by: Acting, on: date, involvement: str, seen: int | None = None) -> None:
    """Makes the practitioner of an involvement the one who leads, where nobody does yet."""
    was = _able_to_lead(involvement)
    if lead_of(was["child_id"], was["pregnancy_id"]) is not None:
        raise NotPossible("Somebody leads already. Whoever leads, or somebody at their agency, can hand the lead on.")
    by.amend("involvement", involvement, seen=seen, lead=True)
    _tell_new_lead(by, was, involvement)


@verb(may=FRONT_LINE)
def hand_lead_on(*, by: Acting, on: date, involvement: str, seen: int | None = None) -> None:
    """Hands the lead on to the practitioner of an involvement; whoever does it is of the agency that leads now."""
    was = _able_to_lead(involvement)
    leading = at_work(was["child_id"], was["pregnancy_id"]).filter(lead=True).exclude(pk=involvement).first()
    if leading is None:
        raise NotPossible("Nobody else leads, so there is no lead to hand on. Make this practitioner the lead instead.")
    check_agencys_work(by, leading.agency_id)
    by.amend("involvement", leading.pk, lead=False)
    by.amend("involvement", involvement, seen=seen, lead=True)
    _tell_new_lead(by, was, involvement)
    what = "The lead that you had was handed on to somebody else."
    by.tell(account_of(leading.practitioner_id), what, child=was["child_id"], table="involvement", key=involvement)


def _able_to_lead(involvement: str) -> dict[str, Any]:
    """An involvement whose practitioner can lead; NotPossible says what stands in the way."""
    was = _going_on(involvement)
    check_goes_on(was["child_id"], was["pregnancy_id"])
    if was["practitioner_id"] is None:
        raise NotPossible("Only a person can lead, and nobody is named for this work. Name who does it first.")
    if was["kept_private"]:
        raise NotPossible(
            "Whoever leads is known to every service, and the young person asked that others not be told of this work. "
            "Ask the young person first; somebody else may lead."
        )
    return was


def _tell_new_lead(by: Acting, was: Mapping[str, Any], involvement: str) -> None:
    what = "You were made the one who leads the work with a child. Say so if you cannot."
    by.tell(account_of(was["practitioner_id"]), what, child=was["child_id"], table="involvement", key=involvement)


def _going_on(involvement: str) -> dict[str, Any]:
    was = current("involvement", involvement)
    check_not_yet(was["ended_on"], "This work ended")
    return was


# What a young person asked to keep private


@verb(may=FRONT_LINE)
def keep_private(*, by: Acting, on: date, involvement: str, seen: int | None = None) -> None:
    """Records that the young person asked that other services not be told of this work, and that this holds."""
    was = _going_on(involvement)
    check_agencys_work(by, was["agency_id"])
    if was["lead"]:
        raise NotPossible(
            "Whoever leads is known to every service. Hand the lead on first, and then keep this private."
        )
    by.amend("involvement", involvement, seen=seen, kept_private=True)


@verb(may=FRONT_LINE)
def stop_keeping_private(*, by: Acting, on: date, involvement: str, why: str, seen: int | None = None) -> None:
    """Records that other services may be told of this work: the young person agreed, or harm outweighs the wish, and why."""
    check_agencys_work(by, _going_on(involvement)["agency_id"])
    check_says(why, "why", "that the young person agreed, or what harm outweighs their wish")
    by.amend("involvement", involvement, seen=seen, why=why, kept_private=False)

"""Verbs: one agency's challenge to another, stage by stage until it is settled; nobody who raised one is named in a notice."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings as django_settings

from lapwing.conduct.acting import Acting
from lapwing.conduct.findings import area_settings
from lapwing.conduct.may import FRONT_LINE, OVERSIGHT
from lapwing.conduct.notifications import account_of, managers_of, overseers_of
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import (
    WHY,
    NotPossible,
    check_agency_asked,
    check_goes_on,
    check_not_private,
    check_not_yet,
    check_says,
)
from lapwing.conduct.verb import verb
from lapwing.conduct.whose import Whose
from lapwing.records.entries import entries
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.care_codes import DisagreementStep
from lapwing.vocabulary.challenge import IMMEDIATE, OPENED


@verb(may=FRONT_LINE)
def disagree(
    *,
    by: Acting,
    on: date,
    child: str | None = None,
    pregnancy: str | None = None,
    to_agency: str,
    about: str,
    decision: str | None = None,
    referral: str | None = None,
    immediate: bool = False,
    interim_safety: str | None = None,
) -> str:
    """Challenges another agency about a child; the key of the disagreement.

    Where the child is at risk now it takes the immediate route, and then says what keeps the child safe meanwhile.
    """
    check_says(about, "about", "what it is about, in words")
    if to_agency == by.agency:
        raise CannotEnter("to_agency: has your own agency; take what you disagree about there to your supervisor.")
    check_goes_on(child, pregnancy)
    if not immediate:
        check_not_private(by, child, pregnancy, to_agency)
    else:
        check_says(interim_safety, "interim_safety", "what keeps the child safe meanwhile")
    disagreement = by.enter(
        "disagreement",
        **Whose(child, pregnancy).columns,
        raised_on=on,
        from_agency_id=by.agency,
        raised_by=by.practitioner,
        to_agency_id=to_agency,
        decision_id=decision,
        referral_id=referral,
        about=about,
        immediate=immediate,
    )
    stage = IMMEDIATE if immediate else 1
    _step(by, on, disagreement, DisagreementStep.RAISED, stage, interim_safety=interim_safety)
    _tell_all(
        by, _overseers(to_agency, stage), disagreement, "Another agency disagrees with yours about a child.", stage
    )
    return disagreement


@verb(may=FRONT_LINE)
def acknowledge_disagreement(*, by: Acting, on: date, disagreement: str, interim_safety: str | None = None) -> None:
    """Tells the agency that disagrees that its challenge has arrived."""
    was = _open(disagreement)
    check_agency_asked(by, was["to_agency_id"])
    _step(by, on, disagreement, DisagreementStep.ACKNOWLEDGED, interim_safety=interim_safety)
    by.tell(account_of(was["raised_by"]), "Your disagreement has arrived.", **_about(was))


@verb(may=FRONT_LINE)
def answer_disagreement(
    *, by: Acting, on: date, disagreement: str, says: str, interim_safety: str | None = None
) -> None:
    """Answers the stage that a disagreement has reached, for the agency that was challenged."""
    was = _open(disagreement)
    check_agency_asked(by, was["to_agency_id"])
    check_says(says, "says", "what is to be said, in words")
    _check_level(by, _stage(disagreement))
    _step(by, on, disagreement, DisagreementStep.ANSWERED, says=says, interim_safety=interim_safety)
    what = "Your disagreement was answered. If you are still worried, take it further."
    by.tell(account_of(was["raised_by"]), what, **_about(was))


@verb(may=FRONT_LINE)
def keep_safe_meanwhile(*, by: Acting, on: date, disagreement: str, interim_safety: str) -> None:
    """Writes what keeps the child safe while the disagreement goes on; either side does so, at every stage."""
    _check_side(by, _open(disagreement))
    check_says(interim_safety, "interim_safety", "what keeps the child safe meanwhile")
    _step(by, on, disagreement, DisagreementStep.KEPT_SAFE, interim_safety=interim_safety)


@verb(may=FRONT_LINE)
def meet_about_disagreement(*, by: Acting, on: date, disagreement: str, says: str) -> None:
    """Records that those who disagree met, and what was said; that alone neither answers nor settles it."""
    _check_side(by, _open(disagreement))
    check_says(says, "says", "what is to be said, in words")
    _step(by, on, disagreement, DisagreementStep.MET, says=says)


@verb(may=FRONT_LINE)
def escalate_disagreement(
    *, by: Acting, on: date, disagreement: str, says: str | None = None, interim_safety: str | None = None
) -> int:
    """Takes a disagreement to the next stage of the area's policy; which one that is."""
    was = _open(disagreement)
    _check_side(by, was)
    stages = area_settings(django_settings.AREA_SETTINGS).stages("escalation.stages")
    numbers = _stages_reached(disagreement).values_list("stage", flat=True)
    reached = max((number for number in numbers if number is not None), default=0) + 1
    if reached > len(stages):
        raise NotPossible(
            f"The area's policy has {len(stages)} stages, and this disagreement is at the last of them. "
            "If the child is at risk now, take the immediate route; otherwise it has to be resolved there."
        )
    _step(by, on, disagreement, DisagreementStep.ESCALATED, reached, says=says, interim_safety=interim_safety)
    both = {*_overseers(was["to_agency_id"], reached), *_overseers(was["from_agency_id"], reached)}
    _tell_all(by, sorted(both), disagreement, "A disagreement about a child was taken further.", reached)
    return reached


@verb(may=FRONT_LINE)
def take_immediate_route(*, by: Acting, on: date, disagreement: str, interim_safety: str) -> None:
    """Takes a disagreement to the immediate route because the child is at risk now; says what keeps the child safe."""
    was = _open(disagreement)
    _check_side(by, was)
    check_says(interim_safety, "interim_safety", "what keeps the child safe meanwhile")
    _step(by, on, disagreement, DisagreementStep.ESCALATED, IMMEDIATE, interim_safety=interim_safety)
    both = {*_overseers(was["to_agency_id"], IMMEDIATE), *_overseers(was["from_agency_id"], IMMEDIATE)}
    _tell_all(by, sorted(both), disagreement, "A disagreement is about a child who is at risk now.", IMMEDIATE)


@verb(may=FRONT_LINE)
def resolve_disagreement(
    *, by: Acting, on: date, disagreement: str, outcome: str, learning: bool | None = None, seen: int | None = None
) -> None:
    """Records how a disagreement ended and why, and whether there is something to learn from it.

    At the first stage practitioners settle it; above it and on the immediate route a manager or named professional.
    """
    was = _open(disagreement)
    _check_side(by, was)
    check_says(outcome, "outcome", "how it ended and why, in words")
    _check_level(by, _stage(disagreement))
    by.amend("disagreement", disagreement, seen=seen, resolved_on=on, outcome=outcome, learning=learning)
    _step(by, on, disagreement, DisagreementStep.RESOLVED, says=outcome)
    by.tell(account_of(was["raised_by"]), "The disagreement that you raised has ended. Read how.", **_about(was))


@verb(may=FRONT_LINE)
def withdraw_disagreement(*, by: Acting, on: date, disagreement: str, why: str) -> None:
    """Withdraws a disagreement for the agency that raised it, and says why."""
    was = _open(disagreement)
    if by.agency != was["from_agency_id"]:
        raise Refused(
            "Another agency raised this; only somebody there can withdraw it. Answer it, or settle it with them."
        )
    check_says(why, "why", WHY)
    _step(by, on, disagreement, DisagreementStep.WITHDRAWN, says=why)
    _tell_all(by, managers_of(was["to_agency_id"]), disagreement, "A disagreement with your agency was withdrawn.")


@verb(may=FRONT_LINE)
def tell_raiser(*, by: Acting, on: date, disagreement: str, seen: int | None = None) -> None:
    """Records that whoever raised a disagreement was told how it ended; somebody else records that."""
    was = current("disagreement", disagreement)
    _check_side(by, was)
    if was["resolved_on"] is None:
        raise NotPossible("This disagreement has not ended; resolve it first.")
    check_not_yet(was["raiser_told_on"], "Whoever raised it was told")
    if was["raised_by"] is not None and was["raised_by"] == by.practitioner:
        raise Refused("You raised this yourself; whoever tells you records it.")
    by.amend("disagreement", disagreement, seen=seen, raiser_told_on=on)


@verb(may=FRONT_LINE)
def say_whether_to_learn(*, by: Acting, on: date, disagreement: str, learning: bool, seen: int | None = None) -> None:
    """Says whether there is something to learn from a disagreement that has ended."""
    was = current("disagreement", disagreement)
    _check_side(by, was)
    if was["resolved_on"] is None:
        raise NotPossible("This disagreement has not ended; resolve it first.")
    by.amend("disagreement", disagreement, seen=seen, learning=learning)


# What a disagreement has reached


def _open(disagreement: str) -> dict[str, Any]:
    was = current("disagreement", disagreement)
    check_not_yet(was["resolved_on"], "This disagreement ended")
    withdrawn = entries("disagreement_stage").filter(disagreement=disagreement, step=str(DisagreementStep.WITHDRAWN))
    check_not_yet(withdrawn.values_list("happened_on", flat=True).first(), "This disagreement was withdrawn")
    return was


def _stages_reached(disagreement: str) -> Any:
    opened = [str(step) for step in OPENED]
    return entries("disagreement_stage").filter(disagreement=disagreement, step__in=opened)


def _stage(disagreement: str) -> int:
    """The stage reached last: 0 on the immediate route, 1 where nothing is said."""
    last = _stages_reached(disagreement).order_by("recorded_at", "stored_at").last()
    return 1 if last is None or last.stage is None else int(last.stage)


def _step(
    by: Acting, on: date, disagreement: str, step: DisagreementStep, stage: int | None = None, **said: str | None
) -> None:
    by.enter(
        "disagreement_stage",
        disagreement_id=disagreement,
        child_id=current("disagreement", disagreement)["child_id"],
        stage=_stage(disagreement) if stage is None else stage,
        step=step,
        happened_on=on,
        happened_by=by.practitioner,
        **said,
    )


def _check_side(by: Acting, was: dict[str, Any]) -> None:
    if by.agency not in (was["from_agency_id"], was["to_agency_id"]):
        raise Refused("This is between two other agencies. If you are worried too, raise a disagreement of your own.")


def _check_level(by: Acting, stage: int) -> None:
    if stage != 1 and by.account.role not in OVERSIGHT:
        raise Refused(
            "This disagreement has gone beyond practitioners; a manager or named professional answers and ends it."
        )


# Who is told


def _about(was: dict[str, Any]) -> dict[str, Any]:
    return {"child": was["child_id"], "table": "disagreement", "key": was["disagreement_id"]}


def _overseers(agency: str | None, stage: int) -> tuple[int, ...]:
    """Managers at the first stage; above it, and at once where a child is at risk, named professionals too."""
    return tuple(managers_of(agency) if stage == 1 else overseers_of(agency))


def _tell_all(by: Acting, accounts: Any, disagreement: str, what: str, stage: int | None = None) -> None:
    wanted = {None: "", IMMEDIATE: " It is to be settled at once."}.get(stage, f" Stage {stage} waits for an answer.")
    about = _about(current("disagreement", disagreement))
    for account in accounts:
        by.tell(account, f"{what}{wanted}", **about)

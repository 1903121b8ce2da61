"""Verbs: a decision about a child is made, with what it rests on, completed where it was urgent, and looked at again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import FRONT_LINE, OVERSIGHT
from lapwing.conduct.notifications import account_of, entered_by, managers_of
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import WHY, NotPossible, check_not_done_by, check_not_own, check_says, in_own_name
from lapwing.conduct.verb import verb
from lapwing.conduct.whose import Whose
from lapwing.records.store import current
from lapwing.vocabulary.work_codes import DecisionKind, DecisionOutcome

YES, NO = DecisionOutcome.REQUIRED, DecisionOutcome.NOT_REQUIRED
ANSWER_OF_ANYBODY: Mapping[str, DecisionOutcome] = {
    DecisionKind.PRE_BIRTH_ASSESSMENT: YES,
    DecisionKind.STRATEGY_DISCUSSION: YES,
    DecisionKind.SECTION_47: YES,
    DecisionKind.CONFERENCE: YES,
    DecisionKind.LEGAL_GATEWAY: YES,
    DecisionKind.NO_FURTHER_ACTION: NO,
    DecisionKind.CLOSE: NO,
    DecisionKind.STEP_DOWN: NO,
    DecisionKind.RETURN_HOME: NO,
    DecisionKind.MOVE: NO,
}
"""Decisions of which one answer keeps or brings protection: that one anybody at work may give; any other takes a manager
(Working Together to Safeguard Children 2023, chapter 3; P81.1: whoever can meet it is the manager who agreed to the step).
"""


@verb(may=FRONT_LINE)
def decide(
    *,
    by: Acting,
    on: date,
    child: str | None = None,
    pregnancy: str | None = None,
    kind: DecisionKind,
    outcome: DecisionOutcome,
    reasons: str,
    authority: str | None = None,
    options: str | None = None,
    harms: str | None = None,
    protective_factors: str | None = None,
    childs_view: str | None = None,
    consulted: str | None = None,
    contingency: str | None = None,
    review_on: date | None = None,
    urgent: bool | None = None,
    referral: str | None = None,
    concern: str | None = None,
    meeting: str | None = None,
) -> str:
    """Makes a decision about a child in one's own name, with its reasons and what was weighed; the decision's key.

    To end help or to do without protection takes a manager or named professional. What is urgent anybody may decide: the
    managers of the agency are told at once, and look at it again.
    """
    check_says(reasons, "reasons", WHY)
    takes_manager = needs_manager(kind, outcome)
    if takes_manager and not urgent:
        _check_may_decide(by)
    if takes_manager:
        _check_not_own_request(by, referral, concern)
    decision = by.enter(
        "decision",
        **Whose(child, pregnancy).columns,
        kind=kind,
        decided_on=on,
        outcome=outcome,
        decided_by=in_own_name(by),
        authority=authority,
        reasons=reasons,
        options=options,
        harms=harms,
        protective_factors=protective_factors,
        childs_view=childs_view,
        consulted=consulted,
        contingency=contingency,
        review_on=review_on,
        urgent=urgent,
        referral_id=referral,
        concern_id=concern,
        meeting_id=meeting,
    )
    _tell_who_asked(by, decision, child, referral, concern)
    if urgent and takes_manager and by.account.role not in OVERSIGHT:
        _tell_managers(by, decision, child)
    return decision


@verb(may=FRONT_LINE)
def complete_decision(
    *,
    by: Acting,
    on: date,
    decision: str,
    authority: str | None = None,
    options: str | None = None,
    harms: str | None = None,
    protective_factors: str | None = None,
    childs_view: str | None = None,
    consulted: str | None = None,
    contingency: str | None = None,
    review_on: date | None = None,
    seen: int | None = None,
) -> None:
    """Adds to a decision of one's own what could not be written when it was made; what stands in it stays as it is."""
    was = current("decision", decision)
    if was["decided_by"] != in_own_name(by):
        raise Refused(
            "This decision is somebody else's. Only whoever made it can complete it; you can look at it again."
        )
    given = {
        "authority": authority,
        "options": options,
        "harms": harms,
        "protective_factors": protective_factors,
        "childs_view": childs_view,
        "consulted": consulted,
        "contingency": contingency,
        "review_on": review_on,
    }
    added: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    standing = [name for name in added if was[name] is not None]
    if standing:
        raise NotPossible(f"This decision has {', '.join(standing)} already. If that is wrong, correct the entry.")
    by.amend("decision", decision, seen=seen, **added)


@verb(may=FRONT_LINE)
def review_decision(
    *,
    by: Acting,
    on: date,
    decision: str,
    outcome: DecisionOutcome,
    reasons: str,
    authority: str | None = None,
    options: str | None = None,
    harms: str | None = None,
    protective_factors: str | None = None,
    childs_view: str | None = None,
    consulted: str | None = None,
    contingency: str | None = None,
    review_on: date | None = None,
) -> str:
    """Looks at a decision again, and decides anew on the same thing; the new decision's key.

    It is done by somebody who did not make the first one, which stays as it was. Nothing is taken over from it but what
    it was about: what was weighed, and the child's view, are asked for afresh.
    """
    check_says(reasons, "reasons", WHY)
    was = current("decision", decision)
    check_not_done_by(by, was["decided_by"], "This decision")
    if needs_manager(was["kind"], outcome):
        _check_may_decide(by)
        _check_not_own_request(by, was["referral_id"], was["concern_id"])
    again = by.enter(
        "decision",
        **Whose.of(was).columns,
        kind=was["kind"],
        decided_on=on,
        outcome=outcome,
        decided_by=in_own_name(by),
        authority=authority,
        reasons=reasons,
        options=options,
        harms=harms,
        protective_factors=protective_factors,
        childs_view=childs_view,
        consulted=consulted,
        contingency=contingency,
        review_on=review_on,
        referral_id=was["referral_id"],
        concern_id=was["concern_id"],
    )
    by.note(reviews=decision)
    what = "A decision that you made was looked at again. Read what was decided now."
    by.tell(account_of(was["decided_by"]), what, child=was["child_id"], table="decision", key=again)
    return again


def needs_manager(kind: str, outcome: DecisionOutcome) -> bool:
    """Whether an answer ends help or does without protection, so that a manager gives it."""
    safer = ANSWER_OF_ANYBODY.get(kind)
    return safer is not None and outcome != safer


def _check_may_decide(by: Acting) -> None:
    if by.account.role not in OVERSIGHT:
        raise Refused(
            "To end help or to do without protection takes a manager or a named professional; ask one of them to decide. "
            "If it cannot wait, mark the decision urgent and say why: your managers are told at once."
        )


def _check_not_own_request(by: Acting, referral: str | None, concern: str | None) -> None:
    """Nobody turns down what they asked for or raised themselves."""
    if referral is not None:
        check_not_done_by(by, current("referral", referral)["referred_by"], "This referral")
    if concern is not None:
        check_not_own(by, entered_by("concern", concern), "This concern")


def _tell_who_asked(by: Acting, decision: str, child: str | None, referral: str | None, concern: str | None) -> None:
    if referral is not None:
        what = "A decision was made on your referral. Read it, and say so if you disagree."
        by.tell(
            account_of(current("referral", referral)["referred_by"]), what, child=child, table="decision", key=decision
        )
    if concern is not None:
        what = "A decision was made on a concern that you raised. Read it, and say so if you disagree."
        by.tell(entered_by("concern", concern), what, child=child, table="decision", key=decision)


def _tell_managers(by: Acting, decision: str, child: str | None) -> None:
    what = "An urgent decision was made that usually takes a manager. Look at it again today."
    for manager in managers_of(by.agency):
        by.tell(manager, what, child=child, table="decision", key=decision)

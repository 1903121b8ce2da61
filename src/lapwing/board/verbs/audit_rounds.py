"""Running an audit round: planning it, drawing or naming its cases, giving them to auditors, closing and repeating it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import SystemRandom
from typing import Any

from lapwing.board.audit_samples import asked_of_round, draw_for, told_size
from lapwing.board.auditing import (
    check_may_audit,
    check_not_the_same,
    give_for_audit,
    open_case,
    open_round,
    questions_of,
    take_back_of,
)
from lapwing.board.identities import check_names_nobody
from lapwing.board.populations import From, check_known, may_be_drawn
from lapwing.board.wording import check_names_nobody as check_no_particulars
from lapwing.board.wording import check_written
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import AUDITORS, OFFICERS, OVERSIGHT
from lapwing.conduct.permissions import NOT_HERE
from lapwing.conduct.policies import NotPossible, check_lies_ahead, check_says
from lapwing.conduct.posts import account_numbered
from lapwing.conduct.verb import verb
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.store import CannotEnter, NoSuchEntry, current
from lapwing.vocabulary.board.audit_codes import (
    AskedOf,
    Cohort,
    FindingKind,
    HowFound,
    HowNamed,
    PartKind,
    SampleMethod,
    Strata,
    WithdrawnBecause,
)

MOST_CASES = 200
HELD_FOR_DAYS = 365
"""So long at most an auditor may read a record, should the round never be closed."""
HOW_FOUND: Mapping[HowNamed, HowFound] = {
    HowNamed.PURPOSE: HowFound.PURPOSE,
    HowNamed.VOLUNTEERED: HowFound.VOLUNTEERED,
}
TO_MARK = "You were asked to audit a case. You find it under Board, Audits that you mark."
HANDED_BACK = "An auditor handed a case back; somebody else is needed. Look at the round."


@verb(may=OFFICERS)
def plan_audit_round(
    *,
    by: Acting,
    on: date,
    audit_tool: str,
    round_title: str,
    why_now: str,
    method: SampleMethod,
    sample_size: int,
    share_doubly_marked: int,
    since_on: date,
    until_on: date,
    due_on: date,
    led_by_account: int,
    strata: Strata | None = None,
    population: str = "",
    cohort: Cohort | None = None,
) -> str:
    """Begins an audit round by a tool; the key of the round. Its cases are drawn or named after."""
    tool = current("audit_tool", audit_tool)
    asked = From(
        population or tool["population"], cohort or _cohort_of(tool), since_on, until_on, _within(method, strata)
    )
    check_known(asked)
    _check_numbers(sample_size, share_doubly_marked)
    check_lies_ahead(due_on, by, "due_on")
    check_no_particulars(round_title=round_title, why_now=why_now)
    return by.enter(
        "audit_round",
        audit_tool_id=audit_tool,
        title=round_title,
        lesson=tool["lesson"],
        reason=why_now,
        method=method,
        population=asked.population,
        cohort=asked.cohort,
        since_on=since_on,
        until_on=until_on,
        strata=asked.strata,
        size=sample_size,
        share_doubly_marked=share_doubly_marked,
        led_by_account_id=_leads(led_by_account),
        due_on=due_on,
        opened_on=on,
    )


@verb(may=OFFICERS)
def repeat_audit_round(
    *,
    by: Acting,
    on: date,
    audit_round: str,
    round_title: str,
    why_now: str,
    since_on: date,
    until_on: date,
    due_on: date,
    led_by_account: int,
    audit_tool: str | None = None,
) -> str:
    """Begins a re-audit: the same method and number by the same tool or a newer version of it, with a sample of its own."""
    before = current("audit_round", audit_round)
    if before["closed_on"] is None:
        raise NotPossible("The round that it would repeat goes on; close that one first.")
    tool = audit_tool or before["audit_tool_id"]
    _check_follows(tool, before["audit_tool_id"])
    asked = asked_of_round({**before, "since_on": since_on, "until_on": until_on})
    check_known(asked)
    check_lies_ahead(due_on, by, "due_on")
    check_no_particulars(round_title=round_title, why_now=why_now)
    same = ("lesson", "method", "population", "cohort", "strata", "size", "share_doubly_marked")
    return by.enter(
        "audit_round",
        **{name: before[name] for name in same},
        audit_tool_id=tool,
        title=round_title,
        reason=why_now,
        since_on=since_on,
        until_on=until_on,
        led_by_account_id=_leads(led_by_account),
        due_on=due_on,
        opened_on=on,
        repeats_audit_round_id=audit_round,
    )


def _cohort_of(tool: Mapping[str, Any]) -> Cohort:
    return Cohort(tool["cohort"])  # type: ignore[call-arg]  # by its code


def _within(method: SampleMethod, strata: Strata | None) -> Strata | None:
    if (method is SampleMethod.STRATIFIED) != (strata is not None):
        raise CannotEnter("strata: groups are given where the sample is drawn within groups, and only there.")
    return strata


def _check_numbers(size: int, share: int) -> None:
    if not 1 <= size <= MOST_CASES:
        raise CannotEnter(f"sample_size: has {size}; needs from 1 to {MOST_CASES} cases.")
    if not 0 <= share <= 100:
        raise CannotEnter(f"share_doubly_marked: has {share}; needs from 0 to 100 in a hundred.")


def _leads(number: int) -> int:
    account = account_numbered(number)
    if account is None:
        raise CannotEnter("led_by_account: there is nobody with that account who can sign in.")
    return account.pk


def _check_follows(tool: str, earlier: str) -> None:
    """NotPossible unless a tool is another one, or a later version of it."""
    at: str | None = tool
    while at is not None and at != earlier:
        at = current("audit_tool", at)["follows_audit_tool_id"]
    if at is None:
        raise NotPossible("A re-audit takes the same tool or a newer version of it, so that answers can be compared.")


# Cases


@verb(may=OFFICERS)
def draw_audit_sample(*, by: Acting, audit_round: str, seed: int, on: date) -> None:
    """Draws the cases of a round from a seed. Whoever draws learns how many there are, and never who."""
    its_round = open_round(audit_round)
    if its_round["method"] == SampleMethod.PURPOSIVE:
        raise NotPossible("The cases of this round are named by managers, and none is drawn.")
    if its_round["drawn_on"] is not None:
        raise NotPossible("The sample of this round was drawn; a seed is not tried twice.")
    if not 0 <= seed <= 10**9:
        raise CannotEnter("seed: needs a whole number from 0 to 1,000,000,000.")
    draw = draw_for(its_round, seed)
    numbers = list(range(1, len(draw.sample.drawn) + 1))
    SystemRandom().shuffle(numbers)  # so that a number tells nothing of the place in the draw
    for place, (one, number) in enumerate(zip(draw.sample.drawn, numbers, strict=True)):
        _enter_case(by, audit_round, one.key, HowFound.DRAWN, number=number, place=place, stratum=one.stratum)
    for place, one in enumerate(draw.sample.reserve):
        _enter_case(by, audit_round, one.key, HowFound.RESERVE, place=place, stratum=one.stratum)
    by.amend(
        "audit_round",
        audit_round,
        seed=seed,
        population_size=told_size(draw.size),
        population_digest=draw.digest,
        drawn_on=on,
    )


@verb(may=OVERSIGHT)
def name_audit_case(*, by: Acting, child: str, audit_round: str, how_named: HowNamed, reason: str, on: date) -> str:
    """Puts a child's case into an audit round on purpose, or because those who work with the child offer it."""
    check_says(reason, "reason", "why this case")
    open_round(audit_round)
    if not may_be_drawn(links.one_with("child", [child]), but_for=""):
        raise NotPossible(
            "This record cannot be audited now. Take another case, or wait until the open audits are closed."
        )
    return _enter_case(by, audit_round, child, HOW_FOUND[how_named], number=_next_number(audit_round), reason=reason)


def _enter_case(by: Acting, audit_round: str, child: str, how: HowFound, **more: Any) -> str:
    return by.enter("audit_case", audit_round_id=audit_round, child_id=child, how_found=how, **more)


def _next_number(audit_round: str) -> int:
    numbered = entries("audit_case").filter(audit_round=audit_round, number__isnull=False)
    return max(numbered.values_list("number", flat=True), default=0) + 1


@verb(may=OFFICERS)
def withdraw_audit_case(*, by: Acting, audit_case: str, left_out_because: WithdrawnBecause, on: date) -> None:
    """Leaves a case out of a round, and takes the next in reserve in its place where it was drawn."""
    case, its_round = open_case(audit_case)
    take_back_of(by, entries("audit_part").filter(audit_case=audit_case))
    by.amend("audit_case", audit_case, withdrawn_on=on, withdrawn_because=left_out_because)
    if case["place"] is not None:
        _take_from_reserve(by, its_round["audit_round_id"], case)


def _take_from_reserve(by: Acting, audit_round: str, case: Mapping[str, Any]) -> None:
    waiting = entries("audit_case").filter(audit_round=audit_round, number__isnull=True, stratum=case["stratum"])
    ready = may_be_drawn(waiting.values_list("child", flat=True), but_for=audit_round)
    for key, child in waiting.order_by("place").values_list("pk", "child"):
        if child in ready:
            by.amend("audit_case", key, number=_next_number(audit_round))
            return


# Parts


@verb(may=OFFICERS)
def assign_audit_part(
    *,
    by: Acting,
    audit_case: str,
    part_kind: PartKind,
    auditor_account: int,
    due_on: date,
    on: date,
    agency: str | None = None,
) -> str:
    """Gives a case to an auditor, to mark an agency's part or all together, once or a second time, or to moderate."""
    case, its_round = open_case(audit_case)
    _check_asked(its_round["audit_tool_id"], part_kind, agency)
    reader = account_numbered(auditor_account)
    if reader is None:
        raise CannotEnter("auditor_account: there is nobody with that account who can sign in.")
    _check_free(audit_case, part_kind, agency)
    check_not_the_same(audit_case, reader, part_kind, agency)
    check_may_audit(reader, case["child_id"], current("audit_tool", its_round["audit_tool_id"]), by)
    check_lies_ahead(due_on, by, "due_on")
    given = give_for_audit(by, reader, case, its_round, until_on=by.today + timedelta(days=HELD_FOR_DAYS))
    by.tell(reader.pk, TO_MARK)
    return by.enter(
        "audit_part",
        audit_case_id=audit_case,
        child_id=case["child_id"],
        kind=part_kind,
        agency_id=agency,
        auditor_account_id=reader.pk,
        given_case_id=given,
        due_on=due_on,
    )


def _check_asked(tool: str, kind: PartKind, agency: str | None) -> None:
    if kind is PartKind.MODERATION:
        if agency is not None:
            raise CannotEnter("agency: whoever moderates does so for the whole case; leave it empty.")
        return
    if not questions_of(tool, asked_of=AskedOf.TOGETHER if agency is None else AskedOf.EACH):
        raise NotPossible(
            "This tool asks nothing of each agency." if agency else "This tool asks nothing of all together."
        )


def _check_free(case: str, kind: PartKind, agency: str | None) -> None:
    standing = entries("audit_part").filter(audit_case=case, kind=kind)
    taken = standing.filter(agency__isnull=True) if agency is None else standing.filter(agency=agency)
    if taken.exists():
        raise NotPossible("Somebody has this part already. Take it back from them first.")


@verb(may=OFFICERS)
def take_audit_part_back(*, by: Acting, audit_part: str, on: date) -> None:
    """Takes a part back from an auditor who did not hand it in, with what they drafted, so that somebody else can have it."""
    part = current("audit_part", audit_part)
    open_case(part["audit_case_id"])
    if part["submitted_on"] is not None:
        raise NotPossible("This part was handed in; what it says stands.")
    _end_part(by, audit_part, "Given to somebody else")


@verb(may=AUDITORS)
def hand_audit_part_back(*, by: Acting, audit_part: str, on: date) -> None:
    """Hands a part back that one cannot mark, for example because one knows the family; why is asked of nobody."""
    part = current("audit_part", audit_part)
    if part["auditor_account_id"] != by.account.pk:
        raise NoSuchEntry(NOT_HERE)
    _, its_round = open_case(part["audit_case_id"])
    if part["submitted_on"] is not None:
        raise NotPossible("You handed this part in; what it says stands.")
    _end_part(by, audit_part, "Handed back")
    by.tell(its_round["led_by_account_id"], HANDED_BACK)


def _end_part(by: Acting, key: str, why: str) -> None:
    take_back_of(by, entries("audit_part").filter(pk=key))
    for judgement in entries("audit_judgement").filter(audit_part=key).values_list("pk", flat=True):
        by.void("audit_judgement", judgement, why=why)
    by.void("audit_part", key, why=why)


# What was found


@verb(may={**OFFICERS, **AUDITORS})
def write_audit_finding(*, by: Acting, audit_round: str, finding_kind: FindingKind, finding: str, on: date) -> str:
    """Says what a round found, in words that name nobody; they may go out as learning."""
    open_round(audit_round)
    check_written("finding", finding, "what was found")
    theirs = entries("audit_part").filter(audit_case__audit_round=audit_round, auditor_account=by.account)
    children = set(theirs.values_list("child", flat=True))
    if not children and by.account.role not in OFFICERS:
        raise NoSuchEntry(NOT_HERE)
    check_names_nobody(finding, children, "finding")  # those alone whom they know, or a refusal would tell of others
    return by.enter("audit_finding", audit_round_id=audit_round, kind=finding_kind, says=finding, found_on=on)


@verb(may=OFFICERS)
def close_audit_round(*, by: Acting, audit_round: str, what_follows: str, on: date) -> None:
    """Closes a round and says what follows from it; every record that was given for it is taken back."""
    open_round(audit_round)
    check_written("what_follows", what_follows, "what follows from this audit, or why nothing does")
    take_back_of(by, entries("audit_part").filter(audit_case__audit_round=audit_round))
    by.amend("audit_round", audit_round, closed_on=on, follows=what_follows)

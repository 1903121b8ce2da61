"""What nobody does on their own work: each is tried by whoever did the work, in this post and in another, and by somebody else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from cast import MONDAY, Partnership, morning
from everyday import me, works_with

from lapwing.conduct.findings import recompute
from lapwing.conduct.permissions import Refused
from lapwing.conduct.verb import VERBS
from lapwing.conduct.verbs.access import break_glass, declare_family
from lapwing.conduct.verbs.actions import give_action, start_action
from lapwing.conduct.verbs.addresses import protect_address
from lapwing.conduct.verbs.assessments import start_assessment, write_analysis
from lapwing.conduct.verbs.children import open_record
from lapwing.conduct.verbs.concerns import raise_concern
from lapwing.conduct.verbs.corrections import ask_to_void
from lapwing.conduct.verbs.decisions import decide
from lapwing.conduct.verbs.disagreements import disagree, resolve_disagreement
from lapwing.conduct.verbs.exceptions import answer_finding
from lapwing.conduct.verbs.hand_overs import hand_over
from lapwing.conduct.verbs.meetings import name_chair, record_meeting
from lapwing.conduct.verbs.plans import hand_on_plan, start_plan
from lapwing.conduct.verbs.referrals import refer
from lapwing.records.entries import entries
from lapwing.records.models import Account, BrokenGlass, Finding, Role
from lapwing.records.store import NoSuchEntry, Stamp, add, current
from lapwing.vocabulary.care_codes import ExceptionReason, HandOverKind
from lapwing.vocabulary.codes import ConcernKind, ConcernStatus
from lapwing.vocabulary.work_codes import (
    ActionEffect,
    AnalysisKind,
    AssessmentKind,
    ClosureReason,
    DecisionKind,
    DecisionOutcome,
    MeetingKind,
    PlanKind,
    ReferralOutcome,
    ReviewOutcome,
)

LATER = MONDAY + timedelta(days=14)
CHECK = "responsibility.referral_acknowledged"
OWN, OTHER, AGAIN = "Sela Marsh", "Sonia Field", "Sela Marsh, in another post"
Given = Mapping[str, Any]


@pytest.fixture
def team(area: Partnership) -> Partnership:
    """Social care with two managers, one of whom has a second account, and two administrators."""
    area.account(OTHER, Role.MANAGER, "Social care", post="team_manager", team="First response")
    area.account("Adam Locke", Role.ADMINISTRATOR)
    sela = area.accounts[OWN]
    area.accounts[AGAIN] = Account.objects.create(
        email="sela.again@example.org",
        name=AGAIN,
        role=Role.MANAGER,
        agency=sela.agency,
        practitioner=sela.practitioner,
        made_at=morning(MONDAY),
    )
    return area


def child_of(team: Partnership, who: str = "Sam Birch") -> str:
    return open_record(by=team.as_(who), on=MONDAY, given_name="Otto", born_on=date(2026, 1, 5))


# What she did, and what the verb is given


def led_an_assessment(team: Partnership) -> Given:
    by, child = team.as_(OWN), child_of(team)
    return {"assessment": start_assessment(by=by, on=MONDAY, child=child, kind=AssessmentKind.CHILD_AND_FAMILY)}


def wrote_in_an_assessment(team: Partnership) -> Given:
    child = child_of(team)
    given = start_assessment(by=team.as_("Sam Birch"), on=MONDAY, child=child, kind=AssessmentKind.CHILD_AND_FAMILY)
    kind = AnalysisKind.AGE_AND_CAPACITY
    write_analysis(by=team.as_(OWN), on=MONDAY, assessment=given, kind=kind, finding="She follows what is said")
    return {"assessment": given}


def led_a_plan(team: Partnership) -> Given:
    return {"plan": start_plan(by=team.as_(OWN), on=MONDAY, child=child_of(team), kind=PlanKind.CHILD_IN_NEED)}


def chairs_the_review_of_a_plan_that_she_led(team: Partnership) -> Given:
    child = child_of(team)
    plan = start_plan(by=team.as_(OWN), on=MONDAY, child=child, kind=PlanKind.CHILD_IN_NEED)
    hand_on_plan(by=team.as_(OWN), on=MONDAY, plan=plan, led_by=me(team, "Sam Birch"), reason="Sam knows her.")
    review = {"kind": MeetingKind.CHILD_IN_NEED_REVIEW, "plan": plan, "chaired_by": me(team, OWN)}
    return {"meeting": record_meeting(by=team.as_("Sam Birch"), on=MONDAY, child=child, **review)}


def decided(team: Partnership) -> Given:
    return {
        "decision": _decide(team, OWN, child_of(team)),
        "outcome": DecisionOutcome.REQUIRED,
        "reasons": "It changed.",
    }


def _decide(team: Partnership, who: str, child: str) -> str:
    given = {"kind": DecisionKind.CLOSE, "outcome": DecisionOutcome.REQUIRED, "reasons": "She is safe with her aunt."}
    return decide(by=team.as_(who), on=MONDAY, child=child, **given)


def referred(team: Partnership) -> Given:
    child = child_of(team)
    to = team.agencies["Health visiting"]
    return {"child": child, "referral": refer(by=team.as_(OWN), on=MONDAY, child=child, to_agency=to)}


def raised_a_concern(team: Partnership) -> Given:
    child = child_of(team)
    concern = {"kind": ConcernKind.NEGLECT, "significant": True}
    return {"child": child, "concern": raise_concern(by=team.as_(OWN), on=MONDAY, child=child, **concern)}


def raised_a_significant_concern(team: Partnership) -> Given:
    return {"concern": raised_a_concern(team)["concern"]}


def has_an_action(team: Partnership) -> Given:
    child = child_of(team)
    given = {"says": "See the flat with her", "owned_by": me(team, OWN)}
    action = give_action(by=team.as_("Sam Birch"), on=MONDAY, child=child, **given)
    start_action(by=team.as_(OWN), on=MONDAY, action=action)
    return {"action": action}


def handed_over(team: Partnership) -> Given:
    child = child_of(team)
    works_with(team, OWN, child=child)
    to = team.agencies["Social care"]
    kind = HandOverKind.CHANGE_OF_WORKER
    return {"hand_over": hand_over(by=team.as_(OWN), on=MONDAY, child=child, kind=kind, to_agency=to)}


def asked_to_void(team: Partnership) -> Given:
    key = raise_concern(by=team.as_("Sam Birch"), on=MONDAY, child=child_of(team), kind=ConcernKind.NEGLECT)
    ask_to_void(by=team.as_(OWN), on=MONDAY, table="concern", key=key, reason="It is of another child")
    return {"table": "concern", "key": key}


def finding(team: Partnership) -> Given:
    """A referral that nobody acknowledged in two weeks."""
    child = child_of(team)
    refer(by=team.as_("Sam Birch"), on=MONDAY, child=child, to_agency=team.agencies["Health visiting"])
    recompute([child], day=LATER, at=team.as_("Sam Birch", LATER).at)
    return {"child": child, "check": CHECK, "subject": Finding.objects.get(check_code=CHECK).subject}


BECAUSE = {"reason": ExceptionReason.DONE_ANOTHER_WAY, "says": "Agreed by telephone that day"}


def works_with_the_child(team: Partnership) -> Given:
    found = finding(team)
    works_with(team, OWN, child=found["child"])
    return found


def answered_a_finding(team: Partnership) -> Given:
    return _answered(team, finding(team), OWN)


def works_with_the_child_of_an_answer(team: Partnership) -> Given:
    return _answered(team, works_with_the_child(team), "Sam Birch")


def _answered(team: Partnership, found: Given, who: str) -> Given:
    answer = answer_finding(by=team.as_(who), on=LATER, **found, **BECAUSE)
    return {"child": found["child"], "answer": answer}


def kept_an_address_secret(team: Partnership) -> Given:
    person = current("child", child_of(team))["person_id"]
    protect_address(by=team.as_(OWN), on=MONDAY, person=person, until_on=MONDAY + timedelta(days=90))
    return {"person": person}


def opened_the_record(team: Partnership) -> Given:
    return {"child": child_of(team, OWN)}


def raised_a_disagreement(team: Partnership) -> Given:
    to, about = team.agencies["Health visiting"], "That nobody visited"
    one = disagree(by=team.as_(OWN), on=MONDAY, child=child_of(team), to_agency=to, about=about)
    resolve_disagreement(by=team.as_(OWN), on=MONDAY, disagreement=one, outcome="A visit is booked")
    return {"disagreement": one}


def broke_the_glass(team: Partnership) -> Given:
    child = child_of(team, "Mira Wells")
    break_glass(by=team.as_(OWN), on=MONDAY, child=child, reason="The baby is here and nobody answers")
    return {"glass": BrokenGlass.objects.get().pk}


def is_of_the_family(team: Partnership) -> Given:
    child = child_of(team)
    declare_family(by=team.as_(OWN), on=MONDAY, child=child)
    return {"child": child, "account": team.accounts[OWN].pk}


def has_an_account(team: Partnership) -> Given:
    return {"account": team.accounts["Ada Keys"].pk}


# The table


@dataclass(frozen=True)
class Work:
    """A verb, the work on which one does not do it oneself, what else it is given, and who is who."""

    verb: str
    done: Callable[[Partnership], Given]
    also: Given
    own: str = OWN
    other: str = OTHER


NOT_NEEDED = {"outcome": DecisionOutcome.NOT_REQUIRED, "reasons": "It was a mistake."}
ENQUIRE = {"kind": DecisionKind.SECTION_47, **NOT_NEEDED}
UNTIL = {"expires_on": LATER + timedelta(days=30)}
WHY = {"why": "The reason is gone"}

NOBODY_ON_THEIR_OWN = [
    Work("sign_off_assessment", led_an_assessment, {"outcome": ReferralOutcome.ASSESSMENT}),
    Work("sign_off_assessment", wrote_in_an_assessment, {"outcome": ReferralOutcome.ASSESSMENT}),
    Work("stop_assessment", led_an_assessment, {"reason": "They moved away"}),
    Work("end_plan", led_a_plan, {"reason": ClosureReason.CONCERNS_RESOLVED}),
    Work(
        "record_outcome",
        chairs_the_review_of_a_plan_that_she_led,
        {"outcome": ReviewOutcome.END, "ended_reason": ClosureReason.CONCERNS_RESOLVED},
    ),
    Work("decide", referred, ENQUIRE),
    Work("decide", raised_a_concern, ENQUIRE),
    Work("review_decision", decided, {}),
    Work("find_no_action_needed", raised_a_significant_concern, {"reason": "It was a misunderstanding"}),
    Work(
        "end_concern", raised_a_significant_concern, {"reason": "It was looked into", "status": ConcernStatus.CLEARED}
    ),
    Work("review_effect", has_an_action, {"effect": ActionEffect.WORKED}),
    Work("accept_hand_over", handed_over, {}),
    Work("agree_to_void", asked_to_void, {}),
    Work("decline_to_void", asked_to_void, {"says": "It is of this child"}),
    Work("set_aside", works_with_the_child, {**BECAUSE, **UNTIL}),
    Work("agree_with_answer", answered_a_finding, UNTIL),
    Work("agree_with_answer", works_with_the_child_of_an_answer, UNTIL),
    Work("disagree_with_answer", answered_a_finding, {"says": "Nobody rang"}),
    Work("lift_address_protection", kept_an_address_secret, WHY),
    Work("close_as_opened_in_error", opened_the_record, WHY),
    Work("tell_raiser", raised_a_disagreement, {}),
    Work("review_glass", broke_the_glass, {"justified": True, "says": "It was"}),
    Work("withdraw_family", is_of_the_family, WHY),
    Work("end_account", has_an_account, {}, own="Ada Keys", other="Adam Locke"),
]


def called(one: Work) -> str:
    return f"{one.verb}: {one.done.__name__.replace('_', ' ')}"


def tried(team: Partnership, one: Work, given: Given, who: str) -> None:
    by = team.as_(who)
    VERBS[one.verb].do(by=by, on=by.today, **given, **one.also)


@pytest.mark.parametrize("one", NOBODY_ON_THEIR_OWN, ids=called)
def test_it_takes_somebody_else(team: Partnership, one: Work) -> None:
    given = one.done(team)
    for who in (one.own, AGAIN) if one.own == OWN else (one.own,):
        with pytest.raises((Refused, NoSuchEntry)) as refusal:
            tried(team, one, given, who)
        assert isinstance(refusal.value, NoSuchEntry) == (one.verb == "review_glass")
    if one.verb == "record_outcome":
        name_chair(by=team.as_("Sam Birch"), on=MONDAY, meeting=given["meeting"], chaired_by=me(team, OTHER))
    tried(team, one, given, one.other)


def test_who_is_refused_reads_that_it_takes_somebody_else(team: Partnership) -> None:
    given = has_an_action(team)
    with pytest.raises(Refused, match="This action is your own work; somebody else has to do this"):
        VERBS["review_effect"].do(by=team.as_(AGAIN), on=MONDAY, action=given["action"], effect=ActionEffect.WORKED)


def test_the_glass_is_reviewed_by_another_person_and_not_in_another_post(team: Partnership) -> None:
    broke_the_glass(team)
    assert BrokenGlass.objects.get().reviewer.name == OTHER


def test_ones_own_family_is_kept_from_one_in_every_post(team: Partnership) -> None:
    child = is_of_the_family(team)["child"]
    with pytest.raises(Refused, match="your own family"):
        VERBS["make_lead"].do(by=team.as_(AGAIN), on=MONDAY, involvement=_involvement(child))


def _involvement(child: str) -> str:
    return str(entries("involvement").get(child=child).pk)


def test_posts_at_two_agencies_are_one_persons_where_their_own_record_says_so(team: Partnership) -> None:
    decision = decided(team)
    person = add("person", {"given_name": "Sela", "family_name": "Marsh"}, Stamp(morning(MONDAY), None))
    there = team.account("Sela Marsh at the hospital", Role.MANAGER, "Maternity")
    works_with(team, there.name, child=current("decision", decision["decision"])["child_id"])
    Account.objects.filter(pk__in=[team.accounts[OWN].pk, there.pk]).update(person_id=person)
    there.refresh_from_db()
    with pytest.raises(Refused, match="your own work"):
        VERBS["review_decision"].do(by=team.as_(there.name), on=MONDAY, **decision)


def test_what_a_manager_decided_a_manager_puts_right(team: Partnership) -> None:
    decision = _decide(team, OWN, child_of(team))
    slip = {"table": "decision", "key": decision, "values": {"outcome": "deferred"}, "why": "A slip of the pen"}
    with pytest.raises(Refused, match="a manager or named professional"):
        VERBS["correct"].do(by=team.as_("Sam Birch"), on=MONDAY, **slip)
    VERBS["correct"].do(by=team.as_(OTHER), on=MONDAY, **slip)
    assert current("decision", decision)["outcome"] == "deferred"


def test_a_plan_is_ended_by_the_agency_that_leads_it(team: Partnership) -> None:
    child = child_of(team)
    plan = start_plan(by=team.as_("Sam Birch"), on=MONDAY, child=child, kind=PlanKind.CHILD_IN_NEED)
    works_with(team, "Mona Reed", child=child)
    with pytest.raises(Refused, match="another agency's work"):
        VERBS["end_plan"].do(by=team.as_("Mona Reed"), on=MONDAY, plan=plan, reason=ClosureReason.CONCERNS_RESOLVED)

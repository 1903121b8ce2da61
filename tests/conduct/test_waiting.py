"""What waits for somebody and what they wait for: nothing is another's until a person there has accepted it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from cast import MONDAY, Partnership
from everyday import days_on, expected_baby, lose, me, works_with, young_person

from lapwing.conduct.reading import Waits, WaitsFor, waiting
from lapwing.conduct.restrictions import Grounds
from lapwing.conduct.subjects import children_of
from lapwing.conduct.verbs.access import break_glass, declare_family, restrict_record, review_glass
from lapwing.conduct.verbs.actions import accept_action, complete_action, give_action
from lapwing.conduct.verbs.concerns import raise_concern
from lapwing.conduct.verbs.disagreements import (
    answer_disagreement,
    disagree,
    escalate_disagreement,
    resolve_disagreement,
    withdraw_disagreement,
)
from lapwing.conduct.verbs.hand_overs import accept_hand_over, decline_hand_over, hand_over
from lapwing.conduct.verbs.referrals import acknowledge_referral, decide_referral, refer, tell_referrer
from lapwing.conduct.verbs.sharing import acknowledge_share, share
from lapwing.records.models import Event
from lapwing.records.store import Stamp, add
from lapwing.vocabulary.care_codes import HandOverKind
from lapwing.vocabulary.codes import ConcernKind
from lapwing.vocabulary.work_codes import ReferralOutcome

WEDNESDAY, FRIDAY = days_on(2), days_on(4)


def waits(area: Partnership, name: str, kind: WaitsFor, day: date | None = None) -> list[Waits]:
    """What of a kind waits for somebody on a day."""
    return [one for one in waiting(by=area.as_(name, day)).waits if one.kind is kind]


def the(area: Partnership, name: str, kind: WaitsFor, day: date | None = None) -> Waits:
    (one,) = waits(area, name, kind, day)
    return one


def kinds(area: Partnership, name: str, day: date | None = None) -> list[str]:
    return [one.kind.value for one in waiting(by=area.as_(name, day)).waits]


@pytest.fixture
def girl(area: Partnership) -> str:
    """A girl of fifteen whose record social care opened; the health visitor works with her too."""
    child = young_person(area)
    works_with(area, "Hazel Ford", child=child)
    return child


# Handed over


def handed_over(area: Partnership, pregnancy: str, **to: Any) -> str:
    given = {"kind": HandOverKind.POSTNATAL_TRANSFER, "to_agency": area.agencies["Health visiting"], **to}
    return hand_over(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, **given)


def test_work_handed_over_waits_for_the_one_named_and_for_the_one_who_sent_it(area: Partnership) -> None:
    key = handed_over(area, expected_baby(area), to_practitioner=me(area, "Hazel Ford"))
    theirs = the(area, "Hazel Ford", WaitsFor.HANDED_OVER_TO_US)
    mine = the(area, "Mira Wells", WaitsFor.HANDED_OVER_BY_ME)
    assert (theirs.table, theirs.key, theirs.whose) == ("hand_over", key, "Hazel Ford")
    assert [one.called for one in theirs.children] == ["Unborn child of Anna Vale"]
    assert (mine.key, mine.whose, mine.since, mine.due_on) == (key, "Hazel Ford", MONDAY, WEDNESDAY)
    assert not mine.is_overdue
    assert the(area, "Mira Wells", WaitsFor.HANDED_OVER_BY_ME, days_on(3)).is_overdue


def test_put_to_a_service_it_waits_for_anybody_there_and_is_whose_the_service_is(area: Partnership) -> None:
    handed_over(area, expected_baby(area))
    for name in ("Hazel Ford", "Heath Lane"):
        one = the(area, name, WaitsFor.HANDED_OVER_TO_US)
        assert (one.whose, one.what) == (
            "Health visiting",
            "Work was handed over to your agency, and nobody there has accepted it yet.",
        )


def test_whoever_oversees_an_agency_sees_also_what_was_put_to_somebody_there(area: Partnership) -> None:
    handed_over(area, expected_baby(area), to_practitioner=me(area, "Hazel Ford"))
    assert the(area, "Heath Lane", WaitsFor.HANDED_OVER_TO_US).whose == "Hazel Ford"


@pytest.mark.parametrize("answer", ["accepted", "declined"])
def test_once_answered_it_waits_no_more(area: Partnership, answer: str) -> None:
    key = handed_over(area, expected_baby(area))
    if answer == "accepted":
        accept_hand_over(by=area.as_("Hazel Ford"), on=MONDAY, hand_over=key)
    else:
        decline_hand_over(by=area.as_("Hazel Ford"), on=MONDAY, hand_over=key, reason="They live in another area.")
    assert waits(area, "Hazel Ford", WaitsFor.HANDED_OVER_TO_US) == []
    assert waits(area, "Mira Wells", WaitsFor.HANDED_OVER_BY_ME) == []


# Given to be done


def given(area: Partnership, girl: str, **more: Any) -> str:
    what = {"says": "Ask the school", "owned_by": me(area, "Sam Birch"), "due_on": days_on(14), **more}
    return give_action(by=area.as_("Hazel Ford"), on=MONDAY, child=girl, **what)


def test_an_action_waits_to_be_accepted_and_then_when_it_is_due_soon_to_be_finished(
    area: Partnership, girl: str
) -> None:
    key = given(area, girl)
    assert the(area, "Sam Birch", WaitsFor.ACTION_TO_ACCEPT).due_on == WEDNESDAY
    accept_action(by=area.as_("Sam Birch"), on=MONDAY, action=key)
    assert waits(area, "Sam Birch", WaitsFor.ACTION_TO_ACCEPT) == []
    assert waits(area, "Sam Birch", WaitsFor.ACTION_TO_FINISH) == []
    assert the(area, "Sam Birch", WaitsFor.ACTION_TO_FINISH, days_on(7)).due_on == days_on(14)
    assert the(area, "Sam Birch", WaitsFor.ACTION_TO_FINISH, days_on(15)).is_overdue
    complete_action(by=area.as_("Sam Birch"), on=days_on(15), action=key)
    assert waits(area, "Sam Birch", WaitsFor.ACTION_TO_FINISH) == []


def test_what_was_given_to_an_agency_alone_waits_for_any_person_there(area: Partnership, girl: str) -> None:
    given(area, girl, owned_by=None, owner_agency=area.agencies["Social care"])
    assert the(area, "Sam Birch", WaitsFor.ACTION_TO_ACCEPT).whose == "Social care"
    assert waits(area, "Hazel Ford", WaitsFor.ACTION_TO_ACCEPT) == []


# Referred


def test_a_referral_is_followed_by_both_sides_until_the_referrer_was_told(area: Partnership) -> None:
    key = refer(
        by=area.as_("Mira Wells"), on=MONDAY, pregnancy=expected_baby(area), to_agency=area.agencies["Social care"]
    )
    theirs, mine = WaitsFor.REFERRAL_TO_US, WaitsFor.REFERRAL_OF_MINE
    assert "acknowledge it" in the(area, "Sam Birch", theirs).what
    assert "Nobody has acknowledged it" in the(area, "Mira Wells", mine).what
    assert the(area, "Mira Wells", mine).due_on == days_on(1)
    acknowledge_referral(by=area.as_("Sam Birch"), on=MONDAY, referral=key)
    assert the(area, "Sam Birch", theirs).whose == "Sam Birch"
    assert "Nobody has decided" in the(area, "Mira Wells", mine).what
    decide_referral(
        by=area.as_("Sam Birch"), on=MONDAY, referral=key, outcome=ReferralOutcome.ASSESSMENT, reasons="Needs it."
    )
    assert "has not been told" in the(area, "Sam Birch", theirs).what
    assert the(area, "Mira Wells", mine).due_on == days_on(7)
    tell_referrer(by=area.as_("Sam Birch"), on=MONDAY, referral=key)
    assert waits(area, "Sam Birch", theirs) == waits(area, "Mira Wells", mine) == []


def test_a_concern_that_was_put_to_an_agency_is_shown_as_that(area: Partnership, girl: str) -> None:
    concern = raise_concern(
        by=area.as_("Hazel Ford"),
        on=MONDAY,
        child=girl,
        kind=ConcernKind.NEGLECT,
        to_agency=area.agencies["Social care"],
    )
    one = the(area, "Hazel Ford", WaitsFor.CONCERN_OF_MINE)
    assert (one.table, one.key, one.whose) == ("concern", concern, "Social care")
    assert waits(area, "Hazel Ford", WaitsFor.REFERRAL_OF_MINE) == []


# Challenged


@pytest.fixture
def disagreement(area: Partnership, girl: str) -> str:
    return disagree(
        by=area.as_("Hazel Ford"),
        on=MONDAY,
        child=girl,
        to_agency=area.agencies["Social care"],
        about="Closing so early.",
    )


def test_a_disagreement_waits_for_the_agency_challenged_with_the_clock_of_its_stage(
    area: Partnership, disagreement: str
) -> None:
    mine, theirs = WaitsFor.DISAGREEMENT_OF_MINE, WaitsFor.DISAGREEMENT_WITH_US
    assert (the(area, "Hazel Ford", mine).whose, the(area, "Hazel Ford", mine).due_on) == ("Social care", WEDNESDAY)
    assert "stage 1" in the(area, "Sam Birch", theirs).what
    escalate_disagreement(by=area.as_("Hazel Ford", FRIDAY), on=FRIDAY, disagreement=disagreement)
    second = the(area, "Sela Marsh", theirs)
    assert "stage 2, which these settle: service managers" in second.what
    assert (second.since, second.due_on) == (FRIDAY, days_on(11))


def test_once_answered_it_is_for_whoever_raised_it_to_settle_or_take_further(
    area: Partnership, disagreement: str
) -> None:
    answer_disagreement(by=area.as_("Sam Birch"), on=MONDAY, disagreement=disagreement, says="We stay involved.")
    assert waits(area, "Sam Birch", WaitsFor.DISAGREEMENT_WITH_US) == []
    one = the(area, "Hazel Ford", WaitsFor.DISAGREEMENT_OF_MINE)
    assert (one.whose, one.due_on, "Settle it, or take it further" in one.what) == ("Hazel Ford", None, True)


@pytest.mark.parametrize("end", ["resolved", "withdrawn"])
def test_a_disagreement_that_ended_waits_for_nobody(area: Partnership, disagreement: str, end: str) -> None:
    by = area.as_("Hazel Ford")
    if end == "resolved":
        resolve_disagreement(by=by, on=MONDAY, disagreement=disagreement, outcome="They stay involved.")
    else:
        withdraw_disagreement(by=by, on=MONDAY, disagreement=disagreement, why="It rested on an old letter.")
    assert waits(area, "Hazel Ford", WaitsFor.DISAGREEMENT_OF_MINE) == []
    assert waits(area, "Sam Birch", WaitsFor.DISAGREEMENT_WITH_US) == []


def test_the_immediate_route_is_due_by_the_areas_number_of_days(area: Partnership, girl: str) -> None:
    disagree(
        by=area.as_("Hazel Ford"),
        on=MONDAY,
        child=girl,
        to_agency=area.agencies["Social care"],
        about="She is not safe tonight.",
        immediate=True,
        interim_safety="She stays with her aunt.",
    )
    one = the(area, "Sela Marsh", WaitsFor.DISAGREEMENT_WITH_US)
    assert (one.due_on, "immediate route" in one.what) == (days_on(1), True)


def test_no_notice_of_a_disagreement_names_who_raised_it_to_the_other_side(
    area: Partnership, disagreement: str
) -> None:
    assert "Hazel Ford" not in repr(waits(area, "Sela Marsh", WaitsFor.DISAGREEMENT_WITH_US))


# Shared, begun, opened, set aside


def test_what_was_shared_with_somebody_by_name_waits_for_them_though_they_do_not_open_the_record(
    area: Partnership, girl: str
) -> None:
    key = share(
        by=area.as_("Sam Birch"),
        on=MONDAY,
        child=girl,
        to_agency=area.agencies["Maternity"],
        to_practitioner=me(area, "Moss Adair"),
        what="That she may come on her own.",
        reason="So that she is met kindly.",
    )
    assert the(area, "Moss Adair", WaitsFor.SHARED_WITH_US).children[0].child == girl
    assert waits(area, "Mira Wells", WaitsFor.SHARED_WITH_US) == []
    acknowledge_share(by=area.as_("Moss Adair"), on=MONDAY, information_share=key)
    assert waits(area, "Moss Adair", WaitsFor.SHARED_WITH_US) == []


def test_a_child_is_new_to_one_for_ten_working_days(area: Partnership, girl: str) -> None:
    assert the(area, "Sam Birch", WaitsFor.NEW_TO_ME, days_on(14)).children[0].child == girl
    assert waits(area, "Sam Birch", WaitsFor.NEW_TO_ME, days_on(15)) == []


def test_an_opening_in_an_emergency_waits_for_its_reviewer_without_the_child_who_is_out_of_sight(
    area: Partnership,
) -> None:
    child = young_person(area)
    break_glass(by=area.as_("Mira Wells"), on=MONDAY, child=child, reason="Found alone at night.")
    one = the(area, "Nell Frost", WaitsFor.GLASS_TO_REVIEW)
    assert (one.children, one.whose, child in repr(one)) == ((), "Nell Frost", False)
    review_glass(
        by=area.as_("Nell Frost"), on=MONDAY, glass=int(one.key), justified=True, says="Nobody else was there."
    )
    assert waits(area, "Nell Frost", WaitsFor.GLASS_TO_REVIEW) == []


def test_what_was_set_aside_is_told_of_before_it_ends(area: Partnership, girl: str) -> None:
    works_with(area, "Sela Marsh", child=girl)
    values = {"child_id": girl, "check": "responsibility.lead_named", "expires_on": days_on(14), "decided_on": MONDAY}
    account = area.accounts["Sela Marsh"]
    add("exception", {**values, "decided_by": me(area, "Sela Marsh")}, Stamp(area.as_("Sela Marsh").at, account.pk))
    assert waits(area, "Sela Marsh", WaitsFor.EXCEPTION_ENDING) == []
    assert the(area, "Sela Marsh", WaitsFor.EXCEPTION_ENDING, days_on(7)).due_on == days_on(14)


# What is kept back


def test_after_a_loss_nothing_waits(area: Partnership) -> None:
    pregnancy = expected_baby(area)
    handed_over(area, pregnancy)
    refer(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, to_agency=area.agencies["Social care"])
    lose(area, pregnancy)
    assert [kinds(area, name) for name in ("Mira Wells", "Hazel Ford", "Sam Birch")] == [[], [], []]


def test_of_ones_own_family_and_of_restricted_records_nothing_is_listed(area: Partnership, girl: str) -> None:
    given(area, girl)
    declare_family(by=area.as_("Sam Birch"), on=MONDAY, child=girl)
    assert kinds(area, "Sam Birch") == []
    restrict_record(
        by=area.as_("Sela Marsh"), on=MONDAY, child=girl, grounds=Grounds.OFFENCE, says="The police ask it."
    )
    assert kinds(area, "Hazel Ford") == []


def test_an_agency_that_works_in_private_is_not_named_as_the_one_whose_turn_it_is(area: Partnership, girl: str) -> None:
    refer(by=area.as_("Hazel Ford"), on=MONDAY, child=girl, to_agency=area.agencies["Maternity"])
    assert the(area, "Hazel Ford", WaitsFor.REFERRAL_OF_MINE).whose == "Maternity"
    works_with(area, "Mira Wells", child=girl, private=True)
    assert the(area, "Hazel Ford", WaitsFor.REFERRAL_OF_MINE).whose == "another service"
    assert the(area, "Mira Wells", WaitsFor.REFERRAL_TO_US).whose == "Maternity"


def test_what_waits_for_all_the_children_of_a_pregnancy_is_one_thing(area: Partnership) -> None:
    pregnancy = expected_baby(area)
    add("child", {"pregnancy_id": pregnancy, "birth_order": 2}, Stamp(area.as_("Mira Wells").at, None))
    handed_over(area, pregnancy)
    one = the(area, "Hazel Ford", WaitsFor.HANDED_OVER_TO_US)
    assert {child.child for child in one.children} == children_of("pregnancy", [pregnancy])


def test_reading_what_waits_is_kept_in_the_log_as_a_number(area: Partnership) -> None:
    handed_over(area, expected_baby(area))
    waiting(by=area.as_("Hazel Ford"))
    event = Event.objects.filter(verb="read").latest("place")
    assert (event.child, event.details) == (None, '{"count": 1, "what": "waiting"}')


def test_of_very_much_the_oldest_is_listed_and_it_is_said_that_there_is_more(
    area: Partnership, girl: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lapwing.conduct.reading.turns.MOST", 2)
    keys = [
        refer(by=area.as_("Hazel Ford", days_on(n)), on=days_on(n), child=girl, to_agency=area.agencies["Social care"])
        for n in range(3)
    ]
    found = waiting(by=area.as_("Hazel Ford"))
    assert [one.key for one in found.waits if one.kind is WaitsFor.REFERRAL_OF_MINE] == keys[:2]
    assert found.more == (WaitsFor.REFERRAL_OF_MINE,)

"""One agency challenges another, in time, and the child is safe meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from cast import MONDAY, Partnership

from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verbs.births import record_death
from lapwing.conduct.verbs.children import open_record, record_pregnancy
from lapwing.conduct.verbs.disagreements import (
    acknowledge_disagreement,
    answer_disagreement,
    disagree,
    escalate_disagreement,
    keep_safe_meanwhile,
    meet_about_disagreement,
    resolve_disagreement,
    say_whether_to_learn,
    take_immediate_route,
    tell_raiser,
    withdraw_disagreement,
)
from lapwing.conduct.verbs.referrals import refer
from lapwing.records.entries import entries
from lapwing.records.models import Finding, Notification
from lapwing.records.store import CannotEnter, NoSuchEntry, amend, current

FRIDAY = MONDAY + timedelta(days=4)


@pytest.fixture
def child(area: Partnership) -> str:
    """A baby whom health visiting knows and has referred."""
    key = open_record(by=area.as_("Hazel Ford", MONDAY), on=MONDAY, given_name="Otto", born_on=date(2026, 1, 5))
    refer(by=area.as_("Hazel Ford"), on=MONDAY, child=key, to_agency=area.agencies["Social care"])
    return key


@pytest.fixture
def disagreement(area: Partnership, child: str) -> str:
    return disagree(
        by=area.as_("Hazel Ford"),
        on=MONDAY,
        child=child,
        to_agency=area.agencies["Social care"],
        about="That no assessment was begun",
    )


def outcome(check: str) -> str | None:
    found = Finding.objects.filter(check_code=f"responsibility.{check}")
    return found.values_list("outcome", flat=True).first()


def test_a_disagreement_waits_for_an_answer_at_the_first_stage(area: Partnership, disagreement: str) -> None:
    assert outcome("first_stage_answered") == "due_soon"
    answer_disagreement(by=area.as_("Sam Birch"), on=MONDAY, disagreement=disagreement, says="We will assess")
    assert outcome("first_stage_answered") == "met"


def test_what_keeps_the_child_safe_is_written_at_every_stage(area: Partnership, disagreement: str) -> None:
    assert outcome("child_safe_meanwhile") == "due_soon"
    keep_safe_meanwhile(
        by=area.as_("Hazel Ford"), on=MONDAY, disagreement=disagreement, interim_safety="Daily visits by the nurse"
    )
    assert outcome("child_safe_meanwhile") == "met"
    escalate_disagreement(by=area.as_("Hazel Ford", FRIDAY), on=FRIDAY, disagreement=disagreement)
    assert outcome("child_safe_meanwhile") == "due_soon"


def test_a_disagreement_about_an_unborn_child_is_followed_like_any_other(area: Partnership) -> None:
    pregnancy = record_pregnancy(by=area.as_("Mira Wells", MONDAY), on=MONDAY, given_name="Anna")
    disagreement = disagree(
        by=area.as_("Mira Wells"),
        on=MONDAY,
        pregnancy=pregnancy,
        to_agency=area.agencies["Social care"],
        about="That no assessment was begun",
    )
    assert outcome("child_safe_meanwhile") == "due_soon"
    keep_safe_meanwhile(
        by=area.as_("Mira Wells"), on=MONDAY, disagreement=disagreement, interim_safety="She stays with her sister"
    )
    assert outcome("child_safe_meanwhile") == "met"


def test_a_disagreement_goes_up_the_stages_of_the_area_and_no_further(area: Partnership, disagreement: str) -> None:
    going_up = {"on": MONDAY, "disagreement": disagreement}
    assert escalate_disagreement(by=area.as_("Hazel Ford"), **going_up) == 2
    assert escalate_disagreement(by=area.as_("Hazel Ford"), **going_up) == 3
    with pytest.raises(NotPossible, match="policy has 3 stages"):
        escalate_disagreement(by=area.as_("Hazel Ford"), **going_up)


def test_above_the_first_stage_managers_and_named_professionals_answer(area: Partnership, disagreement: str) -> None:
    escalate_disagreement(by=area.as_("Hazel Ford"), on=MONDAY, disagreement=disagreement)
    assert outcome("further_stage_answered") == "due_soon"
    answer = {"on": MONDAY, "disagreement": disagreement, "says": "We will assess"}
    with pytest.raises(Refused, match="gone beyond practitioners"):
        answer_disagreement(by=area.as_("Sam Birch"), **answer)
    answer_disagreement(by=area.as_("Sela Marsh"), **answer)
    assert outcome("further_stage_answered") == "met"


def test_where_a_child_is_at_risk_now_it_is_settled_at_once(area: Partnership, disagreement: str) -> None:
    route = {"on": MONDAY, "disagreement": disagreement}
    with pytest.raises(CannotEnter, match="interim_safety: needs"):
        take_immediate_route(by=area.as_("Hazel Ford"), **route, interim_safety="")
    take_immediate_route(by=area.as_("Hazel Ford"), **route, interim_safety="The ward keeps him tonight")
    assert outcome("immediate_route_settled") == "due_soon"
    assert escalate_disagreement(by=area.as_("Hazel Ford"), **route) == 2
    take_immediate_route(by=area.as_("Hazel Ford"), **route, interim_safety="The ward keeps him tonight")
    resolve_disagreement(by=area.as_("Sela Marsh"), **route, outcome="Strategy discussion today")
    assert outcome("immediate_route_settled") == "met"


def test_the_immediate_route_may_be_taken_from_the_start(area: Partnership, child: str) -> None:
    raising = {"on": MONDAY, "child": child, "about": "He goes home tonight", "immediate": True}
    with pytest.raises(CannotEnter, match="interim_safety: needs"):
        disagree(by=area.as_("Hazel Ford"), **raising, to_agency=area.agencies["Social care"])
    disagree(
        by=area.as_("Hazel Ford"),
        **raising,
        to_agency=area.agencies["Social care"],
        interim_safety="The ward keeps him tonight",
    )
    assert outcome("immediate_route_settled") == "due_soon"
    assert outcome("child_safe_meanwhile") == "met"


def test_how_it_ended_is_on_record_and_whoever_raised_it_is_told(area: Partnership, disagreement: str) -> None:
    ended = {"on": MONDAY, "disagreement": disagreement}
    with pytest.raises(NotPossible, match="has not ended"):
        tell_raiser(by=area.as_("Sam Birch"), **ended)
    with pytest.raises(NotPossible, match="has not ended"):
        say_whether_to_learn(by=area.as_("Sam Birch"), **ended, learning=True)
    meet_about_disagreement(by=area.as_("Sam Birch"), **ended, says="Both agree that an assessment is due")
    resolve_disagreement(by=area.as_("Sam Birch"), **ended, outcome="An assessment begins on Tuesday")
    assert outcome("outcome_and_learning_recorded") == "due_soon"
    say_whether_to_learn(by=area.as_("Sam Birch"), **ended, learning=True)
    assert outcome("outcome_and_learning_recorded") == "met"
    with pytest.raises(Refused, match="whoever tells you records it"):
        tell_raiser(by=area.as_("Hazel Ford"), **ended)
    tell_raiser(by=area.as_("Sam Birch"), **ended)
    assert outcome("raiser_told_of_ending") == "met"
    with pytest.raises(NotPossible, match="was told on 1 June 2026 already"):
        tell_raiser(by=area.as_("Sam Birch"), **ended)


def test_what_has_ended_goes_no_further(area: Partnership, disagreement: str) -> None:
    resolve_disagreement(by=area.as_("Sam Birch"), on=MONDAY, disagreement=disagreement, outcome="Settled")
    with pytest.raises(NotPossible, match="ended on 1 June 2026 already"):
        escalate_disagreement(by=area.as_("Hazel Ford"), on=MONDAY, disagreement=disagreement)


def test_only_the_side_that_raised_it_withdraws_it_with_a_reason(area: Partnership, disagreement: str) -> None:
    ending = {"on": MONDAY, "disagreement": disagreement}
    with pytest.raises(Refused, match="only somebody there can withdraw"):
        withdraw_disagreement(by=area.as_("Sam Birch"), **ending, why="Settled by telephone")
    with pytest.raises(CannotEnter, match="needs the reason"):
        withdraw_disagreement(by=area.as_("Hazel Ford"), **ending, why="")
    withdraw_disagreement(by=area.as_("Hazel Ford"), **ending, why="The assessment had begun")
    assert outcome("first_stage_answered") is None
    with pytest.raises(NotPossible, match="withdrawn on 1 June 2026 already"):
        answer_disagreement(by=area.as_("Sam Birch"), **ending, says="We will assess")


def test_only_those_who_were_challenged_acknowledge_and_answer(area: Partnership, disagreement: str) -> None:
    with pytest.raises(Refused, match="put to another agency"):
        acknowledge_disagreement(by=area.as_("Hazel Ford"), on=MONDAY, disagreement=disagreement)
    acknowledge_disagreement(by=area.as_("Sam Birch"), on=MONDAY, disagreement=disagreement)
    steps = entries("disagreement_stage").order_by("recorded_at").values_list("step", flat=True)
    assert list(steps) == ["raised", "acknowledged"]


def test_a_third_agency_at_work_with_the_child_stays_out_of_it(
    area: Partnership, child: str, disagreement: str
) -> None:
    refer(by=area.as_("Hazel Ford"), on=MONDAY, child=child, to_agency=area.agencies["Police"])
    with pytest.raises(Refused, match="between two other agencies"):
        meet_about_disagreement(by=area.as_("Perry Stone"), on=MONDAY, disagreement=disagreement, says="We met")


def test_what_one_disputes_belongs_to_the_same_child(area: Partnership, child: str) -> None:
    other = open_record(by=area.as_("Hazel Ford"), on=MONDAY, given_name="Edda")
    referral = refer(by=area.as_("Hazel Ford"), on=MONDAY, child=other, to_agency=area.agencies["Social care"])
    with pytest.raises(NoSuchEntry):
        disagree(
            by=area.as_("Hazel Ford"),
            on=MONDAY,
            child=child,
            to_agency=area.agencies["Social care"],
            about="That it was declined",
            referral=referral,
        )


def test_work_that_a_young_person_asked_to_keep_private_is_not_told_by_a_disagreement(
    area: Partnership, child: str
) -> None:
    (work,) = entries("involvement").filter(child=child).values_list("pk", flat=True)
    amend("involvement", work, {"kept_private": True}, area.as_("Hazel Ford").stamp())
    raising = {"on": MONDAY, "child": child, "to_agency": area.agencies["Police"], "about": "That nobody came"}
    with pytest.raises(NotPossible, match="asked that other services not be told"):
        disagree(by=area.as_("Hazel Ford"), **raising)
    disagree(by=area.as_("Hazel Ford"), **raising, immediate=True, interim_safety="She stays with us")


def test_after_a_death_nothing_is_challenged_any_more(area: Partnership, child: str) -> None:
    record_death(by=area.as_("Hazel Ford"), on=MONDAY, child=child)
    with pytest.raises(NotPossible, match="This record has ended"):
        disagree(
            by=area.as_("Hazel Ford"),
            on=MONDAY,
            child=child,
            to_agency=area.agencies["Social care"],
            about="That no visit was made",
        )


def test_within_ones_own_agency_one_asks_the_supervisor(area: Partnership, child: str) -> None:
    with pytest.raises(CannotEnter, match="to your supervisor"):
        disagree(
            by=area.as_("Hazel Ford"),
            on=MONDAY,
            child=child,
            to_agency=area.agencies["Health visiting"],
            about="That no visit was made",
        )


def test_notices_name_neither_the_family_nor_who_raised_it(
    area: Partnership, disagreement: str, django_capture_on_commit_callbacks: Callable
) -> None:
    area.account("Nora Finch", "named_professional", "Social care")
    Notification.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        take_immediate_route(
            by=area.as_("Hazel Ford"), on=MONDAY, disagreement=disagreement, interim_safety="The ward keeps him"
        )
    told = dict(Notification.objects.values_list("account__name", "what"))
    assert set(told) == {"Nora Finch", "Sela Marsh", "Heath Lane"}
    assert not any("Otto" in what or "Hazel" in what for what in told.values())
    assert current("disagreement", disagreement)["raised_by"] == area.accounts["Hazel Ford"].practitioner_id

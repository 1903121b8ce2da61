"""Something to be done, until a person has it, it is done, and somebody has looked at whether it worked."""

from __future__ import annotations

from typing import Any

import pytest
from cast import MONDAY, Partnership, morning
from everyday import days_on, expected_baby, father, me, outcomes, told, words, works_with, young_person

from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verbs.actions import (
    accept_action,
    complete_action,
    decline_action,
    give_action,
    give_back_action,
    postpone_action,
    reassign_action,
    review_effect,
    say_what_next,
    start_action,
    tie_action,
)
from lapwing.conduct.verbs.concerns import raise_concern
from lapwing.conduct.verbs.plans import start_plan
from lapwing.records.models import Account, Role
from lapwing.records.store import CannotEnter, ChangedMeanwhile, NoSuchEntry, Stamp, amend, current, versions
from lapwing.vocabulary.codes import ConcernKind, ContactSafety
from lapwing.vocabulary.work_codes import ActionEffect, ActionKind, PlanKind

ACCEPTED = "responsibility.task_accepted_by_person"


@pytest.fixture
def pregnancy(area: Partnership) -> str:
    found = expected_baby(area)
    works_with(area, "Sam Birch", pregnancy=found)
    start_plan(by=area.as_("Sam Birch"), on=MONDAY, pregnancy=found, kind=PlanKind.CHILD_IN_NEED)
    return found


@pytest.fixture
def concern(area: Partnership, pregnancy: str) -> str:
    return raise_concern(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, kind=ConcernKind.DOMESTIC_ABUSE)


def given_to(area: Partnership, pregnancy: str, name: str, **values: Any) -> str:
    values = {"kind": ActionKind.DIRECT_WORK, "intended_effect": "She knows whom to ring.", **values}
    return give_action(
        by=area.as_("Sam Birch"),
        on=MONDAY,
        pregnancy=pregnancy,
        says="Make a safety plan with her",
        owned_by=me(area, name),
        **values,
    )


@pytest.fixture
def action(area: Partnership, pregnancy: str, concern: str) -> str:
    return given_to(area, pregnancy, "Mira Wells", concern=concern)


def test_an_action_answers_a_risk_from_its_giving_to_its_effect(area: Partnership, action: str) -> None:
    assert outcomes("before_birth.each_risk_has_an_action") == ["met"]
    assert outcomes("before_birth.action_begun_before_birth") == ["not_yet_due"]
    start_action(by=area.as_("Mira Wells", days_on(2)), on=days_on(2), action=action)
    assert outcomes("before_birth.action_begun_before_birth") == ["met"]
    assert outcomes("before_birth.effect_looked_at") == ["not_yet_due"]
    complete_action(by=area.as_("Mira Wells", days_on(9)), on=days_on(9), action=action)
    review_effect(by=area.as_("Sam Birch", days_on(10)), on=days_on(10), action=action, effect=ActionEffect.WORKED)
    assert outcomes("before_birth.effect_looked_at") == ["met"]


def test_whoever_is_given_an_action_accepts_it(
    area: Partnership, pregnancy: str, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        action = given_to(area, pregnancy, "Mira Wells")
    assert told("Mira Wells") == ["You were given an action. Accept it, or give it back and say why."]
    assert current("action", action)["owner_agency_id"] == area.agencies["Maternity"]
    assert outcomes(ACCEPTED) == ["due_soon"]
    with pytest.raises(Refused, match="only they can accept it"):
        accept_action(by=area.as_("Sam Birch"), on=MONDAY, action=action)
    with django_capture_on_commit_callbacks(execute=True):
        accept_action(by=area.as_("Mira Wells"), on=MONDAY, action=action)
    assert outcomes(ACCEPTED) == ["met"]
    assert told("Sam Birch") == ["An action that you gave was accepted."]
    with pytest.raises(NotPossible, match="accepted on 1 June 2026 already"):
        accept_action(by=area.as_("Mira Wells"), on=MONDAY, action=action)


def test_what_one_gives_oneself_one_has(area: Partnership, pregnancy: str) -> None:
    given_to(area, pregnancy, "Sam Birch")
    assert outcomes(ACCEPTED) == ["met"]


def test_an_agency_alone_is_nobody_until_somebody_there_takes_it_up(
    area: Partnership, pregnancy: str, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        action = give_action(
            by=area.as_("Sam Birch"),
            on=MONDAY,
            pregnancy=pregnancy,
            says="Ask for the log of calls",
            owner_agency=area.agencies["Police"],
        )
    with pytest.raises(NotPossible, match="Accept it first"):
        start_action(by=area.as_("Sam Birch"), on=MONDAY, action=action)
    with pytest.raises(Refused, match="put to another agency"):
        accept_action(by=area.as_("Sam Birch"), on=MONDAY, action=action)
    accept_action(by=area.as_("Perry Stone", days_on(7)), on=days_on(7), action=action)
    assert current("action", action)["owned_by"] == me(area, "Perry Stone")
    assert outcomes(ACCEPTED) == ["met_late"]


def test_a_third_agency_does_not_learn_of_it(area: Partnership, action: str) -> None:
    with pytest.raises(NoSuchEntry, match="or not for you"):
        accept_action(by=area.as_("Perry Stone"), on=MONDAY, action=action)


def test_an_action_has_one_owner(area: Partnership, pregnancy: str) -> None:
    with pytest.raises(CannotEnter, match="Give one of owned_by, person, owner_agency"):
        give_action(by=area.as_("Sam Birch"), on=MONDAY, pregnancy=pregnancy, says="Somebody should ring")
    with pytest.raises(CannotEnter, match="Give one of owned_by, person, owner_agency"):
        given_to(area, pregnancy, "Mira Wells", owner_agency=area.agencies["Police"])


def test_an_action_that_is_given_back_is_with_whoever_gave_it(
    area: Partnership, action: str, django_capture_on_commit_callbacks
) -> None:
    with pytest.raises(Refused, match="not yours to give back"):
        give_back_action(by=area.as_("Sam Birch"), on=MONDAY, action=action, reason="No room.")
    with django_capture_on_commit_callbacks(execute=True):
        give_back_action(by=area.as_("Mira Wells", days_on(1)), on=days_on(1), action=action, reason="On leave.")
    entry = current("action", action)
    assert (entry["owned_by"], entry["assigned_on"], entry["accepted_on"]) == (me(area, "Sam Birch"), days_on(1), None)
    assert told("Sam Birch") == ["An action that you gave came back to you. Read why, and find somebody who takes it."]


def test_the_work_of_somebody_who_left_goes_to_another(area: Partnership, pregnancy: str) -> None:
    action = given_to(area, pregnancy, "Mira Wells")
    accept_action(by=area.as_("Mira Wells"), on=MONDAY, action=action)
    amend("practitioner", me(area, "Mira Wells"), {"left_on": days_on(1)}, Stamp(morning(days_on(1)), None))
    postpone_action(
        by=area.as_("Mona Reed", days_on(10)), on=days_on(10), action=action, reason="Mira left.", due_on=days_on(30)
    )
    assert words(ACCEPTED) == ["left_behind"]
    with pytest.raises(NotPossible, match=r"has left that post\. Name somebody who is there"):
        reassign_action(
            by=area.as_("Mona Reed"), on=days_on(10), action=action, reason="Left", owned_by=me(area, "Mira Wells")
        )
    reassign_action(
        by=area.as_("Mona Reed"), on=days_on(10), action=action, reason="Mira left.", owned_by=me(area, "Moss Adair")
    )
    assert outcomes(ACCEPTED) == ["due_soon"]
    accept_action(by=area.as_("Moss Adair"), on=days_on(10), action=action)
    assert outcomes(ACCEPTED) == ["met"]
    assert versions("action", action)[-2].why == "Mira left."


def test_nobody_else_reassigns_it(area: Partnership, pregnancy: str) -> None:
    works_with(area, "Hazel Ford", pregnancy=pregnancy)
    action = given_to(area, pregnancy, "Mira Wells")
    with pytest.raises(Refused, match="or a manager of either; ask one of them"):
        reassign_action(
            by=area.as_("Hazel Ford"), on=MONDAY, action=action, reason="Mine", owned_by=me(area, "Hazel Ford")
        )


def test_only_its_owner_or_their_manager_begins_and_finishes_it(area: Partnership, action: str) -> None:
    with pytest.raises(Refused, match=r"somebody else's\. They can record this, or their manager"):
        complete_action(by=area.as_("Sam Birch"), on=MONDAY, action=action)
    complete_action(by=area.as_("Mona Reed"), on=MONDAY, action=action)
    with pytest.raises(NotPossible, match="finished on 1 June 2026 already"):
        start_action(by=area.as_("Mira Wells"), on=MONDAY, action=action)


def test_nobody_judges_whether_their_own_action_worked(area: Partnership, action: str) -> None:
    with pytest.raises(NotPossible, match="has not begun"):
        review_effect(by=area.as_("Sam Birch"), on=MONDAY, action=action, effect=ActionEffect.WORKED)
    start_action(by=area.as_("Mira Wells"), on=MONDAY, action=action)
    with pytest.raises(Refused, match="This action is your own work"):
        review_effect(by=area.as_("Mira Wells"), on=MONDAY, action=action, effect=ActionEffect.WORKED)


def test_what_was_too_early_to_say_is_looked_at_again_and_then_not_again(area: Partnership, action: str) -> None:
    start_action(by=area.as_("Mira Wells"), on=MONDAY, action=action)
    for effect in (ActionEffect.TOO_EARLY, ActionEffect.PARTLY):
        review_effect(by=area.as_("Sam Birch"), on=MONDAY, action=action, effect=effect)
    with pytest.raises(NotPossible, match="looked at on 1 June 2026 already"):
        review_effect(by=area.as_("Sam Birch"), on=MONDAY, action=action, effect=ActionEffect.WORKED)


def test_help_that_was_declined_has_something_in_its_place(area: Partnership, action: str) -> None:
    with pytest.raises(NotPossible, match="was not declined"):
        say_what_next(by=area.as_("Sam Birch"), on=MONDAY, action=action, instead="A friend of hers")
    decline_action(by=area.as_("Mira Wells"), on=MONDAY, action=action)
    assert words("before_birth.action_begun_before_birth") == ["declined_without_next_step"]
    say_what_next(by=area.as_("Sam Birch"), on=MONDAY, action=action, instead="Her sister comes along.")
    assert words("before_birth.action_begun_before_birth") == ["declined_with_next_step"]
    with pytest.raises(NotPossible, match="What happens instead was decided already"):
        say_what_next(by=area.as_("Sam Birch"), on=MONDAY, action=action, instead="Another")


def test_a_parent_may_own_an_action(area: Partnership, pregnancy: str) -> None:
    given = {"on": MONDAY, "pregnancy": pregnancy, "says": "Go along to the group"}
    mother = current("pregnancy", pregnancy)["mother_id"]
    action = give_action(by=area.as_("Sam Birch"), **given, person=mother)
    accept_action(by=area.as_("Mira Wells"), on=MONDAY, action=action)
    start_action(by=area.as_("Sam Birch"), on=MONDAY, action=action)
    assert outcomes(ACCEPTED) == ["met"]
    noah = father(area, pregnancy, safety=ContactSafety.MUST_NOT_CONTACT)
    with pytest.raises(NotPossible, match="Give the action to a practitioner"):
        give_action(by=area.as_("Sam Birch"), **given, person=noah)


def test_an_action_is_put_off_with_a_reason(area: Partnership, pregnancy: str) -> None:
    action = given_to(area, pregnancy, "Mira Wells", due_on=days_on(7))
    with pytest.raises(CannotEnter, match="Give the new due_on or starts_on"):
        postpone_action(by=area.as_("Sam Birch"), on=MONDAY, action=action, reason="She is ill.")
    postpone_action(by=area.as_("Sam Birch"), on=MONDAY, action=action, reason="She is ill.", due_on=days_on(14))
    assert [(one.values["due_on"], one.why) for one in versions("action", action)] == [
        (days_on(7), ""),
        (days_on(14), "She is ill."),
    ]


def test_an_action_is_tied_to_the_concern_that_it_answers(area: Partnership, pregnancy: str, concern: str) -> None:
    action = given_to(area, pregnancy, "Mira Wells")
    assert outcomes("before_birth.each_risk_has_an_action") == ["not_yet_due"]
    tie_action(by=area.as_("Sam Birch"), on=MONDAY, action=action, concern=concern)
    assert outcomes("before_birth.each_risk_has_an_action") == ["met"]
    another = raise_concern(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, kind=ConcernKind.POVERTY)
    with pytest.raises(NotPossible, match="tied to another one already"):
        tie_action(by=area.as_("Sam Birch"), on=MONDAY, action=action, concern=another)
    with pytest.raises(CannotEnter, match="Give the concern, the decision or the plan"):
        tie_action(by=area.as_("Sam Birch"), on=MONDAY, action=action)


def test_two_people_do_not_change_one_action_unseen(area: Partnership, action: str) -> None:
    accept_action(by=area.as_("Mira Wells"), on=MONDAY, action=action, seen=1)
    with pytest.raises(ChangedMeanwhile, match="while you had it open, on 1 June 2026"):
        start_action(by=area.as_("Mira Wells"), on=MONDAY, action=action, seen=1)


def test_only_a_person_takes_up_an_action(area: Partnership, pregnancy: str) -> None:
    system = Account.objects.create(
        email="system@example.org",
        name="Custody system",
        role=Role.PRACTITIONER,
        agency_id=area.agencies["Police"],
        is_system=True,
        made_at=morning(MONDAY),
    )
    area.accounts["Custody system"] = system
    action = give_action(
        by=area.as_("Sam Birch"),
        on=MONDAY,
        pregnancy=pregnancy,
        says="Ask for the log of calls",
        owner_agency=area.agencies["Police"],
    )
    with pytest.raises(Refused, match="in their own name"):
        accept_action(by=area.as_("Custody system"), on=MONDAY, action=action)


def test_work_that_a_young_person_keeps_private_gives_nothing_to_another_service(area: Partnership) -> None:
    tess = young_person(area)
    works_with(area, "Hazel Ford", child=tess, private=True)
    given = {"on": MONDAY, "child": tess, "says": "Ring the flat"}
    with pytest.raises(NotPossible, match="asked that other services not be told"):
        give_action(by=area.as_("Hazel Ford"), **given, owned_by=me(area, "Sam Birch"))
    give_action(by=area.as_("Hazel Ford"), **given, owned_by=me(area, "Hazel Ford"))
    assert outcomes(ACCEPTED) == ["met"]

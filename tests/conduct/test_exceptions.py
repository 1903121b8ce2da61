"""A finding that does not fit is answered by a practitioner; a manager sets the check aside for a reason and a time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from cast import MONDAY, Partnership

from lapwing.conduct.findings import recompute
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verbs.children import open_record
from lapwing.conduct.verbs.exceptions import (
    agree_with_answer,
    answer_finding,
    disagree_with_answer,
    end_exception,
    set_aside,
)
from lapwing.conduct.verbs.referrals import refer
from lapwing.records.models import Finding, FindingAnswer, Notification
from lapwing.records.store import CannotEnter, NoSuchEntry, add, current
from lapwing.vocabulary.care_codes import ExceptionReason

CHECK = "responsibility.referral_acknowledged"
LATER = MONDAY + timedelta(days=14)
NEXT_DAY = MONDAY + timedelta(days=15)
EXPIRES_ON = MONDAY + timedelta(days=40)


@pytest.fixture
def child(area: Partnership) -> str:
    """A baby whose referral nobody acknowledged in two weeks."""
    key = open_record(by=area.as_("Hazel Ford", MONDAY), on=MONDAY, given_name="Otto", born_on=date(2026, 1, 5))
    refer(by=area.as_("Hazel Ford"), on=MONDAY, child=key, to_agency=area.agencies["Social care"])
    recompute([key], day=LATER, at=area.as_("Hazel Ford", LATER).at)
    assert outcome() == "not_met"
    return key


def outcome() -> str | None:
    return Finding.objects.filter(check_code=CHECK).values_list("outcome", flat=True).first()


def subject() -> str:
    return Finding.objects.get(check_code=CHECK).subject


def because(child: str, **other: object) -> dict[str, object]:
    """What a finding is answered with."""
    return {
        "on": LATER,
        "child": child,
        "check": CHECK,
        "subject": subject(),
        "reason": ExceptionReason.DONE_ANOTHER_WAY,
        "says": "Agreed by telephone that day",
        **other,
    }


def test_a_manager_sets_a_check_aside_until_a_day(area: Partnership, child: str) -> None:
    exception = set_aside(by=area.as_("Sela Marsh"), **because(child, expires_on=EXPIRES_ON))
    assert outcome() == "excepted"
    assert current("exception", exception)["decided_by"] == area.accounts["Sela Marsh"].practitioner_id
    after = EXPIRES_ON + timedelta(days=1)
    recompute([child], day=after, at=area.as_("Sela Marsh", after).at)
    assert outcome() == "not_met"


def test_an_exception_ends_before_its_time_with_a_reason(area: Partnership, child: str) -> None:
    exception = set_aside(by=area.as_("Sela Marsh"), **because(child, expires_on=EXPIRES_ON))
    with pytest.raises(CannotEnter, match="needs the reason"):
        end_exception(by=area.as_("Sela Marsh"), on=LATER, exception=exception, why="")
    end_exception(by=area.as_("Sela Marsh"), on=LATER, exception=exception, why="The call was about another child")
    recompute([child], day=NEXT_DAY, at=area.as_("Sela Marsh", NEXT_DAY).at)
    assert outcome() == "not_met"
    with pytest.raises(NotPossible, match="ended on 15 June 2026"):
        end_exception(by=area.as_("Sela Marsh"), on=NEXT_DAY, exception=exception, why="Again")


def test_an_exception_has_words_and_a_day_ahead(area: Partnership, child: str) -> None:
    with pytest.raises(CannotEnter, match="says: needs"):
        set_aside(by=area.as_("Sela Marsh"), **because(child, expires_on=EXPIRES_ON, says=" "))
    with pytest.raises(CannotEnter, match="needs a day that lies ahead"):
        set_aside(by=area.as_("Sela Marsh"), **because(child, expires_on=LATER))


def test_only_what_is_found_is_set_aside(area: Partnership, child: str) -> None:
    with pytest.raises(NotPossible, match="no such open finding"):
        set_aside(by=area.as_("Sela Marsh"), **because(child, expires_on=EXPIRES_ON, check="no.such_check"))


def test_practitioners_do_not_set_aside(area: Partnership, child: str) -> None:
    with pytest.raises(Refused, match="a manager can"):
        set_aside(by=area.as_("Hazel Ford"), **because(child, expires_on=EXPIRES_ON))


def test_a_manager_at_work_with_the_child_does_not_set_aside(area: Partnership, child: str) -> None:
    works_with = {
        "child_id": child,
        "agency_id": area.agencies["Health visiting"],
        "practitioner_id": area.accounts["Heath Lane"].practitioner_id,
        "started_on": MONDAY,
    }
    add("involvement", works_with, area.as_("Heath Lane").stamp())
    with pytest.raises(Refused, match="work with this child yourself"):
        set_aside(by=area.as_("Heath Lane"), **because(child, expires_on=EXPIRES_ON))


def test_where_a_check_is_made_of_each_concern_one_is_set_aside(area: Partnership, child: str) -> None:
    raised = {"child_id": child, "kind": "neglect", "significant": True, "status": "current", "identified_on": MONDAY}
    concern = add("concern", raised, area.as_("Hazel Ford").stamp())
    recompute([child], day=LATER, at=area.as_("Hazel Ford").at)
    found = Finding.objects.get(check_code="responsibility.concern_has_outcome", subject=concern)
    exception = set_aside(
        by=area.as_("Sela Marsh"), **because(child, expires_on=EXPIRES_ON, check=found.check_code, subject=concern)
    )
    assert current("exception", exception)["concern_id"] == concern


def test_a_practitioner_answers_and_a_manager_agrees(
    area: Partnership, child: str, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        answer = answer_finding(by=area.as_("Hazel Ford"), **because(child))
        exception = agree_with_answer(
            by=area.as_("Heath Lane"), on=LATER, child=child, answer=answer, expires_on=EXPIRES_ON
        )
    assert outcome() == "excepted"
    assert current("exception", exception)["says"] == "Agreed by telephone that day"
    assert FindingAnswer.objects.get().exception_id == exception
    told = Notification.objects.filter(table__isnull=True).values_list("account__name", flat=True)
    assert sorted(told) == ["Hazel Ford", "Heath Lane"]


def test_a_manager_may_say_why_the_finding_stands(area: Partnership, child: str) -> None:
    answer = answer_finding(by=area.as_("Hazel Ford"), **because(child))
    deciding = {"on": LATER, "child": child, "answer": answer, "says": "No call is on record"}
    disagree_with_answer(by=area.as_("Heath Lane"), **deciding)
    assert outcome() == "not_met"
    with pytest.raises(NotPossible, match="decided on this answer already"):
        disagree_with_answer(by=area.as_("Heath Lane"), **deciding)


def test_one_answer_waits_at_a_time(area: Partnership, child: str) -> None:
    answer_finding(by=area.as_("Hazel Ford"), **because(child))
    with pytest.raises(NotPossible, match="waits for a manager already"):
        answer_finding(by=area.as_("Hazel Ford"), **because(child))


def test_nobody_agrees_with_themselves(area: Partnership, child: str) -> None:
    answer = answer_finding(by=area.as_("Heath Lane"), **because(child))
    with pytest.raises(Refused, match="your own work"):
        agree_with_answer(by=area.as_("Heath Lane"), on=LATER, child=child, answer=answer, expires_on=EXPIRES_ON)


def test_an_answer_about_another_child_is_not_there(area: Partnership, child: str) -> None:
    answer = answer_finding(by=area.as_("Hazel Ford"), **because(child))
    other = open_record(by=area.as_("Hazel Ford"), on=LATER, given_name="Edda")
    with pytest.raises(NoSuchEntry, match="or not for you"):
        disagree_with_answer(by=area.as_("Heath Lane"), on=LATER, child=other, answer=answer, says="It stands")

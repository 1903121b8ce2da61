"""Meetings: planned, asked to, held, and decided by whoever chairs them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from at_work import days_on, expected_baby, father, me, outcomes, told, withheld_father, works_with, young_person
from cast import MONDAY, Partnership

from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verbs.attendances import (
    invite_to_meeting,
    receive_report,
    record_attendance,
    record_uninvited,
)
from lapwing.conduct.verbs.concerns import raise_concern
from lapwing.conduct.verbs.meetings import (
    explain_unfinished_actions,
    hold_meeting,
    move_meeting,
    name_chair,
    plan_meeting,
    propose_outcome,
    record_dissent,
    record_meeting,
    record_outcome,
)
from lapwing.conduct.verbs.plans import start_plan
from lapwing.conduct.verbs.reviews import review_concern, write_review_line
from lapwing.records.models import Finding
from lapwing.records.store import CannotEnter, NoSuchEntry, current
from lapwing.vocabulary.codes import ConcernKind, ContactSafety
from lapwing.vocabulary.work_codes import (
    ClosureReason,
    ConcernChange,
    Contributor,
    Dissent,
    EvidenceBasis,
    MeetingKind,
    PlanKind,
    ReviewLineAbout,
    ReviewOutcome,
)

NEXT_WEEK = days_on(7)


@pytest.fixture
def pregnancy(area: Partnership) -> str:
    found = expected_baby(area)
    works_with(area, "Sam Birch", pregnancy=found)
    return found


@pytest.fixture
def concern(area: Partnership, pregnancy: str) -> str:
    return raise_concern(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, kind=ConcernKind.DOMESTIC_ABUSE)


@pytest.fixture
def plan(area: Partnership, pregnancy: str) -> str:
    return start_plan(by=area.as_("Sam Birch"), on=MONDAY, pregnancy=pregnancy, kind=PlanKind.UNBORN_CHILD_PROTECTION)


@pytest.fixture
def review(area: Partnership, pregnancy: str, plan: str) -> str:
    return plan_meeting(
        by=area.as_("Sam Birch"),
        on=MONDAY,
        pregnancy=pregnancy,
        kind=MeetingKind.REVIEW_CONFERENCE,
        planned_for_on=NEXT_WEEK,
        plan=plan,
        chaired_by=me(area, "Sela Marsh"),
    )


def of_reviews() -> dict[str, str]:
    """What the checks on reviews say."""
    found = Finding.objects.filter(subject_kind="BabyReview")
    return {check.partition(".")[2]: outcome for check, outcome in found.values_list("check_code", "outcome")}


def hold(area: Partnership, review: str, **values: Any) -> None:
    hold_meeting(by=area.as_("Sam Birch", NEXT_WEEK), on=NEXT_WEEK, meeting=review, **values)


def end(area: Partnership, name: str, review: str, **values: Any) -> None:
    record_outcome(
        by=area.as_(name, NEXT_WEEK),
        on=NEXT_WEEK,
        meeting=review,
        outcome=ReviewOutcome.END,
        ended_reason=ClosureReason.CONCERNS_RESOLVED,
        **values,
    )


def test_a_review_ends_a_plan_on_what_was_seen(area: Partnership, concern: str, review: str) -> None:
    propose_outcome(
        by=area.as_("Sam Birch"),
        on=MONDAY,
        meeting=review,
        outcome=ReviewOutcome.END,
        ended_reason=ClosureReason.CONCERNS_RESOLVED,
    )
    assert of_reviews()["ending_rests_on_change_seen"] == "due_soon"
    review_concern(
        by=area.as_("Mira Wells"),
        on=MONDAY,
        meeting=review,
        concern=concern,
        change=ConcernChange.RESOLVED,
        basis=EvidenceBasis.SEEN,
        sustained_since_on=date(2026, 3, 1),
    )
    for about in ReviewLineAbout:
        write_review_line(by=area.as_("Mira Wells"), on=MONDAY, meeting=review, about=about, says="As seen today.")
    explain_unfinished_actions(by=area.as_("Sam Birch"), on=MONDAY, meeting=review, reason="There are none.")
    hold(area, review, quorate=True, dissent=Dissent.NONE_EXPRESSED)
    assert of_reviews()["early_ending_reasoned"] == "due_soon"
    end(area, "Sela Marsh", review, chair_statement="He lives in Leeds now and has had no contact.")
    assert set(of_reviews().values()) == {"met"}


def test_the_chair_goes_on_with_a_reason(area: Partnership, concern: str, review: str) -> None:
    hold(area, review, quorate=True)
    end(area, "Sela Marsh", review, proceed_reason="The family moves tomorrow.")
    assert of_reviews()["each_concern_has_a_line"] == "excepted"


def test_only_the_chair_records_the_outcome(area: Partnership, review: str) -> None:
    hold(area, review)
    with pytest.raises(Refused, match="Only the chair of this meeting"):
        end(area, "Sam Birch", review)
    end(area, "Sela Marsh", review)
    with pytest.raises(NotPossible, match="recorded on 8 June 2026 already"):
        end(area, "Sela Marsh", review)


def test_an_outcome_follows_a_meeting_and_a_chair(area: Partnership, pregnancy: str, plan: str) -> None:
    core_group = plan_meeting(
        by=area.as_("Sam Birch"),
        on=MONDAY,
        pregnancy=pregnancy,
        kind=MeetingKind.CORE_GROUP,
        planned_for_on=NEXT_WEEK,
        plan=plan,
    )
    with pytest.raises(NotPossible, match="not recorded as held"):
        end(area, "Sam Birch", core_group)
    hold(area, core_group)
    with pytest.raises(NotPossible, match="Nobody is named as the chair"):
        end(area, "Sam Birch", core_group)
    name_chair(by=area.as_("Sam Birch", NEXT_WEEK), on=NEXT_WEEK, meeting=core_group, chaired_by=me(area, "Sam Birch"))
    with pytest.raises(Refused, match="You lead or led this plan"):
        end(area, "Sam Birch", core_group)


def test_whoever_leads_the_plan_does_not_chair_its_conference(area: Partnership, pregnancy: str, review: str) -> None:
    with pytest.raises(NotPossible, match="name another chair"):
        name_chair(by=area.as_("Sam Birch"), on=MONDAY, meeting=review, chaired_by=me(area, "Sam Birch"))


def test_less_help_has_its_reason_and_nothing_else_has(area: Partnership, review: str) -> None:
    with pytest.raises(CannotEnter, match="needs its reason"):
        propose_outcome(by=area.as_("Sam Birch"), on=MONDAY, meeting=review, outcome=ReviewOutcome.STEP_DOWN)
    with pytest.raises(CannotEnter, match="leave it out"):
        propose_outcome(
            by=area.as_("Sam Birch"),
            on=MONDAY,
            meeting=review,
            outcome=ReviewOutcome.CONTINUE,
            ended_reason=ClosureReason.OTHER,
        )


def test_dissent_can_be_recorded_by_whoever_was_there(
    area: Partnership, review: str, django_capture_on_commit_callbacks
) -> None:
    hold(area, review, quorate=True, dissent=Dissent.NONE_EXPRESSED)
    with django_capture_on_commit_callbacks(execute=True):
        record_dissent(
            by=area.as_("Mira Wells"), on=NEXT_WEEK, meeting=review, says="I do not think that this is over."
        )
    assert current("meeting", review)["dissent"] == "recorded"
    assert told("Sela Marsh") == ["Somebody disagreed at a meeting that you chair. Read with what."]


def test_a_review_has_one_line_on_each_concern(area: Partnership, concern: str, review: str) -> None:
    line = {"meeting": review, "concern": concern, "change": ConcernChange.UNCHANGED, "basis": EvidenceBasis.SEEN}
    review_concern(by=area.as_("Mira Wells"), on=MONDAY, **line)
    with pytest.raises(NotPossible, match="has that line already"):
        review_concern(by=area.as_("Mira Wells"), on=MONDAY, **line)


def test_what_is_worse_has_not_held(area: Partnership, concern: str, review: str) -> None:
    with pytest.raises(CannotEnter, match="since when something has been better"):
        review_concern(
            by=area.as_("Mira Wells"),
            on=MONDAY,
            meeting=review,
            concern=concern,
            change=ConcernChange.WORSE,
            basis=EvidenceBasis.SEEN,
            sustained_since_on=MONDAY,
        )


def test_lines_stand_in_reviews(area: Partnership, pregnancy: str, concern: str) -> None:
    discussion = record_meeting(
        by=area.as_("Sam Birch"), on=MONDAY, pregnancy=pregnancy, kind=MeetingKind.STRATEGY_DISCUSSION
    )
    with pytest.raises(NotPossible, match="not a review of a plan"):
        review_concern(
            by=area.as_("Sam Birch"),
            on=MONDAY,
            meeting=discussion,
            concern=concern,
            change=ConcernChange.UNCHANGED,
            basis=EvidenceBasis.SEEN,
        )


def test_a_review_says_nothing_of_another_familys_concern(area: Partnership, review: str) -> None:
    tess = young_person(area)
    hers = raise_concern(by=area.as_("Sam Birch"), on=MONDAY, child=tess, kind=ConcernKind.GANGS)
    with pytest.raises(NoSuchEntry, match="or not for you"):
        review_concern(
            by=area.as_("Sam Birch"),
            on=MONDAY,
            meeting=review,
            concern=hers,
            change=ConcernChange.WORSE,
            basis=EvidenceBasis.SEEN,
        )


# Who was asked, and who came


def test_a_service_is_asked_and_heard(area: Partnership, review: str, django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        part = invite_to_meeting(
            by=area.as_("Sam Birch"),
            on=MONDAY,
            meeting=review,
            attendee=Contributor.MIDWIFERY,
            practitioner=me(area, "Mira Wells"),
        )
        receive_report(by=area.as_("Mira Wells"), on=MONDAY, attendance=part)
        move_meeting(
            by=area.as_("Sam Birch"), on=MONDAY, meeting=review, planned_for_on=days_on(8), reason="No room was free."
        )
    assert current("attendance", part)["agency_id"] == area.agencies["Maternity"]
    assert told("Mira Wells") == [
        "You are asked to a meeting.",
        "A meeting that you were asked to was moved to another day.",
    ]
    with pytest.raises(NotPossible, match="not recorded as held"):
        record_attendance(by=area.as_("Sam Birch"), on=MONDAY, attendance=part, attended=True)
    hold(area, review)
    record_attendance(by=area.as_("Sam Birch"), on=NEXT_WEEK, attendance=part, attended=True)
    assert current("attendance", part)["attended"] is True


def test_services_around_a_young_person_are_asked_or_it_is_said_why_not(area: Partnership) -> None:
    tess = young_person(area)
    works_with(area, "Perry Stone", child=tess)
    works_with(area, "Hazel Ford", child=tess)
    met = record_meeting(by=area.as_("Sam Birch"), on=MONDAY, child=tess, kind=MeetingKind.PROFESSIONALS)
    check = "responsibility.invited_to_meetings"
    assert sorted(outcomes(check)) == ["due_soon", "due_soon", "met"]
    record_uninvited(
        by=area.as_("Sam Birch"),
        on=MONDAY,
        meeting=met,
        attendee=Contributor.POLICE,
        agency=area.agencies["Police"],
        attended=False,
        reason="She asked for this one without them.",
    )
    record_uninvited(
        by=area.as_("Sam Birch"),
        on=MONDAY,
        meeting=met,
        attendee=Contributor.HEALTH_VISITING,
        agency=area.agencies["Health visiting"],
        attended=True,
    )
    assert sorted(outcomes(check)) == ["met", "met", "met"]


def test_an_agency_is_asked_through_its_managers(
    area: Partnership, review: str, django_capture_on_commit_callbacks
) -> None:
    given = {"meeting": review, "attendee": Contributor.HEALTH_VISITING, "agency": area.agencies["Health visiting"]}
    with django_capture_on_commit_callbacks(execute=True):
        invite_to_meeting(by=area.as_("Sam Birch"), on=MONDAY, **given)
    assert told("Heath Lane") == ["You are asked to a meeting."]
    with pytest.raises(NotPossible, match="have their part in this meeting already"):
        invite_to_meeting(by=area.as_("Sam Birch"), on=MONDAY, **given)


def test_a_father_whom_services_leave_alone_is_not_invited(area: Partnership, pregnancy: str, review: str) -> None:
    noah = father(area, pregnancy, safety=ContactSafety.MUST_NOT_CONTACT)
    given = {"meeting": review, "attendee": Contributor.FATHER, "person": noah}
    with pytest.raises(NotPossible, match="Record instead why they are not asked"):
        invite_to_meeting(by=area.as_("Sam Birch"), on=MONDAY, **given)
    with pytest.raises(CannotEnter, match="reason: needs words"):
        record_uninvited(by=area.as_("Sam Birch"), on=MONDAY, **given, attended=False)
    part = record_uninvited(
        by=area.as_("Sam Birch"), on=MONDAY, **given, attended=False, reason="Not safe for the mother."
    )
    assert current("attendance", part)["absent_reason"] == "Not safe for the mother."


def test_nor_is_one_whose_name_is_withheld(area: Partnership, pregnancy: str, review: str) -> None:
    withheld_father(area, pregnancy)
    with pytest.raises(NotPossible, match="For safety"):
        invite_to_meeting(by=area.as_("Sam Birch"), on=MONDAY, meeting=review, attendee=Contributor.FATHER)
    mother = invite_to_meeting(by=area.as_("Sam Birch"), on=MONDAY, meeting=review, attendee=Contributor.MOTHER)
    assert current("attendance", mother)["invited_on"] == MONDAY


def test_whoever_came_has_no_reason_for_staying_away(area: Partnership, pregnancy: str, review: str) -> None:
    mother = current("pregnancy", pregnancy)["mother_id"]
    part = invite_to_meeting(
        by=area.as_("Sam Birch"), on=MONDAY, meeting=review, attendee=Contributor.MOTHER, person=mother
    )
    hold(area, review)
    with pytest.raises(CannotEnter, match="for somebody who did not come"):
        record_attendance(by=area.as_("Sam Birch"), on=NEXT_WEEK, attendance=part, attended=True, absent_reason="Ill")


def test_a_meeting_is_planned_ahead_and_held_once(area: Partnership, pregnancy: str, review: str) -> None:
    with pytest.raises(CannotEnter, match="lies in the past"):
        plan_meeting(
            by=area.as_("Sam Birch"),
            on=MONDAY,
            pregnancy=pregnancy,
            kind=MeetingKind.CORE_GROUP,
            planned_for_on=date(2026, 5, 1),
        )
    hold(area, review)
    with pytest.raises(NotPossible, match="held on 8 June 2026 already"):
        hold(area, review)
    with pytest.raises(NotPossible, match="held on 8 June 2026 already"):
        invite_to_meeting(by=area.as_("Sam Birch"), on=NEXT_WEEK, meeting=review, attendee=Contributor.POLICE)

"""An assessment, from its start to a manager's sign-off."""

from __future__ import annotations

from datetime import date

import pytest
from cast import MONDAY, Partnership
from everyday import days_on, expected_baby, father, me, outcomes, told, works_with

from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verbs.assessments import (
    hand_on_assessment,
    sign_off_assessment,
    start_assessment,
    stop_assessment,
    write_analysis,
)
from lapwing.conduct.verbs.concerns import raise_concern
from lapwing.conduct.verbs.contributions import ask_for_contribution, contribute, go_without_contribution
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.codes import ConcernKind, ContactSafety
from lapwing.vocabulary.work_codes import (
    AnalysisKind,
    AssessmentKind,
    Contributor,
    Dimension,
    Explored,
    ReferralOutcome,
)


@pytest.fixture
def pregnancy(area: Partnership) -> str:
    found = expected_baby(area)
    works_with(area, "Sam Birch", pregnancy=found)
    raise_concern(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=found, kind=ConcernKind.DOMESTIC_ABUSE)
    return found


@pytest.fixture
def assessment(area: Partnership, pregnancy: str) -> str:
    return start_assessment(by=area.as_("Sam Birch"), on=MONDAY, pregnancy=pregnancy, kind=AssessmentKind.PRE_BIRTH)


def sign_off(area: Partnership, name: str, assessment: str) -> None:
    sign_off_assessment(by=area.as_(name), on=MONDAY, assessment=assessment, outcome=ReferralOutcome.SECTION_47)


def test_an_assessment_runs_from_its_start_to_the_managers_sign_off(
    area: Partnership, assessment: str, django_capture_on_commit_callbacks
) -> None:
    assert outcomes("before_birth.assessment_started") == ["met"]
    assert outcomes("before_birth.assessment_completed") == ["not_yet_due"]
    with django_capture_on_commit_callbacks(execute=True):
        sign_off(area, "Sela Marsh", assessment)
    assert outcomes("before_birth.assessment_completed") == ["met"]
    assert told("Sam Birch") == ["An assessment that you lead was signed off."]


def test_a_practitioner_does_not_sign_off(area: Partnership, assessment: str) -> None:
    with pytest.raises(Refused, match="Practitioners cannot sign off assessment; a manager can"):
        sign_off(area, "Sam Birch", assessment)


def test_whoever_leads_it_or_did_does_not_sign_it_off(area: Partnership, assessment: str) -> None:
    for leads in ("Sela Marsh", "Sam Birch"):
        hand_on_assessment(
            by=area.as_("Sela Marsh"), on=MONDAY, assessment=assessment, led_by=me(area, leads), reason="Leave"
        )
        with pytest.raises(Refused, match="You lead or led this assessment, so it is your own work"):
            sign_off(area, "Sela Marsh", assessment)


def test_whoever_wrote_part_of_it_does_not_sign_it_off(area: Partnership, assessment: str) -> None:
    write_analysis(
        by=area.as_("Sela Marsh"),
        on=MONDAY,
        assessment=assessment,
        kind=AnalysisKind.MEANING_FOR_BABY,
        conclusion="A baby cannot get out of the way.",
    )
    with pytest.raises(Refused, match="another manager of your agency"):
        sign_off(area, "Sela Marsh", assessment)


def test_another_agencys_manager_does_not_sign_it_off(area: Partnership, assessment: str) -> None:
    with pytest.raises(Refused, match="another agency's work; a manager there"):
        sign_off(area, "Mona Reed", assessment)


def test_what_is_signed_off_is_finished(area: Partnership, assessment: str) -> None:
    sign_off(area, "Sela Marsh", assessment)
    with pytest.raises(NotPossible, match="signed off on 1 June 2026 already"):
        sign_off(area, "Sela Marsh", assessment)
    with pytest.raises(NotPossible, match="signed off on 1 June 2026 already"):
        write_analysis(
            by=area.as_("Sam Birch"), on=MONDAY, assessment=assessment, kind=AnalysisKind.MEANING_FOR_BABY, finding="x"
        )


def test_an_assessment_is_given_up_with_a_reason_by_a_manager(area: Partnership, assessment: str) -> None:
    stop_assessment(by=area.as_("Sela Marsh"), on=MONDAY, assessment=assessment, reason="They moved to Scotland.")
    assert current("assessment", assessment)["stopped_reason"] == "They moved to Scotland."
    assert outcomes("before_birth.assessment_started") == ["due_soon"]


def test_both_are_told_when_an_assessment_is_handed_on(
    area: Partnership, assessment: str, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        hand_on_assessment(
            by=area.as_("Sela Marsh"), on=MONDAY, assessment=assessment, led_by=me(area, "Mira Wells"), reason="Leave"
        )
    assert current("assessment", assessment)["led_by"] == me(area, "Mira Wells")
    assert told("Mira Wells") == ["An assessment was given to you to lead."]
    assert told("Sam Birch") == ["An assessment that you led was given to somebody else."]


# Contributions


def test_everybody_contributes_or_it_is_said_why_not(area: Partnership, assessment: str) -> None:
    assert outcomes("before_birth.everyone_contributed") == ["not_yet_due"]
    sam = area.as_("Sam Birch")
    for service in (Contributor.MIDWIFERY, Contributor.HEALTH_VISITING, Contributor.GENERAL_PRACTICE):
        contribute(by=sam, on=MONDAY, assessment=assessment, contributor=service)
    contribute(by=sam, on=MONDAY, assessment=assessment, contributor=Contributor.MOTHER, direct=True)
    assert outcomes("before_birth.everyone_contributed") == ["not_yet_due"]
    go_without_contribution(
        by=sam, on=MONDAY, assessment=assessment, contributor=Contributor.FATHER, reason="Not known to the mother."
    )
    assert outcomes("before_birth.everyone_contributed") == ["met"]


def test_who_works_with_the_child_there_is_told_that_they_are_asked(
    area: Partnership, assessment: str, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        asked = ask_for_contribution(
            by=area.as_("Sam Birch"), on=MONDAY, assessment=assessment, contributor=Contributor.MIDWIFERY
        )
    assert told("Mira Wells") == ["Your service is asked for what it knows, for an assessment or a meeting."]
    came = contribute(
        by=area.as_("Mira Wells", days_on(1)),
        on=days_on(1),
        assessment=assessment,
        contributor=Contributor.MIDWIFERY,
        seen=1,
    )
    assert came == asked
    assert (current("contribution", asked)["asked_on"], current("contribution", asked)["received_on"]) == (
        MONDAY,
        days_on(1),
    )


def test_nobody_is_asked_twice_while_an_answer_is_waited_for(area: Partnership, assessment: str) -> None:
    given = {"on": MONDAY, "assessment": assessment, "contributor": Contributor.GENERAL_PRACTICE}
    ask_for_contribution(by=area.as_("Sam Birch"), **given)
    with pytest.raises(NotPossible, match="asked already"):
        ask_for_contribution(by=area.as_("Sam Birch"), **given)


@pytest.mark.parametrize("safety", [ContactSafety.MUST_NOT_CONTACT, ContactSafety.UNAWARE_OF_PREGNANCY])
def test_a_father_whom_services_leave_alone_is_not_asked(
    area: Partnership, pregnancy: str, assessment: str, safety: ContactSafety
) -> None:
    noah = father(area, pregnancy, safety=safety)
    for person in (noah, None):
        with pytest.raises(NotPossible, match="Record instead why there is no contribution"):
            ask_for_contribution(
                by=area.as_("Sam Birch"),
                on=MONDAY,
                assessment=assessment,
                contributor=Contributor.FATHER,
                person=person,
            )


def test_other_agencies_may_be_asked_about_him(area: Partnership, pregnancy: str, assessment: str) -> None:
    noah = father(area, pregnancy, safety=ContactSafety.MUST_NOT_CONTACT)
    asked = ask_for_contribution(
        by=area.as_("Sam Birch"), on=MONDAY, assessment=assessment, contributor=Contributor.POLICE, person=noah
    )
    assert current("contribution", asked)["person_id"] == noah


def test_only_people_speak_directly(area: Partnership, assessment: str) -> None:
    with pytest.raises(CannotEnter, match="direct: is said of a person of the family"):
        contribute(
            by=area.as_("Sam Birch"), on=MONDAY, assessment=assessment, contributor=Contributor.POLICE, direct=True
        )


def test_a_contribution_belongs_to_an_assessment_or_a_meeting(area: Partnership) -> None:
    with pytest.raises(CannotEnter, match="Give one of assessment, meeting"):
        contribute(by=area.as_("Sam Birch"), on=MONDAY, contributor=Contributor.POLICE)


# Analysis


def test_capacity_is_written_for_each_parent_and_dimension(area: Partnership, pregnancy: str, assessment: str) -> None:
    mother = current("pregnancy", pregnancy)["mother_id"]
    for dimension in Dimension:
        write_analysis(
            by=area.as_("Sam Birch"),
            on=MONDAY,
            assessment=assessment,
            kind=AnalysisKind.PARENTING_CAPACITY,
            person=mother,
            dimension=dimension,
            evidence_on=MONDAY,
            finding="Told at the visit.",
            conclusion="She has thought of it.",
        )
    assert outcomes("parents.carers_capacity_analysed") == ["met"]


def test_not_assessing_a_father_has_a_reason_and_is_looked_at_again(
    area: Partnership, pregnancy: str, assessment: str
) -> None:
    given = {
        "on": MONDAY,
        "assessment": assessment,
        "kind": AnalysisKind.PARENTING_CAPACITY,
        "person": father(area, pregnancy),
        "explored": Explored.NOT_EXPLORED,
    }
    with pytest.raises(CannotEnter, match="not_explored_reason: needs why"):
        write_analysis(by=area.as_("Sam Birch"), **given, review_on=date(2026, 7, 1))
    with pytest.raises(CannotEnter, match="review_on: needs the day"):
        write_analysis(by=area.as_("Sam Birch"), **given, not_explored_reason="In prison until July.")
    written = write_analysis(
        by=area.as_("Sam Birch"), **given, not_explored_reason="In prison until July.", review_on=date(2026, 7, 1)
    )
    assert current("analysis", written)["explored"] == "not_explored"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"kind": AnalysisKind.OWN_NEED, "explored": Explored.FOUND}, "needs the heading"),
        ({"kind": AnalysisKind.MEANING_FOR_BABY}, "Say what was found"),
        (
            {"kind": AnalysisKind.MEANING_FOR_BABY, "finding": "x", "dimension": Dimension.STABILITY},
            "leave it out here",
        ),
        ({"kind": AnalysisKind.MEANING_FOR_BABY, "finding": "x", "not_explored_reason": "y"}, "nothing else"),
        ({"kind": AnalysisKind.MEANING_FOR_BABY, "finding": "x", "evidence_on": days_on(2)}, "lies after 1 June 2026"),
    ],
)
def test_an_entry_of_analysis_is_whole(area: Partnership, pregnancy: str, given: dict[str, str], sentence: str) -> None:
    with pytest.raises(CannotEnter, match=sentence):
        write_analysis(by=area.as_("Sam Birch"), on=MONDAY, pregnancy=pregnancy, **given)

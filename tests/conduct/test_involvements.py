"""Who works with a child, who leads, and what is kept between a young person and one service."""

from __future__ import annotations

from datetime import date

import pytest
from cast import MONDAY, Partnership

from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verbs.children import open_record, record_pregnancy
from lapwing.conduct.verbs.hand_overs import hand_over
from lapwing.conduct.verbs.involvements import (
    begin_involvement,
    change_help_level,
    end_involvement,
    hand_lead_on,
    keep_private,
    make_lead,
    name_worker,
    stop_keeping_private,
)
from lapwing.records.entries import entries
from lapwing.records.models import Finding, Notification
from lapwing.records.store import CannotEnter, Stamp, amend, current, versions
from lapwing.vocabulary.care_codes import HandOverKind
from lapwing.vocabulary.codes import HelpLevel
from lapwing.vocabulary.work_codes import ClosureReason


@pytest.fixture
def child(area: Partnership) -> str:
    """A young person of fifteen, with whom social care works."""
    return open_record(by=area.as_("Sam Birch"), on=MONDAY, given_name="Robin", born_on=date(2011, 3, 4))


def work_of(area: Partnership, name: str, child: str) -> str:
    practitioner = area.accounts[name].practitioner_id
    return str(entries("involvement").get(child=child, practitioner=practitioner).pk)


def joined(area: Partnership, name: str, child: str, **more: object) -> str:
    """Somebody works with the child too; the involvement."""
    account = area.accounts[name]
    return begin_involvement(
        by=area.as_("Sam Birch"), on=MONDAY, child=child, agency=account.agency_id,
        practitioner=account.practitioner_id, level=HelpLevel.CHILD_IN_NEED, **more,
    )  # fmt: skip


def outcomes(check: str) -> list[str]:
    return sorted(Finding.objects.filter(check_code=check).values_list("outcome", flat=True))


def test_a_service_that_works_with_a_child_is_on_record_with_who_does(area: Partnership, child: str) -> None:
    joined(area, "Perry Stone", child)
    work = current("involvement", work_of(area, "Perry Stone", child))
    assert (work["agency_id"], work["role"], work["started_on"]) == (area.agencies["Police"], "police_officer", MONDAY)


def test_whoever_is_named_is_told_and_the_notice_names_nobody(
    area: Partnership, child: str, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        joined(area, "Hazel Ford", child)
    told = Notification.objects.get()
    assert told.account.name == "Hazel Ford"
    assert "Robin" not in told.what
    assert told.child == child


def test_nobody_is_on_record_twice(area: Partnership, child: str) -> None:
    with pytest.raises(NotPossible, match="working with the child already"):
        begin_involvement(by=area.as_("Sam Birch"), on=MONDAY, child=child)


def test_a_practitioner_is_named_for_the_agency_where_they_work(area: Partnership, child: str) -> None:
    police = area.agencies["Police"]
    with pytest.raises(CannotEnter, match="works at another agency"):
        begin_involvement(
            by=area.as_("Sam Birch"), on=MONDAY, child=child, agency=police,
            practitioner=area.accounts["Hazel Ford"].practitioner_id,
        )  # fmt: skip


def test_nobody_who_has_left_is_named(area: Partnership, child: str) -> None:
    gone = area.accounts["Perry Stone"]
    amend("practitioner", gone.practitioner_id, {"left_on": MONDAY}, Stamp(area.as_("Ada Keys").at, None))
    with pytest.raises(NotPossible, match="has left that post"):
        joined(area, "Perry Stone", child)


def test_a_service_with_nobody_named_has_somebody_named_there(area: Partnership, child: str) -> None:
    check = "responsibility.service_has_named_person"
    change_help_level(
        by=area.as_("Sam Birch"), on=MONDAY, involvement=work_of(area, "Sam Birch", child),
        level=HelpLevel.CHILD_IN_NEED, why="Assessed",
    )  # fmt: skip
    police = area.agencies["Police"]
    work = begin_involvement(
        by=area.as_("Sam Birch"), on=MONDAY, child=child, agency=police, level=HelpLevel.CHILD_IN_NEED
    )
    assert outcomes(check) == ["met", "not_yet_due"]
    perry = area.accounts["Perry Stone"].practitioner_id
    with pytest.raises(Refused, match="another agency's work"):
        name_worker(by=area.as_("Sam Birch"), on=MONDAY, involvement=work, practitioner=perry)
    begin_involvement(by=area.as_("Sam Birch"), on=MONDAY, child=child, agency=police, practitioner=perry)
    with pytest.raises(NotPossible, match="working with the child already"):
        name_worker(by=area.as_("Perry Stone"), on=MONDAY, involvement=work, practitioner=perry)


def test_a_named_worker_is_changed_by_handing_over_only(area: Partnership, child: str) -> None:
    with pytest.raises(NotPossible, match="Hand it over"):
        name_worker(
            by=area.as_("Sam Birch"), on=MONDAY, involvement=work_of(area, "Sam Birch", child),
            practitioner=area.accounts["Sela Marsh"].practitioner_id,
        )  # fmt: skip


def test_for_a_service_that_does_not_use_lapwing_whoever_works_with_the_child_names_somebody(
    area: Partnership, child: str
) -> None:
    school = area.agency("Elm School", "education")
    teacher = area.account("Tess Vale", "practitioner", "Elm School", post="teacher").practitioner_id
    area.accounts["Tess Vale"].delete()
    work = begin_involvement(by=area.as_("Sam Birch"), on=MONDAY, child=child, agency=school)
    name_worker(by=area.as_("Sam Birch"), on=MONDAY, involvement=work, practitioner=teacher)
    assert current("involvement", work)["role"] == "teacher"


def test_the_help_changes_with_a_reason_that_is_kept(area: Partnership, child: str) -> None:
    work = work_of(area, "Sam Birch", child)
    with pytest.raises(CannotEnter, match="why: needs why the help has changed"):
        change_help_level(
            by=area.as_("Sam Birch"), on=MONDAY, involvement=work, level=HelpLevel.CHILD_PROTECTION, why=""
        )
    change_help_level(
        by=area.as_("Sam Birch"), on=MONDAY, involvement=work, level=HelpLevel.CHILD_PROTECTION, why="Conference"
    )
    assert [(one.values["level"], one.why) for one in versions("involvement", work)] == [
        (None, ""),
        ("child_protection", "Conference"),
    ]


def test_work_ends_once_with_a_reason(area: Partnership, child: str) -> None:
    work = work_of(area, "Sam Birch", child)
    reason = ClosureReason.CONCERNS_RESOLVED
    end_involvement(by=area.as_("Sam Birch"), on=MONDAY, involvement=work, reason=reason)
    assert current("involvement", work)["ended_reason"] == "concerns_resolved"
    with pytest.raises(NotPossible, match="ended on 1 June 2026 already"):
        end_involvement(by=area.as_("Sela Marsh"), on=MONDAY, involvement=work, reason=reason)


def test_nobody_ends_what_another_agency_does(area: Partnership, child: str) -> None:
    theirs = joined(area, "Perry Stone", child)
    with pytest.raises(Refused, match="another agency's work"):
        end_involvement(by=area.as_("Sam Birch"), on=MONDAY, involvement=theirs, reason=ClosureReason.OTHER)


def test_work_that_waits_to_be_accepted_elsewhere_goes_on(area: Partnership, child: str) -> None:
    hand_over(
        by=area.as_("Sam Birch"), on=MONDAY, child=child, kind=HandOverKind.CHANGE_OF_WORKER,
        to_agency=area.agencies["Social care"],
    )  # fmt: skip
    with pytest.raises(NotPossible, match="nobody has accepted it yet"):
        end_involvement(
            by=area.as_("Sam Birch"), on=MONDAY, involvement=work_of(area, "Sam Birch", child),
            reason=ClosureReason.OTHER,
        )  # fmt: skip


def test_a_child_has_moved_only_once_another_area_has_accepted(area: Partnership, child: str) -> None:
    with pytest.raises(NotPossible, match="only once another area has accepted"):
        end_involvement(
            by=area.as_("Sam Birch"), on=MONDAY, involvement=work_of(area, "Sam Birch", child),
            reason=ClosureReason.MOVED_ACCEPTED_ELSEWHERE,
        )  # fmt: skip


def test_one_person_leads_services_that_work_together(area: Partnership, child: str) -> None:
    check = "responsibility.one_person_leads"
    ours = work_of(area, "Sam Birch", child)
    change_help_level(
        by=area.as_("Sam Birch"), on=MONDAY, involvement=ours, level=HelpLevel.CHILD_IN_NEED, why="Assessed"
    )
    theirs = joined(area, "Perry Stone", child)
    assert outcomes(check) == ["not_yet_due"]
    make_lead(by=area.as_("Sam Birch"), on=MONDAY, involvement=ours)
    assert outcomes(check) == ["met"]
    with pytest.raises(NotPossible, match="Somebody leads already"):
        make_lead(by=area.as_("Perry Stone"), on=MONDAY, involvement=theirs)


def test_the_lead_is_handed_on_by_the_agency_that_has_it(
    area: Partnership, child: str, django_capture_on_commit_callbacks
) -> None:
    ours, theirs = work_of(area, "Sam Birch", child), joined(area, "Perry Stone", child)
    with pytest.raises(NotPossible, match="Nobody else leads"):
        hand_lead_on(by=area.as_("Sam Birch"), on=MONDAY, involvement=theirs)
    make_lead(by=area.as_("Sam Birch"), on=MONDAY, involvement=ours)
    with pytest.raises(Refused, match="another agency's work"):
        hand_lead_on(by=area.as_("Perry Stone"), on=MONDAY, involvement=theirs)
    with django_capture_on_commit_callbacks(execute=True):
        hand_lead_on(by=area.as_("Sela Marsh"), on=MONDAY, involvement=theirs)
    assert (current("involvement", ours)["lead"], current("involvement", theirs)["lead"]) == (False, True)
    assert {one.account.name for one in Notification.objects.all()} == {"Sam Birch", "Perry Stone"}


def test_only_a_named_person_leads(area: Partnership, child: str) -> None:
    theirs = begin_involvement(by=area.as_("Sam Birch"), on=MONDAY, child=child, agency=area.agencies["Police"])
    with pytest.raises(NotPossible, match="Only a person can lead"):
        make_lead(by=area.as_("Sam Birch"), on=MONDAY, involvement=theirs)


def test_whoever_leads_cannot_be_kept_private_nor_the_other_way_round(area: Partnership, child: str) -> None:
    work = work_of(area, "Sam Birch", child)
    keep_private(by=area.as_("Sam Birch"), on=MONDAY, involvement=work)
    with pytest.raises(NotPossible, match="asked that others not be told"):
        make_lead(by=area.as_("Sam Birch"), on=MONDAY, involvement=work)
    with pytest.raises(CannotEnter, match="that the young person agreed, or what harm"):
        stop_keeping_private(by=area.as_("Sam Birch"), on=MONDAY, involvement=work, why="")
    stop_keeping_private(by=area.as_("Sam Birch"), on=MONDAY, involvement=work, why="They agreed")
    make_lead(by=area.as_("Sam Birch"), on=MONDAY, involvement=work)
    with pytest.raises(NotPossible, match="Hand the lead on first"):
        keep_private(by=area.as_("Sam Birch"), on=MONDAY, involvement=work)
    assert [one.why for one in versions("involvement", work)] == ["", "", "They agreed", ""]


def test_a_service_kept_private_is_not_counted_among_those_at_work(area: Partnership, child: str) -> None:
    check = "responsibility.one_person_leads"
    change_help_level(
        by=area.as_("Sam Birch"), on=MONDAY, involvement=work_of(area, "Sam Birch", child),
        level=HelpLevel.CHILD_IN_NEED, why="Assessed",
    )  # fmt: skip
    joined(area, "Perry Stone", child, kept_private=True)
    assert outcomes(check) == []


def test_nobody_begins_work_on_a_record_that_has_ended(area: Partnership) -> None:
    pregnancy = record_pregnancy(by=area.as_("Mira Wells"), on=MONDAY, given_name="Anna")
    amend("pregnancy", pregnancy, {"ended_on": MONDAY, "outcome": "miscarriage"}, Stamp(area.as_("Ada Keys").at, None))
    with pytest.raises(NotPossible, match="This record has ended"):
        begin_involvement(by=area.as_("Nell Frost"), on=MONDAY, pregnancy=pregnancy)

"""A young person who was missing, and somebody independent who offers to talk."""

from __future__ import annotations

from datetime import date

import pytest
from cast import MONDAY, Partnership

from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verbs.children import open_record
from lapwing.conduct.verbs.involvements import make_lead
from lapwing.conduct.verbs.missing import (
    decide_against_return_interview,
    hold_return_interview,
    offer_return_interview,
    record_return,
    record_return_interview_declined,
    report_missing,
    use_return_interview,
)
from lapwing.records.entries import entries
from lapwing.records.models import Finding, Notification
from lapwing.records.store import CannotEnter, current

OFFERED = "young_people.return_interview_offered"
INDEPENDENT = "young_people.return_interview_independent"
USED = "young_people.return_interview_used"


@pytest.fixture
def child(area: Partnership) -> str:
    """A young person of fifteen; a social worker leads."""
    child = open_record(by=area.as_("Sam Birch"), on=MONDAY, given_name="Robin", born_on=date(2011, 3, 4))
    make_lead(by=area.as_("Sam Birch"), on=MONDAY, involvement=entries("involvement").get(child=child).pk)
    return child


@pytest.fixture
def back(area: Partnership, child: str) -> str:
    """An episode from which the young person is back."""
    episode = report_missing(by=area.as_("Sam Birch"), on=MONDAY, child=child)
    record_return(by=area.as_("Sam Birch"), on=MONDAY, missing_episode=episode)
    return episode


def outcomes(check: str) -> list[str]:
    return sorted(Finding.objects.filter(check_code=check).values_list("outcome", flat=True))


def test_whoever_leads_is_told_and_by_nobodys_name(
    area: Partnership, child: str, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        episode = report_missing(by=area.as_("Sela Marsh"), on=MONDAY, child=child)
        record_return(by=area.as_("Sela Marsh"), on=MONDAY, missing_episode=episode)
    assert [(one.account.name, one.child) for one in Notification.objects.all()] == [("Sam Birch", child)] * 2
    assert not Notification.objects.filter(what__contains="Robin").exists()


def test_a_child_is_missing_once_at_a_time_and_back_once(area: Partnership, child: str) -> None:
    episode = report_missing(by=area.as_("Sam Birch"), on=MONDAY, child=child)
    with pytest.raises(NotPossible, match="missing already"):
        report_missing(by=area.as_("Sam Birch"), on=MONDAY, child=child)
    with pytest.raises(NotPossible, match="still on record as missing"):
        offer_return_interview(by=area.as_("Sam Birch"), on=MONDAY, missing_episode=episode)
    record_return(by=area.as_("Sam Birch"), on=MONDAY, missing_episode=episode)
    with pytest.raises(NotPossible, match="came back on 1 June 2026"):
        record_return(by=area.as_("Sam Birch"), on=MONDAY, missing_episode=episode)


def test_the_interview_is_offered_held_and_used(area: Partnership, back: str) -> None:
    assert outcomes(OFFERED) == ["due_soon"]
    offer_return_interview(by=area.as_("Sam Birch"), on=MONDAY, missing_episode=back)
    assert outcomes(OFFERED) == ["met"]
    with pytest.raises(NotPossible, match="No return interview is on record as held"):
        use_return_interview(by=area.as_("Sam Birch"), on=MONDAY, missing_episode=back)
    hold_return_interview(by=area.as_("Sam Birch"), on=MONDAY, missing_episode=back, independent=True)
    assert (outcomes(INDEPENDENT), outcomes(USED)) == (["met"], ["not_yet_due"])
    use_return_interview(by=area.as_("Sam Birch"), on=MONDAY, missing_episode=back)
    assert outcomes(USED) == ["met"]
    with pytest.raises(NotPossible, match="held on 1 June 2026 already"):
        record_return_interview_declined(by=area.as_("Sam Birch"), on=MONDAY, missing_episode=back)


def test_an_interview_by_somebody_who_cares_for_the_child_is_said_to_be(area: Partnership, back: str) -> None:
    hold_return_interview(by=area.as_("Sam Birch"), on=MONDAY, missing_episode=back, independent=False)
    assert outcomes(INDEPENDENT) == ["due_soon"]
    assert current("missing_episode", back)["interview_offered_on"] == MONDAY


def test_a_no_meets_the_offer_and_may_become_a_yes(area: Partnership, back: str) -> None:
    record_return_interview_declined(by=area.as_("Sam Birch"), on=MONDAY, missing_episode=back, reason="Not today")
    assert outcomes(OFFERED) == ["met"]
    hold_return_interview(by=area.as_("Sam Birch"), on=MONDAY, missing_episode=back, independent=True)
    entry = current("missing_episode", back)
    assert (entry["interview_outcome"], entry["interview_reason"]) == ("held", None)


def test_going_without_takes_a_manager_and_a_reason(area: Partnership, back: str) -> None:
    with pytest.raises(Refused, match="a manager or"):
        decide_against_return_interview(
            by=area.as_("Sam Birch"), on=MONDAY, missing_episode=back, reason="Back within the hour"
        )
    with pytest.raises(CannotEnter, match="reason: needs why no interview"):
        decide_against_return_interview(by=area.as_("Sela Marsh"), on=MONDAY, missing_episode=back, reason="")
    decide_against_return_interview(
        by=area.as_("Sela Marsh"), on=MONDAY, missing_episode=back, reason="Was at home all the time"
    )
    assert outcomes(OFFERED) == ["met"]


def test_what_was_offered_is_not_decided_against(area: Partnership, back: str) -> None:
    offer_return_interview(by=area.as_("Sam Birch"), on=MONDAY, missing_episode=back)
    with pytest.raises(NotPossible, match="offered on 1 June 2026 already"):
        decide_against_return_interview(by=area.as_("Sela Marsh"), on=MONDAY, missing_episode=back, reason="No time")

"""Passing work on: it stays where it is until somebody has accepted it by name."""

from __future__ import annotations

from typing import Any

import pytest
from cast import MONDAY, Partnership

from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verbs.children import open_record, record_pregnancy
from lapwing.conduct.verbs.hand_overs import (
    accept_hand_over,
    decline_hand_over,
    hand_over,
    receive_hand_over,
    record_acceptance_elsewhere,
    record_first_contact,
    record_hand_over_from_elsewhere,
)
from lapwing.conduct.verbs.involvements import (
    begin_involvement,
    end_involvement,
    keep_private,
    make_lead,
    stop_keeping_private,
)
from lapwing.records.entries import entries
from lapwing.records.models import Finding, Notification
from lapwing.records.store import CannotEnter, ChangedMeanwhile, NoSuchEntry, Stamp, add, amend, current
from lapwing.vocabulary.care_codes import HandOverKind
from lapwing.vocabulary.codes import HelpLevel
from lapwing.vocabulary.work_codes import ClosureReason

ACCEPTED = "responsibility.hand_over_accepted"


@pytest.fixture
def pregnancy(area: Partnership) -> str:
    return record_pregnancy(by=area.as_("Mira Wells"), on=MONDAY, given_name="Anna", family_name="Vale")


@pytest.fixture
def child(area: Partnership) -> str:
    return open_record(by=area.as_("Sam Birch"), on=MONDAY, given_name="Robin")


def put(area: Partnership, name: str, to: str, kind: HandOverKind, **more: Any) -> str:
    """Somebody hands over to an agency; the hand-over."""
    return hand_over(by=area.as_(name), on=MONDAY, kind=kind, to_agency=area.agencies[to], **more)


def open_work(**about: str) -> dict[str, Any]:
    """Who works with a child or a pregnancy now: their name and their entry."""
    found = entries("involvement").filter(ended_on__isnull=True, **about).select_related("practitioner")
    return {one.practitioner.name: one for one in found}


def outcomes(check: str) -> set[str]:
    return set(Finding.objects.filter(check_code=check).values_list("outcome", flat=True))


def elsewhere(area: Partnership) -> None:
    """A service in another area, where nobody uses Lapwing."""
    area.agency("Other area", "childrens_social_care")


def test_an_antenatal_notice_is_open_until_a_health_visitor_accepts_it(area: Partnership, pregnancy: str) -> None:
    sent = put(area, "Mira Wells", "Health visiting", HandOverKind.ANTENATAL_NOTICE, pregnancy=pregnancy)
    assert outcomes(ACCEPTED) == {"due_soon"}
    receive_hand_over(by=area.as_("Heath Lane"), on=MONDAY, hand_over=sent)
    assert outcomes(ACCEPTED) == {"due_soon"}
    accept_hand_over(by=area.as_("Hazel Ford"), on=MONDAY, hand_over=sent)
    assert outcomes(ACCEPTED) == {"met"}
    assert current("hand_over", sent)["accepted_by"] == area.accounts["Hazel Ford"].practitioner_id
    assert set(open_work(pregnancy=pregnancy)) == {"Mira Wells", "Hazel Ford"}


def test_what_it_says_is_on_record(area: Partnership, pregnancy: str) -> None:
    sent = put(
        area, "Mira Wells", "Health visiting", HandOverKind.ANTENATAL_NOTICE, pregnancy=pregnancy, due_on=MONDAY,
        verbal=True, says_dates=True, says_parents=True, says_risks=True, says_plan=False, says_agencies=True,
    )  # fmt: skip
    said = current("hand_over", sent)
    assert (said["due_on"], said["verbal"], said["says_plan"]) == (MONDAY, True, False)


def test_with_a_change_of_worker_the_old_work_ends_and_the_lead_passes(area: Partnership, child: str) -> None:
    mine = open_work(child=child)["Sam Birch"]
    make_lead(by=area.as_("Sam Birch"), on=MONDAY, involvement=mine.pk)
    colleague = area.accounts["Sela Marsh"].practitioner_id
    sent = put(area, "Sam Birch", "Social care", HandOverKind.CHANGE_OF_WORKER, child=child, to_practitioner=colleague)
    assert set(open_work(child=child)) == {"Sam Birch"}
    accept_hand_over(by=area.as_("Sela Marsh"), on=MONDAY, hand_over=sent)
    assert {name: one.lead for name, one in open_work(child=child).items()} == {"Sela Marsh": True}
    assert current("involvement", mine.pk)["ended_on"] == MONDAY


def test_somebody_who_works_with_the_child_already_only_takes_over_the_lead(area: Partnership, child: str) -> None:
    make_lead(by=area.as_("Sam Birch"), on=MONDAY, involvement=open_work(child=child)["Sam Birch"].pk)
    begin_involvement(by=area.as_("Sela Marsh"), on=MONDAY, child=child)
    sent = put(area, "Sam Birch", "Social care", HandOverKind.CHANGE_OF_WORKER, child=child)
    accept_hand_over(by=area.as_("Sela Marsh"), on=MONDAY, hand_over=sent)
    assert {name: one.lead for name, one in open_work(child=child).items()} == {"Sela Marsh": True}


def test_nobody_accepts_their_own_hand_over(area: Partnership, child: str) -> None:
    sent = put(area, "Sam Birch", "Social care", HandOverKind.CHANGE_OF_WORKER, child=child)
    with pytest.raises(Refused, match="your own work"):
        accept_hand_over(by=area.as_("Sam Birch"), on=MONDAY, hand_over=sent)


def test_only_the_agency_that_it_was_put_to_answers(area: Partnership, pregnancy: str) -> None:
    sent = put(area, "Mira Wells", "Health visiting", HandOverKind.ANTENATAL_NOTICE, pregnancy=pregnancy)
    for answer in (accept_hand_over, receive_hand_over):
        with pytest.raises(Refused, match="put to another agency"):
            answer(by=area.as_("Mona Reed"), on=MONDAY, hand_over=sent)
    with pytest.raises(Refused, match="put to another agency"):
        decline_hand_over(by=area.as_("Mona Reed"), on=MONDAY, hand_over=sent, reason="Not ours")
    with pytest.raises(NoSuchEntry, match="not for you"):
        accept_hand_over(by=area.as_("Perry Stone"), on=MONDAY, hand_over=sent)


def test_what_is_declined_stays_with_the_sender_who_can_send_it_again(
    area: Partnership, child: str, django_capture_on_commit_callbacks
) -> None:
    sent = put(area, "Sam Birch", "Health visiting", HandOverKind.CHANGE_OF_WORKER, child=child)
    with pytest.raises(CannotEnter, match="reason: needs why it is declined"):
        decline_hand_over(by=area.as_("Heath Lane"), on=MONDAY, hand_over=sent, reason=" ")
    with django_capture_on_commit_callbacks(execute=True):
        decline_hand_over(by=area.as_("Heath Lane"), on=MONDAY, hand_over=sent, reason="Lives in the west")
    assert [one.account.name for one in Notification.objects.all()] == ["Sam Birch"]
    assert set(open_work(child=child)) == {"Sam Birch"}
    with pytest.raises(NotPossible, match="declined on 1 June 2026"):
        accept_hand_over(by=area.as_("Heath Lane"), on=MONDAY, hand_over=sent)
    assert put(area, "Sam Birch", "Health visiting", HandOverKind.CHANGE_OF_WORKER, child=child) != sent


def test_managers_are_told_where_nobody_is_named(
    area: Partnership, pregnancy: str, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        put(area, "Mira Wells", "Health visiting", HandOverKind.ANTENATAL_NOTICE, pregnancy=pregnancy)
    told = Notification.objects.get()
    assert told.account.name == "Heath Lane"
    assert told.child == entries("child").get(pregnancy=pregnancy).pk


def test_the_first_contact_comes_after_the_acceptance(area: Partnership, pregnancy: str) -> None:
    sent = put(area, "Mira Wells", "Health visiting", HandOverKind.ANTENATAL_NOTICE, pregnancy=pregnancy)
    with pytest.raises(NotPossible, match="Nobody has accepted this hand-over yet"):
        record_first_contact(by=area.as_("Hazel Ford"), on=MONDAY, hand_over=sent)
    accept_hand_over(by=area.as_("Hazel Ford"), on=MONDAY, hand_over=sent)
    record_first_contact(by=area.as_("Hazel Ford"), on=MONDAY, hand_over=sent)
    with pytest.raises(NotPossible, match="first contact was on 1 June 2026"):
        record_first_contact(by=area.as_("Hazel Ford"), on=MONDAY, hand_over=sent)
    assert current("hand_over", sent)["first_contact_on"] == MONDAY


def test_with_one_of_twins_handed_over_the_midwife_still_works_with_the_other(area: Partnership) -> None:
    pregnancy = record_pregnancy(by=area.as_("Mira Wells"), on=MONDAY, given_name="Anna", babies=2)
    first, second = entries("child").filter(pregnancy=pregnancy).values_list("pk", flat=True)
    for baby, midwives in ((first, {"Mira Wells"}), (second, set())):
        sent = put(area, "Mira Wells", "Health visiting", HandOverKind.POSTNATAL_TRANSFER, child=baby)
        accept_hand_over(by=area.as_("Hazel Ford"), on=MONDAY, hand_over=sent)
        assert set(open_work(pregnancy=pregnancy)) == midwives
        assert set(open_work(child=baby)) == {"Hazel Ford"}


def test_what_is_kept_private_is_not_handed_to_another_agency_unasked(area: Partnership, child: str) -> None:
    work = open_work(child=child)["Sam Birch"].pk
    keep_private(by=area.as_("Sam Birch"), on=MONDAY, involvement=work)
    with pytest.raises(NotPossible, match="asked that other services not be told"):
        put(area, "Sam Birch", "Health visiting", HandOverKind.CHANGE_OF_WORKER, child=child)
    sent = put(area, "Sam Birch", "Social care", HandOverKind.CHANGE_OF_WORKER, child=child)
    accept_hand_over(by=area.as_("Sela Marsh"), on=MONDAY, hand_over=sent)
    theirs = open_work(child=child)["Sela Marsh"]
    assert theirs.kept_private
    stop_keeping_private(by=area.as_("Sela Marsh"), on=MONDAY, involvement=theirs.pk, why="They agreed")
    assert put(area, "Sela Marsh", "Health visiting", HandOverKind.CHANGE_OF_WORKER, child=child)


@pytest.mark.parametrize("kept", ["person", "address"])
def test_where_an_address_is_protected_the_hand_over_says_how(area: Partnership, pregnancy: str, kept: str) -> None:
    mother = current("pregnancy", pregnancy)["mother_id"]
    if kept == "person":
        amend("person", mother, {"address_protected": True}, Stamp(area.as_("Ada Keys").at, None))
    else:
        add("address", {"person_id": mother, "protected": True}, Stamp(area.as_("Ada Keys").at, None))
    with pytest.raises(NotPossible, match="must not become known"):
        put(area, "Mira Wells", "Health visiting", HandOverKind.ANTENATAL_NOTICE, pregnancy=pregnancy)
    assert put(
        area, "Mira Wells", "Health visiting", HandOverKind.ANTENATAL_NOTICE, pregnancy=pregnancy,
        says_address_safety=True,
    )  # fmt: skip


def test_after_a_loss_nothing_is_handed_over_or_accepted_and_nobody_is_prompted(
    area: Partnership, pregnancy: str, django_capture_on_commit_callbacks
) -> None:
    sent = put(area, "Mira Wells", "Health visiting", HandOverKind.ANTENATAL_NOTICE, pregnancy=pregnancy)
    amend("pregnancy", pregnancy, {"ended_on": MONDAY, "outcome": "miscarriage"}, Stamp(area.as_("Ada Keys").at, None))
    with pytest.raises(NotPossible, match="This record has ended"):
        put(area, "Mira Wells", "Health visiting", HandOverKind.ANTENATAL_NOTICE, pregnancy=pregnancy)
    with pytest.raises(NotPossible, match="This record has ended"):
        accept_hand_over(by=area.as_("Hazel Ford"), on=MONDAY, hand_over=sent)
    with django_capture_on_commit_callbacks(execute=True):
        decline_hand_over(by=area.as_("Hazel Ford"), on=MONDAY, hand_over=sent, reason="No longer needed")
    assert not Notification.objects.exists()


def test_a_move_to_another_area_ends_the_record_once_a_person_there_has_accepted(area: Partnership, child: str) -> None:
    elsewhere(area)
    sent = put(area, "Sam Birch", "Other area", HandOverKind.AREA_MOVE, child=child)
    assert Finding.objects.filter(child=child).exists()
    with pytest.raises(CannotEnter, match="needs the name of the person there"):
        record_acceptance_elsewhere(by=area.as_("Sam Birch"), on=MONDAY, hand_over=sent)
    record_acceptance_elsewhere(by=area.as_("Sam Birch"), on=MONDAY, hand_over=sent, accepted_by_name="Una Holt")
    assert open_work(child=child) == {}
    assert entries("involvement").get(child=child).ended_reason == "moved_accepted_elsewhere"
    assert not Finding.objects.filter(child=child).exists()


def test_while_others_here_still_help_a_move_does_not_end_the_record(area: Partnership, child: str) -> None:
    elsewhere(area)
    begin_involvement(
        by=area.as_("Sam Birch"), on=MONDAY, child=child, agency=area.agencies["Health visiting"],
        practitioner=area.accounts["Hazel Ford"].practitioner_id, level=HelpLevel.CHILD_IN_NEED,
    )  # fmt: skip
    first = put(area, "Sam Birch", "Other area", HandOverKind.AREA_MOVE, child=child)
    record_acceptance_elsewhere(by=area.as_("Sam Birch"), on=MONDAY, hand_over=first, accepted_by_name="Una Holt")
    assert set(open_work(child=child)) == {"Hazel Ford"}
    assert Finding.objects.filter(child=child).exists()
    last = put(area, "Hazel Ford", "Other area", HandOverKind.AREA_MOVE, child=child)
    record_acceptance_elsewhere(by=area.as_("Hazel Ford"), on=MONDAY, hand_over=last, accepted_by_name="Una Holt")
    assert not Finding.objects.filter(child=child).exists()
    assert entries("practitioner").filter(name="Una Holt").count() == 1


def test_a_move_that_would_end_the_record_is_not_given_as_a_reason_while_others_help(
    area: Partnership, child: str
) -> None:
    elsewhere(area)
    sent = put(area, "Sam Birch", "Other area", HandOverKind.AREA_MOVE, child=child)
    begin_involvement(by=area.as_("Sela Marsh"), on=MONDAY, child=child)
    record_acceptance_elsewhere(by=area.as_("Sam Birch"), on=MONDAY, hand_over=sent, accepted_by_name="Una Holt")
    back = begin_involvement(by=area.as_("Sam Birch"), on=MONDAY, child=child)
    with pytest.raises(NotPossible, match="This reason ends the whole record"):
        end_involvement(
            by=area.as_("Sam Birch"), on=MONDAY, involvement=back, reason=ClosureReason.MOVED_ACCEPTED_ELSEWHERE
        )


def test_a_service_that_uses_lapwing_accepts_for_itself(area: Partnership, pregnancy: str) -> None:
    sent = put(area, "Mira Wells", "Health visiting", HandOverKind.ANTENATAL_NOTICE, pregnancy=pregnancy)
    with pytest.raises(NotPossible, match="has to accept this in their own name"):
        record_acceptance_elsewhere(by=area.as_("Mira Wells"), on=MONDAY, hand_over=sent, accepted_by_name="Hazel Ford")
    with pytest.raises(Refused, match="only somebody there can record"):
        record_acceptance_elsewhere(by=area.as_("Hazel Ford"), on=MONDAY, hand_over=sent, accepted_by_name="Hazel Ford")


def test_a_practice_outside_lapwing_that_accepts_works_with_the_child(area: Partnership, child: str) -> None:
    area.agency("Elm Surgery", "general_practice")
    sent = put(area, "Sam Birch", "Elm Surgery", HandOverKind.GP_REGISTRATION, child=child)
    record_acceptance_elsewhere(by=area.as_("Sam Birch"), on=MONDAY, hand_over=sent, accepted_by_name="Dr Olu Ash")
    assert set(open_work(child=child)) == {"Sam Birch", "Dr Olu Ash"}


def test_what_arrives_from_another_area_waits_for_somebody_here_to_accept_it(area: Partnership, child: str) -> None:
    elsewhere(area)
    asked = {"child": child, "kind": HandOverKind.AREA_MOVE}
    with pytest.raises(NotPossible, match="hands over here itself"):
        record_hand_over_from_elsewhere(
            by=area.as_("Sam Birch"), on=MONDAY, from_agency=area.agencies["Health visiting"], **asked
        )
    arrived = record_hand_over_from_elsewhere(
        by=area.as_("Sam Birch"), on=MONDAY, from_agency=area.agencies["Other area"], says_risks=True, **asked
    )
    assert outcomes(ACCEPTED) == {"due_soon"}
    accept_hand_over(by=area.as_("Sela Marsh"), on=MONDAY, hand_over=arrived)
    assert outcomes(ACCEPTED) == {"met"}
    assert set(open_work(child=child)) == {"Sam Birch", "Sela Marsh"}


def test_nobody_answers_what_was_changed_while_they_had_it_open(area: Partnership, pregnancy: str) -> None:
    sent = put(area, "Mira Wells", "Health visiting", HandOverKind.ANTENATAL_NOTICE, pregnancy=pregnancy)
    receive_hand_over(by=area.as_("Heath Lane"), on=MONDAY, hand_over=sent, seen=1)
    with pytest.raises(ChangedMeanwhile, match="while you had it open, on 1 June 2026"):
        accept_hand_over(by=area.as_("Hazel Ford"), on=MONDAY, hand_over=sent, seen=1)
    assert set(open_work(pregnancy=pregnancy)) == {"Mira Wells"}

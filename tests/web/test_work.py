"""What somebody finds under Work: what waits for them, in which order, and what an empty list means."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from cast import MONDAY, Partnership
from django.test import Client
from everyday import days_on, expected_baby, me, works_with
from pages_read import links, main, page, sections, text, under

from lapwing.checks import CHECKS
from lapwing.conduct.drafts import keep_draft
from lapwing.conduct.findings import recompute
from lapwing.conduct.verbs.births import record_stillbirth
from lapwing.conduct.verbs.children import open_record
from lapwing.conduct.verbs.exceptions import answer_finding
from lapwing.conduct.verbs.hand_overs import hand_over
from lapwing.conduct.verbs.involvements import begin_involvement
from lapwing.conduct.verbs.referrals import refer
from lapwing.records.entries import entries
from lapwing.records.models import Draft, Event, Finding
from lapwing.vocabulary.care_codes import ExceptionReason, HandOverKind
from lapwing.web.showing.asked import Age, Kind, age_of
from lapwing.web.showing.nothing import NOTHING

pytestmark = pytest.mark.django_db
SignedIn = Callable[[str], Client]

LATER = days_on(14)
REFERRAL = "Did the agency asked acknowledge the referral in time?"


@pytest.fixture
def baby(area: Partnership) -> str:
    """A baby with whom a health visitor works; nobody acknowledged her referral to social care in two weeks."""
    key = open_record(by=area.as_("Hazel Ford", MONDAY), on=MONDAY, given_name="Otto", born_on=date(2026, 1, 5))
    refer(by=area.as_("Hazel Ford"), on=MONDAY, child=key, to_agency=area.agencies["Social care"])
    recompute([key], day=LATER, at=area.as_("Hazel Ford", LATER).at)
    return key


def asks(check: str = "responsibility.referral_acknowledged") -> str:
    return CHECKS[check].asks


def more_findings(child: str, number: int, **different: Any) -> None:
    """So many more findings of a child, each of a check of its own or of another subject."""
    one = Finding.objects.filter(child=child).first()
    assert one is not None
    codes = list(CHECKS)
    for place in range(number):
        said = {"check_code": codes[place % len(codes)], "subject": f"{child}-{place}", "outcome": "not_met", **different}
        one.pk, one._state.adding = None, True
        for name, value in said.items():
            setattr(one, name, value)
        one.save()


# What waits


def test_what_is_overdue_is_a_question_with_its_child_its_day_and_whose_turn_it_is(
    area: Partnership, baby: str, signed_in: SignedIn
) -> None:
    found = page(signed_in("Hazel Ford"), "/work")
    said = under(found, "Overdue or not done")
    assert asks() in said
    assert "Otto" in said
    assert "Was due" in said
    assert CHECKS["responsibility.referral_acknowledged"].who_can in said
    (question,) = links(found, asks())
    assert question.startswith(f"/children/{baby}/findings/responsibility.referral_acknowledged/")
    assert page(signed_in("Hazel Ford"), question) is not None


def test_what_was_put_to_somebody_waits_for_their_answer_and_for_the_other_is_what_they_wait_for(
    area: Partnership, baby: str, signed_in: SignedIn
) -> None:
    sent = hand_over(
        by=area.as_("Hazel Ford"), on=LATER, child=baby, kind=HandOverKind.CHANGE_OF_WORKER,
        to_agency=area.agencies["Social care"], to_practitioner=me(area, "Sam Birch"),
    )  # fmt: skip
    theirs = page(signed_in("Sam Birch"), "/work")
    assert "Work was handed over to you" in under(theirs, "Waits for your answer")
    assert "Your turn" in under(theirs, "Waits for your answer")
    (accepts,) = links(theirs, "Accept this hand-over")
    assert accepts.startswith(f"/children/{baby}/do/accept_hand_over?hand_over={sent}")
    mine = page(signed_in("Hazel Ford"), "/work")
    assert "It is yours until somebody accepts it" in under(mine, "What you wait for")
    assert "Sam Birch’s turn" in under(mine, "What you wait for")


def test_sections_come_in_the_order_in_which_they_press_and_say_how_much_they_hold(
    area: Partnership, baby: str, signed_in: SignedIn
) -> None:
    more_findings(baby, 3, urgent=True)
    more_findings(baby, 2, outcome="due_soon", urgent=False)
    more_findings(baby, 1, outcome="cannot_tell", urgent=False)
    hand_over(
        by=area.as_("Sam Birch"), on=LATER, child=baby, kind=HandOverKind.CHANGE_OF_WORKER,
        to_agency=area.agencies["Health visiting"],
    )  # fmt: skip
    titles = [one.rstrip(" 0123456789") for one in sections(page(signed_in("Hazel Ford"), "/work"))]
    order = [kind.title for kind in Kind]
    assert titles == sorted(titles, key=order.index)
    assert {"Urgent", "Waits for your answer", "Overdue or not done", "Due soon", "What you wait for"} <= set(titles)


def test_one_gap_of_several_subjects_is_one_line(area: Partnership, baby: str, signed_in: SignedIn) -> None:
    more_findings(baby, 3, check_code="health.new_birth_visit_held", urgent=False)
    found = page(signed_in("Hazel Ford"), "/work?kind=not_done")
    lines = [text(one) for one in found.xpath("//main//h3") if asks("health.new_birth_visit_held") in text(one)]
    assert lines == [f"{asks('health.new_birth_visit_held')} and 2 more of the same"]


def test_what_cannot_be_told_is_folded_until_it_is_asked_for(
    area: Partnership, baby: str, signed_in: SignedIn
) -> None:
    more_findings(baby, 1, outcome="cannot_tell")
    folded = page(signed_in("Hazel Ford"), "/work").xpath("//main//details[.//h2[starts-with(@id, 'cannot_tell')]]")
    assert [one.get("open") for one in folded] == [None]
    alone = page(signed_in("Hazel Ford"), "/work?kind=cannot_tell")
    assert alone.xpath("//main//section//h2[@id='cannot_tell']")


def test_an_ended_record_asks_for_nothing(area: Partnership, signed_in: SignedIn) -> None:
    pregnancy = expected_baby(area)
    child = entries("child").get().pk
    more = {"to_agency": area.agencies["Health visiting"]}
    hand_over(
        by=area.as_("Mira Wells"), on=MONDAY, child=child, kind=HandOverKind.ANTENATAL_NOTICE, **more
    )
    assert "Anna Vale" in main(page(signed_in("Hazel Ford"), "/work"))
    record_stillbirth(by=area.as_("Mira Wells"), on=MONDAY, child=child) if False else _lost(area, pregnancy)
    for name in ("Mira Wells", "Hazel Ford"):
        for address in ("/work", "/work?kind=new", "/work?kind=for_others", "/notices"):
            assert "Vale" not in main(page(signed_in(name), address)), (name, address)


def _lost(area: Partnership, pregnancy: str) -> None:
    from lapwing.conduct.verbs.births import record_loss

    record_loss(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy)

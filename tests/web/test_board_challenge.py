"""The Board's pages on challenge: the roster, its test answered by a button, and the staff pulse."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from cast import MONDAY, Partnership
from django.test import Client
from pages import page, read

from lapwing.board.reading.challenge import challenge_roster
from lapwing.board.verbs.challenge_roster import ask_roster, name_contact
from lapwing.board.verbs.staff_pulse import open_pulse
from lapwing.conduct.drafts import drafts_of
from lapwing.records.models import PulseTally
from lapwing.vocabulary.board.challenge import ContactPart, Stage

SignedIn = Callable[..., Client]
ANSWERS = {"knows_how": "yes", "felt_able": "partly", "challenged": "no_occasion"}


def _named(area: Partnership, who: str = "Mira Wells") -> None:
    name_contact(
        by=area.as_("Bea Board"), agency=area.agencies["Maternity"], stage=Stage.FIRST, part=ContactPart.LEAD,
        account=area.accounts[who].pk, on=area.day,
    )  # fmt: skip


def test_silence_is_shown_as_a_question(area: Partnership, signed_in: SignedIn) -> None:
    shown = page(signed_in("Bea Board"), "/board/challenge")
    assert "No challenge between agencies is on record since 2 June 2025. Why is that?" in shown.text
    assert "Was each disagreement answered in time at the first stage?" in shown.text
    assert shown.text.count("Not yet") == 3


@pytest.mark.parametrize("who", ["Bea Board", "Sol Quill", "Audra Page", "Mona Reed"])
def test_whoever_sees_what_the_board_sees_opens_every_page(area: Partnership, signed_in: SignedIn, who: str) -> None:
    client = signed_in(who)
    for place in ("challenge", "challenge/roster", "challenge/answer", "challenge/pulse"):
        assert page(client, f"/board/{place}").status == 200


def test_a_practitioner_sees_what_waits_for_them_and_not_the_roster(area: Partnership, signed_in: SignedIn) -> None:
    client = signed_in("Mira Wells")
    assert page(client, "/board/challenge/answer").status == 200
    assert page(client, "/board/challenge/pulse").status == 200
    assert page(client, "/board/challenge/roster").status == 403


def test_a_gap_is_filled_from_its_own_link_and_by_an_answer(area: Partnership, signed_in: SignedIn) -> None:
    officer = signed_in("Bea Board")
    link = page(officer, "/board/challenge/roster").links["Name somebody: stage 1, lead, Maternity"]
    account = area.accounts["Mira Wells"].pk
    form = page(officer, link)
    assert form.status == 200
    sent = {"stage": "1", "part": "lead", "account": str(account), "on-day": "1", "on-month": "6", "on-year": "2026"}
    assert officer.post(link, sent).status_code == 302
    ask_roster(by=area.as_("Bea Board"), on=area.day)
    mine = signed_in("Mira Wells")
    shown = page(mine, "/board/challenge/answer")
    key = shown.tree.xpath("//input[@name='roster_answer']/@value")[0]
    assert mine.post("/board/challenge/answer", {"roster_answer": key}).status_code == 302
    assert "Nothing waits" in page(mine, "/board/challenge/answer").text
    assert sum(not one.is_gap for one in challenge_roster(by=area.as_("Bea Board"))) == 1


def test_a_place_waits_while_there_is_time_to_answer_and_is_a_gap_after(area: Partnership, signed_in: SignedIn) -> None:
    _named(area)
    ask_roster(by=area.as_("Bea Board"), on=area.day)
    shown = page(signed_in("Bea Board"), "/board/challenge/roster")
    assert "Waiting until 3 June 2026" in shown.texts("lw-tag")
    assert "23 gaps in 24 places. In 1 place there is still time to answer." in shown.text


def test_the_answer_of_another_is_not_given_by_its_number(area: Partnership, signed_in: SignedIn) -> None:
    _named(area)
    ask_roster(by=area.as_("Bea Board"), on=area.day)
    key = page(signed_in("Mira Wells"), "/board/challenge/answer").tree.xpath("//input[@name='roster_answer']/@value")
    assert signed_in("Heath Lane").post("/board/challenge/answer", {"roster_answer": key[0]}).status_code == 403


def test_the_pulse_is_answered_on_its_own_page_and_nothing_of_it_is_kept_as_a_draft(
    area: Partnership, signed_in: SignedIn
) -> None:
    pulse = open_pulse(by=area.as_("Bea Board"), pulse_title="Summer", closes_on=MONDAY + timedelta(3), on=area.day)
    client = signed_in("Mira Wells")
    at = page(client, "/board/challenge/pulse").links["Summer"]
    lacking = read(client.post(at, {"knows_how": "yes"}))
    assert lacking.status == 422
    assert lacking.text.count("Choose one of these answers") == 2
    assert client.post(at, ANSWERS).status_code == 302
    assert "You have answered it" in page(client, "/board/challenge/pulse").text
    assert sum(PulseTally.objects.values_list("number", flat=True)) == 3
    assert client.get(f"/do/answer_pulse?staff_pulse={pulse}").status_code == 302
    assert client.post(f"/do/answer_pulse/draft?staff_pulse={pulse}", ANSWERS).status_code == 404
    assert drafts_of(by=area.as_("Mira Wells")) == []


def test_what_was_answered_is_told_once_the_round_is_over(area: Partnership, signed_in: SignedIn) -> None:
    pulse = open_pulse(by=area.as_("Bea Board"), pulse_title="Summer", closes_on=MONDAY + timedelta(3), on=area.day)
    signed_in("Mira Wells").post(f"/board/challenge/pulse/{pulse}", ANSWERS)
    area.as_("Bea Board", MONDAY + timedelta(4))
    shown = page(signed_in("Bea Board"), f"/board/challenge/pulse/{pulse}")
    assert shown.text.count("Too few to tell") == 6
    assert signed_in("Mira Wells").get(f"/board/challenge/pulse/{pulse}").status_code == 302

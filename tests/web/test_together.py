"""Work that passes between people: where it stands, whose it is, and what each side does next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from cast import MONDAY, Partnership
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from everyday import days_on, me
from pages import Page, page

from lapwing.conduct.verbs.accounts import end_account
from lapwing.conduct.verbs.actions import give_action
from lapwing.conduct.verbs.addresses import begin_address
from lapwing.conduct.verbs.births import record_death
from lapwing.conduct.verbs.children import open_record
from lapwing.conduct.verbs.concerns import raise_concern
from lapwing.conduct.verbs.decisions import decide
from lapwing.conduct.verbs.disagreements import (
    answer_disagreement,
    disagree,
    escalate_disagreement,
    keep_safe_meanwhile,
    resolve_disagreement,
    take_immediate_route,
)
from lapwing.conduct.verbs.hand_overs import accept_hand_over, decline_hand_over, hand_over, receive_hand_over
from lapwing.conduct.verbs.referrals import acknowledge_referral, decide_referral, refer
from lapwing.conduct.verbs.sharing import decide_not_to_share, share
from lapwing.records.entries import entries
from lapwing.records.store import amend
from lapwing.vocabulary.care_codes import HandOverKind
from lapwing.vocabulary.codes import AddressKind, ConcernKind
from lapwing.vocabulary.work_codes import ActionKind, DecisionKind, DecisionOutcome, ReferralOutcome

SignedIn = Callable[[str], Client]


@pytest.fixture
def child(area: Partnership) -> str:
    """A baby whom a midwife has opened a record of."""
    return open_record(by=area.as_("Mira Wells", MONDAY), on=MONDAY, given_name="Otto", born_on=date(2026, 5, 5))


def entry(signed_in: SignedIn, name: str, child: str, table: str, key: str) -> Page:
    """An entry's page, as somebody sees it."""
    return page(signed_in(name), f"/children/{child}/entries/{table}/{key}")


def handed_over(area: Partnership, child: str, **more: Any) -> str:
    return hand_over(
        by=area.as_("Mira Wells"),
        on=MONDAY,
        child=child,
        kind=HandOverKind.POSTNATAL_TRANSFER,
        to_agency=area.agencies["Health visiting"],
        **{"says_dates": True, "says_parents": False, **more},
    )


# Hand-overs


def test_a_hand_over_is_the_senders_until_a_person_accepts_it(
    area: Partnership, child: str, signed_in: SignedIn
) -> None:
    key = handed_over(area, child)
    mine = entry(signed_in, "Mira Wells", child, "hand_over", key)
    theirs = entry(signed_in, "Hazel Ford", child, "hand_over", key)
    assert "Still yours until somebody at Health visiting accepts it." in mine.text
    assert "Still with Maternity until somebody at your service accepts it by name." in theirs.text
    assert "Accept this hand-over" in theirs.links
    assert "Accept this hand-over" not in mine.links


def test_what_a_hand_over_lacks_is_said(area: Partnership, child: str, signed_in: SignedIn) -> None:
    found = entry(signed_in, "Hazel Ford", child, "hand_over", handed_over(area, child))
    assert "5 things are missing or not said" in found.text
    assert "Dates: when the baby is due or was born In it" in found.texts("lw-ticks__yes")
    assert "Each parent, the father included, or why not Not in it" in found.texts("lw-ticks__no")


def test_an_overdue_hand_over_is_said_to_both_sides(area: Partnership, child: str, signed_in: SignedIn) -> None:
    key = handed_over(area, child)
    assert "Overdue" not in entry(signed_in, "Mira Wells", child, "hand_over", key).text
    area.day = days_on(3)
    mine = entry(signed_in, "Mira Wells", child, "hand_over", key)
    assert "It was due on 3 June 2026, 1 day ago. Ring Health visiting" in mine.text
    assert "Disagree with this" in mine.links
    assert "Nobody at your service has accepted this." in entry(signed_in, "Hazel Ford", child, "hand_over", key).text


def test_a_hand_over_shows_who_accepted_it_by_name(area: Partnership, child: str, signed_in: SignedIn) -> None:
    key = handed_over(area, child)
    receive_hand_over(by=area.as_("Hazel Ford"), on=MONDAY, hand_over=key)
    accept_hand_over(by=area.as_("Hazel Ford"), on=MONDAY, hand_over=key)
    found = entry(signed_in, "Hazel Ford", child, "hand_over", key)
    assert "It is with Hazel Ford at Health visiting now." in found.text
    assert "Accepted by name Done 1 June 2026, by Hazel Ford" in found.texts("lw-track__step")
    assert "Record when your service first saw the family" in found.links


def test_a_declined_hand_over_goes_back_with_the_reason(area: Partnership, child: str, signed_in: SignedIn) -> None:
    key = handed_over(area, child)
    decline_hand_over(by=area.as_("Hazel Ford"), on=MONDAY, hand_over=key, reason="They live in another area")
    found = entry(signed_in, "Mira Wells", child, "hand_over", key)
    assert "It was declined, so it is still yours." in found.text
    assert "Declined Stopped here 1 June 2026: They live in another area" in found.texts("lw-track__step")
    assert found.links["Hand over to somebody else"] == f"/children/{child}/hand-over"


# Referrals and concerns


def test_a_referral_is_the_referrers_until_a_person_acknowledges_it(
    area: Partnership, child: str, signed_in: SignedIn
) -> None:
    key = refer(by=area.as_("Mira Wells"), on=MONDAY, child=child, to_agency=area.agencies["Social care"])
    assert (
        "Still yours until somebody at Social care says that it has arrived."
        in entry(signed_in, "Mira Wells", child, "referral", key).text
    )
    acknowledge_referral(by=area.as_("Sam Birch"), on=MONDAY, referral=key)
    found = entry(signed_in, "Mira Wells", child, "referral", key)
    assert "It is with Sam Birch at Social care, who decide what to do." in found.text
    assert "Acknowledged Done 1 June 2026, by Sam Birch" in found.texts("lw-track__step")


def test_silence_on_a_referral_is_said_and_can_be_challenged(
    area: Partnership, child: str, signed_in: SignedIn
) -> None:
    key = refer(by=area.as_("Mira Wells"), on=MONDAY, child=child, to_agency=area.agencies["Social care"])
    area.day = days_on(2)
    found = entry(signed_in, "Mira Wells", child, "referral", key)
    assert "Social care have not answered in time. It was due on 2 June 2026, 1 day ago." in found.text
    assert f"referral={key}" in found.links["Disagree with this"]
    assert "Disagree with this" not in entry(signed_in, "Sam Birch", child, "referral", key).links


def test_a_referral_made_again_is_counted(area: Partnership, child: str, signed_in: SignedIn) -> None:
    to = {"on": MONDAY, "child": child, "to_agency": area.agencies["Social care"]}
    first = refer(by=area.as_("Mira Wells"), **to)
    decide_referral(
        by=area.as_("Sam Birch"), on=MONDAY, referral=first, outcome=ReferralOutcome.NO_FURTHER_ACTION, reasons="Low"
    )
    assert "Still worried? Refer again" in entry(signed_in, "Mira Wells", child, "referral", first).links
    second = refer(by=area.as_("Mira Wells"), **to, repeats_referral=first)
    third = refer(by=area.as_("Mira Wells"), **to, repeats_referral=second)
    assert entry(signed_in, "Sam Birch", child, "referral", third).texts("lw-again") == [
        "This is the third time that this was raised."
    ]
    assert entry(signed_in, "Sam Birch", child, "referral", first).texts("lw-again") == []


def test_a_concern_put_to_an_agency_shows_what_becomes_of_it(
    area: Partnership, child: str, signed_in: SignedIn
) -> None:
    raised = {"on": MONDAY, "child": child, "kind": ConcernKind.DOMESTIC_ABUSE}
    raise_concern(by=area.as_("Mira Wells"), **raised)
    key = raise_concern(by=area.as_("Mira Wells"), **raised, to_agency=area.agencies["Social care"])
    found = entry(signed_in, "Mira Wells", child, "concern", key)
    assert "Still yours until somebody at Social care says that it has arrived." in found.text
    assert found.texts("lw-again") == ["This is the second time that this was raised."]


# Disagreements


@pytest.fixture
def disagreement(area: Partnership, child: str) -> str:
    """Maternity, which referred the child to social care, disagrees with it."""
    refer(by=area.as_("Mira Wells"), on=MONDAY, child=child, to_agency=area.agencies["Social care"])
    return disagree(
        by=area.as_("Mira Wells"),
        on=MONDAY,
        child=child,
        to_agency=area.agencies["Social care"],
        about="That no assessment was begun",
    )


def test_who_is_next_is_named_and_every_stage_has_its_clock(
    area: Partnership, child: str, disagreement: str, signed_in: SignedIn
) -> None:
    found = entry(signed_in, "Mira Wells", child, "disagreement", disagreement)
    assert found.texts("lw-names") == ["Sela Marsh"]
    first, second, third = found.texts("lw-track__step")
    assert (
        "Stage 1 Waits for an answer Since 1 June 2026. To be answered within 2 working days, by 3 June 2026." in first
    )
    assert "Service managers with named or designated safeguarding leads" in second
    assert "Maternity: Nell Frost, Mona Reed" in second
    assert "Stage 3 Not reached To be answered within 5 working days" in third


def test_where_nobody_has_an_account_the_role_is_said(area: Partnership, child: str, signed_in: SignedIn) -> None:
    key = disagree(
        by=area.as_("Mira Wells"), on=MONDAY, child=child, to_agency=area.agencies["Police"], about="That nobody came"
    )
    found = entry(signed_in, "Mira Wells", child, "disagreement", key)
    assert "Nobody there has an account here for this stage; it is for: The practitioners who disagree" in found.text


def test_what_keeps_the_child_safe_is_asked_for_anew_at_each_stage(
    area: Partnership, child: str, disagreement: str, signed_in: SignedIn
) -> None:
    asked = "Not written yet What keeps the child safe while this stage goes on."
    assert asked in entry(signed_in, "Sam Birch", child, "disagreement", disagreement).text
    keep_safe_meanwhile(
        by=area.as_("Mira Wells"), on=MONDAY, disagreement=disagreement, interim_safety="He stays on the ward"
    )
    kept = entry(signed_in, "Sam Birch", child, "disagreement", disagreement)
    assert asked not in kept.text
    assert "Keeps the child safe meanwhile: He stays on the ward" in kept.texts("lw-track__step")[0]
    escalate_disagreement(by=area.as_("Mira Wells"), on=MONDAY, disagreement=disagreement)
    assert asked in entry(signed_in, "Sam Birch", child, "disagreement", disagreement).text


def test_a_stage_past_its_day_may_be_taken_further(
    area: Partnership, child: str, disagreement: str, signed_in: SignedIn
) -> None:
    area.day = days_on(3)
    found = entry(signed_in, "Mira Wells", child, "disagreement", disagreement)
    assert "No answer was recorded by 3 June 2026. Anybody still worried may take it further now." in found.text
    assert "Take this disagreement to the next stage" in found.texts("lw-next")[0]


def test_above_the_first_stage_a_practitioner_is_offered_no_answer(
    area: Partnership, child: str, disagreement: str, signed_in: SignedIn
) -> None:
    answer = "Answer this disagreement"
    assert answer in entry(signed_in, "Sam Birch", child, "disagreement", disagreement).links
    escalate_disagreement(by=area.as_("Mira Wells"), on=MONDAY, disagreement=disagreement)
    assert answer not in entry(signed_in, "Sam Birch", child, "disagreement", disagreement).links
    assert answer in entry(signed_in, "Sela Marsh", child, "disagreement", disagreement).links


def test_an_answer_gives_the_turn_back(area: Partnership, child: str, disagreement: str, signed_in: SignedIn) -> None:
    answer_disagreement(by=area.as_("Sam Birch"), on=MONDAY, disagreement=disagreement, says="We will assess")
    found = entry(signed_in, "Mira Wells", child, "disagreement", disagreement)
    assert "Social care answered. It is for Maternity to settle it, or to take it further." in found.text
    assert "Answered, 1 June 2026, Sam Birch: We will assess" in found.texts("lw-track__step")[0]


def test_the_immediate_route_is_said_loudly(
    area: Partnership, child: str, disagreement: str, signed_in: SignedIn
) -> None:
    take_immediate_route(
        by=area.as_("Mira Wells"), on=MONDAY, disagreement=disagreement, interim_safety="The ward keeps him"
    )
    found = entry(signed_in, "Sela Marsh", child, "disagreement", disagreement)
    assert found.texts("lw-safety") == [
        "At once The child may be in danger now. This is settled today, by whoever leads on safeguarding."
    ]


def test_how_it_ended_and_what_was_learnt_stand_on_its_page(
    area: Partnership, child: str, disagreement: str, signed_in: SignedIn
) -> None:
    resolve_disagreement(
        by=area.as_("Sam Birch"), on=MONDAY, disagreement=disagreement, outcome="An assessment begins", learning=True
    )
    found = entry(signed_in, "Mira Wells", child, "disagreement", disagreement)
    assert "It ended on 1 June 2026: An assessment begins. There is something to learn from it." in found.text
    assert "Next there, by name" not in found.text


@pytest.mark.parametrize("name", ["Sam Birch", "Sela Marsh"])
def test_whoever_raised_it_is_named_on_no_page_of_it_to_the_other_agency(
    area: Partnership, child: str, disagreement: str, signed_in: SignedIn, name: str
) -> None:
    resolve_disagreement(by=area.as_("Sam Birch"), on=MONDAY, disagreement=disagreement, outcome="Settled")
    key = disagree(
        by=area.as_("Mona Reed"), on=MONDAY, child=child, to_agency=area.agencies["Social care"], about="Another thing"
    )
    escalate_disagreement(by=area.as_("Mona Reed"), on=MONDAY, disagreement=key)
    found = entry(signed_in, name, child, "disagreement", disagreement)
    assert "Raised by Maternity" in found.text
    assert "Mira Wells" not in found.source
    assert "Mira Wells, Maternity" in entry(signed_in, "Mona Reed", child, "disagreement", disagreement).text
    for listed in ("disagreement", "disagreement_stage"):
        assert "Mira Wells" not in page(signed_in(name), f"/children/{child}/entries/{listed}").source
    # As an overseer of her agency she is named whoever raised it, and never as who did.
    other = entry(signed_in, name, child, "disagreement", key)
    assert "Maternity: Nell Frost, Mona Reed" in other.texts("lw-track__step")[1]
    assert not [line for line in other.texts("lw-happened") if "Mona Reed" in line]
    assert "Mona Reed" not in " ".join(other.texts("lw-turns"))


def test_the_worker_who_raised_it_does_not_vanish_from_the_childs_page(
    area: Partnership, child: str, disagreement: str, signed_in: SignedIn
) -> None:
    assert "Mira Wells" in page(signed_in("Sam Birch"), f"/children/{child}/").text


def test_a_page_of_a_disagreement_asks_as_much_of_the_database_however_much_happened(
    area: Partnership, child: str, disagreement: str, signed_in: SignedIn
) -> None:
    client, address = signed_in("Sam Birch"), f"/children/{child}/entries/disagreement/{disagreement}"
    page(client, address)
    with CaptureQueriesContext(connection) as before:
        page(client, address)
    for _ in range(4):
        keep_safe_meanwhile(
            by=area.as_("Mira Wells"), on=MONDAY, disagreement=disagreement, interim_safety="Daily visits"
        )
    with CaptureQueriesContext(connection) as after:
        page(client, address)
    assert len(after) == len(before)


# Sharing


@pytest.fixture
def shared(area: Partnership, child: str) -> str:
    """A child whom social care and the police know too, of whom maternity told one and not the other."""
    for agency in ("Social care", "Police"):
        refer(by=area.as_("Mira Wells"), on=MONDAY, child=child, to_agency=area.agencies[agency])
    about = {"by": area.as_("Mira Wells"), "on": MONDAY, "child": child}
    share(
        **about,
        to_agency=area.agencies["Social care"],
        to_practitioner=me(area, "Sam Birch"),
        what="That she moved",
        reason="So that they find her",
    )
    decide_not_to_share(**about, to_agency=area.agencies["Police"], reason="It would put her at risk")
    return child


def test_what_was_shared_with_whom_and_why_stands_with_whether_it_was_read(
    area: Partnership, shared: str, signed_in: SignedIn
) -> None:
    (told,) = [
        line
        for line in page(signed_in("Sam Birch"), f"/children/{shared}/sharing").texts("lw-share")
        if "moved" in line
    ]
    assert told.startswith("1 June 2026 Maternity to Sam Birch, Social care That she moved Why: So that they find her")
    assert "Not read yet, as far as is recorded" in told
    assert "Say that you have read what was shared" in told
    (mine,) = [
        line
        for line in page(signed_in("Mira Wells"), f"/children/{shared}/sharing").texts("lw-share")
        if "moved" in line
    ]
    assert "Say that you have read what was shared" not in mine


def test_a_decision_not_to_share_is_on_no_page_of_the_agency_that_it_keeps_something_from(
    area: Partnership, shared: str, signed_in: SignedIn
) -> None:
    why = "It would put her at risk"
    assert why in page(signed_in("Mira Wells"), f"/children/{shared}/sharing").text
    (kept,) = entries("information_share").filter(decision="not_shared").values_list("pk", flat=True)
    police = signed_in("Perry Stone")
    for address in ("", "sharing", "entries/information_share", "readers"):
        assert why not in page(police, f"/children/{shared}/{address}").source
    assert page(police, f"/children/{shared}/sharing").status == 200
    assert page(police, f"/children/{shared}/entries/information_share/{kept}").status == 404
    assert why in page(signed_in("Sam Birch"), f"/children/{shared}/sharing").text


def test_a_young_persons_wish_is_explained_where_it_stands_in_the_way(
    area: Partnership, child: str, signed_in: SignedIn
) -> None:
    (work,) = entries("involvement").filter(child=child).values_list("pk", flat=True)
    amend("involvement", work, {"kept_private": True}, area.as_("Mira Wells").stamp())
    found = page(signed_in("Mira Wells"), f"/children/{child}/sharing")
    assert "The young person asked that other services not be told" in found.text
    assert f"involvement={work}" in found.links["Record that it need not be kept private any more"]


# Beginning a hand-over, and handing on the work of somebody who leaves


def test_a_hand_over_begins_with_what_the_record_has(area: Partnership, child: str, signed_in: SignedIn) -> None:
    found = page(signed_in("Mira Wells"), f"/children/{child}/hand-over")
    dates, _, risks, *_ = found.texts("lw-recorded")
    assert dates == "Dates: when the baby is due or was born Born 5 May 2026"
    assert risks.startswith("Risks No concern is on record that goes on.")
    form = found.tree.find(".//form[@method='get']")
    assert form.get("action") == f"/children/{child}/do/hand_over"
    asked = signed_in("Mira Wells").get(
        form.get("action"), {"kind": "postnatal_transfer", "to_agency": area.agencies["Health visiting"]}
    )
    assert "Hazel Ford" in asked.content.decode()
    last = {"kind": "postnatal_transfer", "to_agency": area.agencies["Health visiting"], "to_practitioner": ""}
    assert "Born 5 May 2026" in signed_in("Mira Wells").get(form.get("action"), last).content.decode()


def test_a_protected_address_is_said_to_be_one_and_never_written_out(
    area: Partnership, child: str, signed_in: SignedIn
) -> None:
    (person,) = entries("child").filter(pk=child).values_list("person", flat=True)
    begin_address(
        by=area.as_("Mira Wells"),
        on=MONDAY,
        person=person,
        kind=AddressKind.REFUGE,
        on_one_line="4 Invented Row",
        postcode="ZZ99 3CZ",
    )
    found = page(signed_in("Mira Wells"), f"/children/{child}/hand-over")
    assert "Where this family lives must not become known." in found.text
    assert "Invented Row" not in found.source


def test_what_a_leaver_leaves_behind_is_listed_by_child_with_what_hands_it_on(
    area: Partnership, child: str, signed_in: SignedIn
) -> None:
    action = give_action(
        by=area.as_("Mira Wells"),
        on=MONDAY,
        child=child,
        says="Visit weekly",
        kind=ActionKind.DIRECT_WORK,
        owned_by=me(area, "Mira Wells"),
    )
    before = page(signed_in("Mona Reed"), "/handing-on")
    assert "Nobody who has left your agency has work that goes on." in before.text
    end_account(by=area.as_("Ada Keys"), on=MONDAY, account=area.accounts["Mira Wells"].pk)
    found = page(signed_in("Mona Reed"), "/handing-on")
    assert "Mira Wells" in found.text
    assert found.links["Otto"] == f"/children/{child}/"
    assert any(f"action={action}" in href for text, href in found.links.items() if text.startswith("Give it to"))
    assert any("/do/end_involvement" in href for href in found.links.values())


def test_a_colleague_who_is_about_to_leave_may_be_chosen(area: Partnership, child: str, signed_in: SignedIn) -> None:
    found = page(signed_in("Mona Reed"), f"/handing-on?practitioner={me(area, 'Mira Wells')}")
    assert "Still in the post" in found.text
    assert found.links["Otto"] == f"/children/{child}/"
    assert page(signed_in("Heath Lane"), f"/handing-on?practitioner={me(area, 'Mira Wells')}").status == 404
    assert page(signed_in("Mira Wells"), "/handing-on").status == 403


# What somebody may disagree with


def test_a_decision_of_another_agency_offers_to_disagree_with_it(
    area: Partnership, child: str, signed_in: SignedIn
) -> None:
    refer(by=area.as_("Mira Wells"), on=MONDAY, child=child, to_agency=area.agencies["Social care"])
    key = decide(
        by=area.as_("Sela Marsh"),
        on=MONDAY,
        child=child,
        kind=DecisionKind.SECTION_47,
        outcome=DecisionOutcome.NOT_REQUIRED,
        reasons="It is met elsewhere",
    )
    offered = entry(signed_in, "Mira Wells", child, "decision", key).links["Disagree with this"]
    assert f"decision={key}" in offered
    assert f"to_agency={area.agencies['Social care']}" in offered
    assert "Disagree with this" not in entry(signed_in, "Sela Marsh", child, "decision", key).links


def test_a_record_that_has_ended_asks_nothing_of_anybody(area: Partnership, child: str, signed_in: SignedIn) -> None:
    key = handed_over(area, child)
    record_death(by=area.as_("Mira Wells"), on=MONDAY, child=child)
    area.day = days_on(9)
    found = entry(signed_in, "Mira Wells", child, "hand_over", key)
    assert "This record has ended. Nothing is asked of anybody any more." in found.text
    assert "Overdue" not in found.text
    assert "Your next step" not in found.text

"""What somebody finds under Work: what waits for them, in which order, and what an empty list means."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from cast import MONDAY, Partnership, morning
from django.test import Client
from everyday import days_on, expected_baby, me
from pages_read import links, main, page, sections, text, under

from lapwing.checks import CHECKS
from lapwing.conduct.drafts import keep_draft
from lapwing.conduct.findings import recompute
from lapwing.conduct.open_counts import count_open
from lapwing.conduct.reading import pseudonym
from lapwing.conduct.verbs.births import record_loss
from lapwing.conduct.verbs.children import open_record
from lapwing.conduct.verbs.corrections import ask_to_void
from lapwing.conduct.verbs.exceptions import answer_finding, set_aside
from lapwing.conduct.verbs.hand_overs import hand_over
from lapwing.conduct.verbs.referrals import refer
from lapwing.records.entries import entries
from lapwing.records.models import Draft, Finding
from lapwing.records.store import Stamp, add
from lapwing.vocabulary.care_codes import ExceptionReason, HandOverKind
from lapwing.web.showing.asked import Age, Kind, age_of
from lapwing.web.showing.nothing import NOTHING
from lapwing.web.templating import address
from lapwing.web.words import words_of

pytestmark = pytest.mark.django_db
SignedIn = Callable[[str], Client]

LATER = days_on(14)
TEAM, THROWN_AWAY = address("team"), address("throw_away")


@pytest.fixture
def baby(area: Partnership) -> str:
    """A baby with whom a health visitor works; nobody acknowledged her referral to social care in two weeks."""
    key = open_record(by=area.as_("Hazel Ford", MONDAY), on=MONDAY, given_name="Otto", born_on=date(2026, 1, 5))
    refer(by=area.as_("Hazel Ford"), on=MONDAY, child=key, to_agency=area.agencies["Social care"])
    recompute([key], day=LATER, at=area.as_("Hazel Ford", LATER).at)
    return key


def asks(check: str) -> str:
    return CHECKS[check].asks


def more_findings(child: str, number: int, **different: Any) -> None:
    """So many more findings of a child, each of a check of its own or of another subject."""
    one = Finding.objects.all()[0]
    codes = list(CHECKS)
    for place in range(number):
        said = {
            "child_id": child,
            "check_code": codes[place % len(codes)],
            "outcome": "not_met",
            "urgent": False,
            **different,
        }
        said["subject"] = f"subject {Finding.objects.count()}"
        one.pk, one._state.adding = None, True
        for name, value in said.items():
            setattr(one, name, value)
        one.save()


# What waits


def test_what_is_overdue_is_a_question_with_its_child_its_day_and_whose_turn_it_is(
    area: Partnership, baby: str, signed_in: SignedIn
) -> None:
    browser = signed_in("Hazel Ford")
    found = page(browser, "/work")
    one = Finding.objects.get(outcome="not_met", urgent=False)
    check = CHECKS[one.check_code]
    said = under(found, "Overdue or not done")
    assert "Was due 8 June 2026, 7 days ago" in said
    assert all(part in said for part in (check.asks, "Otto", check.who_can))
    assert links(found, check.asks) == [f"/children/{baby}/findings/{one.check_code}/{one.subject}"]
    assert page(browser, links(found, check.asks)[0]) is not None


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
    assert links(theirs, "Accept this hand-over")[0].startswith(
        f"/children/{baby}/do/accept_hand_over?hand_over={sent}"
    )
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
    order = [kind.label for kind in Kind]
    assert titles == sorted(titles, key=order.index)
    assert {"Urgent", "Waits for your answer", "Overdue or not done", "Due soon", "What you wait for"} <= set(titles)


def test_one_gap_of_several_subjects_is_one_line(area: Partnership, baby: str, signed_in: SignedIn) -> None:
    more_findings(baby, 3, check_code="health.new_birth_visit_held", urgent=False)
    found = page(signed_in("Hazel Ford"), "/work?kind=not_done")
    lines = [text(one) for one in found.xpath("//main//h3") if asks("health.new_birth_visit_held") in text(one)]
    assert lines == [f"{asks('health.new_birth_visit_held')} and 2 more of the same"]


def test_what_cannot_be_told_is_folded_until_it_is_asked_for(area: Partnership, baby: str, signed_in: SignedIn) -> None:
    more_findings(baby, 1, outcome="cannot_tell")
    folded = page(signed_in("Hazel Ford"), "/work").xpath("//main//details[.//h2[starts-with(@id, 'cannot_tell')]]")
    assert [one.get("open") for one in folded] == [None]
    alone = page(signed_in("Hazel Ford"), "/work?kind=cannot_tell")
    assert alone.xpath("//main//section//h2[@id='cannot_tell']")


def test_what_is_not_yet_due_does_not_press_anybody(area: Partnership, baby: str, signed_in: SignedIn) -> None:
    more_findings(baby, 1, check_code="health.new_birth_visit_held", outcome="not_yet_due", urgent=True)
    for where in ("/work", *(f"/work?kind={kind}" for kind in Kind)):
        assert asks("health.new_birth_visit_held") not in main(page(signed_in("Hazel Ford"), where))


def test_an_ended_record_asks_for_nothing(area: Partnership, signed_in: SignedIn) -> None:
    pregnancy = expected_baby(area)
    child = entries("child").get().pk
    hand_over(
        by=area.as_("Mira Wells"), on=MONDAY, child=child, kind=HandOverKind.ANTENATAL_NOTICE,
        to_agency=area.agencies["Health visiting"],
    )  # fmt: skip
    assert "Anna Vale" in main(page(signed_in("Hazel Ford"), "/work"))
    record_loss(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy)
    for name in ("Mira Wells", "Hazel Ford"):
        for where in ("/work", "/work?kind=new", "/work?kind=for_others", "/notices"):
            assert "Vale" not in main(page(signed_in(name), where)), (name, where)


# Filters, pages, and what empty means


def test_a_long_list_is_a_page_at_a_time_and_stays_small(area: Partnership, baby: str, signed_in: SignedIn) -> None:
    child = open_record(by=area.as_("Hazel Ford", LATER), on=LATER, given_name="Ines", born_on=date(2026, 2, 2))
    for one in (baby, child):
        for outcome in ("not_met", "due_soon", "cannot_tell"):
            more_findings(one, 50, outcome=outcome)
    browser = signed_in("Hazel Ford")
    for where in ("/work", "/work?kind=not_done", "/work?kind=not_done&page=2", "/work?order=child"):
        assert len(browser.get(where).content) < 60_000, where
    found = page(browser, "/work")
    (every,) = links(found, "See all 101")
    assert every == "/work?whose=mine&kind=not_done"
    first, second = (len(page(browser, every + more).xpath("//main//h3")) for more in ("", "&page=2"))
    assert (first, second) == (50, 50)


def test_reading_work_takes_as_many_queries_whatever_waits(
    area: Partnership, baby: str, signed_in: SignedIn, django_assert_max_num_queries: Any
) -> None:
    keep_draft(by=area.as_("Hazel Ford"), form=f"/children/{baby}/do/observe", child=baby, values={})
    browser = signed_in("Hazel Ford")
    browser.get("/work")
    with django_assert_max_num_queries(115) as few:
        browser.get("/work")
    allowed = len(few)
    for number in range(5):
        other = open_record(by=area.as_("Hazel Ford", LATER), on=LATER, given_name="Ines", born_on=date(2026, 2, 2))
        more_findings(other, 20)
        keep_draft(by=area.as_("Hazel Ford"), form=f"/children/{other}/do/observe?n={number}", child=other, values={})
    with django_assert_max_num_queries(allowed):
        browser.get("/work")


@pytest.mark.parametrize("kind", [None, *Kind])
def test_an_empty_list_says_what_empty_means(area: Partnership, signed_in: SignedIn, kind: Kind | None) -> None:
    said = main(page(signed_in("Sam Birch"), f"/work?kind={kind}" if kind else "/work"))
    assert NOTHING[kind] in said


def test_ages_are_those_of_the_report() -> None:
    today = date(2026, 6, 1)
    ages = {None: Age.UNBORN, today: Age.BABIES, date(2025, 6, 2): Age.BABIES, date(2025, 6, 1): Age.CHILDREN,
            date(2012, 6, 2): Age.CHILDREN, date(2012, 6, 1): Age.YOUNG_PEOPLE}  # fmt: skip
    assert {born_on: age_of(born_on, today) for born_on in ages} == ages


def test_a_filter_by_age_leaves_the_others_out(area: Partnership, baby: str, signed_in: SignedIn) -> None:
    browser = signed_in("Hazel Ford")
    assert "Otto" in main(page(browser, "/work?age=babies"))
    empty = main(page(browser, "/work?age=young_people"))
    assert "Otto" not in empty
    assert "Only young people of 14 and over were looked at." in empty


def test_by_child_each_child_stands_above_what_waits_for_it(area: Partnership, baby: str, signed_in: SignedIn) -> None:
    child = open_record(by=area.as_("Hazel Ford", LATER), on=LATER, given_name="Ines", born_on=date(2026, 2, 2))
    more_findings(child, 3)
    found = page(signed_in("Hazel Ford"), "/work?kind=not_done&order=child")
    assert [text(one) for one in found.xpath("//main//h3")] == ["Ines", "Otto"]


def test_nonsense_in_an_address_is_as_if_it_were_not_there(area: Partnership, signed_in: SignedIn) -> None:
    assert NOTHING[None] in main(page(signed_in("Sam Birch"), "/work?kind=nonsense&age=7&order=x&page=zzz"))


def test_a_practitioner_sees_their_own_work_and_by_choice_their_teams(
    area: Partnership, baby: str, signed_in: SignedIn
) -> None:
    area.account("Hana Beck", "practitioner", "Health visiting", post="health_visitor", team="East")
    browser = signed_in("Hana Beck")
    assert "Otto" not in main(page(browser, "/work"))
    assert "Otto" in main(page(browser, "/work?whose=team"))


def test_a_practitioner_does_not_see_another_teams(area: Partnership, baby: str, signed_in: SignedIn) -> None:
    for whose in ("team:East", me(area, "Hazel Ford")):
        answer = signed_in("Moss Adair").get("/work", {"whose": whose})
        assert "Otto" not in answer.content.decode()


# What somebody began to write


def test_what_one_began_to_write_is_gone_on_with_or_thrown_away(
    area: Partnership, baby: str, signed_in: SignedIn
) -> None:
    form = f"/children/{baby}/do/observe?next=%2Fwork"
    keep_draft(by=area.as_("Hazel Ford"), form=form, child=baby, values={"says": ["Smiled"]})
    browser = signed_in("Hazel Ford")
    found = page(browser, "/work")
    assert "Record what you saw or were told" in under(found, "What you began to write")
    assert links(found, "Go on") == [form]
    assert "Record what you saw" not in main(page(signed_in("Sam Birch"), "/work"))
    signed_in("Sam Birch").post(THROWN_AWAY, {"form": form})
    assert Draft.objects.count() == 1
    browser.post(THROWN_AWAY, {"form": form})
    assert Draft.objects.count() == 0


# Those who oversee work


def test_a_manager_sees_who_has_how_much_and_each_number_leads_to_the_list(
    area: Partnership, baby: str, signed_in: SignedIn
) -> None:
    browser = signed_in("Heath Lane")
    found = page(browser, TEAM)
    row = next(one for one in found.xpath("//table//tr") if "Hazel Ford" in text(one))
    behind = [one.get("href") for one in row.xpath(".//td//a")]
    assert behind
    assert all("Otto" in main(page(browser, where)) for where in behind)
    first = page(browser, f"{TEAM}?sort=overdue").xpath("//table//tbody//th")[0]
    assert "Hazel Ford" in text(first)


def test_of_the_whole_agency_only_what_is_urgent_is_listed(area: Partnership, baby: str, signed_in: SignedIn) -> None:
    more_findings(baby, 1, check_code="health.new_birth_visit_held", urgent=False)
    more_findings(baby, 1, check_code="health.new_birth_visit_held", urgent=True, due_on=None)
    found = page(signed_in("Heath Lane"), "/work?whose=agency")
    assert [one.get("id") for one in found.xpath("//main//h2")] == ["urgent"]
    assert "at most the 100 that were due first" in main(found)
    assert "Otto" not in main(page(signed_in("Mona Reed"), "/work?whose=agency"))


def test_children_are_ones_own_a_teams_or_one_practitioners_and_never_the_agencys(
    area: Partnership, baby: str, signed_in: SignedIn, django_assert_max_num_queries: Any
) -> None:
    listed = {
        ("Hazel Ford", ""): True,
        ("Heath Lane", "?whose=mine"): False,
        ("Heath Lane", f"?whose={me(area, 'Hazel Ford')}"): True,
        ("Heath Lane", f"?whose={me(area, 'Heath Lane')}"): False,
        ("Mona Reed", f"?whose={me(area, 'Hazel Ford')}"): False,
    }
    for (name, more), is_there in listed.items():
        assert ("Otto" in main(page(signed_in(name), f"/children{more}"))) == is_there, (name, more)
    browser = signed_in("Heath Lane")
    every, usual = (main(page(browser, f"/children{more}")) for more in ("?whose=agency", ""))
    assert every == usual
    assert "To find any other child whose record you may open, search" in usual
    with django_assert_max_num_queries(70):
        browser.get("/children")


def test_a_large_team_is_by_name_a_page_at_a_time(area: Partnership, baby: str, signed_in: SignedIn) -> None:
    browser = signed_in("Heath Lane")
    ours = area.agencies["Health visiting"]
    for number in range(60):
        add(
            "practitioner",
            {"agency_id": ours, "name": f"Ada {number:02}", "team": "East"},
            Stamp(morning(MONDAY), None),
        )
    found = page(browser, f"{TEAM}?team=East&sort=urgent")
    assert len(found.xpath("//table//tbody//tr")) == 50
    assert not found.xpath("//table//thead//a")
    assert "A list of more than 50 is not sorted by work" in main(found)
    rest = page(browser, f"{TEAM}?team=East&page=2").xpath("//table//tbody//th")
    assert len(rest) >= 10


def test_a_team_that_there_is_not_is_said(area: Partnership, baby: str, signed_in: SignedIn) -> None:
    assert "There is no team of that name" in main(page(signed_in("Heath Lane"), f"{TEAM}?team=Nowhere"))


def test_whoever_has_left_with_work_stands_first(area: Partnership, baby: str, signed_in: SignedIn) -> None:
    gone = area.accounts["Hazel Ford"].practitioner
    gone.left_on = LATER - timedelta(days=1)
    gone.save()
    (first, *_) = page(signed_in("Heath Lane"), TEAM).xpath("//table//tbody//th")
    assert "Hazel Ford" in text(first)
    assert "Left on 14 June 2026. This work must be given to somebody" in text(first)
    assert first.xpath(".//a[starts-with(., 'This work must')]/@href") == [address("handing_on")]


def test_an_answer_to_a_finding_waits_for_a_managers_decision_until_it_is_made(
    area: Partnership, baby: str, signed_in: SignedIn
) -> None:
    one = Finding.objects.get(outcome="not_met", urgent=False)
    answer_finding(
        by=area.as_("Hazel Ford"), on=LATER, child=baby, check=one.check_code, subject=one.subject,
        reason=ExceptionReason.DONE_ANOTHER_WAY, says="By telephone",
    )  # fmt: skip
    found = page(signed_in("Heath Lane"), TEAM)
    said = under(found, "What waits for your decision")
    assert CHECKS[one.check_code].asks in said
    assert "Said by Hazel Ford on 15 June 2026" in said
    assert links(found, words_of("agree_with_answer").title)
    assert "By telephone" not in said
    assert "Hazel Ford" not in under(page(signed_in("Mona Reed"), TEAM), "What waits for your decision")


def test_an_entry_to_be_voided_and_a_check_that_speaks_again_wait_for_who_oversees(
    area: Partnership, baby: str, signed_in: SignedIn
) -> None:
    referral = entries("referral").get().pk
    ask_to_void(by=area.as_("Hazel Ford"), on=LATER, table="referral", key=referral, reason="About another child")
    one = Finding.objects.get(outcome="not_met", urgent=False)
    set_aside(
        by=area.as_("Heath Lane"), on=LATER, child=baby, check=one.check_code, subject=one.subject,
        reason=ExceptionReason.DONE_ANOTHER_WAY, says="By telephone", expires_on=LATER + timedelta(days=2),
    )  # fmt: skip
    found = page(signed_in("Heath Lane"), TEAM)
    said = under(found, "What waits for your decision")
    assert "Referral that is said to be made in error" in said
    assert "Asked by Hazel Ford on 15 June 2026" in said
    assert "Set aside by Heath Lane on 15 June 2026, until 17 June 2026" in said
    agree, entry = links(found, words_of("agree_to_void").title)[0], links(found, "Referral that is said")[0]
    assert agree.startswith(f"/children/{baby}/do/agree_to_void?table=referral&key={referral}")
    for where in (agree, entry):
        assert page(signed_in("Heath Lane"), where) is not None


def test_nobody_decides_on_what_they_asked_for_themselves(area: Partnership, baby: str, signed_in: SignedIn) -> None:
    referral = entries("referral").get().pk
    ask_to_void(by=area.as_("Heath Lane"), on=LATER, table="referral", key=referral, reason="About another child")
    said = under(page(signed_in("Heath Lane"), TEAM), "What waits for your decision")
    assert "Nothing waits for you to decide" in said


def test_a_practitioner_is_told_that_the_teams_page_is_not_for_them(area: Partnership, signed_in: SignedIn) -> None:
    assert signed_in("Sam Birch").get(TEAM).status_code == 403


@pytest.mark.parametrize("name", ["Bea Board", "Audra Page"])
def test_who_oversees_the_whole_sees_no_identity_and_no_small_number(
    area: Partnership, baby: str, signed_in: SignedIn, name: str
) -> None:
    count_open(LATER)
    browser = signed_in(name)
    for where in ("/work", "/work?by=agency", "/work?by=team", "/work?by=child", "/work?agency=Health+visiting"):
        answer = browser.get(where)
        assert answer.status_code == 200
        assert "Otto" not in answer.content.decode()
        assert baby not in answer.content.decode()
    numbers = [text(one) for one in page(browser, "/work").xpath("//table//td")]
    assert set(numbers) == {"0", "fewer than 5"}


def six_children(area: Partnership) -> None:
    for place in range(6):
        child = open_record(by=area.as_("Hazel Ford", MONDAY), on=MONDAY, given_name="Ada", born_on=date(2026, 1, 5))
        refer(by=area.as_("Hazel Ford"), on=MONDAY, child=child, to_agency=area.agencies["Social care"])
        recompute([child], day=LATER, at=area.as_("Hazel Ford", LATER if place == 5 else None).at)
    count_open(LATER)


def test_a_large_number_is_told_with_the_day_of_the_count(area: Partnership, signed_in: SignedIn) -> None:
    assert "Nothing has been counted yet" in main(page(signed_in("Bea Board"), "/work"))
    six_children(area)
    found = page(signed_in("Bea Board"), "/work")
    assert "6" in [text(one) for one in found.xpath("//table//td")]
    assert "Counted on 15 June 2026" in main(found)


def test_from_a_team_with_children_enough_one_goes_to_pseudonyms_and_to_what_is_open_of_each(
    area: Partnership, signed_in: SignedIn
) -> None:
    six_children(area)
    entries("involvement").update(lead=True, team="East")
    count_open(LATER)
    browser = signed_in("Bea Board")
    (team,) = links(page(browser, "/work?by=team"), "East, Health visiting")
    children = page(browser, team).xpath("//table//tbody//th//a/@href")
    assert len(children) == 6
    assert "Ada" not in browser.get(team).content.decode()
    assert page(browser, children[0]).xpath("//main//h3")


def test_pseudonyms_of_a_team_that_leads_for_few_are_not_listed(
    area: Partnership, baby: str, signed_in: SignedIn
) -> None:
    entries("involvement").filter(child=baby).update(lead=True, team="East")
    count_open(LATER)
    browser = signed_in("Bea Board")
    assert not links(page(browser, "/work?by=team"), "East, Health visiting")
    found = page(browser, "/work?by=child&agency=Health+visiting&team=East")
    assert pseudonym(baby) not in main(found)

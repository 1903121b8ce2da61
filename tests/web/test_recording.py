"""Recording on the screens: what is asked, what goes wrong, what is kept, and that nothing is done twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import lxml.html
import pytest
from cast import MONDAY, Partnership, morning
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from everyday import expected_baby, father, lose, me, withheld_father, works_with
from test_forms import fill_in

from lapwing.conduct import drafts, reading
from lapwing.conduct.permissions import Refused
from lapwing.conduct.together import do_together
from lapwing.conduct.verbs.assessments import hand_on_assessment, start_assessment
from lapwing.conduct.verbs.children import open_record
from lapwing.conduct.verbs.concerns import raise_concern
from lapwing.conduct.verbs.contributions import ask_for_contribution
from lapwing.conduct.verbs.meetings import record_meeting
from lapwing.conduct.verbs.observations import observe
from lapwing.records.entries import entries
from lapwing.records.models import Event
from lapwing.records.store import Stamp, add
from lapwing.vocabulary.care_codes import ObservedWhat
from lapwing.vocabulary.codes import ConcernKind, ConcernStatus
from lapwing.vocabulary.work_codes import AssessmentKind, Contributor, EvidenceBasis, MeetingKind
from lapwing.web.showing.offers import ONLY_BEFORE_BIRTH, groups_offered
from lapwing.web.showing.record import OpenRecord
from lapwing.web.templating import address

SignedIn = Callable[..., Client]
OF = str(next(iter(ObservedWhat)))


@pytest.fixture
def unborn(area: Partnership) -> tuple[str, str]:
    """The child and the pregnancy of Anna Vale, with whom midwifery works."""
    pregnancy = expected_baby(area)
    works_with(area, "Mira Wells", pregnancy=pregnancy)
    works_with(area, "Mona Reed", pregnancy=pregnancy)
    return str(entries("child").get(pregnancy=pregnancy).pk), pregnancy


@pytest.fixture
def child(unborn: tuple[str, str]) -> str:
    return unborn[0]


@pytest.fixture
def mira(signed_in: SignedIn) -> Client:
    return signed_in("Mira Wells")


def page_of(answer: Any) -> Any:
    return lxml.html.fromstring(answer.content)


def form_of(answer: Any) -> Any:
    return page_of(answer).xpath("//main//form")[0]


def filled(answer: Any, **said: str) -> dict[str, str]:
    """What the form on a page would send, with these answers."""
    hidden = {one.name: one.value or "" for one in form_of(answer).inputs if one.name and one.get("type") == "hidden"}
    day = {f"on-{part}": str(getattr(MONDAY, part)) for part in ("day", "month", "year")}
    return {**hidden, **day, **said}


def text_of(answer: Any) -> str:
    return " ".join(page_of(answer).text_content().split())


# One thing a page


def test_what_is_chosen_comes_first_and_can_be_changed(mira: Client, child: str) -> None:
    first = mira.get(address("do", child, "raise_concern"))
    assert form_of(first).method == "GET"
    missing = mira.get(address("do", child, "raise_concern"), {"kind": "", "person": "", "part": ""})
    assert missing.status_code == 422
    assert page_of(missing).findtext(".//title").startswith("Error: ")
    kind = next(iter(ConcernKind))
    last = mira.get(address("do", child, "raise_concern"), {"kind": str(kind), "person": "", "part": ""})
    assert form_of(last).method == "POST"
    assert kind.label in text_of(last)
    back = page_of(last).xpath("//dl//a/@href")[0]
    assert "kind" not in parse_qs(urlsplit(back).query)


def test_nothing_that_is_written_is_taken_from_an_address_or_put_into_one(mira: Client, child: str) -> None:
    answer = mira.get(address("do", child, "observe"), {"says": "Words of a link", "of": "behaviour"}, follow=True)
    assert "Words of a link" not in text_of(answer)
    for verb in ("decide", "hand_over", "share", "refer", "record_pregnancy", "relate_person"):
        form = form_of(mira.get(address("do", child, verb)))
        if form.method == "GET":
            assert not [one for one in form.inputs if one.get("type") == "text" or one.tag == "textarea"], verb


# What goes wrong


def test_what_is_wrong_is_said_in_words_with_a_link_to_the_question(mira: Client, child: str) -> None:
    at = address("do", child, "book_appointment")
    answer = mira.post(at, filled(mira.get(at), **{"booked_for_on-day": "31", "booked_for_on-month": "2"}))
    page = page_of(answer)
    assert answer.status_code == 422
    links = page.xpath("//div[contains(@class, 'govuk-error-summary')]//a/@href")
    assert links
    assert all(page.get_element_by_id(link.lstrip("#"), None) is not None for link in links)


def test_a_refusal_names_the_question_and_the_answer_as_people_see_them(mira: Client, child: str) -> None:
    at = f"{address('do', child, 'record_contact')}?kind=phone&person="
    answer = mira.get(at)
    if form_of(answer).method == "GET":
        at = f"{address('do', child, 'record_contact')}?kind=visit&person="
        answer = mira.get(at)
    refused = mira.post(at, filled(answer, source="police", note="She rang back."))
    assert refused.status_code == 422
    assert "“How were you in touch?” incoming" not in text_of(refused)
    assert "needs kind" not in text_of(refused)
    assert "She rang back." in text_of(refused)


# Sent twice


def test_a_form_that_is_sent_twice_is_done_once(mira: Client, child: str) -> None:
    at = address("observe", child)
    sent = filled(mira.get(at), seen="Baby's cot is ready.", of=OF)
    first, second = mira.post(at, sent), mira.post(at, sent)
    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"]
    assert entries("observation").count() == 1


def test_a_new_form_may_say_the_same_again(mira: Client, child: str) -> None:
    at = address("observe", child)
    for _ in range(2):
        mira.post(at, filled(mira.get(at), seen="Baby's cot is ready.", of=OF))
    assert entries("observation").count() == 2


@pytest.mark.parametrize(
    "elsewhere", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", "/\\evil"]
)
def test_afterwards_one_goes_nowhere_but_here(mira: Client, child: str, elsewhere: str) -> None:
    answer = mira.get(address("do", child, "measure"), {"next": elsewhere}, follow=True)
    assert elsewhere not in page_of(answer).xpath("//main//a/@href")
    at = f"{address('observe', child)}?next={elsewhere}"
    sent = mira.post(at, filled(mira.get(at), seen="All well.", of=OF))
    assert sent["Location"] == address("child", child)


# Drafts


def test_what_is_kept_is_found_again_by_its_author_alone(
    area: Partnership, signed_in: SignedIn, mira: Client, child: str
) -> None:
    at = address("observe", child)
    kept = mira.post(f"{at}/draft", filled(mira.get(at), reported="She said that it was cold."))
    assert kept.json()["says"].startswith("Kept at ")
    assert "She said that it was cold." in text_of(mira.get(at))
    assert "She said that it was cold." not in text_of(signed_in("Mona Reed").get(at))
    mira.post(at, filled(mira.get(at), discard="yes"))
    assert "She said that it was cold." not in text_of(mira.get(at))


def test_keep_for_later_keeps_and_sending_forgets(area: Partnership, mira: Client, child: str) -> None:
    at = address("observe", child)
    mira.post(at, filled(mira.get(at), reported="She said that it was cold.", keep="yes"))
    assert [one.form for one in drafts.drafts_of(by=area.as_("Mira Wells"))] == [at]
    mira.post(at, filled(mira.get(at), reported="She said that it was cold.", of=OF))
    assert drafts.drafts_of(by=area.as_("Mira Wells")) == []


def test_what_is_sent_after_the_session_ended_is_found_after_signing_in(
    signed_in: SignedIn, mira: Client, child: str
) -> None:
    at = address("observe", child)
    sent = filled(mira.get(at), seen="The baby was asleep.", of=OF)
    mira.session.flush()
    answer = mira.post(at, sent)
    assert answer.status_code == 302
    assert "asleep" not in answer["Location"]
    assert entries("observation").count() == 0
    assert "The baby was asleep." in text_of(signed_in("Mira Wells").get(at))


def test_no_event_has_a_word_of_a_draft(mira: Client, child: str) -> None:
    mira.post(
        f"{address('observe', child)}/draft", filled(mira.get(address("observe", child)), seen="Unheard-of words")
    )
    assert not Event.objects.filter(details__contains="Unheard-of").exists()


# Two people at one entry


def test_what_two_people_changed_stands_side_by_side(
    area: Partnership, signed_in: SignedIn, mira: Client, unborn: tuple[str, str]
) -> None:
    child, pregnancy = unborn
    noah = father(area, pregnancy)
    relationship = str(entries("relationship").get(person=noah).pk)
    at = f"{address('do', child, 'describe_relationship')}?relationship={relationship}"
    mine, theirs = mira.get(at), signed_in("Mona Reed")
    assert theirs.post(at, filled(theirs.get(at), role_in_family="Visits at weekends")).status_code == 302
    answer = mira.post(at, filled(mine, role_in_family="Lives there"))
    assert answer.status_code == 409
    assert [cell.text_content() for cell in page_of(answer).xpath("//table[contains(@class, 'lw-beside')]//td")] == [
        "Visits at weekends",
        "Lives there",
    ]
    again = mira.post(at, filled(answer, role_in_family="Lives there"))
    assert again.status_code == 302
    assert entries("relationship").get(pk=relationship).role_in_family == "Lives there"


# Seen, told, thought


def test_what_was_seen_told_and_thought_become_entries_of_their_own(mira: Client, child: str) -> None:
    at = address("observe", child)
    mira.post(at, filled(mira.get(at), seen="Cot.", reported="He left.", opinion="Afraid.", of=OF))
    assert dict(entries("observation").values_list("basis", "says")) == {
        "seen": "Cot.",
        "reported": "He left.",
        "opinion": "Afraid.",
    }


def test_an_observation_without_a_word_is_no_observation(mira: Client, child: str) -> None:
    at = address("observe", child)
    answer = mira.post(at, filled(mira.get(at), of=OF))
    assert answer.status_code == 422
    assert "One of the three is enough" in text_of(answer)


@pytest.fixture
def siblings(area: Partnership) -> tuple[str, str]:
    """Two children of one mother, with both of whom Sam Birch works."""
    by = area.as_("Sam Birch")
    first = open_record(by=by, on=MONDAY, given_name="Leo", born_on=MONDAY - timedelta(days=900))
    second = open_record(by=by, on=MONDAY, given_name="Ava", born_on=MONDAY - timedelta(days=300))
    stamp = Stamp(morning(MONDAY), by.account.pk)
    mother = add("person", {"given_name": "Rose"}, stamp)
    for one in (first, second):
        add("relationship", {"child_id": one, "person_id": mother, "role": "birth_mother"}, stamp)
    return first, second


def test_several_children_are_observed_in_one_go(signed_in: SignedIn, siblings: tuple[str, str]) -> None:
    leo, ava = siblings
    sam, at = signed_in("Sam Birch"), address("observe", leo)
    sent = filled(sam.get(at), seen="Fed and warm.", of=OF, also=ava, **{f"seen-{ava}": "Warm, and hungry."})
    assert sam.post(at, sent).status_code == 302
    said = dict(entries("observation").values_list("child", "says"))
    assert said == {leo: "Fed and warm.", ava: "Warm, and hungry."}
    events = Event.objects.filter(verb="observe")
    assert sorted(events.values_list("child", flat=True)) == sorted(siblings)


def test_a_contact_with_several_children_is_recorded_for_each(signed_in: SignedIn, siblings: tuple[str, str]) -> None:
    leo, ava = siblings
    sam, at = signed_in("Sam Birch"), f"{address('do', leo, 'record_contact')}?kind=visit&person="
    sent = filled(sam.get(at), note="Both at home.", child_seen="yes", also=ava, **{f"note-{ava}": "Asleep upstairs."})
    assert sam.post(at, sent).status_code == 302
    assert dict(entries("contact").values_list("child", "note")) == {leo: "Both at home.", ava: "Asleep upstairs."}


def test_what_is_refused_for_one_child_is_done_for_none(area: Partnership, siblings: tuple[str, str]) -> None:
    leo, ava = siblings
    works_with(area, "Hazel Ford", child=leo)
    given = {"on": MONDAY, "basis": EvidenceBasis.SEEN, "of": next(iter(ObservedWhat)), "says": "Seen."}
    asked = [("observe", {**given, "child": one}) for one in (leo, ava)]
    with pytest.raises((Refused, LookupError)):
        do_together(by=area.as_("Hazel Ford"), asked=asked)
    assert entries("observation").count() == 0


# Putting right


def test_only_what_was_changed_is_put_right(area: Partnership, mira: Client, unborn: tuple[str, str]) -> None:
    child, pregnancy = unborn
    key = observe(
        by=area.as_("Mira Wells"),
        on=MONDAY,
        pregnancy=pregnancy,
        basis=EvidenceBasis.SEEN,
        of=next(iter(ObservedWhat)),
        says="Seen on Monday.\nTwice.",
    )
    at = f"{address('do', child, 'correct')}?table=observation&key={key}"
    page = mira.get(at)
    unchanged = dict(fill_in(form_of(page))) | {"why": "A slip"}
    asked = {one.name for one in form_of(page).inputs if (one.name or "").startswith("values-")}
    assert {"values-says", "values-basis", "values-observed_on-day"} <= asked
    assert not {"values-observed_by", "values-person_id", "values-child_id", "values-recorded_by"} & asked
    nothing = mira.post(at, {**unchanged, **radios(page)})
    assert nothing.status_code == 422
    assert "Nothing here differs" in text_of(nothing)
    assert mira.post(at, {**unchanged, **radios(page), "values-says": "Seen on Tuesday."}).status_code == 302
    assert entries("observation").get(pk=key).says == "Seen on Tuesday."
    assert Event.objects.get(verb="correct").details.count("says") == 1


def radios(answer: Any) -> dict[str, str]:
    """What is ticked or chosen on a page as it stands."""
    form = form_of(answer)
    ticked = {one.name: one.get("value") for one in form.xpath(".//input[@checked]")}
    chosen = {one.getparent().name: one.get("value") for one in form.xpath(".//option[@selected]")}
    return ticked | chosen


# Assessments and reviews


@pytest.fixture
def assessment(area: Partnership, unborn: tuple[str, str]) -> str:
    return start_assessment(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=unborn[1], kind=AssessmentKind.PRE_BIRTH)


def test_each_parent_stands_beside_the_other_in_an_assessment(
    area: Partnership, mira: Client, unborn: tuple[str, str], assessment: str
) -> None:
    child, pregnancy = unborn
    noah = father(area, pregnancy)
    page = page_of(mira.get(address("entry", child, "assessment", assessment)))
    adults = page.xpath("//section[contains(@class, 'lw-adult')]")
    assert ["Noah" in one.text_content() for one in adults] == [False, True]
    assert len({len(one.xpath(".//dt")) for one in adults}) == 1
    write = next(one for one in adults[1].xpath(".//dd/a/@href") if "dimension=basic_care" in one)
    assert noah in write
    answer = mira.get(write)
    assert form_of(answer).method == "POST"
    assert "Basic care" in text_of(answer)
    done = mira.post(write, filled(answer, explored="found", finding="Changes a nappy well."))
    assert done.status_code == 302
    again = page_of(mira.get(done["Location"]))
    assert "Changes a nappy well." in again.text_content()


def test_a_father_nobody_named_is_a_gap_and_one_withheld_is_not_asked_after(
    area: Partnership, mira: Client, unborn: tuple[str, str], assessment: str
) -> None:
    child, pregnancy = unborn
    at = address("entry", child, "assessment", assessment)
    assert page_of(mira.get(at)).xpath("//section[contains(@class, 'lw-adult')]//a[contains(@href, 'relate_person')]")
    withheld_father(area, pregnancy)
    page = page_of(mira.get(at))
    assert not page.xpath("//section[contains(@class, 'lw-adult')]//a[contains(@href, 'relate_person')]")
    part = next(one for one in page.xpath("//ul[contains(@class, 'lw-parts')]/li") if "father" in one.text_content())
    assert "ask_for_contribution" not in lxml.html.tostring(part, encoding="unicode")


def test_a_part_is_recorded_although_the_assessment_was_changed_meanwhile(
    area: Partnership, mira: Client, unborn: tuple[str, str], assessment: str
) -> None:
    child, _ = unborn
    at = f"{address('do', child, 'contribute')}?assessment={assessment}&contributor=midwifery"
    by, given = area.as_("Mira Wells"), {"assessment": assessment, "led_by": me(area, "Moss Adair")}
    hand_on_assessment(by=by, on=MONDAY, reason="Annual leave", **given)
    ask_for_contribution(by=by, on=MONDAY, assessment=assessment, contributor=Contributor.MIDWIFERY)
    assert mira.post(at, filled(mira.get(at), contributor="midwifery")).status_code == 302
    assert entries("contribution").get(assessment=assessment).received_on == MONDAY


def test_who_signs_off_in_spite_of_gaps_says_why(signed_in: SignedIn, unborn: tuple[str, str], assessment: str) -> None:
    child, _ = unborn
    mona = signed_in("Mona Reed")
    at = f"{address('do', child, 'sign_off_assessment')}?assessment={assessment}"
    page = mona.get(at)
    assert "Still missing" in text_of(page)
    assert mona.post(at, filled(page, outcome="assessment")).status_code == 422
    done = mona.post(at, filled(page, outcome="assessment", despite="The GP answers on Friday; the midwife knows."))
    assert done.status_code == 302
    assert entries("assessment").get(pk=assessment).why == "The GP answers on Friday; the midwife knows."


def test_a_review_lists_every_concern_and_what_is_open_before_its_outcome(
    area: Partnership, mira: Client, unborn: tuple[str, str]
) -> None:
    child, pregnancy = unborn
    kind = next(iter(ConcernKind))
    concern(area, pregnancy)
    meeting = record_meeting(
        by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, kind=MeetingKind.CHILD_IN_NEED_REVIEW
    )
    at = address("entry", child, "meeting", meeting)
    page = page_of(mira.get(at))
    text = page.text_content()
    assert kind.label in text
    assert "No line in this review yet" in text
    assert "Not asked, and no reason given" in text
    assert "Nobody is named as the chair" in text
    write = page.xpath("//a[contains(@href, 'review_concern')]/@href")[0]
    answer = mira.get(write)
    assert mira.post(write, filled(answer, basis="seen", change="improved")).status_code == 302
    assert not page_of(mira.get(at)).xpath(
        "//section[@aria-labelledby='concerns']//a[contains(@href, 'do/review_concern')]"
    )


def test_nobody_decides_from_memory(area: Partnership, mira: Client, unborn: tuple[str, str]) -> None:
    child, pregnancy = unborn
    kind = next(iter(ConcernKind))
    concern(area, pregnancy)
    answer = mira.get(address("do", child, "decide"), {"kind": "strategy_discussion", "outcome": "required"})
    beside = page_of(answer).xpath("//aside")[0].text_content()
    assert kind.label in beside
    legends = [one.text_content().strip() for one in page_of(answer).xpath("//legend[contains(@class, '--m')]")]
    assert legends[0] == "Which way, and what could be done"


def test_what_the_record_asks_for_stands_on_top(area: Partnership, mira: Client, unborn: tuple[str, str]) -> None:
    child, pregnancy = unborn
    concern(area, pregnancy)
    page = page_of(mira.get(address("begin_about", child)))
    assert page.xpath("//section[@aria-labelledby='now']//a")


def test_a_form_asks_the_database_as_often_however_much_is_on_record(
    area: Partnership, mira: Client, unborn: tuple[str, str]
) -> None:
    child, pregnancy = unborn
    at = address("do", child, "decide") + "?kind=strategy_discussion&outcome=required"
    concern(area, pregnancy)
    few = asked_for(mira, at)
    for _ in range(3):
        concern(area, pregnancy)
    assert asked_for(mira, at) == few


def asked_for(browser: Client, at: str) -> int:
    browser.get(at)
    with CaptureQueriesContext(connection) as asked:
        browser.get(at)
    return len(asked)


def concern(area: Partnership, pregnancy: str) -> None:
    kind = next(iter(ConcernKind))
    raise_concern(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, kind=kind, status=ConcernStatus.CURRENT)


# What cannot be taken back


def test_what_cannot_be_taken_back_is_looked_at_once_more(mira: Client, unborn: tuple[str, str]) -> None:
    child, pregnancy = unborn
    at = address("do", child, "record_loss")
    once_more = mira.post(at, filled(mira.get(at)))
    assert once_more.status_code == 200
    assert "Check before you go on" in text_of(once_more)
    assert entries("pregnancy").get(pk=pregnancy).ended_on is None
    assert mira.post(at, filled(once_more)).status_code == 302
    assert entries("pregnancy").get(pk=pregnancy).ended_on == MONDAY


def test_nothing_is_asked_for_on_a_record_that_has_ended(
    area: Partnership, mira: Client, unborn: tuple[str, str]
) -> None:
    child, pregnancy = unborn
    made = start_assessment(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, kind=AssessmentKind.PRE_BIRTH)
    lose(area, pregnancy)
    page = page_of(mira.get(address("entry", child, "assessment", made)))
    assert not page.xpath("//section//a[contains(@href, '/do/')]")
    assert not page_of(mira.get(address("begin_about", child))).xpath("//section[@aria-labelledby='now']")


def test_a_birth_and_a_loss_are_offered_only_while_a_birth_is_expected(area: Partnership) -> None:
    pregnancy = expected_baby(area)
    unborn = str(entries("child").get(pregnancy=pregnancy).pk)
    born = open_record(by=area.as_("Mira Wells"), on=MONDAY, family_name="Hale", born_on=MONDAY)
    offered = {child: offers_of(area, child) for child in (unborn, born)}
    assert {"record_birth", "record_loss", "state_expected_date"} <= offered[unborn]
    assert offered[born].isdisjoint(ONLY_BEFORE_BIRTH)
    lose(area, pregnancy)
    assert offers_of(area, unborn).isdisjoint(ONLY_BEFORE_BIRTH)


def test_nobody_is_offered_to_break_the_glass_of_a_record_that_is_open(area: Partnership) -> None:
    child = open_record(by=area.as_("Mira Wells"), on=MONDAY, family_name="Hale", born_on=MONDAY)
    assert "break_glass" not in offers_of(area, child)


def offers_of(area: Partnership, child: str) -> set[str]:
    """The verbs that a midwife is offered for a child."""
    by = area.as_("Mira Wells")
    found = groups_offered(by, OpenRecord(reading.read_child(by=by, child=child)))
    return {offer.href.partition("/do/")[2].partition("?")[0] for group in found for offer in group.offers}

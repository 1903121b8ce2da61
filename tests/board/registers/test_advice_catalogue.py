"""The catalogue of advice: what it leaves out, what is current, and whether the agencies say the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from cast import MONDAY, Partnership
from django.test import Client

from lapwing.board.owning import ANOTHERS
from lapwing.board.reading.advice_catalogue import (
    CoverageCell,
    advice_coverage,
    advice_item,
    advice_items,
    advice_side_by_side,
)
from lapwing.board.verbs.advice_catalogue import (
    compare_advice,
    list_advice,
    plan_for_advice_gap,
    record_advice_test,
    revise_advice,
)
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.records.store import CannotEnter
from lapwing.vocabulary.board.register_codes import ParentGroup, SameMessage
from lapwing.vocabulary.care_codes import AdviceTopic

SignedIn = Callable[[str], Client]
LACKS_MEDICINES = "No current material in the catalogue mentions giving a parent's prescribed medicine to a baby."
SLEEP = "Never fall asleep with your baby on a sofa. Put your baby on their back, in their own clear, flat cot. "
SLEEP += "Say so to everybody who looks after your baby, also when you are tired, or have had a drink, or are away."


def leaflet(
    area: Partnership,
    name: str = "Mona Reed",
    *,
    agency: str = "Maternity",
    topic: AdviceTopic = AdviceTopic.CO_SLEEPING,
    made_for: ParentGroup = ParentGroup.ANY,
    review_on: date = MONDAY + timedelta(days=90),
    wording: str = SLEEP,
) -> str:
    return list_advice(
        by=area.as_(name), owner_agency=area.agencies[agency], name=f"{agency}'s leaflet", topics=[topic],
        made_for=[made_for], review_on=review_on, wording=wording, languages="English, Urdu",
    )  # fmt: skip


def cell(area: Partnership, group: ParentGroup, topic: AdviceTopic = AdviceTopic.CO_SLEEPING) -> CoverageCell:
    return advice_coverage(by=area.as_("Sol Quill")).cells[topic, group]


# What there is


def test_an_empty_catalogue_lacks_all_four_topics_and_not_the_optional_one(area: Partnership) -> None:
    lacking = advice_coverage(by=area.as_("Bea Board")).lacking
    assert len(lacking) == 4
    assert lacking[-1] == LACKS_MEDICINES


def test_a_topic_is_covered_until_the_day_of_review_is_over(area: Partnership) -> None:
    leaflet(area, topic=AdviceTopic.PRESCRIBED_MEDICINES, review_on=MONDAY)
    assert LACKS_MEDICINES not in advice_coverage(by=area.as_("Bea Board")).lacking
    area.day = MONDAY + timedelta(days=1)
    assert LACKS_MEDICINES in advice_coverage(by=area.as_("Bea Board")).lacking
    assert cell(area, ParentGroup.ANY, AdviceTopic.PRESCRIBED_MEDICINES) is CoverageCell.OVERDUE


def test_what_is_for_any_parent_is_told_apart_from_what_is_made_for_some(area: Partnership) -> None:
    leaflet(area)
    leaflet(area, made_for=ParentGroup.FATHERS)
    found = [cell(area, one) for one in (ParentGroup.ANY, ParentGroup.FATHERS, ParentGroup.YOUNG)]
    assert found == [CoverageCell.CURRENT, CoverageCell.CURRENT, CoverageCell.FOR_ANYBODY]


def test_a_gap_with_an_action_is_planned(area: Partnership) -> None:
    assert cell(area, ParentGroup.FATHERS) is CoverageCell.NOTHING
    plan_for_advice_gap(
        by=area.as_("Bea Board"), topic=AdviceTopic.CO_SLEEPING, group=ParentGroup.FATHERS, says="Write one with fathers.",
        account=area.accounts["Mona Reed"].pk, due_on=MONDAY + timedelta(days=60),
    )  # fmt: skip
    assert cell(area, ParentGroup.FATHERS) is CoverageCell.PLANNED


def test_languages_are_those_of_current_items(area: Partnership) -> None:
    leaflet(area)
    assert advice_coverage(by=area.as_("Bea Board")).languages[AdviceTopic.CO_SLEEPING] == ["English, Urdu"]
    area.day = MONDAY + timedelta(days=91)
    assert advice_coverage(by=area.as_("Bea Board")).languages[AdviceTopic.CO_SLEEPING] == []


# Whose it is, and what parents made of it


def test_an_agency_enters_its_own_advice_alone(area: Partnership) -> None:
    with pytest.raises(Refused, match=ANOTHERS):
        leaflet(area, "Heath Lane")
    key = leaflet(area)
    with pytest.raises(Refused, match=ANOTHERS):
        record_advice_test(
            by=area.as_("Heath Lane"), on=MONDAY, advice_item=key, tested_by="A group", asked=8, says="They understood."
        )


def test_a_test_with_parents_says_by_whom_and_of_how_many(area: Partnership) -> None:
    key = leaflet(area)
    for asked in (8, 3):
        record_advice_test(
            by=area.as_("Mona Reed"),
            on=MONDAY,
            advice_item=key,
            tested_by="The parents' group",
            asked=asked,
            says="Clear.",
        )
    item, tests = advice_item(by=area.as_("Bea Board"), item=key)
    assert (item.tested_on, sorted(one.asked for one in tests)) == (MONDAY, ["8", "kept back"])
    with pytest.raises(CannotEnter, match="asked: has 0"):
        record_advice_test(by=area.as_("Mona Reed"), on=MONDAY, advice_item=key, tested_by="Us", asked=0, says="Clear.")


def test_an_item_says_how_its_wording_reads(area: Partnership) -> None:
    leaflet(area)
    (one,) = advice_items(by=area.as_("Bea Board"))
    assert one.reads is not None
    assert (one.reads.sentences, one.reads.reading_age) == (3, 11)


# The same message


def test_a_comparison_holds_until_an_item_changes(area: Partnership) -> None:
    with pytest.raises(NotPossible, match="Fewer than two agencies"):
        compare_advice(by=area.as_("Sol Quill"), on=MONDAY, topic=AdviceTopic.CO_SLEEPING, result=SameMessage.SAME)
    key = leaflet(area)
    leaflet(area, "Heath Lane", agency="Health visiting")
    compare_advice(by=area.as_("Sol Quill"), on=MONDAY, topic=AdviceTopic.CO_SLEEPING, result=SameMessage.SAME)
    first = advice_coverage(by=area.as_("Bea Board")).compared[AdviceTopic.CO_SLEEPING]
    assert first is not None
    assert (first.holds, first.by, first.read) == (True, "Sol Quill", "Health visiting's leaflet; Maternity's leaflet")
    revise_advice(
        by=area.as_("Mona Reed"), advice_item=key, name="Maternity's leaflet", topics=[AdviceTopic.CO_SLEEPING],
        made_for=[ParentGroup.ANY], review_on=MONDAY + timedelta(days=90), wording="Something else.",
    )  # fmt: skip
    second = advice_coverage(by=area.as_("Bea Board")).compared[AdviceTopic.CO_SLEEPING]
    assert second is not None
    assert second.holds is False


def test_who_finds_a_difference_says_in_what(area: Partnership) -> None:
    leaflet(area)
    leaflet(area, "Heath Lane", agency="Health visiting")
    with pytest.raises(CannotEnter, match="differs_in"):
        compare_advice(by=area.as_("Sol Quill"), on=MONDAY, topic=AdviceTopic.CO_SLEEPING, result=SameMessage.DIFFERS)


def test_sentences_of_one_agency_alone_are_a_prompt(area: Partnership) -> None:
    leaflet(area)
    leaflet(
        area, "Heath Lane", agency="Health visiting", wording=f"{SLEEP} Keep all medicines locked away from children."
    )
    found = advice_side_by_side(by=area.as_("Bea Board"), topic=AdviceTopic.CO_SLEEPING)
    alone = {"Health visiting": ["Keep all medicines locked away from children."], "Maternity": []}
    assert found.only_one_says == alone


# The pages


def test_the_page_says_what_is_missing_and_leads_to_planning(area: Partnership, signed_in: SignedIn) -> None:
    page = signed_in("Bea Board").get("/board/registers/advice").content.decode()
    assert LACKS_MEDICINES.replace("'", "&#39;") in page
    assert "/do/plan_for_advice_gap?topic=prescribed_medicines&amp;group=any" in page


def test_the_pages_of_an_item_and_of_a_topic_show_its_wording(area: Partnership, signed_in: SignedIn) -> None:
    key = leaflet(area)
    browser = signed_in("Sol Quill")
    item = browser.get(f"/board/registers/advice/{key}").content.decode()
    assert "Never fall asleep with your baby on a sofa." in item
    assert "It is a prompt to read the text again." in item
    side = browser.get("/board/registers/advice/topics/co_sleeping").content.decode()
    assert "Never fall asleep with your baby on a sofa." in side
    assert browser.get("/board/registers/advice/topics/other").status_code == 404


def test_the_catalogue_comes_as_files_of_values(area: Partnership, signed_in: SignedIn) -> None:
    leaflet(area)
    browser = signed_in("Audra Page")
    assert "Maternity's leaflet" in browser.get("/board/registers/advice.csv").content.decode()
    assert "Only what is for any parent" in browser.get("/board/registers/advice/coverage.csv").content.decode()

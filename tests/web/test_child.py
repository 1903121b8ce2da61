"""A child's pages: what somebody reads there, what they never read there, and where each thing leads."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from cast import MONDAY, Partnership
from everyday import days_on, expected_baby, father, me, withheld_father, works_with, young_person
from lxml import html

from lapwing.checks import CHECKS
from lapwing.conduct.findings import recompute
from lapwing.conduct.verbs.actions import give_action
from lapwing.conduct.verbs.addresses import begin_address
from lapwing.conduct.verbs.births import record_birth
from lapwing.conduct.verbs.concerns import raise_concern
from lapwing.conduct.verbs.exceptions import set_aside
from lapwing.conduct.verbs.hand_overs import hand_over
from lapwing.conduct.verbs.measurements import measure
from lapwing.conduct.verbs.observations import observe
from lapwing.conduct.verbs.plans import start_plan
from lapwing.records.entries import entries
from lapwing.records.models import Finding
from lapwing.records.store import Stamp, add
from lapwing.vocabulary.care_codes import (
    ExceptionReason,
    HandOverKind,
    MeasurementKind,
    MeasurementSource,
    ObservedWhat,
)
from lapwing.vocabulary.codes import AddressKind, ConcernKind, ContactSafety, Sex
from lapwing.vocabulary.work_codes import EvidenceBasis, PlanKind

PAGES = ("", "checks", "people", "plan", "entries", "chronology", "chronology/print", "chronology/give", "weight")


@pytest.fixture
def pregnancy(area: Partnership) -> str:
    return expected_baby(area)


@pytest.fixture
def child(pregnancy: str) -> str:
    return str(entries("child").get(pregnancy=pregnancy).pk)


def page(client: Any, child: str, name: str = "", **asked: str) -> Any:
    """A page of a child, as it is read."""
    answer = client.get(f"/children/{child}/{name}", asked)
    assert answer.status_code == 200, answer.status_code
    return html.fromstring(answer.content.decode())


def text(of: Any) -> str:
    said = " ".join(" ".join(of.itertext()).split())
    return re.sub(r" ([.,:;)])", r"\1", said)


def main(of: Any) -> str:
    return text(of.xpath("//main")[0])


def section(of: Any, name: str) -> Any:
    """The part of a page under the heading with this name."""
    return of.xpath(f"//section[@aria-labelledby='{name}']")[0]


# The overview


def test_the_overview_says_who_the_child_is_and_when_it_is_due(area: Partnership, child: str, signed_in: Any) -> None:
    read = main(page(signed_in("Mira Wells"), child))
    assert read.startswith("Unborn child of Anna Vale Expected 5 October 2026 (22 weeks now)")


def test_of_a_born_child_sex_and_nhs_number_are_at_hand(
    area: Partnership, pregnancy: str, child: str, signed_in: Any
) -> None:
    record_birth(
        by=area.as_("Mira Wells", days_on(120)), on=days_on(120), child=child, given_name="Finn", sex=Sex.MALE,
        nhs_number="9990000018",
    )  # fmt: skip
    read = main(page(signed_in("Mira Wells"), child))
    assert "Born 29 September 2026, 0 days old" in read
    assert "Male" in read
    assert "9990000018" in read


def test_where_nobody_leads_that_is_a_gap_and_who_could_is_offered(
    area: Partnership, pregnancy: str, child: str, signed_in: Any
) -> None:
    for one in entries("involvement"):
        one.lead = None
        one.save()
    of = page(signed_in("Mira Wells"), child)
    lead = of.xpath("//p[@class='lw-lead']")[0]
    assert text(lead) == "Nobody leads. Mira Wells leads from now on"
    assert "/do/make_lead?involvement=" in lead.xpath(".//a/@href")[0]


def test_a_father_whom_nobody_named_is_a_card_like_the_mothers_with_what_to_do(
    area: Partnership, child: str, signed_in: Any
) -> None:
    cards = section(page(signed_in("Mira Wells"), child), "people").xpath(".//article")
    assert [text(one.xpath("./p")[0]) for one in cards] == ["Birth mother", "Birth father"]
    assert "Nobody is recorded as the father." in text(cards[1])
    assert "/do/relate_person?role=birth_father" in cards[1].xpath(".//a/@href")[0]


def test_a_card_says_what_is_known_and_in_one_line_what_is_not(
    area: Partnership, pregnancy: str, child: str, signed_in: Any
) -> None:
    father(area, pregnancy)
    card = section(page(signed_in("Mira Wells"), child), "people").xpath(".//article")[1]
    assert [text(one) for one in card.xpath(".//dt")] == [
        "What is known of who they are",
        "Whether services may be in touch with them",
    ]
    assert "Not recorded: parental responsibility, lives with the child" in text(card)
    assert "/do/describe_relationship?relationship=" in card.xpath(".//p[@class='lw-card__missing']//a/@href")[0]


def test_whom_services_must_not_contact_is_a_banner(
    area: Partnership, pregnancy: str, child: str, signed_in: Any
) -> None:
    father(area, pregnancy, safety=ContactSafety.MUST_NOT_CONTACT)
    banner = page(signed_in("Mira Wells"), child).xpath("//div[@class='lw-safety']")[0]
    assert text(banner) == "For safety Noah: must not be contacted. Check before you write, ring or visit."


def test_one_check_of_several_concerns_is_one_line_with_a_list(
    area: Partnership, pregnancy: str, child: str, signed_in: Any
) -> None:
    for kind in (ConcernKind.DOMESTIC_ABUSE, ConcernKind.DRUGS):
        raise_concern(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, kind=kind, significant=True)
    area.as_("Mira Wells", days_on(30))
    recompute([child], day=days_on(30), at=area.as_("Mira Wells").at)
    lines = section(page(signed_in("Mira Wells"), child), "checks").xpath(".//li[contains(@class, 'lw-finding')]")
    asks = [text(one.xpath("./h3")[0]) for one in lines]
    assert len(asks) == len(set(asks))
    several = next(one for one in lines if CHECKS["fragility.action_or_reason_recorded"].asks in text(one))
    assert [text(one) for one in several.xpath("./ul/li/a")] == ["Concern: Domestic abuse", "Concern: Drugs"]


def test_a_record_that_has_ended_asks_for_nothing(
    area: Partnership, pregnancy: str, child: str, signed_in: Any
) -> None:
    from everyday import lose

    lose(area, pregnancy)
    of = page(signed_in("Mira Wells"), child)
    assert "This record has ended. Nothing is asked of anybody any more." in main(of)
    assert not of.xpath("//main//a[contains(@href, '/do/')]")
    assert "Nobody leads" not in main(of)
    assert "Nothing recorded since" not in main(page(signed_in("Mira Wells"), child, "chronology"))


def test_other_children_of_the_family_in_sight_are_linked(
    area: Partnership, pregnancy: str, child: str, signed_in: Any
) -> None:
    mother = str(entries("pregnancy").get(pk=pregnancy).mother_id)
    stamp = Stamp(area.as_("Mira Wells").at, area.accounts["Mira Wells"].pk)
    person = add("person", {"given_name": "Ivo", "family_name": "Vale", "born_on": date(2024, 5, 1)}, stamp)
    brother = add("child", {"person_id": person}, stamp)
    add("relationship", {"child_id": brother, "person_id": mother, "role": "birth_mother"}, stamp)
    assert not page(signed_in("Mira Wells"), child).xpath("//section[@aria-labelledby='family']")
    works_with(area, "Mira Wells", child=brother)
    links = section(page(signed_in("Mira Wells"), child), "family").xpath(".//a")
    assert [(text(one), one.get("href")) for one in links] == [("Ivo Vale", f"/children/{brother}/")]


# Checks, people, plan


def test_checks_stand_by_heading_and_are_narrowed_in_the_address(
    area: Partnership, pregnancy: str, child: str, signed_in: Any
) -> None:
    raise_concern(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, kind=ConcernKind.DRUGS, significant=True)
    mira = signed_in("Mira Wells")
    whole = page(mira, child, "checks")
    assert "Every heading" in main(whole)
    some = page(mira, child, "checks", outcome="not_yet_due")
    tags = {text(one) for one in some.xpath("//main//*[contains(@class, 'lw-tag')]")}
    assert tags == {"Not yet due"}
    assert len(some.xpath("//main//a[contains(@href, '/findings/')]")) < len(
        whole.xpath("//main//a[contains(@href, '/findings/')]")
    )
    assert "No finding is like that." in main(page(mira, child, "checks", heading="nothing"))


def test_the_picture_and_its_list_say_the_same_and_a_gap_is_drawn_broken(
    area: Partnership, pregnancy: str, child: str, signed_in: Any
) -> None:
    hand_over(
        by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, kind=HandOverKind.POSTNATAL_TRANSFER,
        to_agency=area.agencies["Health visiting"],
    )  # fmt: skip
    of = page(signed_in("Mira Wells"), child, "people")
    drawn = " ".join(text(one) for one in of.xpath("//main//*[local-name()='svg']//*[local-name()='text']"))
    for said in ("Anna Vale", "Nobody is recorded", "Maternity", "Mira Wells", "Health visiting", "not accepted"):
        assert said in drawn
    listed = [text(one) for one in of.xpath("//ul[contains(@class, 'lw-tied')]/li")]
    assert listed == [
        "Anna Vale: birth mother",
        "Nobody is recorded as the father: birth father drawn with a broken line",
        "Maternity: works with the child (Mira Wells)",
        "Health visiting: handed over, not accepted drawn with a broken line",
    ]
    broken = of.xpath("//main//*[local-name()='line'][@stroke-dasharray]")
    assert len(broken) == 2
    assert not of.xpath("//main//*[local-name()='svg']//*[@style]")


def test_who_is_withheld_is_drawn_as_that_and_no_key_of_theirs_is_on_any_page(
    area: Partnership, pregnancy: str, child: str, signed_in: Any
) -> None:
    from lapwing.conduct.verbs.people import withhold_identity

    noah = father(area, pregnancy)
    relationship = str(entries("relationship").get(person=noah).pk)
    withhold_identity(by=area.as_("Mona Reed"), on=MONDAY, relationship=relationship, review_on=days_on(90))
    mira = signed_in("Mira Wells")
    assert "Withheld for safety" in main(page(mira, child, "people"))
    for name in PAGES:
        shown = mira.get(f"/children/{child}/{name}").content.decode()
        assert "Noah" not in shown, name
        assert noah not in shown, name


def test_the_plan_says_what_is_being_done_about_each_concern_and_where_nothing_is(
    area: Partnership, pregnancy: str, child: str, signed_in: Any
) -> None:
    works_with(area, "Sam Birch", pregnancy=pregnancy)
    by = area.as_("Sam Birch")
    start_plan(by=by, on=MONDAY, pregnancy=pregnancy, kind=PlanKind.CHILD_IN_NEED, led_by=me(area, "Sam Birch"))
    drugs = raise_concern(by=area.as_("Sam Birch"), on=MONDAY, pregnancy=pregnancy, kind=ConcernKind.DRUGS)
    raise_concern(by=area.as_("Sam Birch"), on=MONDAY, pregnancy=pregnancy, kind=ConcernKind.HOMELESSNESS)
    give_action(
        by=area.as_("Sam Birch"), on=MONDAY, pregnancy=pregnancy, concern=drugs, says="See the drugs nurse",
        owned_by=me(area, "Mira Wells"), due_on=days_on(14),
    )  # fmt: skip
    area.as_("Mira Wells", days_on(20))
    of = page(signed_in("Mira Wells"), child, "plan")
    assert "Since 1 June 2026. Led by Sam Birch." in text(section(of, "plans"))
    concerns = [text(one) for one in section(of, "concerns").xpath("./div")]
    assert any(
        "See the drugs nurse Mira Wells. Not accepted yet. Due 15 June 2026 (overdue)" in one for one in concerns
    )
    assert any(
        one.startswith("Homelessness") and "Nothing is recorded as being done about it." in one for one in concerns
    )


def test_all_entries_are_counted_by_kind_and_lead_to_their_lists(area: Partnership, child: str, signed_in: Any) -> None:
    of = page(signed_in("Mira Wells"), child, "entries")
    row = next(one for one in of.xpath("//tbody/tr") if text(one).startswith("Due dates"))
    assert text(row) == "Due dates 1"
    assert signed_in("Mira Wells").get(row.xpath(".//a/@href")[0]).status_code == 200


# Weight


@pytest.fixture
def baby(area: Partnership, child: str) -> str:
    area.as_("Mira Wells", days_on(120))
    record_birth(by=area.as_("Mira Wells"), on=days_on(120), child=child, given_name="Finn", sex=Sex.FEMALE)
    for day, grams, needs in ((120, 3300, False), (127, 3100, True)):
        measure(
            by=area.as_("Mira Wells", days_on(day)), on=days_on(day), child=child, kind=MeasurementKind.WEIGHT, value=grams,
            unit="g", source=MeasurementSource.HEALTH_PROFESSIONAL, needs_response=needs,
        )  # fmt: skip
    return child


def test_weights_stand_in_a_table_with_the_change_and_who_has_not_responded(
    area: Partnership, baby: str, signed_in: Any
) -> None:
    of = page(signed_in("Mira Wells"), baby, "weight")
    rows = [text(one) for one in of.xpath("//tbody/tr")]
    assert rows == [
        "6 October 2026 3.1 kg 7 days -200 g Health professional Needs a response; nobody has responded",
        "29 September 2026 3.3 kg Health professional",
    ]
    assert of.xpath("//main//img/@alt")[0].endswith("It fell 1 time. The table says the same.")
    assert "Centiles are off in this area" in main(of)


def test_the_chart_is_a_picture_for_whoever_may_open_the_record(area: Partnership, baby: str, signed_in: Any) -> None:
    chart = signed_in("Mira Wells").get(f"/children/{baby}/weight.svg")
    assert chart["Content-Type"] == "image/svg+xml"
    assert chart.content.startswith(b"<svg")
    assert signed_in("Perry Stone").get(f"/children/{baby}/weight.svg").status_code == 404


def test_a_child_without_weights_has_no_chart(area: Partnership, child: str, signed_in: Any) -> None:
    assert signed_in("Mira Wells").get(f"/children/{child}/weight.svg").status_code == 404


def test_centile_lines_are_drawn_where_the_area_has_switched_them_on(
    area: Partnership, baby: str, signed_in: Any, settings: Any, tmp_path: Any
) -> None:
    pytest.importorskip("rcpchgrowth")
    file = tmp_path / "area.toml"
    file.write_text('[settings]\n"weight.centiles" = "on"\n')
    settings.AREA_SETTINGS = str(file)
    mira = signed_in("Mira Wells")
    assert "nine centile lines" in main(page(mira, baby, "weight"))
    assert "99.6th" in mira.get(f"/children/{baby}/weight.svg").content.decode()


# A finding


def test_a_finding_says_what_it_is_about_and_which_exception_holds(
    area: Partnership, pregnancy: str, child: str, signed_in: Any
) -> None:
    concern = raise_concern(
        by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, kind=ConcernKind.DRUGS, significant=True
    )
    check = Finding.objects.filter(child=child, subject=concern).order_by("check_code").first()
    assert check is not None
    set_aside(
        by=area.as_("Mona Reed"), on=MONDAY, child=child, check=check.check_code, subject=concern,
        reason=ExceptionReason.OTHER, says="Known already", expires_on=days_on(30),
    )  # fmt: skip
    read = main(page(signed_in("Mira Wells"), child, f"findings/{check.check_code}/{concern}"))
    assert "About Concern: Drugs" in read
    assert "Set aside until 1 July 2026." in read
    assert "Known already. Mona Reed, 1 June 2026" in read


# What nobody reads who must not


def test_a_protected_address_is_on_no_page_for_whoever_does_not_work_with_the_child_themselves(
    area: Partnership, pregnancy: str, child: str, signed_in: Any
) -> None:
    mother = str(entries("pregnancy").get(pk=pregnancy).mother_id)
    begin_address(
        by=area.as_("Mira Wells"), on=MONDAY, person=mother, kind=AddressKind.REFUGE, on_one_line="7 Mill Row",
        postcode="ZZ99 1AA",
    )  # fmt: skip
    observe(
        by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, basis=EvidenceBasis.REPORTED,
        of=ObservedWhat.PARENT, says="She is at 7 Mill Row",
    )  # fmt: skip
    manager = signed_in("Mona Reed")
    for name in PAGES:
        answer = manager.get(f"/children/{child}/{name}")
        assert answer.status_code == 200
        assert not re.search("Mill Row|ZZ99", answer.content.decode()), name
    assert "Where this family lives is protected." in main(page(manager, child))


@pytest.mark.parametrize("name", [*PAGES, "weight.svg", "chronology.docx"])
def test_a_record_out_of_sight_is_not_there_on_any_page(
    area: Partnership, child: str, signed_in: Any, name: str
) -> None:
    assert signed_in("Perry Stone").get(f"/children/{child}/{name}").status_code == 404


# How much is asked of the database


@pytest.mark.parametrize(
    ("name", "most"),
    [("", 133), ("checks", 105), ("people", 90), ("plan", 90), ("entries", 90), ("chronology", 135)],
)
def test_a_page_asks_the_database_the_same_however_much_is_on_record(
    area: Partnership,
    pregnancy: str,
    child: str,
    signed_in: Any,
    django_assert_max_num_queries: Any,
    name: str,
    most: int,
) -> None:
    mira = signed_in("Mira Wells")
    stamp = Stamp(area.as_("Mira Wells").at, area.accounts["Mira Wells"].pk, None, area.agencies["Maternity"])
    mira.get(f"/children/{child}/{name}")
    for day in range(40):
        add("contact", {"pregnancy_id": pregnancy, "kind": "telephone", "happened_on": days_on(day % 7)}, stamp)
    with django_assert_max_num_queries(most):
        mira.get(f"/children/{child}/{name}")


def test_a_young_persons_private_service_is_on_no_page_of_others(area: Partnership, signed_in: Any) -> None:
    child = young_person(area)
    works_with(area, "Hazel Ford", child=child, private=True)
    sam = signed_in("Sam Birch")
    for name in PAGES:
        assert not re.search("Hazel|Health visiting", sam.get(f"/children/{child}/{name}").content.decode()), name


def test_a_father_withheld_without_a_name_is_present_all_the_same(
    area: Partnership, pregnancy: str, child: str, signed_in: Any
) -> None:
    withheld_father(area, pregnancy)
    card = section(page(signed_in("Mira Wells"), child), "people").xpath(".//article")[1]
    assert text(card).startswith("Birth father Withheld for safety")
    assert "Not recorded" not in text(card)

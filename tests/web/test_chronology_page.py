"""The chronology on the screen, on paper, and as a document that goes to another agency."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from cast import MONDAY, Partnership
from docx import Document
from everyday import days_on, expected_baby, father, works_with, young_person
from lxml import html

from lapwing.conduct.verbs.addresses import begin_address
from lapwing.conduct.verbs.concerns import raise_concern
from lapwing.conduct.verbs.observations import observe
from lapwing.conduct.verbs.people import withhold_identity
from lapwing.records.entries import entries
from lapwing.records.models import Event
from lapwing.vocabulary.care_codes import ObservedWhat
from lapwing.vocabulary.codes import AddressKind, ConcernKind
from lapwing.vocabulary.work_codes import EvidenceBasis


@pytest.fixture
def pregnancy(area: Partnership) -> str:
    pregnancy = expected_baby(area)
    works_with(area, "Sam Birch", pregnancy=pregnancy)
    return pregnancy


@pytest.fixture
def child(pregnancy: str) -> str:
    return str(entries("child").get(pregnancy=pregnancy).pk)


def saw(area: Partnership, name: str, pregnancy: str, says: str, *, on: int, known: int) -> None:
    observe(
        by=area.as_(name, days_on(known)), on=days_on(on), pregnancy=pregnancy, basis=EvidenceBasis.SEEN,
        of=ObservedWhat.HOME, says=says,
    )  # fmt: skip


def page(client: Any, child: str, name: str = "chronology", **asked: str) -> Any:
    answer = client.get(f"/children/{child}/{name}", asked)
    assert answer.status_code == 200, answer.status_code
    return html.fromstring(answer.content.decode())


def line(of: Any) -> list[str]:
    """What stands in the line of time, item by item."""
    return [" ".join(" ".join(one.itertext()).split()) for one in of.xpath("//ol[contains(@class, 'moj-timeline')]/li")]


def document(client: Any, child: str, agency: str, purpose: str = "meeting") -> bytes:
    answer = client.get(f"/children/{child}/chronology.docx", {"agency": agency, "purpose": purpose})
    assert answer.status_code == 200, answer.status_code
    content: bytes = answer.content
    return content


def everything_in(made: bytes) -> str:
    """Every letter of a document, its hidden parts and particulars too."""
    with ZipFile(BytesIO(made)) as parts:
        return " ".join(re.sub("<[^>]+>", "", parts.read(name).decode("utf-8", "ignore")) for name in parts.namelist())


# On the screen


def test_all_agencies_stand_in_one_line_with_when_it_happened_and_when_it_was_recorded(
    area: Partnership, pregnancy: str, child: str, signed_in: Any
) -> None:
    saw(area, "Sam Birch", pregnancy, "No cot", on=2, known=9)
    newest = line(page(signed_in("Mira Wells"), child))
    assert (
        newest[0]
        == "3 June 2026 recorded 7 days after Observation of the home (seen by a practitioner): No cot Social care"
    )
    oldest = line(page(signed_in("Mira Wells"), child, order="oldest"))
    assert oldest == newest[::-1]


def test_it_is_narrowed_by_agency_kind_and_days_in_the_address(
    area: Partnership, pregnancy: str, child: str, signed_in: Any
) -> None:
    saw(area, "Sam Birch", pregnancy, "No cot", on=2, known=9)
    raise_concern(by=area.as_("Mira Wells"), on=days_on(5), pregnancy=pregnancy, kind=ConcernKind.DRUGS)
    mira = signed_in("Mira Wells")
    for asked in ({"agency": area.agencies["Social care"]}, {"kind": "observation"}):
        assert [one for one in line(page(mira, child, **asked)) if "No cot" not in one and "Nothing" not in one] == []
    assert "drugs" in " ".join(line(page(mira, child, since="2026-06-06")))
    assert "No cot" not in " ".join(line(page(mira, child, since="2026-06-06")))
    assert "drugs" not in " ".join(line(page(mira, child, until="5/6/2026")))


def test_what_is_no_date_is_said_and_linked_to_its_box(area: Partnership, child: str, signed_in: Any) -> None:
    answer = signed_in("Mira Wells").get(f"/children/{child}/chronology", {"since": "soon", "known_on": "2027-01-01"})
    assert answer.status_code == 422
    of = html.fromstring(answer.content.decode())
    assert of.xpath("//title/text()")[0].startswith("Error: ")
    links = of.xpath("//div[contains(@class, 'govuk-error-summary')]//a")
    assert [(one.get("href"), one.text) for one in links] == [
        ("#since", "This is no date. Write it like 27/3/2026"),
        ("#known_on", "As known on needs today or a day before"),
    ]


def test_a_long_one_is_shown_in_parts_and_printed_whole(
    area: Partnership, pregnancy: str, child: str, signed_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lapwing.web.pages.chronology.A_PAGE", 2)
    saw(area, "Sam Birch", pregnancy, "No cot", on=2, known=2)
    mira = signed_in("Mira Wells")
    whole = line(page(mira, child, "chronology/print"))
    parts = [line(page(mira, child, page=str(number))) for number in range(1, len(whole) // 2 + len(whole) % 2 + 1)]
    assert max(map(len, parts)) == 2
    assert [one for some in parts for one in some] == whole


def test_a_stretch_with_nothing_is_seen(area: Partnership, pregnancy: str, child: str, signed_in: Any) -> None:
    saw(area, "Sam Birch", pregnancy, "No cot", on=42, known=42)
    area.as_("Mira Wells", days_on(77))
    shown = line(page(signed_in("Mira Wells"), child))
    assert shown[0] == "Nothing recorded since, for 5 weeks"
    assert shown[2] == "Nothing recorded for 6 weeks"


def test_as_known_on_a_day_is_marked_and_has_nothing_later(
    area: Partnership, pregnancy: str, child: str, signed_in: Any
) -> None:
    saw(area, "Sam Birch", pregnancy, "No cot", on=2, known=9)
    of = page(signed_in("Mira Wells"), child, known_on="2026-06-08")
    assert "As known on 8 June 2026." in " ".join(of.xpath("//div[@class='lw-known']")[0].itertext())
    assert "No cot" not in " ".join(line(of))


def test_the_page_for_printing_has_no_links_and_says_who_printed_it(
    area: Partnership, pregnancy: str, child: str, signed_in: Any
) -> None:
    saw(area, "Sam Birch", pregnancy, "No cot", on=2, known=9)
    of = page(signed_in("Mira Wells"), child, "chronology/print", order="oldest")
    assert line(of)[-1].startswith("3 June 2026 recorded 7 days after")
    assert not of.xpath("//ol//a")
    assert "Printed by Mira Wells on 10 June 2026 at 12:00." in " ".join(" ".join(of.itertext()).split())


# As a document


def test_whoever_gives_it_sees_first_what_is_left_out_and_is_offered_to_record_the_sharing(
    area: Partnership, pregnancy: str, child: str, signed_in: Any
) -> None:
    mother = str(entries("pregnancy").get(pk=pregnancy).mother_id)
    begin_address(
        by=area.as_("Mira Wells"), on=MONDAY, person=mother, kind=AddressKind.REFUGE, on_one_line="7 Mill Row",
        postcode="ZZ99 1AA",
    )  # fmt: skip
    saw(area, "Mira Wells", pregnancy, "She is settled at 7 Mill Row", on=0, known=0)
    ours = area.agencies["Social care"]
    of = page(signed_in("Mira Wells"), child, "chronology/give", agency=ours, purpose="meeting")
    read = " ".join(" ".join(of.xpath("//main")[0].itertext()).split())
    assert "What Social care does not get" in read
    assert "It says where somebody lives whose address is protected (1 entry)" in read
    assert of.xpath("//a[contains(@href, '/do/share?to_agency=')]")
    assert not Event.objects.filter(verb="export").exists()


def test_a_protected_address_hidden_in_what_somebody_wrote_is_in_no_document(
    area: Partnership, pregnancy: str, child: str, signed_in: Any
) -> None:
    mother = str(entries("pregnancy").get(pk=pregnancy).mother_id)
    begin_address(
        by=area.as_("Mira Wells"), on=MONDAY, person=mother, kind=AddressKind.REFUGE, on_one_line="7 Mill Row",
        postcode="ZZ99 1AA",
    )  # fmt: skip
    saw(area, "Mira Wells", pregnancy, "She is settled at 7, Mill Row (zz991aa) since Friday", on=0, known=0)
    mira = signed_in("Mira Wells")
    assert "7, Mill Row" in " ".join(line(page(mira, child)))
    for agency in ("Social care", "Maternity"):
        made = everything_in(document(mira, child, area.agencies[agency]))
        assert "She is settled at [withheld]" in made
        assert not re.search("mill row|zz99", made, re.IGNORECASE), agency


def test_a_document_says_on_its_first_page_for_whom_by_whom_and_what_is_left_out(
    area: Partnership, pregnancy: str, child: str, signed_in: Any
) -> None:
    saw(area, "Sam Birch", pregnancy, "No cot", on=2, known=9)
    made = Document(BytesIO(document(signed_in("Mira Wells"), child, area.agencies["Social care"], "court")))
    said = [one.text for one in made.paragraphs]
    assert said[0] == "Chronology: Unborn child of Anna Vale"
    assert {"For: Social care", "What it is for: Court proceedings"} <= set(said)
    assert "Made by Mira Wells on 10 June 2026 at 12:00" in said
    assert "What is left out, and why" in said
    rows = [[cell.text for cell in row.cells] for row in made.tables[0].rows]
    assert rows[0] == ["Day", "What happened", "Recorded by", "Recorded"]
    assert rows[-1] == [
        "3 June 2026",
        "Observation of the home (seen by a practitioner): No cot",
        "Social care",
        "recorded 7 days after",
    ]
    kept = Event.objects.get(verb="export", child=child)
    assert kept.by == area.accounts["Mira Wells"]


def test_a_document_names_nobody_who_is_withheld(area: Partnership, pregnancy: str, child: str, signed_in: Any) -> None:
    noah = father(area, pregnancy)
    saw(area, "Mira Wells", pregnancy, "Noah came to the door", on=0, known=0)
    relationship = str(entries("relationship").get(person=noah).pk)
    withhold_identity(by=area.as_("Mona Reed"), on=MONDAY, relationship=relationship, review_on=days_on(90))
    assert "Noah" not in everything_in(document(signed_in("Mira Wells"), child, area.agencies["Social care"]))


def test_a_document_names_no_service_that_works_in_private(area: Partnership, signed_in: Any) -> None:
    child = young_person(area)
    works_with(area, "Perry Stone", child=child)
    works_with(area, "Hazel Ford", child=child, private=True)
    observe(
        by=area.as_("Perry Stone"), on=MONDAY, child=child, basis=EvidenceBasis.REPORTED, of=ObservedWhat.YOUNG_PERSON,
        says="Hazel Ford of Health visiting rang",
    )  # fmt: skip
    made = everything_in(document(signed_in("Sam Birch"), child, area.agencies["Police"]))
    assert "rang" in made
    assert not re.search("Hazel|Health visiting", made)


def test_a_document_for_an_agency_that_is_not_near_is_not_made(area: Partnership, child: str, signed_in: Any) -> None:
    mira = signed_in("Mira Wells")
    asked = {"agency": area.agencies["Police"], "purpose": "meeting"}
    answer = mira.get(f"/children/{child}/chronology.docx", asked)
    assert answer.status_code == 422
    assert "Choose one of these agencies" in answer.content.decode()
    assert not Event.objects.filter(verb="export").exists()

"""The yearly report as a page and as a Word document, which hold the same, and who does what with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from brought_in import NOON, TODAY, brought_in, invented
from cast import Partnership
from django.test import Client
from docx import Document as word_document
from pages_read import links, main, page, text

from lapwing.board.figures import count_all
from lapwing.board.verbs.yearly_reports import begin_yearly_report, write_report_part
from lapwing.records import store
from lapwing.records.entries import entries
from lapwing.vocabulary.board.reports import ReportPart
from lapwing.web.templating import address

SignedIn = Callable[..., Client]
REPORT = "/board/report/2025"


@pytest.fixture
def report(area: Partnership) -> str:
    key = begin_yearly_report(by=area.as_("Bea Board"), year=2025, on=TODAY)
    stamp = area.as_("Bea Board").stamp()
    store.add("board_action", {"says": "Write to every GP.", "done_on": date(2025, 9, 1)}, stamp)
    says = "A hard year.\n\nYet one in which we learned."
    write_report_part(by=area.as_("Bea Board"), on=TODAY, yearly_report=key, part=ReportPart.FOREWORD, says=says)
    return key


def tables_of_page(client: Client) -> list[list[list[str]]]:
    found = page(client, REPORT).xpath("//main//table")
    return [[[text(cell) for cell in row.xpath("./th|./td")] for row in one.xpath(".//tr")] for one in found]


def word(client: Client) -> Any:
    answer = client.get(f"{REPORT}/word")
    assert answer.status_code == 200
    return word_document(BytesIO(answer.content))


def test_the_page_and_the_word_document_hold_the_same(area: Partnership, signed_in: SignedIn, report: str) -> None:
    brought_in(invented(300))
    count_all(day=TODAY, at=NOON)
    client = signed_in("Bea Board")
    document = word(client)
    in_word = [[[" ".join(cell.text.split()) for cell in row.cells] for row in one.rows] for one in document.tables]
    assert in_word == tables_of_page(client)
    assert any("%)" in cell for rows in in_word for row in rows for cell in row)
    shown = page(client, REPORT)
    headings = [text(one) for one in shown.xpath("//main//section[starts-with(@aria-labelledby, 'part-')]/*[1]")]
    assert headings == [
        one.text for one in document.paragraphs if one.style.name.startswith("Heading") and one.text != "Contents"
    ]


def test_the_word_document_can_be_found_about_in(signed_in: SignedIn, report: str) -> None:
    document = word(signed_in("Sol Quill"))
    assert document.core_properties.title == "Yearly report 2025 to 2026: Safeguarding partnership"
    assert document.core_properties.language == "en-GB"
    assert document.styles["Normal"].element.rPr.xpath("w:lang/@w:val") == ["en-GB"]
    assert "TOC" in "".join(document.element.xpath("//w:instrText/text()"))
    assert "PAGE" in "".join(document.sections[0].footer._element.xpath(".//w:instrText/text()"))
    for table in document.tables:
        assert table.rows[0]._tr.xpath("w:trPr/w:tblHeader")
        assert table._tbl.tblPr.xpath("w:tblCaption/@w:val")
        assert table._tbl.tblPr.xpath("w:tblDescription/@w:val")
    levels = [int(one.style.name[-1]) for one in document.paragraphs if one.style.name.startswith("Heading")]
    assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False))


def test_the_page_has_one_first_heading_and_skips_no_level(signed_in: SignedIn, report: str) -> None:
    shown = page(signed_in("Bea Board"), REPORT)
    levels = [int(one.tag[1]) for one in shown.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False))
    for table in shown.xpath("//main//table"):
        assert table.xpath("./caption")
        assert all(head.get("scope") for head in table.xpath(".//th"))


def test_each_reader_is_offered_what_is_theirs_to_write(signed_in: SignedIn, report: str) -> None:
    officer = page(signed_in("Bea Board"), REPORT)
    assert links(officer, "Change: Foreword")
    assert links(officer, "Write: What we did")
    assert links(officer, "Publish")
    assert not links(officer, "Write: What independent scrutiny says")
    scrutineer = page(signed_in("Sol Quill"), REPORT)
    assert links(scrutineer, "Write: What independent scrutiny says")
    assert not links(scrutineer, "Change: Foreword")
    assert not links(scrutineer, "Publish")
    assert "What people write" not in main(page(signed_in("Mona Reed"), REPORT))
    assert signed_in("Mira Wells").get(REPORT).status_code == 403


def test_a_report_is_written_and_published_by_its_forms(area: Partnership, signed_in: SignedIn, report: str) -> None:
    client = signed_in("Bea Board")
    (href,) = links(page(client, REPORT), "Write: What we did")
    sent = client.post(href, {**_filled_in(client, href), "says": "We listened.", **_on()})
    assert sent.status_code == 302
    assert sent["Location"] == REPORT
    assert "We listened." in main(page(client, REPORT))
    (href,) = links(page(client, REPORT), "Publish")
    confirm = {**_filled_in(client, href), **_on()}
    assert client.post(href, confirm).status_code == 200
    assert client.post(href, {**confirm, "confirmed": "yes"}).status_code == 302
    before = tables_of_page(client)
    store.add("board_action", {"says": "Too late.", "done_on": date(2025, 9, 1)}, area.as_("Bea Board").stamp())
    assert tables_of_page(client) == before
    said = main(page(client, REPORT))
    assert "Published on 1 June 2026" in said
    assert "What people write" not in said
    assert entries("yearly_report").get(pk=report).published_on == TODAY


def _filled_in(client: Client, href: str) -> dict[str, str]:
    """What the form has filled in by itself."""
    filled = page(client, href).xpath("//main//input[@type='hidden' or @checked]")
    return {one.get("name"): one.get("value", "") for one in filled}


def _on() -> dict[str, str]:
    return {"on-day": "1", "on-month": "6", "on-year": "2026"}


def test_the_list_says_which_year_waits_and_by_when(signed_in: SignedIn, area: Partnership) -> None:
    client = signed_in("Bea Board")
    said = page(client, address("board_reports"))
    assert "There is no report yet on 2025 to 2026. It is to be published by 30 September 2026." in main(said)
    assert links(said, "Begin the report on 2025 to 2026")
    assert not links(page(signed_in("Sol Quill"), address("board_reports")), "Begin")
    assert signed_in("Sol Quill").get("/board/report/2024").status_code == 404


def test_an_officer_begins_the_report_that_waits_and_one_on_another_year(
    area: Partnership, signed_in: SignedIn
) -> None:
    officer = signed_in("Bea Board")
    (waits,) = links(page(officer, address("board_reports")), "Begin the report on 2025 to 2026")
    day = {
        f"on-{part}": str(number) for part, number in (("day", TODAY.day), ("month", TODAY.month), ("year", TODAY.year))
    }
    assert officer.post(waits, day).headers["Location"] == REPORT
    (another,) = links(page(officer, address("board_reports")), "Begin a report on another year")
    officer.post(another, {**day, "year": "2023"})
    assert links(page(officer, address("board_reports")), "Report on 2023 to 2024")
    assert not links(page(signed_in("Audra Page"), address("board_reports")), "Begin")

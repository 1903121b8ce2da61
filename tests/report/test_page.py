"""The page of findings: what it shows, what it never shows, and that it stands on its own."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from lapwing.checks import CHECKS
from lapwing.engine.check import DOES_NOT_FIT
from lapwing.engine.run import Question
from lapwing.exchange.reading import Notice, Reading
from lapwing.lessons.settings import shipped_settings
from lapwing.report import Checked, check
from lapwing.report.page import findings_page
from lapwing.simulate import simulate
from lapwing.vocabulary.record_set import RecordSet

DAY = date(2026, 6, 1)


def _checked(records: RecordSet, **said: list[Notice]) -> Checked:
    reading = Reading(Path("area"), "record tables", records, **said)  # type: ignore[arg-type]
    return check(reading, Question(list(CHECKS.values()), DAY, shipped_settings()))


@pytest.fixture(scope="module")
def checked() -> Checked:
    return _checked(simulate(300, 1, today=DAY))


@pytest.fixture(scope="module")
def text(checked: Checked) -> str:
    return "".join(findings_page(checked))


@pytest.fixture(scope="module")
def page(text: str) -> html.HtmlElement:
    return html.document_fromstring(text)


def test_it_stands_on_its_own(page: html.HtmlElement) -> None:
    assert not page.xpath("//script | //link | //img | //iframe | //*[@src]")
    assert all(link.get("href").startswith("#") for link in page.xpath("//a"))


def test_every_link_leads_somewhere(page: html.HtmlElement) -> None:
    places = page.xpath("//@id")
    assert len(places) == len(set(places))
    assert {link[1:] for link in page.xpath("//a/@href")} <= set(places)


def test_every_open_finding_is_due_somewhere_and_told_of_a_child(checked: Checked, page: html.HtmlElement) -> None:
    still_open = checked.findings.frame.filter(
        checked.findings.frame["outcome"].is_in(["not_met", "cannot_tell", "due_soon", "not_yet_due"])
    )
    assert len(page.xpath("//table[contains(@class, 'worklist')]/tbody/tr")) == still_open.height
    reasons = sorted(" ".join(reason.text_content().split()) for reason in page.xpath("//p[@class='reason']"))
    assert reasons == sorted(" ".join(reason.split()) for reason in still_open["reason"])


def test_each_finding_shows_its_facts_its_rule_and_what_would_meet_it(page: html.HtmlElement) -> None:
    for finding in page.xpath("//div[contains(@class, 'finding')]"):
        assert finding.xpath(".//table[contains(@class, 'facts')]/tbody/tr")
        assert finding.xpath(".//a[starts-with(@href, '#rule-')]")
        assert "What would meet it" in finding.text_content()


def test_it_says_what_to_do_where_a_finding_does_not_fit(text: str) -> None:
    assert DOES_NOT_FIT in text


def test_numbers_have_the_children_behind_them(checked: Checked, page: html.HtmlElement) -> None:
    frame = checked.findings.frame.filter(checked.findings.frame["check"] == "before_birth.everyone_contributed")
    missed = frame.filter(frame["outcome"] == "not_met")["child"].unique().sort().to_list()
    (asked,) = page.xpath("//h4[starts-with(., 'Did midwifery')][following-sibling::ul[1][@class='behind']]")[:1]
    (line,) = [one for one in asked.getnext().xpath("li") if one.text_content().startswith("Not met")]
    assert line.text_content().split(": ")[1].split(", ") == missed


def test_nobody_is_named(checked: Checked, text: str) -> None:
    people, words = checked.reading.records.frame("person").collect(), set(re.findall(r"[\w'’-]+", text))
    for column in ("family_name", "nhs_number"):
        values = people[column].drop_nulls().unique().to_list()
        assert values
        assert not words.intersection(values)
    addresses = checked.reading.records.frame("address").collect()["postcode"].drop_nulls().unique()
    assert addresses.len()
    assert not [one for one in addresses if one in text]


def test_a_record_that_ended_is_nowhere_on_the_page(checked: Checked, text: str) -> None:
    records = checked.reading.records
    pregnancies = records.frame("pregnancy").collect()
    lost = pregnancies.filter(pregnancies["outcome"].is_in(["stillbirth", "miscarriage", "termination"]))[
        "pregnancy_id"
    ]
    children = records.frame("child").collect()
    theirs = children.filter(children["pregnancy_id"].is_in(lost.to_list()) & children["person_id"].is_null())[
        "child_id"
    ]
    assert theirs.len()
    said = re.sub(
        r'(id|href|aria-labelledby)="[^"]*"', "", text
    )  # the page numbers its own places much as these keys do
    assert not [child for child in theirs if re.search(rf"\b{re.escape(child)}\b", said)]


def test_what_was_skipped_and_doubted_is_shown(checked: Checked) -> None:
    skipped = [Notice("child.csv, row 7", "child_id", "nothing", "needs a key")]
    doubted = [Notice("person.csv, row 9", "born_on", "2031-01-01", "needs a day that has come")]
    text = "".join(findings_page(_checked(checked.reading.records, skipped=skipped, doubted=doubted)))
    assert "child.csv, row 7, child_id: has nothing; needs a key" in text
    assert "person.csv, row 9, born_on: has 2031-01-01; needs a day that has come" in text


def test_it_says_what_the_source_does_not_hold_and_whose_systems_do(checked: Checked) -> None:
    carried = {name: columns for name, columns in checked.reading.records.carried.items() if name != "observation"}
    frames = {name: checked.reading.records.frames[name] for name in carried}
    page = html.document_fromstring("".join(findings_page(_checked(RecordSet(frames, carried)))))
    (row,) = page.xpath("//table[@class='lacking']/tbody/tr")
    cells = [cell.text_content() for cell in row.xpath("th | td")]
    assert cells[:2] == ["observation", "all of it"]
    assert cells[3] == "Health visiting, midwifery, children's social care"


def test_checks_that_could_not_run_stand_before_everything() -> None:
    records = RecordSet.of_rows({"child": [{"child_id": "a"}]})
    page = html.document_fromstring("".join(findings_page(_checked(records))))
    (first, *_) = page.xpath("//main//h2")
    assert "could not run" in first.text_content()


def test_what_a_source_writes_is_never_markup(checked: Checked) -> None:
    note = Notice("<b>file</b>", "field", "<script>alert(1)</script>", "needs “&”")
    text = "".join(findings_page(_checked(checked.reading.records, doubted=[note])))
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text

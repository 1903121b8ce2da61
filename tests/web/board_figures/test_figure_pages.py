"""Findings, measures, one measure and those behind it, as people of the Board see them in a browser."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO, StringIO
from typing import Any

import pytest
from brought_in import NOON, TODAY, brought_in, invented
from cast import Partnership
from django.test import Client
from lxml import html
from openpyxl import load_workbook

from counted import count_once
from lapwing.board import figures
from lapwing.board.figures import count_all
from lapwing.board.reading import figures as reading
from lapwing.board.verbs.commentaries import comment
from lapwing.conduct.may import READ
from lapwing.conduct.permissions import user_can
from lapwing.lessons.ages_of_concern import KEY_FINDINGS
from lapwing.lessons.settings import SETTINGS, Setting
from lapwing.measures import MEASURES
from lapwing.records.models import MODELS, Account
from lapwing.web.showing.board import figures as showing

ASSESSED = "before_birth.assessed"


@pytest.fixture
def counted(area: Partnership, monkeypatch: pytest.MonkeyPatch) -> None:
    """Figures of eight hundred children, counted on the first of June."""
    count_once(monkeypatch)


def links(page: str) -> dict[str, str]:
    """The links of a page by their text."""
    found = re.findall(r'<a class="govuk-link" href="([^"]+)">([^<]+)', page)
    return {text: href.replace("&amp;", "&") for href, text in found}


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_an_officer_learns_in_three_clicks_whether_assessments_before_birth_are_routine(
    counted: None, signed_in: Any
) -> None:
    officer = signed_in("Bea Board")
    board = read(officer, "/board/")
    findings = read(officer, links(board)["What the report found, what our records show"])
    measure = read(officer, links(findings)[MEASURES[ASSESSED].asks])
    assert figures.latest(ASSESSED).says in measure
    listed = read(officer, links(measure)["Who stands behind this figure"])
    figure = figures.latest(ASSESSED)
    assert figure.of
    assert "behind the figure" in listed
    signs = re.findall(r'<th scope="row" class="govuk-table__header">([0-9a-f]{16})</th>', listed)
    assert signs
    assert len(set(signs)) == len(signs)


def test_every_finding_stands_with_its_measures(counted: None, signed_in: Any) -> None:
    page = read(signed_in("Sol Quill"), "/board/findings")
    for finding in KEY_FINDINGS:
        assert f'id="{finding.id}"' in page
    for code, measure in MEASURES.items():
        if measure.findings:
            assert f"/board/measures/{code}" in page


def test_measures_are_found_by_their_words_or_the_number_of_their_lesson(counted: None, signed_in: Any) -> None:
    officer = signed_in("Bea Board")
    every = read(officer, "/board/measures")
    assert all(f"/board/measures/{code}" in every for code in MEASURES)
    some = read(officer, "/board/measures?text=B17.1")
    assert f"/board/measures/{ASSESSED}" in some
    assert all(f"/board/measures/{code}" not in some for code, one in MEASURES.items() if one.lesson.id != "B17.1")
    assert "No measure has these words." in read(officer, "/board/measures?text=nothing+of+the+kind")


def test_a_measure_shows_its_figure_its_tables_and_its_definition(counted: None, signed_in: Any) -> None:
    client = signed_in("Audra Page")
    for code, measure in MEASURES.items():
        page = read(client, f"/board/measures/{code}")
        assert "1 June 2026" in page
        assert measure.rule_version() in page
        assert all(key in page for key in measure.settings())
        assert all(f"{one.of:,}" in page for by in figures.divisions(code) for _, one in figures.divided(code, by))
        assert ("Over time" in page) == (figures.latest(code).met is not None)


def test_the_trend_is_drawn_and_told(counted: None, signed_in: Any) -> None:
    answer = signed_in("Bea Board").get("/board/measures/before_birth.referred.svg")
    periods = [one for one in figures.over_time("before_birth.referred") if one.share is not None]
    assert (answer.status_code == 200) == (len(periods) > 1)
    if answer.status_code == 200:
        assert answer["Content-Type"] == "image/svg+xml"
        assert answer.content.startswith(b"<svg")


def test_figures_leave_as_csv_and_as_a_workbook_with_their_definition(counted: None, signed_in: Any) -> None:
    officer, figure = signed_in("Bea Board"), figures.latest(ASSESSED)
    told = officer.get(f"/board/measures/{ASSESSED}.csv").content.decode("utf-8-sig")
    rows = list(csv.reader(StringIO(told)))
    assert rows[1][4:6] == [str(figure.met), str(figure.of)]
    assert ["Denominator", MEASURES[ASSESSED].counts] in rows
    book = load_workbook(BytesIO(officer.get(f"/board/measures/{ASSESSED}.xlsx").content))
    assert [cell.value for cell in book.active[2]][4:6] == [str(figure.met), str(figure.of)]


def test_no_page_of_figures_names_a_child_to_those_who_see_the_whole(counted: None, signed_in: Any) -> None:
    people = invented(800).frame("person").select("given_name", "family_name").drop_nulls().collect()
    names = {f"{given} {family}" for given, family in people.iter_rows()}
    keys = set(invented(800).frame("child").select("child_id").collect()["child_id"])
    assert names
    for name in ("Bea Board", "Audra Page", "Sol Quill"):
        client = signed_in(name)
        for address in ("findings", "measures", f"measures/{ASSESSED}", f"measures/{ASSESSED}/list"):
            page = read(client, f"/board/{address}")
            assert not any(one in page for one in names)
            assert not any(one in page for one in keys)


def test_a_manager_sees_by_name_those_within_reach_alone(
    area: Partnership, signed_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought_in(invented(200))
    count_all(day=TODAY, at=NOON)
    involved = MODELS["involvement"]._default_manager.filter(feed__isnull=False, child__isnull=False)
    agency = involved.filter(lead=True).values_list("agency", flat=True).first()
    Account.objects.filter(pk=area.accounts["Sela Marsh"].pk).update(agency=agency)
    page = read(signed_in("Sela Marsh"), f"/board/measures/{ASSESSED}/list")
    shown = set(re.findall(r'href="/children/([^"/]+)/"', page))
    assert shown
    by = area.as_("Sela Marsh", TODAY)
    by.account.refresh_from_db()
    assert all(user_can("read", READ, by=by, child=child) for child in shown)
    assert "None of them is a child whose record you may open." in read(
        signed_in("Heath Lane"), f"/board/measures/{ASSESSED}/list"
    )
    monkeypatch.setattr(reading, "SORTED_AT_MOST", 0)
    by_day = read(signed_in("Sela Marsh"), f"/board/measures/{ASSESSED}/list")
    assert "by day; a record that has ended is left out" in by_day
    assert set(re.findall(r'href="/children/([^"/]+)/"', by_day)) == shown, "the same children, named page by page"
    ended = sorted(shown)[0]
    MODELS["child"]._default_manager.filter(pk=ended).update(opened_in_error=True)
    assert f"/children/{ended}/" not in read(signed_in("Sela Marsh"), f"/board/measures/{ASSESSED}/list")


@pytest.mark.parametrize("name", ["Mira Wells", "Ada Keys"])
def test_practitioners_and_administrators_do_not_see_figures(counted: None, signed_in: Any, name: str) -> None:
    for address in ("findings", "measures", f"measures/{ASSESSED}", f"measures/{ASSESSED}/list"):
        assert signed_in(name).get(f"/board/{address}").status_code == 403


def test_a_measure_that_there_is_not_is_not_found(counted: None, signed_in: Any) -> None:
    assert signed_in("Bea Board").get("/board/measures/before_birth.nothing").status_code == 404


def test_each_finding_is_a_row_to_be_read_out_with_a_figure_and_what_was_said(
    area: Partnership, counted: None, signed_in: Any
) -> None:
    comment(by=area.as_("Bea Board"), about="K1", says="Bookings come late.", on=area.day)
    page = html.fromstring(read(signed_in("Sol Quill"), "/board/findings"))
    rows = page.xpath("//table[caption='Each key finding in a row']/tbody/tr")
    assert len(rows) == len(KEY_FINDINGS)
    first = rows[0]
    assert first.xpath(".//a/@href") == ["#K1"]
    told = [one for one in MEASURES.values() if "K1" in {each.id for each in one.findings}]
    said = " ".join(first.text_content().split())
    assert any(f"{one.asks} " in said for one in told)
    assert "Bookings come late. (Bea Board," in said


def test_signs_of_two_months_cannot_be_put_together(counted: None, signed_in: Any) -> None:
    """Else who is new in a list, or stands otherwise than a month ago, would be one child."""
    officer = signed_in("Bea Board")
    before = set(re.findall(r">([0-9a-f]{16})</th>", read(officer, f"/board/measures/{ASSESSED}/list")))
    count_all(day=date(2026, 7, 1), at=NOON + timedelta(days=30))
    after = set(re.findall(r">([0-9a-f]{16})</th>", read(officer, f"/board/measures/{ASSESSED}/list")))
    assert before
    assert after
    assert not before & after


def test_the_settings_of_a_measure_are_said_in_words_with_where_they_come_from_and_whose_they_are(
    counted: None, signed_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = SETTINGS
    code, key = next((code, key) for code, one in MEASURES.items() for key in one.settings() if numeric(shipped[key]))
    ours = replace(
        shipped[key], value=shipped[key].value + 1, confirmed_by="The practice group", confirmed_on=date(2026, 3, 2)
    )
    client = signed_in("Bea Board")
    row = rows_of_settings(read(client, f"/board/measures/{code}"))[key]
    assert shipped[key].governs in row
    assert shipped[key].source in row
    assert "As shipped; nobody here has confirmed it yet" in row
    monkeypatch.setattr(showing, "settings_of", lambda _: [ours])
    row = rows_of_settings(read(client, f"/board/measures/{code}"))[key]
    assert ours.in_brief in row
    assert f"Changed by the area, from {shipped[key].in_brief}; confirmed by The practice group on 2 March 2026" in row
    told = client.get(f"/board/measures/{code}.csv").content.decode("utf-8-sig")
    (line,) = (one for one in csv.reader(StringIO(told)) if one[:1] == [f"Setting {key}"])
    assert ours.governs in line[1]
    assert "Changed by the area" in line[1]


def numeric(setting: Setting) -> bool:
    return isinstance(setting.value, int) and not isinstance(setting.value, bool)


def rows_of_settings(page: str) -> dict[str, str]:
    """The rows of the table of settings, each by its key, as they are read."""
    rows = html.fromstring(page).xpath("//table[caption='Settings in force']/tbody/tr")
    return {row.xpath("string(th/span)"): " ".join(row.text_content().split()) for row in rows}

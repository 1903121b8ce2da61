"""The yearly report: who writes it, what stands in it, and that it stands as it was told once it is published."""

from __future__ import annotations

from datetime import date

import pytest
from cast import Partnership, partnership

from lapwing.board.reading.yearly_reports import yearly_report, yearly_reports
from lapwing.board.verbs.yearly_reports import (
    begin_yearly_report,
    publish_report,
    revise_report_part,
    write_report_part,
)
from lapwing.board.yearly.document import Chapter, Document, Paragraph, Points
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import OFFICERS
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verb import VERBS
from lapwing.lessons.ages_of_concern import KEY_FINDINGS
from lapwing.records import store
from lapwing.records.entries import entries
from lapwing.records.store import CannotEnter, NoSuchEntry
from lapwing.vocabulary.board.reports import ReportPart

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 1)


@pytest.fixture
def area() -> Partnership:
    return partnership()


def put(by: Acting, table: str, **values: object) -> str:
    """Something that the Board keeps, as a verb of another part enters it."""
    return store.add(table, values, by.stamp())


def begun(area: Partnership) -> str:
    return begin_yearly_report(by=area.as_("Bea Board"), year=2025, on=DAY)


def chapter(document: Document, heading: str) -> Chapter:
    return next(one for one in document.chapters if one.heading == heading)


def texts(one: Chapter) -> list[str]:
    found: list[str] = []
    for block in one.blocks:
        match block:
            case Paragraph(text, by):
                found += [text, by]
            case Points(says, points):
                found += [says, *points]
            case _:
                found += [cell for row in block.rows for cell in row]
    return found + [text for inner in one.chapters for text in (inner.heading, *texts(inner))]


def test_the_year_that_is_over_waits_for_its_report_until_there_is_one(area: Partnership) -> None:
    found = yearly_reports(by=area.as_("Sol Quill"))
    assert found.reports == []
    assert found.to_begin is not None
    assert (found.to_begin.year, found.to_begin.due_on) == (2025, date(2026, 9, 30))
    begun(area)
    found = yearly_reports(by=area.as_("Sol Quill"))
    assert [one.about.year for one in found.reports] == [2025]
    assert found.to_begin is None


def test_there_is_one_report_a_year_and_none_on_a_year_that_goes_on(area: Partnership) -> None:
    begun(area)
    with pytest.raises(NotPossible, match="already"):
        begun(area)
    with pytest.raises(NotPossible, match="is over on 31 March 2027"):
        begin_yearly_report(by=area.as_("Bea Board"), year=2026, on=DAY)
    with pytest.raises(CannotEnter, match="year: has 3025"):
        begin_yearly_report(by=area.as_("Bea Board"), year=3025, on=DAY)


def test_what_people_write_stands_under_their_name_and_what_it_said_before_is_kept(area: Partnership) -> None:
    report = begun(area)
    key = write_report_part(
        by=area.as_("Bea Board"),
        on=DAY,
        yearly_report=report,
        part=ReportPart.FOREWORD,
        says="A hard year.\n\nYet a good one.",
    )
    said = texts(chapter(yearly_report(by=area.as_("Bea Board"), year=2025).document, "Foreword"))
    assert said == ["A hard year.", "", "Yet a good one.", "Bea Board, 1 June 2026"]
    revise_report_part(by=area.as_("Bea Board"), on=DAY, report_part=key, says="A year.", seen=1)
    assert [one.values["says"] for one in store.versions("report_part", key)] == [
        "A hard year.\n\nYet a good one.",
        "A year.",
    ]
    with pytest.raises(NotPossible, match="change what stands there"):
        write_report_part(
            by=area.as_("Bea Board"), on=DAY, yearly_report=report, part=ReportPart.FOREWORD, says="Again."
        )


def test_independent_scrutiny_writes_its_own_part_and_no_other(area: Partnership) -> None:
    report = begun(area)
    given = {"on": DAY, "yearly_report": report, "says": "They looked at what went badly."}
    with pytest.raises(Refused, match="an independent scrutineer writes"):
        write_report_part(by=area.as_("Bea Board"), part=ReportPart.SCRUTINY, **given)
    with pytest.raises(Refused, match="partnership officer"):
        write_report_part(by=area.as_("Sol Quill"), part=ReportPart.DID, **given)
    document = yearly_report(by=area.as_("Mona Reed"), year=2025).document
    assert texts(chapter(document, ReportPart.SCRUTINY.label))[0] == "Nobody has written this part."
    write_report_part(by=area.as_("Sol Quill"), part=ReportPart.SCRUTINY, **given)
    document = yearly_report(by=area.as_("Mona Reed"), year=2025).document
    assert texts(chapter(document, ReportPart.SCRUTINY.label))[0] == "They looked at what went badly."
    assert VERBS["publish_report"].may == OFFICERS


def test_every_key_finding_has_its_place_whether_or_not_a_measure_speaks_to_it(area: Partnership) -> None:
    begun(area)
    found = chapter(yearly_report(by=area.as_("Bea Board"), year=2025).document, ReportPart.FOUND.label)
    assert [one.heading.partition(":")[0] for one in found.chapters] == [one.id for one in KEY_FINDINGS]
    assert any("not counted yet" in cell for cell in texts(found))


def test_what_was_done_in_the_year_is_told_and_what_was_done_at_another_time_is_not(area: Partnership) -> None:
    report = begun(area)
    bea = area.as_("Bea Board")
    put(bea, "board_action", says="Write to every GP.", done_on=date(2025, 9, 1), evidence="The letters.")
    put(bea, "board_action", says="Ring the hospital.", done_on=date(2026, 4, 1))
    put(
        bea, "board_action", says="Agree a protocol.", due_on=date(2026, 1, 31), owner_agency_id=area.agencies["Police"]
    )
    put(bea, "board_review", about="B31.1", reviewed_on=date(2025, 10, 1), decision="To ask fathers themselves.")
    document = yearly_report(by=bea, year=2025).document
    did = texts(chapter(document, ReportPart.DID.label))
    assert "Write to every GP." in did
    assert "The letters." in did
    assert "To ask fathers themselves." in did
    assert "Ring the hospital." not in did
    gaps = texts(chapter(document, ReportPart.GAPS.label))
    assert "Due on 31 January 2026 from Police: Agree a protocol." in gaps
    assert not [one for one in gaps if "no look at B31.1" in one]
    assert [one for one in gaps if "no look at B17.1" in one]
    assert "Agree a protocol." in texts(chapter(document, ReportPart.AHEAD.label))
    assert report


def test_services_that_recorded_nothing_are_named(area: Partnership) -> None:
    begun(area)
    gaps = texts(chapter(yearly_report(by=area.as_("Bea Board"), year=2025).document, ReportPart.GAPS.label))
    assert "Midwifery: nothing was recorded in the last twelve months." in gaps
    stamp = area.as_("Mira Wells").stamp()
    child = store.add("child", {"person_id": store.add("person", {"family_name": "Finch"}, stamp)}, stamp)
    store.add("concern", {"child_id": child, "kind": "domestic_abuse"}, stamp)
    gaps = texts(chapter(yearly_report(by=area.as_("Bea Board"), year=2025).document, ReportPart.GAPS.label))
    assert "Midwifery: nothing was recorded in the last twelve months." not in gaps
    assert "Health visiting: nothing was recorded in the last twelve months." in gaps


def test_a_published_report_stands_as_it_was_told(area: Partnership) -> None:
    report = begun(area)
    with pytest.raises(NotPossible, match="foreword"):
        publish_report(by=area.as_("Bea Board"), on=DAY, yearly_report=report)
    key = write_report_part(
        by=area.as_("Bea Board"), on=DAY, yearly_report=report, part=ReportPart.FOREWORD, says="A year."
    )
    publish_report(by=area.as_("Bea Board"), on=DAY, yearly_report=report)
    told = yearly_report(by=area.as_("Sol Quill"), year=2025)
    assert told.document.lines[1] == "Published on 1 June 2026; to be published by 30 September 2026"
    put(area.as_("Bea Board"), "board_action", says="Too late.", done_on=date(2025, 9, 1))
    store.amend("report_part", key, {"says": "Another year."}, area.as_("Bea Board").stamp())
    later = yearly_report(by=area.as_("Sol Quill", date(2027, 1, 1)), year=2025)
    assert later.document == told.document
    for change in (
        lambda by: write_report_part(by=by, on=DAY, yearly_report=report, part=ReportPart.AHEAD, says="More."),
        lambda by: revise_report_part(by=by, on=DAY, report_part=key, says="Other."),
        lambda by: publish_report(by=by, on=DAY, yearly_report=report),
    ):
        with pytest.raises(NotPossible, match="published on 1 June 2026"):
            change(area.as_("Bea Board"))
    assert entries("yearly_report").get(pk=report).version == 2


def test_there_is_no_report_on_another_year(area: Partnership) -> None:
    with pytest.raises(NoSuchEntry):
        yearly_report(by=area.as_("Bea Board"), year=2025)

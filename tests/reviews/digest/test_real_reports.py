"""Digests of real inspection reports, against what was read in them by eye."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from digest.lines import document_of

from lapwing.reviews.digest import Audiences, Digest, Length, digest_of, verify
from lapwing.reviews.digest.writing import as_text
from lapwing.reviews.document import Document
from lapwing.reviews.reading import read_document

REPORTS = Path(__file__).parents[3].parent / "shared" / "samples" / "ofsted"
CORNWALL = "cornwall-children-s-services-inspection-27-june-2016"
MEDWAY = "medway-children-s-services-inspection-pdf-23-august-2013"
LEEDS = "leeds-children-s-services-inspection-27-march-2015"
OLDHAM = "oldham-children-s-services-focused-visit-21-august-2025"
BIRMINGHAM = "birmingham-children-s-services-inspection-23-may-2014"

LOCAL_AUTHORITY, BOARD = "The local authority", "The safeguarding board or partnership"


@cache
def report(name: str) -> Document:
    path = REPORTS / f"{name}.pdf"
    if not path.is_file():
        pytest.skip("../shared/samples is absent")
    return read_document(path.name, path.read_bytes())


@cache
def digest(name: str) -> Digest:
    return digest_of(report(name), Length(), Audiences.standard())


def listed(name: str) -> list[tuple[str, int]]:
    """The number and page of each recommendation that a report lists."""
    told = (line.statement for line in digest(name).implications)
    return [(one.number, one.passages[0].place.page) for one in told if not one.found_by.startswith("by ")]


def numbered(first: int, last: int, page: int) -> list[tuple[str, int]]:
    return [(str(number), page) for number in range(first, last + 1)]


def test_cornwall_has_eight_recommendations_and_six_for_the_board() -> None:
    assert listed(CORNWALL) == [*numbered(1, 8, 8), *numbered(102, 107, 34)]
    first = digest(CORNWALL).implications[0]
    assert len(first.statement.passages) == 4
    assert str(first).startswith("Improve the arrangements to reduce the risk to children of sexual exploitation")
    assert str(first).endswith("to inform partnership prevention and disruption activity.")


def test_leeds_has_fifteen_in_five_groups_and_five_for_the_board() -> None:
    assert listed(LEEDS) == [*numbered(1, 9, 4), *numbered(10, 15, 5), *numbered(184, 188, 50)]


def test_birmingham_goes_on_from_priority_actions_to_areas_for_improvement() -> None:
    assert listed(BIRMINGHAM) == [
        *numbered(24, 33, 7),
        *numbered(34, 39, 8),
        *numbered(120, 128, 32),
        *numbered(129, 131, 33),
    ]


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("calderdale-children-s-services-inspection-20-march-2015", [*range(1, 18), *range(166, 172)]),
        ("sandwell-children-s-services-inspection-05-june-2015", [*range(1, 19), *range(154, 162)]),
        ("west-berkshire-children-s-services-inspection-18-may-2015", [*range(1, 18), *range(132, 140)]),
        ("blackpool-children-s-services-inspection-08-september-2014", [*range(9, 28), *range(144, 152)]),
        ("bexley-children-s-services-inspection-23-may-2014", [*range(27, 61), *range(169, 179)]),
    ],
)
def test_recommendations_in_groups_are_all_found_and_no_other_paragraph(name: str, numbers: list[int]) -> None:
    assert [int(number) for number, _ in listed(name)] == numbers


def test_medway_says_what_the_local_authority_should_do_and_by_when() -> None:
    lines = [line for line in digest(MEDWAY).implications if line.statement.lead_in]
    assert [line.place.page for line in lines] == [9] * 5 + [10] * 10
    ends = [lead.lead_in.words.rsplit(". ", 1)[-1] for lead in lines if lead.lead_in]
    assert ends == ["Immediately:"] * 4 + ["Within three months:"] * 8 + ["Within six months:"] * 3
    assert {one.name for line in lines for one in line.statement.audiences} == {LOCAL_AUTHORITY}


def test_a_letter_has_what_needs_to_improve() -> None:
    lines = digest(OLDHAM).implications
    assert [str(line).split("]")[0].rstrip("¹") for line in lines] == [
        "[What needs to improve in this area of social work practice?"
    ] * 2
    assert [line.place.page for line in lines] == [2, 2]


@pytest.mark.parametrize("name", [CORNWALL, LEEDS, BIRMINGHAM])
def test_recommendations_are_for_the_local_authority_and_then_for_the_board(name: str) -> None:
    by_audience = digest(name).by_audience
    assert {line.place.page for line in by_audience[LOCAL_AUTHORITY]} & {4, 7, 8}
    assert {line.place.page for line in by_audience[BOARD]} & {32, 34, 50}


@pytest.mark.parametrize("name", [CORNWALL, MEDWAY, LEEDS, OLDHAM, BIRMINGHAM])
def test_every_line_of_a_digest_is_in_its_report_where_it_says(name: str) -> None:
    told = verify(document_of("".join(as_text(digest(name)))), report(name))
    assert told.totals["not found"] == 0
    assert told.totals["edited"] == told.totals["edited, all of it marked"]
    assert told.totals["cited places that are wrong"] == 0


@pytest.mark.parametrize("name", [CORNWALL, MEDWAY, LEEDS, OLDHAM, BIRMINGHAM])
def test_a_digest_is_about_a_tenth_of_its_report(name: str) -> None:
    made = digest(name)
    assert made.words <= 0.13 * made.source_words
    assert made.findings

"""What stands in real inspection documents, of the layouts of 2013 to 2025, looked up by eye on the printed pages."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from lapwing.reviews.document import Block, Document, Kind
from lapwing.reviews.reading import UnusableDocument, read_document, read_many

SAMPLES = Path(__file__).parents[4] / "shared" / "samples" / "ofsted"

pytestmark = pytest.mark.skipif(
    not SAMPLES.is_dir(), reason="the real documents lie beside the project, in ../shared/samples/ofsted"
)


@cache
def real(begins: str) -> Document:
    (path,) = SAMPLES.glob(f"{begins}*.pdf")
    return read_document(path.name, path.read_bytes())


def on(document: Document, page: int, *kinds: Kind) -> list[Block]:
    """The blocks of some kinds that begin on a page."""
    return [block for block in document.blocks if block.page == page and block.kind in kinds]


def told(document: Document, page: int, *kinds: Kind) -> list[str]:
    return [document.words(block) for block in on(document, page, *kinds)]


def numbered(document: Document, number: str, page: int) -> Block:
    (block,) = [block for block in on(document, page, Kind.PARAGRAPH) if block.number == number]
    return block


def test_the_two_error_pages_of_a_web_site_are_refused_with_their_title() -> None:
    for begins in ("birmingham-children-s-services-inspection-19", "bromley"):
        with pytest.raises(
            UnusableDocument, match="web page with the title “Report not found - Find an Inspection Report"
        ):
            real(begins)


def test_recommendations_of_2016_are_numbered() -> None:
    bury = real("bury")
    assert [block.number for block in on(bury, 8, Kind.PARAGRAPH)] == [str(number) for number in range(1, 12)]
    assert bury.words(numbered(bury, "11", 8)) == (
        "Improve the identification, assessment and support to privately fostered children, young people and their carers."
    )
    place = bury.place_of(numbered(bury, "11", 8).start)
    assert (str(place), place.heading) == ("page 8, paragraph 11", "Recommendations")


def test_a_report_of_2016_has_its_title_and_its_printed_page_numbers() -> None:
    bury = real("bury")
    assert bury.title == (
        "Bury Borough Council: Inspection of services for children in need of help and protection, "
        "children looked after and care leavers"
    )
    assert [page.label for page in bury.pages] == [str(number) for number in range(1, 46)]


def test_bullets_of_wingdings_and_dashes_of_symbol_make_a_list_of_two_levels() -> None:
    bury = real("bury")
    items = on(bury, 6, Kind.BULLET)
    assert [block.level for block in items] == [1, 1, 2, 2, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2]
    assert [bury.text[block.start - 2] for block in items[:4]] == ["■", "■", "–", "–"]  # noqa: RUF001
    assert bury.words(items[1]).endswith("with English as an additional language:")
    assert bury.notes[0] == "Signs of a symbol font turned into what they print, such as bullets: 40."


def test_a_footnote_is_apart_and_its_number_is_raised_in_the_text() -> None:
    bury = real("bury")
    (note,) = on(bury, 6, Kind.FOOTNOTE)
    assert (note.number, bury.words(note)[:45]) == ("3", "These are residential special schools that lo")
    assert "four live in residential special schools³, all of whom live outside" in bury.text


def test_contents_with_entries_of_two_lines() -> None:
    entries = told(real("bury"), 4, Kind.CONTENTS)
    assert len(entries) == 12
    assert entries[4:6] == [
        "The experiences and progress of children who need help and protection 10",
        "The experiences and progress of children looked after and achieving permanence 17",
    ]
    assert len(told(real("leeds"), 2, Kind.CONTENTS)) == 18
    assert told(real("haringey"), 2, Kind.CONTENTS)[6].endswith("Children Board 29")
    assert len(told(real("kensington"), 4, Kind.CONTENTS)) == 14


def test_judgements_in_a_table_are_cells_in_their_order() -> None:
    for begins in ("bury", "sefton"):
        cells = told(real(begins), 1, Kind.CELL)
        assert cells[0] == "Children who need help and protection"
        assert cells[2] == "Children looked after and achieving permanence"
        assert cells[3] == "Requires improvement"
        assert cells[6].endswith("Experiences and progress of care leavers")
        assert len(cells) == 10


def test_the_running_head_of_2013_is_set_aside_on_every_page() -> None:
    medway = real("medway")
    head = "Medway Council Inspection of safeguarding and looked after children"
    assert [page.label for page in medway.pages] == ["", "", *(str(number) for number in range(1, 25))]
    assert all(told(medway, page, Kind.SET_ASIDE) == [head, str(page - 2)] for page in range(3, 27))
    assert not any(head in medway.words(block) for block in medway.body())


def test_a_numbered_paragraph_goes_on_over_the_page_even_after_a_full_stop() -> None:
    medway = real("medway")
    paragraph = numbered(medway, "75", 24)
    assert [medway.page_at(start) for start, _ in paragraph.spans] == [24, 25]
    assert "inconsistent competency. In addition the authority" in medway.words(paragraph)
    assert medway.words(paragraph).endswith("several temporary staff are still in post.")


def test_headings_in_italics_and_a_paragraph_over_two_pages_of_2015() -> None:
    hull = real("kingston")
    assert told(hull, 4, Kind.HEADING) == [
        "Looked after children and care leavers",
        "What does the local authority need to improve?",
        "Priority and immediate action",
        "The quality of social work practice",
        "The quality of social work plans",
        "Outcomes for care leavers",
        "Leadership, management and governance",
    ]
    assert [block.level for block in on(hull, 4, Kind.HEADING)] == [5, 3, 4, 5, 5, 5, 5]
    assert len(numbered(hull, "5", 4).spans) == 2


def test_a_number_with_hardly_a_gap_after_it_opens_its_paragraph() -> None:
    milton_keynes = real("milton")
    assert milton_keynes.words(numbered(milton_keynes, "118", 38)).startswith("The corporate parenting panel meets")


def test_a_letter_of_2025() -> None:
    oldham = real("oldham")
    assert oldham.title == "Focused visit to Oldham children’s services."
    assert told(oldham, 2, Kind.HEADING) == [
        "What needs to improve in this area of social work practice?¹",
        "Main findings",
    ]
    first, second = told(oldham, 2, Kind.BULLET)
    assert first.startswith("Consistency in the response to 16- and 17-year-old children who present as homeless")
    assert second.endswith("including for out-of-hours services (outcome 3, national framework).")
    assert "provided by co-located, multi-agency partners in the MASH" in oldham.text
    assert [page.label for page in oldham.pages] == ["", "2", "3", "4", "5"]


def test_a_letter_of_2019_with_its_address_drawn_last() -> None:
    darlington = real("darlington")
    assert darlington.text.startswith("Ofsted")
    assert told(darlington, 2, Kind.HEADING) == [
        "What needs to improve in this area of social work practice",
        "Findings",
    ]
    assert len(on(darlington, 2, Kind.BULLET)) == 8


def test_subsections_in_boxes_keep_their_headings() -> None:
    leeds = real("leeds")
    assert told(leeds, 24, Kind.CELL) == [
        "Key judgement",
        "Judgement grade",
        "The experiences and progress of children looked after and achieving permanence",
        "Good",
    ]
    assert told(leeds, 24, Kind.HEADING) == ["Summary"]
    assert len(told(leeds, 24, Kind.PARAGRAPH)) == 5


@pytest.mark.long
def test_numbered_paragraphs_count_on_through_every_document() -> None:
    files = ((path.name, path.read_bytes()) for path in sorted(SAMPLES.glob("*.pdf")))
    read = {name: found for name, found in read_many(files) if isinstance(found, Document)}
    assert len(read) == 52
    for name, document in read.items():
        found = [int(b.number) for b in document.blocks if b.kind is Kind.PARAGRAPH and b.number.isdigit()]
        assert [(one, two) for one, two in pairwise(found) if two not in (one + 1, 1)] == [], name

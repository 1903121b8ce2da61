"""What is wrong with real files is opened, handled and told: a test for each kind that was met."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from refi_files import (
    ANN,
    BOB,
    CASE,
    FATHERS,
    NAMESPACE,
    SOURCE,
    TEXT,
    Bring,
    coding,
    guid,
    project,
    qdpx,
    selection,
    sources,
    text_source,
)
from rooms import AT, Room

from lapwing.reviews.refi.container import UnreadableExchange, UnsafeExchange
from lapwing.reviews.refi.inward import bring_in
from lapwing.reviews.refi.naming import derived
from lapwing.reviews.refi.told import Told

CODED = selection(1, 4, 10, coding(11))


def lines(tellings: Iterable[Told]) -> list[str]:
    return [str(told) for told in tellings]


def quotes(room: Room) -> list[tuple[str, str, str]]:
    """Each coding that stands: quote, theme, coder."""
    rows = room.project.rows(
        "SELECT quote, theme, name FROM standing_coding JOIN coder USING (coder_id) ORDER BY coding_id"
    )
    return [tuple(row) for row in rows]


def memos(room: Room) -> list[tuple[str, str]]:
    """Each memo: on what, and its words."""
    return [tuple(row) for row in room.project.rows("SELECT about, words FROM memo ORDER BY memo_id")]


def test_01_an_inner_file_of_another_name_is_opened_and_said(room: Room, bring: Bring) -> None:
    report = bring(project(sources(text_source(CODED))), inner="Trial.qde")
    assert quotes(room) == [("father", "absent_fathers", "Ann Invented")]
    assert "1 name of the inner file: is not project.qde; it was taken all the same (Trial.qde)" in lines(
        report.defects
    )


@pytest.mark.parametrize(("folder", "said"), [("Sources", True), ("sources", False)])
def test_02_sources_are_found_in_capitals_or_not_and_an_empty_root_file_is_left_alone(
    room: Room, bring: Bring, folder: str, said: bool
) -> None:
    source = f'<TextSource guid="{SOURCE}" name="review.txt" plainTextPath="internal://a.txt">{CODED}</TextSource>'
    report = bring(project(sources(source)), {f"{folder}/A.txt": TEXT.encode(), f"{folder}/.root": b""})
    assert quotes(room) == [("father", "absent_fathers", "Ann Invented")]
    assert any("name of the folder of sources" in line for line in lines(report.defects)) is said
    assert f"1 empty hidden files: were left alone ({folder}/.root)" in lines(report.defects)


def _pdf(*selections: str, text: str = CODED) -> str:
    content = f"<PlainTextContent>{TEXT}</PlainTextContent>{text}"
    representation = f'<Representation guid="{guid(70)}" name="text">{content}</Representation>'
    return f'<PDFSource guid="{SOURCE}" name="review.pdf" path="internal://p.pdf">{"".join(selections)}{representation}</PDFSource>'


def _on_page(number: int, within: str, page: int = 0, name: str = "") -> str:
    places = 'firstX="1" firstY="2" secondX="3" secondY="4"'
    return f'<PDFSelection guid="{guid(number)}" name="{name}" page="{page}" {places}>{within}</PDFSelection>'


def test_03_a_selection_on_a_page_and_in_the_text_is_counted_once(room: Room, bring: Bring) -> None:
    twin = _on_page(1, coding(12) + coding(13, user=BOB), name="father")
    report = bring(project(sources(_pdf(twin))), {"sources/p.pdf": b"%PDF invented"})
    assert quotes(room) == [("father", "absent_fathers", "Ann Invented"), ("father", "absent_fathers", "Bob Invented")]
    assert "1 selections on pages: have the guid of a selection in the text; counted once (father)" in lines(
        report.defects
    )
    assert room.project.rows("SELECT media_type, name FROM document")[0]["media_type"] == "application/pdf"


def test_04_pages_counted_from_0_are_told_with_what_is_lost_on_them(room: Room, bring: Bring) -> None:
    report = bring(project(sources(_pdf(_on_page(2, coding(12), page=0, name="an area")))), {"sources/p.pdf": b"%PDF"})
    assert "1 pages: are counted from 0 (an area)" in lines(report.defects)
    assert "1 selections on pages: only places in a text are coded here (an area (page 0))" in lines(report.lost)
    assert "1 codings of selections on pages: only places in a text are coded here" in lines(report.lost)


def test_04_a_selection_on_a_page_that_quotes_the_text_once_is_found_in_it(room: Room, bring: Bring) -> None:
    quoting = f'<Representation guid="{guid(71)}"><PlainTextContent>Nobody asked</PlainTextContent></Representation>'
    report = bring(
        project(sources(_pdf(_on_page(2, quoting + coding(12), page=1), text=""))), {"sources/p.pdf": b"%PDF"}
    )
    assert quotes(room) == [("Nobody asked", "absent_fathers", "Ann Invented")]
    assert "1 selections on pages: were found in the text by their words" in lines(report.changed)


def test_05_a_selection_that_is_described_and_not_coded_becomes_a_memo_on_a_passage(room: Room, bring: Bring) -> None:
    described = selection(1, 25, 31, "<Description>Who is nobody?</Description>")
    report = bring(project(sources(text_source(described))))
    assert memos(room) == [("passage", "Who is nobody?")]
    assert room.project.rows("SELECT quote FROM passage")[0]["quote"] == "Nobody"
    assert "1 selections: are described and not coded; the description is a memo" in lines(report.defects)


def test_06_a_coding_of_a_case_puts_the_document_to_the_case(room: Room, bring: Bring) -> None:
    cases = f'<Cases><Case guid="{CASE}" name="Child J"/></Cases>'
    report = bring(project(cases, sources(text_source(selection(1, 4, 10, coding(11, code=CASE))))))
    assert (
        room.project.rows("SELECT reference FROM document JOIN review USING (review_id)")[0]["reference"] == "Child J"
    )
    assert quotes(room) == []
    assert "1 codings: are of a case and no code; they put the document to the case" in lines(report.defects)
    assert "1 cases: became reviews (Child J)" in lines(report.changed)


def test_06_an_annotation_by_link_and_note_becomes_a_memo_on_its_passage(room: Room, bring: Bring) -> None:
    note = f'<Notes><Note guid="{guid(50)}" creatingUser="{BOB}"><PlainTextContent>Ask her.</PlainTextContent></Note></Notes>'
    link = f'<Links><Link guid="{guid(51)}" name="annotation" originGUID="{guid(1)}" targetGUID="{guid(50)}"/></Links>'
    report = bring(project(sources(text_source(selection(1, 4, 10))), note, link))
    assert memos(room) == [("passage", "Ask her.")]
    assert "1 links of notes: became the place of the note (annotation)" in lines(report.changed)


VARIABLES = f'<Variables><Variable guid="{guid(30)}" name="Year" typeOfVariable="Integer"/></Variables>'
YEAR = f'<VariableValue><VariableRef targetGUID="{guid(30)}"/><IntegerValue>2010</IntegerValue></VariableValue>'


def test_07_variables_on_a_source_become_attributes_of_a_review_of_its_name(room: Room, bring: Bring) -> None:
    report = bring(project(VARIABLES, sources(text_source(YEAR))))
    row = room.project.rows("SELECT reference, attributes FROM document JOIN review USING (review_id)")[0]
    assert tuple(row) == ("review", '{"Year": "2010"}')
    assert "1 sources with variables: the variables became attributes of a review (review.txt)" in lines(report.changed)


def test_07_variables_on_a_case_become_attributes_of_its_review(room: Room, bring: Bring) -> None:
    case = f'<Cases><Case guid="{CASE}" name="Child J">{YEAR}<SourceRef targetGUID="{SOURCE}"/></Case></Cases>'
    bring(project(VARIABLES, case, sources(text_source())))
    row = room.project.rows("SELECT reference, attributes FROM document JOIN review USING (review_id)")[0]
    assert tuple(row) == ("Child J", '{"Year": "2010"}')


def test_08_somebody_who_is_no_user_is_named_by_their_guid(room: Room, bring: Bring) -> None:
    report = bring(project(sources(text_source(selection(1, 4, 10, coding(11, user=guid(7)))))))
    assert quotes(room) == [("father", "absent_fathers", "Unknown person 99999999")]
    assert room.project.rows("SELECT guid FROM coder WHERE name LIKE 'Unknown%'")[0]["guid"] == guid(7)
    assert "1 people: are referred to and not among the users; named by their guid (99999999)" in lines(report.defects)


def test_09_a_selection_without_length_is_told_and_its_description_kept_on_the_document(
    room: Room, bring: Bring
) -> None:
    empty = selection(1, 4, 4, "<Description>Here?</Description>" + coding(11), name="place") + CODED.replace(
        guid(1), guid(2)
    )
    report = bring(project(sources(text_source(empty))))
    assert "1 selections: have no length, or nothing but space (place)" in lines(report.lost)
    assert "1 codings: of selections that could not be placed" in lines(report.lost)
    assert memos(room) == [("document", "Here?")]


def test_10_a_path_to_somebody_s_folder_is_said_and_dropped(room: Room, bring: Bring) -> None:
    report = bring(project(attributes='name="Invented" origin="Tool" basePath="/Users/ann/secret"'))
    assert "1 path to a folder on somebody's disk: stands in the file, and was dropped" in lines(report.defects)
    kept = "\n".join(room.project.connection.iterdump())
    assert "secret" not in kept
    assert "secret" not in str(report.plain())


def test_11_guids_that_change_at_each_export_double_nothing(room: Room, bring: Bring) -> None:
    xml = project(sources(text_source(CODED)))
    bring(xml)
    report = bring(
        xml.replace("99999999", "88888888")
        .replace("dddddddd", "88888888")
        .replace("cccccccc", "77777777")
        .replace("aaaaaaaa", "66666666")
    )
    assert quotes(room) == [("father", "absent_fathers", "Ann Invented")]
    assert {kind: came.new for kind, came in report.came.items()} == dict.fromkeys(report.came, 0)
    assert "1 documents: have another guid here and the same content; taken as one (review.txt)" in lines(
        report.changed
    )
    assert "2 people: have another guid here; taken for those of the same name (Ann Invented, Bob Invented)" in lines(
        report.changed
    )


def test_12_guids_written_otherwise_where_they_are_referred_to_are_one(room: Room, bring: Bring) -> None:
    xml = project(sources(text_source(CODED)))
    xml = xml.replace(f'targetGUID="{FATHERS}"', f'targetGUID="{{{FATHERS.upper()}}}"').replace(
        f'creatingUser="{ANN}"', f'creatingUser="{ANN.upper()}"'
    )
    report = bring(xml)
    assert report.valid
    assert quotes(room) == [("father", "absent_fathers", "Ann Invented")]
    assert "2 guids: are written otherwise where they are referred to (case, braces); taken as one" in lines(
        report.defects
    )


@pytest.mark.parametrize("name", ["None", "", "  "])
def test_13_a_source_without_a_name_is_given_one(room: Room, bring: Bring, name: str) -> None:
    report = bring(project(sources(text_source(CODED, name=name))))
    assert room.project.rows("SELECT name FROM document")[0]["name"] == "Document 1"
    assert "1 sources: have no name; they were given one (Document 1)" in lines(report.defects)


def test_14_empty_descriptions_are_left_out_and_counted(room: Room, bring: Bring) -> None:
    many = "".join(selection(at, at, at + 3, "<Description/>" + coding(100 + at)) for at in range(1, 6))
    report = bring(project(sources(text_source(many))))
    assert memos(room) == []
    assert "5 Descriptions: are empty; left out" in lines(report.defects)


def test_15_a_file_without_any_sources_brings_its_codes(room: Room, bring: Bring) -> None:
    source = f'<TextSource guid="{SOURCE}" name="review.txt" plainTextPath="internal://a.txt">{CODED}</TextSource>'
    report = bring(project(sources(source)))
    assert report.came["themes"].new == 2
    assert "documents" not in report.came
    assert "1 documents: their text is not in the file (review.txt)" in lines(report.lost)
    assert "1 codings: of text selections of documents that were not brought in" in lines(report.lost)


def test_16_attacks_are_refused_and_nothing_is_brought_in(room: Room, bring: Bring) -> None:
    with pytest.raises(UnsafeExchange):
        bring(project(), {"../../escaped.txt": b""})
    with pytest.raises(UnsafeExchange):
        bring('<!DOCTYPE Project [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + project())
    with pytest.raises(UnreadableExchange):
        bring(f"<Project {NAMESPACE}")
    assert room.project.rows("SELECT count(*) AS n FROM log WHERE did LIKE 'brought%'")[0]["n"] == 0


def test_a_path_without_a_scheme_is_taken_as_internal(room: Room, bring: Bring) -> None:
    source = f'<TextSource guid="{SOURCE}" name="board" plainTextPath="board.txt">{CODED}</TextSource>'
    report = bring(project(sources(source)), {"sources/board.txt": TEXT.encode()})
    assert quotes(room) == [("father", "absent_fathers", "Ann Invented")]
    assert "1 paths: have no internal:// before them; taken as if they had (board)" in lines(report.defects)


@pytest.mark.parametrize("scheme", ["absolute://", "relative://", "file://", ""])
def test_files_outside_are_said_and_never_opened(room: Room, bring: Bring, tmp_path: Path, scheme: str) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text(TEXT)
    source = f'<TextSource guid="{SOURCE}" name="review.txt" plainTextPath="{scheme}{outside}">{CODED}</TextSource>'
    report = bring(project(sources(source)))
    assert quotes(room) == []
    assert "1 files outside: lie beside or outside the file; not followed (review.txt)" in lines(report.lost)


def test_what_breaks_the_schema_is_brought_in_as_far_as_it_can_be(room: Room, bring: Bring) -> None:
    xml = project(sources(text_source(CODED)), "<Users/>").replace('isCodable="true" color', "color")
    report = bring(xml)
    assert report.valid is False
    assert any("Code" in error for error in report.schema_errors)
    assert quotes(room) == [("father", "absent_fathers", "Ann Invented")]


@pytest.mark.parametrize("namespace", ['xmlns="urn:QDA-XML:project:0:4"', ""])
def test_another_namespace_is_read_all_the_same(room: Room, bring: Bring, namespace: str) -> None:
    report = bring(project(sources(text_source(CODED))).replace(NAMESPACE, namespace))
    assert quotes(room) == [("father", "absent_fathers", "Ann Invented")]
    assert any(line.startswith("1 namespace: is not urn:QDA-XML:project:1.0") for line in lines(report.defects))


def test_positions_that_are_none_lose_their_selection_alone(room: Room, bring: Bring) -> None:
    wrong = selection(1, 4, 10, coding(11), name="wrong").replace('"4"', '"four"') + selection(2, 25, 31, coding(12))
    report = bring(project(sources(text_source(wrong + selection(3, 900, 950, coding(13), name="beyond")))))
    assert quotes(room) == [("Nobody", "absent_fathers", "Ann Invented")]
    assert "2 selections: lie outside the text, within a character or end before they begin (wrong, beyond)" in lines(
        report.lost
    )


def test_a_text_in_another_encoding_is_read_and_said(room: Room, bring: Bring) -> None:
    source = f'<TextSource guid="{SOURCE}" name="a" plainTextPath="internal://a.txt">{selection(1, 4, 10, coding(11))}</TextSource>'
    for at, encoding in enumerate(("utf-16", "cp1252")):
        report = bring(
            project(sources(source.replace(SOURCE, guid(80 + at)))),
            {"sources/a.txt": f"Die Väter fehlen {at}".encode(encoding)},
        )
        assert any("text files" in line for line in lines(report.defects))
    assert [row["text"] for row in room.project.rows("SELECT text FROM reading")] == [
        "Die Väter fehlen 0",
        "Die Väter fehlen 1",
    ]


def test_a_file_that_is_not_there_is_refused(room: Room, tmp_path: Path) -> None:
    with pytest.raises(UnreadableExchange, match="There is no file"):
        bring_in(room.project, tmp_path / "none.qdpx", coder_id=1, at=AT)


def test_a_failure_half_way_brings_nothing_in(room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lapwing.reviews.refi.inward.memos", lambda *_: 1 / 0)
    path = qdpx(tmp_path / "a.qdpx", project(sources(text_source(CODED))))
    with pytest.raises(ZeroDivisionError):
        bring_in(room.project, path, coder_id=room.coder("Cleo Invented"), at=AT)
    assert room.project.rows("SELECT count(*) AS n FROM document")[0]["n"] == 0


@pytest.mark.parametrize("position", ["9" * 30, "9" * 5000, "1e3", "", "-1"])
def test_positions_beyond_any_text_are_no_positions(room: Room, bring: Bring, position: str) -> None:
    wrong = selection(1, 4, 10, coding(11)).replace('"10"', f'"{position}"')
    bring(project(sources(text_source(wrong + selection(2, 25, 31, coding(12))))))
    assert quotes(room) == [("Nobody", "absent_fathers", "Ann Invented")]


def _row(**changed: str) -> str:
    """A row of the table of assessments, with something in it changed."""
    sound = {"guid": guid(8), "document_id": SOURCE, "theme": "fathers", "state": "absent", "why": "", "coder_id": ANN}
    return json.dumps(sound | {"made_at": "2026-01-01T00:00:00Z"} | changed)


WRONG_ROWS = (
    _row(guid="x"),
    _row(theme="none"),
    _row(state="so so"),
    _row(made_at="soon"),
    _row(document_id=guid(9)),
    '{"guid": 7}',
    "{}",
)


@pytest.mark.parametrize("row", WRONG_ROWS)
def test_rows_of_our_own_that_somebody_changed_are_left_out_and_said(room: Room, bring: Bring, row: str) -> None:
    table = f"[Lapwing table] assessment\nFor Lapwing.\n{row}\nno row\n[]"
    notes = f'<Notes><Note guid="{guid(50)}"><PlainTextContent>{table}</PlainTextContent></Note></Notes>'
    report = bring(project(sources(text_source()), notes))
    assert room.project.rows("SELECT * FROM assessment") == []
    assert [told.count for told in report.lost if told.why.startswith("refer to what is not in the file")] == [1]


def test_earlier_versions_that_somebody_changed_are_left_out_and_said(room: Room, bring: Bring) -> None:
    versions = '{"version": 1, "themes": [{"code": 7, "takes_in": []}]}\n{"version": 2, "name": "Two"}'
    table = f"[Lapwing table] theme_book\nFor Lapwing.\n{versions}"
    notes = f'<Notes><Note guid="{guid(50)}"><PlainTextContent>{table}</PlainTextContent></Note></Notes>'
    report = bring(project(sources(text_source(CODED)), notes))
    assert "1 earlier versions of the theme book: they cannot be read" in lines(report.lost)
    assert quotes(room) == [("father", "absent_fathers", "Ann Invented")]


def test_a_table_of_our_own_that_somebody_wrote_over_is_no_memo(room: Room, bring: Bring) -> None:
    note = f'<Note guid="{derived("table", "assessment")}" name="Lapwing: changed"><PlainTextContent>x</PlainTextContent></Note>'
    report = bring(project(f"<Notes>{note}</Notes>"))
    assert memos(room) == []
    assert "1 tables of our own: somebody changed them; they cannot be read (Lapwing: changed)" in lines(report.lost)

"""What other tools wrote becomes coders, themes, reviews, passages and memos, and what does not is told."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from refi_files import (
    ANN,
    BOB,
    CASE,
    CODES,
    FATHERS,
    NAMESPACE,
    SOURCE,
    TEXT,
    Bring,
    coding,
    guid,
    project,
    selection,
    sources,
    text_source,
)
from reportlab.pdfgen import canvas
from rooms import AT, Room

from lapwing.reviews.document import Kind
from lapwing.reviews.project.documents import keep_reading, original_of, stored_document
from lapwing.reviews.refi.container import UnsafeExchange
from lapwing.reviews.refi.inward import bring_in
from lapwing.reviews.refi.inward.blocks import document_of_text
from lapwing.reviews.refi.inward.themes import code_for
from lapwing.reviews.refi.naming import LAYOUT_FILE
from lapwing.reviews.themes import newest_book

NVIVO = "NVivo for Windows 12.6"


def rows(room: Room, question: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in room.project.rows(question)]


def lines(told: object) -> list[str]:
    return [str(one) for one in told]  # type: ignore[attr-defined]


def test_a_coding_keeps_its_coder_its_moment_and_its_guid(room: Room, bring: Bring) -> None:
    bring(project(sources(text_source(selection(1, 4, 10, coding(11, user=BOB))))))
    found = rows(
        room,
        "SELECT coding.guid, passage.guid, made_at, name, coder.guid FROM coding "
        "JOIN passage USING (passage_id) JOIN coder USING (coder_id)",
    )
    assert found == [(guid(11), guid(1), "2026-02-03T10:00:00Z", "Bob Invented", BOB)]


def test_moments_in_other_zones_are_kept_in_utc_and_missing_ones_are_those_of_the_import(
    room: Room, bring: Bring
) -> None:
    zoned = coding(11).replace("10:00:00Z", "10:00:00.123+02:00")
    none = f'<Coding guid="{guid(12)}" creatingUser="{ANN}"><CodeRef targetGUID="{FATHERS}"/></Coding>'
    bring(project(sources(text_source(selection(1, 4, 10, zoned) + selection(2, 15, 18, none)))))
    assert rows(room, "SELECT made_at FROM coding ORDER BY coding_id") == [
        ("2026-02-03T08:00:00Z",),
        ("2026-03-02T09:30:00Z",),
    ]


def test_people_of_one_name_stay_two_and_unnamed_ones_get_a_number(room: Room, bring: Bring) -> None:
    unnamed = f'<User guid="{guid(3)}"/><User guid="{guid(4)}" id="kh"/>'
    users = f'<Users><User guid="{ANN}" name="Ann"/><User guid="{BOB}" name="ann"/>{unnamed}</Users>'
    report = bring(project(users=users))
    assert rows(
        room, "SELECT guid, name FROM coder WHERE name NOT IN ('Lapwing', 'Cleo Invented') ORDER BY coder_id"
    ) == [
        (ANN, "Ann"),
        (BOB, "ann (2)"),
        (guid(3), "Unnamed person 3"),
        (guid(4), "kh"),
    ]
    assert "1 people: have no name; they were given a number (99999999)" in lines(report.changed)


def test_somebody_who_is_here_by_name_is_the_same_person(room: Room, bring: Bring) -> None:
    ann = room.coder("Ann Invented")
    bring(project(sources(text_source(selection(1, 4, 10, coding(11))))))
    assert rows(room, "SELECT coder_id FROM coding") == [(ann,)]


def test_what_nobody_is_named_for_is_put_down_to_nobody(room: Room, bring: Bring) -> None:
    report = bring(project(sources(text_source(selection(1, 4, 10, coding(11, user=""))))))
    assert rows(room, "SELECT name FROM coding JOIN coder USING (coder_id)") == [("Unknown person",)]
    assert "1 things: the file does not say whose they are; put down to Unknown person" in lines(report.changed)


def test_codes_become_themes_of_a_new_version_beside_those_that_are_there(room: Room, bring: Bring) -> None:
    inner = (
        f'<Code guid="{guid(22)}" name="Other" isCodable="true" color="#12"><Description>The rest</Description></Code>'
    )
    two = "".join(
        f'<Code guid="{guid(at)}" name="{name}" isCodable="false">{inner.replace(guid(22), guid(at + 10))}</Code>'
        for at, name in ((20, "Über Väter"), (21, "2nd"))
    )
    report = bring(f'<Project {NAMESPACE} name="I"><CodeBook><Codes>{two}</Codes></CodeBook></Project>')
    book = newest_book(room.project)
    assert book.version == 2
    assert len(book.themes) == 14
    assert [(theme.code, theme.name, theme.parent, theme.colour) for theme in book.themes[10:]] == [
        ("uber_vater", "Über Väter", "", ""),
        ("other", "Other", "uber_vater", ""),
        ("theme_2nd", "2nd", "", ""),
        ("other_2nd", "Other (2nd)", "theme_2nd", ""),
    ]
    assert book["other"].definition == "The rest"
    assert report.valid is False
    assert "2 colours of themes: cannot be read (Other, Other (2nd))" in lines(report.lost)
    assert "2 themes: are headings in the file, which nothing is coded to; here they may be (Über Väter, 2nd)" in lines(
        report.changed
    )


def test_a_code_that_is_here_by_name_is_that_theme_and_keeps_its_words(room: Room, bring: Bring) -> None:
    fathers = newest_book(room.project)["fathers"]
    codes = CODES.replace("Absent fathers", fathers.name.upper()).replace(
        "Housing", newest_book(room.project)["fragility"].name
    )
    report = bring(project(sources(text_source(selection(1, 4, 10, coding(11))))).replace(CODES, codes))
    assert newest_book(room.project).version == 1
    assert rows(room, "SELECT theme FROM coding") == [("fathers",)]
    assert report.came["themes"].there_already == 2
    assert [told.count for told in report.changed if told.what == "themes"] == [2]


@pytest.mark.parametrize(
    ("name", "code"), [("Fathers & co", "fathers_co"), ("☃", "theme"), ("3 Rs", "theme_3_rs"), ("A" * 60, "a" * 48)]
)
def test_codes_are_made_of_names(name: str, code: str) -> None:
    assert code_for(name) == code


def test_positions_of_nvivo_are_found_out_and_told(room: Room, bring: Bring) -> None:
    text = "\ufeffFirst 😀 line\r\nThe father 🙂 was not seen\r\nNobody asked why"
    source = (
        f'<TextSource guid="{SOURCE}" name="a.txt" plainTextPath="internal://a.txt">'
        f"{selection(1, 15, 25, coding(11))}{selection(2, 43, 49, coding(12))}{selection(3, 6, 13, coding(13))}</TextSource>"
    )
    report = bring(project(sources(source)), {"Sources/a.txt": text.encode()})
    assert rows(room, "SELECT quote FROM passage ORDER BY guid") == [("The father",), ("Nobody",), ("😀 line",)]
    [told] = report.offsets
    assert told.convention == "UTF-16 code units, CRLF is 2, BOM not counted, end exclusive"
    assert told.score == 1.0
    assert told.selections == 3
    [document_id] = [row["document_id"] for row in room.project.rows("SELECT document_id FROM document")]
    assert (
        stored_document(room.project, document_id).text == "First 😀 line\nThe father 🙂 was not seen\nNobody asked why"
    )
    assert original_of(room.project, document_id) == text.encode()


def test_a_styled_document_is_kept_with_its_text(room: Room, bring: Bring) -> None:
    source = text_source(selection(1, 4, 10, coding(11))).replace(
        "<TextSource", '<TextSource richTextPath="internal://a.docx"'
    )
    bring(project(sources(source)), {"sources/a.docx": b"PK invented"})
    [(document_id, media_type)] = rows(room, "SELECT document_id, media_type FROM document")
    assert media_type == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert original_of(room.project, int(str(document_id))) == b"PK invented"


def test_a_coding_of_a_whole_source_says_that_the_theme_is_present(room: Room, bring: Bring) -> None:
    bring(project(sources(text_source(coding(11)))))
    assert rows(room, "SELECT guid, theme, state, why FROM standing_assessment") == [
        (guid(11), "absent_fathers", "present", "coded to the whole document in Invented tool 1.0")
    ]


def test_a_coding_of_no_code_is_lost_and_told(room: Room, bring: Bring) -> None:
    report = bring(project(sources(text_source(selection(1, 4, 10, coding(11, code=guid(99)))))))
    assert rows(room, "SELECT * FROM coding") == []
    assert "1 codings: are coded to what is no code of the file" in lines(report.lost)


def test_notes_become_memos_on_what_they_are_on(room: Room, bring: Bring) -> None:
    def note(number: int, words: str) -> str:
        return f'<Note guid="{guid(number)}" name="Title" creatingUser="{BOB}"><PlainTextContent>{words}</PlainTextContent></Note>'

    def ref(number: int) -> str:
        return f'<NoteRef targetGUID="{guid(number)}"/>'

    within = selection(1, 4, 10, coding(11, notes=ref(51)) + ref(52)) + ref(53)
    notes = "<Notes>" + "".join(note(at, f"words {at}") for at in range(51, 56)) + "</Notes>"
    xml = project(sources(text_source(within)), notes, ref(55)).replace(
        'name="Housing" isCodable="true"/>', f'name="Housing" isCodable="true">{ref(53)}</Code>'
    )
    report = bring(xml)
    assert report.valid, report.schema_errors
    assert rows(room, "SELECT about, words, name FROM memo JOIN coder USING (coder_id) ORDER BY memo_id") == [
        ("coding", "Title\n\nwords 51", "Bob Invented"),
        ("passage", "Title\n\nwords 52", "Bob Invented"),
        ("theme", "Title\n\nwords 53", "Bob Invented"),
        ("document", "Title\n\nwords 53", "Bob Invented"),
        ("project", "Title\n\nwords 54", "Bob Invented"),
        ("project", "Title\n\nwords 55", "Bob Invented"),
    ]
    bring(xml)
    assert len(rows(room, "SELECT * FROM memo")) == 6


def test_a_note_on_what_is_lost_is_kept_on_the_project_and_said(room: Room, bring: Bring) -> None:
    place = 'firstX="1" firstY="1" secondX="2" secondY="2"'
    corner = f'<PictureSelection guid="{guid(61)}" {place}><NoteRef targetGUID="{guid(50)}"/></PictureSelection>'
    picture = f'<PictureSource guid="{guid(60)}" name="plan.jpg">{corner}</PictureSource>'
    note = (
        f'<Notes><Note guid="{guid(50)}" name="Door"><PlainTextContent>Was it locked?</PlainTextContent></Note></Notes>'
    )
    report = bring(project(sources(picture), note))
    assert rows(room, "SELECT about, words FROM memo") == [("project", "Door\n\nWas it locked?")]
    assert "1 notes: what they are on was not brought in; kept on the project (Door)" in lines(report.changed)


def test_a_note_in_a_file_is_read_from_there(room: Room, bring: Bring) -> None:
    notes = (
        f'<Notes><Note guid="{guid(50)}" plainTextPath="internal://n.txt"/><Note guid="{guid(51)}" name=""/></Notes>'
    )
    report = bring(project(notes), {"sources/n.txt": b"\xef\xbb\xbfOne\r\ntwo"})
    assert rows(room, "SELECT words FROM memo") == [("One\ntwo",)]
    assert "1 notes: are empty, or their text is not in the file" in lines(report.lost)


def test_cases_without_sources_are_kept_in_a_memo_and_said(room: Room, bring: Bring) -> None:
    variable = f'<Variables><Variable guid="{guid(30)}" name="Year" typeOfVariable="Text"/></Variables>'
    value = f'<VariableValue><VariableRef targetGUID="{guid(30)}"/><TextValue>2010</TextValue></VariableValue>'
    with_source = f'<Case guid="{CASE}" name="Child J"><SourceRef targetGUID="{SOURCE}"/></Case>'
    cases = f'<Cases>{with_source}<Case guid="{guid(31)}" name="Nobody"><Description>Unlinked</Description>{value}</Case></Cases>'
    xml = project(variable, cases, sources(text_source()))
    report = bring(xml)
    assert rows(room, "SELECT reference FROM review") == [("review",)]
    assert rows(room, "SELECT about, words FROM memo") == [
        ("project", "Cases\n\nChild J\nNobody. Unlinked. Year: 2010")
    ]
    assert (
        "2 cases: not each has a source; what is known of them is kept in a memo on the project (Child J, Nobody)"
        in lines(report.lost)
    )


def test_a_source_of_two_cases_goes_to_the_first(room: Room, bring: Bring) -> None:
    refs = "".join(
        f'<Case guid="{guid(at)}" name="Case {at}"><SelectionRef targetGUID="{guid(1)}"/></Case>' for at in (31, 32)
    )
    report = bring(project(f"<Cases>{refs}</Cases>", sources(text_source(selection(1, 4, 10)))))
    assert rows(room, "SELECT reference FROM document JOIN review USING (review_id)") == [("Case 31",)]
    assert "1 sources of cases: belong to another case too; the first was taken (Case 32)" in lines(report.lost)


def test_a_source_of_no_case_has_a_review_of_its_own(room: Room, bring: Bring) -> None:
    report = bring(project(sources(text_source())))
    assert rows(room, "SELECT reference FROM document JOIN review USING (review_id)") == [("review",)]
    assert "1 documents: belong to no case; each has a review of its own (review.txt)" in lines(report.changed)


def test_a_pdf_without_its_text_is_read_here(room: Room, bring: Bring) -> None:
    content = io.BytesIO()
    page = canvas.Canvas(content)
    page.drawString(72, 720, "The father was not seen by anybody in the year before.")
    page.save()
    quoting = f'<Representation guid="{guid(71)}"><PlainTextContent>was not seen</PlainTextContent></Representation>'
    place = 'page="0" firstX="1" firstY="1" secondX="2" secondY="2"'
    area = f'<PDFSelection guid="{guid(1)}" {place}>{quoting}{coding(11)}</PDFSelection>'
    pdf = f'<PDFSource guid="{SOURCE}" name="review.pdf" path="internal://p.pdf">{area}</PDFSource>'
    report = bring(project(sources(pdf)), {"sources/p.pdf": content.getvalue()})
    assert rows(room, "SELECT quote FROM standing_coding") == [("was not seen",)]
    assert rows(room, "SELECT media_type FROM document") == [("application/pdf",)]
    assert "1 files that came without their text: were read here (review.pdf)" in lines(report.changed)


def test_a_pdf_that_cannot_be_read_is_told_with_what_is_wrong(room: Room, bring: Bring) -> None:
    pdf = f'<PDFSource guid="{SOURCE}" name="review.pdf" path="internal://p.pdf"/>'
    report = bring(project(sources(pdf)), {"sources/p.pdf": b"<html><title>Not found</title></html>"})
    assert rows(room, "SELECT * FROM document") == []
    assert [told.names for told in report.lost if told.what == "files that came without their text"] == [["review.pdf"]]


def test_pictures_sounds_and_films_are_counted_and_named(room: Room, bring: Bring) -> None:
    picture = (
        f'<PictureSource guid="{guid(60)}" name="plan.jpg"><PictureSelection guid="{guid(61)}" name="corner" firstX="1" firstY="1" '
        f'secondX="2" secondY="2">{coding(11)}</PictureSelection></PictureSource>'
    )
    sound = (
        f'<AudioSource guid="{guid(62)}" name="call.mp3" path="relative:///call.mp3"><Transcript guid="{guid(63)}"/>'
        f'<AudioSelection guid="{guid(64)}" begin="1" end="9">{coding(12)}{coding(13)}</AudioSelection></AudioSource>'
    )
    report = bring(project(sources(picture, sound)))
    assert report.valid, report.schema_errors
    assert lines(report.lost) == [
        "1 pictures: are no text; only documents are coded here (plan.jpg)",
        "1 selections in pictures: only places in a text are coded here (corner)",
        "1 codings of selections in pictures: only places in a text are coded here",
        "1 files outside: lie beside or outside the file; not followed (call.mp3)",
        "1 sound recordings: are no text; only documents are coded here (call.mp3)",
        "1 selections in sound recordings: only places in a text are coded here (99999999)",
        "2 codings of selections in sound recordings: only places in a text are coded here",
        "1 transcripts: of sound recordings that were not brought in",
    ]


def test_sources_of_one_name_are_two_and_of_one_content_are_one(room: Room, bring: Bring) -> None:
    same = text_source(selection(1, 4, 10, coding(11)))
    other = text_source(text="Another text.", source=guid(41))
    again = text_source(selection(2, 0, 3, coding(12)), name="copy.txt", source=guid(42))
    report = bring(project(sources(same, other, again)))
    assert rows(room, "SELECT name FROM document ORDER BY document_id") == [("review.txt",), ("review.txt (2)",)]
    assert rows(room, "SELECT count(DISTINCT document_id), count(*) FROM passage") == [(1, 2)]
    assert "1 documents: have a name that another has; they were given a number (review.txt (2))" in lines(
        report.changed
    )


def test_a_document_that_was_read_otherwise_here_is_coded_by_its_words(room: Room, bring: Bring) -> None:
    bring(project(sources(text_source())))

    keep_reading(room.project, 1, document_of_text("A heading\n\n" + TEXT), AT)
    report = bring(project(sources(text_source(selection(1, 25, 31, coding(11))))))
    assert rows(room, 'SELECT quote, "start" FROM standing_coding') == [("Nobody", 36)]
    assert "1 selections: were placed by their words: the document was read otherwise here" in lines(report.changed)


def test_a_text_alone_is_split_at_its_lines_and_printed_numbers_are_known() -> None:
    document = document_of_text("Heading\n\n  17. He was seen.\n2.3 She was not.\n2010 was a year\n")
    assert [(block.number, document.words(block)) for block in document.blocks] == [
        ("", "Heading"),
        ("17", "He was seen."),
        ("2.3", "She was not."),
        ("", "2010 was a year"),
    ]
    assert {block.kind for block in document.blocks} == {Kind.PARAGRAPH}


def test_a_side_file_that_was_tampered_with_is_as_if_it_were_not_there(room: Room, bring: Bring) -> None:

    for at, wrong in enumerate(
        (b"[" * 100_000, b"[]", b'{"documents": 7}', b'{"documents": {"' + SOURCE.encode() + b'": {"text": 1}}}')
    ):
        text = f"Text {at}: the father was not seen."
        report = bring(
            project(sources(text_source(text=text, source=guid(600 + at), name=f"{at}"))),
            {f"sources/{LAYOUT_FILE}": wrong},
        )
        assert report.came["documents"].new == 1


def test_a_code_book_of_another_tool_is_read(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "codes.qdc"
    codes = f'<Code guid="{guid(1)}" name="Housing" isCodable="true"><Code guid="{guid(2)}" name="Damp" isCodable="true"/></Code>'
    sets = f'<Sets><Set guid="{guid(3)}" name="Mine"><MemberCode guid="{guid(1)}"/></Set></Sets>'
    path.write_text(
        f'<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="{NVIVO}"><Codes>{codes}</Codes>{sets}</CodeBook>'
    )
    report = bring_in(room.project, path, coder_id=room.coder("Cleo Invented"), at=AT)
    assert (report.valid, report.origin) == (True, NVIVO)
    assert newest_book(room.project)["damp"].parent == "housing"
    assert lines(report.lost) == ["1 sets: have no place here (Mine)"]
    path.write_text("<!DOCTYPE CodeBook><CodeBook/>")
    with pytest.raises(UnsafeExchange):
        bring_in(room.project, path, coder_id=1, at=AT)

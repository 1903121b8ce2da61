"""What goes out keeps to the standard, to what each person may see, and says what other tools will not make of it."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from rooms import AT, Room, document_of

from lapwing.reviews.coding.passages import assess, code_passage, finish, keep_passage, write_memo
from lapwing.reviews.project import moment
from lapwing.reviews.project.documents import keep_document, keep_reading
from lapwing.reviews.refi.facts import facts_in
from lapwing.reviews.refi.outward import export_codebook, export_project
from lapwing.reviews.refi.outward.documents import written_text
from lapwing.reviews.refusal import Refusal
from lapwing.reviews.themes import Theme, keep_book

NAMESPACE = {"q": "urn:QDA-XML:project:1.0"}


def written(
    room: Room, path: Path, viewer: int | None = None
) -> tuple[etree._Element, zipfile.ZipFile, dict[str, int]]:
    """The XML of an export, its zip, and how many of what were lost or changed."""
    report = export_project(room.project, path, viewer=viewer)
    assert report.valid, report.schema_errors
    packed = zipfile.ZipFile(path)
    told = {f"{each.what}: {each.why}": each.count for each in (*report.lost, *report.changed)}
    return etree.fromstring(packed.read("project.qde")), packed, told


def found(root: etree._Element, path: str) -> list[etree._Element]:
    return list(root.iterfind(path, NAMESPACE))


def test_an_empty_analysis_is_valid_and_has_no_empty_containers(room: Room, tmp_path: Path) -> None:
    root, packed, _ = written(room, tmp_path / "a.qdpx")
    assert [etree.QName(child).localname for child in root] == ["Users", "CodeBook", "Notes"]
    assert packed.namelist() == ["project.qde"]


def test_positions_are_code_points_of_a_text_with_line_feeds_and_no_mark(room: Room, tmp_path: Path) -> None:
    document = room.document("a.txt", "1. The father 😀 was", "2. not seen 🙂 by anybody.")
    code_passage(
        room.project, document_id=document, start=14, end=34, theme="fathers", coder_id=room.coder("Ann"), at=AT
    )
    root, packed, _ = written(room, tmp_path / "a.qdpx")
    [source] = found(root, ".//q:TextSource")
    content = packed.read("sources/" + source.attrib["plainTextPath"].removeprefix("internal://"))
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    [selection] = found(root, ".//q:PlainTextSelection")
    start, end = int(selection.attrib["startPosition"]), int(selection.attrib["endPosition"])
    assert content.decode()[start:end] == "😀 was\n2. not seen 🙂"
    assert selection.attrib["name"] == "😀 was 2. not seen 🙂"
    assert facts_in(found(selection, "q:Description")[0].text or "") == ("", {"place": "page 1, paragraph 1"})


def test_a_long_quote_is_cut_in_the_name(room: Room, tmp_path: Path) -> None:
    document = room.document("a.txt", "word " * 60)
    code_passage(
        room.project, document_id=document, start=0, end=250, theme="fathers", coder_id=room.coder("Ann"), at=AT
    )
    [selection] = found(written(room, tmp_path / "a.qdpx")[0], ".//q:PlainTextSelection")
    assert selection.attrib["name"] == "word " * 19 + "word…"


def test_a_pdf_goes_out_with_its_text_as_representation(room: Room, tmp_path: Path) -> None:
    read = document_of("The father was not seen.")
    document = keep_document(
        room.project, name="a.pdf", media_type="application/pdf", original=b"%PDF invented", document=read, at=AT
    )
    code_passage(
        room.project, document_id=document, start=4, end=10, theme="fathers", coder_id=room.coder("Ann"), at=AT
    )
    root, packed, _ = written(room, tmp_path / "a.qdpx")
    [source] = found(root, ".//q:PDFSource")
    assert packed.read("sources/" + source.attrib["path"].removeprefix("internal://")) == b"%PDF invented"
    [selection] = found(source, "q:Representation/q:PlainTextSelection")
    assert selection.attrib["name"] == "father"
    ann = found(root, ".//q:User[@name='Ann']")[0].attrib["guid"]
    assert [coding.attrib["creatingUser"] for coding in found(selection, "q:Coding")] == [ann]


def test_a_document_without_a_review_or_coding_goes_out_too(room: Room, tmp_path: Path) -> None:
    room.document("a.txt", "Words")
    assert len(found(written(room, tmp_path / "a.qdpx")[0], ".//q:TextSource")) == 1


def test_themes_go_out_within_each_other_with_their_rules_as_text(room: Room, tmp_path: Path) -> None:
    themes = [Theme("a", "A", "What", "this", "that", "so", colour="#0F0"), Theme("b", "B", parent="a")]
    keep_book(room.project, themes, name="Two", why="", coder_id=room.coder("Ann"), at=AT)
    root, _, told = written(room, tmp_path / "a.qdpx")
    [outer] = found(root, "q:CodeBook/q:Codes/q:Code")
    assert [code.attrib["name"] for code in found(outer, "q:Code")] == ["B"]
    assert outer.attrib["color"] == "#0F0"
    assert (
        found(outer, "q:Description")[0].text == "What\n\n[Lapwing]\ncode: a\ninclude: this\nexclude: that\nexample: so"
    )
    assert told["rules of themes: include, exclude, example and lesson stand as text in the description"] == 3
    assert told["earlier versions of the theme book: nothing refers to them any more"] == 1


def test_children_and_incidents_are_cases_with_the_sources_of_their_review(room: Room, tmp_path: Path) -> None:
    review = room.review("Child J", "Child J", "Baby K")
    room.document("a.txt", "Words", review=review)
    root, _, _ = written(room, tmp_path / "a.qdpx")
    assert [case.attrib["name"] for case in found(root, ".//q:Case")] == [
        "Child J",
        "Child J: Baby K",
        "Child J: Child J",
    ]
    source = found(root, ".//q:TextSource")[0].attrib["guid"]
    assert [ref.attrib["targetGUID"] for ref in found(root, ".//q:SourceRef")] == [source] * 3


def test_what_other_tools_will_not_see_is_told(room: Room, tmp_path: Path) -> None:
    ann = room.coder("Ann")
    document = room.document("a.txt", "The father was not seen.")
    assess(room.project, document_id=document, theme="fathers", state="absent", coder_id=ann, at=AT)
    finish(room.project, document_id=document, coder_id=ann, at=AT)
    _, _, told = written(room, tmp_path / "a.qdpx")
    why = "stand in a memo that only Lapwing reads"
    assert told[f"themes present, absent or not assessed in documents as a whole: {why}"] == 1
    assert told[f"documents that a coder has finished: {why}"] == 1
    assert (
        told["documents: pages, headings and paragraph numbers lie in a file beside them that only Lapwing reads"] == 1
    )


def _sealed(room: Room) -> tuple[int, int]:
    """A document that two coders code blind, one of whom has not locked yet; their ids."""
    ann, bob = room.coder("Ann"), room.coder("Bob")
    document = room.document("a.txt", "The father was not seen.")
    made = {"version": 1, "coder_id": ann, "made_at": moment(AT)}
    round_id = room.project.insert("coding_round", name="Pilot", share=1.0, seed=1, strata="[]", **made)
    for each in (ann, bob):
        room.project.insert("assignment", round_id=round_id, document_id=document, coder_id=each, locked_at=None)
    for each, start in ((ann, 0), (bob, 4)):
        coding = code_passage(
            room.project, document_id=document, start=start, end=10, theme="fathers", coder_id=each, at=AT
        )
        write_memo(room.project, about="coding", key=coding, words=f"by {each}", coder_id=each, at=AT)
        assess(room.project, document_id=document, theme="fathers", state="present", coder_id=each, at=AT)
        finish(room.project, document_id=document, coder_id=each, at=AT)
    room.project.connection.execute("UPDATE assignment SET locked_at = ? WHERE coder_id = ?", (moment(AT), ann))
    return ann, bob


def test_what_is_sealed_goes_out_to_nobody_but_its_own_coder(room: Room, tmp_path: Path) -> None:
    ann, bob = _sealed(room)
    root, packed, told = written(room, tmp_path / "all.qdpx")
    assert found(root, ".//q:Coding") == []
    assert found(root, ".//q:PlainTextSelection") == []
    assert b"by 1" not in packed.read("project.qde")
    assert b"[Lapwing table] assessment" not in packed.read("project.qde")
    assert b"[Lapwing table] finished" not in packed.read("project.qde")
    sealed = "documents: whatever somebody coded there in an open round is sealed until every coder has locked"
    assert told[sealed] == 1, "how much is coded there is sealed too"
    for viewer in (ann, bob):
        root, packed, told = written(room, tmp_path / "own.qdpx", viewer)
        guid = room.project.rows("SELECT guid FROM coder WHERE coder_id = ?", (viewer,))[0]["guid"]
        assert {coding.attrib["creatingUser"] for coding in found(root, ".//q:Coding")} == {guid}
        assert told[sealed] == 1
        assert f"by {viewer}".encode() in packed.read("project.qde")
        assert f"by {ann + bob - viewer}".encode() not in packed.read("project.qde")


def test_a_passage_that_was_lost_is_kept_for_our_own_import(room: Room, tmp_path: Path) -> None:
    document = room.document("a.txt", "The father was not seen.")
    code_passage(
        room.project, document_id=document, start=4, end=10, theme="fathers", coder_id=room.coder("Ann"), at=AT
    )
    reading = keep_reading(room.project, document, document_of("Other words."), AT)
    room.project.insert("anchor", passage_id=1, reading_id=reading, how="lost", likeness=0.0)
    root, _, told = written(room, tmp_path / "a.qdpx")
    assert found(root, ".//q:PlainTextSelection") == []
    assert told["codings of those passages: stand in a memo that only Lapwing reads"] == 1


def test_a_passage_that_nobody_coded_goes_out(room: Room, tmp_path: Path) -> None:
    keep_passage(room.project, document_id=room.document("a.txt", "The father was not seen."), start=4, end=10)
    root, _, _ = written(room, tmp_path / "a.qdpx")
    assert [selection.attrib["name"] for selection in found(root, ".//q:PlainTextSelection")] == ["father"]


def test_characters_that_xml_cannot_have_are_replaced_and_counted(room: Room, tmp_path: Path) -> None:
    room.review("J\x0c\ufffe")
    root, _, told = written(room, tmp_path / "a.qdpx")
    assert found(root, ".//q:Case")[0].attrib["name"] == "J\ufffd\ufffd"
    assert told["characters: XML 1.0 cannot have them; each was replaced by U+FFFD"] == 2


def test_control_characters_in_a_text_stay_in_its_file(room: Room, tmp_path: Path) -> None:
    document = replace(document_of("The\x0cfather"), text="The\x0cfather\r\n")
    keep_document(room.project, name="a.txt", media_type="text/plain", original=b"x", document=document, at=AT)
    root, packed, told = written(room, tmp_path / "a.qdpx")
    path = found(root, ".//q:TextSource")[0].attrib["plainTextPath"].removeprefix("internal://")
    assert packed.read(f"sources/{path}") == b"The\x0cfather \n"
    assert told["texts: carriage returns or a byte order mark became another character"] == 1


@pytest.mark.parametrize("text", ["a\r\nb", "a\rb", "\ufeffa", "", "a\n😀"])
def test_a_text_is_written_without_a_character_shifting(text: str) -> None:
    out = written_text(text)
    assert len(out) == len(text)
    assert "\r" not in out
    assert not out.startswith("\ufeff")


def test_the_same_project_gives_the_same_bytes(room: Room, tmp_path: Path) -> None:
    room.document("a.txt", "The father was not seen.", review=room.review("Child J", "Child J"))
    for name in ("one", "two"):
        export_project(room.project, tmp_path / f"{name}.qdpx")
    assert (tmp_path / "one.qdpx").read_bytes() == (tmp_path / "two.qdpx").read_bytes()


def test_a_code_book_has_no_memos_and_says_so(room: Room, tmp_path: Path) -> None:
    write_memo(room.project, about="theme", key="fathers", words="Why?", coder_id=room.coder("Ann"), at=AT)
    report = export_codebook(room.project, tmp_path / "a.qdc")
    assert report.valid
    assert [str(told) for told in report.lost] == ["1 memos on themes: a code book has no place for them"]


def test_a_folder_that_is_not_there_is_refused(room: Room, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="cannot be written"):
        export_project(room.project, tmp_path / "none" / "a.qdpx")

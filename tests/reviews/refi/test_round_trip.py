"""What Lapwing exports comes back as it was: into an empty project, into the same one, and out again byte for byte."""

from __future__ import annotations

import json
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from rooms import AT, Room, document_of

from lapwing.reviews.beginning import begin_project
from lapwing.reviews.coding.passages import assess, code_passage, finish, keep_passage, withdraw, write_memo
from lapwing.reviews.coding.states import states_by_child, states_by_review, visible_codings
from lapwing.reviews.document import Page
from lapwing.reviews.project import Project, coder, moment, new_guid, open_project
from lapwing.reviews.project.documents import keep_document, original_of, stored_document
from lapwing.reviews.reading import read_document
from lapwing.reviews.refi.inward import bring_in
from lapwing.reviews.refi.outward import export_codebook, export_project
from lapwing.reviews.refi.told import LossReport
from lapwing.reviews.themes import Theme, keep_book, newest_book

SAMPLES = Path(__file__).parents[4] / "shared" / "samples" / "ofsted"
LINES = (
    "# What happened",
    "1. The father 😀 was not seen.",
    "= Page 1",
    "- Nobody asked.",
    "2. She was “moved”, twice.",
)
LATER = AT + timedelta(days=1)
KEPT = (
    *("review", "child", "incident", "child_in_incident", "document", "page", "block", "passage", "anchor", "coding"),
    *("coding_child", "assessment", "finished", "memo", "coding_round", "assignment", "adjudication", "suggestion"),
    *("message", "message_theme", "message_review", "implication", "implication_source"),
)


@contextmanager
def empty_project(folder: Path) -> Iterator[Project]:
    """A project made for an import."""
    with (
        tempfile.TemporaryDirectory(dir=folder) as within,
        begin_project(Path(within) / "p.lapwing", "-", LATER) as project,
    ):
        yield project


def bring(project: Project, path: Path, *, is_new: bool = True) -> LossReport:
    return bring_in(project, path, coder_id=coder(project, "Lapwing"), at=LATER, is_new=is_new)


def inner(path: Path) -> bytes:
    """The XML of a project."""
    with zipfile.ZipFile(path) as packed:
        return packed.read("project.qde")


def counts(project: Project) -> dict[str, int]:
    return {table: project.rows(f"SELECT count(*) AS n FROM {table}")[0]["n"] for table in KEPT}  # noqa: S608 -- names are ours


def everything(room: Room) -> int:
    """Puts something of every kind into a room, and gives the id of its first document."""
    project = room.project
    ann, bob, cleo = (room.coder(f"{name} Invented") for name in ("Ann", "Bob", "Cleo"))
    review = room.review("Child J, 2010", "Child J", "Baby K")
    project.connection.execute(
        """UPDATE review SET title = 'A title', area = 'Northtown', published_on = '2011-02-03',
        attributes = '{"Area": "North", "Area (attribute)": "?", "Agencies": "", "Zeal": "line\\none"}'"""
    )
    project.connection.execute("UPDATE child SET born_on = '2009-12-24' WHERE label = 'Baby K'")
    incident = project.insert(
        "incident", guid=new_guid(), review_id=review, label="first", occurred_on="2010-05", kind="neglect"
    )
    project.insert("child_in_incident", child_id=room.child("Baby K"), incident_id=incident, stated_age="five months")
    first = _documents(room, review)
    code = {"document_id": first, "coder_id": ann, "at": AT}
    one = code_passage(project, start=20, end=40, theme="fathers", children=[room.child("Baby K")], **code)
    code_passage(project, start=25, end=60, theme="coordination", **code)
    code_passage(project, document_id=first, start=20, end=40, theme="fathers", coder_id=bob, at=AT)
    withdraw(
        project,
        coding_id=code_passage(project, start=50, end=70, theme="fathers", **code),
        coder_id=ann,
        why="no",
        at=AT,
    )
    passage = keep_passage(project, document_id=first, start=62, end=70)
    assess(project, document_id=first, theme="young_parents", state="absent", coder_id=ann, at=AT)
    assess(project, document_id=first, theme="young_parents", state="not assessed", coder_id=ann, at=AT)
    assess(
        project,
        document_id=first,
        theme="fathers",
        state="present",
        coder_id=bob,
        at=AT,
        child_id=room.child("Child J"),
    )
    assess(project, document_id=first, theme="fragility", state="present", why="throughout", coder_id=cleo, at=AT)
    finish(project, document_id=first, coder_id=bob, at=AT)
    _new_book(project, cleo)
    finish(project, document_id=first, coder_id=cleo, at=AT)
    message = _rest(project, first, passage, review, one, (ann, bob))
    things = {
        "project": 1,
        "review": review,
        "document": first,
        "theme": "fathers",
        "passage": passage,
        "coding": one,
        "message": message,
    }
    for about, key in things.items():
        write_memo(project, about=about, key=key, words=f"On the {about}:\n\nwhy <so> & \x07 😀?", coder_id=bob, at=AT)
    return first


def _documents(room: Room, review: int) -> int:
    document = document_of(*LINES)
    half = len(document.text) // 2
    pages = (Page(1, 0, half, "iv"), Page(2, half, len(document.text), ""))
    document = replace(document, pages=pages, title="Über J", notes=("2 bullets were mended",))
    first = 0
    for name, media_type in (("a.pdf", "application/pdf"), ("b.docx", "application/word"), ("c.HTML", "text/html")):
        kept = keep_document(
            room.project,
            name=name,
            media_type=media_type,
            original=name.encode(),
            document=document,
            reader="r1",
            review_id=review,
            at=AT,
        )
        first = first or kept
    room.document("d.txt", "An unreviewed text.")
    return first


def _new_book(project: Project, by: int) -> None:
    """A version with a theme gone that codings still name, one below another, and one that takes another in."""
    kept = [theme for theme in newest_book(project).themes if theme.code not in ("coordination", "young_parents")]
    kept += [
        Theme("housing", "Housing", "Where\nthey lived.", colour="#0F8", lesson="our-own", parent="fathers"),
        Theme("support", "Support", include="[Lapwing]\ncode: x", takes_in=("young_parents",)),
    ]
    keep_book(project, kept, name="Second", why="after the pilot", coder_id=by, at=AT)


def _rest(project: Project, document: int, passage: int, review: int, coding: int, coders: tuple[int, int]) -> int:
    """A round, an adjudication, suggestions, a message and an implication."""
    made = {"coder_id": coders[0], "made_at": moment(AT)}
    round_id = project.insert("coding_round", name="Pilot", share=0.25, seed=7, strata='["year"]', version=1, **made)
    for each in coders:
        project.insert("assignment", round_id=round_id, document_id=document, coder_id=each, locked_at=moment(AT))
    project.insert(
        "adjudication", document_id=document, passage_id=passage, theme="fathers", state="present", why="both", **made
    )
    reading = project.rows("SELECT reading_id FROM newest_reading WHERE document_id = ?", (document,))[0]["reading_id"]
    place = {"document_id": document, "reading_id": reading, "start": 20, "end": 40, "theme": "fathers"}
    suggestion = {"way": "words", "score": 0.1 + 0.2, "why": "It says father.", "made_at": moment(AT)}
    suggested = project.insert(
        "suggestion",
        guid=new_guid(),
        **place,
        **suggestion,
        decided="accepted",
        decided_by=coders[0],
        decided_at=moment(AT),
    )
    project.connection.execute("UPDATE coding SET suggestion_id = ? WHERE coding_id = ?", (suggested, coding))
    message = project.insert(
        "message", guid=new_guid(), statement="In too many cases", scheme="SCR", cohort="under 1", **made
    )
    project.insert("message_theme", message_id=message, theme="fathers")
    project.insert("message_review", message_id=message, review_id=review, bearing="supports", passage_id=passage)
    implied = project.insert(
        "implication", guid=new_guid(), audience="the Board", action="Ask.", theme="fathers", message_id=message, **made
    )
    project.insert("implication_source", implication_id=implied, passage_id=passage)
    return message


def test_everything_comes_back_and_goes_out_byte_for_byte(room: Room, tmp_path: Path) -> None:
    first = everything(room)
    report = export_project(room.project, tmp_path / "one.qdpx")
    assert report.valid, report.schema_errors
    expected = counts(room.project) | {
        "coding": counts(room.project)["coding"] - 1,
        "assessment": 3,
    }  # withdrawn; superseded
    expected |= {"passage": expected["passage"] - 1, "anchor": expected["anchor"] - 1}  # of the withdrawn coding
    with empty_project(tmp_path) as project:
        brought = bring(project, tmp_path / "one.qdpx")
        assert [str(told) for told in brought.lost] == []
        assert counts(project) == expected
        assert set(newest_book(project).themes) == set(newest_book(room.project).themes)
        for name in ("a.pdf", "d.txt"):
            here, there = (
                each.rows("SELECT document_id FROM document WHERE name = ?", (name,))[0]["document_id"]
                for each in (project, room.project)
            )
            assert stored_document(project, here) == stored_document(room.project, there)
            assert original_of(project, here) == original_of(room.project, there)
        assert _states(project) == _states(room.project)
        export_project(project, tmp_path / "two.qdpx")
    assert inner(tmp_path / "two.qdpx") == inner(tmp_path / "one.qdpx")
    assert (tmp_path / "two.qdpx").read_bytes() == (tmp_path / "one.qdpx").read_bytes()
    assert first


def _states(project: Project) -> list[tuple[str, str, str, int]]:
    """What counts, of every theme in every review and for every child."""
    book = newest_book(project)
    references = {row["review_id"]: row["reference"] for row in project.rows("SELECT review_id, reference FROM review")}
    told = states_by_review(project, book) + states_by_child(project, book)
    return sorted((references[each.review_id], each.theme, str(each.state), len(each.codings)) for each in told)


def test_bringing_an_export_into_its_own_project_doubles_nothing(room: Room, tmp_path: Path) -> None:
    everything(room)
    export_project(room.project, tmp_path / "one.qdpx")
    before = counts(room.project), newest_book(room.project)
    report = bring(room.project, tmp_path / "one.qdpx", is_new=False)
    assert (counts(room.project), newest_book(room.project)) == before
    assert {kind: came.new for kind, came in report.came.items()} == dict.fromkeys(report.came, 0)
    export_project(room.project, tmp_path / "two.qdpx")
    assert inner(tmp_path / "two.qdpx") == inner(tmp_path / "one.qdpx")


def test_two_coders_who_worked_apart_are_brought_together(room: Room, tmp_path: Path) -> None:
    document = room.document("a.txt", *LINES)
    export_project(room.project, tmp_path / "begun.qdpx")
    with empty_project(tmp_path) as apart:
        bring(apart, tmp_path / "begun.qdpx")
        there = apart.rows("SELECT document_id FROM document")[0]["document_id"]
        code_passage(
            apart, document_id=there, start=20, end=30, theme="fathers", coder_id=coder(apart, "Bob Invented"), at=AT
        )
        finish(apart, document_id=there, coder_id=coder(apart, "Bob Invented"), at=AT)
        export_project(apart, tmp_path / "bob.qdpx")
    keep_book(
        room.project,
        [*newest_book(room.project).themes, Theme("housing", "Housing")],
        name="Second",
        why="more",
        coder_id=room.coder("Ann Invented"),
        at=AT,
    )
    code_passage(
        room.project,
        document_id=document,
        start=20,
        end=30,
        theme="fathers",
        coder_id=room.coder("Ann Invented"),
        at=AT,
    )
    bring(room.project, tmp_path / "bob.qdpx", is_new=False)
    rows = room.project.rows("SELECT name, theme FROM standing_coding JOIN coder USING (coder_id) ORDER BY name")
    assert [tuple(row) for row in rows] == [("Ann Invented", "fathers"), ("Bob Invented", "fathers")]
    assert counts(room.project)["passage"] == 1
    assert newest_book(room.project).version == 2
    assert room.project.rows("SELECT version FROM finished")[0]["version"] == 1, "he did not read it for Housing"


def test_a_round_of_double_coding_opens_when_both_copies_were_locked(room: Room, tmp_path: Path) -> None:
    ann, bob = room.coder("Ann Invented"), room.coder("Bob Invented")
    document = room.document("a.txt", *LINES)
    made = {"version": 1, "coder_id": ann, "made_at": moment(AT)}
    round_id = room.project.insert("coding_round", name="Pilot", share=1.0, seed=1, strata="[]", **made)
    for each in (ann, bob):
        room.project.insert("assignment", round_id=round_id, document_id=document, coder_id=each)
    export_project(room.project, tmp_path / "begun.qdpx")
    with empty_project(tmp_path) as apart:
        bring(apart, tmp_path / "begun.qdpx")
        by = {
            "document_id": apart.rows("SELECT document_id FROM document")[0][0],
            "coder_id": coder(apart, "Bob Invented"),
        }
        code_passage(apart, start=20, end=30, theme="fathers", at=AT, **by)
        apart.connection.execute(
            "UPDATE assignment SET locked_at = ? WHERE coder_id = ?", (moment(LATER), by["coder_id"])
        )
        export_project(apart, tmp_path / "bob.qdpx", viewer=by["coder_id"])
    code_passage(room.project, document_id=document, start=20, end=30, theme="fathers", coder_id=ann, at=AT)
    bring(room.project, tmp_path / "bob.qdpx", is_new=False)
    assert len(visible_codings(room.project, ann)) == 1, "Ann has not locked yet"
    room.project.connection.execute("UPDATE assignment SET locked_at = ? WHERE coder_id = ?", (moment(LATER), ann))
    assert len(visible_codings(room.project, ann)) == 2


def test_a_code_book_goes_out_and_comes_back(room: Room, tmp_path: Path) -> None:
    _new_book(room.project, room.coder("Ann Invented"))
    report = export_codebook(room.project, tmp_path / "one.qdc")
    assert report.valid, report.schema_errors
    with empty_project(tmp_path) as project:
        bring(project, tmp_path / "one.qdc")
        assert set(newest_book(project).themes) == set(newest_book(room.project).themes)
        export_codebook(project, tmp_path / "two.qdc")
    assert (tmp_path / "two.qdc").read_bytes() == (tmp_path / "one.qdc").read_bytes()


def test_real_documents_come_back_with_their_pages_and_paragraphs(room: Room, tmp_path: Path) -> None:
    paths = [path for path in sorted(SAMPLES.glob("b*.pdf")) if path.read_bytes().startswith(b"%PDF")][:3]
    if not paths:
        pytest.skip("the real documents lie beside the project, in ../shared/samples/ofsted")
    for path in paths:
        content = path.read_bytes()
        document = read_document(path.name, content)
        kept = {"name": path.name, "media_type": "application/pdf", "original": content}
        keep_document(room.project, **kept, document=document, at=AT)  # type: ignore[arg-type]
    for row in room.project.rows("SELECT document_id FROM document"):
        document = stored_document(room.project, row["document_id"])
        for block in list(document.body())[5:60:5]:
            by = {"theme": "fathers", "coder_id": room.coder("Ann Invented"), "at": AT}
            code_passage(room.project, document_id=row["document_id"], start=block.start, end=block.end, **by)
    export_project(room.project, tmp_path / "one.qdpx")
    with empty_project(tmp_path) as project:
        bring(project, tmp_path / "one.qdpx")
        assert _spans(project) == _spans(room.project)
        for row in room.project.rows("SELECT document_id, guid FROM document"):
            here = project.rows("SELECT document_id FROM document WHERE guid = ?", (row["guid"],))[0]["document_id"]
            assert stored_document(project, here) == stored_document(room.project, row["document_id"])
            assert original_of(project, here) == original_of(room.project, row["document_id"])
        export_project(project, tmp_path / "two.qdpx")
    assert (tmp_path / "two.qdpx").read_bytes() == (tmp_path / "one.qdpx").read_bytes()


WORDS = st.text(st.sampled_from("abc \n\t\r😀é-“\x00\x07\ufffe\ufeff<&>"), min_size=1, max_size=60)
NAMED = st.text(st.sampled_from("ab é😀\x07<"), min_size=1, max_size=8).filter(lambda name: name.strip() == name)
PLACES = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 30), st.integers(0, 2), st.sampled_from(["fathers", "fragility"])),
    max_size=8,
)


@settings(max_examples=30, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(
    texts=st.lists(WORDS.filter(lambda words: words.strip()), min_size=1, max_size=3, unique=True),
    places=PLACES,
    memo=WORDS | st.just("[Lapwing table] assessment\n{}"),
    reference=NAMED,
    attributes=st.dictionaries(
        NAMED | st.sampled_from(["Area", "area (attribute)", "Review"]), st.just("") | WORDS, max_size=3
    ),
)
def test_any_project_comes_back(
    texts: list[str], places: list[tuple[int, int, int, str]], memo: str, reference: str, attributes: dict[str, str]
) -> None:
    """Overlapping passages, characters beyond the basic plane or beyond XML, several coders."""
    with (
        tempfile.TemporaryDirectory() as within,
        begun(Path(within), "one") as room,
        begun(Path(within), "two") as empty,
    ):
        folder = Path(within)
        review = room.review(reference)
        room.project.connection.execute("UPDATE review SET attributes = ?", (json.dumps(attributes),))
        for at, text in enumerate(texts):
            document = room.document(f"{at}.txt", *text.split("\n"), review=review)
            _code(room, document, places)
            if memo.strip():
                write_memo(room.project, about="document", key=document, words=memo, coder_id=room.coder("Ann"), at=AT)
        report = export_project(room.project, folder / "one.qdpx")
        assert report.valid, report.schema_errors
        bring(empty.project, folder / "one.qdpx")
        assert counts(empty.project) == counts(room.project)
        assert _spans(empty.project) == _spans(room.project)
        export_project(empty.project, folder / "two.qdpx")
        assert inner(folder / "two.qdpx") == inner(folder / "one.qdpx")


@cache
def _begun() -> bytes:
    """The file of a project that begins: made once, for making one takes longer than all else here."""
    with tempfile.TemporaryDirectory() as within:
        path = Path(within) / "p.lapwing"
        begin_project(path, "-", AT).close()
        return path.read_bytes()


@contextmanager
def begun(folder: Path, name: str) -> Iterator[Room]:
    """A room with a project that begins, which nobody waits for the disk of."""
    path = folder / f"{name}.lapwing"
    path.write_bytes(_begun())
    room = Room.__new__(Room)
    with open_project(path) as room.project:
        room.project.connection.execute("PRAGMA synchronous = OFF")
        yield room


def _code(room: Room, document: int, places: list[tuple[int, int, int, str]]) -> None:
    stored = stored_document(room.project, document)
    for start, length, by, theme in places:
        end = min(start + length, len(stored.text))
        if start < end and stored.text[start:end].strip() and stored.quote(start, end):
            code_passage(
                room.project,
                document_id=document,
                start=start,
                end=end,
                theme=theme,
                coder_id=room.coder(f"Coder {by}"),
                at=AT,
            )


def _spans(project: Project) -> list[tuple[object, ...]]:
    rows = project.rows(
        'SELECT document.name, "start", "end", theme, coder.name AS by FROM standing_coding JOIN document USING (document_id) '
        'JOIN coder USING (coder_id) ORDER BY document.name, "start", "end", theme, by'
    )
    return [tuple(row) for row in rows]

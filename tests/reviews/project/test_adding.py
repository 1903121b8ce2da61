"""Files added to a project: each by itself, none doubled, none taking another's place unasked."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from read_here import read_here
from rooms import AT, Room

from lapwing.reviews.coding.passages import code_passage
from lapwing.reviews.document import Document
from lapwing.reviews.project import adding
from lapwing.reviews.project.adding import Did, Found, NotRead, ReadIn, add_files, read_anew
from lapwing.reviews.project.documents import original_of, sha256_of, stored_document

LATER = AT + timedelta(days=1)
FIRST = "17. The midwife was not told of the father.\n\n18. Nobody asked.\n"
SECOND = "16. A new paragraph stands here.\n\n17. The midwife was not told of the father.\n"


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    read_here(monkeypatch)


def found(**files: str | bytes) -> list[Found]:
    """Files by name, `_` in place of the full stop."""
    contents = {
        name.replace("_", "."): said.encode() if isinstance(said, str) else said for name, said in files.items()
    }
    return [Found(name, lambda content=content: content) for name, content in contents.items()]  # type: ignore[misc]


def add(room: Room, **files: Any) -> list[ReadIn | NotRead]:
    return list(add_files(room.project, found(**files), at=AT))


def did(told: list[ReadIn | NotRead]) -> list[tuple[str, str]]:
    """Each file with what became of it, or why it was refused."""
    return [(one.file, one.did if isinstance(one, ReadIn) else one.why) for one in told]


def test_a_new_file_is_kept_with_its_original_and_a_review_of_its_own(room: Room) -> None:
    (one,) = add(room, a_txt=FIRST)
    assert isinstance(one, ReadIn)
    assert (one.did, original_of(room.project, one.document_id)) == (Did.ADDED, FIRST.encode())
    (row,) = room.project.rows("SELECT * FROM document JOIN review USING (review_id)")
    assert (row["name"], row["media_type"], row["reference"]) == ("a.txt", "text/plain", "a")
    assert row["sha256"] == sha256_of(FIRST.encode())
    assert stored_document(room.project, one.document_id) == one.document


def test_files_of_one_name_but_another_ending_have_reviews_of_their_own(room: Room) -> None:
    add(room, a_txt=FIRST, a_md=SECOND)
    references = [row["reference"] for row in room.project.rows("SELECT reference FROM review ORDER BY review_id")]
    assert references == ["a", "a.md"]


def test_the_same_content_is_said_and_not_doubled(room: Room) -> None:
    add(room, a_txt=FIRST)
    again, other = add(room, a_txt=FIRST, b_txt=FIRST)
    assert isinstance(again, ReadIn)
    assert isinstance(other, ReadIn)
    assert (again.did, again.notes) == (Did.KNOWN, ("The project has it already.",))
    assert (other.did, other.notes) == (Did.KNOWN, ("The project has it already, as a.txt.",))
    assert len(room.project.rows("SELECT * FROM document")) == 1


def test_the_same_content_twice_at_once_is_read_once(room: Room) -> None:
    told = add(room, a_txt=FIRST, b_txt=FIRST)
    assert did(told) == [("a.txt", Did.ADDED), ("b.txt", Did.KNOWN)]


def test_what_is_refused_stops_no_other(room: Room) -> None:
    told = add(room, a_txt=b"\0\1\2", b_txt=b"\0\1\2", c_txt=FIRST)
    assert isinstance(told[0], NotRead)
    assert did(told)[1:] == [("c.txt", Did.ADDED), ("b.txt", f"{told[0].why} It has the same content as a.txt.")]


def test_a_table_is_no_review(room: Room) -> None:
    assert "give it as --attributes" in did(add(room, a_csv="file,area\na.txt,Bala\n"))[0][1]


def test_a_word_file_that_is_locked_is_told_to_be_locked(room: Room) -> None:
    locked = bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le")
    assert "locked with a password" in did(add(room, a_docx=locked))[0][1]


def test_a_file_that_cannot_be_opened_or_is_too_large_is_refused(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> bytes:
        raise FileNotFoundError(2, "No such file or directory")

    told = list(add_files(room.project, [Found("gone.txt", gone)], at=AT))
    assert did(told) == [("gone.txt", "It cannot be opened (No such file or directory).")]
    monkeypatch.setattr(adding, "LARGEST", 10)
    assert "larger than" in did(add(room, a_txt=FIRST))[0][1]


def test_another_file_of_a_known_name_is_refused_unless_it_is_to_replace_it(room: Room) -> None:
    add(room, a_txt=FIRST)
    assert "Give --replace" in did(add(room, a_txt=SECOND))[0][1]
    (one,) = add_files(room.project, found(a_txt=SECOND), at=LATER, replace=True)
    assert isinstance(one, ReadIn)
    assert one.did is Did.REPLACED
    assert original_of(room.project, one.document_id) == SECOND.encode()
    assert len(room.project.rows("SELECT * FROM reading")) == 2
    assert [row["media_type"] for row in room.project.rows("SELECT * FROM document")] == ["text/plain"]


def test_two_files_of_one_name_at_once_do_not_replace_each_other(room: Room) -> None:
    files = [*found(a_txt=FIRST), *found(a_txt=SECOND)]
    told = list(add_files(room.project, files, at=AT, replace=True))
    assert sorted(did(told)) == [
        ("a.txt", "Another file of this name was given before it. Rename one of them."),
        ("a.txt", "added"),
    ]


def test_passages_are_anchored_anew_in_what_replaces_their_document(room: Room) -> None:
    (one,) = add(room, a_txt=FIRST)
    assert isinstance(one, ReadIn)
    for quote in ("not told of the father", "Nobody asked"):
        start = FIRST.index(quote)
        code_passage(
            room.project,
            document_id=one.document_id,
            start=start,
            end=start + len(quote),
            theme="fathers",
            coder_id=room.coder("Anna"),
            at=AT,
        )
    (replaced,) = add_files(room.project, found(a_txt=SECOND), at=LATER, replace=True)
    assert isinstance(replaced, ReadIn)
    assert [(shifted.quote, shifted.how) for shifted in replaced.shifted] == [
        ("not told of the father", "moved"), ("Nobody asked", "lost"),
    ]  # fmt: skip


def test_originals_are_read_anew_and_a_reading_that_is_the_same_is_not_kept_twice(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(room, a_txt=FIRST, b_txt=SECOND)
    assert did(list(read_anew(room.project, at=LATER))) == [("a.txt", Did.UNCHANGED), ("b.txt", Did.UNCHANGED)]

    def otherwise(files: Any) -> Any:
        for name, content in files:
            text = content.decode()
            yield (
                name,
                Document(text.upper(), (), stored_document(room.project, 1).pages)
                if name == "a.txt"
                else ValueError("No."),
            )

    monkeypatch.setattr(adding, "read_many", otherwise)
    assert did(list(read_anew(room.project, at=LATER))) == [
        ("a.txt", Did.REREAD), ("b.txt", "No. What was read of it before stays."),
    ]  # fmt: skip
    assert stored_document(room.project, 1).text == FIRST.upper()
    assert len(room.project.rows("SELECT * FROM reading")) == 3

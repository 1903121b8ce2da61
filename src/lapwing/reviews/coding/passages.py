"""What people do as they code: a passage to a theme, a theme in a whole document, a memo, a document finished.

Nothing is overwritten: a coding that is taken back says by whom, when and why; of several statements on a theme in a
whole document the newest counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from lapwing.reviews.coding.anchors import context_of
from lapwing.reviews.coding.sealing import sealed_from, why_not_code
from lapwing.reviews.project.documents import stored_document
from lapwing.reviews.project.file import Project, moment
from lapwing.reviews.project.keys import new_guid
from lapwing.reviews.refusal import Refusal
from lapwing.reviews.themes import newest_book

STATES = ("present", "absent", "not assessed")
"""What can be said of a theme in a document as a whole."""


def code_passage(
    project: Project,
    *,
    document_id: int,
    start: int,
    end: int,
    theme: str,
    coder_id: int,
    at: datetime,
    children: Iterable[int] = (),
    suggestion_id: int | None = None,
) -> int:
    """Says that the passage from `start` up to `end` is about a theme, and gives the coding's id.

    Spaces at either edge do not belong to a passage. The same passage may have any number of themes, and passages may
    overlap; the same coder saying the same again changes nothing, and of further children adds them. `children` are those
    whom it is about: none means every child of the review.
    """
    _may_code(project, document_id, coder_id)
    about = tuple(dict.fromkeys(children))
    _children_of_review(project, document_id, about)
    code = newest_book(project).named(theme).code
    with project.changing():
        passage_id = keep_passage(project, document_id=document_id, start=start, end=end)
        known = project.one(
            "SELECT coding_id FROM coding WHERE passage_id = ? AND theme = ? AND coder_id = ? AND withdrawn_at IS NULL",
            (passage_id, code, coder_id),
        )
        if known:
            _also_about(project, known["coding_id"], about)
            return int(known["coding_id"])
        coding_id = project.insert(
            "coding",
            guid=new_guid(),
            passage_id=passage_id,
            theme=code,
            coder_id=coder_id,
            made_at=moment(at),
            suggestion_id=suggestion_id,
        )
        project.connection.executemany(
            "INSERT INTO coding_child VALUES (?, ?)", [(coding_id, child) for child in about]
        )
    return coding_id


def _also_about(project: Project, coding_id: int, children: tuple[int, ...]) -> None:
    """Adds children to those whom a coding is about; none given means all. One that is about all has no more to add."""
    if project.one("SELECT 1 FROM coding_child WHERE coding_id = ?", (coding_id,)) is None:
        return
    every = project.rows(
        """SELECT child_id FROM standing_coding JOIN child USING (review_id) WHERE coding_id = ?""", (coding_id,)
    )
    project.connection.executemany(
        "INSERT OR IGNORE INTO coding_child VALUES (?, ?)",
        [(coding_id, child) for child in children or [row["child_id"] for row in every]],
    )


def keep_passage(project: Project, *, document_id: int, start: int, end: int, guid: str = "") -> int:
    """A stretch of a document in its newest reading, as a passage that codings and sources can name; its id.

    The same stretch is the same passage.
    """
    document = stored_document(project, document_id)
    first, last = _trimmed(document.text, start, end)
    quote = document.quote(first, last)
    if not quote:
        raise Refusal(
            f"From {start} to {end} stand no words that people read. Needs a part of the text, which has {len(document.text)} "
            "characters, that is more than what runs along the head or foot of pages."
        )
    reading_id = project.rows("SELECT reading_id FROM newest_reading WHERE document_id = ?", (document_id,))[0][
        "reading_id"
    ]
    known = project.one(
        'SELECT passage_id FROM anchor JOIN passage USING (passage_id) WHERE reading_id = ? AND "start" = ? AND "end" = ?',
        (reading_id, first, last),
    )
    if known:
        return int(known["passage_id"])
    before, after = context_of(document, first, last)
    with project.changing():
        passage_id = project.insert(
            "passage", guid=guid or new_guid(), document_id=document_id, quote=quote, before=before, after=after
        )
        project.insert("anchor", passage_id=passage_id, reading_id=reading_id, start=first, end=last, how="made")
    return passage_id


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    if not 0 <= start < end <= len(text):
        raise Refusal(f"From {start} to {end} is no part of the text, which has {len(text)} characters.")
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())


def withdraw(project: Project, *, coding_id: int, coder_id: int, why: str, at: datetime) -> None:
    """Takes a coding back; it stays on record with who did so and why. One that is sealed from the person is none."""
    coding = project.one(
        "SELECT coding.*, document_id FROM coding JOIN passage USING (passage_id) WHERE coding_id = ?", (coding_id,)
    )
    hidden = coding and (coding["document_id"], coding["coder_id"]) in sealed_from(project, coder_id)
    if coding is None or hidden or coding["withdrawn_at"]:
        raise Refusal(f"There is no coding {coding_id} that stands.")
    if not why.strip():
        raise Refusal("Taking a coding back needs a reason: give --why.")
    _may_code(project, coding["document_id"], coding["coder_id"])
    with project.changing():
        project.connection.execute(
            "UPDATE coding SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_why = ? WHERE coding_id = ?",
            (moment(at), coder_id, why.strip(), coding_id),
        )


def assess(
    project: Project,
    *,
    document_id: int,
    theme: str,
    state: str,
    coder_id: int,
    at: datetime,
    child_id: int | None = None,
    why: str = "",
) -> int:
    """Says of a theme in a document as a whole, or for one child in it, that it is present, absent or not assessed.

    *Present* rests on a passage that the same coder coded, or on a reason why there is none; *absent* is refused where
    passages of the coder's say otherwise.
    """
    if state not in STATES:
        raise Refusal(f"A theme in a document is one of {', '.join(STATES)}; has {state}.")
    _may_code(project, document_id, coder_id)
    _children_of_review(project, document_id, (child_id,) if child_id else ())
    code = newest_book(project).named(theme).code
    passages = _own_passages(project, document_id, code, coder_id, child_id)
    if state == "present" and not passages and not why.strip():
        raise Refusal(f"{code} has no passage of yours in this document. Code one, or say with --why what it rests on.")
    if state == "absent" and passages:
        raise Refusal(f"You coded {passages} of its passages to {code}. Take them back first, or leave it present.")
    with project.changing():
        return project.insert(
            "assessment",
            guid=new_guid(),
            document_id=document_id,
            child_id=child_id,
            theme=code,
            state=state,
            why=why.strip(),
            coder_id=coder_id,
            made_at=moment(at),
        )


def _own_passages(project: Project, document_id: int, code: str, coder_id: int, child_id: int | None) -> int:
    """How many passages a coder coded to a theme in a document, or of those that are about one child."""
    rows = project.rows(
        """
        SELECT count(*) AS passages FROM standing_coding AS coding
        WHERE document_id = :document AND theme = :theme AND coder_id = :coder AND (
            :child IS NULL
            OR NOT EXISTS (SELECT 1 FROM coding_child WHERE coding_child.coding_id = coding.coding_id)
            OR EXISTS (SELECT 1 FROM coding_child WHERE coding_child.coding_id = coding.coding_id AND child_id = :child)
        )
        """,
        {"document": document_id, "theme": code, "coder": coder_id, "child": child_id},
    )
    return int(rows[0]["passages"])


def finish(project: Project, *, document_id: int, coder_id: int, at: datetime) -> None:
    """Says that a coder has read all of a document for every theme of the newest book.

    A theme without a passage of theirs, and of which they said nothing else, is then absent from it.
    """
    _may_code(project, document_id, coder_id)
    version = newest_book(project).version
    with project.changing():
        project.connection.execute(
            "INSERT OR REPLACE INTO finished VALUES (?, ?, ?, ?)", (document_id, coder_id, version, moment(at))
        )


def write_memo(project: Project, *, about: str, key: str | int, words: str, coder_id: int, at: datetime) -> int:
    """Keeps a note of a coder on a project, review, document, theme, passage, coding or message; its id."""
    if not words.strip():
        raise Refusal("A memo needs words.")
    with project.changing():
        return project.insert(
            "memo",
            guid=new_guid(),
            about=about,
            about_key=str(key),
            words=words.strip(),
            coder_id=coder_id,
            made_at=moment(at),
        )


def _may_code(project: Project, document_id: int, coder_id: int) -> None:
    why_not = why_not_code(project, document_id, coder_id)
    if why_not:
        raise Refusal(why_not)


def _children_of_review(project: Project, document_id: int, children: tuple[int, ...]) -> None:
    for child_id in children:
        row = project.one(
            "SELECT 1 FROM child JOIN document USING (review_id) WHERE child_id = ? AND document_id = ?",
            (child_id, document_id),
        )
        if row is None:
            raise Refusal("A coding is about children of the document's own review; one of those named is not.")

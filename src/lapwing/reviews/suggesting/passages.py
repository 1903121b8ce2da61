"""What the machine looks at: the passages of the newest readings, and what people have said of them that all may see."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from lapwing.reviews.coding.states import visible_codings
from lapwing.reviews.document import Kind
from lapwing.reviews.project import Project, coder_names
from lapwing.reviews.searching.passages import heading_above, printed_number
from lapwing.reviews.themes import Book

FEWEST_LETTERS = 25
"""What is shorter, such as a name in a table, is not suggested."""


@dataclass(frozen=True)
class Passage:
    """One block of a document's newest reading, with its words."""

    block_id: int
    document_id: int
    reading_id: int
    document: str
    position: int
    page: int
    start: int
    end: int
    words: str


_PASSAGES = """
    SELECT block.*, document.document_id, document.name AS document, block_words.words
    FROM block JOIN newest_reading USING (reading_id) JOIN document USING (document_id)
    JOIN block_words ON block_words.rowid = block.block_id
"""
_OF_DOCUMENT = _PASSAGES + " WHERE document_id = ? ORDER BY position"
_OF_BLOCKS = _PASSAGES + " WHERE block_id IN (SELECT value FROM json_each(?)) ORDER BY block_id"  # noqa: S608 -- words are ours


_PAGES = """
    SELECT coding_id, number FROM standing_coding AS coding JOIN page USING (reading_id)
    WHERE page."start" <= coding."start" AND page."end" > coding."start"
"""


def passages_of_document(project: Project, document_id: int) -> list[Passage]:
    """The passages of a document that could be about a theme: all but headings and the shortest."""
    return list(_worth_reading(project.rows(_OF_DOCUMENT, (document_id,))))


def passages_of_blocks(project: Project, block_ids: Iterable[int]) -> list[Passage]:
    """Likewise, of blocks by their ids."""
    listed = json.dumps(sorted(block_ids))
    return list(_worth_reading(project.rows(_OF_BLOCKS, (listed,))))


def _worth_reading(rows: Iterable[Any]) -> Iterator[Passage]:
    for row in rows:
        if row["kind"] == Kind.HEADING or len(row["words"]) < FEWEST_LETTERS:
            continue
        spans = json.loads(row["spans"])
        yield Passage(
            row["block_id"],
            row["document_id"],
            row["reading_id"],
            row["document"],
            row["position"],
            row["page"],
            spans[0][0],
            spans[-1][1],
            row["words"],
        )


@dataclass(frozen=True)
class Coded:
    """A passage that a person coded, and which everybody may see."""

    coding_id: int
    document_id: int
    document: str
    theme: str
    coder: str
    quote: str
    page: int | None
    """Empty, as are start and end, where a new reading lost the passage."""
    start: int | None
    end: int | None
    accepted: bool
    """Whether the machine had suggested it."""


@dataclass
class Known:
    """All that the machine may know of what people did.

    It knows what everybody may see and no more, for what it suggests is seen by everybody. `closed` are documents
    handed out for double coding that some coder has not locked yet: nothing is suggested there, whatever it rests on,
    since coders who were told the same would agree because they were told.
    """

    project: Project
    book: Book
    closed: set[int] = field(init=False)
    coded: list[Coded] = field(init=False)

    def __post_init__(self) -> None:
        """Reads what is visible now."""
        self.closed = {row["document_id"] for row in self.project.rows("SELECT DISTINCT document_id FROM sealed")}
        self.coded = list(self._visible())

    def _visible(self) -> Iterator[Coded]:
        names = coder_names(self.project)
        documents = {
            row["document_id"]: row["name"] for row in self.project.rows("SELECT document_id, name FROM document")
        }
        pages = {row["coding_id"]: row["number"] for row in self.project.rows(_PAGES)}
        for row in visible_codings(self.project):
            yield Coded(
                row["coding_id"],
                row["document_id"],
                documents[row["document_id"]],
                row["theme"],
                names[row["coder_id"]],
                row["quote"],
                pages.get(row["coding_id"]),
                row["start"],
                row["end"],
                row["suggestion_id"] is not None,
            )

    def examples(self, theme: str, without: int | None = None) -> list[Coded]:
        """What people coded to a theme itself, a passage once, leaving one document out if asked."""
        chosen: dict[tuple[int, str], Coded] = {}
        for coded in self.coded:
            if self.book.counted_as(coded.theme)[:1] == (theme,) and coded.document_id != without:
                chosen.setdefault((coded.document_id, coded.quote), coded)
        return list(chosen.values())

    def is_about(self, passage: Passage, theme: str) -> bool:
        """Whether somebody coded part of the passage to the theme, or to one below it."""
        return any(
            coded.start < passage.end and coded.end > passage.start
            for coded in self._of_document[passage.document_id]
            if coded.start is not None and coded.end is not None and theme in self.book.counted_as(coded.theme)
        )

    def was_declined(self, passage: Passage, theme: str) -> bool:
        """Whether somebody declined the passage for the theme, here or, by its words, in an earlier reading."""
        place = (passage.reading_id, theme, f"{passage.start}-{passage.end}")
        return place in self._declined or (passage.document_id, theme, _letters(passage.words)) in self._declined_words

    @cached_property
    def _of_document(self) -> dict[int, list[Coded]]:
        found: dict[int, list[Coded]] = defaultdict(list)
        for coded in self.coded:
            found[coded.document_id].append(coded)
        return found

    @cached_property
    def _declined(self) -> set[tuple[int, str, str]]:
        rows = self.project.rows("SELECT * FROM suggestion WHERE decided = 'declined'")
        return {(row["reading_id"], row["theme"], f"{row['start']}-{row['end']}") for row in rows}

    @cached_property
    def _declined_words(self) -> set[tuple[int, str, str]]:
        rows = self.project.rows(
            """
            SELECT suggestion.document_id, theme, substr(text, "start" + 1, "end" - "start") AS words
            FROM suggestion JOIN reading USING (reading_id) WHERE decided = 'declined'
            """
        )
        return {(row["document_id"], row["theme"], _letters(row["words"])) for row in rows}


def _letters(text: str) -> str:
    return "".join(text.split())


def place_of(project: Project, passage: Passage) -> tuple[str, str]:
    """The printed paragraph and the heading of a passage."""
    return (
        printed_number(project, passage.reading_id, passage.position),
        heading_above(project, passage.reading_id, passage.position),
    )

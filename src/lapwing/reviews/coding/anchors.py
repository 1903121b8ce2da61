"""Where a passage stands: by offset, by its words, and by what stands around them, so that it outlives a re-reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from lapwing.reviews.document import Document
from lapwing.reviews.project.documents import document_of_reading
from lapwing.reviews.project.file import Project

CONTEXT = 60
"""So many characters before and after a passage are kept, to tell it from another of the same words."""
NEAR_ENOUGH = 0.85
"""Words so like a passage's, from 0 to 1, are taken for it where the passage itself is no longer there."""
SHINGLE = 12
"""Letters in a row that must stand somewhere unchanged for a place to be looked at."""


_BREAK = "\0"
"""Between letters that do not follow each other; no document has it."""


@dataclass(frozen=True)
class Anchored:
    """Where a passage stands in a document: `how` as the table of anchors says it, and how like its words are, 0 to 1."""

    start: int | None
    end: int | None
    how: str
    likeness: float = 1.0


@dataclass(frozen=True)
class Shifted:
    """A passage that a new reading moved, changed or lost; `quote` is empty where its coding is sealed."""

    passage_id: int
    quote: str
    how: str
    likeness: float


def context_of(document: Document, start: int, end: int) -> tuple[str, str]:
    """What stands before a passage and after it."""
    return document.text[max(start - CONTEXT, 0) : start], document.text[end : end + CONTEXT]


class Letters:
    """A document's text without spaces and without what was set aside, and where each character of it stands.

    Readers differ in how they break lines and what they set aside; they seldom differ in the letters. Footnotes over
    which a paragraph goes on stand at the end, each after a break, so that the paragraph is found whole.
    """

    def __init__(self, document: Document) -> None:
        """Takes the letters out, once, for any number of passages."""
        main = document.without_set_aside(0, len(document.text))
        aside = [
            part for gap in document.passed_over(0, len(document.text)) for part in document.without_set_aside(*gap)
        ]
        places: list[int] = []
        for start, end in main:
            places += [at for at in range(start, end) if not document.text[at].isspace()]
        letters = [document.text[at] for at in places]
        for start, end in aside:
            places += [start, *(at for at in range(start, end) if not document.text[at].isspace())]
            letters += [_BREAK, *document.text[start:end].split()]
        self.places, self.text = places, "".join(letters)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The span of the document from one letter up to, and not including, another."""
        return self.places[first], self.places[last - 1] + 1

    def spans(self, quote: str) -> list[tuple[int, int]]:
        """Everywhere that words stand, whatever spaces and line breaks are between them."""
        wanted = _letters(quote)
        return [self.span(at, at + len(wanted)) for at in _everywhere(wanted, self.text)] if wanted else []

    def find(self, quote: str, before: str, after: str, was: int | None) -> Anchored:
        """Where the passage stands now: the like-worded place whose surroundings are most alike, or lost."""
        wanted = _letters(quote)
        if not wanted or not self.text:
            return Anchored(None, None, "lost", 0.0)
        exact = [(at, at + len(wanted)) for at in _everywhere(wanted, self.text)]
        if exact:
            start, end = self.span(*max(exact, key=lambda place: self._around(place, before, after)))
            return Anchored(start, end, "same place" if start == was else "moved")
        return self._nearly(wanted)

    def _around(self, place: tuple[int, int], before: str, after: str) -> float:
        """How like the surroundings of a place are to those that a passage had."""
        first, last = place
        left, right = _letters(before), _letters(after)
        return fuzz.ratio(left, self.text[max(first - len(left), 0) : first]) + fuzz.ratio(
            right, self.text[last : last + len(right)]
        )

    def _nearly(self, wanted: str) -> Anchored:
        begins = [
            place - offset
            for offset in range(0, max(len(wanted) - SHINGLE, 1), SHINGLE // 2)
            for place in _everywhere(wanted[offset : offset + SHINGLE], self.text)
        ]
        if not begins:
            return Anchored(None, None, "lost", 0.0)
        about = Counter(begin // SHINGLE for begin in begins).most_common(1)[0][0]
        begin = max(next(begin for begin in begins if begin // SHINGLE == about), 0)
        first = max(begin - 2 * SHINGLE, self.text.rfind(_BREAK, 0, begin) + 1, 0)
        window = self.text[first : first + len(wanted) + 5 * SHINGLE].partition(_BREAK)[0]
        best = fuzz.partial_ratio_alignment(wanted, window)
        if best is None or best.score / 100 < NEAR_ENOUGH:
            return Anchored(None, None, "lost", round((best.score if best else 0) / 100, 3))
        start, end = self.span(*_edges(wanted, window, first, best.dest_start, best.dest_end))
        return Anchored(start, end, "nearly", round(best.score / 100, 3))


def _edges(wanted: str, window: str, first: int, start: int, end: int) -> tuple[int, int]:
    """From the first to the last letter of a passage that stands there, for letters may have come in between."""
    near = max(start - SHINGLE, 0)
    same = Levenshtein.opcodes(wanted, window[near : end + SHINGLE])
    kept = [step for step in same if step.tag == "equal"]
    return first + near + kept[0].dest_start, first + near + kept[-1].dest_end


def _letters(text: str) -> str:
    return "".join(text.split())


def _everywhere(wanted: str, text: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def anchor_again(project: Project, document_id: int, reading_id: int, at: datetime) -> list[Shifted]:
    """Anchors every passage of a document in a new reading of it, and gives those that moved, changed or were lost.

    A passage that was lost keeps its words and its codings; they count for the document, and have no place in it. One
    that only sealed codings rest on is told without its words.
    """
    sealed = _sealed_passages(project, document_id)
    letters = Letters(document_of_reading(project, reading_id))
    shifted = []
    with project.changing():
        for passage in project.rows("SELECT * FROM passage WHERE document_id = ? ORDER BY passage_id", (document_id,)):
            found = letters.find(
                passage["quote"], passage["before"], passage["after"], _stood_at(project, passage["passage_id"])
            )
            project.connection.execute(
                "INSERT OR REPLACE INTO anchor VALUES (?, ?, ?, ?, ?, ?)",
                (passage["passage_id"], reading_id, found.start, found.end, found.how, found.likeness),
            )
            if found.how != "same place":
                quote = "" if passage["passage_id"] in sealed else passage["quote"]
                shifted.append(Shifted(passage["passage_id"], quote, found.how, found.likeness))
        if shifted:
            project.log(
                f"read document {document_id} anew: {len(shifted)} passages stand elsewhere or were lost", None, at
            )
    return shifted


def _sealed_passages(project: Project, document_id: int) -> set[int]:
    """The passages of a document whose standing codings are all sealed from somebody."""
    rows = project.rows(
        """
        SELECT passage_id FROM standing_coding LEFT JOIN sealed USING (document_id, coder_id)
        WHERE document_id = ? GROUP BY passage_id HAVING count(*) = count(sealed.coder_id)
        """,
        (document_id,),
    )
    return {row["passage_id"] for row in rows}


def _stood_at(project: Project, passage_id: int) -> int | None:
    row = project.one(
        'SELECT "start" FROM anchor WHERE passage_id = ? AND "start" IS NOT NULL ORDER BY reading_id DESC',
        (passage_id,),
    )
    return row["start"] if row else None

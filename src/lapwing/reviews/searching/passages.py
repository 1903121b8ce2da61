"""Searching passages: the blocks that hold the words, the most telling first, and where people find each."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from lapwing.reviews.coding.sealing import sealed_from
from lapwing.reviews.coding.states import visible_codings
from lapwing.reviews.document import Kind, Span
from lapwing.reviews.project import Project
from lapwing.reviews.refusal import Refusal
from lapwing.reviews.searching.query import as_fts5

KINDS = tuple(kind.value for kind in Kind if kind not in (Kind.SET_ASIDE, Kind.CONTENTS))
"""Of blocks that are searched."""
LETTERS_SHOWN = 240
"""So much of a long passage is shown around its matches."""
_ON, _OFF = "\x02", "\x03"
_BLOCKS = "SELECT block_id FROM document JOIN newest_reading USING (document_id) JOIN block USING (reading_id)"
_OF_KIND = " AND (SELECT kind FROM block WHERE block_id = block_words.rowid) IN (SELECT value FROM json_each(:kinds))"
# The plus keeps SQLite from asking the full-text index anew for each row of the list.
_CODED = " AND +rowid IN (SELECT value FROM json_each(:coded))"
_NOT_CODED = " AND +rowid NOT IN (SELECT value FROM json_each(:coded))"


@dataclass(frozen=True)
class Found:
    """A passage that a search found: one block of a document's newest reading.

    `quote` is all of its words, and `marks` are the places of the matches in them; `start` and `end` are its place in
    the document. `score` is bm25 (Robertson and Zaragoza 2009), higher for a better match, and compares results of one
    search only. `themes` are those of the codings on it that the person who searches may see.
    """

    document: str
    review: str
    page: int
    paragraph: str
    heading: str
    kind: str
    quote: str
    marks: tuple[Span, ...]
    start: int
    end: int
    score: float
    themes: tuple[str, ...]

    @property
    def place(self) -> str:
        """As people cite it."""
        return f"page {self.page}" + (f", paragraph {self.paragraph}" if self.paragraph else "")

    def shown(self, before: str = "[", after: str = "]") -> str:
        """As much of the quote as people need to judge it, with its matches between two signs."""
        first, last = _window(self.quote, self.marks)
        pieces, at = [], first
        for start, end in self.marks:
            if start >= first and end <= last:
                pieces += [self.quote[at:start], before, self.quote[start:end], after]
                at = end
        shown = "".join([*pieces, self.quote[at:last]]).strip()
        return ("… " if first else "") + shown + (" …" if last < len(self.quote) else "")

    def as_json(self) -> dict[str, Any]:
        """Everything about it, as plain values."""
        return asdict(self) | {"marks": [list(mark) for mark in self.marks], "themes": list(self.themes)}


@dataclass(frozen=True)
class Findings:
    """What a search brought: the best of `total` passages."""

    query: str
    total: int
    results: tuple[Found, ...]


@dataclass(frozen=True)
class Within:
    """Where to search; what is None does not narrow it.

    `reviews` takes the ids of a cohort's reviews, or of any others; `theme` is for passages that are coded to a theme
    or, with `coded` False, are not. Only codings that `viewer` may see are looked at.
    """

    reviews: Collection[int] | None = None
    documents: Collection[int] | None = None
    area: str | None = None
    kinds: Collection[str] | None = None
    theme: str | None = None
    coded: bool = True
    viewer: int | None = None


MOST_RESULTS = 1_000_000


def search(project: Project, query: str, within: Within | None = None, limit: int = 20) -> Findings:
    """The passages that hold what is asked for, the best `limit` of them first; refused where nothing could be found."""
    if not 1 <= limit <= MOST_RESULTS:
        raise Refusal(f"--limit: has {limit}; needs 1 to {MOST_RESULTS}.")
    asked, within = as_fts5(query), within or Within()
    where, given = _narrowed(project, within)
    condition = f"block_words MATCH :asked{where}"
    given |= {"asked": asked, "limit": limit}
    total = project.rows(f"SELECT count(*) AS total FROM block_words WHERE {condition}", given)[0]["total"]  # noqa: S608
    # Ordered by bm25() and not by FTS5's own `rank`, SQLite keeps the best alone and need not sort every match.
    best = project.rows(
        f"SELECT rowid, bm25(block_words) AS cost FROM block_words WHERE {condition} ORDER BY cost LIMIT :limit",  # noqa: S608
        given,
    )
    placed = _Placing(project, within.viewer, [row["rowid"] for row in best])
    return Findings(query, total, tuple(placed.found(row["rowid"], -row["cost"], asked) for row in best))


def _narrowed(project: Project, within: Within) -> tuple[str, dict[str, Any]]:
    """What else must hold of a block, as SQL, with the values that it names."""
    conditions, given = [], {}
    if within.reviews is not None:
        conditions.append("document.review_id IN (SELECT value FROM json_each(:reviews))")
        given["reviews"] = json.dumps(sorted(within.reviews))
    if within.documents is not None:
        conditions.append("document.document_id IN (SELECT value FROM json_each(:documents))")
        given["documents"] = json.dumps(sorted(within.documents))
    if within.area is not None:
        conditions.append("document.review_id IN (SELECT review_id FROM review WHERE area = :area COLLATE NOCASE)")
        given["area"] = within.area
    narrowed = ""
    if conditions:
        narrowed = f" AND +rowid IN ({_BLOCKS} WHERE {' AND '.join(conditions)})"
    if within.kinds is not None:
        narrowed += _OF_KIND
        given["kinds"] = json.dumps(sorted(within.kinds))
    if within.theme is not None:
        narrowed += _CODED if within.coded else _NOT_CODED
        given["coded"] = json.dumps(sorted(blocks_coded(project, {within.theme}, within.viewer)))
    return narrowed, given


def blocks_coded(project: Project, themes: Collection[str], viewer: int | None = None) -> set[int]:
    """The blocks of the newest readings that a visible coding to one of the themes touches."""
    spans: dict[int, list[Span]] = {}
    for row in visible_codings(project, viewer):
        if row["theme"] in themes and row["start"] is not None:
            spans.setdefault(row["reading_id"], []).append((row["start"], row["end"]))
    return {block for reading_id, coded in spans.items() for block in _touched(project, reading_id, coded)}


def _touched(project: Project, reading_id: int, coded: Iterable[Span]) -> set[int]:
    rows = project.rows("SELECT block_id, spans FROM block WHERE reading_id = ? ORDER BY position", (reading_id,))
    spans = [json.loads(row["spans"]) for row in rows]
    starts = [parts[0][0] for parts in spans]
    touched = set()
    for start, end in coded:
        at = max(bisect_right(starts, start) - 1, 0)
        while at < len(rows) and starts[at] < end:
            if any(first < end and last > start for first, last in spans[at]):
                touched.add(rows[at]["block_id"])
            at += 1
    return touched


_CODINGS_BESIDE = """
    SELECT document_id, coder_id, theme, "start", "end" FROM standing_coding
    WHERE "start" IS NOT NULL AND document_id IN (
        SELECT document_id FROM block JOIN reading USING (reading_id) WHERE block_id IN (SELECT value FROM json_each(?))
    )
"""


class _Placing:
    """Says where blocks stand and which themes are on them."""

    def __init__(self, project: Project, viewer: int | None, block_ids: list[int]) -> None:
        self.project = project
        hidden = sealed_from(project, viewer)
        self.codings: dict[int, list[Any]] = {}
        for row in project.rows(_CODINGS_BESIDE, (json.dumps(block_ids),)):
            if (row["document_id"], row["coder_id"]) not in hidden:
                self.codings.setdefault(row["document_id"], []).append(row)

    def found(self, block_id: int, score: float, asked: str) -> Found:
        """One result, in full."""
        block = self.project.rows(
            """
            SELECT block.*, document.document_id, document.name AS document, ifnull(review.reference, '') AS review
            FROM block JOIN reading USING (reading_id) JOIN document USING (document_id) LEFT JOIN review USING (review_id)
            WHERE block_id = ?
            """,
            (block_id,),
        )[0]
        quote, marks = _marked(self.project, block_id, asked)
        spans = json.loads(block["spans"])
        start, end = spans[0][0], spans[-1][1]
        return Found(
            document=block["document"],
            review=block["review"],
            page=block["page"],
            paragraph=printed_number(self.project, block["reading_id"], block["position"]),
            heading=heading_above(self.project, block["reading_id"], block["position"]),
            kind=block["kind"],
            quote=quote,
            marks=marks,
            start=start,
            end=end,
            score=round(score, 4),
            themes=self._themes(block["document_id"], spans),
        )

    def _themes(self, document_id: int, spans: list[Span]) -> tuple[str, ...]:
        return tuple(
            sorted(
                {
                    row["theme"]
                    for row in self.codings.get(document_id, ())
                    if any(first < row["end"] and last > row["start"] for first, last in spans)
                }
            )
        )


def heading_above(project: Project, reading_id: int, position: int) -> str:
    """The words of a block's own heading, as `Document.place_of` has them, without reading the whole document."""
    row = project.one(
        """
        SELECT words FROM block JOIN block_words ON block_words.rowid = block_id
        WHERE reading_id = ? AND position <= ? AND kind = 'heading' ORDER BY position DESC LIMIT 1
        """,
        (reading_id, position),
    )
    return str(row["words"]) if row else ""


def printed_number(project: Project, reading_id: int, position: int) -> str:
    """The printed number of a block, or of the paragraph that it hangs from, as `Document.place_of` has it."""
    row = project.one(
        """
        SELECT position, kind, number FROM block
        WHERE reading_id = ? AND position <= ? AND kind IN ('heading', 'paragraph') ORDER BY position DESC LIMIT 1
        """,
        (reading_id, position),
    )
    if row is None or (row["kind"] == "heading" and row["position"] != position):
        return ""
    return str(row["number"])


def _marked(project: Project, block_id: int, asked: str) -> tuple[str, tuple[Span, ...]]:
    """The words of a block, and where in them the matches stand."""
    marked = project.rows(
        "SELECT highlight(block_words, 0, ?, ?) AS words FROM block_words WHERE block_words MATCH ? AND rowid = ?",
        (_ON, _OFF, asked, block_id),
    )[0]["words"]
    marks: list[Span] = []
    words, began = [], 0
    length = 0
    for piece in marked.replace(_OFF, _ON + _OFF).split(_ON):
        if piece.startswith(_OFF):
            marks.append((began, length))
            piece = piece[1:]
        began = length
        words.append(piece)
        length += len(piece)
    return "".join(words), tuple(marks)


def _window(quote: str, marks: tuple[Span, ...]) -> Span:
    """The part of a long quote that holds most matches, from one word's beginning to another's end."""
    if len(quote) <= LETTERS_SHOWN or not marks:
        return 0, min(len(quote), _word_end(quote, LETTERS_SHOWN))
    held = {start: sum(start <= other < start + LETTERS_SHOWN * 2 // 3 for other, _ in marks) for start, _ in marks}
    busiest = max(held, key=lambda start: (held[start], -start))
    first = max(min(busiest - LETTERS_SHOWN // 3, len(quote) - LETTERS_SHOWN), 0)
    first = quote.rfind(" ", 0, first) + 1 if first else 0
    return first, _word_end(quote, first + LETTERS_SHOWN)


def _word_end(quote: str, at: int) -> int:
    after = quote.find(" ", at)
    return len(quote) if after < 0 else after

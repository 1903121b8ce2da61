"""What counts: of each theme in each review, or for each child, whether it is present, absent, not assessed or disputed.

A coder says *present* by a passage or of the document as a whole; *absent* of the document as a whole, or by having
finished it without a passage. Where coders differ and nobody has settled it, a theme is *disputed*, and is counted
apart. What is sealed in an open round of double coding does not count yet. A theme is present wherever one below it is.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from lapwing.reviews.coding.sealing import sealed_from
from lapwing.reviews.project.file import Project
from lapwing.reviews.themes import Book


class State(StrEnum):
    """What is known of a theme in a review, or for a child."""

    PRESENT = "present"
    ABSENT = "absent"
    NOT_ASSESSED = "not assessed"
    DISPUTED = "disputed"


@dataclass(frozen=True)
class Told:
    """What counts of one theme in one review, or for one child of it (`child_id`), with the codings that it rests on."""

    review_id: int
    child_id: int | None
    theme: str
    state: State
    codings: tuple[int, ...] = ()


@dataclass
class _Said:
    """What one coder said of one theme in one document, for one child or for all."""

    codings: list[int] = field(default_factory=list)
    whole: str = ""
    finished: bool = False

    @property
    def state(self) -> State:
        if self.codings or self.whole == State.PRESENT:
            return State.PRESENT
        if self.whole == State.ABSENT or (self.finished and not self.whole):
            return State.ABSENT
        return State.NOT_ASSESSED


def visible_codings(project: Project, viewer: int | None = None) -> list[sqlite3.Row]:
    """The codings that stand and that a person may see, as rows of `standing_coding`, in the order they were made."""
    hidden = sealed_from(project, viewer)
    rows = project.rows("SELECT * FROM standing_coding ORDER BY coding_id")
    return [row for row in rows if (row["document_id"], row["coder_id"]) not in hidden]


def states_by_review(project: Project, book: Book) -> list[Told]:
    """What counts of each theme of a book in each review that has a document."""
    return list(_Counting(project, book).by_review())


def states_by_child(project: Project, book: Book) -> list[Told]:
    """What counts of each theme of a book for each child of each review that has a document."""
    return list(_Counting(project, book).by_child())


def _by(column: str, rows: Iterable[sqlite3.Row]) -> dict[int, list[sqlite3.Row]]:
    gathered: dict[int, list[sqlite3.Row]] = defaultdict(list)
    for row in rows:
        gathered[row[column]].append(row)
    return gathered


def _open(project: Project, table: str, order: str, hidden: set[tuple[int, int]]) -> Iterator[sqlite3.Row]:
    """The rows of a table that are not sealed."""
    rows = project.rows(f"SELECT * FROM {table} ORDER BY {order}")  # noqa: S608 -- names are ours
    return (row for row in rows if (row["document_id"], row["coder_id"]) not in hidden)


class _Counting:
    """Everything that was said, by document, read once."""

    def __init__(self, project: Project, book: Book) -> None:
        self.book = book
        self.settled = _settled(project, book)
        self.about = _children_of_codings(project)
        self.themes_of = _themes_of_versions(project)
        hidden = sealed_from(project, None)
        codings = (row for row in visible_codings(project) if _stands(project, row, self._overruled(row)))
        self.codings = _by("document_id", codings)
        self.assessments = _by("document_id", _open(project, "standing_assessment", "assessment_id", hidden))
        self.finished = _by("document_id", _open(project, "finished", "coder_id", hidden))
        documents = project.rows(
            "SELECT document_id, review_id FROM document WHERE review_id IS NOT NULL ORDER BY document_id"
        )
        self.documents = _by("review_id", documents)
        self.children = _by("review_id", project.rows("SELECT child_id, review_id FROM child ORDER BY child_id"))

    def by_review(self) -> Iterator[Told]:
        for review_id in self.documents:
            yield from self._told(review_id, None)

    def by_child(self) -> Iterator[Told]:
        for review_id in self.documents:
            for child in self.children[review_id]:
                yield from self._told(review_id, child["child_id"])

    def _told(self, review_id: int, child_id: int | None) -> Iterator[Told]:
        said = [self._in_document(row["document_id"], child_id) for row in self.documents[review_id]]
        for theme in self.book.themes:
            states = [states[theme.code] for states, _ in said]
            rests_on = [coding for _, codings in said for coding in codings[theme.code]]
            yield Told(review_id, child_id, theme.code, _together(states), tuple(rests_on))

    def _in_document(self, document_id: int, child_id: int | None) -> tuple[dict[str, State], dict[str, list[int]]]:
        """The state of each theme in a document, and the codings behind it."""
        by_coder = self._by_coder(document_id, child_id)
        states, codings = {}, {}
        for theme in self.book.themes:
            said = [themes[theme.code] for themes in by_coder.values()]
            codings[theme.code] = [coding for one in said for coding in one.codings]
            settled = self.settled.whole.get((document_id, theme.code))
            states[theme.code] = _as_settled(settled, [one.state for one in said], child_id)
        return states, codings

    def _overruled(self, coding: sqlite3.Row) -> set[int]:
        """The blocks that were settled as being about something else than a coding says."""
        theme = next(iter(self.book.counted_as(coding["theme"])), "")
        return self.settled.overruled.get((coding["document_id"], theme), set())

    def _by_coder(self, document_id: int, child_id: int | None) -> dict[int, dict[str, _Said]]:
        by_coder: dict[int, dict[str, _Said]] = defaultdict(lambda: {theme.code: _Said() for theme in self.book.themes})
        for coding in self.codings[document_id]:
            if child_id is None or child_id in self.about.get(coding["coding_id"], {child_id}):
                for code in self.book.counted_as(coding["theme"]):
                    by_coder[coding["coder_id"]][code].codings.append(coding["coding_id"])
        for row in _for(self.assessments[document_id], child_id):
            self._assessed(by_coder[row["coder_id"]], row)
        for row in self.finished[document_id]:
            themes = by_coder[row["coder_id"]]
            for code in self.themes_of[row["version"]] & themes.keys():
                themes[code].finished = True
        return by_coder

    def _assessed(self, themes: dict[str, _Said], row: sqlite3.Row) -> None:
        """What was said of a document as a whole; *present* goes up to the themes above, the others do not."""
        counted = self.book.counted_as(row["theme"])
        for code in counted if row["state"] == State.PRESENT else counted[:1]:
            if themes[code].whole != State.PRESENT:
                themes[code].whole = row["state"]


def _for(rows: Iterable[sqlite3.Row], child_id: int | None) -> list[sqlite3.Row]:
    """What was said for a child: of that child where a coder did so, else of every child; all of it for a review."""
    if child_id is None:
        return list(rows)
    said: dict[tuple[int, str], sqlite3.Row] = {}
    for row in sorted(rows, key=lambda row: row["child_id"] is not None):
        if row["child_id"] in (None, child_id):
            said[row["coder_id"], row["theme"]] = row
    return list(said.values())


def _as_settled(settled: State | None, states: list[State], child_id: int | None) -> State:
    """What was settled, or what coders say together.

    That a theme is there is settled of those children alone of whom some coder found it.
    """
    is_of_others = settled is State.PRESENT and child_id is not None and State.PRESENT not in states
    return _agreed(states) if settled is None or is_of_others else settled


def _agreed(states: Iterable[State]) -> State:
    """What coders say together of a document: disputed where one finds a theme and another does not."""
    said = set(states) - {State.NOT_ASSESSED}
    return State.DISPUTED if len(said) > 1 else next(iter(said), State.NOT_ASSESSED)


def _together(states: Iterable[State]) -> State:
    """What the documents of a review say together: what is in one of them is in the review."""
    said = set(states)
    order = (State.PRESENT, State.DISPUTED, State.ABSENT, State.NOT_ASSESSED)
    return next(state for state in order if state in said or state is State.NOT_ASSESSED)


@dataclass(frozen=True)
class _Settled:
    """What was adjudicated; of several words on the same, the newest counts.

    `whole` has the state of a theme by document: as settled for the document, or present because it, or a theme below it,
    was found present in a block of it. `overruled` has the blocks, from 1, where a theme was found absent.
    """

    whole: dict[tuple[int, str], State]
    overruled: dict[tuple[int, str], set[int]]


def _settled(project: Project, book: Book) -> _Settled:
    newest = {
        (row["document_id"], theme, row["block_position"]): State(row["state"])
        for row in project.rows("SELECT * FROM standing_adjudication WHERE NOT is_lost ORDER BY adjudication_id")
        for theme in book.counted_as(row["theme"])[:1]
    }
    whole: dict[tuple[int, str], State] = {}
    overruled: dict[tuple[int, str], set[int]] = defaultdict(set)
    for (document_id, theme, position), state in newest.items():
        if position is None or state is State.PRESENT:
            whole[document_id, theme] = newest.get((document_id, theme, None), state)
        else:
            overruled[document_id, theme].add(position)
    present = [at for at, state in whole.items() if state is State.PRESENT]
    whole |= {(document_id, above): State.PRESENT for document_id, theme in present for above in book.ancestors(theme)}
    return _Settled(whole, overruled)


def _stands(project: Project, coding: sqlite3.Row, absent: set[int]) -> bool:
    """Whether some block of a coding's passage was not settled as being about something else."""
    if not absent or coding["start"] is None:
        return True
    blocks = project.rows("SELECT position, spans FROM block WHERE reading_id = ?", (coding["reading_id"],))
    covered = {
        block["position"]
        for block in blocks
        if any(start < coding["end"] and end > coding["start"] for start, end in json.loads(block["spans"]))
    }
    return not covered <= absent


def _children_of_codings(project: Project) -> dict[int, set[int]]:
    about: dict[int, set[int]] = defaultdict(set)
    for row in project.rows("SELECT coding_id, child_id FROM coding_child"):
        about[row["coding_id"]].add(row["child_id"])
    return about


def _themes_of_versions(project: Project) -> dict[int, set[str]]:
    themes: dict[int, set[str]] = defaultdict(set)
    for row in project.rows("SELECT version, code FROM theme"):
        themes[row["version"]].add(row["code"])
    return themes

"""What each coder made of a document: as it stood when they locked it, or as it stands where they never did.

Agreement rests on this alone. What is coded, withdrawn or settled after the lock changes nothing here.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lapwing.reviews.project import Project
from lapwing.reviews.themes import Book, book_of

ALL_THEMES = -1
"""In place of a version: somebody who never said that they were done counts as having looked for every theme."""
NO_THEME = 0
"""In place of a version: somebody who only spoke of themes one by one, in the document as a whole."""


@dataclass(frozen=True)
class Reader:
    """A coder who read all of a document for every theme of a version of the theme book.

    `until` is the moment of the lock, or empty where the work counts as it stands.
    """

    document_id: int
    coder_id: int
    until: str
    version: int


@dataclass(frozen=True)
class Passage:
    """A passage that a coder gave a theme to, the themes it counts as, and where it stands in the newest reading.

    One that was lost when the document was read again stands nowhere: `start` and `end` are None.
    """

    coder_id: int
    themes: frozenset[str]
    start: int | None
    end: int | None
    quote: str


@dataclass(frozen=True)
class Said:
    """What a coder said of a theme in a document as a whole: present, absent or not assessed, and why."""

    state: str
    why: str


@dataclass(frozen=True)
class Work:
    """A document as several coders worked it through.

    `asked`: by theme, the coders who looked for it in all of the document. `said`: by theme and coder, what they said
    of it in the document as a whole.
    """

    document_id: int
    asked: Mapping[str, frozenset[int]]
    passages: tuple[Passage, ...]
    said: Mapping[str, Mapping[int, Said]]

    def passages_on(self, theme: str) -> list[Passage]:
        """The passages that count as a theme, of the coders who looked for it in all of the document."""
        return [one for one in self.passages if theme in one.themes and one.coder_id in self.asked[theme]]

    def raters_of(self, theme: str, *, whole: bool) -> frozenset[int]:
        """Who says of a theme whether it is there: in the document as a `whole`, or in each paragraph of it."""
        return frozenset(self.states_of(theme)) if whole else self.asked[theme]

    def states_of(self, theme: str) -> dict[int, bool]:
        """By coder, whether the theme is present in the document as a whole; without those who did not assess it."""
        said = self.said.get(theme, {})
        states = dict.fromkeys(self.asked[theme], False)
        states |= {who: one.state == "present" for who, one in said.items() if one.state != "not assessed"}
        states |= {one.coder_id: True for one in self.passages if theme in one.themes}
        return states

    def quotes(self, theme: str, coder_id: int) -> list[str]:
        """The passages that a coder coded to a theme."""
        return [one.quote for one in self.passages if theme in one.themes and one.coder_id == coder_id]

    def why(self, theme: str, coder_id: int) -> str:
        """What a coder said of a theme in the whole document, or nothing."""
        said = self.said.get(theme, {}).get(coder_id)
        return said.why if said else ""


def readers(project: Project, round_id: int | None = None, *, unfinished: bool = False) -> list[Reader]:
    """Who read which documents: those of a round, or everybody who locked or finished one, the earliest lock first.

    Documents in which somebody's work is sealed are left out, and so are those that fewer than two coders read.
    With `unfinished`, who coded anything counts as having read all of the document.
    """
    found = _locked(project, round_id)
    if round_id is None:
        found = _added(found, _finished(project))
        found = _added(found, _coded(project)) if unfinished else found
        found = _added(found, _assessed(project))
    sealed = {row["document_id"] for row in project.rows("SELECT DISTINCT document_id FROM sealed")}
    count = Counter(one.document_id for one in found)
    kept = [one for one in found if count[one.document_id] > 1 and one.document_id not in sealed]
    return sorted(kept, key=lambda one: (one.document_id, one.coder_id))


def _added(found: Sequence[Reader], more: Iterable[Reader]) -> list[Reader]:
    known = {(one.document_id, one.coder_id) for one in found}
    return [*found, *(one for one in more if (one.document_id, one.coder_id) not in known)]


def _locked(project: Project, round_id: int | None) -> list[Reader]:
    rows = project.rows(
        """SELECT document_id, assignment.coder_id, min(locked_at) AS locked_at, version
        FROM assignment JOIN coding_round USING (round_id)
        WHERE locked_at IS NOT NULL AND (?1 IS NULL OR round_id = ?1) GROUP BY document_id, assignment.coder_id""",
        (round_id,),
    )
    return [Reader(row["document_id"], row["coder_id"], row["locked_at"], row["version"]) for row in rows]


def _finished(project: Project) -> list[Reader]:
    rows = project.rows(
        "SELECT document_id, coder_id, max(version) AS version FROM finished GROUP BY document_id, coder_id"
    )
    return [Reader(row["document_id"], row["coder_id"], "", row["version"]) for row in rows]


def _coded(project: Project) -> list[Reader]:
    rows = project.rows("SELECT DISTINCT document_id, coder_id FROM standing_coding")
    return [Reader(row["document_id"], row["coder_id"], "", ALL_THEMES) for row in rows]


def _assessed(project: Project) -> list[Reader]:
    rows = project.rows("SELECT DISTINCT document_id, coder_id FROM standing_assessment")
    return [Reader(row["document_id"], row["coder_id"], "", NO_THEME) for row in rows]


ReadBy = Mapping[int, Mapping[int, Reader]]
"""The readers by document and coder."""


def work_of(project: Project, book: Book, read: Sequence[Reader]) -> list[Work]:
    """The documents that were read, in order, each as its readers worked it through."""
    read_by: dict[int, dict[int, Reader]] = defaultdict(dict)
    for reader in read:
        read_by[reader.document_id][reader.coder_id] = reader
    passages, said = _passages(project, book, read_by), _said(project, book, read_by)
    covered = {version: _covered(project, book, version) for version in {one.version for one in read}}
    works = []
    for document_id, coders in sorted(read_by.items()):
        asked = {
            theme.code: frozenset(
                who
                for who, reader in coders.items()
                if theme.code in covered[reader.version]
                and not _skipped(who, theme.code, passages[document_id], said[document_id])
            )
            for theme in book.themes
        }
        works.append(Work(document_id, asked, tuple(passages[document_id]), said[document_id]))
    return works


def _skipped(coder_id: int, theme: str, passages: Iterable[Passage], said: Mapping[str, Mapping[int, Said]]) -> bool:
    """Whether a coder set a theme aside as not assessed, and coded no passage to it either."""
    of_coder = said.get(theme, {}).get(coder_id)
    if of_coder is None or of_coder.state != "not assessed":
        return False
    return not any(one.coder_id == coder_id and theme in one.themes for one in passages)


def _covered(project: Project, book: Book, version: int) -> frozenset[str]:
    """The themes of the book that somebody who read for a version looked for."""
    codes = frozenset(theme.code for theme in book.themes)
    if version in (ALL_THEMES, book.version):
        return codes
    if version == NO_THEME:
        return frozenset()
    return codes & {theme.code for theme in book_of(project, version).themes}


def _passages(project: Project, book: Book, read_by: ReadBy) -> dict[int, list[Passage]]:
    rows = project.rows(
        """WITH newest AS MATERIALIZED (
            SELECT document_id, reading_id FROM newest_reading
            WHERE document_id IN (SELECT value FROM json_each(?))
        )
        SELECT document_id, coder_id, theme, made_at, withdrawn_at, anchor."start", anchor."end", quote
        FROM newest JOIN passage USING (document_id) JOIN coding USING (passage_id)
        LEFT JOIN anchor ON anchor.passage_id = passage.passage_id AND anchor.reading_id = newest.reading_id
        ORDER BY anchor."start", coding_id""",
        (json.dumps(list(read_by)),),
    )
    found: dict[int, list[Passage]] = defaultdict(list)
    for row in rows:
        reader = read_by[row["document_id"]].get(row["coder_id"])
        themes = frozenset(book.counted_as(row["theme"]))
        if reader and themes and _stood(row["made_at"], row["withdrawn_at"], reader.until):
            found[row["document_id"]].append(Passage(row["coder_id"], themes, row["start"], row["end"], row["quote"]))
    return found


def _said(project: Project, book: Book, read_by: ReadBy) -> dict[int, dict[str, dict[int, Said]]]:
    """By document, theme and coder, what was last said. *Present*, even for one child, goes up to the themes above."""
    rows = project.rows(
        "SELECT * FROM assessment WHERE document_id IN (SELECT value FROM json_each(?)) ORDER BY assessment_id",
        (json.dumps(list(read_by)),),
    )
    newest = {}
    for row in rows:
        reader = read_by[row["document_id"]].get(row["coder_id"])
        if reader and _stood(row["made_at"], None, reader.until):
            newest[row["document_id"], row["coder_id"], row["theme"], row["child_id"]] = Said(row["state"], row["why"])
    found: dict[int, dict[str, dict[int, Said]]] = defaultdict(lambda: defaultdict(dict))
    for (document_id, coder_id, written, child_id), said in newest.items():
        counted = book.counted_as(written)
        if said.state != "present":
            counted = counted[:1] if child_id is None else ()  # of one child alone it says nothing of the document
        for theme in counted:
            known = found[document_id][theme].get(coder_id)
            if known is None or known.state != "present":
                found[document_id][theme][coder_id] = said
    return found


def _stood(made_at: str, withdrawn_at: str | None, until: str) -> bool:
    """Whether something counted at a moment, or counts now where there is none."""
    if not until:
        return withdrawn_at is None
    return made_at <= until and (withdrawn_at is None or withdrawn_at > until)

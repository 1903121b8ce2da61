"""Where coders differ, and what was settled there.

What is settled is kept beside what was coded: neither the codings nor any figure of agreement changes by it. It hangs
on the words of its paragraph, and so outlives a new reading of the document; where that has lost the paragraph, it
settles nothing any more.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from lapwing.reviews.agreement.comparing import Compared
from lapwing.reviews.agreement.units import Unit, found_in
from lapwing.reviews.agreement.work import Work
from lapwing.reviews.coding.passages import keep_passage
from lapwing.reviews.document import Place
from lapwing.reviews.project import Project, coder_names, moment
from lapwing.reviews.project.documents import stored_document
from lapwing.reviews.refusal import Refusal
from lapwing.reviews.themes import Book


@dataclass(frozen=True)
class Found:
    """A coder who found the theme, and the words that they coded; without any, why they say that it is there."""

    coder: str
    quotes: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True)
class Settlement:
    """What somebody settled: present or absent, why, who and when."""

    state: str
    why: str
    by: str
    at: str


@dataclass(frozen=True)
class Disagreement:
    """A paragraph, or a document as a whole (`place` None), in which some coders find a theme and others do not."""

    document_id: int
    document: str
    place: Place | None
    theme: str
    found_by: tuple[Found, ...]
    not_by: tuple[str, ...]
    settled: Settlement | None

    @property
    def where(self) -> str:
        """As people cite it."""
        return str(self.place) if self.place else "the whole document"

    @property
    def position(self) -> int | None:
        """Which block of its document, from 1; None for the whole of it."""
        return self.place.block if self.place else None


@dataclass(frozen=True)
class Lost:
    """Something that was settled in a paragraph, of the words `quote`, which is not in the newest reading."""

    document_id: int
    document: str
    quote: str
    theme: str
    settled: Settlement


Settled = Mapping[tuple[int, int | None, str], Settlement]
"""What was last settled, by document, block (None for all of it) and theme."""


def settled_in(project: Project, book: Book) -> Settled:
    """Everything that was settled and has its place, by the theme that it counts as; of several words the last."""
    names = coder_names(project)
    rows = project.rows("SELECT * FROM standing_adjudication WHERE NOT is_lost ORDER BY adjudication_id")
    return {
        (row["document_id"], row["block_position"], theme): _settlement(row, names)
        for row in rows
        for theme in book.counted_as(row["theme"])[:1]
    }


def _settlement(row: sqlite3.Row, names: Mapping[int, str]) -> Settlement:
    return Settlement(row["state"], row["why"], names[row["coder_id"]], row["made_at"])


def lost_settlements(project: Project, compared: Compared, themes: Iterable[str] = ()) -> list[Lost]:
    """What was settled in paragraphs of the documents compared that their newest readings have lost."""
    names, codes = coder_names(project), compared.codes(themes)
    documents = {work.document_id for work in compared.work}
    rows = project.rows(
        """SELECT lost.*, document.name, quote FROM standing_adjudication AS lost
        JOIN document USING (document_id) JOIN passage USING (passage_id) WHERE is_lost ORDER BY adjudication_id"""
    )
    return [
        Lost(row["document_id"], row["name"], row["quote"], row["theme"], _settlement(row, names))
        for row in rows
        if row["document_id"] in documents and {*compared.book.counted_as(row["theme"])[:1]} & {*codes}
    ]


def disagreements(project: Project, compared: Compared, themes: Iterable[str] = ()) -> list[Disagreement]:
    """Where coders differ, document by document in the order of the text; by characters they differ in paragraphs too."""
    settled = settled_in(project, compared.book)
    codes = compared.codes(themes)
    found: list[Disagreement] = []
    for work in compared.work:
        differing = [one for theme in codes for one in _differing(compared, work, theme)]
        if differing:
            found += _placed(project, compared, work, sorted(differing, key=lambda one: one[1] or 0), settled)
    return found


Differing = tuple[str, int | None, Mapping[int, Sequence[str]]]
"""A theme, the position of a block, and the quotes of those who found it there."""


def _differing(compared: Compared, work: Work, theme: str) -> Iterator[Differing]:
    paragraphs = compared.paragraphs.get(work.document_id, ())
    raters = work.raters_of(theme, whole=compared.unit is Unit.DOCUMENTS)
    for position, present in found_in(compared.unit, work, theme, paragraphs).items():
        if present and raters - present.keys():
            yield theme, position, present


def _placed(
    project: Project, compared: Compared, work: Work, differing: Iterable[Differing], settled: Settled
) -> Iterator[Disagreement]:
    document = stored_document(project, work.document_id)
    name = project.rows("SELECT name FROM document WHERE document_id = ?", (work.document_id,))[0]["name"]
    for theme, position, present in differing:
        raters = work.raters_of(theme, whole=position is None)
        yield Disagreement(
            work.document_id,
            name,
            document.place_of(document.blocks[position - 1].start) if position else None,
            theme,
            tuple(_found(compared, work, theme, who, present[who]) for who in sorted(present)),
            tuple(compared.names[who] for who in sorted(raters - present.keys())),
            settled.get((work.document_id, position, theme)),
        )


def _found(compared: Compared, work: Work, theme: str, who: int, quotes: Sequence[str]) -> Found:
    return Found(compared.names[who], tuple(quotes), "" if quotes else work.why(theme, who))


def differing_at(found: Iterable[Disagreement], document_id: int, paragraph: str, theme: str) -> Disagreement:
    """The disagreement in a paragraph, by its printed number or as `block 42`; without one, in the whole document.

    Refused where coders do not differ there, or where they do in several items of the paragraph's list.
    """
    wanted = paragraph.strip().casefold()
    here = [one for one in found if one.document_id == document_id and one.theme == theme]
    if not wanted:
        meant = [one for one in here if one.place is None]
    else:
        meant = [
            one for one in here if one.place and wanted in (one.place.paragraph.casefold(), f"block {one.place.block}")
        ]
    if len(meant) == 1:
        return meant[0]
    if meant:
        blocks = ", ".join(f"“block {one.position}”" for one in meant)
        raise Refusal(
            f"Coders differ about {theme} in {len(meant)} blocks of paragraph {paragraph}. Give --paragraph {blocks}."
        )
    where = f"in paragraph {paragraph}" if wanted else "about the document as a whole"
    raise Refusal(
        f"Coders do not differ {where} over {theme}, so there is nothing to settle. "
        "`lapwing reviews agree --disagreements` lists where they do."
    )


def settle(project: Project, disagreement: Disagreement, *, state: str, why: str, coder_id: int, at: datetime) -> int:
    """Keeps what was settled where coders differ, beside what each of them coded; the settlement's id."""
    if state not in ("present", "absent"):
        raise Refusal(f"What is settled is present or absent; has “{state}”.")
    if not why.strip():
        raise Refusal("Settling a disagreement needs a reason that others can follow: give --why.")
    with project.changing():
        settled_id = project.insert(
            "adjudication",
            document_id=disagreement.document_id,
            passage_id=_paragraph(project, disagreement),
            theme=disagreement.theme,
            state=state,
            why=why.strip(),
            coder_id=coder_id,
            made_at=moment(at),
        )
        project.log(
            f"settled {disagreement.theme} in {disagreement.document}, {disagreement.where}: {state}", coder_id, at
        )
    return settled_id


def _paragraph(project: Project, disagreement: Disagreement) -> int | None:
    """The words that a settlement hangs on; None where it is about the whole document."""
    if disagreement.position is None:
        return None
    block = stored_document(project, disagreement.document_id).blocks[disagreement.position - 1]
    return keep_passage(project, document_id=disagreement.document_id, start=block.start, end=block.end)

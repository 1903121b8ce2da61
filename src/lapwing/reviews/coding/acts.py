"""One act of coding as a person says it, by names: of a passage or of a whole document, with its memo."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from lapwing.reviews.coding.locating import locate
from lapwing.reviews.coding.passages import STATES, assess, code_passage, write_memo
from lapwing.reviews.document import Place
from lapwing.reviews.project.documents import stored_document
from lapwing.reviews.project.file import Project
from lapwing.reviews.project.keys import coder, document_named
from lapwing.reviews.refusal import Refusal
from lapwing.reviews.themes import newest_book


@dataclass(frozen=True)
class Act:
    """What a person says: a document and a theme by name, and a passage of it or a state of the whole."""

    document: str
    theme: str
    quote: str = ""
    paragraph: str = ""
    page: int | None = None
    whole: str = ""
    children: tuple[str, ...] = ()
    memo: str = ""
    why: str = ""
    coder: str = ""


@dataclass(frozen=True)
class Done:
    """What was kept: a coding with its passage and place, or what was said of a whole document."""

    id: int
    document: str
    theme: str
    coder: str
    whole: str = ""
    quote: str = ""
    place: Place | None = None

    def as_json(self) -> dict[str, Any]:
        """As scripts read it."""
        place = asdict(self.place) if self.place else {}
        told = {"document": self.document, "theme": self.theme, "coder": self.coder}
        return (
            {**told, "whole": self.whole} if self.whole else {"coding": self.id, **told, "quote": self.quote, **place}
        )

    def __str__(self) -> str:
        """As people read it."""
        if self.whole:
            return f"{self.document}: {self.theme} is {self.whole} ({self.coder})."
        return f"{self.id}: {self.document}, {self.place}: {self.theme} ({self.coder})\n    “{self.quote}”"


def act(project: Project, said: Act, at: datetime) -> Done:
    """Does what a person says."""
    row = document_named(project, said.document)
    by = coder(project, said.coder)
    children = [_child(project, row["document_id"], label) for label in said.children]
    theme = newest_book(project).named(said.theme).code
    if said.whole and (said.quote.strip() or said.paragraph.strip()):
        raise Refusal("A passage or the whole document? Give a quote or a paragraph, or what is said of the whole.")
    if said.whole:
        return _whole(project, said, row["document_id"], row["name"], by, children, theme, at)
    document = stored_document(project, row["document_id"])
    start, end = locate(document, quote=said.quote, paragraph=said.paragraph, page=said.page)
    coding_id = code_passage(
        project,
        document_id=row["document_id"],
        start=start,
        end=end,
        theme=theme,
        coder_id=by,
        at=at,
        children=children,
    )
    if said.memo:
        write_memo(project, about="coding", key=coding_id, words=said.memo, coder_id=by, at=at)
    quote, place = document.quote(start, end), document.place_of(start)
    return Done(coding_id, row["name"], theme, said.coder, quote=quote, place=place)


def _whole(
    project: Project, said: Act, document_id: int, name: str, by: int, children: list[int], theme: str, at: datetime
) -> Done:
    state = said.whole.replace("-", " ").strip().lower()
    if state not in STATES:
        raise Refusal(f"Of a whole document a theme is present, absent or not-assessed; has {said.whole}.")
    assessed = 0
    about: list[int | None] = [*dict.fromkeys(children)] or [None]
    for child_id in about:
        assessed = assess(
            project,
            document_id=document_id,
            theme=theme,
            state=state,
            coder_id=by,
            at=at,
            child_id=child_id,
            why=said.why,
        )
    if said.memo:
        write_memo(project, about="document", key=document_id, words=said.memo, coder_id=by, at=at)
    return Done(assessed, name, theme, said.coder, whole=state)


def _child(project: Project, document_id: int, label: str) -> int:
    rows = project.rows(
        "SELECT child_id, label FROM child JOIN document USING (review_id) WHERE document_id = ? ORDER BY child_id",
        (document_id,),
    )
    for row in rows:
        if row["label"].casefold() == label.strip().casefold():
            return int(row["child_id"])
    known = ", ".join(row["label"] for row in rows) or "none; give a sheet of attributes with `lapwing reviews read`"
    raise Refusal(f"The review has no child {label}. It has: {known}.")

"""Everything coded that a person may see: passages with their place, whole documents, what is finished, memos."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from lapwing.reviews.coding.sealing import sealed_from
from lapwing.reviews.coding.states import visible_codings
from lapwing.reviews.document import Document, Place
from lapwing.reviews.project.documents import stored_document
from lapwing.reviews.project.file import Project
from lapwing.reviews.project.keys import coder_names, document_named
from lapwing.reviews.themes import newest_book


@dataclass(frozen=True)
class CodedPassage:
    """A coding with its passage; `place` is None where a new reading of the document lost it.

    `accepted` says that a person accepted what the machine suggested.
    """

    coding: int
    document: str
    theme: str
    coder: str
    made_at: str
    quote: str
    place: Place | None
    start: int | None
    end: int | None
    accepted: bool
    memos: tuple[str, ...] = ()


@dataclass
class Coded:
    """What is coded: passages, what was said of whole documents, and who has finished which."""

    passages: list[CodedPassage] = field(default_factory=list)
    whole: list[dict[str, Any]] = field(default_factory=list)
    finished: list[dict[str, Any]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """As scripts read it."""
        told = [{**asdict(one), "place": None, **(asdict(one.place) if one.place else {})} for one in self.passages]
        for one in told:
            del one["place"]
        return {"codings": told, "whole": self.whole, "finished": self.finished}

    def lines(self) -> Iterator[str]:
        """As people read it."""
        for one in self.passages:
            place = str(one.place) if one.place else "no longer found in the document"
            yield f"{one.coding}: {one.document}, {place}: {one.theme} ({one.coder})"
            yield f"    “{one.quote}”"
            yield from (f"    Memo: {words}" for words in one.memos)
        for said in self.whole:
            about = f" for {said['child']}" if said["child"] else ""
            why = f": {said['why']}" if said["why"] else ""
            yield f"{said['document']}: {said['theme']} is {said['state']}{about} ({said['coder']}){why}"
        for said in self.finished:
            yield f"{said['document']}: finished by {said['coder']}, version {said['version']} of the theme book"
        if not (self.passages or self.whole or self.finished):
            yield "Nothing is coded here yet."


def coded(project: Project, *, document: str = "", theme: str = "", viewer: str = "") -> Coded:
    """What a person may see of what is coded, in one document or all, to one theme or all.

    `viewer` is a coder's name; what is sealed in an open round is shown to its coder alone.
    """
    return _Listing(project, document, theme, viewer).coded()


class _Listing:
    def __init__(self, project: Project, document: str, theme: str, viewer: str) -> None:
        self.project = project
        self.names = coder_names(project)
        self.viewer = next((id for id, name in self.names.items() if name.casefold() == viewer.casefold()), None)
        self.only = document_named(project, document)["document_id"] if document else None
        self.theme = newest_book(project).named(theme).code if theme else ""
        self.documents = {
            row["document_id"]: row["name"] for row in project.rows("SELECT document_id, name FROM document")
        }
        self.read: dict[int, Document] = {}

    def coded(self) -> Coded:
        found = Coded()
        memos = self._memos()
        for row in visible_codings(self.project, self.viewer):
            if self._wanted(row):
                found.passages.append(self._passage(row, memos.get(row["coding_id"], ())))
        hidden = sealed_from(self.project, self.viewer)
        for row in self.project.rows(
            "SELECT standing_assessment.*, label FROM standing_assessment LEFT JOIN child USING (child_id) ORDER BY assessment_id"
        ):
            if self._wanted(row) and (row["document_id"], row["coder_id"]) not in hidden:
                found.whole.append(self._whole(row))
        for row in self.project.rows("SELECT * FROM finished ORDER BY finished_at, document_id"):
            open_to_all = (row["document_id"], row["coder_id"]) not in hidden
            if open_to_all and self.only in (None, row["document_id"]) and not self.theme:
                found.finished.append({**self._who(row), "version": row["version"], "finished_at": row["finished_at"]})
        return found

    def _wanted(self, row: Any) -> bool:
        return self.only in (None, row["document_id"]) and self.theme in ("", row["theme"])

    def _memos(self) -> dict[int, tuple[str, ...]]:
        memos: dict[int, tuple[str, ...]] = {}
        for row in self.project.rows("SELECT about_key, words FROM memo WHERE about = 'coding' ORDER BY memo_id"):
            key = int(row["about_key"])
            memos[key] = (*memos.get(key, ()), row["words"])
        return memos

    def _who(self, row: Any) -> dict[str, Any]:
        return {"document": self.documents[row["document_id"]], "coder": self.names[row["coder_id"]]}

    def _passage(self, row: Any, memos: tuple[str, ...]) -> CodedPassage:
        document_id = row["document_id"]
        if row["start"] is not None and document_id not in self.read:
            self.read[document_id] = stored_document(self.project, document_id)
        return CodedPassage(
            coding=row["coding_id"],
            theme=row["theme"],
            **self._who(row),
            made_at=row["made_at"],
            quote=row["quote"],
            place=None if row["start"] is None else self.read[document_id].place_of(row["start"]),
            start=row["start"],
            end=row["end"],
            accepted=row["suggestion_id"] is not None,
            memos=memos,
        )

    def _whole(self, row: Any) -> dict[str, Any]:
        said = {part: row[part] for part in ("theme", "state", "why", "made_at")}
        return {**self._who(row), "child": row["label"] or "", **said}

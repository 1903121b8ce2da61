"""Files read into a project: new ones, known ones, those that take another's place, and all of them read anew."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from lapwing.reviews.coding.anchors import Shifted, anchor_again
from lapwing.reviews.document import Document
from lapwing.reviews.project.default_reviews import default_review
from lapwing.reviews.project.documents import keep_document, keep_reading, original_of, sha256_of, stored_document
from lapwing.reviews.project.file import Project
from lapwing.reviews.reading import READER, media_type_of, read_many
from lapwing.reviews.refusal import Refusal

LARGEST = 500 * 1024 * 1024
"""Bytes of one file."""
_TABLES = (".csv", ".tsv")
"""Text that people do not mean to have read as a review."""


class Did(StrEnum):
    """What became of a file."""

    ADDED = "added"
    KNOWN = "known"
    """The project has the very same content."""
    REPLACED = "replaced"
    """It took the place of another file of its name."""
    REREAD = "reread"
    """Its original was read anew, and otherwise than before."""
    UNCHANGED = "unchanged"
    """Its original was read anew, and just as before."""


@dataclass(frozen=True)
class ReadIn:
    """A file that the project has; `shifted` are passages that a new reading moved, changed or lost."""

    file: str
    document_id: int
    did: Did
    document: Document
    notes: tuple[str, ...] = ()
    """What is to be said of it beside the document's own notes."""
    shifted: tuple[Shifted, ...] = ()


@dataclass(frozen=True)
class NotRead:
    """A file that was refused, and why."""

    file: str
    why: str


@dataclass(frozen=True)
class Found:
    """A file by the name that it will have in the project, and how its content is had."""

    name: str
    content: Callable[[], bytes]


def add_files(
    project: Project, files: Iterable[Found], *, at: datetime, replace: bool = False
) -> Iterator[ReadIn | NotRead]:
    """Reads files into the project, each by itself: that one is refused stops no other.

    Content that the project has already, under whatever name, is said and not doubled. Another file of a known name is
    refused unless `replace`, which puts it in the place of the one before, whose reading is kept, and anchors passages
    anew. Every new document reports a review of its own until somebody says otherwise.
    """
    yield from _Adding(project, at, replace).all(files)


def read_anew(project: Project, *, at: datetime) -> Iterator[ReadIn | NotRead]:
    """Reads the original of every document with the reader as it now is; a reading that is the same is not kept twice."""
    documents = {row["name"]: row["document_id"] for row in project.rows("SELECT * FROM document ORDER BY name")}
    for name, read in read_many((name, original_of(project, id)) for name, id in documents.items()):
        if isinstance(read, Document):
            yield _reread(project, name, documents[name], read, at)
        else:
            yield NotRead(name, f"{read} What was read of it before stays.")


def _reread(project: Project, name: str, document_id: int, document: Document, at: datetime) -> ReadIn:
    if document == stored_document(project, document_id):
        return ReadIn(name, document_id, Did.UNCHANGED, document)
    return ReadIn(name, document_id, Did.REREAD, document, shifted=_keep_reading(project, document_id, document, at))


def _keep_reading(project: Project, document_id: int, document: Document, at: datetime) -> tuple[Shifted, ...]:
    with project.changing():
        reading_id = keep_reading(project, document_id, document, at, READER)
        return tuple(anchor_again(project, document_id, reading_id, at))


@dataclass
class _Adding:
    project: Project
    at: datetime
    replace: bool
    _reading: dict[str, bytes] = field(default_factory=dict)
    """Content that is being read, by name."""
    _settled: list[ReadIn | NotRead] = field(default_factory=list)
    """Files of which is known what becomes of them, not yet told."""
    _names: dict[str, str] = field(default_factory=dict)
    """The file that content was first found in, by its hash."""
    _whys: dict[str, str] = field(default_factory=dict)
    """Why files of this time were refused, by name."""
    _again: list[tuple[str, str]] = field(default_factory=list)
    """Files with the content of an earlier one of this time, and that one."""

    def all(self, files: Iterable[Found]) -> Iterator[ReadIn | NotRead]:
        for name, read in read_many(self._to_read(files)):
            yield from self._told()
            content = self._reading.pop(name)
            yield self._keep(name, content, read) if isinstance(read, Document) else self._refused(name, str(read))
        yield from self._told()
        for name, first in self._again:
            yield self._same_as(name, first)

    def _told(self) -> Iterator[ReadIn | NotRead]:
        settled, self._settled = self._settled, []
        yield from settled

    def _to_read(self, files: Iterable[Found]) -> Iterator[tuple[str, bytes]]:
        """The files that must be read; what becomes of the others is settled on the way."""
        for found in files:
            try:
                content = self._content(found)
            except Refusal as why:
                self._settled.append(NotRead(found.name, str(why)))
                continue
            if content is not None:
                self._reading[found.name] = content
                yield found.name, content

    def _content(self, found: Found) -> bytes | None:
        """What is in a file that must be read, None where its content is known."""
        if found.name.lower().endswith(_TABLES):
            raise Refusal(
                "It is a table. If it is the sheet of attributes, give it as --attributes; else save it as PDF."
            )
        try:
            content = found.content()
        except OSError as error:
            raise Refusal(f"It cannot be opened ({error.strerror or 'it is not there'}).") from None
        if len(content) > LARGEST:
            raise Refusal(f"It is larger than {LARGEST // 1024**2} MB. Split it, or save it with smaller pictures.")
        sha256 = sha256_of(content)
        known = self.project.one("SELECT document_id, name FROM document WHERE sha256 = ?", (sha256,))
        if known:
            self._settled.append(self._known(found.name, known["document_id"], known["name"]))
            return None
        first = self._names.get(sha256)
        if first:
            self._again.append((found.name, first))
            return None
        self._refuse_another(found.name)
        self._names[sha256] = found.name
        return content

    def _refuse_another(self, name: str) -> None:
        if name in self._names.values():
            raise Refusal("Another file of this name was given before it. Rename one of them.")
        if not self.replace and self.project.one("SELECT 1 FROM document WHERE name = ?", (name,)):
            raise Refusal(
                "The project has another file of this name. Give --replace to put this in its place, or rename it."
            )

    def _known(self, name: str, document_id: int, known_as: str) -> ReadIn:
        note = "The project has it already" + (f", as {known_as}." if known_as != name else ".")
        return ReadIn(name, document_id, Did.KNOWN, stored_document(self.project, document_id), (note,))

    def _refused(self, name: str, why: str) -> NotRead:
        self._whys[name] = why
        return NotRead(name, why)

    def _same_as(self, name: str, first: str) -> ReadIn | NotRead:
        known = self.project.one("SELECT document_id FROM document WHERE name = ?", (first,))
        if known is None:
            return NotRead(name, f"{self._whys[first]} It has the same content as {first}.")
        return self._known(name, known["document_id"], first)

    def _keep(self, name: str, content: bytes, document: Document) -> ReadIn:
        known = self.project.one("SELECT document_id FROM document WHERE name = ?", (name,))
        if known:
            return self._replace(name, known["document_id"], content, document)
        with self.project.changing():
            document_id = keep_document(
                self.project,
                name=name,
                media_type=media_type_of(name, content),
                original=content,
                document=document,
                review_id=default_review(self.project, name, document.title),
                reader=READER,
                at=self.at,
            )
            self.project.log(f"read {name} into the project", None, self.at)
        return ReadIn(name, document_id, Did.ADDED, document)

    def _replace(self, name: str, document_id: int, content: bytes, document: Document) -> ReadIn:
        with self.project.changing():
            before = self.project.rows("SELECT sha256 FROM document WHERE document_id = ?", (document_id,))[0]["sha256"]
            self.project.connection.execute(
                "UPDATE document SET sha256 = ?, original = ?, media_type = ? WHERE document_id = ?",
                (sha256_of(content), zlib.compress(content), media_type_of(name, content), document_id),
            )
            shifted = _keep_reading(self.project, document_id, document, self.at)
            self.project.log(f"put another file in the place of {name}, which had the SHA-256 {before}", None, self.at)
        return ReadIn(
            name, document_id, Did.REPLACED, document, ("It took the place of another file of this name.",), shifted
        )

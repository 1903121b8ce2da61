"""Documents of a project: the file as it came, and what a reader made of it."""

from __future__ import annotations

import hashlib
import json
import zlib
from datetime import datetime

from lapwing.reviews.document import Block, Document, Kind, Page
from lapwing.reviews.project.file import Project, moment
from lapwing.reviews.project.keys import new_guid
from lapwing.reviews.refusal import Refusal


def sha256_of(original: bytes) -> str:
    """What tells one file from another, whatever it is called."""
    return hashlib.sha256(original).hexdigest()


def keep_document(
    project: Project,
    *,
    name: str,
    media_type: str,
    original: bytes,
    document: Document,
    at: datetime,
    reader: str = "",
    review_id: int | None = None,
    guid: str = "",
) -> int:
    """Keeps a file as it came and what was read of it, and gives its id; one of that name or content is refused.

    `reader` says which version of which reader made the document of the file.
    """
    sha256 = sha256_of(original)
    known = project.one("SELECT name FROM document WHERE name = ? OR sha256 = ?", (name, sha256))
    if known:
        raise Refusal(f"{name} is in the project already, as {known['name']}.")
    with project.changing():
        document_id = project.insert(
            "document",
            guid=guid or new_guid(),
            review_id=review_id,
            name=name,
            media_type=media_type,
            sha256=sha256,
            original=zlib.compress(original),
            added_at=moment(at),
        )
        keep_reading(project, document_id, document, at, reader)
    return document_id


def keep_reading(project: Project, document_id: int, document: Document, at: datetime, reader: str = "") -> int:
    """Keeps what a reader made of a document, beside what was made of it before, and gives the reading's id.

    From now on it is the one that counts and is searched; passages have yet to be anchored in it (`anchor_again`).
    """
    with project.changing():
        _no_longer_searched(project, document_id)
        reading_id = project.insert(
            "reading",
            document_id=document_id,
            text=document.text,
            title=document.title,
            notes=json.dumps(document.notes, ensure_ascii=False),
            reader=reader,
            read_at=moment(at),
        )
        pages = [(reading_id, page.number, page.start, page.end, page.label) for page in document.pages]
        project.connection.executemany("INSERT INTO page VALUES (?, ?, ?, ?, ?)", pages)
        _keep_blocks(project, reading_id, document)
    return reading_id


def _no_longer_searched(project: Project, document_id: int) -> None:
    project.connection.execute(
        "DELETE FROM block_words WHERE rowid IN (SELECT block_id FROM block JOIN reading USING (reading_id) WHERE document_id = ?)",
        (document_id,),
    )


def _keep_blocks(project: Project, reading_id: int, document: Document) -> None:
    first = 1 + project.rows("SELECT ifnull(max(block_id), 0) AS last FROM block")[0]["last"]
    blocks = [
        (first + at, reading_id, at + 1, block.kind, json.dumps(block.spans), block.page, block.number, block.level)
        for at, block in enumerate(document.blocks)
    ]
    project.connection.executemany("INSERT INTO block VALUES (?, ?, ?, ?, ?, ?, ?, ?)", blocks)
    read = set(map(id, document.body()))
    words = [(first + at, document.words(block)) for at, block in enumerate(document.blocks) if id(block) in read]
    project.connection.executemany("INSERT INTO block_words (rowid, words) VALUES (?, ?)", words)


def stored_document(project: Project, document_id: int) -> Document:
    """A document as it was last read."""
    reading = project.one("SELECT * FROM newest_reading WHERE document_id = ?", (document_id,))
    if reading is None:
        raise Refusal(f"The project has no document {document_id}.")
    return document_of_reading(project, reading["reading_id"])


def document_of_reading(project: Project, reading_id: int) -> Document:
    """A document as it was read once, now or earlier."""
    reading = project.rows("SELECT text, title, notes FROM reading WHERE reading_id = ?", (reading_id,))[0]
    blocks = project.rows("SELECT * FROM block WHERE reading_id = ? ORDER BY position", (reading_id,))
    pages = project.rows("SELECT * FROM page WHERE reading_id = ? ORDER BY number", (reading_id,))
    return Document(
        text=reading["text"],
        title=reading["title"],
        notes=tuple(json.loads(reading["notes"])),
        pages=tuple(Page(row["number"], row["start"], row["end"], row["label"]) for row in pages),
        blocks=tuple(
            Block(
                Kind(row["kind"]),
                tuple((start, end) for start, end in json.loads(row["spans"])),
                row["page"],
                row["number"],
                row["level"],
            )
            for row in blocks
        ),
    )


def original_of(project: Project, document_id: int) -> bytes:
    """The file as it came."""
    row = project.one("SELECT original FROM document WHERE document_id = ?", (document_id,))
    if row is None:
        raise Refusal(f"The project has no document {document_id}.")
    return zlib.decompress(row["original"])

"""An invented analysis for tests: small documents, a project with its starting book, and people who code."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from lapwing.reviews.beginning import begin_project
from lapwing.reviews.document import Block, Document, Kind, Page
from lapwing.reviews.project import Project, coder, new_guid
from lapwing.reviews.project.documents import keep_document

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def document_of(*lines: str) -> Document:
    """A document of one page, a block a line: `# ` begins a heading, `- ` an item, `17. ` a numbered paragraph."""
    text, blocks = "", []
    for line in lines:
        start = len(text)
        text += line + "\n"
        blocks.append(_block(line, start))
    return Document(text, tuple(blocks), (Page(1, 0, len(text)),))


def _block(line: str, start: int) -> Block:
    first, _, rest = line.partition(" ")
    end = start + len(line)
    if first == "#":
        return Block(Kind.HEADING, ((end - len(rest), end),), 1, level=1)
    if first == "-":
        return Block(Kind.BULLET, ((end - len(rest), end),), 1, level=1)
    if first == "=":
        return Block(Kind.SET_ASIDE, ((start, end),), 1)
    if first[:-1].isdigit():
        return Block(Kind.PARAGRAPH, ((end - len(rest), end),), 1, first.rstrip("."))
    return Block(Kind.PARAGRAPH, ((start, end),), 1)


class Room:
    """A project and short ways to act in it."""

    def __init__(self, folder: Path) -> None:
        self.project: Project = begin_project(folder / "reviews.lapwing", "Invented", AT)

    def coder(self, name: str) -> int:
        return coder(self.project, name)

    def review(self, reference: str, *children: str) -> int:
        review_id = self.project.insert("review", guid=new_guid(), reference=reference)
        for label in children:
            self.project.insert("child", guid=new_guid(), review_id=review_id, label=label)
        return review_id

    def child(self, label: str) -> int:
        return int(self.project.rows("SELECT child_id FROM child WHERE label = ?", (label,))[0]["child_id"])

    def document(self, name: str, *lines: str, review: int | None = None) -> int:
        return keep_document(
            self.project,
            name=name,
            media_type="text/plain",
            original="\n".join(lines).encode(),
            document=document_of(*lines),
            review_id=review,
            at=AT,
        )


def rooms(folder: Path) -> Iterator[Room]:
    """A room that closes its file at the end."""
    room = Room(folder)
    yield room
    room.project.close()

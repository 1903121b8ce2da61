"""A digest as a Word document, with its edits marked."""

from __future__ import annotations

from io import BytesIO
from itertools import groupby

from docx import Document as word_document
from docx.document import Document as WordDocument
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph

from lapwing.reviews.digest.cited import ABOUT
from lapwing.reviews.digest.making import Digest, Line
from lapwing.reviews.digest.marking import Piece
from lapwing.reviews.digest.writing import about, cited, sections

EDITED = RGBColor(0x7A, 0x1F, 0x5C)
"""The colour of what is no wording of the report; it stands in brackets as well, for those who do not see the colour."""
QUIET = RGBColor(0x50, 0x50, 0x50)


def as_word(digest: Digest) -> bytes:
    """The file: a heading for each section, an item for each line, its edits in brackets and italics, its place after it."""
    document = word_document()
    document.core_properties.title = digest.title
    document.add_heading(digest.title or "Digest", level=0)
    for heading, lines in sections(digest):
        document.add_heading(heading, level=1)
        for line in lines:
            _write(document, line)
    document.add_heading(ABOUT, level=1)
    for sentence in about(digest):
        document.add_paragraph(sentence)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _write(document: WordDocument, line: Line) -> None:
    rows = _rows(line)
    places = [cited(line), *(str(passage.place) for passage in line.statement.passages[1:])]
    for at, (pieces, place) in enumerate(zip(rows, places, strict=True)):
        paragraph = document.add_paragraph(style="List Bullet" if at == 0 else "List Bullet 2")
        for piece in pieces:
            _add(paragraph, piece)
        run = paragraph.add_run(f" ({place})")
        run.font.color.rgb = QUIET


def _rows(line: Line) -> list[list[Piece]]:
    """The pieces of a line, and of each item that completes it."""
    split = [piece for one in line.pieces for piece in _at_line_feeds(one)]
    return [list(row) for is_end, row in groupby(split, key=lambda piece: piece.words == "\n") if not is_end]


def _at_line_feeds(piece: Piece) -> list[Piece]:
    return [Piece("\n"), Piece(piece.words[1:])] if piece.words.startswith("\n") else [piece]


def _add(paragraph: Paragraph, piece: Piece) -> None:
    run = paragraph.add_run(str(piece))
    if piece.edit:
        run.italic = True
        run.font.color.rgb = EDITED

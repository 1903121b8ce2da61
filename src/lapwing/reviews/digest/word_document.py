"""A digest as a Word document, with its edits marked."""

from __future__ import annotations

from io import BytesIO

from docx import Document as word_document
from docx.document import Document as WordDocument
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph

from lapwing.reviews.digest.cited import ABOUT
from lapwing.reviews.digest.making import Digest
from lapwing.reviews.digest.marking import Piece
from lapwing.reviews.digest.writing import Item, about, laid_out, sections

EDITED = RGBColor(0x7A, 0x1F, 0x5C)
"""The colour of what is no wording of the report; it stands in brackets as well, for those who do not see the colour."""
STYLES = ("List Bullet", "List Bullet 2", "List Bullet 3")
QUIET = RGBColor(0x50, 0x50, 0x50)


def as_word(digest: Digest) -> bytes:
    """The file: a heading for each section, an item for each line, its edits in brackets and italics, its place after it."""
    document = word_document()
    document.core_properties.title = digest.title
    document.add_heading(digest.title or "Digest", level=0)
    for heading, lines in sections(digest):
        document.add_heading(heading, level=1)
        for item in laid_out(lines, digest.labels):
            _write(document, item)
    document.add_heading(ABOUT, level=1)
    for sentence in about(digest):
        document.add_paragraph(sentence)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _write(document: WordDocument, item: Item) -> None:
    paragraph = document.add_paragraph(style=STYLES[min(item.depth, len(STYLES) - 1)])
    for piece in item.pieces:
        _add(paragraph, piece)
    paragraph.add_run(f" ({item.cites})").font.color.rgb = QUIET


def _add(paragraph: Paragraph, piece: Piece) -> None:
    run = paragraph.add_run(str(piece))
    if piece.edit:
        run.italic = True
        run.font.color.rgb = EDITED

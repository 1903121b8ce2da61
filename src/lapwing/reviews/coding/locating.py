"""Finding the passage that a person means: by its words, its printed paragraph, its page, or its offsets."""

from __future__ import annotations

from lapwing.reviews.coding.anchors import Letters
from lapwing.reviews.document import Block, Document, Kind, Span
from lapwing.reviews.refusal import Refusal

SHOWN = 60
"""So many characters of what a person wrote are said back in a refusal."""


def locate(document: Document, *, quote: str = "", paragraph: str = "", page: int | None = None) -> Span:
    """The span of a passage given by its words, by its paragraph's printed number, or both; a page narrows either.

    Line breaks and spaces in the words do not matter. Refused where no place, or more than one, is meant.
    """
    if not quote.strip() and not paragraph.strip():
        raise Refusal("Which passage? Give its words with --quote, or its printed number with --paragraph.")
    parts = _paragraph(document, paragraph, page) if paragraph.strip() else []
    if not quote.strip():
        return parts[0].start, parts[-1].end
    within = (parts[0].start, parts[-1].end) if parts else (0, len(document.text))
    found = [span for span in Letters(document).spans(quote) if _inside(document, span, within, page)]
    if len(found) == 1:
        return found[0]
    shown = quote.strip()[:SHOWN]
    if not found:
        where = f" in paragraph {paragraph}" if parts else f" on page {page}" if page else ""
        raise Refusal(f"“{shown}” does not stand{where} in the document. Give its words as they are printed.")
    places = ", ".join(str(document.place_of(start)) for start, _ in found[:4])
    raise Refusal(f"“{shown}” stands {len(found)} times: {places}. Give more of its words, or --paragraph or --page.")


def _inside(document: Document, span: Span, within: Span, page: int | None) -> bool:
    return within[0] <= span[0] and span[1] <= within[1] and page in (None, document.page_at(span[0]))


def _paragraph(document: Document, number: str, page: int | None) -> list[Block]:
    """The paragraph of a printed number, with the list that hangs from it."""
    wanted = number.strip().rstrip(".")
    runs: list[list[Block]] = []
    before = ""
    for block in document.blocks:
        if block.kind in (Kind.SET_ASIDE, Kind.CONTENTS, Kind.FOOTNOTE):
            continue
        hangs = block.kind is Kind.BULLET and before == wanted
        if hangs and runs:
            runs[-1].append(block)
        elif block.number == wanted and block.kind is not Kind.HEADING:
            runs.append([block])
        if block.kind is not Kind.BULLET:
            before = block.number
    found = [run for run in runs if page in (None, run[0].page)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise Refusal(
            f"No paragraph is numbered {wanted}{f' on page {page}' if page else ''}. Give the words with --quote."
        )
    pages = ", ".join(str(run[0].page) for run in found[:6])
    raise Refusal(f"{len(found)} paragraphs are numbered {wanted}, on pages {pages}. Say which with --page.")

"""A line of a digest: the source's wording, with each edit of it marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lapwing.reviews.digest.advice import SUFFIX
from lapwing.reviews.digest.cues import cues
from lapwing.reviews.digest.sentences import sentences
from lapwing.reviews.digest.statements import Statement
from lapwing.reviews.digest.structure import Passage
from lapwing.reviews.document import Block, Document


class Edit(StrEnum):
    """What a digest may do to the wording of its source, always marked."""

    OMITTED = "omitted"
    """Left out: [...] stands for it."""
    SUPPLIED = "supplied"
    """The source's own words, from another place of it: [Practitioners should:]."""
    CAPITAL = "capital letter"
    """A letter made a capital, or a small one: [T]he."""


@dataclass(frozen=True)
class Piece:
    """A stretch of a line. `was` is what the source has in place of it: the words left out, or the letter."""

    words: str
    edit: Edit | None = None
    was: str = ""

    def __str__(self) -> str:
        """As the digest prints it."""
        return f"[{self.words}]" if self.edit else self.words


def pieces(document: Document, statement: Statement) -> tuple[Piece, ...]:
    """A statement as a line: its lead-in supplied in brackets, its wording kept, what is left out of it marked."""
    return (*_lead_in(document, statement), *_main(document, statement), *_completing(document, statement))


def _lead_in(document: Document, statement: Statement) -> Iterator[Piece]:
    if statement.lead_in:
        yield Piece(" ".join(lead.words(document).strip() for lead in statement.lead_in), Edit.SUPPLIED)
        yield Piece(" ")


def _completing(document: Document, statement: Statement) -> Iterator[Piece]:
    for part in statement.passages[1:]:
        yield Piece("\n" + part.words(document))


def _main(document: Document, statement: Statement) -> Iterator[Piece]:
    first = statement.passages[0]
    text, (before, after) = first.words(document), _rest_of_sentence(document, first)
    if before:
        yield Piece("...", Edit.OMITTED, before)
        yield Piece(" ")
    connective = cues().connectives.match(text) if statement.chosen and not before else None
    if connective:
        yield Piece("...", Edit.OMITTED, connective[0].strip())
        yield Piece(" ")
        text = text[connective.end() :]
        yield Piece(text[0].upper(), Edit.CAPITAL, text[0]) if text[0].islower() else Piece(text[0])
        text = text[1:]
    yield from _without_suffix(text)
    if after:
        yield Piece(" ")
        yield Piece("...", Edit.OMITTED, after)


def _without_suffix(text: str) -> Iterator[Piece]:
    """The words without the *(Recommendation)* that reports print after what a recommendation rests on."""
    suffix = SUFFIX.search(text)
    if suffix is None:
        yield Piece(text)
        return
    yield Piece(text[: suffix.start()])
    yield Piece(" ")
    yield Piece("...", Edit.OMITTED, suffix[0].strip())
    if text[suffix.end() :]:
        yield Piece(text[suffix.end() :])


def _rest_of_sentence(document: Document, passage: Passage) -> tuple[str, str]:
    """What stands in the same sentence before and after a passage."""
    text, start = document.words(passage.block), _offset(passage.block, passage.start)
    end = start + len(" ".join(document.text[first:last] for first, last in passage.spans))
    around = [(first, last) for first, last in sentences(text) if first < end and last > start]
    before, after = text[around[0][0] : start], text[end : around[-1][1]]
    is_label = re.fullmatch(r"\s*(?:recommendation\s*\(?)?\d+.{0,6}", before, re.IGNORECASE)
    return "" if is_label else before.strip(), after.strip(" .;,")


def _offset(block: Block, place: int) -> int:
    """Where in the words of a block a place of the text is."""
    done = 0
    for start, end in block.spans:
        if start <= place < end:
            return done + place - start
        done += end - start + 1
    raise ValueError(f"Nothing of the block stands at {place}.")

"""What a report sets out as its key findings, and the sentences of it that a digest may choose from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lapwing.reviews.digest.cues import Role
from lapwing.reviews.digest.quoted import is_apart
from lapwing.reviews.digest.sentences import sentences
from lapwing.reviews.digest.statements import Bearing, Statement
from lapwing.reviews.digest.structure import Part, Passage, passage
from lapwing.reviews.document import Block, Document, Kind

WORDS_OF_A_FINDING = 80
"""A longer numbered paragraph below *Key findings* is running text, from which sentences are chosen."""
FEWEST_WORDS, MOST_WORDS = 8, 60
"""Of a sentence that may be chosen."""
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|may|might|\w+ed|\w+s)\b", re.IGNORECASE
)


def key_findings(document: Document, within: list[Part], taken: set[int]) -> list[Statement]:
    """The items and numbered paragraphs below a heading such as *Key findings*, but those that start at `taken`."""
    found: list[Statement] = []
    for part in within:
        if part.role is Role.KEY_FINDINGS:
            found += _set_out(document, part, taken)
    return found


def _set_out(document: Document, part: Part, taken: set[int]) -> Iterator[Statement]:
    lead: Passage | None = None
    for block in part.blocks:
        text = document.words(block)
        if block.kind is Kind.BULLET or (block.kind is Kind.PARAGRAPH and block.number and _is_short(text)):
            if block.start not in taken:
                bearing = Bearing.APART if is_apart(text, 0, len(text)) else Bearing.FINDING
                leads = (lead,) if lead and text[:1].islower() else ()
                yield Statement(
                    bearing,
                    (passage(document, block),),
                    f"under the heading “{part.heading}”",
                    "",
                    leads,
                    (),
                    part.heading,
                )
        else:
            lead = _leads(document, block, text)


def _is_short(text: str) -> bool:
    return len(text.split()) <= WORDS_OF_A_FINDING and not text.rstrip().endswith(":")


def _leads(document: Document, block: Block, text: str) -> Passage | None:
    if not text.rstrip().endswith(":") or not sentences(text):
        return None
    return passage(document, block, *sentences(text)[-1])


def candidates(document: Document, within: list[Part], taken: set[int]) -> list[tuple[Statement, Part, bool]]:
    """The sentences that may be chosen, with their part and whether they begin their paragraph.

    Those that start at `taken` are left out, and so is what is no sentence: beginnings of lists, entries of tables.
    """
    found: list[tuple[Statement, Part, bool]] = []
    for part in within:
        if part.role is Role.OUTSIDE or (part.role is Role.IMPLICATIONS and not part.carried):
            continue
        for block in part.blocks:
            if block.kind in (Kind.PARAGRAPH, Kind.BULLET) and block.start not in taken:
                found += [
                    (one, part, first) for one, first in _of_block(document, part, block) if one.start not in taken
                ]
    return found


def _of_block(document: Document, part: Part, block: Block) -> Iterator[tuple[Statement, bool]]:
    text = document.words(block)
    for at, (start, end) in enumerate(sentences(text)):
        sentence = text[start:end]
        if not FEWEST_WORDS <= len(sentence.split()) <= MOST_WORDS or not _is_whole(sentence):
            continue
        apart = part.role is Role.APART or is_apart(text, start, end)
        bearing = Bearing.APART if apart else Bearing.FINDING
        yield (
            Statement(bearing, (passage(document, block, start, end),), "", heading=part.heading, chosen=True),
            at == 0,
        )


def _is_whole(sentence: str) -> bool:
    """Whether it begins with a capital letter or a figure, ends as sentences do, and says something of something."""
    return (
        (sentence.lstrip("“‘\"'(")[:1].isupper() or sentence[:1].isdigit())
        and sentence.rstrip("”’\"')] 0123456789").endswith((".", "!"))
        and _FINITE.search(sentence) is not None
    )

"""What the headings of a report make of the blocks below them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lapwing.reviews.digest.cues import Role, cues
from lapwing.reviews.document import Block, Document, Kind, Place, Span

WORDS_OF_A_HEADING = 12
WORDS_OF_A_LABEL = 5


@dataclass(frozen=True)
class Passage:
    """A stretch of a block of a report and where it stands; several spans where a page ended within it."""

    block: Block
    spans: tuple[Span, ...]
    place: Place

    @property
    def start(self) -> int:
        """Where it starts."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""
        return self.spans[-1][1]

    def words(self, document: Document) -> str:
        """Its words to the letter; lines and pages that it was broken over are joined by a space."""
        return " ".join(" ".join(document.text[start:end].split()) for start, end in self.spans)


@dataclass(frozen=True)
class Part:
    """The blocks below one heading.

    `carried` where the heading itself tells nothing and what the part is comes from a heading above it. `headings` are
    those that it stands under, the outermost first and its own last.
    """

    role: Role
    carried: bool
    headings: tuple[str, ...]
    level: int = 0
    opened_by: Block | None = None
    blocks: list[Block] = field(default_factory=list)

    @property
    def heading(self) -> str:
        """The heading right above, or empty."""
        return self.headings[-1] if self.headings else ""


def parts(document: Document) -> list[Part]:
    """The report cut at its headings; footnotes are left out."""
    found = [Part(Role.OTHER, False, ())]
    above: list[Part] = []
    for block in document.body():
        if is_heading(document, block) and not _is_label(document, block, found[-1]):
            part = _below(document, block, above, found[-1])
            above = [one for one in above if one.level < part.level] + [part]
            found.append(part)
        elif block.kind is not Kind.FOOTNOTE:
            found[-1].blocks.append(block)
    return found


def _is_label(document: Document, block: Block, part: Part) -> bool:
    """Whether a heading only parts the entries of a list of advice: *Immediately:*, *Within three months:*."""
    words = document.words(block).strip()
    return part.role is Role.IMPLICATIONS and words.endswith(":") and len(words.split()) <= WORDS_OF_A_LABEL


def is_heading(document: Document, block: Block) -> bool:
    """Whether it is a heading, or a short line that reads as one of those that reports have."""
    if block.kind is Kind.HEADING:
        return True
    words = document.words(block)
    if (
        block.kind is not Kind.PARAGRAPH
        or block.number
        or len(words.split()) > WORDS_OF_A_HEADING
        or words.endswith(".")
    ):
        return False
    return (
        words[:1].isupper() and cues().role(words) in (Role.IMPLICATIONS, Role.KEY_FINDINGS) and not words.endswith(":")
    )


def _below(document: Document, block: Block, above: list[Part], before: Part) -> Part:
    """The part that a heading opens, as yet without blocks."""
    words = " ".join(document.words(block).split())
    level = block.level or (before.level + 1 if block.kind is not Kind.HEADING else 1)
    enclosing = [one for one in above if one.level < level]
    part = Part(cues().role(words), False, (*(one.heading for one in enclosing), words), level, block)
    within = enclosing[-1].role if enclosing else Role.OTHER
    # “Learning” below “Areas for improvement” is a group of them, if what follows advises.
    if part.role is not Role.OTHER and not (within is Role.IMPLICATIONS and part.role is Role.FINDINGS):
        return part
    if within is not Role.OTHER:
        return replace(part, role=within, carried=True)
    # Headings between groups of recommendations are often set like the heading of them all.
    if before.role is Role.IMPLICATIONS:
        return replace(part, role=Role.IMPLICATIONS, carried=True)
    return part


def passage(document: Document, block: Block, start: int = 0, end: int | None = None) -> Passage:
    """A stretch of a block, its `start` and `end` counted in the words of the block; all of it where none are given."""
    spans = tuple(_within(block, start, end))
    return Passage(block, spans, place_within(document, block.start, spans[0][0]))


def labels_of(document: Document) -> dict[int, str]:
    """The page numbers as printed, by page, where they are not the number of the page."""
    return {page.number: page.label for page in document.pages if page.label and page.label != str(page.number)}


def as_cited(place: Place, labels: Mapping[int, str]) -> str:
    """A place as people cite it, with the page number as printed where it is another: page 9, printed as 7, block 75."""
    first, rest = str(place).split(", ", 1)
    return f"{first}, printed as {labels[place.page]}, {rest}" if place.page in labels else str(place)


def place_within(document: Document, block_start: int, start: int) -> Place:
    """The place of what starts within a block, which may be on a later page than the block itself."""
    return replace(document.place_of(block_start), page=document.page_at(start))


def _within(block: Block, start: int, end: int | None) -> Iterator[Span]:
    """The parts of a block's spans between two places of its words, in which a space joins the spans."""
    at = 0
    for first, last in block.spans:
        size = last - first
        low, high = max(start - at, 0), size if end is None else min(end - at, size)
        if low < high:
            yield first + low, first + high
        at += size + 1

"""What a report says that somebody should do: its recommendations, and where each of them ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lapwing.reviews.digest.advice import (
    LeadIn,
    advises,
    begins_with_a_verb,
    by_audience,
    glued_number,
    label,
    lead_in,
    looks_advising,
)
from lapwing.reviews.digest.audiences import Addressed, Audiences
from lapwing.reviews.digest.cues import Role, cues
from lapwing.reviews.digest.quoted import is_apart
from lapwing.reviews.digest.sentences import sentences
from lapwing.reviews.digest.statements import Bearing, Statement
from lapwing.reviews.digest.structure import Part, Passage, passage
from lapwing.reviews.document import Block, Document, Kind

_GOES_ON = re.compile(r"^(?:this|these|it|they) (?:should|must|includes?|will|needs? to)\b", re.IGNORECASE)
ENTRIES_LOOKED_AT = 5
WORDS_OF_A_CLAUSE = 4
"""A heading after *Recommendation 3:* with more words than that is the recommendation itself."""


@dataclass
class Entry:
    """One entry of a list of advice, with the blocks that belong to it; `skip` characters of the first are its label."""

    blocks: list[Block]
    number: str
    labelled: bool
    skip: int = 0
    leads: list[tuple[Block, LeadIn]] = field(default_factory=list)


def implications(document: Document, within: list[Part], audiences: Audiences) -> list[Statement]:
    """Every implication, in the order of the report."""
    found: list[Statement] = []
    for part in within:
        if part.role not in (Role.OUTSIDE, Role.APART):
            entries = Entries(document, part, audiences).all()
            for entry in entries:
                found += _statements(document, part, entry, audiences)
            taken = {block.start for entry in entries for block in entry.blocks}
            found += _in_running_text(document, part, audiences, taken)
    return sorted(found, key=lambda statement: statement.start)


class Entries:
    """Goes through the blocks of one part and gathers the entries of its lists of advice.

    Below a heading such as *Recommendations* every item and numbered paragraph is an entry, until a heading that tells
    otherwise, or until the numbered paragraphs no longer advise. Elsewhere only the items below *X should:* are.
    """

    def __init__(self, document: Document, part: Part, audiences: Audiences) -> None:
        """Takes the part of a report to go through."""
        self.document, self.part, self.audiences = document, part, audiences
        self.leads: list[tuple[Block, LeadIn]] = []
        self.found: list[Entry] = []
        self.current: Entry | None = None
        self.announced = ""
        """The number of a *Recommendation 3* that stands alone, above its words."""
        is_one = bool(label(part.heading)[0])
        self.is_list = part.role is Role.IMPLICATIONS and not is_one and self._holds_advice()

    def all(self) -> list[Entry]:
        """The entries, in order; those that only say that there is nothing to recommend are none."""
        self._begin()
        for block in self.part.blocks:
            self._take(block)
        told = [entry for entry in self.found if not cues().none.search(self._words(entry.blocks[0]))]
        return self._until_advice_ends(told)

    def _begin(self) -> None:
        number, skip = label(self.part.heading)
        if not number:
            return
        if self.part.opened_by and len(self.part.heading[skip:].split()) > WORDS_OF_A_CLAUSE:
            self._open(self.part.opened_by, number)
        else:
            self.announced = number

    def _words(self, block: Block) -> str:
        return self.document.words(block)

    def _advises(self, block: Block) -> bool:
        return looks_advising(self._words(block), self.audiences)

    def _lead_in(self, block: Block) -> LeadIn | None:
        if block.kind not in (Kind.PARAGRAPH, Kind.BULLET, Kind.HEADING):
            return None
        return lead_in(self._words(block), self.audiences, within_advice=self.part.role is Role.IMPLICATIONS)

    def _holds_advice(self) -> bool:
        """A part below a heading of its own goes on with the advice only where its first entry advises, or most do."""
        if not self.part.carried:
            return True
        entries = [block for block in self.part.blocks if not self._lead_in(block)][:ENTRIES_LOOKED_AT]
        return any(self._advises(block) for block in entries[:1]) or 2 * sum(map(self._advises, entries)) > len(entries)

    def _until_advice_ends(self, entries: list[Entry]) -> list[Entry]:
        """Numbered paragraphs that follow recommendations without a heading between are told by that they advise no more."""
        advising = [self._advises(entry.blocks[0]) for entry in entries]
        for at, entry in enumerate(entries):
            is_text = entry.blocks[0].kind is Kind.PARAGRAPH and not entry.labelled and not entry.leads
            if at and is_text and all(advising[:at]) and advising[at : at + 2] == [False, False]:
                return entries[:at]
        return entries

    def _take(self, block: Block) -> None:
        words = self._words(block)
        number, skip = label(words)
        lead = None if number or self._completes(block) else self._lead_in(block)
        if block.kind is Kind.CELL:
            self.current, self.leads = None, []
        elif number and skip >= len(words.rstrip()):
            self.current, self.announced = None, number
        elif number or (self.announced and lead is None):
            self._open(block, number or self.announced)
        elif self.current and (self._continues(block, words) or self._completes(block)):
            self.current.blocks.append(block)
        elif lead is not None:
            self._lead(block, lead)
        elif block.kind is Kind.BULLET:
            if self.is_list or self.leads:
                self._open(block)
        else:
            self._take_paragraph(block, words)

    def _lead(self, block: Block, lead: LeadIn) -> None:
        """A label such as *Immediately:* stands below the lead-in that names somebody; any other takes its place."""
        self.current = None
        above = [] if lead.by else [one for one in self.leads if one[1].by]
        self.leads = [*above, (block, lead)]

    def _continues(self, block: Block, words: str) -> bool:
        """Whether a block only goes on with the entry before it, which a line or a page broke in two."""
        if self.current is None or block.kind is not Kind.PARAGRAPH or block.number:
            return False
        before = self._words(self.current.blocks[-1]).rstrip()
        return words[:1].islower() and not before.endswith((".", "!", "?"))

    def _completes(self, block: Block) -> bool:
        """Whether an item is one of those that the entry before it ends in: *by:*, or a list within the list."""
        if self.current is None or block.kind is not Kind.BULLET:
            return False
        first = self.current.blocks[0]
        if first.kind is Kind.BULLET:
            return block.level > first.level
        opened = next(one for one in reversed(self.current.blocks) if one.kind is not Kind.BULLET)
        begun = self._words(opened).rstrip()
        unfinished = not begun.endswith((".", "!", "?", ";")) and self._words(block)[:1].islower()
        return self.current.labelled or begun.endswith(":") or unfinished

    def _take_paragraph(self, block: Block, words: str) -> None:
        if self.current and not block.number and self._goes_on(self.current, words):
            self.current.blocks.append(block)
        elif self._is_entry(block):
            self._open(block)
        else:
            self.current, self.leads = None, []

    def _is_entry(self, block: Block) -> bool:
        """Whether a paragraph is an entry: in a list each that has a number or advises, below *X should:* if both."""
        number = block.number or glued_number(self._words(block))[0]
        if self.is_list and number:
            return True
        return bool(self.is_list or (self.leads and number)) and self._advises(block)

    def _goes_on(self, entry: Entry, words: str) -> bool:
        return _GOES_ON.match(words) is not None or (entry.labelled and looks_advising(words, self.audiences))

    def _open(self, block: Block, number: str = "") -> None:
        printed, skip = glued_number(self._words(block))
        skip = skip or label(self._words(block))[1]
        self.current = Entry([block], number or block.number or printed, bool(number), skip, self._leads_of(block))
        self.announced = ""
        self.found.append(self.current)

    def _leads_of(self, block: Block) -> list[tuple[Block, LeadIn]]:
        """The lead-in of an entry: none for one that names somebody itself, or for a paragraph after a list of items."""
        started = [entry for entry in self.found if entry.leads == self.leads]
        if block.kind is not Kind.BULLET and any(entry.blocks[0].kind is Kind.BULLET for entry in started):
            self.leads = []
        words = self._words(block)
        names = not begins_with_a_verb(words) and bool(sentences(words))
        own = advises(words[: sentences(words)[0][1]], self.audiences) if names else None
        return [] if own and own.audiences else list(self.leads)


def _statements(document: Document, part: Part, entry: Entry, audiences: Audiences) -> Iterator[Statement]:
    """An entry as a statement, or as several where it turns from one audience to another."""
    first, *others = entry.blocks
    text = document.words(first)
    leads = tuple(passage(document, block, *lead.span) for block, lead in entry.leads) or _asked(
        document, part, text, audiences
    )
    completing = tuple(passage(document, block) for block in others)
    split = by_audience(text[entry.skip :], audiences) if not others else [((0, len(text) - entry.skip), ())]
    for (start, end), who in split:
        main = passage(document, first, entry.skip + start, entry.skip + end)
        yield Statement(
            Bearing.IMPLICATION,
            (main, *completing),
            _found_by(part, entry, leads, document),
            entry.number,
            leads,
            _each_once(who or _addressed(text[entry.skip :], part, entry, audiences)),
            part.heading,
        )


def _asked(document: Document, part: Part, text: str, audiences: Audiences) -> tuple[Passage, ...]:
    """The heading itself, where it asks what its entries only name: *What needs to improve?*."""
    asks = part.opened_by is not None and re.match(r"what\b", part.heading, re.IGNORECASE)
    return (
        (passage(document, part.opened_by),) if part.opened_by and asks and not looks_advising(text, audiences) else ()
    )


def _each_once(named: tuple[Addressed, ...]) -> tuple[Addressed, ...]:
    """Each audience as it is first written: *Local Safeguarding Children Board (LSCB)* is one."""
    first: dict[str, Addressed] = {}
    for one in named:
        first.setdefault(one.name, one)
    return tuple(first.values())


def _found_by(part: Part, entry: Entry, leads: tuple[Passage, ...], document: Document) -> str:
    if entry.leads:
        return f"in the list after “{leads[-1].words(document)}”"
    if entry.labelled:
        return f"called recommendation {entry.number}"
    return f"under the heading “{part.heading}”"


def _addressed(text: str, part: Part, entry: Entry, audiences: Audiences) -> tuple[Addressed, ...]:
    """Whom an entry names itself; else its lead-in; else the headings above it, the nearest first."""
    start, end = sentences(text)[0] if sentences(text) else (0, len(text))
    own = None if begins_with_a_verb(text) else advises(text[start:end], audiences)
    if own and own.audiences:
        return own.audiences
    if opened := _named_first(text, audiences):
        return opened
    for _, lead in reversed(entry.leads):
        if lead.audiences:
            return lead.audiences
    for heading in reversed(part.headings):
        if named := audience_of_heading(heading, audiences):
            return named
    return ()


def _named_first(text: str, audiences: Audiences) -> tuple[Addressed, ...]:
    """Whom an entry begins with: *Practitioners: ...*, *LSCBs to ...*."""
    named = audiences.within(text[:80])
    before = text[: named[0].start].strip(" (“").casefold() if named else ""
    if named and before in ("", "the", "all") and re.match(r"\)?\s*(?::|[-\u2013\u2014] |to\b)", text[named[0].end :]):
        return (named[0],)
    return ()


def audience_of_heading(heading: str, audiences: Audiences) -> tuple[Addressed, ...]:
    """Whom a heading is for: *Implications for practitioners*, *What does the LSCB need to improve?*, *The Board*."""
    named = audiences.within(heading)
    if not named:
        return ()
    covered = sum(one.end - one.start for one in named)
    begun = re.search(
        r"\b(?:for|to|do|does|should|must|(?:effectiveness|role|work) of)\s+(?:the\s+|all\s+)?$",
        heading[: named[0].start],
        re.IGNORECASE,
    )
    asked = re.match(r"\s+(?:should|must|needs? to)\b", heading[named[-1].end :])
    return tuple(named) if begun or asked or covered >= 0.6 * len(heading) else ()


def _in_running_text(document: Document, part: Part, audiences: Audiences, taken: set[int]) -> Iterator[Statement]:
    """Sentences outside the lists that advise somebody."""
    for block in part.blocks:
        if block.start in taken or block.kind not in (Kind.PARAGRAPH, Kind.BULLET):
            continue
        text = document.words(block)
        for start, end in sentences(text):
            advice = None if is_apart(text, start, end) else advises(text[start:end], audiences)
            if advice and lead_in(text[start:end], audiences) is None:
                where = passage(document, block, start, end)
                who = _each_once(advice.audiences)
                yield Statement(Bearing.IMPLICATION, (where,), f"by “{advice.by}”", "", (), who, part.heading)

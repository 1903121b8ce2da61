"""A digest of a report: its key findings and its implications by audience, in its own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lapwing.reviews.digest.aligning import Wording
from lapwing.reviews.digest.audiences import Audiences
from lapwing.reviews.digest.findings import candidates, key_findings
from lapwing.reviews.digest.implications import implications
from lapwing.reviews.digest.jargon import Unexplained, abbreviations, jargon
from lapwing.reviews.digest.lengths import Length
from lapwing.reviews.digest.marking import Edit, Piece, pieces
from lapwing.reviews.digest.readability import HardSentence, Readability, hard_sentences, readability
from lapwing.reviews.digest.repeated import Repeat, as_one
from lapwing.reviews.digest.selecting import chosen, ranked
from lapwing.reviews.digest.statements import Bearing, Statement
from lapwing.reviews.digest.structure import Part, labels_of, parts
from lapwing.reviews.document import Document, Kind, Place
from lapwing.reviews.refusal import Refusal

NOT_NAMED = "Nobody named"
"""Where implications stand that the report addresses to nobody by name."""
SHARE_APART = 0.1
"""Of the words of a digest, at most so much goes to quotations and case examples, which stand by themselves."""


class NothingToReduce(Refusal):
    """A document without running text."""


@dataclass(frozen=True)
class Line:
    """A line of a digest: what it states, in which wording, and where else the report says so."""

    statement: Statement
    pieces: tuple[Piece, ...]
    repeats: tuple[Repeat, ...] = ()

    @property
    def place(self) -> Place:
        """Where its statement stands in the report."""
        return self.statement.passages[0].place

    @property
    def lead_in(self) -> Piece | None:
        """What is supplied before it from above its list."""
        return self.pieces[0] if self.statement.lead_in else None

    @property
    def without_lead_in(self) -> tuple[Piece, ...]:
        """The line as it stands below its lead-in."""
        return self.pieces[2:] if self.statement.lead_in else self.pieces

    @property
    def edits(self) -> tuple[Piece, ...]:
        """What was done to the wording."""
        return tuple(piece for piece in self.pieces if piece.edit)

    def __str__(self) -> str:
        """The line with its edits marked; the items that complete it stand on lines of their own."""
        return "".join(map(str, self.pieces))


@dataclass(frozen=True)
class Digest:
    """A report reduced to what it finds and what it says should be done.

    `labels` are the page numbers as printed, by page, where they are others. `apart` are quotations and case examples.
    `notes` are sentences on what was left out and why. The readability is of the source and of the digest; `hard`,
    `unexplained` and `jargon` are about the digest.
    """

    title: str
    labels: dict[int, str]
    findings: tuple[Line, ...]
    implications: tuple[Line, ...]
    apart: tuple[Line, ...]
    notes: tuple[str, ...]
    source_words: int
    words: int
    of_source: Readability
    of_digest: Readability
    hard: tuple[HardSentence, ...]
    unexplained: tuple[Unexplained, ...]
    jargon: tuple[Unexplained, ...]

    @property
    def by_audience(self) -> dict[str, list[Line]]:
        """The implications under each audience that they are for, as often as they name one; those for nobody last."""
        told: dict[str, list[Line]] = {}
        for line in self.implications:
            for name in dict.fromkeys(one.name for one in line.statement.audiences):
                told.setdefault(name, []).append(line)
        if nobody := [line for line in self.implications if not line.statement.audiences]:
            told[NOT_NAMED] = nobody
        return told


def digest_of(document: Document, length: Length, audiences: Audiences, only: Sequence[str] = ()) -> Digest:
    """The digest of a report.

    Implications are never left out for length: only those for other audiences are, where `only` names some. What the
    report sets out as key findings comes next, and sentences chosen from its text fill what is left of the length.
    """
    cut = parts(document)
    texts = [document.words(block) for block in document.body() if block.kind in (Kind.PARAGRAPH, Kind.BULLET)]
    source_words = sum(len(text.split()) for text in texts)
    if not source_words:
        raise NothingToReduce("The document has no running text to reduce. Read it in again, or give another.")
    source = Wording(document)
    advised = as_one([one for one in implications(document, cut, audiences) if _is_for(one, only)], source)
    room = length.of(source_words) - sum(one.length(document) for one, _ in advised)
    found = _Findings(document, source, cut, [one for one, _ in advised], audiences)
    findings, apart, notes = found.within(room, length.of(source_words))
    return _put_together(document, source_words, texts, (findings, advised, apart), notes)


def _is_for(statement: Statement, only: Sequence[str]) -> bool:
    return not only or any(one.name in only for one in statement.audiences)


Told = list[tuple[Statement, list[Repeat]]]


class _Findings:
    """What a report finds, set out by itself or chosen, beside its implications."""

    def __init__(
        self, document: Document, source: Wording, cut: list[Part], advised: list[Statement], audiences: Audiences
    ) -> None:
        self.document, self.source, self.advised = document, source, advised
        everything = implications(document, cut, audiences)
        taken = {passage.start for one in everything for passage in one.passages}
        self.set_out = [one for one, _ in as_one(key_findings(document, cut, taken), source)]
        taken |= {one.start for one in self.set_out}
        self.ranked = ranked(document, candidates(document, cut, taken))

    def within(self, room: int, whole: int) -> tuple[Told, Told, list[str]]:
        """Findings, quotations and examples that fit into so many words, each with where it is said again; and notes."""
        notes = (
            [f"The implications alone are longer than the {whole} words asked for; none was left out."]
            if room < 0
            else []
        )
        for_apart = round(SHARE_APART * whole)
        set_out = self._fitting(max(room, 0), notes)
        room -= sum(one.length(self.document) for one in set_out)
        held = [*self.advised, *set_out]
        own = [one for one in self.ranked if one.bearing is Bearing.FINDING]
        others = [one for one in self.ranked if one.bearing is Bearing.APART]
        apart = chosen(self.document, others, min(for_apart, max(room, 0)), held)
        room -= sum(one.length(self.document) for one in apart)
        findings = [*set_out, *(chosen(self.document, own, room, held) if room > 0 else [])]
        in_order = sorted(findings, key=lambda one: one.start)
        apart += [one for one in in_order if one.bearing is Bearing.APART]
        return (
            as_one([one for one in in_order if one.bearing is Bearing.FINDING], self.source),
            as_one(apart, self.source),
            notes,
        )

    def _fitting(self, room: int, notes: list[str]) -> list[Statement]:
        """The findings that the report sets out, from the first on, as many as fit."""
        kept: list[Statement] = []
        for one in self.set_out:
            room -= one.length(self.document)
            if room < 0:
                break
            kept.append(one)
        if left := len(self.set_out) - len(kept):
            notes.append(f"{left} of {len(self.set_out)} key findings of the report did not fit into the length.")
        return kept


def _put_together(
    document: Document, source_words: int, texts: list[str], told: tuple[Told, Told, Told], notes: list[str]
) -> Digest:
    findings, advised, apart = (
        tuple(Line(one, pieces(document, one), tuple(again)) for one, again in each) for each in told
    )
    leads = dict.fromkeys(line.lead_in.words for line in (*findings, *advised, *apart) if line.lead_in)
    lines = [*leads, *(part for line in (*findings, *advised, *apart) for part in _without_marks(line).split("\n"))]
    text = "\n".join(lines)
    return Digest(
        title=document.title,
        labels=labels_of(document),
        findings=findings,
        implications=advised,
        apart=apart,
        notes=tuple(notes),
        source_words=source_words,
        words=sum(len(line.split()) for line in lines),
        of_source=readability(texts),
        of_digest=readability(lines),
        hard=tuple(hard_sentences(lines)),
        unexplained=tuple(abbreviations(text, document.text)),
        jargon=tuple(jargon(text)),
    )


def _without_marks(line: Line) -> str:
    """A line as it is read aloud below its lead-in, without the marks of what is left out."""
    return "".join(piece.words for piece in line.without_lead_in if piece.edit is not Edit.OMITTED).strip()

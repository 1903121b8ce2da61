"""The same statement in two places of a report, such as its summary and a section: one statement, and what differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from lapwing.reviews.digest.advice import SUFFIX
from lapwing.reviews.digest.aligning import Stretch, Wording
from lapwing.reviews.digest.cues import cues
from lapwing.reviews.digest.differences import Change, Difference, Weight, differences
from lapwing.reviews.digest.statements import Statement
from lapwing.reviews.digest.words import Word, norms, words
from lapwing.reviews.document import Place, Span

SAME = 0.8
"""With this share of the words of the longer in common, in their order, two sentences are the same statement."""
WITHIN = 0.9, 0.65
"""Or with so much of the shorter in common, and so much of the longer: one has a few words more."""
LIKELY = 0.5
"""A place is looked at that has this share of the words in runs."""
FEWEST_WORDS = 7
MOST_PLACES = 4
GRAVE = (Weight.NEGATION, Weight.NUMBER)
"""What makes two statements of two that are alike otherwise."""


@dataclass(frozen=True)
class Repeat:
    """Another place where a statement stands, and how it differs there; `span` is where in the text."""

    place: Place
    span: Span
    differences: tuple[Difference, ...]

    @property
    def is_another(self) -> bool:
        """Whether it says something else: by a negation, a number, or a word of weight in the place of another."""
        return any(one.weight in GRAVE or _is_swapped(one) for one in self.differences)


def _is_swapped(difference: Difference) -> bool:
    told = set(norms(difference.was)) - cues().light, set(norms(difference.now)) - cues().light
    return difference.change is Change.CHANGED and all(told)


def repeats(source: Wording, statement: Statement) -> list[Repeat]:
    """Where else in its document a statement stands, to the letter or nearly."""
    first = statement.passages[0]
    text = SUFFIX.sub("", first.words(source.document))
    its_words = list(words(text))
    if len(its_words) < FEWEST_WORDS:
        return []
    beside = [source.range_of(first.block, first.start, first.end)]
    found: list[Repeat] = []
    for _ in range(MOST_PLACES):
        laid = source.stretches([word.norm for word in its_words], beside)
        best = max(laid, key=lambda one: one.matched, default=None)
        if best is None or best.matched < LIKELY * len(its_words):
            break
        beside.append((best.there, best.there_end))
        found += _repeat(source, best, its_words, text)
    return found


def _repeat(source: Wording, stretch: Stretch, its_words: Sequence[Word], text: str) -> Iterator[Repeat]:
    start, end = source.sentence_of(stretch.there)[0], source.sentence_of(stretch.there_end - 1)[1]
    there = source.words[start:end]
    if is_same([word.norm for word in its_words], [word.norm for word in there]):
        span = there[0].start, there[-1].end
        told = differences(its_words, there, text, source.document.text)
        yield Repeat(source.place(start), span, tuple(told))


def is_same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two sentences, as their words, are the same statement but for a few of them."""
    common, shorter, longer = LCSseq.similarity(one, other), *sorted((len(one), len(other)))
    return common >= SAME * longer or (common >= WITHIN[0] * shorter and common >= WITHIN[1] * longer)


def as_one(statements: Sequence[Statement], source: Wording) -> list[tuple[Statement, list[Repeat]]]:
    """The statements, each once at its first place, with where it stands again."""
    kept: list[tuple[Statement, list[Repeat]]] = []
    for statement in statements:
        if not any(_is_within(statement, repeat, held) for held, again in kept for repeat in again):
            kept.append((statement, repeats(source, statement)))
    return kept


def _is_within(statement: Statement, repeat: Repeat, held: Statement) -> bool:
    """Whether a statement is what was told as the repeat of another, for the same people."""
    start, end = repeat.span
    first = statement.passages[0]
    overlap = min(end, first.end) - max(start, first.start)
    same = {one.name for one in held.audiences} == {one.name for one in statement.audiences}
    return (
        overlap >= SAME * (first.end - first.start)
        and same
        and held.bearing is statement.bearing
        and not repeat.is_another
    )

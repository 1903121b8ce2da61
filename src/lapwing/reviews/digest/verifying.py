"""Somebody's digest held against its source: each line verbatim, edited and how, or not found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from lapwing.reviews.digest.aligning import Stretch, Wording
from lapwing.reviews.digest.cited import Cited, DigestLine, line_of, lines_of
from lapwing.reviews.digest.differences import Change, Difference, Weight, by_weight, differences, weight_of
from lapwing.reviews.digest.repeated import is_same
from lapwing.reviews.digest.sentences import sentences
from lapwing.reviews.digest.structure import as_cited, labels_of
from lapwing.reviews.digest.words import HYPHENS, Word, norms, words
from lapwing.reviews.document import Document, Place
from lapwing.reviews.refusal import Refusal

FOUND = 0.5
"""A line of which the source has less than this share of the words, in runs, is not found."""
NEARLY = 0.6
"""A sentence of the source that is at least as like a line as that is what the line was made of."""
PLACES_TOLD = 6
SENTENCES_OF_A_LINE = 4
WORDS_OF_A_LIST = 600
"""So many words of the source may lie between what stands above a list and the item that it completes."""


class NothingToVerify(Refusal):
    """A digest or a source without any words to compare."""


class Verdict(StrEnum):
    """What a line is to its source.

    Verbatim: whole sentences or items, every word in its order, and nothing supplied but from the source. Quotation
    marks, dashes, spaces, capitals and punctuation do not count, but are told beside. All else that stands in the
    source is edited.
    """

    VERBATIM = "verbatim"
    EDITED = "edited"
    NOT_FOUND = "not found"


@dataclass(frozen=True)
class Checked:
    """A line of a digest and what was found of it.

    `places` is where it stands: several where the source has it several times or, if `assembled`, where its parts come
    from. `beside` are sentences on what is told beside the verdict. `wrong` are sentences on cited places that are
    wrong. `nearest` is the passage most like a line that is not found, and `likeness` how like, from 0 to 1.
    `same_as` is the number of an earlier line that says the same, or 0.
    """

    line: DigestLine
    verdict: Verdict
    places: tuple[Place, ...] = ()
    differences: tuple[Difference, ...] = ()
    assembled: bool = False
    beside: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    nearest: str = ""
    likeness: float = 1.0
    same_as: int = 0
    ends: tuple[Place, ...] = ()
    """Where each of its places ends, which may be on a later page."""

    @property
    def is_all_marked(self) -> bool:
        """Whether the digest itself marks every edit of the line."""
        return self.verdict is Verdict.EDITED and not self.assembled and all(one.marked for one in self.differences)


@dataclass(frozen=True)
class Verification:
    """What came of holding a digest against its source; headings are not held against it."""

    lines: tuple[Checked, ...]
    headings: tuple[str, ...]
    labels: dict[int, str] = field(default_factory=dict)
    """The page numbers of the source as printed, by page, where they are others."""

    @property
    def totals(self) -> dict[str, int]:
        """How many lines there are of each kind, and what to look at."""
        count = Counter(one.verdict for one in self.lines)
        return {
            "lines": len(self.lines),
            **{verdict.value: count[verdict] for verdict in Verdict},
            "edited, all of it marked": sum(one.is_all_marked for one in self.lines),
            "edited where it may turn the meaning": sum(_turns(one) for one in self.lines),
            "assembled from several places": sum(one.assembled for one in self.lines),
            "cited places that are wrong": sum(bool(one.wrong) for one in self.lines),
            "said twice": sum(one.same_as > 0 for one in self.lines),
            "headings not held against the source": len(self.headings),
        }


def _turns(checked: Checked) -> bool:
    return any(one.weight and not one.marked for one in checked.differences)


def verify(digest: Document, source: Document) -> Verification:
    """Holds each line of a digest against its source; refused where either has no words."""
    lines, headings = lines_of(digest)
    wording = Wording(source)
    if not lines or not wording.words:
        lacking = "digest has no lines" if not lines else "source has no words"
        raise NothingToVerify(f"The {lacking} to compare. Give two documents with text, the digest first.")
    said: dict[tuple[str, ...], int] = {}
    checked = []
    for line in lines:
        one = _checked(line, wording)
        key = tuple(norms(line.wording))
        checked.append(replace(one, same_as=said.get(key, 0)))
        said.setdefault(key, line.number)
    return Verification(tuple(checked), tuple(headings), labels_of(source))


def _checked(line: DigestLine, source: Wording) -> Checked:
    found = _as_it_stands(line, source) or _verbatim(line, source) or _edited(line, source) or _nearly(line, source)
    found = _with_supplied(found, source)
    if found.verdict is Verdict.NOT_FOUND:
        return found
    wrong, otherwise = _cited_places(found, source)
    return replace(found, wrong=tuple(wrong), beside=(*found.beside, *otherwise))


def _as_it_stands(line: DigestLine, source: Wording) -> Checked | None:
    """A line whose brackets are the source's own: words in square brackets, or a place that the source cites."""
    if line.written == line.wording:
        return None
    whole = replace(line, wording=line.written, supplied=(), omitted_before=frozenset(), marks_capital=False, cited=())
    for one in (whole, line_of(line.number, line.written, line.cited, with_marks=False)):
        found = _verbatim(one, source)
        if found and len({place.block for place in found.places}) == len(found.places) and _in_one_block(one, source):
            return found
    return None


def _in_one_block(line: DigestLine, source: Wording) -> bool:
    wording = norms(line.wording)
    return any(source.block_of[at] == source.block_of[at + len(wording) - 1] for at in source.exactly(wording))


def _verbatim(line: DigestLine, source: Wording) -> Checked | None:
    wording = norms(line.wording)
    whole = [at for at in source.exactly(wording) if _is_whole(source, at, at + len(wording))]
    if not whole:
        return None
    beside = _in_marks(line.wording, source.quote(whole[0], whole[0] + len(wording)), line.marks_capital)
    places = tuple(source.place(at) for at in whole[:PLACES_TOLD])
    ends = tuple(source.place(at + len(wording) - 1) for at in whole)
    return Checked(line, Verdict.VERBATIM, places, beside=tuple(beside), ends=ends)


def _is_whole(source: Wording, start: int, end: int) -> bool:
    """Whether nothing of the sentences is left out before or after."""
    return source.sentence_of(start)[0] == start and source.sentence_of(end - 1)[1] == end


def _edited(line: DigestLine, source: Wording) -> Checked | None:
    wording = list(words(line.wording))
    laid = source.stretches([word.norm for word in wording])
    if sum(one.matched for one in laid) < FOUND * len(wording):
        return None
    told: list[Difference] = []
    begun = 0
    for number, stretch in enumerate(laid):
        end = len(wording) if number + 1 == len(laid) else stretch.end
        told += _of_stretch(line, source, stretch, wording[begun:end], begun)
        begun = end
    places = tuple(dict.fromkeys(source.place(source.sentence_of(one.there)[0]) for one in laid))
    ends = tuple(source.place(one.there_end - 1) for one in laid)
    merged = _merged(line, laid, source)
    for at, one in enumerate(told):
        if above := _from_above(source, laid[0].there, one):
            told[at] = replace(one, weight=None)
            merged.append(f"“{one.now}” stands above its list, on {above}.")
    return Checked(line, Verdict.EDITED, places, tuple(by_weight(told)), len(laid) > 1, tuple(merged), ends=ends)


def _of_stretch(
    line: DigestLine, source: Wording, stretch: Stretch, part: Sequence[Word], begun: int
) -> list[Difference]:
    start, end = source.sentence_of(stretch.there)[0], source.sentence_of(stretch.there_end - 1)[1]
    there = source.words[start:end]
    told = differences(there, part, source.document.text, line.wording)
    return [replace(one, marked=_is_marked(one, begun, line)) for one in told]


def _from_above(source: Wording, there: int, difference: Difference) -> Place | None:
    """Where what was added before an item stands above its list, if it does: *Practitioners should*."""
    if difference.change is not Change.ADDED or difference.at:
        return None
    added = norms(difference.now)
    above = [at for at in source.exactly(added) if at < there and _is_whole(source, at, at + len(added))]
    return source.place(above[-1]) if above and there - above[-1] <= WORDS_OF_A_LIST else None


def _is_marked(difference: Difference, begun: int, line: DigestLine) -> bool:
    """Whether the line has a mark where it leaves something out."""
    return difference.change is Change.LEFT_OUT and begun + difference.at in line.omitted_before


def _merged(line: DigestLine, laid: Sequence[Stretch], source: Wording) -> list[str]:
    """That a line makes one sentence of several, or takes parts of one paragraph in another order."""
    told = []
    if len(laid) == 1:
        first, last = source.sentence_of(laid[0].there)[0], source.sentence_of(laid[0].there_end - 1)[0]
        if first != last and len(sentences(line.wording)) == 1:
            told.append("It makes one sentence of several of the source.")
    elif any(after.there < before.there for before, after in pairwise(laid)):
        told.append("It takes its parts in another order than the source.")
    return told


def _nearly(line: DigestLine, source: Wording) -> Checked:
    """A line without runs of words in common: made of the sentence most like it, or not found."""
    start, end, likeness = source.nearest(line.wording)
    there, wording = source.words[start:end], list(words(line.wording))
    told = differences(there, wording, source.document.text, line.wording) if there else []
    in_order = _in_order(there, wording)
    if in_order >= NEARLY:
        return Checked(line, Verdict.EDITED, (source.place(start),), tuple(told), likeness=round(in_order, 2))
    places = (source.place(start),) if there else ()
    nearest = source.quote(start, end)
    return Checked(line, Verdict.NOT_FOUND, places, nearest=nearest, likeness=round(min(likeness, in_order + 0.2), 2))


def _in_order(there: Sequence[Word], wording: Sequence[Word]) -> float:
    """The share of words that both have in the same order, of the longer of the two."""
    return LCSseq.normalized_similarity([word.norm for word in there], [word.norm for word in wording])


def _in_marks(written: str, source: str, marked: bool) -> list[str]:
    """What differs beside the words: capitals and punctuation; quotation marks, dashes and spaces are one."""
    one, two = _plain(written), _plain(source)
    told = []
    if one.casefold() != two.casefold():
        told.append("Punctuation differs.")
    if re.findall(r"\w+", one) != re.findall(r"\w+", two):
        told.append("Capital letters differ" + (", marked." if marked else "."))
    return told


def _plain(text: str) -> str:
    text = re.sub(r"[“”\"‘’'`]", "'", text)
    text = re.sub(r"[\u00ad\ufffe]", "", re.sub(f"[{HYPHENS}]", "-", text))
    return re.sub(r"\s*-\s*", "-", " ".join(text.split())).strip(" .;,:'")


def _with_supplied(found: Checked, source: Wording) -> Checked:
    """Words in brackets that the source does not have so, or that turn a sentence round, make a line an edited one."""
    found = replace(found, beside=(*found.beside, *_supplied(found.line, source)))
    turning = [
        Difference(Change.ADDED, "", supplied, weight)
        for supplied in found.line.supplied
        if norms(supplied)
        and ((weight := weight_of([], norms(supplied))) is Weight.NEGATION or not source.exactly(norms(supplied)))
    ]
    if not turning or found.verdict is Verdict.NOT_FOUND:
        return found
    return replace(found, verdict=Verdict.EDITED, differences=tuple(by_weight([*found.differences, *turning])))


def _supplied(line: DigestLine, source: Wording) -> list[str]:
    told = []
    for supplied in line.supplied:
        where = source.exactly(norms(supplied))
        told.append(
            f"Supplied: “{supplied}”, "
            + (f"from {source.place(where[0])}." if where else "which the source does not have so.")
        )
    return told


def _cited_places(found: Checked, source: Wording) -> tuple[list[str], list[str]]:
    """Sentences on cited places at which it does not stand, and on those at which it stands a little otherwise."""
    labels = {page.number: page.label for page in source.document.pages}
    stands = " and ".join(dict.fromkeys(as_cited(place, labels_of(source.document)) for place in found.places))
    wrong, otherwise = [], []
    for cited in found.line.cited:
        if not any(_is_at(cited, place, labels) for place in (*found.places, *found.ends)):
            told = _otherwise(found.line, cited, labels, source)
            otherwise += told
            wrong += [] if told else [f"It says {cited}; found on {stands}."]
    return wrong, otherwise


def _otherwise(line: DigestLine, cited: Cited, labels: dict[int, str], source: Wording) -> list[str]:
    """That the source has nearly the same at a cited place, and how it differs there."""
    wording = list(words(line.wording))
    for start, place in zip(source.sentence_starts, source.sentence_places, strict=True):
        if _is_at(cited, place, labels):
            for there in _from(source, start):
                if is_same([word.norm for word in wording], [word.norm for word in there]):
                    told = differences(there, wording, source.document.text, line.wording)
                    return [f"On {place} it stands a little otherwise: {'; '.join(map(str, told))}."]
    return []


def _from(source: Wording, start: int) -> Iterator[Sequence[Word]]:
    """The sentence that begins there, and it with those after it, as many as a line is likely to have."""
    end = start
    for _ in range(SENTENCES_OF_A_LINE):
        if end < len(source.words):
            end = source.sentence_of(end)[1]
            yield source.words[start:end]


def _is_at(cited: Cited, place: Place, labels: dict[int, str]) -> bool:
    first, last = cited.pages
    label = labels.get(place.page, "")
    on_page = not first or first <= place.page <= last or (label.isdigit() and first <= int(label) <= last)
    return on_page and (not cited.paragraphs or place.paragraph in cited.paragraphs)

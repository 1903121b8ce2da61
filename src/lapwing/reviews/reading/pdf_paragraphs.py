"""Lines put together into paragraphs, items, headings and cells, over the ends of columns and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lapwing.reviews.document import Kind
from lapwing.reviews.reading.glyphs import HYPHEN_AT_LINE_END
from lapwing.reviews.reading.markers import DASHES, Opens, counts_on, opens
from lapwing.reviews.reading.pdf_cells import Cells
from lapwing.reviews.reading.pdf_contents import ends_an_entry
from lapwing.reviews.reading.pdf_markers import hold
from lapwing.reviews.reading.pdf_order import Run
from lapwing.reviews.reading.pdf_pages import Line


@dataclass(slots=True)
class Draft:
    """A block while it is put together; `lines` may stand on several pages."""

    lines: list[Line]
    kind: Kind = Kind.PARAGRAPH
    marker: str = ""
    number: str = ""
    level: int = 0

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """Its last line so far."""
        return self.lines[-1]

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)

    @property
    def is_italic(self) -> bool:
        """Whether all of it is italic."""
        return all(line.italic for line in self.lines)

    @property
    def text(self) -> str:
        """Its words, roughly: lines are joined by a space, or by the hyphen that the upper ends in."""
        return (
            " ".join(line.text for line in self.lines).replace(f"{HYPHEN_AT_LINE_END} ", "-").rstrip(HYPHEN_AT_LINE_END)
        )


@dataclass(slots=True)
class Leading:
    """How far apart the baselines of one paragraph are, in sizes of the letters, through a document."""

    by_size: dict[float, Counter[float]] = field(default_factory=dict)
    overall: Counter[float] = field(default_factory=Counter)
    _known: dict[float, float] = field(default_factory=dict)

    def learn(self, run: Run) -> None:
        """Counts the distances between the lines of a run; all is learned before anything is asked."""
        for upper, lower in pairwise(run):
            distance = _distance(upper, lower)
            if 0.8 <= distance <= 2.2 and abs(upper.size - lower.size) < 0.5:
                self.by_size.setdefault(lower.size, Counter())[distance] += 1
                self.overall[distance] += 1

    def of(self, line: Line) -> float:
        """The most frequent distance for letters of this size or, where there are few such lines, of any."""
        if line.size not in self._known:
            own = self.by_size.get(line.size)
            counted = own if own and own.total() > 5 else self.overall
            self._known[line.size] = counted.most_common(1)[0][0] if counted else 1.2
        return self._known[line.size]


def _distance(upper: Line, lower: Line) -> float:
    return round((upper.y - lower.y) / max(lower.size, 1), 1)


_FEW_LINES = 5
_LONG_LINE = 40
"""Fewer lines do not tell how far to the right they could have gone, nor do lines of fewer letters."""

ENDS_A_SENTENCE = re.compile(r"[.!?:;][’”'\")\]⁰¹²³⁴⁵⁶⁷⁸⁹]*$|\)$")
"""How the last line of most paragraphs ends; in brackets often stands what is recommended on it."""


_LABELLED = re.compile(r"[A-Z][^\W\d_]+(?: [^\W\d_]+){0,3}: ")
"""As the lines of a cover: *Report published: 27 March 2015*."""


class Drafting:
    """Puts the lines of a document's pages together, page after page; `margin` is the right one of most pages."""

    def __init__(self, leading: Leading, margin: float) -> None:
        self.leading, self.margin = leading, margin
        self.drafts: list[Draft] = []
        self._open: Draft | None = None
        self._edge = 0.0
        self._number = ""

    def page(self, runs: Sequence[Run], cells: Cells, contents: set[int]) -> list[tuple[Draft, list[Line]]]:
        """The drafts of a page with their lines on it, in the order of reading; `contents` are lines of such a table."""
        placed: list[tuple[Draft, list[Line]]] = []
        margin = right_margin([line for run in runs for line in run]) or self.margin
        for run in runs:
            edges = _right_edges(run, self.leading, cells, 0.0 if _is_left_column(run, runs) else margin)
            for at, line in enumerate(run):
                kind = _kind(line, cells, contents)
                draft = self._open
                if draft is None or not self._goes_on(draft, line, kind, is_first=at == 0):
                    draft = self._begin(line, kind)
                else:
                    draft.lines.append(line)
                if not placed or placed[-1][0] is not draft:
                    placed.append((draft, []))
                placed[-1][1].append(line)
                self._edge = edges[id(line)]
        return placed

    def _begin(self, line: Line, kind: Kind) -> Draft:
        if kind is Kind.PARAGRAPH and not line.marker and len(line.words) > 1 and not line.words[1].glued:
            first, second = (word.text for word in line.words[:2])
            is_numbered = opens(first) in (Opens.NUMBER, Opens.LETTER) and opens(second) is Opens.NOTHING
            if is_numbered or first in DASHES:
                hold(line)
        draft = Draft([line], kind, line.marker)
        self._open = draft
        self._number = line.marker if opens(line.marker) is Opens.NUMBER else self._number
        self.drafts.append(draft)
        return draft

    def _goes_on(self, draft: Draft, line: Line, kind: Kind, *, is_first: bool) -> bool:
        if kind is Kind.CONTENTS or draft.kind is Kind.CONTENTS:
            return kind is draft.kind and not ends_an_entry(draft.last)
        if line.marker or abs(draft.last.size - line.size) > 0.12 * line.size or self._counts_on(draft, line):
            return False
        return self._goes_on_elsewhere(draft, line) if is_first else self._continues(draft, line)

    def _counts_on(self, draft: Draft, line: Line) -> bool:
        """Whether a line opens with what comes after the number or sign above it, however small the gap behind it."""
        word = line.words[0].text
        if draft.marker and abs(line.left - draft.first.left) < 2 and counts_on(draft.marker, word):
            return True
        return bool(self._number) and opens(word) is Opens.NUMBER and counts_on(self._number, word)

    def _continues(self, draft: Draft, line: Line) -> bool:
        """Whether a line goes on with what stands above it: near enough, and that line was full."""
        last = draft.last
        distance = _distance(last, line)
        if _LABELLED.match(last.text) and _LABELLED.match(line.text):
            return False
        if (
            line.x0 > last.x1
            or line.x1 < last.left
            or distance < 0.4
            or distance > max(self.leading.of(line), 1.0) + 0.2
        ):
            return False
        if not _is_full(last, line, self._edge):
            return last.bold == line.bold and _runs_on(last, line)
        ended = ENDS_A_SENTENCE.search(last.text) is not None
        if last.bold and not line.bold and draft.is_bold:
            return not ended and line.text[:1].islower()
        is_moved = len(draft.lines) > 1 and abs(line.x0 - last.x0) > 0.8 * line.size
        return not (ended and is_moved)

    def _goes_on_elsewhere(self, draft: Draft, line: Line) -> bool:
        """Whether a line at the head of a column or page goes on with what stood at the end of the one before.

        After a full stop only a small letter says so, or that it hangs as far in as the text of a number or sign.
        """
        if draft.kind is Kind.CELL or draft.is_bold or (line.bold and not draft.last.bold):
            return False
        if not ENDS_A_SENTENCE.search(draft.last.text):
            return line.text[:1].islower() or _is_full(draft.last, line, self._edge)
        hangs = bool(draft.marker) and abs(line.x0 - draft.last.x0) < 2 and line.x0 > draft.first.left + line.size
        return line.text[:1].islower() or (hangs and _is_full(draft.last, line, self._edge))


def _kind(line: Line, cells: Cells, contents: set[int]) -> Kind:
    if id(line) in contents:
        return Kind.CONTENTS
    return Kind.CELL if id(line) in cells.lines else Kind.PARAGRAPH


def _runs_on(last: Line, line: Line) -> bool:
    """Whether a sentence goes on although its line ended early, as beside a picture."""
    return line.text[:1].islower() and not ENDS_A_SENTENCE.search(last.text) and abs(line.x0 - last.x0) < line.size


def _is_full(last: Line, line: Line, edge: float) -> bool:
    """Whether the first word of a line would not have found room at the end of the line before."""
    if last.text.endswith(HYPHEN_AT_LINE_END):
        return True
    word = line.words[0]
    return last.x1 + 0.3 * line.size + (word.x1 - word.x0) > edge - 0.5 * line.size


def right_margin(lines: Sequence[Line]) -> float:
    """How far the long lines of a page go to the right; 0 where there are hardly any."""
    ends = [line.x1 for line in lines if len(line.text) >= _LONG_LINE]
    return max(ends) if len(ends) >= _FEW_LINES else 0.0


def _is_left_column(run: Run, runs: Sequence[Run]) -> bool:
    """Whether another run begins, as a whole, to the right of all of this one and beside it."""
    right, top, foot = max(line.x1 for line in run), run[0].y, run[-1].y
    return any(
        other[0].y >= foot and other[-1].y <= top and min(line.left for line in other) > right
        for other in runs
        if other is not run
    )


def _right_edges(run: Run, leading: Leading, cells: Cells, margin: float) -> dict[int, float]:
    """How far to the right each line of a run could have gone."""
    edges: dict[int, float] = {}
    whole = max(margin, max(line.x1 for line in run))
    for group in _tight_groups(run, leading):
        edge = max(line.x1 for line in group)
        for line in group:
            is_narrow = len(group) < _FEW_LINES or edge - line.x0 < 0.75 * (whole - line.x0)
            edges[id(line)] = min(whole if is_narrow else edge, cells.right_of.get(id(line), whole))
    return edges


def _tight_groups(run: Run, leading: Leading) -> list[Run]:
    groups: list[Run] = []
    for line in run:
        last = groups[-1][-1] if groups else None
        if last is None or abs(last.size - line.size) > 0.5 or _distance(last, line) > leading.of(line) + 0.2:
            groups.append([])
        groups[-1].append(line)
    return groups

"""Lines of plain text, and which of them are one paragraph: parted by empty lines, by indentation, by signs of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lapwing.reviews.reading.printed import printed_before

NOT_WRAPPED = 100
"""Text wrapped by hand has lines up to this; where a tenth of the lines is longer, each line is a paragraph."""
USUAL = 0.8
"""The share of lines that are no longer than the width to which the text is taken to be wrapped."""
SHORT = 0.75
"""Of that width: where the next word had found room within it, the line was ended on purpose."""
_RULE = re.compile(r"[\W_]+")
_UNDERLINE = re.compile(r"([=\-~*#_])\1{2,}")
_ENDS_SENTENCE = (".", "?", "!", ":", ";", "”", '"', "’", ")")
_MAY_PRECEDE_ITEM = (*_ENDS_SENTENCE, ",", " and", " or")


@dataclass(frozen=True)
class Line:
    """A line without the blanks around it: from where to where in the text, how far set in, on which page."""

    start: int
    end: int
    indent: int
    page: int
    words: str


@dataclass
class Group:
    """Lines of one paragraph, heading or item; `underline` is the sign that underlines it, `depth` an item's."""

    lines: list[Line]
    underline: str = ""
    depth: int = 1

    @property
    def is_item(self) -> bool:
        """Whether a bullet or letter stands before it."""
        return printed_before(self.lines[0].words).is_item

    @property
    def is_numbered(self) -> bool:
        """Whether a number or sign stands before it."""
        return printed_before(self.lines[0].words).length > 0


def lines_of(text: str) -> list[Line]:
    """Every line of a text whose line ends are line feeds and whose pages end in form feeds."""
    lines, page, at = [], 1, 0
    for piece in re.split(r"([\n\f])", text):
        if piece == "\f":
            page += 1
        elif piece != "\n":
            words = piece.strip()
            before = len(piece) - len(piece.lstrip())
            start = at + before if words else at
            lines.append(Line(start, start + len(words), len(piece[:before].expandtabs(4)), page, words))
        at += len(piece)
    return lines


def groups_of(lines: Sequence[Line]) -> list[Group]:
    """The paragraphs, headings and items of a text, in order."""
    return _Grouping(lines).groups


@dataclass
class _Grouping:
    lines: Sequence[Line]
    groups: list[Group] = field(default_factory=list)
    _is_open: bool = False
    _indents: list[int] = field(default_factory=list)
    """Of the items of the list that goes on, outermost first."""

    def __post_init__(self) -> None:
        lengths = sorted(line.indent + len(line.words) for line in self.lines if line.words) or [0]
        self.is_wrapped = sum(length > NOT_WRAPPED for length in lengths) * 10 < len(lengths)
        self.width = lengths[int(USUAL * (len(lengths) - 1))]
        for line in self.lines:
            self._take(line)

    def _take(self, line: Line) -> None:
        if not line.words:
            self._is_open = False
        elif _RULE.fullmatch(line.words):
            self._underline(line)
            self._is_open = False
        elif self.groups and self._goes_on(line):
            self.groups[-1].lines.append(line)
            self._is_open = True
        else:
            self._begin(line)

    def _begin(self, line: Line) -> None:
        group = Group([line])
        if group.is_item:
            self._indents = [*(indent for indent in self._indents if indent < line.indent), line.indent]
            group.depth = len(self._indents)
        else:
            self._indents = []
        self.groups.append(group)
        self._is_open = True

    def _underline(self, line: Line) -> None:
        found = _UNDERLINE.fullmatch(line.words)
        above = self.groups[-1] if self.groups and self._is_open else None
        if found and above and len(above.lines) == 1 and len(line.words) * 2 >= len(above.lines[0].words):
            above.underline = found[1]

    def _goes_on(self, line: Line) -> bool:
        last = self.groups[-1].lines[-1]
        if line.page != last.page:
            return self.is_wrapped and line.words[0].islower() and not last.words.endswith(_ENDS_SENTENCE)
        return self._is_open and self.is_wrapped and not self._is_another(line, self.groups[-1])

    def _is_another(self, line: Line, group: Group) -> bool:
        """Whether a line right below a paragraph begins another."""
        last = group.lines[-1]
        first_word = line.words.split(maxsplit=1)[0]
        is_short = last.indent + len(last.words) + 1 + len(first_word) < SHORT * self.width
        if line.words.startswith("#") or last.words.startswith("#"):
            return True
        if printed_before(line.words).length:
            return group.is_numbered or last.words.endswith(_MAY_PRECEDE_ITEM) or is_short or line.indent > last.indent
        if group.is_numbered:
            return self._is_outside(line, group)
        is_set_in = line.indent > last.indent and len(group.lines) > 1 - (last.indent == 0)
        return is_set_in or (is_short and not line.words[0].islower())

    def _is_outside(self, line: Line, group: Group) -> bool:
        """Whether a line stands left of the words of an item whose lines hang."""
        first = group.lines[0]
        hangs = len(group.lines) > 1 and group.lines[1].indent > first.indent
        return hangs and line.indent <= first.indent

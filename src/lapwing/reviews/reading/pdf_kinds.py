"""What the drafts of a PDF are: headings and their levels, items of lists and theirs, numbered paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from lapwing.reviews.document import Kind
from lapwing.reviews.reading.markers import Opens, as_number, depth, opens
from lapwing.reviews.reading.pdf_pages import Line
from lapwing.reviews.reading.pdf_paragraphs import Draft

_LONGEST_HEADING = 200
_MOST_LINES = 4
_MOST_WORDS = 12
"""A bold line that ends in a full stop is a heading up to so many words."""
_LARGER = 1.1
_SAYS_WHEN = re.compile(r"^[^:]+:\s+\d")
"""As on a cover: *Published: 23 August 2013*."""
_JOINS = re.compile(r"and|&|of|for", re.IGNORECASE)
"""A word alone on a line of a cover."""


def body_letters(lines: Iterable[Line]) -> tuple[float, bool]:
    """The size of the letters that most of a document is set in, and whether they are bold."""
    counted: Counter[tuple[float, bool]] = Counter()
    for line in lines:
        counted[line.size, line.bold] += len(line.text)
    return counted.most_common(1)[0][0] if counted else (0.0, False)


def settle_kinds(drafts: Sequence[Draft], body: tuple[float, bool]) -> None:
    """Settles kind, number and level of each draft."""
    _drop_lone_plain_numbers(drafts)
    above: Draft | None = None
    for draft in drafts:
        is_note = draft.kind is Kind.FOOTNOTE
        draft.number = draft.marker.strip("[]") if is_note else as_number(draft.marker)
        if draft.kind is Kind.PARAGRAPH:
            _settle(draft, above, body)
        above = draft
    _level_headings([draft for draft in drafts if draft.kind is Kind.HEADING])
    _level_items(drafts)


def _settle(draft: Draft, above: Draft | None, body: tuple[float, bool]) -> None:
    opened = opens(draft.marker) if draft.marker else Opens.NOTHING
    if opened in (Opens.BULLET, Opens.LETTER):
        draft.kind = Kind.BULLET
    elif is_heading(draft, body) or _stands_alone(draft, above):
        draft.kind = Kind.HEADING


def is_heading(draft: Draft, body: tuple[float, bool]) -> bool:
    """Whether a draft is larger than the body, or all bold where the body is not; and short."""
    size, is_body_bold = body
    text = draft.text
    if (
        _SAYS_WHEN.search(text)
        or _JOINS.fullmatch(text)
        or len(text) > _LONGEST_HEADING
        or len(draft.lines) > _MOST_LINES
        or not any(letter.isalpha() for letter in text)
    ):
        return False
    if draft.first.size >= _LARGER * size:
        return text.count(". ") < 2 and not text.endswith((",", ";"))
    is_sentence = text.endswith(".") and (len(draft.lines) > 1 or len(text.split()) > _MOST_WORDS)
    if is_sentence or text.endswith((",", ";")):
        return False
    if draft.is_bold and not is_body_bold:
        return draft.first.size >= 0.9 * size
    return False


def _stands_alone(draft: Draft, above: Draft | None) -> bool:
    """Whether it is one line of capitals or italics with room above it, unlike the town in an address."""
    text = draft.text
    letters = sum(map(len, re.findall(r"[^\W\d_]{3,}", text)))
    if len(draft.lines) > 1 or letters < 5 or text.endswith((".", ",", ";")):
        return False
    if not text.isupper() and not (draft.is_italic and text[0].isupper()):
        return False
    has_room = above is None or not 0 < above.last.y - draft.first.y < 1.6 * draft.first.size
    return has_room or (above is not None and above.last.page != draft.first.page)


def _drop_lone_plain_numbers(drafts: Sequence[Draft]) -> None:
    """A number without a stop opens a paragraph only as one of three that count on."""
    plain = [draft for draft in drafts if draft.kind is Kind.PARAGRAPH and draft.marker.isdigit()]
    values = [int(draft.marker) for draft in plain]
    for at, draft in enumerate(plain):
        near = values[max(at - 2, 0) : at + 3]
        if not any(near[k] + 1 == near[k + 1] and near[k] + 2 == near[k + 2] for k in range(len(near) - 2)):
            word = draft.first.words[0]
            draft.first.text = f"{draft.marker} {draft.first.text}"
            draft.first.x0 = draft.first.left
            draft.marker = draft.first.marker = ""
            word.glued = False


def _level_headings(headings: Sequence[Draft]) -> None:
    """By the size of the letters, bold before not, then capitals and italics; then by how deep the number goes."""
    styles = sorted({_style(heading) for heading in headings})
    shallowest: dict[tuple[float, bool, bool, bool], int] = {}
    for heading in headings:
        if heading.number:
            style = _style(heading)
            shallowest[style] = min(shallowest.get(style, 9), depth(heading.number))
    for heading in headings:
        style = _style(heading)
        heading.level = styles.index(style) + 1
        if heading.number:
            heading.level += depth(heading.number) - shallowest[style]


def _style(heading: Draft) -> tuple[float, bool, bool, bool]:
    return -round(heading.first.size * 2) / 2, not heading.is_bold, heading.text.isupper(), heading.is_italic


def _level_items(drafts: Sequence[Draft]) -> None:
    """An item is one deeper than the nearest above it in its list that begins further to the left."""
    above: list[float] = []
    for draft in drafts:
        if draft.kind in (Kind.FOOTNOTE, Kind.SET_ASIDE):
            continue
        if draft.kind is not Kind.BULLET:
            above = []
            continue
        left, step = draft.first.left, 0.4 * draft.first.size
        while above and left < above[-1] - step:
            above.pop()
        if not above or left > above[-1] + step:
            above.append(left)
        draft.level = len(above)

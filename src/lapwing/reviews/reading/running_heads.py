"""What runs along the head or foot of pages, told by its coming again at the same height."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from lapwing.reviews.reading.pdf_pages import Line, PageLines

_ROWS = 4
_MARGIN = 0.15
_FEW_PAGES = 5
"""So many rows from each end of a page may run on, within such a share of its height."""

_DIGITS = re.compile(r"\d+")
_NUMBER_OF_PAGE = re.compile(
    r"(?:page|p\.?)?\s*[-\u2013\u2014|]?\s*(\d{1,4}|[ivxl]{1,6})\s*(?:(?:of|/)\s*\d{1,4})?\s*[-\u2013\u2014|]?", re.I
)


@dataclass(frozen=True)
class RunningHeads:
    """The lines of a page that run along its head and its foot, from the top, and the page number printed there."""

    head: tuple[Line, ...] = ()
    foot: tuple[Line, ...] = ()
    label: str = ""


def running_heads(pages: Sequence[PageLines]) -> list[RunningHeads]:
    """For each page what is set aside of it.

    A row is set aside where the same words, whatever numbers are among them, stand at the same height (within 3
    points) on three pages, or on two of a document of up to five, one of them near, and nothing but such rows lies
    between it and the end of the page; likewise where a number stands at its end that goes up with the pages, whatever
    chapter is named beside it. A row that is a page number alone needs only one other such page.
    """
    ends = [(_rows_from(page, 1), _rows_from(page, -1)) for page in pages]
    heads = _repeated([head for head, _ in ends])
    feet = _repeated([foot for _, foot in ends])
    labels = _labels([list(chain(*head, *foot)) for head, foot in zip(heads, feet, strict=True)])
    return [
        RunningHeads(tuple(chain(*head)), tuple(chain(*reversed(foot))), label)
        for head, foot, label in zip(heads, feet, labels, strict=True)
    ]


Row = list[Line]


def _rows_from(page: PageLines, end: int) -> list[Row]:
    """The first rows from the top (1) or the foot (-1) of a page within its margin, each from left to right."""
    rows: list[Row] = []
    margin = _MARGIN * (page.top - page.foot)
    ends = [line for line in page.lines if (page.top - line.y if end > 0 else line.y - page.foot) < margin]
    for line in sorted(ends, key=lambda line: -end * line.y):
        if rows and abs(rows[-1][0].y - line.y) < 0.4 * max(line.size, 1):
            rows[-1].append(line)
        elif len(rows) == _ROWS:
            break
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.left) for row in rows]


def _repeated(ends: Sequence[list[Row]]) -> list[list[Row]]:
    """Of the rows from one end of each page those that run on from page to page."""
    found_on: dict[tuple[str, int], list[int]] = {}
    for page, rows in enumerate(ends):
        for key in {key for row in rows for key in _keys(row, page)}:
            found_on.setdefault(key, []).append(page)
    kept = []
    for page, rows in enumerate(ends):
        found: list[Row] = []
        for row in rows:
            needed = 2 if _is_page_number(row) or len(ends) <= _FEW_PAGES else 3
            if not any(_runs_on(found_on[key], page, needed) for key in _keys(row, page)):
                break
            found.append(row)
        kept.append(found)
    return kept


def _runs_on(pages: Sequence[int], page: int, needed: int) -> bool:
    """Whether a row stands on enough pages, one of them next to this or, as with left and right pages, next but one."""
    return len(pages) >= needed and any(0 < abs(other - page) <= 2 for other in pages)


def _keys(row: Row, page: int) -> Iterator[tuple[str, int]]:
    """What makes a row the same as another: its words without their numbers, or a page number at one of its ends.

    Each comes with the height and with the one next to it, so that 3 points do not part them.
    """
    step = int(row[0].y // 3)
    told = [_DIGITS.sub("#", _words(row)).casefold()]
    if len(row) > 1:
        told += [f"page {int(end.text) - page}" for end in (row[0], row[-1]) if _DIGITS.fullmatch(end.text)]
    for words in told:
        yield words, step
        yield words, step + 1


def _words(row: Row) -> str:
    return " ".join(line.text for line in row)


def _is_page_number(row: Row) -> bool:
    return _NUMBER_OF_PAGE.fullmatch(_words(row)) is not None


def _labels(set_aside: Sequence[Sequence[Line]]) -> list[str]:
    """The printed number of each page: of the numbers set aside on it, the one that goes up with the pages."""
    numbers = [[int(digits) for line in lines for digits in _DIGITS.findall(line.text)] for lines in set_aside]
    ahead = Counter(number - at for at, found in enumerate(numbers) for number in set(found))
    if not ahead:
        return [_roman(lines) for lines in set_aside]
    step, times = ahead.most_common(1)[0]
    if times < 2:
        return [_roman(lines) for lines in set_aside]
    return [
        str(at + step) if at + step in found else _roman(lines)
        for at, (found, lines) in enumerate(zip(numbers, set_aside, strict=True))
    ]


def _roman(lines: Sequence[Line]) -> str:
    for line in lines:
        found = _NUMBER_OF_PAGE.fullmatch(line.text)
        if found and not found[1].isdigit():
            return found[1]
    return ""

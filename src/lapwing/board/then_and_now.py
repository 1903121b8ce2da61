"""A measure as it was told at the start of an item of learning, and as it stands now, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lapwing.board.figures import Figure
from lapwing.reviews.prevalence.intervals import difference_of

CANNOT = "The two cannot be held against each other: one of them is kept back, or was not counted."
OVERLAP = "The two periods have months in common: a change looks smaller than it is, and the interval is rough."


@dataclass(frozen=True)
class Start:
    """A figure as it was told on a day: `says` in words, of how many it held where that was told, and to when it looked."""

    says: str
    on: date | None
    met: int | None
    of: int | None
    until: date | None


def then_and_now(start: Start, now: Figure) -> str:
    """Both figures as they were told, and whether there are more, fewer, or no clear change: by the interval of the difference."""
    said = [f"On {_day(start.on)}: {start.says}.", f"On {_day(now.counted_on)}: {now.says}.", _compared(start, now)]
    if start.until is not None and now.since <= start.until:
        said.append(OVERLAP)
    return " ".join(said)


def _compared(start: Start, now: Figure) -> str:
    if None in (start.met, start.of, now.met, now.of):
        return CANNOT
    difference = difference_of((now.met or 0, now.of or 0), (start.met or 0, start.of or 0))
    if difference is None:
        return CANNOT
    low, high = difference.interval
    span = f"between {_points(low)} and {_points(high)} percentage points (95% interval)"
    if low > 0:
        return f"More than then: the difference lies {span}."
    if high < 0:
        return f"Fewer than then: the difference lies {span}."
    return f"No clear change: the difference lies {span}, which chance alone can make of it."


def _points(share: float) -> str:
    """A difference of shares in percentage points: +12, -3."""
    return f"{round(share * 100):+d}".replace("+0", "0")


def _day(day: date | None) -> str:
    return "a day that is not known" if day is None else f"{day.day} {day:%B %Y}"

"""Which themes recur, since when, and after how many documents no new one appeared."""

from __future__ import annotations

from dataclasses import dataclass

from lapwing.reviews.coding.states import State, states_by_review
from lapwing.reviews.periods import NOT_KNOWN
from lapwing.reviews.prevalence.counting import Asked, By, Prevalence, prevalence
from lapwing.reviews.prevalence.suppressing import ALL, THRESHOLD
from lapwing.reviews.project import Project
from lapwing.reviews.themes import Book, newest_book


@dataclass(frozen=True)
class Recurring:
    """A theme over the years: in how many of them it is present, the first and the last; None where kept back."""

    theme: str
    periods: int | None
    first: str | None
    last: str | None
    kept_back: bool


def recurring(
    project: Project, asked: Asked | None = None, *, book: Book | None = None, threshold: int | None = THRESHOLD
) -> list[Recurring]:
    """Every theme over the years of a calendar, as far as the years are known."""
    asked = asked or Asked()
    by_period = Asked(asked.of, By.PERIOD, asked.scheme, asked.calendar, asked.dated)
    table = prevalence(project, by_period, book=book, threshold=threshold)
    return [_over_years(table, theme) for theme in table.cells]


def _over_years(table: Prevalence, theme: str) -> Recurring:
    cells = [cell for (_, period), cell in table.cells[theme].items() if period not in (ALL, NOT_KNOWN)]
    if any(map(table.is_hidden, cells)):
        return Recurring(theme, None, None, None, kept_back=True)
    years = [cell.key[1] for cell in cells if cell.present]
    return Recurring(theme, len(years), years[0] if years else None, years[-1] if years else None, kept_back=False)


@dataclass(frozen=True)
class Saturation:
    """The themes seen as documents were read in, one after another.

    `curve` has how many themes had been found after each review that has anything assessed; `last_new_after` is the
    place, from 1, of the review that brought the last new one, and 0 where none was found.
    """

    curve: tuple[int, ...]
    last_new_after: int

    def __str__(self) -> str:
        """For a person."""
        if not self.curve:
            return "No review has anything assessed yet."
        if not self.last_new_after:
            return f"No theme was found in {_counted(len(self.curve), 'review')}."
        since = len(self.curve) - self.last_new_after
        return (
            f"{_counted(self.curve[-1], 'theme')} found in {_counted(len(self.curve), 'review')}, the last new one in number "
            f"{self.last_new_after}, in the order in which they were read in; {since} more brought none."
        )


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def saturation(project: Project, book: Book | None = None) -> Saturation:
    """After which review no new theme appeared, in the order in which documents were read in."""
    present: dict[int, set[str]] = {}
    for told in states_by_review(project, book or newest_book(project)):
        found = present.setdefault(told.review_id, set()) if told.state is not State.NOT_ASSESSED else set()
        if told.state is State.PRESENT:
            found.add(told.theme)
    order = project.rows(
        "SELECT review_id FROM document WHERE review_id IS NOT NULL GROUP BY review_id ORDER BY min(document_id)"
    )
    seen: set[str] = set()
    curve = []
    for review_id in (row["review_id"] for row in order if row["review_id"] in present):
        seen |= present[review_id]
        curve.append(len(seen))
    last = curve.index(len(seen)) + 1 if seen else 0
    return Saturation(tuple(curve), last)

"""Themes counted by cohort and period: of how many reviews, or children, each is present in how many.

N is how many were *assessed* (present or absent); those not assessed and those that coders dispute stand apart. By
review, a review with children in two cohorts counts in each, as it is for its children there, and once in the total.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from lapwing.reviews.coding.states import State, Told, states_by_child, states_by_review
from lapwing.reviews.cohorts import OUTSIDE, SCHEMES, Scheme
from lapwing.reviews.periods import NOT_KNOWN, Calendar, Dated
from lapwing.reviews.prevalence.intervals import Interval, wilson
from lapwing.reviews.prevalence.placing import Placed, Placing, placed
from lapwing.reviews.prevalence.suppressing import ALL, THRESHOLD, Key, hidden_cells
from lapwing.reviews.project import Project
from lapwing.reviews.themes import Book, newest_book

LEAST_WANTED = (NOT_KNOWN, OUTSIDE)
"""The columns that are hidden first where another has to be, beside a small one."""


SOMEBODY_IN_DOUBT = "Some ages or dates are in doubt. --show-small says whose, for the team's own eyes."


class Of(StrEnum):
    """What is counted."""

    REVIEWS = "reviews"
    CHILDREN = "children"


class By(StrEnum):
    """What stands across the table."""

    COHORT = "cohort"
    PERIOD = "period"
    BOTH = "both"
    NONE = "none"


@dataclass(frozen=True)
class Asked:
    """What is to be counted, and how."""

    of: Of = Of.REVIEWS
    by: By = By.COHORT
    scheme: Scheme = SCHEMES["reviews"]
    calendar: Calendar = Calendar.APRIL
    dated: Dated = Dated.INCIDENT


@dataclass(frozen=True)
class Cell:
    """A theme in a cohort and a period: the ids of the reviews, or children, by what is known of it there."""

    theme: str
    key: Key
    ids: Mapping[State, tuple[int, ...]]

    def count(self, state: State) -> int:
        """How many are in a state."""
        return len(self.ids.get(state, ()))

    @property
    def present(self) -> int:
        """n: in how many it is present."""
        return self.count(State.PRESENT)

    @property
    def assessed(self) -> int:
        """N: in how many it is present or absent."""
        return self.present + self.count(State.ABSENT)

    @property
    def share(self) -> float | None:
        """n of N, from 0 to 1; None where nothing was assessed."""
        return self.present / self.assessed if self.assessed else None

    @property
    def interval(self) -> Interval | None:
        """Of the share (Wilson, 1927)."""
        return wilson(self.present, self.assessed) if self.assessed else None


@dataclass(frozen=True)
class Prevalence:
    """A table of themes by cohort and period.

    `cohorts` and `periods` are those of the table, `ALL` last. `sizes` has how many reviews or children there are in
    each, whatever is known of themes. `threshold` is under what counts are kept back, or None where all are shown;
    `elsewhere` has what tables by other cohorts and periods keep back, by theme, which this one then keeps back too.
    """

    asked: Asked
    book: Book
    cohorts: tuple[str, ...]
    periods: tuple[str, ...]
    sizes: Mapping[Key, int]
    cells: Mapping[str, Mapping[Key, Cell]]
    rests_on: Rests
    threshold: int | None
    elsewhere: Mapping[str, frozenset[Key]] = field(default_factory=dict)

    @property
    def keys(self) -> tuple[Key, ...]:
        """Every cohort with every period of the table."""
        return tuple((cohort, period) for cohort in self.cohorts for period in self.periods)

    def cell(self, theme: str, cohort: str = ALL, period: str = ALL) -> Cell:
        """One cell, by the code of its theme."""
        return self.cells[theme][cohort, period]

    @property
    def doubts(self) -> tuple[str, ...]:
        """Sentences on ages and dates that are in doubt; where small numbers are kept back, not whose they are."""
        named = self.rests_on.doubts
        return named if self.threshold is None else (SOMEBODY_IN_DOUBT,) * bool(named)

    @cached_property
    def hidden_sizes(self) -> frozenset[Key]:
        """The columns whose size is kept back, and so everything in them."""
        if self.threshold is None:
            return frozenset()
        sizes = {key: (size,) for key, size in self.sizes.items()}
        return hidden_cells(sizes, self.threshold, least_wanted=LEAST_WANTED)

    @cached_property
    def hidden(self) -> Mapping[str, frozenset[Key]]:
        """The cells that are kept back, by theme: small ones, and as many more as keep those from being worked out."""
        if self.threshold is None:
            return dict.fromkeys(self.cells, frozenset())
        hidden = {}
        for theme, cells in self.cells.items():
            counts = {key: (cell.present, cell.assessed - cell.present) for key, cell in cells.items()}
            also = self.hidden_sizes | (self.elsewhere.get(theme, frozenset()) & cells.keys())
            hidden[theme] = hidden_cells(counts, self.threshold, also, LEAST_WANTED)
        return hidden

    def is_hidden(self, cell: Cell) -> bool:
        """Whether a cell's counts are kept back."""
        return cell.key in self.hidden[cell.theme]

    def lists_hidden(self, cell: Cell) -> bool:
        """Whether the reviews or children of a cell are kept back.

        Those of a total are too where a cell of its theme is: they would be those of that cell and of the others.
        """
        return self.is_hidden(cell) or (ALL in cell.key and self._is_total(cell.key) and bool(self.hidden[cell.theme]))

    def _is_total(self, key: Key) -> bool:
        return any(len(line) > 1 and at == ALL for line, at in zip((self.cohorts, self.periods), key, strict=True))


@dataclass(frozen=True)
class Rests:
    """Who was counted, and what counts of each theme: for a child, and of a review as a whole.

    `doubts` are sentences on ages and dates. `stands_for` has the themes of a name that stands for several.
    """

    children: tuple[Placed, ...]
    of_child: Mapping[tuple[int, str], Told]
    of_review: Mapping[tuple[int, str], Told]
    doubts: tuple[str, ...] = ()
    stands_for: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def children_of(self) -> Mapping[int, int]:
        """How many children each review has; one without any counts as one."""
        return Counter(one.review_id for one in self.children)

    def of_some(self, theme: str, review_id: int, children: Sequence[Placed]) -> State:
        """What is known of a theme in a review as far as some of its children are concerned.

        Of all its children it is the review's own state. Of some it is present where it is for one of them, and absent
        only where it is for each.
        """
        if len(children) == self.children_of[review_id]:
            return _state(self.of_review.get((review_id, theme)))
        states = {self.of_one(theme, child.child_id) for child in children}
        order = (State.PRESENT, State.DISPUTED, State.NOT_ASSESSED, State.ABSENT)
        return next(state for state in order if state in states)

    def of_one(self, theme: str, child_id: int | None) -> State:
        """What is known of a theme for a child."""
        return _state(self.of_child.get((child_id or 0, theme)))


def _state(told: Told | None) -> State:
    return told.state if told else State.NOT_ASSESSED


Members = dict[int, tuple[Placed, ...]]
"""By the id of a review, or child: the children that it is counted for."""


def prevalence(
    project: Project,
    asked: Asked | None = None,
    *,
    book: Book | None = None,
    themes: Iterable[str] = (),
    threshold: int | None = THRESHOLD,
) -> Prevalence:
    """Counts themes, by default all of the newest theme book, with small numbers kept back."""
    return prevalences(project, [asked or Asked()], book=book, themes=themes, threshold=threshold)[0]


def prevalences(
    project: Project,
    kinds: Sequence[Asked],
    *,
    book: Book | None = None,
    themes: Iterable[str] = (),
    threshold: int | None = THRESHOLD,
) -> list[Prevalence]:
    """Several tables of the same project, for which codings are read once.

    A total, cohort or period that one table keeps back is kept back in all, lest two of them be subtracted.
    """
    book = book or newest_book(project)
    counted = tuple(themes) or tuple(theme.code for theme in book.themes)
    if threshold is None:
        return [tabulate(rests, asked, book, counted, None) for asked, rests in gathered(project, kinds, book)]
    beside = [other for asked in kinds for other in _beside(asked)]
    both = dict.fromkeys([*kinds, *beside])
    tables = {
        asked: tabulate(rests, asked, book, counted, threshold) for asked, rests in gathered(project, [*both], book)
    }
    return [replace(tables[asked], elsewhere=_kept_back([tables[one] for one in _beside(asked)])) for asked in kinds]


def _beside(asked: Asked) -> list[Asked]:
    """The tables of the same by the cohorts of every scheme and by every kind of year."""
    by_cohort = [replace(asked, by=By.COHORT, scheme=scheme) for scheme in SCHEMES.values()]
    return [*by_cohort, *(replace(asked, by=By.PERIOD, calendar=calendar) for calendar in Calendar)]


def _kept_back(tables: Sequence[Prevalence]) -> dict[str, frozenset[Key]]:
    """What some table keeps back, by theme.

    Cohorts of one name are the same ages in every scheme. Who is outside a scheme, or not known where, may be others in
    each; then more is kept back than need be.
    """
    themes = tables[0].cells if tables else ()
    return {theme: frozenset().union(*(table.hidden[theme] for table in tables)) for theme in themes}


def gathered(project: Project, kinds: Sequence[Asked], book: Book) -> Iterator[tuple[Asked, Rests]]:
    """Everything that each table rests on: what is known of themes, and everybody's cohort and period."""
    of_review = {(told.review_id, told.theme): told for told in states_by_review(project, book)}
    of_child = {(told.child_id or 0, told.theme): told for told in states_by_child(project, book)}
    placings: dict[tuple[str, Calendar, Dated], Placing] = {}
    for asked in kinds:
        place = asked.scheme.name, asked.calendar, asked.dated
        if place not in placings:
            placings[place] = placed(project, asked.scheme, asked.calendar, asked.dated)
        placing = placings[place]
        yield asked, Rests(placing.children, of_child, of_review, placing.doubts)


def tabulate(rests: Rests, asked: Asked, book: Book, themes: Sequence[str], threshold: int | None) -> Prevalence:
    """Counts themes, by their codes, over what was gathered."""
    cohorts, periods = _across(asked, rests.children)
    members = {(c, p): _members(asked.of, rests.children, c, p) for c in cohorts for p in periods}
    cells = {theme: {key: _cell(theme, key, members[key], asked.of, rests) for key in members} for theme in themes}
    sizes = {key: len(units) for key, units in members.items()}
    return Prevalence(asked, book, cohorts, periods, sizes, cells, rests, threshold)


def _across(asked: Asked, children: Sequence[Placed]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found_cohorts = {one.cohort for one in children}
    cohorts = (*asked.scheme.names, *(name for name in (OUTSIDE, NOT_KNOWN) if name in found_cohorts))
    found = {one.period for one in children}
    years = sorted(found - {NOT_KNOWN})
    periods = (*_without_gaps(years), *([NOT_KNOWN] if NOT_KNOWN in found else []))
    by_cohort, by_period = asked.by in (By.COHORT, By.BOTH), asked.by in (By.PERIOD, By.BOTH)
    return (*(cohorts if by_cohort else ()), ALL), (*(periods if by_period else ()), ALL)


def _without_gaps(years: Sequence[str]) -> list[str]:
    """Years in which nothing happened stand between those in which something did."""
    if not years:
        return []
    span = range(int(years[0][:4]), int(years[-1][:4]) + 1)
    return [f"{year}-{(year + 1) % 100:02}" if "-" in years[0] else str(year) for year in span]


def _members(of: Of, children: Sequence[Placed], cohort: str, period: str) -> Members:
    members: dict[int, list[Placed]] = defaultdict(list)
    for one in children:
        if cohort not in (ALL, one.cohort) or period not in (ALL, one.period):
            continue
        unit = one.review_id if of is Of.REVIEWS else one.child_id
        if unit is not None:
            members[unit].append(one)
    return {unit: tuple(several) for unit, several in members.items()}


def _cell(theme: str, key: Key, members: Members, of: Of, rests: Rests) -> Cell:
    ids: dict[State, list[int]] = defaultdict(list)
    for unit, children in members.items():
        state = rests.of_some(theme, unit, children) if of is Of.REVIEWS else rests.of_one(theme, unit)
        ids[state].append(unit)
    return Cell(theme, key, {state: tuple(units) for state, units in ids.items()})

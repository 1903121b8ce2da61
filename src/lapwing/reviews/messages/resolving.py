"""A message resolved: in how many of the reviews of its cohort its themes are present, and what speaks against it.

n of N is by coding alone. A review that somebody named stands beside it, and where coding says the opposite, that is
said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lapwing.reviews.coding.states import State, Told
from lapwing.reviews.cohorts import SCHEMES
from lapwing.reviews.document import Document
from lapwing.reviews.messages.kept import Bearing, Message, Named, Needed
from lapwing.reviews.messages.wording import Worded, wording
from lapwing.reviews.prevalence.behind import Behind, Passage
from lapwing.reviews.prevalence.counting import Asked, By, Cell, Prevalence, Rests, gathered, tabulate
from lapwing.reviews.prevalence.suppressing import ALL, THRESHOLD
from lapwing.reviews.project import Project
from lapwing.reviews.themes import Book, newest_book

TOGETHER = "the message"
"""What a message's themes are called as one."""


@dataclass(frozen=True)
class Resolved:
    """A message beside what was coded.

    `cell` has its n of N and who is in it. Where that is small (`kept_back`), nothing of it may be told, and the
    wording is not weighed. Where lists are kept back, so are the reviews that somebody named.
    """

    message: Message
    table: Prevalence
    cell: Cell
    kept_back: bool
    supporting: tuple[str, ...]
    against: tuple[str, ...]
    named: tuple[Named, ...]
    passages: tuple[Passage, ...]
    wording: tuple[Worded, ...]
    doubts: tuple[str, ...]


def resolved(
    project: Project, message: Message, *, book: Book | None = None, threshold: int | None = THRESHOLD
) -> Resolved:
    """What one message comes to, of reviews, over its cohort or every age."""
    return Resolving(project, book=book, threshold=threshold).of(message)


class Resolving:
    """Resolves the messages of a project; what they rest on is read once for all of them."""

    def __init__(self, project: Project, *, book: Book | None = None, threshold: int | None = THRESHOLD) -> None:
        """Themes are those of `book`, by default the newest; counts under `threshold` are kept back, if any."""
        self.project, self.book, self.threshold = project, book or newest_book(project), threshold
        self._documents: dict[int, Document] = {}

    def of(self, message: Message) -> Resolved:
        """What a message comes to."""
        known = [theme for theme in message.themes if theme in self.book]
        scheme = message.scheme or "reviews"
        cohort = message.cohort or ALL
        tables = {name: self._table(known, message, name, By.COHORT) for name in SCHEMES}
        table = tables[scheme] if message.cohort else self._table(known, message, scheme, By.NONE)
        # What a table by the cohorts of any scheme keeps back, a total among it, may not be had from a message.
        same = [(one, _cell_of(one, cohort)) for one in (table, *tables.values()) if _has(one, cohort)]
        kept_back = any(one.is_hidden(cell) for one, cell in same)
        cell, behind = _cell_of(table, cohort), Behind(self.project, table, self._documents)
        listed = not any(one.lists_hidden(cell) for one, cell in same)
        unknown = [f"The theme book has no theme {t}; it is not counted." for t in message.themes if t not in self.book]
        return Resolved(
            message,
            table,
            cell,
            kept_back,
            tuple(behind.units(cell)) if listed else (),
            tuple(behind.units(cell, State.ABSENT)) if listed else (),
            message.named if listed else (),
            tuple(behind.passages(cell)) if listed else (),
            () if kept_back else tuple(wording(message.statement, cell.present, cell.assessed)),
            (*unknown, *(_contradicted(message.named, cell) if listed else ())),
        )

    def _table(self, themes: Sequence[str], message: Message, scheme: str, by: By) -> Prevalence:
        asked = Asked(by=by, scheme=SCHEMES[scheme])
        rests = together(self._rests[scheme], themes, message.needed)
        return tabulate(rests, asked, self.book, [TOGETHER], self.threshold)

    @cached_property
    def _rests(self) -> dict[str, Rests]:
        """What is known of themes, with everybody's place in each scheme."""
        kinds = [Asked(scheme=scheme) for scheme in SCHEMES.values()]
        return {asked.scheme.name: rests for asked, rests in gathered(self.project, kinds, self.book)}


def _has(table: Prevalence, cohort: str) -> bool:
    return (cohort, ALL) in table.cells[TOGETHER]


def _cell_of(table: Prevalence, cohort: str) -> Cell:
    """The cell of a cohort; one in which nobody is has no column, and is empty."""
    return table.cells[TOGETHER].get((cohort, ALL)) or Cell(TOGETHER, (cohort, ALL), {})


def _contradicted(named: Sequence[Named], cell: Cell) -> Iterable[str]:
    """Reviews that somebody named one way and coding says the other way."""
    opposite = {Bearing.SUPPORTS: (State.ABSENT, "absent"), Bearing.COUNTER_EXAMPLE: (State.PRESENT, "present")}
    for one in named:
        state, said = opposite[one.bearing]
        if one.review_id in cell.ids.get(state, ()):
            yield f"{one.reference} is named ({one.bearing}), and by coding the message's themes are {said} there."


def together(rests: Rests, themes: Sequence[str], needed: Needed) -> Rests:
    """What is known of several themes as of one, of which any or all are needed."""
    return Rests(
        rests.children,
        _joined(rests.of_child, themes, needed),
        _joined(rests.of_review, themes, needed),
        rests.doubts,
        {TOGETHER: tuple(themes)},
    )


def _joined(told: Mapping[tuple[int, str], Told], themes: Sequence[str], needed: Needed) -> dict[tuple[int, str], Told]:
    joined = {}
    for unit in dict.fromkeys(unit for unit, _ in told):
        several = [told[unit, theme] for theme in themes if (unit, theme) in told]
        codings = dict.fromkeys(coding for one in several for coding in one.codings)
        if several:
            state = _state([one.state for one in several], needed)
            joined[unit, TOGETHER] = Told(several[0].review_id, several[0].child_id, TOGETHER, state, tuple(codings))
    return joined


def _state(states: Sequence[State], needed: Needed) -> State:
    """Any: present where one is, absent where each is. All: present where each is, absent where one is."""
    decides, otherwise = (State.PRESENT, State.ABSENT) if needed is Needed.ANY else (State.ABSENT, State.PRESENT)
    if decides in states:
        return decides
    if all(state is otherwise for state in states):
        return otherwise
    return State.DISPUTED if State.DISPUTED in states else State.NOT_ASSESSED

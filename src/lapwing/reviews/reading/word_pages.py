"""Where pages of a Word file turn: by hand, at a section, or where Word last laid them out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from lapwing.reviews.reading.building import Building
from lapwing.reviews.reading.word_parts import Element, W, value
from lapwing.reviews.reading.word_words import Mark

_ON_THE_SAME_PAGE = ("continuous", "nextColumn")


class Pages:
    """Turns the pages of a document that is put together.

    Word marks a page that was turned by hand once more where it laid that page out; with nothing between, the two are
    one. The cells of a row stand beside each other, and so turn the pages that they run over once.
    """

    def __init__(self, building: Building, main: Element) -> None:
        """Takes the document, and its main part for how its sections begin."""
        self.building = building
        self.laid_out = 0
        self.by_hand = 0
        self.pictures = 0
        self._is_fresh = True
        """Whether nothing stands on the page yet."""
        self._was_by_hand = False
        self._sections = [value(section.find(W + "type")) for section in main.iter(W + "sectPr")]
        self._section = 0
        self._turned_in_row: int | None = None
        self._turned_in_cell = 0

    def parts_of(self, words: Iterable[str | Mark]) -> list[str]:
        """The words of a paragraph, a part for each page."""
        parts = [""]
        for piece in words:
            if isinstance(piece, str):
                parts[-1] += piece
                self._is_fresh = self._is_fresh and not piece.strip()
            elif piece is Mark.PICTURE:
                self.pictures += 1
                self._is_fresh = False
            elif self._turns(by_hand=piece is Mark.PAGE_BY_HAND):
                parts.append("")
        return parts

    def turn_unless_fresh(self) -> None:
        """What comes next begins a page."""
        if not self._is_fresh and self._turns(by_hand=True):
            self.building.turn_page()

    def end_section(self) -> None:
        """The next section begins a page, unless it says otherwise."""
        self._section += 1
        following = self._sections[self._section] if self._section < len(self._sections) else ""
        if following not in _ON_THE_SAME_PAGE:
            self.turn_unless_fresh()

    @contextmanager
    def row(self) -> Iterator[Callable[[], None]]:
        """Within it, the cells of a row; what is given is called as each begins."""
        outer = self._turned_in_row, self._turned_in_cell
        self._turned_in_row = 0
        yield self._begin_cell
        self._turned_in_row, self._turned_in_cell = outer

    def _begin_cell(self) -> None:
        self._turned_in_cell = 0

    def _turns(self, *, by_hand: bool) -> bool:
        if not by_hand:
            self.laid_out += 1
            if (self._is_fresh and self._was_by_hand) or self._is_turned_by_another_cell():
                return False
        self.by_hand += by_hand
        self._is_fresh, self._was_by_hand = True, by_hand
        return True

    def _is_turned_by_another_cell(self) -> bool:
        if self._turned_in_row is None:
            return False
        self._turned_in_cell += 1
        if self._turned_in_cell <= self._turned_in_row:
            return True
        self._turned_in_row = self._turned_in_cell
        return False

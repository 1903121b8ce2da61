"""What a report states that a digest may hold: a key finding, an implication for somebody, somebody else's words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lapwing.reviews.digest.audiences import Addressed
from lapwing.reviews.digest.structure import Passage
from lapwing.reviews.document import Document


class Bearing(StrEnum):
    """What a statement is to a digest."""

    FINDING = "key finding"
    IMPLICATION = "implication"
    APART = "quotation or example"


@dataclass(frozen=True)
class Statement:
    """A statement of a report, by its places in it.

    `passages` are the statement itself and, where it is a list's beginning (*by:*), the items that complete it.
    `lead_in` is what stands above the list and completes each item: *Practitioners should:*. `number` is the printed
    number of a recommendation. `found_by` says how it was found, in words. `chosen` is False where the report itself
    sets the statement out, and True where it was chosen from running text; then `weight` says how it was ranked.
    """

    bearing: Bearing
    passages: tuple[Passage, ...]
    found_by: str
    number: str = ""
    lead_in: tuple[Passage, ...] = ()
    audiences: tuple[Addressed, ...] = ()
    heading: str = ""
    chosen: bool = False
    weight: float = 0.0

    @property
    def start(self) -> int:
        """Where it starts."""
        return self.passages[0].start

    def words(self, document: Document) -> str:
        """Its words to the letter, without the lead-in."""
        return " ".join(passage.words(document) for passage in self.passages)

    def length(self, document: Document) -> int:
        """How many words it takes in a digest; its lead-in stands above a whole list and is not counted."""
        return sum(len(passage.words(document).split()) for passage in self.passages)

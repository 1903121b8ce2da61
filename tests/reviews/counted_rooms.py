"""An invented analysis for tests of counting: reviews with children of known ages, and what is said of themes."""

from __future__ import annotations

from pathlib import Path

from rooms import AT, Room

from lapwing.reviews.coding.passages import assess, code_passage
from lapwing.reviews.project import new_guid

LINES = ("1. The father was not seen.", "2. The mother was 16.")
FATHER, MOTHER = (3, 27), (31, 49)
"""Where the two sentences stand in each document."""


class CountedRoom(Room):
    """Short ways to put reviews in, and to say what is present in them."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.project.connection.execute("PRAGMA synchronous = OFF")  # nobody needs it after the test

    def review_of(
        self, reference: str, ages: dict[str, str], occurred_on: str = "2010-05-04", read: bool = True
    ) -> int:
        """A review of children with stated ages, all in one incident, with a document of its own."""
        review_id = self.project.insert("review", guid=new_guid(), reference=reference, published_on="2011-06")
        incident_id = self.project.insert(
            "incident", guid=new_guid(), review_id=review_id, label="1", occurred_on=occurred_on or None
        )
        for label, age in ages.items():
            child_id = self.project.insert("child", guid=new_guid(), review_id=review_id, label=label)
            self.project.insert("child_in_incident", child_id=child_id, incident_id=incident_id, stated_age=age)
        if read:
            self.document(f"{reference}.txt", f"# {reference}", *LINES, review=review_id)
        return review_id

    def document_of(self, reference: str) -> int:
        rows = self.project.rows("SELECT document_id FROM document WHERE name = ?", (f"{reference}.txt",))
        return int(rows[0]["document_id"])

    def child_of(self, reference: str, label: str) -> int:
        rows = self.project.rows(
            "SELECT child_id FROM child JOIN review USING (review_id) WHERE reference = ? AND label = ?",
            (reference, label),
        )
        return int(rows[0]["child_id"])

    def present(self, reference: str, *children: str, theme: str = "fathers", by: str = "Ann") -> int:
        """Codes the sentence on the father, about some of the children or all."""
        start = len(f"# {reference}\n")
        return code_passage(
            self.project,
            document_id=self.document_of(reference),
            start=start + FATHER[0],
            end=start + FATHER[1],
            theme=theme,
            coder_id=self.coder(by),
            at=AT,
            children=[self.child_of(reference, label) for label in children],
        )

    def said(self, reference: str, state: str, child: str = "", theme: str = "fathers", by: str = "Ann") -> None:
        """Says of the whole document that a theme is absent from it, or present with a reason."""
        assess(
            self.project,
            document_id=self.document_of(reference),
            theme=theme,
            state=state,
            coder_id=self.coder(by),
            at=AT,
            child_id=self.child_of(reference, child) if child else None,
            why="as the whole of it shows",
        )

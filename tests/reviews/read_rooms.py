"""A room with a few invented reviews to suggest in, and short ways to code, ask and decide."""

from __future__ import annotations

from rooms import AT, Room

from lapwing.reviews.coding.passages import code_passage
from lapwing.reviews.project import document_named
from lapwing.reviews.project.documents import stored_document
from lapwing.reviews.suggesting import Suggestion, Wanted, suggest

FILLING = (
    "The board met on a Tuesday and agreed the minutes of its autumn session.",
    "A new telephone system was bought for the duty office in the spring.",
    "Training on recording was offered to all staff at the civic centre.",
    "The budget for interpreters was spent by the middle of the summer.",
    "Car parking at the clinic was a subject of several letters.",
    "The audit sampled forty files and found most of them in order.",
)
FATHERS = (
    "The father was not seen by any professional before the birth.",
    "Nobody asked for the name of the baby's father or of the mother's partner.",
    "The partner who lived in the household was left out of the assessment.",
    "Fathers and male partners were never named in the health visitor's record.",
)


class Reviewed(Room):
    """A room in which documents hold filling and, where asked, sentences on fathers."""

    def review_with(self, name: str, *sentences: str) -> int:
        """A document of these sentences among filling of its own."""
        filling = [f"{sentence[:-1]} in {name}." for sentence in FILLING]
        lines = [
            line for pair in zip(filling, [*sentences, *[""] * len(filling)], strict=False) for line in pair if line
        ]
        return self.document(f"{name}.txt", f"# {name}", *[f"{n}. {line}" for n, line in enumerate(lines, 1)])

    def number(self, name: str) -> int:
        return int(document_named(self.project, f"{name}.txt")["document_id"])

    def code(self, name: str, words: str, by: str = "Anna", theme: str = "fathers") -> int:
        document_id = self.number(name)
        start = stored_document(self.project, document_id).text.index(words)
        return code_passage(
            self.project,
            document_id=document_id,
            start=start,
            end=start + len(words),
            theme=theme,
            coder_id=self.coder(by),
            at=AT,
        )

    def suggested(
        self, theme: str = "fathers", *, way: str = "", document: str = "", limit: int = 50
    ) -> list[Suggestion]:
        wanted = Wanted(
            themes=(theme,),
            ways=(way,) if way else ("words", "alike"),
            documents=(self.number(document),) if document else None,
        )
        return list(suggest(self.project, wanted, at=AT, limit=limit).listed)

    def hand_out(self, name: str, *coders: str) -> int:
        """Opens a round of double coding on one document."""
        round_id = self.project.insert(
            "coding_round",
            name=f"Round on {name}",
            share=1.0,
            seed=1,
            strata="[]",
            version=1,
            coder_id=self.coder(coders[0]),
            made_at="2026-03-02T09:30:00Z",
        )
        for coder in coders:
            self.project.insert(
                "assignment", round_id=round_id, document_id=self.number(name), coder_id=self.coder(coder)
            )
        return round_id

    def lock_all(self) -> None:
        """Every coder of every round locks."""
        self.project.connection.execute("UPDATE assignment SET locked_at = '2026-03-03T09:30:00Z'")

"""An invented project that is coded twice: short ways to code paragraphs, hand out and lock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from rooms import AT, Room

from lapwing.reviews.agreement.rounds import Round, all_rounds, lock, make_round
from lapwing.reviews.agreement.sampling import By
from lapwing.reviews.coding.passages import code_passage
from lapwing.reviews.project.documents import stored_document

LINES = (
    "# Practice",
    "1. The father lived upstairs and nobody asked who he was.",
    "2. The health visitor wrote to the surgery, which did not answer.",
    "- The midwife knew of the pregnancy from the third month on.",
    "3. The young mother was asked about her own childhood once.",
)
"""Four paragraphs and items, at blocks 2 to 5, under a heading."""
LATER = AT + timedelta(days=1)
LATEST = AT + timedelta(days=2)


class Double(Room):
    """Documents with the same words, coded by whoever is named."""

    def documents(self, count: int, *lines: str, review: int | None = None) -> list[int]:
        first = 1 + len(self.project.rows("SELECT 1 FROM document"))
        written = lines or LINES
        return [
            self.document(f"review-{at:02}.txt", *written, f"9. Closing words {at}.", review=review)
            for at in range(first, first + count)
        ]

    def code(
        self,
        document_id: int,
        block: int,
        by: str,
        theme: str = "fathers",
        at: datetime = AT,
        start: int = 0,
        end: int = 0,
    ) -> int:
        """Codes a block, or from `start` characters after where it begins to `end` characters after where it ends."""
        meant = stored_document(self.project, document_id).blocks[block - 1]
        return code_passage(
            self.project,
            document_id=document_id,
            start=meant.start + start,
            end=meant.end + end,
            theme=theme,
            coder_id=self.coder(by),
            at=at,
        )

    def hand_out(self, *coders: str, share: float = 1, by: By = By.NONE, seed: int = 1, name: str = "") -> Round:
        make_round(
            self.project,
            share=share,
            coders=coders or ("Asha", "Ben"),
            made_by="Ada",
            at=AT,
            by=by,
            seed=seed,
            name=name,
        )
        return all_rounds(self.project)[-1]

    def lock(self, *coders: str, document_id: int | None = None, at: datetime = LATER) -> None:
        for name in coders or ("Asha", "Ben"):
            lock(self.project, coder_name=name, at=at, document_id=document_id)


def doubles(folder: Path) -> Iterator[Double]:
    """A project that closes its file at the end."""
    double = Double(folder)
    yield double
    double.project.close()

"""What people make of suggestions: accepting one codes its passage, declining one keeps it from being offered again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from lapwing.reviews.coding.passages import code_passage
from lapwing.reviews.coding.sealing import sealed_from
from lapwing.reviews.prevalence.intervals import wilson
from lapwing.reviews.project import Project, coder_names, moment
from lapwing.reviews.refusal import Refusal


def accept(project: Project, suggestion_ids: Iterable[int], *, coder_id: int, at: datetime) -> list[int]:
    """Codes the passages of suggestions to their themes, as this coder's own work, and gives the codings' ids.

    All of them or, where one cannot be accepted, none.
    """
    codings = []
    with project.changing():
        for suggestion_id in suggestion_ids:
            suggestion = _open(project, suggestion_id)
            _as_it_was_read(project, suggestion)
            codings.append(
                code_passage(
                    project,
                    document_id=suggestion["document_id"],
                    start=suggestion["start"],
                    end=suggestion["end"],
                    theme=suggestion["theme"],
                    coder_id=coder_id,
                    at=at,
                    suggestion_id=suggestion_id,
                )
            )
            _decide(project, suggestion, "accepted", coder_id, at)
    return codings


def decline(project: Project, suggestion_ids: Iterable[int], *, coder_id: int, at: datetime) -> int:
    """Says that suggestions are wrong, so that their passages are not suggested for these themes again; how many."""
    declined = 0
    with project.changing():
        for suggestion_id in suggestion_ids:
            _decide(project, _open(project, suggestion_id), "declined", coder_id, at)
            declined += 1
    return declined


def _open(project: Project, suggestion_id: int) -> sqlite3.Row:
    """A suggestion that can be decided, or a refusal that says why it cannot."""
    suggestion = project.one("SELECT * FROM suggestion WHERE suggestion_id = ?", (suggestion_id,))
    if suggestion is None:
        raise Refusal(f"There is no suggestion {suggestion_id}. `lapwing reviews suggest` lists those open.")
    if project.one("SELECT 1 FROM sealed WHERE document_id = ?", (suggestion["document_id"],)):
        raise Refusal(
            f"Suggestion {suggestion_id} is on a document that is being double-coded, where the machine has no say. "
            "It can be decided when every coder of the round has locked theirs."
        )
    if suggestion["decided"]:
        by = coder_names(project)[suggestion["decided_by"]]
        raise Refusal(f"Suggestion {suggestion_id} was {suggestion['decided']} by {by} already.")
    return suggestion


def _as_it_was_read(project: Project, suggestion: sqlite3.Row) -> None:
    newest = project.rows("SELECT reading_id FROM newest_reading WHERE document_id = ?", (suggestion["document_id"],))
    if newest[0]["reading_id"] != suggestion["reading_id"]:
        raise Refusal(
            f"The document of suggestion {suggestion['suggestion_id']} has been read anew since it was made. "
            "`lapwing reviews suggest` makes it again where it still holds."
        )


def _decide(project: Project, suggestion: sqlite3.Row, decided: str, coder_id: int, at: datetime) -> None:
    """Decides a suggestion, and with it what other ways made of the same passage and theme."""
    project.connection.execute(
        """
        UPDATE suggestion SET decided = ?, decided_by = ?, decided_at = ?
        WHERE decided = '' AND reading_id = ? AND "start" = ? AND "end" = ? AND theme = ?
        """,
        (
            decided,
            coder_id,
            moment(at),
            suggestion["reading_id"],
            suggestion["start"],
            suggestion["end"],
            suggestion["theme"],
        ),
    )


@dataclass(frozen=True)
class Acceptance:
    """How often people accepted what one way suggested for one theme, of those that they decided.

    `least` and `most` are the Wilson interval (95 %) of `share`; accepted codings that were taken back later count as
    declined.
    """

    way: str
    theme: str
    accepted: int
    decided: int
    share: float
    least: float
    most: float

    def as_json(self) -> dict[str, Any]:
        """As plain values, shares to four decimals."""
        return {name: round(said, 4) if isinstance(said, float) else said for name, said in asdict(self).items()}


def acceptances(project: Project) -> list[Acceptance]:
    """Acceptance so far by way and theme; what was decided on a document by a coder whose work is sealed is left out."""
    hidden = sealed_from(project, None)
    counts: dict[tuple[str, str], tuple[int, int]] = {}
    for row in project.rows(_DECIDED):
        if (row["document_id"], row["decided_by"]) not in hidden:
            accepted, decided = counts.get((row["way"], row["theme"]), (0, 0))
            counts[row["way"], row["theme"]] = (accepted + row["stands"], decided + 1)
    return [
        Acceptance(way, theme, accepted, decided, accepted / decided, *wilson(accepted, decided))
        for (way, theme), (accepted, decided) in counts.items()
    ]


_DECIDED = """
    SELECT way, theme, document_id, decided_by, decided = 'accepted' AND NOT EXISTS (
        SELECT 1 FROM suggestion AS same JOIN coding ON coding.suggestion_id = same.suggestion_id
        WHERE same.reading_id = suggestion.reading_id AND same."start" = suggestion."start" AND same."end" = suggestion."end"
        AND same.theme = suggestion.theme AND coding.withdrawn_at IS NOT NULL
    ) AS stands
    FROM suggestion WHERE decided != '' ORDER BY way, theme, suggestion_id
"""

"""Who sees whose codings, and who may code: double coding is blind until every coder of the round has locked."""

from __future__ import annotations

from lapwing.reviews.project.file import Project


def sealed_from(project: Project, viewer: int | None) -> set[tuple[int, int]]:
    """Whose codings of which document a person may not see yet, as (document, coder): others' in an open round.

    Nobody in particular (`viewer` None), such as a count, sees none that are sealed. A coder of the round sees nobody
    else's of the document, not even of those who are not in the round.
    """
    rows = project.rows(
        """SELECT document_id, coder_id FROM sealed
        UNION SELECT document_id, coder.coder_id FROM sealed CROSS JOIN coder WHERE sealed.coder_id = ?""",
        (viewer,),
    )
    return {(row["document_id"], row["coder_id"]) for row in rows if row["coder_id"] != viewer}


def why_not_code(project: Project, document_id: int, coder_id: int) -> str:
    """Why a coder may not change their coding of a document: they locked it and another has not; empty if they may."""
    locked = project.one(
        """
        SELECT coding_round.name FROM assignment JOIN coding_round USING (round_id)
        JOIN sealed USING (document_id)
        WHERE sealed.coder_id = assignment.coder_id AND document_id = ? AND assignment.coder_id = ? AND locked_at IS NOT NULL
        """,
        (document_id, coder_id),
    )
    if locked is None:
        return ""
    return (
        f"You locked your coding of this document in the round “{locked['name']}”. It can be changed again when every "
        "coder of the round has locked theirs; agreement is counted as it was locked."
    )

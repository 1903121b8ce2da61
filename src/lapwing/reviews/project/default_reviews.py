"""The review that a document reports before anybody says which: one of its own, called as its file."""

from __future__ import annotations

import posixpath

from lapwing.reviews.project.file import Project
from lapwing.reviews.project.keys import new_guid


def default_reference(project: Project, name: str) -> str:
    """The name of the file without its ending, or with it where a review has that name already."""
    stem = posixpath.splitext(name)[0]
    taken = project.one("SELECT 1 FROM review WHERE reference = ?", (stem,))
    return name if taken else stem


def default_review(project: Project, name: str, title: str) -> int:
    """The id of a new review for a document of that name and title."""
    return project.insert("review", guid=new_guid(), reference=default_reference(project, name), title=title)


def drop_if_empty(project: Project, review_id: int) -> bool:
    """Takes out a review without document, child, incident, memo or message; what has any of these stays."""
    kept = project.one(
        """SELECT 1 WHERE EXISTS (SELECT 1 FROM document WHERE review_id = ?1)
        OR EXISTS (SELECT 1 FROM child WHERE review_id = ?1) OR EXISTS (SELECT 1 FROM incident WHERE review_id = ?1)
        OR EXISTS (SELECT 1 FROM message_review WHERE review_id = ?1)
        OR EXISTS (SELECT 1 FROM memo WHERE about = 'review' AND about_key = CAST(?1 AS TEXT))""",
        (review_id,),
    )
    if kept is None:
        project.connection.execute("DELETE FROM review WHERE review_id = ?", (review_id,))
    return kept is None

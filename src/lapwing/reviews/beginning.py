"""How a project begins: a file, and the report's ten findings as the first version of its theme book."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from lapwing.reviews.project import Project, coder, make_project
from lapwing.reviews.themes import keep_book, starting_themes

STARTED_BY = "Lapwing"
STARTING_BOOK = "Ages of concern: ten findings"


def begin_project(path: Path, name: str, at: datetime) -> Project:
    """A new project with its starting book; refused where something of that name is there already."""
    project = make_project(path, name, at)
    with project.changing():
        started_by = coder(project, STARTED_BY)
        keep_book(project, starting_themes(), name=STARTING_BOOK, why="to begin with", coder_id=started_by, at=at)
    return project

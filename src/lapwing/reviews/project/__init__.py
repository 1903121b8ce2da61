"""A thematic analysis in one file: opening it, the documents in it, the people who code."""

from lapwing.reviews.project.file import Project, UnusableProject, make_project, moment, open_project
from lapwing.reviews.project.keys import coder, coder_names, document_named, new_guid, project_name

__all__ = [
    "Project",
    "UnusableProject",
    "coder",
    "coder_names",
    "document_named",
    "make_project",
    "moment",
    "new_guid",
    "open_project",
    "project_name",
]

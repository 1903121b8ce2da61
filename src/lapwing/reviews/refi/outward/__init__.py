"""A project of Lapwing's as other tools read it."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from lapwing.reviews.project import Project
from lapwing.reviews.refi.container import whole, write_container
from lapwing.reviews.refi.model import RefiProject
from lapwing.reviews.refi.naming import ORIGIN
from lapwing.reviews.refi.outward.documents import Sources
from lapwing.reviews.refi.outward.leaving import Leaving
from lapwing.reviews.refi.outward.reviews import Cases
from lapwing.reviews.refi.outward.tables import tables
from lapwing.reviews.refi.outward.themes import codes, codes_of
from lapwing.reviews.refi.told import LossReport
from lapwing.reviews.refi.writing import codebook_xml, project_xml
from lapwing.reviews.refi.xml import schema_errors
from lapwing.reviews.themes import newest_book


def export_project(project: Project, path: Path, *, viewer: int | None = None) -> LossReport:
    """Writes a `.qdpx`, and says what other tools will not see of it.

    What is sealed in an open round of double coding is left out, but for the coding of `viewer`. The same project
    gives the same bytes.
    """
    leaving = Leaving(project, viewer)
    row = project.rows("SELECT name, made_at FROM project")[0]
    leaving.tell_unfit((row["name"],))
    refi = RefiProject(row["name"], ORIGIN, created_at=row["made_at"])
    refi.note_refs = [guid for key in _project_keys(project) for guid in leaving.memos("project", key)]
    refi.codes = codes(leaving)
    cases = Cases(leaving)
    refi.cases = cases.all()
    refi.variables = cases.sorted_variables()
    sources = Sources(leaving)
    refi.sources = sources.all()
    tables(leaving)
    leaving.left_over_memos()
    refi.notes = sorted(leaving.notes, key=lambda note: (note.at, note.guid))
    leaving.tell_unfit(note.text or "" for note in refi.notes)
    refi.users = leaving.users()
    leaving.report.came = dict(sorted(leaving.report.came.items()))
    write_container(path, _checked(leaving.report, project_xml(refi)), sources.files)
    return leaving.report


def _project_keys(project: Project) -> list[str]:
    rows = project.rows("SELECT DISTINCT about_key FROM memo WHERE about = 'project' ORDER BY about_key")
    return [row["about_key"] for row in rows]


def export_codebook(project: Project, path: Path) -> LossReport:
    """Writes the newest theme book as a `.qdc`, and says what it has no place for."""
    report = LossReport(origin=ORIGIN)
    book = newest_book(project)
    refi = RefiProject(origin=ORIGIN, codes=codes_of(book))
    for _ in refi.codes:
        report.count("themes")
    memos = project.rows("SELECT count(*) AS memos FROM memo WHERE about = 'theme'")[0]["memos"]
    report.lost.tell("memos on themes", "a code book has no place for them", count=memos)
    with whole(path) as fresh:
        fresh.write_bytes(_checked(report, codebook_xml(refi)))
    return report


def _checked(report: LossReport, xml: bytes) -> bytes:
    """The XML, held against the schema of its standard on its way out."""
    report.schema_errors = schema_errors(etree.fromstring(xml))
    report.valid = not report.schema_errors
    return xml

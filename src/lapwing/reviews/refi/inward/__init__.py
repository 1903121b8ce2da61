"""What other tools exported, brought into a project of Lapwing's."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from lapwing.reviews.project import Project
from lapwing.reviews.refi.container import Container, UnreadableExchange, open_container
from lapwing.reviews.refi.inward.arriving import PROJECT, Arriving
from lapwing.reviews.refi.inward.cases import cases
from lapwing.reviews.refi.inward.documents import Documents, Incoming, incoming
from lapwing.reviews.refi.inward.memos import links, memos
from lapwing.reviews.refi.inward.passages import Passages, marks_of
from lapwing.reviews.refi.inward.people import people
from lapwing.reviews.refi.inward.tables import tables
from lapwing.reviews.refi.inward.themes import Rows, themes
from lapwing.reviews.refi.model import RefiProject, Source
from lapwing.reviews.refi.naming import ORIGIN, OUR_CONVENTION
from lapwing.reviews.refi.offsets import Convention, decide, weigh
from lapwing.reviews.refi.own_tables import OWN_GUIDS, VERSIONS, rows_of
from lapwing.reviews.refi.reading import project_of
from lapwing.reviews.refi.told import LossReport, OffsetsTold
from lapwing.reviews.refi.xml import schema_errors, tree_of

MOST_BYTES_OF_CODEBOOK = 64 * 1024**2
CODEBOOK_ENDING = ".qdc"


def is_codebook(path: Path) -> bool:
    """Whether a file is a code book by its name, and otherwise a project."""
    return path.suffix.lower() == CODEBOOK_ENDING


def read_exchange(path: Path) -> tuple[RefiProject, Container, LossReport]:
    """A `.qdpx` or `.qdc` as values, the files beside it, and what was odd about it; nothing is brought in yet."""
    if not path.is_file():
        raise UnreadableExchange(f"There is no file {path}.")
    container = _codebook_alone(path) if is_codebook(path) else open_container(path)
    root = tree_of(container.xml, path.name)
    report = LossReport(schema_errors=schema_errors(root), defects=container.odd)
    report.valid = not report.schema_errors
    refi = project_of(root, report.defects)
    report.origin = refi.origin
    return refi, container, report


def _codebook_alone(path: Path) -> Container:
    if path.stat().st_size > MOST_BYTES_OF_CODEBOOK:
        raise UnreadableExchange(
            f"{path.name} is over {MOST_BYTES_OF_CODEBOOK // 1024**2} MB, too long for a code book."
        )
    return Container(path.read_bytes())


def bring_in(project: Project, path: Path, *, coder_id: int, at: datetime, is_new: bool = False) -> LossReport:
    """Brings a `.qdpx` or `.qdc` into a project, all of it or nothing, and says what became of everything.

    What is here already, by guid or by content, is not doubled. `coder_id` is whoever brings it in. A project that
    `is_new`, made for this and with nothing in it, takes the name, the theme book and the guids of the file.
    """
    refi, container, report = read_exchange(path)
    arriving = Arriving(project, refi, report, coder_id, at, path.name, is_new)
    with project.changing():
        _bring(arriving, container)
        project.log(f"brought in {path.name}", coder_id, at)
    report.came = dict(sorted(report.came.items()))
    return report


def _bring(arriving: Arriving, container: Container) -> None:
    own, notes = _told_apart(arriving)
    people(arriving)
    themes(arriving, own.get(VERSIONS, ()))
    reviewed = cases(arriving)
    documents = Documents(arriving, container, reviewed)
    texts = incoming(arriving, container)
    conventions = _conventions(arriving, texts)
    for one in texts:
        documents.bring(one)
    arriving.ids["assessment"] = {str(row.get("guid")): 0 for row in own.get("assessment", ())}
    for one, convention in zip(texts, conventions, strict=True):
        Passages(arriving, one, convention).bring()
    tables(arriving, own)
    links(arriving)
    memos(arriving, container, notes)
    _rest(arriving)


def _told_apart(arriving: Arriving) -> tuple[dict[str, Rows], list[Source]]:
    """The tables of our own among the notes, by name, and the notes that people wrote."""
    own: dict[str, Rows] = {}
    notes = []
    for note in arriving.refi.notes:
        found = rows_of(note)
        if found:
            own[found[0]] = found[1]
        elif note.guid in OWN_GUIDS:
            arriving.report.lost.tell("tables of our own", "somebody changed them; they cannot be read", note.name)
        else:
            notes.append(note)
    return own, notes


def _conventions(arriving: Arriving, texts: list[Incoming]) -> list[Convention]:
    """How the positions of each text are counted: known where Lapwing wrote them, and otherwise found out."""
    if arriving.refi.origin == ORIGIN:
        count = sum(len(one.source.with_text.selections) for one in texts)
        told = OffsetsTold("", str(OUR_CONVENTION), 1.0, "", 0.0, 1.0, "known: Lapwing wrote them", count)
        arriving.report.offsets = [told] if count else []
        return [OUR_CONVENTION] * len(texts)
    weighed = [(one.source.name, weigh(one.text, marks_of(one))) for one in texts]
    chosen, arriving.report.offsets = decide(weighed)
    return chosen


def _rest(arriving: Arriving) -> None:
    """What is about the project as a whole, and what has no place here."""
    refi, report = arriving.refi, arriving.report
    for kind, named in (("sets", refi.sets), ("graphs", refi.graphs)):
        for one in named:
            report.lost.tell(kind, "have no place here", one.name)
    if refi.base_path:
        report.defects.tell("path to a folder on somebody's disk", "stands in the file, and was dropped")
    made_at = arriving.moment(refi.created_at)
    if refi.description.strip():
        arriving.described(f"description of {refi.name}", PROJECT, refi.description, arriving.person(), made_at)
    if arriving.is_new:
        name = refi.name or arriving.called
        arriving.project.connection.execute("UPDATE project SET name = ?, made_at = ?", (name, made_at))

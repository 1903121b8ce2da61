"""`lapwing reviews read`: files and folders into a project, with a sheet of attributes."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from lapwing.cli.giving import Refused, give, one_of, progress
from lapwing.cli.reviewing_words import WIDTH, Format, ProjectFile
from lapwing.reviews.attributes import KeptAttributes, keep_attributes, sheet_of
from lapwing.reviews.beginning import begin_project
from lapwing.reviews.document import Kind
from lapwing.reviews.project import Project, open_project
from lapwing.reviews.project.adding import Did, Found, NotRead, ReadIn, add_files, read_anew
from lapwing.reviews.refusal import Refusal

Files = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="FILES_OR_FOLDERS...", help="PDF, Word (.docx), web pages and text; folders with all in them."
    ),
]
Attributes = Annotated[
    Path | None,
    typer.Option("--attributes", metavar="SHEET", help="Reviews, children and incidents by file name (CSV or XLSX)."),
]
Again = Annotated[bool, typer.Option("--again", help="Read every original of the project anew.")]
Replace = Annotated[bool, typer.Option("--replace", help="Put files in the place of others of their name.")]

UNUSABLE = 2
MOST_LISTED = 3
"""Names of files before a sentence says how many more."""
SHOWN = 80
"""Characters of a passage."""
_NUMBER = re.compile(r"^\d+(?= )|(?<=: )\d+(?=\.$)")
"""How many of something a note tells, at its beginning or its end."""
_PLACE = "\0"
_NOT_DOCUMENTS = ("thumbs.db", "desktop.ini")
_BEGIN_IDLE = (".", "~$")
"""Hidden files, and what Word keeps beside an open document."""


@dataclass
class _Told:
    """What came of a reading, to be told; the files read by the id of their document."""

    read: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    refused: list[dict[str, str]] = field(default_factory=list)
    attributes: KeptAttributes | None = None


def read_files(
    project: ProjectFile,
    files: Files = None,
    attributes: Attributes = None,
    again: Again = False,
    replace: Replace = False,
    format: Format = "table",
) -> None:
    """Read files and folders into the project, which is made where it is not there.

    A file that cannot be read is told with what is wrong with it, and stops no other.
    """
    one_of("--format", format, ("table", "json"))
    if not files and not attributes and not again:
        raise Refused("There is nothing to read: give files or folders, --attributes SHEET, or --again.")
    at = datetime.now(UTC)
    sheet = sheet_of(attributes.name, _content(attributes)) if attributes else None
    found = list(_found(files or (), (project, attributes)))
    told, is_new = _Told(), not project.exists()
    with _opened(project, at, may_begin=bool(found)) as opened:
        with progress("Reading") as share:
            total = len(found) + (_count(opened) if again else 0)
            for done, one in enumerate(_read(opened, found, at, again=again, replace=replace), 1):
                _take(told, one)
                if share:
                    share(done / total)
        if sheet is not None:
            told.attributes = keep_attributes(opened, sheet, at)
        _name_reviews(opened, told)
    if is_new and not told.read:
        project.unlink()
    give(_as_json(told) if format == "json" else _as_table(told), None)
    if (found or again) and not told.read:
        raise typer.Exit(UNUSABLE)


def _content(sheet: Path) -> bytes:
    try:
        return sheet.read_bytes()
    except OSError as error:
        raise Refused(f"--attributes: {sheet} cannot be opened ({error.strerror or error}).") from None


def _opened(path: Path, at: datetime, *, may_begin: bool) -> Project:
    return begin_project(path, path.stem, at) if may_begin and not path.exists() else open_project(path)


def _found(given: Sequence[Path], ours: Iterable[Path | None]) -> Iterator[Found]:
    """Files by name, those of folders by their path within, without the project, the sheet, and what is hidden."""
    left_out = {path.resolve() for path in ours if path is not None}
    for path in given:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        if path.is_dir() and not any(one.is_file() for one in inside):
            raise Refused(f"There is no file in the folder {path}.")
        for file in inside:
            name = file.relative_to(path).as_posix() if path.is_dir() else file.name
            is_idle = path.is_dir() and (_is_idle(name) or not file.is_file())
            if not is_idle and file.resolve() not in left_out:
                yield Found(_in_letters(name), partial(_content_of, file, path.resolve()))


def _in_letters(name: str) -> str:
    """A file's name with a sign in place of each byte that is no letter, as names from other systems may have."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _content_of(file: Path, given: Path) -> bytes:
    """What is in a file given, or in one below a folder given: a link there may lead anywhere."""
    if file != given and given.is_dir() and not file.resolve().is_relative_to(given):
        raise Refusal("It is a link to a file outside the folder. Give that file itself, if it is to be read.")
    if file.exists() and not file.is_file():
        raise Refusal("It is no file but a device or a pipe. Save what comes from it in a file.")
    return file.read_bytes()


def _is_idle(name: str) -> bool:
    return any(part.startswith(_BEGIN_IDLE) or part.lower() in _NOT_DOCUMENTS for part in name.split("/"))


def _count(project: Project) -> int:
    return int(project.rows("SELECT count(*) AS documents FROM document")[0]["documents"])


def _read(
    project: Project, found: list[Found], at: datetime, *, again: bool, replace: bool
) -> Iterator[ReadIn | NotRead]:
    """The originals first, where they are to be read anew, so that none that is added now is read twice."""
    if again:
        yield from read_anew(project, at=at)
    yield from add_files(project, found, at=at, replace=replace)


def _take(told: _Told, one: ReadIn | NotRead) -> None:
    if isinstance(one, NotRead):
        told.refused.append({"file": one.file, "why": one.why})
        return
    document = one.document
    said = {
        "file": one.file,
        "review": "",
        "pages": len(document.pages),
        "paragraphs": sum(block.kind is Kind.PARAGRAPH for block in document.blocks),
        "characters": len(document.text),
        "sha256": "",
        "title": document.title,
        "notes": [*one.notes, *document.notes],
        "already": one.did in (Did.KNOWN, Did.UNCHANGED),
        "did": one.did.value,
        "shifted": [asdict(shifted) for shifted in one.shifted],
    }
    told.read.append((one.document_id, said))


def _name_reviews(project: Project, told: _Told) -> None:
    """Adds which review each document reports, which the sheet may have said only now."""
    question = (
        "SELECT document_id, sha256, ifnull(reference, '') AS review FROM document LEFT JOIN review USING (review_id)"
    )
    known = {row["document_id"]: row for row in project.rows(question)}
    for document_id, said in told.read:
        said |= {"review": known[document_id]["review"], "sha256": known[document_id]["sha256"]}


def _as_json(told: _Told) -> Iterator[str]:
    said = {
        "read": [said for _, said in told.read],
        "refused": told.refused,
        "attributes": asdict(told.attributes) if told.attributes else None,
    }
    yield json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _as_table(told: _Told) -> Iterator[str]:
    paper = Console(file=io.StringIO(), width=WIDTH, highlight=False, color_system=None, markup=False)
    if told.read:
        table = Table()
        for heading in ("File", "Review", "Title", ""):
            table.add_column(heading, overflow="fold")
        for heading in ("Pages", "Paragraphs"):
            table.add_column(heading, justify="right")
        for _, said in told.read:
            words = [Text(said[name]) for name in ("file", "review", "title", "did")]  # no markup in them
            table.add_row(*words, str(said["pages"]), str(said["paragraphs"]))
        paper.print(table)
    for sentence in (*_on_files(told), *(_on_attributes(told.attributes) if told.attributes else ())):
        paper.print(sentence, soft_wrap=True)
    yield paper.file.getvalue()  # type: ignore[attr-defined]


def _on_files(told: _Told) -> Iterator[str]:
    """What the reader noted, what became of passages, what was refused, and how many files there were."""
    yield from _on_notes(told)
    for _, said in told.read:
        for shifted in said["shifted"]:
            words = f"“{shifted['quote'][:SHOWN]}”" if shifted["quote"] else "its coding is sealed in an open round"
            yield f"{said['file']}: a passage is {shifted['how']}: {words}"
    for refused in told.refused:
        yield f"Not read: {refused['file']}. {refused['why']}"
    if told.read or told.refused:
        are, were = "file is" if len(told.read) == 1 else "files are", "was" if len(told.refused) == 1 else "were"
        yield f"{len(told.read)} {are} in the project; {len(told.refused)} {were} refused."


def _on_notes(told: _Told) -> Iterator[str]:
    """Each note once with the files that it is about; the numbers of those that differ in one alone are added up."""
    files: dict[str, list[str]] = {}
    counts: Counter[str] = Counter()
    for _, said in told.read:
        for note in said["notes"]:
            number = _NUMBER.search(note)
            words = _NUMBER.sub(_PLACE, note, count=1)
            files.setdefault(words, []).append(said["file"])
            counts[words] += int(number[0]) if number else 0
    for words, names in files.items():
        yield f"{_listed(names)}: {words.replace(_PLACE, str(counts[words]))}"


def _counted(count: int, one: str, several: str = "") -> str:
    return f"{count} {one if count == 1 else several or one + 's'}"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:MOST_LISTED]) + (
        f" and {len(names) - MOST_LISTED} more" if len(names) > MOST_LISTED else ""
    )


def _on_attributes(kept: KeptAttributes) -> Iterator[str]:
    about = f"{_counted(kept.reviews, 'review')}, {_counted(kept.children, 'child', 'children')}"
    yield f"Attributes: {_counted(kept.rows, 'row')} taken in, about {about} and {_counted(kept.incidents, 'incident')}."
    yield from kept.notes
    yield from (f"Row left out. {fault}" for fault in kept.faults)
    for unknown in kept.unknown_files:
        near = f" Near it: {unknown.near}." if unknown.near else ""
        yield f"Row left out. Row {unknown.row}: the project has no file {unknown.file}.{near}"
    if kept.without_row:
        yield f"No row is about {_listed(kept.without_row)}."

"""`lapwing reviews export` and `import`: exchange with other tools of qualitative analysis, by REFI-QDA."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from lapwing.cli.giving import Refused, give, one_of
from lapwing.reviews.beginning import STARTED_BY, begin_project
from lapwing.reviews.project import Project, coder, coder_names, open_project
from lapwing.reviews.refi.inward import CODEBOOK_ENDING, bring_in, is_codebook
from lapwing.reviews.refi.outward import export_codebook, export_project
from lapwing.reviews.refi.told import LossReport, OffsetsTold, Tellings

Out = Annotated[Path, typer.Argument(metavar="OUT.qdpx", help="The project to write, or with .qdc the theme book.")]
File = Annotated[Path, typer.Argument(metavar="FILE.qdpx", help="A project, or a code book (.qdc).")]
InProject = Annotated[Path, typer.Option("--project", metavar="FILE", help="The analysis.")]
Viewer = Annotated[str, typer.Option("--coder", metavar="NAME", help="Whose sealed codings go out too: your own.")]
Coder = Annotated[str, typer.Option("--coder", metavar="NAME", help="Who brings it in.")]
Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help="table or json.")]
PROJECT_ENDING = ".qdpx"


def export(out: Out, project: InProject, coder: Viewer = "", format: Format = "table") -> None:
    """Write the analysis for NVivo, ATLAS.ti, MAXQDA, QualCoder and others, and say what they will not see of it."""
    one_of("--format", format, ("table", "json"))
    one_of("OUT", out.suffix.lower(), (PROJECT_ENDING, CODEBOOK_ENDING))
    with open_project(project) as opened:
        if is_codebook(out):
            report = export_codebook(opened, out)
        else:
            report = export_project(opened, out, viewer=_known_coder(opened, coder))
    give(_told(report, format, f"Wrote {out.name}", {"file": str(out), "project": str(project)}), None)


def bring(file: File, project: InProject, coder: Coder = "", format: Format = "table") -> None:
    """Bring in what NVivo, ATLAS.ti, MAXQDA, QualCoder or Lapwing exported, and say what was lost or changed.

    The project is made where it is not there. Bringing the same in again doubles nothing.
    """
    one_of("--format", format, ("table", "json"))
    one_of("FILE", file.suffix.lower(), (PROJECT_ENDING, CODEBOOK_ENDING))
    report = _into_old(file, project, coder) if project.exists() else _into_new(file, project, coder)
    give(_told(report, format, f"Brought in {file.name}", {"file": str(file), "project": str(project)}), None)


def _into_old(file: Path, project: Path, name: str) -> LossReport:
    with open_project(project) as opened:
        return bring_in(opened, file, coder_id=coder(opened, name or STARTED_BY), at=datetime.now(UTC))


def _into_new(file: Path, project: Path, name: str) -> LossReport:
    """Into a project that is made for it, and is not there if the file is refused."""
    at = datetime.now(UTC)
    try:
        with begin_project(project, file.stem, at) as opened:
            return bring_in(opened, file, coder_id=coder(opened, name or STARTED_BY), at=at, is_new=True)
    except BaseException:
        project.unlink(missing_ok=True)
        raise


def _known_coder(project: Project, name: str) -> int | None:
    """The coder of a name; nobody is made by exporting."""
    if not name:
        return None
    names = coder_names(project)
    found = (each for each, known in names.items() if known.casefold() == name.strip().casefold())
    coder_id = next(found, None)
    if coder_id is None:
        raise Refused(f"--coder: nobody called {name} codes here; needs one of {', '.join(names.values())}.")
    return coder_id


def _told(report: LossReport, format: str, did: str, about: dict[str, Any]) -> Iterator[str]:
    if format == "json":
        yield json.dumps(about | report.plain(), ensure_ascii=False, indent=1) + "\n"
        return
    yield f"{did}{f' (made by {report.origin})' if report.origin and did.startswith('Brought') else ''}.\n"
    if report.valid is not None:
        yield (
            "It keeps to the schema.\n"
            if report.valid
            else "It does not keep to the schema; taken as far as it could be:\n"
        )
    yield from (f"  {error}\n" for error in report.schema_errors)
    yield from _came(report, did)
    yield from _positions(report.offsets)
    yield from _list("Lost", report.lost)
    yield from _list("Changed", report.changed)
    yield from _list("Odd about the file", report.defects)


def _came(report: LossReport, did: str) -> Iterator[str]:
    if not report.came:
        return
    if did.startswith("Wrote"):
        yield "\nWhat went out\n"
        yield from (f"{came.new:7}  {kind}\n" for kind, came in report.came.items())
        return
    width = max(map(len, report.came))
    yield f"\n{'What came':{width}}     new  there already\n"
    for kind, came in report.came.items():
        yield f"{kind:{width}} {came.new:7}  {came.there_already:13}\n"


def _positions(offsets: list[OffsetsTold]) -> Iterator[str]:
    if offsets:
        yield "\nHow positions are counted\n"
    for told in offsets:
        yield f"  {told.source or 'all texts'}: {told.convention}\n"
        yield f"    {told.in_words}; fits {told.score:.0%} of the evidence of {told.selections} selections"
        yield f"; next best {told.runner_up_score:.0%} ({told.runner_up})\n" if told.runner_up else "\n"


def _list(title: str, tellings: Tellings) -> Iterator[str]:
    lines = [f"{told.count:7}  {told.what}: {told.why}{told.named()}\n" for told in tellings]
    if lines:
        yield f"\n{title}\n"
        yield from lines

"""`lapwing reviews invent`: a corpus of invented case reviews, to look around in and to measure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from lapwing.cli.giving import Refused, give, one_of, progress
from lapwing.cli.reviewing_words import Format
from lapwing.report.words import number
from lapwing.reviews.beginning import begin_project
from lapwing.reviews.invented import Review, invent_reviews
from lapwing.reviews.invented.coded import FIRST, SECOND, code_files, keep_files
from lapwing.reviews.invented.corpus import PLANTED, REPORT, REVIEWS, SHEET, write_corpus
from lapwing.reviews.invented.double_coding import DoubleCoding

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to write; made where it is not there.")]
HowMany = Annotated[int, typer.Option("--reviews", metavar="N", help="How many reviews.")]
Pages = Annotated[int, typer.Option("--pages", metavar="N", help="About how many pages each has as PDF.")]
Seed = Annotated[int, typer.Option("--seed", metavar="S", help="The same reviews, pages and seed give the same files.")]
Coded = Annotated[
    bool, typer.Option("--coded", help="Make a project of them too, read, coded and in part coded twice.")
]
FILE = "reviews.lapwing"


def invent(
    folder: Folder,
    reviews: HowMany = 24,
    pages: Pages = 12,
    seed: Seed = 1,
    coded: Coded = False,
    format: Format = "table",
) -> None:
    """Write invented case reviews, as PDF, Word, web page and text, with what is known of them.

    Everybody and everything in them is made up. Which theme stands in which sentence is in planted.csv.
    """
    one_of("--format", format, ("table", "json"))
    if (folder / FILE).exists() and coded:
        raise Refused(f"{folder / FILE} is there already. Give another folder, or take it away.")
    invented = invent_reviews(reviews, seed, pages=pages)
    try:
        with progress("Inventing", counted=False):
            files = write_corpus(folder, invented, seed)
    except OSError as error:
        raise Refused(f"{folder} cannot be written ({error.strerror or error}).") from error
    double = _coded(folder, files, seed) if coded else None
    give([_as_json(folder, files, double) if format == "json" else _as_lines(folder, files, double)], None)


def _coded(folder: Path, files: Mapping[str, Review], seed: int) -> DoubleCoding:
    """What the two coders said; a project that cannot be finished is not left behind."""
    at = datetime.now(UTC)
    contents = {name: (folder / REVIEWS / name).read_bytes() for name in files}
    try:
        with (
            progress("Reading and coding", counted=False),
            begin_project(folder / FILE, "Invented reviews", at) as project,
        ):
            ids = keep_files(project, files, contents, at)
            return code_files(project, files, ids, seed, at)
    except BaseException:
        (folder / FILE).unlink(missing_ok=True)
        raise


def _as_json(folder: Path, files: Mapping[str, Review], double: DoubleCoding | None) -> str:
    told = {
        "folder": str(folder),
        "reviews": [
            {"file": f"{REVIEWS}/{name}", "review": review.reference, "states": review.states()}
            for name, review in files.items()
        ],
        "sheets": [f"{SHEET}.csv", f"{SHEET}.xlsx"],
        "planted": PLANTED,
        "report": [f"{REPORT}.pdf", f"{REPORT}.docx"],
        "project": FILE if double else None,
        "coders": [{"name": each.name, "misses": each.misses, "adds": each.adds} for each in double.coders]
        if double
        else [],
        "coded_twice": sorted({review for review, _ in double.said}) if double else [],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _as_lines(folder: Path, files: Mapping[str, Review], double: DoubleCoding | None) -> str:
    children = sum(len(review.facts.children) for review in files.values())
    lines = [
        f"Wrote {number(len(files))} invented reviews of {number(children)} children to {folder / REVIEWS},",
        f"their attributes to {SHEET}.csv and {SHEET}.xlsx, where each theme stands to {PLANTED},",
        f"and a long report with known implications to {REPORT}.pdf and {REPORT}.docx.",
    ]
    if double:
        twice = len({review for review, _ in double.said})
        lines += [
            f"{folder / FILE} has them read and coded by {FIRST.name}, and {number(twice)} of them by {SECOND.name} too."
        ]
    return (
        "\n".join([*lines, "", "Next:", *(f"  {command}" for command in _next(folder, coded=double is not None))])
        + "\n"
    )


def _next(folder: Path, *, coded: bool) -> list[str]:
    project = f"--project {folder / FILE}"
    begin = [f"lapwing reviews read {folder / REVIEWS} --attributes {folder / SHEET}.csv {project}"]
    look = [
        f"lapwing reviews agree --unit documents {project}",
        f"lapwing reviews prevalence --of children {project}",
        f"lapwing reviews report --out {folder / 'report.html'} {project}",
    ]
    return [
        *(look if coded else begin),
        f"lapwing reviews search fathers {project}",
        f"lapwing reviews digest {folder / REPORT}.pdf",
    ]

"""`lapwing lessons`: what the report found and asks, and what carries it out."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from lapwing.checks import CHECKS
from lapwing.cli.giving import give, one_of
from lapwing.lessons.ages_of_concern import LESSONS, SOURCE, Lesson

Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help="table or json.")]
WIDTH = 120


def lessons(format: Format = "table") -> None:
    """List the lessons of the report, and what carries each out."""
    one_of("--format", format, ("table", "json"))
    give(_as_json() if format == "json" else _as_table(), None)


def carried_out_by(lesson: Lesson) -> list[str]:
    """The codes of the checks that carry a lesson out; for a key finding, of those behind what answers it.

    A check that names one key finding stands under that one and no other.
    """
    ids = {lesson.id, *lesson.answered_by}
    return [
        code
        for code, check in CHECKS.items()
        if check.lesson.id in ids and (check.finding in (None, lesson) or not lesson.answered_by)
    ]


def not_yet(lesson: Lesson) -> list[str]:
    """What of a lesson nothing carries out yet: the lesson itself, or those that answer it."""
    carried = {check.lesson.id for check in CHECKS.values()} | {one.id for one in LESSONS if one.pages}
    return [id for id in lesson.answered_by or (lesson.id,) if id not in carried]


def pages_of(lesson: Lesson) -> list[str]:
    """The addresses of the screens that carry a lesson out; of a key finding, those of what answers it after its own."""
    behind = [one for id in lesson.answered_by for one in LESSONS if one.id == id]
    return list(dict.fromkeys(page for one in (lesson, *behind) for page in one.pages))


def _as_json() -> Iterator[str]:
    yield json.dumps([_told(lesson) for lesson in LESSONS], ensure_ascii=False, indent=1) + "\n"


def _told(lesson: Lesson) -> dict[str, Any]:
    return {
        "id": lesson.id,
        "paragraph": lesson.paragraph,
        "page": lesson.page,
        "audience": lesson.audience.value,
        "age_group": lesson.age_group.value,
        "text": lesson.text,
        "answered_by": list(lesson.answered_by),
        "checks": carried_out_by(lesson),
        "not_yet": not_yet(lesson),
        "pages": pages_of(lesson),
    }


def _as_table() -> Iterator[str]:
    paper = Console(file=io.StringIO(), width=WIDTH, highlight=False, color_system=None)
    table = Table("Lesson", "For", "What it says", "Carried out by", show_lines=True)
    for lesson in LESSONS:
        table.add_row(lesson.id, f"{lesson.audience}\n{_age(lesson)}", lesson.text, _carried(lesson))
    paper.print(table)
    whole, part, none = _how_far()
    paper.print(f"Carried out: {whole}.\nIn part: {part}.\nNot yet: {none}.")
    paper.print(SOURCE.citation)
    yield paper.file.getvalue()  # type: ignore[attr-defined]


def _age(lesson: Lesson) -> str:
    return {"unborn_and_under_1": "unborn and under 1", "14_and_over": "14 and over"}[lesson.age_group.value]


def _carried(lesson: Lesson) -> str:
    done, waiting = [*carried_out_by(lesson), *pages_of(lesson)], not_yet(lesson)
    if not done:
        return "not carried out yet"
    return "\n".join([*done, f"not yet: {', '.join(waiting)}"] if waiting else done)


def _how_far() -> tuple[str, str, str]:
    """The ids of the lessons carried out as a whole, in part, and not yet."""
    far: tuple[list[str], list[str], list[str]] = ([], [], [])
    for lesson in LESSONS:
        place = 0 if not not_yet(lesson) else 1 if carried_out_by(lesson) or pages_of(lesson) else 2
        far[place].append(lesson.id)
    whole, part, none = (", ".join(ids) or "none" for ids in far)
    return whole, part, none

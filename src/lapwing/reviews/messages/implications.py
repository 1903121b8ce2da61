"""Implications for practice: who should do what, from which paragraphs; and the lesson that one becomes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from sqlite3 import Row

from lapwing.lessons.ages_of_concern import AgeGroup, Lesson, WrongLessons, lesson_of_our_own
from lapwing.reviews.messages.kept import Cited, cited, message_of
from lapwing.reviews.project import Project, coder_names, moment, new_guid
from lapwing.reviews.refusal import Refusal
from lapwing.reviews.themes import newest_book

LESSON = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")
"""What the id of a lesson looks like."""
AGE_GROUPS = {"under 1": AgeGroup.UNBORN_AND_UNDER_1, "14 and over": AgeGroup.FOURTEEN_AND_OVER}
"""The ages that lessons are for, by the name of the cohort."""


@dataclass(frozen=True)
class Implication:
    """An action for an audience (practitioners, the Board, any body by name), with the passages that it is drawn from.

    `theme` and `message_id` may be empty. `lesson` is the id of the lesson that it became, or empty.
    """

    implication_id: int
    audience: str
    action: str
    theme: str
    message_id: int | None
    lesson: str
    coder: str
    made_at: str
    sources: tuple[Cited, ...]


def keep_implication(
    project: Project,
    *,
    audience: str,
    action: str,
    passages: Sequence[int],
    coder_id: int,
    at: datetime,
    theme: str = "",
    message_id: int | None = None,
) -> int:
    """Keeps an implication and gives its id; it needs an audience, an action and at least one source passage."""
    if not audience.strip() or not action.strip():
        raise Refusal("An implication needs an audience and an action: who should do what.")
    if not passages:
        raise Refusal(
            "An implication needs the passage that it is drawn from: give a document and a quote or a paragraph."
        )
    code = newest_book(project).named(theme).code if theme else ""
    if message_id is not None:
        message_of(project, message_id)
    with project.changing():
        implication_id = project.insert(
            "implication",
            guid=new_guid(),
            audience=audience.strip(),
            action=action.strip(),
            theme=code,
            message_id=message_id,
            coder_id=coder_id,
            made_at=moment(at),
        )
        for passage_id in dict.fromkeys(passages):
            project.insert("implication_source", implication_id=implication_id, passage_id=passage_id)
        project.log(f"made implication {implication_id} for {audience.strip()}", coder_id, at)
    return implication_id


def withdraw_implication(project: Project, implication_id: int, *, coder_id: int, at: datetime) -> None:
    """Takes an implication back; it stays on record."""
    implication_of(project, implication_id)
    with project.changing():
        project.connection.execute(
            "UPDATE implication SET withdrawn_at = ? WHERE implication_id = ?", (moment(at), implication_id)
        )
        project.log(f"took implication {implication_id} back", coder_id, at)


def implications(project: Project) -> list[Implication]:
    """The implications that stand: by audience, and in the order they were made."""
    rows = project.rows("SELECT * FROM implication WHERE withdrawn_at IS NULL ORDER BY audience, implication_id")
    return [_implication(project, row) for row in rows]


def implication_of(project: Project, implication_id: int) -> Implication:
    """One implication; refused where none that stands has the number."""
    row = project.one("SELECT * FROM implication WHERE implication_id = ? AND withdrawn_at IS NULL", (implication_id,))
    if row is None:
        raise Refusal(
            f"There is no implication {implication_id} that stands. `lapwing reviews messages implications` lists them."
        )
    return _implication(project, row)


def _implication(project: Project, row: Row) -> Implication:
    sources = project.rows(
        "SELECT passage_id FROM implication_source WHERE implication_id = ? ORDER BY passage_id",
        (row["implication_id"],),
    )
    return Implication(
        row["implication_id"],
        row["audience"],
        row["action"],
        row["theme"],
        row["message_id"],
        row["lesson"],
        coder_names(project)[row["coder_id"]],
        row["made_at"],
        tuple(cited(project, source["passage_id"]) for source in sources),
    )


def as_lesson(implication: Implication, *, id: str = "", age_group: AgeGroup | str) -> Lesson:
    """The lesson that an implication is, for checks and audits; by default its id is OURS and its number.

    A lesson is for everybody, so that the audience stands before the action.
    """
    text = f"For {implication.audience}: {implication.action}"
    drawn_from = "; ".join(str(source) for source in implication.sources)
    named = id or f"OURS.{implication.implication_id}"
    if not LESSON.fullmatch(named):
        raise Refusal(f"“{named}” names no lesson. Give an --id of letters, digits, dots and hyphens, such as OURS.1.")
    try:
        return lesson_of_our_own(named, text, drawn_from, AgeGroup(age_group))
    except WrongLessons as wrong:
        raise Refusal(str(wrong)) from None


def make_lesson(
    project: Project, implication_id: int, *, coder_id: int, at: datetime, id: str = "", age_group: str = ""
) -> Lesson:
    """The lesson of an implication, which from now on carries the lesson's id.

    The age is its message's cohort where that is one of the two that lessons are for, and has to be given otherwise.
    """
    implication = implication_of(project, implication_id)
    lesson = as_lesson(implication, id=id or implication.lesson, age_group=_age_group(project, implication, age_group))
    taken = project.one(
        "SELECT implication_id FROM implication WHERE lesson = ? AND implication_id <> ?", (lesson.id, implication_id)
    )
    if taken:
        raise Refusal(f"Implication {taken['implication_id']} is the lesson {lesson.id} already. Give another --id.")
    with project.changing():
        project.connection.execute(
            "UPDATE implication SET lesson = ? WHERE implication_id = ?", (lesson.id, implication_id)
        )
        project.log(f"made implication {implication_id} the lesson {lesson.id}", coder_id, at)
    return lesson


def _age_group(project: Project, implication: Implication, given: str) -> AgeGroup:
    cohort = given
    if not cohort and implication.message_id is not None:
        cohort = message_of(project, implication.message_id).cohort
    if cohort not in AGE_GROUPS:
        raise Refusal(f"A lesson is for one of two ages. Give --age with one of {', '.join(AGE_GROUPS)}.")
    return AGE_GROUPS[cohort]


def as_python(lesson: Lesson) -> str:
    """The lesson as it stands at the head of a file of an area's own checks, each of which names it as its `lesson`."""
    name = re.sub(r"[.-]", "_", lesson.id).upper()
    return (
        "from lapwing.lessons.ages_of_concern import lesson_of_our_own\n\n"
        f"{name} = lesson_of_our_own(\n"
        f"    {lesson.id!r},\n    {lesson.text!r},\n    {lesson.source!r},\n    {lesson.age_group.value!r},\n)\n"
    )

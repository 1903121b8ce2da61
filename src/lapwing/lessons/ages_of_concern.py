"""The key findings and practice implications of *Ages of concern*, in our own words.

An implication's id says whom it is for and where the report has it: P for practitioners, B for Boards, then
the paragraph, then the bullet. A key finding is K and a number of ours; K0 is the diversity of incidents.
A lesson does not list the checks that carry it out: each check names its lesson.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from typing import Any

from lapwing.lessons.near import nearest_said

HEADINGS = ("before_birth", "parents", "health", "fragility", "young_people", "responsibility")
"""The report's headings that draw implications, in its order; each is a file in `report/`."""
EXPECTED = {"K": 11, "P": 15, "B": 10}
"""How many key findings, and how many implications for practitioners and for Boards, the report has."""


class Audience(StrEnum):
    """Whom the report addresses; its key findings address everybody."""

    PRACTITIONER = "practitioner"
    BOARD = "Board"
    BOTH = "both"


class AgeGroup(StrEnum):
    """The two ages that the report is about."""

    UNBORN_AND_UNDER_1 = "unborn_and_under_1"
    FOURTEEN_AND_OVER = "14_and_over"


@dataclass(frozen=True)
class Lesson:
    """One key finding or practice implication.

    `paragraph` is the report's, and None for the key findings that stand in its summary alone; `page` is given
    for key findings. `answered_by` has the ids of the implications that answer a key finding. `source` is given
    for a lesson that an area has drawn itself. `pages` has the addresses of the screens that carry it out.
    """

    id: str
    heading: str
    paragraph: int | None
    audience: Audience
    age_group: AgeGroup
    text: str
    page: int | None = None
    answered_by: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    source: str = ""

    @property
    def cited(self) -> str:
        """Where it stands: the report's paragraph, or the area's own source."""
        return f"paragraph {self.paragraph}" if self.paragraph is not None else self.source or f"page {self.page}"


@dataclass(frozen=True)
class Source:
    """Where the lessons come from."""

    title: str
    publisher: str
    published: str
    number: str
    licence: str
    reviews: int
    evaluated: str

    @property
    def citation(self) -> str:
        """The source in one line, with what its counts rest on."""
        return (
            f"{self.publisher}, {self.title} ({self.published}, no. {self.number}): a thematic analysis of "
            f"{self.reviews} serious case reviews evaluated {self.evaluated}. {self.licence}"
        )


SOURCE = Source(
    title="Ages of concern: learning lessons from serious case reviews",
    publisher="Ofsted",
    published="October 2011",
    number="110080",
    licence="Reused under the Open Government Licence; the lessons are paraphrased in our own words.",
    reviews=482,
    evaluated="1 April 2007 to 31 March 2011",
)


class WrongLessons(ValueError):
    """The data in `report/` does not hold together; the text says where."""


class UnknownLesson(KeyError):
    """No lesson has that id; the text names those that come near."""

    def __str__(self) -> str:
        return str(self.args[0])


def lesson_of_our_own(id: str, text: str, source: str, age_group: str = AgeGroup.UNBORN_AND_UNDER_1) -> Lesson:
    """A lesson that an area has drawn itself, such as from a review of its own; `source` says from what.

    Its id may not be one of the report's.
    """
    if re.match(r"[KPB]\d", id):
        raise WrongLessons(f"{id} looks like an id of the report; give a lesson of your own another, such as OURS.1.")
    return Lesson(id, "local", None, Audience.BOTH, AgeGroup(age_group), text, source=source)


def read_lessons(documents: Mapping[str, Mapping[str, Any]]) -> tuple[Lesson, ...]:
    """The lessons of parsed files by heading, key findings first; refused where they do not hold together."""
    lessons = (*_findings(documents["key_findings"]), *_implications(documents))
    mistakes = list(_mistakes(lessons))
    if mistakes:
        raise WrongLessons("The report's data does not hold together. " + " ".join(mistakes))
    return lessons


def _findings(document: Mapping[str, Any]) -> Iterator[Lesson]:
    for entry in document["finding"]:
        yield Lesson(
            id=entry["id"],
            heading="key_findings",
            paragraph=entry.get("paragraph"),
            audience=Audience.BOTH,
            age_group=AgeGroup(entry["age_group"]),
            text=entry["text"],
            page=document["page"],
            answered_by=tuple(entry["answered_by"]),
            pages=tuple(entry.get("pages", ())),
        )


def _implications(documents: Mapping[str, Mapping[str, Any]]) -> Iterator[Lesson]:
    for heading in HEADINGS:
        document = documents[heading]
        for entry in document["implication"]:
            yield Lesson(
                id=entry["id"],
                heading=heading,
                paragraph=document["paragraph"],
                audience=Audience(entry["audience"]),
                age_group=AgeGroup(document["age_group"]),
                text=entry["text"],
                pages=tuple(entry.get("pages", ())),
            )


def _mistakes(lessons: Iterable[Lesson]) -> Iterator[str]:
    ids = Counter(lesson.id for lesson in lessons)
    yield from (f"{id} stands twice." for id, times in ids.items() if times > 1)
    for lesson in lessons:
        yield from (
            f"{lesson.id} is answered by {id}, which is not there." for id in lesson.answered_by if id not in ids
        )
        yield from _misplaced(lesson)
    kinds = Counter(id[0] for id in ids)
    for kind, count in EXPECTED.items():
        if kinds[kind] != count:
            yield f"The report has {count} lessons whose id begins with {kind}; here are {kinds[kind]}."


def _misplaced(lesson: Lesson) -> Iterator[str]:
    kinds = {Audience.PRACTITIONER: "P", Audience.BOARD: "B", Audience.BOTH: "K"}
    if not lesson.id.startswith(kinds[lesson.audience]):
        yield f"{lesson.id} is addressed to {lesson.audience}, which its id does not say."
    if lesson.audience is not Audience.BOTH and not lesson.id[1:].startswith(f"{lesson.paragraph}."):
        yield f"{lesson.id} stands at paragraph {lesson.paragraph}, which its id does not say."


def _documents() -> dict[str, dict[str, Any]]:
    folder = files("lapwing.lessons") / "report"
    names = ("key_findings", *HEADINGS)
    return {name: tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8")) for name in names}


_READ = _documents()
TITLES: Mapping[str, str] = {heading: _READ[heading]["title"] for heading in HEADINGS}
"""The report's headings as it words them, by the name of their file."""
LESSONS = read_lessons(_READ)
"""Every lesson: the key findings, then the implications, each in the report's order."""
KEY_FINDINGS = tuple(lesson for lesson in LESSONS if lesson.audience is Audience.BOTH)
"""What the report found: seven of babies, then four of young people."""
IMPLICATIONS = tuple(lesson for lesson in LESSONS if lesson.audience is not Audience.BOTH)
"""What follows for practitioners and for Boards."""


def bullet(id: str) -> Lesson:
    """The implication of that id, such as "P17.1"; an unknown one is refused."""
    return _of(IMPLICATIONS, id, "implication")


def finding(id: str) -> Lesson:
    """The key finding of that id, such as "K1"; an unknown one is refused."""
    return _of(KEY_FINDINGS, id, "key finding")


def _of(lessons: tuple[Lesson, ...], id: str, called: str) -> Lesson:
    by_id = {lesson.id: lesson for lesson in lessons}
    if id not in by_id:
        raise UnknownLesson(f"There is no {called} {id!r} in the report. {nearest_said(id, by_id)}")
    return by_id[id]

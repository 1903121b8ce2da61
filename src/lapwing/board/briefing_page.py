"""A briefing as one page: its headings in order, what stands under each, and how long it may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lapwing.board.lessons_named import parted
from lapwing.lessons.ages_of_concern import SOURCE, Lesson
from lapwing.records.store import CannotEnter

MOST_WORDS = 400
"""So many words stand on one A4 page with these headings."""
HEADINGS = (
    ("happened", "What happened", False),
    ("matters", "Why it matters", False),
    ("report_says", "What the report says", False),
    ("differently", "What to do differently", True),
    ("questions", "Questions for your team", True),
    ("more", "Where to find more", True),
)
"""The columns of a briefing that stand on its page, each with its heading and whether its lines are a list."""


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it: paragraphs, or the lines of a list."""

    heading: str
    lines: tuple[str, ...]
    is_list: bool


@dataclass(frozen=True)
class Page:
    """A briefing to be read: its title, its sections, and from where the lessons of the report come."""

    title: str
    sections: tuple[Section, ...]
    source: str


def page_of(briefing: Mapping[str, Any], lessons: str | None) -> Page:
    """The page of a briefing, by its columns and the lessons of its item; headings without any words are left out."""
    return Page(briefing["title"], tuple(_sections(briefing, parted(lessons))), f"{SOURCE.title}, {SOURCE.published}")


def _sections(briefing: Mapping[str, Any], lessons: Sequence[Lesson]) -> Iterator[Section]:
    for column, heading, is_list in HEADINGS:
        lines = [one.strip() for one in (briefing.get(column) or "").splitlines() if one.strip()]
        if column == "report_says":
            lines = _cited(lines, lessons)
        if lines:
            yield Section(heading, tuple(lines), is_list)


def _cited(lines: Sequence[str], lessons: Sequence[Lesson]) -> list[str]:
    """What people wrote of the report with where it stands there; where they wrote nothing, the lessons themselves."""
    if not lines:
        return [f"{one.text} ({one.id}, {one.cited})" for one in lessons]
    where = "; ".join(f"{one.id}, {one.cited}" for one in lessons)
    return [*lines[:-1], f"{lines[-1]} ({where})"] if where else list(lines)


def check_is_one_page(page: Page) -> None:
    """CannotEnter where a briefing has more words than stand on one page."""
    words = sum(len(line.split()) for section in page.sections for line in section.lines)
    if words > MOST_WORDS:
        raise CannotEnter(
            f"happened: the whole briefing has {words} words, needs {MOST_WORDS} at most, so that it is one page."
        )

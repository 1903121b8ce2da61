"""The roster for challenge and the staff pulse, as pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from lapwing.board import figures, pulses
from lapwing.board.reading.challenge import LESSON
from lapwing.board.roster import Place
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import OFFICERS, PARTNERS
from lapwing.measures import MEASURES
from lapwing.vocabulary.board.challenge import PulseAnswer
from lapwing.web.showing.offers import to_do
from lapwing.web.templating import address, in_words

DIVIDED_BY = ("stage", "agency", "theme")
"""By what a measure of challenge is divided here."""


@dataclass(frozen=True)
class ShownPlace:
    """A place of the roster: who stands in it, how they were last reached, and the forms by which it is changed."""

    stage: int
    part: str
    who: str
    says: str
    tag: str
    colour: str
    name_at: str
    end_at: str


@dataclass(frozen=True)
class OfAgency:
    """An agency's places."""

    name: str
    places: tuple[ShownPlace, ...]


def by_agency(places: Iterable[Place], by: Acting) -> list[OfAgency]:
    """The places, an agency after the other."""
    found = groupby(places, key=lambda one: (one.agency, one.agency_name))
    return [OfAgency(name, tuple(_place(one, by) for one in some)) for (_, name), some in found]


def _place(one: Place, by: Acting) -> ShownPlace:
    role = by.account.role
    may = role in OFFICERS or (role in PARTNERS and by.agency == one.agency)
    back = address("board_challenge_roster")
    naming = {"agency": one.agency, "stage": str(one.stage), "part": str(one.part), "next": back}
    return ShownPlace(
        one.stage,
        one.part.label,
        one.held.name if one.held else "Nobody is named",
        _says(one),
        *_tag(one),
        to_do("name_contact", None, **naming) if may else "",
        to_do("end_contact", None, challenge_contact=one.held.key, next=back) if may and one.held else "",
    )


def _tag(one: Place) -> tuple[str, str]:
    """How a place stands in a word or two, and the class of its tag."""
    if one.waits_until is not None:
        return f"Waiting until {in_words(one.waits_until)}", "lw-tag--due-soon"
    return ("Gap", "lw-tag--not-met") if one.is_gap else ("Reached", "lw-tag--met")


def _says(one: Place) -> str:
    if one.held is None:
        return ""
    asked = f", asked on {in_words(one.held.asked_on)}" if one.held.asked_on else ""
    answered = f", answered on {in_words(one.held.answered_on)}" if one.held.answered_on else ""
    until = f". Until {in_words(one.held.until_on)}" if one.held.until_on else ""
    return f"{one.held.reached.label}{asked}{answered}{until}"


def questions(lacking: Sequence[str]) -> list[dict[str, Any]]:
    """The questions of the staff pulse, each as radio buttons."""
    return [
        {
            "name": name,
            "idPrefix": name,
            "fieldset": {"legend": {"text": asks, "classes": "govuk-fieldset__legend--s"}},
            "items": [{"value": code, "text": text} for code, text in PulseAnswer.labels().items()],
            **({"errorMessage": {"text": "Choose one of these answers"}} if name in lacking else {}),
        }
        for name, asks in pulses.QUESTIONS.items()
    ]


def told_by_question(rows: Iterable[tuple[str, pulses.Told]]) -> list[tuple[str, list[tuple[str, str, list[str]]]]]:
    """For each question a row a group: how many answered, and how many gave each answer."""
    groups = list(rows)
    return [
        (asks, [(name, _number(group), _numbers(group, question)) for name, group in groups])
        for question, asks in pulses.QUESTIONS.items()
    ]


def _number(group: pulses.Told) -> str:
    return "Too few to tell" if group.answered is None else str(group.answered)


def _numbers(group: pulses.Told, question: str) -> list[str]:
    if group.answered is None:
        return ["" for _ in PulseAnswer]
    return [str(group.numbers[question].get(str(answer), 0)) for answer in PulseAnswer]


@dataclass(frozen=True)
class Answer:
    """A measure of challenge: its code, its question, how it stands, and by stage, agency and theme, as far as that may be told."""

    code: str
    asks: str
    says: str
    counted_on: date | None
    divided: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def measured() -> list[Answer]:
    """Every measure that serves the lesson on challenge."""
    return [_answer(code, figures.latest(code)) for code, one in MEASURES.items() if one.lesson.id == LESSON]


def _answer(code: str, latest: figures.Figure) -> Answer:
    divided = (
        (words, tuple((group, figure.says) for group, figure in figures.divided(code, name)))
        for name, words in figures.divisions(code).items()
        if name in DIVIDED_BY
    )
    return Answer(code, latest.asks, latest.says, latest.counted_on, tuple(one for one in divided if one[1]))

"""A piece of work that passes between people, step by step: where it stands, whose it is now, and what each side can do next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lapwing.conduct.acting import Acting
from lapwing.conduct.reading import Shown
from lapwing.conduct.verb import VERBS
from lapwing.web.showing.offers import Offer, may_here, to_do
from lapwing.web.showing.record import OpenRecord
from lapwing.web.templating import counted, in_words
from lapwing.web.words import words_of


class Stands(StrEnum):
    """How a step stands."""

    DONE = "done"
    NOW = "now"
    LATER = "later"
    STOPPED = "stopped"


ENDED = "This record has ended. Nothing is asked of anybody any more."
SAID_OF_A_STEP = {Stands.DONE: "Done", Stands.NOW: "Waits now", Stands.LATER: "Not yet", Stands.STOPPED: "Stopped here"}


@dataclass(frozen=True)
class Step:
    """One step: what it is, how it stands, and when and by whom it was done or by when it is due."""

    title: str
    stands: Stands
    says: str

    @property
    def stands_in_words(self) -> str:
        """How it stands, for whoever does not see its colour."""
        return SAID_OF_A_STEP[self.stands]


@dataclass(frozen=True)
class Track:
    """All of it. `overdue` is a sentence for this reader; `does` is what they can do next, the likeliest first."""

    steps: tuple[Step, ...]
    whose: str
    overdue: str
    does: list[Offer]


def ended(steps: Iterable[Step]) -> Track:
    """What was done before a record ended; nothing of it waits any more."""
    over = tuple(one for one in steps if one.stands in (Stands.DONE, Stands.STOPPED))
    return Track(over, ENDED, "", [])


def steps_of(*stages: tuple[str, date | None, str, str]) -> Iterator[Step]:
    """Steps in order, each with its title, the day it was done, what to say then, and what to say until then.

    The first that was not done is the one that waits now; one that was passed over is not held against anybody.
    """
    last = max((place for place, (_, day, _, _) in enumerate(stages) if day is not None), default=-1)
    for place, (title, day, done, until) in enumerate(stages):
        if day is not None:
            yield Step(title, Stands.DONE, f"{in_words(day)}{', ' + done if done else ''}")
        elif place < last:
            yield Step(title, Stands.LATER, "Not recorded")
        else:
            yield Step(title, Stands.NOW if place == last + 1 else Stands.LATER, until)


def offered(by: Acting, record: OpenRecord, table: str, one: Shown, *verbs: str) -> list[Offer]:
    """Those of these verbs that this reader may do on an entry and that make sense on it as it stands, in this order."""
    found = []
    for name in verbs:
        verb, words = VERBS[name], words_of(name)
        makes_sense = words.offered.makes_sense_on(one.values, agency=by.agency, practitioner=by.practitioner)
        if makes_sense and may_here(by, record, verb):
            named = next(parameter for parameter, of in verb.naming.items() if of == table)
            here = record.page(table, one.key)
            found.append(Offer(words.title, to_do(name, record.child, **{named: one.key, "next": here}), words.hint))
    return found


def agency_named(record: OpenRecord, one: Shown, column: str, otherwise: str) -> str:
    """What the agency in a column is called."""
    return record.record.names.get(one.values.get(column) or "", otherwise)


def person_named(record: OpenRecord, one: Shown, column: str) -> str:
    """What the practitioner in a column is called; nothing where nobody is named to this reader."""
    return record.record.names.get(one.values.get(column) or "", "")


def days_over(due_on: date | None, today: date) -> str:
    """How long something is over its day: nothing until it is."""
    if due_on is None or due_on >= today:
        return ""
    return f"It was due on {in_words(due_on)}, {counted((today - due_on).days, 'day')} ago."


def ordinal(number: int) -> str:
    """First, second, third; from the eleventh on in figures."""
    words = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
    return words[number - 1] if number <= len(words) else f"{number}th"

"""How an item of learning stands: from what was entered about it, never from a mark that somebody set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from lapwing.conduct.findings import settings_now
from lapwing.language.calendar import add_months
from lapwing.records.entries import entries
from lapwing.records.store import current
from lapwing.vocabulary.board.learning import Effect


class Stage(StrEnum):
    """How an item stands."""

    NO_CHECK = "No practice check is chosen"
    IN_PRACTICE = "Put into practice"
    CHECK_DUE = "Practice check due"
    REOPENED = "It did not work: open again"
    WORKED = "It worked"
    SET_ASIDE = "Given up"

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self not in (Stage.WORKED, Stage.SET_ASIDE)


@dataclass(frozen=True)
class Check:
    """A practice check with the statements of effect that rest on it, as columns; the latest statement last."""

    check: Any
    effects: Sequence[Any]

    @property
    def due_on(self) -> date | None:
        """When practice is to be looked at."""
        due: date | None = self.check.due_on
        return due

    @property
    def is_answered(self) -> bool:
        """Whether somebody has said that it worked or did not."""
        return bool(self.effects) and self.effects[-1].effect != Effect.TOO_EARLY


def checks_of(items: Sequence[str]) -> Mapping[str, list[Check]]:
    """The practice checks of items, in the order of their rounds."""
    effects: dict[str, list[Any]] = {}
    for one in entries("learning_effect").filter(practice_check__learning_item__in=items).order_by("recorded_at", "pk"):
        effects.setdefault(one.practice_check_id, []).append(one)
    found: dict[str, list[Check]] = {}
    for one in entries("practice_check").filter(learning_item__in=items).order_by("number"):
        found.setdefault(one.learning_item_id, []).append(Check(one, effects.get(one.pk, [])))
    return found


def stage_of(set_aside_on: date | None, checks: Sequence[Check], today: date) -> Stage:
    """How an item stands on a day, with these practice checks."""
    if set_aside_on is not None:
        return Stage.SET_ASIDE
    if not checks:
        return Stage.NO_CHECK
    last = checks[-1]
    if last.is_answered:
        return Stage.WORKED if last.effects[-1].effect == Effect.WORKED else Stage.REOPENED
    return Stage.CHECK_DUE if last.due_on is not None and last.due_on <= today else Stage.IN_PRACTICE


def stage_now(item: str, today: date) -> Stage:
    """How one item stands."""
    return stage_of(current("learning_item", item)["set_aside_on"], checks_of([item]).get(item, []), today)


def told_by(begun_on: date | None) -> date | None:
    """By when what was learned has to have gone out."""
    weeks = int(settings_now().number("audit.disseminate_weeks"))
    return None if begun_on is None else begun_on + timedelta(weeks=weeks)


def check_between(day: date) -> tuple[date, date]:
    """The first and the last day on which practice is looked at again for what is put into practice on a day.

    The last is the area's; the first is half as far off, since practice needs time to change: our own choice.
    """
    months = int(settings_now().number("audit.practice_check_months"))
    return add_months(day, months // 2), add_months(day, months)

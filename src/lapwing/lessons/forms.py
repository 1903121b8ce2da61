"""The form that a setting's value must have, and reading what is written in TOML by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from lapwing.lessons.near import nearest_said
from lapwing.lessons.quantities import ClockFrom, Gestation, Listed, Stage, Unit, Value, WrongValue, has_but_needs

LONGEST_TEXT = 200


@dataclass(frozen=True)
class Form:
    """A setting's unit, and the bounds outside which its value is implausible.

    `plausible` bounds numbers, gestations (in days), and the number of a table's rows; `choices` are what a
    choice is made from; `entries` are the shipped entries of a list.
    """

    unit: Unit
    plausible: tuple[int, int] = (0, 0)
    choices: tuple[str, ...] = ()
    entries: tuple[Listed, ...] = ()

    def read(self, raw: object) -> Value:
        """The value written as `raw` in TOML; a wrong or implausible one is refused, with every mistake in it."""
        if self.unit is Unit.LIST:
            return _amended(self.entries, raw)
        if self.unit is Unit.TABLE:
            return _stages(raw, *self.plausible)
        if self.unit is Unit.CHOICE:
            return _choice(raw, self.choices)
        if self.unit is Unit.TEXT:
            return _text(raw)
        return self._gestation(raw) if self.unit is Unit.GESTATION else self.whole_number(raw)

    def _gestation(self, raw: object) -> Gestation:
        gestation = Gestation.parsed(raw)
        low, high = self.plausible
        if not low <= gestation.total_days <= high:
            bounds = f"from {Gestation.of_days(low)} to {Gestation.of_days(high)}"
            raise WrongValue(has_but_needs(raw, f"weeks+days of gestation {bounds}"))
        return gestation

    def whole_number(self, raw: object) -> int:
        """The whole number written as `raw`, within the bounds."""
        low, high = self.plausible
        if not isinstance(raw, int) or isinstance(raw, bool) or not low <= raw <= high:
            counted = "" if self.unit is Unit.COUNT else f" of {self.unit.label}"
            raise WrongValue(has_but_needs(raw, f"a whole number{counted} from {low} to {high}"))
        return raw


def _choice(raw: object, choices: tuple[str, ...]) -> str:
    if not isinstance(raw, str) or raw not in choices:
        raise WrongValue(has_but_needs(raw, f"one of: {', '.join(choices)}"))
    return raw


def _text(raw: object) -> str:
    if not isinstance(raw, str) or not raw.strip() or "\n" in raw or len(raw) > LONGEST_TEXT:
        raise WrongValue(has_but_needs(raw, f"a text of one line, at most {LONGEST_TEXT} characters"))
    return raw


# ---------------------------------------------------------------- lists


def read_entries(raw: object) -> tuple[Listed, ...]:
    """The entries of a shipped list, each written as a table of code, wording and on."""
    if not isinstance(raw, list) or not raw:
        raise WrongValue(has_but_needs(raw, "an array of tables with code, wording and on"))
    entries = tuple(Listed(row["code"], row["wording"], row["on"]) for row in raw)
    if len({entry.code for entry in entries}) < len(entries):
        raise WrongValue(has_but_needs([entry.code for entry in entries], "each code once"))
    return entries


def _amended(entries: tuple[Listed, ...], raw: object) -> tuple[Listed, ...]:
    """The shipped entries as an area changes them: a code is set true, false, or given the area's own words."""
    if not isinstance(raw, Mapping):
        needs = "a table that sets codes to true, to false, or to the area's own words for them"
        raise WrongValue(has_but_needs(raw, needs))
    mistakes = tuple(_change_mistakes(entries, raw))
    if mistakes:
        raise WrongValue(*mistakes)
    return tuple(_changed(entry, raw.get(entry.code)) for entry in entries)


def _change_mistakes(entries: tuple[Listed, ...], raw: Mapping[str, Any]) -> Iterator[str]:
    codes = [entry.code for entry in entries]
    for code, change in raw.items():
        if code not in codes:
            yield f"{code} is no code of this list. {nearest_said(code, codes)}"
        elif not isinstance(change, bool):
            yield from _mistakes_in_text(code, change)


def _mistakes_in_text(name: str, raw: object) -> Iterator[str]:
    try:
        _text(raw)
    except WrongValue as wrong:
        yield f"{name} {wrong}"


def _changed(entry: Listed, change: bool | str | None) -> Listed:
    if isinstance(change, str):
        return replace(entry, wording=change, on=True)
    return entry if change is None else replace(entry, on=change)


# ---------------------------------------------------------------- stages of escalation

STAGE_FIELDS = ("stage", "who", "clock_wd", "clock_from")
STAGE_CLOCK = Form(Unit.WORKING_DAYS, plausible=(1, 30))


def _stages(raw: object, least: int, most: int) -> tuple[Stage, ...]:
    if not isinstance(raw, list) or not least <= len(raw) <= most:
        needs = f"an array of {least} to {most} stages, each a table with {', '.join(STAGE_FIELDS)}"
        raise WrongValue(has_but_needs(raw, needs))
    stages: list[Stage] = []
    mistakes: list[str] = []
    for number, row in enumerate(raw, start=1):
        try:
            stages.append(_stage(number, row))
        except WrongValue as wrong:
            mistakes += [f"Stage {number} {mistake}" for mistake in wrong.mistakes]
    if mistakes:
        raise WrongValue(*mistakes)
    return tuple(stages)


def _stage(number: int, row: object) -> Stage:
    if not isinstance(row, Mapping) or set(row) != set(STAGE_FIELDS):
        has = ", ".join(row) if isinstance(row, Mapping) else row
        raise WrongValue(has_but_needs(has, f"each of {', '.join(STAGE_FIELDS)}, and nothing else"))
    if row["stage"] is True or row["stage"] != number:
        raise WrongValue(f"is numbered {row['stage']}; stages are numbered from 1, without a gap.")
    clock_from = ClockFrom(_choice(row["clock_from"], tuple(ClockFrom)))
    return Stage(number, _text(row["who"]), STAGE_CLOCK.whole_number(row["clock_wd"]), clock_from)

"""A partnership's own settings: one TOML file that changes or confirms the shipped ones.

    [settings]
    "prebirth.start_by" = "18+0"                    # short: the value alone

    [settings."prebirth.complete_by"]               # or with who confirmed it, and on what
    value = "30+0"
    unit = "gestation"                              # may be left out; where given, it must be the setting's own
    confirmed_by = "Head of safeguarding"
    confirmed_on = 2026-05-01
    source = "Our pre-birth procedure, section 3"

    [settings."prebirth.triggers".value]            # a list: switch a code on or off, or word it
    late_booking = false
    homelessness = "Homelessness, or three moves within a year"

A setting may be confirmed without a value: then the shipped one stands, confirmed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from lapwing.lessons.near import nearest_said
from lapwing.lessons.quantities import WrongValue
from lapwing.lessons.register import Established, Setting, Settings, out_of_order, shipped_settings

FIELDS = ("value", "unit", "source", "edition", "confirmed_by", "confirmed_on")
"""What an area may say of a setting."""
LOCAL_EDITION = "local"
NO_SOURCE = "Set locally; no source given"


class WrongSettings(ValueError):
    """A settings file that cannot be used; `mistakes` has every one, each naming the file and the setting."""

    def __init__(self, path: Path, mistakes: list[str]) -> None:
        self.mistakes = tuple(mistakes)
        counted = "1 mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
        super().__init__("\n".join([f"{path.name} cannot be used: {counted}.", *(f"- {each}" for each in mistakes)]))


def read_overrides(path: Path | str) -> Settings:
    """The shipped settings as a partnership's file changes and confirms them; refused, with every mistake, if wrong."""
    reading = _Reading(Path(path))
    return reading.all_of(reading.document())


def overridden(given: Mapping[str, Any]) -> Settings:
    """The shipped settings with others by key, each as a file may have it; refused, with every mistake, if wrong."""
    return _Reading(Path("What was given")).all_of(given)


@dataclass
class _Reading:
    """One file being read: the settings so far, and the mistakes found."""

    path: Path
    entries: dict[str, Setting] = field(default_factory=lambda: dict(shipped_settings()))
    mistakes: list[str] = field(default_factory=list)

    def document(self) -> Mapping[str, Any]:
        """What stands under [settings]; a file that cannot be read as such is refused at once."""
        try:
            whole = tomllib.loads(self.path.read_text(encoding="utf-8-sig"))
        except OSError as wrong:
            raise WrongSettings(self.path, [f"{self.path}: it cannot be read: {wrong.strerror}."]) from None
        except UnicodeDecodeError:
            raise WrongSettings(self.path, [f"{self.path.name}: it is not text in UTF-8; save it as such."]) from None
        except tomllib.TOMLDecodeError as wrong:
            raise WrongSettings(self.path, [f"{self.path.name}: it is not TOML: {wrong}."]) from None
        strange = [name for name in whole if name != "settings"]
        self.mistakes += [f"{self.path.name}, {name}: only what stands under [settings] is read." for name in strange]
        given = whole.get("settings", {})
        if not isinstance(given, Mapping):
            raise WrongSettings(self.path, [f"{self.path.name}, settings: must be a table headed [settings]."])
        return given

    def all_of(self, given: Mapping[str, Any]) -> Settings:
        """The settings with everything that is given."""
        for key, raw in given.items():
            self.take(key, raw)
        return self.settings()

    def take(self, key: str, raw: object) -> None:
        """Takes what the file says of one setting, or notes what is wrong with it."""
        if key not in self.entries:
            self.wrong(key, _unknown(key, raw, self.entries))
            return
        said = raw if isinstance(raw, Mapping) else {"value": raw}
        mistakes = list(_mistakes(self.entries[key], said))
        for mistake in mistakes:
            self.wrong(key, mistake)
        if not mistakes:
            self.entries[key] = _overridden(self.entries[key], said)

    def wrong(self, key: str, mistake: str) -> None:
        """Notes a mistake in what the file says of a setting."""
        self.mistakes.append(f'{self.path.name}, settings."{key}": {mistake}')

    def settings(self) -> Settings:
        """The settings as the file has them; refused where any mistake was found."""
        for setting, bound in out_of_order(self.entries):
            self.wrong(*self._out_of_order(setting, bound))
        if self.mistakes:
            raise WrongSettings(self.path, self.mistakes)
        return Settings(self.entries)

    def _out_of_order(self, setting: Setting, bound: Setting) -> tuple[str, str]:
        """The key that the file set, and what is wrong with its value beside the other."""
        if setting.is_overridden:
            return setting.key, f"has {setting.said}; needs no more than {bound.key}, which is {bound.said}."
        return bound.key, f"has {bound.said}; needs no less than {setting.key}, which is {setting.said}."


def _unknown(key: str, raw: object, known: Mapping[str, Setting]) -> str:
    within = [each for each in known if each.startswith(f"{key}.")]
    if isinstance(raw, Mapping) and within:
        inner = next((f"{key}.{name}" for name in raw if f"{key}.{name}" in known), within[0])
        return f'is a group of settings, not one. Write the whole key in quotes: [settings."{inner}"].'
    return f"there is no such setting. {nearest_said(key, known)}"


def _mistakes(setting: Setting, said: Mapping[str, Any]) -> list[str]:
    found = [_strange_field(setting, name) for name in said if name not in FIELDS]
    if "unit" in said and said["unit"] != setting.unit:
        found.append(f'unit has "{said["unit"]}"; needs "{setting.unit}", or leave it out.')
    if "value" in said:
        try:
            setting.form.read(said["value"])
        except WrongValue as wrong:
            found += wrong.mistakes
    elif not found and "confirmed_by" not in said:
        found.append("has no value; needs one, or confirmed_by and confirmed_on to confirm the shipped value.")
    return found + _confirmation_mistakes(said) + _text_mistakes(said)


def _strange_field(setting: Setting, name: str) -> str:
    if setting.form.entries and name in [entry.code for entry in setting.form.entries]:
        return f'{name} is a code of this list; put it under [settings."{setting.key}".value].'
    return f"{name} is not read here. {nearest_said(name, FIELDS)} It reads: {', '.join(FIELDS)}."


def _confirmation_mistakes(said: Mapping[str, Any]) -> list[str]:
    if ("confirmed_by" in said) != ("confirmed_on" in said):
        missing = "confirmed_on" if "confirmed_by" in said else "confirmed_by"
        return [f"has no {missing}; a confirmation needs both confirmed_by and confirmed_on."]
    day = said.get("confirmed_on", date.min)
    if not isinstance(day, date) or isinstance(day, datetime):
        return [f"confirmed_on has {day!r}; needs a date without quotes, such as 2026-05-01."]
    return []


def _text_mistakes(said: Mapping[str, Any]) -> list[str]:
    texts = [name for name in ("source", "edition", "confirmed_by") if name in said]
    return [
        f"{name} needs words in quotes." for name in texts if not isinstance(said[name], str) or not said[name].strip()
    ]


def _overridden(setting: Setting, said: Mapping[str, Any]) -> Setting:
    """The setting as the area has it; a value of its own no longer rests on the shipped source."""
    value = setting.form.read(said["value"]) if "value" in said else setting.value
    own = replace(
        setting,
        value=value,
        confirmed_by=said.get("confirmed_by"),
        confirmed_on=said.get("confirmed_on"),
        source=said.get("source", setting.source),
        edition=said.get("edition", setting.edition),
    )
    if not own.is_overridden:
        return own
    return replace(
        own,
        established=Established.INFERENCE,
        source=said.get("source", NO_SOURCE),
        edition=said.get("edition", LOCAL_EDITION),
    )

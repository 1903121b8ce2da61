"""The register of settings: what each governs, its value, and on whose word; as shipped, and as an area has it."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cache, cached_property
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from lapwing.lessons.ages_of_concern import LESSONS
from lapwing.lessons.forms import Form, read_entries
from lapwing.lessons.near import nearest_said
from lapwing.lessons.quantities import (
    Gestation,
    Listed,
    Stage,
    Unit,
    Value,
    WrongValue,
    has_but_needs,
    said,
    spelled,
)

SUBJECTS = {
    "partnership": "The partnership and every check",
    "child_protection": "Referral, assessment, conference and review",
    "before_birth": "Before birth",
    "parents": "Parents",
    "health": "Health",
    "weight": "Weight",
    "fragility": "Fragility, advice and housing",
    "young_people": "Young people",
    "responsibility": "Responsibility",
    "board": "The Board",
}
"""The subjects of the register, in order, with their titles; each is a file in `settings_register/`."""
KEY = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")
NOBODY_YET = "not confirmed by anybody yet"
TO_CONFIRM = "source to confirm"


class Basis(StrEnum):
    """Where a setting or a rule draws its authority from."""

    STATUTORY = "statutory"
    NATIONAL_GOOD_PRACTICE = "national_good_practice"
    LOCAL_PROCEDURE = "local_procedure"
    REPORT = "report"

    @property
    def label(self) -> str:
        """The basis in words."""
        return self.value.replace("_", " ")


class Established(StrEnum):
    """How well a shipped value is established; all but the first are marked as to be confirmed."""

    SEEN = "seen"
    SECONDARY = "secondary"
    GENERAL_KNOWLEDGE = "general_knowledge"
    INFERENCE = "inference"


class WrongRegister(ValueError):
    """The shipped register does not hold together; the text says where."""


class UnknownSetting(KeyError):
    """No setting has that key; the text names those that come near."""

    def __str__(self) -> str:
        return str(self.args[0])


class WrongUse(TypeError):
    """A setting that was asked for as a number, as codes or as stages, and holds something else."""


@dataclass(frozen=True)
class Setting:
    """One number, list or choice that an area may set, and what it rests on.

    `observed` is the range found in published procedures; `edition` is that of the guidance behind the value;
    `lessons` are the ids that it serves. `not_more_than` names a setting that this one may not exceed. Where an
    area has another value, `shipped_value` still has ours.
    """

    key: str
    value: Value
    form: Form
    subject: str
    governs: str
    observed: str
    basis: Basis
    source: str
    established: Established
    edition: str
    lessons: tuple[str, ...]
    shipped_value: Value
    not_more_than: str | None = None
    confirmed_by: str | None = None
    confirmed_on: date | None = None

    @property
    def unit(self) -> Unit:
        """What the value is counted in."""
        return self.form.unit

    @property
    def is_overridden(self) -> bool:
        """Whether the area has another value than the shipped one."""
        return self.value != self.shipped_value

    @property
    def said(self) -> str:
        """The value in words, with its unit."""
        return said(self.unit, self.value)

    @property
    def in_brief(self) -> str:
        """The value in words; of a list or a table, how many entries are in use."""
        if isinstance(self.value, tuple):
            count = sum(1 for entry in self.value if isinstance(entry, Stage) or entry.on)
            return "1 entry" if count == 1 else f"{count} entries"
        return self.said

    @property
    def shipped(self) -> Setting:
        """The setting with our value, nothing else changed."""
        return replace(self, value=self.shipped_value)

    @property
    def confirmed(self) -> str:
        """Who confirmed the value and when, or that nobody has."""
        return f"{self.confirmed_by}, {self.confirmed_on}" if self.confirmed_by else NOBODY_YET

    @property
    def source_note(self) -> str:
        """ "Source to confirm" until the source was seen or somebody in the area confirmed the value; else empty."""
        return "" if self.established is Established.SEEN or self.confirmed_by else TO_CONFIRM

    @property
    def number(self) -> int:
        """The value as a whole number, gestations in days; refused where it is neither."""
        if isinstance(self.value, Gestation):
            return self.value.total_days
        if isinstance(self.value, int):
            return self.value
        raise WrongUse(f"{self.key} holds a {self.unit}, not a number.")

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of a list that are in use; refused where the setting is no list."""
        if self.unit is not Unit.LIST or not isinstance(self.value, tuple):
            raise WrongUse(f"{self.key} holds a {self.unit}, not a list of codes.")
        return tuple(entry.code for entry in self.value if isinstance(entry, Listed) and entry.on)

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages of an escalation policy; refused where the setting holds none."""
        if self.unit is not Unit.TABLE or not isinstance(self.value, tuple):
            raise WrongUse(f"{self.key} holds a {self.unit}, not stages.")
        return tuple(stage for stage in self.value if isinstance(stage, Stage))


@dataclass(frozen=True, eq=False)
class Settings(Mapping[str, Setting]):
    """All settings as one area has them: a snapshot that does not change, and a version that names it."""

    entries: Mapping[str, Setting] = field(repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "entries", MappingProxyType(dict(self.entries)))

    def __getitem__(self, key: str) -> Setting:
        try:
            return self.entries[key]
        except KeyError:
            raise UnknownSetting(f"There is no setting {key!r}. {nearest_said(key, self.entries)}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __hash__(self) -> int:
        return hash(self.version)

    def value(self, key: str) -> Value:
        """The value of a setting."""
        return self[key].value

    def number(self, key: str) -> int:
        """The value as a whole number in the setting's unit; a gestation in days from the first day of gestation."""
        return self[key].number

    def codes(self, key: str) -> tuple[str, ...]:
        """The codes of a list that the area uses."""
        return self[key].codes

    def stages(self, key: str) -> tuple[Stage, ...]:
        """The stages of an escalation policy."""
        return self[key].stages

    def local(self, keys: Iterable[str]) -> dict[str, int | tuple[str, ...]]:
        """The settings of those keys as checks reckon with them: whole numbers, and lists as the codes in use.

        Gestations are days; hours are days, begun days counted whole, for checks know dates and no times. Weeks are
        days and years are months, by which dates are moved. A choice is a list of the one code chosen. Of a table each
        number and text stands by itself, such as `escalation.stages.2.clock_wd`; beyond the last row there is none.
        """
        reckoned: dict[str, int | tuple[str, ...]] = {}
        for key in keys:
            setting = self[key]
            reckoned |= _parts(setting) if setting.unit is Unit.TABLE else {key: _as_reckoned(setting)}
        return reckoned

    @cached_property
    def version(self) -> str:
        """A short sign of every value and edition: the same for the same settings, another where any differs."""
        written = "\n".join(
            f"{key}={spelled(each.value)} {each.unit} {each.edition}" for key, each in sorted(self.items())
        )
        return hashlib.sha256(written.encode()).hexdigest()[:10]

    @property
    def overridden(self) -> tuple[str, ...]:
        """The keys for which the area has another value than the shipped one."""
        return tuple(key for key, each in self.items() if each.is_overridden)


def _parts(setting: Setting) -> dict[str, int | tuple[str, ...]]:
    """The parts of a table, each under a key of its own; of rows that an area could have and has not, no time and no text."""
    parts: dict[str, int | tuple[str, ...]] = {}
    for row in range(1, setting.form.plausible[1] + 1):
        stage = setting.stages[row - 1] if row <= len(setting.stages) else None
        parts[f"{setting.key}.{row}.clock_wd"] = stage.clock_wd if stage else 0
        parts[f"{setting.key}.{row}.clock_from"] = (str(stage.clock_from),) if stage else ()
    return parts


def _as_reckoned(setting: Setting) -> int | tuple[str, ...]:
    if setting.unit is Unit.LIST:
        return setting.codes
    if setting.unit is Unit.CHOICE:
        return (str(setting.value),)
    if setting.unit is Unit.HOURS:
        return -(-setting.number // 24)
    return setting.number * RECKONED_AS.get(setting.unit, 1)


RECKONED_AS = {Unit.WEEKS: 7, Unit.YEARS: 12}
"""How many days or months one of a unit is, where dates are not moved by it."""


def out_of_order(settings: Mapping[str, Setting]) -> Iterator[tuple[Setting, Setting]]:
    """Each setting whose value exceeds that of another that it may not, with that other."""
    for setting in settings.values():
        bound = settings[setting.not_more_than] if setting.not_more_than else setting
        if bound is not setting and setting.number > bound.number:
            yield setting, bound


# ---------------------------------------------------------------- the shipped register


def read_register(documents: Mapping[str, Mapping[str, Any]]) -> Settings:
    """The settings of parsed register files by subject; refused where they do not hold together."""
    entries: dict[str, Setting] = {}
    for subject, document in documents.items():
        for key, raw in document["settings"].items():
            if key in entries or not KEY.fullmatch(key):
                raise WrongRegister(f"{subject}.toml, {key}: keys are lower case, dotted, and stand once.")
            try:
                entries[key] = _setting(subject, key, raw)
            except (KeyError, ValueError) as wrong:
                raise WrongRegister(f"{subject}.toml, {key}: {_put(wrong)}") from wrong
    _need_order(entries)
    return Settings(entries)


def _put(wrong: KeyError | ValueError) -> str:
    return f"has no {wrong.args[0]}." if isinstance(wrong, KeyError) else str(wrong)


def _setting(subject: str, key: str, raw: Mapping[str, Any]) -> Setting:
    form = _form(raw)
    value = form.entries if form.unit is Unit.LIST else form.read(raw["value"])
    return Setting(
        key=key,
        value=value,
        shipped_value=value,
        form=form,
        subject=subject,
        governs=raw["governs"],
        observed=raw["observed"],
        basis=Basis(raw["basis"]),
        source=raw["source"],
        established=Established(raw["established"]),
        edition=raw["edition"],
        lessons=_known_lessons(raw["lessons"]),
        not_more_than=raw.get("not_more_than"),
    )


def _form(raw: Mapping[str, Any]) -> Form:
    unit = Unit(raw["unit"])
    plain = Form(unit)
    if unit is Unit.LIST:
        return replace(plain, entries=read_entries(raw["value"]))
    if unit is Unit.CHOICE:
        return replace(plain, choices=tuple(raw["choices"]))
    return plain if unit is Unit.TEXT else replace(plain, plausible=_bounds(unit, raw["plausible"]))


def _bounds(unit: Unit, raw: list[Any]) -> tuple[int, int]:
    low, high = (Gestation.parsed(bound).total_days if unit is Unit.GESTATION else bound for bound in raw)
    if low > high:
        raise WrongValue(has_but_needs(raw, "bounds with the lower one first"))
    return low, high


def _known_lessons(ids: list[str]) -> tuple[str, ...]:
    known = [lesson.id for lesson in LESSONS]
    for id in ids:
        if id not in known:
            raise WrongValue(has_but_needs(id, "the id of a lesson"))
    return tuple(ids)


def _need_order(entries: Mapping[str, Setting]) -> None:
    unknown = [each.key for each in entries.values() if each.not_more_than not in (None, *entries)]
    if unknown:
        raise WrongRegister(f"{', '.join(unknown)}: not_more_than names no setting.")
    for setting, bound in out_of_order(entries):
        raise WrongRegister(f"{setting.key} is {setting.said}, which is more than {bound.key}: {bound.said}.")


def _documents(subjects: Collection[str]) -> dict[str, dict[str, Any]]:
    folder = files("lapwing.lessons") / "settings_register"
    return {name: tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8")) for name in subjects}


@cache
def shipped_settings() -> Settings:
    """The settings as Lapwing ships them, with nothing overridden and nothing confirmed."""
    return read_register(_documents(SUBJECTS))

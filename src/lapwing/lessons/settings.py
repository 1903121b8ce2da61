"""The numbers and lists that are an area's own to set, never literals in a check.

`SETTINGS` has each as shipped, with its unit, source and edition; `read_overrides` reads the one TOML file in
which a partnership changes or confirms them.
"""

from __future__ import annotations

from lapwing.lessons.overrides import WrongSettings, overridden, read_overrides
from lapwing.lessons.quantities import ClockFrom, Gestation, Listed, Stage, Unit, Value
from lapwing.lessons.register import (
    Basis,
    Established,
    Setting,
    Settings,
    UnknownSetting,
    WrongUse,
    shipped_settings,
)

__all__ = [
    "SETTINGS",
    "Basis",
    "ClockFrom",
    "Established",
    "Gestation",
    "Listed",
    "Setting",
    "Settings",
    "Stage",
    "Unit",
    "UnknownSetting",
    "Value",
    "WrongSettings",
    "WrongUse",
    "overridden",
    "read_overrides",
    "setting",
    "shipped_settings",
]

SETTINGS = shipped_settings()
"""Every setting by key, as shipped."""


def setting(key: str) -> Setting:
    """The shipped setting of that key; an unknown one is refused, naming those that come near."""
    return SETTINGS[key]

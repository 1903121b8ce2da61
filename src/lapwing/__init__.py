"""Turns the lessons of serious case reviews into checks on live practice.

    import lapwing

    source = lapwing.read("records")
    result = lapwing.check(source, as_of=date(2026, 6, 1))
    result.frame                                             # findings, as a Polars frame
    lapwing.explain(result.finding(result.worklist.row(0, named=True)))

What is named here is fetched when it is first used, so that importing Lapwing is quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lapwing.analysis import Finding, Result, Source, check, explain, read
    from lapwing.exchange.reading import Notice, UnusableSource
    from lapwing.lessons.settings import Settings, WrongSettings
    from lapwing.local_checks import UnusableChecks
    from lapwing.prompts.blaming_words import Prompt, prompts
    from lapwing.report.explained import Explained

__all__ = [
    "Explained",
    "Finding",
    "Notice",
    "Prompt",
    "Result",
    "Settings",
    "Source",
    "UnusableChecks",
    "UnusableSource",
    "WrongSettings",
    "check",
    "explain",
    "prompts",
    "read",
]

_FROM = {
    **dict.fromkeys(("Finding", "Result", "Source", "check", "explain", "read"), "lapwing.analysis"),
    **dict.fromkeys(("Notice", "UnusableSource"), "lapwing.exchange.reading"),
    **dict.fromkeys(("Settings", "WrongSettings"), "lapwing.lessons.settings"),
    "UnusableChecks": "lapwing.local_checks",
    **dict.fromkeys(("Prompt", "prompts"), "lapwing.prompts.blaming_words"),
    "Explained": "lapwing.report.explained",
}


def __getattr__(name: str) -> Any:
    if name not in _FROM:
        raise AttributeError(f"module 'lapwing' has no attribute {name!r}")
    value = getattr(import_module(_FROM[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

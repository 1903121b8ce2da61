"""The reference page of the settings register, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lapwing.lessons.quantities import Listed, Stage, Unit
from lapwing.lessons.register import SUBJECTS, TO_CONFIRM, Setting, Settings, shipped_settings

OPENING = f"""# Settings

Every number and list that an area may set. None is a literal in a check. A value that stands under
"{TO_CONFIRM}" is our proposal, or was read at second hand: somebody in the area confirms it before it is relied on.

A partnership changes or confirms them in one TOML file:

```toml
[settings]
"prebirth.start_by" = "18+0"                    # short: the value alone

[settings."prebirth.complete_by"]               # or with who confirmed it, and on what
value = "30+0"
confirmed_by = "Head of safeguarding"
confirmed_on = 2026-05-01
source = "Our pre-birth procedure, section 3"

[settings."prebirth.triggers".value]            # a list: switch a code on or off, or word it
late_booking = false
homelessness = "Homelessness, or three moves within a year"
```

A gestation is written as weeks+days; 40+0 is the expected date of birth. The statutory clocks were read in procedures
written from the 2013 to 2023 editions of *Working together to safeguard children*; whether the edition of 2026 changed
any of them is for the area to confirm.
"""
COLUMNS = ("Setting", "Value", "Range seen", "Basis", "Source", "Standing", "Confirmed by", "Lessons")


def settings_page(settings: Settings | None = None) -> str:
    """The register as a Markdown page, grouped by subject; of the shipped settings unless others are given."""
    settings = shipped_settings() if settings is None else settings
    parts = [OPENING]
    for subject, title in SUBJECTS.items():
        of_subject = [each for each in settings.values() if each.subject == subject]
        parts += [f"## {title}\n", *_table(of_subject), *_in_full(of_subject)]
    return "\n".join(parts).rstrip() + "\n"


def _table(settings: Iterable[Setting]) -> Iterator[str]:
    yield _row(COLUMNS)
    yield _row(["---"] * len(COLUMNS))
    for each in settings:
        yield _row(_cells(each))
    yield ""


def _cells(setting: Setting) -> list[str]:
    return [
        f"`{setting.key}`: {setting.governs}",
        _value(setting),
        setting.observed,
        setting.basis.label,
        f"{setting.source} ({setting.edition})",
        setting.source_note or "source seen",
        setting.confirmed,
        ", ".join(setting.lessons) or "all",
    ]


def _value(setting: Setting) -> str:
    if setting.unit in (Unit.LIST, Unit.TABLE):
        shown = "changed here, see below" if setting.is_overridden else "see below"
    else:
        shown = setting.said
        if setting.is_overridden:
            shown += f" (shipped: {setting.shipped.said})"
    return shown


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _in_full(settings: Iterable[Setting]) -> Iterator[str]:
    """The lists and stages of a subject, which no cell of a table could hold."""
    for each in settings:
        if isinstance(each.value, tuple):
            yield f"`{each.key}`:\n"
            yield from (_line(part) for part in each.value)
            yield ""


def _line(part: Listed | Stage) -> str:
    if isinstance(part, Stage):
        return f"{part.stage}. {part.said}"
    return f"- `{part.code}`: {part.wording}{'' if part.on else ' (off)'}"

"""An area's own numbers and lists, as the language speaks of them."""

from __future__ import annotations

from lapwing.language.expressions import Constant, Expression, Local, Type
from lapwing.language.local_parts import LocalPart
from lapwing.lessons import settings
from lapwing.lessons.settings import ClockFrom

STAGES = "escalation.stages"
MOST_STAGES = settings.setting(STAGES).form.plausible[1]
"""How many stages an escalation policy can have."""


def local(key: str) -> Local:
    """The setting of that key, to be looked up when a check is run; an unknown key is refused."""
    listed = settings.setting(key).unit in ("list", "choice")
    return Local(key, Type.TEXTS if listed else Type.WHOLE)


def stage_clock(stage: int) -> LocalPart:
    """How many working days the area's escalation policy gives a stage."""
    return LocalPart(STAGES, Type.WHOLE, f"{stage}.clock_wd")


def stage_runs_from(stage: int, start: ClockFrom) -> Expression:
    """Whether the clock of a stage runs from there; no where the area's policy has no such stage."""
    return Constant(str(start)).is_in(LocalPart(STAGES, Type.TEXTS, f"{stage}.clock_from")).is_true()

"""What the service writes of its own faults: where, and of what kind; never the values that were at hand."""

from __future__ import annotations

import logging
import traceback
from types import TracebackType
from typing import Any


class WithoutValues(logging.Formatter):
    """Writes a fault as its kind and the lines it went through: what it says may hold what somebody wrote."""

    def formatException(self, ei: Any) -> str:
        """The kind of the fault, and where it came from, the place itself last."""
        kind, _, came_by = ei
        lines = [f"  {one.filename}:{one.lineno} in {one.name}" for one in _frames(came_by)]
        return "\n".join([*lines, kind.__name__ if kind else "An unknown fault"])


def _frames(came_by: TracebackType | None) -> list[traceback.FrameSummary]:
    return list(traceback.extract_tb(came_by))


LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "without_values": {"()": WithoutValues, "format": "{asctime} {levelname} {name}: {message}", "style": "{"}
    },
    "handlers": {"errors": {"class": "logging.StreamHandler", "formatter": "without_values", "level": "ERROR"}},
    "loggers": {"django": {"handlers": ["errors"], "level": "ERROR", "propagate": False}},
}
"""Faults go to where the service writes its errors; pages that are not there, or not for somebody, are no faults."""

"""What may be read of the Board's business. Every reading is checked and kept in the log; none names a child, but those given.

Each module of this package says in `READ_HERE` what it reads, with who may.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from lapwing.conduct.may import May


def _of_every_module() -> dict[Callable[..., Any], May]:
    modules = (import_module(f"{__name__}.{one.name}") for one in iter_modules(__path__))
    return {reading: may for module in modules for reading, may in getattr(module, "READ_HERE", {}).items()}


BOARD_READINGS: Mapping[Callable[..., Any], May] = _of_every_module()
"""Every way of reading what the Board has, with who may."""

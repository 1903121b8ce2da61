"""What the Board keeps, as tables: registers, audits, challenge, learning. They are stored as record tables are, with history.

No check reads them, no feed brings them and no agency is given them: what stands here changes no finding.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Table


def _of_every_module() -> dict[str, Table]:
    modules = (import_module(f"{__name__}.{one.name}") for one in iter_modules(__path__))
    return {table.name: table for module in modules for table in getattr(module, "KEPT", ())}


BOARD_TABLES: dict[str, Table] = _of_every_module()
"""Every table of the Board by name: each module of this package says in `KEPT` which are its own."""

EVERY_TABLE: dict[str, Table] = {**TABLES, **BOARD_TABLES}
"""Every table that is stored: of the record, and of the Board."""

"""Every case table: one in each module `tests/checks/test_*.py` that has a `TABLE`.

Such a module also has `CODES`, the checks it stands for, whose codes scripts and exceptions rely on and which are
never changed, only retired; and `SILENT`, by record table that a source may lack, the checks that then cannot tell;
and `CANNOT_BE`, by outcome and reason, the checks that by their own rule never come to it.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from case_tables import Table

_CHECKS = Path(__file__).parent / "checks"
_MODULES = {
    path.stem: import_module(path.stem) for path in sorted(_CHECKS.glob("test_*.py")) if "every" not in path.stem
}

TABLE_MODULES: dict[str, Any] = {name.removeprefix("test_"): module for name, module in _MODULES.items()}
TABLES: dict[str, Table] = {name: module.TABLE for name, module in TABLE_MODULES.items()}

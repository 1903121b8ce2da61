"""Expressions written out in full, the same from run to run."""

from __future__ import annotations

from enum import Enum

from lapwing.language.expressions import Expression


def spelled(expression: Expression) -> str:
    """The expression written out in full, the same from run to run: what a rule's version is made from."""
    inner = (_spelled_value(getattr(expression, name)) for name in expression.__dataclass_fields__)  # type: ignore[attr-defined]
    return f"{type(expression).__name__}({', '.join(inner)})"


def _spelled_value(value: object) -> str:
    if isinstance(value, Expression):
        return spelled(value)
    if isinstance(value, tuple):
        return f"[{', '.join(_spelled_value(item) for item in value)}]"
    return str(value.value) if isinstance(value, Enum) else repr(value)

"""Entries of record tables as they stand, for asking after them."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from lapwing.records.models import MODELS


def entries(table: str) -> QuerySet[Any]:
    """The entries of a table that stand: not voided, and not only named by others."""
    model: Any = MODELS[table]
    return model._default_manager.filter(only_named=False, voided_at__isnull=True)  # type: ignore[no-any-return]

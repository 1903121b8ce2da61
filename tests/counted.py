"""Figures of an invented area of eight hundred children, counted once for all tests that look at them."""

from __future__ import annotations

import pytest
from brought_in import NOON, TODAY, invented

from lapwing.board.figures import count_all
from lapwing.records.models import Measured

_STOOD: list[Measured] = []


def holds(monkeypatch: pytest.MonkeyPatch, children: int) -> None:
    """The record has so many invented children."""
    monkeypatch.setattr("lapwing.board.counting.stored_records", lambda: invented(children))


def count_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The figures as they were counted on the first of June."""
    holds(monkeypatch, 800)
    if not _STOOD:
        count_all(day=TODAY, at=NOON)
        _STOOD.extend(Measured.objects.all())
    else:
        Measured.objects.bulk_create(_STOOD)

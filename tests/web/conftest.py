from __future__ import annotations

import pytest
from cast import Partnership, partnership
from desk import NOON, Desk


@pytest.fixture
def area(db: None) -> Partnership:
    return partnership()


@pytest.fixture
def desk(area: Partnership, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The API at noon on a Monday."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOON)
    return Desk(area)

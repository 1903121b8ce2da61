from __future__ import annotations

import pytest
from cast import Partnership, partnership


@pytest.fixture
def area(db: None) -> Partnership:
    return partnership()

"""What tests of double coding share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from double_coding import Double, doubles


@pytest.fixture
def double(tmp_path: Path) -> Iterator[Double]:
    """A new project for coding twice, in a folder of its own."""
    yield from doubles(tmp_path)

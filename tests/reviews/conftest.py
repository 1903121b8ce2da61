"""What tests of the reviews' room share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rooms import Room, rooms


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """A new project in a folder of its own."""
    yield from rooms(tmp_path)

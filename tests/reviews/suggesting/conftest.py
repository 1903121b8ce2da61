"""The room in which suggestions are tested."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from read_rooms import Reviewed


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Reviewed]:
    """A new project in a folder of its own."""
    room = Reviewed(tmp_path)
    yield room
    room.project.close()

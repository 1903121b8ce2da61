"""What tests of the exchange share."""

from __future__ import annotations

from pathlib import Path

import pytest
from refi_files import Bring, qdpx
from rooms import AT, Room

from lapwing.reviews.refi.inward import bring_in
from lapwing.reviews.refi.told import LossReport


@pytest.fixture
def bring(room: Room, tmp_path: Path) -> Bring:
    """Writes a project, with files beside it, and brings it into the room."""

    def brought(xml: str, files: dict[str, bytes] | None = None, inner: str = "project.qde") -> LossReport:
        path = qdpx(tmp_path / "invented.qdpx", xml, files, inner)
        return bring_in(room.project, path, coder_id=room.coder("Cleo Invented"), at=AT)

    return brought

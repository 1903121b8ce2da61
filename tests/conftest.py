"""What holds for every test."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from examples import load_profile
from lapwing.demonstration.making import invent_into

load_profile()


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of an invented partnership as it stands today, made once: the stories, and 60 simulated children."""
    file = tmp_path_factory.mktemp("demonstration") / "demo.sqlite3"
    invent_into(file, children=60, today=date.today())
    return file

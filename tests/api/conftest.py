"""An invented partnership to try Lapwing's Python on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import lapwing
from lapwing.exchange.folder import write_folder
from lapwing.simulate import simulate

DAY = date(2026, 6, 1)


@pytest.fixture(scope="session")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record tables of 200 invented children."""
    folder = tmp_path_factory.mktemp("api") / "records"
    write_folder(simulate(200, 1, today=DAY), folder)
    return folder


@pytest.fixture(scope="session")
def result(records: Path) -> lapwing.Result:
    """What is said of them."""
    return lapwing.check(records, as_of=DAY)

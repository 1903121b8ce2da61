"""The command line, run within the tests, and an invented partnership to run it on."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from command_line import DAY, Lapwing, Ran, into_a_pipe
from lapwing.cli import main
from lapwing.exchange.folder import write_folder
from lapwing.simulate import simulate


@pytest.fixture
def lapwing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Lapwing:
    """Runs a command as a person would type it."""

    def run(*words: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["lapwing", *map(str, words)])
        try:
            main()
            code: object = 0
        except SystemExit as ended:
            code = ended.code or 0
        said = capsys.readouterr()
        assert isinstance(code, int)
        return Ran(code, said.out, said.err)

    return run


@pytest.fixture(scope="session")
def piped(partnership: Path) -> Ran:
    """How `lapwing check` ends over it, giving JSON into a pipe: run once, since it takes seconds."""
    return into_a_pipe("check", partnership, "--as-of", DAY, "--format", "json")


@pytest.fixture(scope="session")
def found(piped: Ran) -> dict[str, Any]:
    """What `lapwing check` gives of the invented partnership as JSON."""
    document: dict[str, Any] = json.loads(piped.out)
    return document


@pytest.fixture(scope="session")
def partnership(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record tables of an invented partnership of 300 children."""
    folder = tmp_path_factory.mktemp("partnership") / "records"
    write_folder(simulate(300, 1, today=date.fromisoformat(DAY)), folder)
    return folder

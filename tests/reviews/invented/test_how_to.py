"""The how-to of the reviews' room, followed from top to bottom: every command of it does what it says."""

from __future__ import annotations

import shlex
from contextlib import chdir
from pathlib import Path

import pytest

from command_line import into_a_pipe

HOW_TO = Path(__file__).parents[3] / "docs" / "how-to" / "analyse-case-reviews.md"


@pytest.mark.long
def test_every_command_of_the_how_to_runs(tmp_path: Path) -> None:
    lines = HOW_TO.read_text("utf-8").splitlines()
    commands = [line.strip() for line in lines if line.startswith("    lapwing ")]
    assert len(commands) > 25
    with chdir(tmp_path):
        for command in commands:
            ran = into_a_pipe(*shlex.split(command)[1:])
            assert ran.exit == 0, f"{command}\n{ran.err}"

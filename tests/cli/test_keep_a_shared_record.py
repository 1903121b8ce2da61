"""The commands of the page on keeping a shared record, run as it says, one after another over one database."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import lapwing
from command_line import Ran
from lapwing.exchange.folder import write_folder
from lapwing.simulate import simulate

pytestmark = pytest.mark.long  # makes a database by its migrations, and invents an area

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "keep-a-shared-record.md"
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SAYS = {
    "migrate": "is ready",
    "administrator": "the administrator for 7 days",
    "import": "rows new",
    "match": "for somebody to decide",
    "recompute": "Findings of 2026-06-02",
    "export": "for-the-area.withheld.csv says where",
    "scrub": "with invented people",
    "verify-log": "The log is whole: 8 events",
}
"""What each command of the page tells whoever gives it."""
SOMEBODY_ELSE = ["lapwing", "administrator", "otto.keys@example.org", "--name", "Otto Keys"]


def commands_of_page() -> list[list[str]]:
    lines = (line for block in BLOCK.findall(PAGE.read_text("utf-8")) for line in block.splitlines())
    return [shlex.split(line) for line in lines if line.startswith("lapwing ")]


def run_in(folder: Path, commands: list[list[str]]) -> list[Ran]:
    """Runs them over a database of their own, as somebody would who stands in the folder."""
    source = str(Path(lapwing.__file__).parents[1])
    here = {**os.environ, "PYTHONPATH": source, "DATABASE_URL": f"sqlite:///{folder}/lapwing.sqlite3"}
    script = Path(__file__).with_name("one_after_another.py")
    done = subprocess.run(
        [sys.executable, script],
        cwd=folder,
        env=here,
        input=json.dumps(commands),
        capture_output=True,
        text=True,
        check=True,
    )
    return [Ran(one["exit"], one["out"], one["err"]) for one in json.loads(done.stdout)]


def test_every_command_of_the_page_does_what_it_says(tmp_path: Path) -> None:
    write_folder(simulate(40, 1, today=date(2026, 6, 1)), tmp_path / "records")
    commands = commands_of_page()
    assert [words[1] for words in commands] == list(SAYS)
    *of_page, refused = run_in(tmp_path, [*commands, SOMEBODY_ELSE])
    for words, ran in zip(commands, of_page, strict=True):
        assert (ran.exit, ran.err) == (0, ran.err)
        assert SAYS[words[1]] in ran.err
    assert len(of_page[1].out.strip()) == 43, "the token alone goes to where a pipe can have it"
    assert (refused.exit, refused.out) == (2, "")
    assert "There is an administrator already" in refused.err
    assert {"for-the-area", "for-the-area.withheld.csv", "a-copy-to-share"} <= {one.name for one in tmp_path.iterdir()}

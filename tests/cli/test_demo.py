"""`lapwing demo`, as people run it: made once a day, served, and no other database touched."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from urllib.request import urlopen

import pytest

from lapwing.demonstration.cast import Who
from lapwing.demonstration.making import CouldNotInvent, address_of, invent_into

pytestmark = pytest.mark.long  # makes databases, in processes of their own

SOURCE = Path(__file__).parents[2] / "src"


def environment(area: Path) -> Mapping[str, str]:
    """Of somebody who has a database of their own."""
    return {**os.environ, "DATABASE_URL": f"sqlite:///{area}", "PYTHONPATH": str(SOURCE), "COLUMNS": "80"}


@contextmanager
def demo(out: Path, *words: object) -> Iterator[str]:
    """The demonstration while it goes on, with what it said on the way; it ends as with Ctrl-C."""
    command = [sys.executable, "-m", "lapwing", "demo", "--children", "60", "--no-browser", "--out", str(out)]
    own = out.parent / "own.sqlite3"
    pipe = subprocess.PIPE
    with subprocess.Popen([*command, *map(str, words)], stdout=pipe, text=True, env=environment(own)) as process:
        assert process.stdout is not None
        said = ""
        for line in process.stdout:
            said += line
            if "until it is stopped" in line:
                break
        try:
            yield said
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) in (0, 130), "it ends by itself; with 130 before it has begun to listen"
    assert not own.exists(), "the database of whoever runs it is left alone"


def address(said: str) -> str:
    found = re.search(r"http://127\.0\.0\.1:\d+/", said)
    assert found, said
    return found[0]


def names(file: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute("SELECT email, name FROM account ORDER BY email").fetchall()


def test_it_makes_a_partnership_serves_it_and_says_who_to_sign_in_as(tmp_path: Path, demonstration: Path) -> None:
    out = tmp_path / "a demo"
    with demo(out) as said:
        with urlopen(f"{address(said)}api/openapi.json", timeout=60) as answer:  # noqa: S310
            assert answer.status == 200
        assert all(who.email in said for who in Who)
        assert "lapwing-demo" in said
        assert "Marnie Loxley" in said
    for page in ("findings.html", "reviews.html"):
        assert (out / page).read_text(encoding="utf-8").startswith("<!doctype html>")
    assert names(out / "demo.sqlite3") == names(demonstration), "the same children and day give the same people"


def test_what_was_made_today_is_used_again_on_another_port_where_the_usual_one_is_taken(
    tmp_path: Path, demonstration: Path
) -> None:
    out = tmp_path / "demo"
    out.mkdir()
    shutil.copy(demonstration, out / "demo.sqlite3")
    made = out / "demo.json"
    made.write_text(f'{{"made_on": "{date.today()}", "children": 60}}', encoding="utf-8")
    before = (out / "demo.sqlite3").stat().st_ino
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        refused = subprocess.run(
            [sys.executable, "-m", "lapwing", "demo", "--children", "60", "--port", str(port), "--out", str(out)],
            env=environment(tmp_path / "own.sqlite3"), capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert refused.returncode == 2
        assert f"--port: {port} cannot be listened at" in refused.stderr
    with demo(out) as first, demo(out) as second:
        assert address(first) != address(second)
    assert (out / "demo.sqlite3").stat().st_ino == before


def test_a_partnership_that_cannot_be_made_leaves_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "demo.sqlite3"
    file.write_text("an earlier one", encoding="utf-8")
    with pytest.raises(CouldNotInvent, match="needs a day from"):
        invent_into(file, children=1, today=date(1999, 1, 1))
    assert file.read_text(encoding="utf-8") == "an earlier one"
    assert [one.name for one in tmp_path.iterdir()] == ["demo.sqlite3"]


def test_the_address_of_a_file_may_have_spaces_and_signs(tmp_path: Path) -> None:
    assert address_of(tmp_path / "a demo?.sqlite3").endswith("/a%20demo%3F.sqlite3")

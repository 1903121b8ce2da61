"""A process killed in the middle leaves nothing half-written; two people saving at once do not overwrite each other."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

pytestmark = pytest.mark.long  # starts processes and kills them

FOLDERS = [Path(__file__).parent, Path(__file__).parents[1], Path(__file__).parents[2] / "src"]
SCRIPT = Path(__file__).parent / "in_process.py"


def started(what: str, file: Path | str, *more: str) -> subprocess.Popen[str]:
    path = os.pathsep.join(str(folder) for folder in FOLDERS)
    command = [sys.executable, str(SCRIPT), what, str(file), *more]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, env={**os.environ, "PYTHONPATH": path}, stdin=pipe, stdout=pipe, text=True)


def finished(what: str, file: Path | str, *more: str) -> str:
    process = started(what, file, *more)
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    return said


def killed(what: str, file: Path) -> None:
    """Starts it, waits until it stands in the middle, and kills it as a power cut would."""
    process = started(what, file)
    assert process.stdout is not None
    assert process.stdout.readline() == "here\n"
    process.kill()
    process.communicate()
    assert process.returncode < 0


@pytest.fixture
def database(tmp_path: Path) -> Path:
    file = tmp_path / "lapwing.sqlite3"
    finished("make", file)
    return file


def only(file: Path, statement: str) -> str:
    with sqlite3.connect(file) as connection:
        (found,) = connection.execute(statement).fetchone()
    connection.close()
    return str(found)


def count(file: Path, table: str, where: str = "1") -> int:
    return int(only(file, f"SELECT count(*) FROM {table} WHERE {where}"))  # noqa: S608


@pytest.fixture
def stood(database: Path) -> dict[str, int]:
    return {table: count(database, table) for table in ("child", "person", "involvement", "event", "finding")}


def test_a_verb_that_is_killed_leaves_nothing_and_can_be_done_again(database: Path, stood: dict[str, int]) -> None:
    killed("refer_and_stop", database)
    assert {table: count(database, table) for table in stood} == stood
    finished("refer", database)
    assert count(database, "child") == stood["child"] + 1
    assert count(database, "event") == stood["event"] + 1


def test_an_import_that_is_killed_leaves_whole_batches_and_goes_on(database: Path) -> None:
    killed("bring_in_and_stop", database)
    done = json.loads(only(database, "SELECT done FROM import_run"))
    assert len(done) > 2
    assert done == {table: count(database, table, "feed_id = 'maternity' AND NOT only_named") for table in done}
    assert count(database, "carries", "feed_id = 'maternity'") == 0
    assert finished("bring_in", database) == "resumed 0\n"
    assert count(database, "carries", "feed_id = 'maternity'") > 30


def at_once(what: str, file: Path | str, *each: tuple[str, ...]) -> list[str]:
    """Two processes that have both read before either writes; what they said, sorted."""
    every = [started(what, file, *more) for more in each]
    for process in every:
        assert process.stdout is not None
        assert process.stdout.readline() == "here\n"
    for process in every:
        assert process.stdin is not None
        process.stdin.write("now\n")
        process.stdin.flush()
    said = sorted(process.communicate(timeout=60)[0].strip() for process in every)
    assert [process.returncode for process in every] == [0] * len(every)
    return said


def test_of_two_who_save_at_once_the_second_is_told(database: Path) -> None:
    finished("refer", database)
    said = at_once("amend", database, ("Anna",), ("Bea",))
    assert [one.split()[0] for one in said] == ["saved", "told"]
    assert count(database, "person_earlier") == 1


def test_of_two_daily_runs_at_once_the_second_finds_nothing_to_do(database: Path) -> None:
    finished("bring_in", database)
    nothing, all = at_once("recompute", database, (), ())
    standing, opened = count(database, "finding"), count(database, "finding_change", "kind = 'opened'")
    assert nothing == f"0 0 {standing}"
    assert all == f"{opened} 0 {standing}"
    assert opened > 100
    assert count(database, "event", "verb = 'recompute'") == 2


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[Path | str]:
    """A database of the kind that tests run on, which processes can share."""
    if connection.vendor == "sqlite":
        yield tmp_path / "lapwing.sqlite3"
        return
    import psycopg  # only where the tests run on PostgreSQL is it installed

    given = connection.settings_dict
    server = f"{given['USER']}@{given['HOST']}:{given['PORT']}"
    with psycopg.connect(f"postgres://{server}/postgres", autocommit=True) as admin:
        admin.execute("CREATE DATABASE lapwing_shared")
        yield f"postgres://{server}/lapwing_shared"
        admin.execute("DROP DATABASE lapwing_shared")


def test_of_two_who_accept_at_once_the_second_is_told_that_it_was_accepted(shared: Path | str) -> None:
    finished("hand_over", shared)
    first, second = at_once("accept", shared, ("Hazel Ford",), ("Hope Brook",))
    assert first == "accepted"
    assert second.startswith("told This hand-over was accepted on 1 June 2026 already.")

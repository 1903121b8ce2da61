"""Commands over the database, as people run them: in processes of their own, over a database in a file."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import polars as pl
import pytest

from command_line import DAY, Ran

pytestmark = pytest.mark.long  # makes databases by their migrations, in processes of their own

NOT_STORED = ("records",)
"""What `check` gives of a finding besides, and the database does not keep: from which rows its facts are."""
NEXT_WEEK = "2026-06-08"
SCRIPT = Path(__file__).parent / "several.py"
SOURCE = Path(__file__).parents[2] / "src"


class Process:
    """A process that runs commands over a database; for many tests the same one, since it takes a second to start."""

    def __init__(self, address: str) -> None:
        env = {**os.environ, "DATABASE_URL": address, "PYTHONPATH": str(SOURCE)}
        env.pop("LAPWING_DEBUG", None)
        pipe = subprocess.PIPE
        self.popen = subprocess.Popen([sys.executable, SCRIPT], stdin=pipe, stdout=pipe, text=True, env=env)

    def run(self, *commands: tuple[object, ...]) -> list[Ran]:
        """How each of these commands ended, one after another."""
        answers = [self._answer([str(word) for word in words]) for words in commands]
        return [Ran(**answer) for answer in answers if answer is not None]

    def _answer(self, words: list[str]) -> dict[str, Any] | None:
        assert self.popen.stdin is not None
        assert self.popen.stdout is not None
        self.popen.stdin.write(json.dumps(words) + "\n")
        self.popen.stdin.flush()
        answer: dict[str, Any] | None = json.loads(self.popen.stdout.readline())
        return answer

    def end(self) -> None:
        self.popen.communicate(timeout=60)
        assert self.popen.returncode == 0


@dataclass(frozen=True)
class Area:
    """A database in a file, and what is run over it."""

    file: Path
    process: Process

    def run(self, *commands: tuple[object, ...]) -> list[Ran]:
        return self.process.run(*commands)

    def one(self, *words: object) -> Ran:
        (ran,) = self.run(words)
        return ran

    def ask(self, statement: str) -> list[tuple[Any, ...]]:
        """What the file itself says."""
        with closing(sqlite3.connect(self.file)) as connection, connection:
            return connection.execute(statement).fetchall()

    def holds(self, other: Path | None) -> None:
        """From now on the database is a copy of another, or is not there."""
        self.run(("let-go",))
        for end in ("", "-wal", "-shm"):
            Path(f"{self.file}{end}").unlink(missing_ok=True)
        if other is not None:
            shutil.copy(other, self.file)


@pytest.fixture(scope="module")
def process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Area]:
    file = tmp_path_factory.mktemp("database") / "lapwing.sqlite3"
    area = Area(file, Process(f"sqlite:///{file}"))
    yield area
    area.process.end()


@pytest.fixture(scope="module")
def migrated(process: Area, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database made by `lapwing migrate`: once, since it takes seconds."""
    ran = process.one("migrate")
    assert (ran.exit, ran.out, ran.err) == (0, "", f"The database at {process.file} is ready.\n")
    process.run(("let-go",))
    return Path(shutil.copy(process.file, tmp_path_factory.mktemp("migrated")))


@pytest.fixture
def area(process: Area, migrated: Path) -> Area:
    """A database in which nothing is yet."""
    process.holds(migrated)
    return process


def tables(folder: Path, **rows: str) -> Path:
    """A folder of record tables as CSV, each given as its lines."""
    folder.mkdir(exist_ok=True)
    for name, lines in rows.items():
        (folder / f"{name}.csv").write_text(lines)
    return folder


def imported(source: Path, *more: object) -> tuple[object, ...]:
    return ("import", source, "--feed", "mosaic", "--as-of", DAY, *more)


def test_a_database_that_is_ready_is_left_as_it_is(area: Area) -> None:
    before = area.ask("SELECT * FROM django_migrations")
    assert area.one("migrate").exit == 0
    assert area.ask("SELECT * FROM django_migrations") == before


# ---------------------------------------------------------------- import


@pytest.mark.parametrize(("form", "name"), [("cin", "census.xml"), ("ssd", "dataset"), ("parquet", "tables")])
def test_what_is_imported_has_the_findings_that_a_check_of_it_has(
    area: Area, tmp_path: Path, form: str, name: str
) -> None:
    source = tmp_path / name
    made, checked, came, again = area.run(
        ("simulate", "--children", 60, "--seed", 4, "--as-of", DAY, "--as", form, "--out", source),
        ("check", source, "--as-of", DAY, "--format", "json"),
        imported(source),
        imported(source, "--no-recompute"),
    )
    assert (made.exit, checked.exit, came.exit, again.exit) == (0, 0, 0, 0)
    found = [one for one in json.loads(checked.out)["findings"] if one["outcome"] != "not_applicable"]
    assert in_order(found) == in_order(stored_findings(area, like=found[0]))
    assert f" opened, 0 changed, 0 closed, {len(found):,} stand." in came.err
    assert "\n0 rows new, 0 changed, " in again.err


def stored_findings(area: Area, like: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The findings as `check` gives them as JSON, the keys of the feed as the source has them."""
    columns = {name: "child_id" if name == "child" else name for name in like if name not in NOT_STORED}
    asked = ", ".join(f'finding."{name}"' for name in columns.values())
    rows = area.ask(f"SELECT {asked} FROM finding")  # noqa: S608
    return [_as_json(dict(zip(columns, row, strict=True))) for row in rows]


def _as_json(row: dict[str, Any]) -> dict[str, Any]:
    plain = {name: value.replace("mosaic:", "") if isinstance(value, str) else value for name, value in row.items()}
    read = {"facts": json.loads, "missing": json.loads, "urgent": bool}
    return plain | {name: as_type(plain[name]) for name, as_type in read.items()}


def in_order(findings: list[dict[str, Any]]) -> list[str]:
    told = ({name: said for name, said in one.items() if name not in NOT_STORED} for one in findings)
    return sorted(json.dumps(one, sort_keys=True) for one in told)


def test_an_import_that_was_stopped_goes_on_and_says_so(area: Area, partnership: Path) -> None:
    stopped, came = area.run(("stop-after", 5), imported(partnership), imported(partnership, "--no-recompute"))
    assert (stopped.exit, came.exit) == (130, 0)
    assert came.err.startswith(f"{partnership}: record tables.")
    assert "An earlier import of the same source had stopped; this one went on from there." in came.err
    assert " changed, 0 the same." in came.err, "nothing was stored twice"
    assert f"The findings of {DAY} wait for `lapwing recompute`." in came.err


def test_what_contradicts_what_was_entered_here_is_told_and_left_as_it_is(area: Area, tmp_path: Path) -> None:
    first = tables(tmp_path / "first", person="person_id,family_name\np,Vale\n")
    second = tables(tmp_path / "second", person="person_id,family_name\np,Dale\n")
    entered = ("amend", "person", "mosaic:p", "family_name", "Vale-Hill")
    _, came = area.run(imported(first), entered, imported(second))
    assert (
        "1 row contradicts what was entered here, or cannot be held as given. What stands here stays, and somebody "
        "has to settle each." in came.err
    )
    assert area.ask("SELECT family_name FROM person") == [("Vale-Hill",)]


def test_a_source_that_cannot_be_used_is_refused_before_anything_is_stored(area: Area, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Call back.")
    unknown, unnamed, misnamed = area.run(
        imported(tmp_path / "notes.txt"),
        ("import", tmp_path / "notes.txt"),
        ("import", tmp_path / "notes.txt", "--feed", "Mosaic: live"),
    )
    assert (unknown.exit, unnamed.exit, misnamed.exit) == (2, 2, 2)
    assert "notes.txt" in unknown.err
    assert "--feed" in unnamed.err
    assert misnamed.err == (
        "--feed: has “Mosaic: live”; needs a short name in small letters, such as mosaic or maternity.\n"
    )
    assert area.ask("SELECT count(*) FROM import_run") == [(0,)]


# ---------------------------------------------------------------- the database itself


def test_a_database_that_is_not_there_is_not_made_by_chance(process: Area, tmp_path: Path) -> None:
    process.holds(None)
    for ran in process.run(("recompute",), ("verify-log",), ("match",), ("export", tmp_path / "out")):
        assert (ran.exit, ran.out) == (2, "")
        assert ran.err == (
            f"There is no database at {process.file}. Run `lapwing migrate` to make it, or name another in DATABASE_URL.\n"
        )
    assert not process.file.exists()


def test_a_database_of_an_older_version_is_named_with_what_to_do(area: Area) -> None:
    area.ask("DELETE FROM django_migrations WHERE app = 'records'")
    ran = area.one("recompute")
    assert (ran.exit, ran.err) == (
        2,
        f"The database at {area.file} is not as this version of Lapwing needs it. Run `lapwing migrate`.\n",
    )


def test_a_server_that_cannot_be_reached_is_named_without_its_password() -> None:
    pytest.importorskip("psycopg")
    process = Process("postgres://lapwing:hush@127.0.0.1:9/area")
    for ran in process.run(("migrate",), ("recompute",)):
        assert (ran.exit, ran.out) == (2, "")
        assert ran.err == (
            "The database at 127.0.0.1:9/area cannot be reached. Is it running, and is DATABASE_URL right?\n"
        )
    process.end()


FAMILY = {
    "agency": "agency_id,name,kind\ncare,Tarnley social care,childrens_social_care\npolice,Wendleshire police,police\n",
    "person": "person_id,given_name,address_protected\nmother,Carys,true\nfather,Owen,\nkit,Kit,\n",
    "address": (
        "address_id,person_id,address,postcode\n"
        'a1,mother,"14 Elm Road, Tarnley",ZZ1 1AA\na2,kit,14 elm rd.,\na3,father,"3 Mill Bank, Osmere",ZZ2 2BB\n'
    ),
    "child": "child_id,person_id\nc,kit\n",
    "relationship": (
        "relationship_id,child_id,person_id,role,lives_with_child\nr1,c,mother,birth_mother,true\nr2,c,father,birth_father,\n"
    ),
    "involvement": "involvement_id,child_id,agency_id\ni1,c,care\ni2,c,police\n",
    "contact": "contact_id,child_id,note\nt1,c,Seen at 14 Elm Rd (zz11aa) on Monday.\n",
}


# ---------------------------------------------------------------- recompute


def test_a_daily_run_says_what_moved_and_again_nothing(area: Area, tmp_path: Path) -> None:
    source = tmp_path / "source"
    *_, first, second, later = area.run(
        ("simulate", "--children", 40, "--as-of", DAY, "--out", source),
        imported(source, "--no-recompute"),
        ("recompute", "--as-of", DAY),
        ("recompute", "--as-of", DAY),
        ("recompute", "--as-of", NEXT_WEEK),
    )
    assert [ran.exit for ran in (first, second, later)] == [0, 0, 0]
    assert first.err.startswith(f"Findings of {DAY}: {told(area, DAY, 'opened')} opened, 0 changed, 0 closed, ")
    assert second.err.startswith(f"Findings of {DAY}: 0 opened, 0 changed, 0 closed, ")
    opened, changed, closed = (told(area, NEXT_WEEK, kind) for kind in ("opened", "changed", "closed"))
    assert later.err.startswith(f"Findings of {NEXT_WEEK}: {opened} opened, {changed} changed, {closed} closed, ")
    assert told(area, DAY, "opened") > 10
    assert changed > 0


def told(area: Area, day: str, kind: str) -> int:
    """How many findings opened, changed or closed on a day."""
    ((count,),) = area.ask(f"SELECT count(*) FROM finding_change WHERE \"on\" = '{day}' AND kind = '{kind}'")  # noqa: S608
    return int(count)


# ---------------------------------------------------------------- export


def test_what_an_agency_gets_holds_nothing_of_a_protected_address_and_can_be_checked(
    area: Area, tmp_path: Path
) -> None:
    source, out = tables(tmp_path / "source", **FAMILY), tmp_path / "out"
    _, went, checked = area.run(
        imported(source),
        ("export", out, "--for", "Wendleshire police", "--format", "csv", "--as-of", DAY),
        ("check", out, "--as-of", DAY, "--format", "json"),
    )
    assert (went.exit, checked.exit) == (0, 0)
    written = "\n".join(file.read_text("utf-8") for file in sorted(out.iterdir()))
    assert not any(part in written.casefold().replace(" ", "") for part in ("elm", "zz11aa"))
    assert "Seen at [withheld]" in written
    assert "3 Mill Bank, Osmere" in written
    assert json.loads(checked.out)["read"]["child"] == 1


def test_what_was_withheld_is_listed_beside_the_folder_and_the_log_keeps_that_it_went(
    area: Area, tmp_path: Path
) -> None:
    source, out = tables(tmp_path / "source", **FAMILY), tmp_path / "out"
    _, went = area.run(imported(source), ("export", out, "--for", "mosaic:police", "--as-of", DAY))
    listed = pl.read_csv(tmp_path / "out.withheld.csv")
    assert ("contact", "mosaic:t1", "note") in listed.select("table", "key", "column").rows()
    assert f"In {listed.height} places something was withheld: {out}.withheld.csv says where and why." in went.err
    ((details,),) = area.ask("SELECT details FROM event WHERE verb = 'export'")
    assert json.loads(details) == {"for": "mosaic:police", "to": "out", "withheld": listed.height, "day": DAY}


def test_an_export_for_nobody_or_over_other_things_is_refused(area: Area, tmp_path: Path) -> None:
    source, theirs = tables(tmp_path / "source", **FAMILY), tables(tmp_path / "theirs", letter="Dear all\n")
    (tmp_path / "file").write_text("not a folder")
    _, nobody, over, upon = area.run(
        imported(source),
        ("export", tmp_path / "out", "--for", "Fire brigade"),
        ("export", theirs),
        ("export", tmp_path / "file"),
    )
    assert (nobody.exit, over.exit, upon.exit) == (2, 2, 2)
    assert nobody.err == (
        "--for: has “Fire brigade”; needs the key or the name of one agency. There are: Tarnley social care, "
        "Wendleshire police.\n"
    )
    assert over.err == (
        f"{theirs} holds what Lapwing did not write there (letter.csv); give the name of a new folder.\n"
    )
    assert upon.err == f"{tmp_path / 'file'} is a file; give the name of a folder.\n"
    assert not list(tmp_path.glob("*.withheld.csv")), "no list stays behind of what did not go"
    assert area.ask("SELECT count(*) FROM event WHERE verb = 'export'") == [(0,)]


# ---------------------------------------------------------------- scrub


def test_a_copy_to_share_has_the_same_cases_with_nobody_in_them(area: Area, tmp_path: Path) -> None:
    source, out = tables(tmp_path / "source", **FAMILY), tmp_path / "copy"
    _, made, checked = area.run(
        imported(source), ("scrub", out, "--format", "csv"), ("check", out, "--as-of", DAY, "--format", "json")
    )
    assert (made.exit, checked.exit) == (0, 0)
    written = "\n".join(file.read_text("utf-8") for file in sorted(out.iterdir()))
    for word in ("Carys", "Owen", "Elm", "Mill Bank", "ZZ1 1AA", "Monday", "Wendleshire", "mosaic:"):
        assert word not in written
    assert json.loads(checked.out)["read"]["relationship"] == 2
    assert area.ask("SELECT verb FROM event ORDER BY place DESC LIMIT 1") == [("scrub",)]


# ---------------------------------------------------------------- match


def test_records_that_may_be_of_one_person_are_counted_and_none_is_linked(area: Area, tmp_path: Path) -> None:
    people = "person_id,given_name,family_name,born_on\n"
    source = tables(tmp_path / "source", person=f"{people}a,Tess,Vale,2011-03-02\nb,Tess,Vale,2011-03-02\n")
    _, found, again = area.run(imported(source), ("match",), ("match",))
    assert (found.exit, found.out) == (0, "")
    assert found.err == ("1 pair of records that may be of one person found anew; 1 waits for somebody to decide.\n")
    assert again.err == ("0 pairs of records that may be of one person found anew; 1 waits for somebody to decide.\n")
    assert area.ask('SELECT count(*) FROM "same"') == [(0,)]


# ---------------------------------------------------------------- verify-log


@pytest.fixture
def logged(area: Area) -> Area:
    """A database with three events in its log."""
    *_, ran = area.run(("match",), ("match",), ("match",), ("verify-log",))
    ((end,),) = area.ask("SELECT hash FROM chain_head")
    assert (ran.exit, ran.err) == (0, f"The log is whole: 3 events, ending in {end[:16]}.\n")
    return area


@pytest.mark.parametrize(
    ("done", "says"),
    [
        ("UPDATE event SET details = '{}' WHERE place = 2", "Event 2 is not as it was written.\n"),
        ("DELETE FROM event WHERE place = 2", "1 event is missing before event 3.\n"),
        ("DELETE FROM event WHERE place = 3", "The log ends at event 2 and should end at 3.\n"),
    ],
)
def test_a_log_that_was_tampered_with_ends_with_one_and_says_where(logged: Area, done: str, says: str) -> None:
    logged.ask(done)
    ran = logged.one("verify-log")
    assert (ran.exit, ran.out) == (1, says)


# The service


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def served(area: Area) -> Iterator[str]:
    """Where the API of a database is answered by a process of its own."""
    port = free_port()
    env = {**os.environ, "DATABASE_URL": f"sqlite:///{area.file}", "PYTHONPATH": str(SOURCE)}
    command = [sys.executable, "-m", "lapwing", "serve", "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=env) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == (
            f"The API answers at http://127.0.0.1:{port}/api until this is stopped (Ctrl-C).\n"
        )
        yield f"http://127.0.0.1:{port}/api"
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)


def asked(address: str, token: str) -> tuple[int, Any]:
    request = Request(address, headers={"Authorization": f"Bearer {token}"})  # noqa: S310  # this machine
    try:
        with urlopen(request) as answer:  # noqa: S310
            return answer.status, json.load(answer)
    except HTTPError as refusal:
        with refusal:
            return refusal.code, json.load(refusal)


def test_the_api_is_served_to_whoever_has_a_token(area: Area, served: str) -> None:
    token = area.one("administrator", "ida.quill@example.org", "--name", "Ida Quill").out.strip()
    status, me = asked(f"{served}/me", token)
    assert (status, me["name"]) == (200, "Ida Quill")
    status, refused = asked(f"{served}/me", "another")
    assert (status, refused["says"][:30]) == (401, "This token is not known here. ")


def test_a_port_that_is_taken_is_refused_in_a_sentence(area: Area) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = area.one("serve", "--port", port)
    assert (ran.exit, ran.err.split(" cannot")[0]) == (2, f"--port: {port}")

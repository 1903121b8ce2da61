"""Builds the generated pages of `docs/`, with each check's case table as it comes out, and runs the how-tos.

`./dev docs` writes them; with `--check`, as in `./dev check`, it only says which are out of date.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import django

from agreement import Findings
from case_tables import Case, Says, Table
from every_table import TABLES
from how_to import how_tos
from lapwing.engine.check import Outcome
from lapwing.pages import CHECKS_FOLDER, Line, pages

DOCS = Path(__file__).parents[1] / "docs"


def manual() -> dict[str, str]:
    """Every page that is built or run, by its path below `docs/`."""
    cases: dict[str, list[Line]] = {}
    for table in TABLES.values():
        for code, line in _lines(table):
            if line not in cases.setdefault(code, []):
                cases[code].append(line)
    return {**pages(cases), "reference/permissions.md": permissions(), **how_tos(DOCS)}


def permissions() -> str:
    """The page of who may do what; it is made of the verbs, which need Django ready."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lapwing.settings")
    django.setup()
    from lapwing.board.pages import permissions_page

    return permissions_page()


def _lines(table: Table) -> Iterator[tuple[str, Line]]:
    """Each line of a table as it comes out, with the code of the check that it is about."""
    found = _by_check(table.found("rows"))
    for number, case in enumerate(table.cases):
        for check, some in case.expected.items():
            code = f"{table.heading}.{check}"
            for says in some:
                yield code, _line(table, case, says, found.get((f"{number}:{says.of}", code), {}), number)


def _by_check(found: Findings) -> dict[tuple[str, str], dict[str, dict[str, object]]]:
    """Findings by child and check, then by subject."""
    grouped: dict[tuple[str, str], dict[str, dict[str, object]]] = {}
    for (child, subject, code), finding in found.items():
        grouped.setdefault((child, code), {})[subject] = finding
    return grouped


def _line(table: Table, case: Case, says: Says, found: dict[str, dict[str, object]], number: int) -> Line:
    some = [one for subject, one in found.items() if says.subject in (None, subject.removeprefix(f"{number}:"))]
    if not some:
        return Line(table.today, case.situation)
    finding = some[0]
    outcome = Outcome(str(finding["outcome"]))
    told = {part: finding[part] for part in ("word", "due_on", "reason", "plain_reason")}
    return Line(table.today, case.situation, outcome, **told)


def stale() -> list[str]:
    """What is wrong with the pages as they stand: out of date, or of a check that there is no more."""
    built = manual()
    wrong = [f"docs/{path} is out of date" for path, text in built.items() if not _is(DOCS / path, text)]
    standing = {path.relative_to(DOCS).as_posix() for path in (DOCS / CHECKS_FOLDER).rglob("*.md")}
    return wrong + [f"docs/{path} is of no check any more" for path in sorted(standing - set(built))]


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


def write() -> None:
    """Writes every page, and takes away those of checks that there are no more."""
    built = manual()
    for path in (DOCS / CHECKS_FOLDER).rglob("*.md"):
        if path.relative_to(DOCS).as_posix() not in built:
            path.unlink()
    for path, text in built.items():
        (DOCS / path).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / path).write_text(text, encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Writes the pages, or with --check tells which are not as they should be; 1 where any is."""
    if "--check" not in arguments:
        write()
        return 0
    wrong = stale()
    sys.stderr.writelines(f"{one}; run ./dev docs.\n" for one in wrong)
    return min(len(wrong), 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""An area's own checks: from a file that is given, or from a package that is installed, under the same rules as ours.

They are kept beside the shipped checks, never among them: reading a file twice, or another of the same name in
its place, changes nothing of what is already there.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from traceback import extract_tb
from types import CodeType, ModuleType

from lapwing.checks import CHECKS
from lapwing.engine.check import NOWADAYS, Check, kept_apart
from lapwing.engine.rule import facts_behind
from lapwing.engine.run import Question, run
from lapwing.language.expressions import WrongExpression
from lapwing.lessons.ages_of_concern import HEADINGS
from lapwing.lessons.settings import shipped_settings
from lapwing.vocabulary.facts import Fact
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES

GROUP = "lapwing.checks"
"""The entry points under which an installed package names its modules of checks."""
HOW_TO = "docs/how-to/write-a-check-of-your-own.md"
NAME = re.compile(r"[a-z][a-z0-9_]*")


class UnusableChecks(Exception):
    """Checks that cannot be used; the text says which file or package, the line where there is one, and what to do."""


def all_checks(files: Iterable[Path] = ()) -> list[type[Check]]:
    """The shipped checks, those of installed packages, and those of the files, each in its order."""
    local: dict[str, tuple[str, tuple[type[Check], ...]]] = {}
    for heading, place, checks in (*_installed(), *_given(files)):
        if heading in local:
            raise UnusableChecks(
                f"{place} and {local[heading][0]} would both give codes that begin with {heading}. Rename one of them."
            )
        local[heading] = (place, checks)
    _refuse_two_facts_of_one_name(local.values())
    return [*CHECKS.values(), *(check for _, checks in local.values() for check in checks)]


def _given(files: Iterable[Path]) -> Iterator[tuple[str, str, tuple[type[Check], ...]]]:
    for path in dict.fromkeys(file.resolve() for file in files):
        yield path.stem, str(path), checks_of_file(path)


def _refuse_two_facts_of_one_name(local: Iterable[tuple[str, tuple[type[Check], ...]]]) -> None:
    """Facts that two files add to one subject have to be told apart by name."""
    seen: dict[tuple[type, str], tuple[Fact, str]] = {}
    for place, checks in local:
        for fact in (fact for check in checks for fact in facts_behind(check)):
            other, where = seen.setdefault((fact.subject, fact.name), (fact, place))
            if other is not fact:
                raise UnusableChecks(f"{place} and {where} both add a fact {fact.name}. Rename it in one of them.")


# ---------------------------------------------------------------- a file


def checks_of_file(path: Path) -> tuple[type[Check], ...]:
    """The checks that a file holds, under codes that begin with its name; refused in plain words if it is at fault."""
    _refuse_name(path.stem, str(path), f"rename the file, such as to our_area{path.suffix or '.py'}")
    code = _compiled(path)
    shipped = dict(CHECKS)
    with kept_apart(path.stem) as checks:
        try:
            _run(code, path)
        except (Exception, SystemExit) as fault:
            raise UnusableChecks(f"{path.name}{_line_of(fault, path)}: {_said(fault)}") from None
        finally:
            changed = shipped != CHECKS
            CHECKS.clear()
            CHECKS.update(shipped)
    if changed or any(check.code != code for code, check in checks.items()):
        raise UnusableChecks(f"{path.name}: changes checks or their codes by itself; leave the codes to Lapwing.")
    return _sound(path.name, checks.values())


def _refuse_name(name: str, place: str, remedy: str) -> None:
    if name in HEADINGS:
        raise UnusableChecks(f"{place}: {name} is a heading of the report's own checks; {remedy}.")
    if not NAME.fullmatch(name):
        raise UnusableChecks(
            f"{place}: its checks' codes would begin with “{name}”, which needs to be small letters, digits and "
            f"underscores; {remedy}."
        )


def _compiled(path: Path) -> CodeType:
    try:
        return compile(path.read_text(encoding="utf-8-sig"), str(path), "exec", dont_inherit=True)
    except OSError as wrong:
        reason = "is not there" if isinstance(wrong, FileNotFoundError) else f"cannot be read ({wrong.strerror})"
        raise UnusableChecks(f"{path} {reason}; give the path of a Python file with checks.") from None
    except UnicodeDecodeError:
        raise UnusableChecks(f"{path.name}: is not text in UTF-8; save it as such.") from None
    except SyntaxError as wrong:
        line = f", line {wrong.lineno}" if wrong.lineno else ""
        raise UnusableChecks(f"{path.name}{line}: is not Python as it stands ({wrong.msg}); put it right.") from None
    except ValueError:
        raise UnusableChecks(f"{path.name}: is not a text of Python; give a Python file with checks.") from None


def _run(code: CodeType, path: Path) -> None:
    module = ModuleType(f"lapwing_checks_of_{path.stem}")
    module.__file__ = str(path)
    sys.modules[module.__name__] = module
    try:
        exec(code, vars(module))  # noqa: S102
    finally:
        del sys.modules[module.__name__]


def _line_of(fault: BaseException, path: Path) -> str:
    lines = [frame.lineno for frame in extract_tb(fault.__traceback__) if frame.filename == str(path)]
    return f", line {lines[-1]}" if lines else ""


def _said(fault: BaseException) -> str:
    """What is wrong, in the words of the form or of Python."""
    ours = type(fault).__module__.startswith("lapwing.") or isinstance(fault, AttributeError | ImportError)
    text = str(fault).rstrip(".")
    return f"{text}." if ours and text else f"{type(fault).__name__}{': ' if text else ''}{text}. Put it right there."


def _sound(place: str, checks: Iterable[type[Check]]) -> tuple[type[Check], ...]:
    """The checks, tried over records in which nothing stands."""
    found = tuple(checks)
    if not found:
        raise UnusableChecks(f"{place}: holds no check; it needs a class below Check, as {HOW_TO} shows.")
    question, nothing = Question(found, NOWADAYS, shipped_settings()), RecordSet.of_rows(dict.fromkeys(TABLES, ()))
    try:
        question.plan()
    except WrongExpression as wrong:
        raise UnusableChecks(f"{place}: {wrong}") from None
    for one in run(question, nothing).could_not_run:
        raise UnusableChecks(f"{place}: {one.check} cannot be worked out. {one.why}")
    return found


# ---------------------------------------------------------------- installed packages


def _installed() -> Iterator[tuple[str, str, tuple[type[Check], ...]]]:
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        yield point.name, f"the installed {point.value}", _checks_of_package(point)


@cache
def _checks_of_package(point: EntryPoint) -> tuple[type[Check], ...]:
    """The checks of a module in an installed package; it is imported once."""
    place = f"The installed {point.value}"
    _refuse_name(point.name, place, "give the entry point another name")
    with kept_apart(point.name) as checks:
        try:
            point.load()
        except (Exception, SystemExit) as fault:
            raise UnusableChecks(f"{place}: {_said(fault)}") from None
    return _sound(place, checks.values())

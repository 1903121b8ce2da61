"""An area's own checks: beside the shipped ones, by the same rules, and refused in plain words where they break one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from importlib.metadata import EntryPoint
from pathlib import Path

import polars as pl
import pytest

import lapwing
from agreement import by_frames, by_rows, differences
from lapwing import local_checks
from lapwing.checks import CHECKS
from lapwing.engine.run import Question
from lapwing.lessons.ages_of_concern import WrongLessons, lesson_of_our_own
from lapwing.lessons.settings import shipped_settings
from lapwing.local_checks import UnusableChecks, all_checks, checks_of_file
from lapwing.vocabulary.unborn_child import UnbornChild

DAY = date(2026, 6, 1)
DOCS = Path(__file__).parents[2] / "docs" / "how-to"
OURS = DOCS / "examples" / "our_area.py"
TEXT = OURS.read_text(encoding="utf-8")
CODE = "our_area.home_seen_before_birth"


@pytest.fixture(autouse=True)
def _shipped_checks_stay() -> Iterator[None]:
    before = dict(CHECKS)
    yield
    assert before == CHECKS


def _written(folder: Path, text: str, name: str = "ours.py") -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_a_check_of_an_area_is_made_beside_the_shipped_ones(records: Path, result: lapwing.Result) -> None:
    ours = lapwing.check(records, as_of=DAY, checks=OURS)
    assert ours.could_not_run == result.could_not_run
    assert ours.frame.filter(pl.col("check") != CODE).equals(result.frame)
    found = ours.frame.filter(check=CODE)
    assert {"met", "not_met", "not_yet_due"} & set(found["outcome"])
    assert found["lesson"].unique().to_list() == ["OURS.1"]
    why = lapwing.explain(ours.finding(found.row(0, named=True)))
    assert "our review of two births, 2025" in str(why)


def test_rows_and_frames_agree_on_it(result: lapwing.Result) -> None:
    question = Question(checks_of_file(OURS), DAY, shipped_settings())
    source = result.source.reading.records
    assert differences(by_rows(question, source), by_frames(question, source)) == []


def test_it_may_be_loaded_again_and_again(records: Path, tmp_path: Path) -> None:
    first = lapwing.check(records, as_of=DAY, checks=[OURS, OURS])
    changed = _written(tmp_path, TEXT.replace("DAYS_BEFORE_BIRTH = 28", "DAYS_BEFORE_BIRTH = 140"), "our_area.py")
    second, third = (lapwing.check(records, as_of=DAY, checks=file) for file in (changed, OURS))
    assert first.frame.equals(third.frame)
    assert not first.frame.equals(second.frame)
    assert first.checked.question.checks[-1].rule_version() != second.checked.question.checks[-1].rule_version()


def test_a_manager_can_set_it_aside(records: Path) -> None:
    found = lapwing.check(records, as_of=DAY, checks=OURS)
    child = found.frame.filter(check=CODE, outcome="not_met")["child"][0]
    tables = dict(found.source.tables)
    aside = {
        "exception_id": "x",
        "child_id": child,
        "check": CODE,
        "reason": "rule_does_not_fit",
        "expires_on": date(2026, 7, 1),
    }
    decided = {"decided_by": tables["practitioner"]["practitioner_id"][0], "decided_on": date(2026, 5, 1)}
    tables["exception"] = pl.DataFrame([aside | decided])
    again = lapwing.check(tables, as_of=DAY, checks=OURS)
    assert again.source.skipped == ()
    assert again.finding(child=child, check=CODE).row["outcome"] == "excepted"


def test_the_shipped_subject_is_as_it_was() -> None:
    (check,) = checks_of_file(OURS)
    assert check.about is UnbornChild
    assert not hasattr(UnbornChild, "home_seen_on")
    assert "home_seen_on" not in UnbornChild.facts()


def test_the_how_to_shows_the_file_as_it_is() -> None:
    shown = re.findall(r"^```py\n(.*?)^```$", (DOCS / "write-a-check-of-your-own.md").read_text("utf-8"), re.M | re.S)
    assert len(shown) == 3
    assert [block for block in shown if block not in TEXT] == []


# What is refused

NEW_SUBJECT = """
from lapwing.vocabulary import records
from lapwing.vocabulary.facts import Link, Subject, columns, count_of, own, wider
from lapwing.vocabulary.unborn_child import UnbornChild
concern = columns(records.concern)
class Worry(Subject):
    table = records.concern
    called = "worry"
    child_id = own(concern.child_id, "the child")
    concern_id = own(concern.concern_id, "the worry")
    is_member = wider(UnbornChild.is_member)
    members = is_member
"""
CIRCLE = (
    f"""{NEW_SUBJECT}
class OurUnbornChild(UnbornChild):
    worries = count_of(Worry, "how many worries", by=(Link("child_id", UnbornChild.child_id),))
"""
    + TEXT.partition("class OurUnbornChild")[0]
    + """
class OurChild(UnbornChild):
    home_seen_on = earliest(observation.observed_on, "a", by=(Link("child_id", UnbornChild.child_id),),
        where=(observation.of == "home"))
    many = OurUnbornChild.worries
"""
    + TEXT[TEXT.index("DUE = ") :]
    .replace("OurUnbornChild", "OurChild")
    .replace("helped_since.is_known()", "helped_since.is_known() & (OurUnbornChild.worries > 1)")
)
HELD = "SEE_THE_HOME"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TEXT.replace("{home_seen_on}.", "{seen_on}."), "ours.py, line 45: HomeSeenBeforeBirth.says uses {seen_on}"),
        (TEXT.replace("    met_on = OurUnbornChild.home_seen_on\n", ""), "line 45: HomeSeenBeforeBirth has no met_on."),
        (TEXT.replace("lesson = SEE", "lesson = SEA"), "ours.py, line 49: NameError: name 'SEA_THE_HOME' is not defined"),
        (TEXT.replace('asks = "Has', "asks = Has"), "ours.py, line 48: is not Python as it stands"),
        (TEXT.replace("observation.of ==", "observation.off =="), "line 35: observation has no column off. It has:"),
        (TEXT.replace("home_seen_on = earliest", "born_on = earliest"), "OurUnbornChild has born_on, which UnbornChild has"),
        (TEXT.replace("(DAYS_BEFORE_BIRTH)", '(local("days"))'), "line 40: NameError"),
        (TEXT.partition("class HomeSeen")[0], "ours.py: holds no check; it needs a class below Check"),
        ("", "ours.py: holds no check"),
        ("import nothing_of_the_kind\n", "ours.py, line 1: No module named 'nothing_of_the_kind'."),
        ("raise SystemExit(3)\n", "ours.py, line 1: SystemExit: 3."),
        ("x = 1 / 0\n", "ours.py, line 1: ZeroDivisionError: division by zero. Put it right there."),
        ("\0", "ours.py"),
        (f"{TEXT}\nHomeSeenBeforeBirth.code = 'before_birth.decision_recorded'\n", "changes checks or their codes"),
        (f"{TEXT}\nfrom lapwing.checks import CHECKS\nCHECKS.clear()\n", "changes checks or their codes"),
        (f"{TEXT}\n{TEXT.partition('observation = ')[2]}", "which another check has. Rename it."),
        (CIRCLE, "rest on each other"),
    ],
)  # fmt: skip
def test_a_file_that_breaks_a_rule_is_refused_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UnusableChecks) as refused:
        all_checks([_written(tmp_path, text)])
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("before_birth.py", "before_birth is a heading of the report's own checks; rename the file"),
        ("young_people.py", "young_people is a heading"),
        ("Our Area.py", "would begin with “Our Area”, which needs to be small letters, digits and underscores"),
    ],
)
def test_a_file_of_a_name_that_cannot_begin_codes_is_refused(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(UnusableChecks) as refused:
        all_checks([_written(tmp_path, TEXT, name)])
    assert said in str(refused.value)


def test_a_file_that_is_not_there_or_not_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableChecks, match=r"nowhere\.py is not there"):
        all_checks([tmp_path / "nowhere.py"])
    with pytest.raises(UnusableChecks, match="cannot be read"):
        all_checks([tmp_path])
    (tmp_path / "ours.py").write_bytes(b"\xff\xfe\x00x")
    with pytest.raises(UnusableChecks, match="not text in UTF-8"):
        all_checks([tmp_path / "ours.py"])


def test_two_files_that_would_be_taken_for_each_other_are_refused(tmp_path: Path) -> None:
    one, other = (_written(tmp_path / name, TEXT) for name in ("north", "south"))
    with pytest.raises(UnusableChecks, match="would both give codes that begin with ours"):
        all_checks([one, other])
    with pytest.raises(UnusableChecks, match="both add a fact home_seen_on"):
        all_checks([one, _written(tmp_path, TEXT, "theirs.py")])


def test_a_lesson_of_an_area_is_not_taken_for_the_reports() -> None:
    assert lesson_of_our_own("OURS.2", "Listen.", "a review").cited == "a review"
    with pytest.raises(WrongLessons, match="looks like an id of the report"):
        lesson_of_our_own("P17.9", "Listen.", "a review")


# Installed packages


def _installed(monkeypatch: pytest.MonkeyPatch, *points: tuple[str, str]) -> None:
    def found(group: str) -> Iterable[EntryPoint]:
        assert group == "lapwing.checks"
        return [EntryPoint(name, value, group) for name, value in points]

    monkeypatch.setattr(local_checks, "entry_points", found)


def test_an_installed_package_gives_its_checks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _written(tmp_path, TEXT, "north_checks.py")
    monkeypatch.syspath_prepend(str(tmp_path))
    _installed(monkeypatch, ("north", "north_checks"))
    first, again = all_checks(), all_checks()
    assert [check.code for check in first] == [*CHECKS, "north.home_seen_before_birth"]
    assert first == again
    with pytest.raises(UnusableChecks, match="would both give codes that begin with north"):
        all_checks([_written(tmp_path, TEXT, "north.py")])


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("health", TEXT, "health is a heading of the report's own checks; give the entry point another name"),
        ("south", "x = 1", "The installed south_checks: holds no check"),
        ("east", "import nothing_here", "The installed east_checks: No module named 'nothing_here'."),
    ],
)
def test_an_installed_package_at_fault_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, text: str, said: str
) -> None:
    _written(tmp_path, text, f"{name}_checks.py")
    monkeypatch.syspath_prepend(str(tmp_path))
    _installed(monkeypatch, (name, f"{name}_checks"))
    with pytest.raises(UnusableChecks, match=re.escape(said)):
        all_checks()

"""The house itself: sizes, words, generated pages, and what the project may not say of the world around it."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

import pytest
from nhs_number import is_valid

from manual import stale

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
OURS = (".py", ".md", ".toml", ".txt", ".css", ".jinja", ".html", ".json", "")


def _kept() -> list[Path]:
    """Every file that is kept, and every new one that would be."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("this is not a git work tree")
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def _functions() -> Iterator[tuple[int, str]]:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert node.end_lineno is not None
                yield node.end_lineno - node.lineno + 1, f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"


def test_functions_are_short() -> None:
    sizes = sorted(_functions())
    lengths = [size for size, _ in sizes]
    assert median(lengths) <= 9
    assert quantiles(lengths, n=10)[-1] <= 25
    assert [where for size, where in sizes if size > 60] == []


def test_files_are_short() -> None:
    written = [path for path in SOURCES if path.parent.name != "migrations"]  # Django writes those
    assert [path.name for path in written if len(path.read_text(encoding="utf-8").splitlines()) > 400] == []


@pytest.mark.long
def test_generated_pages_are_up_to_date() -> None:
    assert stale() == [], "run ./dev docs"


def test_links_between_pages_lead_somewhere() -> None:
    for page in [path for path in _kept() if path.suffix == ".md"]:
        for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if not link.startswith("http"):
                assert (page.parent / link).exists(), f"{page.relative_to(ROOT)} leads to {link}"


def test_requirements_are_locked_and_name_no_host() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        assert "://" not in text
        pinned = re.findall(r"^[a-z0-9][^\s;=]*==", text, re.MULTILINE | re.IGNORECASE)
        assert pinned
        assert text.count("--hash=sha256:") >= len(pinned)


def test_every_dependency_says_what_it_is_for() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)
    groups = [*project["project"]["optional-dependencies"].values(), *project["dependency-groups"].values()]
    named = {one for group in [project["project"]["dependencies"], *groups] for one in group if isinstance(one, str)}
    assert len(named) > 15
    assert [one for one in sorted(named) if not re.search(rf'^    "{re.escape(one)}", +# \w', text, re.MULTILINE)] == []


HOSTS = ("pypi" + r"\.org", "pythonhosted" + r"\.", "files" + r"\.python")
PRIVATE = re.compile("|".join(["/" + "root/", "/" + "home/", "/" + "work/", *HOSTS]))


def test_no_file_names_a_machine_or_a_registry() -> None:
    texts = {path: path.read_text(encoding="utf-8", errors="replace") for path in _kept() if path.suffix in OURS}
    assert [str(path.relative_to(ROOT)) for path, text in texts.items() if PRIVATE.search(text)] == []


def test_every_nhs_number_is_from_the_synthetic_range() -> None:
    for path in _kept():
        if path.suffix in OURS and "requirements" not in path.parts:
            text = path.read_text(encoding="utf-8", errors="replace")
            for digits in re.findall(r"(?<![\w.])\d{3} ?\d{3} ?\d{4}(?![\w.])", text):
                plain = digits.replace(" ", "")
                assert plain.startswith("999") or not is_valid(plain), f"{path.relative_to(ROOT)}: {digits}"


def test_the_script_is_plain_shell() -> None:
    checked = subprocess.run(["sh", "-n", str(ROOT / "dev")], capture_output=True, text=True, check=False)  # noqa: S607
    assert (checked.returncode, checked.stderr) == (0, "")

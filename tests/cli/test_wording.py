"""`lapwing wording`: words asked about, line by line."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from command_line import Lapwing

NOTE = "Kyra came home on Sunday.\nShe is putting herself\nat risk.\n"


def test_each_wording_is_asked_about_with_its_line(lapwing: Lapwing, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text(NOTE, "utf-8")
    ran = lapwing("wording", note)
    assert ran.exit == 0
    assert ran.out.startswith("Line 2: This says “putting herself at risk”. It makes the child the source")


def test_what_is_piped_in_is_read_and_told_as_json(lapwing: Lapwing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(NOTE))
    (told,) = json.loads(lapwing("wording", "-", "--format", "json").out)
    assert NOTE[told["start"] : told["end"]] == told["found"] == "putting herself\nat risk"


def test_a_text_without_such_words_is_told_so(lapwing: Lapwing, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("She said: “I put myself at risk.”", "utf-8")
    assert lapwing("wording", note).out == "Nothing here is asked about.\n"


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_what_is_no_text_is_refused(lapwing: Lapwing, tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "note.txt"
    if content is not None:
        file.write_bytes(content)
    ran = lapwing("wording", file)
    assert (ran.exit, ran.out) == (2, "")
    assert "give a file of plain text in UTF-8" in ran.err

"""The standard's own example project, as ATLAS.ti 8.4 exported it: every number was counted in its XML by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from rooms import AT, Room

from lapwing.reviews.refi.inward import bring_in, read_exchange
from lapwing.reviews.themes import newest_book

SAMPLES = Path(__file__).parents[4] / "shared" / "samples" / "refi_qda"


@pytest.fixture
def example() -> Path:
    """The example, which lies beside the project and not in it."""
    path = SAMPLES / "TestProject.qdpx"
    if not path.is_file():
        pytest.skip("the standard's example project is not beside this one")
    return path


def test_the_example_is_valid_and_has_what_its_xml_has(example: Path) -> None:
    refi, _, report = read_exchange(example)
    assert report.valid
    assert (len(refi.users), len(refi.codes), len(refi.sources), len(refi.notes)) == (3, 14, 12, 2)
    assert (len(refi.links), len(refi.sets), len(refi.graphs), len(refi.cases), len(refi.variables)) == (1, 16, 1, 0, 0)
    assert sum(len(source.with_text.selections) for source in refi.sources) == 8


def test_the_example_loses_what_has_no_text_and_says_so(room: Room, example: Path) -> None:
    report = bring_in(room.project, example, coder_id=room.coder("Cleo Invented"), at=AT)
    assert {kind: came.new for kind, came in report.came.items()} == {"coders": 3, "memos": 2, "themes": 14}
    assert {(told.what, told.count) for told in report.lost} == {
        ("documents", 8),
        ("text selections", 8),
        ("codings", 9),
        ("pictures", 1),
        ("selections in pictures", 1),
        ("codings of selections in pictures", 2),
        ("selections on pages", 2),
        ("codings of selections on pages", 2),
        ("files outside", 3),
        ("sound recordings", 1),
        ("films", 2),
        ("transcripts", 3),
        ("selections in films", 2),
        ("codings of selections in films", 1),
        ("links of notes", 1),
        ("sets", 16),
        ("graphs", 1),
    }
    assert {(told.what, told.count) for told in report.defects} == {
        ("name of the inner file", 1),
        ("name of the folder of sources", 1),
        ("selections on pages", 2),
        ("pages", 1),
        ("path to a folder on somebody's disk", 1),
    }
    assert newest_book(room.project).named("Coke::diet Coke").definition == "non sucré"

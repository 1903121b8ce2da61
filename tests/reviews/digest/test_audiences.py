"""Whom reports speak to: names, the ways they are written, and a table of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from lapwing.reviews.digest.audiences import Audiences, UnusableAudiences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "the Local Safeguarding Children Board (LSCB)",
            [
                ("The safeguarding board or partnership", "Local Safeguarding Children Board"),
                ("The safeguarding board or partnership", "LSCB"),
            ],
        ),
        ("the health and wellbeing board", [("Other boards", "health and wellbeing board")]),
        (
            "Social workers and their managers",
            [("Practitioners", "Social workers"), ("Managers and leaders", "managers")],
        ),
        (
            "GPs, midwives and the police",
            [("Health services", "GPs"), ("Health services", "midwives"), ("Police", "the police")],
        ),
        (
            "LSCBs and the borough council",
            [("The safeguarding board or partnership", "LSCBs"), ("The local authority", "borough council")],
        ),
        ("children’s social care", [("The local authority", "children’s social care")]),
        ("He was on board the ship", []),
    ],
)
def test_audiences_are_found_as_reports_write_them(text: str, expected: list[tuple[str, str]]) -> None:
    found = Audiences.standard().within(text)
    assert [(one.name, one.written) for one in found] == expected
    assert all(text[one.start : one.end] == one.written for one in found)


def test_a_name_can_be_given_as_people_say_it() -> None:
    standard = Audiences.standard()
    assert standard.named("LSCBs") == "The safeguarding board or partnership"
    assert standard.named("practitioners") == "Practitioners"
    with pytest.raises(UnusableAudiences, match="needs one of Practitioners"):
        standard.named("Martians")


def test_a_table_of_ones_own_takes_the_place_of_ours(tmp_path: Path) -> None:
    table = tmp_path / "audiences.toml"
    table.write_text('[[audience]]\nname = "Scouts"\nwords = ["scout leaders?"]\n', "utf-8")
    own = Audiences.from_file(table)
    assert own.names == ["Scouts"]
    assert [one.name for one in own.within("Scout leaders and social workers")] == ["Scouts"]


@pytest.mark.parametrize(
    "wrong", ["[[audience]]\nname = 'Scouts'\n", "not a table", "[[audience]]\nname = 'S'\nwords = ['(']\n"]
)
def test_a_table_that_is_none_is_refused(tmp_path: Path, wrong: str) -> None:
    table = tmp_path / "audiences.toml"
    table.write_text(wrong, "utf-8")
    with pytest.raises(UnusableAudiences, match=r"needs \[\[audience\]\] entries"):
        Audiences.from_file(table)

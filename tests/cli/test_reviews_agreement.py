"""`lapwing reviews assign` and `agree`, as people type them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from double_coding import Double

from command_line import Lapwing

DOCUMENTS = 6


@pytest.fixture
def double(tmp_path: Path) -> Iterator[Double]:
    """A project with six documents, and nobody who codes yet."""
    double = Double(tmp_path)
    double.documents(DOCUMENTS)
    yield double
    double.project.close()


@pytest.fixture
def told(lapwing: Lapwing, double: Double) -> Any:
    """Runs a command of `lapwing reviews` and gives its JSON."""

    def run(*words: str) -> Any:
        ran = lapwing("reviews", *words, "--project", double.project.path, "--format", "json")
        assert ran.exit == 0, ran.err
        return json.loads(ran.out)

    return run


@pytest.fixture
def shown(lapwing: Lapwing, double: Double) -> Any:
    """Runs a command of `lapwing reviews` and gives what a person reads."""

    def run(*words: str) -> str:
        ran = lapwing("reviews", *words, "--project", double.project.path)
        assert ran.exit == 0, ran.err
        return str(ran.out)

    return run


@pytest.fixture
def refused(lapwing: Lapwing, double: Double) -> Any:
    """Runs a command of `lapwing reviews` and gives the sentence that refuses it."""

    def run(*words: str) -> str:
        ran = lapwing("reviews", *words, "--project", double.project.path)
        assert (ran.exit, ran.out) == (2, "")
        return str(ran.err)

    return run


@pytest.fixture
def coded(double: Double, told: Any) -> Double:
    """Asha and Ben have coded all six, and differ in the second and third paragraph of the first."""
    told("assign", "--share", "1", "--coders", "Asha,Ben", "--name", "Pilot")
    for document_id in range(1, DOCUMENTS + 1):
        double.code(document_id, 2, "Asha")
        double.code(document_id, 2, "Ben")
    double.code(1, 3, "Asha")
    double.code(1, 4, "Ben")
    told("assign", "--lock", "all", "--coder", "Asha")
    told("assign", "--lock", "all", "--coder", "Ben")
    return double


def test_a_share_is_handed_out_and_listed(told: Any) -> None:
    (made,) = told("assign", "--share", "0.5", "--coders", "Asha, Ben", "--by", "length", "--seed", "4")["rounds"]
    assert (made["round_id"], made["name"], made["share"], made["seed"]) == (1, "round 1", 0.5, 4)
    assert (made["by"], made["coders"], made["made_by"]) == ("length", ["Asha", "Ben"], "Asha")
    assert made["strata"][0] == {"name": "longest third", "documents": 2, "drawn": 1}
    assert "from each length in proportion" in made["explained"]
    assert [set(one) for one in made["assignments"]] == [
        {"document_id", "document", "coder", "locked_at", "is_open"}
    ] * 6
    assert told("assign")["rounds"] == [made]


def test_who_has_what_is_a_table(shown: Any) -> None:
    assert shown("assign").startswith("No documents have been handed out.")
    shown("assign", "--share", "0.3", "--coders", "Asha,Ben", "--coder", "Ada")
    shown("assign", "--lock", "all", "--coder", "Ben")
    table = shown("assign")
    assert table.startswith("Round 1, “round 1”, made by Ada on ")
    assert table.count("│ coding │ locked ") == 2
    assert table.count("not yet") == 2


def test_locking_says_what_it_waits_for_and_where_nothing_was_coded(shown: Any, double: Double) -> None:
    shown("assign", "--share", "1", "--coders", "Asha,Ben")
    double.code(1, 2, "Asha")
    assert shown("assign", "--lock", "review-01.txt", "--coder", "Asha") == (
        "Asha locked review-01.txt: waits for Ben.\n"
    )
    assert shown("assign", "--lock", "review-01.txt", "--coder", "Ben") == (
        "Ben locked review-01.txt: may be compared now.\n"
        "Ben coded nothing in review-01.txt: every theme counts as absent from there.\n"
    )


def test_what_was_locked_is_told_as_json(told: Any) -> None:
    told("assign", "--share", "0.1", "--coders", "Asha,Ben")
    (locked,) = told("assign", "--lock", "all", "--coder", "Asha")["locked"]
    assert set(locked) == {"document", "coded", "waiting_for"}
    assert (locked["coded"], locked["waiting_for"]) == (0, ["Ben"])


@pytest.mark.parametrize(
    ("words", "needs"),
    [
        (("assign", "--coders", "Asha,Ben"), "give --share too"),
        (("assign", "--share", "0.5", "--coders", "Asha"), "two or more coders"),
        (("assign", "--share", "20", "--coders", "Asha,Ben"), "over 0 and up to 1"),
        (("assign", "--share", "1", "--coders", "Asha,Ben", "--by", "colour"), "cohort, area, length, none"),
        (("assign", "--lock", "all"), "--coder NAME"),
        (("agree",), "No document was read to its end by two coders"),
        (("agree", "--unit", "sentences"), "passages, documents, characters"),
        (("agree", "--round", "3"), "no round of double coding yet"),
    ],
)
def test_what_cannot_be_done_is_refused_with_what_it_needs(refused: Any, words: tuple[str, ...], needs: str) -> None:
    assert needs in refused(*words)


def test_agreement_is_told_as_json_with_every_coefficient(told: Any, coded: Double) -> None:
    found = told("agree", "--theme", "fathers", "--round", "pilot")
    assert set(found) == {
        "unit",
        "unit_means",
        "round",
        "documents",
        "coders",
        "themes",
        "overall",
        "sets",
        "notes",
        "resamples",
        "seed",
    }
    assert (found["unit"], found["round"], found["documents"], found["sets"]) == ("passages", "Pilot", 6, None)
    (theme,) = found["themes"]
    assert set(theme) == {
        "theme",
        "name",
        "units",
        "documents",
        "used",
        "figures",
        "overlap",
        "pairs",
        "words",
    }
    assert theme["units"] == 30
    assert {one["coder"]: one["units"] for one in theme["used"]} == {"Asha": 7, "Ben": 7}
    assert set(theme["figures"]) == {"percent", "cohen", "fleiss", "alpha", "ac1", "brennan_prediger"}
    assert set(theme["figures"]["alpha"]) == {"value", "low", "high", "why"}
    assert theme["figures"]["percent"]["value"] == pytest.approx(28 / 30, abs=1e-6)
    assert theme["overlap"] == 0.75


def test_nothing_that_is_undefined_is_shown_as_a_number(told: Any, shown: Any, coded: Double) -> None:
    unused = next(one for one in told("agree")["themes"] if one["theme"] == "fragility")
    assert unused["figures"]["cohen"]["value"] is None
    assert "Every rating is the same" in unused["figures"]["cohen"]["why"]
    assert "nan" not in shown("agree").casefold().replace("fragility", "")


@pytest.mark.parametrize("unit", ["passages", "documents", "characters"])
def test_agreement_is_a_table_with_words_and_what_it_rests_on(shown: Any, coded: Double, unit: str) -> None:
    table = shown("agree", "--unit", unit)
    assert table.startswith(f"Agreement of Asha and Ben in 6 documents, counted by {unit}.\n")
    assert "All themes together" in table
    assert "In words\n" in table
    assert "6 documents only: intervals that rest on so few are rough." in table
    assert "Landis and Koch (1977), who call them arbitrary" in table
    assert ("Which themes a document has" in table) == (unit == "documents")


def test_disagreements_are_told_with_place_and_quotes(told: Any, coded: Double) -> None:
    found = told("agree", "--disagreements")
    assert found["disagreements"][0] == {
        "document": "review-01.txt",
        "page": 1,
        "paragraph": "2",
        "block": 3,
        "theme": "fathers",
        "found_by": [
            {"coder": "Asha", "quotes": ["The health visitor wrote to the surgery, which did not answer."], "why": ""}
        ],
        "not_by": ["Ben"],
        "settled": None,
    }
    assert {one["coder"]: one["same"] for one in found["consensus"]} == {"Asha": 298, "Ben": 298}
    assert {one["coder"]: one["units"] for one in found["consensus"]} == {"Asha": 298, "Ben": 298}


def test_disagreements_are_listed_for_a_person(shown: Any, coded: Double) -> None:
    listed = shown("agree", "--disagreements")
    assert listed.startswith(
        "review-01.txt, page 1, paragraph 2: fathers\n"
        "  Asha: “The health visitor wrote to the surgery, which did not answer.”\n"
        "  not Ben\n"
    )
    assert "2 disagreements, 0 settled." in listed
    assert "which flatters everybody until all of it is" in listed
    assert shown("agree", "--disagreements", "--theme", "fragility") == "Coders do not differ anywhere.\n"


SETTLED = ("agree", "--settle", "review-01.txt", "--paragraph", "block 3", "--theme", "fathers", "--as", "absent")


def test_a_disagreement_is_settled_beside_what_was_coded(told: Any, shown: Any, coded: Double) -> None:
    before = told("agree")
    (settled,) = told(*SETTLED, "--why", "It is about the surgery.", "--coder", "Ada")["disagreements"]
    assert settled["settled"] | {"at": ""} == {
        "state": "absent",
        "why": "It is about the surgery.",
        "by": "Ada",
        "at": "",
    }
    assert told("agree") == before
    listed = shown("agree", "--disagreements")
    assert ": absent. It is about the surgery.\n" in listed
    assert "2 disagreements, 1 settled." in listed


@pytest.mark.parametrize(
    ("words", "needs"),
    [
        ((*SETTLED, "--coder", "Ada"), "give --why"),
        ((*SETTLED, "--why", "so"), "--coder NAME"),
        (("agree", "--settle", "review-01.txt", "--why", "so", "--coder", "Ada"), "one --theme"),
        ((*SETTLED[:4], "1", *SETTLED[5:], "--why", "so", "--coder", "Ada"), "do not differ in paragraph 1"),
        ((*SETTLED[:4], "2", *SETTLED[5:], "--why", "so", "--coder", "Ada"), "“block 3”, “block 4”"),
    ],
)
def test_what_cannot_be_settled_is_refused(refused: Any, coded: Double, words: tuple[str, ...], needs: str) -> None:
    assert needs in refused(*words)

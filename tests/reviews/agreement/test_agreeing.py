"""Agreement of a project: themes, all together, sets of themes, pairs of coders, and what is undefined."""

from __future__ import annotations

import random
from dataclasses import asdict
from itertools import product
from typing import Any

import pytest
from double_coding import Double

from lapwing.reviews.agreement.agreeing import agreement
from lapwing.reviews.agreement.rounds import round_named
from lapwing.reviews.agreement.units import Unit
from lapwing.reviews.agreement.words import NEVER_DIFFERED, OFF_CENTRE, ONE_DOCUMENT, SAME_EVERYWHERE
from lapwing.reviews.refusal import Refusal


def coded(double: Double, *coders: str, documents: int = 8) -> None:
    """Documents that coders code alike for the most part, from a fixed seed, and lock."""
    chance = random.Random(4)
    ids = double.documents(documents)
    for document_id, block, theme in product(ids, (2, 3, 4, 5), ("fathers", "young_parents")):
        if chance.random() < 0.5:
            for name in coders:
                if chance.random() < 0.8:
                    double.code(document_id, block, name, theme)
    double.hand_out(*coders)
    double.lock(*coders)


def numbers(found: Any) -> list[float]:
    """Every number in a result."""
    if isinstance(found, float):
        return [found]
    parts = found.values() if isinstance(found, dict) else found if isinstance(found, list | tuple) else ()
    return [number for part in parts for number in numbers(part)]


@pytest.mark.parametrize("unit", Unit)
def test_every_theme_has_its_figures_with_intervals_around_them(double: Double, unit: Unit) -> None:
    coded(double, "Asha", "Ben")
    found = agreement(double.project, unit=unit)
    assert (found.unit, found.documents, found.coders) == (unit, 8, ("Asha", "Ben"))
    assert len(found.themes) == 10
    for figure in found.overall.figures.values():
        assert figure.low is not None
        assert figure.value is not None
        assert figure.high is not None
        assert figure.low <= figure.value <= figure.high


@pytest.mark.parametrize("unit", Unit)
def test_no_number_is_ever_not_a_number(double: Double, unit: Unit) -> None:
    coded(double, "Asha", "Ben", "Caro", documents=2)
    assert all(number == number for number in numbers(asdict(agreement(double.project, unit=unit))))


def test_the_same_project_gives_the_same_numbers(double: Double) -> None:
    coded(double, "Asha", "Ben")
    assert agreement(double.project) == agreement(double.project)


def test_a_theme_that_nobody_coded_has_no_kappa_and_says_why(double: Double) -> None:
    coded(double, "Asha", "Ben")
    unused = next(one for one in agreement(double.project).themes if one.theme == "fragility")
    for name in ("cohen", "fleiss", "alpha"):
        assert (unused.figures[name].value, unused.figures[name].why) == (None, SAME_EVERYWHERE)
    assert (unused.figures["ac1"].value, unused.figures["ac1"].why) == (1, NEVER_DIFFERED)
    assert unused.overlap is None


def test_one_document_has_no_interval_and_says_why(double: Double) -> None:
    (document_id,) = double.documents(1)
    double.code(document_id, 2, "Asha")
    double.code(document_id, 2, "Ben")
    double.code(document_id, 3, "Ben")
    double.hand_out()
    double.lock()
    found = agreement(double.project, themes=["fathers"])
    figure = found.themes[0].figures["cohen"]
    assert (figure.low, figure.high, figure.why) == (None, None, ONE_DOCUMENT)
    assert "1 document only: intervals that rest on so few are rough." in found.notes


def test_a_theme_in_so_few_documents_that_draws_often_miss_it_has_no_interval(double: Double) -> None:
    documents = double.documents(12)
    for name in ("Asha", "Ben"):
        double.code(documents[0], 2, name)
    double.code(documents[0], 3, "Asha")
    double.hand_out()
    double.lock()
    figure = agreement(double.project, themes=["fathers"]).themes[0].figures["cohen"]
    assert figure.value == pytest.approx(0.659, abs=1e-3)
    assert figure.low is None
    assert "of the draws of documents every rating is the same" in figure.why


def test_where_draws_do_not_lie_around_a_figure_there_is_no_interval(double: Double) -> None:
    documents = double.documents(6)
    themes = ("fathers", "young_parents", "fragility", "coordination", "parents_needs", "health_agencies")
    for document_id, theme in zip(documents, themes, strict=True):
        double.code(document_id, 2, "Asha", theme)
    double.hand_out()
    double.lock()
    found = agreement(double.project, unit=Unit.DOCUMENTS).sets
    assert found is not None
    assert (found.figures["fleiss"].low, found.figures["fleiss"].why) == (None, OFF_CENTRE)


def test_themes_are_chosen_by_code_or_name_and_unknown_ones_refused(double: Double) -> None:
    coded(double, "Asha", "Ben", documents=2)
    both = agreement(double.project, themes=["fathers", "Young parents were not supported enough"])
    assert [one.theme for one in both.themes] == ["fathers", "young_parents"]
    with pytest.raises(Refusal, match="has no theme fathres"):
        agreement(double.project, themes=["fathres"])


def test_of_one_theme_all_together_is_that_theme(double: Double) -> None:
    coded(double, "Asha", "Ben")
    found = agreement(double.project, themes=["fathers"])
    assert found.overall.figures == found.themes[0].figures


def test_three_coders_are_told_two_by_two_as_well(double: Double) -> None:
    coded(double, "Asha", "Ben", "Caro")
    found = agreement(double.project)
    assert [(one.first, one.second) for one in found.overall.pairs] == [
        ("Asha", "Ben"),
        ("Asha", "Caro"),
        ("Ben", "Caro"),
    ]
    kappas = [one.kappa for one in found.overall.pairs]
    figure = found.overall.figures["cohen"].value
    assert figure is not None
    assert min(one for one in kappas if one is not None) <= figure <= max(one for one in kappas if one is not None)
    assert found.themes[0].figures["percent"].value == 1


def test_coders_of_different_documents_are_compared_where_they_met(double: Double) -> None:
    documents = double.documents(4)
    double.hand_out("Asha", "Ben", share=0.5)
    double.hand_out("Asha", "Caro")
    for document_id in documents:
        double.code(document_id, 2, "Asha")
    double.lock("Asha", "Ben", "Caro")
    found = agreement(double.project, themes=["fathers"]).themes[0]
    assert found.units == 20
    assert {(one.first, one.second): (one.units, one.percent) for one in found.pairs} == {
        ("Asha", "Ben"): (10, 0.8),
        ("Asha", "Caro"): (10, 0.8),
        ("Ben", "Caro"): (0, None),
    }


def test_a_round_is_compared_by_itself(double: Double) -> None:
    double.documents(4)
    double.hand_out("Asha", "Ben", share=0.5, name="First")
    double.hand_out("Asha", "Ben", share=1, name="Second")
    double.lock()
    second = round_named(double.project, "Second")
    found = agreement(double.project, in_round=second)
    assert (found.round, found.documents, agreement(double.project).documents) == ("Second", 2, 4)


def test_which_themes_a_document_has_is_all_or_nothing(double: Double) -> None:
    documents = double.documents(4)
    for document_id in documents[:3]:
        double.code(document_id, 2, "Asha")
        double.code(document_id, 2, "Ben")
    double.code(documents[0], 3, "Asha", "young_parents")
    double.hand_out()
    double.lock()
    found = agreement(double.project, unit=Unit.DOCUMENTS)
    assert found.sets is not None
    assert found.sets.units == 4
    assert found.sets.figures["percent"].value == 0.75
    assert found.overall.figures["percent"].value == pytest.approx(39 / 40)
    assert agreement(double.project).sets is None

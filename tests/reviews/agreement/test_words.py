"""Figures in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lapwing.reviews.agreement.result import Figure, Use
from lapwing.reviews.agreement.units import Unit
from lapwing.reviews.agreement.words import Told, band, in_words, of_alpha, to_decimals, to_percent

MIDDLING = Told(
    "this theme is",
    Unit.PASSAGES,
    200,
    20,
    (Use("Asha", 60, 200), Use("Ben", 58, 200)),
    {
        "percent": Figure(0.8, 0.75, 0.85),
        "cohen": Figure(0.52, 0.45, 0.6),
        "alpha": Figure(0.521, 0.45, 0.6),
        "ac1": Figure(0.66, 0.6, 0.7),
    },
    0.6,
)


def figures(**values: float | None) -> dict[str, Figure]:
    return {**MIDDLING.figures, **{name: Figure(value) for name, value in values.items()}}


@pytest.mark.parametrize(
    ("coefficient", "called"),
    [
        (-0.01, "poor"),
        (0, "slight"),
        (0.2, "slight"),
        (0.204, "slight"),
        (0.21, "fair"),
        (0.4, "fair"),
        (0.41, "moderate"),
        (0.61, "substantial"),
        (0.8, "substantial"),
        (0.81, "almost perfect"),
        (1, "almost perfect"),
    ],
)
def test_bands_are_those_of_landis_and_koch(coefficient: float, called: str) -> None:
    assert band(coefficient) == called


@pytest.mark.parametrize(
    ("coefficient", "what"),
    [(0.8, "reliable enough to draw"), (0.799, "tentative"), (0.667, "tentative"), (0.666, "too unreliable")],
)
def test_alpha_is_told_by_krippendorffs_thresholds(coefficient: float, what: str) -> None:
    assert what in of_alpha(coefficient)


def test_figures_are_never_rounded_up_to_full_agreement() -> None:
    assert [to_decimals(value, 2) for value in (0.9996, 0.994, 1, -0.001)] == ["0.99", "0.99", "1.00", "0.00"]
    assert [to_percent(value, 1) for value in (0.9996, 0.5, 1, 0)] == ["99.9%", "50.0%", "100.0%", "0.0%"]


def test_a_plain_case_is_told_plainly() -> None:
    assert in_words(MIDDLING) == ("Moderate.", "Alpha of 0.521 is too unreliable to draw conclusions from.")


def test_an_alpha_that_may_fall_short_of_its_threshold_says_how_low_it_may_be() -> None:
    good = replace(MIDDLING, figures={**MIDDLING.figures, "alpha": Figure(0.846, 0.78, 0.89)})
    assert "Alpha of 0.846 is reliable enough to draw conclusions from; it may be as low as 0.78." in in_words(good)


def test_where_a_theme_is_rare_it_is_said_that_this_lowers_kappa() -> None:
    rare = replace(
        MIDDLING,
        used=(Use("Asha", 4, 200), Use("Ben", 5, 200)),
        figures=figures(percent=0.98, cohen=0.51, ac1=0.97),
    )
    assert in_words(rare)[0] == (
        "Moderate; this theme is rare (2.2% of ratings), which lowers kappa although coders agree on 98% of passages; "
        "AC1 is 0.97."
    )
    nearly = replace(rare, figures=figures(percent=0.998, cohen=0.51, ac1=0.99))
    assert "agree on over 99% of passages" in in_words(nearly)[0]


def test_a_theme_that_was_coded_a_handful_of_times_is_said_to_be() -> None:
    handful = replace(MIDDLING, used=(Use("Asha", 4, 200), Use("Ben", 3, 200)))
    assert "Nobody coded more than 4 passages to it: too few to judge by." in in_words(handful)
    once = replace(MIDDLING, used=(Use("Asha", 1, 200), Use("Ben", 0, 200)))
    assert "Nobody coded more than 1 passage to it: too few to judge by." in in_words(once)


def test_where_a_theme_is_nearly_everywhere_likewise() -> None:
    common = replace(
        MIDDLING,
        used=(Use("Asha", 196, 200), Use("Ben", 195, 200)),
        figures=figures(percent=0.96, cohen=0.3, ac1=0.95),
    )
    assert in_words(common)[0].startswith(
        "Fair; this theme is nearly everywhere (97.8% of ratings), which lowers kappa"
    )


def test_what_is_almost_perfect_needs_no_excuse() -> None:
    good = replace(
        MIDDLING,
        used=(Use("Asha", 4, 200), Use("Ben", 4, 200)),
        figures=figures(percent=0.99, cohen=0.85, ac1=0.99),
    )
    assert in_words(good)[0] == "Almost perfect."


def test_a_high_ac1_does_not_hide_that_coders_seldom_find_a_theme_in_the_same_place() -> None:
    assert "Of the passages that either of two coders coded, both coded 20%." in in_words(
        replace(MIDDLING, overlap=0.2)
    )


def test_a_wide_interval_is_told_as_what_would_fit_it() -> None:
    wide = replace(MIDDLING, figures={**MIDDLING.figures, "cohen": Figure(0.52, 0.05, 0.9)})
    assert "The sample is small for this: anything from slight to almost perfect would fit it." in in_words(wide)


def test_few_units_are_said() -> None:
    assert "Only 12 passages: too few to judge by." in in_words(replace(MIDDLING, units=12))
    assert "Only 1 document: too few to judge by." in in_words(replace(MIDDLING, unit=Unit.DOCUMENTS, units=1))


def test_where_one_coder_sees_a_theme_much_more_often_the_definition_is_pointed_to() -> None:
    apart = replace(MIDDLING, used=(Use("Asha", 60, 200), Use("Ben", 20, 200)))
    assert "Asha coded 60, Ben 20: look together at how the definition is read." in in_words(apart)
    seldom = replace(MIDDLING, used=(Use("Asha", 4, 200), Use("Ben", 1, 200)))
    assert not any("definition" in sentence for sentence in in_words(seldom))


@pytest.mark.parametrize(("given", "what"), [(0, "coded none"), (200, "coded all of them")])
def test_where_nothing_varies_it_is_said_instead_of_a_band(given: int, what: str) -> None:
    same = replace(
        MIDDLING,
        used=(Use("Asha", given, 200), Use("Ben", given, 200)),
        figures=figures(percent=1, cohen=None, alpha=None, ac1=1),
    )
    assert in_words(same) == (
        f"Coders agree, for they {what}; how well they would tell one from another cannot be said.",
    )


def test_where_nobody_is_compared_there_are_no_other_words() -> None:
    assert in_words(replace(MIDDLING, units=0)) == ("No two coders rated the same passage.",)

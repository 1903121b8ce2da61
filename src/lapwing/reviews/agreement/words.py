"""What a coefficient means, in words for somebody who does not work with coefficients."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lapwing.reviews.agreement.result import Figure, Use
from lapwing.reviews.agreement.units import Unit

BANDS = (
    (0.0, "poor"),
    (0.2, "slight"),
    (0.4, "fair"),
    (0.6, "moderate"),
    (0.8, "substantial"),
    (1.0, "almost perfect"),
)
"""Landis and Koch (1977): what a coefficient up to this is called; poor only below 0. The authors call them arbitrary."""
BANDS_BY = "Landis and Koch (1977)"
RELIABLE, TENTATIVE = 0.800, 0.667
"""Krippendorff (2004): from where alpha bears conclusions, and from where it bears tentative ones."""
RELIABLE_BY = "Krippendorff (2004)"

RARE = 0.1
"""A theme that is in no more than this share of the units, or missing from no more than this, pulls kappa down."""
HIGH = 0.8
"""Percent agreement from which a low kappa surprises."""
APART = 0.1
"""AC1 so much above kappa shows that prevalence did it."""
WIDE = 0.4
"""An interval as wide as two of the bands."""
FEW_UNITS = 30
FEW_DOCUMENTS = 10
MUCH_MORE = 2
"""Times as often as another coder."""
SOME = 5
"""Units, below which times as often means nothing."""

ONE = {Unit.PASSAGES: "passage", Unit.DOCUMENTS: "document", Unit.CHARACTERS: "character"}

SAME_EVERYWHERE = "Every rating is the same, so chance would agree always and there is nothing to correct for."
NOT_PAIRED = "No two coders rated the same {unit}."
ONE_DOCUMENT = "An interval needs several documents to draw from, and this is one."
NEVER_DIFFERED = "Every draw of these documents gives the same, so they cannot show how it would vary."
TOO_RARELY = "In {share:.0%} of the draws of documents every rating is the same, so an interval would leave too much out."


def band(coefficient: float) -> str:
    """What Landis and Koch (1977) call a coefficient, to two decimals as they do."""
    rounded = round(coefficient, 2)
    if rounded < 0:
        return "poor"
    return next(called for most, called in BANDS[1:] if rounded <= most)


def of_alpha(coefficient: float) -> str:
    """What Krippendorff (2004) lets somebody rest on data of such an alpha."""
    if coefficient >= RELIABLE:
        return "reliable enough to draw conclusions from"
    if coefficient >= TENTATIVE:
        return "reliable enough for tentative conclusions only"
    return "too unreliable to draw conclusions from"


def in_words(
    unit: Unit, units: int, documents: int, used: Sequence[Use], figures: Mapping[str, Figure]
) -> tuple[str, ...]:
    """Sentences on how far coders agree: the most important first."""
    return tuple(_sentences(unit, units, documents, used, figures))


def _sentences(
    unit: Unit, units: int, documents: int, used: Sequence[Use], figures: Mapping[str, Figure]
) -> Iterator[str]:
    if not units:
        yield figures["cohen"].why
        return
    yield _first(unit, used, figures)
    alpha = figures["alpha"].value
    if alpha is not None:
        yield f"Alpha of {alpha:.3f} is {of_alpha(alpha)}."
    yield from _of_sample(unit, units, documents, figures["cohen"])
    yield from _of_use(used)


def _first(unit: Unit, used: Sequence[Use], figures: Mapping[str, Figure]) -> str:
    kappa, ac1, percent = (figures[name].value for name in ("cohen", "ac1", "percent"))
    assert ac1 is not None and percent is not None  # noqa: S101, PT018 -- defined wherever two coders rated a unit
    share = _share(used)
    if kappa is None:
        everywhere = "coded it everywhere" if share else "never coded it"
        return f"Coders agree, for they {everywhere}; how well they tell it apart cannot be said."
    called = band(kappa)[0].upper() + band(kappa)[1:]
    if share is None or percent < HIGH or ac1 - kappa < APART or RARE < share < 1 - RARE:
        return f"{called}."
    seldom = f"is rare ({share:.1%} of ratings)" if share <= RARE else f"is nearly everywhere ({share:.1%} of ratings)"
    return (
        f"{called}; this theme {seldom}, which lowers kappa although coders agree on {percent:.0%} of {unit}; "
        f"AC1 is {ac1:.2f}."
    )


def _share(used: Sequence[Use]) -> float | None:
    """The share of all ratings that gave the theme; None where that is not what was rated."""
    of = sum(one.of for one in used)
    return sum(one.units for one in used) / of if of else None


def _of_sample(unit: Unit, units: int, documents: int, kappa: Figure) -> Iterator[str]:
    if units < FEW_UNITS:
        yield f"Only {units} {ONE[unit]}{'' if units == 1 else 's'}: too few to judge by."
    if documents < FEW_DOCUMENTS and unit is not Unit.DOCUMENTS:
        yield f"Only {documents} document{'' if documents == 1 else 's'}: the interval is rough."
    if kappa.low is None or kappa.high is None or kappa.high - kappa.low < WIDE:
        return
    least, most = band(kappa.low), band(kappa.high)
    yield f"The sample is small for this: anything from {least} to {most} would fit it."


def _of_use(used: Sequence[Use]) -> Iterator[str]:
    """Where one coder sees a theme much more often than another, it is the definition that they read differently."""
    if len({one.of for one in used}) != 1:
        return
    most, least = max(used, key=lambda one: one.units), min(used, key=lambda one: one.units)
    if most.units >= MUCH_MORE * least.units and most.units - least.units >= SOME:
        yield (
            f"{most.coder} gave it to {most.units}, {least.coder} to {least.units}: look together at the theme's definition."
        )

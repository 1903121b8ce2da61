"""What a coefficient means, in words for somebody who does not work with coefficients."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

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
SURPRISING = 0.8
"""Kappa up to which that surprises: below almost perfect."""
APART = 0.1
"""AC1 so much above kappa shows that prevalence did it."""
WIDE = 0.4
"""An interval as wide as two of the bands."""
FEW_UNITS = 30
FEW_CODED = 10
"""Units that any coder gave a theme to, below which agreement rests on a handful."""
MUCH_MORE = 2
"""Times as often as another coder."""
SOME = 5
"""Units, below which times as often means nothing."""

ONE = {Unit.PASSAGES: "passage", Unit.DOCUMENTS: "document", Unit.CHARACTERS: "character"}

SELDOM_BOTH = 0.5
"""Of what either of two coders coded, the share that both did, below which they do not find the theme in one place."""

SAME_EVERYWHERE = "Every rating is the same, so chance would agree always and there is nothing to correct for."
NOT_PAIRED = "No two coders rated the same {unit}."
ONE_DOCUMENT = "An interval needs several documents to draw from, and this is one."
NEVER_DIFFERED = "Every draw of these documents gives the same, so they cannot show how it would vary."
OFF_CENTRE = "Draws of so few documents do not lie around the figure, and so give no interval."
TOO_RARELY = (
    "In {share:.0%} of the draws of documents every rating is the same, so an interval would leave too much out."
)


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


@dataclass(frozen=True)
class Told:
    """What the words are about: `called` is how a sentence names it, as in *this theme is*."""

    called: str
    unit: Unit
    units: int
    documents: int
    used: Sequence[Use]
    figures: Mapping[str, Figure]
    overlap: float | None

    @property
    def share(self) -> float | None:
        """The share of all ratings that gave the theme; None where ratings are of something else."""
        of = sum(one.of for one in self.used)
        return sum(one.units for one in self.used) / of if of else None


def in_words(told: Told) -> tuple[str, ...]:
    """Sentences on how far coders agree: the most important first."""
    return tuple(_sentences(told))


def _sentences(told: Told) -> Iterator[str]:
    if not told.units:
        yield NOT_PAIRED.format(unit=ONE[told.unit])
        return
    yield _first(told)
    alpha = told.figures["alpha"]
    if alpha.value is not None:
        lower = alpha.low if alpha.low is not None and of_alpha(alpha.low) != of_alpha(alpha.value) else None
        yield f"Alpha of {to_decimals(alpha.value, 3)} is {of_alpha(alpha.value)}" + (
            "." if lower is None else f"; it may be as low as {to_decimals(lower, 2)}."
        )
        if told.overlap is not None and told.overlap < SELDOM_BOTH:
            yield f"Of the {told.unit} that either of two coders coded, both coded {to_percent(told.overlap, 0)}."
    yield from _of_sample(told)
    yield from _of_use(told.used)


def _first(told: Told) -> str:
    kappa, gwet, percent = (told.figures[name].value for name in ("cohen", "ac1", "percent"))
    if kappa is None or gwet is None or percent is None:
        everywhere = "coded all of them" if told.share else "coded none"
        return f"Coders agree, for they {everywhere}; how well they would tell one from another cannot be said."
    called, share = band(kappa).capitalize(), told.share
    is_low = kappa <= SURPRISING and percent >= HIGH and gwet - kappa >= APART
    if share is None or not is_low or RARE < share < 1 - RARE:
        return f"{called}."
    seldom = "rare" if share <= RARE else "nearly everywhere"
    return (
        f"{called}; {told.called} {seldom} ({share:.1%} of ratings), which lowers kappa although coders agree on "
        f"{_share(percent)} of {told.unit}; AC1 is {to_decimals(gwet, 2)}."
    )


def _share(percent: float) -> str:
    """Never all, where some are missing."""
    return "over 99%" if 0.995 <= percent < 1 else f"{percent:.0%}"


def to_decimals(value: float, decimals: int) -> str:
    """A figure as it is written; never rounded up to 1, which it would be only where coders never differ."""
    shown = round(min(value, 1 - 10**-decimals) if value < 1 else value, decimals)
    return f"{shown + 0:.{decimals}f}"  # and no -0.00


def to_percent(value: float, decimals: int) -> str:
    """A share of 1 as per cent; never rounded up to all of it."""
    return f"{100 * min(value, 1 - 10 ** -(decimals + 2)) if value < 1 else 100 * value:.{decimals}f}%"


def _of_sample(told: Told) -> Iterator[str]:
    if told.units < FEW_UNITS:
        yield f"Only {told.units} {_counted(told.units, told.unit)}: too few to judge by."
    most = max((one.units for one in told.used), default=0)
    if told.units >= FEW_UNITS and 0 < most < FEW_CODED:
        yield f"Nobody coded more than {most} {_counted(most, told.unit)} to it: too few to judge by."
    kappa = told.figures["cohen"]
    if kappa.low is not None and kappa.high is not None and kappa.high - kappa.low >= WIDE:
        yield f"The sample is small for this: anything from {band(kappa.low)} to {band(kappa.high)} would fit it."


def _counted(count: int, unit: Unit) -> str:
    return ONE[unit] if count == 1 else f"{ONE[unit]}s"


def _of_use(used: Sequence[Use]) -> Iterator[str]:
    """Where one coder sees a theme much more often than another, it is the definition that they read differently."""
    if len({one.of for one in used}) != 1:
        return
    most, least = max(used, key=lambda one: one.units), min(used, key=lambda one: one.units)
    if most.units >= MUCH_MORE * least.units and most.units - least.units >= SOME:
        yield (
            f"{most.coder} coded {most.units:,}, {least.coder} {least.units:,}: look together at how the definition is read."
        )

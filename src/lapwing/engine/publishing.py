"""What may be told of measures, worked out from what they looked at: numbers where they are safe, words where they are not.

How finely numbers are told is for `recoding`, and how much beside other measures of the same subject for `nesting`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cached_property
from typing import Any

import polars as pl

from lapwing.engine.measure import Status
from lapwing.engine.nesting import kept_apart
from lapwing.engine.recoding import (
    AGENCY,
    COUNTED,
    LAST,
    NOBODY,
    TEAM,
    WHOLE,
    Category,
    Part,
    Recoding,
    Scope,
    days_of,
    recode,
    together,
)

LEAST_FOR_TAIL = 20
"""Of so many units on it is said within how many days nine in ten are."""
TAIL = 0.9
TOO_FEW = "too few to tell"
BESIDE_ANOTHER = "kept back: told beside another figure, it would tell of a few children"
NOBODY_YET = "nobody to whom it applied"
QUARTERS_IN_WORDS = (
    "fewer than a quarter",
    "between a quarter and a half",
    "between a half and three quarters",
    "more than three quarters",
)


@dataclass(frozen=True)
class Group:
    """What may be told of a group: the first and last day, and numbers of units, each None where it is kept back.

    `median` and `tail` are of the measure's span, in days; nine in ten are within `tail`. `says` has words where the
    share is kept back.
    """

    since: date
    until: date
    met: int | None = None
    of: int | None = None
    left_out: int | None = None
    cannot_tell: int | None = None
    median: int | None = None
    tail: int | None = None
    says: str = ""


Divided = tuple[tuple[Category, Group], ...]
"""Groups by category, the largest first; those told together last."""


@dataclass(frozen=True)
class Told:
    """All that may be told of a measure.

    `latest` is of the last twelve months; where numbers can be told of the whole window only, it is that. `divided` is
    of the same months as `latest`, `divided_whole` of the window. `lists` says whether what stands behind `latest` may
    be listed without names.
    """

    latest: Group
    whole: Group | None = None
    over_time: tuple[Group, ...] = ()
    divided: Mapping[str, Divided] = ()  # type: ignore[assignment]
    divided_whole: Mapping[str, Divided] = ()  # type: ignore[assignment]
    lists: bool = False

    def written(self) -> str:
        """The same as JSON."""
        return json.dumps(asdict(self), default=date.isoformat)

    @classmethod
    def read(cls, written: str) -> Told:
        """What was written as JSON."""
        given = json.loads(written)
        return cls(
            _group(given["latest"]),
            _group(given["whole"]) if given["whole"] else None,
            tuple(_group(one) for one in given["over_time"]),
            _division(given["divided"]),
            _division(given["divided_whole"]),
            given["lists"],
        )


def _group(given: Mapping[str, Any]) -> Group:
    days = {name: date.fromisoformat(given[name]) for name in ("since", "until")}
    return Group(**{**given, **days})


def _division(given: Mapping[str, Any]) -> dict[str, Divided]:
    return {name: tuple((tuple(key), _group(one)) for key, one in some) for name, some in dict(given).items()}


def publish(of_subject: Mapping[str, pl.DataFrame], until: date, fewest: int) -> dict[str, Told]:
    """What may be told of the measures of one subject, from the units of each by code.

    The window ends with `until`; fewer children than `fewest` are kept back.
    """
    recoded = {code: recode(units, until, fewest) for code, units in sorted(of_subject.items())}
    return {code: told_of(recoding, until) for code, recoding in kept_apart(recoded).items()}


def told_of(recoding: Recoding, until: date) -> Told:
    """What a recoding tells, in numbers or in words."""
    if recoding.scope is Scope.NOTHING:
        return Told(_in_words(recoding, until), divided={}, divided_whole={})
    of = _Groups(recoding, until)
    stretches = recoding.scope.value
    latest, whole = stretches[-1], stretches if recoding.scope is not Scope.LAST_YEAR else ()
    return Told(
        latest=of.period(latest, beside=True),
        whole=of.period(WHOLE, beside=True) if whole else None,
        over_time=tuple(of.period(some) for some in recoding.leaves),
        divided={name: of.divided(name, [latest]) for name in recoding.divided},
        divided_whole={name: of.divided(name, whole) for name in recoding.divided} if whole else {},
        lists=any(recoding.of(latest)[status].units for status in COUNTED),
    )


@dataclass(frozen=True)
class _Groups:
    """The groups that a recoding tells of."""

    recoding: Recoding
    until: date

    def period(self, quarters: range, *, beside: bool = False) -> Group:
        spans = self._spans.filter(_within(quarters))
        return self._group(quarters, self.recoding.of(quarters), spans, self.recoding.beside if beside else ())

    def divided(self, name: str, stretches: Sequence[range]) -> Divided:
        """The parts of a division, over some stretches together."""
        quarters = range(stretches[0].start, stretches[-1].stop)
        by = [AGENCY, TEAM] if name == TEAM else [name]
        rows = self._spans.filter(_within(quarters)).partition_by(by, as_dict=True)
        found = []
        for part in dict.fromkeys(self.recoding.divided[name].values()):
            keys = [key for key, told_in in self.recoding.divided[name].items() if told_in == part]
            cells = together(self._cells(name, key, one) for key in keys for one in stretches)
            some = [rows[key] for key in keys if key in rows]
            spans = pl.concat(some) if some else self._spans.clear()
            found.append((part, self._group(quarters, cells, spans)))
        return tuple(found)

    @cached_property
    def _spans(self) -> pl.DataFrame:
        """Those of whom it holds and of whom it is known how long it took."""
        return self.recoding.units.filter((pl.col("status") == Status.MET) & pl.col("span").is_not_null())

    def _cells(self, name: str, key: Category, stretch: range) -> Part:
        return self.recoding.categories[name][key].get(stretch, {})

    def _group(self, quarters: range, part: Part, units: pl.DataFrame, beside: Iterable[str] = ()) -> Group:
        met, not_met = (part.get(status, NOBODY).units for status in COUNTED)
        median, tail = _spread(units, self.recoding.fewest)
        more = {str(status): part.get(status, NOBODY).units for status in beside}
        return Group(*days_of(quarters, self.until), met, met + not_met, median=median, tail=tail, **more)  # type: ignore[arg-type]


def _within(quarters: range) -> pl.Expr:
    return pl.col("quarter").is_between(quarters.start, quarters.stop - 1)


def _spread(known: pl.DataFrame, fewest: int) -> tuple[int | None, int | None]:
    """The median of the span, and within how many days nine in ten are; each of enough children only."""
    if known.height < fewest or known["child"].n_unique() < fewest:
        return None, None
    spans = known["span"]
    median, tail = (spans.quantile(part, "nearest") for part in (0.5, TAIL))
    return int(median or 0), int(tail or 0) if known.height >= LEAST_FOR_TAIL else None


def _in_words(recoding: Recoding, until: date) -> Group:
    """Where no numbers are told: of how many few are met, or not; or about which part; or that it is kept back."""
    if recoding.in_all is not None:
        part = recoding.of(recoding.in_all)
        met, not_met = (part[status].units for status in COUNTED)
        few = f"fewer than {recoding.fewest}"
        says = f"{few} of {met + not_met:,}" if met < not_met else f"all but {few} of {met + not_met:,}"
        return Group(*days_of(recoding.in_all, until), says=says)
    cells = [recoding.of(LAST)[status] for status in COUNTED]
    if not all(cell.may_be_told(recoding.fewest) for cell in cells):
        return Group(*days_of(LAST, until), says=TOO_FEW)
    return Group(*days_of(LAST, until), says=_roughly(cells[0].units, cells[1].units, recoding.fewest - 1))


def _roughly(met: int, not_met: int, give: int) -> str:
    """About which part is met, where a few more or fewer on either side would make it no other."""
    shares = {
        (met + more) / (met + not_met + more + others)
        for more in (-give, give)
        for others in (-give, give)
        if met + more >= 0 and not_met + others >= 0 and met + not_met + more + others > 0
    }
    bands = {min(int(share * 4), 3) for share in shares}
    return f"{QUARTERS_IN_WORDS[bands.pop()]}; {BESIDE_ANOTHER}" if len(bands) == 1 else BESIDE_ANOTHER

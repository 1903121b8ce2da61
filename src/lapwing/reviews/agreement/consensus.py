"""Each coder beside the consensus: what all of them agree on, and what was settled where they did not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from lapwing.reviews.agreement.coefficients import ac1, cohen
from lapwing.reviews.agreement.comparing import Compared
from lapwing.reviews.agreement.differing import Settled, settled_in
from lapwing.reviews.agreement.tally import MISSING, Numbers, tallied_by
from lapwing.reviews.agreement.units import Unit, found_in, pattern_of
from lapwing.reviews.agreement.work import Work
from lapwing.reviews.project import Project


@dataclass(frozen=True)
class Beside:
    """How many units have a consensus and were rated by a coder, on how many of them they say the same, and how far.

    Cohen's kappa and Gwet's AC1 are pooled over themes, and None where undefined.
    """

    coder: str
    units: int
    same: int
    kappa: float | None
    ac1: float | None


@dataclass(frozen=True)
class _Row:
    """Units of one theme that each coder, and last the consensus, rated in the same way."""

    theme: int
    ratings: tuple[int, ...]
    units: int


def beside_consensus(project: Project, compared: Compared, themes: Iterable[str] = ()) -> list[Beside]:
    """Each coder beside the consensus, paragraph by paragraph or document by document; by characters, in paragraphs.

    A unit over which coders differ has a consensus once that is settled, and is left out before.
    """
    codes, settled = compared.codes(themes), settled_in(project, compared.book)
    whole = compared.unit is Unit.DOCUMENTS
    coders = sorted({who for work in compared.work for code in codes for who in work.raters_of(code, whole=whole)})
    rows = [
        row
        for work in compared.work
        for at, code in enumerate(codes)
        for row in _rows(compared, work, (at, code), coders, settled)
    ]
    ratings = np.array([row.ratings for row in rows]).reshape(len(rows), len(coders) + 1)
    theme, units = np.array([row.theme for row in rows]), np.array([row.units for row in rows], dtype=np.float64)
    found = []
    for at, who in enumerate(coders):
        tally = tallied_by(ratings[:, [at, -1]], theme.astype(np.intp), len(codes), weights=units)
        kappa, gwet = (_number(measure(tally).pooled(tally.pairable)) for measure in (cohen, ac1))
        found.append(Beside(compared.names[who], int(tally.pairable.sum()), int(tally.same.sum()), kappa, gwet))
    return found


def _number(value: Numbers) -> float | None:
    return round(float(value), 6) if np.isfinite(value) else None


def _rows(
    compared: Compared, work: Work, theme: tuple[int, str], coders: Sequence[int], settled: Settled
) -> Iterator[_Row]:
    (at, code), unit = theme, compared.unit
    paragraphs = compared.paragraphs.get(work.document_id, ())
    raters = work.raters_of(code, whole=unit is Unit.DOCUMENTS)
    if len(raters) < 2:
        return
    found = found_in(unit, work, code, paragraphs)
    for position, present in found.items():
        settlement = settled.get((work.document_id, position, code))
        if len({who in present for who in raters}) == 1:
            consensus = int(bool(present))
        else:
            consensus = int(settlement.state == "present") if settlement else MISSING
        yield _Row(at, (*pattern_of(present, raters, coders), consensus), 1)
    rest = 0 if unit is Unit.DOCUMENTS else len(paragraphs) - len(found)
    if rest:
        yield _Row(at, (*pattern_of((), raters, coders), 0), rest)

"""How far coders agree in a project: each theme, all together, and which themes a document has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

import numpy as np

from lapwing.reviews.agreement.bootstrap import DEFINED, RESAMPLES, SEED, Intervals, intervals
from lapwing.reviews.agreement.coefficients import MEASURES, Parts, cohen_of_pairs, overlap
from lapwing.reviews.agreement.comparing import Compared, NothingToCompare, compared_in, notes_on
from lapwing.reviews.agreement.result import Agreed, Agreement, Figure, Pair, Use
from lapwing.reviews.agreement.rounds import Round
from lapwing.reviews.agreement.tally import MISSING, Numbers, Tally, tallied_by
from lapwing.reviews.agreement.units import MEANS, Ratings, Unit, ratings_of
from lapwing.reviews.agreement.words import (
    NEVER_DIFFERED,
    NOT_PAIRED,
    OFF_CENTRE,
    ONE,
    ONE_DOCUMENT,
    SAME_EVERYWHERE,
    TOO_RARELY,
    Told,
    in_words,
)
from lapwing.reviews.project import Project


def agreement(
    project: Project,
    *,
    unit: Unit = Unit.PASSAGES,
    themes: Iterable[str] = (),
    in_round: Round | None = None,
    unfinished: bool = False,
) -> Agreement:
    """How far coders agree about the themes of the newest book, or some of them; refused where nothing is comparable.

    What was adjudicated changes nothing; `compared_in` says what of each coder's work counts.
    """
    compared = compared_in(project, unit, round_id=in_round.round_id if in_round else None, unfinished=unfinished)
    codes = compared.codes(themes)
    ratings = ratings_of(unit, compared.work, codes, compared.paragraphs)
    by_document = ratings.by_document_and_theme()
    each = [
        _agreed(Subject(code, compared.book[code].name), by_document.each(partial(_one, at=at)), ratings, compared)
        for at, code in enumerate(codes)
    ]
    overall = _agreed(ALL, by_document, ratings, compared)
    if not overall.units:
        raise NothingToCompare(
            f"No two coders read the same document for these themes to its end, so there are no {unit} to compare. "
            "--unit documents counts what they said of documents as a whole; --unfinished also what they only began."
        )
    sets = _sets(ratings) if unit is Unit.DOCUMENTS and len(codes) > 1 else None
    return Agreement(
        unit=unit,
        unit_means=MEANS[unit],
        round=in_round.name if in_round else "",
        documents=overall.documents,
        coders=tuple(compared.names[who] for who in ratings.coders),
        themes=tuple(each),
        overall=overall,
        sets=_agreed(SETS, sets, ratings, compared) if sets else None,
        notes=tuple(notes_on(compared)),
        resamples=RESAMPLES,
        seed=SEED,
    )


def _one(sums: Numbers, at: int) -> Numbers:
    return sums[:, at : at + 1]


@dataclass(frozen=True)
class Subject:
    """What is agreed about: a theme by its code and name, or something without a code."""

    code: str
    name: str
    called: str = "this theme is"


ALL = Subject("", "All themes together", "the themes are")
SETS = Subject("", "Which themes a document has")


def _agreed(subject: Subject, by_document: Tally, ratings: Ratings, compared: Compared) -> Agreed:
    """Agreement about what the tallies of documents and themes tell, all of it pooled."""
    total, unit = by_document.total(), ratings.unit
    names = [compared.names[who] for who in ratings.coders]
    units, documents = int(total.pairable.sum()), int((by_document.pairable.sum(axis=1) > 0).sum())
    used = () if subject is SETS else _used(total, names)
    overlapping = None if subject is SETS else _number(overlap(total.total()))
    figures = _figures(by_document, unit, units)
    return Agreed(
        theme=subject.code,
        name=subject.name,
        units=units,
        documents=documents,
        used=used,
        figures=figures,
        overlap=overlapping,
        pairs=tuple(_pairs(total, names)) if len(names) > 2 else (),
        words=in_words(Told(subject.called, unit, units, documents, used, figures, overlapping)),
    )


def _figures(by_document: Tally, unit: Unit, units: int) -> dict[str, Figure]:
    values = _pooled(by_document.total().each(lambda sums: sums[None]))[0]
    spread = intervals(by_document, _pooled) if len(by_document.units) > 1 else None
    return {name: _figure(values[at], spread and spread.at(at), unit, units) for at, name in enumerate(MEASURES)}


def _pooled(tally: Tally) -> Numbers:
    """Every coefficient, pooled over themes: axes are what came first, and coefficients."""
    return np.stack([measure(tally).pooled(tally.pairable) for measure in MEASURES.values()], axis=-1)


def _figure(found: Numbers, spread: Intervals | None, unit: Unit, units: int) -> Figure:
    value = _number(found)
    if value is None:
        return Figure(None, why=SAME_EVERYWHERE if units else NOT_PAIRED.format(unit=ONE[unit]))
    if spread is None:
        return Figure(value, why=ONE_DOCUMENT)
    if spread.defined < DEFINED:
        return Figure(value, why=TOO_RARELY.format(share=1 - float(spread.defined)))
    low, high = _number(spread.low), _number(spread.high)
    if low is None or high is None or low == high:
        return Figure(value, why=NEVER_DIFFERED)
    return Figure(value, low, high) if low <= value <= high else Figure(value, why=OFF_CENTRE)


def _number(value: Numbers) -> float | None:
    """A number to six decimals, as it is told; None where undefined."""
    return round(float(value), 6) if np.isfinite(value) else None


def _used(total: Tally, names: Sequence[str]) -> tuple[Use, ...]:
    given, rated = total.given.sum(axis=0), total.rated.sum(axis=0)
    return tuple(Use(name, int(given[at]), int(rated[at])) for at, name in enumerate(names))


def _pairs(total: Tally, names: Sequence[str]) -> Iterator[Pair]:
    """Each two of several coders: agreement and Cohen's kappa, pooled over themes."""
    parts, joint = cohen_of_pairs(total), total.joint.T
    observed, expected = parts.observed.T, parts.expected.T
    kappa = Parts(observed, expected).pooled(joint)
    share = Parts(observed, np.zeros_like(observed)).pooled(joint)
    for at, (one, other) in enumerate(combinations(names, 2)):
        yield Pair(one, other, int(joint[at].sum()), _number(share[at]), _number(kappa[at]))


def _sets(ratings: Ratings) -> Tally | None:
    """The tally of which themes each document has, every set of themes being a category; None where nobody says all."""
    shape = len(ratings.documents), len(ratings.themes), len(ratings.coders)
    states = np.full(shape, MISSING, dtype=np.int8)
    states[ratings.document, ratings.theme] = ratings.values
    is_whole = (states != MISSING).all(axis=1)
    sets, place = np.unique(states.swapaxes(1, 2)[is_whole], axis=0, return_inverse=True)
    if not len(sets):
        return None
    values = np.full(is_whole.shape, MISSING, dtype=np.intp)
    values[is_whole] = place.ravel()
    tally = tallied_by(values, np.arange(shape[0]), shape[0], categories=len(sets))
    return tally.each(lambda sums: sums[:, None])

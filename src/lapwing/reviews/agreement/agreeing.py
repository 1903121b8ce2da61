"""How far coders agree in a project: each theme, all together, and which themes a document has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from lapwing.reviews.agreement import words
from lapwing.reviews.agreement.bootstrap import DEFINED, RESAMPLES, SEED, Intervals, intervals
from lapwing.reviews.agreement.coefficients import MEASURES, Parts, cohen_of_pairs, overlap, percent
from lapwing.reviews.agreement.result import Agreed, Agreement, Figure, Pair, Use
from lapwing.reviews.agreement.tally import MISSING, Numbers, Tally, tallied_by
from lapwing.reviews.agreement.units import MEANS, Paragraphs, Ratings, Unit, paragraphs_of, ratings_of
from lapwing.reviews.agreement.work import Work, readers, work_of
from lapwing.reviews.project import Project, coder_names
from lapwing.reviews.refusal import Refusal
from lapwing.reviews.themes import Book, newest_book


class NothingToCompare(Refusal):
    """No document was read by two coders whose work may be seen."""


@dataclass(frozen=True)
class Compared:
    """What was compared: the documents as worked through, with their paragraphs, and the name of the round if any."""

    book: Book
    work: tuple[Work, ...]
    paragraphs: Paragraphs
    round: str
    names: dict[int, str]


def agreement(
    project: Project,
    *,
    unit: Unit = Unit.PASSAGES,
    themes: Iterable[str] = (),
    round_id: int | None = None,
    unfinished: bool = False,
) -> Agreement:
    """How far coders agree about the themes of the newest book, or some of them; refused where nothing is comparable.

    Each coder's work counts as it stood when he locked it, or as it stands where he finished the document outside any
    round; with `unfinished` also where he only began to code it. What was adjudicated changes nothing.
    """
    compared = compared_in(project, round_id=round_id, unfinished=unfinished)
    codes = [compared.book.named(theme).code for theme in themes] or [theme.code for theme in compared.book.themes]
    ratings = ratings_of(unit, compared.work, codes, compared.paragraphs)
    if not ratings.coders:
        raise NothingToCompare(
            f"Nobody read a whole document, so there are no {unit} to compare. Count documents: give --unit documents."
        )
    each, overall = _of_themes(ratings, compared)
    return Agreement(
        unit=unit,
        unit_means=MEANS[unit],
        round=compared.round,
        documents=len(compared.work),
        coders=tuple(compared.names[who] for who in ratings.coders),
        themes=each,
        overall=overall,
        sets=_of_sets(ratings, compared.names) if unit is Unit.DOCUMENTS and not themes else None,
        notes=tuple(_notes(project, unit, compared)),
        resamples=RESAMPLES,
        seed=SEED,
    )


def compared_in(project: Project, *, round_id: int | None = None, unfinished: bool = False) -> Compared:
    """The documents that may be compared; refused where there are none."""
    book = newest_book(project)
    read = readers(project, round_id, unfinished=unfinished)
    if not read:
        raise NothingToCompare(_why_nothing(project, round_id))
    work = tuple(work_of(project, book, read))
    row = project.one("SELECT name FROM coding_round WHERE round_id = ?", (round_id,))
    paragraphs = paragraphs_of(project, [one.document_id for one in work])
    return Compared(book, work, paragraphs, row["name"] if row else "", coder_names(project))


def _why_nothing(project: Project, round_id: int | None) -> str:
    waiting = project.rows(
        """SELECT DISTINCT coder.name FROM assignment JOIN coder USING (coder_id)
        WHERE locked_at IS NULL AND (?1 IS NULL OR round_id = ?1) ORDER BY coder.name""",
        (round_id,),
    )
    if waiting:
        names = ", ".join(row["name"] for row in waiting)
        return (
            f"No document of double coding is open to be compared: {names} did not lock yet. "
            "Agreement is shown when every coder of a document has locked it with `lapwing reviews assign --lock`."
        )
    return (
        "No document was read to its end by two coders. Hand a share out with `lapwing reviews assign --share`, or give "
        "--unfinished to count everybody who coded anything in a document as having read all of it."
    )


def _of_themes(ratings: Ratings, compared: Compared) -> tuple[tuple[Agreed, ...], Agreed]:
    """Agreement about each theme, and about all of them pooled."""
    by_document = ratings.by_document_and_theme()
    total = by_document.total()
    values = _measured(total.each(lambda sums: sums[None]))[0]
    spread = _spread(by_document, _measured, len(ratings.documents))
    pairs = _pairs(total, ratings.coders, compared.names)
    used = _used(total, ratings.coders, compared.names)
    overlaps = [*overlap(total).tolist(), float(overlap(total.total()))]
    rated = [*_documents_rated(by_document), int((by_document.pairable.sum(axis=1) > 0).sum())]
    units = [*total.pairable.tolist(), float(total.pairable.sum())]
    every = [
        _agreed(code, name, ratings.unit, units[at], rated[at], used[at], pairs[at], overlaps[at], values[at], _at(spread, at))
        for at, (code, name) in enumerate(
            [*((code, compared.book[code].name) for code in ratings.themes), ("", "All themes together")]
        )
    ]
    return tuple(every[:-1]), every[-1]


def _documents_rated(by_document: Tally) -> list[int]:
    return [int(count) for count in (by_document.pairable > 0).sum(axis=0)]


def _measured(tally: Tally) -> Numbers:
    """Every coefficient of every theme and, last, of all pooled: axes are what came first, themes, coefficients."""
    found = []
    for measure in MEASURES.values():
        parts = measure(tally)
        pooled = parts.pooled(tally.pairable)
        found.append(np.concatenate([parts.coefficient, pooled[..., None]], axis=-1))
    return np.stack(found, axis=-1)


def _measured_alone(tally: Tally) -> Numbers:
    return np.stack([measure(tally).coefficient for measure in MEASURES.values()], axis=-1)


def _spread(by_document: Tally, measured, documents: int) -> Intervals | None:  # type: ignore[no-untyped-def]
    return intervals(by_document, measured) if documents > 1 else None


def _at(spread: Intervals | None, at: int) -> Intervals | None:
    return Intervals(spread.low[at], spread.high[at], spread.defined[at]) if spread else None


def _agreed(
    code: str,
    name: str,
    unit: Unit,
    units: float,
    documents: int,
    used: tuple[Use, ...],
    pairs: tuple[Pair, ...],
    overlapping: float,
    values: Numbers,
    spread: Intervals | None,
) -> Agreed:
    figures = {
        measure: _figure(unit, units, float(values[at]), _at(spread, at)) for at, measure in enumerate(MEASURES)
    }
    told = words.in_words(unit, int(units), documents, used, figures)
    return Agreed(code, name, int(units), documents, used, figures, _or_none(overlapping), pairs, told)


def _figure(unit: Unit, units: float, value: float, spread: Intervals | None) -> Figure:
    if not np.isfinite(value):
        return Figure(None, why=words.SAME_EVERYWHERE if units else words.NOT_PAIRED.format(unit=words.ONE[unit]))
    if spread is None:
        return Figure(value, why=words.ONE_DOCUMENT)
    if spread.defined < DEFINED:
        return Figure(value, why=words.TOO_RARELY.format(share=1 - float(spread.defined)))
    if spread.low == spread.high:
        return Figure(value, why=words.NEVER_DIFFERED)
    return Figure(value, float(spread.low), float(spread.high))


def _or_none(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _used(total: Tally, coders: Sequence[int], names: dict[int, str]) -> list[tuple[Use, ...]]:
    """How often each coder gave each theme and, last, all of them."""
    given = [*total.given.tolist(), total.given.sum(axis=0).tolist()]
    rated = [*total.rated.tolist(), total.rated.sum(axis=0).tolist()]
    return [
        tuple(Use(names[who], int(one), int(of)) for who, one, of in zip(coders, gave, out_of, strict=True))
        for gave, out_of in zip(given, rated, strict=True)
    ]


def _pairs(total: Tally, coders: Sequence[int], names: dict[int, str]) -> list[tuple[Pair, ...]]:
    """Each pair of coders on each theme and, last, on all pooled; none where there is one pair alone."""
    if len(coders) < 3:
        return [() for _ in range(len(total.units) + 1)]
    parts = cohen_of_pairs(total)
    kappa = np.vstack([parts.coefficient, _of_pairs_pooled(parts, total.joint)])
    observed = np.vstack([parts.observed, _of_pairs_pooled(Parts(parts.observed, np.zeros_like(parts.observed)), total.joint)])
    joint = np.vstack([total.joint, total.joint.sum(axis=0)])
    return [
        tuple(
            Pair(names[one], names[other], int(joint[row, at]), _or_none(observed[row, at]), _or_none(kappa[row, at]))
            for at, (one, other) in enumerate(combinations(coders, 2))
        )
        for row in range(len(joint))
    ]


def _of_pairs_pooled(parts: Parts, joint: Numbers) -> Numbers:
    return Parts(parts.observed.T, parts.expected.T).pooled(joint.T)


def _of_sets(ratings: Ratings, names: dict[int, str]) -> Agreed | None:
    """Whether coders give a document the very same themes; None where nobody assessed all of them."""
    shape = len(ratings.documents), len(ratings.themes), len(ratings.coders)
    states = np.full(shape, MISSING, dtype=np.int8)
    states[ratings.document, ratings.theme] = ratings.values
    whole = (states != MISSING).all(axis=1)
    sets, place = np.unique(states.swapaxes(1, 2)[whole], axis=0, return_inverse=True)
    if not len(sets):
        return None
    values = np.full((shape[0], shape[2]), MISSING, dtype=np.intp)
    values[whole] = place.ravel()
    by_document = tallied_by(values, np.arange(shape[0]), shape[0], categories=len(sets))
    total = by_document.total()
    spread = _spread(by_document, _measured_alone, shape[0])
    count = float(total.pairable)
    pairs = _pairs_of_sets(total, ratings.coders, names)
    found = _measured_alone(total)
    documents = int(count)
    return _agreed("", "Which themes a document has", ratings.unit, count, documents, (), pairs, np.nan, found, spread)


def _pairs_of_sets(total: Tally, coders: Sequence[int], names: dict[int, str]) -> tuple[Pair, ...]:
    return _pairs(total.each(lambda sums: sums[None]), coders, names)[0]


def _notes(project: Project, unit: Unit, compared: Compared) -> Iterator[str]:
    """What was left out."""
    sealed = project.rows("SELECT DISTINCT document_id FROM sealed")
    if sealed:
        yield (
            f"{_count(len(sealed), 'document')} handed out for double coding {'is' if len(sealed) == 1 else 'are'} left out: "
            "not every coder has locked."
        )
    if unit is Unit.DOCUMENTS:
        return
    passages = [(one, compared.paragraphs.get(work.document_id, ())) for work in compared.work for one in work.passages]
    lost = sum(1 for one, _ in passages if one.start is None)
    if lost:
        yield f"{_count(lost, 'passage')} that could not be found again when the document was read anew counted nowhere."
    without = sum(1 for work in compared.work if not compared.paragraphs.get(work.document_id))
    if without:
        yield f"{_count(without, 'document')} in which no paragraph was recognised counted nowhere."


def _count(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"

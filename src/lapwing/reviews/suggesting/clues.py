"""Which words tell of a theme: its own, as the theme book has them, and those that people's coding has taught.

A clue weighs the share of the passages about the theme that have the word, times the logarithm of how many times likelier
it is there than in any passage: its part in how far apart the two are (Kullback and Leibler 1951). A word of the theme's
own starts as if `TRUST` passages about it all had the word, so that it fades where what people code to the theme does not
bear it out. A further word becomes a clue where its share of the coded passages differs from that of all
passages by more than chance would make it: a log-likelihood ratio above `UNLIKELY` (Dunning 1993).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from lapwing.reviews.suggesting.passages import Coded
from lapwing.reviews.suggesting.terms import Stems, Terms
from lapwing.reviews.themes import Theme

TRUST = 6
ENOUGH_CODED = 5
"""So many passages, from two documents at least, teach something."""
UNLIKELY = 10.83
"""Chance alone passes it once in a thousand times (chi-squared, one degree of freedom)."""
MOST_LEARNED = 25
STRONGEST = 8
"""So many of the best clues together make a score of 1."""

PARTS: Mapping[str, float] = {"cues": 2.0, "name": 1.75, "definition": 1.0, "include": 0.8, "example": 0.4}
"""How much each part of a theme counts; cues are what a person adds."""
AGAIN = 0.5
"""How much of that a part counts where one before it has the word too."""
AGAINST = 0.5
"""How much a word counts against a passage that only the theme's rule of what to exclude has."""
COMMON = 0.05
"""A word of that rule that more than this share of all passages have says nothing against one."""
LEARNED = "passages coded to it"


@dataclass(frozen=True)
class Clue:
    """A word or pair, how much it tells of the theme (below 0: against it), and where it comes from."""

    stems: Stems
    weight: float
    source: str


@dataclass(frozen=True)
class Clues:
    """Everything that tells of a theme, and what a score is measured by."""

    theme: str
    by_stems: Mapping[Stems, Clue]

    @property
    def full(self) -> float:
        """The weight that makes a score of 1."""
        return sum(sorted((max(clue.weight, 0.0) for clue in self.by_stems.values()), reverse=True)[:STRONGEST])


def clues_of(
    theme: Theme, themes: Sequence[Theme], terms: Terms, examples: Sequence[Coded] = (), cues: Iterable[str] = ()
) -> Clues:
    """The clues to a theme among the themes of its book, with what its examples teach."""
    own = _own(theme, terms, cues)
    shared = Counter(stems for other in themes for stems in set(_own(other, terms, ())))
    having = Counter(
        stems for example in examples for stems in {term.stems for term in terms.with_pairs(example.quote)}
    )
    clues = {}
    for stems, (part, factor) in own.items():
        rarity = log(1 + len(themes) / max(shared[stems], 1)) / log(1 + len(themes))
        chance = (having[stems] + TRUST) / (len(examples) + TRUST)
        weight = factor * rarity * chance * (terms.telling(stems) + log(chance))
        if weight > 0:
            clues[stems] = Clue(stems, weight, part)
    clues |= {clue.stems: clue for clue in _learned(having, examples, terms) if clue.stems not in own}
    for stems in _stems(theme.exclude, terms) - clues.keys():
        if len(stems) > 1 or terms.share(stems[0]) > COMMON:
            continue
        clues[stems] = Clue(stems, -AGAINST * terms.telling(stems), "exclude")
    return Clues(theme.code, clues)


def _stems(text: str, terms: Terms) -> set[Stems]:
    """The terms of a text that some passage of the project could have."""
    return {stems for stems in terms.kinds_in(text) if all(terms.passages_with(stem) for stem in stems)}


def _own(theme: Theme, terms: Terms, cues: Iterable[str]) -> dict[Stems, tuple[str, float]]:
    """The theme's own terms, each with the part that counts most; a word that comes again in other parts counts for more."""
    own: dict[Stems, tuple[str, float]] = {}
    texts = {"cues": ". ".join(cues), **{part: getattr(theme, part) for part in PARTS if part != "cues"}}
    for part, text in texts.items():
        for stems in _stems(text, terms):
            first, factor = own.get(stems, (part, 0.0))
            own[stems] = first, factor + PARTS[part] * (AGAIN if factor else 1)
    return own


def _learned(having: Counter[Stems], examples: Sequence[Coded], terms: Terms) -> list[Clue]:
    """The single words that people's coding has taught, the most telling first."""
    coded = len(examples)
    if coded < ENOUGH_CODED or len({example.document_id for example in examples}) < 2:
        return []
    others = max(terms.passages - coded, 1)
    clues = []
    for stems, times in having.items():
        elsewhere = max(terms.passages_with(stems[0]) - times, 0)
        if len(stems) > 1 or times < 2 or times / coded <= elsewhere / others:
            continue
        if log_likelihood_ratio(times, coded, elsewhere, others) > UNLIKELY:
            chance = (times + 0.5) / (coded + 1)
            weight = chance * (log(chance) + terms.telling(stems))
            clues.append(Clue(stems, weight, LEARNED))
    return sorted((clue for clue in clues if clue.weight > 0), key=lambda clue: (-clue.weight, clue.stems))[
        :MOST_LEARNED
    ]


def log_likelihood_ratio(times: int, of: int, other_times: int, of_others: int) -> float:
    """By how much two shares, `times` of `of` and `other_times` of `of_others`, are likelier to differ than to be one.

    Twice the difference of the logarithms of the likelihoods (Dunning 1993); 0 where the shares are equal.
    """
    table = ((times, of - times), (other_times, of_others - other_times))
    whole = of + of_others
    columns = [table[0][at] + table[1][at] for at in (0, 1)]
    return 2 * sum(
        seen * log(seen * whole / (sum(row) * columns[at])) for row in table for at, seen in enumerate(row) if seen
    )

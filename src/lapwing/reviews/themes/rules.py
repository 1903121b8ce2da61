"""What a set of themes must satisfy so that codings can be counted, and what makes it a good one, each with its reason.

What must hold is refused where it does not (`mistakes`); what ought to hold is said (`weaknesses`). The reasons follow
what the field asks of a codebook: a definition, when to use it, when not, and an example (MacQueen and others, 1998);
themes that say something, not topics that gather (Braun and Clarke, 2006).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from lapwing.lessons.ages_of_concern import LESSONS
from lapwing.reviews.themes.book import Theme

TOO_ALIKE = 88
"""Definitions that share so much of their wording, out of 100, will be coded for each other."""
CATCH_ALL = re.compile(r"\b(other|miscellaneous|general|various|misc)\b", re.IGNORECASE)
COLOUR = re.compile(r"#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})\Z")
CODE = re.compile(r"[a-z][a-z0-9_]*\Z")
_REPORT = {lesson.id for lesson in LESSONS}


def mistakes(themes: Sequence[Theme]) -> list[str]:
    """What keeps a set of themes from being counted with, a sentence each; none where it can be."""
    rules = (_codes, _codes_once, _names_once, _parents, _circles, _taken_in, _lessons, _colours)
    return [sentence for rule in rules for sentence in rule(themes)]


def weaknesses(themes: Sequence[Theme]) -> list[str]:
    """What will make people code a set of themes differently, a sentence each."""
    rules: tuple[Callable[[Sequence[Theme]], Iterator[str]], ...]
    rules = (_undefined, _catch_alls, _only_children, _alike, _uncited)
    return [sentence for rule in rules for sentence in rule(themes)]


def _codes(themes: Sequence[Theme]) -> Iterator[str]:
    for theme in themes:
        if not CODE.match(theme.code):
            yield (
                f"The code {theme.code} needs small letters, digits and underscores alone, beginning with a letter: "
                "it stands in files and commands."
            )


def _twice(said: Iterable[str]) -> list[str]:
    return [text for text, times in Counter(said).items() if times > 1]


def _codes_once(themes: Sequence[Theme]) -> Iterator[str]:
    for code in _twice(theme.code for theme in themes):
        yield f"The code {code} stands for two themes: a coding could not say which it means."


def _names_once(themes: Sequence[Theme]) -> Iterator[str]:
    for name in _twice(theme.name.casefold() for theme in themes):
        yield f"Two themes are called “{name}”: people could not tell them apart."


def _parents(themes: Sequence[Theme]) -> Iterator[str]:
    codes = {theme.code for theme in themes}
    for theme in themes:
        if theme.parent and theme.parent not in codes:
            yield f"{theme.code} stands under {theme.parent}, which is no theme: its codings would count nowhere above it."


def _circles(themes: Sequence[Theme]) -> Iterator[str]:
    above = {theme.code: theme.parent for theme in themes}
    for theme in themes:
        seen, at = {theme.code}, above.get(theme.code, "")
        while at and at not in seen:
            seen.add(at)
            at = above.get(at, "")
        if at == theme.code:
            yield f"{theme.code} stands under itself: it could not be counted."


def _taken_in(themes: Sequence[Theme]) -> Iterator[str]:
    codes = {theme.code for theme in themes}
    for code in _twice(code for theme in themes for code in theme.takes_in):
        yield f"Two themes take in {code}: its codings would count twice. To split a theme, code its passages again."
    for theme in themes:
        for code in theme.takes_in:
            if code in codes:
                yield f"{theme.code} takes in {code}, which still is a theme: its codings would count twice."


def _lessons(themes: Sequence[Theme]) -> Iterator[str]:
    for theme in themes:
        if re.match(r"[KPB]\d", theme.lesson) and theme.lesson not in _REPORT:
            yield f"{theme.code} answers {theme.lesson}, which the report has not: nobody could follow it to a check."


def _colours(themes: Sequence[Theme]) -> Iterator[str]:
    for theme in themes:
        if theme.colour and not COLOUR.match(theme.colour):
            yield f"{theme.code} has the colour {theme.colour}; it needs #RGB or #RRGGBB, as other tools read it."


def _undefined(themes: Sequence[Theme]) -> Iterator[str]:
    wanted = ("definition", "include", "exclude", "example")
    for theme in themes:
        if missing := [part for part in wanted if not getattr(theme, part).strip()]:
            yield f"{theme.code} has no {', '.join(missing)}: two people will draw its edge in different places."


def _catch_alls(themes: Sequence[Theme]) -> Iterator[str]:
    for theme in themes:
        if CATCH_ALL.search(theme.name):
            yield f"“{theme.name}” gathers what fits nowhere: counted, it says nothing. Name what its passages say."


def _only_children(themes: Sequence[Theme]) -> Iterator[str]:
    under = Counter(theme.parent for theme in themes if theme.parent)
    for parent, children in under.items():
        if children == 1:
            yield f"{parent} has one theme under it: the two say the same until there is a second."


def _alike(themes: Sequence[Theme]) -> Iterator[str]:
    defined = [theme for theme in themes if theme.definition]
    for one, other in combinations(defined, 2):
        if fuzz.token_set_ratio(one.definition, other.definition) >= TOO_ALIKE:
            yield f"{one.code} and {other.code} are defined almost alike: passages will be coded to either by chance."


def _uncited(themes: Sequence[Theme]) -> Iterator[str]:
    for theme in themes:
        if not theme.lesson:
            yield f"{theme.code} names no lesson: what is found of it leads to no check, audit or action."

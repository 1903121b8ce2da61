"""Looking for a child: by name, NHS number, or the day on which a birth was or is expected.

Who might be meant is asked of the whole record first, and of those few what is in sight and what their names are now.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain, islice
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.at_work import ended_among
from lapwing.conduct.may import READ
from lapwing.conduct.permissions import check_user_can
from lapwing.conduct.reading.calling import named
from lapwing.conduct.reading.lists import ChildListed, in_sight, listed
from lapwing.conduct.reading.record import note_reading
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.name_words import children_with, likeness, words_like
from lapwing.records.names import words
from lapwing.records.store import CannotEnter

FOUND_AT_MOST = 50
AT_ONCE = 100
"""Of so many who might be meant it is asked at a time who is in sight."""

BETWEEN_TWO = 0.9
"""How much less it says where a child has one of two names and the mother the other."""

Name = tuple[str, ...]
"""One name that is looked for; of a double-barrelled one each part, of which one is enough."""
Borne = dict[str, set[str]]
"""The words that names have: a child's, and those of the expectant mother."""


@dataclass(frozen=True)
class Likely:
    """Who might be meant, the likest first, and by which names; without these a number or a day has said it exactly."""

    children: Iterable[str]
    names: Sequence[Name] = ()


class How(StrEnum):
    """By what somebody was found, where that is not the child's own name or day."""

    NUMBER = "NHS number"
    MOTHERS_NUMBER = "mother’s NHS number"
    MOTHERS_NAME = "mother’s name"


@dataclass(frozen=True)
class Found(ChildListed):
    """A child who was found, and by what."""

    how: How | None


@links.asked_once()
def search(*, by: Acting, text: str) -> list[Found]:
    """Children in sight by name, NHS number, or day of birth, also an expected one; the likest first.

    A name is the child's or the expectant mother's, in any order and spelled nearly so. What lies out of sight is not
    found, and no answer shows that it is there. Records that have ended are found, but not by when a birth was expected.
    """
    wanted = text.strip()
    if len(wanted) < 2:
        raise CannotEnter("text: needs at least two letters of a name, an NHS number, or a day such as 14 March 2026.")
    check_user_can("read", READ, by=by, child=None)
    likely = _likely(wanted)
    scores = dict(islice(_in_sight(by, likely), FOUND_AT_MOST))
    who = named(scores)
    found = sorted(who, key=lambda child: (-scores[child], who[child].called.casefold(), child))
    note_reading(by, "search", children=found)
    order = {child: place for place, child in enumerate(found)}
    how = dict(_through_mother(found, likely.names) if likely.names else _by_number(found, wanted))
    some = (Found(**vars(one), how=how.get(one.child)) for one in listed(by, who.values()))
    return sorted(some, key=lambda one: order[one.child])


def _likely(wanted: str) -> Likely:
    day, digits = day_written(wanted), "".join(wanted.split())
    if day is not None:
        return Likely(sorted(_born_or_expected_on(day)))
    if digits.isdecimal():
        return Likely(sorted(_with_number(digits)))
    names = [parts for one in re.split(r"[\s,]+", wanted) if (parts := words(one))]
    return Likely(_called(names), names)


def _in_sight(by: Acting, likely: Likely) -> Iterator[tuple[str, float]]:
    """Those of them who are in sight, each with how alike their names are as they stand now."""
    rest = iter(likely.children)
    while some := list(islice(rest, AT_ONCE)):
        seen = in_sight(by, among=some)
        now = _words_now(seen) if likely.names else {}
        for child in (one for one in some if one in seen):
            alike = _alike(likely.names, now.get(child, {})) if likely.names else 1
            if alike:
                yield child, alike


# By name


def _called(names: Sequence[Name]) -> Iterable[str]:
    """Who has these names, or had them once; the likest first."""
    if len(names) == 1 and len(names[0]) == 1:
        return _called_by_one_word(names[0][0])
    found = [list(children_with(set(chain.from_iterable(words_like(part) for part in name)))) for name in names]
    bearers = Counter(chain.from_iterable({child for child, _, _ in rows} for rows in found))
    borne: dict[str, set[tuple[str, str]]] = {
        child: set() for child, count in bearers.items() if count >= _enough(names)
    }
    for child, whose, word in chain.from_iterable(found):
        if child in borne:
            borne[child].add((whose, word))
    alike = {one: _alike(names, _by_whom(one)) for one in set(map(frozenset, borne.values()))}
    scores = {child: alike[frozenset(one)] for child, one in borne.items()}
    for group in links.groups("child", scores).values():
        scores[group[0]] = max(scores.get(one, 0) for one in group)
    return sorted((child for child, score in scores.items() if score), key=lambda child: (-scores[child], child))


def _called_by_one_word(sought: str) -> Iterator[str]:
    """The same for a single word: whoever has the likest, then the next, as far as it is asked for."""
    told: set[str] = set()
    for word in sorted(words_like(sought), key=lambda one: (-likeness(sought, one), one)):
        children = {child for child, _, _ in children_with([word])}
        children.update(group[0] for group in links.groups("child", children).values())
        yield from sorted(children - told)
        told |= children


def _by_whom(words: Iterable[tuple[str, str]]) -> Borne:
    found: Borne = {}
    for whose, word in words:
        found.setdefault(whose, set()).add(word)
    return found


def _enough(names: Sequence[Name]) -> int:
    """How many of the names have to be there: of one or two each, of more all but one."""
    return min(len(names), max(2, len(names) - 1))


def _alike(names: Sequence[Name], borne: Borne) -> float:
    """How alike these names are to a child's or the mother's, from 0 to 1; less where only both together have them."""
    by_one = max((_of_one(names, one) for one in borne.values()), default=0)
    return max(by_one, BETWEEN_TWO * _of_one(names, set(chain.from_iterable(borne.values()))))


def _of_one(names: Sequence[Name], borne: Collection[str]) -> float:
    each = [_part_alike(name, borne) for name in names]
    return sum(each) / len(each) if len(each) - each.count(0) >= _enough(names) else 0


def _part_alike(name: Name, borne: Collection[str]) -> float:
    return sum(max((likeness(part, word) for word in borne), default=0) for part in name) / len(name)


def _words_now(children: Iterable[str]) -> dict[str, Borne]:
    """The words of the names that these children and their expectant mothers have, on any record of them."""
    people = _people_of(children)
    found: dict[str, Borne] = {}
    for table, whose in (("person", "pk"), ("other_name", "person")):
        rows = entries(table).filter(**{f"{whose}__in": list(people)}).values_list(whose, "given_name", "family_name")
        for person, *names in rows:
            borne = set(chain.from_iterable(words(name or "") for name in names))
            for child, one in people[person]:
                found.setdefault(child, {}).setdefault(one, set()).update(borne)
    return found


def _people_of(children: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """Who these children and their expectant mothers are: by the key of each record, of which child and which of the two."""
    own = set(children)
    same = links.groups("child", own)
    whose = {one: child for child in own for one in same.get(child, [child])}
    rows = entries("child").filter(pk__in=list(whose)).values_list("pk", "person", "pregnancy__mother")
    found: dict[str, list[tuple[str, str]]] = {}
    for key, *people in rows:
        for which, person in zip(("child", "mother"), people, strict=True):
            found.setdefault(person, []).append((whose[key], which))
    found.pop(None, None)  # type: ignore[call-overload]  # nobody yet
    for person, group in links.groups("person", found).items():
        for one in set(group) - {person}:
            found.setdefault(one, []).extend(found[person])
    return found


def _through_mother(children: Iterable[str], names: Sequence[Name]) -> Iterator[tuple[str, How]]:
    """Those of them whose mother's name is liker than their own."""
    for child, borne in _words_now(children).items():
        own, mothers = (_of_one(names, borne.get(which, ())) for which in ("child", "mother"))
        if mothers > own:
            yield child, How.MOTHERS_NAME


# By a number or a day


def _by_number(children: Iterable[str], wanted: str) -> Iterator[tuple[str, How]]:
    """Whose number it is that was looked for; nothing where a day was."""
    people = _people_of(children)
    rows = entries("person").filter(pk__in=list(people), nhs_number="".join(wanted.split()))
    theirs = [one for person in rows.values_list("pk", flat=True) for one in people[person]]
    for child, which in sorted(theirs, key=lambda one: one[1] == "child"):
        yield child, How.NUMBER if which == "child" else How.MOTHERS_NUMBER


def _with_number(number: str) -> set[str]:
    people = links.one_with("person", entries("person").filter(nhs_number=number).values_list("pk", flat=True))
    children = entries("child")
    own = children.filter(person__in=people).values_list("pk", flat=True)
    mothers = children.filter(pregnancy__mother__in=people).values_list("pk", flat=True)
    return links.one_with("child", {*own, *mothers}) if people else set()


def _born_or_expected_on(day: date) -> set[str]:
    people = links.one_with("person", entries("person").filter(born_on=day).values_list("pk", flat=True))
    stated = entries("expected_date").filter(expected_on=day, superseded_on__isnull=True)
    pregnancies = links.one_with("pregnancy", stated.values_list("pregnancy", flat=True))
    children = entries("child")
    born = children.filter(person__in=people).values_list("pk", flat=True)
    expected = set(children.filter(pregnancy__in=pregnancies, person__isnull=True).values_list("pk", flat=True))
    return links.one_with("child", (expected - ended_among(expected)).union(born))


MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
WRITTEN: Sequence[re.Pattern[str]] = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4}|\d{2})"),
    re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[a-z]{3,9})\.?,?\s+(?P<year>\d{4}|\d{2})"),
)
"""How people write a day: 2026-03-14, 14/3/26, 14 March 2026."""


def day_written(text: str) -> date | None:
    """The day that a text says, as people here write days; None where it says none. Years of two digits are of this century.

    CannotEnter where it looks like a day and there is no such one.
    """
    found = next((match for how in WRITTEN if (match := how.fullmatch(text.strip().lower()))), None)
    if found is None:
        return None
    try:
        return _day(found.groupdict())
    except ValueError:
        raise CannotEnter(
            "text: looks like a day, and there is no such day; needs one such as 14 March 2026."
        ) from None


def _day(said: Mapping[str, Any]) -> date:
    year = int(said["year"])
    month = said["month"]
    number = int(month) if month.isdecimal() else [name.startswith(month) for name in MONTHS].index(True) + 1
    return date(year if year > 99 else 2000 + year, number, int(said["day"]))

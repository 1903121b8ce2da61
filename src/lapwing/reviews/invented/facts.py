"""What reviews are about: invented areas, children with their ages, incidents with their days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, pairwise

from lapwing.reviews.invented.wording import Chance, told

FIRST_DAY, LAST_DAY = date(2007, 4, 1), date(2011, 3, 31)
"""Of incidents: the four years that the report looks back on."""
YEAR = 365.25
COHORTS = {"under 1": (0, 1), "1 to 5": (1, 6), "6 to 10": (6, 11), "11 to 13": (11, 14), "14 and over": (14, 18)}
"""From which birthday, and up to which."""
SHARES = {"under 1": 0.35, "1 to 5": 0.27, "6 to 10": 0.12, "11 to 13": 0.08, "14 and over": 0.18}
"""Of all children. The first and the last are the report's own (35 and 18 per cent of 602 children)."""
CHILDREN = {1: 0.80, 2: 0.15, 3: 0.04, 4: 0.01}
"""How many of the reviews concern so many children: 1.26 a review, as 602 children in 482 reviews."""
APART = 300
"""Days between the births of siblings who are not twins, at the least."""


@dataclass(frozen=True)
class Child:
    """A child of a review. `age` is as the review states it at the first incident: 9 weeks, 14 months, 15 years."""

    label: str
    born_on: date
    cohort: str
    age: str


@dataclass(frozen=True)
class Incident:
    """What happened to some of a review's children, on one day."""

    label: str
    occurred_on: date
    kind: str
    children: tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """What a review is about; the first incident concerns all of its children."""

    reference: str
    title: str
    area: str
    region: str
    published_on: date
    children: tuple[Child, ...]
    incidents: tuple[Incident, ...]


def shared_out(count: int, shares: dict[str, float]) -> dict[str, int]:
    """A count shared out by largest remainder, so that the parts add up to it."""
    exact = {name: count * share for name, share in shares.items()}
    parts = {name: int(part) for name, part in exact.items()}
    by_remainder = sorted(exact, key=lambda name: (parts[name] - exact[name], name))
    for name in by_remainder[: count - sum(parts.values())]:
        parts[name] += 1
    return parts


def invent_facts(count: int, chance: Chance) -> list[Facts]:
    """What so many reviews are about. Ages keep to SHARES, and numbers of children to CHILDREN, to the nearest child."""
    sizes = _shuffled(shared_out(count, {str(size): share for size, share in CHILDREN.items()}), chance)
    numbers = [int(size) for size in sizes]
    cohorts = _shuffled(shared_out(sum(numbers), SHARES), chance)
    ends = list(accumulate(numbers, initial=0))
    return [_facts(index, cohorts[start:end], chance) for index, (start, end) in enumerate(pairwise(ends))]


def _shuffled(parts: dict[str, int], chance: Chance) -> list[str]:
    names = [name for name, times in parts.items() for _ in range(times)]
    chance.shuffle(names)
    return names


def _facts(index: int, cohorts: Sequence[str], chance: Chance) -> Facts:
    places = told("places.toml")
    at = chance.randrange(len(places["areas"]))
    area, region = places["areas"][at], places["regions"][at % len(places["regions"])]
    happened = FIRST_DAY + timedelta(chance.randrange((LAST_DAY - FIRST_DAY).days + 1))
    children = tuple(_children(cohorts, happened, chance))
    published = happened + timedelta(chance.randint(200, 460))
    reference = f"{area[:3].upper()}-{happened.year}-{index + 1:03}"
    title = f"Serious case review: {_listed([child.label for child in children])}"
    return Facts(reference, title, area, region, published, children, tuple(_incidents(children, happened, chance)))


def _listed(labels: Sequence[str]) -> str:
    return " and ".join([", ".join(labels[:-1]), labels[-1]]) if len(labels) > 1 else labels[0]


def _children(cohorts: Sequence[str], happened: date, chance: Chance) -> Iterator[Child]:
    born: list[date] = []
    for label, cohort in zip("ABCD", cohorts, strict=False):
        born.append(_birth_date(cohort, happened, born, chance))
        yield Child(f"Child {label}", born[-1], cohort, age_in_words(born[-1], happened))


def _birth_date(cohort: str, happened: date, born: Sequence[date], chance: Chance) -> date:
    """Some day within the cohort: long enough from siblings' births, or else the same day as one of them."""
    for _ in range(30):
        day = happened - timedelta(_days_old(cohort, chance))
        near = {other for other in born if abs((other - day).days) < APART}
        if not near:
            return day
        if len(near) == 1 and _cohort_on(min(near), happened) == cohort:
            return min(near)
    return day


def _days_old(cohort: str, chance: Chance) -> int:
    first, last = COHORTS[cohort]
    if first == 0:
        return chance.choice((chance.randint(3, 120), chance.randint(3, 360)))
    return chance.randint(int(first * YEAR) + 2, int(last * YEAR) - 2)


def years_old(born: date, on: date) -> int:
    """Birthdays passed; a child born on 29 February has one on 1 March of other years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _cohort_on(born: date, on: date) -> str:
    """The cohort, or empty for who has come of age."""
    years = years_old(born, on)
    return next((name for name, (first, last) in COHORTS.items() if first <= years < last), "")


def age_in_words(born: date, on: date) -> str:
    """As reviews state ages: days, then weeks, from four months on months, from two years on years."""
    days, years = (on - born).days, years_old(born, on)
    months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
    for size, unit in (
        (years if years >= 2 else 0, "year"),
        (months if months >= 4 else 0, "month"),
        (days // 7, "week"),
    ):
        if size:
            return f"{size} {unit}{'s' if size > 1 else ''}"
    return f"{days} day{'s' if days > 1 else ''}"


def _incidents(children: Sequence[Child], happened: date, chance: Chance) -> Iterator[Incident]:
    yield Incident("Incident 1", happened, _kind(children[0].cohort, chance), tuple(child.label for child in children))
    again = happened + timedelta(chance.randint(10, 90))
    first = children[0]
    if chance.random() < 0.12 and again <= LAST_DAY and _cohort_on(first.born_on, again) == first.cohort:
        yield Incident("Incident 2", again, _kind(first.cohort, chance), (first.label,))


def _kind(cohort: str, chance: Chance) -> str:
    kinds: list[str] = [row["kind"] for row in told("places.toml")["incident"] if cohort in row["cohorts"]]
    return chance.choice(kinds)

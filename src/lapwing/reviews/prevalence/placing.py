"""Which cohort and period each child, and so each review, belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from sqlite3 import Row

from lapwing.reviews.ages import Age, age_between, youngest
from lapwing.reviews.cohorts import Scheme
from lapwing.reviews.periods import Calendar, Dated, Days, days_of, first_of, period_of
from lapwing.reviews.project import Project
from lapwing.reviews.refusal import Refusal
from lapwing.reviews.stated_ages import age_at_incident, stated_age


@dataclass(frozen=True)
class Placed:
    """A child of a review, or a review that names no child (`child_id` None), with its age, cohort and period."""

    review_id: int
    reference: str
    child_id: int | None
    label: str
    age: Age | None
    cohort: str
    period: str


@dataclass(frozen=True)
class Placing:
    """Every child, and every review without one, with sentences on what kept an age or a date from being known."""

    children: tuple[Placed, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True)
class _Timed:
    """What is known of when a child came to harm: the first of several incidents counts."""

    age: Age | None
    days: Days | None


def placed(project: Project, scheme: Scheme, calendar: Calendar, dated: Dated) -> Placing:
    """Everybody's place in a scheme of cohorts and in the years of a calendar, by date of incident or of publication."""
    return _Placing(project, scheme, calendar, dated).whole()


class _Placing:
    def __init__(self, project: Project, scheme: Scheme, calendar: Calendar, dated: Dated) -> None:
        self.scheme, self.calendar, self.dated = scheme, calendar, dated
        self.doubts: list[str] = []
        self.reviews = project.rows("SELECT * FROM review ORDER BY reference")
        self.children = _by_review(project.rows("SELECT * FROM child ORDER BY label"))
        self.incidents = _by_review(project.rows("SELECT * FROM incident ORDER BY incident_id"))
        self.of_child: dict[int, list[Row]] = defaultdict(list)
        for row in project.rows("SELECT * FROM child_in_incident JOIN incident USING (incident_id)"):
            self.of_child[row["child_id"]].append(row)

    def whole(self) -> Placing:
        children = tuple(one for review in self.reviews for one in self._of(review))
        return Placing(children, tuple(dict.fromkeys(self.doubts)))

    def _of(self, review: Row) -> Iterator[Placed]:
        published = self._days(review["published_on"], review["reference"])
        for child in self.children[review["review_id"]]:
            called = f"{review['reference']}, {child['label']}"
            timed = self._timed(child, called)
            yield self._placed(review, child["child_id"], child["label"], timed, published)
        if not self.children[review["review_id"]]:
            days = self._first([row["occurred_on"] for row in self.incidents[review["review_id"]]], review["reference"])
            yield self._placed(review, None, "", _Timed(None, days), published)

    def _placed(self, review: Row, child_id: int | None, label: str, timed: _Timed, published: Days | None) -> Placed:
        days = timed.days if self.dated is Dated.INCIDENT else published
        cohort, period = self.scheme.cohort_of(timed.age), period_of(days, self.calendar)
        return Placed(review["review_id"], review["reference"], child_id, label, timed.age, cohort, period)

    def _timed(self, child: Row, called: str) -> _Timed:
        incidents = self.of_child[child["child_id"]]
        born = self._days(child["born_on"], called)
        ages = [self._age(born, incident, called) for incident in incidents]
        known = [age for age in ages if age is not None]
        # An incident of which nothing is known may have been the first.
        age = youngest(known) if known and len(known) == len(ages) else None
        return _Timed(age, self._first([incident["occurred_on"] for incident in incidents], called))

    def _first(self, written: list[str | None], called: str) -> Days | None:
        several = [self._days(one, called) for one in written]
        known = [days for days in several if days is not None]
        return first_of(known) if known and len(known) == len(several) else None

    def _age(self, born: Days | None, incident: Row, called: str) -> Age | None:
        occurred = self._days(incident["occurred_on"], called)
        from_dates = stated = None
        try:
            from_dates = age_between(born, occurred) if born and occurred else None
            stated = stated_age(incident["stated_age"]) if incident["stated_age"].strip() else None
        except Refusal as wrong:
            self.doubts.append(f"{called}: {wrong}")
            return None
        age, contradict = age_at_incident(from_dates, stated)
        if contradict:
            self.doubts.append(f"{called}: the age that is stated is not the one that the dates make. Look at both.")
        return age

    def _days(self, written: str | None, called: str) -> Days | None:
        if not written:
            return None
        try:
            return days_of(written)
        except Refusal as wrong:
            self.doubts.append(f"{called}: {wrong}")
            return None


def _by_review(rows: list[Row]) -> dict[int, list[Row]]:
    gathered: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        gathered[row["review_id"]].append(row)
    return gathered

"""Which audits the area's settings ask for, and how far they were done."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from math import ceil

from lapwing.board.audit_results import cases_in
from lapwing.board.populations import From, population_of
from lapwing.conduct.findings import settings_now
from lapwing.conduct.policies import NotPossible
from lapwing.records.entries import entries
from lapwing.vocabulary.board.audit_codes import Cohort, PartKind

MONTHS_OF_A_YEAR = 12
OF_ASSESSMENTS = "before_birth.assessed"


@dataclass(frozen=True)
class Due:
    """An audit that is asked for: for which lesson, how often in words, when it was last closed, and by when the next is due.

    `says` tells how far it was done.
    """

    lesson: str
    title: str
    how_often: str
    last_on: date | None
    next_on: date | None
    is_overdue: bool
    says: str


@dataclass(frozen=True)
class DipSamples:
    """Dip samples of the last twelve months: how many were marked, this month too, and how many a month asks for."""

    since: date
    this_month: int
    expected: int
    done: int
    months_short: int


def due_on(today: date) -> list[Due]:
    """Every audit that the settings ask for, as it stands on a day."""
    settings = settings_now()
    yearly, twice = settings.number("audit.prebirth_months"), settings.number("audit.older_rounds_a_year")
    return [
        _every("B17.1", "Do pre-birth assessments happen wherever there may be a risk", int(yearly), today),
        _monthly(today),
        _every("B31.1", "Fathers and partners in the work", int(settings.number("fathers.review_months")), today),
        _times_a_year("B81.1", "Complex cases of older children", int(twice), today),
    ]


def of_lesson(lesson: str, *, since: date, closed: bool = False) -> list[str]:
    """The rounds of a lesson that were begun, or closed, since a day, the earliest first."""
    day = "closed_on" if closed else "opened_on"
    found = entries("audit_round").filter(lesson=lesson, **{f"{day}__gte": since})
    return list(found.order_by(day, "pk").values_list("pk", flat=True))


def _last(lesson: str) -> date | None:
    closed = entries("audit_round").filter(lesson=lesson, closed_on__isnull=False)
    return closed.order_by("closed_on").values_list("closed_on", flat=True).last()


def _every(lesson: str, title: str, months: int, today: date) -> Due:
    last = _last(lesson)
    next_on = _months_after(last, months) if last else None
    overdue = next_on is None or next_on < today
    says = (
        "None was closed here yet." if last is None else "The last one is older than that." if overdue else "In time."
    )
    return Due(lesson, title, f"Every {months} months", last, next_on, overdue, says)


def _times_a_year(lesson: str, title: str, times: int, today: date) -> Due:
    done = len(of_lesson(lesson, since=_months_after(today, -MONTHS_OF_A_YEAR), closed=True))
    last = _last(lesson)
    next_on = _months_after(last, MONTHS_OF_A_YEAR // times) if last else None
    says = f"{done} of {times} closed in the last twelve months."
    return Due(lesson, title, f"{times} a year", last, next_on, done < times, says)


def _monthly(today: date) -> Due:
    dips = dip_samples_in(today)
    overdue = dips.months_short > 0
    says = (
        f"{dips.this_month} of {dips.expected} this month; "
        f"{dips.months_short} of the last twelve whole months had fewer than they should."
    )
    title = "Dip samples of pre-birth assessments"
    return Due("B17.2", title, f"At least {dips.expected} a month", _last("B17.2"), _month_end(today), overdue, says)


def dip_samples_in(today: date) -> DipSamples:
    """Dip samples that were marked in this month and the twelve before it. A case counts once all its first parts are in."""
    since = _months_after(today.replace(day=1), -MONTHS_OF_A_YEAR)
    marked = Counter(day.replace(day=1) for day in _marked_on(since))
    expected = _expected(today)
    whole = [_months_after(since, number) for number in range(MONTHS_OF_A_YEAR)]
    return DipSamples(
        since=since,
        this_month=marked[today.replace(day=1)],
        expected=expected,
        done=marked.total(),
        months_short=sum(marked[month] < expected for month in whole),
    )


def _marked_on(since: date) -> list[date]:
    """The day on which the last first part of each case came in, where all did."""
    found = []
    for key in of_lesson("B17.2", since=_months_after(since, -MONTHS_OF_A_YEAR)):
        for case in cases_in(key):
            parts = entries("audit_part").filter(audit_case=case, kind=PartKind.FIRST)
            days = list(parts.values_list("submitted_on", flat=True))
            if days and None not in days and max(days) >= since:
                found.append(max(days))
    return found


def _expected(today: date) -> int:
    """A share of the assessments of a month, by the last twelve, and never fewer than the least."""
    settings = settings_now()
    least = int(settings.number("audit.dip_least_a_month"))
    year = From(OF_ASSESSMENTS, Cohort.MET, _months_after(today, -MONTHS_OF_A_YEAR), today)
    try:
        finished = len(population_of(year))
    except NotPossible:
        return least  # not counted: then the least is all that can be asked
    share = settings.number("audit.dip_rate") / 100
    fewest = int(settings.number("suppress.below"))
    return max(least, ceil(finished * share / MONTHS_OF_A_YEAR)) if finished >= fewest else least


def _months_after(day: date, months: int) -> date:
    """So many months after a day, or before; the last day of a month where it would be a later one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError  # every month has 28 days


def _month_end(day: date) -> date:
    following = _months_after(day.replace(day=1), 1)
    return date.fromordinal(following.toordinal() - 1)

"""From whom an audit draws: the children whom a measure looked at in a period, or a rule of the area's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

import polars as pl
from django.db.models import Q

from lapwing.conduct.findings import settings_now
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.taking_out import restricted_now
from lapwing.engine.measure import Status
from lapwing.engine.measuring import UNKNOWN
from lapwing.measures import MEASURES
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.models import Measured
from lapwing.records.store import CannotEnter
from lapwing.vocabulary.board.audit_codes import Cohort, Strata

OLDER_CHILDREN = "older_children"
"""The rule for complex cases of older children: 14 to 17, so many agencies, so many kinds of concern."""
YOUNGEST, OLDEST = 14, 17
COUNTED: Mapping[Cohort, tuple[Status, ...]] = {
    Cohort.EVERYBODY: (Status.MET, Status.NOT_MET, Status.CANNOT_TELL),
    Cohort.MET: (Status.MET,),
    Cohort.NOT_MET: (Status.NOT_MET,),
}
OF_OLDER = (Strata.AGENCY, Strata.AGE_GROUP, Strata.SEX)
"""By what older children can be divided."""


@dataclass(frozen=True)
class From:
    """From whom is drawn: a measure's code or OLDER_CHILDREN, which of those, in which period, divided by what."""

    population: str
    cohort: Cohort
    since: date
    until: date
    strata: Strata | None = None


def check_known(asked: From) -> None:
    """CannotEnter where there is no such population, or it cannot be divided so."""
    if asked.population != OLDER_CHILDREN and asked.population not in MEASURES:
        raise CannotEnter(f"population: has {asked.population}; needs {OLDER_CHILDREN} or the code of a measure.")
    if asked.since > asked.until:
        raise CannotEnter("since_on: lies after until_on; needs the first day of the period.")
    if asked.population == OLDER_CHILDREN and asked.strata not in (None, *OF_OLDER):
        raise CannotEnter(f"strata: older children are divided by {', '.join(one.label.lower() for one in OF_OLDER)}.")


def population_of(asked: From) -> dict[str, str]:
    """The group of each child who can be drawn, by key; one group where they are not divided.

    A child with several records is one, under the record that is kept. NotPossible where a measure was not counted.
    """
    found = _older(asked) if asked.population == OLDER_CHILDREN else _of_measure(asked)
    same = links.groups("child", found)
    return {same.get(child, [child])[0]: group for child, group in sorted(found.items(), reverse=True)}


def may_be_drawn(children: Iterable[str], *, but_for: str) -> set[str]:
    """Those whose record is not restricted and is in no open round but this one."""
    audited = entries("audit_case").filter(audit_round__closed_on__isnull=True, withdrawn_on__isnull=True)
    busy = audited.exclude(audit_round=but_for).values_list("child", flat=True)
    return set(children) - restricted_now() - links.one_with("child", busy)


def _of_measure(asked: From) -> dict[str, str]:
    row = Measured.objects.filter(code=asked.population).first()
    if row is None or row.why_not:
        raise NotPossible(
            "This measure has not been counted, so that nobody can be drawn by it. The daily run counts it."
        )
    wanted = [str(status) for status in COUNTED[asked.cohort]]
    units = pl.read_parquet(BytesIO(row.units)).filter(
        pl.col("on").is_between(asked.since, asked.until)
        & pl.col("status").is_in(wanted)
        & pl.col("child").is_not_null()
    )
    if asked.strata is None:
        return dict.fromkeys(units["child"], "")
    once = units.sort("on", "subject").unique("child", keep="last").select("child", str(asked.strata))
    return {child: group or UNKNOWN for child, group in once.iter_rows()}


def _older(asked: From) -> dict[str, str]:
    """Children of 14 to 17 on the last day of the period, by agencies at work and kinds of concern within it."""
    settings = settings_now()
    born = dict(_of_age(asked.until))
    agencies, kinds = _agencies(asked), _kinds(asked)
    least = settings.number("audit.older_least_agencies"), settings.number("audit.older_least_concern_kinds")
    some = [one for one in born if len(agencies[one]) >= least[0] and len(kinds[one]) >= least[1]]
    return {child: _group(child, born[child], asked) for child in some}


def _of_age(day: date) -> Iterable[tuple[str, dict[str, Any]]]:
    after, until = _years_before(day, OLDEST + 1), _years_before(day, YOUNGEST)
    rows = entries("child").filter(person__born_on__gt=after, person__born_on__lte=until)
    for child, born_on, sex in rows.values_list("pk", "person__born_on", "person__sex"):
        yield child, {"born_on": born_on, "sex": sex}


def _years_before(day: date, years: int) -> date:
    """Somebody born on that day is so many years old today."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(day.year - years, 2, 28) if is_leap_day else day.replace(year=day.year - years)


def _agencies(asked: From) -> Mapping[str, set[str]]:
    at_work = Q(ended_on__isnull=True) | Q(ended_on__gte=asked.since)
    began = Q(started_on__isnull=True) | Q(started_on__lte=asked.until)
    return _by_child(entries("involvement").filter(at_work, began, child__isnull=False, agency__isnull=False), "agency")


def _kinds(asked: From) -> Mapping[str, set[str]]:
    stands = Q(ended_on__isnull=True) | Q(ended_on__gte=asked.since)
    found = Q(identified_on__isnull=True) | Q(identified_on__lte=asked.until)
    return _by_child(entries("concern").filter(stands, found, child__isnull=False, no_action_on__isnull=True), "kind")


def _by_child(rows: Any, column: str) -> Mapping[str, set[str]]:
    """What stands in a column, by child; for every record of a child what stands in any of them."""
    found: dict[str, set[str]] = defaultdict(set)
    for child, value in rows.values_list("child", column).distinct():
        found[child].add(value)
    for same in links.groups("child", found).values():
        together = set().union(*(found[one] for one in same))
        found.update(dict.fromkeys(same, together))
    return found


def _group(child: str, said: Mapping[str, Any], asked: From) -> str:
    if asked.strata is Strata.AGE_GROUP:
        return "16_and_17" if said["born_on"] <= _years_before(asked.until, 16) else "14_and_15"
    if asked.strata is Strata.SEX:
        return str(said["sex"] or UNKNOWN)
    if asked.strata is Strata.AGENCY:
        leads = entries("involvement").filter(child__in=links.one_with("child", [child]), lead=True)
        return str(leads.order_by("started_on").values_list("agency", flat=True).last() or UNKNOWN)
    return ""

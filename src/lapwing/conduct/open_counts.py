"""Of how many children something open presses, by check and by who leads: counted once a day, for those who see no identity.

Over a whole area that takes seconds, so the daily run keeps the counts; whoever reads them is told of which day they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

import polars as pl
from django.db import transaction

from lapwing.conduct.findings import PRESSING
from lapwing.records.entries import entries
from lapwing.records.models import Finding, OpenCount

AT_ONCE = 5_000
CHILD, CHECK, STANDS = "child", "check_code", "stands"

Leads = dict[str, tuple[str | None, str | None]]
"""The agency and team of each child's lead practitioner."""


def leads_of(children: Iterable[str]) -> Leads:
    """The agency and team of the lead practitioner of each child; work that is kept private is not told."""
    found: Leads = {}
    leads = entries("involvement").filter(lead=True, ended_on__isnull=True).exclude(kept_private=True)
    for batch in _in_batches(children):
        by_child = leads.filter(child__in=batch).values_list("child_id", "agency__name", "team")
        found |= {child: (agency, team) for child, agency, team in by_child}
        unborn = dict(entries("child").filter(pk__in=batch, pregnancy__isnull=False).values_list("pk", "pregnancy_id"))
        by_pregnancy = leads.filter(pregnancy__in=unborn.values()).values_list("pregnancy_id", "agency__name", "team")
        theirs = {pregnancy: (agency, team) for pregnancy, agency, team in by_pregnancy}
        found |= {child: theirs[one] for child, one in unborn.items() if one in theirs and child not in found}
    return found


def _in_batches(keys: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(sorted(keys))
    while batch := list(islice(rest, AT_ONCE)):
        yield batch


def led_by(agency: str, team: str | None) -> list[str]:
    """The children for whom a team of an agency leads, by its name; without a team, where no team is on record."""
    leads = entries("involvement").filter(lead=True, ended_on__isnull=True, agency__name=agency, team=team)
    leads = leads.exclude(kept_private=True)
    named = leads.filter(child__isnull=False).values_list("child", flat=True)
    expected = entries("child").filter(pregnancy__in=leads.filter(pregnancy__isnull=False).values("pregnancy"))
    every = {*named, *expected.values_list("pk", flat=True)}
    return sorted(child for child, whose in leads_of(every).items() if whose == (agency, team))


def count_open(day: date) -> None:
    """Counts anew, and puts that in the place of what was counted before."""
    found = _open_findings()
    leads = leads_of(found[CHILD].unique())
    who = pl.DataFrame([(child, *whose) for child, whose in leads.items()], schema=_LED, orient="row")
    led = found.join(who, on=CHILD, how="left")
    with transaction.atomic():
        OpenCount.objects.all().delete()
        for by in ((CHECK, "agency"), ("agency", "team")):
            counted = led.group_by(*by, STANDS).agg(children=pl.col(CHILD).n_unique())
            OpenCount.objects.bulk_create(
                (OpenCount(**row, counted_on=day) for row in counted.iter_rows(named=True)), batch_size=AT_ONCE
            )


_LED = {CHILD: pl.String(), "agency": pl.String(), "team": pl.String()}
_OPEN = {CHILD: pl.String(), CHECK: pl.String(), STANDS: pl.String(), "urgent": pl.Boolean()}


def _open_findings() -> pl.DataFrame:
    """Every finding that presses by how it stands: by its outcome, once more as any, and where it is urgent as that."""
    rows = Finding.objects.filter(outcome__in=PRESSING).values_list(CHILD, CHECK, "outcome", "urgent")
    one = pl.DataFrame(list(rows), schema=_OPEN, orient="row")
    any_of = one.with_columns(pl.lit(OpenCount.ANY).alias(STANDS))
    urgent = one.filter("urgent").with_columns(pl.lit(OpenCount.URGENT).alias(STANDS))
    return pl.concat([one, any_of, urgent]).drop("urgent")

"""Verbs: what is recorded here, besides what agencies' own systems give."""

from __future__ import annotations

from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import ADMINISTRATORS
from lapwing.conduct.verb import verb
from lapwing.records.models import HERE, Carries, Feed
from lapwing.records.store import CannotEnter
from lapwing.vocabulary.records import TABLES


@verb(may=ADMINISTRATORS)
def keep_here(*, by: Acting, on: date, tables: list[str]) -> list[str]:
    """Says that these tables are recorded here from now on, so that what is empty in them was not done; those new to it.

    Until then a check that needs them cannot tell. Findings of every child follow with the next daily run.
    """
    strange = sorted(set(tables) - TABLES.keys())
    if strange or not tables:
        raise CannotEnter(f"tables: has {', '.join(strange) or 'none'}; needs some of {', '.join(TABLES)}.")
    here, _ = Feed.objects.get_or_create(name=HERE, defaults={"format": "Lapwing"})
    kept = set(here.carries.values_list("table", flat=True))
    new = sorted(set(tables) - kept)
    Carries.objects.bulk_create(Carries(feed=here, table=name, columns=list(TABLES[name].names)) for name in new)
    by.note(tables=new)
    return new

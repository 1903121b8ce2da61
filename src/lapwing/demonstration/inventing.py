"""Making the invented partnership, in a database that is empty but for its tables."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings

from lapwing.conduct.bringing_in import bring_in
from lapwing.conduct.daily import recompute_all
from lapwing.conduct.verbs.feeds import keep_here
from lapwing.demonstration.area import Area
from lapwing.demonstration.cast import Who
from lapwing.demonstration.people import let_in_the_administrator, open_accounts
from lapwing.demonstration.stories import STORIES
from lapwing.demonstration.telling import tell
from lapwing.simulate import simulate
from lapwing.simulate.workforce import SYSTEM
from lapwing.vocabulary.records import TABLES

BEGINS = 128
"""So many days before today the telling begins, and the simulated records come in."""
BEFORE_WORK = time(1)


def invent(children: int, seed: int, today: date) -> None:
    """Makes an invented partnership with so many simulated children, as it stands on the morning of `today`.

    The same children, seed and day give the same people and stories. ValueError says which number cannot be used.
    """
    records = simulate(children, seed, today=today)
    area = Area(today)
    area.turn_to(area.ago(BEGINS))
    let_in_the_administrator(area)
    area.do(Who.ADMINISTRATOR, keep_here, tables=list(TABLES))
    bring_in(
        records, feed=SYSTEM, format="record tables", source="invented", mark=f"{children}:{seed}", at=area.moment()
    )
    open_accounts(area)
    tell(area, STORIES)
    recompute_all(day=today, at=datetime.combine(today, BEFORE_WORK, ZoneInfo(settings.TIME_ZONE)))

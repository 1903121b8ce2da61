"""Making the invented partnership, in a database that is empty but for its tables."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings

from lapwing.board.figures import count_all
from lapwing.conduct.bringing_in import bring_in
from lapwing.conduct.daily import recompute_all
from lapwing.conduct.findings import recompute
from lapwing.conduct.verbs.feeds import keep_here
from lapwing.demonstration.area import Area
from lapwing.demonstration.board_year import BOARD_YEAR
from lapwing.demonstration.cast import Who
from lapwing.demonstration.people import let_in_the_administrator, open_accounts
from lapwing.demonstration.stories import STORIES
from lapwing.demonstration.telling import Steps, tell
from lapwing.records.entries import entries
from lapwing.simulate import simulate
from lapwing.simulate.workforce import SYSTEM
from lapwing.vocabulary.records import TABLES

BEGINS = 400
"""So many days before today the telling begins, and the simulated records come in."""
NIGHTS = (84, 35, 7)
"""So many days before today findings are worked out, so that they have a history. Each takes a third of a second."""
COUNTS = (210, 62)
"""So many days before today measures are counted, so that audits can be drawn by them and lessons held against them."""
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
    tell(area, (counts, *STORIES, *BOARD_YEAR, nights))
    early = datetime.combine(today, BEFORE_WORK, ZoneInfo(settings.TIME_ZONE))
    recompute_all(day=today, at=early)
    count_all(day=today, at=early)


def counts(area: Area) -> Steps:
    """The mornings of some days, on which measures are counted."""
    for days in COUNTS:
        yield days
        count_all(day=area.day, at=area.moment())


def nights(area: Area) -> Steps:
    """The ends of some days, on which the findings of all children told of so far are worked out."""
    for days in NIGHTS:
        yield days
        told = entries("child").filter(feed__isnull=True).values_list("pk", flat=True)
        recompute(told, day=area.day, at=area.moment())

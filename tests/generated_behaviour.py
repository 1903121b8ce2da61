"""Rows that chance alone seldom makes: several concerns about one young person's behaviour, and what was done then."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from lapwing.vocabulary.work_codes import ActionAim, AnalysisKind

if TYPE_CHECKING:
    from generated_records import Family, RecordMaker, Row, Rows

KINDS = ("aggression", "aggression", "self_harm", "child_sexual_exploitation")
HEADINGS = ("bereavement", "poverty", "discrimination")


def add_run_of_concerns(maker: RecordMaker, family: Family, rows: Rows) -> None:
    """To the first child of a family, where behaviour is asked about: concerns close in time, causes and help."""
    if AnalysisKind.CAUSE_OF_BEHAVIOUR not in maker.asked.get(("analysis", "kind"), ()) or not rows["child"]:
        return
    child, random = rows["child"][0], maker.random
    day = maker.today - timedelta(random.choice((0, 12, 60, 90, 130)))
    for further in range(random.choice((1, 3, 5, 7))):
        told = {
            "kind": random.choice(KINDS),
            "status": "current",
            "person_id": random.choice((None, child["person_id"])),
        }
        _add(maker, family, rows, "concern", child, **told, identified_on=day, incident_on=day)
        if random.random() < (0.25 if further else 0.8):
            _think(maker, family, rows, child, day)
        day = min(maker.today, day + timedelta(random.choice((1, 2, 9, 14))))
    if random.random() < 0.5:
        began_on = day - timedelta(random.choice((0, 30, 84, 100)))
        ended_on = random.choice((None, began_on + timedelta(30)))
        told = {"aim": ActionAim.CAUSE, "started_on": began_on, "completed_on": ended_on}
        _add(maker, family, rows, "action", child, **told)


def _think(maker: RecordMaker, family: Family, rows: Rows, child: Row, day: date) -> None:
    for heading in maker.random.sample(HEADINGS, 2):
        told = {
            "kind": AnalysisKind.CAUSE_OF_BEHAVIOUR,
            "concern_kind": heading,
            "explored": "found",
            "written_on": day,
        }
        _add(maker, family, rows, "analysis", child, **told)


def _add(maker: RecordMaker, family: Family, rows: Rows, table: str, child: Row, **told: Any) -> None:
    """A row of the child as any other is made, but for what it tells."""
    made = maker._row(table, family)
    told |= {"child_id": child["child_id"], "pregnancy_id": None}
    rows[table].append(made | {column: value for column, value in told.items() if column in made})

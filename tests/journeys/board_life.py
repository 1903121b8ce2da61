"""Tells what a Board did in the months before the day on which journeys begin: what was learned, and is to be answered now.

Run as `python board_life.py DAY` with DATABASE_URL set, on an invented partnership as it stands on that day.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

BEGAN, DUE = 120, 10
"""So many days before the day an item was taken up, and its practice check fell due."""
MEASURE = "before_birth.assessed"
ANSWERED, UNANSWERED = "Refer before birth as soon as a circumstance is known", "Ask each father what he needs"
LEARNED: Mapping[str, Mapping[str, Any]] = {
    ANSWERED: {"learned": "Services knew early, and each waited for another to refer.", "lessons": ["B17.1"]},
    UNANSWERED: {"learned": "Fathers were spoken of in plans, and asked nothing.", "lessons": ["B31.1"]},
}
"""What was learned from case reviews, by what it is called."""
SOURCE = {
    "source_title": "Review of a baby, published in spring",
    "source_says": "Assess wherever there may be a risk.",
}
NIGHT = time(1)


def main(day: str) -> None:
    """Tells it, in order of days, and counts what the measures look at on each."""
    import django

    django.setup()
    from django.conf import settings

    from lapwing.board.figures import count_all
    from lapwing.demonstration.area import Area
    from lapwing.demonstration.cast import Who
    from lapwing.records.models import Account

    today = date.fromisoformat(day)
    area = Area(today)
    area.accounts = {who: Account.objects.get(email=who.email) for who in Who}
    for days in (BEGAN, 0):
        at = area.ago(days)
        count_all(day=at, at=datetime.combine(at, NIGHT, ZoneInfo(settings.TIME_ZONE)))
        if days == BEGAN:
            area.turn_to(at)
            take_up(area)


def take_up(area: Any) -> None:
    """An officer takes up what reviews led to, and chooses for each by what practice is looked at again."""
    from lapwing.board.verbs.board_actions import give_board_action
    from lapwing.board.verbs.learning import begin_learning, choose_practice_check
    from lapwing.demonstration.cast import Who
    from lapwing.vocabulary.board.codes import ArisesFrom
    from lapwing.vocabulary.board.learning import CheckedBy

    officer, nurse = Who.PARTNERSHIP_OFFICER, area.accounts[Who.NAMED_NURSE]
    for title, about in LEARNED.items():
        review = {"arises_from": ArisesFrom.REVIEW}
        item = area.do(officer, begin_learning, title=title, **about, **review, **SOURCE)
        chosen = {"checked_by": CheckedBy.MEASURE, "measure": MEASURE, "due_on": area.ago(DUE)}
        area.do(officer, choose_practice_check, learning_item=item, **chosen)
        owned = {"owner_account": nurse.pk, "due_on": area.ago(DUE), "lesson": about["lessons"][0]}
        area.do(
            officer, give_board_action, says=f"{title}: put it into the form.", learning_item=item, **review, **owned
        )


if __name__ == "__main__":
    main(*sys.argv[1:])

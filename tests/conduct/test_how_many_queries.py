"""What a page reads does not grow with the partnership: as many queries for many children on record as for a few."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import pytest
from cast import MONDAY, Partnership, morning
from django.db import connection
from django.test.utils import CaptureQueriesContext
from everyday import expected_baby, me, works_with

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import Scope
from lapwing.conduct.reading import (
    family_of,
    findings_of,
    notices,
    read_child,
    search,
    team_load,
    waiting,
    worklist,
)
from lapwing.conduct.subjects import children_of
from lapwing.conduct.verbs.children import open_record
from lapwing.conduct.verbs.referrals import refer
from lapwing.records.store import Stamp, add

READ: dict[str, Callable[[Acting, str], object]] = {
    "a record": lambda by, child: read_child(by=by, child=child),
    "findings": lambda by, child: findings_of(by=by, child=child),
    "a family": lambda by, child: family_of(by=by, child=child),
    "what waits": lambda by, child: waiting(by=by),
    "one's own work": lambda by, child: worklist(by=by, within=Scope.OWN),
    "a team's work": lambda by, child: worklist(by=by, team="Community"),
    "a search": lambda by, child: search(by=by, text="Anna Vale"),
    "notices": lambda by, child: notices(by=by),
}


@pytest.fixture
def child(area: Partnership) -> str:
    """The unborn child of Anna Vale, whom a midwife has referred; there is as much of every kind as may be listed once."""
    pregnancy = expected_baby(area)
    refer(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, to_agency=area.agencies["Social care"])
    some_work(area, "Mira Wells", "Sam Birch")
    return min(children_of("pregnancy", [pregnancy]))


def some_work(area: Partnership, sender: str, other: str) -> None:
    """A child of another family with whom both work, something to be done, a referral, and a disagreement."""
    by = area.as_(sender)
    child = open_record(by=by, on=MONDAY, given_name="Tess", family_name="Reed", born_on=date(2026, 4, 2))
    works_with(area, other, child=child)
    stamp = Stamp(morning(MONDAY), by.account.pk, by.practitioner, by.agency)
    asked = {"from_agency_id": by.agency, "to_agency_id": area.accounts[other].agency_id, "child_id": child}
    add("referral", {**asked, "referred_by": by.practitioner, "received_on": MONDAY}, stamp)
    add("disagreement", {**asked, "raised_by": by.practitioner, "raised_on": MONDAY, "about": "Why not?"}, stamp)
    add("action", {"child_id": child, "says": "Ask", "owned_by": me(area, other), "assigned_on": MONDAY}, stamp)
    add("action", {"child_id": child, "says": "Go", "owned_by": by.practitioner, "assigned_on": MONDAY}, stamp)


def queries(read: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as asked:
        read()
    return len(asked)


@pytest.mark.parametrize("what", READ)
def test_as_many_queries_whatever_the_size_of_the_partnership(
    area: Partnership,
    child: str,
    what: str,
    django_assert_max_num_queries: Callable[[int], AbstractContextManager[Any]],
) -> None:
    read = READ[what]
    few = queries(lambda: read(area.as_("Mira Wells"), child))
    for _ in range(6):
        some_work(area, "Mira Wells", "Sam Birch")
        some_work(area, "Hazel Ford", "Perry Stone")
    with django_assert_max_num_queries(few):
        read(area.as_("Mira Wells"), child)


def test_how_work_is_spread_takes_as_many_queries_for_many_as_for_a_few(area: Partnership, child: str) -> None:
    few = queries(lambda: team_load(by=area.as_("Mona Reed")))
    for _ in range(6):
        some_work(area, "Mira Wells", "Sam Birch")
    assert queries(lambda: team_load(by=area.as_("Mona Reed"))) <= few

"""Everybody's findings, once a day: the same as after each write, and only what changed is written."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from brought_in import NOON, TODAY, brought_in, invented
from cast import MONDAY, Partnership

from lapwing.conduct import daily
from lapwing.conduct.daily import recompute_all
from lapwing.conduct.findings import OPEN_OUTCOMES, recompute
from lapwing.conduct.verbs.children import open_record, record_pregnancy
from lapwing.conduct.verbs.missing import record_return, report_missing
from lapwing.conduct.verbs.referrals import acknowledge_referral, refer
from lapwing.records.models import MODELS, Event, Finding, FindingChange

pytestmark = pytest.mark.django_db
TUESDAY = MONDAY + timedelta(days=1)


def children() -> list[str]:
    return list(MODELS["child"]._default_manager.values_list("pk", flat=True))


def told() -> set[tuple[object, ...]]:
    return set(
        FindingChange.objects.values_list("child", "subject", "check_code", "kind", "became", "due_on", "reason")
    )


@pytest.mark.long  # a daily run, then the findings of each child anew by its own verb
def test_a_run_and_writes_for_each_child_come_to_the_same() -> None:
    brought_in(invented())
    done = recompute_all(day=TODAY, at=NOON)
    assert done.standing == Finding.objects.count() > 500
    assert recompute(children(), day=TODAY, at=NOON) == 0
    daily_told = told()
    Finding.objects.all().delete()
    FindingChange.objects.all().delete()
    recompute(children(), day=TODAY, at=NOON)
    assert told() == daily_told
    stood = list(Finding.objects.order_by("pk").values_list("pk", "changed_at"))
    again = recompute_all(day=TODAY, at=NOON + timedelta(hours=1))
    assert (again.opened, again.changed, again.closed) == (0, 0, 0)
    assert list(Finding.objects.order_by("pk").values_list("pk", "changed_at")) == stood, "a second run writes nothing"
    assert Event.objects.filter(verb="recompute").count() == 2


@pytest.fixture
def referral(area: Partnership) -> str:
    pregnancy = record_pregnancy(by=area.as_("Mira Wells"), on=MONDAY, family_name="Vale")
    return refer(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, to_agency=area.agencies["Social care"])


def told_of(check: str) -> list[tuple[str, str | None, str | None, date]]:
    changes = FindingChange.objects.filter(check_code=check).order_by("pk")
    return list(changes.values_list("kind", "was", "became", "on"))


ACKNOWLEDGED = "responsibility.referral_acknowledged"


def test_time_alone_makes_a_finding_worse(referral: str) -> None:
    recompute_all(day=MONDAY + timedelta(days=3), at=NOON + timedelta(days=3))
    assert told_of(ACKNOWLEDGED) == [
        ("opened", None, "due_soon", MONDAY),
        ("changed", "due_soon", "not_met", MONDAY + timedelta(days=3)),
    ]


def test_a_finding_is_closed_by_what_meets_it(area: Partnership, referral: str) -> None:
    acknowledge_referral(by=area.as_("Sam Birch", TUESDAY), on=TUESDAY, referral=referral)
    assert told_of(ACKNOWLEDGED)[-1] == ("closed", "due_soon", "met", TUESDAY)


def test_what_somebody_enters_meanwhile_is_newer_than_the_run(
    area: Partnership, referral: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run has read the record; before it writes, somebody acknowledges the referral."""
    whole = daily.stored_records

    def read_then_acknowledged() -> object:
        records = whole()
        acknowledge_referral(by=area.as_("Sam Birch", TUESDAY), on=TUESDAY, referral=referral)
        return records

    monkeypatch.setattr(daily, "stored_records", read_then_acknowledged)
    recompute_all(day=TUESDAY, at=datetime(2026, 6, 2, 23, 0, tzinfo=ZoneInfo("Europe/London")))
    assert Finding.objects.get(check_code=ACKNOWLEDGED).outcome == "met"


def test_on_the_eighteenth_birthday_what_was_asked_for_a_child_ends_by_itself(area: Partnership) -> None:
    child = open_record(
        by=area.as_("Sam Birch"), on=MONDAY, given_name="Rowan", family_name="Vale", born_on=date(2008, 6, 20)
    )
    missing = report_missing(by=area.as_("Sam Birch"), on=MONDAY, child=child)
    record_return(by=area.as_("Sam Birch"), on=MONDAY, missing_episode=missing)
    eve = date(2026, 6, 19)
    recompute_all(day=eve, at=datetime(2026, 6, 19, 1, tzinfo=ZoneInfo("Europe/London")))
    asked = set(Finding.objects.values_list("check_code", flat=True))
    assert "young_people.return_interview_offered" in asked
    recompute_all(day=date(2026, 6, 20), at=datetime(2026, 6, 20, 1, tzinfo=ZoneInfo("Europe/London")))
    assert not Finding.objects.filter(outcome__in=OPEN_OUTCOMES, check_code__in=asked).exists()

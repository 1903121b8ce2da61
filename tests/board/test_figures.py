"""What the Board is told of measures: counted once a month, the same to everybody, and nothing small."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from brought_in import NOON, TODAY

from counted import count_once, holds
from lapwing.board import figures
from lapwing.board.figures import NOT_COUNTED_YET, count_all
from lapwing.engine.recoding import first_days
from lapwing.measures import MEASURES
from lapwing.records.models import Event, Measured

pytestmark = pytest.mark.django_db
REFERRED = "before_birth.referred"


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Figures of eight hundred children, counted on the first of June."""
    count_once(monkeypatch)


def test_a_figure_says_of_how_many_and_until_when_it_stands(counted: None) -> None:
    figure = figures.latest(REFERRED)
    assert figure.asks == MEASURES[REFERRED].asks
    assert (figure.since, figure.until, figure.counted_on) == (date(2025, 6, 2), TODAY, TODAY)
    assert figure.met is not None
    assert figure.of is not None
    assert figure.share == figure.met / figure.of
    assert figure.low is not None
    assert figure.high is not None
    assert figure.low < figure.share < figure.high
    assert figure.says == f"{figure.met} of {figure.of} ({figure.share:.0%})"
    assert figures.latest_of_all()[REFERRED] == figure


def test_before_anything_is_counted_a_figure_says_so() -> None:
    assert figures.latest(REFERRED).says == NOT_COUNTED_YET
    assert figures.over_time(REFERRED) == ()
    assert figures.divided(REFERRED, "agency") == ()


def test_what_cannot_be_counted_says_why() -> None:
    count_all(day=TODAY, at=NOON)
    figure = figures.latest(REFERRED)
    assert figure.met is None
    assert figure.says.startswith("not counted: This source carries no ")


def counted_on() -> dict[str, date]:
    return dict(Measured.objects.values_list("code", "counted_on"))


def test_figures_are_counted_once_a_month(counted: None, monkeypatch: pytest.MonkeyPatch) -> None:
    stood = figures.latest(REFERRED)
    holds(monkeypatch, 900)
    count_all(day=TODAY + timedelta(days=4), at=NOON + timedelta(days=4))
    assert figures.latest(REFERRED) == stood, "a child recorded since is not told of by a difference"
    july = date(2026, 7, 1)
    count_all(day=july, at=datetime(2026, 7, 1, 1, tzinfo=ZoneInfo("Europe/London")))
    assert set(counted_on().values()) == {july}
    assert figures.latest(REFERRED) != stood
    assert Event.objects.filter(verb="count_measures").exists()


def test_windows_move_by_whole_months_whenever_the_daily_run_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a quarter told in June and in September would differ by the children of a day or two."""
    holds(monkeypatch, 300)
    begun = []
    for day in (date(2026, 6, 3), date(2026, 9, 1)):
        count_all(day=day, at=NOON + (day - TODAY))
        row = Measured.objects.get(pk=REFERRED)
        assert (row.counted_on, row.until) == (day, day.replace(day=1))
        begun.append(first_days(row.until))
    assert begun[0][1:] == begun[1][:-1]


def test_in_between_they_are_counted_anew_only_as_of_the_same_day(counted: None) -> None:
    stood = figures.latest(REFERRED)
    Measured.objects.filter(pk=REFERRED).update(rule_version="an earlier one", told="")
    count_all(day=TODAY + timedelta(days=4), at=NOON + timedelta(days=4))
    assert figures.latest(REFERRED) == stood


def test_a_measure_that_is_no_more_is_forgotten(counted: None) -> None:
    Measured.objects.filter(pk=REFERRED).update(code="before_birth.given_up")
    count_all(day=TODAY, at=NOON)
    assert counted_on().keys() == MEASURES.keys()


def test_periods_and_parts_add_up_to_the_figure(counted: None) -> None:
    for code in MEASURES:
        latest = figures.latest(code)
        within = [one for one in figures.over_time(code) if one.since >= latest.since]
        assert sum(one.of or 0 for one in within) == (latest.of or 0)
        for by in figures.divisions(code):
            parts = figures.divided(code, by)
            assert len(parts) > 1
            if by != "team":  # of which only agencies told by themselves have any
                assert sum(one.met or 0 for _, one in parts) == latest.met

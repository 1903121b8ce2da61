"""The log: whatever is altered, removed or put in another order is found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from lapwing.conduct.events import faults_in_log, length_of_log, record_event
from lapwing.records.models import ChainHead, Event

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def log() -> list[int]:
    return [record_event("read", by=None, at=NOON, child=f"child {n}", details={"n": n}) for n in range(1, 7)]


def faults() -> list[str]:
    return [fault.what for fault in faults_in_log()]


def test_a_log_that_nobody_touched_is_whole(log: list[int]) -> None:
    assert faults() == []
    assert length_of_log()[0] == len(log)


def test_an_empty_log_is_whole() -> None:
    assert faults() == []
    assert length_of_log()[0] == 0


def alter(**values: object) -> Callable[[], None]:
    return lambda: Event.objects.filter(place=3).update(**values) and None


def remove(*places: int) -> Callable[[], None]:
    return lambda: Event.objects.filter(place__in=places).delete() and None


def swap() -> None:
    three, four = Event.objects.get(place=3), Event.objects.get(place=4)
    for event, place in ((three, 99), (four, 3), (three, 4)):
        Event.objects.filter(hash=event.hash).update(place=place)


def remake_the_end() -> None:
    """Somebody removes the last event and marks the end anew, and forges the one before."""
    Event.objects.filter(place=6).delete()
    last = Event.objects.get(place=5)
    ChainHead.objects.update(place=5, hash="f" * 64)
    assert last.hash != "f" * 64


TAMPERED = [
    ("what was done", alter(verb="refer"), ["Event 3 is not as it was written."]),
    ("of whom", alter(child="child 9"), ["Event 3 is not as it was written."]),
    ("who did it", alter(by=None, at=NOON.replace(hour=13)), ["Event 3 is not as it was written."]),
    ("the details", alter(details='{"n": 4}'), ["Event 3 is not as it was written."]),
    ("its hash", alter(hash="0" * 64), ["Event 3 is not as it was written.", "Event 4 does not follow the one before it."]),
    ("one is gone", remove(3), ["1 event is missing before event 4."]),
    ("two are gone", remove(3, 4), ["2 events are missing before event 5."]),
    ("the first is gone", remove(1), ["1 event is missing before event 2."]),
    ("the last is gone", remove(6), ["The log ends at event 5 and should end at 6."]),
    ("all are gone", remove(*range(1, 7)), ["The log ends at event 0 and should end at 6."]),
    ("the end is made anew", remake_the_end, ["The log ends at event 5 and should end at 5, with another hash."]),
]  # fmt: skip


@pytest.mark.parametrize(("how", "tamper", "said"), TAMPERED)
def test_tampering_is_found(log: list[int], how: str, tamper: Callable[[], None], said: list[str]) -> None:
    tamper()
    assert faults() == said


def test_two_events_in_another_order_are_found(log: list[int]) -> None:
    swap()
    assert faults()[0] == "Event 3 does not follow the one before it."
    assert "Event 4 is not as it was written." in faults()


def test_a_removed_end_mark_is_found(log: list[int]) -> None:
    ChainHead.objects.all().delete()
    assert faults() == ["The end of the log is not marked any more."]

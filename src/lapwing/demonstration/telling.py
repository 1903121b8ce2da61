"""Several stories told at once, day by day, as they would have come about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from heapq import heappop, heappush

from lapwing.conduct.findings import recompute
from lapwing.demonstration.area import Area
from lapwing.records.entries import entries

Steps = Iterator[int]
"""A story under way: each time it yields how many days before today it goes on."""
Story = Callable[[Area], Steps]


NIGHTS = (84, 35, 7)
"""So many days before today findings are worked out, so that they have a history. Each takes a third of a second."""


def tell(area: Area, stories: Sequence[Story]) -> None:
    """Tells all of the stories, the earliest day of any of them first."""
    waiting: list[tuple[int, int, Steps]] = []
    for place, steps in enumerate([*(story(area) for story in stories), _nights(area)]):
        _wait(waiting, place, steps)
    while waiting:
        before, place, steps = heappop(waiting)
        area.turn_to(area.ago(-before))
        _wait(waiting, place, steps)


def _wait(waiting: list[tuple[int, int, Steps]], place: int, steps: Steps) -> None:
    """Carries a story on to the day on which it goes on next, if it does."""
    days = next(steps, None)
    if days is not None:
        heappush(waiting, (-days, place, steps))


def _nights(area: Area) -> Steps:
    """The end of some days, on which the findings of all who were told of so far are worked out."""
    for days in NIGHTS:
        yield days
        told = entries("child").filter(feed__isnull=True).values_list("pk", flat=True)
        recompute(told, day=area.day, at=area.moment())

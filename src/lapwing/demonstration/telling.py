"""Several stories told at once, day by day, as they would have come about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from heapq import heappop, heappush

from lapwing.demonstration.area import Area

Steps = Iterator[int]
"""A story under way: each time it yields how many days before today it goes on."""
Story = Callable[[Area], Steps]


def tell(area: Area, stories: Sequence[Story]) -> None:
    """Tells all of the stories, the earliest day of any of them first."""
    waiting: list[tuple[int, int, Steps]] = []
    for place, story in enumerate(stories):
        _wait(waiting, place, story(area))
    while waiting:
        before, place, steps = heappop(waiting)
        area.turn_to(area.ago(-before))
        _wait(waiting, place, steps)


def _wait(waiting: list[tuple[int, int, Steps]], place: int, steps: Steps) -> None:
    """Carries a story on to the day on which it goes on next, if it does."""
    days = next(steps, None)
    if days is not None:
        heappush(waiting, (-days, place, steps))

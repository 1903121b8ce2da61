"""Stories are told together, day by day, each picking up where it was left."""

from __future__ import annotations

from datetime import date

from nhs_number import is_valid

from lapwing.demonstration.area import Area
from lapwing.demonstration.telling import Steps, tell

TODAY = date(2026, 6, 1)


def test_what_happened_first_is_told_first_whichever_story_it_belongs_to() -> None:
    said: list[tuple[str, date]] = []

    def one(area: Area) -> Steps:
        yield 30
        said.append(("booked", area.day))
        yield 2
        said.append(("born", area.day))

    def other(area: Area) -> Steps:
        yield 10
        said.append(("referred", area.day))

    tell(Area(TODAY), [one, other])
    assert said == [
        ("booked", date(2026, 5, 2)),
        ("referred", date(2026, 5, 22)),
        ("born", date(2026, 5, 30)),
    ]


def test_two_stories_may_go_on_on_the_same_day_and_moments_never_go_back() -> None:
    moments = []

    def story(area: Area) -> Steps:
        for days in (5, 3):
            yield days
            moments.append(area.moment())

    tell(Area(TODAY), [story, story])
    assert len(moments) == 4
    assert moments == sorted(set(moments))


def test_nhs_numbers_of_stories_are_synthetic_and_nobody_elses() -> None:
    area = Area(TODAY)
    numbers = [area.nhs_number() for _ in range(50)]
    assert len(set(numbers)) == 50
    assert all(is_valid(number) and number.startswith("999") for number in numbers)


def test_somebody_is_as_many_years_and_days_old_as_the_story_says() -> None:
    born_on = Area(TODAY).years_ago(16, 110)
    assert born_on.replace(year=born_on.year + 16) < TODAY < born_on.replace(year=born_on.year + 17)

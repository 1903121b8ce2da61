"""The screens that the lessons name are there, and are those that say of themselves that they carry the lesson out."""

from __future__ import annotations

from collections import defaultdict

from django.urls import reverse

from lapwing.lessons.ages_of_concern import LESSONS, Audience
from lapwing.web.pages.board import PLACES


def test_each_lesson_names_the_pages_of_the_board_that_carry_it_out() -> None:
    carrying: dict[str, set[str]] = defaultdict(set)
    for place in PLACES:
        for lesson in place.lessons:
            carrying[lesson].add(reverse(place.name))
    assert {one.id: set(one.pages) for one in LESSONS if one.pages} == carrying


def test_every_lesson_for_the_board_and_every_key_finding_has_a_page() -> None:
    without = [one.id for one in LESSONS if one.audience is not Audience.PRACTITIONER and not one.pages]
    assert without == []

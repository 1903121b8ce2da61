"""The staff pulse: everybody answers once, and nobody's answer can be found: not in the tables, the log or the figures."""

from __future__ import annotations

import json
from datetime import timedelta
from itertools import combinations
from typing import Any

import pytest
from cast import MONDAY, Partnership
from django.apps import apps
from hypothesis import given
from hypothesis import strategies as some

from lapwing.board import pulses
from lapwing.board.pulses import may_be_told
from lapwing.board.reading.challenge import pulse_rounds, pulse_told
from lapwing.board.verbs.staff_pulse import answer_pulse, note_good_practice, open_pulse
from lapwing.conduct.policies import NotPossible
from lapwing.records.models import Event, PulseTaken, PulseTally, Role
from lapwing.vocabulary.board.challenge import PulseAnswer

CLOSES = MONDAY + timedelta(days=14)
AFTER = CLOSES + timedelta(days=1)


def opened(area: Partnership) -> str:
    return open_pulse(by=area.as_("Bea Board"), pulse_title="Summer", closes_on=CLOSES, on=area.day)


def answer(area: Partnership, pulse: str, who: str, said: PulseAnswer = PulseAnswer.YES) -> None:
    answer_pulse(by=area.as_(who), staff_pulse=pulse, knows_how=said, felt_able=said, challenged=said, on=area.day)


def midwives(area: Partnership, number: int) -> list[str]:
    names = [f"Midwife {one}" for one in range(number)]
    for name in names:
        area.account(name, Role.PRACTITIONER, "Maternity", post="midwife")
    return names


def test_everybody_answers_once(area: Partnership) -> None:
    pulse = opened(area)
    answer(area, pulse, "Mira Wells")
    assert [one.is_answered for one in pulse_rounds(by=area.as_("Mira Wells"))] == [True]
    assert [one.is_answered for one in pulse_rounds(by=area.as_("Moss Adair"))] == [False]
    with pytest.raises(NotPossible, match="cannot be found any more"):
        answer(area, pulse, "Mira Wells", PulseAnswer.NO)
    assert sum(PulseTally.objects.values_list("number", flat=True)) == 3


def test_a_round_that_is_over_takes_no_answer_and_one_that_is_open_tells_none(area: Partnership) -> None:
    pulse = opened(area)
    answer(area, pulse, "Mira Wells")
    with pytest.raises(NotPossible, match="told once it is over"):
        pulse_told(by=area.as_("Bea Board", CLOSES), staff_pulse=pulse)
    area.as_("Mira Wells", AFTER)
    with pytest.raises(NotPossible, match="over"):
        answer(area, pulse, "Moss Adair")


def test_nothing_stored_has_an_account_or_a_moment_beside_an_answer(area: Partnership) -> None:
    taken = {field.name for field in PulseTaken._meta.get_fields()}
    tally = {field.name for field in PulseTally._meta.get_fields()}
    assert taken == {"id", "pulse", "account"}
    assert tally == {"id", "pulse", "agency", "question", "answer", "number"}


def _everything(pulse: str) -> dict[str, Any]:
    """All that is stored anywhere, but for the counts themselves and what stands there of anything done."""
    rows = {}
    for model in apps.get_models():
        if model is not PulseTally and not issubclass(model, Event):
            rows[model.__name__] = sorted(map(str, model._default_manager.values_list()))
    return rows


def test_whatever_somebody_answers_all_else_that_is_stored_is_the_same(area: Partnership) -> None:
    pulse = opened(area)
    answer(area, pulse, "Mira Wells", PulseAnswer.YES)
    yes = _everything(pulse)
    PulseTaken.objects.all().delete()
    answer(area, pulse, "Mira Wells", PulseAnswer.NO)
    no = _everything(pulse)
    told = [name for name in yes if name not in ("PulseTaken", "ChainHead") and yes[name] != no[name]]
    assert told == []


def test_the_log_keeps_that_somebody_answered_and_nothing_of_what(area: Partnership) -> None:
    pulse = opened(area)
    answer(area, pulse, "Mira Wells", PulseAnswer.PARTLY)
    event = Event.objects.filter(verb="answer_pulse").get()
    assert json.loads(event.details) == {"on": str(MONDAY), "entries": [], "children": []}


def test_counts_are_made_before_the_first_answer_so_that_their_order_tells_nothing(area: Partnership) -> None:
    pulse = opened(area)
    before = list(PulseTally.objects.order_by("pk").values_list("pk", "agency", "question", "answer"))
    answer(area, pulse, "Perry Stone", PulseAnswer.NO)
    answer(area, pulse, "Mira Wells", PulseAnswer.YES)
    assert list(PulseTally.objects.order_by("pk").values_list("pk", "agency", "question", "answer")) == before


def test_an_agency_of_which_few_answered_is_kept_back_and_so_is_one_from_which_they_could_be_worked_out(
    area: Partnership,
) -> None:
    pulse = opened(area)
    for name in midwives(area, 6):
        answer(area, pulse, name)
    answer(area, pulse, "Perry Stone", PulseAnswer.NO)
    _, whole, groups = pulse_told(by=area.as_("Sol Quill", AFTER), staff_pulse=pulse)
    assert whole.answered == 7
    assert {name: one.answered for name, one in groups} == {"Maternity": None, "Police": None}


def test_an_agency_is_told_of_where_all_others_together_are_many(area: Partnership) -> None:
    pulse = opened(area)
    for name in midwives(area, 5):
        answer(area, pulse, name, PulseAnswer.NO)
    for name in ("Hazel Ford", "Heath Lane", "Sam Birch", "Sela Marsh", "Perry Stone"):
        answer(area, pulse, name)
    _, _, groups = pulse_told(by=area.as_("Sol Quill", AFTER), staff_pulse=pulse)
    told = {name: one.numbers.get("felt_able") for name, one in groups}
    assert told["Maternity"] == {"no": 5, "yes": 0, "partly": 0, "no_occasion": 0}
    assert told["Police"] is None


def test_a_round_that_few_answered_tells_nothing(area: Partnership) -> None:
    pulse = opened(area)
    answer(area, pulse, "Mira Wells")
    _, whole, groups = pulse_told(by=area.as_("Sol Quill", AFTER), staff_pulse=pulse)
    assert whole == pulses.Told("", None, {})
    assert [one.answered for _, one in groups] == [None]


@given(some.dictionaries(some.sampled_from("abcdefg"), some.integers(0, 12), max_size=7), some.integers(2, 6))
def test_no_difference_between_the_whole_and_those_told_is_a_small_group(sizes: dict[str, int], fewest: int) -> None:
    told = may_be_told(sizes, fewest=fewest)
    whole = sum(sizes.values())
    for count in range(1, len(told) + 1):
        for some_of_them in combinations(sorted(told), count):
            rest = whole - sum(sizes[one] for one in some_of_them)
            assert rest == 0 or rest >= fewest
            assert all(sizes[one] >= fewest for one in some_of_them)


def test_good_practice_is_noted_by_those_who_oversee_challenge(area: Partnership) -> None:
    key = note_good_practice(by=area.as_("Sol Quill"), says="A school asked again, and was heard.", on=MONDAY)
    assert key

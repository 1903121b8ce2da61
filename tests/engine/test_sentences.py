"""Reasons as people read them: over one row and over a frame alike."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

from lapwing.checks import CHECKS
from lapwing.engine.check import Outcome
from lapwing.engine.sentences import codes_of, fill, fill_frame, in_words, plain_template, template
from lapwing.language.expressions import Type
from lapwing.vocabulary import records
from lapwing.vocabulary.child import Child
from lapwing.vocabulary.codes import AgencyKind
from lapwing.vocabulary.facts import Link, columns, earliest
from lapwing.vocabulary.risk import Risk
from lapwing.vocabulary.unborn_child import UnbornChild
from lapwing.vocabulary.working_together import InvolvedService, ServiceAtWork
from throwaway import PARTS, made_check

LABELS = {"neglect": "Neglect", "parental_alcohol": "A parent's drinking"}
DTYPES = {Type.DATE: pl.Date(), Type.YES_NO: pl.Boolean(), Type.WHOLE: pl.Int64(), Type.TEXT: pl.String()}


@pytest.mark.parametrize(
    ("value", "type", "words"),
    [
        (date(2026, 6, 1), Type.DATE, "1 June 2026"),
        (date(2026, 12, 31), Type.DATE, "31 December 2026"),
        (None, Type.DATE, "not recorded"),
        (True, Type.YES_NO, "yes"),
        (False, Type.YES_NO, "no"),
        (None, Type.YES_NO, "not recorded"),
        (0, Type.WHOLE, "0"),
        (12, Type.WHOLE, "12"),
        (None, Type.WHOLE, "not recorded"),
        ("neglect", Type.TEXT, "Neglect"),
        ("a code not on the list", Type.TEXT, "a code not on the list"),
        (None, Type.TEXT, "not recorded"),
    ],
)
def test_values_are_said_in_words(value: Any, type: Type, words: str) -> None:
    assert in_words(value, LABELS) == words
    labels = {"value": LABELS} if type is Type.TEXT else {}
    frame = pl.DataFrame({"held": [value]}, schema={"held": DTYPES[type]})
    made = frame.select(fill_frame("It is {value}.", {"value": "held"}, {"value": type}, labels)).item()
    assert made == fill("It is {value}.", {"value": value}, labels) == f"It is {words}."


def test_a_sentence_may_begin_and_end_with_a_value_and_name_it_twice() -> None:
    sentence, types = "{kind}: since {on}, {kind}", {"kind": Type.TEXT, "on": Type.DATE}
    frame = pl.DataFrame({"kind": ["neglect"], "on": [date(2026, 6, 1)]})
    made = frame.select(fill_frame(sentence, {"kind": "kind", "on": "on"}, types, {"kind": LABELS})).item()
    assert made == fill(sentence, frame.to_dicts()[0], {"kind": LABELS}) == "Neglect: since 1 June 2026, Neglect"


def test_a_code_is_said_by_its_label() -> None:
    labels = codes_of(Risk.kind)
    assert labels
    assert all(code != label for code, label in labels.items())
    gathered = earliest(columns(records.legal_status).kind, "a status", by=(Link("child_id", Child.child_id),))
    assert codes_of(gathered)["section_31"] == "Care order"
    assert codes_of(UnbornChild.child_id) == codes_of(UnbornChild.trigger_count) == {}
    assert codes_of(Risk.recorded_on) == {}


def test_a_code_gathered_from_another_table_is_said_by_its_label() -> None:
    assert codes_of(InvolvedService.kind) == codes_of(ServiceAtWork.kind) == AgencyKind.labels()
    assert codes_of(InvolvedService.since) == codes_of(InvolvedService.has_plan) == {}


def test_an_outcome_without_a_sentence_of_its_own_has_one_all_the_same() -> None:
    check = made_check()
    assert template(check, Outcome.MET, None) == "Seen on {first_seen_on}."
    assert template(check, Outcome.MET_LATE, None) == "Seen on {first_seen_on}. It was expected by {due_on}."
    assert template(check, Outcome.DUE_SOON, None).endswith("within days.")
    assert "{excepted_until}" in template(check, Outcome.EXCEPTED, None)
    assert template(check, Outcome.NOT_APPLICABLE, None) == "This does not arise here."


def test_due_soon_is_said_as_not_yet_due_where_only_that_is_said() -> None:
    check = made_check(says={**PARTS["says"], Outcome.NOT_YET_DUE: "To be seen by {due_on}."})
    assert template(check, Outcome.DUE_SOON, None) == "To be seen by {due_on}."


def test_a_word_is_said_in_its_own_sentence_and_else_in_its_outcomes() -> None:
    check = CHECKS["before_birth.assessment_started"]
    assert template(check, Outcome.MET, "decided_not_required") == check.says["decided_not_required"]
    assert template(check, Outcome.MET, "a word that says nothing") == check.says[Outcome.MET]


def test_of_a_record_that_has_ended_nothing_more_is_said() -> None:
    check = CHECKS["before_birth.assessment_started"]
    assert template(check, Outcome.NOT_APPLICABLE, None, ended=True) == "Nothing more is asked on this record."


@pytest.mark.parametrize("outcome", list(Outcome))
def test_a_parent_reads_what_services_should_have_done_and_no_fact(outcome: Outcome) -> None:
    plain = plain_template(made_check(), outcome)
    assert plain.startswith("Somebody should see your baby. ")
    assert set(plain.split("{")[1:]) <= {"due_on}."}

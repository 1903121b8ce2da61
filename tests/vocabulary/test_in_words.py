"""Rules and facts in plain English."""

from __future__ import annotations

import pytest

from lapwing.checks import CHECKS
from lapwing.engine.check import Check
from lapwing.engine.rule import facts_behind, rule_in_words
from lapwing.language.amounts import less_percent
from lapwing.language.delivered import Delivered
from lapwing.language.expressions import TODAY, Constant, Expression, cases, earliest_of, how_many, latest_of, unknown
from lapwing.lessons.settings import SETTINGS
from lapwing.vocabulary.facts import Fact, columns
from lapwing.vocabulary.in_words import InWords
from lapwing.vocabulary.local import local
from lapwing.vocabulary.records import assessment, contribution
from lapwing.vocabulary.risk import Risk
from lapwing.vocabulary.unborn_child import UnbornChild, at_gestation

WORDS = InWords(SETTINGS)
ASSESSMENT, CONTRIBUTION = columns(assessment), columns(contribution)
BORN, BEGAN, SIGNED = UnbornChild.born_on, UnbornChild.started_on, UnbornChild.signed_off_on


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        (BORN.is_known(), "the date of birth is recorded"),
        (BEGAN.is_known(), "it is recorded when the assessment began"),
        (BEGAN.is_unknown(), "it is not recorded when the assessment began"),
        (UnbornChild.has_trigger.is_true(), "a circumstance on the area's list is recorded"),
        (~UnbornChild.has_trigger.is_true(), "it is not recorded that a circumstance on the area's list is recorded"),
        (UnbornChild.has_trigger.is_unknown(), "it is not recorded whether a circumstance on the area's list is recorded"),
        (BEGAN <= TODAY, "the day when the assessment began is on or before the day on which it is asked"),
        (~(BORN < TODAY), "the date of birth is not before the day on which it is asked"),
        (UnbornChild.trigger_count >= 2, "“how many circumstances on the area's list are recorded” is at least 2"),
        (ASSESSMENT.kind == "pre_birth", "“kind” is “Pre-birth assessment”"),
        (~ASSESSMENT.kind.is_in("pre_birth", "child_and_family"), ("“kind” is not “Pre-birth assessment” or “Child and "
         "family assessment”")),
        (ASSESSMENT.kind.is_in(local("prebirth.triggers")), "“kind” is on the area's list [prebirth.triggers]"),
        (Constant("section_47").is_in(local("weight.vulnerable")), ("“A section 47 enquiry is open” is on the area's list "
         "[weight.vulnerable]")),
        (Constant("on").is_in(local("weight.centiles")), "[weight.centiles] is set to “on”"),
        (~Constant("on").is_in(local("weight.centiles")), "[weight.centiles] is not set to “on”"),
        (UnbornChild.trigger_count < less_percent(UnbornChild.trigger_count, local("weight.loss_pct")), ("“how many "
         "circumstances on the area's list are recorded” is less than “how many circumstances on the area's list are "
         "recorded” less 10% [weight.loss_pct]")),
        (less_percent(UnbornChild.trigger_count, 5), "“how many circumstances on the area's list are recorded” less 5%"),
        (Delivered("hand_over") < BORN, ("the last day until which hand over records were delivered is before the date "
         "of birth")),
        (CONTRIBUTION.direct, "“direct” is yes"),
        (ASSESSMENT.recorded_on > BORN, "the day of recording is after the date of birth"),
        (ASSESSMENT.first_recorded_on > BORN, "the day of first recording is after the date of birth"),
        (BORN.plus_days(1), "1 day after the date of birth"),
        (BORN.minus_days(local("prebirth.birth_unrecorded_days")), ("21 calendar days [prebirth.birth_unrecorded_days] "
         "before the date of birth")),
        (at_gestation("prebirth.start_by"), ("the day on which the pregnancy is at 20+0 weeks [prebirth.start_by] by the "
         "expected date of birth")),
        (earliest_of(BORN, BEGAN), "the earlier of the date of birth and the day when the assessment began"),
        (latest_of(BORN, earliest_of(BEGAN, SIGNED), TODAY), ("the latest of the date of birth, (the earlier of the day "
         "when the assessment began and the day when the assessment was signed off) and the day on which it is asked")),
        (cases((BORN.is_known(), BORN), otherwise=unknown(BORN.type)), ("where the date of birth is recorded: the date of "
         "birth; otherwise: not known")),
        (how_many(BORN.is_known(), BEGAN.is_known()), ("how many of these are so: the date of birth is recorded; it is "
         "recorded when the assessment began")),
        (BORN.is_known() & (BEGAN.is_known() | SIGNED.is_known()), ("the date of birth is recorded and (it is recorded "
         "when the assessment began or it is recorded when the assessment was signed off)")),
    ],
)  # fmt: skip
def test_an_expression_in_words(expression: Expression, said: str) -> None:
    assert WORDS.of(expression) == said


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (Risk.kind, "“kind” in the concern record"),
        (BORN, "of the child: “born on”, where all agree, in the person records of the same person"),
        (Risk.has_action, "whether there is any of the action records of the same concern and child"),
        (Risk.clock_from, "the later of the day when it was recorded and the day when help began"),
        (
            UnbornChild.expected_on,
            (
                "of the child: “expected on”, where all agree, in the expected date records of the same pregnancy, of those where "
                "“superseded on” is not recorded"
            ),
        ),
    ],
)
def test_a_fact_in_words(fact: Fact, said: str) -> None:
    assert WORDS.fact(fact) == said


def test_what_is_told_elsewhere_is_not_told_again() -> None:
    due_on = BORN.plus_days(1)
    shorter = InWords(SETTINGS, {due_on: "the day it is due"})
    assert (
        shorter.of(due_on.is_known() & BORN.is_known())
        == "the day it is due is recorded and the date of birth is recorded"
    )


@pytest.mark.parametrize("check", CHECKS.values(), ids=list(CHECKS))
def test_every_rule_and_every_fact_behind_it_can_be_said(check: type[Check]) -> None:
    told = [part.says for part in rule_in_words(check, SETTINGS)] + [WORDS.fact(fact) for fact in facts_behind(check)]
    assert all(told)
    assert [one for one in told if "None" in one or one.count("(") != one.count(")")] == []

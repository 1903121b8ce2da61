"""The form of a check: what does not keep to it is refused as it is written, with the reason."""

from __future__ import annotations

from typing import Any

import pytest

from lapwing.engine.check import CHECKS, Check, Outcome, Word, WrongCheck, excepted_until, placeholders
from lapwing.language.expressions import TODAY, Constant, Type, WrongExpression
from lapwing.lessons.settings import UnknownSetting
from lapwing.vocabulary.facts import Link, Subject, earliest, latest, own
from lapwing.vocabulary.local import local
from lapwing.vocabulary.unborn_child import unborn_child
from throwaway import PARTS, ChildSeen, made_check

SAYS = PARTS["says"]


def test_a_whole_check_is_known_by_its_heading_and_name() -> None:
    check = made_check("SeenInTime")
    assert check.code == "throwaway.seen_in_time"
    assert CHECKS[check.code] is check


def test_a_check_stands_under_the_heading_of_its_package() -> None:
    check = made_check(**{"__module__": "lapwing.checks.before_birth.somewhere"})
    assert check.code == "before_birth.seen"


def test_what_checks_have_in_common_is_no_check() -> None:
    known = dict(CHECKS)

    class Common(Check, abstract=True):
        about = ChildSeen

    assert known == CHECKS


@pytest.mark.parametrize("part", sorted(set(PARTS) - {"__module__", "needs", "tells"}))
def test_a_part_left_out_is_refused(part: str) -> None:
    with pytest.raises(WrongCheck, match=f"^Seen has no {part}.$"):
        made_check(without=part)
    assert "throwaway.seen" not in CHECKS


def _saying(**more: str) -> dict[str, Any]:
    return {"says": {**SAYS, **more}}


NOTES = ChildSeen.said
SAYS_WHO = (
    "Seen.says uses {who}, which the check does not look at. "
    "It looks at: born_on, due_on, excepted_until, first_seen_on, missing, to_be_seen_by_on."
)


class WithDueDate(Subject):
    """A child with a fact by a name that sentences have another use for."""

    table = ChildSeen.table
    called = "child"
    child_id = own(ChildSeen.child_id.definition.column, "the child")
    due_on = earliest(ChildSeen.first_seen_on.definition.column, "when due", by=(Link("child_id", child_id),))
    members = child_id.is_known()


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        (
            {"needs": (unborn_child.born_on,)},
            "Seen is about a child and cannot look at born_on.",
        ),
        ({"met_on": ChildSeen.seen_by_anybody}, "Seen.met_on yields a yes or no; it needs to yield a date."),
        ({"due_on": ChildSeen.times_seen}, "Seen.due_on yields a whole number; it needs to yield a date."),
        ({"applies": ChildSeen.born_on}, "Seen.applies yields a date; it needs to yield a yes or no."),
        ({"urgent": ChildSeen.born_on}, "Seen.urgent yields a date; it needs to yield a yes or no."),
        (_saying(late="Late."), "Seen.says has 'late', which is neither an outcome nor one of its words."),
        (
            _saying(met="Seen by {who}."),
            SAYS_WHO,
        ),
        (
            {**_saying(met="They wrote: {said}."), "tells": (NOTES,)},
            "Seen.says repeats {said}, which people write in their own words.",
        ),
        (
            {"about": WithDueDate, "applies": WithDueDate.due_on.is_known(), "needs": (), "tells": ()}
            | dict.fromkeys(("met_on", "due_on"), WithDueDate.due_on),
            "Seen looks at a fact called due_on; its sentences mean another.",
        ),
        ({"says": {Outcome.MET: "Seen."}}, "Seen.says has no sentence for: cannot_tell, not_met."),
        (
            {"applies": Constant(True), "met_on": TODAY, "due_on": TODAY},
            "Seen says met of a record about which nothing is known.",
        ),
        (
            {"applies": Constant(True), "due_on": TODAY.minus_days(1)},
            "Seen says not_met of a record about which nothing is known.",
        ),
        (
            {
                "applies": ~ChildSeen.seen_by_anybody,
                "due_on": TODAY.minus_days(1),
            },
            "Seen says not_met of a record about which nothing is known.",
        ),
    ],
)
def test_what_does_not_keep_to_the_form_is_refused(parts: dict[str, Any], says: str) -> None:
    with pytest.raises(WrongCheck) as refused:
        made_check(**parts)
    assert str(refused.value) == says
    assert "throwaway.seen" not in CHECKS


def test_a_word_decides_by_a_yes_or_no() -> None:
    with pytest.raises(WrongExpression, match=r"A yes or no is needed here, not a date\."):
        made_check(words={"odd": Word(Outcome.MET, ChildSeen.born_on)})


def test_a_setting_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownSetting):
        local("prebirth.no_such_thing")


def test_a_sentence_names_its_values_in_braces() -> None:
    assert placeholders("Born on {born_on}, due {due_on}.") == ("born_on", "due_on")


# ---------------------------------------------------------------- what a check looks at, and its version


def test_a_check_looks_at_the_facts_of_all_its_parts_once_each() -> None:
    check = made_check(
        cannot_tell=ChildSeen.seen_how.is_unknown(),
        words={"often": Word(Outcome.MET, ChildSeen.times_seen > 2)},
        tells=(ChildSeen.last_seen_on, ChildSeen.born_on),
    )
    names = [fact.name for fact in check.looks_at()]
    assert names == ["born_on", "seen_how", "times_seen", "first_seen_on", "to_be_seen_by_on", "last_seen_on"]


def test_a_check_names_the_settings_it_reckons_with() -> None:
    check = made_check(due_on=ChildSeen.born_on.plus_days(local("review.early_days_after_birth")))
    assert set(check.settings()) == {
        *("review.early_days_after_birth", "due_soon.calendar_days"),
    }


def _subject_seen(gather: Any, column: str) -> type[Subject]:
    class AnotherChild(Subject):
        table = ChildSeen.table
        called = "child"
        child_id = own(ChildSeen.child_id.definition.column, "the child")
        seen_on = gather(ChildSeen.first_seen_on.definition.column, "when seen", by=(Link(column, child_id),))
        members = child_id.is_known()

    return AnotherChild


def _version_over(gather: Any = earliest, column: str = "child_id") -> str:
    subject: Any = _subject_seen(gather, column)
    says = dict.fromkeys((Outcome.NOT_MET, Outcome.MET, Outcome.CANNOT_TELL), "So.")
    known = subject.seen_on.is_known()
    check = made_check(
        about=subject, applies=known, met_on=subject.seen_on, due_on=subject.seen_on, needs=(), tells=(), says=says
    )
    return check.rule_version()


def test_the_version_of_a_rule_is_the_same_however_often_it_is_written() -> None:
    assert made_check().rule_version() == made_check().rule_version()
    assert _version_over() == _version_over()


@pytest.mark.parametrize(
    "parts",
    [
        {"met_on": ChildSeen.last_seen_on, "tells": (ChildSeen.first_seen_on,)},
        {"due_on": ChildSeen.born_on.plus_days(15)},
        {"urgent": ChildSeen.born_on.is_known()},
        {"cannot_tell": ChildSeen.seen_how.is_unknown()},
    ],
)
def test_another_rule_has_another_version(parts: dict[str, Any]) -> None:
    assert made_check(**parts).rule_version() != made_check().rule_version()


def test_a_fact_gathered_otherwise_is_another_rule() -> None:
    assert _version_over() != _version_over(latest)
    assert _version_over() != _version_over(column="person_id")


def test_other_words_for_the_same_rule_are_no_other_version() -> None:
    assert made_check(**_saying(met="Seen, on {first_seen_on}.")).rule_version() == made_check().rule_version()


def test_each_check_has_one_fact_for_its_exceptions() -> None:
    check = made_check()
    assert excepted_until(check) is excepted_until(check)
    assert excepted_until(check).type is Type.DATE


def test_two_checks_of_one_name_under_one_heading_are_refused() -> None:
    first = made_check("Twice")
    with pytest.raises(WrongCheck, match=r"has the code throwaway\.twice, which another check has"):
        type("Twice", (Check,), {part: value for part, value in vars(first).items() if part != "code"})

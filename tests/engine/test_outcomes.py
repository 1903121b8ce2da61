"""From facts to an outcome: in which order it is decided, and since when it stands."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from agreement import by_frames, by_rows, differences
from generated_records import record_set
from lapwing.engine.check import Check, Outcome, Word
from lapwing.engine.due_dates import is_soon, may_fall_earlier
from lapwing.engine.run import Question, tables_of
from lapwing.language.expressions import Expression, Name, Type, cases, earliest_of, latest_of
from lapwing.language.rows import Given, meaning
from lapwing.lessons.settings import shipped_settings
from lapwing.vocabulary.records import TABLES
from throwaway import DAY, ChildSeen, made_check

BORN_ON, DUE_ON = date(2026, 5, 4), date(2026, 5, 18)
ANN = {"child_id": "ann", "person_id": "p-ann"}
BORN = {"person_id": "p-ann", "born_on": BORN_ON}
SETTINGS = shipped_settings()


def _seen(on: date | None) -> dict[str, Any]:
    return {"observation_id": f"o-{on}", "child_id": "ann", "observed_on": on, "basis": "seen"}


def _exception(**more: Any) -> dict[str, Any]:
    whole = {"exception_id": "e", "child_id": "ann", "check": "throwaway.seen", "reason": "not_safe"}
    return whole | {"decided_by": "manager", "decided_on": date(2026, 5, 1), "expires_on": DAY} | more


def found(
    check: type[Check], *, day: date = DAY, less: dict[str, set[str]] | None = None, **rows: Any
) -> dict[str, Any]:
    """What the check says of the one child, by frames and by rows alike."""
    question = Question([check], day, SETTINGS)
    tables = tables_of(question.plan())
    rows = {"child": [ANN], "person": [BORN], **rows}
    carried = {name: frozenset(TABLES[name].names) - (less or {}).get(name, set()) for name in tables}
    records = record_set({name: rows.get(name, []) for name in tables}, carried)
    (told,) = by_frames(question, records).values()
    assert differences(by_frames(question, records), by_rows(question, records)) == []
    return told


def _outcome(check: type[Check], **rows: Any) -> str:
    return str(found(check, **rows)["outcome"])


# ---------------------------------------------------------------- the plain way


def test_met_by_the_day_it_is_due() -> None:
    told = found(made_check(), observation=[_seen(DUE_ON)])
    assert (told["outcome"], told["since"], told["due_on"]) == ("met", DUE_ON, DUE_ON)


def test_met_late_a_day_after() -> None:
    assert _outcome(made_check(), observation=[_seen(DUE_ON + timedelta(1))]) == "met_late"


def test_not_met_since_the_day_after_it_was_due() -> None:
    told = found(made_check())
    assert (told["outcome"], told["since"]) == ("not_met", DUE_ON + timedelta(1))
    assert told["missing"] == ["when the child was first seen"]


def test_on_the_day_it_is_due_it_is_not_yet_not_met() -> None:
    assert _outcome(made_check(), day=DUE_ON) == "due_soon"
    assert _outcome(made_check(), day=DUE_ON + timedelta(1)) == "not_met"


def test_it_is_not_asked_where_it_does_not_apply() -> None:
    check = made_check(applies=ChildSeen.seen_by_anybody)
    told = found(check)
    assert (told["outcome"], told["due_on"], told["missing"]) == ("not_applicable", None, [])


def test_where_it_is_not_known_whether_it_applies_nobody_can_tell() -> None:
    assert _outcome(made_check(applies=ChildSeen.born_on < date(2026, 6, 1)), person=[]) == "cannot_tell"


def test_on_a_record_that_has_ended_nothing_is_asked_and_nothing_told() -> None:
    told = found(made_check(), child=[ANN | {"opened_in_error": True}])
    assert told["outcome"] == "not_applicable"
    assert told["reason"] == "Nothing more is asked on this record."
    assert told["facts"] == {}


# ---------------------------------------------------------------- what goes before what


SEEN_OFTEN = {"often": Word(Outcome.MET, ChildSeen.times_seen >= 2)}
NEVER = {"never": Word(Outcome.NOT_MET, ChildSeen.times_seen == 0)}


def test_a_word_goes_before_the_dates() -> None:
    late = [_seen(DAY), _seen(DAY - timedelta(1))]
    told = found(made_check(words=SEEN_OFTEN), observation=late)
    assert (told["outcome"], told["word"]) == ("met", "often")
    assert found(made_check(words=SEEN_OFTEN), observation=late[:1])["word"] is None


def test_the_first_word_that_holds_decides() -> None:
    words = {"one": Word(Outcome.EXCEPTED, ChildSeen.times_seen >= 1), **SEEN_OFTEN}
    assert found(made_check(words=words), observation=[_seen(DAY), _seen(BORN_ON)])["word"] == "one"


def test_a_word_goes_before_cannot_tell() -> None:
    told = found(made_check(words=NEVER, cannot_tell=ChildSeen.seen_how.is_unknown()))
    assert (told["outcome"], told["word"]) == ("not_met", "never")


def test_a_word_for_what_is_not_met_yields_to_an_exception_and_speaks_again_after_it() -> None:
    told = found(made_check(words=NEVER), exception=[_exception()])
    assert (told["outcome"], told["word"]) == ("excepted", None)
    told = found(made_check(words=NEVER), exception=[_exception()], day=DAY + timedelta(1))
    assert (told["outcome"], told["word"]) == ("not_met", "never")
    carried = {name: set(TABLES["exception"].names) for name in ("exception",)}
    assert found(made_check(words=NEVER), less=carried)["word"] == "never"


def test_where_a_word_denies_that_it_is_met_an_exception_does_not_make_it_so() -> None:
    words = {"once": Word(Outcome.NOT_MET, ChildSeen.times_seen == 1)}
    seen = {"observation": [_seen(BORN_ON)]}
    assert found(made_check(words=words), **seen)["word"] == "once"
    told = found(made_check(words=words), exception=[_exception()], **seen)
    assert (told["outcome"], told["word"]) == ("excepted", None)


def test_any_other_word_goes_before_an_exception() -> None:
    words = {"never": Word(Outcome.NOT_APPLICABLE, ChildSeen.times_seen == 0)}
    assert found(made_check(words=words), exception=[_exception()])["word"] == "never"


def test_no_word_speaks_where_the_check_does_not_apply() -> None:
    told = found(made_check(words=NEVER, applies=ChildSeen.seen_by_anybody))
    assert (told["outcome"], told["word"]) == ("not_applicable", None)


def test_cannot_tell_goes_before_met_and_before_not_met() -> None:
    blurred = made_check(cannot_tell=ChildSeen.times_seen < 2)
    assert _outcome(blurred, observation=[_seen(BORN_ON)]) == "cannot_tell"
    assert _outcome(blurred) == "cannot_tell"


def test_cannot_tell_that_is_itself_not_known_is_cannot_tell() -> None:
    assert _outcome(made_check(cannot_tell=ChildSeen.last_visited_on > DAY)) == "cannot_tell"


def test_without_a_due_date_nobody_can_tell() -> None:
    undated = made_check(applies=ChildSeen.seen_by_anybody.is_known())
    assert _outcome(undated, person=[]) == "cannot_tell"
    assert _outcome(undated, person=[], observation=[_seen(BORN_ON)]) == "cannot_tell"


# ---------------------------------------------------------------- exceptions


def test_an_exception_holds_to_the_end_of_its_last_day() -> None:
    told = found(made_check(), exception=[_exception()])
    assert told["outcome"] == "excepted"
    assert told["reason"] == "A manager has set this aside, with a reason, until 1 June 2026."
    assert _outcome(made_check(), exception=[_exception()], day=DAY + timedelta(1)) == "not_met"


def test_an_exception_does_not_hide_what_was_done() -> None:
    assert _outcome(made_check(), exception=[_exception()], observation=[_seen(BORN_ON)]) == "met"


@pytest.mark.parametrize(
    "lacking",
    [
        *({"decided_by": None}, {"reason": None}, {"expires_on": None}, {"expires_on": date(2026, 5, 31)}),
        *({"check": "throwaway.other"}, {"child_id": "bob"}, {"decided_on": DAY + timedelta(1)}),
    ],
)
def test_an_exception_that_is_not_whole_or_not_in_force_counts_for_nothing(lacking: dict[str, Any]) -> None:
    assert _outcome(made_check(), exception=[_exception(**lacking)]) == "not_met"


def test_of_several_exceptions_the_last_to_expire_holds() -> None:
    later = _exception(exception_id="e2", expires_on=DAY + timedelta(9))
    assert "until 10 June 2026" in found(made_check(), exception=[_exception(), later])["reason"]


# ---------------------------------------------------------------- before it is due


def test_what_is_due_within_days_is_due_soon() -> None:
    warning = SETTINGS.local(["due_soon.calendar_days"])["due_soon.calendar_days"]
    assert isinstance(warning, int)
    assert _outcome(made_check(), day=DUE_ON - timedelta(warning)) == "due_soon"
    assert _outcome(made_check(), day=DUE_ON - timedelta(warning + 1)) == "not_yet_due"


def test_where_working_days_are_counted_the_warning_counts_them_too() -> None:
    counted = made_check(due_on=ChildSeen.born_on.plus_working_days(10))  # over a bank holiday, to Monday the 18th
    assert found(counted)["due_on"] == date(2026, 5, 18)
    assert _outcome(counted, day=date(2026, 5, 11)) == "due_soon"
    assert _outcome(counted, day=date(2026, 5, 10)) == "not_yet_due"


A, B = Name("a", Type.DATE), Name("b", Type.DATE)
WHICH = Name("which", Type.YES_NO)
SOON, FAR = date(2026, 6, 3), date(2026, 9, 1)


def _of(expression: Expression, **row: Any) -> Any:
    given = Given(DAY, {"due_soon.working_days": 5, "due_soon.calendar_days": 7})
    return meaning(expression, given)({"a": None, "b": None, "which": None, **row})


@pytest.mark.parametrize(
    ("due_on", "row", "may"),
    [
        (earliest_of(A, B), {"a": FAR}, True),
        (earliest_of(A, B), {"a": FAR, "b": SOON}, False),
        (latest_of(A, B), {"a": FAR}, False),
        (latest_of(A, earliest_of(A, B)), {"a": FAR}, True),
        (cases((WHICH, earliest_of(A, B)), otherwise=A), {"a": FAR, "which": True}, True),
        (cases((WHICH, earliest_of(A, B)), otherwise=A), {"a": FAR, "which": False}, False),
        (A.plus_days(1), {}, False),
    ],
)
def test_a_date_not_yet_known_may_make_it_due_earlier(due_on: Expression, row: dict[str, Any], may: bool) -> None:
    assert _of(may_fall_earlier(due_on), **row) is may


def test_then_nobody_can_tell_until_the_day_it_is_surely_due() -> None:
    either = made_check(due_on=earliest_of(ChildSeen.born_on.plus_days(14), ChildSeen.last_visited_on.plus_days(3)))
    assert _outcome(either, day=BORN_ON + timedelta(1)) == "cannot_tell"
    assert _outcome(either, day=DUE_ON + timedelta(1)) == "not_met"


@pytest.mark.parametrize(
    ("part", "row", "soon"),
    [
        (A, {"a": date(2026, 6, 8)}, True),
        (A, {"a": date(2026, 6, 9)}, False),
        (A.plus_working_days(0), {"a": date(2026, 6, 8)}, True),
        (A.plus_working_days(0), {"a": date(2026, 6, 9)}, False),
        (earliest_of(A, B), {"a": FAR, "b": SOON}, True),
        (latest_of(A, B), {"a": FAR, "b": SOON}, False),
        (cases((WHICH, A), otherwise=B), {"a": SOON, "b": FAR, "which": True}, True),
        (cases((WHICH, A), otherwise=B), {"a": SOON, "b": FAR, "which": False}, False),
        (A, {}, False),
    ],
)
def test_the_warning_is_that_of_the_part_that_decides(part: Expression, row: dict[str, Any], soon: bool) -> None:
    assert _of(is_soon(part, part), **row) is soon


# ---------------------------------------------------------------- urgency, and silent sources


def test_only_what_is_open_is_urgent() -> None:
    pressing = made_check(urgent=ChildSeen.born_on.is_known())
    assert found(pressing)["urgent"] is True
    assert found(pressing, day=DUE_ON)["urgent"] is True
    assert found(pressing, day=BORN_ON)["urgent"] is False, "it is not yet due"
    assert found(pressing, observation=[_seen(BORN_ON)])["urgent"] is False


def test_a_source_that_could_not_say_that_it_is_met_says_not_that_it_is_not() -> None:
    assert _outcome(made_check(), less={"observation": {"observed_on"}}) == "cannot_tell"
    assert _outcome(made_check(), less={"observation": {"says"}}) == "not_met"


def test_a_source_that_could_not_say_when_it_is_due_cannot_tell() -> None:
    assert _outcome(made_check(), less={"person": {"born_on"}}, person=[]) == "cannot_tell"

"""Running checks over a source: what fails takes nothing else with it, and every fact names its records."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from agreement import by_frames, by_rows, differences
from generated_records import record_set
from lapwing.checks import CHECKS
from lapwing.checks.before_birth.reviews import HealthLineWritten
from lapwing.engine.check import Check, Outcome
from lapwing.engine.explain import Answer, answers_by_child
from lapwing.engine.plan import columns_of, plan_facts, silent_facts
from lapwing.engine.run import Findings, Question, facts_of, run, tables_of
from lapwing.language.expressions import Name, Type
from lapwing.lessons.settings import shipped_settings
from lapwing.vocabulary.baby_review import BabyReview, ConcernAtReview
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.risk import Risk
from lapwing.vocabulary.unborn_child import UnbornChild
from throwaway import DAY, ChildSeen, made_check

ROWS = {
    "child": [{"child_id": "ann", "person_id": "p-ann"}],
    "person": [{"person_id": "p-ann", "born_on": date(2026, 5, 4)}],
    "observation": [
        {"observation_id": "o1", "child_id": "ann", "observed_on": date(2026, 5, 9), "basis": "seen", "of": "baby"},
        {"observation_id": "o2", "child_id": "ann", "observed_on": date(2026, 5, 6), "basis": "seen", "of": "baby"},
    ],
    "exception": [],
}
RECORDS = record_set(ROWS)


def _question(*checks: type[Check]) -> Question:
    return Question(checks, DAY, shipped_settings())


def _broken() -> type[Check]:
    """A check that keeps to the form, whose rule names a column that no frame has."""
    return made_check("Broken", met_on=Name("no_such_column", Type.DATE), says=_says())


def _says() -> dict[str, str]:
    return dict.fromkeys((Outcome.MET, Outcome.NOT_MET, Outcome.CANNOT_TELL), "So it is.")


# ---------------------------------------------------------------- checks that cannot be run


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> type[Check]:
    monkeypatch.setattr("lapwing.engine.check._refuse_verdict_on_nothing", lambda check: None)
    return _broken()


def _run(*checks: type[Check], records: RecordSet = RECORDS) -> Findings:
    return run(_question(*checks), records)


def test_a_check_that_fails_is_told_and_the_others_go_on(broken: type[Check]) -> None:
    findings = _run(made_check("First"), broken, made_check("Last"))
    assert findings.frame["check"].to_list() == ["throwaway.first", "throwaway.last"]
    (could_not,) = findings.could_not_run
    assert could_not.check == "throwaway.broken"
    assert could_not.why.startswith("It failed with ColumnNotFoundError at ")
    assert "no_such_column" not in could_not.why, "a message may hold somebody's record"
    assert "\n" not in could_not.why


def test_the_others_find_what_they_find_without_it(broken: type[Check]) -> None:
    check = made_check()
    assert _run(check, broken).frame.equals(_run(check).frame)


def test_where_all_fail_there_are_no_findings_and_no_error(broken: type[Check]) -> None:
    findings = _run(broken)
    assert findings.frame.is_empty()
    assert len(findings.could_not_run) == 1


def test_a_check_on_what_the_source_does_not_carry_is_told() -> None:
    less = RecordSet.of_rows({"person": []})
    (could_not,) = _run(made_check(), records=less).could_not_run
    assert (
        could_not.why
        == "This source carries no child records, which the check is made of. Usually held by: Children's social care."
    )


def test_no_checks_find_nothing() -> None:
    assert _run().frame.is_empty()
    assert _run().could_not_run == []


# ---------------------------------------------------------------- one finding


def test_a_finding_says_of_whom_by_which_rule_and_on_what_facts() -> None:
    check = made_check()
    (finding,) = _run(check).frame.to_dicts()
    assert finding["child"] == finding["subject"] == "ann"
    assert (finding["subject_kind"], finding["check"], finding["lesson"]) == ("ChildSeen", check.code, "P17.1")
    assert finding["rule_version"] == check.rule_version()
    assert finding["reason"] == "Seen on 6 May 2026."
    assert finding["plain_reason"] == "Somebody should see your baby. This has happened."
    assert finding["facts"] == '{"born_on":"2026-05-04","first_seen_on":"2026-05-06","to_be_seen_by_on":"2026-05-18"}'


def _answer(check: type[Check], **rows: list[dict[str, Any]]) -> Answer:
    (answer,) = answers_by_child(_question(check), record_set({**ROWS, **rows}), ["ann"])
    return answer


def test_every_fact_names_the_records_that_gave_it() -> None:
    answer = _answer(made_check(tells=(ChildSeen.born_on, ChildSeen.times_seen, ChildSeen.seen_how)))
    assert answer.records == {
        "born_on": ("p-ann",),
        "first_seen_on": ("o2",),
        "to_be_seen_by_on": ("p-ann",),  # worked out from the date of birth
        "times_seen": ("o1", "o2"),
        "seen_how": ("o1", "o2"),
    }
    assert answer.facts.keys() == answer.records.keys()


def test_what_is_worked_out_for_the_child_names_its_records_for_a_risk_too() -> None:
    check = CHECKS["before_birth.each_risk_has_an_action"]
    rows = {name: [] for name in tables_of(_question(check).plan())}
    rows["child"] = [{"child_id": "ann", "pregnancy_id": "pregnancy"}]
    rows["concern"] = [{"concern_id": "c", "child_id": "ann", "kind": "neglect", "recorded_at": datetime(2026, 5, 1)}]
    rows["plan"] = [{"plan_id": "p", "child_id": "ann", "kind": "child_in_need", "started_on": date(2026, 5, 2)}]
    (answer,) = answers_by_child(_question(check), record_set(rows), ["ann"])
    assert answer.facts["clock_from"] == date(2026, 5, 2)
    assert answer.records["clock_from"] == ("p",)


def test_a_fact_that_is_not_known_comes_from_no_record() -> None:
    answer = _answer(made_check(), observation=[])
    assert answer.facts["first_seen_on"] is None
    assert not answer.records.get("first_seen_on")


def test_free_text_is_never_repeated() -> None:
    wrote = [{**ROWS["observation"][0], "says": "Her brother was there."}]
    check = made_check(tells=(ChildSeen.born_on, ChildSeen.said))
    answer = _answer(check, observation=wrote)
    assert answer.facts["said"] == "written in the record"
    assert answer.records["said"] == ("o1",)
    found = _run(check, records=record_set({**ROWS, "observation": wrote}))
    assert "brother" not in found.frame["facts"][0]


def test_only_the_children_named_are_answered_for() -> None:
    two = [*ROWS["child"], {"child_id": "bob"}]
    question = _question(made_check())
    answers = answers_by_child(question, record_set({**ROWS, "child": two}), ["bob"])
    assert [answer.child for answer in answers] == ["bob"]
    assert list(answers_by_child(question, record_set(ROWS), ["nobody"])) == []


def test_a_review_that_twins_share_is_found_for_each() -> None:
    records = record_set(_shared_review())
    found = by_frames(_question(HealthLineWritten), records)
    assert {child for child, _, _ in found} == {"ann", "bob"}
    assert differences(found, by_rows(_question(HealthLineWritten), records)) == []


def _shared_review() -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in tables_of(_question(HealthLineWritten).plan())}
    rows["child"] = [{"child_id": name, "pregnancy_id": "pregnancy"} for name in ("ann", "bob")]
    rows["meeting"] = [
        {"meeting_id": "m", "pregnancy_id": "pregnancy", "kind": "review_conference", "held_on": date(2026, 5, 20)}
    ]
    return rows


def test_a_line_about_one_twin_says_nothing_of_the_other() -> None:
    rows = _shared_review()
    written = datetime(2026, 5, 20)
    line = {"review_line_id": "l", "meeting_id": "m", "child_id": "ann", "about": "health_and_weight"}
    rows["review_line"] = [line | {"recorded_at": written}]
    found = by_frames(_question(HealthLineWritten), record_set(rows))
    assert {child: told["outcome"] for (child, _, _), told in found.items()} == {"ann": "met", "bob": "not_met"}


# ---------------------------------------------------------------- the plan


def test_every_fact_comes_after_those_that_it_rests_on() -> None:
    plan = plan_facts(BabyReview.facts().values())
    for subject in plan.subjects:
        order = (*plan.first[subject], *plan.then[subject])
        for place, fact in enumerate(order):
            assert set(fact.needs()) <= set(order[:place]), fact.name


def test_a_subject_comes_after_those_that_it_rests_on() -> None:
    subjects = plan_facts([*BabyReview.facts().values(), *Risk.facts().values()]).subjects
    assert subjects.index(ConcernAtReview) < subjects.index(BabyReview)
    assert subjects.index(UnbornChild) < subjects.index(Risk)


def test_what_tells_members_comes_first_and_all_else_only_for_them() -> None:
    plan = plan_facts([UnbornChild.started_on])
    first = {fact.name for fact in plan.first[UnbornChild]}
    assert first == {"is_member", "child_id", "pregnancy_id", "born_on"}
    assert "started_on" in {fact.name for fact in plan.then[UnbornChild]}


def test_the_plan_names_the_tables_and_columns_it_reads() -> None:
    plan = plan_facts(facts_of(made_check()))
    assert tables_of(plan) == {"child", "person", "observation", "exception"}
    assert columns_of(plan)["observation"] == {"observed_on", "child_id"}
    assert columns_of(plan)["person"] == {"born_on", "person_id"}


@pytest.mark.parametrize(
    ("lacking", "silent"),
    [
        ("observation.observed_on", {"first_seen_on"}),
        ("person.born_on", {"born_on", "to_be_seen_by_on"}),  # and what is worked out from it
        ("observation.says", set()),
        ("exception.decided_by", {"excepted_until__throwaway__seen"}),
    ],
)
def test_a_fact_is_silent_where_a_column_it_rests_on_is_not_carried(lacking: str, silent: set[str]) -> None:
    plan = plan_facts(facts_of(made_check()))
    table, _, column = lacking.partition(".")
    carried = {name: frozenset(TABLES[name].names) for name in tables_of(plan)}
    carried[table] -= {column}
    told = silent_facts(plan, record_set({name: [] for name in carried}, carried))
    assert {fact.name for fact in told} == silent
    assert all(columns == (lacking,) for columns in told.values())

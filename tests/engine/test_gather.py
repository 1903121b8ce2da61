"""Whose rows are at hand for a child: its own, and what crosses between a young parent and a baby."""

from __future__ import annotations

from datetime import date
from typing import Any

from generated_records import record_set
from lapwing.engine.explain import answers_by_child
from lapwing.engine.fact_rows import FactRows
from lapwing.engine.gather import ChildRows, rows_by_child
from lapwing.engine.known import KnownRecords
from lapwing.engine.known_rows import child_rows
from lapwing.engine.plan import plan_facts
from lapwing.engine.run import Question, polars_frames
from lapwing.language.rows import Given
from lapwing.lessons.settings import shipped_settings
from lapwing.vocabulary.facts import Subject, columns, own
from lapwing.vocabulary.records import TABLES, meeting, observation
from throwaway import made_check

DAY = date(2026, 6, 1)
ELLA = {"child_id": "ella-record", "person_id": "ella"}
FINN = {"child_id": "finn-record", "person_id": "finn"}
BABY = {"child_id": "baby", "person_id": "baby-person", "pregnancy_id": "pregnancy"}
ROWS: dict[str, list[dict[str, Any]]] = {
    "child": [ELLA, BABY, FINN],
    "person": [
        {"person_id": "ella", "born_on": date(2009, 5, 14)},
        {"person_id": "finn", "born_on": date(2012, 5, 14)},
        {"person_id": "baby-person", "born_on": date(2026, 5, 4)},
    ],
    "pregnancy": [{"pregnancy_id": "pregnancy", "known_on": date(2026, 1, 12)}],
    "relationship": [
        {"relationship_id": "mother", "child_id": "baby", "person_id": "ella", "role": "birth_mother"},
        {"relationship_id": "uncle", "child_id": "baby", "person_id": "finn", "role": "other_relative"},
        {"relationship_id": "sister", "child_id": "finn-record", "person_id": "ella", "role": "sibling"},
    ],
    "observation": [
        {"observation_id": "of-ella", "child_id": "ella-record"},
        {"observation_id": "of-baby", "child_id": "baby"},
        {"observation_id": "of-finn", "child_id": "finn-record"},
    ],
}


def _gathered(rows: dict[str, list[dict[str, Any]]], *children: str) -> dict[str, ChildRows]:
    """The rows of each child, which are the same without frames."""
    source = record_set(rows)
    known = KnownRecords(polars_frames(source, list(rows)), DAY, source.versioned)
    gathered = dict(rows_by_child(known, list(rows), children or None))
    stored = {name: source.frame(name).collect().to_dicts() for name in rows}
    for child, by_frames in gathered.items():
        by_rows = child_rows(stored, child, DAY, tables=rows)
        assert by_rows.keys() == by_frames.keys()
        assert all(_same(by_rows[name], some) for name, some in by_frames.items())
    return gathered


def _same(some: list[dict[str, Any]], others: list[dict[str, Any]]) -> bool:
    return len(some) == len(others) and all(row in others for row in some)


def _keys(rows: ChildRows, table: str) -> list[str]:
    return [row[TABLES[table].key] for row in rows.get(table, [])]


def test_a_young_parent_has_the_babys_rows_after_the_own_record() -> None:
    ella = _gathered(ROWS)["ella-record"]
    assert _keys(ella, "child") == ["ella-record", "baby"]
    assert _keys(ella, "observation") == ["of-ella", "of-baby"]
    assert sorted(_keys(ella, "relationship")) == ["mother", "uncle"]
    assert sorted(_keys(ella, "person")) == ["baby-person", "ella", "finn"], "each but once"


def test_a_baby_has_the_bare_record_of_a_young_parent_and_nothing_that_stands_on_it() -> None:
    baby = _gathered(ROWS)["baby"]
    assert _keys(baby, "child") == ["baby", "ella-record"]
    assert _keys(baby, "observation") == ["of-baby"]


def test_a_brother_or_an_uncle_has_his_own_rows_alone() -> None:
    finn = _gathered(ROWS)["finn-record"]
    assert _keys(finn, "child") == ["finn-record"]
    assert _keys(finn, "observation") == ["of-finn"]


def test_the_record_of_a_pregnancy_says_who_the_mother_is() -> None:
    pregnancy = [{**ROWS["pregnancy"][0], "mother_id": "ella"}]
    ella = _gathered({**ROWS, "pregnancy": pregnancy, "relationship": ROWS["relationship"][1:]})["ella-record"]
    assert _keys(ella, "observation") == ["of-ella", "of-baby"]


def test_it_is_the_same_for_one_child_asked_for_alone() -> None:
    whole = _gathered(ROWS)
    for child in ("ella-record", "baby", "finn-record"):
        alone = _gathered(ROWS, child)
        assert list(alone) == [child]
        assert _keys(alone[child], "child") == _keys(whole[child], "child")
        for name in ROWS:
            assert sorted(_keys(alone[child], name)) == sorted(_keys(whole[child], name))


def test_nothing_is_found_of_the_baby_in_the_young_parents_rows() -> None:
    question = Question([made_check()], DAY, shipped_settings())
    found = list(answers_by_child(question, record_set(ROWS), ["ella-record"]))
    assert {answer.child for answer in found} == {"ella-record"}
    assert len(list(answers_by_child(question, record_set(ROWS), ["ella-record", "baby"]))) == 2


class SightAtMeeting(Subject):
    """What was seen of a child, beside each of its meetings."""

    table = observation
    beside = meeting
    called = "sight at a meeting"

    child_id = own(columns(observation).child_id, "the child")
    observation_id = own(columns(observation).observation_id, "what was seen")
    meeting_id = own(columns(meeting).meeting_id, "the meeting")
    members = child_id.is_known()


def test_what_is_paired_is_of_one_child() -> None:
    meetings = [{"meeting_id": "of-baby", "child_id": "baby"}, {"meeting_id": "of-ella", "child_id": "ella-record"}]
    rows = {"child": [BABY, ELLA], "observation": ROWS["observation"], "meeting": meetings}
    found = FactRows(plan_facts(SightAtMeeting.facts().values()), Given(DAY), ()).of(rows)[SightAtMeeting]
    assert [(one.values["observation_id"], one.values["meeting_id"]) for one in found] == [("of-baby", "of-baby")]

"""Facts gathered from rows: over frames and over one child's rows, with the records that gave them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from lapwing.vocabulary.baby_review import BabyReview, ConcernAtReview
from lapwing.vocabulary.facts import Link, Subject, any_of, columns, count_of, derived, earliest, only, own
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.records import address as addresses
from lapwing.vocabulary.records import agency as agencies
from lapwing.vocabulary.records import child as children
from lapwing.vocabulary.records import observation as observations
from lapwing.vocabulary.records import practitioner as practitioners
from lapwing.vocabulary.records import relationship as relationships
from throwaway import ChildSeen, told

ANN = {"child_id": "ann", "person_id": "p-ann", "pregnancy_id": "pregnancy"}
BORN = {"person_id": "p-ann", "born_on": date(2026, 5, 1)}


def _seen(number: int, on: date | None = None, **more: Any) -> dict[str, Any]:
    return {"observation_id": f"o{number}", "child_id": "ann", "observed_on": on, "basis": "seen", **more}


def _ann(*observed: dict[str, Any], **more: Any) -> Any:
    (row,) = told(ChildSeen, {"child": [ANN], "person": [BORN], "observation": observed}, **more)
    return row


def test_earliest_and_latest_and_the_records_that_gave_them() -> None:
    ann = _ann(_seen(1, date(2026, 5, 9)), _seen(2, date(2026, 5, 3)), _seen(3, date(2026, 5, 9)), _seen(4))
    assert ann.values["first_seen_on"] == date(2026, 5, 3)
    assert ann.evidence["first_seen_on"] == ["o2"]
    assert ann.values["last_seen_on"] == date(2026, 5, 9)
    assert ann.evidence["last_seen_on"] == ["o1", "o3"], "both that are tied"


def test_any_and_count_with_every_record_that_counts() -> None:
    ann = _ann(_seen(1, date(2026, 5, 9)), _seen(2))
    assert ann.values["seen_by_anybody"] is True
    assert ann.values["times_seen"] == 2
    assert ann.evidence["times_seen"] == ["o1", "o2"]


def test_no_record_is_no_and_none_but_no_date() -> None:
    ann = _ann()
    assert ann.values["seen_by_anybody"] is False
    assert ann.values["times_seen"] == 0
    assert ann.values["first_seen_on"] is None
    assert ann.values["seen_how"] is None


def test_only_is_what_all_agree_on() -> None:
    ann = _ann(_seen(1, of="baby"), _seen(2, of="baby"), _seen(3, of=None))
    assert ann.values["seen_what"] == "baby"
    assert ann.evidence["seen_what"] == ["o1", "o2"]


def test_only_is_not_known_where_records_disagree() -> None:
    assert _ann(_seen(1, of="baby"), _seen(2, of="parent_with_baby")).values["seen_what"] is None


def test_conditions_choose_the_rows() -> None:
    ann = _ann(_seen(1, date(2026, 5, 3)), _seen(2, date(2026, 5, 9), basis="reported"), _seen(3, basis=None))
    assert ann.values["last_visited_on"] == date(2026, 5, 3)


def test_conditions_may_compare_rows_with_the_subject() -> None:
    ann = _ann(_seen(1, date(2026, 4, 30)), _seen(2, date(2026, 5, 1)), _seen(3))
    assert ann.values["seen_since_birth"] == 1
    assert ann.evidence["seen_since_birth"] == ["o2"]


def test_what_is_worked_out_is_worked_out_from_the_facts() -> None:
    assert _ann().values["to_be_seen_by_on"] == date(2026, 5, 15)


def test_rows_of_others_and_of_nobody_are_left_out() -> None:
    nobody, other = _seen(1) | {"child_id": None}, _seen(2) | {"child_id": "bob"}
    assert _ann(nobody, other).values["times_seen"] == 0


def test_a_row_of_the_pregnancy_belongs_to_each_twin() -> None:
    twins = [{"child_id": name, "pregnancy_id": "pregnancy"} for name in ("ann", "bob")]
    shared = [_seen(1, date(2026, 5, 3)) | {"child_id": None, "pregnancy_id": "pregnancy"}]
    ann, bob = told(ChildSeen, {"child": twins, "observation": shared})
    assert ann.values["first_seen_on"] == bob.values["first_seen_on"] == date(2026, 5, 3)
    assert ann.evidence["first_seen_on"] == bob.evidence["first_seen_on"] == ["o1"]


def test_only_the_version_known_on_the_day_is_looked_at() -> None:
    first = _seen(1, date(2026, 5, 3)) | {"recorded_at": datetime(2026, 5, 4)}
    corrected = _seen(1, date(2026, 5, 8)) | {"recorded_at": datetime(2026, 5, 20)}
    assert _ann(first, corrected).values["first_seen_on"] == date(2026, 5, 8)
    assert _ann(first, corrected, day=date(2026, 5, 19)).values["first_seen_on"] == date(2026, 5, 3)
    assert _ann(first, corrected).values["times_seen"] == 1


class Around(Subject):
    """An adult around a child, and since when the adult has lived where."""

    table = relationships
    called = "adult"
    child_id = own(columns(relationships).child_id, "the child")
    relationship_id = own(columns(relationships).relationship_id, "the adult")
    person_id = own(columns(relationships).person_id, "who the adult is")
    lived_since = earliest(
        columns(addresses).from_on, "since when the adult lives there", by=(Link("person_id", person_id),)
    )
    members = child_id.is_known()


def test_an_address_belongs_to_whoever_a_row_of_the_child_names() -> None:
    father = {"relationship_id": "r1", "child_id": "ann", "person_id": "p-father", "role": "birth_father"}
    homes = [
        {"address_id": f"a{number}", "person_id": who, "from_on": date(2026, 5, number)}
        for number, who in ((3, "p-father"), (2, "p-stranger"))
    ]
    (row,) = told(Around, {"child": [ANN], "relationship": [father], "address": homes})
    assert row.values["lived_since"] == date(2026, 5, 3)
    assert row.evidence["lived_since"] == ["a3"]


# ---------------------------------------------------------------- what a source is silent about


def _carrying(**less: tuple[str, ...]) -> dict[str, frozenset[str]]:
    tables = {name: frozenset(TABLES[name].names) for name in ("child", "person", "observation")}
    return {name: columns - set(less.get(name, ())) for name, columns in tables.items()}


def test_where_the_source_is_silent_no_record_means_nothing() -> None:
    ann = _ann(carried=_carrying(observation=("basis",)))
    assert ann.values["seen_how"] is ann.values["last_visited_on"] is None
    assert ann.values["seen_by_anybody"] is False, "it rests on nothing that the source cannot give"


class Watched(Subject):
    """A child, with facts that hang on one column of the observations."""

    table = children
    called = "child"
    child_id = own(columns(children).child_id, "the child")
    _child = (Link("child_id", child_id),)
    _visit = columns(observations).basis == "seen"
    visited = any_of(columns(observations), "whether visited", by=_child, where=_visit)
    visits = count_of(columns(observations), "how often visited", by=_child, where=_visit)
    visited_on = earliest(columns(observations).observed_on, "a visit", by=_child, where=_visit)
    was_visited = derived(visited_on.is_known(), "whether a visit is known")
    members = child_id.is_known()


def _watched(carried: dict[str, frozenset[str]], *observed: dict[str, Any]) -> dict[str, Any]:
    (row,) = told(Watched, {"child": [ANN], "observation": observed}, carried=carried)
    return row.values


def test_any_and_count_are_then_not_known() -> None:
    silent = _watched(_carrying(observation=("basis",)))
    assert (silent["visited"], silent["visits"], silent["was_visited"]) == (None, None, None)
    plain = _watched(_carrying())
    assert (plain["visited"], plain["visits"], plain["was_visited"]) == (False, 0, False)


def test_what_stands_in_a_record_is_known_all_the_same() -> None:
    less = _carrying(observation=("recorded_by", "basis"))
    assert _watched(less, _seen(1, date(2026, 5, 3)))["visited"] is True


# ---------------------------------------------------------------- subjects within subjects


CONCERN = {"concern_id": "c1", "child_id": "ann", "kind": "neglect", "recorded_at": datetime(2026, 5, 1)}
REVIEW = {"meeting_id": "m1", "child_id": "ann", "kind": "review_conference", "held_on": date(2026, 5, 20)}
LINE = {
    **{"concern_review_id": "l1", "meeting_id": "m1", "concern_id": "c1"},
    **{"change": "improved", "basis": "seen", "recorded_at": datetime(2026, 5, 21)},
}
SETTINGS = {"review.early_days_after_birth": 56, "review.baby_months": 24}


def _reviews(**rows: list[dict[str, Any]]) -> list[Any]:
    return told(BabyReview, rows, settings=SETTINGS)


def test_a_review_counts_its_concerns_and_their_lines() -> None:
    concerns = [CONCERN, CONCERN | {"concern_id": "c2"}]
    (review,) = _reviews(child=[ANN], concern=concerns, meeting=[REVIEW], concern_review=[LINE])
    assert review.values["concern_count"] == 2
    assert review.values["unlined_count"] == 1
    assert review.values["last_line_on"] == date(2026, 5, 21)


def test_every_concern_stands_beside_every_review() -> None:
    rows = {"child": [ANN], "meeting": [REVIEW, REVIEW | {"meeting_id": "m2"}]}
    pairs = told(ConcernAtReview, {**rows, "concern": [CONCERN, CONCERN | {"concern_id": "c2"}]})
    assert {(pair.values["concern_id"], pair.values["meeting_id"]) for pair in pairs} == {
        *(("c1", "m1"), ("c1", "m2"), ("c2", "m1"), ("c2", "m2"))
    }


def test_a_line_that_names_no_child_is_about_the_child_of_its_meeting() -> None:
    twins = [{"child_id": name, "pregnancy_id": "pregnancy"} for name in ("ann", "bob")]
    shared = REVIEW | {"child_id": None, "pregnancy_id": "pregnancy"}
    line = {
        "review_line_id": "l1",
        "meeting_id": "m1",
        "about": "health_and_weight",
        "recorded_at": datetime(2026, 5, 20),
    }
    reviews = _reviews(child=twins, meeting=[shared], review_line=[line])
    assert [review.values["health_line_on"] for review in reviews] == [date(2026, 5, 20)] * 2


class ObservedBy(Subject):
    table = observations
    called = "observation"

    child_id = own(columns(observations).child_id, "the child")
    observation_id = own(columns(observations).observation_id, "the observation")
    observed_by = own(columns(observations).observed_by, "who observed")
    works_for = only(columns(practitioners).agency_id, "where they work", by=(Link("practitioner_id", observed_by),))
    agency_kind = only(columns(agencies).kind, "what it does", by=(Link("agency_id", works_for),))
    members = child_id.is_known()


def test_an_agency_is_reached_through_a_practitioner_whom_a_row_names() -> None:
    (seen,) = told(
        ObservedBy,
        {
            "child": [ANN],
            "observation": [_seen(1, observed_by="bea")],
            "practitioner": [{"practitioner_id": "bea", "agency_id": "visiting"}],
            "agency": [{"agency_id": "visiting", "kind": "health_visiting"}, {"agency_id": "ward", "kind": "hospital"}],
        },
    )
    assert seen.values["agency_kind"] == "health_visiting"

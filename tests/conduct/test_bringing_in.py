"""A source brought in: everything, once, with nothing lost and nothing of ours overwritten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import polars as pl
import pytest
from brought_in import NOON, TODAY, brought_in, invented, of_rows, without_feed
from django.db import IntegrityError, transaction
from polars.testing import assert_frame_equal

from lapwing.conduct import bringing_in
from lapwing.conduct.bringing_in import tables_in_order
from lapwing.conduct.findings import question_of
from lapwing.engine.replay import Every, days_between, replay
from lapwing.records.entries import entries
from lapwing.records.feeding import Feeding
from lapwing.records.models import MODELS, Carries, Event, Feed, ImportRun, Reconciliation
from lapwing.records.store import Stamp, amend, current, versions, void
from lapwing.records.stored import stored_frame, stored_records
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES

pytestmark = pytest.mark.django_db


def in_order(frame: pl.DataFrame, name: str) -> pl.DataFrame:
    return frame.sort(TABLES[name].key, "recorded_at")


def test_every_row_of_every_table_comes_back_as_it_was() -> None:
    records = invented()
    came = brought_in(records)
    assert came.total("new") + came.total("changed") == sum(records.frame(n).collect().height for n in records.carried)
    for name in records.carried:
        stored, given = without_feed(stored_frame(name)), records.frame(name).collect()
        assert_frame_equal(in_order(stored, name), in_order(given, name))
    assert stored_records().carried == records.carried


@pytest.mark.long  # replays a whole partnership twice; every row is compared above
def test_replay_from_the_database_finds_what_replay_from_the_files_finds() -> None:
    records, days = invented(), days_between(date(2026, 5, 1), TODAY, Every.MONTH)
    brought_in(records)
    given = replay(question_of(TODAY), records, days)
    stored = replay(question_of(TODAY), stored_records(), days)
    assert given.first.height > 100
    assert_frame_equal(without_feed(stored.first), given.first, check_row_order=False)


def test_the_same_source_again_changes_nothing() -> None:
    brought_in(invented())
    again = brought_in(invented(), mark="again", days=1)
    assert (again.total("new"), again.total("changed")) == (0, 0)
    assert again.total("same") == sum(invented().frame(n).collect().height for n in invented().carried)


def test_two_feeds_with_the_same_keys_do_not_meet() -> None:
    rows = of_rows(person=[{"person_id": "7", "family_name": "Vale"}])
    brought_in(rows, feed="maternity")
    brought_in(rows, feed="mosaic")
    assert set(MODELS["person"]._default_manager.values_list("pk", flat=True)) == {"maternity:7", "mosaic:7"}


def test_tables_come_after_what_they_refer_to() -> None:
    place = {name: place for place, name in enumerate(tables_in_order())}
    assert set(place) == set(TABLES)
    for name, table in TABLES.items():
        of_rows_own = [c for c in table if c.refers_to and c.name not in ("recorded_by", "recorded_agency_id")]
        assert all(place[str(c.refers_to)] <= place[name] for c in of_rows_own)


# Stopped and taken up again


def test_an_import_that_stopped_goes_on_where_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bringing_in, "BATCH", 50)
    stops_at(monkeypatch, 6)
    with pytest.raises(PowerCut):
        brought_in(invented())
    stored = sum(ImportRun.objects.get().done.values())
    assert stored == sum(MODELS[name]._default_manager.filter(only_named=False).count() for name in TABLES) > 0
    assert not Carries.objects.exists(), "what is not whole yet must not say that there is nothing"
    monkeypatch.undo()
    came = brought_in(invented(), days=1)
    assert came.resumed
    assert sum(sum(count.values()) for count in came.counts.values()) == sum(
        invented().frame(name).collect().height for name in invented().carried
    )
    assert came.total("same") == 0
    assert Event.objects.filter(verb="import").count() == 1


def test_two_imports_of_one_source_at_once_put_nothing_to_a_person() -> None:
    """Both found the table without a row of this feed; the second then meets what the first has stored."""
    source = of_rows(person=[{"person_id": "P", "family_name": "Vale"}])
    batch = source.frame("person").collect()
    Feed.objects.create(name="maternity", format="record tables")
    first, second = (Feeding("person", source.carried["person"], "maternity", NOON, is_versioned=False) for _ in "12")
    assert first.take(batch) == {"new": 1}
    with pytest.raises(IntegrityError), transaction.atomic():
        second.take(batch)
    assert second.take_one_by_one(batch)["same"] == 1
    assert not Reconciliation.objects.exists()


class PowerCut(Exception):
    pass


def stops_at(monkeypatch: pytest.MonkeyPatch, batch: int) -> None:
    taken, whole = [], bringing_in.Feeding.take

    def take(self: Any, rows: pl.DataFrame) -> Any:
        counts = whole(self, rows)
        taken.append(rows.height)
        if len(taken) > batch:
            raise PowerCut
        return counts

    monkeypatch.setattr(bringing_in.Feeding, "take", take)


# Versions


def plan(**values: Any) -> RecordSet:
    return of_rows(
        child=[{"child_id": "C"}], plan=[{"plan_id": "P", "child_id": "C", "kind": "child_protection", **values}]
    )


MARCH, APRIL = datetime(2026, 3, 1, 10, 0), datetime(2026, 4, 1, 10, 0)


def told(key: str = "maternity:P") -> list[tuple[Any, Any]]:
    return [(one.values["recorded_at"], one.values["ended_on"]) for one in versions("plan", key)]


def test_a_changed_row_is_a_new_version_recorded_when_the_source_says() -> None:
    brought_in(plan(recorded_at=MARCH, ended_on=None))
    brought_in(plan(recorded_at=APRIL, ended_on=date(2026, 3, 31)), mark="second", days=1)
    assert told() == [(MARCH, None), (APRIL, date(2026, 3, 31))]


def test_a_change_that_does_not_say_when_is_known_from_the_day_it_came() -> None:
    brought_in(plan(ended_on=None))
    brought_in(plan(ended_on=date(2026, 3, 31)), mark="second", days=1)
    assert told() == [(None, None), (datetime(2026, 6, 2, 13, 0), date(2026, 3, 31))]
    again = brought_in(plan(ended_on=date(2026, 3, 31)), mark="third", days=2)
    assert (again.total("changed"), again.total("same")) == (0, 2)


def test_a_value_that_a_later_source_leaves_empty_stays() -> None:
    brought_in(plan(recorded_at=MARCH, ended_on=date(2026, 2, 1)))
    again = brought_in(plan(recorded_at=APRIL, ended_on=None), mark="second", days=1)
    assert again.total("same") == 2
    assert told() == [(MARCH, date(2026, 2, 1))]


def test_an_older_version_that_comes_late_is_kept_behind_the_one_that_stands() -> None:
    brought_in(plan(recorded_at=APRIL, ended_on=date(2026, 3, 31)))
    brought_in(plan(recorded_at=MARCH, ended_on=date(2026, 2, 1)), mark="second", days=1)
    assert current("plan", "maternity:P")["ended_on"] == date(2026, 3, 31)
    assert sorted(told(), key=str) == [(MARCH, date(2026, 2, 1)), (APRIL, date(2026, 3, 31))]
    assert brought_in(plan(recorded_at=MARCH, ended_on=date(2026, 2, 1)), mark="third", days=2).total("same") == 2


def history(*versions: tuple[datetime, date | None]) -> RecordSet:
    """A plan of which the source gives every version at once."""
    rows = [
        {"plan_id": "P", "child_id": "C", "kind": "child_protection", "recorded_at": at, "ended_on": ended}
        for at, ended in versions
    ]
    return replace(of_rows(child=[{"child_id": "C"}], plan=rows), versioned=frozenset({"plan"}))


def test_a_row_changed_twice_in_one_source_has_three_versions_and_again_no_more() -> None:
    may = datetime(2026, 5, 1, 10, 0, 0, 250_000)
    source = history((may, date(2026, 4, 30)), (MARCH, None), (APRIL, date(2026, 3, 31)))
    came = brought_in(source)
    assert (came.total("new"), came.total("changed")) == (2, 2)
    assert told() == [(MARCH, None), (APRIL, date(2026, 3, 31)), (may, date(2026, 4, 30))]
    again = brought_in(source, mark="again", days=1)
    assert (again.total("changed"), again.total("same")) == (0, 4)


def test_an_older_version_with_parts_of_a_second_comes_late_once() -> None:
    march = datetime(2026, 3, 1, 10, 0, 0, 250_000)
    brought_in(plan(recorded_at=APRIL, ended_on=date(2026, 3, 31)))
    for number in (2, 3):
        brought_in(plan(recorded_at=march, ended_on=date(2026, 2, 1)), mark=str(number), days=number)
    assert len(told()) == 2


# What points nowhere


def test_what_is_named_and_never_given_is_kept_as_a_name_alone() -> None:
    brought_in(
        of_rows(child=[{"child_id": "C"}], referral=[{"referral_id": "R", "child_id": "C", "referred_by": "gone"}])
    )
    assert MODELS["practitioner"]._default_manager.get().only_named
    assert stored_frame("practitioner").is_empty()
    assert current("referral", "maternity:R")["referred_by"] == "maternity:gone"


def test_what_was_named_takes_its_place_when_it_comes() -> None:
    brought_in(of_rows(child=[{"child_id": "C", "person_id": "P"}]))
    brought_in(of_rows(person=[{"person_id": "P", "family_name": "Vale"}]), mark="second", days=1)
    person = MODELS["person"]._default_manager.get()
    assert (person.only_named, person.family_name, person.version) == (False, "Vale", 1)


def test_a_row_named_before_its_batch_comes_is_no_contradiction(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bringing_in, "BATCH", 1)
    staff = [{"practitioner_id": "A", "recorded_by": "B"}, {"practitioner_id": "B", "recorded_by": "A"}]
    came = brought_in(of_rows(practitioner=staff))
    assert (came.total("new"), came.total("contradicting")) == (2, 0)
    assert not MODELS["practitioner"]._default_manager.filter(only_named=True).exists()


# What was entered here


def acknowledged() -> str:
    """A referral that came from a feed and that somebody here has acknowledged."""
    brought_in(referral())
    amend("referral", "maternity:R", {"acknowledged_on": TODAY}, Stamp(NOON, None))
    return "maternity:R"


def referral(**values: Any) -> RecordSet:
    return of_rows(
        child=[{"child_id": "C"}], referral=[{"referral_id": "R", "child_id": "C", "acknowledged_on": None, **values}]
    )


def test_what_was_entered_here_is_not_overwritten_but_put_to_a_person() -> None:
    key = acknowledged()
    came = brought_in(referral(acknowledged_on=date(2026, 5, 28)), mark="second", days=1)
    assert came.total("contradicting") == 1
    assert current("referral", key)["acknowledged_on"] == TODAY
    task = Reconciliation.objects.get()
    assert (task.table, task.key, task.columns) == ("referral", key, ["acknowledged_on"])
    assert task.theirs["acknowledged_on"] == "2026-05-28"


def test_the_same_contradiction_is_put_once() -> None:
    acknowledged()
    for number in (2, 3):
        brought_in(referral(acknowledged_on=date(2026, 5, 28)), mark=str(number), days=number)
    assert Reconciliation.objects.count() == 1


def test_what_the_feed_adds_beside_it_is_taken() -> None:
    key = acknowledged()
    came = brought_in(referral(primary_need="N1"), mark="second", days=1)
    assert (came.total("contradicting"), came.total("changed")) == (0, 1)
    assert (current("referral", key)["primary_need"], current("referral", key)["acknowledged_on"]) == ("N1", TODAY)


def test_what_the_feed_only_repeats_is_no_contradiction() -> None:
    staff = [{"practitioner_id": "A"}, {"practitioner_id": "B"}]

    def source() -> RecordSet:
        owned = {"action_id": "X", "child_id": "C", "owned_by": "A"}
        return of_rows(child=[{"child_id": "C"}], practitioner=staff, action=[owned])

    brought_in(source())
    amend("action", "maternity:X", {"owned_by": "maternity:B"}, Stamp(NOON, None))
    again = brought_in(source(), mark="second", days=1)
    assert (again.total("contradicting"), again.total("changed")) == (0, 0)
    assert current("action", "maternity:X")["owned_by"] == "maternity:B"


def test_earlier_versions_that_a_source_repeats_are_no_contradiction() -> None:
    source = history((MARCH, date(2026, 2, 1)), (APRIL, date(2026, 3, 31)))
    brought_in(source)
    amend("plan", "maternity:P", {"ended_on": TODAY}, Stamp(NOON, None))
    again = brought_in(source, mark="again", days=1)
    assert (again.total("contradicting"), again.total("same")) == (0, 3)


def test_an_older_version_that_comes_late_is_kept_behind_what_was_entered_here_too() -> None:
    brought_in(plan(recorded_at=APRIL, ended_on=date(2026, 3, 31)))
    amend("plan", "maternity:P", {"ended_on": TODAY}, Stamp(NOON, None))
    brought_in(plan(recorded_at=MARCH, ended_on=date(2026, 2, 1)), mark="second", days=1)
    assert current("plan", "maternity:P")["ended_on"] == TODAY
    assert (MARCH, date(2026, 2, 1)) in told()
    later = brought_in(plan(recorded_at=APRIL, ended_on=date(2026, 3, 31)), mark="third", days=2)
    assert later.total("contradicting") == 0, "the feed last said this, whenever the older version came"


def test_what_the_feed_filled_in_and_somebody_here_changed_is_not_put_again() -> None:
    key = acknowledged()
    brought_in(referral(primary_need="N1"), mark="second", days=1)
    amend("referral", key, {"primary_need": "N2"}, Stamp(NOON, None))
    again = brought_in(referral(primary_need="N1"), mark="third", days=2)
    assert (again.total("contradicting"), current("referral", key)["primary_need"]) == (0, "N2")


def test_all_that_is_new_beside_a_contradiction_waits_with_it() -> None:
    """Who acknowledged it and when belong together: half of what a feed says would be what nobody said."""
    key = acknowledged()
    theirs = {"acknowledged_on": date(2026, 5, 28), "acknowledged_by": "Sam"}
    brought_in(referral(**theirs), mark="second", days=1)
    assert Reconciliation.objects.get().columns == ["acknowledged_on", "acknowledged_by"]
    assert Reconciliation.objects.get().theirs["acknowledged_by"] == "maternity:Sam"
    assert current("referral", key)["acknowledged_by"] is None


def test_a_contradiction_that_the_feed_words_anew_takes_the_place_of_the_one_before() -> None:
    acknowledged()
    for number, day in ((2, 28), (3, 29)):
        brought_in(referral(acknowledged_on=date(2026, 5, day)), mark=str(number), days=number)
    before, now = Reconciliation.objects.order_by("pk")
    assert (before.outcome, before.settled_at is None) == ("The feed says otherwise since.", False)
    assert (now.theirs["acknowledged_on"], now.settled_at) == ("2026-05-29", None)


def test_what_was_voided_here_is_not_brought_back() -> None:
    key = acknowledged()
    void("referral", key, Stamp(NOON, None))
    assert brought_in(referral(), mark="second", days=1).total("same") == 2
    came = brought_in(referral(primary_need="N1"), mark="third", days=2)
    assert came.total("contradicting") == 1, (
        "somebody here said that it was made in error, and the feed goes on with it"
    )
    assert not entries("referral").filter(pk=key).exists()
    assert current("referral", key)["primary_need"] is None


def test_what_a_feed_voids_is_not_there_any_more() -> None:
    brought_in(referral())
    came = brought_in(referral(voided_at=APRIL), mark="second", days=1)
    assert (came.total("changed"), entries("referral").exists()) == (1, False)
    assert brought_in(referral(voided_at=APRIL), mark="third", days=2).total("same") == 2


def test_what_a_feed_voids_and_somebody_here_changed_is_put_to_a_person() -> None:
    key = acknowledged()
    came = brought_in(referral(voided_at=APRIL), mark="second", days=1)
    assert (came.total("contradicting"), entries("referral").filter(pk=key).exists()) == (1, True)


def test_an_entry_may_come_voided() -> None:
    brought_in(referral(voided_at=APRIL))
    assert not entries("referral").exists()
    assert stored_frame("referral")["voided_at"].to_list() == [APRIL]


def test_rows_that_the_database_refuses_are_kept_for_a_person_and_the_others_stored() -> None:
    people = [{"person_id": "A", "nhs_number": "9990000001"}, {"person_id": "B", "nhs_number": "9990000018"}]
    came = brought_in(of_rows(person=people))
    assert (came.total("new"), came.total("contradicting")) == (1, 1)
    assert Reconciliation.objects.get().key == "maternity:A"
    assert current("person", "maternity:B")["nhs_number"] == "9990000018"

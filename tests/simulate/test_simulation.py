"""The same seed tells the same stories, whole or in parts; and the stories hang together."""

from __future__ import annotations

import hashlib
import itertools
from datetime import date, timedelta

import polars as pl
import pytest

from lapwing.simulate import simulate, simulate_in_parts
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Table

from .conftest import TODAY

Frames = dict[str, pl.DataFrame]


def digest(records: RecordSet) -> str:
    """A sign of every byte of every frame, in order."""
    written = hashlib.sha256()
    for name, frame in records.frames.items():
        written.update(name.encode() + frame.collect().write_csv().encode())
    return written.hexdigest()


def test_the_same_seed_tells_the_same_stories() -> None:
    assert digest(simulate(150, 3, today=TODAY)) == digest(simulate(150, 3, today=TODAY))


def test_another_seed_or_another_day_tells_others() -> None:
    told = digest(simulate(60, 3, today=TODAY))
    assert told != digest(simulate(60, 4, today=TODAY))
    assert told != digest(simulate(60, 3, today=TODAY + timedelta(1)))


def test_there_are_as_many_children_as_were_asked_for(latest: Frames) -> None:
    assert latest["child"].height == 2_000
    for count in (0, 1, 2, 7):
        children = simulate(count, 11, today=TODAY).frame("child").collect()
        assert children["child_id"].n_unique() == count


def test_parts_laid_together_are_the_whole() -> None:
    whole = simulate(120, 5, today=TODAY)
    parts = list(simulate_in_parts(120, 5, today=TODAY, part_size=50))
    assert len(parts) > 1
    together = {name: pl.concat([part.frame(name) for part in parts]) for name in TABLES}
    assert digest(RecordSet(together, whole.carried)) == digest(whole)


def test_what_cannot_be_simulated_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="children: has -1"):
        simulate(-1, 1, today=TODAY)
    with pytest.raises(ValueError, match="today: has 2060-01-01"):
        simulate(1, 1, today=date(2060, 1, 1))
    with pytest.raises(ValueError, match="part_size: has 0"):
        next(simulate_in_parts(1, 1, today=TODAY, part_size=0))


def _after(table: Table, frame: pl.DataFrame, child_ids: pl.DataFrame, until: str) -> pl.DataFrame:
    """The rows of those children on which something is recorded, or happened, after the day."""
    keys = [name for name in ("child_id", "pregnancy_id") if name in frame.columns and name in child_ids.columns]
    late = pl.col("recorded_at").dt.date() > pl.col(until)
    for column in table:
        late = late | (pl.col(column.name) > pl.col(until)) if column.happens and column.name != until else late
    of = [
        frame.join(child_ids.select(key, until).drop_nulls().unique(), on=key, how="inner", suffix="_of")
        for key in keys
    ]
    return pl.concat([each.filter(late.fill_null(False)).select(table.key) for each in of])


def test_after_a_loss_nothing_is_recorded_but_that_it_ended(frames: Frames, latest: Frames) -> None:
    lost = latest["pregnancy"].filter(pl.col("ended_on").is_not_null() & (pl.col("outcome") != "live_birth"))
    assert set(lost["outcome"]) >= {"miscarriage", "termination", "stillbirth"}
    ends = lost.select("pregnancy_id", pl.col("ended_on").alias("until"))
    children = latest["child"].join(ends, on="pregnancy_id", how="inner").select("child_id", "pregnancy_id", "until")
    for table in TABLES.values():
        if table.is_about_child or table.name == "expected_date":
            assert _after(table, frames[table.name], children, "until").is_empty(), table.name
    assert children.join(latest["child"], on="child_id").filter(pl.col("person_id").is_not_null()).is_empty()


def _ended(latest: Frames) -> dict[str, pl.DataFrame]:
    """Children whose record ended for good, with the day, by how it ended."""
    until = {name: pl.col(name).alias("until") for name in ("died_on", "started_on", "ended_on")}
    died = latest["person"].filter(pl.col("died_on").is_not_null()).select("person_id", until["died_on"])
    orders = latest["legal_status"].filter(pl.col("kind") == "adoption_order")
    moved = latest["involvement"].filter(pl.col("ended_reason") == "moved_accepted_elsewhere")
    wrong = latest["involvement"].filter(pl.col("ended_reason") == "opened_in_error")
    return {
        "died": latest["child"].join(died, on="person_id", how="inner").select("child_id", "until"),
        "adopted": orders.select("child_id", until["started_on"]),
        "moved": moved.select("child_id", until["ended_on"]).drop_nulls().unique(),
        "opened in error": wrong.select("child_id", until["ended_on"]).drop_nulls().unique(),
    }


@pytest.mark.parametrize("how", ["died", "adopted", "moved", "opened in error"])
def test_after_a_record_has_ended_nothing_more_is_recorded(how: str, frames: Frames, latest: Frames) -> None:
    children = _ended(latest)[how]
    assert children.height
    for table in TABLES.values():
        if table.is_about_child:
            assert _after(table, frames[table.name], children, "until").is_empty(), table.name


def test_things_happen_in_their_order(latest: Frames) -> None:
    orders = {
        "assessment": ("started_on", "signed_off_on"),
        "plan": ("started_on", "ended_on"),
        "referral": ("received_on", "decided_on", "referrer_told_on"),
        "hand_over": ("sent_on", "received_on", "accepted_on", "first_contact_on"),
        "pregnancy": ("known_on", "ended_on"),
        "missing_episode": ("missing_from_on", "returned_on", "interview_offered_on", "interview_held_on"),
        "serious_incident": ("occurred_on", "known_on", "notified_on"),
        "action": ("assigned_on", "started_on", "effect_reviewed_on"),
        "disagreement": ("raised_on", "resolved_on", "raiser_told_on"),
        "accommodation": ("started_on", "ended_on"),
        "involvement": ("started_on", "ended_on"),
        "concern": ("incident_on", "identified_on"),
        "information_share": ("happened_on", "acknowledged_on"),
        "exception": ("decided_on", "expires_on"),
    }
    for name, dates in orders.items():
        for first, second in itertools.pairwise(dates):
            wrong = latest[name].filter(pl.col(first) > pl.col(second))
            assert wrong.is_empty(), f"{name}: {first} after {second}: {wrong.head(3).to_dicts()}"

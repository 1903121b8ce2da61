"""What somebody has begun to write: theirs alone, and gone with what it was about."""

from __future__ import annotations

from datetime import timedelta

import pytest
from cast import MONDAY, Partnership
from everyday import days_on, expected_baby, lose, works_with, young_person

from lapwing.conduct.daily import recompute_all
from lapwing.conduct.drafts import discard_draft, discard_old_drafts, draft_of, drafts_of, keep_draft
from lapwing.conduct.permissions import Refused
from lapwing.conduct.subjects import children_of
from lapwing.conduct.verbs.access import declare_family
from lapwing.records.models import Draft, Event
from lapwing.records.scrub import scrubbed
from lapwing.records.store import CannotEnter, NoSuchEntry
from lapwing.records.stored import stored_records

FORM = "observe?child=one"
SAID = {"says": "Content, and smiled at her mother", "basis": "seen"}


@pytest.fixture
def girl(area: Partnership) -> str:
    return young_person(area)


def test_a_draft_is_kept_as_it_was_filled_in_and_the_next_takes_its_place(area: Partnership, girl: str) -> None:
    keep_draft(by=area.as_("Sam Birch"), form=FORM, child=girl, values={"says": "Content"})
    by = area.as_("Sam Birch")
    keep_draft(by=by, form=FORM, child=girl, values=SAID)
    kept = draft_of(by=area.as_("Sam Birch"), form=FORM)
    assert kept is not None
    assert (kept.form, kept.child, kept.values, kept.saved_at) == (FORM, girl, SAID, by.at)
    assert drafts_of(by=area.as_("Sam Birch")) == [kept]


def test_nobody_else_is_shown_a_draft_whatever_their_role(area: Partnership, girl: str) -> None:
    keep_draft(by=area.as_("Sam Birch"), form=FORM, child=girl, values=SAID)
    for name in ("Sela Marsh", "Ada Keys", "Audra Page"):
        assert draft_of(by=area.as_(name), form=FORM) is None
        assert drafts_of(by=area.as_(name)) == []
        discard_draft(by=area.as_(name), form=FORM)
    assert Draft.objects.count() == 1


def test_a_draft_about_no_child_is_kept_for_anybody(area: Partnership) -> None:
    keep_draft(by=area.as_("Ada Keys"), form="open_account", values={"name": "Ivy Lowe"})
    assert [one.form for one in drafts_of(by=area.as_("Ada Keys"))] == ["open_account"]


def test_a_draft_is_thrown_away_by_whoever_wrote_it(area: Partnership, girl: str) -> None:
    keep_draft(by=area.as_("Sam Birch"), form=FORM, child=girl, values=SAID)
    discard_draft(by=area.as_("Sam Birch"), form=FORM)
    discard_draft(by=area.as_("Sam Birch"), form=FORM)
    assert drafts_of(by=area.as_("Sam Birch")) == []


def test_nothing_is_kept_about_a_child_out_of_sight(area: Partnership, girl: str) -> None:
    with pytest.raises(NoSuchEntry):
        keep_draft(by=area.as_("Hazel Ford"), form=FORM, child=girl, values=SAID)
    assert not Draft.objects.exists()


def test_a_draft_is_not_shown_once_the_record_is_closed_to_its_author(area: Partnership, girl: str) -> None:
    works_with(area, "Hazel Ford", child=girl)
    keep_draft(by=area.as_("Hazel Ford"), form=FORM, child=girl, values=SAID)
    declare_family(by=area.as_("Hazel Ford"), on=MONDAY, child=girl)
    assert draft_of(by=area.as_("Hazel Ford"), form=FORM) is None
    assert drafts_of(by=area.as_("Hazel Ford")) == []


def test_after_a_loss_a_draft_is_not_shown_and_the_daily_run_throws_it_away(area: Partnership) -> None:
    pregnancy = expected_baby(area)
    (child,) = children_of("pregnancy", [pregnancy])
    keep_draft(by=area.as_("Mira Wells"), form=FORM, child=child, values=SAID)
    lose(area, pregnancy)
    assert drafts_of(by=area.as_("Mira Wells")) == []
    assert discard_old_drafts(area.as_("Mira Wells").at) == 1


def test_the_daily_run_throws_away_what_nobody_has_touched_for_thirty_days(area: Partnership, girl: str) -> None:
    by = area.as_("Sam Birch")
    keep_draft(by=by, form=FORM, child=girl, values=SAID)
    recompute_all(day=days_on(30), at=by.at + timedelta(days=30))
    assert Draft.objects.count() == 1
    recompute_all(day=days_on(30), at=by.at + timedelta(days=30, minutes=1))
    assert Draft.objects.count() == 0


def test_what_is_longer_than_any_form_is_refused(area: Partnership) -> None:
    with pytest.raises(CannotEnter, match="too long"):
        keep_draft(by=area.as_("Sam Birch"), form=FORM, values={"says": "a" * 100_000})


def test_an_account_that_has_ended_keeps_nothing(area: Partnership) -> None:
    by = area.as_("Sam Birch")
    by.account.ended_at = by.at
    with pytest.raises(Refused, match="This account has ended"):
        keep_draft(by=by, form=FORM, values=SAID)


def test_drafts_are_in_no_export_no_copy_to_share_and_no_log(area: Partnership, girl: str) -> None:
    keep_draft(by=area.as_("Sam Birch"), form=FORM, child=girl, values=SAID)
    records = stored_records()
    for given in (records, scrubbed(records, 1)):
        assert not any(SAID["says"] in given.frame(name).collect().write_csv() for name in given.carried)
    assert not Event.objects.filter(details__contains="Content").exists()

"""Once a child's record has ended, nobody is prompted any more: not by a list, not by a finding, not by a notice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from cast import MONDAY, Partnership, morning
from everyday import days_on, me, works_with

from lapwing.conduct.acting import Acting
from lapwing.conduct.at_work import record_has_ended
from lapwing.conduct.bringing_in import bring_in
from lapwing.conduct.findings import OPEN_OUTCOMES
from lapwing.conduct.may import ANYBODY
from lapwing.conduct.reading import children_within_sight, search, worklist, worklist_without_identities
from lapwing.conduct.verb import VERBS, verb
from lapwing.conduct.verbs.access import break_glass
from lapwing.conduct.verbs.accounts import end_account
from lapwing.conduct.verbs.adoption import record_adoption
from lapwing.conduct.verbs.births import (
    close_as_opened_in_error,
    record_birth,
    record_death,
    record_loss,
    record_loss_of_one,
    record_stillbirth,
    record_termination,
)
from lapwing.conduct.verbs.children import record_pregnancy
from lapwing.conduct.verbs.hand_overs import hand_over, record_acceptance_elsewhere
from lapwing.conduct.verbs.observations import observe
from lapwing.conduct.verbs.people_as_one import confirm_same
from lapwing.conduct.verbs.referrals import acknowledge_referral, refer
from lapwing.records.entries import entries
from lapwing.records.models import Finding, Notification
from lapwing.records.store import Stamp, amend
from lapwing.records.stored import stored_as_recorded
from lapwing.vocabulary.care_codes import HandOverKind, ObservedWhat
from lapwing.vocabulary.work_codes import EvidenceBasis


class Expected:
    """A baby who is expected, referred to social care, with notices that nobody has read."""

    def __init__(self, area: Partnership, *, by: str = "Mira Wells", babies: int = 1) -> None:
        self.area = area
        given = {"given_name": "Anna", "family_name": "Vale", "expected_on": date(2026, 7, 1), "babies": babies}
        self.pregnancy = record_pregnancy(by=area.as_(by), on=MONDAY, **given)
        expected = entries("child").filter(pregnancy=self.pregnancy).order_by("birth_order")
        self.child, *self.others = [str(one.pk) for one in expected]
        to = area.agencies["Social care" if by == "Mira Wells" else "Police"]
        self.referral = refer(by=area.as_(by), on=MONDAY, pregnancy=self.pregnancy, to_agency=to)
        self.referral_of_child = refer(by=area.as_(by), on=MONDAY, child=self.child, to_agency=to)

    def born(self) -> None:
        record_birth(by=self.by("Mira Wells"), on=MONDAY, child=self.child, given_name="Otto")

    def by(self, name: str) -> Acting:
        return self.area.as_(name)


def lost(one: Expected) -> None:
    record_loss(by=one.by("Mira Wells"), on=MONDAY, pregnancy=one.pregnancy)


def terminated(one: Expected) -> None:
    record_termination(by=one.by("Mira Wells"), on=MONDAY, pregnancy=one.pregnancy)


def stillborn(one: Expected) -> None:
    record_stillbirth(by=one.by("Mira Wells"), on=MONDAY, child=one.child)


def died(one: Expected) -> None:
    one.born()
    record_death(by=one.by("Mira Wells"), on=MONDAY, child=one.child)


def adopted(one: Expected) -> None:
    one.born()
    record_adoption(by=one.by("Mona Reed"), on=MONDAY, child=one.child, lives_here=False)


def moved(one: Expected) -> None:
    there = one.area.agency("Social care elsewhere", "childrens_social_care")
    given = {"pregnancy": one.pregnancy, "kind": HandOverKind.AREA_MOVE, "to_agency": there}
    sent = hand_over(by=one.by("Mira Wells"), on=MONDAY, **given)
    record_acceptance_elsewhere(by=one.by("Mira Wells"), on=MONDAY, hand_over=sent, accepted_by_name="Nia Hay")


def opened_in_error(one: Expected) -> None:
    close_as_opened_in_error(by=one.by("Mona Reed"), on=MONDAY, child=one.child, why="There is no pregnancy")


def lost_on_another_record(one: Expected) -> None:
    double = Expected(one.area, by="Sam Birch")
    also = [f"pregnancy {double.pregnancy}"]
    linked = {"table": "child", "keep": one.child, "other": double.child, "why": "One baby", "also": also}
    confirm_same(by=one.by("Ada Keys"), on=MONDAY, **linked)
    record_loss(by=one.by("Sam Birch"), on=MONDAY, pregnancy=double.pregnancy)


ENDINGS = [lost, terminated, stillborn, died, adopted, moved, opened_in_error, lost_on_another_record]
Ending = Callable[[Expected], None]


@pytest.fixture
def baby(area: Partnership, django_capture_on_commit_callbacks: Any) -> Expected:
    with django_capture_on_commit_callbacks(execute=True):
        return Expected(area)


def waiting() -> list[str]:
    """What somebody would still be told."""
    return list(Notification.objects.filter(quiet_at__isnull=True).values_list("what", flat=True))


def test_until_then_there_is_something_to_do(area: Partnership, baby: Expected) -> None:
    assert len(waiting()) == 2
    assert Finding.objects.filter(child=baby.child, outcome__in=OPEN_OUTCOMES).exists()
    assert len(children_within_sight(by=area.as_("Mona Reed"))) == 1
    assert not record_has_ended(baby.child, None)


@pytest.mark.parametrize("ending", ENDINGS)
def test_nothing_waits_anywhere(area: Partnership, baby: Expected, ending: Ending) -> None:
    ending(baby)
    assert waiting() == []
    assert record_has_ended(baby.child, None)
    assert not Finding.objects.filter(outcome__in=OPEN_OUTCOMES).exists()
    for name in ("Mira Wells", "Mona Reed", "Sam Birch"):
        assert children_within_sight(by=area.as_(name)) == []
        assert worklist(by=area.as_(name)) == []
        assert all(one.expected_on is None for one in search(by=area.as_(name), text="Anna Vale"))
    assert worklist_without_identities(by=area.as_("Bea Board")) == []


@pytest.fixture
def telling() -> Any:
    """A verb that tells somebody of the child, of an entry, and of nothing that is of the family."""

    def tell_everything(*, by: Acting, on: date, child: str, referral: str, account: int) -> None:
        by.tell(account, "Of the child", child=child)
        by.tell(account, "Of an entry", table="referral", key=referral)
        by.tell(account, "Of an entry of the child", child=child, table="referral", key=referral)
        by.tell(account, "Of a colleague")

    yield verb(may=ANYBODY)(tell_everything)
    del VERBS["tell_everything"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_no_verb_tells_anybody_afterwards(
    area: Partnership, baby: Expected, ending: Ending, telling: Any, django_capture_on_commit_callbacks: Any
) -> None:
    ending(baby)
    name, account = "Mona Reed", area.accounts["Perry Stone"].pk
    with django_capture_on_commit_callbacks(execute=True):
        telling(by=area.as_(name), on=MONDAY, child=baby.child, referral=baby.referral, account=account)
    assert waiting() == ["Of a colleague"]


def test_what_can_still_be_recorded_is_recorded_quietly(
    area: Partnership, baby: Expected, django_capture_on_commit_callbacks: Any
) -> None:
    works_with(area, "Moss Adair", pregnancy=baby.pregnancy, lead=True)
    lost(baby)
    with django_capture_on_commit_callbacks(execute=True):
        acknowledge_referral(by=area.as_("Sam Birch"), on=MONDAY, referral=baby.referral)
        seen = {"basis": EvidenceBasis.SEEN, "of": ObservedWhat.HOME, "says": "The cot was made", "significant": True}
        observe(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=baby.pregnancy, **seen)
        refer(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=baby.pregnancy, to_agency=area.agencies["Police"])
    assert waiting() == []


def test_of_twins_the_notices_of_the_one_who_lives_stay(
    area: Partnership, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        twins = Expected(area, babies=2)
    with django_capture_on_commit_callbacks(execute=True):
        record_loss_of_one(by=area.as_("Mira Wells"), on=MONDAY, child=twins.child)
        acknowledge_referral(by=area.as_("Sam Birch"), on=MONDAY, referral=twins.referral)
        acknowledge_referral(by=area.as_("Sam Birch"), on=MONDAY, referral=twins.referral_of_child)
    assert [one.called for one in children_within_sight(by=area.as_("Mira Wells"))] == [
        "Unborn child of Anna Vale, 2 of 2"
    ]
    told = Notification.objects.get(account__name="Mira Wells")
    assert (told.key, told.child) == (twins.referral, twins.others[0])
    assert waiting() == ["A referral has come to your agency. It waits for somebody to acknowledge it.", told.what]


def test_a_loss_that_a_feed_tells_of_takes_back_what_nobody_has_read(area: Partnership, baby: Expected) -> None:
    ended = {"ended_on": MONDAY, "outcome": "miscarriage"}
    amend("pregnancy", baby.pregnancy, ended, Stamp(morning(MONDAY), None))
    assert len(waiting()) == 2
    records = stored_as_recorded()
    bring_in(records, feed="maternity", format="folder", source="x", mark="1", at=morning(days_on(1)))
    assert waiting() == []


# What is about colleagues, and of no family


def test_that_a_record_was_opened_in_an_emergency_is_looked_into_whatever_became_of_the_child(
    area: Partnership, baby: Expected, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        break_glass(by=area.as_("Hazel Ford"), on=MONDAY, child=baby.child, reason="Nobody answers")
    lost(baby)
    (told,) = Notification.objects.filter(quiet_at__isnull=True)
    assert (told.account.name, told.child) == ("Heath Lane", None)


def test_that_a_colleague_left_is_told_of_no_child(
    area: Partnership, baby: Expected, django_capture_on_commit_callbacks: Any
) -> None:
    assert me(area, "Mira Wells")
    with django_capture_on_commit_callbacks(execute=True):
        end_account(by=area.as_("Ada Keys"), on=MONDAY, account=area.accounts["Mira Wells"].pk)
    assert Notification.objects.get(account__name="Mona Reed").child is None

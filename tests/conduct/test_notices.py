"""What people were told, how they mark it as read, and what an e-mail may say of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from cast import MONDAY, Partnership
from everyday import days_on, expected_baby

from lapwing.conduct.reading import Notice, WaitsFor, digest, how_many_unread, notices, read_notices
from lapwing.conduct.restrictions import Grounds
from lapwing.conduct.verbs.access import restrict_record
from lapwing.conduct.verbs.accounts import end_account
from lapwing.conduct.verbs.births import record_loss
from lapwing.conduct.verbs.hand_overs import hand_over
from lapwing.conduct.verbs.referrals import acknowledge_referral, refer
from lapwing.records.models import Event, Notification
from lapwing.vocabulary.care_codes import HandOverKind

ARRIVED = "A referral has come to your agency. It waits for somebody to acknowledge it."


def referred(area: Partnership, pregnancy: str) -> str:
    return refer(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, to_agency=area.agencies["Social care"])


@pytest.fixture(autouse=True)
def told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """People are told once all is stored; a test stores nothing for good, so here they are told with each verb."""
    monkeypatch.setattr("lapwing.conduct.verb.transaction.on_commit", lambda tell: tell())


@pytest.fixture
def pregnancy(area: Partnership) -> str:
    return expected_baby(area)


def told(area: Partnership, name: str, days: int = 0) -> list[Notice]:
    return notices(by=area.as_(name, days_on(days)))


def test_a_notice_says_what_it_is_about_and_where_to_look(area: Partnership, pregnancy: str) -> None:
    referral = referred(area, pregnancy)
    (one,) = told(area, "Sela Marsh")
    assert (one.what, one.table, one.key, one.read_at) == (ARRIVED, "referral", referral, None)
    assert one.child is not None


def test_what_was_not_read_comes_first_and_what_was_read_goes_after_thirty_days(
    area: Partnership, pregnancy: str
) -> None:
    referred(area, pregnancy)
    (first,) = told(area, "Sela Marsh")
    assert read_notices(by=area.as_("Sela Marsh"), up_to=first.number) == 1
    referred(area, pregnancy)
    later, earlier = told(area, "Sela Marsh")
    assert (later.read_at, earlier.number) == (None, first.number)
    assert [one.number for one in told(area, "Sela Marsh", 29)] == [later.number, earlier.number]
    assert [one.number for one in told(area, "Sela Marsh", 31)] == [later.number]


def test_only_so_many_are_given(area: Partnership, pregnancy: str) -> None:
    for _ in range(3):
        referred(area, pregnancy)
    assert len(notices(by=area.as_("Sela Marsh"), at_most=2)) == 2


def test_marking_as_read_touches_ones_own_notices_up_to_that_one(area: Partnership, pregnancy: str) -> None:
    referred(area, pregnancy)
    referred(area, pregnancy)
    later, first = told(area, "Sela Marsh")
    assert read_notices(by=area.as_("Heath Lane"), up_to=later.number) == 0
    assert read_notices(by=area.as_("Sela Marsh"), up_to=first.number) == 1
    assert how_many_unread(area.accounts["Sela Marsh"]) == 1


def test_reading_and_marking_are_kept_in_the_log_as_numbers(area: Partnership, pregnancy: str) -> None:
    referred(area, pregnancy)
    told(area, "Sela Marsh")
    read_notices(by=area.as_("Sela Marsh"), up_to=10**9)
    details = [one.details for one in Event.objects.filter(verb="read").order_by("place")]
    assert details == ['{"count": 1, "what": "notices"}', '{"count": 1, "what": "notices marked as read"}']


def test_after_a_loss_nobody_is_shown_what_they_were_told_read_or_not(area: Partnership, pregnancy: str) -> None:
    referral = referred(area, pregnancy)
    acknowledge_referral(by=area.as_("Sam Birch"), on=MONDAY, referral=referral)
    read_notices(by=area.as_("Mira Wells"), up_to=10**9)
    assert [len(told(area, name)) for name in ("Sela Marsh", "Mira Wells")] == [1, 1]
    record_loss(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy)
    assert [told(area, name) for name in ("Sela Marsh", "Mira Wells")] == [[], []]
    assert Notification.objects.exists()


def test_of_a_record_that_is_no_longer_open_it_says_no_more_than_that(area: Partnership, pregnancy: str) -> None:
    referral = referred(area, pregnancy)
    (before,) = told(area, "Sela Marsh")
    child = str(before.child)
    restrict_record(
        by=area.as_("Mona Reed"), on=MONDAY, child=child, grounds=Grounds.OFFENCE, says="The police ask it."
    )
    (one,) = told(area, "Sela Marsh")
    assert (one.what, one.child, one.table, one.key) == (ARRIVED, None, None, None)
    assert {child, referral}.isdisjoint(repr(one).split("'"))


def test_whoever_opens_no_records_has_notices_too(area: Partnership) -> None:
    assert [told(area, name) for name in ("Bea Board", "Audra Page", "Ada Keys")] == [[], [], []]


# The daily e-mail


def test_a_digest_has_sentences_and_numbers_and_no_name_or_key(area: Partnership, pregnancy: str) -> None:
    hand_over(
        by=area.as_("Mira Wells"),
        on=MONDAY,
        pregnancy=pregnancy,
        kind=HandOverKind.POSTNATAL_TRANSFER,
        to_agency=area.agencies["Health visiting"],
    )
    referred(area, pregnancy)
    referred(area, pregnancy)
    by = area.as_("Sela Marsh", days_on(7))
    found = digest(by.account, by.at)
    assert found is not None
    assert found.told == ((ARRIVED, 2),)
    assert found.waits == ((WaitsFor.REFERRAL_TO_US, 2, 2),)
    said = repr(found)
    assert not any(one in said for one in ("Anna", "Vale", pregnancy, "Mira"))
    assert not Event.objects.filter(by=by.account).exists()


def test_there_is_no_digest_where_there_is_nothing_to_say(area: Partnership) -> None:
    by = area.as_("Perry Stone")
    assert digest(by.account, by.at) is None


def test_whoever_has_left_is_sent_nothing(area: Partnership, pregnancy: str) -> None:
    referred(area, pregnancy)
    sela = area.accounts["Sela Marsh"]
    end_account(by=area.as_("Ada Keys"), on=MONDAY, account=sela.pk)
    sela.refresh_from_db()
    assert digest(sela, area.as_("Ada Keys").at + timedelta(days=1)) is None

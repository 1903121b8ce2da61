"""The daily e-mail: what it says, to whom it goes, and that it never says of whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from smtplib import SMTPException
from typing import Any

import pytest
from cast import MONDAY, Partnership, morning
from django.core import mail
from django.test import Client
from everyday import days_on, expected_baby, father, lose, me
from pages_read import main, page

from lapwing.conduct.events import faults_in_log
from lapwing.conduct.reading import Digest, WaitsFor
from lapwing.conduct.reminding import remind_all
from lapwing.conduct.verbs.hand_overs import hand_over
from lapwing.conduct.verbs.referrals import refer
from lapwing.conduct.verbs.sharing import share
from lapwing.demonstration.inventing import invent
from lapwing.records.entries import entries
from lapwing.records.models import Account, Event
from lapwing.records.store import Stamp, add, amend
from lapwing.vocabulary.care_codes import HandOverKind
from lapwing.web.mailing import SUBJECT, WORDS, letter, send_digest
from lapwing.web.showing.work import KINDS

pytestmark = pytest.mark.django_db
SignedIn = Callable[[str], Client]
HERE = "https://lapwing.area.example"


def send(to: str, found: Digest) -> None:
    send_digest(to, found, at=HERE)


def remind(days: int = 0) -> tuple[int, int]:
    """How many e-mails were sent on a morning, and how many could not be."""
    done = remind_all(at=morning(days_on(days)), send=send)
    return done.sent, done.failed


@pytest.fixture
def pregnancy(area: Partnership, django_capture_on_commit_callbacks: Any) -> str:
    """A pregnancy that is handed over to a health visitor, a referral that nobody answered, and a message."""
    with django_capture_on_commit_callbacks(execute=True):
        key = expected_baby(area)
        whom = {"to_agency": area.agencies["Health visiting"], "to_practitioner": me(area, "Hazel Ford")}
        hand_over(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=key, kind=HandOverKind.ANTENATAL_NOTICE, **whom)
        share(
            by=area.as_("Mira Wells"), on=MONDAY, pregnancy=key, what="Anna Vale lives with her aunt", reason="To help",
            **whom,
        )  # fmt: skip
        refer(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=key, to_agency=area.agencies["Social care"])
    return key


def test_everybody_for_whom_something_waits_gets_one_e_mail_a_day(area: Partnership, pregnancy: str) -> None:
    assert remind() == (len(mail.outbox), 0)
    assert {"hazel.ford@example.org", "mira.wells@example.org"} <= {one.to[0] for one in mail.outbox}
    sent = len(mail.outbox)
    assert remind() == (0, 0)
    assert remind(days=1) == (sent, 0)


def test_nobody_gets_one_for_whom_nothing_waits(area: Partnership) -> None:
    assert remind() == (0, 0)


def test_it_says_what_waits_with_its_number_and_the_page_where_it_is_done(area: Partnership, pregnancy: str) -> None:
    remind(days=10)
    (one,) = (one for one in mail.outbox if one.to == ["hazel.ford@example.org"])
    for body in (one.body, one.alternatives[0][0]):
        assert "1 hand-over that nobody has accepted (1 overdue)" in body
        assert f"{HERE}/work?kind=for_you" in body
        assert "Work was handed over to you" in body or "handed over" in body
        assert f"{HERE}/notices" in body
        assert f"{HERE}/you" in body
        assert "No names are in this e-mail." in body
    assert one.alternatives[0][1] == "text/html"


def test_each_run_is_in_the_log_by_account_and_number_alone(area: Partnership, pregnancy: str) -> None:
    remind()
    logged = Event.objects.filter(verb="remind")
    assert logged.count() == len(mail.outbox)
    assert {one.by_id for one in logged} == {None}
    assert not any("@" in one.details for one in logged)
    assert list(faults_in_log()) == []


def test_after_a_loss_it_says_nothing_of_it(area: Partnership, pregnancy: str) -> None:
    lose(area, pregnancy)
    assert remind() == (0, 0)


def test_who_has_gone_gets_none(area: Partnership, pregnancy: str) -> None:
    Account.objects.update(ended_at=morning(MONDAY), is_active=False)
    assert remind() == (0, 0)


def test_one_that_cannot_be_sent_holds_up_no_other_and_is_tried_again(area: Partnership, pregnancy: str) -> None:
    def down_for_hazel(to: str, found: Digest) -> None:
        if to.startswith("hazel"):
            raise SMTPException
        send(to, found)

    done = remind_all(at=morning(MONDAY), send=down_for_hazel)
    assert (done.sent, done.failed) == (len(mail.outbox), 1)
    assert remind() == (1, 0)
    assert mail.outbox[-1].to == ["hazel.ford@example.org"]


def test_somebody_can_do_without_and_come_back(area: Partnership, pregnancy: str, signed_in: SignedIn) -> None:
    browser = signed_in("Hazel Ford")
    answer = browser.post("/you/daily-e-mail", {"wanted": "no"}, follow=True)
    assert "You get no daily e-mail any more." in answer.content.decode()
    remind()
    assert "hazel.ford@example.org" not in [one.to[0] for one in mail.outbox]
    assert "Send me the daily e-mail" in main(page(browser, "/you"))
    browser.post("/you/daily-e-mail", {"wanted": "yes"})
    remind()
    assert mail.outbox[-1].to == ["hazel.ford@example.org"]
    assert Event.objects.filter(verb="want_digest").count() == 2


def test_everything_that_may_wait_has_its_words_and_its_list() -> None:
    assert set(WORDS) == set(WaitsFor) == set(KINDS)


def test_what_reads_as_markup_is_said_as_it_is() -> None:
    one = letter(Digest(told=(("A <b> & c", 2),), waits=()), HERE)
    assert "- A <b> & c (2 times)" in one.text
    assert "A &lt;b&gt; &amp; c (2 times)" in one.html


# No identity, ever


ADDRESS = ("address", "postcode")


def particulars() -> Iterator[str]:
    """What the record says of anybody of a family: names, numbers, days of birth as people write them, addresses."""
    for row in entries("person").values("given_name", "family_name", "nhs_number", "born_on"):
        yield from (row[name] for name in ("given_name", "family_name", "nhs_number") if row[name])
        if row["born_on"]:
            yield from (row["born_on"].isoformat(), f"{row['born_on'].day} {row['born_on']:%B %Y}")
    for row in entries("other_name").values("given_name", "family_name"):
        yield from (value for value in row.values() if value)
    for row in entries("address").values(*ADDRESS):
        yield from (value for value in row.values() if value)
    yield from entries("child").values_list("pk", flat=True)
    yield from entries("pregnancy").values_list("pk", flat=True)


def told_of_nobody() -> None:
    """No e-mail that was sent has anything of anybody in it."""
    sent = [one for one in mail.outbox if one.subject == SUBJECT]
    assert sent
    bodies = "\n".join(f"{one.body}\n{one.alternatives[0][0]}" for one in sent)
    said = set(re.findall(r"[\w-]+", bodies.lower()))
    for one in particulars():
        words = re.findall(r"[\w-]+", one.lower())
        assert len(words) > 1 or words[0] not in said, "somebody is named"
        assert one.lower() not in bodies.lower(), "somebody is named"


def test_no_e_mail_names_anybody_of_a_family(area: Partnership, pregnancy: str) -> None:
    at = area.as_("Mira Wells")
    stamp = Stamp(at.at, at.account.pk)
    mother = entries("pregnancy").get(pk=pregnancy).mother_id
    amend("person", mother, {"nhs_number": "9990000018", "born_on": date(1999, 4, 3)}, stamp)
    add("address", {"person_id": mother, "address": "7 Larkspur Row", "postcode": "ZZ99 9ZZ"}, stamp)
    father(area, pregnancy)
    remind()
    assert len(list(particulars())) >= 8
    told_of_nobody()


@pytest.mark.long  # tells the stories of the whole invented partnership
def test_no_e_mail_in_the_invented_partnership_names_anybody(db: None, django_capture_on_commit_callbacks: Any) -> None:
    today = date(2026, 6, 1)
    with django_capture_on_commit_callbacks(execute=True):
        invent(20, 1, today)
    done = remind_all(at=morning(today), send=send)
    assert done.sent > 5
    told_of_nobody()

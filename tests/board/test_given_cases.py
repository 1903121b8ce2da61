"""Records given by name: to people who read cases, to read and nothing more, and only while nothing stands against it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from cast import MONDAY, Partnership
from django.test import Client
from everyday import works_with
from test_tracing import draw, give, handed_over, trace

from lapwing.board.reading.given_cases import cases_given, cases_given_out
from lapwing.board.reading.traced_cases import hand_overs_to_trace
from lapwing.board.tracing import drawn
from lapwing.board.verbs.given_cases import give_case, take_case_back
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.reading import read_child
from lapwing.conduct.restrictions import Grounds
from lapwing.conduct.verbs.access import declare_family, restrict_record
from lapwing.conduct.verbs.children import open_record
from lapwing.conduct.verbs.sharing import decide_not_to_share
from lapwing.records.entries import entries
from lapwing.records.models import Role
from lapwing.records.store import NoSuchEntry
from lapwing.vocabulary.board.codes import TaskKind

UNTIL = MONDAY + timedelta(days=14)
SignedIn = Callable[[str], Client]


def child_of_maternity(area: Partnership) -> str:
    child = open_record(
        by=area.as_("Mira Wells"), on=MONDAY, given_name="Ana", family_name="Quillfeather", born_on=MONDAY
    )
    works_with(area, "Mona Reed", child=child)
    return child


def given_to(area: Partnership, child: str, name: str = "Sol Quill") -> str:
    return give_case(
        by=area.as_("Mona Reed"), on=area.day, child=child, account=area.accounts[name].pk, task=TaskKind.SCRUTINY,
        reason="To look at a hand-over", until_on=UNTIL,
    )  # fmt: skip


def restricted(area: Partnership, child: str) -> None:
    restrict_record(
        by=area.as_("Mona Reed"), on=area.day, child=child, grounds=Grounds.RISK_OF_INJURY, says="He looks for them",
        may_read=[str(area.accounts["Mona Reed"].practitioner_id)],
    )  # fmt: skip


def test_a_case_is_read_by_whoever_it_was_given_to_until_it_is_taken_back(area: Partnership) -> None:
    child = child_of_maternity(area)
    key = given_to(area, child)
    assert read_child(by=area.as_("Sol Quill"), child=child)
    with pytest.raises(NoSuchEntry):
        read_child(by=area.as_("Bea Board"), child=child)
    take_case_back(by=area.as_("Mona Reed"), on=area.day, given_case=key)
    with pytest.raises(NoSuchEntry):
        read_child(by=area.as_("Sol Quill"), child=child)


def test_what_an_officer_gave_is_not_taken_for_that_of_a_manager_without_a_post(area: Partnership) -> None:
    (child,) = handed_over(area, 1)
    works_with(area, "Mona Reed", child=child)
    (case,) = draw(area).cases
    give(area, case.key)
    (key,) = entries("given_case").values_list("pk", flat=True)
    without = area.account("Otto Vale", Role.MANAGER, "Police")
    without.practitioner = None
    without.save()
    assert cases_given_out(by=area.as_("Otto Vale")) == []
    with pytest.raises(Refused):
        take_case_back(by=area.as_("Otto Vale"), on=area.day, given_case=key)


def test_who_gave_a_case_sees_it_among_those_they_gave(area: Partnership) -> None:
    child = child_of_maternity(area)
    key = given_to(area, child)
    assert [(one.given_case, one.reader) for one in cases_given_out(by=area.as_("Mona Reed"))] == [(key, "Sol Quill")]


def test_a_given_case_opens_reading_and_nothing_else(area: Partnership) -> None:
    child = child_of_maternity(area)
    area.account("Otis Farrow", Role.PRACTITIONER, "Social care")
    given_to(area, child, "Otis Farrow")
    with pytest.raises((NoSuchEntry, Refused)):
        decide_not_to_share(
            by=area.as_("Otis Farrow"), on=area.day, child=child, to_agency=area.agencies["Police"], reason="Not now"
        )


def test_a_case_that_was_restricted_since_is_no_longer_named_to_whoever_it_was_given_to(
    area: Partnership, signed_in: SignedIn
) -> None:
    child = child_of_maternity(area)
    given_to(area, child)
    restricted(area, child)
    assert cases_given(by=area.as_("Sol Quill")) == []
    page = signed_in("Sol Quill").get("/board/given").content.decode()
    assert "Quillfeather" not in page
    assert child not in page


def test_a_child_of_ones_own_family_is_no_longer_named_as_given(area: Partnership) -> None:
    child = child_of_maternity(area)
    given_to(area, child, "Moss Adair")
    assert [one.child for one in cases_given(by=area.as_("Moss Adair"))] == [child]
    declare_family(by=area.as_("Moss Adair"), on=area.day, child=child)
    assert cases_given(by=area.as_("Moss Adair")) == []


def test_a_hand_over_to_trace_is_gone_once_its_record_is_restricted(area: Partnership) -> None:
    (child,) = handed_over(area, 1)
    works_with(area, "Mona Reed", child=child)
    (case,) = draw(area).cases
    give(area, case.key)
    restricted(area, child)
    assert hand_overs_to_trace(by=area.as_("Audra Page")) == []
    with pytest.raises((NoSuchEntry, Refused)):
        trace(area, case.key)


def test_no_record_is_given_to_a_system_or_to_whoever_looks_after_accounts(area: Partnership) -> None:
    child = child_of_maternity(area)
    system = area.account("A feed", Role.PRACTITIONER, "Maternity")
    system.is_system = True
    system.save()
    for name in ("A feed", "Ada Keys"):
        with pytest.raises(NotPossible, match="reads cases"):
            given_to(area, child, name)


def test_a_given_case_is_closed_to_whoever_looks_after_accounts_since(area: Partnership) -> None:
    child = child_of_maternity(area)
    given_to(area, child)
    account = area.accounts["Sol Quill"]
    account.role = Role.ADMINISTRATOR
    account.save()
    with pytest.raises((NoSuchEntry, Refused)):
        read_child(by=area.as_("Sol Quill"), child=child)
    assert cases_given(by=area.as_("Sol Quill")) == []


def test_numbers_of_traced_cases_do_not_follow_the_draw(area: Partnership, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who knows some hand-overs by their keys could otherwise work out from the seed which number is whose."""
    monkeypatch.setattr("random.SystemRandom.shuffle", lambda _, numbers: numbers.reverse())
    handed_over(area, 5)
    draw(area)
    cases = entries("traced_case").order_by("number").values_list("hand_over", flat=True)
    every = [key for key, _ in drawn(seed=7, since=MONDAY - timedelta(days=90), until=MONDAY)]
    assert list(cases) == every[::-1]

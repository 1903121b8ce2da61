"""How pre-birth assessments are assured: what the records show of each element goes before what somebody says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from cast import MONDAY, Partnership
from django.test import Client

from lapwing.board.reading import prebirth_quality
from lapwing.board.reading.audits import QualityOfPrebirth
from lapwing.board.reading.prebirth_quality import Element, prebirth_system
from lapwing.board.verbs.policies_in_force import enter_policy, sign_off_policy
from lapwing.board.verbs.prebirth_quality import review_prebirth_system, say_of_element
from lapwing.records.store import CannotEnter, Stamp, add, amend
from lapwing.vocabulary.board.register_codes import PolicyKind, Standing, SystemElement

SignedIn = Callable[[str], Client]


def element(area: Partnership, which: SystemElement) -> Element:
    return next(one for one in prebirth_system(by=area.as_("Sol Quill")).elements if one.element is which)


def test_of_an_element_nobody_spoke_of_nothing_can_be_told(area: Partnership) -> None:
    found = element(area, SystemElement.DOUBLE_MARKING)
    assert (found.standing, found.shows) == (Standing.CANNOT_TELL, "Nobody has said, and no record shows it.")


def test_what_somebody_says_stands_where_no_record_shows_more(area: Partnership) -> None:
    say_of_element(
        by=area.as_("Bea Board"), on=MONDAY, element=SystemElement.DOUBLE_MARKING, standing=Standing.NOT_EVIDENCED
    )
    found = element(area, SystemElement.DOUBLE_MARKING)
    assert (found.standing, found.from_records) == (Standing.NOT_EVIDENCED, False)
    assert found.said is not None
    assert (found.said.by, found.said.said_on) == ("Bea Board", MONDAY)


def test_what_is_in_place_with_evidence_has_evidence(area: Partnership) -> None:
    with pytest.raises(CannotEnter, match="evidence"):
        say_of_element(
            by=area.as_("Bea Board"), on=MONDAY, element=SystemElement.RE_AUDIT, standing=Standing.WITH_EVIDENCE
        )


def test_a_standard_goes_by_the_register_whatever_is_said(area: Partnership) -> None:
    say_of_element(
        by=area.as_("Bea Board"), on=MONDAY, element=SystemElement.STANDARD, standing=Standing.WITH_EVIDENCE,
        evidence="We have one.",
    )  # fmt: skip
    assert element(area, SystemElement.STANDARD).standing is Standing.NOT_IN_PLACE
    key = enter_policy(
        by=area.as_("Bea Board"), kind=PolicyKind.PREBIRTH_STANDARD, name="Our standard", in_force_on=MONDAY,
        review_on=MONDAY + timedelta(days=1),
    )  # fmt: skip
    assert element(area, SystemElement.STANDARD).standing is Standing.NOT_EVIDENCED
    sign_off_policy(by=area.as_("Bea Board"), on=MONDAY, policy=key, signed_off_by="The executive")
    found = element(area, SystemElement.STANDARD)
    assert found.standing is Standing.WITH_EVIDENCE
    assert found.shows == "Our standard, signed off by The executive on 1 June 2026."
    area.day = MONDAY + timedelta(days=2)
    assert element(area, SystemElement.STANDARD).standing is Standing.NOT_EVIDENCED


def test_sign_off_is_not_told_while_it_is_not_counted(area: Partnership) -> None:
    assert element(area, SystemElement.SIGN_OFF).standing is Standing.CANNOT_TELL


AUDITED = QualityOfPrebirth(
    done_this_month=5, expected_a_month=5, done=60, months_short=0, marked=40, doubly_marked=10,
    agreement=("8 of 10 the same",), actions_open=0, actions_done=0, re_audits=1, quick_sign_offs="None was signed off at once.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("which", "changed", "expected"),
    [
        (SystemElement.DIP_SAMPLE, {}, Standing.WITH_EVIDENCE),
        (SystemElement.DIP_SAMPLE, {"months_short": 2}, Standing.NOT_EVIDENCED),
        (SystemElement.DIP_SAMPLE, {"done": 0}, Standing.NOT_IN_PLACE),
        (SystemElement.DOUBLE_MARKING, {}, Standing.WITH_EVIDENCE),
        (SystemElement.DOUBLE_MARKING, {"doubly_marked": 0}, Standing.NOT_IN_PLACE),
        (SystemElement.DOUBLE_MARKING, {"marked": 0, "doubly_marked": 0}, Standing.CANNOT_TELL),
        (SystemElement.RE_AUDIT, {}, Standing.WITH_EVIDENCE),
        (SystemElement.RE_AUDIT, {"re_audits": 0}, Standing.CANNOT_TELL),
    ],
)
def test_samples_double_marking_and_re_audits_go_by_the_audits(
    area: Partnership,
    monkeypatch: pytest.MonkeyPatch,
    which: SystemElement,
    changed: dict[str, Any],
    expected: Standing,
) -> None:
    audited = replace(AUDITED, **changed)
    monkeypatch.setattr(prebirth_quality, "quality_of_prebirth", lambda by: audited)
    assert element(area, which).standing is expected


def test_no_sample_is_on_record_where_nothing_was_audited(area: Partnership) -> None:
    found = element(area, SystemElement.DIP_SAMPLE)
    assert found.shows == "None was sampled in twelve months; 5 a month are expected."


def test_overdue_actions_are_no_evidence(area: Partnership) -> None:
    values = {"says": "Train managers.", "lesson": "B17.2", "due_on": MONDAY - timedelta(days=1)}
    key = add("board_action", values, Stamp(area.as_("Bea Board").at, None))
    found = element(area, SystemElement.ACTIONS)
    assert (found.standing, found.shows) == (
        Standing.NOT_EVIDENCED,
        "0 of 1 actions are done; 1 of the others is overdue.",
    )
    amend("board_action", key, {"done_on": MONDAY}, Stamp(area.as_("Bea Board").at, None))
    assert element(area, SystemElement.ACTIONS).standing is Standing.WITH_EVIDENCE


def test_the_system_is_reviewed_every_year(area: Partnership) -> None:
    assert element(area, SystemElement.REVIEW).standing is Standing.NOT_IN_PLACE
    review_prebirth_system(by=area.as_("Bea Board"), on=MONDAY, says="Goes on as it is.", evidence="Minute 7")
    assert element(area, SystemElement.REVIEW).standing is Standing.WITH_EVIDENCE
    area.day = date(2027, 6, 2)
    found = element(area, SystemElement.REVIEW)
    assert found.shows == "Last reviewed on 1 June 2026; the next review was due on 1 June 2027."
    assert found.standing is Standing.NOT_EVIDENCED


def test_the_page_and_its_file_show_every_element(area: Partnership, signed_in: SignedIn) -> None:
    browser = signed_in("Audra Page")
    for address in ("/board/registers/pre-birth-assessments", "/board/registers/pre-birth-assessments.csv"):
        said = browser.get(address).content.decode()
        assert all(one.label in said for one in SystemElement)
    assert "/do/say_of_element" not in browser.get("/board/registers/pre-birth-assessments").content.decode()

"""What people write for everybody of the Board has no child's number, day or postcode in it, in whichever part they write it."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from audited import Audit
from cast import MONDAY, Partnership
from test_tracing import draw, handed_over

from lapwing.board.verbs.audit_rounds import close_audit_round, write_audit_finding
from lapwing.board.verbs.staff_pulse import note_good_practice, open_pulse
from lapwing.board.verbs.tracing_rounds import set_traced_case_aside
from lapwing.board.verbs.yearly_reports import begin_yearly_report, revise_report_part, write_report_part
from lapwing.records.store import CannotEnter
from lapwing.vocabulary.board.audit_codes import FindingKind
from lapwing.vocabulary.board.reports import ReportPart

TOO_MUCH = ("The child with 943 476 5919", "Of the baby born on 3 May 2026", "The family in ZZ99 1AA")


def refused() -> object:
    return pytest.raises(CannotEnter, match=re.compile("a child might be known"))


@pytest.mark.parametrize("says", TOO_MUCH)
def test_an_audit_round_says_nothing_of_a_childs_particulars(area: Partnership, says: str) -> None:
    audit, bea = Audit(area), area.as_("Bea Board")
    for named in ("round_title", "why_now"):
        with refused():
            audit.plan(**{named: says})
    audit.plan()
    with refused():
        write_audit_finding(
            by=bea, on=MONDAY, audit_round=audit.key, finding_kind=FindingKind.COULD_IMPROVE, finding=says
        )
    with refused():
        close_audit_round(by=bea, on=MONDAY, audit_round=audit.key, what_follows=says)


@pytest.mark.parametrize("says", TOO_MUCH)
def test_neither_does_a_hand_over_that_is_set_aside(area: Partnership, says: str) -> None:
    handed_over(area, 6)
    (first, *_) = draw(area).cases
    with refused():
        set_traced_case_aside(by=area.as_("Bea Board"), traced_case=first.key, reason=says, on=MONDAY)


@pytest.mark.parametrize("says", TOO_MUCH)
def test_neither_does_good_practice_or_a_pulse(area: Partnership, says: str) -> None:
    for given in ({"says": says}, {"says": "They rang at once.", "to_learn": says}):
        with refused():
            note_good_practice(by=area.as_("Sol Quill"), on=MONDAY, **given)
    with refused():
        open_pulse(by=area.as_("Bea Board"), on=MONDAY, pulse_title=says, closes_on=MONDAY + timedelta(days=9))


@pytest.mark.parametrize("says", TOO_MUCH)
def test_neither_does_a_report_that_is_published(area: Partnership, says: str) -> None:
    bea = area.as_("Bea Board")
    report = begin_yearly_report(by=bea, on=MONDAY, year=2025)
    with refused():
        write_report_part(by=bea, on=MONDAY, yearly_report=report, part=ReportPart.FOREWORD, says=says)
    part = write_report_part(by=bea, on=MONDAY, yearly_report=report, part=ReportPart.FOREWORD, says="A year.")
    with refused():
        revise_report_part(by=bea, on=MONDAY, report_part=part, says=says)

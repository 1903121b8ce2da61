"""What the Board holds about the children of whom there is much to keep: figures, an audit, a trace, cases given, learning."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import polars as pl
from audited import DUE, Audit
from cast import MONDAY, Partnership

from lapwing.board.verbs.audit_rounds import name_audit_case, write_audit_finding
from lapwing.board.verbs.board_actions import give_board_action
from lapwing.board.verbs.briefings import issue_briefing, write_briefing
from lapwing.board.verbs.commentaries import comment
from lapwing.board.verbs.given_cases import give_case
from lapwing.board.verbs.learning import begin_learning, choose_practice_check
from lapwing.board.verbs.staff_pulse import open_pulse
from lapwing.board.verbs.tracing_rounds import draw_hand_overs, give_traced_case
from lapwing.board.verbs.yearly_reports import begin_yearly_report, publish_report, write_report_part
from lapwing.engine.measure import Measure
from lapwing.engine.measuring import UNIT
from lapwing.engine.publishing import publish
from lapwing.engine.recoding import first_days
from lapwing.measures import MEASURES
from lapwing.records.entries import entries
from lapwing.records.models import Measured
from lapwing.vocabulary.board.audit_codes import FindingKind, HowNamed, PartKind, SampleMethod
from lapwing.vocabulary.board.codes import ArisesFrom, TaskKind
from lapwing.vocabulary.board.learning import CheckedBy
from lapwing.vocabulary.board.reports import ReportPart

OTHERS = 40
"""So many other children every measure looks at, so that pages tell numbers."""
FEWEST = 5


def all_that_the_board_holds(area: Partnership, children: dict[str, str], says: str) -> None:
    """Something of these children in every part of the Board; `says` is what an auditor wrote of a case."""
    _counted(list(children.values()))
    case = _audit(area, children["refuge"], says)
    _traced(area, children["refuge"])
    give_case(
        by=area.as_("Sela Marsh"), on=MONDAY, child=children["private"], account=area.accounts["Sol Quill"].pk,
        task=TaskKind.SCRUTINY, reason="To look at what was done", until_on=DUE,
    )  # fmt: skip
    _learning(area, case)
    _report(area)


def _counted(children: list[str]) -> None:
    """Every measure as counted of these children and of others, half of whom it holds of."""
    until = MONDAY
    of_subject: dict[object, dict[str, pl.DataFrame]] = {}
    for code, measure in MEASURES.items():
        keys = [*children, *(f"child-{number}" for number in range(OTHERS))]
        rows = [_unit(key, number, measure) for number, key in enumerate(keys)]
        frame = pl.DataFrame(rows, schema={**UNIT, **dict.fromkeys(measure.by, pl.String())})
        of_subject.setdefault(measure.about, {})[code] = frame
    for some in of_subject.values():
        for code, told in publish(some, until, FEWEST).items():
            kept = BytesIO()
            some[code].write_parquet(kept)
            Measured.objects.create(
                code=code, counted_on=MONDAY, since=first_days(until)[0], until=until, rule_version="1",
                settings_version="1", units=kept.getvalue(), told=told.written(), why_not="",
            )  # fmt: skip


def _unit(child: str, number: int, measure: type[Measure]) -> dict[str, object]:
    placed = {"agency": None, "team": None, "age_group": "under_1", "sex": "female", "ethnicity": "white"}
    span = number if measure.span is not None else None
    said = {"on": date(2026, 2, 1), "span": span, "status": ("met", "not_met")[number % 2], "disability": "no"}
    return {"child": child, "subject": child, **placed, **said, **dict.fromkeys(measure.by)}


def _audit(area: Partnership, child: str, says: str) -> str:
    """A round with a case of this child, marked twice and differently, so that somebody has to settle it."""
    audit = Audit(area)
    audit.plan(method=SampleMethod.PURPOSIVE)
    name_audit_case(
        by=area.as_("Mona Reed"), on=MONDAY, child=child, audit_round=audit.key, how_named=HowNamed.PURPOSE, reason=says
    )
    (case,) = audit.cases()
    first = audit.give(case, "Audra Page")
    second = audit.give(case, "Nora Pike", kind=PartKind.SECOND)
    audit.mark(first, "Audra Page", "Good", "yes", says)
    audit.mark(second, "Nora Pike", "Poor", "no", says)
    audit.give(case, "Nell Frost", kind=PartKind.MODERATION)
    write_audit_finding(
        by=area.as_("Bea Board"), on=MONDAY, audit_round=audit.key, finding_kind=FindingKind.COULD_IMPROVE,
        finding="Assessments begin late.",
    )  # fmt: skip
    return audit.key


def _traced(area: Partnership, child: str) -> None:
    """Hand-overs that are traced, that of this child by somebody of another agency."""
    draw_hand_overs(by=area.as_("Bea Board"), on=MONDAY, due_on=DUE, seed=7)
    (case,) = entries("traced_case").filter(child=child).values_list("pk", flat=True)
    give_traced_case(by=area.as_("Bea Board"), on=MONDAY, traced_case=case, account=area.accounts["Nora Pike"].pk)


def _learning(area: Partnership, audit_round: str) -> None:
    bea = area.as_("Bea Board")
    item = begin_learning(
        by=bea, on=MONDAY, title="Assessments come late", learned="Nobody asked for an assessment.",
        arises_from=ArisesFrom.AUDIT, arises_from_key=audit_round, lessons=["B17.1"],
    )  # fmt: skip
    choose_practice_check(
        by=bea, on=MONDAY, learning_item=item, checked_by=CheckedBy.MEASURE, measure="before_birth.assessed",
        due_on=date(2026, 11, 2),
    )  # fmt: skip
    give_board_action(
        by=bea, on=MONDAY, says="Put the list into the booking form.", arises_from=ArisesFrom.AUDIT, learning_item=item,
        lesson="B17.1", owner_account=area.accounts["Mona Reed"].pk, due_on=DUE,
    )  # fmt: skip
    briefing = write_briefing(
        by=bea, on=MONDAY, learning_item=item, title="Assess before birth", happened="Several services knew.",
        matters="Waiting leaves no time.", differently="Refer early.", questions="Who refers here?", more="The procedure.",
    )  # fmt: skip
    for name in ("Mira Wells", "Audra Page", "Sol Quill"):
        issue_briefing(by=bea, on=MONDAY, briefing=briefing, to_account=area.accounts[name].pk)
    comment(by=area.as_("Sol Quill"), on=MONDAY, about="before_birth.assessed", says="Half of them came late.")
    open_pulse(by=bea, on=MONDAY, pulse_title="Summer", closes_on=MONDAY + timedelta(days=30))


def _report(area: Partnership) -> None:
    """A yearly report that is published, so that what it told stands."""
    report = begin_yearly_report(by=area.as_("Bea Board"), on=MONDAY, year=2025)
    write_report_part(
        by=area.as_("Bea Board"), on=MONDAY, yearly_report=report, part=ReportPart.FOREWORD, says="A year of work."
    )
    publish_report(by=area.as_("Bea Board"), on=MONDAY, yearly_report=report)

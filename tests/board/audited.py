"""An invented area with babies that a measure counted, and audit rounds of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

import polars as pl
from cast import MONDAY, Partnership, morning

from lapwing.board.verbs.audit_marking import judge, submit_audit_part
from lapwing.board.verbs.audit_rounds import assign_audit_part, draw_audit_sample, plan_audit_round
from lapwing.board.verbs.audit_tools import bring_in_audit_tool, write_audit_tool
from lapwing.engine.measuring import UNIT
from lapwing.records.entries import entries
from lapwing.records.models import Measured
from lapwing.records.store import Stamp, add
from lapwing.vocabulary.board.audit_codes import PartKind, SampleMethod, ShippedTool

STAMP = Stamp(morning(MONDAY), None)
DUE = MONDAY + timedelta(days=60)
SINCE = date(2025, 6, 1)
OF_BIRTH = "before_birth.assessed"
SHORT_TOOL = """
title = "Short tool"
edition = "1"
lesson = "B17.1"
purpose = "To try things."
grades = ["Good", "Fair", "Poor"]
good_enough = "Good"
population = "before_birth.assessed"

[[question]]
asks = "How good was the agency's own work?"
guidance = "Look at what was done."
source = "The area's procedures"
answered_by = "grade"
asked_of = "each"

[[question]]
asks = "How good was it all together?"
guidance = "Look at what came of it."
source = "The area's procedures"
answered_by = "grade"
asked_of = "together"

[[question]]
asks = "Was there one plan?"
guidance = "Look for it."
source = "The area's procedures"
answered_by = "yes_partly_no"
asked_of = "together"

[[question]]
asks = "What stood out?"
guidance = "In a sentence."
source = "The area's procedures"
answered_by = "words"
asked_of = "together"
"""


def baby(area: Partnership, name: str, *, with_whom: str = "Hazel Ford") -> str:
    """A baby, with whom somebody works."""
    person = add("person", {"given_name": name, "family_name": "Tern", "born_on": date(2026, 1, 5)}, STAMP)
    child = add("child", {"person_id": person}, STAMP)
    works(area, child, with_whom)
    return child


def works(area: Partnership, child: str, name: str) -> None:
    """Somebody works with a child."""
    one = area.accounts[name]
    values = {"agency_id": one.agency_id, "practitioner_id": one.practitioner_id, "team": one.team or None}
    add("involvement", {**values, "child_id": child, "started_on": MONDAY}, STAMP)


def counted(children: list[str], *, code: str = OF_BIRTH, **columns: Any) -> None:
    """A measure that looked at these children; of whom it holds unless `status` says otherwise."""
    row = {"on": date(2026, 2, 1), "status": "met", "span": None, "team": None, "agency": None}
    row |= {"age_group": "under_1", "sex": "female", "ethnicity": "white", "disability": "no"}
    rows = [{"child": one, "subject": one, **row} for one in children]
    for name, values in columns.items():
        rows = [{**one, name: value} for one, value in zip(rows, values, strict=True)]
    kept = BytesIO()
    pl.DataFrame(rows, schema=UNIT).write_parquet(kept)
    said = {"since": SINCE, "until": MONDAY, "rule_version": "1", "settings_version": "1", "units": kept.getvalue()}
    Measured.objects.update_or_create(code=code, defaults={"counted_on": MONDAY, **said})


@dataclass
class Audit:
    """An audit round of an invented area, done by its officer."""

    area: Partnership
    tool: str = ""
    key: str = ""
    parts: list[str] = field(default_factory=list)

    def officer(self) -> Any:
        return self.area.as_("Bea Board")

    def short_tool(self) -> str:
        self.tool = write_audit_tool(by=self.officer(), pasted=SHORT_TOOL, on=MONDAY)
        return self.tool

    def shipped_tool(self, one: ShippedTool) -> str:
        self.tool = bring_in_audit_tool(by=self.officer(), shipped_tool=one, on=MONDAY)
        return self.tool

    def plan(self, size: int = 4, method: SampleMethod = SampleMethod.RANDOM, **more: Any) -> str:
        self.key = plan_audit_round(
            by=self.officer(),
            on=MONDAY,
            audit_tool=self.tool or self.short_tool(),
            **{
                "round_title": "Before birth, spring",
                "why_now": "It is due.",
                "method": method,
                "sample_size": size,
                "share_doubly_marked": 50,
                "since_on": SINCE,
                "until_on": MONDAY,
                "due_on": DUE,
                "led_by_account": self.area.accounts["Bea Board"].pk,
                **more,
            },
        )
        return self.key

    def draw(self, seed: int = 7) -> list[str]:
        draw_audit_sample(by=self.officer(), audit_round=self.key, seed=seed, on=MONDAY)
        return self.cases()

    def cases(self) -> list[str]:
        """The cases in the round by number."""
        found = entries("audit_case").filter(audit_round=self.key, number__isnull=False, withdrawn_on__isnull=True)
        return list(found.order_by("number").values_list("pk", flat=True))

    def give(self, case: str, to: str, *, agency: str | None = None, kind: PartKind = PartKind.FIRST) -> str:
        return assign_audit_part(
            by=self.officer(), audit_case=case, part_kind=kind, agency=self.area.agencies[agency] if agency else None,
            auditor_account=self.area.accounts[to].pk, due_on=DUE, on=MONDAY,
        )  # fmt: skip

    def mark(self, part: str, who: str, *answers: str) -> None:
        """Answers the questions of a part in order, and hands it in; what is no answer of a list is given in words."""
        row = entries("audit_part").get(pk=part)
        of = "together" if row.agency_id is None else "each"
        asked = entries("audit_question").filter(audit_tool=self.tool, asked_of=of).order_by("number")
        for question, answer in zip(asked, answers, strict=True):
            said = {"judged_because": answer} if question.answered_by == "words" else {"judgement": answer}
            judge(by=self.area.as_(who), audit_part=part, audit_question=question.pk, on=MONDAY, **said)
        submit_audit_part(by=self.area.as_(who), audit_part=part, on=MONDAY)


def at_noon(day: date) -> datetime:
    return morning(day) + timedelta(hours=3)

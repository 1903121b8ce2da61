"""Three checks on pre-birth assessment, written straight in Polars: what the engine is measured against.

The same questions with the same settings, and the same findings, which the benchmark compares row by row.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import holidays
import polars as pl
from polars import col, lit, when

from lapwing.exchange.manifest import load_manifest

CHECKS = ("decision_recorded", "assessment_started", "assessment_completed")
BANK_HOLIDAYS = sorted(holidays.country_holidays("GB", subdiv="ENG", years=range(1990, 2051)))
KEYS = {"expected_date": "expected_date_id"}
EVENTS = {
    "person": ("born_on", "died_on"),
    "pregnancy": ("known_on", "ended_on"),
    "expected_date": ("stated_on", "superseded_on"),
    "concern": ("identified_on", "ended_on"),
    "referral": ("received_on",),
    "decision": ("decided_on",),
    "assessment": ("started_on", "signed_off_on", "stopped_on"),
    "involvement": ("started_on", "ended_on"),
    "legal_status": ("started_on",),
    "exception": ("decided_on",),
}
HAPPENED = {
    "pregnancy": "known_on",
    "expected_date": "stated_on",
    "concern": "identified_on",
    "referral": "received_on",
    "decision": "decided_on",
    "assessment": "started_on",
    "involvement": "started_on",
    "legal_status": "started_on",
    "exception": "decided_on",
}


class ByHand:
    """The three checks over a folder of Parquet record tables, on a day, with settings as checks reckon with them."""

    def __init__(self, folder: Path, day: date, settings: Mapping[str, Any]) -> None:
        self.folder, self.day, self.settings = folder, day, settings
        manifest = load_manifest(folder)
        self.versioned = manifest.versioned if manifest else frozenset()

    def findings(self) -> pl.DataFrame:
        facts = self._facts().collect()
        return pl.concat([self._finding(facts, check) for check in CHECKS])

    def _known(self, name: str) -> pl.LazyFrame:
        rows = pl.scan_parquet(self.folder / f"{name}.parquet")
        recorded_on = col("recorded_at").dt.date()
        rows = rows.with_columns(recorded_on=recorded_on).filter(recorded_on.is_null() | (recorded_on <= self.day))
        rows = rows.with_columns(first_recorded_on=col("recorded_on"))
        if name in self.versioned:
            first = col("recorded_on").min().over(KEYS.get(name, f"{name}_id"))
            rows = rows.with_columns(first_recorded_on=first)
            newest = col("recorded_at").max().over(KEYS.get(name, f"{name}_id"))
            rows = rows.filter(newest.is_null() | (col("recorded_at") == newest))
        if name in HAPPENED:
            rows = rows.filter(~(col("recorded_on").is_null() & (col(HAPPENED[name]) > self.day)).fill_null(False))
        seen = [when(col(event) <= self.day).then(col(event)).alias(event) for event in EVENTS.get(name, ())]
        rows = rows.with_columns(seen)
        if name == "decision":
            decided = col("decided_on").is_not_null()
            rows = rows.with_columns(when(decided).then(col(each)).alias(each) for each in ("outcome", "reasons"))
        return rows

    def _of_children(self, name: str, children: pl.LazyFrame, *columns: str) -> pl.LazyFrame:
        """Rows about a child, or about a pregnancy, beside each child whom they are about."""
        rows = self._known(name)
        direct = rows.filter(col("child_id").is_not_null()).select("child_id", *columns)
        shared = rows.filter(col("child_id").is_null() & col("pregnancy_id").is_not_null())
        each = shared.drop("child_id").join(children, on="pregnancy_id").select("child_id", *columns)
        return pl.concat([direct, each])

    def _working_days(self, day: pl.Expr, count: int) -> pl.Expr:
        roll = "backward" if count > 0 else "forward"
        return day.dt.add_business_days(count, holidays=BANK_HOLIDAYS, roll=roll)

    def _children(self) -> pl.LazyFrame:
        """Children who are unborn or just born, with birth, death and the pregnancy."""
        child = self._known("child").select("child_id", "person_id", "pregnancy_id", "opened_in_error")
        person = self._known("person").select("person_id", "born_on", "died_on")
        pregnancy = self._known("pregnancy").select("pregnancy_id", "known_on", "ended_on")
        in_force = self._known("expected_date").filter(
            col("superseded_on").is_null() & col("expected_on").is_not_null()
        )
        expected = in_force.group_by("pregnancy_id").agg(
            expected_on=when(col("expected_on").n_unique() == 1).then(col("expected_on").first()),
            disagree=col("expected_on").n_unique() > 1,
        )
        child = child.filter(col("pregnancy_id").is_not_null())
        child = child.join(person, on="person_id", how="left").join(pregnancy, on="pregnancy_id", how="left")
        child = child.join(expected, on="pregnancy_id", how="left")
        look_back = self._working_days(col("born_on"), self.settings["prebirth.look_back_wd"])
        return child.filter(col("born_on").is_null() | (look_back >= self.day))

    def _facts(self) -> pl.LazyFrame:
        children = self._children().collect().lazy()
        linked = children.select("child_id", "pregnancy_id")
        born = children.select("child_id", "born_on")
        before = col("born_on").is_null()

        concern = self._of_children("concern", linked, "kind", "status", "first_recorded_on").join(born, on="child_id")
        concern = concern.filter(
            col("kind").is_in(self.settings["prebirth.triggers"])
            & (col("status") != "cleared").fill_null(True)
            & (before | (col("first_recorded_on") < col("born_on")))
        )
        decision = self._of_children("decision", linked, "kind", "outcome", "reasons", "decided_on")
        decision = decision.join(born, on="child_id").filter(
            (col("kind") == "pre_birth_assessment")
            & col("reasons").is_not_null()
            & (before | (col("decided_on") < col("born_on")))
        )
        answered = decision.group_by("child_id").agg(
            not_required_on=col("decided_on").filter(col("outcome") == "not_required").max(),
            required_on=col("decided_on").filter(col("outcome") == "required").max(),
        )
        triggers = (
            concern.join(answered, on="child_id", how="left")
            .group_by("child_id")
            .agg(
                trigger_count=pl.len(),
                first_trigger_on=col("first_recorded_on").min(),
                reopened_on=col("first_recorded_on").filter(col("first_recorded_on") > col("not_required_on")).min(),
            )
        )
        reopened = triggers.select("child_id", "reopened_on")
        decided = (
            decision.filter(col("outcome").is_in(["required", "not_required"]))
            .join(reopened, on="child_id", how="left")
            .filter(col("reopened_on").is_null() | (col("decided_on") >= col("reopened_on")))
            .group_by("child_id")
            .agg(decided_on=col("decided_on").min())
        )
        referral = self._of_children("referral", linked, "received_on", "repeats_referral_id").join(born, on="child_id")
        referred = (
            referral.join(reopened, on="child_id", how="left")
            .filter(
                col("repeats_referral_id").is_null()
                & (col("reopened_on").is_null() | (col("received_on") >= col("reopened_on")))
                & (before | (col("received_on") < col("born_on")))
            )
            .group_by("child_id")
            .agg(referred_on=col("received_on").min())
        )
        assessment = self._of_children("assessment", linked, "kind", "stopped_on", "started_on", "signed_off_on")
        assessed = (
            assessment.join(born, on="child_id")
            .filter(
                (col("kind").is_null() | col("kind").is_in(["pre_birth", "child_and_family"]))
                & col("stopped_on").is_null()
                & (before | (col("started_on") < col("born_on")))
            )
            .group_by("child_id")
            .agg(started_on=col("started_on").min(), signed_off_on=col("signed_off_on").min())
        )
        moved = self._of_children("involvement", linked, "ended_reason", "ended_on")
        moved = moved.filter(col("ended_on").is_not_null() & (col("ended_reason") == "moved_accepted_elsewhere"))
        adopted = self._known("legal_status").filter(col("kind") == "adoption_order")
        gone = pl.concat([moved.select("child_id"), adopted.select("child_id")]).unique().with_columns(gone=True)
        exception = self._known("exception").filter(
            col("child_id").is_not_null()
            & col("decided_by").is_not_null()
            & col("reason").is_not_null()
            & (col("expires_on") >= self.day)
        )
        excepted = exception.group_by("child_id").agg(
            col("expires_on").filter(col("check") == f"before_birth.{check}").max().alias(f"until_{check}")
            for check in CHECKS
        )
        for part in (triggers, answered, decided, referred, assessed, gone, excepted):
            children = children.join(part, on="child_id", how="left")
        return self._worked_out(children)

    def _worked_out(self, facts: pl.LazyFrame) -> pl.LazyFrame:
        settings = self.settings
        arose = pl.max_horizontal(pl.coalesce("reopened_on", "first_trigger_on"), pl.when(True).then(col("known_on")))
        facts = facts.with_columns(arose_on=arose)
        asked = pl.max_horizontal("referred_on", "arose_on")
        answer_due = self._working_days(col("arose_on"), settings["prebirth.trigger_decision_wd"])
        start_by = col("expected_on").dt.offset_by(f"{settings['prebirth.start_by'] - 280}d")
        complete_by = col("expected_on").dt.offset_by(f"{settings['prebirth.complete_by'] - 280}d")
        late_start = self._working_days(col("arose_on"), settings["prebirth.compressed_start_wd"])
        after_decision = self._working_days(col("decided_on"), settings["prebirth.start_after_decision_wd"])
        after_referral = self._working_days(col("referred_on"), settings["assessment.max_wd"])
        late_end = pl.min_horizontal(
            col("expected_on").dt.offset_by(f"-{settings['prebirth.compressed_complete_before_expected_days']}d"),
            col("arose_on").dt.offset_by(f"{settings['prebirth.compressed_complete_days']}d"),
        )
        acknowledged = self._working_days(asked, settings["referral.ack_wd"])
        long_past = col("expected_on").dt.offset_by(f"{settings['prebirth.birth_unrecorded_days']}d") < self.day
        return facts.with_columns(
            due_decision_recorded=when(col("referred_on").is_not_null())
            .then(pl.min_horizontal(acknowledged, answer_due))
            .otherwise(answer_due),
            due_assessment_started=pl.max_horizontal(
                when(col("decided_on").is_not_null())
                .then(pl.min_horizontal(start_by, after_decision))
                .otherwise(start_by),
                late_start,
            ),
            due_assessment_completed=pl.max_horizontal(
                when(col("referred_on").is_not_null())
                .then(pl.min_horizontal(after_referral, complete_by))
                .otherwise(complete_by),
                late_end,
                late_start,
            ),
            ended=(col("ended_on").is_not_null() & col("born_on").is_null())
            | col("died_on").is_not_null()
            | col("opened_in_error").fill_null(False)
            | col("gone").fill_null(False),
            unrecorded=(col("born_on").is_null() & long_past).fill_null(False),
            disagree=col("disagree").fill_null(False),
            stands_not_required=col("not_required_on").is_not_null()
            & col("reopened_on").is_null()
            & (col("required_on").is_null() | (col("required_on") < col("not_required_on"))),
        )

    def _finding(self, facts: pl.DataFrame, check: str) -> pl.DataFrame:
        step = {"decision_recorded": "decided_on", "assessment_started": "started_on"}.get(check, "signed_off_on")
        due, met, today = col(f"due_{check}"), col(step), lit(self.day)
        is_answer = check == "decision_recorded"
        undone = ~lit(is_answer) & col("born_on").is_not_null() & met.is_null()
        cannot = col("unrecorded") | (~lit(is_answer) & col("disagree"))
        later = self._may_fall_later(check)
        word = (
            when(col("ended") | col("trigger_count").is_null())
            .then(None)
            .when(~lit(is_answer) & col("stands_not_required"))
            .then(lit("decided_not_required"))
            .when(undone & (col("born_on") <= due))
            .then(lit("born_before_due"))
            .when(undone)
            .then(lit("retrospective_miss"))
            .when(col("unrecorded"))
            .then(lit("birth_not_recorded"))
            .when(~lit(is_answer) & col("disagree"))
            .then(lit("expected_dates_disagree"))
        )
        facts = facts.with_columns(_word=word, _due=due)
        outcome = (
            when(col("ended") | col("trigger_count").is_null())
            .then(lit("not_applicable"))
            .when(col("_word") == "decided_not_required")
            .then(lit("met"))
            .when(col("_word") == "born_before_due")
            .then(lit("not_applicable"))
            .when(col("_word") == "retrospective_miss")
            .then(lit("not_met"))
            .when(col("_word").is_in(["birth_not_recorded", "expected_dates_disagree"]))
            .then(lit("cannot_tell"))
            .when(met.is_not_null() & due.is_not_null() & ~cannot & (met <= due))
            .then(lit("met"))
            .when(met.is_not_null() & due.is_not_null() & ~cannot & ~later)
            .then(lit("met_late"))
            .when(col(f"until_{check}").is_not_null())
            .then(lit("excepted"))
            .when(cannot | due.is_null())
            .then(lit("cannot_tell"))
            .when(later & (due < today))
            .then(lit("cannot_tell"))
            .when(due < today)
            .then(lit("not_met"))
            .when(self._may_fall_earlier(check))
            .then(lit("cannot_tell"))
            .when(self._is_soon(check, due))
            .then(lit("due_soon"))
            .otherwise(lit("not_yet_due"))
        )
        facts = facts.with_columns(outcome=outcome)
        since = (
            when(col("outcome") == "not_met")
            .then(self._next_day(due))
            .when(col("outcome").is_in(["met", "met_late"]) & (met <= today))
            .then(met)
        )
        return facts.select(
            child="child_id",
            check=lit(f"before_birth.{check}"),
            outcome="outcome",
            word="_word",
            due_on=when(col("outcome") != "not_applicable").then(due),
            since=since,
            reason=self._reason(check),
        )

    def _next_day(self, day: pl.Expr) -> pl.Expr:
        return day.dt.offset_by("1d")

    def _may_fall_earlier(self, check: str) -> pl.Expr:
        """An earlier-of with one of its dates missing."""
        arose, expected = col("arose_on").is_null(), col("expected_on").is_null()
        if check == "decision_recorded":
            return arose
        if check == "assessment_started":
            return col("decided_on").is_not_null() & expected
        return expected | arose

    def _may_fall_later(self, check: str) -> pl.Expr:
        """A later-of with one of its dates missing."""
        answered = {"assessment_started": "decided_on", "assessment_completed": "referred_on"}.get(check)
        if answered is None:
            return lit(False)
        return col("arose_on").is_null() | (col(answered).is_null() & col("expected_on").is_null())

    def _is_soon(self, check: str, due: pl.Expr) -> pl.Expr:
        """Whether the warning before the due date has begun, in the days that the date in force is counted in."""
        settings = self.settings
        in_days = due.dt.offset_by(f"-{settings['due_soon.calendar_days']}d") <= self.day
        in_working_days = self._working_days(due, -settings["due_soon.working_days"]) <= self.day
        if check == "decision_recorded":
            return in_working_days
        expected, arose = col("expected_on"), col("arose_on")
        late_start = self._working_days(arose, settings["prebirth.compressed_start_wd"])
        if check == "assessment_started":
            after = self._working_days(col("decided_on"), settings["prebirth.start_after_decision_wd"])
            by_working_days = (due == late_start) | (due == after)
            return (by_working_days.fill_null(False) & in_working_days) | (
                (due == expected.dt.offset_by(f"{settings['prebirth.start_by'] - 280}d")).fill_null(False) & in_days
            )
        after = self._working_days(col("referred_on"), settings["assessment.max_wd"])
        by_working_days = ((due == late_start) | (due == after)).fill_null(False)
        in_calendar = (
            (due == expected.dt.offset_by(f"{settings['prebirth.complete_by'] - 280}d"))
            | (due == expected.dt.offset_by(f"-{settings['prebirth.compressed_complete_before_expected_days']}d"))
            | (due == arose.dt.offset_by(f"{settings['prebirth.compressed_complete_days']}d"))
        ).fill_null(False)
        return (by_working_days & in_working_days) | (in_calendar & in_days)

    def _reason(self, check: str) -> pl.Expr:
        from lapwing.checks import CHECKS as ENGINE
        from lapwing.engine.sentences import QUIET, template

        rule = ENGINE[f"before_birth.{check}"]
        step = {"decision_recorded": "decided_on", "assessment_started": "started_on"}.get(check, "signed_off_on")
        names = {"due_on": "_due", "decided_not_required_on": "not_required_on", "question_arose_on": "arose_on"}
        names |= {"excepted_until": f"until_{check}"}
        needs = {"decision_recorded": ("first_trigger_on", "trigger_count", "decided_on")}
        needed = needs.get(check, ("expected_on", step))
        labels = {fact.name: fact.label for fact in rule.needs}
        missing = pl.concat_list(when(col(name).is_null()).then(lit(labels[name])) for name in needed)
        missing = missing.list.drop_nulls().list.join(", ")
        missing = when(col("outcome").is_in(["not_met", "cannot_tell", "due_soon", "not_yet_due"])).then(missing)
        reason: Any = when(col("ended")).then(lit(QUIET))
        cases = [
            (outcome, None) for outcome in ("met_late", "excepted", "cannot_tell", "not_met", "due_soon", "not_yet_due")
        ]
        cases += [("met", None), ("not_applicable", None), ("met", "decided_not_required")]
        cases += [("not_applicable", "born_before_due"), ("not_met", "retrospective_miss")]
        cases += [("cannot_tell", "birth_not_recorded")]
        cases += [("cannot_tell", "expected_dates_disagree")] if "expected_dates_disagree" in rule.words else []
        for outcome, word in cases:
            here = (col("outcome") == outcome) & (col("_word").is_null() if word is None else col("_word") == word)
            reason = reason.when(here).then(_filled(template(rule, outcome, word), names, missing))
        return reason


def _filled(sentence: str, names: Mapping[str, str], missing: pl.Expr) -> pl.Expr:
    pieces: list[pl.Expr] = []
    for part in sentence.replace("}", "{").split("{"):
        pieces.append(lit(part))
    for place in range(1, len(pieces), 2):
        name = sentence.replace("}", "{").split("{")[place]
        pieces[place] = _value(name, names, missing)
    return pl.concat_str(pieces)


def _value(name: str, names: Mapping[str, str], missing: pl.Expr) -> pl.Expr:
    if name == "missing":
        return missing.fill_null("nothing").replace("", "nothing")
    if name == "trigger_count":
        return col("trigger_count").cast(pl.String)
    return col(names.get(name, name)).dt.strftime("%-d %B %Y").fill_null("not recorded")

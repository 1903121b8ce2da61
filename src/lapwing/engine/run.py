"""Runs checks over a source: findings from frames, for any number of children, on Polars or Spark."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from traceback import extract_tb
from typing import Any

import narwhals as nw
import polars as pl

from lapwing.engine.check import (
    Check,
    Outcome,
    due_and_met,
    excepted_until,
    named,
    outcome_of,
    placeholders,
    since,
    word_of,
)
from lapwing.engine.fact_frames import FactFrames
from lapwing.engine.growth_charts import need_growth_charts
from lapwing.engine.known import Frame, KnownRecords
from lapwing.engine.plan import FactPlan, columns_of, plan_facts, silent_facts
from lapwing.engine.sentences import IN_THE_RECORD, codes_of, fill_frame, plain_template, template
from lapwing.engine.unable import nobody_to_look_at
from lapwing.language.expressions import Expression, Local, Name, Type
from lapwing.language.frames import with_values
from lapwing.language.rows import Given
from lapwing.lessons.settings import Settings
from lapwing.vocabulary.facts import Fact, Gathered, Subject, facts_in
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.tables import Table

Frames = Callable[[RecordSet, Iterable[str]], dict[str, Frame]]
"""Gives the frames of some tables of a source, on the engine that is to run them."""

FINDING: dict[str, Any] = {
    "child": pl.String(),
    "subject": pl.String(),
    "subject_kind": pl.String(),
    "check": pl.String(),
    "lesson": pl.String(),
    "outcome": pl.String(),
    "word": pl.String(),
    "due_on": pl.Date(),
    "since": pl.Date(),
    "urgent": pl.Boolean(),
    "reason": pl.String(),
    "plain_reason": pl.String(),
    "missing": pl.List(pl.String()),
    "facts": pl.String(),
    "basis": pl.String(),
    "rule_version": pl.String(),
}
"""The columns of findings. `facts` holds JSON: each fact that the check looks at, by name."""


@dataclass(frozen=True)
class CouldNotRun:
    """A check that gave no findings at all, and why."""

    check: str
    why: str


@dataclass
class Findings:
    """What checks say of a source on a day: one row of `frame` for each subject and check."""

    as_of: date
    settings_version: str
    frame: pl.DataFrame
    could_not_run: list[CouldNotRun] = field(default_factory=list)


@dataclass(frozen=True)
class Question:
    """The checks to make, the day on which they are made, and the area's settings."""

    checks: Sequence[type[Check]]
    as_of: date
    settings: Settings

    def __post_init__(self) -> None:
        if self.places_weights:
            need_growth_charts()

    @property
    def places_weights(self) -> bool:
        """Whether the area has switched on that weights are placed on growth charts."""
        return self.settings.value("weight.centiles") == "on"

    def plan(self) -> FactPlan:
        """The facts that these checks need."""
        return _plan_of(tuple(self.checks))

    def given(self) -> Given:
        """The day and the settings, as expressions are run with them."""
        return Given(self.as_of, self.settings.local(_settings_of(tuple(self.checks))))

    def checks_of(self, subject: type[Subject]) -> list[type[Check]]:
        """The checks that are about a subject."""
        return [check for check in self.checks if check.about is subject]

    def known(
        self, frames: Mapping[str, Frame], records: RecordSet, wanted: Mapping[str, frozenset[str]] | None = None
    ) -> KnownRecords:
        """The frames of a source as known on the day."""
        voiding = frozenset(name for name in records.carried if records.carries(name, "voided_at"))
        return KnownRecords(frames, self.as_of, records.versioned, wanted, self.places_weights, voiding)


@lru_cache(maxsize=8)
def _plan_of(checks: tuple[type[Check], ...]) -> FactPlan:
    """The plan of some checks, which no day and no source changes."""
    return plan_facts(fact for check in checks for fact in facts_of(check))


@lru_cache(maxsize=8)
def _settings_of(checks: tuple[type[Check], ...]) -> tuple[str, ...]:
    """Every setting that some checks reckon with: in their rules, in their facts, and in who is looked at."""
    plan = _plan_of(checks)
    facts = [fact for subject in plan.subjects for fact in (*plan.first[subject], *plan.then[subject])]
    expressions = [part for check in checks for part in (outcome_of(check), *due_and_met(check).values())]
    expressions += [value for fact in facts for value in vars(fact.definition).values()]
    expressions += [subject.members for subject in plan.subjects]
    walked = (part for expression in expressions if isinstance(expression, Expression) for part in expression.walk())
    keys = {part.key for part in walked if isinstance(part, Local)}
    return tuple(sorted(keys.union(*(check.settings() for check in checks))))


def facts_of(check: type[Check]) -> tuple[Fact, ...]:
    """Every fact that a check's answer rests on or is told with."""
    parts = (outcome_of(check), *due_and_met(check).values(), check.urgent)
    spoken = [fact for part in parts for fact in facts_in(part)]
    key = [check.about.facts()[name] for name in check.about.key()]
    return tuple(dict.fromkeys([*key, *spoken, *check.looks_at(), excepted_until(check)]))


def polars_frames(records: RecordSet, tables: Iterable[str]) -> dict[str, Frame]:
    """The frames of a source on Polars."""
    return {name: nw.from_native(records.frame(name)) for name in tables}


def run(question: Question, records: RecordSet, frames: Frames = polars_frames) -> Findings:
    """The findings of the checks over a source.

    A check that fails, or whose subject the source does not carry, is in `could_not_run` with why; the
    others go on.
    """
    said = list(findings_by_check(question, records, frames))
    parts = [part for part in said if isinstance(part, pl.DataFrame)]
    could_not_run = [part for part in said if isinstance(part, CouldNotRun)]
    frame = pl.concat(parts) if parts else pl.DataFrame(schema=FINDING)
    return Findings(question.as_of, question.settings.version, frame, could_not_run)


def findings_by_check(
    question: Question, records: RecordSet, frames: Frames = polars_frames
) -> Iterator[pl.DataFrame | CouldNotRun]:
    """The findings of one check after another, so that nobody need hold those of all; or why there are none."""
    able = []
    for check in question.checks:
        if why := nobody_to_look_at(check, records, question.settings):
            yield CouldNotRun(check.code, why)
        else:
            able.append(check)
    told: set[type[Check]] = set()
    try:
        for check, said in _in_turn(replace(question, checks=able), records, frames):
            told.add(check)
            yield said
    except Exception:  # one check must not take the others with it
        yield from (_said_alone(question, check, records, frames) for check in able if check not in told)


MOST_WAITING = 6
"""So many checks' answers wait to be put into words at most, while further facts are worked out."""


def _in_turn(
    question: Question, records: RecordSet, frames: Frames
) -> Iterator[tuple[type[Check], pl.DataFrame | CouldNotRun]]:
    """What each check says; one thread finds words while another works out the facts of the next subject."""
    waiting: deque[tuple[type[Check], Future[pl.DataFrame | CouldNotRun]]] = deque()
    with ThreadPoolExecutor(1) as words:
        for subject, wide in answers_by_subject(question, records, frames):
            waiting.extend((check, words.submit(_said, check, wide)) for check in question.checks_of(subject))
            while len(waiting) > MOST_WAITING or (waiting and waiting[0][1].done()):
                check, said = waiting.popleft()
                yield check, said.result()
        for check, said in waiting:
            yield check, said.result()


def _said_alone(
    question: Question, check: type[Check], records: RecordSet, frames: Frames
) -> pl.DataFrame | CouldNotRun:
    try:
        ((_, wide),) = answers_by_subject(replace(question, checks=[check]), records, frames)
        return _said(check, wide)
    except Exception as fault:
        return _failed(check, fault)


def _said(check: type[Check], wide: pl.DataFrame) -> pl.DataFrame | CouldNotRun:
    try:
        return finding_frame(check, wide)
    except Exception as fault:
        return _failed(check, fault)


def _failed(check: type[Check], fault: Exception) -> CouldNotRun:
    logging.getLogger(__name__).debug("check failed", exc_info=True)
    return CouldNotRun(check.code, f"It failed with {fault_of(fault)}.")


def fault_of(error: BaseException) -> str:
    """What kind of fault it was and where, without its message, which may hold somebody's record."""
    ours = [frame for frame in extract_tb(error.__traceback__) if "lapwing" in Path(frame.filename).parts]
    place = f" at {Path(ours[-1].filename).name}, line {ours[-1].lineno}" if ours else ""
    return f"{type(error).__name__}{place}"


def answers_by_subject(
    question: Question, records: RecordSet, frames: Frames
) -> Iterator[tuple[type[Subject], pl.DataFrame]]:
    """Each subject with one wide frame: its facts, and each check's outcome, word, dates and urgency.

    The frames are brought here from the engine one after the other, and what no later subject needs is let go.
    """
    if not question.checks:
        return
    plan = question.plan()
    silent = silent_facts(plan, records)
    known = question.known(frames(records, tables_of(plan)), records, columns_of(plan))
    facts = FactFrames(plan, known, replace(question.given(), delivered=records.delivered), silent)
    for subject in facts.in_turn():
        checks = question.checks_of(subject)
        if checks:
            answers = _with_answers(facts.done[subject], checks, facts.given_for(subject), silent)
            yield subject, answers.collect("polars").to_native()


def tables_of(plan: FactPlan) -> set[str]:
    """The record tables that the facts of a plan are gathered from."""
    tables = {"child", *columns_of(plan)}
    for subject in plan.subjects:
        tables |= {table.name for table in (subject.table, subject.beside) if table is not None}
        for fact in (*plan.first[subject], *plan.then[subject]):
            if isinstance(fact.definition, Gathered) and isinstance(fact.definition.rows, Table):
                tables.add(fact.definition.rows.name)
    return tables


def _with_answers(frame: Frame, about: Sequence[type[Check]], given: Given, silent: Iterable[Fact]) -> Frame:
    frame = with_values(frame, {name: part for check in about for name, part in due_and_met(check).items()}, given)
    frame = with_values(frame, {named(check, "outcome"): answer(check, silent) for check in about}, given)
    rest = {}
    for check in about:
        rest[named(check, "word")] = word_of(check)
        rest[named(check, "since")] = since(check, Name(named(check, "outcome"), Type.TEXT))
        rest[named(check, "urgent")] = check.urgent.is_true()
        rest[named(check, "ended")] = check.about.ended.is_true()
    return with_values(frame, rest, given)


def answer(check: type[Check], silent: Iterable[Fact]) -> Any:
    """The outcome of a check over a source that is silent about some facts."""
    return outcome_of(check, met_is_silent=not set(facts_in(check.met_on)).isdisjoint(silent))


ANSWER = ("outcome", "word", "due_on", "since", "urgent", "ended")
"""The parts of a check's answer."""


def finding_frame(check: type[Check], wide: pl.DataFrame) -> pl.DataFrame:
    """The findings of one check from its subject's wide frame, each with its reason."""
    spoken = (*check.about.key(), *(fact.name for fact in check.looks_at()), excepted_until(check).name)
    answers = wide.select(
        *dict.fromkeys(spoken),
        *(pl.col(named(check, part)).alias(f"_{part}") for part in ANSWER),
    )
    alike = answers.partition_by("_outcome", "_word", "_ended", maintain_order=True, as_dict=True)
    sentences = _Sentences(check)
    said = [sentences.of(rows, str(outcome), word, bool(ended)) for (outcome, word, ended), rows in alike.items()]
    return _as_findings(check, pl.concat(said)) if said else pl.DataFrame(schema=FINDING)


def _as_findings(check: type[Check], told: pl.DataFrame) -> pl.DataFrame:
    return told.select(
        pl.col("child_id").alias("child"),
        pl.col(check.about.key()[-1]).alias("subject"),
        pl.lit(check.about.__name__).alias("subject_kind"),
        pl.lit(check.code).alias("check"),
        pl.lit(check.lesson.id).alias("lesson"),
        pl.col("_outcome").alias("outcome"),
        pl.col("_word").alias("word"),
        pl.when(pl.col("_outcome") != Outcome.NOT_APPLICABLE).then(pl.col("_due_on")).alias("due_on"),
        pl.col("_since").alias("since"),
        (pl.col("_urgent") & pl.col("_outcome").is_in(["not_met", "due_soon", "cannot_tell"])).alias("urgent"),
        "reason",
        "plain_reason",
        "missing",
        _facts(check, some_ended=bool(told["_ended"].any())).alias("facts"),
        pl.lit(str(check.basis)).alias("basis"),
        pl.lit(check.rule_version()).alias("rule_version"),
    ).cast(FINDING)  # type: ignore[arg-type]


def _facts(check: type[Check], *, some_ended: bool) -> pl.Expr:
    """The facts as JSON; none on a record that has ended, such as after a loss."""
    told = pl.struct(_told(fact) for fact in check.looks_at()).struct.json_encode()
    return pl.when(pl.col("_ended")).then(pl.lit("{}")).otherwise(told) if some_ended else told


def _told(fact: Fact) -> pl.Expr:
    value = pl.col(fact.name)
    return pl.when(value.is_not_null()).then(pl.lit(IN_THE_RECORD)).alias(fact.name) if fact.is_free_text else value


OPEN = (Outcome.NOT_MET, Outcome.CANNOT_TELL, Outcome.DUE_SOON, Outcome.NOT_YET_DUE)
"""Outcomes beside which it is said what is missing."""


def _missing(check: type[Check], outcome: str) -> pl.Expr:
    labels = [pl.when(pl.col(fact.name).is_null()).then(pl.lit(fact.label)) for fact in check.needs]
    if not labels or outcome not in OPEN:
        return pl.lit([], dtype=pl.List(pl.String()))
    return pl.concat_list(labels).list.drop_nulls()


class _Sentences:
    """The sentences of one check, filled for rows that come to the same outcome by the same word."""

    def __init__(self, check: type[Check]) -> None:
        facts = {fact.name: fact for fact in check.looks_at()}
        until = excepted_until(check).name
        self.check = check
        self.columns = {name: name for name in facts} | {"due_on": "_due_on", "missing": "_missing"}
        self.columns["excepted_until"] = until
        self.types = {name: fact.type for name, fact in facts.items()} | {"due_on": Type.DATE, "missing": Type.TEXT}
        self.types["excepted_until"] = Type.DATE
        self.labels = {name: codes_of(fact) for name, fact in facts.items()}

    def of(self, rows: pl.DataFrame, outcome: str, word: str | None, ended: bool) -> pl.DataFrame:
        """The rows with what is missing, and with the reason as practitioners read it and as the family does."""
        reason = template(self.check, outcome, word, ended=ended)
        plain = plain_template(self.check, outcome)
        told = rows.with_columns(_missing(self.check, outcome).alias("missing"))
        if "missing" in placeholders(reason):
            told = told.with_columns(pl.col("missing").list.join(", ").replace("", "nothing").alias("_missing"))
        told = told.with_columns(self._filled(reason).alias("reason"), self._filled(plain).alias("plain_reason"))
        return told.drop("_missing", strict=False)

    def _filled(self, sentence: str) -> pl.Expr:
        return fill_frame(sentence, self.columns, self.types, self.labels)

"""Answers for one child from rows in hand: the same outcomes as frames give, with the records behind each fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from lapwing.engine.check import Check, Outcome, due_and_met, excepted_until, named, since, word_of
from lapwing.engine.fact_rows import FactRows, Rows, SubjectRow, gathered_behind
from lapwing.engine.gather import rows_by_child
from lapwing.engine.plan import silent_facts
from lapwing.engine.run import OPEN, Question, answer, polars_frames, tables_of
from lapwing.engine.sentences import IN_THE_RECORD, codes_of, fill, plain_template, template
from lapwing.language.expressions import Name, Type
from lapwing.language.rows import meaning
from lapwing.vocabulary.record_set import RecordSet


@dataclass(slots=True)
class Answer:
    """One finding of one child, with the keys of the records that gave each fact."""

    child: str
    subject: str
    check: type[Check]
    outcome: Outcome
    word: str | None
    due_on: date | None
    since: date | None
    urgent: bool
    reason: str
    plain_reason: str
    missing: tuple[str, ...]
    facts: Mapping[str, Any]
    records: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class ChildAnswers:
    """Made once for a question and a source; asked for each child in turn."""

    def __init__(self, question: Question, records: RecordSet) -> None:
        plan = question.plan()
        given = replace(question.given(), delivered=records.delivered)
        silent = silent_facts(plan, records)
        self.facts = FactRows(plan, given, silent)
        self.asked = [_Asked(check, self.facts.given_for(check.about, given), silent) for check in question.checks]

    def of(self, rows: Rows) -> list[Answer]:
        """Every answer about the child whose rows these are."""
        found = self.facts.of(rows)
        return [asked.answer(row) for asked in self.asked for row in found[asked.check.about]]


class _Asked:
    """One check, compiled for rows."""

    def __init__(self, check: type[Check], given: Any, silent: Any) -> None:
        self.check = check
        self.dates = [(name, meaning(part, given)) for name, part in due_and_met(check).items()]
        self.outcome = meaning(answer(check, silent), given)
        self.word = meaning(word_of(check), given)
        self.since = meaning(since(check, Name("_outcome", Type.TEXT)), given)
        self.urgent = meaning(check.urgent.is_true(), given)
        self.ended = meaning(check.about.ended.is_true(), given)
        self.looks_at = check.looks_at()
        self.sources = {fact.name: tuple(gathered_behind(fact)) for fact in self.looks_at}
        self.free_text = {fact.name for fact in self.looks_at if fact.is_free_text}
        self.labels = {fact.name: codes_of(fact) for fact in self.looks_at}
        self.until = excepted_until(check).name
        self.due, self.key = named(check, "due_on"), check.about.key()[-1]

    def answer(self, row: SubjectRow) -> Answer:
        values = row.values
        for name, date_of in self.dates:
            values[name] = date_of(values)
        values["_outcome"] = outcome = self.outcome(values)
        word = self.word(values)
        missing = self._missing(values, outcome)
        due_on = values[self.due]
        values["due_on"], values["missing"] = due_on, ", ".join(missing) or "nothing"
        values["excepted_until"] = values.get(self.until)
        ended = self.ended(values)
        return Answer(
            child=values["child_id"],
            subject=values[self.key],
            check=self.check,
            outcome=Outcome(outcome),
            word=word,
            due_on=due_on if outcome != Outcome.NOT_APPLICABLE else None,
            since=self.since(values),
            urgent=self.urgent(values) and outcome in (Outcome.NOT_MET, Outcome.DUE_SOON, Outcome.CANNOT_TELL),
            reason=fill(template(self.check, outcome, word, ended=ended), values, self.labels),
            plain_reason=fill(plain_template(self.check, outcome), values, self.labels),
            missing=missing,
            facts={} if ended else {fact.name: self._told(fact.name, values) for fact in self.looks_at},
            records={} if ended else dict(self._records(row)),
        )

    def _told(self, name: str, values: Mapping[str, Any]) -> Any:
        value = values[name]
        return IN_THE_RECORD if name in self.free_text and value is not None else value

    def _records(self, row: SubjectRow) -> Iterator[tuple[str, tuple[str, ...]]]:
        """For each fact that is known and was gathered, the keys of the records that it comes from, in order."""
        for fact, sources in self.sources.items():
            if row.values[fact] is None:
                continue
            keys = [row.evidence[name] for name in sources if name in row.evidence]
            if len(keys) == 1 and len(keys[0]) == 1:
                yield fact, (keys[0][0],)
            elif keys:
                yield fact, tuple(sorted({key for some in keys for key in some}))

    def _missing(self, values: Mapping[str, Any], outcome: str) -> tuple[str, ...]:
        if outcome not in OPEN:
            return ()
        return tuple(fact.label for fact in self.check.needs if values[fact.name] is None)


def answers_by_child(question: Question, records: RecordSet, children: Sequence[str]) -> Iterator[Answer]:
    """Every answer about the children named, with the records behind each fact."""
    tables = tables_of(question.plan()) | {"relationship"}
    known = question.known(polars_frames(records, tables), records)
    answers = ChildAnswers(question, records)
    for rows in rows_by_child(known, tables, children).values():
        yield from answers.of(rows)

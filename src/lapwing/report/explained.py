"""A finding explained: what is asked and why, the rule in words, the facts with their records, and what can be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from lapwing.engine.check import DOES_NOT_FIT, Outcome
from lapwing.engine.explain import Answer
from lapwing.engine.rule import Part, rule_in_words
from lapwing.engine.sentences import codes_of, in_words
from lapwing.lessons.ages_of_concern import Lesson
from lapwing.lessons.settings import Basis, Setting, Settings
from lapwing.vocabulary.facts import Fact
from lapwing.vocabulary.in_words import InWords


@dataclass(frozen=True)
class ToldFact:
    """One fact of a finding: its name, what it is, its value as it is and in words, and the keys of its records.

    `worked_out` says how it comes from the records.
    """

    name: str
    label: str
    value: Any
    said: str
    records: tuple[str, ...]
    worked_out: str

    def __str__(self) -> str:
        records = f" (from {', '.join(self.records)})" if self.records else ""
        return f"{self.label}: {self.said}{records}"


@dataclass(frozen=True)
class Explained:
    """A finding with all that somebody needs who must act on it, or thinks that it does not fit."""

    child: str
    subject: str
    check: str
    question: str
    outcome: Outcome
    word: str | None
    due_on: date | None
    since: date | None
    urgent: bool
    reason: str
    plain_reason: str
    missing: tuple[str, ...]
    lesson: Lesson
    basis: Basis
    rule: tuple[Part, ...]
    rule_version: str
    facts: tuple[ToldFact, ...]
    settings: tuple[Setting, ...]
    would_meet: str
    who_can: str
    ask_next: str
    does_not_fit: str = DOES_NOT_FIT

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        label = f"Urgent: {self.outcome.label.lower()}" if self.urgent else self.outcome.label
        due = f", due {in_words(self.due_on)}" if self.due_on else ""
        yield from (self.question, f"{label}{due} (child {self.child}, check {self.check})", "", self.reason, "")
        yield from ("The rule:", *(f"- {part}" for part in self.rule), "")
        yield from ("The facts:", *(f"- {fact}" for fact in self.facts), "")
        yield from ("The settings:", *(f"- {_setting(one)}" for one in self.settings), "")
        yield f"Lesson {self.lesson.id} ({self.lesson.cited}): {self.lesson.text}"
        yield f"What would meet it: {self.would_meet}"
        yield f"Who can do it: {self.who_can}"
        yield f"Ask next: {self.ask_next}"
        yield self.does_not_fit


def _setting(setting: Setting) -> str:
    return f"{setting.key}: {setting.in_brief}. {setting.governs} Source: {setting.source}; {setting.confirmed}."


def explained(answer: Answer, settings: Settings) -> Explained:
    """An answer with its rule, its facts and the settings that it used."""
    check = answer.check
    words = InWords(settings)
    return Explained(
        child=answer.child,
        subject=answer.subject,
        check=check.code,
        question=check.asks,
        outcome=answer.outcome,
        word=answer.word,
        due_on=answer.due_on,
        since=answer.since,
        urgent=answer.urgent,
        reason=answer.reason,
        plain_reason=answer.plain_reason,
        missing=answer.missing,
        lesson=check.lesson,
        basis=check.basis,
        rule=rule_in_words(check, settings),
        rule_version=check.rule_version(),
        facts=tuple(_told(fact, answer, words) for fact in facts_told(answer)),
        settings=tuple(settings[key] for key in check.settings()),
        would_meet=check.would_meet,
        who_can=check.who_can,
        ask_next=check.ask_next,
    )


def facts_told(answer: Answer) -> Iterator[Fact]:
    """The facts to tell with an answer: those that are known, and those that it needs."""
    needed = {fact.name for fact in answer.check.needs}
    for fact in answer.check.looks_at():
        if answer.facts.get(fact.name) is not None or fact.name in needed:
            yield fact


def said(fact: Fact, answer: Answer) -> str:
    """The value of a fact, in words."""
    return in_words(answer.facts.get(fact.name), codes_of(fact))


def _told(fact: Fact, answer: Answer, words: InWords) -> ToldFact:
    value, records = answer.facts.get(fact.name), answer.records.get(fact.name, ())
    return ToldFact(fact.name, fact.label, value, said(fact, answer), tuple(records), words.fact(fact))

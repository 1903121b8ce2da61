"""The rule of a check or a measure in words: what decides it, in the order in which it is decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lapwing.engine.check import NO, Check
from lapwing.engine.measure import Measure
from lapwing.language.expressions import Constant, Name
from lapwing.lessons.settings import Setting
from lapwing.vocabulary.facts import Fact, Own, Wider
from lapwing.vocabulary.in_words import InWords
from lapwing.vocabulary.tables import Kind


@dataclass(frozen=True)
class Part:
    """One part of a rule: what it decides, and the condition or the day, in words."""

    decides: str
    says: str

    def __str__(self) -> str:
        return f"{self.decides}: {self.says}."


def rule_in_words(check: type[Check], settings: Mapping[str, Setting]) -> tuple[Part, ...]:
    """The rule of a check, with the numbers of an area."""
    return tuple(_parts(check, settings))


def _parts(check: type[Check], settings: Mapping[str, Setting]) -> Iterator[Part]:
    words = InWords(settings)
    yield Part(f"Looked at is each {check.about.called} where", words.of(check.about.members))
    if not isinstance(check.about.ended, Constant):
        yield Part("Nothing is asked any more where", words.of(check.about.ended))
    yield Part("The question arises where", words.of(check.applies))
    dates = {check.met_on: "the day on which it is met", check.due_on: "the day on which it is due"}
    shorter = InWords(settings, {part: said for part, said in dates.items() if not isinstance(part, Name)})
    for name, word in check.words.items():
        yield Part(f"{word.outcome.label} ({name.replace('_', ' ')}) where", shorter.of(word.when))
    if check.cannot_tell is not NO:
        yield Part("It cannot be told where", shorter.of(check.cannot_tell))
    yield Part("Met on", words.of(check.met_on))
    yield Part("Due on", words.of(check.due_on))
    if check.urgent is not NO:
        yield Part("Urgent, while it is open, where", shorter.of(check.urgent))


def measure_in_words(measure: type[Measure], settings: Mapping[str, Setting]) -> tuple[Part, ...]:
    """The rule of a measure, with the numbers of an area."""
    return tuple(_parts_of_measure(measure, InWords(settings)))


def _parts_of_measure(measure: type[Measure], words: InWords) -> Iterator[Part]:
    yield Part(f"Looked at is each {measure.about.called} where", words.of(measure.about.members))
    yield Part("Counted where", words.of(measure.belongs))
    yield Part("It falls on", words.of(measure.on))
    if not isinstance(measure.about.ended, Constant):
        yield Part("Left out where", words.of(measure.about.ended))
    for why, when in measure.leaves_out.items():
        yield Part(f"Left out ({why.rstrip('.')}) where", words.of(when))
    if not isinstance(measure.cannot_tell, Constant):
        yield Part("It cannot be told where", words.of(measure.cannot_tell))
    yield Part("It holds where", words.of(measure.met))
    if measure.settled_on is not None:
        yield Part("Not counted as missing before the end of", words.of(measure.settled_on))
    if measure.span is not None:
        yield Part(f"{measure.span.label}, from", words.of(measure.span.since))
        yield Part(f"{measure.span.label}, to", words.of(measure.span.until))


def facts_behind(check: type[Check]) -> tuple[Fact, ...]:
    """The facts behind a check, as people are told of them: without keys, and each once.

    What is told of the child stands with the subject's own facts, and not a second time.
    """
    behind = check.behind()
    told = {fact.definition.fact for fact in behind if isinstance(fact.definition, Wider)}
    return tuple(fact for fact in behind if not _is_key(fact) and fact not in told)


def _is_key(fact: Fact) -> bool:
    match fact.definition:
        case Own(column):
            return column.name in column.table.names and column.table.column(column.name).kind is Kind.IDENTIFIER
    return False

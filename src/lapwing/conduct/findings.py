"""Findings kept up with the record: worked out anew for one child at every write, and for all once a day.

Only what changed is written, with how it opened, changed or closed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings as django_settings

from lapwing.engine.check import Outcome
from lapwing.engine.explain import Answer, ChildAnswers
from lapwing.engine.known_rows import child_rows
from lapwing.engine.run import OPEN, Question, tables_of
from lapwing.lessons.settings import Settings, read_overrides, shipped_settings
from lapwing.local_checks import all_checks
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.models import Finding, FindingChange
from lapwing.records.stored import carried_now, stored_about, told_by

Known = Callable[[str, Mapping[str, Any]], bool]
"""Whether a row of a table is known to somebody."""
Which = tuple[str, str]
"""Subject and check: what tells one finding of a child from another."""

SAID = (
    "subject_kind", "lesson", "outcome", "word", "due_on", "since", "urgent", "reason", "plain_reason", "missing", "facts",
    "basis", "rule_version", "settings_version",
)  # fmt: skip
"""What a finding says, in the order of its columns."""

OPEN_OUTCOMES = frozenset(str(outcome) for outcome in OPEN)
PRESSING = (Outcome.NOT_MET, Outcome.DUE_SOON, Outcome.CANNOT_TELL)
"""Of the open ones those about which somebody can do something now, in this order."""


@lru_cache(maxsize=4)
def area_settings(path: str | None) -> Settings:
    """The area's own numbers, or the shipped ones."""
    return read_overrides(Path(path)) if path else shipped_settings()


def settings_now() -> Settings:
    """The area's settings as this service was started with."""
    return area_settings(django_settings.AREA_SETTINGS)


def question_of(day: date) -> Question:
    """What is asked of the record on a day: every check, with the area's settings."""
    return Question(_checks(), day, settings_now())


@lru_cache(maxsize=1)
def _checks() -> tuple[Any, ...]:
    return tuple(all_checks())


@dataclass(frozen=True)
class Asked:
    """The question of a day, ready for one child after another."""

    question: Question
    tables: frozenset[str]
    answers: ChildAnswers

    def of(self, child: str, known: Known | None = None) -> list[Answer]:
        """Every answer about a child, as things stand in the database; of the rows alone that are `known`, where that is given."""
        stored = stored_about([child], self.tables)
        if known is not None:
            stored = {table: [row for row in rows if known(table, row)] for table, rows in stored.items()}
        if not stored["child"]:
            return []
        rows = child_rows(
            stored, child, self.question.as_of, places_weights=self.question.places_weights, tables=self.tables
        )
        return self.answers.of(rows)


@lru_cache(maxsize=16)
def _asked(day: date, settings: str | None, told: tuple[Any, ...]) -> Asked:
    question = question_of(day)
    tables = frozenset(tables_of(question.plan()) | {"relationship"})
    return Asked(question, tables, ChildAnswers(question, carried_now()))


def asked_on(day: date) -> Asked:
    """The question of a day, made once for as long as the feeds can say the same."""
    return _asked(day, django_settings.AREA_SETTINGS, told_by())


def row_of(answer: Answer, settings_version: str) -> dict[str, Any]:
    """A finding as it is stored."""
    check = answer.check
    return {
        "child_id": answer.child,
        "subject": answer.subject,
        "check_code": check.code,
        "subject_kind": check.about.__name__,
        "lesson": check.lesson.id,
        "outcome": str(answer.outcome),
        "word": answer.word,
        "due_on": answer.due_on,
        "since": answer.since,
        "urgent": bool(answer.urgent),
        "reason": answer.reason,
        "plain_reason": answer.plain_reason,
        "missing": as_json(answer.missing),
        "facts": as_json(dict(answer.facts)),
        "basis": str(check.basis),
        "rule_version": check.rule_version(),
        "settings_version": settings_version,
    }


def as_json(value: Any) -> str:
    """JSON as Polars writes it, so that what rows and frames give is the same text."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False, default=str)


_WAIT: ContextVar[bool] = ContextVar("_WAIT", default=False)


@contextmanager
def findings_wait() -> Iterator[None]:
    """What is entered meanwhile changes no finding until they are worked out again: for months of a record told at once.

    Whoever uses it works the findings out afterwards.
    """
    before = _WAIT.set(True)
    try:
        yield
    finally:
        _WAIT.reset(before)


def recompute(children: Iterable[str], *, day: date, at: datetime, event: int | None = None) -> int:
    """Works out the findings of these children anew and writes what changed; how many did.

    A record that is read as another has no findings of its own: what stood under it is closed.
    """
    if _WAIT.get():
        return 0
    asked = asked_on(day)
    written = 0
    with links.asked_once():
        every = links.one_with("child", children)
        others = links.read_as_another("child", every)
        for child in sorted(every):
            if child in others:
                written += _settle(child, {}, Moment(day, at, event))
            elif entries("child").filter(pk__in=links.all_of("child", child)).exists():
                written += _settle(child, found_of(asked, child), Moment(day, at, event))
    return written


def found_of(asked: Asked, child: str, known: Known | None = None) -> dict[Which, dict[str, Any]]:
    """What the checks say of a child now, but for those that do not apply."""
    version = asked.question.settings.version
    answers = [answer for answer in asked.of(child, known) if answer.outcome != Outcome.NOT_APPLICABLE]
    return {(answer.subject, answer.check.code): row_of(answer, version) for answer in answers}


@dataclass(frozen=True)
class Moment:
    """When findings were worked out: for which day, at which moment, after which event."""

    day: date
    at: datetime
    event: int | None


def _settle(child: str, now: Mapping[Which, Mapping[str, Any]], when: Moment) -> int:
    """Brings the stored findings of a child to what they are now."""
    stored = {(one.subject, one.check_code): one for one in Finding.objects.filter(child=child)}
    gone = [one for which, one in stored.items() if which not in now]
    new = [row for which, row in now.items() if which not in stored]
    other = [(stored[which], row) for which, row in now.items() if which in stored and _differs(stored[which], row)]
    changes = [change_of(child, _said(one), None, when) for one in gone]
    changes += [change_of(child, None, row, when) for row in new]
    changes += [change_of(child, _said(one), row, when) for one, row in other]
    Finding.objects.filter(pk__in=[one.pk for one in gone]).delete()
    Finding.objects.bulk_create([Finding(**row, changed_at=when.at) for row in new])
    for one, row in other:
        Finding.objects.filter(pk=one.pk).update(**row, changed_at=when.at)
    FindingChange.objects.bulk_create(change for change in changes if change is not None)
    return len(gone) + len(new) + len(other)


def _said(one: Finding) -> dict[str, Any]:
    return {name: getattr(one, name) for name in ("subject", "check_code", *SAID)}


def _differs(one: Finding, row: Mapping[str, Any]) -> bool:
    return any(getattr(one, name) != row[name] for name in SAID)


def change_of(
    child: str, was: Mapping[str, Any] | None, became: Mapping[str, Any] | None, when: Moment
) -> FindingChange | None:
    """How a finding opened, changed or closed; nothing where it is no news to anybody."""
    one = became or was or {}
    before, after = _outcome(was), _outcome(became)
    kind = kind_of(before, after)
    if kind is None or (before == after and (was or {}).get("due_on") == (became or {}).get("due_on")):
        return None
    return FindingChange(
        child_id=child,
        subject=one["subject"],
        check_code=one["check_code"],
        kind=kind,
        was=before,
        became=after,
        due_on=(became or {}).get("due_on"),
        reason=(became or {}).get("reason"),
        on=when.day,
        at=when.at,
        event=when.event,
    )


def _outcome(said: Mapping[str, Any] | None) -> str | None:
    return None if said is None else str(said["outcome"])


def kind_of(before: str | None, after: str | None) -> str | None:
    """Opened, changed or closed, by the outcomes before and after.

    None where nobody ever had anything to do about it: it was met when it was first asked, or is not asked any more.
    """
    was_open, is_open = before in OPEN_OUTCOMES, after in OPEN_OUTCOMES
    if is_open and not was_open:
        return FindingChange.OPENED
    if was_open and not is_open:
        return FindingChange.CLOSED
    return FindingChange.CHANGED if before is not None and after is not None else None


def open_findings(children: Iterable[str]) -> Iterator[Finding]:
    """The open findings of these children: urgent ones first, then by the day on which they are or were due."""
    found = Finding.objects.filter(child__in=list(children), outcome__in=OPEN_OUTCOMES)
    yield from found.order_by("-urgent", "due_on", "child", "check_code", "subject")

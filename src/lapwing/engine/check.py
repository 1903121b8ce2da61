"""What a check is: a few expressions over facts, the sentences that explain them, and nothing else.

The outcome is itself an expression, put together here once for every check, so that whatever runs
expressions gives the same outcome.
"""

from __future__ import annotations

import hashlib
import re
import string
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar

from lapwing.engine.due_dates import is_soon, may_fall_earlier, may_fall_later
from lapwing.engine.plan import behind
from lapwing.language.expressions import (
    TODAY,
    Constant,
    Expression,
    Local,
    Name,
    Type,
    cases,
    lift,
    unknown,
)
from lapwing.language.rows import Given, meaning
from lapwing.language.spelling import spelled
from lapwing.lessons.ages_of_concern import Lesson
from lapwing.lessons.settings import Basis, shipped_settings
from lapwing.vocabulary.facts import Fact, Gathered, How, Link, Subject, columns, facts_in, latest
from lapwing.vocabulary.records import exception


class Outcome(StrEnum):
    """What a check says of one subject. Cannot tell is never counted as met, nor as not met."""

    NOT_MET = "not_met"
    CANNOT_TELL = "cannot_tell"
    DUE_SOON = "due_soon"
    NOT_YET_DUE = "not_yet_due"
    MET_LATE = "met_late"
    EXCEPTED = "excepted"
    MET = "met"
    NOT_APPLICABLE = "not_applicable"

    @property
    def label(self) -> str:
        """The outcome as people read it."""
        return "Not asked" if self is Outcome.NOT_APPLICABLE else self.value.replace("_", " ").capitalize()


@dataclass(frozen=True)
class Word:
    """A more exact word for an outcome: where `when` is known to hold, it decides the outcome.

    A word for what is not met yields to a manager's exception.
    """

    outcome: Outcome
    when: Expression


class WrongCheck(TypeError):
    """A check that does not keep to the form; its text says which, what it has and what it needs."""


DOES_NOT_FIT = (
    "If this does not fit, write down why. A manager can set the question aside for this child, with the reason and the "
    "day until which it holds; the record then shows it as excepted."
)
"""What anybody may do about a finding that does not fit."""
NO = Constant(False)
NOWADAYS = date(2026, 1, 5)
"""Any day: on which a rule is tried over an empty record."""


class Check:
    """One question to recorded practice, about one kind of subject.

    `applies`, `cannot_tell`, `words`, `met_on` and `due_on` decide the outcome; `needs` are the facts that
    are named as missing when they are, `tells` further facts that its sentences use. `says` has a sentence
    for each outcome or word, which may use only facts that the check looks at, `{due_on}` and `{missing}`.
    `finding` names the one key finding behind the check, where its lesson answers several.
    `plainly` says the same expectation to the parent or young person: what services should have done, and
    nothing about them.
    """

    asks: ClassVar[str]
    lesson: ClassVar[Lesson]
    finding: ClassVar[Lesson | None] = None
    about: ClassVar[type[Subject]]
    basis: ClassVar[Basis]
    applies: ClassVar[Expression]
    cannot_tell: ClassVar[Expression] = NO
    words: ClassVar[Mapping[str, Word]] = {}
    met_on: ClassVar[Expression]
    due_on: ClassVar[Expression]
    needs: ClassVar[tuple[Fact, ...]] = ()
    tells: ClassVar[tuple[Fact, ...]] = ()
    urgent: ClassVar[Expression] = NO
    says: ClassVar[Mapping[str, str]]
    plainly: ClassVar[str]
    would_meet: ClassVar[str]
    who_can: ClassVar[str]
    ask_next: ClassVar[str]

    code: ClassVar[str]

    def __init_subclass__(cls, abstract: bool = False) -> None:
        if hasattr(cls, "about"):
            cls.about = cls.about.whole()
        if not abstract:
            heading, checks = _KEEPING.get() or (_heading(cls.__module__), CHECKS)
            cls.code = f"{heading}.{_snake_case(cls.__name__)}"
            if cls.code in checks:
                raise WrongCheck(f"{cls.__name__} has the code {cls.code}, which another check has. Rename it.")
            hold_to_form(cls)
            checks[cls.code] = cls

    @classmethod
    def looks_at(cls) -> tuple[Fact, ...]:
        """The facts that decide the outcome, in the order in which they are first spoken of."""
        parts = (
            cls.applies,
            cls.cannot_tell,
            *(word.when for word in cls.words.values()),
            cls.met_on,
            cls.due_on,
            cls.urgent,
        )
        return tuple(dict.fromkeys([fact for part in parts for fact in facts_in(part)] + [*cls.needs, *cls.tells]))

    @classmethod
    @cache
    def settings(cls) -> tuple[str, ...]:
        """The settings that the rule uses, its facts' own among them."""
        parts = (*cls._expressions(), cls.urgent, outcome_of(cls))
        used = [node.key for part in parts for node in part.walk() if isinstance(node, Local)]
        return tuple(dict.fromkeys(used))

    @classmethod
    @cache
    def rule_version(cls) -> str:
        """A short sign of the rule as it is written, facts and all; it changes when the rule does."""
        return sign_of([*cls._expressions(), cls.urgent], cls.behind())

    @classmethod
    def _expressions(cls) -> Iterator[Expression]:
        yield from (cls.applies, cls.cannot_tell, *(word.when for word in cls.words.values()), cls.met_on, cls.due_on)
        yield from (cls.about.members, cls.about.ended)
        for fact in cls.behind():
            yield from made_of(fact)

    @classmethod
    def behind(cls) -> tuple[Fact, ...]:
        """The facts that the check looks at, then those that say of whom, then all that these are worked out from."""
        return behind([*cls.looks_at(), *facts_in(cls.about.members), *facts_in(cls.about.ended)])


CHECKS: dict[str, type[Check]] = {}
"""Every check by code; `lapwing.checks` puts them in the order of the report."""
_KEEPING: ContextVar[tuple[str, dict[str, type[Check]]] | None] = ContextVar("_KEEPING", default=None)


@contextmanager
def kept_apart(heading: str) -> Iterator[dict[str, type[Check]]]:
    """Checks that are written meanwhile stand under this heading, and here instead of among CHECKS."""
    checks: dict[str, type[Check]] = {}
    before = _KEEPING.set((heading, checks))
    try:
        yield checks
    finally:
        _KEEPING.reset(before)


def sign_of(expressions: Iterable[Expression], facts: Iterable[Fact]) -> str:
    """A short sign of a rule as it is written: of its expressions, and of how its facts are gathered."""
    written = [spelled(expression) for expression in expressions]
    written += [_gathered_how(fact) for fact in facts if isinstance(fact.definition, Gathered)]
    return hashlib.sha256("|".join(written).encode()).hexdigest()[:8]


def made_of(fact: Fact) -> Iterator[Expression]:
    """The expressions that a fact's definition is made of."""
    definition = fact.definition
    if isinstance(definition, Gathered):
        yield from (part for part in (definition.column, definition.where) if part is not None)
    else:
        yield from (value for value in vars(definition).values() if isinstance(value, Expression))


def _gathered_how(fact: Fact) -> str:
    gathered = fact.definition
    assert isinstance(gathered, Gathered)  # noqa: S101
    links = ", ".join(f"{link.column} of {link.fact.name}" for link in gathered.links)
    return f"{fact.name}: {gathered.how.value} by {links}"


def _heading(module: str) -> str:
    """The heading of the report that a module of checks stands under."""
    path = module.split(".")
    return path[path.index("checks") + 1] if "checks" in path[:-1] else path[-1]


def _snake_case(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


_EXCEPTED: dict[type[Check], Fact] = {}


def excepted_until(check: type[Check]) -> Fact:
    """The last day of the latest exception in force for a check, as a fact of its subject.

    An exception counts only with a named manager, a reason and an expiry; it holds to the end of that day.
    """
    if check not in _EXCEPTED:
        _EXCEPTED[check] = _exception_fact(check.code, check.about)
    return _EXCEPTED[check]


def _exception_fact(code: str, subject: type[Subject]) -> Fact:
    rows = columns(exception)
    own_key = subject.key()[-1]
    same: Expression = rows.child_id.is_known()
    if own_key in ("concern_id", "meeting_id"):
        names_one = getattr(rows, own_key)
        same = names_one.is_unknown() | (names_one == subject.facts()[own_key].its)
    granted = rows.decided_by.is_known() & rows.reason.is_known() & (rows.expires_on >= TODAY)
    fact = latest(
        rows.expires_on,
        "until when a manager has set this aside",
        by=(Link("child_id", subject.child_id),),
        where=(rows.check == code) & granted & same,
    )
    fact.__set_name__(subject, f"excepted_until__{code.replace('.', '__')}")
    return fact


def due_and_met(check: type[Check]) -> dict[str, Expression]:
    """The two dates of a check, under the names by which its outcome speaks of them."""
    return {named(check, "due_on"): check.due_on, named(check, "met_on"): check.met_on}


def named(check: type[Check], part: str) -> str:
    """The name of a column that holds a part of a check's answer."""
    return f"{check.code.replace('.', '__')}__{part}"


def outcome_of(check: type[Check], *, met_is_silent: bool = False) -> Expression:
    """The outcome of a check as an expression, over its facts and the two dates of `due_and_met`.

    With `met_is_silent` the source could not have said that the check is met: then it is never not met.
    """
    due_on, met_on = Name(named(check, "due_on"), Type.DATE), Name(named(check, "met_on"), Type.DATE)
    cannot = ~(~check.cannot_tell).is_true()
    judged = met_on.is_known() & due_on.is_known() & ~cannot
    return cases(
        (check.about.ended.is_true(), Outcome.NOT_APPLICABLE),
        (~check.applies.is_known().is_true(), Outcome.CANNOT_TELL),
        (~check.applies.is_true(), Outcome.NOT_APPLICABLE),
        *((word.when.is_true(), _comes_to(check, word)) for word in check.words.values()),
        (judged & (met_on <= due_on).is_true(), Outcome.MET),
        (judged & ~may_fall_later(check.due_on), Outcome.MET_LATE),
        (excepted_until(check).is_known().is_true(), Outcome.EXCEPTED),
        (cannot | due_on.is_unknown() | Constant(met_is_silent), Outcome.CANNOT_TELL),
        (may_fall_later(check.due_on) & (due_on < TODAY).is_true(), Outcome.CANNOT_TELL),
        ((due_on < TODAY).is_true(), Outcome.NOT_MET),
        (may_fall_earlier(check.due_on), Outcome.CANNOT_TELL),
        (is_soon(check.due_on, due_on), Outcome.DUE_SOON),
        otherwise=Outcome.NOT_YET_DUE,
    )


def _comes_to(check: type[Check], word: Word) -> Expression:
    """The outcome of a word that holds: what it says is not met, is excepted while an exception is in force."""
    if word.outcome is not Outcome.NOT_MET:
        return lift(word.outcome)
    return cases((excepted_until(check).is_known().is_true(), Outcome.EXCEPTED), otherwise=Outcome.NOT_MET)


def since(check: type[Check], outcome: Name) -> Expression:
    """Since when the outcome has stood, where a day can be named."""
    due_on, met_on = Name(named(check, "due_on"), Type.DATE), Name(named(check, "met_on"), Type.DATE)
    return cases(
        ((outcome == Outcome.NOT_MET).is_true(), due_on.plus_days(1)),
        ((outcome.is_in(Outcome.MET, Outcome.MET_LATE) & (met_on <= TODAY)).is_true(), met_on),
        otherwise=unknown(Type.DATE),
    )


def _spoken(check: type[Check], name: str, word: Word) -> Expression:
    """The name of a word that holds, which is not spoken where an exception stands in its place."""
    if word.outcome is not Outcome.NOT_MET:
        return Constant(name)
    return cases((excepted_until(check).is_known().is_true(), unknown(Type.TEXT)), otherwise=name)


def word_of(check: type[Check]) -> Expression:
    """The word that decided a check's outcome, where one did."""
    silent = check.about.ended.is_true() | ~check.applies.is_true()
    nothing = unknown(Type.TEXT)
    choices = [(word.when.is_true(), _spoken(check, name, word)) for name, word in check.words.items()]
    return cases((silent, nothing), *choices, otherwise=nothing)


PARTS = (
    *("asks", "lesson", "about", "basis", "applies", "met_on", "due_on", "says"),
    *("plainly", "would_meet", "who_can", "ask_next"),
)
"""What every check must have."""
YIELDS = {
    **{"applies": Type.YES_NO, "cannot_tell": Type.YES_NO, "urgent": Type.YES_NO},
    **{"met_on": Type.DATE, "due_on": Type.DATE},
}
"""What its expressions must yield."""


ALWAYS_SAID = frozenset({"due_on", "missing", "excepted_until"})
"""What any sentence may say besides facts: when it is due, what is missing, until when it is set aside."""


def hold_to_form(check: type[Check]) -> None:
    """Refuses a check that does not keep to the form."""
    for name in PARTS:
        if not hasattr(check, name):
            raise WrongCheck(f"{check.__name__} has no {name}.")
    for name, needed in YIELDS.items():
        has: Type = getattr(check, name).type
        if has is not needed:
            raise WrongCheck(f"{check.__name__}.{name} yields a {has.value}; it needs to yield a {needed.value}.")
    strange = {fact.name for fact in check.looks_at() if fact.subject is not check.about}
    if strange:
        raise WrongCheck(
            f"{check.__name__} is about a {check.about.called} and cannot look at {', '.join(sorted(strange))}."
        )
    _refuse_sentences(check)
    _refuse_verdict_on_nothing(check)


def _refuse_sentences(check: type[Check]) -> None:
    """Sentences say what the check looks at, for every outcome that calls for one, and no free text."""
    names = {fact.name for fact in check.looks_at()}
    if names & ALWAYS_SAID:
        raise WrongCheck(
            f"{check.__name__} looks at a fact called {min(names & ALWAYS_SAID)}; its sentences mean another."
        )
    allowed = names | ALWAYS_SAID
    free_text = {fact.name for fact in check.looks_at() if fact.is_free_text}
    for said, sentence in check.says.items():
        if said not in set(Outcome) | set(check.words):
            raise WrongCheck(f"{check.__name__}.says has {said!r}, which is neither an outcome nor one of its words.")
        for name in placeholders(sentence):
            if name not in allowed:
                raise WrongCheck(
                    f"{check.__name__}.says uses {{{name}}}, which the check does not look at. "
                    f"It looks at: {', '.join(sorted(allowed))}."
                )
            if name in free_text:
                raise WrongCheck(f"{check.__name__}.says repeats {{{name}}}, which people write in their own words.")
    unsaid = {Outcome.NOT_MET, Outcome.MET, Outcome.CANNOT_TELL} - set(check.says)
    if unsaid:
        raise WrongCheck(f"{check.__name__}.says has no sentence for: {', '.join(sorted(unsaid))}.")


def placeholders(sentence: str) -> tuple[str, ...]:
    """The names between braces in a sentence."""
    return tuple(name for _, name, _, _ in string.Formatter().parse(sentence) if name)


def _refuse_verdict_on_nothing(check: type[Check]) -> None:
    """A record about which nothing is known, or on which nothing stands, is neither met nor not met."""
    given = Given(NOWADAYS, shipped_settings().local(check.settings()))
    for empty in (False, True):
        row: dict[str, Any] = {fact.name: _nothing(fact, empty) for fact in _all_facts(check)}
        for name, expression in due_and_met(check).items():
            row[name] = meaning(expression, given)(row)
        verdict = meaning(outcome_of(check), given)(row)
        if verdict in (Outcome.MET, Outcome.MET_LATE, Outcome.NOT_MET):
            raise WrongCheck(f"{check.__name__} says {verdict} of a record about which nothing is known.")


def _all_facts(check: type[Check]) -> tuple[Fact, ...]:
    expressions = (outcome_of(check), *due_and_met(check).values())
    return tuple(dict.fromkeys(fact for expression in expressions for fact in facts_in(expression)))


def _nothing(fact: Fact, empty: bool) -> object:
    how = fact.definition.how if isinstance(fact.definition, Gathered) and empty else None
    return {How.ANY: False, How.COUNT: 0}.get(how) if how is not None else None

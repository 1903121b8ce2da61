"""What a measure is: who is counted, of whom it holds, and on which day each falls; a few expressions over facts.

A measure looks back over a period at everybody to whom its question applied, whether or not their record is open now. Its
figures are questions to the partnership, and verdicts on nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import ClassVar

from lapwing.engine.check import WrongCheck, made_of, sign_of
from lapwing.engine.plan import behind
from lapwing.language.expressions import TODAY, Constant, Expression, Local, Type, cases, unknown
from lapwing.lessons.ages_of_concern import Lesson
from lapwing.vocabulary.facts import Fact, Subject, facts_in


class Status(StrEnum):
    """What a measure says of one that it looks at."""

    MET = "met"
    NOT_MET = "not_met"
    CANNOT_TELL = "cannot_tell"
    LEFT_OUT = "left_out"
    NOT_YET = "not_yet"
    """Neither done nor due; in no figure."""


class SpanKind(StrEnum):
    """What a number of days is read as."""

    DAYS = "days"
    GESTATION = "gestation"
    """Days since the first day of gestation, read as weeks and days."""


@dataclass(frozen=True)
class Span:
    """The days from one date to another, where both are known: what medians and tails are taken of."""

    since: Expression
    until: Expression
    label: str
    kind: SpanKind = SpanKind.DAYS


NO = Constant(False)


class Measure:
    """One question about many: of those to whom it applied, how many had what they should have.

    `belongs` says who is counted and `met` of whom it holds; `on` is the day by which each falls into a period. Those of
    `leaves_out`, by the reason in words, are told apart and in no share; nor are those of whom it cannot be told. Before
    `settled_on` is over nobody is counted as not met. `counts` and `meets` say in words who stands below and above the
    line. `by` has further ways of dividing those counted, by name: the services of a hand-over. `agency` is the agency to
    whose work each belongs, where that is not whoever leads. `looking_back` gives settings that bound how far back a
    subject is looked at the length that a period of years takes. `ended` is whom nothing is counted of, where that is
    other than of whom no check asks anything today: what came long after does not undo what was or was not done before.
    `unlike` says what the figure does not show.
    """

    asks: ClassVar[str]
    lesson: ClassVar[Lesson]
    findings: ClassVar[tuple[Lesson, ...]] = ()
    about: ClassVar[type[Subject]]
    counts: ClassVar[str]
    meets: ClassVar[str]
    belongs: ClassVar[Expression]
    on: ClassVar[Expression]
    met: ClassVar[Expression]
    leaves_out: ClassVar[Mapping[str, Expression]] = {}
    cannot_tell: ClassVar[Expression] = NO
    ended: ClassVar[Expression | None] = None
    settled_on: ClassVar[Expression | None] = None
    span: ClassVar[Span | None] = None
    by: ClassVar[Mapping[str, Fact]] = {}
    agency: ClassVar[Fact | None] = None
    looking_back: ClassVar[Mapping[str, int]] = {}
    source: ClassVar[str] = ""
    unlike: ClassVar[str] = ""

    code: ClassVar[str]

    def __init_subclass__(cls, abstract: bool = False) -> None:
        if hasattr(cls, "about"):
            cls.about = cls.about.whole()
        if not abstract:
            heading = cls.__module__.rpartition(".")[2]
            cls.code = f"{heading}.{re.sub(r'(?<!^)(?=[A-Z])', '_', cls.__name__).lower()}"
            if cls.code in MEASURES:
                raise WrongMeasure(f"{cls.__name__} has the code {cls.code}, which another measure has. Rename it.")
            hold_to_form(cls)
            MEASURES[cls.code] = cls

    @classmethod
    def expressions(cls) -> Iterator[Expression]:
        """What is worked out of each that it looks at."""
        yield from (cls.stops(), cls.belongs, cls.on, cls.met, *cls.leaves_out.values(), cls.cannot_tell)
        yield from cls.by.values()
        yield from (part for part in (cls.settled_on, cls.agency) if part is not None)
        if cls.span is not None:
            yield from (cls.span.since, cls.span.until)

    @classmethod
    def stops(cls) -> Expression:
        """Of whom nothing is counted."""
        return cls.about.ended if cls.ended is None else cls.ended

    @classmethod
    def facts(cls) -> tuple[Fact, ...]:
        """Every fact that it is worked out from."""
        key = [cls.about.facts()[name] for name in cls.about.key()]
        return tuple(dict.fromkeys([*key, *(fact for part in cls.expressions() for fact in facts_in(part))]))

    @classmethod
    def rests_on(cls) -> tuple[Fact, ...]:
        """Those facts and all that they are worked out from."""
        return behind([*cls.facts(), *facts_in(cls.about.members)])

    @classmethod
    @cache
    def settings(cls) -> tuple[str, ...]:
        """The settings that it reckons with, its facts' own among them."""
        walked = (node for part in cls._written() for node in part.walk())
        return tuple(dict.fromkeys(node.key for node in walked if isinstance(node, Local)))

    @classmethod
    @cache
    def rule_version(cls) -> str:
        """A short sign of the rule as it is written, facts and all; it changes when the rule does."""
        return sign_of(cls._written(), cls.rests_on())

    @classmethod
    def _written(cls) -> Iterator[Expression]:
        yield from (*cls.expressions(), cls.about.members)
        for fact in cls.rests_on():
            yield from made_of(fact)


MEASURES: dict[str, type[Measure]] = {}
"""Every measure by code."""


class WrongMeasure(WrongCheck):
    """A measure that does not keep to the form; its text says which, what it has and what it needs."""


PARTS = ("asks", "lesson", "about", "counts", "meets", "belongs", "on", "met")
YIELDS = {
    "belongs": Type.YES_NO,
    "met": Type.YES_NO,
    "cannot_tell": Type.YES_NO,
    "ended": Type.YES_NO,
    "on": Type.DATE,
    "settled_on": Type.DATE,
}


def hold_to_form(measure: type[Measure]) -> None:
    """Refuses a measure that does not keep to the form."""
    for name in PARTS:
        if not hasattr(measure, name):
            raise WrongMeasure(f"{measure.__name__} has no {name}.")
    for name, needed in YIELDS.items():
        part: Expression | None = getattr(measure, name)
        if part is not None and part.type is not needed:
            raise WrongMeasure(f"{measure.__name__}.{name} yields a {part.type.value}; it needs a {needed.value}.")
    strange = {fact.name for fact in measure.facts() if fact.subject is not measure.about}
    if strange:
        raise WrongMeasure(
            f"{measure.__name__} is about a {measure.about.called} and cannot look at {', '.join(sorted(strange))}."
        )


def done_by(step_on: Expression, due_on: Expression) -> Expression:
    """Whether a step was taken by the day on which it was due; not known where that day is not."""
    return cases((due_on.is_unknown(), unknown(Type.YES_NO)), otherwise=step_on.is_known() & (step_on <= due_on))


def status_of(measure: type[Measure], *, met_is_silent: bool = False) -> Expression:
    """What a measure says of each, as an expression. With `met_is_silent` the source could not have said that it holds."""
    later = measure.settled_on if measure.settled_on is not None else unknown(Type.DATE)
    return cases(
        (measure.stops().is_true(), Status.LEFT_OUT),
        (~measure.belongs.is_known().is_true() | measure.on.is_unknown(), Status.CANNOT_TELL),
        *((when.is_true(), Status.LEFT_OUT) for when in measure.leaves_out.values()),
        (~(~measure.cannot_tell).is_true(), Status.CANNOT_TELL),
        (measure.met.is_true(), Status.MET),
        ((later >= TODAY).is_true(), Status.NOT_YET),
        (measure.met.is_unknown() | Constant(met_is_silent), Status.CANNOT_TELL),
        otherwise=Status.NOT_MET,
    )

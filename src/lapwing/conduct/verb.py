"""What makes a function a verb: permission, change, event and findings in one transaction; what people are told after it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps
from typing import Any, NewType, ParamSpec, TypeVar, cast

from django.db import IntegrityError, transaction

from lapwing.conduct.acting import Acting, Change, Told
from lapwing.conduct.at_work import ended_among
from lapwing.conduct.events import record_event
from lapwing.conduct.findings import recompute
from lapwing.conduct.may import May
from lapwing.conduct.notifications import tell_all
from lapwing.conduct.permissions import check_user_can
from lapwing.conduct.subjects import check_people_in_sight, children_named, children_touched, parameters_naming_entries
from lapwing.records import links
from lapwing.records.store import CannotEnter, hold
from lapwing.vocabulary.records import TABLES

P = ParamSpec("P")
R = TypeVar("R")
Words = NewType("Words", str)
"""What a verb returns that is not the key of an entry, as a plain text would be: a name, or a token."""


@dataclass(frozen=True)
class Verb:
    """A verb as it is known to permissions, systems and tests. `naming` has its parameters that take the key of an entry,
    by the table of the entry.
    """

    name: str
    may: May
    naming: Mapping[str, str]
    body: Callable[..., Any]

    @property
    def is_of_the_board(self) -> bool:
        """Whether it is about the business of the Board and not about one child."""
        return self.body.__module__.startswith("lapwing.board.")

    @property
    def means(self) -> str:
        """What it does, in a sentence."""
        return (inspect.getdoc(self.body) or "").partition("\n")[0]

    def named(self, given: Mapping[str, Any]) -> list[tuple[str, str]]:
        """The entries that a call names, each by its table and key, in the order of the parameters.

        A verb that acts on an entry of whichever table names it by `table` and `key`.
        """
        if "table" in given and "key" in given:
            return [(_known(given["table"]), given["key"])]
        return [(table, given[name]) for name, table in self.naming.items() if given.get(name) is not None]

    def check(self, given: Mapping[str, Any]) -> list[str]:
        """The children on whose records a call acts; Refused or NoSuchEntry where whoever calls may not do it to one of them."""
        by: Acting = given["by"]
        named = self.named(given)
        children = children_named(named)
        subjects: list[str | None] = [*children] or [None]
        for child in subjects:
            check_user_can(self.name, self.may, by=by, child=child)
        check_people_in_sight(self.name, self.may, named, children, by=by)
        return children

    def do(self, **given: Any) -> Any:
        """Does it, as calling the function that was declared does."""
        return _do(self, given)


def _known(table: str) -> str:
    if table not in TABLES:
        raise CannotEnter(f"table: needs one of {', '.join(TABLES)}.")
    return table


VERBS: dict[str, Verb] = {}
"""Every verb by name, in the order in which they are declared."""


def verb(*, may: May) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declares a verb that these roles may do.

    It is called by keyword, with `by` and `on`. A parameter that is named after a record table takes the key of an entry;
    the verb acts on the records of the children whom the first of these is about, and the others have to be about one
    of them too.
    """

    def declared(body: Callable[P, R]) -> Callable[P, R]:
        one = Verb(body.__name__, may, parameters_naming_entries(body), body)
        VERBS[one.name] = one

        @wraps(body)
        def done(*args: P.args, **kwargs: P.kwargs) -> R:
            return cast(R, one.do(**kwargs))

        return done

    return declared


@links.asked_once()
def _do(verb: Verb, given: Mapping[str, Any]) -> Any:
    # Who may is asked before the transaction, so that a refusal is kept in the log whatever becomes of the rest. Where a
    # record is closed to somebody in the moment between, what they enter stands as if entered just before; they read nothing.
    by: Acting = given["by"]
    named, children = verb.named(given), verb.check(given)
    _check_day(given.get("on"), by)
    change = Change()
    with transaction.atomic():
        hold([*(("child", child) for child in children), *named])
        said = _carried_out(verb, {**given, "by": replace(by, change=change)})
        touched = children_touched(change) | set(children)
        details = _details(given, change, touched)
        first = min(touched, default=None)
        event = record_event(verb.name, by=by.account.pk, at=by.at, child=first, details=details)
        recompute(touched, day=by.today, at=by.at, event=event)
        told = _to_tell(change, touched) if change.told else []
        transaction.on_commit(lambda: tell_all(told, by.at))
    return said


def _to_tell(change: Change, touched: set[str]) -> list[Told]:
    """What people are told: of a child, only while its record goes on; what they are told of each other, always.

    What is told of an entry for every child of a pregnancy is told of one of them.
    """
    ended = ended_among(touched)
    one_of_them = min(touched - ended, default=None) or min(touched, default=None)
    told = [replace(one, child=one.child or one_of_them) if one.table else one for one in change.told]
    return [one for one in told if one.child not in ended]


def _carried_out(verb: Verb, given: Mapping[str, Any]) -> Any:
    try:
        with transaction.atomic():
            return verb.body(**given)
    except IntegrityError as refusal:
        raise CannotEnter(refused_in_words(refusal)) from None


def _check_day(on: date | None, by: Acting) -> None:
    if on is not None and on > by.today:
        raise CannotEnter(f"on: has {on:%-d %B %Y}, which lies ahead; needs the day on which it happened.")


def _details(given: Mapping[str, Any], change: Change, children: set[str]) -> dict[str, Any]:
    entries = [[one.table, one.key, "new" if one.is_new else list(one.changed)] for one in change.entered]
    return {"on": given.get("on"), "entries": entries, "children": sorted(children), **change.notes}


def refused_in_words(refusal: IntegrityError) -> str:
    """What the database would not hold, as a sentence."""
    said = str(refusal)
    for part, sentence in REFUSALS.items():
        if part in said:
            return sentence
    return (
        "These values contradict each other or name something that is not there; look at the days and at who did what."
    )


REFUSALS: Mapping[str, str] = {
    "one_lead": "The child has a lead practitioner already. End that lead first, or hand it over.",
    "involvement.child_id": "The child has a lead practitioner already. End that lead first, or hand it over.",
    "involvement.pregnancy_id": "There is a lead practitioner for this pregnancy already. End that lead first, or hand it over.",
    "child_or_pregnancy": "Give a child or a pregnancy, one of the two.",
    "father_identity": "identity_status: needs what is known of who the father is, or why it is not known.",
    "nhs_number": "nhs_number: needs ten digits that pass the check of NHS numbers.",
    "_to_": "Two days stand in the wrong order: something ended before it began.",
    "_given": "Something that is always needed is missing.",
    "_by": "Say both who did it and on which day, or neither.",
}
"""Sentences for the constraints of `records`, by what their names have in common."""

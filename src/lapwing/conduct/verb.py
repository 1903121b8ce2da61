"""What makes a function a verb: permission, change, event and findings in one transaction; what people are told after it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import IntegrityError, transaction

from lapwing.conduct.acting import Acting, Change
from lapwing.conduct.events import record_event
from lapwing.conduct.findings import recompute
from lapwing.conduct.may import May
from lapwing.conduct.notifications import tell_all
from lapwing.conduct.permissions import check_user_can
from lapwing.conduct.subjects import children_of, children_touched
from lapwing.records.store import CannotEnter
from lapwing.vocabulary.records import TABLES

P = ParamSpec("P")
R = TypeVar("R")


class NotPossible(Exception):
    """This cannot be done as things stand, whoever asks; the text says why, and what can be done instead."""


@dataclass(frozen=True)
class Verb:
    """A verb as it is known to permissions, systems and tests: `subject` is the parameter that says on whose record it acts."""

    name: str
    may: May
    subject: str | None
    body: Callable[..., Any]

    @property
    def means(self) -> str:
        """What it does, in a sentence."""
        return (inspect.getdoc(self.body) or "").partition("\n")[0]


VERBS: dict[str, Verb] = {}
"""Every verb by name, in the order in which they are declared."""


def verb(*, may: May) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declares a verb that these roles may do.

    It is called by keyword, with `by` and `on`. The child's record on which it acts is that of its parameter `child`,
    or else of the entry that its first parameter named after a record table has the key of.
    """

    def declared(body: Callable[P, R]) -> Callable[P, R]:
        one = Verb(body.__name__, may, _subject_of(body), body)
        VERBS[one.name] = one

        @wraps(body)
        def done(*args: P.args, **kwargs: P.kwargs) -> R:
            return _do(one, kwargs)

        return done

    return declared


def _subject_of(body: Callable[..., Any]) -> str | None:
    return next((name for name in inspect.signature(body).parameters if name in TABLES), None)


def _do(verb: Verb, given: Mapping[str, Any]) -> Any:
    by: Acting = given["by"]
    children = children_of(verb.subject, given.get(verb.subject)) if verb.subject else []
    for child in children or [None]:
        check_user_can(verb.name, verb.may, by=by, child=child)
    _check_day(given.get("on"), by)
    change = Change()
    with transaction.atomic():
        said = _carried_out(verb, {**given, "by": replace(by, change=change)})
        touched = children_touched(change) | set(children)
        event = record_event(
            verb.name,
            by=by.account.pk,
            at=by.at,
            child=next(iter(sorted(touched)), None),
            details=_details(given, change, touched),
        )
        recompute(touched, day=by.today, at=by.at, event=event)
        transaction.on_commit(lambda: tell_all(change.told, by.at))
    return said


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
    "FOREIGN KEY": "Something is named that is not there.",
    "foreign key": "Something is named that is not there.",
    "_by": "Say both who did it and on which day, or neither.",
}
"""Sentences for the constraints of `records`, by what their names have in common."""

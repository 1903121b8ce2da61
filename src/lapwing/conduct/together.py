"""Doing several things in one go: all of them or none, each a verb of its own with its own event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from lapwing.conduct.acting import Acting
from lapwing.conduct.verb import VERBS

Asked = tuple[str, Mapping[str, Any]]


def do_together(*, by: Acting, asked: Sequence[Asked]) -> list[Any]:
    """Does each verb with what it is given, in that order; what each gives. What is refused once undoes all of them.

    Whether somebody may is asked of all of them first, so that a refusal is kept in the log although nothing is done.
    """
    for name, given in asked:
        VERBS[name].check({**given, "by": by})
    with transaction.atomic():
        return [VERBS[name].do(by=by, **given) for name, given in asked]

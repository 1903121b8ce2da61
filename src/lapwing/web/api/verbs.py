"""An address for every verb, made from the verb itself."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from types import NoneType
from typing import Any, get_type_hints

from django.http import HttpResponse
from ninja import Router, Schema
from pydantic import create_model

from lapwing.board import verbs as of_the_board
from lapwing.conduct import verbs
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import roles_in_words
from lapwing.conduct.permissions import Refused
from lapwing.conduct.reading import shown_now
from lapwing.conduct.verb import VERBS, Verb
from lapwing.records.store import ChangedMeanwhile, NoSuchEntry
from lapwing.web.api.answers import DOING, said
from lapwing.web.api.bodies import body_of
from lapwing.web.api.letting_in import Asked

assert verbs  # noqa: S101  # importing the packages declares them
assert of_the_board  # noqa: S101

WITHHELD = "withheld"


class Entered(Schema):
    """It was done; the key of what was entered."""

    entry: str


class Done(Schema):
    """It was done."""


def addresses_of_verbs() -> Router:
    """An address for every verb: `/do/` and its name."""
    router = Router()
    for verb in VERBS.values():
        router.add_api_operation(
            f"/do/{verb.name}",
            ["POST"],
            _doing(verb),
            response={200: _answer_of(verb), **DOING},
            operation_id=verb.name,
            summary=verb.means,
            description=_description(verb),
            tags=[verb.body.__module__.rpartition(".")[2]],
        )
    return router


def _description(verb: Verb) -> str:
    said_of_it = inspect.getdoc(verb.body) or ""
    return f"{said_of_it}\n\nWho may: {roles_in_words(verb.may)}."


def _doing(verb: Verb) -> Callable[..., Any]:
    def do(request: Any, body: Any) -> Any:
        given = {name: getattr(body, name) for name in type(body).model_fields}
        try:
            return _answered(verb, verb.do(by=request.auth, **given))
        except ChangedMeanwhile as refusal:
            return changed_meanwhile(request.auth, verb, given, refusal)

    do.__name__ = verb.name
    do.__annotations__ = {"request": Asked, "body": body_of(verb)}
    return do


def _returns(verb: Verb) -> Any:
    return get_type_hints(verb.body).get("return")


def _answer_of(verb: Verb) -> Any:
    """How a verb answers: with the key of what it entered, with nothing, or with what else it returns."""
    returns = _returns(verb)
    if returns is str:
        return Entered
    if returns in (None, NoneType):
        return Done
    name = "".join(part.capitalize() for part in verb.name.split("_"))
    return create_model(f"{name}Answer", __base__=Schema, answer=(returns, ...))


def _answered(verb: Verb, given_back: Any) -> dict[str, Any]:
    if given_back is None:
        return {}
    return {"entry" if _returns(verb) is str else "answer": given_back}


def changed_meanwhile(by: Acting, verb: Verb, given: Mapping[str, Any], refusal: ChangedMeanwhile) -> HttpResponse:
    """What the entry says now in the columns that differ, as far as this reader may see it."""
    key = next((key for table, key in verb.named(given) if table == refusal.table), None)
    if key is None:
        return said(409, str(refusal))
    try:
        now = shown_now(by=by, table=refusal.table, key=key)
    except (Refused, NoSuchEntry):
        return said(409, str(refusal))
    changes = {name: now.values.get(name, WITHHELD) for name in refusal.changes}
    return said(409, str(refusal), version=now.version, changes=changes)

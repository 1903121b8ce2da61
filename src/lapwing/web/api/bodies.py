"""What a verb is given over HTTP: a form made from its signature, strict in every field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from inspect import Parameter, signature
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, Union, get_args, get_origin, get_type_hints

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, Strict, create_model
from pydantic_core import PydanticCustomError

from lapwing.conduct.verb import Verb
from lapwing.vocabulary.tables import Codes

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOST = 10**12


def _as_day(value: Any) -> Any:
    if not isinstance(value, str) or not DAY.fullmatch(value):
        raise PydanticCustomError("day", "needs a day")
    return value


def storable(value: str) -> str:
    """Text that every database holds: no half of a pair of UTF-16, and no character zero."""
    if "\x00" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
        raise PydanticCustomError("text", "needs text that can be stored")
    return value


Text = Annotated[str, Strict(), AfterValidator(storable)]
Day = Annotated[date, BeforeValidator(_as_day)]
STRICT: Mapping[Any, Any] = {
    str: Text,
    bool: Annotated[bool, Strict()],
    int: Annotated[int, Strict(), Field(ge=-MOST, le=MOST)],
    float: Annotated[float, Strict(), Field(ge=-MOST, le=MOST, allow_inf_nan=False)],
    date: Day,
}
"""What stands for each type of a signature: a number is no text, and neither is a yes."""
NEEDED: Mapping[Any, str] = {
    str: "text",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    date: "a day such as 2026-03-14",
}
MEANS = {
    "on": "The day on which it happened.",
    "seen": "The version of the entry that you had before you; refused where it no longer stands.",
}
"""What is meant by parameters that many verbs share."""


class Body(BaseModel):
    """The fields of a request. `needs` says of each what it needs; `takes_codes` are those with a closed list."""

    model_config = ConfigDict(extra="forbid")
    needs: ClassVar[Mapping[str, str]] = {}
    takes_codes: ClassVar[frozenset[str]] = frozenset()


def body_of(verb: Verb) -> type[Body]:
    """The form of a verb: its parameters but for who does it."""
    hints = get_type_hints(verb.body)
    parameters = [one for name, one in signature(verb.body).parameters.items() if name != "by"]
    fields: dict[str, Any] = {one.name: _field(verb, one, hints[one.name]) for one in parameters}
    model = create_model(_class_name(verb.name), __base__=Body, __doc__=f"What {verb.name} takes.", **fields)
    model.needs = {one.name: needed(hints[one.name]) for one in parameters}
    model.takes_codes = frozenset(one.name for one in parameters if any(codes_in(hints[one.name])))
    return model


def _field(verb: Verb, one: Parameter, hint: Any) -> tuple[Any, Any]:
    default = ... if one.default is Parameter.empty else one.default
    table = verb.naming.get(one.name)
    means = f"The key of an entry of {table}." if table else MEANS.get(one.name)
    return strict(hint), Field(default, description=means)


def _class_name(verb: str) -> str:
    return "".join(part.capitalize() for part in verb.split("_")) + "Body"


def strict(hint: Any) -> Any:
    """The type as it is taken over HTTP."""
    parts = tuple(strict(part) for part in get_args(hint))
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return Union[parts]  # noqa: UP007  # made of parts
    if origin in (list, dict):
        return origin[parts]
    return STRICT.get(hint, hint)


def needed(hint: Any) -> str:
    """What a field needs, as the end of a sentence."""
    origin, parts = get_origin(hint), [part for part in get_args(hint) if part is not NoneType]
    if origin in (Union, UnionType):
        return " or ".join(dict.fromkeys(needed(part) for part in parts))
    if origin is list:
        return f"a list, each of its items {needed(parts[0])}"
    if origin is dict:
        return "an object of names and values"
    if isinstance(hint, type) and issubclass(hint, Codes):
        return f"one of {', '.join(hint.labels())}"
    return NEEDED.get(hint, "another value")


def codes_in(hint: Any) -> Iterator[type[Codes]]:
    """The closed lists that a type speaks of."""
    if isinstance(hint, type) and issubclass(hint, Codes):
        yield hint
    for part in get_args(hint):
        yield from codes_in(part)

"""What is wrong with a request, in sentences: the field, what it has where that tells nothing of a person, what it needs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from lapwing.web.api.bodies import Body

NEEDED_ELSEWHERE: Mapping[str, str] = {
    "child": "the key of a child",
    "table": "the name of a record table",
    "key": "the key of an entry",
    "day": "a day such as 2026-03-14",
    "start": "a whole number from 0",
    "at_most": "a whole number from 1 to 1000",
}
"""What the parts of an address need."""
KINDS: Mapping[type, str] = {
    type(None): "nothing",
    bool: "a yes or no",
    int: "a number",
    float: "a number",
    str: "text",
    list: "a list",
    dict: "an object",
}
CODE = re.compile(r"[\w -]{1,40}")
"""What may be a code, wrongly spelled; anything else is not repeated."""


def sentence(model: type[BaseModel], error: Mapping[str, Any]) -> str:
    """What is wrong in one place of what was given for `model`."""
    where = [str(part) for part in error["loc"] if part != "body"]
    body = _body_of(model)
    if not where:
        return (
            "The body is missing; needs a JSON object."
            if error["type"] == "missing"
            else "The body: needs a JSON object."
        )
    name = where[0]
    needs = body.needs.get(name) if body else NEEDED_ELSEWHERE.get(name)
    if error["type"] == "missing":
        return f"{name}: is missing; needs {needs}."
    if needs is None:
        names = ", ".join(body.needs) if body else ""
        return f"There is a field here that this does not take; it takes {names}."
    return f"{name}: has {_has(error['input'], body is not None and name in body.takes_codes)}; needs {needs}."


def _body_of(model: type[BaseModel]) -> type[Body] | None:
    field = model.model_fields.get("body")
    kind = field.annotation if field is not None else None
    return kind if isinstance(kind, type) and issubclass(kind, Body) else None


def _has(value: Any, is_code: bool) -> str:
    if is_code and isinstance(value, str) and CODE.fullmatch(value):
        return f"“{value}”"
    return KINDS.get(type(value), "something else")

"""How a parameter of a verb is asked for: the field for its type, with its words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from inspect import Parameter
from textwrap import shorten
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from django import forms
from django.db.models import Choices as DjangoChoices

from lapwing.conduct.verb import Verb
from lapwing.conduct.verbs.measurements import UNITS
from lapwing.lessons.ages_of_concern import LESSONS
from lapwing.measures import MEASURES
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Codes
from lapwing.web.forms.choices import Choices, table_named
from lapwing.web.forms.fields import Day, Line, Lines, Number, OneOf, Several, Whole, YesNo
from lapwing.web.words import field_words, words_of
from lapwing.web.words.of_tables import table_words

MOST_LETTERS = 10_000
MOST = 10**9
BRIEFLY = [(one.id, f"{one.id}: {shorten(one.text, 100, placeholder=' ...')}") for one in LESSONS]
"""The lessons of the report, each in a line."""
LISTED = {
    "unit": [(unit, unit) for unit in dict.fromkeys(unit for units in UNITS.values() for unit in units)],
    "lesson": BRIEFLY,
    "lessons": BRIEFLY,
    "measure": [(code, one.asks) for code, one in MEASURES.items()],
    "tables": [(name, table_words(name).many.capitalize()) for name in TABLES],
}
"""Parameters that are text and of which only a few make sense."""


def hint_of(parameter: Parameter, hints: Mapping[str, Any]) -> tuple[Any, bool]:
    """The type of a parameter without None, and whether it may be left out."""
    hint = hints[parameter.name]
    parts = [part for part in get_args(hint) if part is not NoneType]
    if get_origin(hint) in (Union, UnionType) and len(parts) < len(get_args(hint)):
        return (parts[0] if len(parts) == 1 else hint), True
    return hint, parameter.default is not Parameter.empty


def field_for(verb: Verb, parameter: Parameter, hint: Any, choices: Choices, chosen: Mapping[str, str]) -> forms.Field:
    """The field of a parameter; `chosen` is what was said before, on which its choices may hang."""
    kind, is_optional = hint_of(parameter, {parameter.name: hint})
    said = field_words(verb.name, parameter.name)
    required = not is_optional or parameter.name in words_of(verb.name).needs
    given: dict[str, Any] = {
        "label": said.label if required else f"{said.label} (optional)",
        "help_text": said.hint,
        "required": required,
        "error_messages": {"required": ask_for(said.label), "invalid_choice": f"Choose from the list: {said.label}"},
    }
    default = parameter.default
    if default not in (Parameter.empty, None, ""):
        given["initial"] = str(default) if isinstance(default, Codes) else default
    field = _field(verb, parameter, kind, said.is_long, given, choices, chosen)
    field.asks = said.label  # type: ignore[attr-defined]  # without a note that it may be left out
    return field


def _field(
    verb: Verb,
    parameter: Parameter,
    kind: Any,
    is_long: bool,
    given: dict[str, Any],
    choices: Choices,
    chosen: Mapping[str, str],
) -> forms.Field:
    if parameter.name == "account" or parameter.name.endswith("_account"):
        return OneOf(choices=choices.accounts(verb), **given)
    if parameter.name in LISTED or table_named(verb, parameter.name) is not None:
        listed = LISTED.get(parameter.name) or choices.of(verb, parameter.name, chosen)
        return Several(choices=listed, **given) if get_origin(kind) is list else OneOf(choices=listed, **given)
    return of_type(kind, is_long, given)


def of_type(kind: Any, is_long: bool, given: dict[str, Any]) -> forms.Field:
    """The field for a type."""
    codes = next(iter(get_args(kind)), None) if get_origin(kind) is list else None
    if isinstance(codes, type) and issubclass(codes, Codes):
        return Several(choices=list(codes.labels().items()), **given)
    if isinstance(kind, type) and issubclass(kind, Codes):
        return OneOf(choices=list(kind.labels().items()), **given)
    if isinstance(kind, type) and issubclass(kind, DjangoChoices):
        return OneOf(choices=list(kind.choices), **given)
    if kind is bool:
        return YesNo(**given)
    if kind is date:
        return Day(**given)
    if kind in (int, float):
        wrong = given["error_messages"] | {"invalid": "Write a number, such as 12"}
        return (Whole if kind is int else Number)(
            min_value=-MOST, max_value=MOST, **(given | {"error_messages": wrong})
        )
    return (Lines if is_long else Line)(max_length=MOST_LETTERS, **given)


def ask_for(label: str) -> str:
    """What is said where nothing was answered."""
    start = "Answer this" if label.endswith("?") else "Say"
    return f"{start}: {label[0].lower()}{label[1:]}"

"""A form for a verb, made from its signature, with the words that `web.words` has for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from inspect import Parameter, signature
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from django import forms
from django.db.models import Choices as DjangoChoices

from lapwing.conduct.verb import Verb
from lapwing.records.store import CannotEnter
from lapwing.vocabulary.tables import Codes
from lapwing.web.forms.choices import Choices, subject_of, table_named
from lapwing.web.forms.fields import Day, Drawn, Lines, Number, OneOf, Several, Whole, YesNo
from lapwing.web.forms.fields import Line as LineField
from lapwing.web.showing.record import Line
from lapwing.web.templating import in_words
from lapwing.web.words import VerbWords, field_words, words_of

NOT_SENT_ON = ("csrfmiddlewaretoken", "whose", "confirmed")
MOST_LETTERS = 10_000


def hint_of(parameter: Parameter, hints: Mapping[str, Any]) -> tuple[Any, bool]:
    """The type of a parameter without None, and whether it may be left out."""
    hint = hints[parameter.name]
    parts = [part for part in get_args(hint) if part is not NoneType]
    if get_origin(hint) in (Union, UnionType) and len(parts) < len(get_args(hint)):
        return (parts[0] if len(parts) == 1 else hint), True
    return hint, parameter.default is not Parameter.empty


class FormOfVerb(forms.Form):
    """What a verb is given. `fixed` names the entries that it acts on, which are not asked again; `asked` is one step of
    several, or all of them.
    """

    def __init__(
        self,
        verb: Verb,
        choices: Choices,
        *,
        fixed: Mapping[str, str],
        step: tuple[str, ...] | None = None,
        **given: Any,
    ) -> None:
        super().__init__(auto_id="%s", use_required_attribute=False, **given)
        self.verb, self.words = verb, words_of(verb.name)
        self.fixed = dict(fixed)
        if choices.record is not None:
            self.fixed |= {name: key for name, key in subject_of(verb, choices.record).items() if name not in fixed}
        asked = [one for one in self._in_order() if step is None or one.name in step]
        hints = get_type_hints(verb.body)
        chosen = self.fixed | {name: str(value) for name, value in (given.get("initial") or {}).items()}
        for one in asked:
            hint, is_optional = hint_of(one, hints)
            self.fields[one.name] = _field(verb, self.words, one, hint, is_optional, choices, chosen)

    def _in_order(self) -> list[Parameter]:
        """The parameters that are asked, in the order in which a person would answer them."""
        every = signature(self.verb.body).parameters
        fields = self.words.fields.values()
        return [every[one.name] for one in fields if one.name not in self.fixed and not one.is_filled]

    def drawn(self) -> Iterator[Any]:
        """The fields, each as its component; a question that is asked alone is the heading of its page."""
        for bound in self:
            field: Any = bound.field
            if isinstance(field, Drawn):
                yield field.draw(bound)

    def wrong(self) -> list[dict[str, str]]:
        """What is wrong, each with a link to the field."""
        said = [{"text": str(text)} for text in self.non_field_errors()]
        return said + [{"text": str(bound.errors[0]), "href": f"#{bound.auto_id}"} for bound in self if bound.errors]

    def answers(self) -> list[Line]:
        """What was answered, to be looked at once more."""
        return [
            Line(str(bound.label), _read_back(bound.field, self.cleaned_data[bound.name]))
            for bound in self
            if self.cleaned_data[bound.name] not in (None, "", [])
        ]

    def sent(self) -> list[tuple[str, str]]:
        """What was sent, input by input, to be sent once more."""
        return [(name, value) for name in self.data if name not in NOT_SENT_ON for value in self.data.getlist(name)]  # type: ignore[attr-defined]

    def values(self, seen: int | None) -> dict[str, Any]:
        """What the verb is called with: what was answered, and what was fixed."""
        parameters = signature(self.verb.body).parameters
        answered = {name: self._value(parameters[name], value) for name, value in self.cleaned_data.items()}
        given = {name: value for name, value in answered.items() if value is not None or _needs(parameters[name])}
        fixed = {name: _typed(parameters[name], value) for name, value in self.fixed.items()}
        return given | fixed | ({"seen": seen} if "seen" in parameters and seen is not None else {})

    def _value(self, parameter: Parameter, value: Any) -> Any:
        if value in ("", None, []):
            return None
        return value

    def refuse(self, refusal: CannotEnter) -> None:
        """Says beside its field what the record does not take."""
        name, _, rest = str(refusal).partition(": ")
        if name in self.fields and rest:
            self.add_error(name, rest[0].upper() + rest[1:])
        else:
            self.add_error(None, str(refusal))


def _read_back(field: Any, value: Any) -> str:
    labels = dict(getattr(field, "choices", ()))
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list):
        return ", ".join(str(labels.get(one, one)) for one in value)
    return str(labels.get(value, in_words(value)))


def _needs(parameter: Parameter) -> bool:
    return parameter.default is Parameter.empty


def _typed(parameter: Parameter, value: str) -> Any:
    """A fixed value as the verb takes it: keys are text, numbers of accounts and answers whole."""
    return int(value) if parameter.annotation in ("int", int) else value


def _field(
    verb: Verb,
    words: VerbWords,
    parameter: Parameter,
    hint: Any,
    is_optional: bool,
    choices: Choices,
    chosen: dict[str, str],
) -> forms.Field:
    said = field_words(verb.name, parameter.name)
    required = not is_optional or parameter.name in words.needs
    given: dict[str, Any] = {
        "label": said.label if required else f"{said.label} (optional)",
        "help_text": said.hint,
        "required": required,
        "error_messages": {"required": _ask_for(said.label)},
    }
    default = parameter.default
    if default not in (Parameter.empty, None, ""):
        given["initial"] = str(default) if isinstance(default, Codes) else default
    if hint is list[str] or get_origin(hint) is list:
        return Several(choices=choices.of(verb, parameter.name, chosen), **given)
    if table_named(verb, parameter.name) is not None:
        return OneOf(choices=choices.of(verb, parameter.name, chosen), **given)
    return _of_type(hint, said.is_long, given)


def _of_type(hint: Any, is_long: bool, given: dict[str, Any]) -> forms.Field:
    if isinstance(hint, type) and issubclass(hint, Codes):
        return OneOf(choices=list(hint.labels().items()), **given)
    if isinstance(hint, type) and issubclass(hint, DjangoChoices):
        return OneOf(choices=list(hint.choices), **given)
    if hint is bool:
        return YesNo(**given)
    if hint is date:
        return Day(**given)
    if hint is int:
        return Whole(**given)
    if hint is float:
        return Number(**given)
    return Lines(max_length=MOST_LETTERS, **given) if is_long else LineField(max_length=MOST_LETTERS, **given)


def _ask_for(label: str) -> str:
    """What is said where nothing was answered."""
    return (
        f"Answer this: {label[0].lower()}{label[1:]}" if label.endswith("?") else f"Say: {label[0].lower()}{label[1:]}"
    )

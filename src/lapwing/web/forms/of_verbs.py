"""A form for a verb, made from its signature, with the words that `web.words` has for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from inspect import Parameter, signature
from typing import Any, get_args, get_type_hints

from django import forms
from django.http import QueryDict
from markupsafe import Markup

from lapwing.conduct.verb import Verb
from lapwing.web.forms.asked import LISTED, field_for, hint_of
from lapwing.web.forms.choices import WHO, Choices, subject_of, table_named
from lapwing.web.forms.fields import Drawn
from lapwing.web.forms.said import said_of_fields
from lapwing.web.showing.record import Line
from lapwing.web.templating import in_words
from lapwing.web.words import words_of

NOT_SENT_ON = ("csrfmiddlewaretoken", "whose", "confirmed")
AT_ONCE = 6
"""So many questions that need no answer are asked at once; the rest stands under a line to open."""
WHEN = "on"


class FormOfVerb(forms.Form):
    """What a verb is given. `fixed` names the entries that it acts on, which are not asked again; `before` has what was
    answered on the pages before this one; `step` are the questions of this page where it is not the last.
    """

    def __init__(
        self,
        verb: Verb,
        choices: Choices,
        *,
        fixed: Mapping[str, str],
        before: QueryDict | None = None,
        step: tuple[str, ...] | None = None,
        data: QueryDict | None = None,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        before = before if before is not None else QueryDict()
        sent = _joined(data, before) if data is not None else None
        super().__init__(sent, initial=dict(initial or {}), auto_id="%s", use_required_attribute=False)
        self.verb, self.words, self.choices = verb, words_of(verb.name), choices
        self.fixed = dict(fixed)
        if choices.record is not None:
            self.fixed = {**subject_of(verb, choices.record, fixed), **self.fixed}
        self.before = tuple(name for name in before if step is None)
        self._make_fields(step, before, sent)

    def _make_fields(self, step: tuple[str, ...] | None, before: QueryDict, sent: QueryDict | None) -> None:
        said = {name: str(value) for name, value in self.initial.items() if value is not None}
        answered = [*before.items(), *(sent.items() if sent is not None else ())]
        chosen = said | self.fixed | {name: str(value) for name, value in answered}
        hints = get_type_hints(self.verb.body)
        for one in self._in_order():
            if step is None or one.name in step:
                field = self.field(one, hints[one.name], chosen)
                if not field.required and table_named(self.verb, one.name) and not getattr(field, "choices", ()):
                    continue  # there is nothing that could be chosen, and nothing need be
                self.fields[one.name] = field
                if one.name in before and sent is None:
                    self.initial[one.name] = field.widget.value_from_datadict(before, {}, one.name)

    def field(self, parameter: Parameter, hint: Any, chosen: Mapping[str, str]) -> forms.Field:
        """The field of a parameter."""
        return field_for(self.verb, parameter, hint, self.choices, chosen)

    def _in_order(self) -> list[Parameter]:
        """The parameters that are asked, in the order in which a person would answer them; when it was comes last."""
        every = signature(self.verb.body).parameters
        asked = [
            every[name] for name, one in self.words.fields.items() if not one.is_filled or self._is_to_choose(name)
        ]
        asked = [one for one in asked if one.name not in self.fixed]
        return sorted(asked, key=lambda one: (one.name == WHEN, one.name != self.words.on_entry))

    def _is_to_choose(self, name: str) -> bool:
        """Whether an entry that the verb acts on was not named by whoever led here, and has to be chosen."""
        needed = signature(self.verb.body).parameters[name].default is Parameter.empty
        return needed and name in self.verb.naming and name not in WHO

    @property
    def lacks_choices(self) -> bool:
        """Whether something has to be chosen of which there is nothing on this record."""
        fields = ((name, field) for name, field in self.fields.items() if field.required)
        return any(name in self.verb.naming and not getattr(field, "choices", True) for name, field in fields)

    # How it is drawn

    def drawn(self) -> Iterator[Markup]:
        """The questions that are asked first, each as its component."""
        yield from (_draw(self[name]) for name in self._names() if name not in self._folded)

    def more(self) -> list[Markup]:
        """Questions that are rarely needed, which stand under a line to open."""
        return [_draw(self[name]) for name in self._names() if name in self._folded]

    @property
    def more_is_open(self) -> bool:
        """Whether something of them was answered or is wrong, so that it must not be hidden."""
        return any(self[name].errors or self[name].value() not in (None, "", []) for name in self._folded)

    def when(self) -> Markup | None:
        """The question when it happened, which mostly was today; None where this page does not ask it."""
        return _draw(self[WHEN]) if WHEN in self._asked() else None

    def when_is_open(self, today: date) -> bool:
        """Whether the day is another one than today, or wrong."""
        value = self[WHEN].value()
        is_today = value == today or value == (str(today.day), str(today.month), str(today.year))
        return bool(self[WHEN].errors) or not is_today

    def label(self, name: str) -> str:
        """What a question is called, without a note that it may be left out."""
        return str(getattr(self.fields[name], "asks", self.fields[name].label))

    def question(self, name: str) -> Markup:
        """One question by itself, for a page that lays its form out in its own way."""
        return _draw(self[name])

    @property
    def asked_now(self) -> list[str]:
        """The questions of this page, but for when it happened."""
        return self._names()

    def _asked(self) -> list[str]:
        return [name for name in self.fields if name not in self.before or self[name].errors]

    def _names(self) -> list[str]:
        return [name for name in self._asked() if name != WHEN]

    @property
    def _folded(self) -> Sequence[str]:
        optional = [name for name in self._names() if not self.fields[name].required]
        return optional[AT_ONCE:]

    def answered_before(self) -> list[tuple[str, str, str]]:
        """What was chosen on the pages before: each name, its question and its answer."""
        return [
            (name, self.label(name), _read_back(self.fields[name], self[name].value()))
            for name in self.before
            if name in self.fields and self[name].value() not in (None, "", [])
        ]

    def wrong(self) -> list[dict[str, str]]:
        """What is wrong, each with a link to the field."""
        said = [{"text": str(text)} for text in self.non_field_errors()]
        return said + [{"text": str(bound.errors[0]), "href": f"#{bound.auto_id}"} for bound in self if bound.errors]

    def answers(self) -> list[Line]:
        """What was answered, to be looked at once more."""
        return [
            Line(self.label(bound.name), _read_back(bound.field, self.cleaned_data[bound.name]))
            for bound in self
            if self.cleaned_data[bound.name] not in (None, "", [])
        ]

    def sent(self) -> list[tuple[str, str]]:
        """What was sent, input by input, to be sent once more."""
        return [
            (name, value)
            for name in self.data
            if name not in (*NOT_SENT_ON, *self.before)
            for value in self.data.getlist(name)  # type: ignore[attr-defined]
        ]

    # What it gives

    def values(self, seen: int | None) -> dict[str, Any]:
        """What the verb is called with: what was answered, and what was fixed."""
        parameters, hints = signature(self.verb.body).parameters, get_type_hints(self.verb.body)
        answered = {name: value for name, value in self.cleaned_data.items() if name in parameters}
        typed = {name: _typed(hint_of(parameters[name], hints)[0], value) for name, value in answered.items()}
        given = {name: value for name, value in typed.items() if value is not None}
        fixed = {
            name: _typed(hint_of(parameters[name], hints)[0], key)
            for name, key in self.fixed.items()
            if name in parameters
        }
        return given | fixed | ({"seen": seen} if "seen" in parameters and seen is not None else {})

    def refuse(self, refusal: Exception) -> None:
        """Says beside its field what the record does not take, in the words of the form."""
        name, says = said_of_fields(self.words, self.fields, str(refusal))
        self.add_error(name, says)

    def name_of(self, column: str) -> str | None:
        """The question whose answer is kept in a column; None where this form asks none such."""
        return next((one for one in (column, column.removesuffix("_id")) if one in self.fields), None)


def _joined(data: QueryDict, before: QueryDict) -> QueryDict:
    """What this page sent and what was answered before it."""
    both = data.copy()
    for name in before:
        both.setlist(name, before.getlist(name))
    return both


def _draw(bound: Any) -> Markup:
    field: Drawn = bound.field
    return field.draw(bound)


def _read_back(field: Any, value: Any) -> str:
    labels = dict(getattr(field, "choices", ()))
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list):
        return ", ".join(str(labels.get(one, one)) for one in value)
    return str(labels.get(value, in_words(value)))


def _typed(hint: Any, value: Any) -> Any:
    """A value as the verb takes it: codes as codes, numbers of accounts and answers whole, nothing for what is blank."""
    if value in ("", None, []):
        return None
    if isinstance(value, list):
        return [_typed(get_args(hint)[0], one) for one in value]
    if hint is int or (isinstance(hint, type) and issubclass(hint, str) and hint is not str):
        return hint(value)
    return value


def steps_of(verb: Verb) -> tuple[tuple[str, ...], ...]:
    """The pages before the last one, while all that they ask is chosen from a list: nothing that is written or named of
    anybody goes into an address.
    """
    hints = get_type_hints(verb.body)
    parameters = signature(verb.body).parameters
    steps = []
    for step in words_of(verb.name).steps[:-1]:
        if not all(_is_chosen(verb, parameters[name], hints) for name in step):
            break
        steps.append(step)
    return tuple(steps)


def _is_chosen(verb: Verb, parameter: Parameter, hints: Mapping[str, Any]) -> bool:
    hint = hint_of(parameter, hints)[0]
    is_code = isinstance(hint, type) and issubclass(hint, str) and hint is not str
    return is_code or hint is bool or parameter.name in LISTED or table_named(verb, parameter.name) is not None


def may_be_in_address(verb: Verb, name: str) -> bool:
    """Whether an address may say beforehand what a question is answered with: what is chosen, or a day that lies ahead."""
    parameters, hints = signature(verb.body).parameters, get_type_hints(verb.body)
    return name in parameters and _is_chosen(verb, parameters[name], hints)

"""Fields of forms, each of which draws itself as a component of GOV.UK Frontend: label, hint, what is wrong, and input."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from markupsafe import Markup

from lapwing.vocabulary.board.lists import BETWEEN
from lapwing.web.templating import govuk

FEW = 7
"""Up to so many choices stand one below the other; more are a list to open."""


class Drawn:
    """How a field is drawn."""

    def draw(self, bound: BoundField) -> Markup:
        """The component, with what was entered and what is wrong with it."""
        label: dict[str, Any] = {"text": bound.label, "classes": "govuk-label--s"}
        params: dict[str, Any] = {"id": bound.auto_id, "name": bound.html_name}
        if bound.help_text:
            params["hint"] = {"text": bound.help_text}
        if bound.errors:
            params["errorMessage"] = {"text": bound.errors[0]}
        return self.component(bound, params, label)

    def component(self, bound: BoundField, params: dict[str, Any], label: dict[str, Any]) -> Markup:
        raise NotImplementedError


class Line(Drawn, forms.CharField):
    """A line of text."""

    def __init__(self, *, classes: str = "", autocomplete: str = "off", **given: Any) -> None:
        super().__init__(**given)
        self.classes, self.autocomplete = classes, autocomplete

    def component(self, bound: BoundField, params: dict[str, Any], label: dict[str, Any]) -> Markup:
        said = {
            "value": bound.value() or "",
            "classes": self.classes,
            "autocomplete": self.autocomplete,
            "label": label,
        }
        return govuk.input(params | said)  # type: ignore[no-any-return]


class Lines(Drawn, forms.CharField):
    """Several lines of text."""

    def __init__(self, *, rows: int = 4, **given: Any) -> None:
        super().__init__(**given)
        self.rows = rows

    def to_python(self, value: Any) -> str:
        """The text, its lines as they are stored: browsers send two characters at the end of each."""
        return str(super().to_python(value)).replace("\r\n", "\n")

    def component(self, bound: BoundField, params: dict[str, Any], label: dict[str, Any]) -> Markup:
        return govuk.textarea(params | {"value": bound.value() or "", "rows": self.rows, "label": label})  # type: ignore[no-any-return]


class Whole(Drawn, forms.IntegerField):
    """A whole number."""

    def component(self, bound: BoundField, params: dict[str, Any], label: dict[str, Any]) -> Markup:
        said = {
            "value": _plain(bound.value()),
            "classes": "govuk-input--width-5",
            "inputmode": "numeric",
            "label": label,
        }
        return govuk.input(params | said)  # type: ignore[no-any-return]


class Number(Drawn, forms.FloatField):
    """A number."""

    def component(self, bound: BoundField, params: dict[str, Any], label: dict[str, Any]) -> Markup:
        said = {
            "value": _plain(bound.value()),
            "classes": "govuk-input--width-5",
            "inputmode": "decimal",
            "label": label,
        }
        return govuk.input(params | said)  # type: ignore[no-any-return]


def _plain(value: Any) -> str:
    return "" if value is None else str(value)


def _choices(field: Any) -> list[tuple[str, str]]:
    return [(str(code), str(text)) for code, text in field.choices]


class OneOf(Drawn, forms.ChoiceField):
    """One of several; where it need not be answered, no choice is made beforehand."""

    def __init__(self, *, choices: Sequence[tuple[str, str]], **given: Any) -> None:
        super().__init__(choices=choices, **given)

    def component(self, bound: BoundField, params: dict[str, Any], label: dict[str, Any]) -> Markup:
        value = _plain(bound.value())
        choices = _choices(self)
        if len(choices) <= FEW:
            nothing = [] if self.required else [{"value": "", "text": "Not answered", "checked": value == ""}]
            items = [{"value": code, "text": text, "checked": code == value} for code, text in choices] + nothing
            return govuk.radios(_grouped(params, label) | {"items": items, "classes": "govuk-radios--small"})  # type: ignore[no-any-return]
        nothing = [{"value": "", "text": "Choose one" if self.required else "None of these, or not known"}]
        items = [{"value": code, "text": text, "selected": code == value} for code, text in choices]
        return govuk.select(params | {"label": label, "items": nothing + items})  # type: ignore[no-any-return]


class Several(Drawn, forms.MultipleChoiceField):
    """Any number of several; what a column of several codes holds stands chosen."""

    def prepare_value(self, value: Any) -> Any:
        return value.split(BETWEEN) if isinstance(value, str) else value

    def component(self, bound: BoundField, params: dict[str, Any], label: dict[str, Any]) -> Markup:
        chosen = {str(one) for one in bound.value() or ()}
        items = [{"value": code, "text": text, "checked": code in chosen} for code, text in _choices(self)]
        return govuk.checkboxes(_grouped(params, label) | {"items": items, "classes": "govuk-checkboxes--small"})  # type: ignore[no-any-return]


YES_NO = (("yes", "Yes"), ("no", "No"))
NOT_KNOWN = ("", "Not known")


class YesNo(OneOf):
    """Yes or no; where it need not be answered, also that it is not known."""

    def __init__(self, **given: Any) -> None:
        choices = YES_NO if given.get("required", True) else (*YES_NO, NOT_KNOWN)
        super().__init__(choices=choices, **given)

    def to_python(self, value: Any) -> Any:
        return {"yes": True, "no": False, True: True, False: False}.get(value)

    def validate(self, value: Any) -> None:
        if self.required and value is None:
            raise forms.ValidationError(self.error_messages["required"], code="required")

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no"}.get(value, value)

    def component(self, bound: BoundField, params: dict[str, Any], label: dict[str, Any]) -> Markup:
        drawn = _grouped(params, label) | {"classes": "govuk-radios--inline govuk-radios--small"}
        value = _plain(bound.value())
        items = [{"value": code, "text": text, "checked": code == value} for code, text in _choices(self)]
        return govuk.radios(drawn | {"items": items})  # type: ignore[no-any-return]


def _grouped(params: dict[str, Any], label: dict[str, Any]) -> dict[str, Any]:
    """The parameters of a group of inputs, whose label is a legend; its first input has the id that errors link to."""
    legend = {"text": label["text"], "classes": "govuk-fieldset__legend--s"}
    rest = {name: value for name, value in params.items() if name != "id"}
    return rest | {"idPrefix": params["id"], "fieldset": {"legend": legend}}


class DayParts(forms.Widget):
    """A day as three inputs: day, month, year."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> tuple[str, str, str] | None:
        """What was entered in the three; None where nothing was."""
        parts = tuple(str(data.get(f"{name}-{part}") or "").strip() for part in ("day", "month", "year"))
        return parts if any(parts) else None  # type: ignore[return-value]


MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Day(Drawn, forms.Field):
    """A day, asked as day, month and year; a month may be written in letters."""

    widget = DayParts

    def to_python(self, value: Any) -> date | None:
        """The day; what is wrong is said as what it needs."""
        if value in (None, "") or isinstance(value, date):
            return value or None
        day, month, year = value
        missing = [name for name, part in (("day", day), ("month", month), ("year", year)) if not part]
        if missing:
            raise forms.ValidationError(f"The date needs a {' and a '.join(missing)}")
        try:
            return date(int(year), _month(month), int(day))
        except ValueError:
            raise forms.ValidationError("This is no date. Write it like 27 3 2026") from None

    def component(self, bound: BoundField, params: dict[str, Any], label: dict[str, Any]) -> Markup:
        value = bound.value()
        if isinstance(value, date):
            value = (str(value.day), str(value.month), str(value.year))
        wrong = " govuk-input--error" if bound.errors else ""
        items = [
            {
                "name": part,
                "label": part.capitalize(),
                "id": params["id"] if part == "day" else f"{params['id']}-{part}",
                "value": said,
                "classes": f"govuk-input--width-{4 if part == 'year' else 2}{wrong}",
            }
            for part, said in zip(("day", "month", "year"), value or ("", "", ""), strict=True)
        ]
        rest = {name: one for name, one in _grouped(params, label).items() if name not in ("idPrefix", "name")}
        return govuk.date_input(rest | {"id": f"{params['id']}-group", "namePrefix": params["name"], "items": items})  # type: ignore[no-any-return]


def _month(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return MONTHS.index(text[:3].lower()) + 1

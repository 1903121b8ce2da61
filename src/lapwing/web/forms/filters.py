"""What a list in time is narrowed by, in the address: by whom, of what kind, from when until when, and as known when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from markupsafe import Markup

from lapwing.web.forms.fields import Drawn, OneOf
from lapwing.web.templating import govuk

NEWEST_FIRST = "newest"
ORDERS = ((NEWEST_FIRST, "Newest first"), ("oldest", "Oldest first"))


class DayBox(Drawn, forms.DateField):
    """A day in one box, as a filter has it; a browser that knows days offers a calendar."""

    def __init__(self, **given: Any) -> None:
        super().__init__(
            required=False,
            input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d %m %Y", "%d %B %Y"],
            error_messages={"invalid": "This is no date. Write it like 27/3/2026"},
            **given,
        )

    def component(self, bound: BoundField, params: dict[str, Any], label: dict[str, Any]) -> Markup:
        value = bound.value()
        said = value.isoformat() if isinstance(value, date) else value or ""
        box = {"type": "date", "value": said, "classes": "govuk-input--width-10", "label": label}
        return govuk.input(params | box)  # type: ignore[no-any-return]


class Choice(OneOf):
    """One of several, or any of them, always as a list to open."""

    def __init__(self, *, anything: str = "", **given: Any) -> None:
        super().__init__(choices=(), required=False, **given)
        self.anything = anything

    def component(self, bound: BoundField, params: dict[str, Any], label: dict[str, Any]) -> Markup:
        choices: Any = self.choices
        value = str(bound.value() or "")
        anything = [{"value": "", "text": self.anything}] if self.anything else []
        items = [{"value": str(code), "text": str(text), "selected": str(code) == value} for code, text in choices]
        return govuk.select(params | {"label": label, "items": anything + items})  # type: ignore[no-any-return]


class InTime(forms.Form):
    """The filters of a chronology; what is left out narrows nothing."""

    agency = Choice(label="Recorded by", anything="Every agency")
    kind = Choice(label="What", anything="Everything")
    since = DayBox(label="From")
    until = DayBox(label="To")
    order = Choice(label="Order")
    known_on = DayBox(label="As known on", help_text="Shows only what had been recorded by then")

    def __init__(self, asked: Mapping[str, str], *, today: date) -> None:
        super().__init__(asked, auto_id="%s", use_required_attribute=False)
        self.today = today
        self.offer("order", dict(ORDERS))

    def offer(self, name: str, choices: Mapping[str, str]) -> None:
        """What can be chosen."""
        field: Any = self.fields[name]
        field.choices = list(choices.items())

    def day_known(self) -> date | None:
        """The day on which it is to be as it was known; None where it is to be as it is, or what was asked is wrong."""
        field = self.fields["known_on"]
        try:
            day: date | None = field.clean(self.data.get("known_on"))
        except forms.ValidationError:
            return None
        return day if day is None or day < self.today else None

    def clean_known_on(self) -> date | None:
        """A day that has been."""
        day: date | None = self.cleaned_data["known_on"]
        if day is not None and day > self.today:
            raise forms.ValidationError("As known on needs today or a day before")
        return day

    def clean(self) -> dict[str, Any]:
        """A stretch of time that does not end before it begins."""
        found = super().clean() or {}
        since, until = found.get("since"), found.get("until")
        if since and until and until < since:
            self.add_error("until", "To needs a day that is not before From")
        return found

    def chosen(self, name: str) -> Any:
        """What was asked, where it can be understood."""
        return getattr(self, "cleaned_data", {}).get(name) or None

    def wrong(self) -> list[dict[str, str]]:
        """What is wrong, each with a link to its field."""
        return [{"text": str(bound.errors[0]), "href": f"#{bound.auto_id}"} for bound in self if bound.errors]

    def drawn(self) -> list[Markup]:
        """Its fields, each as its component."""
        return [bound.field.draw(bound) for bound in self]  # type: ignore[attr-defined]

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return any(self.chosen(name) for name in ("agency", "kind", "since", "until"))

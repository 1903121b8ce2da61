"""The form of an observation: what was seen, what was told and what somebody thinks, apart; for several children at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from markupsafe import Markup

from lapwing.conduct.reading import Named
from lapwing.conduct.together import Asked
from lapwing.vocabulary.care_codes import ObservedWhat, SettingKind
from lapwing.vocabulary.work_codes import EvidenceBasis
from lapwing.web.forms.asked import MOST_LETTERS, ask_for
from lapwing.web.forms.fields import Day, Drawn, Lines, OneOf, Several, YesNo

BOXES = {
    EvidenceBasis.SEEN: (
        "What did you see?",
        "What you could show somebody: what the baby looked like, did and needed.",
    ),
    EvidenceBasis.REPORTED: ("What were you told?", "In the words that were used, and by whom."),
    EvidenceBasis.OPINION: ("What do you think of it?", "Your own view. It is never mixed with what you saw."),
}
NOTHING = "Write what was seen, what was told or what you think. One of the three is enough."


class FormOfObservation(forms.Form):
    """Three boxes, of which one at least is filled; each becomes an entry of its own for each child that is ticked."""

    def __init__(
        self,
        subject: dict[str, str],
        siblings: Sequence[Named],
        people: Sequence[tuple[str, str]],
        *,
        data: QueryDict | None = None,
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=initial, auto_id="%s", use_required_attribute=False)
        self.subject, self.siblings = subject, list(siblings)
        for basis, (label, hint) in BOXES.items():
            self.fields[str(basis)] = _lines(label, hint)
        self.fields["of"] = _one_of("What is it about?", ObservedWhat.labels(), required=True)
        self.fields["place"] = _one_of("Where was it? (optional)", SettingKind.labels())
        self.fields["person"] = _one_of("Which adult was seen or is quoted? (optional)", dict(people))
        self.fields["significant"] = YesNo(
            label="Does whoever leads need to know at once? (optional)", required=False, help_text="They are told."
        )
        if self.siblings:
            named = [(one.child, one.called) for one in self.siblings]
            self.fields["also"] = Several(
                choices=named, label="For which brothers and sisters does it hold too? (optional)", required=False
            )
        for one in self.siblings:
            self.fields[f"seen-{one.child}"] = _lines(
                f"What you saw of {one.called}, where it differs (optional)", "Leave it empty where it was the same."
            )
        self.fields["on"] = Day(
            label="When did you see or hear it?", error_messages={"required": ask_for("when it was")}
        )

    def boxes(self) -> list[Markup]:
        """The three boxes."""
        return [_draw(self[str(basis)]) for basis in BOXES]

    def beside(self) -> list[Markup]:
        """What is asked of all three."""
        return [_draw(self[name]) for name in ("of", "place", "person", "significant")]

    def others(self) -> list[Markup]:
        """For which other children it holds, and what differs."""
        names = ["also", *(f"seen-{one.child}" for one in self.siblings)] if self.siblings else []
        return [_draw(self[name]) for name in names]

    def when(self) -> Markup:
        """The day."""
        return _draw(self["on"])

    def when_is_open(self, today: date) -> bool:
        """Whether the day is another one than today, or wrong."""
        value = self["on"].value()
        return bool(self["on"].errors) or value not in (today, (str(today.day), str(today.month), str(today.year)))

    def label(self, name: str) -> str:
        """What a question is called."""
        return str(self.fields[name].label)

    def clean(self) -> dict[str, Any]:
        """One of the boxes at least says something; what differs is said of a child that is ticked."""
        if not any(self.cleaned_data.get(str(basis)) for basis in BOXES):
            self.add_error(str(EvidenceBasis.SEEN), NOTHING)
        for one in self.siblings:
            if self.cleaned_data.get(f"seen-{one.child}") and one.child not in self.cleaned_data.get("also", ()):
                self.add_error("also", f"Tick {one.called}, or leave out what you saw of them.")
        return self.cleaned_data

    def wrong(self) -> list[dict[str, str]]:
        """What is wrong, each with a link to the field."""
        said = [{"text": str(text)} for text in self.non_field_errors()]
        return said + [{"text": str(bound.errors[0]), "href": f"#{bound.auto_id}"} for bound in self if bound.errors]

    def asked(self) -> list[Asked]:
        """Every entry that is made, child by child."""
        also = self.cleaned_data.get("also", ())
        found: list[Asked] = [("observe", given) for given in self._of(self.subject, None)]
        for one in self.siblings:
            if one.child in also:
                found += [("observe", given) for given in self._of({"child": one.child}, one.child)]
        return found

    def _of(self, subject: dict[str, str], sibling: str | None) -> Iterator[dict[str, Any]]:
        for basis in BOXES:
            differs = self.cleaned_data.get(f"seen-{sibling}") if basis is EvidenceBasis.SEEN else None
            says = differs or self.cleaned_data[str(basis)]
            if says:
                yield {**subject, "basis": basis, "says": says, **self._common()}

    def _common(self) -> dict[str, Any]:
        """What is said of each; of what a person reads aloud here, only what was answered."""
        said = self.cleaned_data
        place = next((one for one in SettingKind if one == said["place"]), None)
        of = next(one for one in ObservedWhat if one == said["of"])
        given = {"of": of, "place": place, "person": said["person"] or None}
        return {**given, "significant": said["significant"], "on": said["on"]}


def _lines(label: str, hint: str) -> forms.Field:
    return Lines(label=label, help_text=hint, required=False, max_length=MOST_LETTERS, rows=4)


def _one_of(label: str, labels: dict[str, str], *, required: bool = False) -> forms.Field:
    wrong = {"required": ask_for(label), "invalid_choice": f"Choose from the list: {label}"}
    return OneOf(choices=list(labels.items()), label=label, required=required, error_messages=wrong)


def _draw(bound: Any) -> Markup:
    field: Drawn = bound.field
    return field.draw(bound)

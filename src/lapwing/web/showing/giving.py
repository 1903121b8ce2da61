"""For which agency a chronology is written, for what, and what that agency does not get."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django import forms

from lapwing.conduct.reading import Purpose, TakenOut, agencies_near
from lapwing.web.forms.fields import OneOf
from lapwing.web.showing.record import OpenRecord
from lapwing.web.templating import counted
from lapwing.web.words import table_words


class Giving(forms.Form):
    """Which agency it is for, and what for."""

    agency = OneOf(
        label="Which agency is it for?",
        choices=(),
        error_messages={"required": "Choose which agency it is for", "invalid_choice": "Choose one of these agencies"},
        help_text="Agencies that work or worked with the child, or to which something was put or shared.",
    )
    purpose = OneOf(
        label="What is it for?",
        choices=tuple(Purpose.labels().items()),
        error_messages={"required": "Choose what it is for", "invalid_choice": "Choose one of these"},
    )

    def __init__(self, asked: Mapping[str, str] | None, *, agencies: Mapping[str, str]) -> None:
        super().__init__(asked, auto_id="%s", use_required_attribute=False)
        self.fields["agency"].choices = list(agencies.items())  # type: ignore[attr-defined]

    def drawn(self) -> list[str]:
        """Its fields, each as its component."""
        return [bound.field.draw(bound) for bound in self]  # type: ignore[attr-defined]

    def wrong(self) -> list[dict[str, str]]:
        """What is wrong, each with a link to its field."""
        return [{"text": str(bound.errors[0]), "href": f"#{bound.auto_id}"} for bound in self if bound.errors]


def for_whom(record: OpenRecord) -> dict[str, str]:
    """The agencies that may get it, by name."""
    return dict(sorted(agencies_near(record.record).items(), key=lambda one: one[1].casefold()))


def taken_out_in_words(record: OpenRecord, taken_out: Iterable[TakenOut]) -> list[tuple[str, list[tuple[str, str]]]]:
    """What an agency does not get, by why: each place with its page, for whoever gives it."""
    found: dict[str, dict[tuple[str, str], list[str]]] = {}
    for one in taken_out:
        columns = found.setdefault(one.why, {}).setdefault((one.table, one.key), [])
        columns += [table_words(one.table).labels[one.column].lower()] if one.column else ["the whole entry"]
    return [
        (
            f"{why[0].upper()}{why[1:]} ({counted(len(places), 'entry', 'entries')})",
            [
                (f"{record.called(table, key)}: {', '.join(columns)}", record.page(table, key))
                for (table, key), columns in places.items()
            ],
        )
        for why, places in found.items()
    ]

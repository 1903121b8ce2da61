"""The form of a contact, which may have been with several children of a family at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import QueryDict

from lapwing.conduct import reading
from lapwing.conduct.reading import Named
from lapwing.conduct.together import Asked
from lapwing.web.forms.asked import MOST_LETTERS
from lapwing.web.forms.fields import Lines, Several
from lapwing.web.forms.of_verbs import FormOfVerb

ALSO = "also"
OF_THIS_CHILD = ("child", "pregnancy", "referral", "seen")
"""What is said of one child's record alone, and of nobody else's."""


class FormOfContact(FormOfVerb):
    """Asks besides for which brothers and sisters the contact holds too, and what differs for each."""

    siblings: Sequence[Named] = ()

    def _make_fields(self, step: tuple[str, ...] | None, before: QueryDict, sent: QueryDict | None) -> None:
        super()._make_fields(step, before, sent)
        if step is not None or self.choices.record is None:
            return
        family = reading.family_of(by=self.choices.by, child=self.choices.record.child)
        self.siblings = [one for one in family if one.born_on is not None]
        if self.siblings:
            named = [(one.child, one.called) for one in self.siblings]
            label = "Which brothers and sisters was it with too? (optional)"
            self.fields[ALSO] = Several(choices=named, label=label, required=False)
        for one in self.siblings:
            label = f"What passed with {one.called}, where it differs (optional)"
            self.fields[f"note-{one.child}"] = Lines(label=label, required=False, max_length=MOST_LETTERS)

    @property
    def _folded(self) -> list[str]:
        of_others = (ALSO, *(f"note-{one.child}" for one in self.siblings))
        return [name for name in super()._folded if name not in of_others]

    def asked(self, seen: int | None) -> list[Asked]:
        """The contact of this child, and one for each other child that is ticked."""
        given = self.values(seen)
        found: list[Asked] = [(self.verb.name, given)]
        for child in self.cleaned_data.get(ALSO, ()):
            theirs: dict[str, Any] = {name: value for name, value in given.items() if name not in OF_THIS_CHILD}
            differs = self.cleaned_data.get(f"note-{child}")
            found.append((self.verb.name, theirs | {"child": child} | ({"note": differs} if differs else {})))
        return found

"""The presence matrix: each review, or child, by each theme."""

from __future__ import annotations

from dataclasses import dataclass

from lapwing.reviews.coding.states import State
from lapwing.reviews.prevalence.counting import Of, Prevalence
from lapwing.reviews.refusal import Refusal

MARKS = {State.PRESENT: 1, State.ABSENT: 0, State.NOT_ASSESSED: None, State.DISPUTED: "disputed"}
"""As people fill such a sheet in: 1, 0, or blank; what coders dispute is said."""


@dataclass(frozen=True)
class Row:
    """A review, or a child of it, with the state of each theme by its code."""

    review: str
    child: str
    cohort: str
    period: str
    states: dict[str, State]


class NotForOthers(Refusal):
    """A line about each child or review was asked for with small numbers kept back."""


def presence_matrix(table: Prevalence) -> list[Row]:
    """A row a review or child; refused where small numbers are kept back, since each row is about one of them."""
    if table.threshold is not None:
        raise NotForOthers(
            "The presence matrix has a line for each review or child, and small numbers are kept back. "
            "Give --show-small for the team's own eyes."
        )
    rests = table.rests_on
    if table.asked.of is Of.CHILDREN:
        children = [one for one in rests.children if one.child_id is not None]
        return [
            Row(
                one.reference,
                one.label,
                one.cohort,
                one.period,
                {t: rests.of_one(t, one.child_id) for t in table.cells},
            )
            for one in children
        ]
    rows = []
    for review_id in dict.fromkeys(one.review_id for one in rests.children):
        own = [one for one in rests.children if one.review_id == review_id]
        cohorts, periods = (
            ", ".join(dict.fromkeys(part)) for part in zip(*((o.cohort, o.period) for o in own), strict=True)
        )
        states = {theme: rests.of_some(theme, review_id, own) for theme in table.cells}
        rows.append(Row(own[0].reference, "", cohorts, periods, states))
    return rows

"""Which kinds of row a format can have: that it has none of another kind says nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lapwing.vocabulary.tables import Codes
from lapwing.vocabulary.work_codes import AssessmentKind, PlanKind

TOLD_AS: Mapping[str, Codes] = {
    PlanKind.UNBORN_CHILD_PROTECTION.value: PlanKind.CHILD_PROTECTION,
    AssessmentKind.PRE_BIRTH.value: AssessmentKind.CHILD_AND_FAMILY,
}
"""Kinds that returns do not tell apart: a plan of an unborn child is one among the child protection plans there."""


def kinds_told(codes: Iterable[str]) -> frozenset[str]:
    """These codes, and those that would come under them."""
    given = {str(code) for code in codes}
    return frozenset(given | {code for code, under in TOLD_AS.items() if under.value in given})

"""Verbs: each agency and each parent is asked for their part in an assessment or a meeting; it comes, or it is said why not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import FRONT_LINE
from lapwing.conduct.notifications import account_of
from lapwing.conduct.policies import NotPossible, check_in_words, check_may_be_asked, check_one_of
from lapwing.conduct.verb import verb
from lapwing.conduct.whose import Whose
from lapwing.records.entries import entries
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.codes import AgencyKind
from lapwing.vocabulary.work_codes import Contributor

FAMILY = (Contributor.MOTHER, Contributor.FATHER, Contributor.OTHER_CARER, Contributor.CHILD)
"""Contributors who speak for themselves."""


@verb(may=FRONT_LINE)
def ask_for_contribution(
    *,
    by: Acting,
    on: date,
    assessment: str | None = None,
    meeting: str | None = None,
    contributor: Contributor,
    person: str | None = None,
) -> str:
    """Asks an agency or a person of the family for their part in an assessment or a meeting; the contribution's key.

    Practitioners of that agency who work with the child are told. For an agency, `person` is whom it is asked about.
    """
    part = Part(assessment, meeting, contributor, person)
    if contributor in FAMILY:
        check_may_be_asked(part.whose, person, contributor, "Record instead why there is no contribution from them.")
    if part.asked_for() is not None:
        raise NotPossible("They were asked already, and nothing has come yet. Record what comes, or why nothing does.")
    contribution = by.enter("contribution", **part.columns, asked_on=on)
    what = "Your service is asked for what it knows, for an assessment or a meeting."
    for practitioner in _practitioners_of(contributor, part.whose):
        by.tell(account_of(practitioner), what, child=part.whose.child, table="contribution", key=contribution)
    return contribution


@verb(may=FRONT_LINE)
def contribute(
    *,
    by: Acting,
    on: date,
    assessment: str | None = None,
    meeting: str | None = None,
    contributor: Contributor,
    person: str | None = None,
    direct: bool | None = None,
    observation: str | None = None,
    seen: int | None = None,
) -> str:
    """Records that a contribution came, whether or not it had been asked for; its key.

    Of a person of the family it is said whether it came from them directly. `seen` is the version of the request.
    """
    if direct is not None and contributor not in FAMILY:
        raise CannotEnter("direct: is said of a person of the family; leave it out for an agency.")
    part = Part(assessment, meeting, contributor, person)
    return _answer(by, part, seen, received_on=on, direct=direct, observation_id=observation)


@verb(may=FRONT_LINE)
def go_without_contribution(
    *,
    by: Acting,
    on: date,
    assessment: str | None = None,
    meeting: str | None = None,
    contributor: Contributor,
    person: str | None = None,
    reason: str,
    seen: int | None = None,
) -> str:
    """Says why there is no contribution from an agency or a person of the family, safety included; the entry's key."""
    check_in_words(reason=reason)
    return _answer(by, Part(assessment, meeting, contributor, person), seen, not_obtained_reason=reason)


@dataclass(frozen=True)
class Part:
    """What one contributor puts into one assessment or meeting."""

    assessment: str | None
    meeting: str | None
    contributor: Contributor
    person: str | None

    def __post_init__(self) -> None:
        check_one_of(assessment=self.assessment, meeting=self.meeting)

    @property
    def whose(self) -> Whose:
        """The child or pregnancy of the assessment or meeting."""
        table, key = ("assessment", self.assessment) if self.assessment else ("meeting", self.meeting)
        return Whose.of(current(table, str(key)))

    @property
    def columns(self) -> dict[str, Any]:
        """The columns that say what it is part of and whose it is."""
        return {
            **self.whose.columns,
            "assessment_id": self.assessment,
            "meeting_id": self.meeting,
            "contributor": self.contributor,
            "person_id": self.person,
        }

    def asked_for(self) -> str | None:
        """The request for it to which no answer is recorded."""
        found = entries("contribution").filter(
            assessment=self.assessment, meeting=self.meeting, contributor=str(self.contributor), person=self.person
        )
        waiting = found.filter(received_on__isnull=True, not_obtained_reason__isnull=True)
        return waiting.values_list("pk", flat=True).first()


def _answer(by: Acting, part: Part, seen: int | None, **answer: Any) -> str:
    """What was asked for and what came of it are one entry."""
    request = part.asked_for()
    if request is None:
        return by.enter("contribution", **part.columns, **answer)
    by.amend("contribution", request, seen=seen, **answer)
    return request


def _practitioners_of(contributor: Contributor, whose: Whose) -> list[str]:
    """Who of a kind of agency works with the child; nobody is told through work that the young person keeps private."""
    social_care = contributor == Contributor.SOCIAL_CARE
    kind = AgencyKind.CHILDRENS_SOCIAL_CARE if social_care else contributor
    at_work = whose.entries("involvement").filter(ended_on__isnull=True, practitioner__isnull=False)
    theirs = at_work.filter(agency__kind=str(kind)).exclude(kept_private=True)
    return sorted(set(theirs.values_list("practitioner", flat=True)))

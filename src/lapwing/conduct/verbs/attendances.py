"""Verbs: who was asked to a meeting, who came or sent word, and why somebody was not asked or did not come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import FRONT_LINE
from lapwing.conduct.notifications import account_of, managers_of
from lapwing.conduct.policies import NotPossible, check_held, check_in_words, check_may_be_asked, check_not_yet
from lapwing.conduct.verb import verb
from lapwing.conduct.whose import Whose
from lapwing.records.entries import entries
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.work_codes import Contributor


@verb(may=FRONT_LINE)
def invite_to_meeting(
    *,
    by: Acting,
    on: date,
    meeting: str,
    attendee: Contributor,
    person: str | None = None,
    agency: str | None = None,
    practitioner: str | None = None,
) -> str:
    """Asks a person of the family, an agency or a practitioner to a meeting; the key of their part in it.

    An agency is asked through its managers where no practitioner there is named.
    """
    part = PartIn(meeting, attendee, person, agency, practitioner)
    was = current("meeting", meeting)
    check_not_yet(was["held_on"], "This meeting was held")
    check_may_be_asked(Whose.of(was), person, attendee, "Record instead why they are not asked.")
    part.check_not_there()
    attendance = by.enter("attendance", **part.columns(was), invited_on=on)
    asked = [account_of(practitioner)] if practitioner else managers_of(agency)
    for account in asked:
        by.tell(account, "You are asked to a meeting.", child=was["child_id"], table="attendance", key=attendance)
    return attendance


@verb(may=FRONT_LINE)
def record_uninvited(
    *,
    by: Acting,
    on: date,
    meeting: str,
    attendee: Contributor,
    person: str | None = None,
    agency: str | None = None,
    practitioner: str | None = None,
    attended: bool,
    reason: str | None = None,
) -> str:
    """Records the part of somebody who was not asked to a meeting: that they came nevertheless, or why they were not asked."""
    part = PartIn(meeting, attendee, person, agency, practitioner)
    was = current("meeting", meeting)
    if attended:
        check_held(was["held_on"], "who came")
    else:
        check_in_words(reason=reason)
    part.check_not_there()
    return by.enter("attendance", **part.columns(was), attended=attended, absent_reason=None if attended else reason)


@verb(may=FRONT_LINE)
def record_attendance(
    *,
    by: Acting,
    on: date,
    attendance: str,
    attended: bool,
    absent_reason: str | None = None,
    seen: int | None = None,
) -> None:
    """Records whether somebody who was asked came to a meeting that was held, and why not where that is known."""
    was = current("attendance", attendance)
    check_held(current("meeting", was["meeting_id"])["held_on"], "who came")
    if attended and absent_reason is not None:
        raise CannotEnter("absent_reason: is for somebody who did not come; leave it out.")
    by.amend("attendance", attendance, seen=seen, attended=attended, absent_reason=absent_reason)


@verb(may=FRONT_LINE)
def receive_report(*, by: Acting, on: date, attendance: str, seen: int | None = None) -> None:
    """Records that the report of somebody who was asked to a meeting came."""
    check_not_yet(current("attendance", attendance)["report_received_on"], "This report came")
    by.amend("attendance", attendance, seen=seen, report_received_on=on)


@dataclass(frozen=True)
class PartIn:
    """Whose part in a meeting it is: a person of the family, an agency, a practitioner, or whoever a word means."""

    meeting: str
    attendee: Contributor
    person: str | None
    agency: str | None
    practitioner: str | None

    def columns(self, meeting: dict[str, Any]) -> dict[str, Any]:
        """The columns that say so; of a practitioner, with their agency."""
        agency = self.agency
        if self.practitioner is not None and agency is None:
            agency = current("practitioner", self.practitioner)["agency_id"]
        return {
            "meeting_id": self.meeting,
            "child_id": meeting["child_id"],
            "attendee": self.attendee,
            "person_id": self.person,
            "agency_id": agency,
            "practitioner_id": self.practitioner,
        }

    def check_not_there(self) -> None:
        """Nobody has two parts in one meeting."""
        found = entries("attendance").filter(meeting=self.meeting, attendee=str(self.attendee), person=self.person)
        if self.practitioner is not None:
            found = found.filter(practitioner=self.practitioner)
        elif self.agency is not None:
            found = found.filter(agency=self.agency, practitioner__isnull=True)
        if found.exists():
            raise NotPossible("They have their part in this meeting already; record there whether they came.")

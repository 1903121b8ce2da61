"""A hand-over as its page shows it: where it stands, what it has and lacks, and what each side does next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.reading import Shown
from lapwing.conduct.reading.turns import after
from lapwing.vocabulary.codes import AddressKind
from lapwing.web.showing.offers import Offer, to_do
from lapwing.web.showing.record import OpenRecord
from lapwing.web.showing.track import (
    Stands,
    Step,
    Track,
    agency_named,
    days_over,
    ended,
    offered,
    person_named,
    steps_of,
)
from lapwing.web.templating import in_words

CONTENT = (
    ("says_dates", "Dates: when the baby is due or was born"),
    ("says_parents", "Each parent, the father included, or why not"),
    ("says_risks", "Risks"),
    ("says_plan", "The plan"),
    ("says_agencies", "Other agencies"),
    ("says_address_safety", "How to keep the address safe"),
)
"""What a hand-over has to say at the least, by column."""
ACCEPTED_WITHIN = "action.owner_ack_wd"


@dataclass(frozen=True)
class Part:
    """One thing that a hand-over has to say, and whether it does; None where nobody said."""

    title: str
    is_there: bool | None

    @property
    def says(self) -> str:
        """The same in words."""
        return {True: "In it", False: "Not in it", None: "Nobody said"}[self.is_there]


def panel(by: Acting, record: OpenRecord, one: Shown) -> dict[str, Any]:
    """What the page of a hand-over shows besides what it says."""
    way = track_of(by, record, one)
    parts = [Part(title, one.values.get(column)) for column, title in CONTENT]
    return {
        "track": way,
        "does": way.does,
        "parts_there": parts,
        "lacks": [part.title for part in parts if not part.is_there],
        "has_ended": record.record.child.has_ended,
    }


def track_of(by: Acting, record: OpenRecord, one: Shown) -> Track:
    """Where a hand-over stands, as the sender, the receiver or anybody else sees it."""
    due_on = _due_on(one)
    steps = tuple(_steps(record, one, due_on))
    if record.record.child.has_ended:
        return ended(steps)
    over = days_over(due_on, by.today) if _is_waiting(one) else ""
    return Track(steps, _whose(by, record, one), _overdue(by, record, one, over), _next(by, record, one))


def _is_waiting(one: Shown) -> bool:
    return one.values.get("accepted_on") is None and one.values.get("declined_on") is None


def _due_on(one: Shown) -> date | None:
    return after(one.values.get("sent_on"), ACCEPTED_WITHIN)


def _steps(record: OpenRecord, one: Shown, due_on: date | None) -> Iterator[Step]:
    values = one.values
    by_name = person_named(record, one, "accepted_by")
    written = one.recorded_at.date() if one.recorded_at else None
    sender = person_named(record, one, "from_practitioner_id") or agency_named(record, one, "from_agency_id", "")
    receiver = person_named(record, one, "to_practitioner_id") or agency_named(record, one, "to_agency_id", "")
    steps = steps_of(
        ("Written", written, sender and f"by {sender}", ""),
        ("Sent", values.get("sent_on"), receiver and f"to {receiver}", "It was not sent yet"),
        ("Arrived", values.get("received_on"), "", "Whoever it went to says when it has arrived"),
        ("Accepted by name", values.get("accepted_on"), by_name and f"by {by_name}", _until(due_on)),
        ("First contact", values.get("first_contact_on"), "", "When the new service first sees the family"),
    )
    declined = values.get("declined_on")
    for step in steps:
        if declined is None or step.stands is Stands.DONE:
            yield step
    if declined is not None:
        reason = values.get("declined_reason") or "no reason is on record"
        yield Step("Declined", Stands.STOPPED, f"{in_words(declined)}: {reason}")


def _until(due_on: date | None) -> str:
    return f"A person there accepts it by {in_words(due_on)}" if due_on else "A person there accepts it"


def _whose(by: Acting, record: OpenRecord, one: Shown) -> str:
    """Whose the work is now, in a sentence to this reader."""
    sender = agency_named(record, one, "from_agency_id", "whoever sent it")
    receiver = agency_named(record, one, "to_agency_id", "the other service")
    is_sender = by.agency is not None and one.values.get("from_agency_id") == by.agency
    is_receiver = by.agency is not None and one.values.get("to_agency_id") == by.agency
    if one.values.get("accepted_on"):
        name = person_named(record, one, "accepted_by")
        return f"It is with {name + ' at ' if name else ''}{receiver} now."
    if one.values.get("declined_on"):
        return (
            "It was declined, so it is still yours. Hand it to somebody who can take it."
            if is_sender
            else f"It was declined, so it is still with {sender}."
        )
    if is_sender:
        return f"Still yours until somebody at {receiver} accepts it."
    return f"Still with {sender} until somebody at {'your service' if is_receiver else receiver} accepts it by name."


def _overdue(by: Acting, record: OpenRecord, one: Shown, over: str) -> str:
    if not over:
        return ""
    if one.values.get("from_agency_id") == by.agency:
        receiver = agency_named(record, one, "to_agency_id", "them")
        return f"Nobody has accepted this. {over} Ring {receiver}; if nobody takes it, disagree."
    if one.values.get("to_agency_id") == by.agency:
        return f"Nobody at your service has accepted this. {over} Accept it, or decline it and say why."
    return f"Nobody has accepted this. {over}"


def _next(by: Acting, record: OpenRecord, one: Shown) -> list[Offer]:
    verbs = (
        "accept_hand_over",
        "receive_hand_over",
        "decline_hand_over",
        "record_acceptance_elsewhere",
        "record_first_contact",
    )
    found = offered(by, record, "hand_over", one, *verbs)
    is_sender = one.values.get("from_agency_id") == by.agency
    if is_sender and one.values.get("declined_on"):
        found.append(Offer("Hand over to somebody else", start(record), ""))
    return found


# Starting one


@dataclass(frozen=True)
class Recorded:
    """One thing that a hand-over has to say: what the record says of it, and what is not there."""

    title: str
    lines: tuple[str, ...]
    missing: str
    add: Offer | None
    is_gap: bool


def start(record: OpenRecord) -> str:
    """Where a hand-over is begun."""
    return f"/children/{record.child}/hand-over"


def content_of(record: OpenRecord) -> list[Recorded]:
    """What the record says of each thing that a hand-over has to say, so that nobody writes it from memory."""
    found = (
        _dates(record),
        _parents(record),
        _risks(record),
        _plan(record),
        _agencies(record),
        _address_safety(record),
    )
    adds = (
        ("state_expected_date", "Record when the baby is expected"),
        ("relate_person", "Record who is around the child"),
        ("raise_concern", "Record a concern"),
        ("start_plan", "Record a plan"),
        ("begin_involvement", "Record who works with the child"),
        ("protect_address", "Protect an address"),
    )
    return [
        Recorded(
            title=title,
            lines=tuple(lines),
            missing=missing,
            add=None if lines else Offer(text, to_do(verb, record.child), ""),
            is_gap=column != "says_address_safety",
        )
        for (column, title), (lines, missing), (verb, text) in zip(CONTENT, found, adds, strict=True)
    ]


Found = tuple[list[str], str]


def _dates(record: OpenRecord) -> Found:
    child = record.record.child
    if child.born_on is not None:
        return [f"Born {in_words(child.born_on)}"], ""
    return ([f"Expected {in_words(child.expected_on)}"] if child.expected_on else []), "No date is on record."


def _parents(record: OpenRecord) -> Found:
    lines = [
        f"{record.role_of(one.role)}: {one.called}"
        for one in record.record.around
        if not one.has_ended and (one.person or one.relationship)
    ]
    is_gap = any(one.person is None and one.relationship is None for one in record.record.around)
    return lines + (
        ["Nobody is recorded as the father. Say why in the hand-over."] if is_gap and lines else []
    ), "No parent is on record."


def _risks(record: OpenRecord) -> Found:
    going_on = [
        one
        for one in record.all("concern")
        if one.values.get("ended_on") is None and one.values.get("no_action_on") is None
    ]
    return [
        record.title("concern", one).removeprefix("Concern: ") for one in going_on
    ], "No concern is on record that goes on."


def _plan(record: OpenRecord) -> Found:
    going_on = [one for one in record.all("plan") if one.values.get("ended_on") is None]
    return [record.title("plan", one) for one in going_on], "No plan is on record that goes on."


def _agencies(record: OpenRecord) -> Found:
    lines = []
    for one in record.all("involvement"):
        if one.values.get("ended_on") is None:
            agency = agency_named(record, one, "agency_id", "")
            name = person_named(record, one, "practitioner_id")
            lines.append(": ".join(part for part in (agency, name or "nobody named yet") if part))
    return lines, "No service is on record as working with the child."


def _address_safety(record: OpenRecord) -> Found:
    is_kept = any(
        one.withheld or one.values.get("protected") or one.values.get("kind") == AddressKind.REFUGE
        for one in record.all("address")
    ) or any(one.values.get("address_protected") for one in record.all("person"))
    if is_kept:
        return ["Where this family lives must not become known. Say in the hand-over how that is kept safe."], ""
    return [], "No address is marked as one that must not become known."

"""The log: every verb, every reading and every refusal, each event chained to the one before by its hash."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from django.db import transaction

from lapwing.records.models import ChainHead, Event

START = "0" * 64
"""What the first event has before it."""
AT_ONCE = 10_000


def record_event(
    verb: str, *, by: int | None, at: datetime, child: str | None = None, details: Mapping[str, Any] | None = None
) -> int:
    """Adds an event to the chain; its place in it. Inside a transaction it stands or falls with the rest."""
    with transaction.atomic():
        head = hold_log()
        event = Event(
            place=head.place + 1,
            at=at.astimezone(UTC),
            by_id=by,
            verb=verb,
            child=child,
            details=json.dumps(dict(details or {}), sort_keys=True, ensure_ascii=False, default=str),
            before=head.hash,
        )
        event.hash = hash_of(event)
        event.save(force_insert=True)
        ChainHead.objects.filter(pk=head.pk).update(place=event.place, hash=event.hash)
    return event.place


def hold_log() -> ChainHead:
    """The end of the chain, held until the transaction ends, so that no two events follow the same one.

    Whoever holds it has seen every event that there is: what others do is stored before, or waits.
    """
    head = ChainHead.objects.select_for_update().first()
    return head if head is not None else ChainHead.objects.create(place=0, hash=START)


def hash_of(event: Event) -> str:
    """The hash over everything that the event says, and over the hash before it."""
    said = [event.place, event.at.astimezone(UTC).isoformat(timespec="microseconds"), event.by_id]
    said += [event.verb, event.child, event.details, event.before]
    return sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True)
class Fault:
    """A place in the log where something is not as it was written."""

    place: int
    what: str


def faults_in_log() -> Iterator[Fault]:
    """Every place where an event was altered, removed or put in another order, from the first on."""
    place, before = 0, START
    for event in Event.objects.order_by("place").iterator(AT_ONCE):
        if event.place != place + 1:
            gone = event.place - place - 1
            yield Fault(
                place + 1, f"{gone:,} event{'s are' if gone > 1 else ' is'} missing before event {event.place:,}."
            )
        elif event.before != before:
            yield Fault(event.place, f"Event {event.place:,} does not follow the one before it.")
        if event.hash != hash_of(event):
            yield Fault(event.place, f"Event {event.place:,} is not as it was written.")
        place, before = event.place, event.hash
    head = ChainHead.objects.first()
    if head is not None and (head.place, head.hash) != (place, before):
        other = ", with another hash" if head.place == place else ""
        yield Fault(place + 1, f"The log ends at event {place:,} and should end at {head.place:,}{other}.")
    if head is None and place:
        yield Fault(place + 1, "The end of the log is not marked any more.")


def length_of_log() -> tuple[int, str]:
    """How many events there are, and the hash of the last: noted elsewhere, it shows a log made anew from the start."""
    head = ChainHead.objects.first()
    return (head.place, head.hash) if head is not None else (0, START)

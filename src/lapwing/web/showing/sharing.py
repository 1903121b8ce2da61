"""What was shared about a child and what was not, as its page shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lapwing.conduct.acting import Acting
from lapwing.conduct.reading import Shown
from lapwing.vocabulary.care_codes import ShareDecision
from lapwing.web.showing.offers import Offer, to_do
from lapwing.web.showing.record import OpenRecord
from lapwing.web.showing.track import agency_named, offered, person_named
from lapwing.web.templating import in_words


@dataclass(frozen=True)
class Share:
    """Something that was shared, or was not: with whom, what, why, whether it was read; and what can be done."""

    page: str
    day: str
    sender: str
    receiver: str
    what: str
    reason: str
    about: tuple[Offer, ...]
    read: str
    is_read: bool
    offers: tuple[Offer, ...]


def shared(by: Acting, record: OpenRecord) -> Iterator[Share]:
    """What was shared, the latest first."""
    yield from (_share(by, record, one) for one in _of(record, ShareDecision.SHARED))


def unshared(by: Acting, record: OpenRecord) -> Iterator[Share]:
    """What it was decided not to share, the latest first; such a decision is not among the entries of whom it keeps from."""
    yield from (_share(by, record, one) for one in _of(record, ShareDecision.NOT_SHARED))


def _of(record: OpenRecord, decision: ShareDecision) -> list[Shown]:
    found = [one for one in record.all("information_share") if one.values.get("decision") == decision]
    return sorted(found, key=lambda one: str(one.values.get("happened_on") or ""), reverse=True)


def _share(by: Acting, record: OpenRecord, one: Shown) -> Share:
    values = one.values
    day, read_on = values.get("happened_on"), values.get("acknowledged_on")
    return Share(
        page=record.page("information_share", one.key),
        day=in_words(day) if day else "Day not recorded",
        sender=agency_named(record, one, "from_agency_id", "A service"),
        receiver=_receiver(record, one),
        what=values.get("what") or "",
        reason=values.get("reason") or "No reason is on record",
        about=tuple(_about(record, one)),
        read=f"Read on {in_words(read_on)}" if read_on else "Not read yet, as far as is recorded",
        is_read=read_on is not None,
        offers=tuple(offered(by, record, "information_share", one, "acknowledge_share")),
    )


def _receiver(record: OpenRecord, one: Shown) -> str:
    agency = agency_named(record, one, "to_agency_id", "another service")
    name = person_named(record, one, "to_practitioner_id")
    return f"{name}, {agency}" if name else agency


def _about(record: OpenRecord, one: Shown) -> Iterator[Offer]:
    for column, table in (("observation_id", "observation"), ("concern_id", "concern")):
        entry = record.entry(table, one.values.get(column) or "")
        if entry is not None:
            yield Offer(record.title(table, entry), record.page(table, entry.key), "")


def wishes(by: Acting, record: OpenRecord) -> Iterator[Offer]:
    """The work of one's own agency that a young person asked to keep private: it stands in the way of sharing."""
    for one in record.all("involvement"):
        is_ours = by.agency is not None and one.values.get("agency_id") == by.agency
        if is_ours and one.values.get("kept_private") and one.values.get("ended_on") is None:
            href = to_do("stop_keeping_private", record.child, involvement=one.key)
            yield Offer("Record that it need not be kept private any more", href, "")

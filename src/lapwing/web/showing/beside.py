"""What a record says, shown beside a form, so that nobody decides or signs from memory."""

from __future__ import annotations

from collections.abc import Iterator

from lapwing.web.forms.asking import Asking
from lapwing.web.showing.contributions import what_of
from lapwing.web.showing.hand_overs import content_of
from lapwing.web.showing.offers import Group, Offer
from lapwing.web.showing.record import OpenRecord
from lapwing.web.templating import in_words

DECIDING = ("decide", "review_decision", "complete_decision")
AT_MOST = 6


def beside(asking: Asking) -> list[Group]:
    """Groups of facts of the record, each leading to its entry."""
    record = asking.record
    if asking.verb.name == "sign_off_assessment" and asking.gaps:
        return [Group("Still missing", tuple(Offer(gap, "", "") for gap in asking.gaps))]
    if record is not None and asking.verb.name == "hand_over":
        return list(_to_hand_over(record))
    if record is None or asking.verb.name not in DECIDING:
        return []
    groups = (
        Group("Concerns now", tuple(_concerns(record))),
        Group("What others contributed", tuple(_contributions(record))),
        Group("What the child and family said", tuple(_heard(record))),
        Group("Decided before", tuple(_latest(record, "decision"))),
    )
    return [group for group in groups if group.offers] or [Group("Concerns now", (Offer("None recorded", "", ""),))]


def _to_hand_over(record: OpenRecord) -> Iterator[Group]:
    """What the record has of each thing that a hand-over has to say."""
    for part in content_of(record):
        yield Group(part.title, tuple(Offer(line, "", "") for line in part.lines or (part.missing,)))


def _concerns(record: OpenRecord) -> Iterator[Offer]:
    for one in record.all("concern"):
        if not one.values.get("ended_on"):
            since = one.values.get("identified_on")
            yield Offer(
                what_of(record, "concern", one),
                record.page("concern", one.key),
                f"Since {in_words(since)}" if since else "",
            )


def _contributions(record: OpenRecord) -> Iterator[Offer]:
    for one in record.all("contribution"):
        said = one.values
        who = record.said("contribution", "contributor", said.get("contributor"))
        if said.get("received_on"):
            stands = f"Came on {in_words(said['received_on'])}"
        else:
            stands = said.get("not_obtained_reason") or "Asked, and nothing has come yet"
        yield Offer(who, record.page("contribution", one.key), stands)


def _heard(record: OpenRecord) -> Iterator[Offer]:
    """Observations that quote the child or a parent."""
    theirs = set(record.people)
    for one in reversed(record.all("observation")):
        if one.values.get("basis") == "reported" and one.values.get("person_id") in theirs:
            who = record.people[one.values["person_id"]]
            yield Offer(f"{who}: {one.values.get('says')}", record.page("observation", one.key), "")
            return


def _latest(record: OpenRecord, table: str) -> Iterator[Offer]:
    for one in list(reversed(record.all(table)))[:AT_MOST]:
        day = one.values.get("decided_on")
        yield Offer(what_of(record, table, one), record.page(table, one.key), in_words(day) if day else "")

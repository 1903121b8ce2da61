"""A meeting as the place where it is recorded: who has a part in it and, in a review, each concern and what is still open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.reading import Shown
from lapwing.conduct.verbs.reviews import REVIEWS
from lapwing.vocabulary.work_codes import Contributor, ReviewLineAbout
from lapwing.web.showing.contributions import PartOf, must_be_left_alone, parent_meant, what_of
from lapwing.web.showing.offers import Offer, to_do
from lapwing.web.showing.record import OpenRecord
from lapwing.web.templating import in_words

PARENTS = (Contributor.MOTHER, Contributor.FATHER)


@dataclass(frozen=True)
class ConcernLine:
    """One concern at a review: what this review says of it, what earlier ones said, and where to write the line."""

    concern: str
    href: str
    says: str
    remains: str
    earlier: tuple[str, ...]
    write: str | None


@dataclass(frozen=True)
class OtherLine:
    """A line of a review that is about no concern: health and weight, the father and any partner."""

    about: str
    says: str
    write: str | None


def panel(by: Acting, record: OpenRecord, one: Shown) -> Mapping[str, Any]:
    """What the page of a meeting shows besides what the entry says."""
    goes_on = one.values.get("outcome_recorded_on") is None and not record.record.child.has_ended
    is_review = one.values.get("kind") in REVIEWS
    concerns = list(_concerns(record, one, goes_on)) if is_review else []
    others = list(_other_lines(record, one, goes_on)) if is_review else []
    return {
        "goes_on": goes_on,
        "is_review": is_review,
        "attending": list(_attending(record, one, goes_on)),
        "invite": _to(record, one, "invite_to_meeting") if goes_on and not one.values.get("held_on") else None,
        "concerns": concerns,
        "others": others,
        "unfinished": list(_unfinished(record, one)) if is_review else [],
        "why_unfinished": one.values.get("unfinished_actions_reason") or "",
        "explain": _to(record, one, "explain_unfinished_actions") if goes_on else None,
        "before_outcome": _before_outcome(record, one, concerns, others) if is_review and goes_on else [],
        "outcomes": _outcomes(by, record, one) if is_review and goes_on else [],
        "chair": record.record.names.get(one.values.get("chaired_by") or "", ""),
        "hold": _to(record, one, "hold_meeting") if goes_on and not one.values.get("held_on") else None,
    }


def _to(record: OpenRecord, one: Shown, verb: str, **given: str) -> str:
    return to_do(verb, record.child, meeting=one.key, next=record.page("meeting", one.key), **given)


def _concerns(record: OpenRecord, one: Shown, goes_on: bool) -> Iterator[ConcernLine]:
    """Every concern that stood when the review was held, with the lines on it."""
    day = one.values.get("held_on") or one.values.get("planned_for_on")
    lines = record.all("concern_review")
    for concern in record.all("concern"):
        ended, since = concern.values.get("ended_on"), concern.values.get("identified_on")
        if day and ((ended and ended < day) or (since and since > day)):
            continue
        about = [line for line in lines if line.values.get("concern_id") == concern.key]
        own = next((line for line in about if line.values.get("meeting_id") == one.key), None)
        earlier = tuple(_says(record, line) for line in about if line is not own)
        write = _to(record, one, "review_concern", concern=concern.key) if goes_on and own is None else None
        yield ConcernLine(
            what_of(record, "concern", concern),
            record.page("concern", concern.key),
            _says(record, own) if own is not None else "",
            str(own.values.get("remains") or "") if own is not None else "",
            earlier,
            write,
        )


def _says(record: OpenRecord, line: Shown) -> str:
    """A line of a review: what changed, how that is known, since when it has held."""
    change, basis = (record.said("concern_review", name, line.values.get(name)) for name in ("change", "basis"))
    since = line.values.get("sustained_since_on")
    parts = (change, basis.lower() if basis else "", f"held since {in_words(since)}" if since else "")
    written = line.values.get("written_on")
    return "; ".join(part for part in parts if part) + (f" (written {in_words(written)})" if written else "")


def _other_lines(record: OpenRecord, one: Shown, goes_on: bool) -> Iterator[OtherLine]:
    written = {
        line.values["about"]: str(line.values.get("says") or "")
        for line in record.all("review_line")
        if line.values.get("meeting_id") == one.key
    }
    for about in ReviewLineAbout:
        says = written.get(about, "")
        write = _to(record, one, "write_review_line", about=str(about)) if goes_on and not says else None
        yield OtherLine(about.label, says, write)


def _unfinished(record: OpenRecord, one: Shown) -> Iterator[Offer]:
    """Actions of the plan that are neither done nor declined; of every plan, where the meeting names none."""
    plan = one.values.get("plan_id")
    for action in record.all("action"):
        said = action.values
        is_over = said.get("completed_on") or said.get("declined_on")
        if is_over or (plan and said.get("plan_id") not in (plan, None)):
            continue
        due = said.get("due_on")
        whose = record.record.names.get(said.get("owned_by") or said.get("owner_agency_id") or "", "")
        hint = ", ".join(part for part in (whose, f"due {in_words(due)}" if due else "") if part)
        yield Offer(str(said.get("says") or record.title("action", action)), record.page("action", action.key), hint)


def _attending(record: OpenRecord, one: Shown, goes_on: bool) -> Iterator[PartOf]:
    """Everybody who has a part in the meeting, and each parent who has none yet."""
    asked = [part for part in record.all("attendance") if part.values.get("meeting_id") == one.key]
    there = {part.values.get("attendee") for part in asked}
    yield from (_attendance(record, one, part, goes_on) for part in asked)
    for who in PARENTS:
        if str(who) not in there:
            yield _not_asked(record, one, who, goes_on)


def _attendance(record: OpenRecord, one: Shown, part: Shown, goes_on: bool) -> PartOf:
    said = part.values
    names = (record.people.get(said.get("person_id") or ""), record.record.names.get(said.get("practitioner_id") or ""))
    agency = record.record.names.get(said.get("agency_id") or "")
    who = record.said("attendance", "attendee", said.get("attendee"))
    called = ", ".join(dict.fromkeys(name for name in (who, *names, agency) if name))
    stands, is_open = _how_it_stands(one, said)
    back = record.page("meeting", one.key)
    offer = Offer(
        "Record whether they came", to_do("record_attendance", record.child, attendance=part.key, next=back), called
    )
    return PartOf(called, stands, is_open, (offer,) if goes_on and is_open and one.values.get("held_on") else ())


def _how_it_stands(one: Shown, said: Mapping[str, Any]) -> tuple[str, bool]:
    asked = f"Asked on {in_words(said['invited_on'])}" if said.get("invited_on") else "Not asked"
    report = "; their report came" if said.get("report_received_on") else ""
    if said.get("attended"):
        return f"{asked}; came{report}", False
    if said.get("attended") is False:
        return f"{asked}; did not come: {said.get('absent_reason') or 'no reason given'}{report}", False
    is_open = bool(one.values.get("held_on"))
    return f"{asked}{report}{'; not recorded whether they came' if is_open else ''}", is_open


def _not_asked(record: OpenRecord, one: Shown, who: Contributor, goes_on: bool) -> PartOf:
    person = parent_meant(record, who)
    given = {"attendee": str(who), "person": person or "", "agency": ""}
    why = Offer("Say why they were not asked", _to(record, one, "record_uninvited", **given), who.label)
    if must_be_left_alone(record, who):
        return PartOf(who.label, "Not asked: for safety they are not to be contacted", True, (why,) * goes_on)
    ask = Offer("Ask them", _to(record, one, "invite_to_meeting", **given), who.label)
    offers = (why,) if one.values.get("held_on") else (ask, why)
    return PartOf(who.label, "Not asked, and no reason given", True, offers * goes_on)


def _before_outcome(record: OpenRecord, one: Shown, concerns: list[ConcernLine], others: list[OtherLine]) -> list[str]:
    """What is still open before an outcome is proposed or recorded, a sentence each."""
    found = []
    unwritten = [line.concern for line in concerns if not line.says]
    if unwritten:
        found.append(f"No line yet on: {'; '.join(unwritten)}.")
    found += [f"No line yet on {line.about[0].lower()}{line.about[1:]}." for line in others if not line.says]
    if not one.values.get("unfinished_actions_reason") and any(_unfinished(record, one)):
        found.append("Actions are unfinished, and it is not said why that does not stand in the way.")
    if not one.values.get("chaired_by"):
        found.append("Nobody is named as the chair, who alone can record the outcome.")
    return found


def _outcomes(by: Acting, record: OpenRecord, one: Shown) -> list[Offer]:
    """What can be done about the outcome: anybody proposes, the chair records once the meeting was held."""
    propose = Offer("Propose an outcome", _to(record, one, "propose_outcome"), "")
    if one.values.get("chaired_by") is None:
        return [Offer("Name the chair", _to(record, one, "name_chair"), ""), propose]
    if one.values["chaired_by"] == by.practitioner and one.values.get("held_on"):
        return [Offer("Record the outcome", _to(record, one, "record_outcome"), ""), propose]
    return [propose]

"""A child's page: who they are, what must be known for safety, who leads, the plan in short, what happened last."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.reading import in_time
from lapwing.conduct.verb import VERBS
from lapwing.vocabulary.codes import ContactSafety, IdentityStatus
from lapwing.web.showing.findings import how_old, weeks_pregnant
from lapwing.web.showing.offers import Offer, may_here, to_do
from lapwing.web.showing.record import Line, OpenRecord
from lapwing.web.showing.timeline import Moment, days, moment
from lapwing.web.templating import in_words

MUST_NOT = (ContactSafety.MUST_NOT_CONTACT, ContactSafety.UNAWARE_OF_PREGNANCY)
LATEST = 10
OF_THE_CHILD = ("sex", "nhs_number", "language")


def who(record: OpenRecord, today: date) -> str:
    """A line under a child's name: when they are due, or how old they are."""
    child = record.record.child
    if child.has_ended:
        return "This record has ended. Nothing is asked of anybody any more."
    if child.born_on is not None:
        return f"Born {in_words(child.born_on)}, {how_old(child.born_on, today)}"
    if child.expected_on is not None:
        weeks = weeks_pregnant(child.expected_on, today)
        return f"Expected {in_words(child.expected_on)}{f' ({weeks} now)' if weeks else ''}"
    return "No expected date stands on record" if record.all("pregnancy") else "No date of birth on record"


def particulars(record: OpenRecord) -> Iterator[Line]:
    """Of a child who is born, what somebody has to have at hand; of one to be born, how many are and with whom it is booked."""
    for key in (one.values.get("person_id") for one in record.all("child")):
        person = record.entry("person", key) if key else None
        if person is not None:
            yield from record.some_lines("person", person, OF_THE_CHILD)
            return
    for one in record.all("pregnancy")[-1:]:
        several = (one.values.get("babies_expected") or 1) > 1
        yield from record.some_lines(
            "pregnancy", one, ("babies_expected", "booked_with") if several else ("booked_with",)
        )


def banners(record: OpenRecord) -> Iterator[str]:
    """What somebody must know before they write, ring or visit; it never says where anybody is, nor who is withheld."""
    for one in record.all("relationship"):
        safety = one.values.get("contact_safety")
        if safety in MUST_NOT and one.values.get("ended_on") is None:
            called = record.people.get(one.values.get("person_id") or "", record.role_of(one.values["role"]))
            yield f"{called}: {ContactSafety.labels()[safety].lower()}. Check before you write, ring or visit."
        if one.values.get("identity_status") == IdentityStatus.WITHHELD_FOR_SAFETY:
            yield "Somebody of this family is withheld for safety. Do not ask for the name or write it down."
    if any(one.withheld for one in record.all("address")) or any(
        one.values.get("address_protected") for one in record.all("person")
    ):
        yield "Where this family lives is protected. Do not say or send the address, the school or the surgery to anybody."


def to_lead(by: Acting, record: OpenRecord) -> list[Offer]:
    """What to do where nobody leads: one of those who work with the child is made to, or somebody begins to work with it."""
    found = []
    for one in record.all("involvement"):
        if (
            one.values.get("ended_on") is None
            and one.values.get("practitioner_id")
            and may_here(by, record, VERBS["make_lead"])
        ):
            name = record.called("practitioner", one.values["practitioner_id"])
            found.append(Offer(f"{name} leads from now on", to_do("make_lead", record.child, involvement=one.key), ""))
    if not found and may_here(by, record, VERBS["begin_involvement"]):
        found.append(Offer("Record who works with the child", to_do("begin_involvement", record.child), ""))
    return found


def latest(record: OpenRecord, today: date) -> list[Moment]:
    """What happened last, the newest first."""
    happened = [one for one in in_time(record.record.entries, days()) if one.day <= today]
    return [moment(record, one, today) for one in reversed(happened[-LATEST:])]

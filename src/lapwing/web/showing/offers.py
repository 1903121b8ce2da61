"""What somebody is offered to do, as buttons and links: only what their role may do and what makes sense as things stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from lapwing.checks import CHECKS
from lapwing.conduct.acting import Acting
from lapwing.conduct.permissions import BREAK_GLASS, OPEN_BY_GLASS
from lapwing.conduct.reading import FindingShown, Shown
from lapwing.conduct.verb import VERBS, Verb
from lapwing.web.showing.record import OpenRecord
from lapwing.web.templating import address
from lapwing.web.words import Place, answers_to, groups, words_of

BEFORE_BIRTH = (
    *("record_birth", "record_stillbirth", "record_loss_of_one", "close_as_opened_in_error"),
    *(
        "restrict_record",
        "change_readers",
        "lift_restriction",
        "declare_family",
        "declare_family_of",
        "withdraw_family",
    ),
)
"""Verbs that are of one child and make sense before it is born; others of one child wait for the birth."""
ONLY_BEFORE_BIRTH = (
    *("record_birth", "record_stillbirth", "record_loss", "record_termination", "record_loss_of_one"),
    *("expect_another_child", "state_expected_date"),
)
"""Verbs that make sense only while a birth is expected."""

ONCE_ENDED = (
    *("observe", "record_contact", "update_particulars", "record_other_name", "share", "decide_not_to_share"),
    *("begin_address", "end_address", "protect_address", "lift_address_protection", "acknowledge_share"),
    *("correct", "ask_to_void", "agree_to_void", "decline_to_void", "open_sealed_link"),
    *(
        "declare_family",
        "declare_family_of",
        "withdraw_family",
        "restrict_record",
        "change_readers",
        "lift_restriction",
    ),
    *("end_involvement", "withhold_identity", "keep_private", "stop_keeping_private", "break_glass"),
)
"""All that is offered once a record has ended, after a loss above all: what puts it right, keeps somebody safe, or says who
may see it. What asks for more is still there at its address for whoever has to do it.
"""
NOT_CORRECTED = ("agency", "practitioner")
"""Tables that are no part of a child's record; an administrator looks after them."""
AT_MOST = 8
"""So many offers stand on top of the page where somebody asks what they can record."""


@dataclass(frozen=True)
class Offer:
    """Something to do or to look at: what it is called, where it is, and a hint."""

    text: str
    href: str
    hint: str


@dataclass(frozen=True)
class Group:
    """Offers that belong together."""

    title: str
    offers: tuple[Offer, ...]


def may_at_all(by: Acting, verb: Verb) -> bool:
    """Whether the role may do it to some child; how near the child has to be is said where it is done."""
    return by.account.role in verb.may


def may_here(by: Acting, record: OpenRecord, verb: Verb) -> bool:
    """Whether the role may do it to this child, as far as the record is open: in an emergency little can be done."""
    return may_at_all(by, verb) and (record.record.emergency is None or verb.name in OPEN_BY_GLASS)


BEGUN_AT = {"hand_over": "hand_over"}
"""Verbs that begin at a page of their own, by its name: it shows what the record has before anything is asked."""


def to_do(verb: str, child: str | None, **given: str) -> str:
    """The address of the form of a verb, with what is known beforehand."""
    if verb in BEGUN_AT and child is not None and not given:
        return address(BEGUN_AT[verb], child)
    where = address("do", child, verb) if child is not None else address("do_anywhere", verb)
    return f"{where}?{urlencode(given)}" if given else where


def offers_on(by: Acting, record: OpenRecord, table: str, one: Shown) -> Iterator[Offer]:
    """What can be done with an entry as it stands."""
    for verb in VERBS.values():
        words = words_of(verb.name)
        if table not in (words.on_entry, *words.also_on) or not may_here(by, record, verb):
            continue
        if record.record.child.has_ended and verb.name not in ONCE_ENDED:
            continue
        if words.offered.makes_sense_on(one.values, agency=by.agency, practitioner=by.practitioner):
            named = next(name for name, of in verb.naming.items() if of == table)
            yield Offer(words.title, to_do(verb.name, record.child, **{named: one.key}), words.hint)


def offers_on_every(by: Acting, record: OpenRecord, table: str, one: Shown) -> Iterator[Offer]:
    """What can be done with whichever entry of a child's record: putting it right, or asking for it to be voided."""
    if table in NOT_CORRECTED:
        return
    for name in (name for group in groups(Place.ENTRY) for name in group.verbs):
        if may_here(by, record, VERBS[name]) and not (table == "child" and name != "correct"):
            yield Offer(words_of(name).title, to_do(name, record.child, table=table, key=one.key), words_of(name).hint)


def offers_now(by: Acting, record: OpenRecord, findings: Iterable[FindingShown]) -> list[Offer]:
    """What the open findings of a child ask for, urgent ones first: each form once, with the question that it answers."""
    found: dict[str, Offer] = {}
    asked = [] if record.record.child.has_ended else [finding for finding in findings if finding.is_open]
    for finding in asked:
        offer = next(answers_on(by, record, finding), None)
        if offer is not None:
            found.setdefault(offer.text, Offer(offer.text, offer.href, finding.asks))
    return list(found.values())[:AT_MOST]


def answers_on(by: Acting, record: OpenRecord, finding: FindingShown) -> Iterator[Offer]:
    """The forms that would answer a finding, the most natural first, with what they can begin with."""
    if finding.check not in CHECKS:
        return
    table = CHECKS[finding.check].about.table
    entry = record.entry(table.name, finding.subject)
    values = {**(entry.values if entry is not None else {}), table.key: finding.subject}
    for way in answers_to(finding.check):
        if may_here(by, record, VERBS[way.verb]):
            given = way.given(values, child=record.child)
            takes = {name: key for name, key in given.items() if name not in ("child", "pregnancy")}
            yield Offer(words_of(way.verb).title, to_do(way.verb, record.child, **takes), words_of(way.verb).hint)


def groups_offered(by: Acting, record: OpenRecord) -> list[Group]:
    """What can be recorded about a child, by group."""
    found = [Group(group.title, tuple(_about(by, record, group.verbs))) for group in groups(Place.CHILD)]
    return [group for group in found if group.offers]


def _about(by: Acting, record: OpenRecord, verbs: tuple[str, ...]) -> Iterator[Offer]:
    is_unborn = not any(one.values.get("person_id") for one in record.all("child"))
    is_expected = is_unborn and bool(record.all("pregnancy")) and not record.record.child.has_ended
    for name in verbs:
        is_past = record.record.child.has_ended and name not in ONCE_ENDED
        if (
            not is_past
            and may_here(by, record, VERBS[name])
            and _fits(name, is_unborn=is_unborn, is_expected=is_expected)
        ):
            yield Offer(words_of(name).title, to_do(name, record.child), words_of(name).hint)


def _fits(name: str, *, is_unborn: bool, is_expected: bool) -> bool:
    """Whether something makes sense at this time of a child's life; nobody breaks the glass of a record that is open."""
    naming = VERBS[name].naming
    if name in ONLY_BEFORE_BIRTH:
        return is_expected
    waits_for_birth = "child" in naming and "pregnancy" not in naming and name not in BEFORE_BIRTH
    return name != BREAK_GLASS and not (is_unborn and waits_for_birth)


def offers_anywhere(by: Acting) -> list[Offer]:
    """What can be done that is about no child on record."""
    names = [name for group in groups(Place.APART) for name in group.verbs if may_at_all(by, VERBS[name])]
    return [Offer(words_of(name).title, to_do(name, None), words_of(name).hint) for name in names]

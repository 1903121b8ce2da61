"""What looks wrong in a children in need census, and the sentences in which its owner reads of it.

Many of these are what the census's own validation asks after, too; here they say what they mean for a record
that practice is checked by.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from re import fullmatch

from nhs_number.validate import is_valid

from lapwing.exchange.cin_blocks import (
    ASSESSMENT,
    IN_NEED_PLAN,
    PRE_PROCEEDINGS,
    PROTECTION_PLAN,
    SECTION_47,
    STRAY,
    Block,
    Header,
    Oddities,
    day_of,
)
from lapwing.exchange.faults import HIDDEN, MOST_LISTED
from lapwing.exchange.reading import Notice

KEPT = "it is kept as it stands"
LEFT_EMPTY = "it is left empty"
NEEDS_DAY = f"needs a day between 1900 and 2099, such as 2026-03-14; {LEFT_EMPTY}"
LONGEST_PREGNANCY = timedelta(weeks=42)
EXPECTED_BEFORE = timedelta(days=30)
EXPECTED_AFTER = timedelta(days=280)
"""Around the reference date: the window of the expected dates that a census can give (validation query 8530Q)."""

LIE_AHEAD = ("ExpectedPersonBirthDate", "InitialCPCtarget")

_Order = tuple[str, str, str]
NOT_BEFORE: tuple[_Order, ...] = (
    ("CINclosureDate", "CINreferralDate", "the referral"),
    ("AssessmentAuthorisationDate", "AssessmentActualStartDate", "the start of the assessment"),
    ("CINPlanEndDate", "CINPlanStartDate", "the start of the plan"),
    ("CPPendDate", "CPPstartDate", "the start of the plan"),
    ("CPPreviewDate", "CPPstartDate", "the start of the plan"),
    ("InitialCPCtarget", "S47ActualStartDate", "the start of the enquiry"),
    ("PersonDeathDate", "PersonBirthDate", "the birth"),
    ("StepDecisionDate", "PPStartDate", "the decision to begin pre-proceedings"),
    ("InitialPPMeetingDate", "PPStartDate", "the decision to begin pre-proceedings"),
)
"""Within one block: a field, the field whose day it cannot come before, and what that day is."""

BEGINS = {
    ASSESSMENT: "AssessmentActualStartDate",
    IN_NEED_PLAN: "CINPlanStartDate",
    SECTION_47: "S47ActualStartDate",
    PROTECTION_PLAN: "CPPstartDate",
    PRE_PROCEEDINGS: "PPStartDate",
}
"""The field that says when a block began."""

BOTH_OR_NEITHER = (
    ("CINclosureDate", "ReasonForClosure", f"needs a reason for closure; {KEPT}"),
    ("ReasonForClosure", "CINclosureDate", f"needs the day of closure; {KEPT}"),
)


class Doubts:
    """Notices as they come; of many alike the first are listed and the rest counted."""

    def __init__(self, header: Header) -> None:
        self.child = ""
        self._as_of = header.stated_on
        self._listed: list[Notice] = []
        self._counts: Counter[tuple[str, str]] = Counter()

    def add(self, line: int, field: str, has: str, needs: str) -> None:
        """A doubt about the child whose turn it is; `needs` is the same sentence for all that are alike."""
        alike = (field, needs)
        self._counts[alike] += 1
        if self._counts[alike] <= MOST_LISTED:
            whose = f"child {self.child}, " if self.child else ""
            self._listed.append(Notice(f"{whose}line {line}", field, has, needs))

    def notices(self, file: str) -> list[Notice]:
        """The doubts in the order in which they came, and what was not listed one by one."""
        more = {alike: count - MOST_LISTED for alike, count in self._counts.items() if count > MOST_LISTED}
        return [
            *self._listed,
            *(Notice(file, field, f"{count:,} more like these", needs) for (field, needs), count in more.items()),
        ]

    def day(self, block: Block, field: str, text: str | None) -> date | None:
        """The day of a field; None, with a doubt, where it is none."""
        if text is None:
            return None
        day = day_of(text)
        if day is None:
            self.add(block.line, field, shown(text), NEEDS_DAY)
        elif self._as_of is not None and day > self._as_of and field not in LIE_AHEAD:
            needs = f"needs a day that is not after the day the census speaks of ({self._as_of}); {KEPT}"
            self.add(block.line, field, str(day), needs)
        return day

    def code(self, block: Block, field: str, text: str | None, codes: Mapping[str, object]) -> str | None:
        """What a code is in the record tables; None, with a doubt, where the census has no such code."""
        if text is None:
            return None
        known = codes.get(text.upper())
        if known is None:
            self.add(block.line, field, shown(text), f"needs a code of the census's list; {LEFT_EMPTY}")
        return None if known is None else str(known)

    def order(self, block: Block) -> None:
        """Doubt days within a block that come before what they follow."""
        for field, first, what in NOT_BEFORE:
            if field in block.values and (began := _day(block, first)):
                for text in block.values[field]:
                    if (day := day_of(text)) and day < began:
                        self.add(
                            block.line, field, f"{day}, which is before {what} on {began}", f"needs a later day; {KEPT}"
                        )

    def only_one(self, block: Block) -> None:
        """Doubt fields that stand more than once in a block, with different values; the first is taken."""
        for field, texts in block.values.items():
            if (
                len(texts) > 1
                and field not in ("Disability", "AssessmentFactors", "CPPreviewDate")
                and len({*texts}) > 1
            ):
                self.add(block.line, field, f"{len(texts)} different values", "needs one; the first is taken")

    def began_before_referral(self, details: Block) -> None:
        """Doubt what is inside a referral and began before it."""
        referred_on = _day(details, "CINreferralDate")
        for block in details.blocks:
            began_on = _day(block, BEGINS[block.kind])
            if referred_on and began_on and began_on < referred_on:
                has = f"{began_on}, which is before the referral of {referred_on}"
                self.add(
                    block.line, BEGINS[block.kind], has, f"needs a day on or after the referral it came of; {KEPT}"
                )

    def both_or_neither(self, block: Block) -> None:
        for field, other, needs in BOTH_OR_NEITHER:
            if field in block.values and other not in block.values:
                self.add(block.line, other, "nothing", needs)


def _day(block: Block, field: str) -> date | None:
    text = block.text(field)
    return day_of(text) if text else None


def shown(text: str) -> str:
    """A value in quotation marks, unless it could be a name or a number that tells who somebody is."""
    if is_valid(text) or not fullmatch(r"[\d/.:TZ+ -]{1,25}|(?=\D*\d)\w{1,5}|\w{1,2}", text):
        return HIDDEN
    return f"“{text}”"


def upn_doubt(upn: str) -> bool:
    """Whether a unique pupil number has not the form of one: a letter and twelve digits, or a letter last too."""
    return not fullmatch(r"[A-Za-z]\d{11}[\dA-Za-z]", upn)


def skipped_elements(file: str, oddities: Oddities) -> Iterator[Notice]:
    """One notice for each name that the census does not have, and where it was met first."""
    for (name, within), count in oddities.unknown.items():
        times = "once" if count == 1 else f"{count:,} times"
        place = f"{file}, line {oddities.first_line[name, within]}"
        if name == STRAY:
            yield Notice(
                place, within, f"text outside any field, {times}", "needs an element around it; it is left out"
            )
        else:
            yield Notice(place, name, f"an element that a census does not have in {within}, {times}", "it is left out")


def header_doubts(file: str, header: Header) -> Iterable[Notice]:
    """What the header lacks; without it, days and keys rest on less."""
    if header.reference_on is None:
        has = "no day that can be read"
        yield Notice(
            file, "ReferenceDate", has, "needs the reference date; expected dates are not said to be stated then"
        )
    elif header.year is not None and header.year != header.reference_on.year:
        has = f"{header.year}, and the reference date {header.reference_on}"
        yield Notice(file, "Year", has, "needs the year of the reference date, which is taken")
    if header.authority is None:
        yield Notice(
            file, "LEA", "nothing", "needs the authority's number; the keys of all rows begin with cin:unknown"
        )
    elif not fullmatch(r"\d{3}", header.authority):
        yield Notice(
            file, "LEA", shown(header.authority), f"needs the authority's three digits; {KEPT} in the keys of all rows"
        )

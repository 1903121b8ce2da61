"""The reader of the children in need census: XML of any year from 2016/17 to 2025/26, to record tables.

Keys are made of what the census itself says, and so are the same from run to run and from one census to the
next: `cin:<LEA>:<LAchildID>` for a child, and after it the day of the referral, then the kind and the day of
what came of it. What falls on the same day a second time ends in `:2`. The conference of an enquiry has the
enquiry's key, so that it stays the same meeting once it is held. An expected date's key ends in the day it was
stated, so that what two censuses state stays apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from hashlib import blake2b
from pathlib import Path

from nhs_number.validate import is_valid

from lapwing.exchange import cin_codes
from lapwing.exchange.cin_blocks import (
    ASSESSMENT,
    DETAILS,
    IN_NEED_PLAN,
    PRE_PROCEEDINGS,
    PROTECTION_PLAN,
    SECTION_47,
    Block,
    Header,
    Oddities,
    children_of,
    header_of,
)
from lapwing.exchange.cin_children import CensusChild, census_child, doubt_births, join_repeated
from lapwing.exchange.cin_doubts import Doubts, header_doubts, shown, skipped_elements
from lapwing.exchange.cin_notes import notes_on
from lapwing.exchange.cin_rows import CARRIED, KINDS, Rows
from lapwing.exchange.reading import Progress, Reading
from lapwing.vocabulary.codes import ExpectedDateMethod
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.work_codes import AssessmentKind, MeetingKind, PlanKind, ReferralOutcome

FORMAT = "children in need census"


def read_cin_census(path: Path, progress: Progress | None = None) -> Reading:
    """Read a census, child by child.

    A value that cannot be understood is left empty and doubted; a child with neither
    LAchildID nor pupil number is set aside.
    UnusableSource where the file is no census, has a document type declaration, or is not whole: then nothing
    of it is read.
    """
    header = header_of(path)
    oddities = Oddities()
    census = _Census(header)
    for block in children_of(path, oddities, progress):
        census.take(block)
    records = census.records()
    return Reading(
        path,
        FORMAT,
        records,
        read=census.read,
        skipped=[*census.set_aside.notices(path.name), *skipped_elements(path.name, oddities)],
        doubted=[*header_doubts(path.name, header), *census.doubts.notices(path.name)],
        notes=notes_on(header, census.read, census.not_kept),
    )


class _Census:
    """The record tables of one census as they fill, child by child."""

    def __init__(self, header: Header) -> None:
        self.doubts = Doubts(header)
        self.read: Counter[str] = Counter()
        self.set_aside = Doubts(header)
        self.not_kept: Counter[str] = Counter()
        self._header = header
        self._rows = {table: Rows(table) for table in CARRIED}
        self._children: dict[str, CensusChild] = {}
        self._child_id = ""
        self._conferences: set[date] = set()
        self._taken: Mapping[str, Callable[[Block, str | None], None]] = {
            ASSESSMENT: self._assessment,
            IN_NEED_PLAN: self._in_need_plan,
            SECTION_47: self._section_47,
            PROTECTION_PLAN: self._protection_plan,
            PRE_PROCEEDINGS: self._pre_proceedings,
        }

    # A child

    def take(self, block: Block) -> None:
        """One element Child."""
        number = block.text("LAchildID")
        key = number or _key_of_upn(block.text("UPN"))
        if key is None:
            self.set_aside.add(block.line, "LAchildID", "nothing", "needs the child's number; the child is set aside")
            return
        self._turn_to(key, number)
        if number is None or _reads_as_nhs_number(number):
            has = "nothing" if number is None else "a number that reads as an NHS number"
            self.doubts.add(block.line, "LAchildID", has, "needs the authority's own number; the child is kept")
        self._check(block)
        self._conferences = set()
        child = self._known(key, number, block)
        for part in block.blocks:
            if part.kind == DETAILS:
                self._referral(part, child)
            else:
                self._part(part, None)

    def _turn_to(self, key: str, number: str | None) -> None:
        self.doubts.child = number if number and not _reads_as_nhs_number(number) else "whose number is not shown"
        self._child_id = f"cin:{self._header.authority or 'unknown'}:{key}"

    def _known(self, key: str, number: str | None, block: Block) -> CensusChild:
        child = census_child(number, block, self.doubts)
        for name in ("FormerUPN", "UPNunknown"):
            self.not_kept[name] += len(block.texts(name))
        if key not in self._children:
            self._children[key] = child
            return child
        join_repeated(self._children[key], child, self.doubts)
        self.read["repeated children, joined"] += 1
        return self._children[key]

    def _check(self, block: Block) -> None:
        self.doubts.only_one(block)
        self.doubts.order(block)

    # A referral and what came of it

    def _referral(self, block: Block, child: CensusChild) -> None:
        self._check(block)
        self.doubts.both_or_neither(block)
        self.doubts.began_before_referral(block)
        received_on = self._day(block, "CINreferralDate")
        if received_on is None and block.text("CINreferralDate") is None:
            self.doubts.add(block.line, "CINreferralDate", "nothing", "needs the day of the referral; it is left empty")
        child.referred(received_on)
        rows = self._rows["referral"]
        key = rows.key(self._child_id, "referral", received_on)
        no_action = self._yes_no(block, "ReferralNFA")
        rows.add(
            key,
            self._child_id,
            self._code(block, "ReferralSource", cin_codes.REFERRAL_SOURCES),
            received_on,
            ReferralOutcome.NO_FURTHER_ACTION.value if no_action else None,
            self._code(block, "PrimaryNeedCode", cin_codes.PRIMARY_NEEDS),
            self._day(block, "CINclosureDate"),
            self._code(block, "ReasonForClosure", cin_codes.CLOSURE_REASONS),
        )
        self.read["referrals"] += 1
        self._conferences = set()
        for part in block.blocks:
            self._part(part, key)
        self._conference(block, key)

    def _part(self, block: Block, referral_id: str | None) -> None:
        self._check(block)
        self._taken[block.kind](block, referral_id)

    def _assessment(self, block: Block, referral_id: str | None) -> None:
        started_on, signed_off_on = (
            self._day(block, "AssessmentActualStartDate"),
            self._day(block, "AssessmentAuthorisationDate"),
        )
        rows = self._rows["assessment"]
        key = rows.key(referral_id or self._child_id, "assessment", started_on)
        rows.add(key, self._child_id, AssessmentKind.CHILD_AND_FAMILY.value, referral_id, started_on, signed_off_on)
        self.read["assessments"] += 1
        self.not_kept["AssessmentInternalReviewDate"] += len(block.texts("AssessmentInternalReviewDate"))
        self._factors(block, key, signed_off_on)

    def _factors(self, block: Block, assessment_id: str, signed_off_on: date | None) -> None:
        codes = dict.fromkeys(text.upper() for text in block.texts("AssessmentFactors"))
        if cin_codes.NO_FACTOR in codes:
            del codes[cin_codes.NO_FACTOR]
            self.read["assessments with no factor identified"] += 1
            if codes:
                needs = "needs either 21 (none identified) or the factors; the factors are kept"
                self.doubts.add(block.line, "AssessmentFactors", f"21 beside {len(codes)} more", needs)
        if codes and signed_off_on is None:
            needs = "needs the day of authorisation, on which factors are recorded; the concerns have no day"
            self.doubts.add(block.line, "AssessmentAuthorisationDate", "nothing, with factors", needs)
        for code in codes:
            self._concern(block, code, assessment_id, signed_off_on)

    def _concern(self, block: Block, code: str, assessment_id: str, found_on: date | None) -> None:
        factor = cin_codes.FACTORS.get(code)
        if factor is None:
            self.doubts.add(
                block.line, "AssessmentFactors", shown(code), "needs a code of the census's list; it is left out"
            )
            return
        self._rows["concern"].add(
            f"{assessment_id}:factor:{code}",
            self._child_id,
            self._child_id if factor.of_child else None,
            factor.kind.value,
            factor.part.value if factor.part else None,
            found_on,
            assessment_id,
            f"{factor.note} (factor {code})",
        )
        self.read["factors"] += 1

    def _in_need_plan(self, block: Block, referral_id: str | None) -> None:
        self._plan(PlanKind.CHILD_IN_NEED, block, referral_id, "CINPlanStartDate", "CINPlanEndDate")
        self.read["child in need plans"] += 1

    def _protection_plan(self, block: Block, referral_id: str | None) -> None:
        plan_id = self._plan(PlanKind.CHILD_PROTECTION, block, referral_id, "CPPstartDate", "CPPendDate")
        self.read["child protection plans"] += 1
        self.not_kept["NumberOfPreviousCPP"] += len(block.texts("NumberOfPreviousCPP"))
        for text in dict.fromkeys(block.texts("CPPreviewDate")):
            if held_on := self.doubts.day(block, "CPPreviewDate", text):
                self._meeting(MeetingKind.REVIEW_CONFERENCE, (plan_id, "review", held_on), plan_id, None, held_on)
                self.read["reviews of child protection plans"] += 1

    def _plan(self, kind: PlanKind, block: Block, referral_id: str | None, start: str, end: str) -> str:
        rows, started_on = self._rows["plan"], self._day(block, start)
        key = rows.key(referral_id or self._child_id, kind.value, started_on)
        categories = (
            self._code(block, name, cin_codes.CATEGORIES_OF_ABUSE)
            for name in ("InitialCategoryOfAbuse", "LatestCategoryOfAbuse")
        )
        rows.add(key, self._child_id, kind.value, referral_id, started_on, self._day(block, end), *categories)
        return key

    def _section_47(self, block: Block, referral_id: str | None) -> None:
        rows, started_on = self._rows["assessment"], self._day(block, "S47ActualStartDate")
        key = rows.key(referral_id or self._child_id, "section_47", started_on)
        rows.add(key, self._child_id, AssessmentKind.SECTION_47.value, referral_id, started_on, None)
        self.read["section 47 enquiries"] += 1
        self._yes_no(block, "ICPCnotRequired")
        self.not_kept["ICPCnotRequired"] += len(block.texts("ICPCnotRequired"))
        self._conference(block, key)

    def _conference(self, block: Block, came_of: str) -> None:
        """The initial conference of an enquiry or a referral: each day once, whichever of them gives it."""
        due_on, held_on = self._day(block, "InitialCPCtarget"), self._day(block, "DateOfInitialCPC")
        not_required = cin_codes.YES_NO.get((block.text("ICPCnotRequired") or "").upper())
        if held_on in self._conferences or not (held_on or (due_on and not not_required)):
            return
        if held_on:
            self._conferences.add(held_on)
        self._meeting(MeetingKind.INITIAL_CONFERENCE, (came_of, "initial_conference"), None, due_on, held_on)
        self.read["initial conferences"] += 1

    def _pre_proceedings(self, block: Block, referral_id: str | None) -> None:
        """From the decision to begin until the decision to step down or to go to court, and the first meeting."""
        plan_id = self._plan(PlanKind.PRE_PROCEEDINGS, block, referral_id, "PPStartDate", "StepDecisionDate")
        if held_on := self._day(block, "InitialPPMeetingDate"):
            self._meeting(MeetingKind.PRE_PROCEEDINGS, (plan_id, "meeting"), plan_id, None, held_on)
        self.read["pre-proceedings"] += 1
        for name, texts in block.values.items():
            if name not in ("PPStartDate", "StepDecisionDate", "InitialPPMeetingDate"):
                self.not_kept[name] += len(texts)

    def _meeting(
        self, kind: MeetingKind, key: tuple[object, ...], plan_id: str | None, due_on: date | None, held_on: date | None
    ) -> None:
        rows = self._rows["meeting"]
        rows.add(rows.key(*key), self._child_id, kind.value, plan_id, due_on, held_on)

    # One value

    def _day(self, block: Block, name: str) -> date | None:
        return self.doubts.day(block, name, block.text(name))

    def _code(self, block: Block, name: str, codes: Mapping[str, object]) -> str | None:
        return self.doubts.code(block, name, block.text(name), codes)

    def _yes_no(self, block: Block, name: str) -> bool | None:
        text = block.text(name)
        if text is not None and text.upper() not in cin_codes.YES_NO:
            self.doubts.add(block.line, name, shown(text), "needs true or false; it is left empty")
        return cin_codes.YES_NO.get((text or "").upper())

    # All together

    def records(self) -> RecordSet:
        """The record tables, once every child has been taken."""
        persons: dict[str, str | None] = {}
        for key, child in self._children.items():
            self._turn_to(key, child.number)
            doubt_births(child, self._header, self.doubts)
            persons[self._child_id] = self._child_rows(child, self._child_id)
        self._name_persons(persons)
        source = f"{FORMAT} {self._header.year}" if self._header.year else FORMAT
        frames = {table: self._rows[table].frame(source) for table in CARRIED}
        carried = {table: frozenset((*names, "source_system")) for table, names in CARRIED.items()}
        return RecordSet(frames, carried, kinds=KINDS)

    def _child_rows(self, child: CensusChild, child_id: str) -> str | None:
        """The rows that say who a child is; the person's key where the child is born."""
        person_id = f"{child_id}:person" if child.is_born else None
        pregnancy_id = f"{child_id}:pregnancy" if child.expected_on else None
        self.read[f"children, {_standing(child)}"] += 1
        self._rows["child"].add(child_id, person_id, pregnancy_id, child.number, child.upn)
        if person_id:
            self._rows["person"].add(
                person_id, child.born_on, child.sex, child.ethnicity, child.disabilities, child.died_on
            )
        if pregnancy_id:
            self._rows["pregnancy"].add(pregnancy_id)
            stated_on = self._header.stated_on
            self._rows["expected_date"].add(
                f"{child_id}:expected:{child.expected_on}:{stated_on or 'undated'}",
                pregnancy_id,
                child.expected_on,
                ExpectedDateMethod.AS_RECORDED.value,
                stated_on,
                None,
            )
        return person_id

    def _name_persons(self, persons: Mapping[str, str | None]) -> None:
        """In the concerns: the child as a person, which is known only once every element of the child was read."""
        place = CARRIED["concern"].index("person_id")
        columns = self._rows["concern"].columns
        columns[place] = [child_id and persons[child_id] for child_id in columns[place]]


def _key_of_upn(upn: str | None) -> str | None:
    """A key for a child whose only number is the pupil number, which is not to be seen in keys."""
    return f"upn-{blake2b(upn.upper().encode(), digest_size=8).hexdigest()}" if upn else None


def _standing(child: CensusChild) -> str:
    if child.is_born:
        return "born"
    return "unborn" if child.is_unborn else "not known whether born"


def _reads_as_nhs_number(number: str) -> bool:
    return len(number) >= 10 and is_valid(number)

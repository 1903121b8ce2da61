"""Record tables written as a children in need census: what the format holds of them, and nothing else.

It is there so that reading a census can be tried at any size on invented children.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree

from lapwing.exchange.cin_codes import NO_FACTOR
from lapwing.exchange.cin_codes_written import CLOSURE_CODES, FACTOR_CODES, REFERRAL_CODES, SEX_LETTERS, SEX_NUMBERS
from lapwing.exchange.folder import CannotWrite
from lapwing.exchange.standing import Row, by_child, expected_dates_in_force, latest_rows
from lapwing.vocabulary.codes import ConcernStatus
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.work_codes import AssessmentKind, MeetingKind, PlanKind, ReferralOutcome

FIRST_YEAR_OF_SEX = 2025
"""The census of 2024/25 asks for sex in letters; those before it asked for gender in numbers."""

_TABLES = ("referral", "assessment", "concern", "meeting", "plan")
_ASSESSMENTS = (AssessmentKind.CHILD_AND_FAMILY, AssessmentKind.PRE_BIRTH)
_PROTECTION = (PlanKind.CHILD_PROTECTION, PlanKind.UNBORN_CHILD_PROTECTION)


def write_cin_census(records: RecordSet, path: Path, reference_on: date, *, authority: str = "999") -> None:
    """Write the census of `reference_on` (for the government it is a 31 March) of one authority.

    A child stands in it who has had a referral by then; what happened later is left out. A child without a
    date of birth is given with the expected date in force. The same records, day and authority (three digits)
    give the same bytes. CannotWrite where the file cannot be written.
    """
    census = _Written(records, reference_on)
    try:
        with etree.xmlfile(str(path), encoding="utf-8") as file:
            file.write_declaration()
            with file.element("Message"):
                file.write("\n")
                file.write(_header(reference_on, authority), pretty_print=True)
                with file.element("Children"):
                    file.write("\n")
                    for child in census.children():
                        file.write(child, pretty_print=True)
    except OSError as error:
        raise CannotWrite(f"{path} cannot be written ({error.strerror or error}).") from error


def _header(reference_on: date, authority: str) -> Any:
    header = etree.Element("Header")
    collection = etree.SubElement(header, "CollectionDetails")
    _put(collection, Collection="CIN", Year=reference_on.year, ReferenceDate=reference_on)
    source = etree.SubElement(header, "Source")
    _put(
        source,
        SourceLevel="L",
        LEA=authority,
        SoftwareCode="Lapwing",
        SerialNo="001",
        DateTime=f"{reference_on}T12:00:00",
    )
    return header


def _put(element: Any, **fields: object) -> None:
    """Add the fields that have a value, in order."""
    for name, value in fields.items():
        if value is not None:
            etree.SubElement(element, name).text = str(value)


class _Written:
    """The records of each child as the census orders them."""

    def __init__(self, records: RecordSet, reference_on: date) -> None:
        self._day = reference_on
        self._children = latest_rows(records, "child")
        self._persons = {row["person_id"]: row for row in latest_rows(records, "person")}
        self._expected = expected_dates_in_force(records, reference_on)
        siblings = defaultdict(list)
        for child in self._children:
            siblings[child["pregnancy_id"]].append(child["child_id"])
        self._rows = {table: by_child(latest_rows(records, table), siblings) for table in _TABLES}

    def children(self) -> Iterator[Any]:
        """The element of each child who has had a referral."""
        for child in self._children:
            referrals = self._referrals(child["child_id"])
            if referrals:
                yield self._child(child, referrals)

    def _of(self, table: str, child_id: str, began: str) -> list[Row]:
        """The child's rows of a table that had begun, in order."""
        rows = self._rows[table].get(child_id, ())
        begun = [row for row in rows if row[began] is not None and row[began] <= self._day]
        return sorted(begun, key=lambda row: (row[began], row[TABLES[table].key]))

    def _past(self, day: date | None) -> date | None:
        return day if day is not None and day <= self._day else None

    def _referrals(self, child_id: str) -> list[Row]:
        return [row for row in self._of("referral", child_id, "received_on") if row["repeats_referral_id"] is None]

    def _child(self, child: Row, referrals: list[Row]) -> Any:
        element = etree.Element("Child")
        person = self._persons.get(child["person_id"], {})
        born_on = self._past(person.get("born_on"))
        identifiers = etree.SubElement(element, "ChildIdentifiers")
        _put(
            identifiers,
            LAchildID=child["authority_child_id"] or child["child_id"],
            UPN=child["upn"],
            PersonBirthDate=born_on,
            ExpectedPersonBirthDate=None if born_on else self._expected.get(child["pregnancy_id"]),
            **self._sex(person.get("sex") if born_on else None),
            PersonDeathDate=self._past(person.get("died_on")),
        )
        self._characteristics(element, person if born_on else {})
        belongs = self._belonging(child["child_id"], referrals)
        for referral in referrals:
            self._details(element, referral, belongs[referral["referral_id"]])
        return element

    def _sex(self, sex: str | None) -> dict[str, str]:
        if self._day.year >= FIRST_YEAR_OF_SEX:
            return {"Sex": SEX_LETTERS.get(sex or "", "U")}
        return {"GenderCurrent": SEX_NUMBERS.get(sex or "", "0")}

    def _characteristics(self, element: Any, person: Row) -> None:
        about = etree.SubElement(element, "ChildCharacteristics")
        _put(about, Ethnicity=person.get("ethnicity") or "NOBT")
        if person.get("disabilities"):
            disabilities = etree.SubElement(about, "Disabilities")
            for code in person["disabilities"].split():
                _put(disabilities, Disability=code)

    def _belonging(self, child_id: str, referrals: list[Row]) -> dict[str, dict[str, list[Row]]]:
        """What belongs to each referral: by its own word, or else to the last one before it began."""
        belongs: dict[str, dict[str, list[Row]]] = {row["referral_id"]: defaultdict(list) for row in referrals}
        for table, began in (("assessment", "started_on"), ("plan", "started_on"), ("meeting", "held_on")):
            for row in self._of(table, child_id, began):
                own = row.get("referral_id")
                before = [one for one in referrals if one["received_on"] <= row[began]] or referrals[:1]
                belongs[own if own in belongs else before[-1]["referral_id"]][table].append(row)
        return belongs

    def _details(self, element: Any, referral: Row, belongs: Mapping[str, list[Row]]) -> None:
        details = etree.SubElement(element, "CINdetails")
        closed_on = self._past(referral["closed_on"])
        enquiries = [row for row in belongs["assessment"] if row["kind"] == AssessmentKind.SECTION_47]
        conferences = [row for row in belongs["meeting"] if row["kind"] == MeetingKind.INITIAL_CONFERENCE]
        _put(
            details,
            CINreferralDate=referral["received_on"],
            ReferralSource=REFERRAL_CODES.get(referral["source"] or "", "10"),
            PrimaryNeedCode=referral["primary_need"],
            CINclosureDate=closed_on,
            ReasonForClosure=CLOSURE_CODES.get(referral["closed_reason"] or "", "RC7") if closed_on else None,
            DateOfInitialCPC=conferences[0]["held_on"] if conferences and not enquiries else None,
        )
        for row in belongs["assessment"]:
            if row["kind"] in _ASSESSMENTS:
                self._assessment(details, row)
        for row in _of_kinds(belongs["plan"], (PlanKind.CHILD_IN_NEED,)):
            plan = etree.SubElement(details, "CINPlanDates")
            _put(plan, CINPlanStartDate=row["started_on"], CINPlanEndDate=self._past(row["ended_on"]))
        for row, conference in _paired(enquiries, conferences):
            _enquiry(details, row, conference)
        _put(details, ReferralNFA=str(referral["outcome"] == ReferralOutcome.NO_FURTHER_ACTION).lower())
        for earlier, row in enumerate(_of_kinds(belongs["plan"], _PROTECTION)):
            self._protection_plan(details, row, earlier)

    def _assessment(self, details: Any, row: Row) -> None:
        assessment, signed_off_on = etree.SubElement(details, "Assessments"), self._past(row["signed_off_on"])
        _put(assessment, AssessmentActualStartDate=row["started_on"], AssessmentAuthorisationDate=signed_off_on)
        if signed_off_on is not None:
            factors = etree.SubElement(assessment, "FactorsIdentifiedAtAssessment")
            for code in self._factors(row["child_id"], signed_off_on):
                _put(factors, AssessmentFactors=code)

    def _factors(self, child_id: str, signed_off_on: date) -> list[str]:
        """The factors known when the assessment was signed off, and not cleared."""
        concerns = [
            row["kind"]
            for row in self._of("concern", child_id, "identified_on")
            if row["identified_on"] <= signed_off_on and row["status"] != ConcernStatus.CLEARED
        ]
        return sorted({FACTOR_CODES.get(kind, "20") for kind in concerns}) or [NO_FACTOR]

    def _protection_plan(self, details: Any, row: Row, earlier: int) -> None:
        plan = etree.SubElement(details, "ChildProtectionPlans")
        _put(
            plan,
            CPPstartDate=row["started_on"],
            CPPendDate=self._past(row["ended_on"]),
            InitialCategoryOfAbuse=row["initial_category"],
            LatestCategoryOfAbuse=row["latest_category"],
            NumberOfPreviousCPP=earlier,
        )
        held = [
            meeting["held_on"]
            for meeting in self._of("meeting", row["child_id"], "held_on")
            if meeting["kind"] == MeetingKind.REVIEW_CONFERENCE and meeting["plan_id"] == row["plan_id"]
        ]
        if held:
            reviews = etree.SubElement(plan, "Reviews")
            for day in held:
                _put(reviews, CPPreviewDate=day)


def _of_kinds(rows: Iterable[Row], kinds: tuple[str, ...]) -> list[Row]:
    return [row for row in rows if row["kind"] in kinds]


def _paired(enquiries: list[Row], conferences: list[Row]) -> Iterator[tuple[Row, Row | None]]:
    """Each enquiry with the first conference after it that no earlier enquiry led to."""
    left = list(conferences)
    for enquiry in enquiries:
        conference = next((one for one in left if one["held_on"] >= enquiry["started_on"]), None)
        if conference is not None:
            left.remove(conference)
        yield enquiry, conference


def _enquiry(details: Any, row: Row, conference: Row | None) -> None:
    enquiry = etree.SubElement(details, "Section47")
    _put(
        enquiry,
        S47ActualStartDate=row["started_on"],
        InitialCPCtarget=conference["due_on"] if conference else None,
        DateOfInitialCPC=conference["held_on"] if conference else None,
        ICPCnotRequired="false" if conference else "true",
    )

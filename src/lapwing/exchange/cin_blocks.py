"""A children in need census as blocks: every child with its referrals, and what is inside each, by element name.

Where an element stands within its child does not matter, nor its order, its namespace or the case of its name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from re import fullmatch, search
from typing import Any

from lxml import etree

from lapwing.exchange.reading import Progress, UnusableSource

CHILD = "Child"
DETAILS = "CINdetails"
ASSESSMENT = "Assessments"
IN_NEED_PLAN = "CINPlanDates"
SECTION_47 = "Section47"
PROTECTION_PLAN = "ChildProtectionPlans"
PRE_PROCEEDINGS = "PreProceedingsandFGDM"

FIELDS = {
    CHILD: (
        "LAchildID", "UPN", "FormerUPN", "UPNunknown", "PersonBirthDate", "ExpectedPersonBirthDate",
        "GenderCurrent", "Gender", "Sex", "PersonDeathDate", "Ethnicity", "Disability",
    ),
    DETAILS: (
        "CINreferralDate", "ReferralSource", "PrimaryNeedCode", "CINclosureDate", "ReasonForClosure",
        "DateOfInitialCPC", "ReferralNFA",
    ),
    ASSESSMENT: (
        "AssessmentActualStartDate", "AssessmentInternalReviewDate", "AssessmentAuthorisationDate",
        "AssessmentFactors",
    ),
    IN_NEED_PLAN: ("CINPlanStartDate", "CINPlanEndDate"),
    SECTION_47: ("S47ActualStartDate", "InitialCPCtarget", "DateOfInitialCPC", "ICPCnotRequired"),
    PROTECTION_PLAN: (
        "CPPstartDate", "CPPendDate", "InitialCategoryOfAbuse", "LatestCategoryOfAbuse", "NumberOfPreviousCPP",
        "CPPreviewDate",
    ),
    PRE_PROCEEDINGS: (
        "PPStartDate", "LBPSentDate", "FGDMMeetingOffer", "FGDMMeetingFac", "InitialPPMeetingDate",
        "ReviewMeetingsCount", "StepDecisionDate", "PPOutcome", "CourtAppDate", "LetterInitCPDate",
    ),
}  # fmt: skip
"""The fields of each block, as the census of any year from 2016/17 to 2025/26 names them."""

_WRAPPERS = ("ChildIdentifiers", "ChildCharacteristics", "Disabilities", "FactorsIdentifiedAtAssessment", "Reviews")
_CANONICAL = {
    name.lower(): name for name in (*FIELDS, *_WRAPPERS, *(name for names in FIELDS.values() for name in names))
}
_HOLDERS = {
    name: frozenset(block for block, names in FIELDS.items() if name in names)
    for names in FIELDS.values()
    for name in names
}
_SAFELY: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
_TAIL = 4096
_EVERY = 256
"""After so many children it is told how far reading has come."""


@dataclass(slots=True)
class Block:
    """One block of a child: the values of its fields as text, and the blocks inside it."""

    kind: str
    line: int
    values: dict[str, list[str]] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)

    def text(self, name: str) -> str | None:
        """The first value of a field that is not blank."""
        found = self.values.get(name)
        return found[0] if found else None

    def texts(self, name: str) -> list[str]:
        return self.values.get(name, [])


@dataclass(frozen=True)
class Header:
    """What a census says of itself: the days it speaks of, and whose it is."""

    year: int | None = None
    reference_on: date | None = None
    made_on: date | None = None
    authority: str | None = None

    @property
    def stated_on(self) -> date | None:
        """The day on which what it says was so: its reference date, or the day it was made where that is earlier."""
        return min((day for day in (self.reference_on, self.made_on) if day), default=None)


@dataclass
class Oddities:
    """What a census has beyond its fields: elements of other names, and text outside any field."""

    unknown: Counter[tuple[str, str]] = field(default_factory=Counter)
    first_line: dict[tuple[str, str], int] = field(default_factory=dict)

    def count(self, name: str, within: str, line: int) -> None:
        self.unknown[name, within] += 1
        self.first_line.setdefault((name, within), line)


STRAY = ""
"""Stands for the name of what has none: text outside any field."""


# Days


@lru_cache(maxsize=2**16)
def day_of(text: str) -> date | None:
    """A day as censuses write it, with or without a time and an offset; None where it is none of our time."""
    found = fullmatch(r"(\d{4})-(\d\d)-(\d\d)(?:[T ][\d:.]+)?(?:Z|[+-]\d\d:\d\d)?", text)
    year, month, day = found.groups() if found else (None, None, None)
    if found is None and (found := fullmatch(r"(\d\d)/(\d\d)/(\d{4})(?: [\d:.]+)?", text)):
        day, month, year = found.groups()
    if not (year and month and day and 1900 <= int(year) <= 2099):
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


# Reading


def header_of(path: Path) -> Header:
    """The header; UnusableSource where the file is no census, or is not to be trusted as XML."""
    header = Header()
    with path.open("rb") as file, _whole(path):
        parsing = etree.iterparse(file, events=("start", "end"), **_SAFELY)
        _, root = next(iter(parsing))
        _check_root(path, root)
        for event, element in parsing:
            name = etree.QName(element).localname
            if event == "end" and name == "Header":
                header = _header(path, element)
                break
            if event == "end" and name == CHILD:
                _forget(element, Oddities())
    return header


def children_of(path: Path, oddities: Oddities, progress: Progress | None) -> Iterator[Block]:
    """Each child of a census as its block, one at a time; UnusableSource where the file breaks off."""
    size = path.stat().st_size
    walk = _Walk(oddities)
    with path.open("rb") as file, _whole(path):
        parsing = etree.iterparse(file, events=("end",), tag=f"{{*}}{CHILD}", **_SAFELY)
        for number, (_, element) in enumerate(parsing, start=1):
            child = Block(CHILD, element.sourceline or 0)
            walk.fill(element, (child,))
            if next(element.iterancestors(f"{{*}}{CHILD}"), None) is None:
                _forget(element, oddities)
            yield child
            if progress and number % _EVERY == 0:
                progress(min(1.0, file.tell() / size))
        for part in parsing.root.iterdescendants():
            _note_other(part, oddities)
    if progress:
        progress(1.0)


def _forget(element: Any, oddities: Oddities) -> None:
    """Free the element and all that stands before it."""
    element.clear()
    while (before := element.getprevious()) is not None:
        _note_other(before, oddities)
        del element.getparent()[0]


def _note_other(part: Any, oddities: Oddities) -> None:
    """Count what stands beside the children, or beside the header, and is neither."""
    within, name = etree.QName(part.getparent()).localname, etree.QName(part).localname
    if within in ("Message", "Children") and name not in ("Header", "Children", CHILD):
        oddities.count(name, within, part.sourceline)


@contextmanager
def _whole(path: Path) -> Iterator[None]:
    try:
        yield
    except etree.XMLSyntaxError as error:
        where = f"{path}, line {error.lineno}" if error.lineno else str(path)
        raise UnusableSource(f"{where}: {_why(path, error.msg or '')} Nothing of it was read.") from None


def _why(path: Path, message: str) -> str:
    if _breaks_off(path):
        return "the file breaks off there; a census ends with </Message>. Export or copy it again."
    if "encoding" in message.lower() or "utf-8" in message.lower():
        return "has letters in another encoding than the file names at its start. Export it again, as UTF-8."
    return "is not well-formed XML there. Export it again from the case system."


def _breaks_off(path: Path) -> bool:
    """Whether the file lacks the end of its root element; the nulls of UTF-16 are looked past."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _TAIL))
        end = file.read().replace(b"\0", b"").rstrip()
    return search(rb"</(?:[\w.-]+:)?Message\s*>", end) is None


def refuse_document_type(path: Path, root: Any) -> None:
    """Refuse a document type declaration: its entities could open other files, or fill the memory."""
    if root.getroottree().docinfo.doctype or root.getroottree().docinfo.internalDTD is not None:
        raise UnusableSource(
            f"{path} has a document type declaration (<!DOCTYPE), which a census never has and which can do harm. "
            "Nothing of it was read. Export it again from the case system."
        )


def _check_root(path: Path, root: Any) -> None:
    refuse_document_type(path, root)
    name = etree.QName(root).localname
    if name != "Message":
        raise UnusableSource(f"{path} has the root element {name}; a children in need census has Message there.")


def _header(path: Path, element: Any) -> Header:
    found: dict[str, str] = {}
    for part in element.iter():
        if part.text and part.text.strip():
            found.setdefault(etree.QName(part).localname, part.text.strip())
    collection = found.get("Collection", "CIN")
    if collection.upper() != "CIN":
        raise UnusableSource(f"{path} is of the collection “{collection}”; a children in need census says CIN there.")
    year = int(found["Year"]) if fullmatch(r"\d{4}", found.get("Year", "")) else None
    return Header(year, day_of(found.get("ReferenceDate", "")), day_of(found.get("DateTime", "")), found.get("LEA"))


class _Walk:
    """Takes what is inside a child into blocks."""

    def __init__(self, oddities: Oddities) -> None:
        self._oddities = oddities
        self._names: dict[str, str | None] = {}

    def fill(self, element: Any, within: tuple[Block, ...]) -> None:
        """Put each field into the innermost open block that has such a field."""
        for part in element:
            name = self._name(part.tag)
            if name is None:
                self._oddities.count(etree.QName(part).localname, within[-1].kind, part.sourceline)
                self.fill(part, within)
            elif name in _HOLDERS:
                self._put(name, part, within)
            elif name != CHILD:  # a child inside a child is a child of its own, and was read before this one
                inner = (*within, _opened(name, part, within)) if name in FIELDS else within
                self._check_stray(part.text, part, inner)
                self.fill(part, inner)
            self._check_stray(part.tail, part, within)

    def _name(self, tag: str) -> str | None:
        if tag not in self._names:
            self._names[tag] = _CANONICAL.get(etree.QName(tag).localname.lower())
        return self._names[tag]

    def _put(self, name: str, part: Any, within: tuple[Block, ...]) -> None:
        text = part.text.strip() if part.text else ""
        if not text:
            return
        for block in reversed(within):
            if block.kind in _HOLDERS[name]:
                block.values.setdefault(name, []).append(text)
                return
        self._oddities.count(name, within[-1].kind, part.sourceline)

    def _check_stray(self, text: str | None, part: Any, within: tuple[Block, ...]) -> None:
        if text and not text.isspace():
            self._oddities.count(STRAY, within[-1].kind, part.sourceline)


def _opened(kind: str, part: Any, within: tuple[Block, ...]) -> Block:
    """A new block inside the referral that is open, or else inside the child."""
    holder = next((block for block in reversed(within) if block.kind == DETAILS), within[0])
    block = Block(kind, part.sourceline)
    (within[0] if kind == DETAILS else holder).blocks.append(block)
    return block

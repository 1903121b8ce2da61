"""What of a child's record one reader is shown: what is protected, withheld or kept private stays so.

Only those who work with the child themselves see where somebody lives whose address is protected. A person withheld
for safety is shown as that to everybody. What a service does whose work a young person wants to be kept private is
for that service, and for those whom it put something to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import Scope
from lapwing.conduct.reading.rows import Row, Rows, Standing
from lapwing.conduct.reading.wording import screen_of
from lapwing.conduct.scope import scope_of
from lapwing.exchange.belonging import OF_A_PERSON
from lapwing.exchange.spellings import Screen
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.models import EARLIER
from lapwing.records.store import STAMPED
from lapwing.vocabulary.care_codes import ShareDecision
from lapwing.vocabulary.codes import AddressKind, IdentityStatus
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Column, Kind, Personal

OF_WITHHELD = (
    *("relationship_id", "child_id", "pregnancy_id", "role"),
    *("identity_status", "identity_status_on", "identity_decided_by", "identity_review_on"),
)
"""What is shown of a relationship to somebody withheld for safety: that they are, who decided it, and until when."""
OF_PROTECTED = ("address_id", "person_id")
"""What is shown of a protected address to those who may not see it."""
SAID_TO_OTHERS = ("concern", "referral", "disagreement", "disagreement_stage")
"""What a service records for others to know, however private its work."""
RAISED = ("disagreement", "disagreement_stage")
"""Where the person who raised a disagreement is named: others than their own agency see the agency."""


@dataclass(frozen=True)
class Shown:
    """An entry as one reader is shown it: its values by column, and the columns that are withheld from this reader.

    `version` is what a verb takes as `seen`; of a day gone by none is told.
    """

    key: str
    version: int | None
    recorded_at: datetime | None
    recorded_agency: str | None
    values: Mapping[str, Any]
    withheld: tuple[str, ...]


@dataclass(frozen=True)
class Sight:
    """What is kept from one reader of a child's record: agencies, practitioners, people and addresses by key."""

    child: str
    agency: str | None
    private_agencies: frozenset[str]
    private_staff: frozenset[str]
    private_work: frozenset[str]
    withheld: frozenset[str]
    withheld_people: frozenset[str]
    guarded: frozenset[str]
    raised_by: Mapping[str, str]
    screen: Screen

    def shows(self, table: str, row: Row) -> bool:
        """Whether this reader learns that there is such an entry."""
        if table in ("person", *OF_A_PERSON) and row["person_id"] in self.withheld_people:
            return False
        if table == "involvement" and row["involvement_id"] in self.private_work:
            return False
        if table == "information_share" and self._is_kept_from_us(row):
            return False
        if row["recorded_agency_id"] in self.private_agencies:
            return table in SAID_TO_OTHERS or self._is_put_to_us(row) or table in ("child", "person", "pregnancy")
        return True

    def rows(self, rows: Rows) -> Rows:
        """The rows as this reader is shown them: without those of which they do not learn, and empty where it is withheld."""
        return {
            table: [self._row(table, one) for one in some if self.shows(table, one.row)] for table, some in rows.items()
        }

    def _row(self, table: str, one: Standing) -> Standing:
        shown = self.entry(table, one)
        told = {**one.row, **dict.fromkeys(shown.withheld), **shown.values, "recorded_agency_id": shown.recorded_agency}
        return Standing(told, one.version)

    def entry(self, table: str, one: Standing) -> Shown:
        """The entry as this reader is shown it."""
        row = one.row
        columns = [column for column in TABLES[table] if column.name not in STAMPED]
        kept_back = tuple(column.name for column in columns if self._withholds(table, column, row))
        recorded = row["recorded_agency_id"]
        is_private = recorded in self.private_agencies and not self._is_put_to_us(row)
        return Shown(
            key=row[TABLES[table].key],
            version=one.version,
            recorded_at=None if row["recorded_at"] is None else timezone.make_aware(row["recorded_at"]),
            recorded_agency=None if is_private else recorded,
            values={column.name: self._told(column, row) for column in columns if column.name not in kept_back},
            withheld=kept_back,
        )

    def _told(self, column: Column, row: Row) -> Any:
        """A value; of what people wrote, all but what must not become known."""
        value = row[column.name]
        is_words = column.kind is Kind.TEXT and column.personal is Personal.RECORD
        return self.screen.told(value) if is_words and value is not None else value

    def _is_put_to_us(self, row: Row) -> bool:
        return self.agency is not None and row.get("to_agency_id") == self.agency

    def _is_kept_from_us(self, row: Row) -> bool:
        """A decision of another agency not to share something with the reader's is not for the reader."""
        return row["decision"] == ShareDecision.NOT_SHARED and self._is_put_to_us(row) and not self._is_ours(row)

    def _is_ours(self, row: Row) -> bool:
        return bool(row["from_agency_id"] == self.agency)

    def _withholds(self, table: str, column: Column, row: Row) -> bool:
        name, value = column.name, row[column.name]
        if table == "relationship" and (row["relationship_id"] in self.withheld or _is_withheld(row)):
            return name not in OF_WITHHELD
        if table == "address" and row["address_id"] in self.guarded:
            return name not in OF_PROTECTED
        if column.refers_to == "person":
            return value in self.withheld_people
        if table in RAISED and column.refers_to == "practitioner" and value is not None:
            return bool(value == self.raised_by.get(row["disagreement_id"]))
        if self._is_put_to_us(row):
            return False
        private = {"agency": self.private_agencies, "practitioner": self.private_staff}
        return value in private.get(column.refers_to or "", ())


def sight_of(by: Acting, child: str, rows: Rows, also: Rows | None = None) -> Sight:
    """What is kept from a reader of these rows about a child, as they stand.

    `also` are rows as they were: what they protected or withheld is kept back as well.
    """
    return _sight(by.agency, child, rows, also, is_own=scope_of(by.account, child) >= Scope.OWN)


def sight_of_agency(agency: str | None, child: str, rows: Rows, also: Rows | None = None) -> Sight:
    """What is kept from an agency, whoever reads there: nobody of it is taken to work with the child themselves. Of none, what
    is kept from whoever stands outside the partnership.
    """
    return _sight(agency, child, rows, also, is_own=False)


def _sight(agency: str | None, child: str, rows: Rows, also: Rows | None, *, is_own: bool) -> Sight:
    every = {table: [*some, *(also or {}).get(table, ())] for table, some in rows.items()}
    private = private_agencies(agency, rows)
    staff = entries("practitioner").filter(agency__in=private) if private else ()
    withheld = {one.row["relationship_id"] for one in every["relationship"] if _is_withheld(one.row)}
    people = _people_of(withheld, every)
    guarded = set() if is_own else guarded_addresses(every)
    return Sight(
        child=child,
        agency=agency,
        private_agencies=frozenset(private),
        private_staff=frozenset(one.pk for one in staff),
        private_work=frozenset(one.row["involvement_id"] for one in _private_work(agency, every)),
        withheld=frozenset(withheld),
        withheld_people=frozenset(people),
        guarded=frozenset(guarded),
        raised_by=_raised_by(agency, every),
        screen=screen_of(every, guarded=guarded, people=people, agencies=private),
    )


def _private_work(ours: str | None, rows: Rows) -> list[Standing]:
    others = [one for one in rows["involvement"] if ours is None or one.row["agency_id"] != ours]
    return [one for one in others if one.row["kept_private"]]


def private_agencies(ours: str | None, rows: Rows) -> set[str]:
    """Other agencies that work with the child and of which nobody is to be told."""
    private = {one.row["agency_id"] for one in _private_work(ours, rows)}
    known = {one.row["agency_id"] for one in rows["involvement"] if not one.row["kept_private"]}
    return private - known - {None}


def _is_withheld(row: Row) -> bool:
    return bool(row["identity_status"] == IdentityStatus.WITHHELD_FOR_SAFETY)


def _people_of(withheld: Iterable[str], rows: Rows) -> set[str]:
    """Whom these relationships name, or named before they were withheld; never the child or the expectant mother."""
    people = named_before(withheld)
    people |= {one.row["person_id"] for one in rows["relationship"] if one.row["relationship_id"] in set(withheld)}
    own = {one.row["person_id"] for one in rows["child"]} | {one.row["mother_id"] for one in rows["pregnancy"]}
    return links.one_with("person", people - {None}) - links.one_with("person", own - {None})


def named_before(relationships: Iterable[str]) -> set[str]:
    """Whom these relationships named in a version that they had before."""
    model: Any = EARLIER["relationship"]
    earlier = model._default_manager.filter(relationship_id__in=list(relationships), person_id__isnull=False)
    return set(earlier.values_list("person_id", flat=True))


def guarded_addresses(rows: Rows) -> set[str]:
    """The addresses that must not become known: those marked so, and refuges; those of people so marked, and of whoever
    lives with such a person and the child; those of a family from which somebody is withheld for safety; and the same
    address beside another name.
    """
    protected = links.one_with(
        "person", {one.row["person_id"] for one in rows["person"] if one.row["address_protected"]}
    )
    household = {one.row["person_id"] for one in rows["child"]} | {one.row["mother_id"] for one in rows["pregnancy"]}
    household |= {one.row["person_id"] for one in rows["relationship"] if one.row["lives_with_child"]}
    household = links.one_with("person", household - {None})
    if household & protected or any(_is_withheld(one.row) for one in rows["relationship"]):
        protected |= household
    addresses = [one.row for one in rows["address"]]
    guarded = [
        row
        for row in addresses
        if row["protected"] or row["kind"] == AddressKind.REFUGE or row["person_id"] in protected
    ]
    same = {_plain(row[name]) for row in guarded for name in ("address", "postcode")} - {""}
    also = [row for row in addresses if {_plain(row["address"]), _plain(row["postcode"])} & same]
    return {row["address_id"] for row in (*guarded, *also)}


def _plain(text: str | None) -> str:
    """An address without what may be written in one way or another."""
    return "".join(letter for letter in (text or "").casefold() if letter.isalnum())


def _raised_by(ours: str | None, rows: Rows) -> dict[str, str]:
    """Who raised each disagreement that another agency raised."""
    raised = [one.row for one in rows["disagreement"] if ours is None or one.row["from_agency_id"] != ours]
    return {row["disagreement_id"]: row["raised_by"] for row in raised if row["raised_by"] is not None}

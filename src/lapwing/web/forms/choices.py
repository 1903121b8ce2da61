"""What may be chosen where a verb takes the key of something: people of the family, entries of the record, staff, agencies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lapwing.conduct import reading
from lapwing.conduct.acting import Acting
from lapwing.conduct.reading.staff import AgencyListed, PractitionerListed
from lapwing.conduct.verb import Verb
from lapwing.vocabulary.records import TABLES
from lapwing.web.showing.record import OpenRecord

STAFF = {
    **dict.fromkeys(
        ("led_by", "owned_by", "chaired_by", "decided_by", "to_practitioner", "practitioner"), "practitioner"
    ),
    **dict.fromkeys(("to_agency", "from_agency", "owner_agency", "agency"), "agency"),
}
"""Parameters that take the key of a practitioner or an agency."""
AGENCY_OF = {"to_practitioner": "to_agency", "owned_by": "owner_agency", "practitioner": "agency"}
"""Which agency the staff are of that a parameter may name, where another parameter has said so."""
Choice = tuple[str, str]


def table_named(verb: Verb, parameter: str) -> str | None:
    """The table whose entries a parameter names; None where it names none."""
    return verb.naming.get(parameter) or STAFF.get(parameter)


@dataclass(frozen=True)
class Choices:
    """The choices for one person's form about one child; for what is about no child, `record` is None."""

    by: Acting
    record: OpenRecord | None

    def of(self, verb: Verb, parameter: str, given: dict[str, str]) -> list[Choice]:
        """What may be chosen for a parameter, given what was chosen before."""
        table = table_named(verb, parameter)
        if table == "agency":
            return [(one.agency, one.name) for one in self.agencies]
        if table == "practitioner":
            return list(self._staff(given.get(AGENCY_OF.get(parameter, ""))))
        if self.record is None or table is None:
            return []
        if table == "person":
            return list(self._people(parameter))
        return [(one.key, self.record.title(table, one)) for one in self.record.all(table)]

    @cached_property
    def agencies(self) -> list[AgencyListed]:
        return reading.agencies(by=self.by)

    def _staff(self, agency: str | None) -> Iterator[Choice]:
        """Who works at an agency; where none was chosen, whoever works with the child, and one's colleagues."""
        if agency is not None:
            yield from ((one.practitioner, _post(one)) for one in reading.practitioners_of(by=self.by, agency=agency))
            return
        seen = set()
        for one in reading.colleagues(by=self.by):
            seen.add(one.practitioner)
            yield one.practitioner, _post(one)
        for key, name in self._at_work():
            if key not in seen:
                yield key, name

    def _at_work(self) -> Iterator[Choice]:
        if self.record is None:
            return
        for one in self.record.all("involvement"):
            key, agency = one.values.get("practitioner_id"), one.values.get("agency_id")
            if key is not None and one.values.get("ended_on") is None and key in self.record.record.names:
                at = self.record.record.names.get(agency or "", "")
                yield key, f"{self.record.record.names[key]}{', ' + at if at else ''}"

    def _people(self, parameter: str) -> Iterator[Choice]:
        if self.record is None:
            return
        own = {str(one.values["person_id"]) for one in self.record.all("child") if one.values.get("person_id")}
        if parameter == "person":
            yield from ((key, f"{self.record.record.child.called} (the child)") for key in sorted(own))
        for one in self.record.record.around:
            if one.person is not None and one.person not in own:
                yield one.person, f"{one.called} ({self.record.role_of(one.role).lower()})"


def _post(one: PractitionerListed) -> str:
    return ", ".join(part for part in (one.name, one.role, one.team) if part)


def subject_of(verb: Verb, record: OpenRecord) -> dict[str, str]:
    """The child or the pregnancy that a verb acts on, as it takes it: before the birth what is said is said of the pregnancy."""
    takes = [name for name in ("child", "pregnancy") if name in verb.naming]
    child = {"child": record.child}
    pregnancy = next((one.key for one in record.all("pregnancy")), None)
    if not takes or _first_entry(verb) is not None:
        return {}
    if takes == ["child"] or pregnancy is None:
        return child if "child" in takes else {}
    is_unborn = record.record.child.born_on is None and not any(
        one.values.get("person_id") for one in record.all("child")
    )
    return {"pregnancy": pregnancy} if takes == ["pregnancy"] or is_unborn else child


def _first_entry(verb: Verb) -> str | None:
    """The parameter by which a verb acts on an entry and so needs no child; None where it begins something about a child."""
    first = next(iter(verb.naming), None)
    return first if first not in (None, "child", "pregnancy", "person") and TABLES[verb.naming[first]].name else None

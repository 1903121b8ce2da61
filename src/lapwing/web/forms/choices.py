"""What may be chosen where a verb takes the key of something: people of the family, entries of the record, staff, agencies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lapwing.board.reading.kept import kept
from lapwing.board.reading.people import people_here
from lapwing.conduct import reading
from lapwing.conduct.acting import Acting
from lapwing.conduct.reading import Shown
from lapwing.conduct.verb import Verb
from lapwing.vocabulary.board import BOARD_TABLES
from lapwing.vocabulary.codes import RelationshipRole
from lapwing.vocabulary.records import TABLES
from lapwing.web.showing.record import OpenRecord
from lapwing.web.templating import in_words
from lapwing.web.words import words_of
from lapwing.web.words.of_tables import table_words, title_of

STAFF = {
    **dict.fromkeys(
        ("led_by", "owned_by", "chaired_by", "decided_by", "to_practitioner", "practitioner", "may_read"),
        "practitioner",
    ),
    **dict.fromkeys(("to_agency", "from_agency", "owner_agency", "agency"), "agency"),
}
"""Parameters that take the key of a practitioner or an agency."""
AGENCY_OF = {"to_practitioner": "to_agency", "practitioner": "agency"}
"""Which agency the staff are of that a parameter may name, where another parameter has said so."""
OVER = ("ended_on", "closed_on", "signed_off_on", "stopped_on", "completed_on", "declined_on", "no_action_on")
"""Columns that say of an entry that nothing more comes of it; what is still open is offered first."""
GIVE_A_CASE = ("assign_audit_part", "give_traced_case")
"""Verbs that give somebody a case to mark or to trace. Whom it cannot be given to by their work on it is not told by a list."""
WHO = ("child", "pregnancy", "person")
Choice = tuple[str, str]


def table_named(verb: Verb, parameter: str) -> str | None:
    """The table whose entries a parameter names; None where it names none."""
    return verb.naming.get(parameter) or STAFF.get(parameter)


@dataclass(frozen=True)
class Choices:
    """The choices for one person's form about one child; for what is about no child, `record` is None."""

    by: Acting
    record: OpenRecord | None

    def of(self, verb: Verb, parameter: str, given: Mapping[str, str]) -> list[Choice]:
        """What may be chosen for a parameter, given what was chosen before."""
        table = table_named(verb, parameter)
        if table == "agency":
            return list(self._agencies)
        if table == "practitioner":
            return list(self._staff(given.get(AGENCY_OF.get(parameter, ""), "")))
        if table in BOARD_TABLES:
            return [(one.key, title_of(table, one.values)) for one in reversed(kept(by=self.by, table=table))]
        if self.record is None or table is None:
            return []
        if table == "person":
            return list(self._people(parameter))
        among = words_of(verb.name).offered if words_of(verb.name).on_entry == table else None
        entries = [one for one in self.record.all(table) if among is None or self._fits(among, one)]
        return [(one.key, self._entry(table, one)) for one in sorted(entries, key=_is_over)]

    def _fits(self, offered: object, one: Shown) -> bool:
        return bool(
            offered.makes_sense_on(one.values, agency=self.by.agency, practitioner=self.by.practitioner)  # type: ignore[attr-defined]
        )

    def _entry(self, table: str, one: Shown) -> str:
        """An entry in a list: what it is, its day, and whether it is over."""
        assert self.record is not None  # noqa: S101  # asked for of a record alone
        day = next((one.values[name] for name in table_words(table).day if one.values.get(name)), None)
        title = self.record.title(table, one)
        return ", ".join(part for part in (title, in_words(day), "over" if _is_over(one) else "") if part)

    def accounts(self, verb: Verb) -> list[Choice]:
        """Whose account it may be: anybody's at one's agency; for an administrator, and for the Board, anybody's.

        A case is given to those alone whose role marks cases.
        """
        if verb.is_of_the_board:
            people = [one for one in people_here(by=self.by) if one.may_mark or verb.name not in GIVE_A_CASE]
            return [
                (str(one.account), ", ".join(filter(None, (one.name, one.role, one.agency_name)))) for one in people
            ]
        every = reading.accounts_here(by=self.by)
        return [
            (str(one.account), ", ".join(part for part in (one.name, one.role, one.agency) if part)) for one in every
        ]

    @cached_property
    def _agencies(self) -> list[Choice]:
        """By what they do, then by name."""
        every = sorted(reading.agencies(by=self.by), key=lambda one: (one.kind or "~", one.name.casefold()))
        return [
            (one.agency, f"{one.kind}: {one.name}" if one.kind not in (None, one.name) else one.name) for one in every
        ]

    def _staff(self, agency: str) -> Iterator[Choice]:
        """Who works at an agency; where none was chosen, one's colleagues, and whoever works with the child."""
        if agency:
            known = {key for key, _ in self._agencies}
            there = reading.practitioners_of(by=self.by, agency=agency) if agency in known else []
            yield from ((one.practitioner, _post(one)) for one in there)
            return
        here = {one.practitioner: _post(one) for one in reading.colleagues(by=self.by)}
        yield from {**dict(self._at_work()), **here}.items()

    def _at_work(self) -> Iterator[Choice]:
        if self.record is None:
            return
        names = self.record.record.names
        for one in self.record.all("involvement"):
            key, agency = one.values.get("practitioner_id"), one.values.get("agency_id")
            if key is not None and key in names and one.values.get("ended_on") is None:
                yield key, ", ".join(part for part in (names[key], names.get(agency or "", "")) if part)

    def _people(self, parameter: str) -> Iterator[Choice]:
        """The people of the family by name and by what they are to the child; those around it now first."""
        assert self.record is not None  # noqa: S101
        own = {str(one.values["person_id"]) for one in self.record.all("child") if one.values.get("person_id")}
        if parameter == "person":
            yield from ((key, f"{self.record.record.child.called} (the child)") for key in sorted(own))
        seen = set(own)
        for one in sorted(self.record.record.around, key=_parents_first):
            if one.person is not None and one.person not in seen:
                seen.add(one.person)
                before = ", no longer" if one.has_ended else ""
                yield one.person, f"{one.called} ({self.record.role_of(one.role).lower()}{before})"


def _parents_first(one: reading.Around) -> tuple[bool, int]:
    order = [str(role) for role in RelationshipRole]
    return one.has_ended, order.index(one.role) if one.role in order else len(order)


def _is_over(one: Shown) -> bool:
    return any(one.values.get(name) for name in OVER)


def _post(one: reading.PractitionerListed) -> str:
    return ", ".join(part for part in (one.name, one.role, one.team) if part)


def subject_of(verb: Verb, record: OpenRecord, fixed: Mapping[str, str]) -> dict[str, str]:
    """The child or the pregnancy that a verb acts on, as it takes it: before the birth what is said is said of the pregnancy.

    Nothing where it acts on an entry instead, which says whose it is, or on a person who is chosen.
    """
    takes = [name for name in ("child", "pregnancy") if name in verb.naming]
    if not takes or _acts_on_other(verb, fixed):
        return {}
    child = {"child": record.child}
    pregnancy = next((one.key for one in record.all("pregnancy")), None)
    if takes == ["child"] or pregnancy is None:
        return child if "child" in takes else {}
    is_unborn = not any(one.values.get("person_id") for one in record.all("child"))
    return {"pregnancy": pregnancy} if takes == ["pregnancy"] or is_unborn else child


def _acts_on_other(verb: Verb, fixed: Mapping[str, str]) -> bool:
    """Whether an entry says whose it is: the first that a verb names, where it comes before any child."""
    first = next(iter(verb.naming))
    if first not in WHO:
        return bool(fixed.get(first)) and bool(TABLES[verb.naming[first]].is_about_child)
    return first == "person" and bool(fixed.get("person"))

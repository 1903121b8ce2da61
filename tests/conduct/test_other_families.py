"""Nothing that a verb is given leads to another child: not to write there, and not to name one of its entries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import pytest
from cast import MONDAY, Partnership, morning

from lapwing.conduct.acting import Acting
from lapwing.conduct.permissions import NOT_HERE
from lapwing.conduct.subjects import BRING_IN
from lapwing.conduct.verb import VERBS, Verb
from lapwing.conduct.verbs.actions import tie_action
from lapwing.conduct.verbs.children import record_pregnancy
from lapwing.conduct.verbs.corrections import correct
from lapwing.conduct.verbs.observations import observe
from lapwing.conduct.verbs.people import relate_person
from lapwing.records.entries import entries
from lapwing.records.models import Event, Role
from lapwing.records.store import NoSuchEntry, Stamp, add, current
from lapwing.vocabulary.board import BOARD_TABLES
from lapwing.vocabulary.care_codes import ObservedWhat
from lapwing.vocabulary.codes import RelationshipRole
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Column, Kind
from lapwing.vocabulary.work_codes import EvidenceBasis

NOT_OF_A_FAMILY = ("agency", "practitioner")
WORDS = {
    *("about", "absent_reason", "accepted_by_name", "agreed", "area", "authority", "category", "centile_space"),
    *(
        "chair_statement",
        "childs_view",
        "conclusion",
        "consulted",
        "contingency",
        "despite",
        "despite_refusal",
        "disabilities",
    ),
    *("email", "ethnicity", "evidence", "family_name", "finding", "given_name", "harms", "instead", "intended_effect"),
    *("interim_safety", "language", "name", "nhs_number", "not_explored_reason", "note", "on_one_line", "options"),
    *("outcome", "postcode", "primary_need", "proceed_reason", "protective_factors", "reason", "reasons", "remains"),
    *("response", "role_in_family", "says", "team", "understood", "unit", "what", "why"),
}
"""Parameters that take words."""
STAFF = {
    *("chaired_by", "decided_by", "led_by", "owned_by", "to_practitioner", "may_read"),
    *("from_agency", "to_agency", "owner_agency"),
}
"""Parameters that take the key of a practitioner or an agency."""
BY_THEMSELVES = {
    "own_record": "an administrator's, who says of whose family somebody is",
    "also": "checked for each record that it names",
    "keep": "checked for each record",
    "one": "checked for each record",
    "other": "checked for each record",
    "table": "names the entry, with its key",
    "key": "names the entry, with its table",
    "tables": "names tables",
    "values": "checked for each column",
    "check": "names a check",
    "subject": "looked for among the findings of the child alone",
}
"""Parameters that lead to entries in a way of their own."""


def takes_text(hint: Any) -> bool:
    return hint is str or any(takes_text(part) for part in get_args(hint))


def test_of_every_text_that_a_verb_takes_it_is_known_to_what_it_may_lead() -> None:
    decided = WORDS | STAFF | set(BY_THEMSELVES)
    of_children = [one for one in VERBS.values() if not one.is_of_the_board or "child" in one.naming]
    for verb in of_children:
        hints = {name: hint for name, hint in get_type_hints(verb.body).items() if name not in ("by", "return")}
        taken = {name for name, hint in hints.items() if takes_text(hint)}
        assert taken - set(verb.naming) <= decided, verb.name


class Family:
    """A family with an entry in every table, with whom somebody works."""

    def __init__(self, area: Partnership, name: str) -> None:
        self.stamp = Stamp(morning(MONDAY), area.accounts[name].pk)
        self.agency = str(area.accounts[name].agency_id)
        given = {"given_name": "Anna", "family_name": "Vale", "expected_on": MONDAY}
        self.keys = {"pregnancy": record_pregnancy(by=area.as_(name), on=MONDAY, **given)}
        self.keys["child"] = str(entries("child").get(pregnancy=self.keys["pregnancy"]).pk)
        self.keys["person"] = current("pregnancy", self.keys["pregnancy"])["mother_id"]
        for table in TABLES:
            if table not in NOT_OF_A_FAMILY:
                self.key(table)

    def key(self, table: str) -> str:
        if table not in self.keys:
            needed = [c for c in TABLES[table] if c.required and c.name != TABLES[table].key]
            values = {column.name: self._value(column) for column in needed}
            if TABLES[table].is_about_child:
                values["child_id"] = self.keys["child"]
            if table in ("address", "other_name"):
                values["person_id"] = self.keys["person"]
            if table == "relationship":
                values["role"] = RelationshipRole.GRANDPARENT
            self.keys[table] = add(table, values, self.stamp)
        return self.keys[table]

    def _value(self, column: Column) -> Any:
        if column.refers_to:
            return self.agency if column.refers_to == "agency" else self.key(column.refers_to)
        if column.codes:
            return next(iter(column.codes.labels()))
        return {Kind.DATE: MONDAY, Kind.YES_NO: True, Kind.NUMBER: 1.0, Kind.WHOLE: 1}.get(column.kind, "x")


@pytest.fixture
def theirs(area: Partnership) -> Family:
    return Family(area, "Perry Stone")


@pytest.fixture
def ours(area: Partnership) -> Family:
    return Family(area, "Mira Wells")


@pytest.fixture
def also_ours(area: Partnership) -> Family:
    return Family(area, "Mira Wells")


ACTORS = {Role.PRACTITIONER: "Mira Wells", Role.MANAGER: "Mona Reed", Role.NAMED_PROFESSIONAL: "Nell Frost"}
FOR_ANY_CHILD = ("break_glass", "declare_family", "declare_family_of", "withdraw_family")
"""What may be done for a child out of sight: none of it writes on the record."""


def verbs_naming() -> Iterator[tuple[Verb, list[str]]]:
    """Each verb with its parameters that name an entry of a family."""
    for verb in VERBS.values():
        names = [name for name, table in verb.naming.items() if table not in (*NOT_OF_A_FAMILY, *BOARD_TABLES)]
        if names and verb.name not in FOR_ANY_CHILD:
            yield verb, names


def acting(area: Partnership, verb: Verb) -> Acting:
    return area.as_(next(name for role, name in ACTORS.items() if role in verb.may))


def refused(area: Partnership, verb: Verb, given: dict[str, Any]) -> None:
    with pytest.raises(NoSuchEntry, match=NOT_HERE):
        verb.do(by=acting(area, verb), on=MONDAY, **given)
    assert not Event.objects.filter(verb=verb.name).exclude(verb="record_pregnancy").exists(), (verb.name, given)


def test_an_entry_of_a_child_out_of_sight_is_as_if_it_were_not_there(
    area: Partnership, ours: Family, theirs: Family
) -> None:
    for verb, names in verbs_naming():
        for name in names:
            given = {one: ours.keys[verb.naming[one]] for one in names}
            refused(area, verb, {**given, name: theirs.keys[verb.naming[name]]})
            refused(area, verb, {name: theirs.keys[verb.naming[name]]})


def test_an_entry_of_another_child_in_sight_does_not_come_to_this_ones_record(
    area: Partnership, ours: Family, also_ours: Family
) -> None:
    for verb, names in verbs_naming():
        for name in names[1:]:
            if verb.naming[name] == "person" and verb.name in BRING_IN:
                continue
            given = {one: ours.keys[verb.naming[one]] for one in names}
            refused(area, verb, {**given, name: also_ours.keys[verb.naming[name]]})


def test_what_is_named_by_table_and_key_is_looked_at_in_the_same_way(area: Partnership, theirs: Family) -> None:
    for verb in (one for one in VERBS.values() if {"table", "key"} <= set(get_type_hints(one.body))):
        for table, key in theirs.keys.items():
            refused(area, verb, {"table": table, "key": key})


def test_a_correction_leads_to_no_entry_of_another_child(area: Partnership, ours: Family, also_ours: Family) -> None:
    mira = area.as_("Mira Wells")
    tie_action(by=mira, on=MONDAY, action=ours.keys["action"], concern=ours.keys["concern"])
    given = {"by": mira, "on": MONDAY, "table": "action", "key": ours.keys["action"], "why": "A slip"}
    with pytest.raises(NoSuchEntry, match=NOT_HERE):
        correct(**given, values={"concern_id": also_ours.keys["concern"]})
    another = add("concern", {"child_id": ours.keys["child"], "kind": "neglect"}, ours.stamp)
    correct(**given, values={"concern_id": another})
    assert current("action", ours.keys["action"])["concern_id"] == another


def test_somebody_of_another_family_is_said_to_belong_to_this_one_first(
    area: Partnership, ours: Family, also_ours: Family
) -> None:
    child, person = ours.keys["child"], also_ours.keys["person"]
    seen = {"on": MONDAY, "child": child, "person": person, "basis": EvidenceBasis.REPORTED}
    what = {"of": ObservedWhat.PARENT, "says": "She came along"}
    with pytest.raises(NoSuchEntry):
        observe(by=area.as_("Mira Wells"), **seen, **what)
    relate_person(
        by=area.as_("Mira Wells"), on=MONDAY, child=child, person=person, role=RelationshipRole.OTHER_RELATIVE
    )
    assert observe(by=area.as_("Mira Wells"), **seen, **what)

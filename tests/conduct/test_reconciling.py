"""What contradicts itself and waits for a person: who is shown it, what of it, and who may settle it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from brought_in import brought_in, of_rows
from cast import MONDAY, Partnership

from lapwing.conduct.identities import RESTRICTED, WITHHELD
from lapwing.conduct.permissions import Refused
from lapwing.conduct.reconciling import OF_NOBODY, PRIVATE, Contradiction, open_contradictions
from lapwing.conduct.verbs.people_as_one import confirm_same, settle_contradiction
from lapwing.records.entries import entries
from lapwing.records.models import Account, Event, FamilyTie, Restriction
from lapwing.records.store import add, amend, current, void

STEWARD, NEAR, FAR = "Ada Keys", "Sam Birch", "Perry Stone"
BIRTHDAY = date(2011, 3, 2)


@dataclass
class Source:
    """What maternity's system gives of a family, again and again, with other values each time."""

    times: int = 0

    def comes(self, **changed: dict[str, Any]) -> None:
        self.times += 1
        rows: dict[str, dict[str, Any]] = {
            "person": {"person_id": "Tess", "given_name": "Tess", "family_name": "Vale", "born_on": BIRTHDAY},
            "child": {"child_id": "C", "person_id": "Tess"},
            "address": {"address_id": "A", "person_id": "Tess", "postcode": "ZZ1 1AA", "protected": True},
            "referral": {"referral_id": "R", "child_id": "C", "acknowledged_on": None, "primary_need": "N1"},
        }
        for table, values in changed.items():
            rows[table] |= values
        brought_in(of_rows(**{table: [row] for table, row in rows.items()}), mark=f"{self.times}", days=self.times - 30)


@pytest.fixture
def source(area: Partnership) -> Source:
    """A family from a feed, with whom Sam Birch works."""
    source = Source()
    source.comes()
    mine = area.accounts[NEAR]
    work = {"child_id": "maternity:C", "agency_id": mine.agency_id, "practitioner_id": mine.practitioner_id}
    add("involvement", {**work, "started_on": MONDAY}, area.as_(NEAR).stamp())
    return source


@pytest.fixture
def contradicted(area: Partnership, source: Source) -> Source:
    """Somebody here corrected the date of birth; the feed gives a third one."""
    amend("person", "maternity:Tess", {"born_on": date(2011, 3, 3)}, area.as_(NEAR).stamp())
    source.comes(person={"born_on": date(2011, 3, 4)})
    return source


def waiting(area: Partnership, name: str = STEWARD, **which: int) -> list[Contradiction]:
    return open_contradictions(by=area.as_(name), **which)


def settled(area: Partnership, number: int, name: str = STEWARD) -> None:
    settle_contradiction(by=area.as_(name), on=MONDAY, reconciliation=number, outcome="The certificate was seen.")


@pytest.mark.parametrize("name", [STEWARD, NEAR])
def test_what_stands_and_what_the_feed_says_are_shown_side_by_side(
    area: Partnership, contradicted: Source, name: str
) -> None:
    (one,) = waiting(area, name)
    assert (one.table, one.key, one.columns, one.children) == (
        "person", "maternity:Tess", ("born_on",), ("maternity:C",),
    )  # fmt: skip
    ours, theirs = one.sides
    assert (ours.feed, ours.version, ours.values) == (None, 2, {"born_on": date(2011, 3, 3)})
    assert (theirs.feed, theirs.version, theirs.values) == ("maternity", None, {"born_on": date(2011, 3, 4)})


def test_what_is_settled_is_listed_no_more(area: Partnership, contradicted: Source) -> None:
    settled(area, waiting(area)[0].number)
    assert waiting(area) == []
    contradicted.comes(person={"born_on": date(2011, 3, 4)})
    assert waiting(area) == [], "the feed says what somebody has looked at already"


def test_who_neither_looks_after_records_nor_works_with_the_child_does_not_learn_of_it(
    area: Partnership, contradicted: Source
) -> None:
    assert waiting(area, FAR) == []
    with pytest.raises(Refused, match="Auditors cannot look at contradictions"):
        waiting(area, "Audra Page")


def test_who_looked_at_what_is_in_the_log(area: Partnership, contradicted: Source) -> None:
    waiting(area)
    event = Event.objects.latest("place")
    assert (event.verb, event.by) == ("read", area.accounts[STEWARD])
    assert json.loads(event.details) == {"what": "contradictions", "shown": [["person", "maternity:Tess"]]}


def test_they_are_given_some_at_a_time_the_oldest_first(area: Partnership, contradicted: Source) -> None:
    amend("referral", "maternity:R", {"primary_need": "N2"}, area.as_(NEAR).stamp())
    contradicted.comes(person={"born_on": date(2011, 3, 4)}, referral={"primary_need": "N3"})
    assert [one.table for one in waiting(area)] == ["person", "referral"]
    assert [one.table for one in waiting(area, first=1, at_most=1)] == ["referral"]


def test_what_the_database_would_not_hold_has_one_side(area: Partnership, source: Source) -> None:
    refused = {"person_id": "Noah", "nhs_number": "9990000001"}
    related = {"relationship_id": "r", "child_id": "C", "person_id": "Noah", "role": "birth_father"}
    brought_in(of_rows(person=[refused], relationship=[related]), mark="other", days=9)
    (one,) = waiting(area)
    (theirs,) = one.sides
    assert (one.columns, theirs.values) == (("nhs_number",), {"nhs_number": "9990000001"})
    assert waiting(area, NEAR) == [one]


def test_an_entry_voided_here_says_so(area: Partnership, source: Source) -> None:
    void("referral", "maternity:R", area.as_(NEAR).stamp())
    source.comes(referral={"primary_need": "N2"})
    for name in (STEWARD, NEAR):
        (one,) = waiting(area, name)
        assert [side.is_voided for side in one.sides] == [True, False]
        assert [side.values for side in one.sides] == [{"primary_need": "N1"}, {"primary_need": "N2"}]


def test_two_records_read_as_one_are_shown_side_by_side(area: Partnership, source: Source) -> None:
    other = add("person", {"given_name": "Tessa", "family_name": "Vale"}, area.as_(NEAR).stamp())
    confirm_same(
        by=area.as_(STEWARD), on=MONDAY, table="person", keep="maternity:Tess", other=other, why="The school said so."
    )
    (one,) = waiting(area, NEAR)
    assert [(side.key, side.feed, side.values["given_name"]) for side in one.sides] == [
        ("maternity:Tess", None, "Tess"), (other, None, "Tessa"),
    ]  # fmt: skip


def test_an_import_lists_what_linked_records_contradict_anew_and_only_once(area: Partnership, source: Source) -> None:
    other = add("person", {"given_name": "Tess", "family_name": "Vale"}, area.as_(NEAR).stamp())
    confirm_same(
        by=area.as_(STEWARD), on=MONDAY, table="person", keep="maternity:Tess", other=other, why="The school said so."
    )
    assert waiting(area) == []
    source.comes(person={"given_name": "Tessa"})
    (one,) = waiting(area)
    assert (one.table, one.columns) == ("person", ("given_name",))
    settled(area, one.number)
    source.comes(person={"given_name": "Tessa"})
    assert waiting(area) == []


# ---------------------------------------------------------------- what stays hidden


def test_a_protected_address_is_shown_to_those_who_work_with_the_child_alone(area: Partnership, source: Source) -> None:
    amend("address", "maternity:A", {"postcode": "ZZ1 1AB"}, area.as_(NEAR).stamp())
    source.comes(address={"postcode": "ZZ1 1AC"})
    (seen,) = waiting(area, NEAR)
    assert [side.values for side in seen.sides] == [{"postcode": "ZZ1 1AB"}, {"postcode": "ZZ1 1AC"}]
    (kept,) = waiting(area)
    assert [(side.values, side.withheld) for side in kept.sides] == [({}, ("postcode",))] * 2


def test_an_address_that_only_the_feed_protects_is_kept_too(area: Partnership, source: Source) -> None:
    amend("address", "maternity:A", {"postcode": "ZZ1 1AB", "protected": False}, area.as_(NEAR).stamp())
    source.comes(address={"postcode": "ZZ1 1AC", "protected": True})
    assert [side.withheld for side in waiting(area)[0].sides] == [("postcode",)] * 2


def test_words_are_shown_without_a_protected_address(area: Partnership, source: Source) -> None:
    brought_in(of_rows(contact=[{"contact_id": "k", "child_id": "C", "note": "Found."}]), mark="k1", days=9)
    amend("contact", "maternity:k", {"note": "Seen at ZZ1 1AA."}, area.as_(NEAR).stamp())
    brought_in(of_rows(contact=[{"contact_id": "k", "child_id": "C", "note": "Heard at zz11aa."}]), mark="k2", days=10)
    assert [side.values["note"] for side in waiting(area)[0].sides] == ["Seen at [withheld].", "Heard at [withheld]."]
    assert waiting(area, NEAR)[0].sides[0].values["note"] == "Seen at ZZ1 1AA."


def restrict(area: Partnership) -> Restriction:
    by = area.accounts["Sela Marsh"]
    return Restriction.objects.create(child_id="maternity:C", grounds="court_order", by=by, at=area.as_(NEAR).at)


def test_of_a_restricted_record_no_more_than_a_sentence_is_shown(area: Partnership, contradicted: Source) -> None:
    restriction = restrict(area)
    (one,) = waiting(area)
    assert (one.hidden, one.key, one.columns, one.children, one.sides) == (RESTRICTED, "", (), (), ())
    assert waiting(area, NEAR) == []
    with pytest.raises(Refused, match="restricted"):
        settled(area, one.number)
    restriction.may_read.add(area.accounts[STEWARD])
    assert waiting(area)[0].sides
    settled(area, one.number)


def test_nothing_of_ones_own_family_is_shown_or_settled(area: Partnership, contradicted: Source) -> None:
    number = waiting(area)[0].number
    account: Account = area.accounts[STEWARD]
    FamilyTie.objects.create(account=account, child_id="maternity:C", said_by=account, at=area.as_(NEAR).at)
    assert waiting(area) == []
    with pytest.raises(Refused, match="your own family"):
        settled(area, number)


def test_who_is_withheld_for_safety_is_shown_to_nobody(area: Partnership, source: Source) -> None:
    related = {"relationship_id": "r", "child_id": "C", "person_id": "Noah", "role": "birth_father"}
    brought_in(of_rows(person=[{"person_id": "Noah", "given_name": "Noah"}], relationship=[related]), mark="n1", days=9)
    amend("person", "maternity:Noah", {"given_name": "Noel"}, area.as_(NEAR).stamp())
    brought_in(of_rows(person=[{"person_id": "Noah", "given_name": "Nathan"}]), mark="n2", days=10)
    assert len(waiting(area, NEAR)) == 1
    amend("relationship", "maternity:r", {"identity_status": "withheld_for_safety"}, area.as_(NEAR).stamp())
    assert waiting(area, NEAR) == []
    (one,) = waiting(area)
    assert (one.hidden, one.key, one.sides) == (WITHHELD, "", ())


def test_private_work_is_shown_to_those_who_do_it_alone(area: Partnership, source: Source) -> None:
    police = area.accounts[FAR]
    stamp = area.as_(FAR).stamp()
    work = {"agency_id": police.agency_id, "practitioner_id": police.practitioner_id, "kept_private": True}
    add("involvement", {**work, "child_id": "maternity:C", "started_on": MONDAY}, stamp)
    ours = of_rows(contact=[{"contact_id": "k", "child_id": "C", "note": "One", "recorded_agency_id": "p"}])
    brought_in(ours, mark="k1", days=9)
    entries("contact").filter(pk="maternity:k").update(recorded_agency=police.agency_id)
    amend("contact", "maternity:k", {"note": "Two"}, stamp)
    brought_in(of_rows(contact=[{"contact_id": "k", "child_id": "C", "note": "Three"}]), mark="k2", days=10)
    assert [side.values["note"] for side in waiting(area, FAR)[0].sides] == ["Two", "Three"]
    assert waiting(area, NEAR) == []
    (kept,) = waiting(area)
    assert (kept.hidden, kept.key, kept.children) == (PRIVATE, "", ())


def test_what_is_on_no_childs_record_is_told_without_values(area: Partnership, source: Source) -> None:
    brought_in(of_rows(person=[{"person_id": "Lone", "nhs_number": "9990000001"}]), mark="lone", days=9)
    assert waiting(area)[0].hidden == OF_NOBODY
    assert waiting(area, NEAR) == []


def test_what_an_agency_is_called_is_no_familys(area: Partnership, source: Source) -> None:
    brought_in(of_rows(agency=[{"agency_id": "S", "name": "School"}]), mark="s1", days=9)
    amend("agency", "maternity:S", {"name": "The School"}, area.as_(NEAR).stamp())
    brought_in(of_rows(agency=[{"agency_id": "S", "name": "Schule"}]), mark="s2", days=10)
    (one,) = waiting(area)
    assert [side.values["name"] for side in one.sides] == ["The School", "Schule"]
    assert waiting(area, NEAR) == []
    assert current("agency", "maternity:S")["name"] == "The School"

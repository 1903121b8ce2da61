"""What may be read, by whom, and what of it is kept back."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from cast import MONDAY, Partnership, morning

from lapwing.conduct.acting import Acting
from lapwing.conduct.permissions import Refused
from lapwing.conduct.reading import (
    ChildRecord,
    as_known_on,
    children_within_sight,
    findings_of,
    history,
    pseudonym,
    read_child,
    search,
    shown_now,
    who_read,
    worklist,
    worklist_without_identities,
)
from lapwing.conduct.verbs.children import open_record, record_pregnancy, state_expected_date
from lapwing.conduct.verbs.referrals import acknowledge_referral, refer
from lapwing.records.entries import entries
from lapwing.records.models import BrokenGlass, Event, FamilyTie, Restriction
from lapwing.records.store import CannotEnter, NoSuchEntry, Stamp, add, amend, void

TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def pregnancy(area: Partnership) -> str:
    """Anna Vale expects; Mira Wells of maternity knows of it and has asked social care to act."""
    mira = area.as_("Mira Wells")
    key = record_pregnancy(
        by=mira, on=MONDAY, given_name="Anna", family_name="Vale", nhs_number="9990000018", expected_on=date(2026, 9, 1)
    )
    refer(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=key, to_agency=area.agencies["Social care"])
    return key


@pytest.fixture
def child(pregnancy: str) -> str:
    return str(entries("child").get(pregnancy=pregnancy).pk)


@pytest.fixture
def mother(pregnancy: str) -> str:
    return str(entries("pregnancy").get(pk=pregnancy).mother_id)


def stamp(area: Partnership, name: str = "Mira Wells") -> Stamp:
    return area.as_(name).stamp()


def put(area: Partnership, table: str, name: str = "Mira Wells", **values: Any) -> str:
    """Enters something as a feed of that person's agency would."""
    return add(table, values, stamp(area, name))


def text_of(shown: object) -> str:
    """All that an answer says."""
    return repr(shown)


def the(record: ChildRecord, table: str) -> Any:
    (one,) = record.entries[table]
    return one


# Who may open what


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Mira Wells", None),
        ("Mona Reed", None),
        ("Nell Frost", None),
        ("Sam Birch", None),
        ("Sela Marsh", None),
        ("Moss Adair", "only for children whom your team works with"),
        ("Hazel Ford", "no such record here, or not for you"),
        ("Perry Stone", "no such record here, or not for you"),
        ("Bea Board", "no such record here, or not for you"),
        ("Ada Keys", "no such record here, or not for you"),
    ],
)
def test_a_record_opens_for_those_whom_it_is_near(area: Partnership, child: str, name: str, says: str | None) -> None:
    if says is None:
        assert read_child(by=area.as_(name), child=child).child.called == "Unborn child of Anna Vale"
        return
    with pytest.raises((Refused, NoSuchEntry), match=says):
        read_child(by=area.as_(name), child=child)
    assert Event.objects.filter(verb="refused", child=child).count() == 1


def test_each_reading_is_kept_in_the_log(area: Partnership, child: str) -> None:
    read_child(by=area.as_("Sam Birch"), child=child)
    children_within_sight(by=area.as_("Mira Wells"))
    one, many = Event.objects.filter(verb="read").order_by("place")
    assert (one.child, json.loads(one.details)) == (child, {"what": "record"})
    assert (many.child, json.loads(many.details)) == (None, {"what": "children", "count": 1})


def test_a_broken_glass_opens_a_record_and_the_log_says_so(area: Partnership, child: str) -> None:
    perry = area.as_("Perry Stone")
    until = perry.at + timedelta(hours=4)
    reviewer = area.accounts["Nell Frost"]
    BrokenGlass.objects.create(
        child_id=child, by=perry.account, reason="Found alone", at=perry.at, until_at=until, reviewer=reviewer
    )
    assert read_child(by=area.as_("Perry Stone"), child=child)
    assert json.loads(Event.objects.get(verb="read").details)["glass"] is True
    with pytest.raises(NoSuchEntry):
        read_child(by=area.as_("Perry Stone", TUESDAY), child=child)


def test_a_restricted_record_is_for_those_named_and_in_no_list_of_others(area: Partnership, child: str) -> None:
    restriction = Restriction.objects.create(
        child_id=child, grounds="adoption", by=area.accounts["Sela Marsh"], at=morning(MONDAY)
    )
    restriction.may_read.add(area.accounts["Mona Reed"])
    with pytest.raises(Refused, match="restricted"):
        read_child(by=area.as_("Mira Wells"), child=child)
    assert children_within_sight(by=area.as_("Mira Wells")) == []
    assert search(by=area.as_("Mira Wells"), text="Vale") == []
    assert [one.child for one in children_within_sight(by=area.as_("Mona Reed"))] == [child]


def test_nobody_reads_of_their_own_family(area: Partnership, child: str) -> None:
    mira = area.accounts["Mira Wells"]
    FamilyTie.objects.create(account=mira, child_id=child, said_by=mira, at=morning(MONDAY))
    with pytest.raises(Refused, match="your own family"):
        read_child(by=area.as_("Mira Wells"), child=child)
    assert children_within_sight(by=area.as_("Mira Wells")) == []


# The list


def test_the_list_says_who_leads_and_what_is_open(area: Partnership, child: str, pregnancy: str) -> None:
    mira = area.accounts["Mira Wells"]
    involvement = entries("involvement").get(pregnancy=pregnancy).pk
    amend("involvement", involvement, {"lead": True}, stamp(area))
    (listed,) = children_within_sight(by=area.as_("Sela Marsh"))
    assert (listed.called, listed.expected_on) == ("Unborn child of Anna Vale", date(2026, 9, 1))
    assert (listed.lead, listed.lead_agency) == (mira.name, "Maternity")
    assert sum(listed.open_findings.values()) > 0


def test_a_pregnancy_that_was_lost_is_in_no_list_and_keeps_its_record(
    area: Partnership, child: str, pregnancy: str
) -> None:
    amend("pregnancy", pregnancy, {"ended_on": MONDAY, "outcome": "miscarriage"}, stamp(area))
    assert children_within_sight(by=area.as_("Mira Wells")) == []
    (found,) = search(by=area.as_("Mira Wells"), text="Anna Vale")
    assert (found.called, found.expected_on) == ("A pregnancy of Anna Vale, which has ended", None)
    assert read_child(by=area.as_("Mira Wells"), child=child).child.has_ended


def test_two_expected_dates_that_contradict_each_other_are_no_date(
    area: Partnership, child: str, pregnancy: str
) -> None:
    put(area, "expected_date", pregnancy_id=pregnancy, expected_on=date(2026, 9, 20), stated_on=MONDAY)
    assert children_within_sight(by=area.as_("Mira Wells"))[0].expected_on is None


def test_twins_and_born_children_are_told_apart(area: Partnership) -> None:
    mira = area.as_("Mira Wells")
    record_pregnancy(by=mira, on=MONDAY, given_name="Tess", family_name="Moor", babies=2)
    open_record(by=mira, on=MONDAY, given_name="Zeb", family_name="Hill", born_on=date(2026, 5, 1))
    called = [one.called for one in children_within_sight(by=mira)]
    assert called == ["Unborn child of Tess Moor, 1 of 2", "Unborn child of Tess Moor, 2 of 2", "Zeb Hill"]


def test_a_partnership_officer_lists_no_children(area: Partnership, child: str) -> None:
    with pytest.raises(Refused, match="Partnership officers cannot read"):
        children_within_sight(by=area.as_("Bea Board"))


# What a record shows


def test_a_record_has_every_entry_with_its_version_and_who_recorded_it(
    area: Partnership, child: str, pregnancy: str
) -> None:
    referral = entries("referral").get(pregnancy=pregnancy).pk
    acknowledge_referral(by=area.as_("Sam Birch"), on=MONDAY, referral=referral)
    record = read_child(by=area.as_("Mira Wells"), child=child)
    shown = the(record, "referral")
    assert (shown.key, shown.version, shown.withheld) == (referral, 2, ())
    assert shown.values["acknowledged_on"] == MONDAY
    assert record.names[shown.recorded_agency] == "Maternity"
    assert record.names[shown.values["acknowledged_by"]] == "Sam Birch"
    assert {"child", "pregnancy", "expected_date", "relationship", "involvement", "person"} <= set(record.entries)


def test_a_father_is_as_present_as_the_mother_and_so_is_his_absence(
    area: Partnership, child: str, pregnancy: str
) -> None:
    def around() -> list[tuple[str, str]]:
        return [(one.role, one.called) for one in read_child(by=area.as_("Mira Wells"), child=child).around]

    assert around() == [("birth_mother", "Anna Vale"), ("birth_father", "Nobody is recorded as the father.")]
    father = put(area, "person", given_name="Joe", family_name="Lund")
    put(
        area,
        "relationship",
        pregnancy_id=pregnancy,
        person_id=father,
        role="birth_father",
        identity_status="named_by_mother",
    )
    assert around() == [("birth_mother", "Anna Vale"), ("birth_father", "Joe Lund")]


@pytest.mark.parametrize("reader", ["Mira Wells", "Mona Reed", "Sam Birch"])
def test_a_father_withheld_for_safety_is_shown_as_that_and_nothing_more(
    area: Partnership, child: str, pregnancy: str, reader: str
) -> None:
    father = put(area, "person", given_name="Joe", family_name="Lund")
    put(area, "address", person_id=father, address="3 Hay Lane", from_on=MONDAY)
    relationship = put(
        area,
        "relationship",
        pregnancy_id=pregnancy,
        person_id=father,
        role="birth_father",
        identity_status="named_by_mother",
        role_in_family="Joe Lund visits",
    )
    concern = put(area, "concern", pregnancy_id=pregnancy, person_id=father, kind="domestic_abuse")
    amend("relationship", relationship, {"identity_status": "withheld_for_safety"}, stamp(area))
    record = read_child(by=area.as_(reader), child=child)
    (him,) = [one for one in record.around if one.role == "birth_father"]
    assert (him.called, him.person) == ("Withheld for safety", None)
    assert (the(record, "concern").key, the(record, "concern").withheld) == (concern, ("person_id",))
    past = history(by=area.as_(reader), table="relationship", key=relationship)
    then = as_known_on(by=area.as_(reader), child=child, day=MONDAY)
    said = text_of([record, past, then])
    assert all(part not in said for part in ("Joe", "Lund", "Hay Lane", father))
    with pytest.raises(NoSuchEntry):
        history(by=area.as_(reader), table="person", key=father)


ADDRESS = {"address": "7 Mill Row", "postcode": "ZZ991AA", "kind": "refuge", "from_on": MONDAY}


@pytest.mark.parametrize(("reader", "sees"), [("Mira Wells", True), ("Mona Reed", False), ("Sam Birch", False)])
@pytest.mark.parametrize("marked", ["the address", "the person"])
def test_a_protected_address_is_for_those_who_work_with_the_child_themselves(
    area: Partnership, child: str, mother: str, reader: str, sees: bool, marked: str
) -> None:
    key = put(area, "address", person_id=mother, **ADDRESS, protected=marked == "the address")
    amend("person", mother, {"address_protected": marked == "the person"}, stamp(area))
    record = read_child(by=area.as_(reader), child=child)
    shown = the(record, "address")
    assert (shown.values.get("address") == "7 Mill Row") is sees
    assert ("address" in shown.withheld) is not sees
    answers = [
        record,
        history(by=area.as_(reader), table="address", key=key),
        as_known_on(by=area.as_(reader), child=child, day=MONDAY),
        shown_now(by=area.as_(reader), table="address", key=key),
    ]
    assert all(("Mill Row" in text_of(one)) is sees for one in answers)
    assert all(("refuge" in text_of(one)) is sees for one in answers)


def test_a_protected_address_is_withheld_beside_another_name_and_once_it_was_voided(
    area: Partnership, child: str, pregnancy: str, mother: str
) -> None:
    protected = put(area, "address", person_id=mother, **ADDRESS, protected=True)
    aunt = put(area, "person", given_name="Una", family_name="Vale")
    put(area, "relationship", pregnancy_id=pregnancy, person_id=aunt, role="other_relative")
    put(area, "address", person_id=aunt, address="7, Mill Row", from_on=MONDAY)
    assert "Mill Row" not in text_of(read_child(by=area.as_("Mona Reed"), child=child))
    void("address", protected, stamp(area))
    area.day = TUESDAY
    assert "7 Mill Row" not in text_of(as_known_on(by=area.as_("Mona Reed"), child=child, day=TUESDAY))
    assert "7 Mill Row" not in text_of(history(by=area.as_("Mona Reed"), table="address", key=protected))


def test_whoever_lives_with_a_protected_mother_has_a_protected_address(
    area: Partnership, child: str, pregnancy: str, mother: str
) -> None:
    amend("person", mother, {"address_protected": True}, stamp(area))
    gran = put(area, "person", given_name="Ida", family_name="Vale")
    put(area, "relationship", pregnancy_id=pregnancy, person_id=gran, role="grandparent", lives_with_child=True)
    put(area, "address", person_id=gran, address="9 New Street", from_on=MONDAY)
    assert "New Street" not in text_of(read_child(by=area.as_("Sela Marsh"), child=child))
    assert "New Street" in text_of(read_child(by=area.as_("Mira Wells"), child=child))


def test_what_people_wrote_is_shown_without_a_protected_address(
    area: Partnership, child: str, pregnancy: str, mother: str
) -> None:
    put(area, "address", person_id=mother, **ADDRESS, protected=True)
    put(area, "contact", pregnancy_id=pregnancy, happened_on=MONDAY, note="Seen at 7 mill row, ZZ99 1AA, and well.")
    assert "7 mill row" in the(read_child(by=area.as_("Mira Wells"), child=child), "contact").values["note"]
    note = the(read_child(by=area.as_("Mona Reed"), child=child), "contact").values["note"]
    assert note == "Seen at [withheld], [withheld], and well."


def test_what_people_wrote_is_shown_without_the_name_of_somebody_withheld(
    area: Partnership, child: str, pregnancy: str
) -> None:
    father = put(area, "person", given_name="Joe", family_name="Vale")
    values = {"person_id": father, "role": "birth_father", "identity_status": "withheld_for_safety"}
    put(area, "relationship", pregnancy_id=pregnancy, **values)
    put(area, "contact", pregnancy_id=pregnancy, happened_on=MONDAY, note="Anna Vale fears that Joe will come.")
    note = the(read_child(by=area.as_("Mira Wells"), child=child), "contact").values["note"]
    assert note == "Anna Vale fears that [withheld] will come."


@pytest.fixture
def private_work(area: Partnership) -> str:
    """Rae Holt's record, on which the police work in private and social care openly."""
    rae = open_record(
        by=area.as_("Sam Birch"), on=MONDAY, given_name="Rae", family_name="Holt", born_on=date(2010, 3, 2)
    )
    perry = area.accounts["Perry Stone"]
    put(
        area,
        "involvement",
        "Perry Stone",
        child_id=rae,
        agency_id=perry.agency_id,
        practitioner_id=perry.practitioner_id,
        kept_private=True,
        started_on=MONDAY,
    )
    put(area, "contact", "Perry Stone", child_id=rae, happened_on=MONDAY, note="Spoke of home")
    put(area, "concern", "Perry Stone", child_id=rae, kind="going_missing", identified_on=MONDAY)
    return rae


def test_work_kept_private_is_seen_by_that_agency_alone(area: Partnership, private_work: str) -> None:
    theirs = read_child(by=area.as_("Perry Stone"), child=private_work)
    assert len(theirs.entries["involvement"]) == 2
    assert the(theirs, "contact").values["note"] == "Spoke of home"
    others = read_child(by=area.as_("Sam Birch"), child=private_work)
    assert the(others, "involvement").values["agency_id"] == area.agencies["Social care"]
    assert "contact" not in others.entries
    assert all(part not in text_of(others) for part in ("Perry", "Police", area.agencies["Police"]))


def test_what_such_a_service_raises_for_others_reaches_them_without_its_name(
    area: Partnership, private_work: str
) -> None:
    concern = the(read_child(by=area.as_("Sam Birch"), child=private_work), "concern")
    assert (concern.values["kind"], concern.recorded_agency) == ("going_missing", None)


def test_what_such_a_service_puts_to_an_agency_that_agency_sees_whole(area: Partnership, private_work: str) -> None:
    ours = area.agencies["Social care"]
    refer(by=area.as_("Perry Stone"), on=MONDAY, child=private_work, to_agency=ours)
    referral = the(read_child(by=area.as_("Sam Birch"), child=private_work), "referral")
    assert (referral.values["from_agency_id"], referral.withheld) == (area.agencies["Police"], ())


def test_who_read_does_not_give_away_private_work(area: Partnership, private_work: str) -> None:
    read_child(by=area.as_("Perry Stone"), child=private_work)
    (_, perry) = who_read(by=area.as_("Sam Birch"), child=private_work)
    assert (perry.by, perry.agency, perry.what) == (None, None, "record")


def test_whoever_raised_a_disagreement_is_named_to_their_own_agency_alone(
    area: Partnership, child: str, pregnancy: str
) -> None:
    mira = area.accounts["Mira Wells"]
    put(
        area,
        "disagreement",
        pregnancy_id=pregnancy,
        raised_on=MONDAY,
        from_agency_id=mira.agency_id,
        raised_by=mira.practitioner_id,
        to_agency_id=area.agencies["Social care"],
    )
    assert the(read_child(by=area.as_("Mona Reed"), child=child), "disagreement").withheld == ()
    other = the(read_child(by=area.as_("Sam Birch"), child=child), "disagreement")
    assert (other.withheld, other.values["from_agency_id"]) == (("raised_by",), mira.agency_id)


def test_neither_the_history_nor_a_gap_among_the_names_tells_who_raised_a_disagreement(
    area: Partnership, child: str, pregnancy: str
) -> None:
    mira = area.accounts["Mira Wells"]
    key = put(
        area,
        "disagreement",
        pregnancy_id=pregnancy,
        raised_on=MONDAY,
        from_agency_id=mira.agency_id,
        raised_by=mira.practitioner_id,
        to_agency_id=area.agencies["Social care"],
    )
    assert {one.stored_by for one in history(by=area.as_("Sam Birch"), table="disagreement", key=key)} == {None}
    assert history(by=area.as_("Mona Reed"), table="disagreement", key=key)
    assert "Mira Wells" in read_child(by=area.as_("Sam Birch"), child=child).names.values()


def test_a_decision_not_to_share_is_kept_from_that_agency(area: Partnership, child: str, pregnancy: str) -> None:
    kept = put(
        area,
        "information_share",
        pregnancy_id=pregnancy,
        decision="not_shared",
        happened_on=MONDAY,
        from_agency_id=area.agencies["Maternity"],
        to_agency_id=area.agencies["Social care"],
        reason="It would put her at risk",
    )
    assert "information_share" not in read_child(by=area.as_("Sam Birch"), child=child).entries
    assert the(read_child(by=area.as_("Mona Reed"), child=child), "information_share").key == kept
    with pytest.raises(NoSuchEntry):
        history(by=area.as_("Sam Birch"), table="information_share", key=kept)


# Findings and the worklist


def test_findings_have_reasons_facts_and_what_would_meet_them(area: Partnership, child: str) -> None:
    found = findings_of(by=area.as_("Sam Birch"), child=child)
    assert [one.is_open for one in found] == sorted((one.is_open for one in found), reverse=True)
    first = next(one for one in found if one.check == "responsibility.referral_acknowledged")
    assert first.facts
    assert first.would_meet
    assert first.reason.endswith(".")
    with pytest.raises(NoSuchEntry):
        findings_of(by=area.as_("Perry Stone"), child=child)


def test_one_gap_is_one_line_also_for_twins(area: Partnership) -> None:
    mira = area.as_("Mira Wells")
    pregnancy = record_pregnancy(by=mira, on=MONDAY, given_name="Tess", family_name="Moor", babies=2)
    refer(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, to_agency=area.agencies["Social care"])
    lines = worklist(by=area.as_("Sam Birch"))
    assert len({(line.check, line.outcome) for line in lines}) == len(lines)
    (line,) = [line for line in lines if line.check == "responsibility.referral_acknowledged"]
    assert [one.called for one in line.children] == [
        "Unborn child of Tess Moor, 1 of 2",
        "Unborn child of Tess Moor, 2 of 2",
    ]
    assert [line.urgent for line in lines] == sorted((line.urgent for line in lines), reverse=True)
    assert worklist(by=area.as_("Perry Stone")) == []


@pytest.mark.parametrize("reader", ["Bea Board", "Audra Page"])
def test_without_identities_a_worklist_names_nobody(area: Partnership, child: str, mother: str, reader: str) -> None:
    lines = worklist(by=area.as_(reader))
    assert {line.pseudonym for line in lines} == {pseudonym(child)}
    assert all(line.children == () and line.reasons == () for line in lines)
    assert all(part not in text_of(lines) for part in ("Anna", "Vale", child, mother))
    assert {line.asks for line in lines} == {line.asks for line in worklist(by=area.as_("Mira Wells"))}


def test_without_identities_a_manager_sees_their_own_agency(area: Partnership, child: str) -> None:
    assert {line.pseudonym for line in worklist_without_identities(by=area.as_("Mona Reed"))} == {pseudonym(child)}
    assert worklist_without_identities(by=area.as_("Heath Lane")) == []
    with pytest.raises(Refused, match="Practitioners cannot read"):
        worklist_without_identities(by=area.as_("Mira Wells"))


def test_a_pseudonym_hangs_on_a_key_that_is_not_in_the_database(child: str, settings: Any) -> None:
    settings.PSEUDONYM_KEY = "one"
    first = pseudonym(child)
    assert first == pseudonym(child)
    settings.PSEUDONYM_KEY = "another"
    assert pseudonym(child) != first


# Looking back


def test_a_history_says_what_changed_by_whom_and_when(area: Partnership, pregnancy: str) -> None:
    referral = entries("referral").get(pregnancy=pregnancy).pk
    acknowledge_referral(by=area.as_("Sam Birch"), on=MONDAY, referral=referral)
    first, second = history(by=area.as_("Mira Wells"), table="referral", key=referral)
    assert (first.number, first.stored_by, second.stored_by) == (1, "Mira Wells", "Sam Birch")
    assert second.changed == ("acknowledged_on", "acknowledged_by")
    with pytest.raises(NoSuchEntry):
        history(by=area.as_("Perry Stone"), table="referral", key=referral)


def test_an_entry_made_in_error_is_gone_from_the_record_and_stays_in_its_history(
    area: Partnership, child: str, pregnancy: str
) -> None:
    concern = put(area, "concern", pregnancy_id=pregnancy, kind="alcohol")
    void("concern", concern, area.as_("Mira Wells").stamp("Meant for another family"))
    assert "concern" not in read_child(by=area.as_("Mira Wells"), child=child).entries
    last = history(by=area.as_("Mira Wells"), table="concern", key=concern)[-1]
    assert (last.is_voided, last.why) == (True, "Meant for another family")


@pytest.mark.parametrize("table", ["referral", "agency", "nothing"])
def test_an_entry_that_is_not_there_has_no_history(area: Partnership, child: str, table: str) -> None:
    with pytest.raises(NoSuchEntry):
        history(by=area.as_("Mira Wells"), table=table, key=area.agencies["Maternity"])


def test_a_record_as_known_on_a_day_leaves_out_what_came_later(area: Partnership, child: str, pregnancy: str) -> None:
    mira = area.as_("Mira Wells", TUESDAY)
    state_expected_date(by=mira, on=TUESDAY, pregnancy=pregnancy, expected_on=date(2026, 8, 20))

    def expected(day: date) -> list[date]:
        shown = as_known_on(by=area.as_("Mira Wells"), child=child, day=day).entries["expected_date"]
        return [one.values["expected_on"] for one in shown if one.values["superseded_on"] is None]

    assert (expected(MONDAY), expected(TUESDAY)) == ([date(2026, 9, 1)], [date(2026, 8, 20)])
    assert as_known_on(by=area.as_("Mira Wells"), child=child, day=MONDAY - timedelta(days=1)).entries == {}
    with pytest.raises(CannotEnter, match="lies ahead"):
        as_known_on(by=area.as_("Mira Wells"), child=child, day=date(2030, 1, 1))


def test_who_read_is_for_their_own_practitioners_and_those_who_oversee(area: Partnership, child: str) -> None:
    read_child(by=area.as_("Sam Birch"), child=child)
    (sam, mona) = reversed(who_read(by=area.as_("Mona Reed"), child=child))
    assert (sam.by, sam.agency, sam.what) == ("Sam Birch", "Social care", "record")
    assert (mona.by, mona.what) == ("Mona Reed", "readers")
    assert who_read(by=area.as_("Mira Wells"), child=child)
    with pytest.raises(Refused):
        who_read(by=area.as_("Sam Birch"), child=child)


# Looking for somebody


@pytest.mark.parametrize("text", ["Anna Vale", "ana vale", "Vale, Anna", "999 000 0018", "9990000018"])
def test_a_child_is_found_by_the_mothers_name_or_number(area: Partnership, child: str, text: str) -> None:
    assert [one.child for one in search(by=area.as_("Mira Wells"), text=text)] == [child]


@pytest.mark.parametrize("text", ["Quentin Osgood", "9990000026", "999"])
def test_what_is_not_like_anybody_finds_nobody(area: Partnership, child: str, text: str) -> None:
    assert search(by=area.as_("Mira Wells"), text=text) == []


def test_nobody_out_of_sight_is_found_and_the_log_has_no_name(area: Partnership, child: str) -> None:
    assert search(by=area.as_("Perry Stone"), text="Anna Vale") == []
    search(by=area.as_("Mira Wells"), text="Anna Vale")
    empty, found = Event.objects.filter(verb="read").order_by("place")
    assert json.loads(empty.details) == {"what": "search", "children": []}
    assert json.loads(found.details) == {"what": "search", "children": [child]}


def test_a_search_needs_two_letters(area: Partnership) -> None:
    with pytest.raises(CannotEnter, match="at least two letters"):
        search(by=area.as_("Mira Wells"), text=" a ")


def test_an_account_that_has_ended_reads_nothing(area: Partnership, child: str) -> None:
    mira = area.as_("Mira Wells")
    mira.account.ended_at = mira.at
    with pytest.raises(Refused, match="This account has ended"):
        read_child(by=Acting(mira.account, mira.at), child=child)

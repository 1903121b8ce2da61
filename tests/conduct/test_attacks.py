"""What somebody tries who wants to learn, or to do, what is not theirs."""

from __future__ import annotations
import json
from datetime import date, timedelta
from typing import Any
import pytest
from cast import MONDAY, Partnership, morning
from django.db import connection
from everyday import days_on, expected_baby, father, lose, me, told, works_with, young_person
from lapwing.conduct.permissions import Refused, user_can
from lapwing.conduct.may import FRONT_LINE
from lapwing.conduct.policies import NotPossible, is_left_alone
from lapwing.conduct.reading import *
from lapwing.conduct.verbs.access import *
from lapwing.conduct.verbs.addresses import *
from lapwing.conduct.verbs.accounts import open_account, end_account
from lapwing.conduct.verbs.actions import *
from lapwing.conduct.verbs.appointments import *
from lapwing.conduct.verbs.assessments import *
from lapwing.conduct.verbs.births import *
from lapwing.conduct.verbs.children import open_record, record_pregnancy, state_expected_date
from lapwing.conduct.verbs.corrections import correct, ask_to_void
from lapwing.conduct.verbs.concerns import *
from lapwing.conduct.verbs.decisions import decide, review_decision
from lapwing.conduct.verbs.involvements import *
from lapwing.conduct.verbs.observations import observe
from lapwing.conduct.verbs.people import *
from lapwing.conduct.verbs.people_as_one import confirm_same, record_other_name
from lapwing.conduct.verbs.referrals import *
from lapwing.conduct.verbs.sharing import share
from lapwing.conduct.whose import Whose
from lapwing.records.entries import entries
from lapwing.records.models import *
from lapwing.records.store import CannotEnter, NoSuchEntry, Stamp, add, amend, current
from lapwing.vocabulary.work_codes import *
from lapwing.vocabulary.codes import *
from lapwing.vocabulary.care_codes import *

TUESDAY = days_on(1)

def stamp(area, name="Mira Wells"):
    return area.as_(name).stamp()

def put(area, table, name="Mira Wells", **values):
    return add(table, values, stamp(area, name))

@pytest.fixture
def pregnancy(area):
    return expected_baby(area)

@pytest.fixture
def mother(pregnancy):
    return str(entries("pregnancy").get(pk=pregnancy).mother_id)

@pytest.fixture
def child(pregnancy):
    return str(entries("child").get(pregnancy=pregnancy).pk)

ADDRESS = {"address": "7 Mill Row", "postcode": "ZZ991AA", "kind": "refuge", "from_on": MONDAY, "protected": True}

def glass(area, child, name):
    break_glass(by=area.as_(name), on=MONDAY, child=child, reason="Nobody answers")

def test_glass_death_by_person(area, child, mother):
    glass(area, child, "Hazel Ford")
    with pytest.raises(NoSuchEntry):
        record_death(by=area.as_("Hazel Ford"), on=MONDAY, person=mother)

def test_glass_pregnancy(area, child, mother):
    put(area, "address", person_id=mother, **ADDRESS)
    glass(area, child, "Hazel Ford")
    with pytest.raises(NoSuchEntry):
        p = record_pregnancy(by=area.as_("Hazel Ford"), on=MONDAY, mother=mother)
        c = str(entries("child").get(pregnancy=p).pk)
        assert "Mill Row" not in repr(read_child(by=area.as_("Hazel Ford"), child=c))

@pytest.mark.parametrize("name", ["Hazel Ford", "Heath Lane"])
def test_glass_refer(area, child, mother, name):
    if name == "Heath Lane":
        area.account("Hanne Gray", "named_professional", "Health visiting")
    put(area, "address", person_id=mother, **ADDRESS)
    glass(area, child, name)
    refer(by=area.as_(name), on=MONDAY, child=child, to_agency=area.agencies["Social care"])
    assert "Mill Row" not in repr(read_child(by=area.as_(name), child=child))
    with pytest.raises(NoSuchEntry):
        observe(by=area.as_(name), on=MONDAY, child=child, basis=list(EvidenceBasis)[0], of=ObservedWhat.CHILD_PRESENTATION if hasattr(ObservedWhat,"CHILD_PRESENTATION") else list(ObservedWhat)[0], says="x")
    assert not user_can("read", FRONT_LINE, by=area.as_(name, days_on(3)), child=child)

def test_private_worker_oracle(area):
    child = young_person(area)
    works_with(area, "Hazel Ford", child=child, private=True)
    begin_involvement(by=area.as_("Sam Birch"), on=MONDAY, child=child, agency=area.agencies["Health visiting"], practitioner=me(area, "Hazel Ford"))

def test_changed_meanwhile_names_private(area):
    child = young_person(area)
    works_with(area, "Hazel Ford", child=child, private=True)
    person = current("child", child)["person_id"]
    update_particulars(by=area.as_("Hazel Ford"), on=MONDAY, person=person, language="Polish")
    with pytest.raises(Exception) as told:
        update_particulars(by=area.as_("Sam Birch"), on=MONDAY, person=person, language="Welsh", seen=1)
    assert "Hazel" not in str(told.value)

def test_end_relationship_opens_contact(area, pregnancy):
    him = father(area, pregnancy)
    rel = entries("relationship").get(person=him).pk
    say_whether_to_contact(by=area.as_("Mira Wells"), on=MONDAY, relationship=rel, contact_safety=ContactSafety.MUST_NOT_CONTACT, reason="x", review_on=days_on(9))
    end_relationship(by=area.as_("Mira Wells"), on=MONDAY, relationship=rel)
    with pytest.raises(NotPossible):
        book_appointment(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, kind=list(AppointmentKind)[0], booked_for_on=days_on(3), person=him)
    assert is_left_alone(Whose(None, pregnancy), him)

def test_linked_person_protected(area, child, pregnancy, mother):
    other = put(area, "person", given_name="Anna", family_name="Vale", address_protected=True)
    put(area, "address", person_id=mother, address="7 Mill Row", from_on=MONDAY)
    put(area, "address", person_id=other, address="9 Far End", from_on=MONDAY)
    confirm_same(by=area.as_("Ada Keys"), on=MONDAY, table="person", keep=mother, other=other, why="same")
    said = repr(read_child(by=area.as_("Mona Reed"), child=child))
    assert "Mill Row" not in said and "Far End" not in said

def test_withheld_alias(area, child, pregnancy):
    him = put(area, "person", given_name="Joe", family_name="Lund")
    rel = put(area, "relationship", pregnancy_id=pregnancy, person_id=him, role="birth_father", identity_status="named_by_mother")
    record_other_name(by=area.as_("Mira Wells"), on=MONDAY, person=him, given_name="Jojo", family_name="Brandt")
    put(area, "observation", pregnancy_id=pregnancy, basis="seen", of=list(ObservedWhat)[0], observed_on=MONDAY, says="Jojo Brandt came, and Brandt left") if False else put(area, "contact", pregnancy_id=pregnancy, kind="visit", happened_on=MONDAY, note="Jojo Brandt came, and Brandt left")
    amend("relationship", rel, {"identity_status": "withheld_for_safety"}, stamp(area))
    assert "Brandt" not in repr(read_child(by=area.as_("Mira Wells"), child=child))
    with pytest.raises(NoSuchEntry):
        history(by=area.as_("Mira Wells"), table="other_name", key=entries("other_name").get().pk)

def test_young_father_sees_mothers_address(area, child, pregnancy, mother):
    boy = open_record(by=area.as_("Perry Stone"), on=MONDAY, given_name="Rob", born_on=date(2010, 2, 2))
    person = current("child", boy)["person_id"]
    put(area, "relationship", pregnancy_id=pregnancy, person_id=person, role="birth_father", identity_status="named_by_mother")
    put(area, "address", person_id=mother, **ADDRESS)
    said = repr(read_child(by=area.as_("Perry Stone"), child=boy)) + repr(as_known_on(by=area.as_("Perry Stone"), child=boy, day=MONDAY))
    assert "Mill Row" not in said
    assert mother not in said
    assert pregnancy not in said
    assert "Mill" not in repr(findings_of(by=area.as_("Perry Stone"), child=boy))

def test_protect_in_anothers_name(area, mother):
    protect_address(by=area.as_("Nell Frost"), on=MONDAY, person=mother, until_on=days_on(9), decided_by=me(area, "Mona Reed"))
    with pytest.raises(Refused):
        lift_address_protection(by=area.as_("Nell Frost"), on=MONDAY, person=mother, why="x")

def test_own_by_second_account(area, child):
    d = decide(by=area.as_("Mira Wells"), on=MONDAY, child=child, kind=DecisionKind.SECTION_47, outcome=DecisionOutcome.REQUIRED, reasons="x")
    mira = area.accounts["Mira Wells"]
    two = Account.objects.create(email="m2@example.org", name="Mira as manager", role="manager", agency_id=mira.agency_id, practitioner_id=mira.practitioner_id, made_at=morning(MONDAY))
    area.accounts["Mira two"] = two
    with pytest.raises(Refused):
        review_decision(by=area.as_("Mira two"), on=MONDAY, decision=d, outcome=DecisionOutcome.NOT_REQUIRED, reasons="x")

def test_correct_managers_decision(area, child):
    d = decide(by=area.as_("Mona Reed"), on=MONDAY, child=child, kind=DecisionKind.SECTION_47, outcome=DecisionOutcome.REQUIRED, reasons="x")
    with pytest.raises((Refused, NotPossible)):
        correct(by=area.as_("Mira Wells"), on=MONDAY, table="decision", key=d, values={"outcome": "not_required"}, why="x")

def test_correct_reference_to_another_child(area, child, pregnancy):
    tess = young_person(area)
    theirs = raise_concern(by=area.as_("Sam Birch"), on=MONDAY, child=tess, kind=list(ConcernKind)[0])
    mine = raise_concern(by=area.as_("Mira Wells"), on=MONDAY, child=child, kind=list(ConcernKind)[0])
    a = give_action(by=area.as_("Mira Wells"), on=MONDAY, child=child, says="x", owned_by=me(area, "Mira Wells"), concern=mine)
    with pytest.raises(Exception) as e:
        correct(by=area.as_("Mira Wells"), on=MONDAY, table="action", key=a, values={"concern_id": theirs}, why="x")
    print(e.value)

def test_person_of_another_family_slipped_in(area, child, pregnancy, mother):
    other = record_pregnancy(by=area.as_("Mira Wells"), on=MONDAY, given_name="Bess", family_name="Holt")
    bess = str(entries("pregnancy").get(pk=other).mother_id)
    put(area, "address", person_id=bess, **ADDRESS)
    with pytest.raises(NoSuchEntry):
        observe(by=area.as_("Mira Wells"), on=MONDAY, child=child, basis=EvidenceBasis.REPORTED, of=list(ObservedWhat)[0], says="x", person=bess)

def test_own_record_that_is_not_there(area):
    with pytest.raises((CannotEnter, NoSuchEntry)):
        open_account(by=area.as_("Ada Keys"), on=MONDAY, email="x@example.org", name="X", role=Role.PRACTITIONER, agency=area.agencies["Police"], own_record="nobody")
        connection.check_constraints()

def test_link_lost(area):
    names = {"given_name": "Anna", "family_name": "Vale"}
    hers = record_pregnancy(by=area.as_("Mira Wells"), on=MONDAY, expected_on=date(2026,10,5), **names)
    theirs = record_pregnancy(by=area.as_("Sam Birch"), on=MONDAY, **names)
    keep, other = (str(entries("child").get(pregnancy=p).pk) for p in (hers, theirs))
    confirm_same(by=area.as_("Ada Keys"), on=MONDAY, table="child", keep=keep, other=other, why="x", also=[f"pregnancy {theirs}"])
    Notification.objects.create(account=area.accounts["Mona Reed"], what="w", child=keep, at=morning(MONDAY))
    record_loss(by=area.as_("Sam Birch"), on=MONDAY, pregnancy=theirs)
    assert children_within_sight(by=area.as_("Mira Wells")) == []
    assert [o.expected_on for o in search(by=area.as_("Mira Wells"), text="Anna Vale")] == [None]
    assert Notification.objects.filter(quiet_at=None).count() == 0
    assert list(worklist(by=area.as_("Mira Wells"))) == []

def test_linked_restrict(area):
    a = open_record(by=area.as_("Mona Reed"), on=MONDAY, given_name="Otto", born_on=date(2026, 1, 5))
    b = open_record(by=area.as_("Mona Reed"), on=MONDAY, given_name="Otto", born_on=date(2026, 1, 5))
    pa, pb = (current("child", x)["person_id"] for x in (a, b))
    confirm_same(by=area.as_("Ada Keys"), on=MONDAY, table="child", keep=a, other=b, why="x", also=[f"person {pb}"])
    restrict_record(by=area.as_("Nell Frost"), on=MONDAY, child=a, grounds=Grounds.RISK_OF_INJURY, says="x")
    with pytest.raises(NotPossible, match="already"):
        restrict_record(by=area.as_("Nell Frost"), on=MONDAY, child=b, grounds=Grounds.RISK_OF_INJURY, says="x")
    lift_restriction(by=area.as_("Nell Frost"), on=MONDAY, child=b, why="x")
    assert user_can("read", FRONT_LINE, by=area.as_("Mona Reed"), child=a)
    record_death(by=area.as_("Mona Reed"), on=MONDAY, child=b)
    with pytest.raises(NotPossible):
        record_death(by=area.as_("Mona Reed"), on=MONDAY, child=a)

def test_family_notice_names_child(area, child, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        declare_family(by=area.as_("Hazel Ford"), on=MONDAY, child=child)
    assert [n.child for n in Notification.objects.all()] == [None]

def test_leaver_notice(area, child, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        end_account(by=area.as_("Ada Keys"), on=MONDAY, account=area.accounts["Mira Wells"].pk)
    assert [n.child for n in Notification.objects.all()] == [None]

def test_loss_and_glass_notice(area, child, pregnancy, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        glass(area, child, "Hazel Ford")
    record_loss(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy)
    assert Notification.objects.filter(quiet_at=None).count() == 1

@pytest.mark.parametrize("day", [date(1900,1,1), date(2099,12,31), date(1999,2,28)])
def test_extreme_days(area, day, pregnancy):
    state_expected_date(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, expected_on=day)
    open_record(by=area.as_("Mira Wells"), on=MONDAY, given_name="Z", born_on=day)
    state_expected_date(by=area.as_("Mira Wells"), on=date(1,1,1), pregnancy=pregnancy, expected_on=day) if False else None

def test_known_on_year_one(area, child):
    as_known_on(by=area.as_("Mira Wells"), child=child, day=date(1, 1, 1))

def test_on_year_one(area, child, mother):
    try:
        update_particulars(by=area.as_("Mira Wells"), on=date(1, 1, 1), person=mother, language="x")
        glass(area, child, "Hazel Ford")
    except CannotEnter:
        pass

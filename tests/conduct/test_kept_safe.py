"""What somebody might try who wants to learn where a mother lives, who is withheld, or what a young person keeps private;
or to do what is somebody else's to do."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from cast import MONDAY, Partnership, morning
from django.db import connection
from django.test.utils import CaptureQueriesContext
from everyday import days_on, expected_baby, father, me, withheld_father, works_with, young_person

from lapwing.conduct.findings import recompute
from lapwing.conduct.may import FRONT_LINE
from lapwing.conduct.permissions import Refused, user_can
from lapwing.conduct.policies import NotPossible, check_not_done_by, check_not_own
from lapwing.conduct.reading import (
    as_known_on,
    children_within_sight,
    findings_of,
    read_child,
    worklist,
)
from lapwing.conduct.restrictions import Grounds
from lapwing.conduct.verbs.access import break_glass, declare_family, lift_restriction, restrict_record, withdraw_family
from lapwing.conduct.verbs.accounts import open_account
from lapwing.conduct.verbs.addresses import begin_address, lift_address_protection, protect_address
from lapwing.conduct.verbs.appointments import book_appointment
from lapwing.conduct.verbs.births import record_birth, record_death
from lapwing.conduct.verbs.children import open_record, record_pregnancy
from lapwing.conduct.verbs.corrections import correct
from lapwing.conduct.verbs.decisions import decide
from lapwing.conduct.verbs.hand_overs import accept_hand_over, hand_over
from lapwing.conduct.verbs.involvements import begin_involvement, end_involvement
from lapwing.conduct.verbs.observations import observe
from lapwing.conduct.verbs.people import (
    end_relationship,
    establish_identity,
    say_whether_to_contact,
    update_particulars,
)
from lapwing.conduct.verbs.people_as_one import confirm_same, record_other_name
from lapwing.conduct.verbs.plans import end_plan, start_plan
from lapwing.conduct.verbs.referrals import refer
from lapwing.records.entries import entries
from lapwing.records.models import Account, Role
from lapwing.records.store import ChangedMeanwhile, NoSuchEntry, Stamp, add, amend, current
from lapwing.vocabulary.care_codes import AppointmentKind, HandOverKind, ObservedWhat
from lapwing.vocabulary.codes import ContactSafety, IdentityStatus, Sex
from lapwing.vocabulary.work_codes import (
    ClosureReason,
    DecisionKind,
    DecisionOutcome,
    EvidenceBasis,
    PlanKind,
)

SECRET = {"address": "7 Mill Row", "postcode": "ZZ991AA", "kind": "refuge", "from_on": MONDAY, "protected": True}
WHY = "It was a slip"


@pytest.fixture
def pregnancy(area: Partnership) -> str:
    return expected_baby(area)


@pytest.fixture
def child(pregnancy: str) -> str:
    return str(entries("child").get(pregnancy=pregnancy).pk)


@pytest.fixture
def mother(pregnancy: str) -> str:
    return str(entries("pregnancy").get(pk=pregnancy).mother_id)


def put(area: Partnership, table: str, name: str = "Mira Wells", **values: Any) -> str:
    """Enters something as a feed of that person's agency would."""
    return add(table, values, area.as_(name).stamp())


def link(area: Partnership, table: str, keep: str, other: str, *also: str) -> None:
    given = {"table": table, "keep": keep, "other": other, "why": "One and the same", "also": list(also)}
    confirm_same(by=area.as_("Ada Keys"), on=MONDAY, **given)


# ---------------------------------------------------------------- behind a broken glass


@pytest.fixture
def opened(area: Partnership, child: str, mother: str) -> str:
    """The child of a mother in a refuge, whose record two of health visiting have opened in an emergency."""
    area.account("Hanne Gray", Role.NAMED_PROFESSIONAL, "Health visiting")
    put(area, "address", person_id=mother, **SECRET)
    for name in ("Hazel Ford", "Heath Lane"):
        break_glass(by=area.as_(name), on=MONDAY, child=child, reason="Nobody answers")
    return child


def test_who_sees_a_record_in_an_emergency_changes_nothing_about_its_people(
    area: Partnership, opened: str, mother: str
) -> None:
    with pytest.raises(Refused, match="opened this record in an emergency"):
        record_death(by=area.as_("Hazel Ford"), on=MONDAY, person=mother)
    with pytest.raises(Refused, match="opened this record in an emergency"):
        update_particulars(by=area.as_("Hazel Ford"), on=MONDAY, person=mother, language="Welsh")


def test_who_sees_a_record_in_an_emergency_brings_nobody_of_it_to_a_record_of_their_own(
    area: Partnership, opened: str, mother: str
) -> None:
    with pytest.raises(NoSuchEntry):
        record_pregnancy(by=area.as_("Hazel Ford"), on=MONDAY, mother=mother)


@pytest.mark.parametrize("name", ["Hazel Ford", "Heath Lane"])
def test_who_refers_in_an_emergency_comes_no_nearer_by_that(area: Partnership, opened: str, name: str) -> None:
    refer(by=area.as_(name), on=MONDAY, child=opened, to_agency=area.agencies["Social care"])
    assert "Mill Row" not in repr(read_child(by=area.as_(name), child=opened))
    with pytest.raises(Refused, match="opened this record in an emergency"):
        begin_involvement(by=area.as_(name), on=MONDAY, child=opened)
    assert not user_can("read", FRONT_LINE, by=area.as_(name, days_on(3)), child=opened)
    assert user_can("read", FRONT_LINE, by=area.as_("Sam Birch", days_on(3)), child=opened)


# ---------------------------------------------------------------- where somebody lives


def test_an_address_is_kept_secret_where_another_record_of_the_person_asks_for_it(
    area: Partnership, child: str, mother: str
) -> None:
    other = put(area, "person", given_name="Anna", family_name="Vale", address_protected=True)
    for person, place in ((mother, "7 Mill Row"), (other, "9 Far End")):
        put(area, "address", person_id=person, address=place, from_on=MONDAY)
    link(area, "person", mother, other)
    said = repr(read_child(by=area.as_("Mona Reed"), child=child))
    assert "Mill Row" not in said
    assert "Far End" not in said
    with pytest.raises(NotPossible, match="must not become known"):
        hand_over(
            by=area.as_("Mira Wells"),
            on=MONDAY,
            child=child,
            kind=HandOverKind.POSTNATAL_TRANSFER,
            to_agency=area.agencies["Health visiting"],
        )


def test_a_refuge_is_kept_secret_although_a_feed_does_not_say_so(area: Partnership, child: str, mother: str) -> None:
    put(area, "address", person_id=mother, **SECRET | {"protected": None})
    assert "Mill Row" not in repr(read_child(by=area.as_("Mona Reed"), child=child))
    assert "Mill Row" in repr(read_child(by=area.as_("Mira Wells"), child=child))


def test_where_a_mother_lives_is_secret_while_somebody_is_withheld_from_her(
    area: Partnership, child: str, pregnancy: str, mother: str
) -> None:
    put(area, "address", person_id=mother, address="7 Mill Row", from_on=MONDAY)
    assert "Mill Row" in repr(read_child(by=area.as_("Mona Reed"), child=child))
    withheld_father(area, pregnancy)
    assert "Mill Row" not in repr(read_child(by=area.as_("Mona Reed"), child=child))
    assert "Mill Row" in repr(read_child(by=area.as_("Mira Wells"), child=child))


def test_a_day_gone_by_shows_a_young_father_and_not_where_the_mother_lives(
    area: Partnership, pregnancy: str, mother: str
) -> None:
    boy = open_record(by=area.as_("Perry Stone"), on=MONDAY, given_name="Rob", born_on=date(2010, 2, 2))
    him = current("child", boy)["person_id"]
    kin = {"pregnancy_id": pregnancy, "person_id": him, "role": "birth_father", "identity_status": "named_by_mother"}
    put(area, "relationship", **kin)
    put(area, "address", person_id=mother, **SECRET)
    known = as_known_on(by=area.as_("Perry Stone"), child=boy, day=MONDAY)
    assert him in repr(known)
    assert all(secret not in repr(known) for secret in ("Mill Row", mother, pregnancy))


def test_who_protected_an_address_in_anothers_name_does_not_lift_that(area: Partnership, mother: str) -> None:
    nell, mona = area.as_("Nell Frost"), me(area, "Mona Reed")
    protect_address(by=nell, on=MONDAY, person=mother, until_on=days_on(9), decided_by=mona)
    for name in ("Nell Frost", "Mona Reed"):
        with pytest.raises(Refused, match="another manager or named professional lifts it"):
            lift_address_protection(by=area.as_(name), on=MONDAY, person=mother, why=WHY)


def test_who_has_passed_work_on_again_sees_the_address_no_more(area: Partnership, child: str, mother: str) -> None:
    put(area, "address", person_id=mother, **SECRET)
    to = {"to_agency": area.agencies["Health visiting"], "to_practitioner": me(area, "Hazel Ford")}
    kind = HandOverKind.POSTNATAL_TRANSFER
    sent = hand_over(by=area.as_("Mira Wells"), on=MONDAY, child=child, kind=kind, says_address_safety=True, **to)
    accept_hand_over(by=area.as_("Hazel Ford"), on=MONDAY, hand_over=sent)
    assert "Mill Row" in repr(read_child(by=area.as_("Hazel Ford"), child=child))
    work = entries("involvement").get(practitioner=me(area, "Hazel Ford")).pk
    end_involvement(by=area.as_("Hazel Ford"), on=MONDAY, involvement=work, reason=ClosureReason.OTHER)
    assert not user_can("read", FRONT_LINE, by=area.as_("Hazel Ford"), child=child)


# ---------------------------------------------------------------- who must be left alone, or is not named


def test_a_limit_on_contact_outlasts_the_relationship(area: Partnership, pregnancy: str) -> None:
    him = father(area, pregnancy)
    kin = {"by": area.as_("Mira Wells"), "on": MONDAY, "relationship": entries("relationship").get(person=him).pk}
    limit = {"contact_safety": ContactSafety.MUST_NOT_CONTACT, "reason": "He was violent", "review_on": days_on(9)}
    say_whether_to_contact(**kin, **limit)
    end_relationship(**kin)
    booked = {"pregnancy": pregnancy, "kind": AppointmentKind.ANTENATAL, "booked_for_on": days_on(3), "person": him}
    with pytest.raises(NotPossible, match="must not be in touch"):
        book_appointment(by=area.as_("Mira Wells"), on=MONDAY, **booked)


def test_a_limit_on_contact_is_not_passed_on_to_somebody_else(area: Partnership, pregnancy: str) -> None:
    him = father(area, pregnancy, safety=ContactSafety.MUST_NOT_CONTACT)
    kin = {"on": MONDAY, "relationship": entries("relationship").get(person=him).pk}
    named = {"identity_status": IdentityStatus.NAMED_BY_MOTHER, "given_name": "Joe"}
    with pytest.raises(Refused, match="limited for safety; a manager"):
        establish_identity(by=area.as_("Mira Wells"), **kin, **named)
    establish_identity(by=area.as_("Mona Reed"), **kin, **named)


def test_other_names_of_somebody_withheld_are_withheld_too(area: Partnership, child: str, pregnancy: str) -> None:
    him = father(area, pregnancy)
    other = {"given_name": "Jojo", "family_name": "Brandt"}
    record_other_name(by=area.as_("Mira Wells"), on=MONDAY, person=him, **other)
    put(area, "contact", pregnancy_id=pregnancy, kind="visit", happened_on=MONDAY, note="Jojo came; Brandt left")
    assert "Brandt" in repr(read_child(by=area.as_("Mira Wells"), child=child))
    kin = entries("relationship").get(person=him).pk
    amend("relationship", kin, {"identity_status": "withheld_for_safety"}, area.as_("Mira Wells").stamp())
    mira = area.as_("Mira Wells")
    said = repr([read_child(by=mira, child=child), as_known_on(by=mira, child=child, day=MONDAY)])
    assert all(name not in said for name in ("Jojo", "Brandt", "Noah"))


# ---------------------------------------------------------------- what a young person keeps private


@pytest.fixture
def tess(area: Partnership) -> str:
    """A young person with whom health visiting works in private, and social care and the police for all to know."""
    child = young_person(area)
    works_with(area, "Hazel Ford", child=child, private=True)
    works_with(area, "Perry Stone", child=child)
    return child


def test_nobody_finds_out_by_trying_that_somebody_works_in_private(area: Partnership, tess: str) -> None:
    health = area.agencies["Health visiting"]
    given = {"child": tess, "agency": health, "practitioner": me(area, "Hazel Ford")}
    assert begin_involvement(by=area.as_("Sam Birch"), on=MONDAY, **given)


def test_who_changed_an_entry_in_private_is_not_named_in_a_conflict(area: Partnership, tess: str) -> None:
    person = current("child", tess)["person_id"]
    update_particulars(by=area.as_("Hazel Ford"), on=MONDAY, person=person, language="Polish")
    with pytest.raises(ChangedMeanwhile) as told:
        update_particulars(by=area.as_("Sam Birch"), on=MONDAY, person=person, language="Welsh", seen=1)
    assert "Hazel" not in str(told.value)


def test_findings_rest_on_nothing_that_is_done_in_private(area: Partnership, tess: str) -> None:
    later = days_on(40)

    def told(name: str) -> list[str]:
        recompute([tess], day=later, at=morning(later))
        by = area.as_(name, later)
        listed = [one.open_findings for one in children_within_sight(by=by)]
        return [repr(some) for some in (findings_of(by=by, child=tess), worklist(by=by), listed)]

    before = told("Sam Birch")
    hazel = area.accounts["Hazel Ford"]
    stamp = Stamp(morning(MONDAY), hazel.pk, hazel.practitioner_id, hazel.agency_id)
    for table, values in (
        ("meeting", {"kind": "strategy_discussion", "held_on": days_on(1)}),
        ("plan", {"kind": "child_in_need", "started_on": days_on(1)}),
        ("plan", {"kind": "early_help", "started_on": days_on(1)}),
        ("rights", {"kind": "transition_plan", "happened_on": days_on(1), "says": "Who helps after eighteen"}),
    ):
        add(table, {"child_id": tess, **values}, stamp)
    assert told("Sam Birch") == before
    assert told("Hazel Ford") != before


# ---------------------------------------------------------------- one's own work, and another's


def test_work_is_ones_own_in_each_of_ones_accounts(area: Partnership) -> None:
    mira = area.accounts["Mira Wells"]
    area.accounts["Mira, manager"] = Account.objects.create(
        email="mira.too@example.org", name="Mira, manager", role=Role.MANAGER, agency_id=mira.agency_id,
        practitioner_id=mira.practitioner_id, made_at=morning(MONDAY),
    )  # fmt: skip
    for name in ("Mira Wells", "Mira, manager"):
        with pytest.raises(Refused, match="This decision is your own work"):
            check_not_own(area.as_(name), mira.pk, "This decision")
        with pytest.raises(Refused, match="This decision is your own work"):
            check_not_done_by(area.as_(name), mira.practitioner_id, "This decision")
    check_not_own(area.as_("Mona Reed"), mira.pk, "This decision")


def test_nobody_reviews_in_another_account_what_they_opened_in_an_emergency(area: Partnership, child: str) -> None:
    perry = area.accounts["Perry Stone"]
    Account.objects.create(
        email="perry.too@example.org", name="Perry, manager", role=Role.MANAGER, agency_id=perry.agency_id,
        practitioner_id=perry.practitioner_id, made_at=morning(MONDAY),
    )  # fmt: skip
    with pytest.raises(NotPossible, match="Nobody at your agency could review this"):
        break_glass(by=area.as_("Perry Stone"), on=MONDAY, child=child, reason="Nobody answers")


def test_what_takes_a_manager_to_decide_takes_one_to_correct(area: Partnership, child: str) -> None:
    decided = decide(
        by=area.as_("Mona Reed"),
        on=MONDAY,
        child=child,
        kind=DecisionKind.SECTION_47,
        outcome=DecisionOutcome.REQUIRED,
        reasons="Bruises",
    )
    slip = {"on": MONDAY, "table": "decision", "key": decided, "values": {"outcome": "not_required"}, "why": WHY}
    with pytest.raises(Refused, match="outcome: what was decided is put right by those who may decide it"):
        correct(by=area.as_("Mira Wells"), **slip)
    correct(by=area.as_("Nell Frost"), **slip)
    assert current("decision", decided)["outcome"] == "not_required"


def test_whoever_led_a_plan_does_not_correct_how_it_ended(area: Partnership, child: str) -> None:
    plan = start_plan(by=area.as_("Mona Reed"), on=MONDAY, child=child, kind=PlanKind.CHILD_IN_NEED)
    end_plan(by=area.as_("Nell Frost"), on=MONDAY, plan=plan, reason=ClosureReason.OTHER)
    with pytest.raises(Refused, match="You lead or led this plan"):
        correct(by=area.as_("Mona Reed"), on=MONDAY, table="plan", key=plan, values={"ended_on": None}, why=WHY)


# ---------------------------------------------------------------- records that are one


@pytest.fixture
def otto(area: Partnership) -> tuple[str, str]:
    """Two records of one child."""
    given = {"given_name": "Otto", "born_on": date(2026, 1, 5), "sex": Sex.MALE}
    keep, other = (open_record(by=area.as_("Mona Reed"), on=MONDAY, **given) for _ in range(2))
    link(area, "child", keep, other, f"person {current('child', other)['person_id']}")
    return keep, other


def test_one_record_is_restricted_and_opened_again_by_either_key(area: Partnership, otto: tuple[str, str]) -> None:
    keep, other = otto
    restriction = {"on": MONDAY, "grounds": Grounds.RISK_OF_INJURY, "says": "A relative works here"}
    restrict_record(by=area.as_("Nell Frost"), child=keep, **restriction)
    with pytest.raises(NotPossible, match="restricted already"):
        restrict_record(by=area.as_("Nell Frost"), child=other, **restriction)
    lift_restriction(by=area.as_("Nell Frost"), on=MONDAY, child=other, why="The relative has left")
    assert user_can("read", FRONT_LINE, by=area.as_("Mona Reed"), child=keep)


def test_a_death_is_recorded_once_whichever_key_is_used(area: Partnership, otto: tuple[str, str]) -> None:
    record_death(by=area.as_("Mona Reed"), on=MONDAY, child=otto[1])
    with pytest.raises(NotPossible, match="A death is on record already"):
        record_death(by=area.as_("Mona Reed"), on=MONDAY, child=otto[0])


def test_a_tie_to_either_record_is_taken_back_by_either_key(area: Partnership, otto: tuple[str, str]) -> None:
    declare_family(by=area.as_("Mira Wells"), on=MONDAY, child=otto[1])
    mira = area.accounts["Mira Wells"].pk
    withdraw_family(by=area.as_("Mona Reed"), on=MONDAY, child=otto[0], account=mira, why=WHY)
    assert user_can("declare family", dict.fromkeys(Role, 0), by=area.as_("Mira Wells"), child=otto[1])


def test_a_birth_is_not_recorded_of_a_pregnancy_that_another_record_says_has_ended(area: Partnership) -> None:
    hers, theirs = expected_baby(area), expected_baby(area)
    keep, other = (str(entries("child").get(pregnancy=one).pk) for one in (hers, theirs))
    link(area, "pregnancy", hers, theirs)
    link(area, "child", keep, other)
    amend("pregnancy", theirs, {"ended_on": MONDAY, "outcome": "miscarriage"}, area.as_("Mira Wells").stamp())
    with pytest.raises(NotPossible, match="recorded as ended"):
        record_birth(by=area.as_("Mira Wells"), on=MONDAY, child=keep)


# ---------------------------------------------------------------- crashing it, and slowing it down


def test_an_account_is_opened_for_nobody_who_is_not_on_record(area: Partnership) -> None:
    post = {"email": "x@example.org", "name": "X", "role": Role.PRACTITIONER, "agency": area.agencies["Police"]}
    with pytest.raises(NoSuchEntry, match="no such person here"):
        open_account(by=area.as_("Ada Keys"), on=MONDAY, **post, own_record="nobody")


def test_a_verb_asks_the_database_no_more_however_many_children_there_are(area: Partnership, child: str) -> None:
    def asked() -> int:
        seen = {"basis": EvidenceBasis.SEEN, "of": ObservedWhat.HOME, "says": "The cot was made", "significant": True}
        with CaptureQueriesContext(connection) as queries:
            observe(by=area.as_("Mira Wells"), on=MONDAY, child=child, **seen)
        return len(queries)

    asked()
    before = asked()
    for _ in range(6):
        expected_baby(area)
        begin_address(
            by=area.as_("Mira Wells"),
            on=MONDAY,
            person=str(entries("pregnancy").order_by("-stored_at").values_list("mother", flat=True)[0]),
            kind="home",
        )
    assert asked() == before

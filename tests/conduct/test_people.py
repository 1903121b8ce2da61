"""The people around a child: fathers in view, and people kept safe from them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from cast import MONDAY, Partnership

from lapwing.conduct.findings import recompute
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verbs.addresses import begin_address, end_address, lift_address_protection, protect_address
from lapwing.conduct.verbs.children import record_pregnancy
from lapwing.conduct.verbs.people import (
    describe_relationship,
    end_relationship,
    establish_identity,
    relate_person,
    say_whether_to_contact,
    update_particulars,
    withhold_identity,
)
from lapwing.conduct.verbs.referrals import refer
from lapwing.records.entries import entries
from lapwing.records.models import Finding, Notification
from lapwing.records.store import CannotEnter, NoSuchEntry, add, current, versions
from lapwing.vocabulary.codes import (
    AddressKind,
    ContactSafety,
    IdentityStatus,
    ParentalResponsibility,
    RelationshipRole,
)

FATHER = RelationshipRole.BIRTH_FATHER
NEXT_MONTH = MONDAY + timedelta(days=30)


@pytest.fixture
def pregnancy(area: Partnership) -> str:
    """A pregnancy that midwifery knows, referred to social care."""
    key = record_pregnancy(
        by=area.as_("Mira Wells", MONDAY),
        on=MONDAY,
        given_name="Anna",
        family_name="Vale",
        expected_on=MONDAY + timedelta(days=100),
    )
    refer(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=key, to_agency=area.agencies["Social care"])
    return key


@pytest.fixture
def father(area: Partnership, pregnancy: str) -> str:
    return relate_person(
        by=area.as_("Mira Wells"),
        on=MONDAY,
        pregnancy=pregnancy,
        role=FATHER,
        identity_status=IdentityStatus.NOT_DISCLOSED,
    )


@pytest.fixture
def mother(pregnancy: str) -> str:
    return str(current("pregnancy", pregnancy)["mother_id"])


@pytest.fixture
def helped(area: Partnership, pregnancy: str) -> str:
    """The pregnancy, of which a pre-birth assessment has begun."""
    assessment = {"pregnancy_id": pregnancy, "kind": "pre_birth", "started_on": MONDAY}
    add("assessment", assessment, area.as_("Sam Birch").stamp())
    (child,) = entries("child").filter(pregnancy=pregnancy).values_list("pk", flat=True)
    recompute([child], day=MONDAY, at=area.as_("Sam Birch").at)
    return pregnancy


def outcomes(check: str) -> list[str]:
    return list(Finding.objects.filter(check_code=check).values_list("outcome", flat=True))


def words(check: str) -> list[str | None]:
    return list(Finding.objects.filter(check_code=check).values_list("word", flat=True))


def test_a_father_is_recorded_with_what_is_known_of_who_he_is(area: Partnership, pregnancy: str) -> None:
    father = relate_person(
        by=area.as_("Mira Wells"),
        on=MONDAY,
        pregnancy=pregnancy,
        role=FATHER,
        given_name="Jonas",
        family_name="Reeve",
        identity_status=IdentityStatus.NAMED_BY_MOTHER,
    )
    row = current("relationship", father)
    assert (row["mentioned_on"], row["identity_status_on"]) == (MONDAY, MONDAY)
    assert current("person", row["person_id"])["given_name"] == "Jonas"


def test_a_father_of_whom_nothing_is_said_is_refused(area: Partnership, pregnancy: str) -> None:
    with pytest.raises(CannotEnter, match="who the father is, or why it is not known"):
        relate_person(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, role=FATHER)


def test_somebody_on_record_is_not_entered_again(area: Partnership, pregnancy: str, mother: str) -> None:
    with pytest.raises(CannotEnter, match="one of the two"):
        relate_person(
            by=area.as_("Mira Wells"),
            on=MONDAY,
            pregnancy=pregnancy,
            role=RelationshipRole.OTHER_ADULT,
            person=mother,
            given_name="Anna",
        )


def test_nobody_relates_a_person_out_of_their_sight(area: Partnership, mother: str) -> None:
    other = record_pregnancy(by=area.as_("Perry Stone"), on=MONDAY, given_name="Berta")
    with pytest.raises(NoSuchEntry, match="or not for you"):
        relate_person(
            by=area.as_("Perry Stone"), on=MONDAY, pregnancy=other, role=RelationshipRole.SIBLING, person=mother
        )


def test_what_is_known_of_a_father_is_established_later(area: Partnership, father: str) -> None:
    establish_identity(
        by=area.as_("Mira Wells"),
        on=MONDAY,
        relationship=father,
        identity_status=IdentityStatus.NAMED_AND_VERIFIED,
        given_name="Jonas",
    )
    assert [one.values["identity_status"] for one in versions("relationship", father)] == [
        "not_disclosed",
        "named_and_verified",
    ]
    assert current("relationship", father)["person_id"] is not None


def test_anybody_who_works_with_the_child_withholds_for_safety_at_once(
    area: Partnership, father: str, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        withhold_identity(by=area.as_("Mira Wells"), on=MONDAY, relationship=father, review_on=NEXT_MONTH)
    row = current("relationship", father)
    assert row["identity_decided_by"] == area.accounts["Mira Wells"].practitioner_id
    assert row["identity_review_on"] == NEXT_MONTH
    told = Notification.objects.filter(table="relationship").values_list("account__name", flat=True)
    assert set(told) == {"Mona Reed", "Nell Frost"}


def test_withholding_is_looked_at_again_on_a_day_ahead(area: Partnership, father: str) -> None:
    with pytest.raises(CannotEnter, match="needs a day that lies ahead"):
        withhold_identity(by=area.as_("Mira Wells"), on=MONDAY, relationship=father, review_on=MONDAY)


def test_withholding_is_always_a_decision_of_its_own(area: Partnership, pregnancy: str, father: str) -> None:
    withheld = IdentityStatus.WITHHELD_FOR_SAFETY
    with pytest.raises(CannotEnter, match="and then withhold it"):
        relate_person(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, role=FATHER, identity_status=withheld)
    with pytest.raises(CannotEnter, match="decided apart from this"):
        establish_identity(by=area.as_("Mira Wells"), on=MONDAY, relationship=father, identity_status=withheld)


def test_what_is_withheld_is_opened_by_a_manager_alone(area: Partnership, father: str) -> None:
    withhold_identity(by=area.as_("Mira Wells"), on=MONDAY, relationship=father, review_on=NEXT_MONTH)
    known = IdentityStatus.NAMED_BY_MOTHER
    with pytest.raises(Refused, match="a manager or named professional"):
        establish_identity(by=area.as_("Mira Wells"), on=MONDAY, relationship=father, identity_status=known)
    establish_identity(by=area.as_("Mona Reed"), on=MONDAY, relationship=father, identity_status=known)
    assert current("relationship", father)["identity_review_on"] is None


def test_a_limit_on_contact_has_a_reason_and_a_day_to_look_again(area: Partnership, father: str) -> None:
    limit = {"on": MONDAY, "relationship": father, "contact_safety": ContactSafety.MUST_NOT_CONTACT}
    with pytest.raises(CannotEnter, match="reason: needs"):
        say_whether_to_contact(by=area.as_("Mira Wells"), **limit)
    with pytest.raises(CannotEnter, match="review_on: is empty"):
        say_whether_to_contact(by=area.as_("Mira Wells"), **limit, reason="An order keeps him away")
    say_whether_to_contact(by=area.as_("Mira Wells"), **limit, reason="An order keeps him away", review_on=NEXT_MONTH)
    assert current("relationship", father)["contact_safety_review_on"] == NEXT_MONTH


def test_a_limit_on_contact_is_taken_away_by_a_manager_alone(area: Partnership, father: str) -> None:
    say_whether_to_contact(
        by=area.as_("Mira Wells"),
        on=MONDAY,
        relationship=father,
        contact_safety=ContactSafety.UNAWARE_OF_PREGNANCY,
        reason="She has asked us not to",
        review_on=NEXT_MONTH,
    )
    free = {"on": MONDAY, "relationship": father, "contact_safety": ContactSafety.MAY_CONTACT}
    with pytest.raises(Refused, match="limited for safety"):
        say_whether_to_contact(by=area.as_("Mira Wells"), **free)
    say_whether_to_contact(by=area.as_("Nell Frost"), **free)
    assert current("relationship", father)["contact_safety_reason"] is None


def test_a_part_in_the_family_is_described_and_ends(area: Partnership, father: str) -> None:
    describe_relationship(
        by=area.as_("Mira Wells"),
        on=MONDAY,
        relationship=father,
        lives_with_child=False,
        parental_responsibility=ParentalResponsibility.NOT_YET_BORN,
    )
    assert current("relationship", father)["lives_with_child"] is False
    end_relationship(by=area.as_("Mira Wells"), on=MONDAY, relationship=father)
    with pytest.raises(NotPossible, match="ended on 1 June 2026 already"):
        end_relationship(by=area.as_("Mira Wells"), on=MONDAY, relationship=father)


def test_what_is_asked_of_fathers_is_answered_by_these_verbs(area: Partnership, helped: str) -> None:
    assert outcomes("parents.father_or_second_parent_recorded") == ["not_yet_due"]
    father = relate_person(
        by=area.as_("Mira Wells"), on=MONDAY, pregnancy=helped, role=FATHER, identity_status=IdentityStatus.DISPUTED
    )
    assert outcomes("parents.father_or_second_parent_recorded") == ["met"]
    assert outcomes("parents.identity_recorded") == ["met"]
    withhold_identity(by=area.as_("Mira Wells"), on=MONDAY, relationship=father, review_on=NEXT_MONTH)
    assert words("parents.identity_recorded") == ["withheld_for_safety"]
    end_relationship(by=area.as_("Mira Wells"), on=MONDAY, relationship=father)
    assert outcomes("parents.identity_recorded") == []


def test_particulars_are_updated_and_the_rest_stays(area: Partnership, mother: str) -> None:
    update_particulars(by=area.as_("Mira Wells"), on=MONDAY, person=mother, born_on=date(1999, 5, 2), language="Welsh")
    row = current("person", mother)
    assert (row["given_name"], row["born_on"], row["language"]) == ("Anna", date(1999, 5, 2), "Welsh")
    with pytest.raises(CannotEnter, match="NHS numbers"):
        update_particulars(by=area.as_("Mira Wells"), on=MONDAY, person=mother, nhs_number="9990000001")


# Addresses


def test_somebody_moves_house(area: Partnership, mother: str) -> None:
    first = begin_address(
        by=area.as_("Mira Wells"), on=MONDAY, person=mother, kind=AddressKind.HOME, postcode="zz1 1zz"
    )
    assert (current("address", first)["postcode"], current("address", first)["protected"]) == ("ZZ11ZZ", False)
    end_address(by=area.as_("Mira Wells"), on=MONDAY, address=first)
    with pytest.raises(NotPossible, match="ended on 1 June 2026 already"):
        end_address(by=area.as_("Mira Wells"), on=MONDAY, address=first)


def test_a_refuge_is_protected_without_being_asked(area: Partnership, mother: str) -> None:
    refuge = begin_address(by=area.as_("Mira Wells"), on=MONDAY, person=mother, kind=AddressKind.REFUGE)
    assert current("address", refuge)["protected"] is True


def test_an_address_out_of_sight_cannot_be_touched(area: Partnership, mother: str) -> None:
    home = begin_address(by=area.as_("Mira Wells"), on=MONDAY, person=mother, kind=AddressKind.HOME)
    with pytest.raises(NoSuchEntry, match="or not for you"):
        end_address(by=area.as_("Perry Stone"), on=MONDAY, address=home)


def test_protecting_where_somebody_lives_covers_every_address(area: Partnership, mother: str) -> None:
    home = begin_address(by=area.as_("Mira Wells"), on=MONDAY, person=mother, kind=AddressKind.HOME)
    protect_address(by=area.as_("Mira Wells"), on=MONDAY, person=mother, until_on=NEXT_MONTH)
    later = begin_address(by=area.as_("Mira Wells"), on=MONDAY, person=mother, kind=AddressKind.HOME)
    assert current("address", home)["protected"] is True
    assert current("address", later)["protected"] is True


def test_protection_is_lifted_by_somebody_else_with_a_reason(area: Partnership, mother: str) -> None:
    lifting = {"on": MONDAY, "person": mother}
    with pytest.raises(NotPossible, match="is not protected"):
        lift_address_protection(by=area.as_("Nell Frost"), **lifting, why="He has moved away")
    protect_address(by=area.as_("Mona Reed"), on=MONDAY, person=mother, until_on=NEXT_MONTH)
    with pytest.raises(Refused, match="a manager or a named"):
        lift_address_protection(by=area.as_("Mira Wells"), **lifting, why="He has moved away")
    with pytest.raises(Refused, match="You decided to protect"):
        lift_address_protection(by=area.as_("Mona Reed"), **lifting, why="He has moved away")
    lift_address_protection(by=area.as_("Nell Frost"), **lifting, why="He has moved away")
    assert current("person", mother)["address_protected"] is False

"""What is known of a father, and whether he may be asked: each standing is told as its own small story."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from lapwing.simulate.chance import Odds
from lapwing.simulate.family import Family, Person, Subject
from lapwing.simulate.people import a_man, birthday, known, live_together, lives_alone, meet, relate
from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.codes import (
    AddressKind,
    ContactSafety,
    IdentityStatus,
    ParentalResponsibility,
    RelationshipRole,
    Sex,
)

FATHER = RelationshipRole.BIRTH_FATHER


@dataclass(frozen=True, slots=True)
class Father:
    """The father or second parent as services know him; `why_not` says why he is not asked, where he is not."""

    person: Person | None = None
    may_be_asked: bool = False
    why_not: str | None = None


Standing = Callable[[Family, Subject, date], Father]


def lives_with_mother(family: Family, about: Subject, on: date) -> Father:
    man = a_man(family, on)
    live_together(family, man, on)
    says = "Shares the care and gets up at night." if family.chance.yes(0.7) else None
    responsibility = ParentalResponsibility.NOT_YET_BORN if about.person is None else ParentalResponsibility.HAS
    relate(family, about, man, FATHER, on, role_in_family=says, parental_responsibility=responsibility)
    return Father(man, may_be_asked=True)


def lives_apart(family: Family, about: Subject, on: date) -> Father:
    man = a_man(family, on)
    lives_alone(family, man, on, on - timedelta(family.chance.days(60, 900)), elsewhere=family.chance.yes(0.2))
    says = "Visits at weekends." if family.chance.yes(0.5) else None
    relate(family, about, man, FATHER, on, lives_with_child=False, caring_role=says is not None, role_in_family=says)
    return Father(man, may_be_asked=True)


def only_named(family: Family, about: Subject, on: date) -> Father:
    """The mother named him; nobody has been in touch with him, and nothing more is known."""
    man = known(meet(family, on, birthday(family, on, (19, 42)), Sex.MALE))
    named = {"identity_status": IdentityStatus.NAMED_BY_MOTHER, "caring_role": None, "lives_with_child": False}
    relate(family, about, man, FATHER, on, **named)
    return Father(man, may_be_asked=True)


def named_later(family: Family, about: Subject, on: date) -> Father:
    """Not disclosed at first; named some weeks on, and both are on record."""
    unnamed = {"identity_status": IdentityStatus.NOT_DISCLOSED, "lives_with_child": False, "caring_role": None}
    key = relate(family, about, None, FATHER, on, **unnamed)
    named_on = family.after(on, (20, 70))
    if key is None or named_on is None or named_on > about.until:
        return Father()
    man = known(meet(family, named_on, birthday(family, on, (20, 40)), Sex.MALE))
    named = {
        "person_id": man.person_id,
        "identity_status": IdentityStatus.NAMED_BY_MOTHER,
        "identity_status_on": named_on,
    }
    family.amend("relationship", key, family.worker(Duty.SOCIAL_WORKER), named_on, about.until, **named)
    return Father(man, may_be_asked=True)


def in_prison(family: Family, about: Subject, on: date) -> Father:
    man = a_man(family, on)
    lives_alone(family, man, on, on - timedelta(family.chance.days(30, 300)), kind=AddressKind.CUSTODY)
    relate(family, about, man, FATHER, on, lives_with_child=False, role_in_family="Writes and telephones.")
    return Father(man, may_be_asked=True)


def unknown_to_mother(family: Family, about: Subject, on: date) -> Father:
    _unnamed(family, about, on, IdentityStatus.UNKNOWN_TO_MOTHER)
    return Father(why_not="The mother does not know who he is.")


def not_disclosed(family: Family, about: Subject, on: date) -> Father:
    _unnamed(family, about, on, IdentityStatus.NOT_DISCLOSED)
    return Father()


def not_looked_into(family: Family, about: Subject, on: date) -> Father:
    """Nothing at all is recorded about him."""
    return Father()


def withheld_for_safety(family: Family, about: Subject, on: date) -> Father:
    """Decided by a manager and looked at again; in a few records nobody decided it or set a day."""
    decided = family.chance.yes(0.8)
    _unnamed(
        family,
        about,
        on,
        IdentityStatus.WITHHELD_FOR_SAFETY,
        identity_decided_by=family.worker(Duty.MANAGER).practitioner_id if decided else None,
        identity_review_on=on + timedelta(family.chance.days(80, 200)) if decided else None,
        contact_safety=ContactSafety.MUST_NOT_CONTACT,
        contact_safety_reason="Contact would put the mother at risk." if decided else None,
    )
    return Father(why_not="Withheld for safety.")


def unaware_of_pregnancy(family: Family, about: Subject, on: date) -> Father:
    man = known(meet(family, on, birthday(family, on, (18, 40)), Sex.MALE))
    relate(
        family,
        about,
        man,
        FATHER,
        on,
        identity_status=IdentityStatus.NAMED_BY_MOTHER,
        caring_role=False,
        lives_with_child=False,
        contact_safety=ContactSafety.UNAWARE_OF_PREGNANCY,
        contact_safety_reason="He does not know; the mother is being supported in what she wants to tell him.",
        contact_safety_review_on=on + timedelta(90),
    )
    return Father(man, why_not="He does not know of the pregnancy.")


def barred_by_order(family: Family, about: Subject, on: date) -> Father:
    man = a_man(family, on)
    relate(
        family,
        about,
        man,
        FATHER,
        on,
        caring_role=False,
        lives_with_child=False,
        contact_safety=ContactSafety.MUST_NOT_CONTACT,
        contact_safety_reason="A court order forbids contact." if family.chance.yes(0.85) else None,
        contact_safety_review_on=on + timedelta(180),
    )
    return Father(man, why_not="A court order forbids contact.")


def disputed(family: Family, about: Subject, on: date) -> Father:
    _unnamed(family, about, on, IdentityStatus.DISPUTED)
    return Father(why_not="Two men may be the father; the question is open.")


def deceased(family: Family, about: Subject, on: date) -> Father:
    died_on = on - timedelta(family.chance.days(20, 150))
    man = a_man(family, on, (20, 45), died_on=died_on)
    relate(family, about, man, FATHER, on, identity_status=IdentityStatus.DECEASED, caring_role=False)
    return Father(man, why_not="He has died.")


def two_mothers(family: Family, about: Subject, on: date) -> Father:
    """A second legal parent, and no legal father."""
    other = known(meet(family, on, birthday(family, on, (22, 40)), Sex.FEMALE))
    live_together(family, other, on)
    relate(family, about, other, RelationshipRole.SECOND_LEGAL_PARENT, on, role_in_family="Shares all the care.")
    _unnamed(family, about, on, IdentityStatus.NO_LEGAL_FATHER)
    return Father(other, may_be_asked=True)


def _unnamed(family: Family, about: Subject, on: date, status: IdentityStatus, **more: object) -> None:
    unnamed = {"identity_status": status, "caring_role": False, "lives_with_child": False, **more}
    relate(family, about, None, FATHER, on, **unnamed)


USUAL: Odds[Standing] = Odds(
    {
        lives_with_mother: 40,
        lives_apart: 22,
        only_named: 10,
        named_later: 4,
        in_prison: 3,
        unknown_to_mother: 3,
        not_disclosed: 5,
        not_looked_into: 7,
        barred_by_order: 3,
        disputed: 1,
        deceased: 1,
        two_mothers: 1,
    }
)
"""How fathers mostly stand; the rarer standings have stories of their own."""


def some_father(family: Family, about: Subject, on: date, standing: Standing | None = None) -> Father:
    """The father, in the standing given or as fathers mostly stand; at times a partner of the mother as well."""
    father = (standing or family.chance.by_odds(USUAL))(family, about, on)
    about.father = father.person if father.may_be_asked else None
    if about.father is None and family.chance.yes(0.2):
        _partner(family, about, on)
    return father


def _partner(family: Family, about: Subject, on: date) -> None:
    man = a_man(family, on)
    looked_into = family.chance.yes(0.5)
    relate(
        family,
        about,
        man,
        RelationshipRole.PARTNER_OF_PARENT,
        on,
        identity_status=IdentityStatus.NAMED_AND_VERIFIED if looked_into else IdentityStatus.NAMED_BY_MOTHER,
        parental_responsibility=ParentalResponsibility.HAS_NOT,
        role_in_family="Helps with bedtime." if looked_into else None,
        began_on=on - timedelta(family.chance.days(30, 400)),
        ended_on=family.done(on, (30, 300), never=0.7),
    )

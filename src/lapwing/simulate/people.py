"""The people of a family, where they live, and what they are to the child."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from nhs_number.validate import calculate_checksum

from lapwing.simulate.chance import Odds
from lapwing.simulate.family import Family, Person, Subject
from lapwing.simulate.names import ETHNICITIES, UNNAMED, Naming, given_name, refuge_address, street_address
from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.codes import (
    AddressKind,
    ContactSafety,
    DateCertainty,
    IdentityStatus,
    NameKind,
    ParentalResponsibility,
    RelationshipRole,
    Sex,
)

NUMBERED_PEOPLE = 8
"""How many people of one family may have an NHS number; the synthetic range has room for some 900,000 in all."""
RENAMED = 5
"""In every so many families a woman was born with another family name."""
NUMBERS, STRIDE = 1_000_000, 387_421

DISABILITIES = Odds({"NONE": 88.0, "LD": 3.0, "BEH": 3.0, "AUT": 3.0, "COMM": 1.5, "MOB": 1.0, "AUT LD": 0.5})
"""Disabilities as the census codes them."""
LANGUAGES = ("Polish", "Urdu", "Somali", "Romanian", "Arabic", "Kurdish")


def number_for(serial: int) -> str | None:
    """An NHS number of the synthetic range, one for each serial; none where its check digit would be ten."""
    if serial >= NUMBERS:
        return None
    digits = f"999{serial * STRIDE % NUMBERS:06d}"
    number = f"{digits}{calculate_checksum(digits)}"
    return number if len(number) == 10 else None


def meet(
    family: Family,
    on: date,
    born_on: date,
    sex: Sex,
    *,
    kin: Person | None = None,
    given: str | None = None,
    **more: Any,
) -> Person | None:
    """Records a person for the first time; kin share their family name and ethnicity. None before that day."""
    ethnicity, naming = _background(family, kin)
    family_name = kin.family_name if kin else family.chance.pick(naming.families)
    serial = len(family.people)
    values = {
        "nhs_number": number_for(family.number * NUMBERED_PEOPLE + serial) if serial < NUMBERED_PEOPLE else None,
        "family_name": family_name,
        "given_name": given or given_name(family.chance, naming, sex),
        "born_on": born_on,
        "born_on_certainty": DateCertainty.VERIFIED,
        "sex": sex,
        "ethnicity": ethnicity,
        **more,
    }
    key = family.record("person", family.worker(Duty.SOCIAL_WORKER), on, wait=0, **values)
    if key is None:
        return None
    person = Person(key, born_on, sex, family_name, ethnicity)
    family.people.append(person)
    return person


def _background(family: Family, kin: Person | None) -> tuple[str, Naming]:
    if kin is None:
        return family.chance.by_odds(ETHNICITIES)
    return next(option for option in ETHNICITIES.options if option[0] == kin.ethnicity)


def known(person: Person | None) -> Person:
    """The person, who must have been met by now."""
    if person is None:
        raise ValueError("The story needs somebody who is not on record by its day.")
    return person


def a_mother(family: Family, on: date, years: tuple[int, int] = (19, 38), **more: Any) -> Person:
    """The mother or expectant mother, of an age in years when she is first recorded."""
    language = family.chance.pick(LANGUAGES) if family.chance.yes(0.05) else None
    return known(meet(family, on, birthday(family, on, years), Sex.FEMALE, language=language, **more))


def tell_other_names(family: Family) -> None:
    """In some families a grown woman was born with another family name, recorded when she was first met."""
    person = next((one for one in family.people if one.sex is Sex.FEMALE and _is_grown(family, one)), None)
    if person is None or family.number % RENAMED:
        return
    _, naming = _background(family, person)
    others = [name for name in naming.families if name != person.family_name]
    row = next(row for row in family.rows["person"] if row["person_id"] == person.person_id)
    name = others[family.number % len(others)]
    values = {"person_id": person.person_id, "kind": NameKind.BIRTH, "family_name": name}
    family.record("other_name", family.worker(Duty.SOCIAL_WORKER), row["recorded_at"].date(), wait=0, **values)


def _is_grown(family: Family, person: Person) -> bool:
    return (family.today - person.born_on).days > 18 * 366


def a_man(family: Family, on: date, years: tuple[int, int] = (19, 42), **more: Any) -> Person:
    return known(meet(family, on, birthday(family, on, years), Sex.MALE, **more))


def birthday(family: Family, on: date, years: tuple[int, int]) -> date:
    """A date of birth that makes somebody so many years old on the day."""
    low, high = years
    return on - timedelta(family.chance.days(int(low * 365.25) + 2, int((high + 1) * 365.25) - 2))


def new_baby(family: Family, born_on: date, on: date, mother: Person) -> Person | None:
    """A baby as first recorded after the birth, often not yet named."""
    given = UNNAMED if family.chance.yes(0.15) else None
    return meet(family, on, born_on, family.chance.pick((Sex.FEMALE, Sex.MALE)), kin=mother, given=given)


def a_child(family: Family, on: date, born_on: date, mother: Person | None, **more: Any) -> Subject:
    """A child first known after birth, with the record opened on that day."""
    sex = more.pop("sex", None) or family.chance.pick((Sex.FEMALE, Sex.MALE, Sex.MALE))
    more.setdefault("disabilities", family.chance.by_odds(DISABILITIES))
    person = known(meet(family, on, born_on, sex, kin=mother, **more))
    child_id = open_record(family, on, person_id=person.person_id, upn=_upn(family, born_on))
    child = Subject(child_id, None, family.today, person, mother)
    live_at_home(family, child, on)
    return child


def open_record(family: Family, on: date, **values: Any) -> str:
    """A child's record with the local authority's own number."""
    number = f"{family.number + 1:07d}{len(family.rows.get('child', ())) + 1:02d}"
    by = family.worker(Duty.SOCIAL_WORKER)
    key = family.record("child", by, on, wait=0, authority_child_id=number, opened_in_error=False, **values)
    return str(key)


def _upn(family: Family, born_on: date) -> str | None:
    """A unique pupil number from the age of five: its check letter, an authority that does not exist, a serial."""
    if (family.today - born_on).days < 5 * 365 or family.chance.yes(0.05):
        return None
    digits = f"999{family.number % 10_000_000:07d}{len(family.people):02d}"
    letter = "ABCDEFGHJKLMNPQRTUVWXYZ"[sum(int(digit) * weight for weight, digit in enumerate(digits, 2)) % 23]
    return letter + digits


def lives(family: Family, person: Person, on: date, from_on: date, *, elsewhere: bool = False, **more: Any) -> None:
    """Records an address of the person, from a day that may lie before it was recorded."""
    address, postcode = street_address(family.chance, elsewhere=elsewhere)
    values = {
        "kind": AddressKind.HOME,
        "address": address,
        "postcode": postcode,
        "protected": False,
        "out_of_area": elsewhere,
        **more,
    }
    _stays_at(family, person, on, from_on, values)
    family.home = values


def _stays_at(family: Family, person: Person, on: date, from_on: date, values: dict[str, Any]) -> None:
    by = family.worker(Duty.SOCIAL_WORKER)
    family.record("address", by, on, person_id=person.person_id, from_on=from_on, **values)


def live_at_home(family: Family, child: Subject, on: date) -> None:
    """A child lives where the mother was last recorded; kept from others where hers is."""
    person = child.person
    if person is None or family.home is None or family.home.get("until_on") is not None:
        return
    _stays_at(family, person, on, max(on - timedelta(30), person.born_on), family.home)
    if family.home["protected"]:
        by = family.worker(Duty.SOCIAL_WORKER)
        family.amend("person", person.person_id, by, on, child.until, **_kept_from_others(family, on))


def _kept_from_others(family: Family, on: date) -> dict[str, Any]:
    return {
        "address_protected": True,
        "address_protected_by": family.worker(Duty.MANAGER).practitioner_id,
        "address_protected_until_on": on + timedelta(180),
    }


def lives_alone(family: Family, person: Person, on: date, from_on: date, **more: Any) -> None:
    """An address of somebody who does not live with the mother."""
    home = family.home
    lives(family, person, on, from_on, **more)
    family.home = home


def live_together(family: Family, person: Person, on: date) -> None:
    """Lives where the mother does."""
    if family.home is not None:
        _stays_at(family, person, on, on - timedelta(family.chance.days(40, 900)), family.home)


def at_home(family: Family, person: Person, on: date) -> None:
    """An address or two, as most people have had them."""
    moved_on = on - timedelta(family.chance.days(40, 1500))
    if family.chance.yes(0.3):
        lives(family, person, on, moved_on - timedelta(family.chance.days(100, 900)), until_on=moved_on)
    lives(family, person, on, moved_on)


def in_refuge(family: Family, person: Person, on: date, about: Subject) -> None:
    """A woman goes to a refuge: the address is protected, on her and on itself."""
    if on > about.until:
        return
    by = family.worker(Duty.SOCIAL_WORKER)
    family.amend("person", person.person_id, by, on, about.until, **_kept_from_others(family, on))
    for row in family.rows.get("address", ()):
        if row["person_id"] == person.person_id:
            row.setdefault("until_on", on)
    at = refuge_address(family.chance)
    lives(family, person, on, on, kind=AddressKind.REFUGE, address=at, protected=True)


def relate(
    family: Family, about: Subject, person: Person | None, role: RelationshipRole, on: date, **more: Any
) -> str | None:
    """What a person is to the child; somebody who cares for and lives with the child unless told otherwise."""
    values: dict[str, Any] = {
        "person_id": person.person_id if person else None,
        "caring_role": True,
        "lives_with_child": True,
        "identity_status": IdentityStatus.NAMED_AND_VERIFIED,
        "identity_status_on": on,
        "contact_safety": ContactSafety.MAY_CONTACT,
        "parental_responsibility": _responsibility(about, role),
        "mentioned_on": on,
    }
    return family.record("relationship", family.worker(Duty.SOCIAL_WORKER), on, about, role=role, **{**values, **more})


def _responsibility(about: Subject, role: RelationshipRole) -> ParentalResponsibility:
    if about.person is None:
        return ParentalResponsibility.NOT_YET_BORN
    if role is RelationshipRole.BIRTH_MOTHER:
        return ParentalResponsibility.HAS
    return ParentalResponsibility.NOT_KNOWN


def as_mother(family: Family, about: Subject, mother: Person, on: date) -> None:
    about.mother = mother
    says = "Main carer." if family.chance.yes(0.8) else None
    relate(family, about, mother, RelationshipRole.BIRTH_MOTHER, on, role_in_family=says)


def as_sibling(family: Family, about: Subject, other: Subject, on: date) -> None:
    relate(family, about, other.person, RelationshipRole.SIBLING, on, caring_role=False)

"""Who may be one person across agencies: what speaks for it and what against, for a person to look at.

Nothing is ever linked by this. The score only orders what somebody looks at; it is no measure of a person or of
a risk, and it is not kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from nhs_number.validate import is_valid
from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from lapwing.records.names import forms_of, is_unnamed, number_of_birth, parts, sound
from lapwing.vocabulary.codes import DateCertainty, Sex

Words = tuple[str, ...]


@dataclass(frozen=True)
class Particulars:
    """What a record says of who somebody is; `mother` is the key of the mother's record.

    Postcodes are those of every address but protected ones: that two records share one is said aloud.
    """

    key: str
    nhs_number: str | None = None
    family_name: str | None = None
    given_name: str | None = None
    other_names: tuple[tuple[str, str], ...] = ()
    """Other names the person has had or goes by: given name, family name."""
    born_on: date | None = None
    born_on_certainty: str | None = None
    sex: str | None = None
    postcodes: tuple[str, ...] = ()
    mother: str | None = None

    @cached_property
    def number(self) -> str | None:
        """The NHS number, where its check digit is right."""
        digits = (self.nhs_number or "").replace(" ", "")
        return digits if digits and is_valid(digits) else None

    @cached_property
    def is_unnamed(self) -> bool:
        return is_unnamed(self.given_name or "")

    @cached_property
    def family(self) -> Words:
        return parts(self.family_name or "")

    @cached_property
    def given(self) -> Words:
        return () if self.is_unnamed else parts(self.given_name or "")

    @cached_property
    def other_families(self) -> frozenset[Words]:
        return frozenset(parts(family) for _, family in self.other_names if family)

    @cached_property
    def other_givens(self) -> frozenset[Words]:
        return frozenset(parts(given) for given, _ in self.other_names if given)

    @cached_property
    def places(self) -> frozenset[str]:
        return frozenset(postcode.replace(" ", "").upper() for postcode in self.postcodes)


class Alike(StrEnum):
    """How two records are alike, in the order in which somebody looks at them."""

    SAME_NHS_NUMBER = "same NHS number"
    LIKELY = "likely"
    POSSIBLE = "possible"


class Likeness(NamedTuple):
    """Why two records may be of one person: what speaks for it and against it, each a sentence.

    `score` runs from 0 to 100 and serves to order what somebody looks at; it is not to be shown.
    """

    how: Alike
    score: int
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]


class Sign(NamedTuple):
    """One thing that speaks for (weight above 0) or against two records being of one person."""

    weight: int
    says: str


ENOUGH_FOR_LIKELY, ENOUGH_FOR_POSSIBLE = 70, 45
SAME_NUMBER = Sign(100, "Same NHS number.")
OTHER_NUMBER = Sign(-60, "Different NHS numbers, both valid.")
SAME_FAMILY = Sign(25, "Same family name.")
OTHER_NAME_FAMILY = Sign(22, "The family name is among the other names of one of them.")
PART_OF_FAMILY = Sign(20, "Part of the family name is the same.")
OTHER_FAMILY = Sign(-10, "Family names differ.")
SAME_GIVEN = Sign(25, "Same given name.")
OTHER_NAME_GIVEN = Sign(20, "The given name is among the other names of one of them.")
ONE_GIVEN = Sign(18, "One of their given names is the same.")
SAME_INITIAL = Sign(8, "Same initial; one given name is known by its initial alone.")
OTHER_GIVEN = Sign(-30, "Given names differ.")
BOTH_UNNAMED = Sign(10, "Both are recorded as newborns without a given name.")
ONE_UNNAMED = Sign(8, "One is recorded as a newborn without a given name.")
OTHER_OF_BIRTH = Sign(-30, "They are recorded as different babies of one birth.")
TURNED_ROUND = Sign(45, "Given name and family name stand the other way round.")
SAME_DAY = Sign(30, "Same date of birth.")
TURNED_DAY = Sign(22, "Dates of birth with day and month the other way round.")
ONE_DIGIT = Sign(15, "Dates of birth differ in one digit.")
NEAR_DAY = Sign(5, "Dates of birth lie near each other, and at least one is not sure.")
OTHER_DAY = Sign(-40, "Dates of birth differ.")
OTHER_UNSURE_DAY = Sign(-15, "Dates of birth differ; at least one is not sure.")
OTHER_SEX = Sign(-30, "A different sex is recorded.")
SAME_PLACE = Sign(15, "Lived at the same postcode.")
SAME_MOTHER = Sign(15, "Same mother.")
OTHER_MOTHER = Sign(-5, "Recorded with different mothers, who may be one woman recorded twice.")
MAY_BE_TWINS = "Born on the same day to the same mother: they may be twins."
ALIKE, SHORT_FORM = 15, 22
NEAR_IN_DAYS = 2 * 365
NOT_SURE = (DateCertainty.ESTIMATED, DateCertainty.DISPUTED, DateCertainty.CONTRADICTORY)


def likeness(one: Particulars, other: Particulars) -> Likeness | None:
    """What speaks for two records being of one person and what against; None where too little speaks for it.

    The same NHS number is always looked at, whatever speaks against it.
    """
    number, family, given = _numbers(one, other), *_names(one, other)
    born = _births(one, other)
    signs = [sign for sign in (number, family, given, born, *_circumstances(one, other)) if sign is not None]
    score = min(sum(sign.weight for sign in signs), 100)
    if number is not SAME_NUMBER and (score < ENOUGH_FOR_POSSIBLE or _are_twins(one, other, given, born)):
        return None
    against = [sign.says for sign in signs if sign.weight < 0]
    may_be_twins = _is_of_one_birth(one, other, born) and given not in (None, SAME_GIVEN)
    if may_be_twins:
        against.append(MAY_BE_TWINS)
    how = Alike.LIKELY if score >= ENOUGH_FOR_LIKELY and not _is_only_near(given, may_be_twins) else Alike.POSSIBLE
    how = Alike.SAME_NHS_NUMBER if number is SAME_NUMBER else how
    return Likeness(how, max(score, 0), tuple(sign.says for sign in signs if sign.weight > 0), tuple(against))


def _is_of_one_birth(one: Particulars, other: Particulars, born: Sign | None) -> bool:
    return born is SAME_DAY and one.mother is not None and one.mother == other.mother


def _are_twins(one: Particulars, other: Particulars, given: Sign | None, born: Sign | None) -> bool:
    """Different given names of two born on the same day, to one mother or in one home."""
    of_one_home = _is_of_one_birth(one, other, born) or not one.places.isdisjoint(other.places)
    return born is SAME_DAY and of_one_home and given in (OTHER_GIVEN, OTHER_OF_BIRTH)


def _is_only_near(given: Sign | None, may_be_twins: bool) -> bool:
    return may_be_twins and given is not None and given.weight == ALIKE


def _numbers(one: Particulars, other: Particulars) -> Sign | None:
    if one.number is None or other.number is None:
        return None
    return SAME_NUMBER if one.number == other.number else OTHER_NUMBER


def _names(one: Particulars, other: Particulars) -> tuple[Sign | None, Sign | None]:
    """The signs of the family names and of the given names; of both together where they are turned round."""
    if (
        one.family
        and one.given
        and one.family != other.family
        and (one.family, one.given) == (other.given, other.family)
    ):
        return TURNED_ROUND, None
    return _families(one, other), _givens(one, other)


def _families(one: Particulars, other: Particulars) -> Sign | None:
    ours, theirs = one.family, other.family
    if not ours or not theirs:
        return None
    if ours == theirs or "".join(ours) == "".join(theirs):
        return SAME_FAMILY
    if not ({ours} | one.other_families).isdisjoint({theirs} | other.other_families):
        return OTHER_NAME_FAMILY
    if any(len(word) > 2 for word in ours if word in theirs):
        return PART_OF_FAMILY
    if are_near("".join(ours), "".join(theirs)):
        return Sign(ALIKE, f"Family names nearly alike: {one.family_name}, {other.family_name}.")
    return OTHER_FAMILY


def _givens(one: Particulars, other: Particulars) -> Sign | None:
    if one.is_unnamed or other.is_unnamed:
        return _newborns(one, other)
    ours, theirs = one.given, other.given
    if not ours or not theirs:
        return None
    if ours[0] == theirs[0] or "".join(ours) == "".join(theirs):
        return SAME_INITIAL if len(ours[0]) == 1 else SAME_GIVEN
    if not ({ours} | one.other_givens).isdisjoint({theirs} | other.other_givens):
        return OTHER_NAME_GIVEN
    if any(len(word) > 1 for word in ours if word in theirs):
        return ONE_GIVEN
    if len(ours[0]) == 1 or len(theirs[0]) == 1:
        return SAME_INITIAL if ours[0][0] == theirs[0][0] else OTHER_GIVEN
    names = f"{one.given_name}, {other.given_name}"
    if not forms_of(ours[0]).isdisjoint(forms_of(theirs[0])):
        return Sign(SHORT_FORM, f"Given names that are often one person's: {names}.")
    if are_near(ours[0], theirs[0]):
        return Sign(ALIKE, f"Given names nearly alike: {names}.")
    return OTHER_GIVEN


def _newborns(one: Particulars, other: Particulars) -> Sign:
    if not (one.is_unnamed and other.is_unnamed):
        return ONE_UNNAMED
    ours, theirs = number_of_birth(one.given_name or ""), number_of_birth(other.given_name or "")
    return OTHER_OF_BIRTH if ours and theirs and ours != theirs else BOTH_UNNAMED


def are_near(one: str, other: str) -> bool:
    """Whether two words are one word as people spell, mishear or mistype it; short words must be nearer than long ones."""
    if one == other:
        return True
    if sound(one) == sound(other) and ratio(one, other) >= 70:
        return True
    shorter = min(len(one), len(other))
    slips = 0 if shorter < 4 else 1 if shorter < 8 else 2
    return slips > 0 and one[0] == other[0] and OSA.distance(one, other, score_cutoff=slips) <= slips


def _births(one: Particulars, other: Particulars) -> Sign | None:
    ours, theirs = one.born_on, other.born_on
    if ours is None or theirs is None:
        return None
    if ours == theirs:
        return SAME_DAY
    if (ours.year, ours.month, ours.day) == (theirs.year, theirs.day, theirs.month):
        return TURNED_DAY
    if OSA.distance(ours.isoformat(), theirs.isoformat(), score_cutoff=1) <= 1:
        return ONE_DIGIT
    if one.born_on_certainty not in NOT_SURE and other.born_on_certainty not in NOT_SURE:
        return OTHER_DAY
    return NEAR_DAY if abs((ours - theirs).days) <= NEAR_IN_DAYS else OTHER_UNSURE_DAY


def _circumstances(one: Particulars, other: Particulars) -> tuple[Sign | None, ...]:
    sexes = {one.sex, other.sex}
    mothers = {one.mother, other.mother}
    return (
        OTHER_SEX if sexes == {Sex.FEMALE, Sex.MALE} else None,
        None if one.places.isdisjoint(other.places) else SAME_PLACE,
        None if None in mothers else SAME_MOTHER if len(mothers) == 1 else OTHER_MOTHER,
    )

"""Invented values in the place of real ones: for each that stands in the records, another."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from lapwing.simulate import names
from lapwing.simulate.chance import Chance
from lapwing.simulate.people import number_for
from lapwing.vocabulary.codes import Sex

NAMINGS = (names.BRITISH, names.SOUTH_ASIAN, names.AFRICAN, names.CARIBBEAN, names.EUROPEAN, names.ELSEWHERE)
GIRLS = sorted({name for naming in NAMINGS for name in naming.girls})
BOYS = sorted({name for naming in NAMINGS for name in naming.boys})
FAMILIES = sorted({name for naming in NAMINGS for name in naming.families})
_POSTCODE_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"


def given_name(chance: Chance, sex: str | None, original: str) -> str:
    """An invented given name of the same sex, or of any where that is not known; never the original."""
    same = {Sex.FEMALE.value: GIRLS, Sex.MALE.value: BOYS}.get(sex or "", GIRLS + BOYS)
    return another(chance, same, original)


def another(chance: Chance, invented: list[str], original: str) -> str:
    """One of the invented names that is not the original."""
    place = chance.days(0, len(invented) - 1)
    return invented[place] if invented[place] != original else invented[place - 1]


def every_value(columns: Iterable[pl.Series]) -> pl.Series:
    """Every value that stands in any of the columns, once, in order."""
    known = [pl.Series("value", [], pl.String()), *(column.rename("value") for column in columns)]
    return pl.concat([column.drop_nulls().unique() for column in known]).unique().sort()


def shuffled(columns: Iterable[pl.Series], chance: Chance) -> list[str]:
    """The same in an order that tells nothing."""
    values: list[str] = every_value(columns).to_list()
    chance.shuffle(values)
    return values


def nhs_numbers(originals: list[str]) -> dict[str, str | None]:
    """A valid number of the synthetic range for each; none for those beyond what the range holds."""
    valid = (number for serial in range(1_000_000) if (number := number_for(serial)) is not None)
    return {original: next(valid, None) for original in originals}


def addresses(originals: list[str]) -> dict[str, str | None]:
    """An invented address for each, no two the same."""
    return {original: _address(place) for place, original in enumerate(originals)}


def _address(place: int) -> str:
    towns = names.TOWNS + names.TOWNS_ELSEWHERE
    place, town = divmod(place, len(towns))
    place, street = divmod(place, len(names.STREETS))
    return f"{place + 1} {names.STREETS[street]}, {towns[town]}"


def postcodes(originals: list[str]) -> dict[str, str | None]:
    """A postcode of the area ZZ, which does not exist, for each; no two the same up to 356,400 of them."""
    return {original: _postcode(place) for place, original in enumerate(originals)}


def _postcode(place: int) -> str:
    place, last = divmod(place, len(_POSTCODE_LETTERS))
    place, letter = divmod(place, len(_POSTCODE_LETTERS))
    place, digit = divmod(place, 9)
    return f"ZZ{place % 99 + 1}{digit + 1}{_POSTCODE_LETTERS[letter]}{_POSTCODE_LETTERS[last]}"


def numbered(originals: list[str], form: str) -> dict[str, str | None]:
    """The number of each, written in a form such as "Team {}"."""
    return {original: form.format(place) for place, original in enumerate(originals, 1)}

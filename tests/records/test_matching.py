"""Who may be one person: two rows of particulars, what is said of them, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from lapwing.records.candidates import candidates
from lapwing.records.matching import Alike, Particulars, likeness
from lapwing.records.names import is_unnamed, number_of_birth, sound, words
from lapwing.records.unborn import UnbornParticulars, unborn_candidates, unborn_likeness
from lapwing.simulate import simulate

DAY = date(2026, 6, 1)
NUMBER, OTHER_NUMBER, WRONG_NUMBER = "9993874213", "9997748425", "9993874214"
ANNA = Particulars("anna", None, "Kowal", "Anna", (), date(1998, 3, 7), "verified", "female", ("ZZ11AL",))
TOM = Particulars("tom", None, "Marsden", "Tom", (), date(2026, 5, 2), "verified", "male", ("ZZ22BN",), mother="mary")


def of(one: Particulars, **changed: Any) -> Particulars:
    return replace(one, **{"key": "other", "postcodes": ()} | changed)


LIKELY, POSSIBLE, SAME, NO = Alike.LIKELY, Alike.POSSIBLE, Alike.SAME_NHS_NUMBER, None
PEOPLE = [
    # ---------------------------------------------------------------- the NHS number
    ("same number", replace(ANNA, nhs_number=NUMBER), of(ANNA, nhs_number=NUMBER), SAME, "Same NHS number."),
    (
        "same number, all else different",
        replace(ANNA, nhs_number=NUMBER),
        of(TOM, nhs_number="999 387 4213"),
        SAME,
        "Dates of birth differ.",
    ),
    ("different numbers", replace(ANNA, nhs_number=NUMBER), of(ANNA, nhs_number=OTHER_NUMBER), NO, ""),
    (
        "different numbers, yet one home",
        replace(ANNA, nhs_number=NUMBER, mother="eva"),
        of(ANNA, nhs_number=OTHER_NUMBER, postcodes=("ZZ1 1AL",), mother="eva"),
        POSSIBLE,
        "Different NHS numbers, both valid.",
    ),
    (
        "a number whose check digit is wrong says nothing",
        replace(ANNA, nhs_number=WRONG_NUMBER),
        of(ANNA, nhs_number=WRONG_NUMBER),
        LIKELY,
        "Same date of birth.",
    ),
    # ---------------------------------------------------------------- names
    ("all the same", ANNA, of(ANNA), LIKELY, "Same given name."),
    (
        "accents",
        of(ANNA, family_name="Łukasz", given_name="Zoë"),
        of(ANNA, family_name="LUKASZ", given_name="Zoe"),
        LIKELY,
        "",
    ),
    ("slip of the finger", ANNA, of(ANNA, family_name="Kowla"), LIKELY, "Family names nearly alike: Kowal, Kowla."),
    (
        "short form",
        of(ANNA, given_name="Kate"),
        of(ANNA, given_name="Catherine"),
        LIKELY,
        "often one person's: Kate, Catherine.",
    ),
    (
        "transliterated",
        of(ANNA, given_name="Oleksandra"),
        of(ANNA, given_name="Alexandra"),
        LIKELY,
        "Oleksandra, Alexandra.",
    ),
    (
        "transliterated family name",
        of(ANNA, family_name="Chaudhry"),
        of(ANNA, family_name="Chowdhury"),
        LIKELY,
        "Family names nearly alike: Chaudhry, Chowdhury.",
    ),
    ("initial", ANNA, of(ANNA, given_name="A."), POSSIBLE, "known by its initial alone"),
    ("another initial", ANNA, of(ANNA, given_name="B."), NO, ""),
    ("second given name", ANNA, of(ANNA, given_name="Maria Anna"), LIKELY, "One of their given names is the same."),
    ("hyphenated", ANNA, of(ANNA, family_name="Kowal-Marsden"), LIKELY, "Part of the family name is the same."),
    (
        "hyphen or none",
        of(ANNA, family_name="Al-Hassan"),
        of(ANNA, family_name="Al Hassan"),
        LIKELY,
        "Same family name.",
    ),
    ("married", ANNA, of(ANNA, family_name="Marsden"), POSSIBLE, "Family names differ."),
    ("married, same home", ANNA, of(ANNA, family_name="Marsden", postcodes=("ZZ11AL",)), POSSIBLE, "same postcode"),
    (
        "married, old name known",
        ANNA,
        of(ANNA, family_name="Marsden", other_names=(("Anna", "Kowal"),)),
        LIKELY,
        "other names",
    ),
    (
        "goes by another name",
        ANNA,
        of(ANNA, given_name="Bella", other_names=(("Anna", "Kowal"),)),
        LIKELY,
        "other names",
    ),
    ("names turned round", ANNA, of(ANNA, family_name="Anna", given_name="Kowal"), LIKELY, "the other way round"),
    ("a sister", ANNA, of(ANNA, given_name="Ewa", born_on=date(2001, 9, 9), postcodes=("ZZ11AL",)), NO, ""),
    ("only the name is the same", ANNA, of(ANNA, born_on=date(1990, 11, 30)), NO, ""),
    ("a father with no date of birth", of(ANNA, born_on=None), of(ANNA, born_on=None), POSSIBLE, "Same given name."),
    ("a father with half a name", of(ANNA, born_on=None), of(ANNA, born_on=None, given_name=None), NO, ""),
    # ---------------------------------------------------------------- date of birth and sex
    ("day and month turned", ANNA, of(ANNA, born_on=date(1998, 7, 3)), LIKELY, "day and month the other way round"),
    ("one digit", ANNA, of(ANNA, born_on=date(1998, 3, 17)), POSSIBLE, "differ in one digit"),
    (
        "one digit, same home",
        ANNA,
        of(ANNA, born_on=date(1998, 3, 17), postcodes=("ZZ1 1AL",)),
        LIKELY,
        "same postcode",
    ),
    (
        "age estimated",
        ANNA,
        of(ANNA, born_on=date(1999, 1, 1), born_on_certainty="estimated", postcodes=("ZZ11AL",)),
        LIKELY,
        "at least one is not sure",
    ),
    ("age estimated far off", ANNA, of(ANNA, born_on=date(1985, 1, 1), born_on_certainty="estimated"), NO, ""),
    ("father and son of one name", ANNA, of(ANNA, born_on=date(1970, 8, 21), postcodes=("ZZ11AL",)), NO, ""),
    ("another sex", ANNA, of(ANNA, sex="male"), POSSIBLE, "A different sex is recorded."),
    ("sex not known", ANNA, of(ANNA, sex="unknown"), LIKELY, ""),
    # ---------------------------------------------------------------- newborns and twins
    ("not yet named", TOM, of(TOM, given_name="Baby"), LIKELY, "newborn without a given name"),
    ("named by the mother", TOM, of(TOM, given_name="Baby of Mary Marsden", mother=None), POSSIBLE, "newborn without"),
    (
        "both not yet named",
        of(TOM, given_name="Baby"),
        of(TOM, given_name="Baby boy"),
        LIKELY,
        "Both are recorded as newborns",
    ),
    ("not yet named, another mother", TOM, of(TOM, given_name="Baby", family_name="Kowal", mother="eva"), NO, ""),
    ("twins", TOM, of(TOM, given_name="Jack"), NO, ""),
    ("twins, mother recorded twice", TOM, of(TOM, given_name="Jack", mother=None, postcodes=("ZZ22BN",)), NO, ""),
    ("twins not yet named", of(TOM, given_name="Twin 1"), of(TOM, given_name="Twin Two"), NO, ""),
    (
        "twins of names nearly alike",
        of(TOM, given_name="Jayden"),
        of(TOM, given_name="Jaydan"),
        POSSIBLE,
        "they may be twins",
    ),
    (
        "twins given one number",
        replace(TOM, nhs_number=NUMBER),
        of(TOM, given_name="Jack", nhs_number=NUMBER),
        SAME,
        "they may be twins",
    ),
    ("a brother a year older", TOM, of(TOM, given_name="Jack", born_on=date(2025, 4, 2)), NO, ""),
]


@pytest.mark.parametrize(("what", "one", "other", "how", "why"), PEOPLE, ids=[row[0] for row in PEOPLE])
def test_who_may_be_one_person(what: str, one: Particulars, other: Particulars, how: Alike | None, why: str) -> None:
    found = likeness(one, other)
    assert (found.how if found else None) == how
    if found:
        assert 0 <= found.score <= 100
        assert why in " ".join(found.speaks_for + found.speaks_against)


@pytest.mark.parametrize(("what", "one", "other", "how", "why"), PEOPLE, ids=[row[0] for row in PEOPLE])
def test_the_order_of_the_two_does_not_matter(
    what: str, one: Particulars, other: Particulars, how: Alike | None, why: str
) -> None:
    there, back = likeness(one, other), likeness(other, one)
    assert (there.how, there.score) == (back.how, back.score) if there and back else there is back


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *[("Hussain", "Husayn"), ("Mohammed", "Muhamad"), ("Yusuf", "Youssef"), ("Aleksander", "Oleksandr")],
        *[
            ("Kowal", "Koval"),
            ("Philips", "Phillips"),
            ("Smith", "Smythe"),
            ("Wright", "Right"),
            ("Kathryn", "Catherine"),
        ],
    ],
)
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sound(*words(one)) == sound(*words(other))


def test_the_stand_in_for_a_newborns_name_is_known() -> None:
    named = ["Baby", "Baby of Anna Smith", "BABY GIRL", "Twin 2", "Babe", "Bailey", "Infinity", "Boyd", ""]
    assert [is_unnamed(name) for name in named] == [True, True, True, True, True, False, False, False, False]
    assert [number_of_birth(name) for name in ("Twin Two", "Baby 1", "Twin II", "Baby")] == ["2", "1", "2", None]


# ---------------------------------------------------------------- an area


def test_the_pairs_of_an_area_come_with_the_likeliest_first() -> None:
    people = with_doubles(100)
    pairs = candidates(people)
    assert len(pairs) > 50
    assert pairs == sorted(pairs, key=lambda pair: (list(Alike).index(pair.likeness.how), -pair.likeness.score))


def test_no_likely_pair_is_missed_because_it_was_not_compared() -> None:
    people = with_doubles(60)
    every = {
        frozenset((one.key, other.key))
        for place, one in enumerate(people)
        for other in people[place + 1 :]
        if (found := likeness(one, other)) and found.how is not Alike.POSSIBLE
    }
    found = {frozenset((pair.one, pair.other)) for pair in candidates(people)}
    assert len(every) > 20
    assert every <= found


def with_doubles(children: int) -> list[Particulars]:
    random, people = Random(5), simulated(children)
    return [*people, *(damaged(one, random) for one in people[::3])]


def simulated(children: int) -> list[Particulars]:
    """The people of an invented partnership, with their postcodes and, for a baby, the mother."""
    records = simulate(children, 7, today=DAY)
    rows = {name: records.frame(name).collect().to_dicts() for name in ("person", "address", "child", "pregnancy")}
    mothers = {row["pregnancy_id"]: row["mother_id"] for row in rows["pregnancy"]}
    mother_of = {row["person_id"]: mothers.get(row["pregnancy_id"]) for row in rows["child"]}
    places: dict[str, dict[str, None]] = {}
    for row in rows["address"]:
        if row["postcode"]:
            places.setdefault(row["person_id"], {})[row["postcode"]] = None
    columns = ("nhs_number", "family_name", "given_name", "born_on", "born_on_certainty", "sex")
    latest = {row["person_id"]: row for row in rows["person"]}
    return [
        Particulars(
            key,
            postcodes=tuple(places.get(key, ())),
            mother=mother_of.get(key),
            **{name: row[name] for name in columns},
        )
        for key, row in latest.items()
    ]


def damaged(person: Particulars, random: Random) -> Particulars:
    """The same person as another agency may have recorded them: without the NHS number, and with a fault or two."""
    faults = [_mistyped_family, _mistyped_given, _turned_birth, _other_family, _initial_alone, _no_birth]
    other = replace(person, key=f"{person.key}-too", nhs_number=None, mother=None)
    for fault in random.sample(faults, random.choice((0, 1, 1, 1, 2))):
        other = fault(other, random)
    return replace(other, postcodes=person.postcodes if random.random() < 0.6 else ())


def _mistyped(name: str | None, random: Random) -> str | None:
    if name is None or len(name) < 4:
        return name
    at = random.randrange(1, len(name) - 1)
    return random.choice((name[:at] + name[at + 1 :], name[:at] + name[at] + name[at:], _two_swapped(name, at)))


def _two_swapped(name: str, at: int) -> str:
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def _mistyped_family(person: Particulars, random: Random) -> Particulars:
    return replace(person, family_name=_mistyped(person.family_name, random))


def _mistyped_given(person: Particulars, random: Random) -> Particulars:
    return replace(person, given_name=_mistyped(person.given_name, random))


def _turned_birth(person: Particulars, random: Random) -> Particulars:
    born = person.born_on
    if born is None or born.day > 12:
        return person
    return replace(person, born_on=born.replace(month=born.day, day=born.month))


def _other_family(person: Particulars, random: Random) -> Particulars:
    return replace(person, family_name=random.choice(("Thackeray", f"{person.family_name}-Thackeray")))


def _initial_alone(person: Particulars, random: Random) -> Particulars:
    return replace(person, given_name=(person.given_name or "X")[0])


def _no_birth(person: Particulars, random: Random) -> Particulars:
    return replace(person, born_on=None)


def test_damaged_copies_are_found_and_others_are_not() -> None:
    """Of an invented partnership one person in four stands twice, the second time with the faults that registers have."""
    random = Random(2026)
    people = simulated(1_500)
    copies = [damaged(one, random) for one in people if random.random() < 0.25]
    pairs = candidates([*people, *copies])
    true = {frozenset((copy.key.removesuffix("-too"), copy.key)) for copy in copies}
    found = {how: {frozenset((p.one, p.other)) for p in pairs if p.likeness.how is how} for how in (LIKELY, POSSIBLE)}
    both = found[LIKELY] | found[POSSIBLE]
    assert len(true) > 500
    assert len(both & true) / len(true) > 0.9
    assert len(found[LIKELY] & true) / len(true) > 0.6
    assert len(found[LIKELY] & true) / len(found[LIKELY]) > 0.98
    assert len(both & true) / len(both) > 0.4


# ---------------------------------------------------------------- unborn children


FIRST = UnbornParticulars("first", "mary", "p1", None, date(2026, 9, 1), date(2026, 2, 1))


def unborn(**changed: Any) -> UnbornParticulars:
    return replace(FIRST, **{"key": "other", "pregnancy": "p2"} | changed)


UNBORN = [
    ("same expected date", FIRST, unborn(), LIKELY, "Expected dates 0 days apart."),
    ("dated again by a scan", FIRST, unborn(expected_on=date(2026, 9, 11)), LIKELY, "10 days apart"),
    ("dated very differently", FIRST, unborn(expected_on=date(2026, 10, 10)), POSSIBLE, "39 days apart"),
    ("too far apart, yet at one time", FIRST, unborn(expected_on=date(2026, 11, 20)), POSSIBLE, "overlap in time"),
    ("no expected date", FIRST, unborn(expected_on=None), POSSIBLE, "an expected date is missing"),
    ("no dates at all", FIRST, unborn(expected_on=None, known_on=None), NO, ""),
    ("born meanwhile", FIRST, unborn(ended_on=date(2026, 8, 20)), LIKELY, "says that the pregnancy is over"),
    ("born, the date not kept", FIRST, unborn(expected_on=None, ended_on=date(2026, 8, 20)), POSSIBLE, "is over"),
    ("the next year", FIRST, unborn(expected_on=date(2027, 9, 1)), NO, ""),
    (
        "lost, and pregnant again",
        unborn(key="first", ended_on=date(2026, 3, 1)),
        unborn(expected_on=date(2026, 12, 20), known_on=date(2026, 5, 1)),
        NO,
        "",
    ),
    (
        "born, and pregnant again",
        unborn(key="first", ended_on=date(2026, 9, 3)),
        unborn(expected_on=date(2027, 6, 28)),
        NO,
        "",
    ),
    ("first and second twin", replace(FIRST, birth_order=1), unborn(birth_order=2), NO, ""),
    ("the same twin", replace(FIRST, birth_order=2), unborn(birth_order=2), LIKELY, "Same order of birth."),
    ("a twin, or the one baby", replace(FIRST, birth_order=2), unborn(), LIKELY, "there may be several babies"),
    ("twins under one pregnancy", replace(FIRST, birth_order=1), unborn(pregnancy="p1"), NO, ""),
]


@pytest.mark.parametrize(("what", "one", "other", "how", "why"), UNBORN, ids=[row[0] for row in UNBORN])
def test_which_unborn_children_may_be_one(
    what: str, one: UnbornParticulars, other: UnbornParticulars, how: Alike | None, why: str
) -> None:
    found = unborn_likeness(one, other, mother_confirmed=True)
    assert (found.how if found else None) == how
    if found:
        assert 0 <= found.score <= 100
        assert why in " ".join(found.speaks_for + found.speaks_against)


def test_unborn_children_of_mothers_who_may_be_one_are_possible() -> None:
    eva, later = unborn(mother="eva"), unborn(key="later", expected_on=FIRST.expected_on + timedelta(400))  # type: ignore[operator]
    nameless = unborn(key="nameless", mother=None)
    assert unborn_candidates([FIRST, eva, later, nameless]) == []
    (pair,) = unborn_candidates([FIRST, eva, later, nameless], [("mary", "eva"), ("eva", "mary")])
    assert ({pair.one, pair.other}, pair.likeness.how) == ({"first", "other"}, POSSIBLE)
    assert "not confirmed" in pair.likeness.speaks_for[0]

"""Invented names and places: made up from short lists, so that nobody real is meant.

The places do not exist, and neither does the postcode area ZZ.
"""

from __future__ import annotations

from typing import NamedTuple

from lapwing.simulate.chance import Chance, Odds
from lapwing.vocabulary.codes import Sex


class Naming(NamedTuple):
    """Names that go together."""

    girls: tuple[str, ...]
    boys: tuple[str, ...]
    families: tuple[str, ...]


BRITISH = Naming(
    ("Ada", "Bethan", "Carys", "Daisy", "Elsie", "Freya", "Grace", "Holly", "Isla", "Jodie", "Kayleigh", "Leah"),
    ("Alfie", "Ben", "Callum", "Dylan", "Evan", "Finlay", "George", "Harvey", "Jack", "Kieran", "Liam", "Owen"),
    ("Ashdown", "Birkett", "Coldwell", "Denholm", "Farrow", "Garside", "Hallam", "Kettle", "Marsden", "Penrose"),
)
SOUTH_ASIAN = Naming(
    ("Aaliyah", "Anika", "Farah", "Hafsa", "Maryam", "Nadia", "Priya", "Samira", "Sunita", "Zara"),
    ("Adil", "Arjun", "Bilal", "Dev", "Hamza", "Imran", "Kabir", "Rohan", "Usman", "Zain"),
    ("Ahmed", "Begum", "Chaudhry", "Hussain", "Kaur", "Malik", "Mistry", "Patel", "Rahman", "Sandhu"),
)
AFRICAN = Naming(
    ("Abena", "Adaeze", "Amina", "Efua", "Hodan", "Makena", "Ngozi", "Rahel", "Sade", "Zainab"),
    ("Abdi", "Chidi", "Emeka", "Femi", "Kofi", "Kwame", "Musa", "Tendai", "Tunde", "Yonas"),
    ("Abara", "Boateng", "Dlamini", "Eze", "Haile", "Jallow", "Mensah", "Okafor", "Osei", "Warsame"),
)
CARIBBEAN = Naming(
    ("Aleesha", "Candice", "Jada", "Keisha", "Latoya", "Naomi", "Renee", "Shanice", "Tiana", "Yvette"),
    ("Andre", "Damari", "Jaden", "Kemar", "Leon", "Marcus", "Nathaniel", "Reece", "Tyrone", "Winston"),
    ("Bailey", "Campbell", "Francis", "Gayle", "Henry", "Lewin", "Morgan", "Pryce", "Sterling", "Wynter"),
)
EUROPEAN = Naming(
    ("Agnieszka", "Bianca", "Daria", "Elena", "Ilona", "Katya", "Lucia", "Magda", "Oana", "Zuzana"),
    ("Adam", "Bogdan", "Cezar", "Dominik", "Filip", "Jakub", "Marek", "Nikolai", "Pavel", "Stefan"),
    ("Balan", "Dvorak", "Jansons", "Kowal", "Lupu", "Moravec", "Novak", "Petrov", "Sikora", "Zielin"),
)
ELSEWHERE = Naming(
    ("Ayla", "Bahar", "Dilan", "Layla", "Linh", "Mei", "Noor", "Rania", "Shirin", "Yasmin"),
    ("Azad", "Bao", "Dara", "Hassan", "Jun", "Karim", "Minh", "Omid", "Rami", "Tariq"),
    ("Amini", "Chen", "Demir", "Haddad", "Karimi", "Lin", "Nguyen", "Rezai", "Sabri", "Tran"),
)
UNNAMED = "Baby"

ETHNICITIES: Odds[tuple[str, Naming]] = Odds(
    {
        ("WBRI", BRITISH): 62,
        ("WOTH", EUROPEAN): 8,
        ("WIRI", BRITISH): 1,
        ("MWBC", CARIBBEAN): 3,
        ("MWBA", AFRICAN): 2,
        ("MWAS", SOUTH_ASIAN): 2,
        ("APKN", SOUTH_ASIAN): 4,
        ("ABAN", SOUTH_ASIAN): 2,
        ("AIND", SOUTH_ASIAN): 2,
        ("BAFR", AFRICAN): 5,
        ("BCRB", CARIBBEAN): 2,
        ("OOTH", ELSEWHERE): 3,
        ("CHNE", ELSEWHERE): 1,
        ("NOBT", BRITISH): 3,
    }
)
"""Ethnicity as the census codes it, with names that go with it."""

STREETS = ("Alder Row", "Brook Lane", "Cobble Street", "Dyer's Yard", "Elm Rise", "Fell View", "Gorse Close",
           "Heron Way", "Ivy Terrace", "Larch Avenue", "Mill Bank", "Orchard Court", "Quarry Road", "Tarn Street")  # fmt: skip
TOWNS = ("Tarnley", "Osmere", "Marlbeck", "Little Wendle")
TOWNS_ELSEWHERE = ("Stanmoor", "Upper Hesk")


def given_name(chance: Chance, naming: Naming, sex: Sex) -> str:
    return chance.pick(naming.girls if sex is Sex.FEMALE else naming.boys)


def street_address(chance: Chance, *, elsewhere: bool = False) -> tuple[str, str]:
    """An address on one line, and its postcode, both of places that do not exist."""
    town = chance.pick(TOWNS_ELSEWHERE if elsewhere else TOWNS)
    postcode = f"ZZ{chance.days(1, 98)}{chance.days(1, 9)}{chance.pick('ABDEFGHJ')}{chance.pick('LNPQRSTU')}"
    return f"{chance.days(1, 140)} {chance.pick(STREETS)}, {town}", postcode


def refuge_address(chance: Chance) -> str:
    """The address of a refuge, at which nobody has a home."""
    return f"Flat {chance.days(1, 9)}, Wren House, {chance.pick(TOWNS_ELSEWHERE)}"

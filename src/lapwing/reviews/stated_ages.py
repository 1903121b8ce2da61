"""An age as a review states it in words, such as `7 weeks`, `15-year-old`, `nearly 2` or `unborn`."""

from __future__ import annotations

import re

from lapwing.reviews.ages import OLDEST, PREGNANCY, UNBORN, Age, WrongAge, age_of_days, age_of_months, both, either

NUMBERS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
}  # fmt: skip
UNITS = {"h": "hour", "d": "day", "w": "week", "m": "month", "y": "year"}
"""By the first letter of whatever they are written as: y, yr, yrs, year, years."""
UNIT = r"(?:hours?|hrs?|days?|weeks?|wks?|w|months?|mths?|mos?|m|years?|yrs?|y)"
NUMBER = r"(?:\d+(?:\.\d+)?)"
AMOUNT = re.compile(rf"(?P<number>{NUMBER})(?P<half> and a half)? ?(?P<unit>{UNIT})?")
AMOUNTS = re.compile(rf"(?P<larger>{NUMBER} ?{UNIT})[ ,]+(?:and )?(?P<smaller>{NUMBER} ?{UNIT})")
RANGE = re.compile(rf"(?:between )?(?P<least>{NUMBER} ?{UNIT}?) ?(?:to|and|or|-) ?(?P<most>{NUMBER} ?{UNIT}?)")
NEARLY = re.compile(r"(?:nearly|almost|not quite|just under|approaching|coming up to) ")
ABOUT = re.compile(r"(?:about|around|approximately|approx\.?|circa|c\.|roughly) ?")
UNDER = re.compile(r"(?:under|less than|below|younger than|<) ?")
OVER = re.compile(r"(?:over|more than|older than|at least|>) ?")
UNBORN_WORDS = re.compile(
    r"(?:unborn|not (?:yet )?born|pre-?birth|before birth|in utero|prenatal|antenatal)(?: (?:baby|child))?"
)
GESTATION = re.compile(rf"{NUMBER} ?{UNIT}?'? (?:pregnant|gestation|of pregnancy|in pregnancy|gestational age)")
NAMED = {
    "newborn": age_of_days(0, 27),
    "new-born": age_of_days(0, 27),
    "new born": age_of_days(0, 27),
    "neonate": age_of_days(0, 27),
    "at birth": age_of_days(0, 0),
    "baby": age_of_months(0, 11),
    "infant": age_of_months(0, 11),
    "teenager": age_of_months(13 * 12, 19 * 12 + 11),
}
"""Words that name an age; the first 27 days are those of a newborn as the World Health Organization counts them."""
NEEDS = "It needs an age such as 7 weeks, 18 months, 15 years, 15, nearly 2, newborn or unborn."


def stated_age(written: str) -> Age:
    """The age that words state; refused where they state none, or one that nobody in a review can have."""
    words = _plain(written)
    age = _unborn(words) or NAMED.get(words) or _qualified(words) or _amounts(words) or _range(words) or _amount(words)
    if age is None:
        raise WrongAge(f"“{written.strip()}” states no age. {NEEDS}")
    if age.years[0] > OLDEST or age.years[1] > OLDEST + 1:
        raise WrongAge(f"“{written.strip()}” is over {OLDEST} years, and a review is about children. {NEEDS}")
    return age


def _plain(written: str) -> str:
    """In small letters, numbers as digits, without what says nothing of the age."""
    words = " ".join(written.lower().replace("\N{EN DASH}", "-").replace("’", "'").split()).strip(" .")
    words = words.replace("½", " and a half")
    words = re.sub(r"\b(?:" + "|".join(NUMBERS) + r")\b", lambda found: str(NUMBERS[found[0]]), words)
    words = re.sub(rf"({NUMBER}) and (?:a half|1/2) ", r"\1 and a half ", words)
    words = re.sub(r"(?<=\d)-(?=[a-z])|(?<=[a-z])-(?=old)", " ", words)
    words = re.sub(r"^(?:aged?|at) (?!birth)|(?: of age|'? old)$", "", words)
    words = re.sub(rf"^an? (?={UNIT}$)", "1 ", words)
    return " ".join(re.sub(r"^an? ", "", words).split())


def _unborn(words: str) -> Age | None:
    if UNBORN_WORDS.fullmatch(words) or GESTATION.fullmatch(words):
        return Age((-PREGNANCY, -1), (UNBORN, UNBORN))
    return None


def _qualified(words: str) -> Age | None:
    for pattern, meant in ((NEARLY, _nearly), (ABOUT, _about), (UNDER, _under), (OVER, _over)):
        begins = pattern.match(words)
        if begins:
            return meant(words[begins.end() :])
    return None


def _nearly(words: str) -> Age | None:
    """What comes to a number of units is in the last of them: nearly 2 is in the second year."""
    number, unit = _number_and_unit(words)
    return _of(number - 1, number - 1, unit) if number >= 1 else None


def _about(words: str) -> Age | None:
    number, unit = _number_and_unit(words)
    return _of(max(number - 1, 0), number + 1, unit) if number >= 0 else None


def _under(words: str) -> Age | None:
    number, unit = _number_and_unit(words)
    return _of(0, number - 1, unit) if number >= 1 else None


def _over(words: str) -> Age | None:
    """At least that old, and as old as anybody in a review."""
    age = _amount(words)
    return None if age is None else either(age, age_of_months(OLDEST * 12, OLDEST * 12 + 11))


def _number_and_unit(words: str) -> tuple[int, str]:
    """A whole number with its unit, years where none is written; the number is -1 where nothing of the kind stands."""
    found = AMOUNT.fullmatch(words)
    if found is None or found["half"] or "." in found["number"]:
        return -1, ""
    return int(found["number"]), UNITS[(found["unit"] or "year")[0]]


def _amounts(words: str) -> Age | None:
    """Years and months, or weeks and days: the smaller unit says how far into the larger one."""
    found = AMOUNTS.fullmatch(words)
    if found is None:
        return None
    (larger, unit), (smaller, unit_of_smaller) = (_number_and_unit(found[part]) for part in ("larger", "smaller"))
    if min(larger, smaller) < 0:
        return None
    if (unit, unit_of_smaller) == ("year", "month") and smaller < 12:
        return _of(12 * larger + smaller, 12 * larger + smaller, "month")
    if (unit, unit_of_smaller) == ("week", "day") and smaller < 7:
        return _of(7 * larger + smaller, 7 * larger + smaller, "day")
    weeks_or_days = unit in ("year", "month") and unit_of_smaller in ("week", "day")
    return _amount(found["larger"]) if weeks_or_days else None


def _range(words: str) -> Age | None:
    """From one to another; the first takes the unit of the second where it has none."""
    found = RANGE.fullmatch(words)
    if found is None:
        return None
    unit = re.search(rf"{UNIT}$", found["most"])
    least = (
        found["least"]
        if re.search(rf"{UNIT}$", found["least"].strip())
        else f"{found['least'].strip()} {unit[0] if unit else ''}"
    )
    ages = _amount(least.strip()), _amount(found["most"])
    if ages[0] is None or ages[1] is None or ages[1].days[0] < ages[0].days[0]:
        return None
    return either(ages[0], ages[1])


def _amount(words: str) -> Age | None:
    """A number of units; with a half, or a decimal, it is somewhere in the unit that has begun."""
    found = AMOUNT.fullmatch(words.strip())
    if found is None:
        return None
    number = int(float(found["number"]))
    return _of(number, number, UNITS[(found["unit"] or "year")[0]])


def _of(least: int, most: int, unit: str) -> Age | None:
    if most > {"year": 150, "month": 1800, "week": 8000, "day": 55000, "hour": 9000}[unit]:
        return None
    if unit in ("year", "month"):
        units = 12 if unit == "year" else 1
        return age_of_months(units * least, units * (most + 1) - 1)
    if unit == "hour":  # a day of birth may end within an hour
        return age_of_days(least // 24, most // 24 + 1)
    units = 7 if unit == "week" else 1
    return age_of_days(units * least, units * (most + 1) - 1)


def age_at_incident(from_dates: Age | None, stated: Age | None) -> tuple[Age | None, bool]:
    """The age that dates and what is stated leave open, and whether the two contradict each other.

    Where they do, the age is open from the least to the most of both: which of them is wrong is for a person to see.
    """
    if from_dates is None or stated is None:
        return from_dates or stated, False
    together = both(from_dates, stated)
    return (together, False) if together else (either(from_dates, stated), True)

"""The code lists of the children in need census, and what each code is in the record tables.

The lists are those of the census from 2016/17 to 2025/26; a code that left or joined the list in between is
understood in every year.
"""

from __future__ import annotations

from typing import NamedTuple

from lapwing.vocabulary.codes import ConcernKind, ConcernPart, Sex
from lapwing.vocabulary.work_codes import ClosureReason, ReferralSource

SEXES = {
    "0": Sex.UNKNOWN, "1": Sex.MALE, "2": Sex.FEMALE, "9": Sex.UNKNOWN,
    "U": Sex.UNKNOWN, "M": Sex.MALE, "F": Sex.FEMALE,
}  # fmt: skip
"""Gender to 2023/24 in numbers, sex since then in letters."""

REFERRAL_SOURCES = {
    "1A": ReferralSource.INDIVIDUAL,
    "1B": ReferralSource.INDIVIDUAL,
    "1C": ReferralSource.INDIVIDUAL,
    "1D": ReferralSource.INDIVIDUAL,
    "2A": ReferralSource.EDUCATION,
    "2B": ReferralSource.EDUCATION,
    "3A": ReferralSource.GENERAL_PRACTICE,
    "3B": ReferralSource.HEALTH_VISITOR,
    "3C": ReferralSource.SCHOOL_NURSE,
    "3D": ReferralSource.OTHER_PRIMARY_HEALTH,
    "3E": ReferralSource.EMERGENCY_DEPARTMENT,
    "3F": ReferralSource.OTHER_HEALTH,
    "4": ReferralSource.HOUSING,
    "5A": ReferralSource.LOCAL_AUTHORITY,
    "5B": ReferralSource.LOCAL_AUTHORITY,
    "5C": ReferralSource.LOCAL_AUTHORITY,
    "5D": ReferralSource.LOCAL_AUTHORITY,
    "6": ReferralSource.POLICE,
    "7": ReferralSource.LEGAL,
    "8": ReferralSource.OTHER,
    "9": ReferralSource.ANONYMOUS,
    "10": ReferralSource.UNKNOWN,
}

CLOSURE_REASONS = {
    "RC1": ClosureReason.ADOPTED,
    "RC2": ClosureReason.DIED,
    "RC3": ClosureReason.ARRANGEMENT_ORDER,
    "RC4": ClosureReason.ARRANGEMENT_ORDER,
    "RC5": ClosureReason.MOVED_ACCEPTED_ELSEWHERE,
    "RC6": ClosureReason.TRANSFERRED_TO_ADULT_SERVICES,
    "RC7": ClosureReason.OTHER,
    "RC8": ClosureReason.NO_FURTHER_ACTION,
    "RC9": ClosureReason.STEPPED_DOWN,
}


def _as_they_are(codes: str) -> dict[str, str]:
    return {code: code for code in codes.split()}


PRIMARY_NEEDS = _as_they_are("N0 N1 N2 N3 N4 N5 N6 N7 N8 N9")
CATEGORIES_OF_ABUSE = _as_they_are("NEG PHY SAB EMO MUL")
DISABILITIES = _as_they_are("NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA")
ETHNICITIES = _as_they_are(
    "WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT"
)

YES_NO = {"TRUE": True, "1": True, "FALSE": False, "0": False}


class Factor(NamedTuple):
    """What a factor identified at an assessment is as a concern.

    `of_child` says that the child is the person it is about; otherwise the census does not say who that is.
    """

    kind: ConcernKind
    note: str
    part: ConcernPart | None = None
    of_child: bool = False


_AFFECTED, _HARMED = ConcernPart.AFFECTED, ConcernPart.HARMED
_PARENT = "a parent or carer; the census does not say which"
_OTHER_PERSON = "another person in the household; the census does not say who"


def _three(about: str, part: ConcernPart, child: ConcernKind, parent: ConcernKind, other: ConcernKind) -> list[Factor]:
    """The A, B and C of one heading: the child, a parent or carer, another person in the household."""
    return [
        Factor(child, f"{about}: the child", part, of_child=True),
        Factor(parent, f"{about}: {_PARENT}", part),
        Factor(other, f"{about}: {_OTHER_PERSON}", part),
    ]


def _of_child(kind: ConcernKind, note: str, part: ConcernPart | None = None) -> Factor:
    return Factor(kind, note, part, of_child=True)


_K = ConcernKind
_HEADINGS = {
    "1": _three("Alcohol", _AFFECTED, _K.CHILD_SUBSTANCES, _K.ALCOHOL, _K.ALCOHOL),
    "2": _three("Drugs", _AFFECTED, _K.CHILD_SUBSTANCES, _K.DRUGS, _K.DRUGS),
    "3": _three("Subject to domestic abuse", _HARMED, _K.DOMESTIC_ABUSE, _K.DOMESTIC_ABUSE, _K.DOMESTIC_ABUSE),
    "4": _three("Mental health", _AFFECTED, _K.CHILD_MENTAL_HEALTH, _K.PARENTAL_MENTAL_HEALTH, _K.OTHER),
    "5": _three("Learning disability", _AFFECTED, _K.CHILD_DISABILITY, _K.LEARNING_DISABILITY, _K.OTHER),
    "6": _three("Physical disability or illness", _AFFECTED, _K.CHILD_DISABILITY, _K.PHYSICAL_HEALTH, _K.OTHER),
}

FACTORS: dict[str, Factor] = {
    **{number + letter: one for number, three in _HEADINGS.items() for letter, one in zip("ABC", three, strict=True)},
    "7A": _of_child(_K.YOUNG_CARER, "Young carer", _AFFECTED),
    **{f"8{letter}": _of_child(_K.PRIVATE_FOSTERING, "Private fostering") for letter in "ABCDEF"},
    "9A": _of_child(_K.UNACCOMPANIED, "Unaccompanied asylum-seeking child"),
    "10A": _of_child(_K.GOING_MISSING, "Going or being missing"),
    "11A": _of_child(_K.CHILD_SEXUAL_EXPLOITATION, "Child sexual exploitation", _HARMED),
    "12A": _of_child(_K.TRAFFICKING, "Trafficking", _HARMED),
    "13A": _of_child(_K.GANGS, "Gangs"),
    "14A": _of_child(_K.OTHER, "Behaviour that others find unacceptable"),
    "15A": _of_child(_K.SELF_HARM, "Self-harm", _AFFECTED),
    "16A": _of_child(_K.NEGLECT, "Neglect", _HARMED),
    "17A": _of_child(_K.EMOTIONAL_ABUSE, "Emotional abuse", _HARMED),
    "18A": _of_child(_K.PHYSICAL_ABUSE, "Physical abuse", _HARMED),
    "18B": _of_child(_K.PHYSICAL_ABUSE, "Physical abuse by another child", _HARMED),
    "18C": _of_child(_K.PHYSICAL_ABUSE, "Physical abuse by an adult", _HARMED),
    "19A": _of_child(_K.SEXUAL_ABUSE, "Sexual abuse", _HARMED),
    "19B": _of_child(_K.SEXUAL_ABUSE, "Sexual abuse by another child", _HARMED),
    "19C": _of_child(_K.SEXUAL_ABUSE, "Sexual abuse by an adult", _HARMED),
    "20": Factor(_K.OTHER, "Another factor"),
    "22A": _of_child(_K.FEMALE_GENITAL_MUTILATION, "Female genital mutilation", _HARMED),
    "23A": _of_child(_K.FAITH_OR_BELIEF_ABUSE, "Abuse linked to faith or belief", _HARMED),
    "24A": _of_child(_K.CHILD_CRIMINAL_EXPLOITATION, "Child criminal exploitation", _HARMED),
}
"""Factors by their code. That a factor is not listed never says that it was considered and found absent."""

NO_FACTOR = "21"
"""The code for "no factors identified": it is no concern, and it cannot be told what was considered."""

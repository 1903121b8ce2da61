"""The code lists of the Standard Safeguarding Dataset, and what each code is in the record tables."""

from __future__ import annotations

from collections.abc import Mapping

from lapwing.exchange import cin_codes
from lapwing.vocabulary.care_codes import InterviewOutcome, LegalStatusKind, SettingKind
from lapwing.vocabulary.work_codes import MeetingKind, ReferralOutcome, ReviewOutcome


def same(codes: str) -> dict[str, str]:
    """Codes that we keep as they are."""
    return {code: code for code in codes.split()}


def values(codes: Mapping[str, object]) -> dict[str, str]:
    """Codes as text."""
    return {code: str(value) for code, value in codes.items()}


def _flag(yes: str, no: str) -> dict[str, str]:
    """What a flag stands for, however it is written; nothing where that has no counterpart of ours."""
    return {**dict.fromkeys(("Y", "YES", "TRUE", "1"), yes), **dict.fromkeys(("N", "NO", "FALSE", "0"), no)}


SEXES = {**values(cin_codes.SEXES), "00": "unknown", "01": "male", "02": "female", "09": "unknown"}
NO_FURTHER_ACTION = _flag(ReferralOutcome.NO_FURTHER_ACTION.value, "")
CONTINUES = _flag(ReviewOutcome.CONTINUE.value, ReviewOutcome.END.value)
CATEGORIES = {
    **same("NEG PHY SAB EMO MUL"),
    "NEGLECT": "NEG",
    "PHYSICAL ABUSE": "PHY",
    "PHYSICAL": "PHY",
    "SEXUAL ABUSE": "SAB",
    "SEXUAL": "SAB",
    "EMOTIONAL ABUSE": "EMO",
    "EMOTIONAL": "EMO",
    "MULTIPLE": "MUL",
}
LEGAL_STATUSES = {
    "C1": LegalStatusKind.INTERIM_CARE_ORDER.value,
    "C2": LegalStatusKind.SECTION_31.value,
    "V2": LegalStatusKind.SECTION_20.value,
    "V3": LegalStatusKind.SECTION_20.value,
    "V4": LegalStatusKind.SECTION_20.value,
    "J1": LegalStatusKind.REMAND.value,
    "J3": LegalStatusKind.YOUTH_JUSTICE_ORDER.value,
    "L1": LegalStatusKind.EMERGENCY_PROTECTION.value,
    "L2": LegalStatusKind.EMERGENCY_PROTECTION.value,
    **dict.fromkeys(("D1", "E1", "J2", "L3"), ""),
}
"""By the codes of the return on looked-after children; freeing and placement orders, detention at a police station
and child assessment orders have no counterpart of ours."""
TRANSFERS = _flag(MeetingKind.TRANSFER_CONFERENCE.value, MeetingKind.INITIAL_CONFERENCE.value)
NOT_OFFERED = "NOT OFFERED"
INTERVIEWS = {
    **_flag("", InterviewOutcome.DECLINED.value),
    "NA": "",
    NOT_OFFERED: InterviewOutcome.NOT_OFFERED.value,
}
"""Whether the offer of a return interview was accepted; that one was says nothing of whether it was held."""
PLACEMENTS = {
    **dict.fromkeys(("U4", "U5", "U6", "A3", "A5"), SettingKind.FOSTER_HOME.value),
    **dict.fromkeys(("U1", "U2", "U3"), SettingKind.KINSHIP.value),
    "K2": SettingKind.CHILDRENS_HOME.value,
    "H5": SettingKind.SUPPORTED_ACCOMMODATION.value,
    "P1": SettingKind.FAMILY_HOME.value,
    **dict.fromkeys(("K1", "R5"), SettingKind.SECURE.value),
    "R3": SettingKind.MOTHER_AND_BABY.value,
    **dict.fromkeys(
        ("Z1", "A4", "A6", "P2", "P3", "R1", "R2", "S1", "T0", "T1", "T2", "T3", "T4"), SettingKind.OTHER.value
    ),
}
"""By the codes of the return on looked-after children."""
REFERRAL_SOURCES = values(cin_codes.REFERRAL_SOURCES)
CLOSURE_REASONS = values(cin_codes.CLOSURE_REASONS)
PRIMARY_NEEDS = same("N0 N1 N2 N3 N4 N5 N6 N7 N8 N9")

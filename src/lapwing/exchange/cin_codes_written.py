"""The codes of the children in need census for what the record tables say; where it has none, its code for other."""

from __future__ import annotations

from lapwing.exchange.cin_codes import CLOSURE_REASONS, FACTORS, REFERRAL_SOURCES
from lapwing.vocabulary.codes import ConcernKind, Sex
from lapwing.vocabulary.work_codes import ClosureReason, ReferralSource

SEX_LETTERS: dict[str, str] = {Sex.FEMALE: "F", Sex.MALE: "M", Sex.UNKNOWN: "U"}
SEX_NUMBERS: dict[str, str] = {Sex.FEMALE: "2", Sex.MALE: "1", Sex.UNKNOWN: "0"}

# The first code of the census that reads as each of ours.
REFERRAL_CODES: dict[str, str] = {source: code for code, source in reversed(REFERRAL_SOURCES.items())}
REFERRAL_CODES[ReferralSource.MIDWIFERY] = "3F"

CLOSURE_CODES: dict[str, str] = {reason: code for code, reason in reversed(CLOSURE_REASONS.items())}
CLOSURE_CODES[ClosureReason.CONCERNS_RESOLVED] = "RC7"

FACTOR_CODES: dict[str, str] = {factor.kind: code for code, factor in reversed(FACTORS.items())}
FACTOR_CODES |= {
    ConcernKind.DOMESTIC_ABUSE: "3B",
    ConcernKind.CHILD_DISABILITY: "6A",
    ConcernKind.PRIVATE_FOSTERING: "8F",
    ConcernKind.PHYSICAL_ABUSE: "18C",
    ConcernKind.SEXUAL_ABUSE: "19C",
    ConcernKind.OTHER: "20",
}

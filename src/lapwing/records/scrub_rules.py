"""What a copy to share does with each column: what takes the place of what it says, or why it may stay."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, unique

from lapwing.exchange.cin_codes import CATEGORIES_OF_ABUSE, DISABILITIES, ETHNICITIES, PRIMARY_NEEDS
from lapwing.vocabulary.tables import Column, Kind


@unique
class Fake(Enum):
    """What takes the place of what a column says."""

    KEY = "another key, the same wherever the row is named"
    DAY = "the day moved by the same number of weeks as everything of the family"
    GIVEN_NAME = "an invented name of the same sex"
    FAMILY_NAME = "an invented name, the same for all of the family who had the same"
    FULL_NAME = "an invented name"
    NHS_NUMBER = "a valid number of the synthetic range"
    AUTHORITY_NUMBER = "an invented number of the authority"
    PUPIL_NUMBER = "an invented pupil number"
    ADDRESS = "an invented address"
    POSTCODE = "an invented postcode"
    SERVICE = "what kind of service it is, and a number"
    AREA = "Area, and a number"
    TEAM = "Team, and a number"
    WORDS = "the same sentence everywhere"


@dataclass(frozen=True)
class Scrubbed:
    """The column says something invented in place of what it said."""

    by: Fake


@dataclass(frozen=True)
class Allowed:
    """The column stays as it is where it says one of the codes that `only` fits, and why it may; anything else is scrubbed."""

    why: str
    only: re.Pattern[str] | None = None


Rule = Scrubbed | Allowed

SENTENCE = "Written in the record."
"""What stands in the place of everything that people wrote."""


def _codes(*codes: str) -> re.Pattern[str]:
    either = "|".join(map(re.escape, codes))
    return re.compile(rf"^(?:{either})(?: (?:{either}))*$")


WORDS = Scrubbed(Fake.WORDS)
_CENTILE = r"[0-9]{1,2}(?:\.[0-9]{1,2})?(?:st|nd|rd|th)?"

TEXTS: dict[str, Rule] = {
    "accommodation.reason": WORDS,
    "action.declined_next": WORDS,
    "action.intended_effect": WORDS,
    "action.says": WORDS,
    "address.address": Scrubbed(Fake.ADDRESS),
    "address.postcode": Scrubbed(Fake.POSTCODE),
    "advice.agreed": WORDS,
    "advice.understood": WORDS,
    "agency.area": Scrubbed(Fake.AREA),
    "agency.name": Scrubbed(Fake.SERVICE),
    "analysis.conclusion": WORDS,
    "analysis.finding": WORDS,
    "analysis.not_explored_reason": WORDS,
    "appointment.response": WORDS,
    "assessment.stopped_reason": WORDS,
    "attendance.absent_reason": WORDS,
    "child.authority_child_id": Scrubbed(Fake.AUTHORITY_NUMBER),
    "child.upn": Scrubbed(Fake.PUPIL_NUMBER),
    "concern.ended_reason": WORDS,
    "concern.no_action_reason": WORDS,
    "concern.note": WORDS,
    "concern_review.remains": WORDS,
    "contact.note": WORDS,
    "contribution.not_obtained_reason": WORDS,
    "decision.authority": WORDS,
    "decision.childs_view": WORDS,
    "decision.consulted": WORDS,
    "decision.contingency": WORDS,
    "decision.harms": WORDS,
    "decision.options": WORDS,
    "decision.protective_factors": WORDS,
    "decision.reasons": WORDS,
    "disagreement.about": WORDS,
    "disagreement.outcome": WORDS,
    "disagreement_stage.interim_safety": WORDS,
    "disagreement_stage.says": WORDS,
    "exception.check": Allowed("the code of a check", re.compile(r"^[a-z0-9_.-]+$")),
    "exception.says": WORDS,
    "hand_over.declined_reason": WORDS,
    "housing_approach.outcome": WORDS,
    "information_share.reason": WORDS,
    "information_share.what": WORDS,
    "involvement.team": Scrubbed(Fake.TEAM),
    "legal_status.evidence": WORDS,
    "measurement.centile_space": Allowed("a place on a chart", re.compile(rf"^{_CENTILE}(?: ?(?:-|to) ?{_CENTILE})?$")),
    "measurement.response": WORDS,
    "measurement.unit": Allowed("a unit", _codes("g", "kg", "lb", "cm")),
    "meeting.chair_statement": WORDS,
    "meeting.proceed_reason": WORDS,
    "meeting.unfinished_actions_reason": WORDS,
    "milestone.not_needed_reason": WORDS,
    "missing_episode.interview_reason": WORDS,
    "observation.says": WORDS,
    "person.disabilities": Allowed("codes of the census, each shared by many", _codes(*DISABILITIES)),
    "person.ethnicity": Allowed("a code of the census, shared by many", _codes(*ETHNICITIES)),
    "person.family_name": Scrubbed(Fake.FAMILY_NAME),
    "person.given_name": Scrubbed(Fake.GIVEN_NAME),
    "person.language": WORDS,
    "person.nhs_number": Scrubbed(Fake.NHS_NUMBER),
    "plan.initial_category": Allowed("a code of the census, shared by many", _codes(*CATEGORIES_OF_ABUSE)),
    "plan.latest_category": Allowed("a code of the census, shared by many", _codes(*CATEGORIES_OF_ABUSE)),
    "practitioner.name": Scrubbed(Fake.FULL_NAME),
    "practitioner.team": Scrubbed(Fake.TEAM),
    "pregnancy.booked_with": WORDS,
    "referral.decision_reasons": WORDS,
    "referral.primary_need": Allowed("a code of the census, shared by many", _codes(*PRIMARY_NEEDS)),
    "relationship.contact_safety_reason": WORDS,
    "relationship.role_in_family": WORDS,
    "review_line.says": WORDS,
    "rights.says": WORDS,
}
"""Every column of text, by `table.column`; `source_system`, which every table has, stands apart."""

SOURCE = Allowed("the name of a kind of system or format", None)

KINDS: dict[Kind, Rule] = {
    Kind.IDENTIFIER: Scrubbed(Fake.KEY),
    Kind.DATE: Scrubbed(Fake.DAY),
    Kind.MOMENT: Scrubbed(Fake.DAY),
    Kind.CODE: Allowed("a code of a closed list, shared by many"),
    Kind.YES_NO: Allowed("yes or no"),
    Kind.WHOLE: Allowed("a count or a place in an order"),
    Kind.NUMBER: Allowed("an amount, such as a weight, which names nobody"),
}
"""What holds for every column of a kind that is not text."""


def rule_of(table: str, column: Column) -> Rule:
    """What a copy does with a column.

    KeyError names a column of text that nobody has decided about yet: it has to be added to TEXTS.
    """
    if column.kind is not Kind.TEXT:
        return KINDS[column.kind]
    return SOURCE if column.name == "source_system" else TEXTS[f"{table}.{column.name}"]

"""Codes of the tables of the Board that several of them use."""

from __future__ import annotations

from lapwing.vocabulary.tables import Codes


class TaskKind(Codes):
    """For what a named person is given a named child's record to read."""

    AUDIT = "audit", "An audit"
    SCRUTINY = "scrutiny", "A scrutiny task"
    INSPECTION = "inspection", "An inspection"


class ArisesFrom(Codes):
    """What something that is to be done, or learned, came out of."""

    REVIEW = "review", "A case review"
    AUDIT = "audit", "An audit"
    CHALLENGE = "challenge", "A challenge"
    MEASURE = "measure", "A measure"
    REGISTER = "register", "A gap in a register"
    SELF_ASSESSMENT = "self_assessment", "A self-assessment"
    SCRUTINY = "scrutiny", "Independent scrutiny"

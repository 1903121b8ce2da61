"""The record tables: the one contract between sources, the database, the simulator and the engine.

Every row has a key, and may stand in several versions told apart by `recorded_at`: the latest one recorded
by the day in question is the one that was known.
"""

from __future__ import annotations

from lapwing.vocabulary.records.concerns import (
    analysis,
    assessment,
    concern,
    contact,
    contribution,
    decision,
    referral,
    serious_incident,
)
from lapwing.vocabulary.records.health import advice, appointment, hand_over, measurement, observation
from lapwing.vocabulary.records.people import (
    address,
    agency,
    child,
    expected_date,
    involvement,
    other_name,
    person,
    practitioner,
    pregnancy,
    relationship,
)
from lapwing.vocabulary.records.planning import (
    action,
    attendance,
    concern_review,
    meeting,
    milestone,
    plan,
    review_line,
)
from lapwing.vocabulary.records.responsibility import (
    disagreement,
    disagreement_stage,
    exception,
    information_share,
)
from lapwing.vocabulary.records.young_people import (
    accommodation,
    housing_approach,
    legal_status,
    missing_episode,
    rights,
)
from lapwing.vocabulary.tables import Table

__all__ = [
    "TABLES",
    "accommodation",
    "action",
    "address",
    "advice",
    "agency",
    "analysis",
    "appointment",
    "assessment",
    "attendance",
    "child",
    "concern",
    "concern_review",
    "contact",
    "contribution",
    "decision",
    "disagreement",
    "disagreement_stage",
    "exception",
    "expected_date",
    "hand_over",
    "housing_approach",
    "information_share",
    "involvement",
    "legal_status",
    "measurement",
    "meeting",
    "milestone",
    "missing_episode",
    "observation",
    "other_name",
    "person",
    "plan",
    "practitioner",
    "pregnancy",
    "referral",
    "relationship",
    "review_line",
    "rights",
    "serious_incident",
]

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        agency, practitioner, person, address, other_name, pregnancy, expected_date, child, relationship, involvement,
        contact, concern, referral, decision, assessment, contribution, analysis, serious_incident,
        meeting, attendance, concern_review, review_line, plan, milestone, action,
        observation, measurement, appointment, advice, hand_over,
        missing_episode, legal_status, accommodation, rights, housing_approach,
        information_share, disagreement, disagreement_stage, exception,
    )
}  # fmt: skip
"""Every record table by name, in the order in which a reader would meet them."""

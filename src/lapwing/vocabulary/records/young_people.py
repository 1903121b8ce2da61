"""Record tables: missing episodes, standing in law, where a child lives or is held, and housing."""

from __future__ import annotations

from lapwing.vocabulary import care_codes
from lapwing.vocabulary.tables import ABOUT_CHILD, ahead, code, happened, key, refers, table, text, yes_no

missing_episode = table(
    "missing_episode",
    "A time a child was missing, and the return interview.",
    key("missing_episode_id", "The episode."),
    refers("child", "The child.", required=True),
    happened("missing_from_on", "Day the child went missing."),
    happened("returned_on", "Day the child came back."),
    happened("interview_offered_on", "Day a return interview was offered."),
    happened("interview_held_on", "Day it was held."),
    code("interview_outcome", care_codes.InterviewOutcome, "What came of it.", known_on="returned_on"),
    text("interview_reason", "Why it was not held."),
    yes_no("interview_independent", "Whether the interviewer does not care for the child."),
    happened("interview_used_on", "Day its findings were brought into assessment or plan."),
    on="missing_from_on",
)

legal_status = table(
    "legal_status",
    "A child's standing in law, for a time.",
    key("legal_status_id", "The status."),
    refers("child", "The child.", required=True),
    code("kind", care_codes.LegalStatusKind, "The status.", required=True),
    happened("started_on", "Day it began."),
    happened("ended_on", "Day it ended."),
    text("evidence", "What shows it."),
    happened("verified_on", "Day somebody last checked it."),
    refers("practitioner", "Who checked it.", name="verified_by"),
    on="started_on",
)

accommodation = table(
    "accommodation",
    "Where a child lives, stays or is held, for a time.",
    key("accommodation_id", "The stay."),
    refers("child", "The child.", required=True),
    code("kind", care_codes.SettingKind, "What it is.", required=True),
    happened("started_on", "First day."),
    happened("ended_on", "Last day."),
    yes_no("out_of_area", "Whether it lies outside the responsible area."),
    text("reason", "Why this place."),
    ahead("move_planned_on", "Day a move is planned for."),
    on="started_on",
)

rights = table(
    "rights",
    "Something a young person was told, offered or asked.",
    key("rights_id", "The entry."),
    refers("child", "The young person.", required=True),
    code("kind", care_codes.RightsKind, "What.", required=True),
    happened("happened_on", "Day."),
    refers("decision", "The decision at hand, for capacity or competence."),
    text("says", "What was said or found."),
    on="happened_on",
)

housing_approach = table(
    "housing_approach",
    "A family's approach to a housing authority, and what became of it.",
    key("housing_approach_id", "The approach."),
    *ABOUT_CHILD,
    refers("person", "Who approached."),
    happened("approached_on", "Day."),
    code("finding", care_codes.HousingFinding, "What the authority has found."),
    happened("found_on", "Day it found so."),
    happened("consent_asked_on", "Day consent to tell social care was asked."),
    yes_no("consent_given", "Whether it was given."),
    happened("social_care_told_on", "Day social care was told."),
    happened("social_care_decided_on", "Day social care decided what to do."),
    code("sleeping_at", care_codes.SettingKind, "Where the family sleeps meanwhile."),
    yes_no("out_of_area", "Whether that lies outside the area."),
    happened("closed_on", "Day housing closed it."),
    text("outcome", "How it ended.", known_on="closed_on"),
    on="approached_on",
)

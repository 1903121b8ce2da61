"""The yearly self-assessment of each agency by the standards for its own safeguarding (section 11, Children Act 2004)."""

from __future__ import annotations

from lapwing.vocabulary.board.columns import account
from lapwing.vocabulary.tables import ahead, happened, key, refers, table, text, whole

self_assessment = table(
    "self_assessment",
    "A round in which every agency assesses itself by the same standards.",
    key("self_assessment_id", "The round."),
    text("title", "What the round is called, such as its year."),
    happened("opened_on", "Day it was opened."),
    ahead("due_on", "By when each agency is to have sent its answers."),
)

agency_return = table(
    "agency_return",
    "One agency's answers in a round.",
    key("agency_return_id", "The agency's return."),
    refers("self_assessment", "The round.", required=True),
    refers("agency", "Whose answers.", required=True),
    happened("submitted_on", "Day they were sent; empty while they are being written."),
    account("submitted_account_id", "Who sent them."),
)

standard_answer = table(
    "standard_answer",
    "What an agency says of itself by one standard, and how others scored it.",
    key("standard_answer_id", "The answer."),
    refers("agency_return", "In which return.", required=True),
    text("standard", "Which standard, by its code."),
    whole("score", "The agency's own score, 0 to 3."),
    text("evidence", "What shows it, and where that is found."),
    text("planned", "What is planned."),
    whole("moderated_score", "The score after moderation, 0 to 3; empty where nobody moderated it."),
    text("moderated_reason", "Why the moderated score is what it is."),
    happened("moderated_on", "Day it was moderated."),
)

KEPT = (self_assessment, agency_return, standard_answer)

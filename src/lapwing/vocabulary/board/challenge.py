"""The mechanism for challenge: who is reached at each agency and stage, whether they answer, and what staff say of it."""

from __future__ import annotations

from lapwing.vocabulary.board.columns import account
from lapwing.vocabulary.tables import Codes, ahead, code, happened, key, refers, table, text, whole


class ContactPart(Codes):
    """In which part somebody stands in the roster for challenge."""

    LEAD = "lead", "Lead"
    DEPUTY = "deputy", "Deputy"


class Stage(Codes):
    """A stage of the area's policy on challenge; an area has as many of them as its settings say."""

    FIRST = "1", "Stage 1"
    SECOND = "2", "Stage 2"
    THIRD = "3", "Stage 3"
    FOURTH = "4", "Stage 4"
    FIFTH = "5", "Stage 5"
    SIXTH = "6", "Stage 6"


class PulseAnswer(Codes):
    """An answer to a question of the staff pulse."""

    YES = "yes", "Yes"
    PARTLY = "partly", "Partly"
    NO = "no", "No"
    NO_OCCASION = "no_occasion", "There was no occasion"


challenge_contact = table(
    "challenge_contact",
    "That somebody is reached for an agency at a stage of challenge, as its lead or deputy.",
    key("challenge_contact_id", "The place in the roster."),
    refers("agency", "For which agency.", required=True),
    whole("stage", "The stage of the area's policy, from 1."),
    code("part", ContactPart, "As lead or as deputy.", required=True),
    account("contact_account_id", "Who is reached.", required=True),
    happened("begins_on", "Day from which they are."),
    ahead("until_on", "The last day, where it is known beforehand."),
    happened("ended_on", "Day on which their place ended; empty while it holds."),
)

roster_test = table(
    "roster_test",
    "A message to everybody in the roster for challenge, to see who answers.",
    key("roster_test_id", "The test."),
    happened("sent_on", "Day it was sent."),
    ahead("answer_by", "The last day for an answer."),
)

roster_answer = table(
    "roster_answer",
    "One place in the roster under a test: asked, and answered or not.",
    key("roster_answer_id", "The question to one place."),
    refers("roster_test", "The test.", required=True),
    refers("challenge_contact", "The place in the roster.", required=True),
    happened("answered_on", "Day of the answer; empty while there is none."),
)

staff_pulse = table(
    "staff_pulse",
    "A round of short questions to staff about challenge. What anybody answers is kept nowhere among these tables.",
    key("staff_pulse_id", "The round."),
    text("title", "What the round is called."),
    happened("opened_on", "Day from which it can be answered."),
    ahead("closes_on", "The last day on which it can be answered."),
)

good_practice = table(
    "good_practice",
    "Challenge that was done or received well, told so that others can do likewise; it names nobody.",
    key("good_practice_id", "The example."),
    text("says", "What was done well, without anybody's name and so that no family can be recognised."),
    text("learning", "What others can take from it."),
    happened("noted_on", "Day it was noted."),
)

KEPT = (challenge_contact, roster_test, roster_answer, staff_pulse, good_practice)

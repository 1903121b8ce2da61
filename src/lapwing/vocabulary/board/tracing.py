"""Hand-overs that are traced from end to end: a few at a time, drawn from a seed, each by somebody who is given the record."""

from __future__ import annotations

from lapwing.vocabulary.board.columns import account
from lapwing.vocabulary.tables import Codes, ahead, code, happened, key, refers, table, text, whole


class Traced(Codes):
    """What somebody found who traced a hand-over, of one of its steps."""

    YES = "yes", "Yes"
    NO = "no", "No"
    CANNOT_TELL = "cannot_tell", "Cannot be told"


class LostAt(Codes):
    """Where a hand-over was lost."""

    NOWHERE = "nowhere", "Nowhere: the new service saw the family"
    BEFORE_SENDING = "before_sending", "Before it was sent"
    ON_THE_WAY = "on_the_way", "Between sending and arriving"
    NOT_ACCEPTED = "not_accepted", "It arrived, and nobody accepted it"
    BEFORE_CONTACT = "before_contact", "It was accepted, and nobody saw the family"
    CANNOT_TELL = "cannot_tell", "Cannot be told"


class FamilySaid(Codes):
    """What the family said of the hand-over."""

    WELL = "well", "They knew who was coming, and it went well for them"
    PARTLY = "partly", "Something of it was not well for them"
    BADLY = "badly", "They were left without anybody, or had to begin again"
    NOT_ASKED = "not_asked", "They were not asked, or could not be reached"


tracing_round = table(
    "tracing_round",
    "A round in which a few hand-overs are traced from end to end.",
    key("tracing_round_id", "The round."),
    happened("drawn_on", "Day on which they were drawn."),
    happened("sent_since", "The hand-overs drawn from were sent from this day on."),
    whole("seed", "The number from which they were drawn; with the same hand-overs it gives the same ones again."),
    ahead("due_on", "By when they are to be traced."),
)

traced_case = table(
    "traced_case",
    "A hand-over that is traced, by its number in the round; whose it is, only whoever traces it sees.",
    key("traced_case_id", "The case."),
    refers("tracing_round", "The round.", required=True),
    whole("number", "Its number in the round."),
    refers("hand_over", "The hand-over.", required=True),
    refers("child", "Whose.", required=True),
    account("tracer_account_id", "Who traces it."),
    refers("given_case", "By which giving they read the record."),
    code("sent", Traced, "Whether it was sent, with what it has to say."),
    code("arrived", Traced, "Whether it arrived."),
    code("accepted_by_name", Traced, "Whether somebody accepted it by name."),
    code("first_contact", Traced, "Whether the new service saw the family."),
    code("lost_at", LostAt, "Where it was lost."),
    code("family_said", FamilySaid, "What the family said."),
    happened("traced_on", "Day it was traced."),
    happened("set_aside_on", "Day it was set aside for another case."),
    text("set_aside_reason", "Why, naming nobody."),
)

KEPT = (tracing_round, traced_case)

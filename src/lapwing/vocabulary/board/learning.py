"""Tables of learning: what was learned, how practice is to be looked at for it, how it is told, and to what effect.

None of them names anybody of a family: what a review, an audit or a challenge says of a child stays there.
"""

from __future__ import annotations

from lapwing.vocabulary.board.codes import ArisesFrom
from lapwing.vocabulary.board.columns import account
from lapwing.vocabulary.tables import Codes, ahead, code, happened, key, refers, table, text, whole


class CheckedBy(Codes):
    """By what it is seen whether practice has changed."""

    MEASURE = "measure", "A measure, then and now"
    AUDIT = "audit", "An audit that is done again"


class Effect(Codes):
    """What people make of a practice check."""

    WORKED = "worked", "It worked"
    DID_NOT = "did_not", "It did not work"
    TOO_EARLY = "too_early", "It is too early to say"


learning_item = table(
    "learning_item",
    "Something that the partnership has learned, from where, and for which lessons of the report; it names nobody.",
    key("learning_item_id", "The item."),
    text("title", "What it is called."),
    text("learned", "What was learned."),
    code("arises_from", ArisesFrom, "What it came out of.", required=True),
    text("arises_from_key", "Which one: the key of the audit round, or the code of the measure; of a challenge, none."),
    text("source_title", "What the source is called: the title of the review, or the theme of the challenge."),
    text("source_says", "What the source says: the recommendation, or the finding."),
    text("lessons", "The lessons of the report that it belongs to, with a comma between two (B31.1, P31.2)."),
    happened("begun_on", "Day it was taken up."),
    happened("set_aside_on", "Day it was given up without an effect that is known."),
    text("set_aside_reason", "Why it was given up."),
)

practice_check = table(
    "practice_check",
    "How practice is looked at again for one item, chosen before anything is done: by what, when, and how it stood then.",
    key("practice_check_id", "The check."),
    refers("learning_item", "The item.", required=True),
    whole("number", "Which round of the item it belongs to, from 1."),
    code("checked_by", CheckedBy, "By what it is seen.", required=True),
    text("measure", "The code of the measure."),
    refers("audit_round", "The audit that is to be done again."),
    ahead("due_on", "When practice is to be looked at again."),
    happened("chosen_on", "Day it was chosen."),
    text("start_says", "How it stood on that day, as it was told then."),
    whole("start_met", "Of how many it held then, where that was told."),
    whole("start_of", "Of how many in all."),
    happened("start_since_on", "First day of the period that was looked at then."),
    happened("start_until_on", "Last day of it."),
)

learning_effect = table(
    "learning_effect",
    "What somebody says came of an item, and how it is known: one statement, never changed.",
    key("learning_effect_id", "The statement."),
    refers("practice_check", "The practice check that it rests on.", required=True),
    code("effect", Effect, "What came of it.", required=True),
    text("how_known", "How it is known."),
    text("then_and_now", "What was told of then and of that day, as it was told."),
    happened("said_on", "Day it was said."),
)

briefing = table(
    "briefing",
    "One page that tells people what was learned and what to do differently; it names nobody.",
    key("briefing_id", "The briefing."),
    refers("learning_item", "The item that it tells of.", required=True),
    text("title", "What it is called."),
    text("happened", "What happened, without anybody who could be recognised."),
    text("matters", "Why it matters."),
    text("report_says", "What the report says of it; where it is empty, the lessons of the item are told."),
    text("differently", "What to do differently, a line each."),
    text("questions", "Questions for a team, a line each."),
    text("more", "Where more is found, a line each."),
    happened("written_on", "Day it was first written."),
)

briefing_sent = table(
    "briefing_sent",
    "That a briefing was sent to somebody who works here, and what they say they did with it.",
    key("briefing_sent_id", "The sending."),
    refers("briefing", "The briefing.", required=True),
    account("to_account_id", "To whom.", required=True),
    refers("agency", "The agency that they worked at then.", name="to_agency_id"),
    whole("edition", "Which version of the briefing stood then."),
    happened("sent_on", "Day it was sent."),
    happened("opened_on", "Day they first opened it."),
    happened("read_on", "Day they said that they had read it and talked about it with their team."),
    happened("discussed_on", "Day on which a manager says that their team talked about it."),
    happened("reminded_on", "Day they were last reminded."),
)

KEPT = (learning_item, practice_check, learning_effect, briefing, briefing_sent)

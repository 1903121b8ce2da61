"""Tables of the Board: who was given which children to read, what people say of figures, and what is to be done."""

from __future__ import annotations

from lapwing.vocabulary.board.codes import ArisesFrom, TaskKind
from lapwing.vocabulary.board.columns import account
from lapwing.vocabulary.tables import ahead, code, happened, key, refers, table, text

given_case = table(
    "given_case",
    "That a named person may read a named child's record, for an audit or a scrutiny task and until a day.",
    key("given_case_id", "The giving."),
    account("reader_account_id", "Who may read.", required=True),
    refers("child", "Whose record.", required=True),
    code("task", TaskKind, "For what.", required=True),
    text("reason", "Why this person needs this child's record."),
    ahead("until_on", "The last day on which it may be read."),
    happened("ended_on", "Day it was taken back; empty while it holds."),
)

commentary = table(
    "commentary",
    "What somebody says of a figure or a key finding, with the day: what may lie behind it, and what was asked.",
    key("commentary_id", "The comment."),
    text("about", "The key finding (K4) or the measure (parents.father_identified) that it is about."),
    text("says", "The comment."),
    happened("said_on", "Day it was written."),
)

board_review = table(
    "board_review",
    "That the Board looked at something that it has to look at once in a while, with what it decided.",
    key("board_review_id", "The review."),
    text("about", "The lesson (B31.1) or the register that was looked at."),
    happened("reviewed_on", "Day of the meeting."),
    text("decision", "What was decided."),
    text("minute", "Where the minute is found."),
    ahead("next_on", "When it is to be looked at again."),
)

board_action = table(
    "board_action",
    "Something that somebody is to do for the partnership, not for one child.",
    key("board_action_id", "The action."),
    text("says", "What is to be done."),
    code("arises_from", ArisesFrom, "What it came out of."),
    text(
        "arises_from_key",
        "Which one: the key of the audit round, the register entry or the lesson learned, or a measure's code.",
    ),
    refers("learning_item", "The item of learning that it belongs to, where there is one."),
    text("lesson", "The lesson of the report that it serves (B31.2)."),
    account("owner_account_id", "Who is to see to it."),
    refers("agency", "The agency that is to see to it.", name="owner_agency_id"),
    ahead("due_on", "By when."),
    happened("given_on", "Day it was given."),
    happened("accepted_on", "Day its owner said yes to it."),
    happened("handed_back_on", "Day its owner handed it back; empty once somebody else has it."),
    text("handed_back_reason", "Why it was handed back."),
    happened("done_on", "Day it was done."),
    text("evidence", "What shows that it was done, and what it changed."),
    happened("dropped_on", "Day it was given up."),
    text("dropped_reason", "Why it was given up."),
)

KEPT = (given_case, commentary, board_review, board_action)

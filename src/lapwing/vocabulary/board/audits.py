"""Tables of case audits: tools with their questions, rounds, cases, who marks them, what they say, and what was found.

Whatever is said of one case names the child, and is read only by those who were given that child's record. A round, its
tool and its findings name nobody.
"""

from __future__ import annotations

from lapwing.vocabulary.board import audit_codes as codes
from lapwing.vocabulary.board.columns import account
from lapwing.vocabulary.tables import ahead, code, happened, key, refers, table, text, whole, yes_no

audit_tool = table(
    "audit_tool",
    "A set of questions by which cases are audited: one version of it, which never changes.",
    key("audit_tool_id", "The tool."),
    text("title", "What it is called."),
    text("edition", "Which version it is."),
    text("lesson", "The lesson of the report that it serves (B17.1)."),
    text("purpose", "What it is for, in a sentence or two."),
    text("grades", "Its grades, a line each, the best first."),
    text("good_enough", "The lowest of these grades that counts as good."),
    text("population", "From whom its cases are drawn, unless a round says otherwise: a measure, or older_children."),
    code("cohort", codes.Cohort, "Which of those whom the measure looks at."),
    yes_no("not_own_team", "Whether nobody marks a case that their own team works or worked with."),
    text("shipped", "The file of Lapwing's that it was made from; empty where the area wrote it."),
    refers("audit_tool", "The version that came before it.", name="follows_audit_tool_id"),
    happened("entered_on", "Day it was brought in."),
)

audit_question = table(
    "audit_question",
    "A question of an audit tool.",
    key("audit_question_id", "The question."),
    refers("audit_tool", "The tool.", required=True),
    whole("number", "Its number there."),
    text("asks", "The question."),
    text("guidance", "What to look for."),
    text("source", "Where the guidance comes from: a paragraph, a standard, an agency's procedure."),
    code("answered_by", codes.AnsweredBy, "How it is answered.", required=True),
    code("asked_of", codes.AskedOf, "Who answers it.", required=True),
    yes_no("about_challenge", "Whether it asks if somebody should have challenged what was done."),
)

audit_round = table(
    "audit_round",
    "One audit of some cases by one tool.",
    key("audit_round_id", "The round."),
    refers("audit_tool", "By which tool.", required=True),
    text("title", "What it is called."),
    text("lesson", "The lesson of the report that it serves (B17.1)."),
    text("reason", "Why this audit, and why now."),
    code("method", codes.SampleMethod, "How its cases are found.", required=True),
    text("population", "From whom they are drawn: a measure's code, or older_children."),
    code("cohort", codes.Cohort, "Which of those whom the measure looks at."),
    ahead("since_on", "First day of the period that is looked at."),
    ahead("until_on", "Last day of it."),
    code("strata", codes.Strata, "Within which groups they are drawn, where they are."),
    whole("size", "How many cases."),
    whole("share_doubly_marked", "Of how many in a hundred a second auditor marks every part."),
    account("led_by_account_id", "Who leads it."),
    ahead("due_on", "By when every part is to be in."),
    refers("audit_round", "The round that it repeats.", name="repeats_audit_round_id"),
    happened("opened_on", "Day it was begun."),
    whole("seed", "The number from which its sample was drawn."),
    whole("population_size", "How many children could be drawn, rounded as small numbers are kept back."),
    text(
        "population_digest", "A sign of exactly whom: the same children give the same sign, and nobody is found by it."
    ),
    happened("drawn_on", "Day the sample was drawn."),
    happened("closed_on", "Day it was closed."),
    text("follows", "What follows from it."),
)

audit_case = table(
    "audit_case",
    "A child's case in an audit round, under a number.",
    key("audit_case_id", "The case."),
    refers("audit_round", "The round.", required=True),
    refers("child", "Whose case.", required=True),
    whole("number", "Its number in the round; empty while it is in reserve."),
    whole("place", "Its place in the draw; empty where it was named."),
    code("how_found", codes.HowFound, "How it came into the round.", required=True),
    text("stratum", "The group within which it was drawn."),
    text("reason", "Why it was named."),
    happened("withdrawn_on", "Day it was left out."),
    code("withdrawn_because", codes.WithdrawnBecause, "Why it was left out."),
)

audit_part = table(
    "audit_part",
    "What one auditor does with one case: marks an agency's part or all together, a second time, or moderates.",
    key("audit_part_id", "The part."),
    refers("audit_case", "The case.", required=True),
    refers("child", "Whose case.", required=True),
    code("kind", codes.PartKind, "What the auditor does.", required=True),
    refers("agency", "Whose part of the work is marked; empty for what all did together."),
    account("auditor_account_id", "The auditor.", required=True),
    refers("given_case", "By which the auditor may read the record."),
    ahead("due_on", "By when."),
    happened("submitted_on", "Day it was handed in; nothing in it changes after."),
)

audit_judgement = table(
    "audit_judgement",
    "What an auditor says to one question, of one part of one case.",
    key("audit_judgement_id", "The judgement."),
    refers("audit_part", "The part.", required=True),
    refers("child", "Whose case.", required=True),
    refers("audit_question", "The question.", required=True),
    text("answer", "The grade; or yes, partly, no; or that the record does not show it."),
    text("words", "Why, or the answer in words."),
)

audit_moderation = table(
    "audit_moderation",
    "The answer that stands where two auditors differed.",
    key("audit_moderation_id", "The moderation."),
    refers("audit_case", "The case.", required=True),
    refers("child", "Whose case.", required=True),
    refers("audit_question", "The question.", required=True),
    refers("agency", "Of which agency's part; empty for what all did together."),
    text("answer", "The answer that stands."),
    text("reason", "Why."),
    account("moderated_by_account_id", "Who moderated; they marked neither."),
    happened("moderated_on", "Day it was settled."),
)

audit_view = table(
    "audit_view",
    "What a parent, a carer or the young person says of the work, or why they were not asked.",
    key("audit_view_id", "The view."),
    refers("audit_case", "The case.", required=True),
    refers("child", "Whose case.", required=True),
    code("of_whom", codes.Viewpoint, "Whose view.", required=True),
    code("how_asked", codes.HowAsked, "How they were asked."),
    text("says", "What they said, in their own words where one can."),
    code("not_asked_because", codes.NotAskedBecause, "Why they were not asked, or said nothing."),
    happened("asked_on", "Day they were asked, or it was decided not to ask."),
)

audit_finding = table(
    "audit_finding",
    "What an audit round found, in words that name nobody and may go out as learning.",
    key("audit_finding_id", "The finding."),
    refers("audit_round", "The round.", required=True),
    code("kind", codes.FindingKind, "What it tells of.", required=True),
    text("says", "What was found."),
    happened("found_on", "Day it was written."),
)

KEPT = (
    audit_tool,
    audit_question,
    audit_round,
    audit_case,
    audit_part,
    audit_judgement,
    audit_moderation,
    audit_view,
    audit_finding,
)

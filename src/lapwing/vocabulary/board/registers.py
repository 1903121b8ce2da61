"""Registers of the Board: policies in force, materials for parents, advice to parents, and the ages that agencies serve."""

from __future__ import annotations

from lapwing.vocabulary.board import register_codes as codes
from lapwing.vocabulary.board.columns import account
from lapwing.vocabulary.care_codes import AdviceTopic
from lapwing.vocabulary.tables import ahead, code, happened, key, refers, table, text, whole, yes_no

WITHDRAWN = happened("withdrawn_on", "Day from which it is no longer used; empty while it is.")
WHOLE_AREA = "Where in the area; empty where it is for the whole of it."

policy = table(
    "policy",
    "A policy, standard, template or protocol of the partnership, in one version.",
    key("policy_id", "The version of the policy."),
    code("kind", codes.PolicyKind, "What it is about.", required=True),
    text("name", "What it is called."),
    text("edition", "Which edition it is, as it is marked."),
    text("parties", "Whose policy it is: the agencies that agreed it."),
    account("keeper_account_id", "Who sees that it stays right."),
    refers("agency", "The agency that it belongs to; empty where it is the partnership's.", name="owner_agency_id"),
    ahead("in_force_on", "Day from which it is in force."),
    ahead("review_on", "By when it is to be reviewed."),
    text("published", "Where it is published."),
    text("signed_off_by", "Who signed it off: a meeting, or somebody in their post."),
    happened("signed_off_on", "Day it was signed off."),
    refers("policy", "The version that came in its place.", name="replaced_by_id"),
    WITHDRAWN,
)

system_element = table(
    "system_element",
    "What somebody says of one element of the system that assures the quality of pre-birth assessments.",
    key("system_element_id", "The entry."),
    code("element", codes.SystemElement, "Which element.", required=True),
    code("standing", codes.Standing, "Whether it is there.", required=True),
    text("evidence", "What shows it, and where that is found."),
    happened("said_on", "Day of which it is said."),
)

material = table(
    "material",
    "A material or programme by which parents gain parenting skills.",
    key("material_id", "The material or programme."),
    text("name", "What it is called."),
    text("made_for", "For which parents: codes of `ParentGroup`."),
    text("covers", "What they learn: codes of `SkillTopic`."),
    code("comes_as", codes.MaterialFormat, "How it comes to them."),
    text("languages", "The languages that there are."),
    text("district", WHOLE_AREA),
    text("times", "The place and the times."),
    whole("capacity", "How many parents can take part at once."),
    whole("wait_weeks", "How many weeks a parent waits."),
    text("cost", "What it costs a parent."),
    text("link", "Where more about it is found."),
    text("effect_known", "What is known of its effect, and from where."),
    account("keeper_account_id", "Who sees that the entry stays right."),
    refers("agency", "The agency that offers it.", name="owner_agency_id"),
    WITHDRAWN,
)

material_check = table(
    "material_check",
    "That somebody other than its owner looked whether a material or programme is what the register says.",
    key("material_check_id", "The check."),
    refers("material", "What was looked at.", required=True),
    account("checked_by_account_id", "Who looked.", required=True),
    happened("checked_on", "Day."),
    yes_no("still_offered", "Whether it is still offered."),
    yes_no("link_works", "Whether the link leads to it; empty where there is none."),
    text("criteria", "The criteria by which it was looked at."),
    code("quality", codes.Quality, "How it stands to them."),
    text("found", "What was found."),
)

material_view = table(
    "material_view",
    "What parents said of a material or programme.",
    key("material_view_id", "The view."),
    refers("material", "Of what.", required=True),
    happened("asked_on", "Day on which they were asked, or the last of them."),
    whole("asked", "How many were asked."),
    yes_no("young_parents", "Whether they were young parents."),
    text("says", "What they said."),
)

material_uptake = table(
    "material_uptake",
    "How many parents took a material or programme up over a time.",
    key("material_uptake_id", "The figures."),
    refers("material", "Of what.", required=True),
    happened("since_on", "First day of the time."),
    happened("until_on", "Last day of the time."),
    whole("offered", "To how many parents it was offered."),
    whole("begun", "How many of them began."),
    whole("finished", "How many of those finished."),
    yes_no("kept_private", "Always: its numbers are told by a reading that keeps small ones back."),
)

advice_item = table(
    "advice_item",
    "Advice to parents as an agency gives it, in one version.",
    key("advice_item_id", "The item."),
    refers("agency", "The agency that gives it.", name="owner_agency_id", required=True),
    text("name", "What it is called."),
    text("topics", "What it is about: codes of `AdviceTopic`."),
    text("made_for", "For which parents: codes of `ParentGroup`."),
    text("languages", "The languages that there are."),
    yes_no("easy_read", "Whether there is an Easy Read version."),
    text("edition", "Which edition it is, as it is marked."),
    account("keeper_account_id", "Who sees that it stays right."),
    ahead("review_on", "By when it is to be reviewed."),
    text("wording", "What it says to parents, or the part of it that is about these topics."),
    text("link", "Where it is found."),
    WITHDRAWN,
)

advice_test = table(
    "advice_test",
    "That parents were asked what an item of advice tells them.",
    key("advice_test_id", "The test."),
    refers("advice_item", "Which item.", required=True),
    happened("tested_on", "Day."),
    text("tested_by", "Who asked them."),
    whole("asked", "How many parents were asked."),
    text("says", "What they understood, and what they did not."),
    text("changed", "What was changed because of it."),
)

advice_comparison = table(
    "advice_comparison",
    "That somebody read what the agencies tell parents on a topic side by side.",
    key("advice_comparison_id", "The comparison."),
    code("topic", AdviceTopic, "On which topic.", required=True),
    account("compared_by_account_id", "Who read them."),
    happened("compared_on", "Day."),
    code("result", codes.SameMessage, "Whether the message is the same.", required=True),
    text("differs_in", "In what they differ."),
    text("read", "The items that were read, each with its version."),
)

agency_tool = table(
    "agency_tool",
    "An assessment tool, a threshold or a service of an agency, with the ages that it is for.",
    key("agency_tool_id", "The tool, threshold or service."),
    refers("agency", "Whose it is.", name="owner_agency_id", required=True),
    code("kind", codes.ToolKind, "What it is.", required=True),
    text("name", "What it is called."),
    whole("from_age", "The youngest age that it is for, in years; 0 from birth."),
    whole("to_age", "The last year of age that it is for: 17 where it is for children up to their 18th birthday."),
    text("from_16", "What is different at 16 and 17."),
    yes_no("age_appropriate", "Whether it is made for the age of those whom it meets."),
    text("evidence", "What shows that."),
    whole("wait_weeks", "How many weeks a child waits."),
    happened("reviewed_on", "Day on which the agency last looked at it."),
    WITHDRAWN,
)

tool_return = table(
    "tool_return",
    "That an agency was asked for, or gave, its yearly word on the ages that its tools and services are for.",
    key("tool_return_id", "The return."),
    refers("agency", "Which agency.", name="owner_agency_id", required=True),
    happened("asked_on", "Day on which it was last asked; empty where it said so unasked."),
    happened("returned_on", "Day on which it answered; empty until then."),
    account("returned_by_account_id", "Who answered for it."),
    text("says", "What it says of young people of 16 and 17."),
)

KEPT = (
    policy,
    system_element,
    material,
    material_check,
    material_view,
    material_uptake,
    advice_item,
    advice_test,
    advice_comparison,
    agency_tool,
    tool_return,
)

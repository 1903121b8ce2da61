"""An inspection by an outside body: when it was announced, by when it is to be ready, which cases were chosen, who looked."""

from __future__ import annotations

from lapwing.vocabulary.board.columns import account
from lapwing.vocabulary.tables import Codes, ahead, code, happened, key, refers, table, text, whole


class InspectionKind(Codes):
    """Which inspection it is."""

    JOINT = "joint", "Joint targeted area inspection"
    CHILDRENS_SERVICES = "childrens_services", "Inspection of children's services"
    ONE_AGENCY = "one_agency", "Inspection of one agency"
    OTHER = "other", "Another inspection"


class DoubtDecision(Codes):
    """What becomes of words that may say where or how somebody can be found."""

    TAKE_OUT = "take_out", "Take it out"
    MAY_GO = "may_go", "It may go, for the reason given"


inspection = table(
    "inspection",
    "An inspection that was announced.",
    key("inspection_id", "The inspection."),
    code("kind", InspectionKind, "Which inspection it is.", required=True),
    text("theme", "What it looks at, naming nobody."),
    happened("notified_on", "Day it was announced."),
    ahead("due_on", "By when its bundle is to be ready: so many working days after."),
    account("led_by_account_id", "Who leads the area's part."),
    happened("closed_on", "Day it was closed."),
)

inspection_case = table(
    "inspection_case",
    "A child's case in the bundle of an inspection, under a number.",
    key("inspection_case_id", "The case."),
    refers("inspection", "The inspection.", required=True),
    refers("child", "Whose case.", required=True),
    whole("number", "Its number in the bundle."),
    text("reason", "Why it was chosen, naming nobody."),
    account("chosen_by_account_id", "Who chose it."),
    happened("chosen_on", "Day it was chosen."),
    happened("taken_out_on", "Day it was taken out again."),
    text("taken_out_reason", "Why it was taken out, naming nobody."),
)

inspection_look = table(
    "inspection_look",
    "That somebody looked at what is taken out of a case before it leaves, or decided of words in doubt.",
    key("inspection_look_id", "The look."),
    refers("inspection_case", "The case.", required=True),
    refers("child", "Whose case.", required=True),
    text("sign", "A sign of exactly what they saw: where something changes, it is looked at again."),
    code("decision", DoubtDecision, "What becomes of words in doubt; empty where all that is taken out was looked at."),
    text("reason", "Why words in doubt may go."),
    account("looked_by_account_id", "Who looked."),
    happened("looked_on", "Day they looked."),
)

KEPT = (inspection, inspection_case, inspection_look)

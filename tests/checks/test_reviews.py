"""P17.3, not talking risks down when a baby's plan is reviewed: what is said of each review.

The day is Monday 2 March 2026. Unless said otherwise the baby was born on 8 September 2025, the protection plan began
a week later, and the second review, of 23 February 2026, looks back on two concerns: drinking and home.
"""

from __future__ import annotations

from case_tables import ALWAYS_KNOWN, MET_ON_THE_DAY, Says, Table, case, every_line
from families import (
    action,
    born,
    concern,
    core_group,
    expecting,
    line_about,
    line_on,
    lost,
    plan,
    review,
    seen,
)

BORN = expecting("2025-09-10", known="2025-03-03") + born("2025-09-08")
PROTECTED = plan("child_protection", "2025-09-15")
DRINKING = concern("alcohol", "2025-09-01", of="baby")
HOME = concern("homelessness", "2025-09-01", of="baby")
FIRST = review("2025-12-08", key="first")
BABY = [*BORN, *PROTECTED, *DRINKING, *HOME, *FIRST]
DAY = "2026-02-23"
SOON = "2026-03-06"
BOTH_LINES = [*line_on("alcohol", "2026-02-20"), *line_on("homelessness", "2026-02-20")]
LASTING = [
    *line_on("alcohol", "2026-02-20", sustained_since_on="2025-11-03"),
    *line_on("homelessness", "2026-02-20", sustained_since_on="2025-12-01"),
]
LESS = {"proposed_outcome": "end"}


def on(check: Says, subject: str = "review") -> Says:
    """What is said of one review where the child has several."""
    return Says(check.outcome, check.due, check.word, check.has, check.has_not, check.missing, "baby", subject)


CODES = (
    "each_concern_has_a_line",
    "baby_seen_since_last_meeting",
    "health_line_written",
    "father_line_written",
    "unfinished_actions_explained",
    "held_with_enough_voices",
    "ending_rests_on_change_seen",
    "early_ending_reasoned",
)
SILENT = {
    "concern_review": ("each_concern_has_a_line", "ending_rests_on_change_seen"),
    "observation": ("baby_seen_since_last_meeting",),
    "review_line": ("health_line_written", "father_line_written"),
}
CANNOT_BE = {
    ("cannot_tell", ALWAYS_KNOWN): (
        "baby_seen_since_last_meeting",
        "health_line_written",
        "father_line_written",
        "unfinished_actions_explained",
        "held_with_enough_voices",
        "early_ending_reasoned",
    ),
    ("met_late", MET_ON_THE_DAY): (
        "baby_seen_since_last_meeting",
        "unfinished_actions_explained",
        "held_with_enough_voices",
        "early_ending_reasoned",
    ),
}

TABLE = Table(
    "before_birth",
    "2026-03-02",
    [
        # ---------------------------------------------------------------- a line on each concern
        case(
            "The review says nothing of the concerns that began the plan",
            BABY,
            review(DAY),
            each_concern_has_a_line=on(Says("not_met", due=DAY, has="2. Without a line", missing=None)),
        ),
        case(
            "One of two concerns has its line",
            BABY,
            review(DAY),
            line_on("alcohol", "2026-02-20"),
            each_concern_has_a_line=on(Says("not_met", has="known: 1.")),
        ),
        case(
            "Each concern has its line",
            BABY,
            review(DAY),
            BOTH_LINES,
            each_concern_has_a_line=on(Says("met", has="by 20 February 2026")),
        ),
        case(
            "The lines were written after the review",
            BABY,
            review(DAY),
            line_on("alcohol", "2026-02-26"),
            line_on("homelessness", "2026-02-26"),
            each_concern_has_a_line=on(Says("met_late", due=DAY)),
        ),
        case(
            "A line that does not say how it is known is not one",
            BABY,
            review(DAY),
            line_on("alcohol", "2026-02-20", basis=None),
            line_on("homelessness", "2026-02-20"),
            each_concern_has_a_line=on(Says("not_met")),
        ),
        case(
            "The review is on Friday: it is said while there is time",
            BABY,
            review(SOON, held=False),
            each_concern_has_a_line=on(Says("due_soon", due=SOON)),
            health_line_written=on(Says("due_soon", due=SOON)),
        ),
        case(
            "A concern that was recorded after the review is not held against it",
            BORN,
            PROTECTED,
            FIRST,
            DRINKING,
            review(DAY),
            concern("drugs", "2026-02-26", of="baby"),
            line_on("alcohol", "2026-02-20"),
            each_concern_has_a_line=on(Says("met")),
        ),
        case(
            "A concern that was looked into and cleared needs no line",
            BORN,
            PROTECTED,
            FIRST,
            DRINKING,
            concern("drugs", "2025-09-01", of="baby", status="cleared"),
            review(DAY),
            line_on("alcohol", "2026-02-20"),
            each_concern_has_a_line=on(Says("met")),
        ),
        case(
            "No concern is on the record at all: it cannot be told whether each was answered",
            BORN,
            PROTECTED,
            FIRST,
            review(DAY),
            each_concern_has_a_line=on(Says("cannot_tell")),
        ),
        # ---------------------------------------------------------------- the baby was seen
        case(
            "Nobody has seen the baby since the core group in January",
            BABY,
            core_group("2026-01-26"),
            seen("2026-01-20"),
            review(DAY),
            baby_seen_since_last_meeting=on(Says("not_met", has="26 January 2026")),
        ),
        case(
            "The health visitor saw the baby last week",
            BABY,
            core_group("2026-01-26"),
            seen("2026-02-17"),
            review(DAY),
            baby_seen_since_last_meeting=on(Says("met", has="on 17 February 2026")),
        ),
        case(
            "What the mother reported is not what a practitioner saw",
            BABY,
            core_group("2026-01-26"),
            seen("2026-02-17", basis="reported"),
            review(DAY),
            baby_seen_since_last_meeting=on(Says("not_met")),
        ),
        case(
            "Seeing the home is not seeing the baby",
            BABY,
            seen("2026-02-17", of="home"),
            review(DAY),
            baby_seen_since_last_meeting=on(Says("not_met")),
        ),
        case(
            "Before the birth there is no baby to see",
            expecting("2026-04-20"),
            plan("unborn_child_protection", "2025-12-01"),
            DRINKING,
            review(DAY),
            baby_seen_since_last_meeting="not_applicable",
        ),
        # ---------------------------------------------------------------- health, father, actions
        case(
            "There is a line on health and weight, and one on the father",
            BABY,
            review(DAY),
            line_about("health_and_weight", "2026-02-20"),
            line_about("father_and_partners", "2026-02-20"),
            health_line_written=on(Says("met")),
            father_line_written=on(Says("met")),
        ),
        case(
            "There is neither",
            BABY,
            review(DAY),
            health_line_written=on(Says("not_met", due=DAY)),
            father_line_written=on(Says("not_met", due=DAY)),
        ),
        case(
            "An action is unfinished, and the review does not say why",
            BABY,
            action("alcohol", assigned="2025-10-06"),
            review(DAY),
            unfinished_actions_explained=on(Says("not_met", has="actions unfinished: 1")),
        ),
        case(
            "An action is unfinished, and the review says why",
            BABY,
            action("alcohol", assigned="2025-10-06"),
            review(DAY, unfinished_actions_reason="the group begins in April"),
            unfinished_actions_explained=on(Says("met", has_not="April")),
        ),
        case(
            "Every action was finished",
            BABY,
            action("alcohol", assigned="2025-10-06", completed_on="2026-01-12"),
            review(DAY),
            unfinished_actions_explained=on(Says("met")),
        ),
        # ---------------------------------------------------------------- quorum and dissent
        case(
            "Quorate, and nobody disagreed when asked",
            BABY,
            review(DAY, quorate=True, dissent="none_expressed"),
            held_with_enough_voices=on(Says("met")),
        ),
        case(
            "Somebody disagreed, and it is written down",
            BABY,
            review(DAY, quorate=True, dissent="recorded"),
            held_with_enough_voices=on(Says("met")),
        ),
        case(
            "Too few took part",
            BABY,
            review(DAY, quorate=False, dissent="none_expressed"),
            held_with_enough_voices=on(Says("not_met", word="not_quorate", has="not quorate")),
        ),
        case(
            "Whether anybody disagreed is not recorded",
            BABY,
            review(DAY, quorate=True),
            held_with_enough_voices=on(Says("not_met", missing=("whether anybody disagreed",))),
        ),
        # ---------------------------------------------------------------- less help is proposed
        case(
            "The plan goes on: nothing is asked about ending",
            BABY,
            review(DAY, outcome="continue", outcome_recorded_on=DAY),
            ending_rests_on_change_seen=on(Says("not_applicable")),
            early_ending_reasoned=on(Says("not_applicable")),
        ),
        case(
            "Ending is proposed, and one of two changes rests on what a parent reported",
            BABY,
            review(DAY, **LESS),
            line_on("alcohol", "2026-02-20", sustained_since_on="2025-11-03"),
            line_on("homelessness", "2026-02-20", basis="reported", sustained_since_on="2025-12-01"),
            ending_rests_on_change_seen=on(Says("not_met", has="resting only on a report: 1")),
        ),
        case(
            "Ending is proposed on changes that were seen and have lasted",
            BABY,
            review(DAY, **LESS),
            LASTING,
            ending_rests_on_change_seen=on(Says("met")),
        ),
        case(
            "A change that was seen, and of which nobody says since when it has held",
            BABY,
            review(DAY, **LESS),
            BOTH_LINES,
            ending_rests_on_change_seen=on(Says("not_met")),
        ),
        case(
            "New evidence shows that a concern was mistaken: that is no minimising",
            BABY,
            review(DAY, **LESS),
            line_on("alcohol", "2026-02-20", change="was_mistaken"),
            line_on("homelessness", "2026-02-20", sustained_since_on="2025-12-01"),
            ending_rests_on_change_seen=on(Says("met")),
        ),
        case(
            "The second review, more than twelve weeks after the birth, needs no statement by the chair",
            BABY,
            review(DAY, **LESS),
            LASTING,
            early_ending_reasoned=on(Says("not_applicable")),
        ),
        case(
            "Ending is proposed at the first review",
            BORN,
            PROTECTED,
            DRINKING,
            review(DAY, **LESS),
            early_ending_reasoned="not_met",
        ),
        case(
            "Ending is proposed five weeks after the birth",
            expecting("2026-01-19", known="2025-09-01"),
            born("2026-01-19"),
            plan("child_protection", "2025-11-03"),
            DRINKING,
            FIRST,
            review(DAY, **LESS),
            early_ending_reasoned=on(Says("not_met", has="19 January 2026")),
        ),
        case(
            "The chair says why so early",
            BORN,
            PROTECTED,
            DRINKING,
            review(DAY, chair_statement="seen weekly, kin care agreed", **LESS),
            early_ending_reasoned=Says("met", has_not="kin care"),
        ),
        case(
            "The chair goes on without it, and says why: shown as excepted, never as met",
            BABY,
            review(DAY, proceed_reason="the family moves on Friday", **LESS),
            each_concern_has_a_line=on(Says("excepted", word="proceed_with_reason", has_not="moves")),
            ending_rests_on_change_seen=on(Says("excepted", word="proceed_with_reason")),
            baby_seen_since_last_meeting=on(Says("excepted", word="proceed_with_reason")),
            health_line_written=on(Says("excepted", word="proceed_with_reason")),
            father_line_written=on(Says("excepted", word="proceed_with_reason")),
            held_with_enough_voices=on(Says("excepted", word="proceed_with_reason")),
        ),
        case(
            "So at a first review, and with an action unfinished",
            BORN,
            PROTECTED,
            DRINKING,
            action("alcohol", assigned="2025-10-06"),
            review(DAY, proceed_reason="the family moves on Friday", **LESS),
            early_ending_reasoned=Says("excepted", word="proceed_with_reason"),
            unfinished_actions_explained=Says("excepted", word="proceed_with_reason"),
        ),
        # ---------------------------------------------------------------- where it is not asked
        case(
            "The plan ends because the court has made an order: nobody weighed the risks down",
            BABY,
            review(DAY, ended_reason="court_order", **LESS),
            each_concern_has_a_line=on(Says("not_applicable")),
            ending_rests_on_change_seen=on(Says("not_applicable")),
        ),
        case(
            "The family has moved and been accepted elsewhere",
            BABY,
            review(DAY, ended_reason="moved_accepted_elsewhere", **LESS),
            ending_rests_on_change_seen=on(Says("not_applicable")),
        ),
        case(
            "The unborn child's plan ended because the pregnancy did",
            expecting("2026-05-18"),
            plan("unborn_child_protection", "2025-12-01"),
            DRINKING,
            lost("2026-02-16"),
            review(DAY, **LESS),
            each_concern_has_a_line=Says("not_applicable", has="Nothing more is asked"),
            ending_rests_on_change_seen=Says("not_applicable", has="Nothing more is asked"),
        ),
        case(
            "The child is older than a year",
            expecting("2025-01-13", known="2024-09-02"),
            born("2025-01-13"),
            PROTECTED,
            DRINKING,
            review(DAY),
            each_concern_has_a_line="nothing",
        ),
        case(
            "Child in need after protection: its review counts too",
            BORN,
            plan("child_protection", "2025-09-15", ended="2025-12-08"),
            DRINKING,
            review(DAY, kind="child_in_need_review"),
            each_concern_has_a_line=Says("not_met", due=DAY),
        ),
        case(
            "A child in need review where there never was a protection plan is not one of these",
            BORN,
            plan("child_in_need", "2025-09-15"),
            DRINKING,
            review(DAY, kind="child_in_need_review"),
            each_concern_has_a_line="nothing",
        ),
    ],
)


@every_line(TABLE)
def test_it_says(engine: str, number: int, check: str, says: Says) -> None:
    TABLE.assert_says(engine, number, check, says)

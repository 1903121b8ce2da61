"""P81.1, a decision behind each step that changes much for a young person: what is said of each situation.

The day is Monday 2 March 2026; Kyra is fifteen unless it is said otherwise. A decision is on record on the day of the
step, or by the end of the next working day where it could not wait and says so.
"""

from __future__ import annotations

from case_tables import ALWAYS_KNOWN, WITHIN_THE_WARNING, Says, Table, case, every_line
from families import (
    action_of_plan,
    case_closed,
    decided_about,
    left_for_another_area,
    lived,
    plan_of_young_person,
    responsibility_set_aside,
    young_person,
)
from families.rights import known_as

CODES = (
    "risks_weighed",
    "view_in_decision",
    "decision_reasoned_and_owned",
    "decision_looks_ahead",
    "closure_decided",
    "move_decided",
    "ending_decided",
    "action_rests_on_decision",
)
SILENT = {
    "decision": ("closure_decided", "move_decided", "ending_decided"),
}
CANNOT_BE = {("not_yet_due", WITHIN_THE_WARNING): CODES, ("cannot_tell", ALWAYS_KNOWN): CODES}

ALL_OF_DECISION = ("risks_weighed", "view_in_decision", "decision_reasoned_and_owned", "decision_looks_ahead")


def on(says: Says | str, **more: object) -> Says:
    """The same of Kyra."""
    return Says(says, of="kyra-record", **more) if isinstance(says, str) else says  # type: ignore[arg-type]


def of_every(says: Says) -> dict[str, Says]:
    """The same said of each part of a decision."""
    return dict.fromkeys(ALL_OF_DECISION, says)


TABLE = Table(
    "responsibility",
    "2026-03-02",
    [
        case("A young person about whom nothing has been decided", young_person(), **of_every(on("nothing"))),
        case(
            "A move home, decided with all that belongs to it",
            young_person(),
            decided_about("return_home", "2026-02-12"),
            risks_weighed=on("met", due="2026-02-12", has="To return home, decided on 12 February 2026"),
            view_in_decision=on("met"),
            decision_reasoned_and_owned=on("met"),
            decision_looks_ahead=on("met"),
        ),
        case(
            "The harms are written down, and nothing of what protects her or what else could be done",
            young_person(),
            decided_about("return_home", "2026-02-12", options=None, protective_factors=None),
            risks_weighed=on(
                "not_met", missing=("what protects the young person", "what else was considered"), due="2026-02-12"
            ),
            view_in_decision=on("met"),
        ),
        case(
            "Nobody wrote what she thinks of it",
            young_person(),
            decided_about("close", "2026-02-12", childs_view=None),
            risks_weighed=on("met"),
            view_in_decision=on("not_met", has="The young person's view is not recorded with it"),
        ),
        case(
            "Decided by somebody, it is not said in what capacity",
            young_person(),
            decided_about("exclusion", "2026-02-12", authority=None, consulted=None),
            decision_reasoned_and_owned=on(
                "not_met", missing=("in what capacity they decided", "who was consulted"), has_not="manager"
            ),
        ),
        case(
            "Nothing on what happens if it does not hold",
            young_person(),
            decided_about("step_down", "2026-02-12", contingency=None, review_on=None),
            decision_looks_ahead=on("not_met", due="2026-02-12"),
        ),
        case(
            "Written up three days after it was made",
            young_person(),
            decided_about("return_home", "2026-02-12", recorded="2026-02-16"),
            **of_every(on("met_late", due="2026-02-12")),
        ),
        case(
            "It could not wait: on record on the next working day, a Monday",
            young_person(),
            decided_about("move", "2026-02-13", recorded="2026-02-16", urgent=True),
            **of_every(on("met", due="2026-02-16")),
        ),
        case(
            "Decided this morning in a hurry; until tomorrow evening it may be completed",
            young_person(),
            decided_about("move", "2026-03-02", urgent=True, harms=None),
            risks_weighed=on("due_soon", due="2026-03-03", missing=("the harms weighed, at home and outside it",)),
        ),
        case(
            "A strategy discussion was found to be needed: that has safeguards of its own, and is not asked about",
            young_person(),
            decided_about("strategy_discussion", "2026-02-12", harms=None),
            **of_every(on("nothing")),
        ),
        case(
            "It was decided not to hold a strategy discussion",
            young_person(),
            decided_about("strategy_discussion", "2026-02-12", outcome="not_required", harms=None),
            risks_weighed=on("not_met"),
        ),
        case(
            "Another decision, not on the area's list",
            young_person(),
            decided_about("other", "2026-02-12", harms=None),
            **of_every(on("nothing")),
        ),
        case(
            "A police cell is named in the decision: an operational decision of the police is not asked about again",
            young_person(),
            lived("foster_home", "2025-09-01"),
            lived("police_cell", "2026-02-12"),
            move_decided=[on("not_applicable", subject="foster_home-2025-09-01")],
        ),
        case(
            "Decided when she was thirteen",
            young_person("2011-12-01"),
            decided_about("close", "2025-11-24", harms=None),
            **of_every(on("nothing")),
        ),
        case(
            "Decided eighteen months ago: beyond the look-back",
            young_person(),
            decided_about("close", "2024-09-02", harms=None),
            **of_every(on("nothing")),
        ),
        case(
            "She is eighteen today",
            young_person("2008-03-02"),
            decided_about("close", "2026-02-12", harms=None),
            **of_every(on("nothing")),
        ),
        case(
            "Born on 29 February: still seventeen on the last day of February, and eighteen on 1 March",
            young_person("2008-02-29"),
            decided_about("close", "2026-02-12", harms=None),
            **of_every(on("nothing")),
        ),
        case(
            "His age is disputed, and by the date that he gave he is nineteen: treated as a child",
            known_as("2007-01-15", "disputed"),
            decided_about("close", "2026-02-12", harms=None),
            risks_weighed=on("not_met"),
        ),
        case(
            "Another area has accepted her: nothing more is asked",
            young_person(),
            decided_about("close", "2026-02-12", harms=None),
            left_for_another_area("2026-02-20"),
            risks_weighed=on("not_applicable"),
        ),
        case(
            "A manager has set it aside for a time",
            young_person(),
            decided_about("close", "2026-02-12", harms=None),
            responsibility_set_aside("risks_weighed", until="2026-04-01"),
            risks_weighed=on("excepted"),
        ),
        case(
            "The case was closed, and no decision is on record",
            young_person(),
            case_closed("2026-02-10"),
            closure_decided=on("not_met", due="2026-02-10", has="closed on 10 February 2026. No decision to close it"),
        ),
        case(
            "Closed on the day of the decision: the same day counts as before",
            young_person(),
            case_closed("2026-02-10"),
            decided_about("close", "2026-02-10"),
            closure_decided=on("met", due="2026-02-10"),
        ),
        case(
            "The decision was written down a week after the closing",
            young_person(),
            case_closed("2026-02-10"),
            decided_about("close", "2026-02-10", recorded="2026-02-17"),
            closure_decided=on("met_late", due="2026-02-10"),
        ),
        case(
            "The decision on record is about another case",
            young_person(),
            case_closed("2026-02-10"),
            decided_about("close", "2026-02-09", referral_id="another"),
            closure_decided=on("not_met"),
        ),
        case(
            "A decision from before this referral came says nothing about it",
            young_person(),
            case_closed("2026-02-10", received="2026-01-05"),
            decided_about("close", "2025-12-01"),
            closure_decided=on("not_met"),
        ),
        case(
            "Closed because she reached another area: nobody had to decide it",
            young_person(),
            case_closed("2026-02-10", reason="court_order"),
            closure_decided=on("nothing"),
        ),
        case(
            "Moved twice; the second time nobody decided",
            young_person(),
            lived("foster_home", "2025-09-01", until="2026-01-12"),
            lived("childrens_home", "2026-01-12", until="2026-02-20"),
            lived("supported_accommodation", "2026-02-20"),
            decided_about("move", "2026-01-09"),
            move_decided=[
                on("not_applicable", subject="foster_home-2025-09-01"),
                on("met", subject="childrens_home-2026-01-12", due="2026-01-12"),
                on(
                    "not_met",
                    subject="supported_accommodation-2026-02-20",
                    due="2026-02-20",
                    has="Moved on 20 February 2026: Supported accommodation",
                ),
            ],
        ),
        case(
            "An urgent move on a Friday, written up on Monday",
            young_person(),
            lived("foster_home", "2025-09-01", until="2026-02-20"),
            lived("childrens_home", "2026-02-20"),
            decided_about("move", "2026-02-20", recorded="2026-02-23", urgent=True),
            move_decided=[on("met", subject="childrens_home-2026-02-20", due="2026-02-23")],
        ),
        case(
            "A plan ended because things had gone quiet",
            young_person(),
            plan_of_young_person("child_in_need", "2025-09-01", until="2026-02-06", reason="concerns_resolved"),
            ending_decided=on("not_met", due="2026-02-06", has="Child in need plan: ended on 6 February 2026"),
        ),
        case(
            "A plan was stepped down, as decided a week before",
            young_person(),
            plan_of_young_person("child_in_need", "2025-09-01", until="2026-02-06", reason="stepped_down"),
            decided_about("step_down", "2026-01-30"),
            ending_decided=on("met"),
        ),
        case(
            "A plan that goes on, and one that a court ended",
            young_person(),
            plan_of_young_person("child_in_need", "2025-09-01"),
            plan_of_young_person("child_protection", "2025-09-01", until="2026-02-06", reason="court_order"),
            ending_decided=on("nothing"),
        ),
        case(
            "Of the plan's actions one is tied to its decision, one is not; watching is not asked about",
            young_person(),
            plan_of_young_person("child_in_need", "2025-09-01"),
            decided_about("move", "2026-02-09"),
            action_of_plan("2026-02-09", decision="move-2026-02-09"),
            action_of_plan("2026-02-10", kind="service"),
            action_of_plan("2026-02-11", kind="monitoring"),
            action_rests_on_decision=[
                on("met", subject="direct_work-2026-02-09"),
                on("not_met", subject="service-2026-02-10", has="given to its owner on 10 February 2026"),
            ],
        ),
        case(
            "An action outside any plan is not asked about",
            young_person(),
            action_of_plan("2026-02-09", plan_id=None),
            action_rests_on_decision=on("nothing"),
        ),
    ],
)


@every_line(TABLE)
def test_what_is_said(engine: str, number: int, check: str, says: Says) -> None:
    TABLE.assert_says(engine, number, check, says)


def test_no_sentence_repeats_what_somebody_wrote() -> None:
    told = [finding["reason"] for engine in ("rows", "polars") for finding in TABLE.found(engine).values()]
    assert told
    for words in ("her aunt", "I want to go home", "team manager", "school and police"):
        assert not [reason for reason in told if words in reason]

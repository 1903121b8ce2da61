"""P67.1, what lies behind a young person's behaviour: what is said of each situation.

The day is Monday 2 March 2026; Kyra is fifteen unless it is said otherwise. Causes are looked into, under more than one
heading, within ten working days of the first concern of a run; a run begins after six months without a concern.
"""

from __future__ import annotations

from case_tables import ALWAYS_KNOWN, WITHIN_THE_WARNING, Says, Table, case, every_line
from families import left_for_another_area, young_person
from families.behaviour import (
    account,
    appointment,
    cause,
    died,
    help_given,
    incident,
    missing,
    strategy_decided,
    strategy_for_kyra,
    talked,
    worry,
    young_people_set_aside,
)

OF_RUN = (
    "causes_explored",
    "young_person_heard",
    "causes_explored_again",
    "strategy_discussion_considered",
    "action_aims_at_cause",
    "help_with_cause_lasts",
)
CODES = (*OF_RUN, "talked_with_on_day_of_self_harm")
SILENT = {
    "analysis": ("causes_explored",),
    "contribution": ("young_person_heard",),
    "meeting": ("strategy_discussion_considered",),
    "decision": ("strategy_discussion_considered",),
    "action": ("action_aims_at_cause",),
    "contact": ("talked_with_on_day_of_self_harm",),
}
CANNOT_BE = {
    ("cannot_tell", ALWAYS_KNOWN): CODES,
    ("not_yet_due", WITHIN_THE_WARNING): ("talked_with_on_day_of_self_harm",),
}


def on(says: str, **more: object) -> Says:
    """The same of Kyra."""
    return Says(says, of="kyra-record", **more)  # type: ignore[arg-type]


def of_every(codes: tuple[str, ...], says: Says) -> dict[str, Says]:
    """The same said by each check."""
    return dict.fromkeys(codes, says)


FOUR_INCIDENTS = [
    *incident("aggression", "2026-01-12"),
    *incident("aggression", "2026-01-26"),
    *incident("exclusion", "2026-01-27"),
    *incident("offending_by_child", "2026-02-17"),
]

TABLE = Table(
    "young_people",
    "2026-03-02",
    [
        case("Nobody has a concern about her behaviour", young_person(), **of_every(CODES, on("nothing"))),
        case(
            "Four incidents; the actions so far are sanctions, although signs of exploitation were noted in February",
            young_person(),
            FOUR_INCIDENTS,
            help_given("behaviour", "2026-01-13"),
            help_given("behaviour", "2026-01-28"),
            worry("child_sexual_exploitation", "2026-02-11", part="harmed"),
            causes_explored=on(
                "not_met",
                due="2026-01-26",
                has="Concerns about behaviour since 12 January 2026: 4. The actions so far answer the behaviour alone. Nothing "
                "is recorded on what may lie behind them. Signs of abuse or exploitation, first noted: 11 February 2026.",
                missing=("what may lie behind it, under more than one heading",),
            ),
            young_person_heard=on("not_met", due="2026-01-26"),
            strategy_discussion_considered=on("not_met", due="2026-02-25", has="first noted on 11 February 2026"),
            action_aims_at_cause=on("not_met", due="2026-02-25", has="The actions so far answer the behaviour alone."),
            causes_explored_again=on("not_applicable"),
            help_with_cause_lasts=on("not_applicable"),
        ),
        case(
            "Causes were looked into within ten working days: one found, one not, and she was heard",
            young_person(),
            incident("aggression", "2026-02-02"),
            cause("bereavement", "2026-02-09"),
            cause("communication_need", "2026-02-16", explored="not_found"),
            account("2026-02-10"),
            causes_explored=on("met", due="2026-02-16", has="were looked into by 16 February 2026"),
            young_person_heard=on("met"),
            strategy_discussion_considered=on("not_applicable"),
        ),
        case(
            "Only one explanation was thought of",
            young_person(),
            incident("aggression", "2026-02-02"),
            cause("poverty", "2026-02-09"),
            cause("poverty", "2026-02-10"),
            causes_explored=on("not_met", has="Only one possible cause has been looked into."),
        ),
        case(
            "Looked into under two headings on the same day; a third came later, and it stays met",
            young_person(),
            incident("aggression", "2026-02-02"),
            cause("poverty", "2026-02-09", explored="not_found"),
            cause("bereavement", "2026-02-09", explored="not_found"),
            cause("discrimination", "2026-02-27", explored="not_found"),
            causes_explored=on("met", has="9 February 2026"),
            action_aims_at_cause=on("not_applicable"),
        ),
        case(
            "The second heading came after the ten days",
            young_person(),
            incident("aggression", "2026-02-02"),
            cause("poverty", "2026-02-09"),
            cause("bereavement", "2026-02-18"),
            causes_explored=on("met_late", due="2026-02-16"),
        ),
        case(
            "Not explored, and why: she asked for time before anybody speaks of home",
            young_person(),
            incident("aggression", "2026-02-02"),
            cause("domestic_abuse", "2026-02-09", explored="not_explored", reason="She asked for time."),
            cause("bereavement", "2026-02-09", explored="not_found"),
            causes_explored=on("met"),
        ),
        case(
            "Not explored, without a reason, is no answer; nor is a heading that the area has not listed",
            young_person(),
            incident("aggression", "2026-02-02"),
            cause("domestic_abuse", "2026-02-09", explored="not_explored"),
            cause("young_carer", "2026-02-09"),
            causes_explored=on("not_met", has="Nothing is recorded on what may lie behind them."),
        ),
        case(
            "A concern of two weeks ago; the ten working days end today",
            young_person(),
            incident("self_harm", "2026-02-16"),
            causes_explored=on("due_soon", due="2026-03-02"),
            young_person_heard=on("due_soon", due="2026-03-02"),
        ),
        case(
            "A concern of today",
            young_person(),
            worry("refusal_of_help", "2026-03-02"),
            causes_explored=on("not_yet_due", due="2026-03-16"),
        ),
        case(
            "Found on 2 February and written down a week later: the time runs from when it was on record",
            young_person(),
            worry("child_substances", "2026-02-02", recorded="2026-02-09"),
            cause("child_mental_health", "2026-02-06"),
            cause("bereavement", "2026-02-20"),
            causes_explored=on("met", due="2026-02-23"),
        ),
        case(
            "One fight that school and police both wrote down is one",
            young_person(),
            incident("aggression", "2026-01-12", key="school"),
            incident("aggression", "2026-01-12", key="police", recorded="2026-01-15"),
            causes_explored=on("not_met", due="2026-01-26", has="since 12 January 2026: 1."),
        ),
        case(
            "She and her mother were both in a fight that day: hers is counted, under her own record",
            young_person(),
            incident("aggression", "2026-01-12", key="a-mother", person_id="mother"),
            incident("aggression", "2026-01-12", key="b-hers"),
            causes_explored=on("not_met", has="since 12 January 2026: 1."),
        ),
        case(
            "A concern that was looked into and cleared, and one about her mother",
            young_person(),
            incident("offending_by_child", "2026-01-12", status="cleared"),
            worry("self_harm", "2026-01-12", person_id="mother"),
            **of_every(CODES, on("nothing")),
        ),
        case(
            "Told at an assessment: she used to drink, and it was over long before anybody knew",
            young_person(),
            worry("child_substances", "2026-01-12", status="past", ended_on="2025-08-01"),
            **of_every(OF_RUN, on("nothing")),
        ),
        case(
            "The concern has ended since; what was not looked into is still asked after",
            young_person(),
            incident("exclusion", "2026-01-12", status="past", ended_on="2026-02-20", recorded="2026-01-12"),
            causes_explored=on("not_met"),
        ),
        case(
            "Concerns from when she was thirteen",
            young_person("2011-12-01"),
            incident("aggression", "2025-11-24"),
            **of_every(OF_RUN, on("nothing")),
        ),
        case(
            "Concerns of more than a year ago, and none since",
            young_person(),
            incident("aggression", "2025-01-20"),
            **of_every(OF_RUN, on("nothing")),
        ),
        case(
            "After eight quiet months a new concern puts the question afresh; what was thought then does not answer it",
            young_person(),
            incident("aggression", "2025-05-12"),
            cause("bereavement", "2025-05-19"),
            cause("poverty", "2025-05-19"),
            account("2025-05-20"),
            incident("aggression", "2026-02-02"),
            causes_explored=on("not_met", due="2026-02-16", has="since 2 February 2026: 1."),
            young_person_heard=on("not_met"),
        ),
        case(
            "After four months it is still the same run, and it stays met",
            young_person(),
            incident("aggression", "2025-09-15"),
            cause("bereavement", "2025-09-22"),
            cause("poverty", "2025-09-22"),
            incident("aggression", "2026-01-19"),
            causes_explored=on("met", due="2025-09-29"),
            causes_explored_again=on("not_applicable"),
        ),
        case(
            "She is eighteen today",
            young_person("2008-03-02"),
            incident("aggression", "2026-02-02"),
            **of_every(CODES, on("nothing")),
        ),
        case(
            "Another area has accepted her: nothing more is asked",
            young_person(),
            incident("self_harm", "2026-01-12", key="harm"),
            left_for_another_area("2026-02-20"),
            **of_every(CODES, on("not_applicable")),
        ),
        case(
            "She has died: nothing is asked, quietly",
            young_person(),
            incident("self_harm", "2026-01-12", key="harm"),
            died("2026-01-12"),
            causes_explored=on("not_applicable", has="Nothing more is asked"),
            talked_with_on_day_of_self_harm=on("not_applicable"),
        ),
        case(
            "A manager has set it aside for a time",
            young_person(),
            incident("aggression", "2026-01-12"),
            young_people_set_aside("causes_explored", until="2026-04-01"),
            causes_explored=on("excepted"),
            young_person_heard=on("not_met"),
        ),
        # ------------------------------------------------------------ her own account
        case(
            "She would rather not say; how she was asked is on record, and she is not pressed",
            young_person(),
            incident("aggression", "2026-02-02"),
            account("2026-02-11", why_not="Asked twice by her form teacher; would rather not talk yet."),
            young_person_heard=on("met", has_not="form teacher"),
        ),
        case(
            "What is recorded as hers was told by somebody else",
            young_person(),
            incident("aggression", "2026-02-02"),
            account("2026-02-11", direct=False),
            young_person_heard=on("not_met"),
        ),
        case(
            "What her mother says is not her own account",
            young_person(),
            incident("aggression", "2026-02-02"),
            account("2026-02-11", by="mother"),
            young_person_heard=on("not_met"),
        ),
        case(
            "She spoke in a return interview: that is her own account too",
            young_person(),
            incident("going_missing", "2026-02-02"),
            missing("2026-02-02", back="2026-02-03", interview_offered_on="2026-02-04", interview_held_on="2026-02-05"),
            young_person_heard=on("met", due="2026-02-16", has="5 February 2026"),
        ),
        case(
            "She was heard three weeks after",
            young_person(),
            incident("aggression", "2026-02-02"),
            account("2026-02-23"),
            young_person_heard=on("met_late"),
        ),
        # ------------------------------------------------------------ further incidents
        case(
            "Two further incidents within thirty days of each other; nobody has looked again",
            young_person(),
            incident("aggression", "2026-01-05"),
            cause("bereavement", "2026-01-12"),
            cause("poverty", "2026-01-12"),
            incident("aggression", "2026-01-20"),
            incident("aggression", "2026-02-03"),
            incident("aggression", "2026-02-24"),
            causes_explored=on("met"),
            causes_explored_again=on("not_met", due="2026-02-17", has="recorded up to 3 February 2026"),
        ),
        case(
            "Looked into again within ten working days, under one heading",
            young_person(),
            incident("aggression", "2026-01-05"),
            cause("bereavement", "2026-01-12"),
            cause("poverty", "2026-01-12"),
            incident("aggression", "2026-01-20"),
            incident("aggression", "2026-02-03"),
            cause("child_criminal_exploitation", "2026-02-12"),
            incident("aggression", "2026-02-24"),
            causes_explored_again=on("met", due="2026-02-17", has="again on 12 February 2026"),
        ),
        case(
            "Looked into again, and then twice more within weeks: it is to be looked into once more",
            young_person(),
            incident("aggression", "2025-11-03"),
            cause("bereavement", "2025-11-10"),
            cause("poverty", "2025-11-10"),
            incident("aggression", "2025-12-01"),
            incident("aggression", "2025-12-08"),
            cause("discrimination", "2026-01-05"),
            incident("aggression", "2026-02-19"),
            incident("aggression", "2026-02-26"),
            causes_explored_again=on("not_yet_due", due="2026-03-12", has="recorded up to 26 February 2026"),
        ),
        case(
            "Looked into again, but later than ten working days",
            young_person(),
            incident("aggression", "2025-11-03"),
            cause("bereavement", "2025-11-10"),
            cause("poverty", "2025-11-10"),
            incident("aggression", "2025-12-01"),
            incident("aggression", "2025-12-08"),
            cause("discrimination", "2026-01-05"),
            causes_explored_again=on("met_late", due="2025-12-22"),
        ),
        case(
            "Two further incidents, but seven weeks apart",
            young_person(),
            incident("aggression", "2025-11-03"),
            cause("bereavement", "2025-11-10"),
            cause("poverty", "2025-11-10"),
            incident("aggression", "2025-12-01"),
            incident("aggression", "2026-01-19"),
            causes_explored_again=on("not_applicable"),
        ),
        case(
            "One further incident that two services wrote down is one",
            young_person(),
            incident("aggression", "2026-01-05"),
            cause("bereavement", "2026-01-12"),
            cause("poverty", "2026-01-12"),
            incident("aggression", "2026-01-20", key="school"),
            incident("aggression", "2026-01-20", key="police"),
            causes_explored_again=on("not_applicable"),
        ),
        case(
            "Further incidents before anybody had looked: that is said once, of the causes",
            young_person(),
            FOUR_INCIDENTS,
            causes_explored=on("not_met"),
            causes_explored_again=on("not_applicable"),
        ),
        # ------------------------------------------------------------ signs of abuse or exploitation
        case(
            "She recruits younger children and is made to: harmer and harmed; a discussion was held in time",
            young_person(),
            incident("offending_by_child", "2026-02-02"),
            worry("child_criminal_exploitation", "2026-02-04", part="responsible"),
            strategy_for_kyra("2026-02-06"),
            strategy_discussion_considered=on("met", due="2026-02-18", has="6 February 2026"),
        ),
        case(
            "Found with reasons not to be needed",
            young_person(),
            incident("aggression", "2026-02-02"),
            worry("domestic_abuse", "2025-12-01", person_id="mother"),
            strategy_decided("not_required", "2026-02-10"),
            strategy_discussion_considered=on("met", due="2026-02-16"),
        ),
        case(
            "Found not to be needed, and nobody wrote why; or found to be needed, and not yet held",
            young_person(),
            incident("aggression", "2026-02-02"),
            worry("neglect", "2026-02-02"),
            strategy_decided("not_required", "2026-02-10", reasons=None),
            strategy_decided("required", "2026-02-11"),
            strategy_discussion_considered=on("not_met", due="2026-02-16"),
        ),
        case(
            "The signs were talked over two months before the behaviour changed",
            young_person(),
            worry("sexual_abuse", "2025-12-01"),
            strategy_for_kyra("2025-12-02"),
            incident("self_harm", "2026-02-02"),
            strategy_discussion_considered=on("met"),
        ),
        case(
            "A discussion from two years ago, about another time",
            young_person(),
            worry("neglect", "2024-02-05"),
            strategy_for_kyra("2024-02-06"),
            incident("self_harm", "2026-02-02"),
            strategy_discussion_considered=on("not_met", due="2026-02-16"),
        ),
        case(
            "The discussion came three weeks after",
            young_person(),
            incident("going_missing", "2026-02-02"),
            worry("gangs", "2026-02-02"),
            strategy_for_kyra("2026-02-24"),
            strategy_discussion_considered=on("met_late"),
        ),
        case(
            "Signs that ended before this run, that are past, or that were cleared",
            young_person(),
            worry("domestic_abuse", "2024-02-05", status="past", ended_on="2025-03-03"),
            worry("neglect", "2020-02-05", status="past"),
            worry("gangs", "2026-02-02", status="cleared"),
            incident("self_harm", "2026-02-02"),
            strategy_discussion_considered=on("not_applicable"),
            action_aims_at_cause=on("not_applicable"),
        ),
        case(
            "Signs noted last week",
            young_person(),
            incident("self_harm", "2026-02-02"),
            worry("trafficking", "2026-02-26"),
            strategy_discussion_considered=on("not_yet_due", due="2026-03-12"),
            action_aims_at_cause=on("not_yet_due", due="2026-03-12"),
        ),
        # ------------------------------------------------------------ actions at a cause
        case(
            "A loss was found, and she meets somebody about it",
            young_person(),
            incident("aggression", "2026-02-02"),
            cause("bereavement", "2026-02-09"),
            help_given("behaviour", "2026-02-04"),
            help_given("cause", "2026-02-12"),
            action_aims_at_cause=on("met", due="2026-02-23", has="recorded on 12 February 2026"),
        ),
        case(
            "A cause was found; there is only a referral, and an action that nobody owns",
            young_person(),
            incident("aggression", "2026-02-02"),
            cause("bereavement", "2026-02-09"),
            help_given("cause", "2026-02-12", kind="referral_only"),
            help_given("cause", "2026-02-13", owner=None),
            action_aims_at_cause=on("not_met", due="2026-02-23", has="No action at a cause is recorded."),
        ),
        case(
            "What the actions aim at is not stated",
            young_person(),
            incident("aggression", "2026-02-02"),
            cause("bereavement", "2026-02-09"),
            help_given("not_stated", "2026-02-12"),
            action_aims_at_cause=on("not_met"),
        ),
        case(
            "Help she already has goes on: that is an action at a cause",
            young_person(),
            help_given("cause", "2025-11-12", started_on="2025-11-17"),
            incident("aggression", "2026-02-02"),
            cause("child_mental_health", "2026-02-09"),
            action_aims_at_cause=on("met"),
            help_with_cause_lasts=on("met", due="2026-02-09"),
        ),
        case(
            "Help that ended before this run began is not asked about",
            young_person(),
            help_given("cause", "2025-09-01", started_on="2025-09-08", completed_on="2025-10-01"),
            incident("aggression", "2026-02-02"),
            cause("child_mental_health", "2026-02-09"),
            action_aims_at_cause=on("not_met"),
            help_with_cause_lasts=on("not_applicable"),
        ),
        case(
            "A cause was found, and it was written down why nothing more is needed",
            young_person(),
            incident(
                "exclusion", "2026-02-02", no_action_on="2026-02-13", no_action_reason="Her aunt has taken her in."
            ),
            cause("bereavement", "2026-02-09"),
            action_aims_at_cause=on("met", has_not="aunt"),
        ),
        case(
            "Help was offered and she would rather not; somebody she trusts keeps the door open",
            young_person(),
            incident("exclusion", "2026-02-02"),
            cause("bereavement", "2026-02-09"),
            help_given("cause", "2026-02-12", declined_on="2026-02-20", declined_next="Her coach stays in touch."),
            action_aims_at_cause=on("met", has_not="coach"),
        ),
        case(
            "Help was declined, and it is not written what happens instead",
            young_person(),
            incident("exclusion", "2026-02-02"),
            cause("bereavement", "2026-02-09"),
            help_given("cause", "2026-02-12", declined_on="2026-02-20"),
            action_aims_at_cause=on("not_met"),
        ),
        case(
            "An action at a cause came three weeks after it was found",
            young_person(),
            incident("exclusion", "2026-02-02"),
            cause("bereavement", "2026-02-03"),
            help_given("cause", "2026-02-26"),
            action_aims_at_cause=on("met_late", due="2026-02-17"),
        ),
        # ------------------------------------------------------------ help that lasts
        case(
            "Twelve weeks on it still goes on, by a second step that followed the first",
            young_person(),
            incident("exclusion", "2025-11-03"),
            help_given("cause", "2025-11-05", started_on="2025-11-10", completed_on="2025-12-22"),
            help_given("cause", "2025-12-18", started_on="2025-12-22"),
            help_with_cause_lasts=on("met", due="2026-02-02"),
        ),
        case(
            "It ended after six weeks, and nothing followed",
            young_person(),
            incident("exclusion", "2025-11-03"),
            help_given("cause", "2025-11-05", started_on="2025-11-10", completed_on="2025-12-22"),
            help_with_cause_lasts=on(
                "not_met", due="2026-02-02", has="began on 10 November 2025. It did not last until"
            ),
        ),
        case(
            "It ended after six weeks, since it had worked",
            young_person(),
            incident("exclusion", "2025-11-03"),
            help_given(
                "cause",
                "2025-11-05",
                started_on="2025-11-10",
                completed_on="2025-12-22",
                effect_reviewed_on="2025-12-22",
                effect="worked",
            ),
            help_with_cause_lasts=on("met", has="by 22 December 2025"),
        ),
        case(
            "She stopped going after six weeks, and what happens instead was agreed with her",
            young_person(),
            incident("exclusion", "2025-11-03"),
            help_given(
                "cause", "2025-11-05", started_on="2025-11-10", declined_on="2025-12-22", declined_next="Boxing club."
            ),
            help_with_cause_lasts=on("met"),
        ),
        case(
            "It ended after six weeks, and was taken up again two months later",
            young_person(),
            incident("exclusion", "2025-11-03"),
            help_given("cause", "2025-11-05", started_on="2025-11-10", completed_on="2025-12-22"),
            help_given("cause", "2026-02-18", started_on="2026-02-23"),
            help_with_cause_lasts=on("met_late", due="2026-02-02"),
        ),
        case(
            "It began in January and goes on: not yet twelve weeks",
            young_person(),
            incident("exclusion", "2026-01-05"),
            help_given("cause", "2026-01-08", started_on="2026-01-12"),
            help_with_cause_lasts=on("not_yet_due", due="2026-04-06"),
        ),
        case(
            "Twelve weeks end on Thursday",
            young_person(),
            incident("exclusion", "2025-12-08"),
            help_given("cause", "2025-12-09", started_on="2025-12-11"),
            help_with_cause_lasts=on("due_soon", due="2026-03-05"),
        ),
        # ------------------------------------------------------------ self-harm
        case(
            "She told her teacher on a Friday that she had hurt herself; the school nurse sat down with her that day",
            young_person(),
            worry("self_harm", "2026-02-13"),
            talked("2026-02-13", kind="office"),
            talked_with_on_day_of_self_harm=on("met", due="2026-02-13"),
        ),
        case(
            "The talk was on the Monday",
            young_person(),
            worry("self_harm", "2026-02-13"),
            talked("2026-02-16"),
            talked_with_on_day_of_self_harm=on("met_late", due="2026-02-13"),
        ),
        case(
            "Letters and attempts, a talk with her mother, and an appointment that did not take place",
            young_person(),
            worry("self_harm", "2026-02-13"),
            talked("2026-02-13", kind="message"),
            talked("2026-02-13", kind="attempt"),
            talked("2026-02-13", kind="telephone", person_id="mother"),
            appointment("2026-02-13", held=False),
            talked_with_on_day_of_self_harm=on("not_met", due="2026-02-13"),
        ),
        case(
            "The mental health team saw her in the emergency department",
            young_person(),
            worry("self_harm", "2026-02-13"),
            appointment("2026-02-13"),
            talked_with_on_day_of_self_harm=on("met"),
        ),
        case(
            "It became known this morning",
            young_person(),
            worry("self_harm", "2026-03-02"),
            talked_with_on_day_of_self_harm=on("due_soon", due="2026-03-02"),
        ),
        case(
            "Each time is asked about; the same one written down twice is one",
            young_person(),
            incident("self_harm", "2026-01-12", key="a-school"),
            incident("self_harm", "2026-01-12", key="b-ward"),
            incident("self_harm", "2026-02-13", key="second"),
            talked("2026-01-12"),
            talked_with_on_day_of_self_harm=[on("met", subject="a-school"), on("not_met", subject="second")],
        ),
    ],
)


@every_line(TABLE)
def test_what_is_said(engine: str, number: int, check: str, says: Says) -> None:
    TABLE.assert_says(engine, number, check, says)


def test_no_sentence_repeats_what_somebody_wrote() -> None:
    told = [finding["reason"] for engine in ("rows", "polars") for finding in TABLE.found(engine).values()]
    assert told
    for words in ("form teacher", "She asked for time", "aunt", "coach", "Boxing", "discussed with police"):
        assert not [reason for reason in told if words in reason]

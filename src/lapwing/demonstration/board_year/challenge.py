"""Stories of challenge and of passing on: a roster with its test, a pulse of the staff, and hand-overs traced end to end."""

from __future__ import annotations

from lapwing.board.verbs.challenge_roster import answer_roster_test, ask_roster, name_contact
from lapwing.board.verbs.staff_pulse import answer_pulse, note_good_practice, open_pulse
from lapwing.board.verbs.tracing_rounds import draw_hand_overs, give_traced_case, trace_hand_over
from lapwing.conduct.policies import NotPossible
from lapwing.demonstration.area import Area
from lapwing.demonstration.board_year.marking import OFFICER
from lapwing.demonstration.cast import Who
from lapwing.demonstration.telling import Steps
from lapwing.records.entries import entries
from lapwing.vocabulary.board.challenge import ContactPart, PulseAnswer, Stage
from lapwing.vocabulary.board.tracing import FamilySaid, LostAt, Traced

ROSTER = (
    (Who.TEAM_MANAGER, ContactPart.LEAD),
    (Who.SOCIAL_WORKER, ContactPart.DEPUTY),
    (Who.MIDWIFERY_MANAGER, ContactPart.LEAD),
    (Who.MIDWIFE, ContactPart.DEPUTY),
    (Who.NAMED_NURSE, ContactPart.LEAD),
    (Who.HEALTH_VISITOR, ContactPart.DEPUTY),
    (Who.POLICE_OFFICER, ContactPart.LEAD),
    (Who.SCHOOL_LEAD, ContactPart.LEAD),
)
SILENT = Who.HEALTH_VISITOR
"""The deputy who did not answer the test."""
YES, PARTLY, NO, NO_OCCASION = PulseAnswer.YES, PulseAnswer.PARTLY, PulseAnswer.NO, PulseAnswer.NO_OCCASION
PULSE = {
    Who.SOCIAL_WORKER: (YES, YES, YES),
    Who.MIDWIFE: (YES, PARTLY, NO),
    Who.HEALTH_VISITOR: (PARTLY, PARTLY, NO),
    Who.GP: (NO, YES, NO_OCCASION),
    Who.POLICE_OFFICER: (YES, YES, YES),
    Who.SCHOOL_LEAD: (YES, YES, YES),
    Who.HOUSING_OFFICER: (NO, NO, NO_OCCASION),
    Who.YOUTH_JUSTICE_WORKER: (PARTLY, YES, PARTLY),
    Who.TEAM_MANAGER: (YES, YES, PARTLY),
    Who.MIDWIFERY_MANAGER: (YES, PARTLY, YES),
    Who.NAMED_NURSE: (YES, YES, YES),
}
"""What each answers: whether they know how, whether they feel able to, and whether they did."""
TRACERS = (Who.AUDITOR, Who.NAMED_NURSE, Who.MIDWIFERY_MANAGER)


def challenge_kept_ready(area: Area) -> Steps:
    """Who is reached when agencies disagree. Everybody answered the test but for one deputy."""
    yield 320
    for who, part in ROSTER:
        area.do(OFFICER, name_contact, agency=area.agency(who), stage=Stage.FIRST, part=part, account=area.account(who))
    yield 75
    area.do(OFFICER, ask_roster)
    yield 74
    asked = entries("roster_answer").values_list("pk", "challenge_contact__contact_account")
    by_account = {area.account(who): who for who, _ in ROSTER if who is not SILENT}
    for key, account in asked:
        if account in by_account:
            area.do(by_account[account], answer_roster_test, roster_answer=key)
    yield 55
    area.do(
        Who.SCRUTINEER, note_good_practice, to_learn="It takes one telephone call, on the day.",
        says="A school rang the team manager instead of writing, and both changed their minds.",
    )  # fmt: skip


def staff_asked(area: Area) -> Steps:
    """Three questions to everybody on challenge, of a round that is over."""
    yield 112
    pulse = area.do(OFFICER, open_pulse, pulse_title="Challenge: how it feels", closes_on=area.ago(98))
    yield 105
    for who, (knows_how, felt_able, challenged) in PULSE.items():
        area.do(who, answer_pulse, staff_pulse=pulse, knows_how=knows_how, felt_able=felt_able, challenged=challenged)


def hand_overs_traced(area: Area) -> Steps:
    """Some hand-overs are traced from end to end; of those given out, one waits. Where none was sent there is nothing."""
    yield 40
    try:
        drawn = area.do(OFFICER, draw_hand_overs, due_on=area.ahead(14), seed=5)
    except NotPossible:
        return
    cases = list(entries("traced_case").filter(tracing_round=drawn).order_by("number").values_list("pk", flat=True))
    given = [(case, who) for case in cases if (who := _given(area, case)) is not None]
    yield 20
    for case, who in given[:-1]:
        _trace(area, case, who, lost=case == given[0][0])


def _given(area: Area, case: str) -> Who | None:
    """Who is given a hand-over to trace; nobody where it is everybody's own work."""
    turn = entries("traced_case").get(pk=case).number % len(TRACERS)
    for who in (*TRACERS[turn:], *TRACERS[:turn]):
        try:
            area.do(OFFICER, give_traced_case, traced_case=case, account=area.account(who))
        except NotPossible:
            continue
        return who
    return None


def _trace(area: Area, case: str, who: Who, *, lost: bool) -> None:
    area.do(
        who, trace_hand_over, traced_case=case, sent=Traced.YES, arrived=Traced.YES,
        accepted_by_name=Traced.NO if lost else Traced.YES, first_contact=Traced.NO if lost else Traced.YES,
        lost_at=LostAt.NOT_ACCEPTED if lost else LostAt.NOWHERE,
        family_said=FamilySaid.NOT_ASKED if lost else FamilySaid.WELL,
    )  # fmt: skip

"""Stories of young people from fourteen to seventeen: behaviour and what lies behind it, standing, rights, decisions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from lapwing.simulate.chance import Odds
from lapwing.simulate.events.assessing import SERVICES, assess, hear, hear_services, think_of_cause
from lapwing.simulate.events.courses import assess_family, protected, see
from lapwing.simulate.events.deciding import decide
from lapwing.simulate.events.health import appoint
from lapwing.simulate.events.meeting import AROUND_YOUNG_PERSON, meet_about
from lapwing.simulate.events.planning import Plan, act_on, give_action, make_plan
from lapwing.simulate.events.referring import SOURCES, Concern, Referral, close, involve, raise_concern, refer
from lapwing.simulate.events.sharing import (
    EXCEPTED_OF_YOUNG_PEOPLE,
    change_of_worker,
    disagree,
    disagree_at_once,
    hand_over,
    set_aside,
    share,
)
from lapwing.simulate.events.standing import ask_for_housing, explain_rights, go_missing, say_of_rights, stand, stay
from lapwing.simulate.family import Family, Span, Subject
from lapwing.simulate.people import a_child
from lapwing.simulate.stories.children import household, looked_after_reviews, place_for
from lapwing.simulate.workforce import Duty
from lapwing.simulate.worries import BEHAVIOUR, EXPLOITATION
from lapwing.vocabulary.care_codes import AppointmentKind, HandOverKind, LegalStatusKind, RightsKind, SettingKind
from lapwing.vocabulary.codes import ConcernKind, DateCertainty, HelpLevel, Sex
from lapwing.vocabulary.work_codes import (
    ActionAim,
    AssessmentKind,
    ClosureReason,
    Contributor,
    DecisionKind,
    DecisionOutcome,
    MeetingKind,
    PlanKind,
    ReferralOutcome,
    ReferralSource,
)

AGES = (14, 17)
CAUSES = (
    ConcernKind.DOMESTIC_ABUSE,
    ConcernKind.SEXUAL_ABUSE,
    ConcernKind.CHILD_CRIMINAL_EXPLOITATION,
    ConcernKind.CHILD_MENTAL_HEALTH,
    ConcernKind.CHILD_DISABILITY,
    ConcernKind.POVERTY,
)
"""What may lie behind behaviour, as headings under which it is asked after."""
ASKED = (Contributor.EDUCATION, Contributor.GENERAL_PRACTICE, Contributor.POLICE)


def a_young_person(
    family: Family, since: Span = (20, 400), ages: Span = AGES, until: date | None = None
) -> tuple[Subject, date]:
    """A young person at home, known since some days ago; nothing is recorded after `until`."""
    (young,), on = household(family, 1, since, ages)
    young.until = until or young.until
    stand(family, young, LegalStatusKind.AT_HOME_NO_ORDER, on)
    stay(family, young, SettingKind.FAMILY_HOME, on)
    return young, on


def behave(family: Family, young: Subject, on: date, kinds: Sequence[ConcernKind]) -> list[Concern]:
    """Behaviour that worries people; somebody asks what lies behind it, soon, late or never."""
    found = [raise_concern(family, young, kind, family.after(on, (0, 40)) if place else on)
             for place, kind in enumerate(kinds)]  # fmt: skip
    concerns = [concern for concern in found if concern]
    if concerns:
        look_behind(family, young, family.done(on, (2, 14), (20, 70), slow=0.25, never=0.3))
    return concerns


def look_behind(family: Family, young: Subject, on: date | None) -> None:
    """What may lie behind it, heading by heading, and the young person's own account or the attempts to hear it."""
    for heading in CAUSES:
        if family.chance.yes(0.55):
            think_of_cause(family, young, heading, on)
    if on is not None and family.chance.yes(0.7):
        heard = family.chance.yes(0.75)
        why = None if heard else "Would rather not talk yet; asked three times."
        hear(family, young, Contributor.CHILD, on, family.after(on, (0, 9)) if heard else None,
             direct=True, not_obtained_reason=why)  # fmt: skip


def incidents(family: Family, young: Subject, kind: ConcernKind, first_on: date) -> None:
    """It goes on: further incidents in the weeks after."""
    on = family.after(first_on, (6, 25))
    for _ in range(family.chance.days(1, 4)):
        raise_concern(family, young, kind, on, incident_on=on, seen_by=Duty.POLICE)
        on = family.after(on, (5, 20))


def plan_for(
    family: Family, young: Subject, concerns: Sequence[Concern], referral: Referral, kind: PlanKind, on: date | None
) -> Plan | None:
    """A plan whose actions rest on a decision, more often than not."""
    decision_id = decide(family, young, DecisionKind.STEP_UP, on, referral_id=referral.referral_id)
    plan = make_plan(family, young, kind, on, concerns, referral)
    act_on(family, young, concerns, plan, on, decision_id=decision_id if family.chance.yes(0.7) else None)
    if concerns and on is not None and family.chance.yes(0.5):
        give_action(family, young, concerns[0], plan, on, aim=ActionAim.CAUSE, says="Time with somebody they trust.",
                    decision_id=decision_id)  # fmt: skip
    return plan


def around(family: Family, young: Subject, on: date, duties: Sequence[Duty], meetings: Sequence[Contributor]) -> None:
    """Several agencies work with the young person; some are left out of the meetings."""
    for duty in duties:
        level = HelpLevel.CHILD_IN_NEED if duty is Duty.SOCIAL_WORKER else HelpLevel.NOT_KNOWN
        lead = duty is Duty.SOCIAL_WORKER and family.chance.yes(0.85)
        involve(family, young, duty, family.after(on, (0, 40)), level, lead=lead)
    day = family.after(on, (15, 40))
    while day is not None and day <= min(young.until, on + timedelta(260)):
        meeting_id = meet_about(family, young, MeetingKind.PROFESSIONALS, day, meetings)
        for who in meetings:
            if who in SERVICES and family.chance.yes(0.4):
                hear(
                    family, young, who, day - timedelta(7), family.done(day, (-5, 0), never=0.3), meeting_id=meeting_id
                )
        day = family.after(day, (40, 60))
    for duty in duties:
        if duty is not Duty.SOCIAL_WORKER:
            shared_on = family.done(on, (5, 40), never=0.25)
            share(family, young, Duty.SOCIAL_WORKER, duty, shared_on, what="What worries them, and what is planned.")


def exploited(family: Family) -> None:
    """Gifts, debts, nights away: first seen as behaviour, then as harm done to a child."""
    young, on = a_young_person(family, (60, 450))
    kind = family.chance.pick(EXPLOITATION[:2])
    concerns = behave(family, young, on, (ConcernKind.GOING_MISSING, ConcernKind.CHILD_SUBSTANCES, kind))
    referral = refer(family, young, on, family.chance.by_odds(SOURCES), need="N1")
    for _ in range(family.chance.days(2, 6)):
        go_missing(family, young, on + timedelta(family.chance.days(3, 300)), family.chance.days(1, 4))
    strategy_on = family.done(concerns[-1].on if concerns else None, (0, 3), (10, 40), never=0.3)
    held = DecisionOutcome.REQUIRED if family.chance.yes(0.75) else DecisionOutcome.NOT_REQUIRED
    decide(family, young, DecisionKind.STRATEGY_DISCUSSION, strategy_on, held)
    if held is DecisionOutcome.REQUIRED:
        meet_about(family, young, MeetingKind.STRATEGY_DISCUSSION, strategy_on, AROUND_YOUNG_PERSON[2:])
    assess_family(family, young, referral, ASKED)
    plan_for(family, young, concerns, referral, PlanKind.CHILD_IN_NEED, family.after(on, (30, 60)))
    duties = (Duty.SOCIAL_WORKER, Duty.YOUTH_JUSTICE, Duty.SCHOOL, Duty.POLICE)
    around(family, young, on, duties, AROUND_YOUNG_PERSON)
    explain_rights(family, young, family.after(on, (3, 40)), 0.6)


def at_risk_at_school(family: Family) -> None:
    """Fights, then exclusion; the actions so far answer the behaviour."""
    young, on = a_young_person(family)
    concerns = behave(family, young, on, (ConcernKind.AGGRESSION, ConcernKind.EXCLUSION))
    referral = refer(family, young, on, ReferralSource.EDUCATION, need="N6")
    decide(family, young, DecisionKind.EXCLUSION, family.after(on, (5, 40)), duty=Duty.SCHOOL)
    incidents(family, young, ConcernKind.AGGRESSION, on)
    act_on(family, young, concerns, None, on, aim=ActionAim.BEHAVIOUR)
    assess_family(family, young, referral, ASKED)
    around(family, young, on, (Duty.SCHOOL, Duty.SCHOOL_NURSE), AROUND_YOUNG_PERSON[:4])


def hurting_themselves(family: Family) -> None:
    """Self-harm, a night on a ward, and whether going home was safe: two services saw it differently."""
    young, on = a_young_person(family, (20, 350))
    concerns = behave(family, young, on, (ConcernKind.SELF_HARM, ConcernKind.CHILD_MENTAL_HEALTH))
    referral = refer(family, young, on, ReferralSource.EMERGENCY_DEPARTMENT, need="N5")
    ward = SettingKind.ADULT_WARD if family.chance.yes(0.25) else SettingKind.CHILD_WARD
    home_on = on + timedelta(family.chance.days(1, 6))
    stay(family, young, ward, on, home_on, reason="The only bed." if ward is SettingKind.ADULT_WARD else None)
    decide(family, young, DecisionKind.DISCHARGE, home_on, duty=Duty.DOCTOR, urgent=True)
    if family.chance.yes(0.4):
        disagree_at_once(family, young, on)
    for week in (2, 4, 6, 9):
        appoint(family, young, AppointmentKind.CHILD_MENTAL_HEALTH, Duty.CHILD_MENTAL_HEALTH, family.on_weekday(
                on + timedelta(7 * week)))  # fmt: skip
    plan_for(family, young, concerns, referral, PlanKind.CHILD_IN_NEED, family.after(on, (8, 30)))
    around(family, young, on, (Duty.CHILD_MENTAL_HEALTH, Duty.SCHOOL, Duty.SOCIAL_WORKER), AROUND_YOUNG_PERSON)
    share(
        family, young, Duty.CHILD_MENTAL_HEALTH, Duty.SOCIAL_WORKER, family.after(home_on, (0, 3)), what="Safety plan."
    )


def offending(family: Family) -> None:
    """An order, a plan with youth justice, and a plan with social care that does not mention it."""
    young, on = a_young_person(family, (40, 450))
    concerns = behave(family, young, on, (ConcernKind.OFFENDING_BY_CHILD, ConcernKind.GANGS))
    referral = refer(family, young, on, ReferralSource.POLICE, need="N6")
    incidents(family, young, ConcernKind.OFFENDING_BY_CHILD, on)
    order_on = family.after(on, (30, 80))
    stand(family, young, LegalStatusKind.YOUTH_JUSTICE_ORDER, order_on)
    held_on = family.after(on, (0, 3))
    if family.chance.yes(0.5):
        stay(family, young, SettingKind.POLICE_CELL, held_on, held_on, reason="Held overnight after charge.")
        decide(family, young, DecisionKind.BAIL_OR_REMAND_ADDRESS, held_on, duty=Duty.YOUTH_JUSTICE, urgent=True)
        if held_on and family.chance.yes(0.75):
            say_of_rights(family, young, RightsKind.APPROPRIATE_ADULT, held_on, "A trained volunteer was there.")
    youth_plan = make_plan(family, young, PlanKind.YOUTH_JUSTICE, order_on, (), None, Duty.YOUTH_JUSTICE)
    act_on(family, young, concerns, youth_plan, order_on)
    assess(family, young, AssessmentKind.YOUNG_PERSON, on, family.after(on, (15, 40)), referral,
           led_by=family.worker(Duty.YOUTH_JUSTICE).practitioner_id)  # fmt: skip
    plan_for(family, young, concerns[:1], referral, PlanKind.CHILD_IN_NEED, family.after(on, (20, 60)))
    around(family, young, on, (Duty.YOUTH_JUSTICE, Duty.SOCIAL_WORKER, Duty.SCHOOL), AROUND_YOUNG_PERSON)


def homeless_at_sixteen(family: Family) -> None:
    """Thrown out at sixteen: a room in bed and breakfast, an offer of care declined, with the choice explained or not."""
    young, on = a_young_person(family, (15, 300), (16, 17))
    concern = raise_concern(family, young, ConcernKind.HOMELESSNESS, on)
    referral = refer(family, young, on, ReferralSource.HOUSING, need="N8")
    ask_for_housing(family, young, on)
    room = family.chance.pick(
        (SettingKind.BED_AND_BREAKFAST, SettingKind.ADULT_HOSTEL, SettingKind.SUPPORTED_ACCOMMODATION)
    )
    moved_on = family.after(on, (20, 120))
    stay(family, young, room, on, moved_on, move_planned_on=moved_on if family.chance.yes(0.4) else None)
    declined = family.chance.yes(0.6)
    stand(family, young, LegalStatusKind.DECLINED_SECTION_20 if declined else LegalStatusKind.SECTION_20, on)
    decision_id = decide(family, young, DecisionKind.OTHER, on, options="Care, or a room with support.")
    explain_rights(family, young, on, 0.75 if declined else 0.85, decision_id=decision_id)
    decide(family, young, DecisionKind.MOVE, moved_on, DecisionOutcome.REQUIRED)
    plan_for(family, young, [concern] if concern else [], referral, PlanKind.CHILD_IN_NEED, family.after(on, (10, 40)))
    around(family, young, on, (Duty.HOUSING, Duty.SOCIAL_WORKER), AROUND_YOUNG_PERSON[:4])


def alone_in_the_country(family: Family) -> None:
    """Arrived alone; some say that he is older, and he is treated as a child until that is settled."""
    on = family.on_weekday(family.today - timedelta(family.chance.days(20, 500)))
    on = min(on, family.today)
    certainty = family.chance.pick((DateCertainty.STATED, DateCertainty.DISPUTED, DateCertainty.STATED))
    born_on = family.today - timedelta(family.chance.days(15 * 366, 17 * 365))
    young = a_child(family, on, born_on, None, sex=Sex.MALE, born_on_certainty=certainty, language="Kurdish")
    raise_concern(family, young, ConcernKind.UNACCOMPANIED, on)
    refer(family, young, on, ReferralSource.POLICE, need="N8")
    stand(family, young, LegalStatusKind.UNACCOMPANIED, on)
    stand(family, young, LegalStatusKind.SECTION_20, on)
    if certainty is DateCertainty.DISPUTED:
        stand(family, young, LegalStatusKind.AGE_DISPUTED, on, family.done(on, (20, 60), (80, 200), never=0.4))
    place_for(family, young, on)
    explain_rights(family, young, on, 0.8)
    looked_after_reviews(family, young, on)
    involve(family, young, Duty.SOCIAL_WORKER, on, HelpLevel.LOOKED_AFTER)


def looked_after(family: Family) -> None:
    """In care for years, with a pathway plan to come."""
    young, on = a_young_person(family, (200, 1400))
    start = family.after(on, (5, 40))
    stand(family, young, LegalStatusKind.SECTION_31, start)
    place_for(family, young, start)
    make_plan(family, young, PlanKind.CARE, start)
    involve(family, young, Duty.SOCIAL_WORKER, start, HelpLevel.LOOKED_AFTER)
    looked_after_reviews(family, young, start)
    explain_rights(family, young, family.today - timedelta(family.chance.days(20, 400)), 0.7)
    if family.chance.yes(0.3):
        change_of_worker(family, young, on)
    if family.chance.yes(0.35):
        home_on = family.today - timedelta(family.chance.days(5, 150))
        decide(family, young, DecisionKind.RETURN_HOME, family.on_weekday(home_on), DecisionOutcome.REQUIRED)
    _grow_up(family, young)


def turning_eighteen(family: Family) -> None:
    """Eighteen this year: handed over to adult services, or simply no longer seen."""
    young, on = a_young_person(family, (200, 700), (17, 17))
    concerns = behave(family, young, on, (ConcernKind.CHILD_MENTAL_HEALTH,))
    _grow_up(family, young)
    kind = HandOverKind.ADULT_SERVICES
    hand_over(family, young, kind, Duty.CHILD_MENTAL_HEALTH, Duty.ADULT_MENTAL_HEALTH,
              family.done(family.today, (-60, -5), never=0.4))  # fmt: skip
    involve(family, young, Duty.CHILD_MENTAL_HEALTH, on, HelpLevel.NOT_KNOWN)
    act_on(family, young, concerns, None, on)


def _grow_up(family: Family, young: Subject) -> None:
    """A plan for the time after eighteen, in good time or not."""
    on = family.done(young.at_age(int(17.2 * 365.25)), (0, 110), (130, 270), slow=0.25, never=0.25)
    if on is not None and on > family.today - timedelta(700):
        make_plan(family, young, PlanKind.PATHWAY, on)
        say_of_rights(family, young, RightsKind.TRANSITION_PLAN, on, "What happens at eighteen, in their own words.")


def challenged(family: Family) -> None:
    """Youth justice asks for a conference, social care says no: the challenge goes from stage to stage."""
    young, on = a_young_person(family, (30, 350))
    concerns = behave(family, young, on, (ConcernKind.HARMFUL_SEXUAL_BEHAVIOUR, ConcernKind.NEGLECT))
    referral = refer(family, young, on, ReferralSource.POLICE)
    decided_on = family.after(on, (3, 20))
    decision_id = decide(family, young, DecisionKind.CONFERENCE, decided_on, DecisionOutcome.NOT_REQUIRED)
    raised_on = family.after(decided_on, (1, 8))
    if raised_on is not None:
        disagree(family, young, raised_on, Duty.YOUTH_JUSTICE, Duty.MANAGER, decision_id=decision_id)
    assess_family(family, young, referral, ASKED)
    act_on(family, young, concerns, None, on)
    around(family, young, on, (Duty.YOUTH_JUSTICE, Duty.SOCIAL_WORKER, Duty.SCHOOL), AROUND_YOUNG_PERSON)


def protected_at_fifteen(family: Family) -> None:
    young, on = a_young_person(family, (30, 500), (14, 16))
    concerns = behave(family, young, on, (ConcernKind.NEGLECT, ConcernKind.GOING_MISSING))
    referral = refer(family, young, on, family.chance.by_odds(SOURCES), ReferralOutcome.SECTION_47)
    protected(family, young, referral, concerns, referral.decided_on, AROUND_YOUNG_PERSON)
    explain_rights(family, young, family.after(on, (5, 40)), 0.6)
    go_missing(family, young, on + timedelta(family.chance.days(5, 60)), 1)


HELP_REFUSED = Odds(dict.fromkeys(BEHAVIOUR, 1.0))


def no_answer_at_the_door(family: Family) -> None:
    """Help was offered and refused; the work was closed, with or without a decision that says what was weighed."""
    young, on = a_young_person(family, (30, 400))
    concerns = behave(family, young, on, (family.chance.by_odds(HELP_REFUSED), ConcernKind.REFUSAL_OF_HELP))
    referral = refer(family, young, on, family.chance.by_odds(SOURCES), need="N6")
    see(family, young, on, on + timedelta(90), (10, 25))
    act_on(family, young, concerns, None, on)
    closed_on = family.after(on, (70, 130))
    if family.chance.yes(0.7):
        kind = family.chance.pick((DecisionKind.CLOSE, DecisionKind.NO_FURTHER_ACTION, DecisionKind.STEP_DOWN))
        decide(family, young, kind, closed_on, reasoned=family.chance.yes(0.7))
    close(family, young, referral, closed_on, ClosureReason.OTHER)
    if family.chance.yes(0.4):
        check = family.chance.pick(EXCEPTED_OF_YOUNG_PEOPLE)
        set_aside(family, young, check, on + timedelta(15), family.chance.days(20, 200))


def seen_by_one_service(family: Family) -> None:
    """Referred once, assessed, and known to nobody but school since."""
    young, on = a_young_person(family, (10, 400))
    concerns = behave(family, young, on, (family.chance.pick((ConcernKind.YOUNG_CARER, ConcernKind.EMOTIONAL_ABUSE)),))
    referral = refer(family, young, on, ReferralSource.EDUCATION)
    assessment = assess_family(family, young, referral, ASKED)
    if assessment is not None:
        hear_services(family, young, (Contributor.HEALTH_VISITING,), assessment)
    act_on(family, young, concerns, None, referral.decided_on)
    close(family, young, referral, family.after(on, (40, 70)), ClosureReason.NO_FURTHER_ACTION)

"""P67.1: what lies behind a young person's behaviour, and help with that and not with the behaviour alone.

Six ask about a run of concerns as one thing, however many incidents there were; the last about each self-harm of
which somebody learned. Not all behaviour comes of harm: what was looked into and not found is an answer.
"""

from __future__ import annotations

from typing import ClassVar

from lapwing.engine.check import Check, Outcome
from lapwing.language.expressions import Constant, Expression
from lapwing.lessons import ages_of_concern
from lapwing.lessons.settings import Basis
from lapwing.vocabulary.behaviour import self_harm
from lapwing.vocabulary.facts import Fact
from lapwing.vocabulary.local import local
from lapwing.vocabulary.run_of_concerns import run_of_concerns

CANNOT_TELL = "The record cannot show whether this was done in time. Not recorded: {missing}."


class OfRun(Check, abstract=True):
    """What the checks on one run of concerns have in common."""

    lesson = ages_of_concern.bullet("P67.1")
    about = run_of_concerns
    basis = Basis.REPORT
    applies: ClassVar[Expression] = Constant(True)
    due_on: ClassVar[Expression] = run_of_concerns.known_on.plus_working_days(local("behaviour.explored_wd"))
    tells: ClassVar[tuple[Fact, ...]] = (run_of_concerns.since_on, run_of_concerns.incident_count)
    who_can = "The lead practitioner, or whoever knows the young person best."


class CausesExplored(OfRun):
    """Agencies answered what a young person did, and nobody asked what had happened to them."""

    asks = "Has anybody looked into what may lie behind the behaviour?"
    met_on = run_of_concerns.explored_on
    needs = (run_of_concerns.explored_on,)
    tells = (
        *OfRun.tells,
        run_of_concerns.signs_found_on,
        run_of_concerns.causes_so_far,
        run_of_concerns.actions_so_far,
    )
    says = {
        Outcome.NOT_MET: "Concerns about behaviour since {since_on}: {incident_count}. {actions_so_far} {causes_so_far} Signs "
        "of abuse or exploitation, first noted: {signs_found_on}. Possible causes, more than one, were to be looked into by "
        "{due_on}.",
        Outcome.NOT_YET_DUE: "Concerns about behaviour since {since_on}: {incident_count}. Possible causes, more than one, "
        "are to be looked into by {due_on}. Signs of abuse or exploitation, first noted: {signs_found_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "Concerns about behaviour since {since_on}: {incident_count}. Possible causes, more than one, were "
        "looked into by {explored_on}.",
    }
    plainly = (
        "When adults worry about what you do, somebody should ask what is happening in your life, and whether anybody is "
        "harming you."
    )
    would_meet = (
        "Entries on possible causes under at least two headings of the area's list: found, not found, or not explored and "
        "why. A young person may have done harm and been harmed; both belong here."
    )
    ask_next = "What might this behaviour be telling us, and what has happened around the time it began?"


class YoungPersonHeard(OfRun):
    """Reports spoke about young people at length, and had nothing that they had said themselves."""

    asks = "Is the young person's own account there, or what was done to hear it?"
    met_on = run_of_concerns.heard_on
    needs = (run_of_concerns.heard_on,)
    says = {
        Outcome.NOT_MET: "Concerns about behaviour since {since_on}: {incident_count}. Neither the young person's own account "
        "since nor how it was sought is recorded. One of them was expected by {due_on}.",
        Outcome.NOT_YET_DUE: "Concerns about behaviour since {since_on}: {incident_count}. The young person's own account, or "
        "how it was sought, is expected by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "Concerns about behaviour since {since_on}: {incident_count}. The young person was heard, or how this "
        "was tried recorded, by {heard_on}.",
    }
    plainly = "You should be asked how you see it, by somebody you can talk to. You need not tell anything you do not want to."
    would_meet = (
        "What the young person said, told to whomever they chose; or how and when they were asked, and that they would rather "
        "not say. Nobody is pressed to tell."
    )
    ask_next = "Whom does this young person trust, and could that person ask?"


class CausesExploredAgain(OfRun):
    """Things went from bad to worse while everybody worked from what had been thought at the beginning."""

    asks = "After further incidents, were the causes looked into again?"
    applies = run_of_concerns.called_again_on.is_known()
    met_on = run_of_concerns.looked_again_on
    due_on = run_of_concerns.called_again_on.plus_working_days(local("behaviour.refresh_wd"))
    needs = (run_of_concerns.looked_again_on,)
    tells = (*OfRun.tells, run_of_concerns.called_again_on)
    says = {
        Outcome.NOT_MET: "Concerns about behaviour since {since_on}: {incident_count}. More of them were recorded up to "
        "{called_again_on}, within weeks of each other. Nothing is recorded since on what may lie behind them. It was "
        "expected by {due_on}.",
        Outcome.NOT_YET_DUE: "Concerns about behaviour since {since_on}: {incident_count}. More of them were recorded up to "
        "{called_again_on}: the causes are to be looked into again by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "Concerns about behaviour since {since_on}: {incident_count}. More of them were recorded up to "
        "{called_again_on}; the causes were looked into again on {looked_again_on}.",
        Outcome.NOT_APPLICABLE: "This is asked after further incidents within weeks of each other, once causes had been looked "
        "into.",
    }
    plainly = "If things go on being hard, adults should think again, with you, about what lies behind it."
    would_meet = "A new entry on possible causes since: what was missed, what has changed, what did not help and why."
    ask_next = "What do these incidents have in common: a place, a time, a person?"


class StrategyDiscussionConsidered(OfRun):
    """Signs that a young person was being harmed stood beside reports of what they had done, and no one put them together."""

    asks = "With signs of abuse or exploitation on record, was a strategy discussion held, or found with reasons not to be needed?"
    applies = run_of_concerns.signs_found_on.is_known()
    met_on = run_of_concerns.strategy_settled_on
    due_on = run_of_concerns.strategy_clock_from.plus_working_days(local("behaviour.explored_wd"))
    needs = (run_of_concerns.strategy_settled_on,)
    tells = (*OfRun.tells, run_of_concerns.signs_found_on)
    says = {
        Outcome.NOT_MET: "Concerns about behaviour since {since_on}: {incident_count}. Signs of abuse or exploitation were "
        "first noted on {signs_found_on}. Neither a strategy discussion nor a reason for none is recorded. One of them was "
        "expected by {due_on}.",
        Outcome.NOT_YET_DUE: "Concerns about behaviour since {since_on}: {incident_count}. Signs of abuse or exploitation "
        "were first noted on {signs_found_on}. A strategy discussion, or why none, is expected by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "Signs of abuse or exploitation were first noted on {signs_found_on}. A strategy discussion was held, or "
        "found with reasons not to be needed, on {strategy_settled_on}.",
        Outcome.NOT_APPLICABLE: "No signs of abuse or exploitation stand in this record.",
    }
    plainly = (
        "If somebody may be harming you, the services should speak with one another and decide how to keep you safe."
    )
    would_meet = (
        "The discussion with police and health; or a decision, with reasons, that none is needed. At once where harm is "
        "likely."
    )
    who_can = "Children's social care, with the police and health; any of them may ask for it."
    ask_next = "If this young person were eight years old, what would we do with what we know?"


class ActionAimsAtCause(OfRun):
    """Exclusions, warnings and curfews followed each other, and nothing was done about what lay behind."""

    asks = "Does any action aim at a cause, and not only at the behaviour?"
    applies = run_of_concerns.cause_found_on.is_known() | run_of_concerns.signs_found_on.is_known()
    met_on = run_of_concerns.acted_on
    due_on = run_of_concerns.cause_known_on.plus_working_days(local("behaviour.cause_action_wd"))
    needs = (run_of_concerns.acted_on,)
    tells = (*OfRun.tells, run_of_concerns.cause_known_on, run_of_concerns.actions_so_far)
    says = {
        Outcome.NOT_MET: "Concerns about behaviour since {since_on}: {incident_count}. A cause, or signs of one, were known "
        "by {cause_known_on}. {actions_so_far} One that aims at a cause was expected by {due_on}.",
        Outcome.NOT_YET_DUE: "Concerns about behaviour since {since_on}: {incident_count}. A cause, or signs of one, were "
        "known by {cause_known_on}. {actions_so_far} One that aims at a cause is expected by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "Concerns about behaviour since {since_on}: {incident_count}. An action at what may lie behind them, or "
        "why none is needed, is recorded on {acted_on}.",
        Outcome.NOT_APPLICABLE: "This is asked once a cause has been found, or signs of abuse or exploitation have been noted.",
    }
    plainly = "You should get help with what makes things hard for you, not only be told what to stop."
    would_meet = (
        "An action marked as aimed at a cause, with a named practitioner: being kept safe from somebody, help with loss, with "
        "learning, with money. Or the reason why none is needed. A referral alone is not yet one."
    )
    ask_next = "Which of our actions would still make sense if the behaviour stopped tomorrow?"


class HelpWithCauseLasts(OfRun):
    """Help came in short pieces and ended with the crisis; what lay behind was there for years."""

    asks = "Has help with a cause lasted, or ended sooner because it had worked or something else was agreed?"
    basis = Basis.LOCAL_PROCEDURE
    applies = run_of_concerns.support_began_on.is_known()
    met_on = run_of_concerns.support_lasted_on
    due_on = run_of_concerns.support_began_on.plus_days(local("behaviour.sustained_weeks"))
    needs = (run_of_concerns.support_lasted_on,)
    tells = (run_of_concerns.support_began_on,)
    says = {
        Outcome.NOT_MET: "Help with a cause began on {support_began_on}. It did not last until {due_on}, and it is not recorded "
        "that it had worked, or that something else was agreed.",
        Outcome.NOT_YET_DUE: "Help with a cause began on {support_began_on}. It is expected to go on until {due_on} at least.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "Help with a cause began on {support_began_on}. It had lasted, had worked, or something else was agreed, by "
        "{support_lasted_on}.",
        Outcome.MET_LATE: "Help with a cause began on {support_began_on} and did not last until {due_on}. It was taken up "
        "again, or something else was agreed, on {support_lasted_on}.",
        Outcome.NOT_APPLICABLE: "This is asked once help with a cause has begun.",
    }
    plainly = "Help should not stop as soon as things are a bit better; somebody should stay beside you for as long as you need."
    would_meet = (
        "Help that still goes on; or, where it ended, that it worked, or what happens instead because it was declined."
    )
    ask_next = "Who will still be there for this young person in three months?"


class TalkedWithOnDayOfSelfHarm(Check):
    """A young person had hurt themselves, and the days went by before anybody sat down with them."""

    asks = "Did somebody talk with the young person on the day on which self-harm was recorded?"
    lesson = ages_of_concern.bullet("P67.1")
    about = self_harm
    basis = Basis.NATIONAL_GOOD_PRACTICE
    applies = Constant(True)
    met_on = self_harm.talked_on
    due_on = self_harm.recorded_on.plus_days(local("behaviour.self_harm_spoken_days"))
    needs = (self_harm.talked_on,)
    tells = (self_harm.found_on,)
    says = {
        Outcome.NOT_MET: "Self-harm, or thoughts of suicide, became known on {found_on}. No conversation with the young person is "
        "recorded since. It was expected by {due_on}.",
        Outcome.NOT_YET_DUE: "Self-harm, or thoughts of suicide, became known on {found_on}. Somebody is to talk with the young "
        "person by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "Self-harm, or thoughts of suicide, became known on {found_on}. Somebody talked with the young person on "
        "{talked_on}.",
    }
    plainly = (
        "If you have hurt yourself or thought of it, somebody should talk with you that day, kindly and without hurry."
    )
    would_meet = (
        "A conversation, in person or by telephone, or an appointment that was kept. No scale or score is asked for."
    )
    who_can = "Whoever learns of it, with the young person's own choice of whom to talk to."
    ask_next = "How is the young person now, and who is with them tonight?"

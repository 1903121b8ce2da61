"""P81.1: a decision, with its risks weighed, behind each step that changes much for a young person.

Four ask how a decision was made, four whether there is one behind a closed case, a move, a plan that ended and an
action. What an entry says is for people to judge; asked here is whether each part of it is there.
"""

from __future__ import annotations

from typing import ClassVar

from lapwing.engine.check import Check, Outcome
from lapwing.language.expressions import Constant, Expression
from lapwing.lessons import ages_of_concern
from lapwing.lessons.settings import Basis
from lapwing.vocabulary.facts import Fact
from lapwing.vocabulary.significant_decision import (
    closed_case,
    ended_plan,
    move_of_young_person,
    planned_action,
    significant_decision,
)

P81_1 = ages_of_concern.bullet("P81.1")
CANNOT_TELL = "The record cannot show whether this was done in time. Not recorded: {missing}."


class OfDecision(Check, abstract=True):
    """What the checks on one decision have in common: it is whole on the day it is made, or soon after if urgent."""

    lesson = P81_1
    about = significant_decision
    basis = Basis.REPORT
    applies: ClassVar[Expression] = Constant(True)
    due_on: ClassVar[Expression] = significant_decision.record_due_on
    tells: ClassVar[tuple[Fact, ...]] = (significant_decision.kind, significant_decision.decided_on)
    who_can = "Whoever made the decision, or their manager."


class RisksWeighed(OfDecision):
    """Steps were taken for older children without a trace of what was feared, or of what else could be done."""

    asks = "Does the decision weigh the harms, what protects the young person, and what else could be done?"
    met_on = significant_decision.risks_weighed_on
    needs = (significant_decision.harms, significant_decision.protective_factors, significant_decision.options)
    says = {
        Outcome.NOT_MET: "{kind}, decided on {decided_on}. Not recorded: {missing}.",
        Outcome.NOT_YET_DUE: "{kind}, decided on {decided_on}. Still to be recorded by {due_on}: {missing}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{kind}, decided on {decided_on}: harms, protection and other options are on record.",
    }
    plainly = (
        "When services decide something big about your life, they should think of what could go wrong, and of you."
    )
    would_meet = "Harms at home and outside it, what protects the young person, and the options that were turned down."
    ask_next = "What are we most afraid of if we do this, and if we do not?"


class ViewInDecision(OfDecision):
    """What young people themselves thought was not asked, or not written where it was decided."""

    asks = "Does the decision have the young person's own view?"
    met_on = significant_decision.view_recorded_on
    needs = (significant_decision.childs_view,)
    says = {
        Outcome.NOT_MET: "{kind}, decided on {decided_on}. The young person's view is not recorded with it.",
        Outcome.NOT_YET_DUE: "{kind}, decided on {decided_on}. The young person's view is to be recorded by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{kind}, decided on {decided_on}, with the young person's view.",
    }
    plainly = "Before something big is decided, you should be asked what you think, and that should be written down."
    would_meet = (
        "What the young person said, in their own words; or how they were asked and that they preferred not to say."
    )
    ask_next = "What would the young person say about this, and who would they say it to?"


class DecisionReasonedAndOwned(OfDecision):
    """Nobody could later say who had decided, on what authority, or why."""

    asks = "Does the decision say why, who made it and in what capacity, and who was consulted?"
    met_on = significant_decision.owned_on
    needs = (
        significant_decision.reasons,
        significant_decision.decided_by,
        significant_decision.authority,
        significant_decision.consulted,
    )
    says = {
        Outcome.NOT_MET: "{kind}, decided on {decided_on}. Not recorded: {missing}.",
        Outcome.NOT_YET_DUE: "{kind}, decided on {decided_on}. Still to be recorded by {due_on}: {missing}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{kind}, decided on {decided_on}, with its reasons, who made it and who was consulted.",
    }
    plainly = "You should be able to find out who decided something about you, and why."
    would_meet = "The reasons in this young person's case, who decided and in what post, and whom they asked."
    ask_next = "If this were read in a year, would it be clear why it seemed right?"


class DecisionLooksAhead(OfDecision):
    """A decision was made once and never looked at again, although it had stopped holding."""

    asks = "Does the decision say what happens if it does not hold, and when it is looked at again?"
    met_on = significant_decision.looked_ahead_on
    needs = (significant_decision.contingency, significant_decision.review_on)
    says = {
        Outcome.NOT_MET: "{kind}, decided on {decided_on}. Not recorded: {missing}.",
        Outcome.NOT_YET_DUE: "{kind}, decided on {decided_on}. Still to be recorded by {due_on}: {missing}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{kind}, decided on {decided_on}, with what happens otherwise and a date to look again.",
    }
    plainly = "Services should plan what they will do if things do not go well, and when they will look again."
    would_meet = "What is done if it does not hold, and a day on which it is looked at again."
    ask_next = "What would tell us within a week that this is not working?"


class OfStep(Check, abstract=True):
    """What the checks on steps that call for a decision have in common."""

    lesson = P81_1
    basis = Basis.REPORT
    applies: ClassVar[Expression] = Constant(True)
    who_can = "The manager who agreed to it."
    plainly = (
        "Nothing big should change for you unless somebody has thought about the risks and written down the decision."
    )
    would_meet = "A decision recorded before the step or on its day; an urgent one, marked so, by the end of the next working day."
    ask_next = "Who decided this, and what did they weigh?"


class ClosureDecided(OfStep):
    """Cases of older children were closed with nothing to show that anybody had thought about what remained."""

    asks = "Is there a recorded decision behind the closing of this case?"
    about = closed_case
    met_on = closed_case.decided_on
    due_on = closed_case.decision_due_on
    needs = (closed_case.decided_on,)
    tells = (closed_case.closed_on,)
    says = {
        Outcome.NOT_MET: "The case was closed on {closed_on}. No decision to close it is recorded.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "The case was closed on {closed_on}; the decision was recorded on {decided_on}.",
    }


class MoveDecided(OfStep):
    """Young people were moved from place to place, each time as if it were nobody's decision."""

    asks = "Is there a recorded decision behind this move?"
    about = move_of_young_person
    applies = move_of_young_person.came_before_on.is_known()
    met_on = move_of_young_person.decided_on
    due_on = move_of_young_person.decision_due_on
    needs = (move_of_young_person.decided_on,)
    tells = (move_of_young_person.kind, move_of_young_person.started_on)
    says = {
        Outcome.NOT_MET: "Moved on {started_on}: {kind}. No decision to move is recorded since the stay before it began.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "Moved on {started_on}: {kind}. The decision was recorded on {decided_on}.",
        Outcome.NOT_APPLICABLE: "This is asked of a move from one place on record to another.",
    }


class EndingDecided(OfStep):
    """Plans ended because things had gone quiet; nobody had weighed whether they were better."""

    asks = "Is there a recorded decision behind the ending of this plan?"
    about = ended_plan
    met_on = ended_plan.decided_on
    due_on = ended_plan.decision_due_on
    needs = (ended_plan.decided_on,)
    tells = (ended_plan.kind, ended_plan.ended_on)
    says = {
        Outcome.NOT_MET: "{kind}: ended on {ended_on}. No decision to end it or to step down is recorded.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{kind}: ended on {ended_on}; the decision was recorded on {decided_on}.",
    }


class ActionRestsOnDecision(OfStep):
    """Plans filled with actions that nobody could trace to anything that had been thought through."""

    asks = "Is this action tied to the decision behind it?"
    about = planned_action
    met_on = planned_action.linked_on
    due_on = planned_action.assigned_on
    needs = (planned_action.linked_on,)
    tells = (planned_action.kind,)
    says = {
        Outcome.NOT_MET: "{kind}, given to its owner on {assigned_on}. The decision behind it is not recorded with it.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{kind}, given to its owner on {assigned_on}, with the decision behind it.",
    }
    plainly = "What is planned for you should follow from something that was thought through."
    would_meet = "The action tied to the decision that it carries out."
    who_can = "Whoever wrote the plan."
    ask_next = "Which decision does this carry out?"

"""P67.1: after each time of being missing, an interview with somebody independent, and what becomes of it.

An interview that is offered and declined has been offered; nobody has to say where they were.
"""

from __future__ import annotations

from typing import ClassVar

from lapwing.engine.check import Check, Outcome
from lapwing.language.expressions import Constant, Expression
from lapwing.lessons import ages_of_concern
from lapwing.lessons.settings import Basis
from lapwing.vocabulary.facts import Fact
from lapwing.vocabulary.local import local
from lapwing.vocabulary.return_from_missing import return_from_missing

HELD_BY_CARER = "Back on {returned_on}. The return interview of {held_on} was held by somebody who looks after them."


class OfReturn(Check, abstract=True):
    """What the checks on one return have in common."""

    lesson = ages_of_concern.bullet("P67.1")
    about = return_from_missing
    applies: ClassVar[Expression] = return_from_missing.held_on.is_known()
    tells: ClassVar[tuple[Fact, ...]] = (return_from_missing.returned_on,)
    who_can = "Children's social care, or the service that holds return interviews for the area."


class ReturnInterviewOffered(OfReturn):
    """Young people went missing again and again, and no one asked them what they had gone from, or to."""

    asks = "Was a return interview offered in time?"
    basis = Basis.STATUTORY
    applies = Constant(True)
    cannot_tell = return_from_missing.took_place_undated
    met_on = return_from_missing.settled_on
    due_on = return_from_missing.returned_on.plus_days(local("rhi.hours"))
    needs = (return_from_missing.settled_on,)
    says = {
        Outcome.NOT_MET: "Back on {returned_on}. Neither the offer of a return interview nor a reason for none is recorded. One of "
        "them was expected by {due_on}.",
        Outcome.NOT_YET_DUE: "Back on {returned_on}. A return interview is to be offered by {due_on}.",
        Outcome.CANNOT_TELL: "Back on {returned_on}. The record cannot show whether an interview was offered in time. Not "
        "recorded: {missing}.",
        Outcome.MET: "Back on {returned_on}. A return interview was offered, or the reason for none recorded, on {settled_on}.",
    }
    plainly = "After you have been missing, somebody who does not look after you should offer to talk. You may say no."
    would_meet = (
        "The day on which it was offered, whether or not the young person took it up. Or that none is offered, and why."
    )
    ask_next = "Who would this young person talk to, and where?"


class ReturnInterviewIndependent(OfReturn):
    """What a young person had fled from could not be said to the people they had fled."""

    asks = "Was the return interview held by somebody who does not care for the young person?"
    basis = Basis.STATUTORY
    cannot_tell = return_from_missing.is_independent.is_unknown()
    met_on = return_from_missing.independent_on
    due_on = return_from_missing.held_on
    needs = (return_from_missing.is_independent,)
    tells = (*OfReturn.tells, return_from_missing.held_on)
    says = {
        Outcome.NOT_MET: HELD_BY_CARER,
        Outcome.DUE_SOON: HELD_BY_CARER,
        Outcome.CANNOT_TELL: "Back on {returned_on}. An interview was held on {held_on}. Not recorded: {missing}.",
        Outcome.MET: "Back on {returned_on}. Somebody independent held the interview on {held_on}.",
        Outcome.NOT_APPLICABLE: "This is asked of an interview that was held.",
    }
    plainly = "The person who talks with you after you have been missing should not be one of those who look after you."
    would_meet = (
        "An interviewer who does not care for the young person. A second conversation may be offered, never pressed."
    )
    ask_next = "What could the young person not have said to this interviewer?"


class ReturnInterviewUsed(OfReturn):
    """Names, places and fears were told in interviews, filed, and never reached those who planned."""

    asks = "Was what the young person told brought into an assessment or a plan?"
    basis = Basis.REPORT
    met_on = return_from_missing.used_on
    due_on = return_from_missing.held_on.plus_working_days(local("rhi.used_wd"))
    needs = (return_from_missing.used_on,)
    tells = (*OfReturn.tells, return_from_missing.held_on)
    says = {
        Outcome.NOT_MET: "The return interview was held on {held_on}. It is not recorded that what was told has come into an "
        "assessment or a plan. This was expected by {due_on}.",
        Outcome.NOT_YET_DUE: "The return interview was held on {held_on}. What was told is to come into an assessment or a plan "
        "by {due_on}.",
        Outcome.CANNOT_TELL: "The return interview was held on {held_on}. Not recorded: {missing}.",
        Outcome.MET: "The return interview was held on {held_on}. What was told came into an assessment or a plan on {used_on}.",
        Outcome.NOT_APPLICABLE: "This is asked of an interview that was held.",
    }
    plainly = "What you tell after you have been missing should change something, and you should know who is told."
    would_meet = "The day on which it was brought into an assessment or a plan; that nothing came of it may be written there too."
    who_can = "The lead practitioner, with whoever held the interview."
    ask_next = "What did we learn of people, places or home, and what do we do differently now?"

"""P67.2: what a young person was told, offered and asked, and whether they could weigh what was being decided.

What a young person said stays in the record: no sentence repeats it, and none is written for a parent alone.
"""

from __future__ import annotations

from typing import ClassVar

from lapwing.engine.check import Check, Outcome
from lapwing.language.expressions import Expression
from lapwing.lessons import ages_of_concern
from lapwing.lessons.settings import Basis
from lapwing.vocabulary.local import local
from lapwing.vocabulary.open_young_person import open_young_person
from lapwing.vocabulary.steps_of_young_person import decision_of_young_person, declined_care

P67_2 = ages_of_concern.bullet("P67.2")


class OfRights(Check, abstract=True):
    """What the checks on being told and asked have in common: from opening, or from the fourteenth birthday."""

    lesson = P67_2
    about = open_young_person
    basis = Basis.REPORT
    applies: ClassVar[Expression] = open_young_person.is_young_person
    due_on: ClassVar[Expression] = open_young_person.asked_from.plus_working_days(local("young_person.rights_wd"))


class RightsAndAdvocacyOffered(OfRights):
    """Young people were held to what adults answer for, without hearing what they could ask for as children."""

    asks = "Were rights explained, and was an independent advocate offered?"
    met_on = open_young_person.told_and_offered_on
    needs = (
        open_young_person.rights_explained_on,
        open_young_person.advocate_offered_on,
        open_young_person.is_young_person,
    )
    tells = (open_young_person.needs_interpreter,)
    says: ClassVar = {
        Outcome.NOT_MET: "Not recorded: {missing}. It was expected by {due_on}. An interpreter is recorded as needed: "
        "{needs_interpreter}.",
        Outcome.NOT_YET_DUE: "Still to be recorded by {due_on}: {missing}. An interpreter is recorded as needed: "
        "{needs_interpreter}.",
        Outcome.CANNOT_TELL: "The record cannot show whether this was done. Not recorded: {missing}.",
        Outcome.MET: "Rights were explained on {rights_explained_on}, and an advocate was offered on {advocate_offered_on}.",
    }
    plainly = "You should be told your rights, in your own language, and be offered somebody independent who speaks up for you."
    would_meet = (
        "The day on which rights were explained, with an interpreter who is no relative where one is needed, and what stays "
        "between the young person and the service; and the day an advocate was offered. A no to the offer meets it."
    )
    who_can = "Any practitioner whom the young person trusts; it need not be the lead."
    ask_next = "What does the young person think that they may say no to?"


class WishesRecorded(OfRights):
    """Plans were made around young people whose own wishes stood nowhere."""

    asks = "Is it on record what the young person wants?"
    met_on = open_young_person.wishes_recorded_on
    needs = (open_young_person.wishes_recorded_on, open_young_person.is_young_person)
    says: ClassVar = {
        Outcome.NOT_MET: "The young person's wishes are not recorded. They were expected by {due_on}.",
        Outcome.NOT_YET_DUE: "The young person's wishes are to be recorded by {due_on}.",
        Outcome.CANNOT_TELL: "The record cannot show whether the young person was asked. Not recorded: {missing}.",
        Outcome.MET: "The young person's wishes were recorded on {wishes_recorded_on}.",
    }
    plainly = "You should be asked what you want, and it should be written down in your words."
    would_meet = "What the young person wants, in their words; or that they were asked and preferred not to say."
    who_can = "Whoever the young person talks to most easily."
    ask_next = "What would they ask for, if they thought that it could happen?"


class CapacityConsidered(Check):
    """It was taken for granted that a sixteen-year-old can decide, or that a fifteen-year-old cannot."""

    asks = "Is it on record whether the young person could understand and weigh this decision?"
    lesson = P67_2
    about = decision_of_young_person
    basis = Basis.REPORT
    applies = decision_of_young_person.kind.is_in(local("young_person.capacity_kinds"))
    met_on = decision_of_young_person.capacity_considered_on
    due_on = decision_of_young_person.record_due_on
    needs = (decision_of_young_person.capacity_considered_on,)
    tells = (decision_of_young_person.decided_on,)
    says: ClassVar = {
        Outcome.NOT_MET: "{kind}, decided on {decided_on}. Whether the young person could understand and weigh it is not "
        "recorded for this decision.",
        Outcome.NOT_YET_DUE: "{kind}, decided on {decided_on}. Whether the young person could understand and weigh it is to be "
        "recorded by {due_on}.",
        Outcome.CANNOT_TELL: "The record cannot show whether this was considered. Not recorded: {missing}.",
        Outcome.MET: "{kind}, decided on {decided_on}. Capacity or competence was considered on {capacity_considered_on}.",
        Outcome.NOT_APPLICABLE: "This is asked of the decisions on the area's list.",
    }
    plainly = "Before something big is decided, somebody should make sure that you understand it and can have your say."
    would_meet = (
        "An entry tied to this decision: at sixteen or over, capacity; under sixteen, competence; and what helped them."
    )
    who_can = "Whoever made the decision, or whoever knows the young person best."
    ask_next = "What would the young person need, to be able to weigh this?"


class InformedChoiceRecorded(Check):
    """Homeless at sixteen, young people turned down care without hearing what came with it; nobody had to offer it again."""

    asks = "Where care was declined: is it on record that the young person understood the choice?"
    lesson = P67_2
    about = declined_care
    basis = Basis.NATIONAL_GOOD_PRACTICE
    applies = declined_care.is_young_person
    met_on = declined_care.understood_on
    due_on = declined_care.declined_on.plus_working_days(local("young_person.status_wd"))
    needs = (declined_care.understood_on, declined_care.declined_on, declined_care.is_young_person)
    says: ClassVar = {
        Outcome.NOT_MET: "Care was offered and declined on {declined_on}. That the young person understood what it would have "
        "brought is not recorded. It was expected by {due_on}.",
        Outcome.NOT_YET_DUE: "Care was offered and declined on {declined_on}. That the choice was understood is to be recorded by "
        "{due_on}.",
        Outcome.CANNOT_TELL: "The record cannot show whether the choice was an informed one. Not recorded: {missing}.",
        Outcome.MET: "Care was offered and declined on {declined_on}. That the choice was understood was recorded on "
        "{understood_on}.",
    }
    plainly = "If you say no to care, you should first be told what it would give you, now and later. You may change your mind."
    would_meet = (
        "An entry on capacity or competence for this choice: what care and leaving care bring was explained, by somebody who "
        "gains nothing from the answer, and the young person understood it. An informed no meets it."
    )
    who_can = "The social worker, with an advocate if the young person wants one."
    ask_next = "What would have to be different for the young person to say yes, and when is it offered again?"

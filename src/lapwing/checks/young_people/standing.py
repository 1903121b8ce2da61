"""P67.2: a young person's age, legal status and setting, and the plan for the time after eighteen.

Whoever is under eighteen is a child, and so is anybody whose age is disputed until that is settled.
"""

from __future__ import annotations

from typing import ClassVar

from lapwing.engine.check import Check, Outcome, Word
from lapwing.language.expressions import Constant, Expression, cases, latest_of
from lapwing.lessons import ages_of_concern
from lapwing.lessons.settings import Basis
from lapwing.vocabulary.facts import Fact
from lapwing.vocabulary.local import local
from lapwing.vocabulary.open_young_person import open_young_person
from lapwing.vocabulary.steps_of_young_person import stay_to_look_at

P67_2 = ages_of_concern.bullet("P67.2")
FIRST_CHECK_BY = open_young_person.check_asked_from.plus_working_days(local("young_person.status_wd"))


class AgeAndHowSureRecorded(Check):
    """Young people were treated as adults by one service and as children by another, and nobody had settled which."""

    asks = "Is the date of birth on record, with how sure it is?"
    lesson = P67_2
    about = open_young_person
    basis = Basis.REPORT
    applies = Constant(True)
    cannot_tell = open_young_person.is_young_person.is_unknown()
    words: ClassVar = {
        "disputed_age_treated_as_child": Word(Outcome.MET, open_young_person.age_disputed),
        "birth_records_disagree": Word(Outcome.CANNOT_TELL, open_young_person.birth_records_disagree),
        "age_is_recorded": Word(Outcome.MET, open_young_person.age_is_recorded),
    }
    met_on = open_young_person.age_recorded_on
    due_on = open_young_person.asked_from.plus_working_days(local("young_person.status_wd"))
    needs = (open_young_person.born_on, open_young_person.certainty)
    tells = (open_young_person.earliest_born_on, open_young_person.other_born_on)
    says: ClassVar = {
        Outcome.NOT_MET: "Date of birth: {born_on}. How sure that is has not been recorded. It was expected by {due_on}.",
        Outcome.NOT_YET_DUE: "Date of birth: {born_on}. How sure that is, is to be recorded by {due_on}.",
        Outcome.CANNOT_TELL: "The record does not show how old this person is, or how that is known. Not recorded: {missing}.",
        Outcome.MET: "Date of birth: {born_on}; how sure that is: {certainty}.",
        "disputed_age_treated_as_child": "The age is recorded as disputed. Until that is settled, all that is asked for a "
        "child is asked here.",
        "birth_records_disagree": "Records disagree about the date of birth: {earliest_born_on} in one; in another, "
        "{other_born_on}. How sure: {certainty}.",
    }
    plainly = "Services should know how old you are and how they know. If they are not sure, they should treat you as a child."
    would_meet = "The date of birth and how sure it is: verified, as stated, estimated, or in dispute."
    who_can = "Whoever has seen a document, or has asked the young person and those who know them."
    ask_next = "What shows how old this young person is, and who has seen it?"


class LegalStatusVerified(Check):
    """Nobody could say under what law a young person was where they were, so nobody knew what was owed to them."""

    asks = "Is the legal status on record, and verified lately and since each move?"
    lesson = P67_2
    about = open_young_person
    basis = Basis.REPORT
    applies = open_young_person.is_young_person
    words: ClassVar = {"statuses_disagree": Word(Outcome.CANNOT_TELL, open_young_person.statuses_disagree)}
    met_on = open_young_person.verified_for_now_on
    due_on = cases(
        (open_young_person.check_asked_from.is_unknown(), open_young_person.verify_again_on),
        ((open_young_person.verify_again_on < FIRST_CHECK_BY).is_true(), open_young_person.verify_again_on),
        otherwise=FIRST_CHECK_BY,
    )
    needs = (open_young_person.last_verified_on, open_young_person.is_young_person)
    tells = (
        *(open_young_person.has_status, open_young_person.in_care_as, open_young_person.not_in_care_as),
        *(open_young_person.has_unverified, open_young_person.moved_since_on),
    )
    says: ClassVar = {
        Outcome.NOT_MET: "Legal status on record: {has_status}; one that nobody has verified: {has_unverified}. Last verified: "
        "{last_verified_on}; first move since then: {moved_since_on}. It was expected to be verified by {due_on}.",
        Outcome.NOT_YET_DUE: "Legal status on record: {has_status}. It is to be verified by {due_on}.",
        Outcome.CANNOT_TELL: "The record cannot show when the legal status was verified. Not recorded: {missing}.",
        Outcome.MET: "The legal status was verified on {last_verified_on}. It is to be verified again by {due_on}.",
        "statuses_disagree": "Two records of the legal status do not go together: “{in_care_as}” and “{not_in_care_as}”. "
        "Last verified: {last_verified_on}.",
    }
    plainly = "Services should know what the law says about your situation, and check it again when you move."
    would_meet = "Each legal status that stands, with the day on which somebody checked what shows it."
    who_can = "The social worker or lead practitioner, with legal services where the papers are not to hand."
    ask_next = "What does this status mean that we owe this young person?"


class TransitionPlanned(Check):
    """At eighteen help simply stopped; adult services had other thresholds and had never heard of the young person."""

    asks = "Is there a plan for the time after eighteen, made early enough to be of use?"
    lesson = P67_2
    about = open_young_person
    basis = Basis.REPORT
    applies = open_young_person.is_young_person
    met_on = open_young_person.transition_planned_on
    due_on = latest_of(
        open_young_person.plan_age_on,
        open_young_person.open_since.plus_working_days(local("transition.late_plan_wd")),
    )
    needs = (
        open_young_person.transition_planned_on,
        open_young_person.plan_age_on,
        open_young_person.is_young_person,
    )
    says: ClassVar = {
        Outcome.NOT_MET: "No plan for the time after eighteen is recorded. It was expected by {due_on}.",
        Outcome.NOT_YET_DUE: "A plan for the time after eighteen is to be made by {due_on}.",
        Outcome.CANNOT_TELL: "The record cannot show whether this is planned in time. Not recorded: {missing}.",
        Outcome.MET: "The time after eighteen was planned on {transition_planned_on}.",
    }
    plainly = "Well before you are eighteen, you should be told who will help you afterwards, and have a say in it."
    would_meet = (
        "A pathway plan, or a transition plan made with the young person: who helps, with what, from which day."
    )
    who_can = "The lead practitioner, with the adult service that is to take over or the one that will not."
    ask_next = "Who will this young person ring the week after the birthday?"


class OfStay(Check, abstract=True):
    """What the checks on one stay have in common."""

    lesson = P67_2
    about = stay_to_look_at
    tells: ClassVar[tuple[Fact, ...]] = (stay_to_look_at.kind, stay_to_look_at.started_on, stay_to_look_at.ended_on)


class SettingSuitsAge(OfStay):
    """Young people were put where adults are put, for want of anything else, and stayed there."""

    asks = "Where the place does not suit the age: is a move planned, or has a manager agreed to an exception?"
    basis = Basis.NATIONAL_GOOD_PRACTICE
    applies: ClassVar[Expression] = stay_to_look_at.is_unsuitable & stay_to_look_at.is_young_person
    words: ClassVar = {"move_planned": Word(Outcome.MET, stay_to_look_at.is_move_planned)}
    met_on = stay_to_look_at.answered_on
    due_on = stay_to_look_at.clock_from.plus_days(local("young_person.unsuitable_setting_days"))
    needs = (stay_to_look_at.answered_on, stay_to_look_at.clock_from, stay_to_look_at.is_young_person)
    tells: ClassVar[tuple[Fact, ...]] = (*OfStay.tells, stay_to_look_at.move_planned_on)
    says: ClassVar = {
        Outcome.NOT_MET: "{kind}, since {started_on}. There is no exception, and no day for a move that lies ahead. Day last "
        "planned for one: {move_planned_on}.",
        Outcome.NOT_YET_DUE: "{kind}, since {started_on}. A plan to move, or an exception, is to be recorded by {due_on}.",
        Outcome.CANNOT_TELL: "{kind}, since {started_on}. The record cannot show whether this was answered. Not recorded: "
        "{missing}.",
        Outcome.MET: "{kind}, from {started_on} to {ended_on}.",
        "move_planned": "{kind}, from {started_on}. Day planned for the move: {move_planned_on}.",
        Outcome.NOT_APPLICABLE: "This is asked of the places on the area's list.",
    }
    plainly = "You should not have to stay in a place meant for adults. If there is no other way, you should hear why."
    would_meet = (
        "The day planned for a move; or a manager's exception with its reason, as for a ward that takes this age."
    )
    who_can = "The social worker finds the place; a manager agrees to an exception."
    ask_next = "Who else sleeps there, and what keeps the young person safe tonight?"


class AppropriateAdultPresent(OfStay):
    """Children in custody were asked to decide things alone at night that no child can decide alone."""

    asks = "Was an appropriate adult with the young person in police custody?"
    basis = Basis.STATUTORY
    applies: ClassVar[Expression] = stay_to_look_at.is_in_cell & stay_to_look_at.is_young_person
    met_on = stay_to_look_at.appropriate_adult_on
    due_on = stay_to_look_at.started_on.plus_days(local("young_person.appropriate_adult_days"))
    needs = (
        stay_to_look_at.appropriate_adult_on,
        stay_to_look_at.started_on,
        stay_to_look_at.is_young_person,
    )
    says: ClassVar = {
        Outcome.NOT_MET: "In a police cell from {started_on}. No appropriate adult is recorded during the stay. One was expected "
        "by {due_on}.",
        Outcome.NOT_YET_DUE: "In a police cell from {started_on}. An appropriate adult is to be there by {due_on}.",
        Outcome.CANNOT_TELL: "The record cannot show whether an appropriate adult was there. Not recorded: {missing}.",
        Outcome.MET: "In a police cell from {started_on}. An appropriate adult was there on {appropriate_adult_on}.",
        Outcome.NOT_APPLICABLE: "This is asked of time in a police cell.",
    }
    plainly = "If the police hold you, an adult who is there for you should be with you. That need not be your parent."
    would_meet = "The day on which an appropriate adult was with the young person; one is called, too, where the age is in doubt."
    who_can = "The custody officer calls one; youth justice or social care provides one where no relative can come."
    ask_next = "Who was there for this young person, and did the young person know that they could ask for it?"

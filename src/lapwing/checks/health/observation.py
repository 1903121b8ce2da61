"""P41.1: what health practitioners have seen of a baby is written down, is what their word rests on, and is passed on.

Two ask of each appointment and visit, two of each assessment and conference, two of each observation that others
need to hear of. They look at the kind and the day of an entry, never at what it says.
"""

from __future__ import annotations

from typing import ClassVar

from lapwing.engine.check import Check, Outcome, Word
from lapwing.language.expressions import Constant, Expression
from lapwing.lessons import ages_of_concern
from lapwing.lessons.settings import Basis
from lapwing.vocabulary.baby_observation import observation_to_share
from lapwing.vocabulary.facts import Fact
from lapwing.vocabulary.health_evidence import assessment_of_baby, conference_of_baby
from lapwing.vocabulary.health_visit import health_appointment, health_visit
from lapwing.vocabulary.local import local

P41_1 = ages_of_concern.bullet("P41.1")
ALWAYS = Constant(True)


class OfSeeing(Check, abstract=True):
    """What the checks on one appointment or visit have in common: what was seen is an entry of its own."""

    lesson = P41_1
    basis = Basis.LOCAL_PROCEDURE
    applies: ClassVar[Expression] = ALWAYS
    plainly = (
        "When a midwife, health visitor or doctor sees you or your baby, they should soon write down what they saw, apart "
        "from what they were told and what they think."
    )
    would_meet = (
        "An entry of what was seen: the baby, a parent with the baby, the home, where the baby sleeps; before the birth, the "
        "parents and the home. What was told, and what you think of it, are entries of their own beside it."
    )
    who_can = "The midwife, health visitor, nurse or doctor who was there."
    ask_next = "What did you see and hear yourself, and where did the baby sleep?"


class SeenAtAppointmentWritten(OfSeeing):
    """Babies were seen at one appointment after another, and nothing was left of what had been seen."""

    asks = "Was what was seen at this appointment written down as an entry of its own?"
    about = health_appointment
    cannot_tell = health_appointment.may_be_written & health_appointment.written_on.is_unknown()
    met_on = health_appointment.written_on
    due_on = health_appointment.held_on.plus_working_days(local("observation.entry_wd"))
    needs = (health_appointment.held_on, health_appointment.written_on)
    tells: ClassVar[tuple[Fact, ...]] = (health_appointment.kind,)
    says = {
        Outcome.NOT_MET: "{kind}, kept on {held_on}. The record has no entry on what was seen that day. It is expected by "
        "{due_on}.",
        Outcome.NOT_YET_DUE: "{kind}, kept on {held_on}. What was seen is to be written down by {due_on}.",
        Outcome.CANNOT_TELL: "{kind}, kept: the record cannot show whether what was seen was written down in time. Not "
        "recorded: {missing}.",
        Outcome.MET: "{kind}, kept on {held_on}. What was seen was written down on {written_on}.",
    }


class SeenOnVisitWritten(OfSeeing):
    """Visits were noted as made; what the practitioner had seen in the home was not."""

    asks = "Was what was seen on this visit written down as an entry of its own?"
    about = health_visit
    cannot_tell = health_visit.may_be_written & health_visit.written_on.is_unknown()
    met_on = health_visit.written_on
    due_on = health_visit.held_on.plus_working_days(local("observation.entry_wd"))
    needs = (health_visit.held_on, health_visit.written_on)
    says = {
        Outcome.NOT_MET: "A health practitioner saw the family on {held_on}. The record has no entry on what was seen that "
        "day. It is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "A health practitioner saw the family on {held_on}. What was seen is to be written down by "
        "{due_on}.",
        Outcome.CANNOT_TELL: "A health practitioner saw the family: the record cannot show whether what was seen was written "
        "down in time. Not recorded: {missing}.",
        Outcome.MET: "A health practitioner saw the family on {held_on}. What was seen was written down on {written_on}.",
    }


class OfEvidence(Check, abstract=True):
    """What the checks on an assessment and on a conference have in common: health brings what it has seen lately."""

    lesson = P41_1
    basis = Basis.REPORT
    plainly = (
        "When services decide about your family, the midwife, health visitor or doctor should say what they have lately seen "
        "of your baby and of you."
    )
    would_meet = (
        "A health contribution tied to a recent entry of what was seen: of the baby, or of a parent with the baby; before "
        "the birth, of the parents or the home. Seen on a ward counts. Or the reason why health can contribute nothing."
    )
    who_can = "The midwife, health visitor, GP or ward, and whoever leads: they can ask for it before going on."
    ask_next = "Which of us has seen this baby lately, and what did they see?"


REASONED = "reasoned_without"
REASONED_SAYS = "Health contributed nothing, and why was recorded by {reasoned_on}."
VACANT = "Nobody from health is on record as working with the family then."


class AssessmentRestsOnWhatHealthSaw(OfEvidence):
    """Assessments were signed with letters from health in them, and nothing that anybody had seen of the baby."""

    asks = "Does a health contribution to this assessment rest on something seen at first hand, and recently?"
    about = assessment_of_baby
    applies = assessment_of_baby.has_health | assessment_of_baby.is_vacant
    cannot_tell = assessment_of_baby.is_vacant | assessment_of_baby.is_unclear
    words = {REASONED: Word(Outcome.MET, assessment_of_baby.went_without_reason)}
    met_on = assessment_of_baby.rested_on
    due_on = assessment_of_baby.signed_off_on
    needs = (assessment_of_baby.health_since, assessment_of_baby.rested_on)
    tells = (
        assessment_of_baby.kind,
        assessment_of_baby.look_back_from,
        assessment_of_baby.given_count,
        assessment_of_baby.last_seen_on,
        assessment_of_baby.observed_on,
        assessment_of_baby.reasoned_on,
    )
    says = {
        REASONED: REASONED_SAYS,
        Outcome.NOT_MET: "{kind}, signed off on {signed_off_on}. Health contributions by then: {given_count}. Resting on what was "
        "seen of the baby (before the birth, of parents or home) since {look_back_from}: none. The last such observation by a "
        "health practitioner before it: {last_seen_on}.",
        Outcome.NOT_YET_DUE: "{kind}, signed off today. A health contribution that rests on an observation since "
        "{look_back_from} is still to come.",
        Outcome.CANNOT_TELL: "{kind}, signed off on {signed_off_on}: the record cannot show whether health's part rests on a "
        "recent observation. Not recorded: {missing}.",
        Outcome.MET: "{kind}, signed off on {signed_off_on}. A health contribution, recorded on {rested_on}, rests on what was "
        "seen on {observed_on}.",
        Outcome.NOT_APPLICABLE: VACANT,
    }


class ConferenceRestsOnWhatHealthSaw(OfEvidence):
    """Conferences heard from health in general, and not what a midwife or health visitor had seen last week."""

    asks = "Does a health contribution to this conference rest on something seen at first hand, and recently?"
    about = conference_of_baby
    applies = conference_of_baby.has_health | conference_of_baby.is_vacant
    cannot_tell = conference_of_baby.is_vacant | conference_of_baby.is_unclear | conference_of_baby.is_unheld
    met_on = conference_of_baby.rested_on
    words = {
        REASONED: Word(Outcome.MET, conference_of_baby.went_without_reason),
        "proceed_with_reason": Word(
            Outcome.EXCEPTED, conference_of_baby.proceed_reason.is_known() & met_on.is_unknown()
        ),
    }
    due_on = conference_of_baby.meets_on
    needs = (conference_of_baby.held_on, conference_of_baby.health_since, conference_of_baby.rested_on)
    tells = (
        conference_of_baby.kind,
        conference_of_baby.look_back_from,
        conference_of_baby.given_count,
        conference_of_baby.last_seen_on,
        conference_of_baby.observed_on,
        conference_of_baby.reasoned_on,
    )
    says = {
        REASONED: REASONED_SAYS,
        "proceed_with_reason": "The chair went on without this, and recorded why.",
        Outcome.NOT_MET: "{kind}, {meets_on}. Health contributions by then: {given_count}. Resting on what was seen of the baby "
        "(before the birth, of parents or home) since {look_back_from}: none. The last such observation by a health "
        "practitioner before it: {last_seen_on}.",
        Outcome.NOT_YET_DUE: "{kind}, planned for {meets_on}. A health contribution is to come by then that rests on an "
        "observation since {look_back_from}.",
        Outcome.CANNOT_TELL: "{kind}, {meets_on}: the record cannot show whether health's part rests on a recent observation. "
        "Not recorded: {missing}.",
        Outcome.MET: "{kind}, {meets_on}. A health contribution, recorded on {rested_on}, rests on what was seen on "
        "{observed_on}.",
        Outcome.NOT_APPLICABLE: VACANT,
    }


class OfSharing(Check, abstract=True):
    """What the checks on one observation that others need to hear of have in common."""

    lesson = P41_1
    about = observation_to_share
    basis = Basis.LOCAL_PROCEDURE


class ObservationReachedNamedPerson(OfSharing):
    """What a midwife or health visitor had seen stayed in their own notes, or went to an office and to nobody in it."""

    asks = "Did this observation reach a named person, or was it decided with a reason not to share it?"
    applies = ALWAYS
    cannot_tell = (
        ~observation_to_share.is_by_health | observation_to_share.passed_on_undated
    ) & observation_to_share.settled_on.is_unknown()
    met_on = observation_to_share.settled_on
    due_on = observation_to_share.share_due_on
    needs = (observation_to_share.observed_on, observation_to_share.observed_by, observation_to_share.settled_on)
    tells = (observation_to_share.of, observation_to_share.significant)
    says = {
        Outcome.NOT_MET: "Observed by a health practitioner on {observed_on}: {of}. Marked significant: {significant}. The "
        "record does not show that it reached anybody by name, nor why it is not shared. One of them is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "Observed by a health practitioner on {observed_on}: {of}. Marked significant: {significant}. "
        "It is to reach somebody by name, or it is to be said why not, by {due_on}.",
        Outcome.CANNOT_TELL: "Observed on {observed_on}: {of}. The record cannot show whether it reached somebody by name in "
        "time. Not recorded: {missing}.",
        Outcome.MET: "Observed by a health practitioner on {observed_on}: {of}. It reached somebody by name, or it was decided "
        "with a reason not to share it, on {settled_on}.",
    }
    plainly = (
        "When a midwife, health visitor or doctor sees something that others who help you need to know, they should tell a "
        "named person, or write down why it is safer not to."
    )
    would_meet = (
        "The day it was shared and with whom by name; or a decision not to share it, with the reason, such as a risk to "
        "somebody if it were known."
    )
    who_can = "The practitioner who observed it; their manager or named nurse where they are away."
    ask_next = "Who needs to know this today, and have they heard it from you?"


class ObservationAcknowledged(OfSharing):
    """A worrying observation was sent, and nobody knew until the inquiry that it had not been read."""

    asks = "Did the person with whom this significant observation was shared acknowledge it?"
    applies = observation_to_share.is_significant & observation_to_share.shared_on.is_known()
    met_on = observation_to_share.acknowledged_on
    due_on = observation_to_share.shared_on.plus_working_days(local("observation.ack_wd"))
    needs = (observation_to_share.acknowledged_on,)
    tells = (observation_to_share.observed_on, observation_to_share.of)
    says = {
        Outcome.NOT_MET: "Marked significant on {observed_on}: {of}. It was shared by name on {shared_on}. The record does not "
        "show that it was acknowledged. That is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "Marked significant on {observed_on}: {of}. It was shared by name on {shared_on}, and is to be "
        "acknowledged by {due_on}.",
        Outcome.CANNOT_TELL: "Marked significant: {of}. The record cannot show whether it was acknowledged once shared. Not "
        "recorded: {missing}.",
        Outcome.MET: "Marked significant on {observed_on}: {of}. It was shared by name on {shared_on} and acknowledged on "
        "{acknowledged_on}.",
        Outcome.NOT_APPLICABLE: "This is asked of observations that are marked significant, once they have been shared.",
    }
    plainly = (
        "When one service tells another something important about your family, the other should say that it has heard."
    )
    would_meet = (
        "The day on which the person told said that they had it; a word on the telephone, written down, is enough."
    )
    who_can = "The person with whom it was shared; the practitioner who observed it can ring and ask."
    ask_next = "Have they read it, and what will they do with it?"

"""Health (paragraph 41, B41.1): how families pass between midwifery, health visiting and GPs, and what is seen and weighed.

Every hand-over is counted between the services that it passes, and every baby on the day on which something was due:
a hand-over that nobody wrote down shows only there.
"""

from __future__ import annotations

from typing import ClassVar

from lapwing.engine.measure import Measure, Span, done_by
from lapwing.language.expressions import Expression, how_many
from lapwing.lessons import ages_of_concern
from lapwing.vocabulary.between_services import SPOKEN_TOO, between_services
from lapwing.vocabulary.care_codes import HandOverKind
from lapwing.vocabulary.past_assessment import past_assessment
from lapwing.vocabulary.past_baby import past_baby

B41_1 = ages_of_concern.bullet("B41.1")
P41_1 = ages_of_concern.bullet("P41.1")
P41_2 = ages_of_concern.bullet("P41.2")
K6 = ages_of_concern.finding("K6")

SENT = between_services.sent_on.is_known()
ANSWERED = between_services.accepted_on.is_known() | between_services.declined_on.is_known()
SENT_AGAIN = between_services.sent_again_on.is_known()
NOT_RECORDED = "A hand-over that no service recorded is not in it; the measures of babies without one show those."


class OfHandOvers(Measure, abstract=True):
    """What measures of hand-overs have in common: the sender's work, on the day of sending."""

    lesson = B41_1
    findings = (K6,)
    about = between_services
    on: ClassVar[Expression] = between_services.sent_on
    belongs: ClassVar[Expression] = SENT
    counts = "Hand-overs between services that were sent."
    by = {"services": between_services.kind, "to_service": between_services.to_service}
    agency = between_services.from_agency_id
    unlike = NOT_RECORDED


class HandOverSentInTime(OfHandOvers):
    """Whoever is to take over has to learn of the family in time to act."""

    asks = "Was each hand-over between services sent by the day on which it was due?"
    counts = "Hand-overs with a day by which they were due: one fixed with it, or weeks of pregnancy set by the area."
    belongs = between_services.send_by.is_known() | (between_services.kind == HandOverKind.ANTENATAL_NOTICE)
    on = between_services.falls_on
    leaves_out = {
        "The child died, or was with other services, before it was due.": (
            between_services.gone_on <= between_services.send_by
        ),
        "The pregnancy became known after that day.": (
            (between_services.kind == HandOverKind.ANTENATAL_NOTICE)
            & (between_services.pregnancy_known_on > between_services.send_by)
        ),
    }
    meets = "It was sent on that day or before."
    met = done_by(between_services.sent_on, between_services.send_by)
    settled_on = between_services.send_by
    unlike = NOT_RECORDED + " Antenatal notices have no national number of pregnancies to set them against."


class HandOverAcceptedInTime(OfHandOvers):
    """Nothing is handed over until a person says that they have it."""

    asks = "Did a named person accept each hand-over in time?"
    meets = "A named person accepted it within the area's days."
    leaves_out = {
        "It was declined in time, and stayed with the sender.": (
            between_services.declined_on <= between_services.accept_by
        ),
    }
    met = done_by(between_services.accepted_by_person_on, between_services.accept_by)
    settled_on = between_services.accept_by
    span = Span(between_services.sent_on, between_services.accepted_on, "From sending to acceptance")


class HandOverAnswered(OfHandOvers):
    """A hand-over that is neither accepted nor declined is lost: each service believes that the other has the family."""

    asks = "Was each hand-over that was sent accepted or declined, and none lost?"
    meets = "It was accepted or declined, however late."
    leaves_out = {"It was sent again, and is counted there.": ~ANSWERED & SENT_AGAIN}
    met = ANSWERED
    settled_on = between_services.lost_from


class MoveAccepted(OfHandOvers):
    """Families who move are lost between areas more readily than within one."""

    asks = "When a family moved between areas, did a named person there accept them?"
    counts = "Hand-overs to or from another area that were sent."
    belongs = SENT & (between_services.kind == HandOverKind.AREA_MOVE)
    meets = "A named person accepted it, however late."
    leaves_out = {"It was sent again, and is counted there.": SENT_AGAIN & ~ANSWERED}
    met = between_services.accepted_by_person_on.is_known()
    settled_on = between_services.lost_from
    span = Span(between_services.sent_on, between_services.accepted_on, "From sending to acceptance")


class SeenAfterHandOver(OfHandOvers):
    """Acceptance on paper is not yet a visit."""

    asks = "After midwifery's transfer, or a move between areas, did the health visitor see the family in time?"
    counts = (
        "Transfers from midwifery to health visiting, and moves to another area's health visitor, that were accepted."
    )
    belongs = (
        SENT
        & between_services.accepted_on.is_known()
        & ((between_services.kind == HandOverKind.POSTNATAL_TRANSFER) | between_services.is_move_to_visitor)
    )
    meets = "The first contact was by the day of the new birth visit, or within the area's days of a move."
    leaves_out = {
        "The child died, or was with other services, before that day.": (
            between_services.gone_on <= between_services.contact_by
        ),
    }
    met = done_by(between_services.first_contact_on, between_services.contact_by)
    settled_on = between_services.contact_by
    span = Span(between_services.sent_on, between_services.first_contact_on, "From sending to the first contact")


class SpokenOfVulnerable(OfHandOvers):
    """Of a baby about whom there is worry, services speak with each other besides writing."""

    asks = "Was each hand-over of a vulnerable baby also spoken?"
    counts = (
        "Hand-overs to health visiting, and between areas, of babies who were vulnerable by the area's list by then."
    )
    belongs = SENT & between_services.kind.is_in(*SPOKEN_TOO) & between_services.is_vulnerable
    meets = "It was spoken as well as sent."
    met = between_services.spoken
    unlike = NOT_RECORDED + " On which day it was spoken is not recorded."


class HandOverComplete(OfHandOvers):
    """What is left out of a hand-over has to be found out anew, or is not."""

    asks = "Did each hand-over say what the next service needs?"
    meets = "It gives the dates, each parent, the risks, the plan, the other agencies and how to keep the address safe."
    met = (
        how_many(
            between_services.says_dates,
            between_services.says_parents,
            between_services.says_risks,
            between_services.says_plan,
            between_services.says_agencies,
            between_services.says_address_safety,
        )
        == 6
    )


class OfBabies(Measure, abstract=True):
    """What measures of babies have in common."""

    lesson = B41_1
    findings = (K6,)
    about = past_baby
    belongs: ClassVar[Expression] = past_baby.born_on.is_known()
    counts = "Babies born, of whom any service has a record."
    unlike = "It asks what is recorded; a baby who is known to no service here is not in it."


class TransferNotified(OfBabies):
    """Whether health visiting learns of a birth at all."""

    asks = "Of babies born, of how many was health visiting told by midwifery?"
    meets = "A transfer from midwifery to health visiting was sent by the day of the new birth visit."
    leaves_out = {
        "The baby died, or was with other services, before that day.": past_baby.left_on <= past_baby.new_birth_due_on
    }
    on = past_baby.new_birth_due_on
    met = done_by(past_baby.transferred_on, past_baby.new_birth_due_on)
    settled_on = past_baby.new_birth_due_on
    span = Span(past_baby.born_on, past_baby.transferred_on, "From the birth to the transfer")
    source = (
        "NICE QS37, postnatal care, statement 1: of those whose care passes from midwifery to health visiting, the share "
        "of whom health visiting was notified, from what is recorded locally. The day is the area's own."
    )


class HealthVisitorNamed(OfBabies):
    """A service is nobody: a family needs to know who comes."""

    asks = "Was a health visitor or family nurse named for each baby in time?"
    meets = "A named one had begun, or had accepted the transfer, by the age that the area has set."
    leaves_out = {
        "The baby died, or was with other services, before that day.": past_baby.left_on <= past_baby.visitor_due_on
    }
    on = past_baby.visitor_due_on
    met = done_by(past_baby.visitor_named_on, past_baby.visitor_due_on)
    cannot_tell = past_baby.visitor_named_on.is_unknown() & done_by(
        past_baby.somebody_began_on, past_baby.visitor_due_on
    )
    settled_on = past_baby.visitor_due_on
    span = Span(past_baby.born_on, past_baby.visitor_known_after_birth_on, "From the birth until somebody is named")


class RegisteredWithGp(OfBabies):
    """Who belongs to no practice is missed by everything that goes by its list."""

    asks = "Was each baby registered with a GP in time?"
    meets = "A practice had accepted the baby by the age that the area has set."
    leaves_out = {
        "The baby died, or was with other services, before that day.": past_baby.left_on <= past_baby.gp_due_on
    }
    on = past_baby.gp_due_on
    met = done_by(past_baby.gp_known_on, past_baby.gp_due_on)
    settled_on = past_baby.gp_due_on
    span = Span(past_baby.born_on, past_baby.gp_known_on, "From the birth to the registration")
    unlike = (
        "Not to be registered is no neglect by itself; the question is to the services that could have helped with it."
    )


class VisitedAfterBirth(OfBabies):
    """The view of whoever commissions: with somebody named, does the visit happen?"""

    asks = "Of babies with a named health visitor, how many had the new birth visit in time?"
    lesson = P41_2
    counts = "Babies for whom a health visitor or family nurse was named by the day of the new birth visit."
    belongs = (past_baby.visitor_named_on <= past_baby.new_birth_due_on).is_true()
    meets = "The new birth visit was held by that day."
    leaves_out = {
        "The baby died, or was with other services, before that day.": past_baby.left_on <= past_baby.new_birth_due_on,
        "The baby was in hospital on that day.": past_baby.on_ward_at_two_weeks,
        "The parents declined the visit.": past_baby.new_birth_held_on.is_unknown() & past_baby.new_birth_declined,
    }
    on = past_baby.new_birth_due_on
    met = done_by(past_baby.new_birth_held_on, past_baby.new_birth_due_on)
    settled_on = past_baby.new_birth_due_on
    span = Span(past_baby.born_on, past_baby.new_birth_held_on, "From the birth to the visit")
    unlike = "Babies for whom nobody was named are not in it: vacancies show in the measure of health visitors named."


class OfWeights(OfBabies, abstract=True):
    """What measures of the weights of vulnerable babies have in common."""

    lesson = P41_2
    counts = "Babies who were vulnerable by the area's list on the day on which the weight was due."
    meets = "A health professional weighed the baby around that day, in grams that a baby can have."
    unlike = "A baby stays counted as vulnerable once one service had reason to think so. Parents' own weighing is not in it."


class WeighedInSecondWeek(OfWeights):
    """After the first days a baby who is well gains; whether this one does, only weighing shows."""

    asks = "Were vulnerable babies weighed between the first week and the new birth visit?"
    belongs = done_by(past_baby.vulnerable_since, past_baby.two_weeks_due_on).is_true()
    leaves_out = {
        "The baby died, or was with other services, before that day.": past_baby.left_on <= past_baby.two_weeks_due_on,
        "The baby was in hospital on that day.": past_baby.on_ward_at_two_weeks,
    }
    on = past_baby.two_weeks_due_on
    met = (past_baby.weighed_by_two_weeks_on > past_baby.first_week_over_on).is_true()
    settled_on = past_baby.two_weeks_due_on


class WeighedAtSixToEightWeeks(OfWeights):
    """The contact of six to eight weeks is the last routine one for months."""

    asks = "Were vulnerable babies weighed at six to eight weeks?"
    belongs = done_by(past_baby.vulnerable_since, past_baby.eight_weeks_due_on).is_true()
    leaves_out = {
        "The baby died, or was with other services, before that day.": past_baby.left_on
        <= past_baby.eight_weeks_due_on,
        "The baby was in hospital on that day.": past_baby.on_ward_at_eight_weeks,
    }
    on = past_baby.eight_weeks_due_on
    met = (past_baby.weighed_by_eight_weeks_on >= past_baby.eight_weeks_from).is_true()
    settled_on = past_baby.eight_weeks_due_on


class AssessmentRestsOnObservation(Measure):
    """What was seen of the baby has to reach the assessment, and be recent when it does."""

    asks = "Did each assessment of a baby have what health staff saw at first hand shortly before?"
    lesson = P41_1
    findings = (K6,)
    about = past_assessment
    counts = "Assessments of unborn children and babies that were signed off."
    meets = (
        "A contribution to it rests on what a health practitioner saw, once born of the baby, in the area's days before "
        "the sign-off; in fewer days for a baby of a few weeks."
    )
    belongs = past_assessment.signed_off_on.is_known()
    on = past_assessment.signed_off_on
    met = past_assessment.rested_on.is_known()
    cannot_tell = past_assessment.rested_on.is_unknown() & past_assessment.is_unclear
    by = {"kind": past_assessment.kind}
    unlike = "An observation that was written down but that no contribution names is not in it."

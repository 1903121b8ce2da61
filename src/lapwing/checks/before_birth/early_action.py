"""P17.2: act early to lessen known risks to the unborn baby."""

from __future__ import annotations

from typing import ClassVar

from lapwing.checks.before_birth.assessment import UNRECORDED, UNRECORDED_SAYS
from lapwing.engine.check import Check, Outcome, Word
from lapwing.language.expressions import TODAY, Expression, earliest_of, latest_of
from lapwing.lessons import ages_of_concern
from lapwing.lessons.settings import Basis
from lapwing.vocabulary.facts import Fact
from lapwing.vocabulary.local import local
from lapwing.vocabulary.risk import risk
from lapwing.vocabulary.unborn_child import at_gestation, unborn_child


class OfRisk(Check, abstract=True):
    """What the checks on one risk have in common: it is known, and the family is being helped."""

    lesson = ages_of_concern.bullet("P17.2")
    about = risk
    basis = Basis.REPORT
    applies: ClassVar[Expression] = risk.helped_since.is_known()
    who_can = "The lead practitioner with the agency that owns the action."


NO_HELP = "The family has no plan and no service's open work yet."
CONSIDERED = Word(Outcome.MET, risk.no_action_on.is_known() & risk.no_action_reason.is_known())
CONSIDERED_SAYS = "Considered on {no_action_on}, and found, with reasons, to need no action."


class EachRiskHasAnAction(OfRisk):
    """Risks were known long before the birth, and nobody had been asked to do anything about them."""

    asks = "Has a named person an action for this risk, with what it is meant to change?"
    met_on = risk.assigned_on
    due_on = risk.clock_from.plus_working_days(local("prebirth.action_assigned_wd"))
    words = {"considered_no_action": CONSIDERED}
    needs = (risk.clock_from, risk.assigned_on)
    says = {
        Outcome.NOT_MET: "{kind}: recorded on {recorded_on}. Any action linked to it: {has_action}. No action has both a "
        "named person and an intended effect. One is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "{kind}: recorded on {recorded_on}. An action with a named person is expected by {due_on}.",
        Outcome.CANNOT_TELL: "{kind}: the record cannot show whether an action was given in time. Not recorded: {missing}.",
        Outcome.MET: "{kind}: an action was given to a named person on {assigned_on}.",
        Outcome.NOT_APPLICABLE: NO_HELP,
        "considered_no_action": "{kind}: " + CONSIDERED_SAYS,
    }
    tells = (risk.kind, risk.recorded_on, risk.has_action)
    plainly = "For each worry that services share with you, one named person should be helping with it."
    would_meet = (
        "An action linked to this risk, owned by a person, saying what it should change; or why none is needed."
    )
    ask_next = "Who is best placed to act on this, and have they said yes?"


class ActionBegunBeforeBirth(OfRisk):
    """Plans waited for the birth, when the months before it were the time to act."""

    asks = "Did an action on this risk begin in time, before the birth?"
    met_on = risk.begun_on
    due_on = earliest_of(
        risk.clock_from.plus_working_days(local("prebirth.action_started_wd")), risk.birth_or_expected_on
    )
    words = {
        "considered_no_action": CONSIDERED,
        "declined_with_next_step": Word(
            Outcome.MET, risk.begun_on.is_unknown() & risk.declined_with_next_on.is_known()
        ),
        "declined_without_next_step": Word(Outcome.NOT_MET, risk.begun_on.is_unknown() & risk.declined_on.is_known()),
    }
    needs = (risk.clock_from, risk.birth_or_expected_on, risk.begun_on)
    says = {
        Outcome.NOT_MET: "{kind}: recorded on {recorded_on}. No action has begun; a referral alone is not yet one. "
        "One was expected to begin by {due_on}. The next is to start on: {next_start_on}.",
        Outcome.NOT_YET_DUE: "{kind}: an action is expected to begin by {due_on}. The next is to start on: {next_start_on}.",
        Outcome.CANNOT_TELL: "{kind}: the record cannot show whether an action began in time. Not recorded: {missing}.",
        Outcome.MET: "{kind}: an action began on {begun_on}.",
        Outcome.NOT_APPLICABLE: NO_HELP,
        "considered_no_action": "{kind}: " + CONSIDERED_SAYS,
        "declined_with_next_step": "{kind}: help was offered and declined on {declined_on}; the record says what happens "
        "instead.",
        "declined_without_next_step": "{kind}: help was offered and declined on {declined_on}. The record does not yet say "
        "what happens instead.",
    }
    tells = (risk.kind, risk.recorded_on, risk.next_start_on)
    plainly = (
        "Help with each worry should begin before your baby is born, and you may say no to what does not suit you."
    )
    would_meet = "The day an action began; or, where help was declined, what is offered instead."
    ask_next = "What could begin this week, with what the family has said it wants?"


class EffectLookedAt(OfRisk):
    """Activity was taken for change: nobody had looked at whether it made the baby safer."""

    asks = "Has somebody looked at whether the action on this risk works?"
    applies = risk.helped_since.is_known() & risk.begun_on.is_known()
    met_on = risk.effect_reviewed_on
    due_on = risk.begun_on.plus_days(local("prebirth.effect_review_days"))
    needs = (risk.effect_reviewed_on,)
    says = {
        Outcome.NOT_MET: "{kind}: an action began on {begun_on}. Nothing is recorded on whether it works; an entry was "
        "expected by {due_on}.",
        Outcome.NOT_YET_DUE: "{kind}: an action began on {begun_on}. Its effect is to be looked at by {due_on}.",
        Outcome.CANNOT_TELL: "{kind}: the record cannot show whether the effect was looked at. Not recorded: {missing}.",
        Outcome.MET: "{kind}: its effect was looked at on {effect_reviewed_on}.",
        Outcome.NOT_APPLICABLE: "No action on this risk has begun yet.",
    }
    tells = (risk.kind,)
    plainly = "Services should ask with you whether the help is working, and change it if it is not."
    would_meet = "An entry that says what has changed, how that is known, and what follows."
    ask_next = "How would we know that this is working?"


# ---------------------------------------------------------------- what must be in place around the birth

PLAN_DUE = latest_of(
    at_gestation("prebirth.plan_by"), unborn_child.helped_since.plus_working_days(local("prebirth.late_plan_wd"))
)


def overtaken_by_birth(in_place: Fact, due_on: Expression = PLAN_DUE) -> dict[str, Word]:
    """Where the birth came before it was due, it is asked no more; where it came after, it was missed."""
    undone = unborn_child.born_on.is_known() & in_place.is_unknown()
    return {
        "born_before_due": Word(Outcome.NOT_APPLICABLE, undone & (unborn_child.born_on <= due_on)),
        "retrospective_miss": Word(Outcome.NOT_MET, undone),
        "birth_not_recorded": UNRECORDED,
    }


def said_of(in_place: Fact) -> dict[str, str]:
    """What is said of an arrangement, by the words for it."""
    return {
        Outcome.NOT_MET: f"The plan began on {{on_help_plan_since}}. Expected date of birth: {{expected_on}}. "
        f"Not recorded: {in_place.label}. It was expected by {{due_on}}.",
        Outcome.NOT_YET_DUE: f"The baby is expected on {{expected_on}}. Still to come by {{due_on}}: {in_place.label}.",
        Outcome.CANNOT_TELL: f"The record cannot show whether this came in time: {in_place.label}. Not recorded: {{missing}}.",
        Outcome.MET: f"In place, or found with reason not to be needed, on {{{in_place.name}}}: {in_place.label}.",
        Outcome.NOT_APPLICABLE: "The family has no plan that calls for this.",
        "born_before_due": "The birth came on {born_on}, before this was due.",
        "retrospective_miss": f"The birth came on {{born_on}}. Not recorded before it: {in_place.label}, which was expected "
        "by {due_on}. What of it is still needed?",
        "birth_not_recorded": UNRECORDED_SAYS,
    }


class AroundBirth(Check, abstract=True):
    """What the checks on arrangements around the birth have in common."""

    lesson = ages_of_concern.bullet("P17.2")
    about = unborn_child
    basis = Basis.LOCAL_PROCEDURE
    applies: ClassVar[Expression] = unborn_child.on_help_plan_since.is_known()
    cannot_tell: ClassVar[Expression] = (
        unborn_child.expected_dates_disagree.is_true() | unborn_child.birth_unrecorded.is_true()
    )
    due_on: ClassVar[Expression] = PLAN_DUE
    tells: ClassVar[tuple[Fact, ...]] = (unborn_child.on_help_plan_since, unborn_child.expected_on)
    who_can = "The lead practitioner, with midwifery."


class BirthPlanAgreed(AroundBirth):
    """Wards learned of a baby's dangers after the birth, because no plan for it had been agreed."""

    asks = "Is there a safeguarding birth plan in good time?"
    met_on = unborn_child.birth_plan_on
    needs = (unborn_child.birth_plan_on, unborn_child.expected_on)
    words = overtaken_by_birth(unborn_child.birth_plan_on)
    says = said_of(unborn_child.birth_plan_on)
    urgent = (
        unborn_child.birth_plan_on.is_unknown()
        & unborn_child.born_on.is_unknown()
        & ~unborn_child.birth_unrecorded.is_true()
        & (unborn_child.expected_on.minus_days(local("prebirth.urgent_days_before_expected")) <= TODAY)
    )
    plainly = "You should have a plan for the birth, made with you, that everybody involved knows."
    would_meet = "A safeguarding birth plan shared with the ward and the family; or why none is needed."
    ask_next = "If the baby came tonight, what would the ward do?"


class OutOfHoursAlertSet(AroundBirth):
    """Births come at night and elsewhere, and those on duty did not know."""

    asks = "Would those on duty at night know what to do?"
    met_on = unborn_child.alert_on
    needs = (unborn_child.alert_on, unborn_child.expected_on)
    words = overtaken_by_birth(unborn_child.alert_on)
    says = said_of(unborn_child.alert_on)
    plainly = "Staff on duty at night should know what you and services have agreed."
    would_meet = "A contingency and an alert with the out-of-hours team and nearby maternity units."
    ask_next = "What if the birth is early, at home or in another area?"


class DischargeMeetingSet(AroundBirth):
    """Babies went home before those who knew the family had met."""

    asks = "Is the discharge planning meeting set?"
    met_on = unborn_child.discharge_meeting_on
    needs = (unborn_child.discharge_meeting_on, unborn_child.expected_on)
    words = overtaken_by_birth(unborn_child.discharge_meeting_on)
    says = said_of(unborn_child.discharge_meeting_on)
    plainly = "Before you go home with your baby, services should meet with you to agree what help there will be."
    would_meet = "The day the meeting is arranged and who comes; or why none is needed."
    ask_next = "Who must be in the room before this baby goes home?"


class FamilyGroupOffered(AroundBirth):
    """Families were seldom asked what they themselves could do."""

    asks = "Has the family been offered its own decision-making meeting?"
    basis = Basis.NATIONAL_GOOD_PRACTICE
    met_on = unborn_child.family_group_on
    needs = (unborn_child.family_group_on, unborn_child.expected_on)
    words = overtaken_by_birth(unborn_child.family_group_on)
    says = said_of(unborn_child.family_group_on)
    plainly = "Your family should be offered a meeting of its own to say how it can help."
    would_meet = "The day it was offered and the answer; or why it is not suitable, safety included."
    ask_next = "Who in the family, on either side, could help and has not been asked?"


class LegalAdviceConsidered(AroundBirth):
    """Legal advice came in the last days, when it could no longer be prepared for fairly."""

    asks = "Where there is a child protection plan: has legal advice been considered?"
    applies = unborn_child.on_protection_plan_since.is_known()
    met_on = unborn_child.legal_gateway_on
    needs = (unborn_child.legal_gateway_on, unborn_child.expected_on)
    words = overtaken_by_birth(unborn_child.legal_gateway_on)
    says = said_of(unborn_child.legal_gateway_on)
    plainly = "If services think of going to court, they should tell you early, so that you can get advice."
    would_meet = "The day legal advice was considered and what followed; or why it is not needed."
    ask_next = "Have the parents had time, and advice of their own?"


class UnbornPlanOnCpis(AroundBirth):
    """Hospitals that a family went to did not know of the plan for the unborn baby."""

    asks = "Can every hospital see that there is a plan for the unborn baby?"
    basis = Basis.NATIONAL_GOOD_PRACTICE
    applies = unborn_child.on_protection_plan_since.is_known()
    cannot_tell = unborn_child.birth_unrecorded.is_true()
    met_on = unborn_child.cpis_confirmed_on
    due_on = unborn_child.on_protection_plan_since.plus_working_days(local("prebirth.cpis_wd"))
    needs = (unborn_child.cpis_confirmed_on,)
    words = overtaken_by_birth(unborn_child.cpis_confirmed_on, due_on)
    says = said_of(unborn_child.cpis_confirmed_on)
    plainly = (
        "Hospitals should be able to see that there is a plan for your baby, so that you need not explain it again."
    )
    would_meet = "Confirmation that the plan is on CP-IS under the mother's NHS number."
    ask_next = "Who checks that the upload has worked?"
    who_can = "The local authority's CP-IS team."

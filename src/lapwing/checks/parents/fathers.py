"""P31.2: the father, and every partner or other adult who cares, kept in view around a baby.

The first asks whether anybody is recorded at all; the others ask of each adult. Where contact is limited for safety,
that decision stands in the place of identity, a talk and an invitation, and nothing here asks anybody to be in touch:
what services know of the adult's needs is asked after all the same.
"""

from __future__ import annotations

from typing import ClassVar

from lapwing.engine.check import Check, Outcome, Word
from lapwing.language.expressions import Constant, Expression, cases, earliest_of, latest_of
from lapwing.lessons import ages_of_concern
from lapwing.lessons.settings import Basis
from lapwing.vocabulary.carer_in_assessment import second_parent
from lapwing.vocabulary.facts import Fact
from lapwing.vocabulary.father_or_partner import father_or_partner
from lapwing.vocabulary.local import local
from lapwing.vocabulary.parents_of_baby import NO_DAY, by_when

P31_2 = ages_of_concern.bullet("P31.2")
LEFT_OUT = ages_of_concern.finding("K4")
PLAYED_DOWN = ages_of_concern.finding("K2")

IDENTIFY_BY = by_when(
    father_or_partner.helped_since.plus_working_days(local("father.identify_wd")),
    father_or_partner.mentioned_on,
    father_or_partner.is_second_parent,
    "father.identify_wd",
)
LOOK_INTO_BY = by_when(
    father_or_partner.looked_into_by,
    father_or_partner.mentioned_on,
    father_or_partner.is_second_parent,
    "parents.refresh_wd",
)
IN_PLAN_BY = by_when(
    father_or_partner.on_plan_since.plus_working_days(local("father.in_plan_wd")),
    father_or_partner.mentioned_on,
    father_or_partner.is_second_parent,
    "father.in_plan_wd",
)
KEPT_FOR_SAFETY = Word(Outcome.MET, father_or_partner.can_be_thought_of & father_or_partner.safety_stands)
"""What a standing decision for safety answers; whom it keeps from knowing what is never told."""
SAYS_KEPT = "{role}: a decision for safety, with a day to look again, stands in the place of this."
CANNOT_TELL = (
    "{role}: the record cannot show whether this was done in time. Not recorded: {missing}. The expected date is long "
    "past with neither a birth nor an ending recorded: {birth_unrecorded}."
)
OF_KNOWN = "This is asked of an adult whom services know of and who is living."
OF_REACHABLE = (
    "This is asked of an adult whom services know of, where nothing that is still to be settled limits contact."
)


class FatherOrSecondParentRecorded(Check):
    """Nothing at all was written of a baby's father, and nobody noticed that it was not."""

    asks = "Does the record say anything of a father or second parent, be it only why he is not known?"
    lesson = P31_2
    finding = LEFT_OUT
    about = second_parent
    basis = Basis.REPORT
    applies = second_parent.is_helped
    cannot_tell = second_parent.birth_unrecorded.is_true()
    met_on = second_parent.recorded_on
    due_on = second_parent.helped_since.plus_working_days(local("father.identify_wd"))
    needs = (second_parent.recorded_on,)
    tells = (second_parent.helped_since,)
    says = {
        Outcome.NOT_MET: "Help began on {helped_since}. Nothing is recorded of a father or second parent, nor why. It is "
        "expected by {due_on}.",
        Outcome.NOT_YET_DUE: "Help began on {helped_since}. A father or second parent, or why there is none, is to be recorded "
        "by {due_on}.",
        Outcome.CANNOT_TELL: "The record cannot show whether this was done in time. Not recorded: {missing}. The expected date "
        "is long past with neither a birth nor an ending recorded: {birth_unrecorded}.",
        Outcome.MET: "A father or second parent, or why none is known, has been on record since {recorded_on}.",
    }
    plainly = "Services should know who matters to your baby, and write it down, or why it is better not said."
    would_meet = (
        "An entry for a father or second parent. It may say that the mother does not know or would rather not say, that there "
        "is a donor or a second mother, or that it is withheld for safety; it is not for her to account for."
    )
    who_can = "The lead practitioner; the midwife at booking."
    ask_next = "Who will be in this baby's life, and is it safe to ask?"


class OfAdult(Check, abstract=True):
    """What the checks on one adult have in common."""

    lesson = P31_2
    finding = LEFT_OUT
    about = father_or_partner
    basis = Basis.REPORT
    applies: ClassVar[Expression] = father_or_partner.can_be_thought_of
    cannot_tell: ClassVar[Expression] = (
        father_or_partner.birth_unrecorded.is_true() | father_or_partner.person_id.is_unknown()
    )
    due_on: ClassVar[Expression] = LOOK_INTO_BY
    tells: ClassVar[tuple[Fact, ...]] = (father_or_partner.role, father_or_partner.birth_unrecorded)
    who_can = "The lead practitioner; the midwife or health visitor where they see more of the family."


class IdentityRecorded(OfAdult):
    """A man came and went in the record as “dad” or “boyfriend”, and nobody could say who he was."""

    asks = "Does the record say who this adult is, or why it does not?"
    applies = Constant(True)
    words = {
        "withheld_for_safety": Word(
            Outcome.MET, father_or_partner.withheld_with_decision & father_or_partner.withholding_stands
        )
    }
    cannot_tell = father_or_partner.birth_unrecorded.is_true() | (
        father_or_partner.status_undated & (father_or_partner.recorded_on > IDENTIFY_BY)
    )
    met_on = father_or_partner.identity_settled_on
    due_on = cases(
        (father_or_partner.withheld_with_decision, father_or_partner.identity_review_on), otherwise=IDENTIFY_BY
    )
    needs = (
        father_or_partner.mention_settled_on,
        father_or_partner.identity_settled_on,
        father_or_partner.identity_status_on,
    )
    says = {
        Outcome.NOT_MET: "{role}: who this is, or why the record does not say, is not settled. Where it is withheld for safety, "
        "that needs somebody who decided it and a day ahead to look again. It is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "{role}: who this is, or why the record does not say, is to be recorded by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{role}: who this is, or why that is not known, was recorded on {identity_settled_on}.",
        "withheld_for_safety": "{role}: who this is is withheld for safety, as somebody named has decided. It is looked at "
        "again on {identity_review_on}.",
    }
    plainly = "Services should know who the adults around your baby are, or agree why that is not said."
    would_meet = (
        "One of the usual answers with its day: verified, named by the mother, not known to her, not disclosed, disputed, no "
        "legal father, died; or withheld for safety, with who decided and when it is looked at again. No test is called for."
    )
    ask_next = "What do services know already, and is it safe to ask for more?"


class SafetyDecisionKeptUp(OfAdult):
    """Somebody was kept at a distance, and years later nobody knew who had decided that or whether it still held."""

    asks = "Does the limit on contact with this adult have its reason, and a day ahead to look at it again?"
    applies = father_or_partner.is_kept_away & ~father_or_partner.is_withheld & ~father_or_partner.is_past_asking
    cannot_tell = father_or_partner.birth_unrecorded.is_true()
    met_on = cases(
        (father_or_partner.safety_stands, earliest_of(father_or_partner.recorded_on, IDENTIFY_BY)), otherwise=NO_DAY
    )
    due_on = cases(
        (father_or_partner.kept_away_with_reason, father_or_partner.contact_safety_review_on), otherwise=IDENTIFY_BY
    )
    needs = (father_or_partner.contact_safety_reason, father_or_partner.contact_safety_review_on)
    says = {
        Outcome.NOT_MET: "{role}: the record limits contact. Not recorded: {missing}. The day to look at it again: "
        "{contact_safety_review_on}. Until then the limit stands, and nobody gets in touch.",
        Outcome.NOT_YET_DUE: "{role}: the record limits contact. Its reason and a day to look again are to be there by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{role}: the limit on contact has its reason, and is looked at again on {contact_safety_review_on}.",
        Outcome.NOT_APPLICABLE: "This is asked where the record limits contact with somebody.",
    }
    plainly = "When services keep somebody at a distance to keep others safe, they should say why and look at it again."
    would_meet = (
        "The reason for the limit, and a day ahead on which it is looked at again. Nobody is approached for this."
    )
    who_can = "The lead practitioner with a manager, and whoever supports the adult who is kept safe."
    ask_next = "Who is kept safe by this, and what would tell us that it should stay?"


class RoleInFamilyWritten(OfAdult):
    """The record had “dad not involved”; nobody had asked what he did for the baby, or would do."""

    asks = "Is it written what part this adult has in the baby's care?"
    applies = ~father_or_partner.is_past_asking
    cannot_tell = father_or_partner.birth_unrecorded.is_true()
    met_on = cases(
        (father_or_partner.role_in_family.is_known(), earliest_of(father_or_partner.recorded_on, LOOK_INTO_BY)),
        otherwise=NO_DAY,
    )
    needs = (father_or_partner.mention_settled_on, father_or_partner.role_in_family)
    says = {
        Outcome.NOT_MET: "{role}: nothing is written of their part in the baby's care. It is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "{role}: their part in the baby's care is to be written by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{role}: their part in the baby's care is written in the record.",
        Outcome.NOT_APPLICABLE: "This is asked of an adult who is living, where there is one.",
    }
    plainly = "Services should know who does what for your baby, and what each of you would like to do."
    would_meet = (
        "What they do and will do for the baby, how often they are there and what the baby gains or risks by it; a distant part, "
        "or none, with how that is known."
    )
    ask_next = "Who was with the baby last night, and who is there when things are hard?"


class OwnNeedsConsidered(OfAdult):
    """His drinking, his years in care, his despair: none of it was asked about, for nobody thought of him."""

    asks = "Were this adult's own needs considered, heading by heading?"
    finding = PLAYED_DOWN
    met_on = father_or_partner.needs_considered_on
    needs = (
        father_or_partner.person_id,
        father_or_partner.mention_settled_on,
        father_or_partner.alcohol_on,
        father_or_partner.drugs_on,
        father_or_partner.mental_health_on,
        father_or_partner.domestic_abuse_on,
        father_or_partner.learning_disability_on,
        father_or_partner.having_been_in_care_on,
        father_or_partner.childhood_abuse_on,
        father_or_partner.earlier_child_removed_on,
        father_or_partner.offending_on,
        father_or_partner.physical_health_on,
        father_or_partner.isolation_on,
        father_or_partner.housing_on,
    )
    tells = (*OfAdult.tells, father_or_partner.needs_considered, father_or_partner.needs_asked)
    says = {
        Outcome.NOT_MET: "{role}: own needs considered under {needs_considered} of {needs_asked} headings. Not recorded: "
        "{missing}. They are expected by {due_on}.",
        Outcome.NOT_YET_DUE: "{role}: {needs_considered} of {needs_asked} headings considered; the rest by {due_on}: {missing}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{role}: own needs considered under all {needs_asked} headings by {needs_considered_on}.",
        Outcome.NOT_APPLICABLE: OF_KNOWN,
    }
    plainly = "Services should think of what each adult around your baby might need for themselves."
    would_meet = (
        "For each heading: found, looked into and not found, or not explored and why. What agencies know may answer it."
    )
    ask_next = "What do we know of this adult's own life, and from whom?"


class MeaningOfNeedsWritten(OfAdult):
    """A need was on record, and nobody had written what it meant for a baby in that adult's arms."""

    asks = "Is it written what this adult's own needs mean for the baby?"
    finding = PLAYED_DOWN
    applies = father_or_partner.can_be_thought_of & father_or_partner.last_need_on.is_known()
    met_on = father_or_partner.meaning_settled_on
    due_on = latest_of(LOOK_INTO_BY, father_or_partner.last_need_on.plus_working_days(local("parents.refresh_wd")))
    needs = (father_or_partner.mention_settled_on, father_or_partner.meaning_settled_on)
    tells = (*OfAdult.tells, father_or_partner.last_need_on)
    says = {
        Outcome.NOT_MET: "{role}: a need of their own was last recorded on {last_need_on}. What it means for the baby is not "
        "written. It is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "{role}: a need of their own was recorded on {last_need_on}; what it means by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{role}: what their own needs mean for the baby is on record since {meaning_settled_on}.",
        Outcome.NOT_APPLICABLE: "This is asked where a need is on record of an adult whom services know of.",
    }
    plainly = "When somebody around your baby has a difficulty, services should think what it means for the baby."
    would_meet = (
        "With each need found, what it means for the baby; or one entry on them together. What helps belongs there too."
    )
    ask_next = "On the adult's worst day, what is it like to be this baby?"


class SeenOrSpokenTo(OfAdult):
    """Everything known of him came from somebody else."""

    asks = "Has this adult been seen or spoken to, and not only spoken about?"
    applies = father_or_partner.can_be_thought_of & (
        father_or_partner.may_be_in_touch | father_or_partner.safety_stands
    )
    words = {"withheld_for_safety": KEPT_FOR_SAFETY}
    cannot_tell = OfAdult.cannot_tell | (
        father_or_partner.touch_settled.is_unknown() & father_or_partner.seen_or_reasoned_on.is_unknown()
    )
    met_on = father_or_partner.seen_or_reasoned_on
    needs = (
        father_or_partner.person_id,
        father_or_partner.touch_settled,
        father_or_partner.mention_settled_on,
        father_or_partner.seen_or_reasoned_on,
    )
    says = {
        Outcome.NOT_MET: "{role}: no talk with this adult is recorded, nor attempts, nor a reason. It is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "{role}: a talk with this adult, or why there is none, is to be recorded by {due_on}.",
        Outcome.CANNOT_TELL: "{role}: the record does not say enough. Not recorded: {missing}. Whether contact is safe comes "
        "first. The expected date is long past with nothing recorded: {birth_unrecorded}.",
        Outcome.MET: "{role}: seen, spoken to or tried more than once, or why not, by {seen_or_reasoned_on}.",
        Outcome.NOT_APPLICABLE: OF_REACHABLE,
        "withheld_for_safety": SAYS_KEPT,
    }
    plainly = "Each adult who matters to your baby should be asked themselves, wherever that is safe."
    would_meet = (
        "Where nothing limits contact: a visit, a talk or a call, in prison or abroad too; attempts on two days; or why it was "
        "not done. A concern for safety is a reason, and is decided before anything else."
    )
    ask_next = "Is it safe to be in touch, and what would this adult say for themselves?"


class OtherAgenciesAsked(OfAdult):
    """Police, probation or a GP had known for years; nobody had asked them about him."""

    asks = "Were other agencies asked what they know of this adult?"
    met_on = father_or_partner.asked_of_agencies_on
    needs = (
        father_or_partner.person_id,
        father_or_partner.mention_settled_on,
        father_or_partner.asked_of_agencies_on,
    )
    says = {
        Outcome.NOT_MET: "{role}: no other agency is recorded as asked what it knows of this adult. It is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "{role}: other agencies are to be asked what they know by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{role}: another agency was asked, or said what it knows, on {asked_of_agencies_on}.",
        Outcome.NOT_APPLICABLE: OF_KNOWN,
    }
    plainly = "Services should ask each other what they know that could help to keep your baby safe."
    would_meet = (
        "A request to an agency, or its answer, recorded as about this adult. Agencies are asked in confidence: where contact is "
        "limited they are told so, and where somebody lives is not passed on."
    )
    ask_next = "Which service has known this adult longest?"


class IncludedInPlan(OfAdult):
    """The plan was made for mother and baby; nothing was asked of him, and nobody had invited him."""

    asks = "Does the plan include this adult, or say why not?"
    applies = (
        father_or_partner.on_plan_since.is_known()
        & father_or_partner.can_be_thought_of
        & (father_or_partner.may_be_in_touch | father_or_partner.safety_stands)
    )
    words = {"withheld_for_safety": KEPT_FOR_SAFETY}
    met_on = father_or_partner.in_plan_on
    due_on = IN_PLAN_BY
    needs = (father_or_partner.person_id, father_or_partner.mention_settled_on, father_or_partner.in_plan_on)
    tells = (*OfAdult.tells, father_or_partner.on_plan_since)
    says = {
        Outcome.NOT_MET: "{role}: the plan began on {on_plan_since}. Neither an invitation nor an action of this adult's is "
        "recorded, nor why not. It is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "{role}: the plan began on {on_plan_since}; their part in it, or why none, is expected by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{role}: invited, given an action, or the reason why not recorded, by {in_plan_on}.",
        Outcome.NOT_APPLICABLE: "This is asked where there is a plan, and nothing that is still to be settled limits contact.",
        "withheld_for_safety": SAYS_KEPT,
    }
    plainly = "A plan for your baby should have a place for each adult who matters, wherever that is safe."
    would_meet = (
        "Where nothing limits contact: an invitation to a meeting, or an action agreed with this adult; otherwise the reason, on "
        "the list of those attending. A separate meeting may be the safe way."
    )
    ask_next = "What does the plan ask of this adult, and what does it offer?"


class LookedAtAgain(OfAdult):
    """He was assessed once; then the baby came, or he moved in, and nobody thought again."""

    asks = "Was what is known of this adult looked at again after the last change?"
    applies = (
        father_or_partner.can_be_thought_of
        & (father_or_partner.needs_considered > 0)
        & (father_or_partner.last_event_on > father_or_partner.first_signed_off_on).is_true()
        & ~(father_or_partner.last_event_on <= father_or_partner.mentioned_on).is_true()
    )
    met_on = father_or_partner.looked_again_on
    due_on = father_or_partner.last_event_on.plus_working_days(local("parents.refresh_wd"))
    needs = (father_or_partner.looked_again_on,)
    tells = (*OfAdult.tells, father_or_partner.last_event_on)
    says = {
        Outcome.NOT_MET: "{role}: something changed on {last_event_on}. Nothing is written since of this adult's needs and what "
        "they mean. It is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "{role}: something changed on {last_event_on}; their needs are to be looked at again by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{role}: looked at again on {looked_again_on}, after a change on {last_event_on}.",
        Outcome.NOT_APPLICABLE: "This is asked after a change on the area's list, of an adult whose needs were thought of before.",
    }
    plainly = "When something changes in your family, services should think again about what each of you needs."
    would_meet = (
        "An entry since the birth, a new partner, a separation, a relapse, a conviction, a move or the end of support: what is "
        "different for this adult, and what that means for the baby."
    )
    ask_next = "What is different for this adult since then?"

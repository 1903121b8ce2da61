"""P31.3: what each parent, and every other adult who cares, can give this baby.

Asked where the family has been assessed, dimension by dimension, of each adult alone: nothing said of one repeats
anything of another. The father or second parent is asked after on the baby's record, whether or not he has an entry.
"""

from __future__ import annotations

from typing import ClassVar

from lapwing.engine.check import Check, Outcome, Word
from lapwing.language.expressions import Expression, cases, latest_of
from lapwing.lessons import ages_of_concern
from lapwing.lessons.settings import Basis
from lapwing.vocabulary.carer_in_assessment import carer_in_assessment, second_parent
from lapwing.vocabulary.facts import Fact
from lapwing.vocabulary.local import local
from lapwing.vocabulary.parents_of_baby import by_when

P31_3 = ages_of_concern.bullet("P31.3")
CAPACITY = ages_of_concern.finding("K5")
PLAYED_DOWN = ages_of_concern.finding("K2")
CANNOT_TELL = (
    "{role}: the record cannot show whether this was done in time. Not recorded: {missing}. The expected date is long "
    "past with neither a birth nor an ending recorded: {birth_unrecorded}."
)
EACH_DIMENSION = (
    "For each dimension what was seen or told and on which day, and what it comes to for this baby, strengths included; before "
    "the birth, what is expected and what that rests on. Being short of money is not a want of care. Or why this adult is not "
    "assessed, with a day to look at that again."
)
CAPACITY_SAYS = {
    Outcome.NOT_MET: "{role}: {dimensions_on_record} of {dimensions_asked} dimensions on record, and no reason that holds "
    "today. Not recorded: {missing}. They are expected by {due_on}.",
    Outcome.NOT_YET_DUE: "{role}: {dimensions_on_record} of {dimensions_asked} dimensions on record; the rest by {due_on}.",
    Outcome.CANNOT_TELL: CANNOT_TELL,
    Outcome.MET: "{role}: {dimensions_on_record} of {dimensions_asked} dimensions on record.",
    Outcome.NOT_APPLICABLE: "This is asked in an assessment, of those who care or will care; a father or second parent is "
    "asked after on the baby's own record.",
    "reason_on_record": "{role}: not assessed, for a reason that is on record. That is looked at again on {reason_review_on}.",
}
ASSESS_BY = by_when(
    carer_in_assessment.sign_off_by,
    carer_in_assessment.mentioned_on,
    carer_in_assessment.is_there_from_the_start,
    "parents.refresh_wd",
)
BY_ASSESSOR = "Whoever leads the assessment, with those who see this adult with the baby."


class SecondParentsCapacityAnalysed(Check):
    """The assessment was of the mother alone, and called an assessment of the parents."""

    asks = "Is the father's or second parent's capacity analysed, or is it said why one parent alone is assessed?"
    lesson = P31_3
    finding = CAPACITY
    about = second_parent
    basis = Basis.REPORT
    applies = second_parent.assessment_begun_on.is_known() & (
        (second_parent.recorded_count == 0) | (second_parent.to_assess_count > 0)
    )
    cannot_tell = second_parent.birth_unrecorded.is_true() | second_parent.is_named.is_unknown()
    words = {"one_parent_only": Word(Outcome.MET, second_parent.one_parent_only)}
    met_on = second_parent.analysed_on
    due_on = cases(
        (second_parent.reason_lapsed_on.is_known(), second_parent.reason_lapsed_on),
        (second_parent.assess_by.is_known(), second_parent.assess_by),
        otherwise=second_parent.sign_off_by,
    )
    needs = (second_parent.is_named, second_parent.analysed_on)
    tells = (second_parent.dimensions_on_record, second_parent.dimensions_asked, second_parent.reason_review_on)
    says = {
        Outcome.NOT_MET: "Father or second parent: {dimensions_on_record} of {dimensions_asked} dimensions on record, and no "
        "reason that holds today. It is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "Father or second parent: {dimensions_on_record} of {dimensions_asked} dimensions on record; the "
        "rest by {due_on}.",
        Outcome.CANNOT_TELL: "The record cannot show whether both parents were assessed. Not recorded: {missing}. The expected "
        "date is long past with neither a birth nor an ending recorded: {birth_unrecorded}.",
        Outcome.MET: "Father or second parent: {dimensions_on_record} of {dimensions_asked} dimensions on record.",
        Outcome.NOT_APPLICABLE: "This is asked in an assessment, where a father or second parent has or will have care.",
        "one_parent_only": "It was decided, with a reason, to assess one parent only. That is looked at again on "
        "{reason_review_on}.",
    }
    plainly = "An assessment should think of both parents, and of what each of you gives your baby."
    would_meet = EACH_DIMENSION
    who_can = BY_ASSESSOR
    ask_next = "What does the baby get from this parent that nobody else gives?"


class OfCarer(Check, abstract=True):
    """What the checks on one adult in an assessment have in common."""

    lesson = P31_3
    finding = CAPACITY
    about = carer_in_assessment
    basis = Basis.REPORT
    cannot_tell: ClassVar[Expression] = (
        carer_in_assessment.birth_unrecorded.is_true() | carer_in_assessment.person_id.is_unknown()
    )
    tells: ClassVar[tuple[Fact, ...]] = (carer_in_assessment.role, carer_in_assessment.birth_unrecorded)
    who_can = BY_ASSESSOR


class CarersCapacityAnalysed(OfCarer):
    """What somebody could give a baby was taken for granted, or written in a line that would fit anybody."""

    asks = "Is this carer's capacity analysed, dimension by dimension, or is it said why not?"
    applies = ~carer_in_assessment.is_second_parent & ~carer_in_assessment.is_exempt
    words = {"reason_on_record": Word(Outcome.MET, carer_in_assessment.reason_stands)}
    met_on = carer_in_assessment.analysed_on
    due_on = cases(
        (carer_in_assessment.reason_lapsed_on.is_known(), carer_in_assessment.reason_lapsed_on),
        otherwise=ASSESS_BY,
    )
    needs = (
        carer_in_assessment.person_id,
        carer_in_assessment.mention_settled_on,
        carer_in_assessment.basic_care_on,
        carer_in_assessment.ensuring_safety_on,
        carer_in_assessment.emotional_warmth_on,
        carer_in_assessment.stimulation_on,
        carer_in_assessment.guidance_on,
        carer_in_assessment.stability_on,
    )
    tells = (
        *OfCarer.tells,
        carer_in_assessment.dimensions_on_record,
        carer_in_assessment.dimensions_asked,
        carer_in_assessment.reason_review_on,
    )
    says = CAPACITY_SAYS
    plainly = "An assessment should look at everything that you give your baby, and at what would help you."
    would_meet = EACH_DIMENSION
    ask_next = "What have we seen this adult do with the baby, and on which day?"


class CapacityLookedAtAgain(OfCarer):
    """The analysis was of the family as it had been, before the baby, the new partner or the relapse."""

    asks = "Was this adult's capacity looked at again after the last change?"
    applies = (
        ~carer_in_assessment.is_exempt
        & (carer_in_assessment.dimensions_on_record > 0)
        & (carer_in_assessment.last_event_on > carer_in_assessment.first_signed_off_on).is_true()
        & ~(carer_in_assessment.last_event_on <= carer_in_assessment.mentioned_on).is_true()
    )
    met_on = carer_in_assessment.looked_again_on
    due_on = carer_in_assessment.last_event_on.plus_working_days(local("parents.refresh_wd"))
    needs = (carer_in_assessment.looked_again_on,)
    tells = (*OfCarer.tells, carer_in_assessment.last_event_on)
    says = {
        Outcome.NOT_MET: "{role}: something changed on {last_event_on}. Nothing is written since of what this adult can give. "
        "It is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "{role}: something changed on {last_event_on}; their capacity is to be looked at again by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{role}: capacity looked at again on {looked_again_on}, after a change on {last_event_on}.",
        Outcome.NOT_APPLICABLE: "This is asked after a change on the area's list, of an adult with anything on record before.",
    }
    plainly = "When something changes for you, services should look again at how things are for you and your baby."
    would_meet = "An entry under at least one dimension since the change: what is different, seen on which day, and what it means."
    ask_next = "What would we write differently if we assessed this adult today?"


class AssessmentAdapted(OfCarer):
    """A parent with a learning disability was assessed in words and at a pace that were made for others."""

    asks = "Is it written how the assessment was fitted to this adult's learning disability?"
    applies = ~carer_in_assessment.is_exempt & carer_in_assessment.disability_known_on.is_known()
    met_on = carer_in_assessment.adapted_on
    due_on = latest_of(
        ASSESS_BY,
        carer_in_assessment.disability_known_on.plus_working_days(local("parents.refresh_wd")),
    )
    needs = (carer_in_assessment.mention_settled_on, carer_in_assessment.adapted_on)
    tells = (*OfCarer.tells, carer_in_assessment.disability_known_on)
    says = {
        Outcome.NOT_MET: "{role}: a learning disability is on record since {disability_known_on}. How the assessment was fitted "
        "to it is not written. It is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "{role}: a learning disability is on record; how the assessment is fitted to it by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{role}: how the assessment was fitted to a learning disability was written on {adapted_on}.",
        Outcome.NOT_APPLICABLE: "This is asked where a learning disability is on record of an adult who is assessed.",
    }
    plainly = "An assessment should be done in a way that suits you, with the time and the help that you need."
    would_meet = (
        "An entry on capacity under learning disability: which approach was chosen, who advised on it, an advocate, plain words, "
        "more time, and being shown rather than told."
    )
    ask_next = "What would help this parent to show what they can do?"


class MothersNeedsWeighed(OfCarer):
    """The mother's own needs were listed, and what they meant for the baby was left for others to guess."""

    asks = "Is it written what the mother's own needs mean for the baby?"
    finding = PLAYED_DOWN
    applies = (
        carer_in_assessment.is_mother & ~carer_in_assessment.is_exempt & carer_in_assessment.last_need_on.is_known()
    )
    met_on = carer_in_assessment.meaning_settled_on
    due_on = latest_of(
        ASSESS_BY,
        carer_in_assessment.last_need_on.plus_working_days(local("parents.refresh_wd")),
    )
    needs = (carer_in_assessment.meaning_settled_on,)
    tells = (*OfCarer.tells, carer_in_assessment.last_need_on)
    says = {
        Outcome.NOT_MET: "Birth mother: a need of her own was last recorded on {last_need_on}. What it means for the baby is not "
        "written. It is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "Birth mother: a need of her own was recorded on {last_need_on}; what it means by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "Birth mother: what her own needs mean for the baby is on record since {meaning_settled_on}.",
        Outcome.NOT_APPLICABLE: "This is asked of the mother, where a need of her own is on record.",
    }
    plainly = "When you need help yourself, services should think what that means for you and your baby together."
    would_meet = (
        "With each need found, what it means for the baby; or one entry on them together. What helps belongs there too."
    )
    ask_next = "What would be easier for this baby if the mother had the help that she needs?"

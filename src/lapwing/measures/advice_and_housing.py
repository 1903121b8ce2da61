"""Fragility (paragraph 53, B53.1 and B53.2): is advice talked through with each carer, and what of families without a home?"""

from __future__ import annotations

from typing import ClassVar

from lapwing.engine.measure import Measure, done_by
from lapwing.language.expressions import Expression
from lapwing.lessons import ages_of_concern
from lapwing.vocabulary.homeless_family import homeless_family
from lapwing.vocabulary.past_carer import past_carer

B53_1 = ages_of_concern.bullet("B53.1")
B53_2 = ages_of_concern.bullet("B53.2")
K2 = ages_of_concern.finding("K2")
K6 = ages_of_concern.finding("K6")
K7 = ages_of_concern.finding("K7")


class OfAdvice(Measure, abstract=True):
    """What measures of advice have in common: each carer stands for themselves, the father as the mother."""

    lesson = B53_1
    findings = (K6, K7)
    about = past_carer
    counts = "Carers of babies around whom drugs or alcohol became known in the first year: each carer of each baby."
    meets = "It was talked through with this carer, not only handed over, after the birth and since that was known."
    belongs: ClassVar[Expression] = past_carer.asked_from.is_known()
    on: ClassVar[Expression] = past_carer.asked_from
    leaves_out = {
        "Services must not speak to them about this child.": past_carer.must_not_be_told,
        "The baby was in hospital or with other carers.": past_carer.was_away,
        "The child died, or was with other services, before the talk was due.": past_carer.left_on
        <= past_carer.talk_by,
    }
    settled_on: ClassVar[Expression | None] = past_carer.talk_by
    by = {"carer": past_carer.role}
    unlike = "It does not show what a carer made of it, nor advice to families in whom no such worry is recorded."


class CoSleepingTalkedThrough(OfAdvice):
    """Most babies who died had slept with an adult who had been drinking or had taken drugs."""

    asks = "Where drugs or alcohol are known, was sleeping with a baby talked through with each carer?"
    met = (past_carer.co_sleeping_on >= past_carer.known_and_born_on).is_true()


class OverlayTalkedThrough(OfAdvice):
    """That an adult may lie on a baby without waking has to be said in so many words."""

    asks = "Where drugs or alcohol are known, was overlay talked through with each carer?"
    met = (past_carer.overlay_on >= past_carer.known_and_born_on).is_true()


class SubstancesTalkedThrough(OfAdvice):
    """What drugs and alcohol mean for looking after a baby is a talk with both parents."""

    asks = "Where drugs or alcohol are known, was caring for a baby with them talked through with each carer?"
    met = (past_carer.parental_substances_on >= past_carer.known_and_born_on).is_true()


class MedicinesTalkedThrough(OfAdvice):
    """Babies have died of what was prescribed to a parent."""

    asks = (
        "Where drugs are known, was it talked through with each carer that a baby is never given a parent's medicine?"
    )
    counts = "Carers of babies around whom drugs became known in the first year: each carer of each baby."
    belongs = past_carer.drugs_asked_from.is_known()
    on = past_carer.drugs_asked_from
    met = (past_carer.medicines_on >= past_carer.drugs_known_and_born_on).is_true()
    settled_on = past_carer.drugs_talk_by


class OfHousing(Measure, abstract=True):
    """What measures of families without a home have in common."""

    lesson = B53_2
    findings = (K7,)
    about = homeless_family
    counts = "Families with a baby, born or expected, that housing has found intentionally homeless or may find so."
    belongs: ClassVar[Expression] = homeless_family.likely_on.is_known()
    on: ClassVar[Expression] = homeless_family.likely_on
    by = {"finding": homeless_family.finding}
    unlike = "Families who never came to housing are not in it, nor approaches that housing does not share."


class SocialCareTold(OfHousing):
    """Housing is to tell social care as soon as such a finding is likely, and not to wait until it is final."""

    asks = "Was social care told in time that a family with a baby might be found intentionally homeless?"
    meets = "Social care was told on the day, or within the area's days, of its being likely."
    leaves_out = {
        "The family did not agree, and social care was not told.": (
            homeless_family.told_on.is_unknown() & (~homeless_family.agreed).is_true()
        ),
    }
    met = done_by(homeless_family.told_on, homeless_family.tell_by)
    settled_on = homeless_family.tell_by
    agency = homeless_family.recorded_agency_id
    source = "Housing Act 1996, section 213A, as Shelter Legal explains it; of an unborn child it says nothing."


class SocialCareDecided(OfHousing):
    """A telling that nobody decides on helps no family."""

    asks = "Did social care decide in time what to do for the family?"
    counts = "Such families of whom social care was told."
    belongs = homeless_family.told_on.is_known()
    on = homeless_family.told_on
    meets = "A decision was made within the area's working days of being told."
    met = done_by(homeless_family.decided_on, homeless_family.decide_by)
    settled_on = homeless_family.decide_by


class RoofRecorded(OfHousing):
    """Whatever the finding, a baby sleeps somewhere tonight."""

    asks = "Is it recorded where the family sleeps, and is it under a roof?"
    meets = "A place to sleep is recorded, and it is not the street."
    met = homeless_family.has_roof
    agency = homeless_family.recorded_agency_id
    unlike = "Whether the place is fit for a baby is not shown; no record at all counts as no roof recorded."


class HousingOutcomeRecorded(OfHousing):
    """A case that housing has closed is not for that reason solved."""

    asks = "When housing closed the case of a family with a baby, is it recorded how it ended, and with a roof?"
    counts = "Such families whose case housing has closed."
    belongs = homeless_family.closed_on.is_known()
    on = homeless_family.closed_on
    meets = "How it ended is recorded, and a place to sleep."
    met = homeless_family.outcome.is_known() & homeless_family.has_roof
    agency = homeless_family.recorded_agency_id

"""The closed lists behind coded columns: health, young people's standing, sharing and disagreement."""

from __future__ import annotations

from lapwing.vocabulary.tables import Codes


class ObservedWhat(Codes):
    """What an observation was of."""

    BABY = "baby", "The baby"
    PARENT_WITH_BABY = "parent_with_baby", "A parent with the baby"
    PARENT = "parent", "A parent"
    HOME = "home", "The home"
    SLEEP_PLACE = "sleep_place", "Where the baby sleeps"
    YOUNG_PERSON = "young_person", "The young person"


class MeasurementKind(Codes):
    """What was measured."""

    WEIGHT = "weight", "Weight"
    BIRTH_WEIGHT = "birth_weight", "Birth weight"
    LENGTH = "length", "Length"
    HEAD_CIRCUMFERENCE = "head_circumference", "Head circumference"


class MeasurementSource(Codes):
    """Who measured."""

    HEALTH_PROFESSIONAL = "health_professional", "Health professional"
    PARENT = "parent", "Parent, or a self-weigh station"
    NOT_KNOWN = "not_known", "Not known"


class ChartSpace(Codes):
    """Between which centile lines of the growth chart a weight lies."""

    BELOW_0_4TH = "below_0_4th", "below the 0.4th centile"
    FROM_0_4TH = "from_0_4th", "between the 0.4th and 2nd centiles"
    FROM_2ND = "from_2nd", "between the 2nd and 9th centiles"
    FROM_9TH = "from_9th", "between the 9th and 25th centiles"
    FROM_25TH = "from_25th", "between the 25th and 50th centiles"
    FROM_50TH = "from_50th", "between the 50th and 75th centiles"
    FROM_75TH = "from_75th", "between the 75th and 91st centiles"
    FROM_91ST = "from_91st", "between the 91st and 98th centiles"
    FROM_98TH = "from_98th", "between the 98th and 99.6th centiles"
    ABOVE_99_6TH = "above_99_6th", "above the 99.6th centile"


PLACED_FROM_DAYS = 14
"""The age from which a weight is placed on the chart, besides that at birth: the curve begins after the first days."""


class AppointmentKind(Codes):
    """What an appointment was for."""

    ANTENATAL = "antenatal", "Antenatal"
    ANTENATAL_HEALTH_VISITOR = "antenatal_health_visitor", "Antenatal contact, health visitor"
    NEW_BIRTH = "new_birth", "New birth visit"
    SIX_TO_EIGHT_WEEKS = "six_to_eight_weeks", "Six to eight weeks"
    NINE_TO_TWELVE_MONTHS = "nine_to_twelve_months", "Nine to twelve months"
    TWO_YEARS = "two_years", "Two to two and a half years"
    WEIGHING = "weighing", "Weighing"
    IMMUNISATION = "immunisation", "Immunisation"
    MEDICAL = "medical", "Medical"
    CHILD_MENTAL_HEALTH = "child_mental_health", "Child and adolescent mental health"
    PARENT_SERVICE = "parent_service", "A parent's own service"
    SOCIAL_CARE_VISIT = "social_care_visit", "Social care visit"
    OTHER = "other", "Other"


class Kept(Codes):
    """Whether an appointment took place."""

    KEPT = "kept", "Kept"
    WAS_NOT_BROUGHT = "was_not_brought", "Was not brought"
    NO_ACCESS = "no_access", "No access at the visit"
    CANCELLED_BY_FAMILY = "cancelled_by_family", "Cancelled by the family"
    CANCELLED_BY_SERVICE = "cancelled_by_service", "Cancelled by the service"
    DECLINED = "declined", "Declined"


class AdviceTopic(Codes):
    """What parents were advised on (the four that paragraph 53 names, and crying)."""

    CO_SLEEPING = "co_sleeping", "Sleeping with a baby"
    OVERLAY = "overlay", "Overlay"
    PARENTAL_SUBSTANCES = "parental_substances", "A parent's drugs and alcohol"
    PRESCRIBED_MEDICINES = "prescribed_medicines", "Prescribed medicines and a baby"
    CRYING = "crying", "Coping with crying"
    OTHER = "other", "Other"


class HandOverKind(Codes):
    """What passes from one service to the next."""

    ANTENATAL_NOTICE = "antenatal_notice", "Antenatal notice to health visiting"
    POSTNATAL_TRANSFER = "postnatal_transfer", "Midwifery to health visiting"
    FAMILY_NURSE_TO_HEALTH_VISITING = "family_nurse_to_health_visiting", "Family nurse to health visiting"
    HEALTH_VISITING_TO_GP = "health_visiting_to_gp", "Health visiting to general practice"
    GP_REGISTRATION = "gp_registration", "GP registration"
    AREA_MOVE = "area_move", "Move between areas"
    CHANGE_OF_WORKER = "change_of_worker", "Change of worker"
    ADULT_SERVICES = "adult_services", "To adult services"


class InterviewOutcome(Codes):
    """What came of offering a return interview."""

    HELD = "held", "Held"
    DECLINED = "declined", "Declined by the young person"
    NOT_OFFERED = "not_offered", "Not offered"
    DECIDED_AGAINST = "decided_against", "Decided against, with reason"


class LegalStatusKind(Codes):
    """A child's standing in law."""

    AT_HOME_NO_ORDER = "at_home_no_order", "At home, no order"
    SECTION_17 = "section_17", "Child in need (section 17)"
    SECTION_20 = "section_20", "Accommodated (section 20)"
    SECTION_31 = "section_31", "Care order"
    INTERIM_CARE_ORDER = "interim_care_order", "Interim care order"
    EMERGENCY_PROTECTION = "emergency_protection", "Emergency or police protection"
    REMAND = "remand", "Remanded (looked after)"
    CARE_LEAVER = "care_leaver", "Eligible, relevant or former relevant"
    UNACCOMPANIED = "unaccompanied", "Unaccompanied asylum-seeking child"
    AGE_DISPUTED = "age_disputed", "Age disputed"
    PRIVATE_FOSTERING = "private_fostering", "Private fostering"
    DECLINED_SECTION_20 = "declined_section_20", "Homeless at 16 or 17, declined accommodation"
    DETAINED_MENTAL_HEALTH = "detained_mental_health", "Detained under the Mental Health Act"
    YOUTH_JUSTICE_ORDER = "youth_justice_order", "Youth justice order"
    SPECIAL_GUARDIANSHIP = "special_guardianship", "Special guardianship or kinship order"
    ADOPTION_ORDER = "adoption_order", "Adoption order"


class SettingKind(Codes):
    """Where a child lives or is held."""

    FAMILY_HOME = "family_home", "Family home"
    FOSTER_HOME = "foster_home", "Foster home"
    KINSHIP = "kinship", "With family or friends"
    CHILDRENS_HOME = "childrens_home", "Children's home"
    SUPPORTED_ACCOMMODATION = "supported_accommodation", "Supported accommodation"
    MOTHER_AND_BABY = "mother_and_baby", "Parent and baby placement"
    REFUGE = "refuge", "Refuge"
    CHILD_WARD = "child_ward", "Children's ward"
    ADULT_WARD = "adult_ward", "Adult ward"
    NEONATAL_UNIT = "neonatal_unit", "Neonatal unit"
    BED_AND_BREAKFAST = "bed_and_breakfast", "Bed and breakfast"
    ADULT_HOSTEL = "adult_hostel", "Adult hostel or hotel"
    POLICE_CELL = "police_cell", "Police cell"
    SECURE = "secure", "Secure children's home or young offender institution"
    NO_FIXED_ADDRESS = "no_fixed_address", "No fixed address"
    OTHER = "other", "Other"


class HousingFinding(Codes):
    """What a housing authority has found of a family."""

    UNDER_ENQUIRY = "under_enquiry", "Under enquiry"
    MAY_BE_INTENTIONAL = "may_be_intentional", "May be found intentionally homeless"
    INTENTIONAL = "intentional", "Found intentionally homeless"
    DUTY_ACCEPTED = "duty_accepted", "Duty accepted"
    INELIGIBLE = "ineligible", "Not eligible"
    WITHDRAWN = "withdrawn", "Withdrawn"


class ShareDecision(Codes):
    """Whether information was shared."""

    SHARED = "shared", "Shared"
    NOT_SHARED = "not_shared", "Decided not to share"


class DisagreementStep(Codes):
    """What happened at a stage of a disagreement."""

    RAISED = "raised", "Raised"
    ACKNOWLEDGED = "acknowledged", "Acknowledged"
    ANSWERED = "answered", "Answered"
    MET = "met", "Those who disagree met"
    KEPT_SAFE = "kept_safe", "What keeps the child safe meanwhile was written"
    ESCALATED = "escalated", "Taken to the next stage"
    RESOLVED = "resolved", "Resolved"
    WITHDRAWN = "withdrawn", "Withdrawn, with reason"


class ExceptionReason(Codes):
    """Why a rule is set aside for one child for a time."""

    SAFETY = "safety", "It would make somebody less safe"
    RULE_DOES_NOT_FIT = "rule_does_not_fit", "The rule does not fit this family"
    FAMILY_CHOICE = "family_choice", "The family's informed choice"
    DONE_ANOTHER_WAY = "done_another_way", "The purpose is met another way"
    OUT_OF_AREA = "out_of_area", "Another area leads"
    OTHER = "other", "Other, as explained"


class RightsKind(Codes):
    """What a young person was told, offered or asked."""

    RIGHTS_EXPLAINED = "rights_explained", "Rights explained"
    ADVOCACY_OFFERED = "advocacy_offered", "Advocate offered"
    WISHES_RECORDED = "wishes_recorded", "Wishes recorded"
    CAPACITY_CONSIDERED = "capacity_considered", "Capacity or competence considered"
    APPROPRIATE_ADULT = "appropriate_adult", "Appropriate adult present"
    TRANSITION_PLAN = "transition_plan", "Transition plan made"


class SeriousIncidentKind(Codes):
    """What happened to a child of whom abuse or neglect is known or suspected (Children Act 2004, section 16C)."""

    DIED = "died", "Died; abuse or neglect is known or suspected"
    SERIOUSLY_HARMED = "seriously_harmed", "Seriously harmed; abuse or neglect is known or suspected"

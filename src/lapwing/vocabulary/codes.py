"""The closed lists behind coded columns: who people are, what was found, what was decided."""

from __future__ import annotations

from lapwing.vocabulary.tables import Codes


class AgencyKind(Codes):
    """What an agency does for children."""

    CHILDRENS_SOCIAL_CARE = "childrens_social_care", "Children's social care"
    EARLY_HELP = "early_help", "Early or family help"
    MIDWIFERY = "midwifery", "Midwifery"
    HEALTH_VISITING = "health_visiting", "Health visiting"
    FAMILY_NURSE = "family_nurse", "Family Nurse Partnership"
    GENERAL_PRACTICE = "general_practice", "General practice"
    SCHOOL_NURSING = "school_nursing", "School nursing"
    HOSPITAL = "hospital", "Hospital"
    CHILD_MENTAL_HEALTH = "child_mental_health", "Child and adolescent mental health"
    ADULT_MENTAL_HEALTH = "adult_mental_health", "Adult mental health"
    SUBSTANCE_SERVICE = "substance_service", "Drug and alcohol service"
    DOMESTIC_ABUSE_SERVICE = "domestic_abuse_service", "Domestic abuse service"
    POLICE = "police", "Police"
    PROBATION = "probation", "Probation"
    YOUTH_JUSTICE = "youth_justice", "Youth justice"
    EDUCATION = "education", "School, college or childcare"
    HOUSING = "housing", "Housing"
    VOLUNTARY = "voluntary", "Voluntary sector"
    ADULT_SOCIAL_CARE = "adult_social_care", "Adult social care"
    OTHER = "other", "Another agency"


class PractitionerRole(Codes):
    """A practitioner's post, so far as a check asks after it."""

    SOCIAL_WORKER = "social_worker", "Social worker"
    TEAM_MANAGER = "team_manager", "Team manager"
    CONFERENCE_CHAIR = "conference_chair", "Conference chair"
    FAMILY_HELP_WORKER = "family_help_worker", "Family help worker"
    MIDWIFE = "midwife", "Midwife"
    HEALTH_VISITOR = "health_visitor", "Health visitor"
    FAMILY_NURSE = "family_nurse", "Family nurse"
    GP = "gp", "GP"
    SCHOOL_NURSE = "school_nurse", "School nurse"
    DOCTOR = "doctor", "Hospital doctor"
    MENTAL_HEALTH_WORKER = "mental_health_worker", "Mental health worker"
    SUBSTANCE_WORKER = "substance_worker", "Drug and alcohol worker"
    POLICE_OFFICER = "police_officer", "Police officer"
    YOUTH_JUSTICE_WORKER = "youth_justice_worker", "Youth justice worker"
    HOUSING_OFFICER = "housing_officer", "Housing officer"
    TEACHER = "teacher", "Teacher or school lead"
    ADVOCATE = "advocate", "Advocate"
    OTHER = "other", "Another role"


class Sex(Codes):
    """Sex as registered."""

    FEMALE = "female", "Female"
    MALE = "male", "Male"
    UNKNOWN = "unknown", "Not known, or not yet born"


class DateCertainty(Codes):
    """How sure a date of birth is."""

    VERIFIED = "verified", "Verified"
    STATED = "stated", "As stated"
    ESTIMATED = "estimated", "Estimated"
    DISPUTED = "disputed", "Age disputed"
    CONTRADICTORY = "contradictory", "Records disagree"


class PregnancyOutcome(Codes):
    """How a pregnancy ended, once it has."""

    LIVE_BIRTH = "live_birth", "Live birth"
    STILLBIRTH = "stillbirth", "Stillbirth"
    MISCARRIAGE = "miscarriage", "Miscarriage"
    TERMINATION = "termination", "Termination"
    OTHER = "other", "Ended otherwise"


class ExpectedDateMethod(Codes):
    """How an expected date was found."""

    DATING_SCAN = "dating_scan", "Dating scan"
    LAST_PERIOD = "last_period", "Last menstrual period"
    CLINICAL_ESTIMATE = "clinical_estimate", "Clinician's estimate"
    AS_RECORDED = "as_recorded", "As another system recorded it"


class RelationshipRole(Codes):
    """Who a person is to a child; never two fixed parent columns."""

    BIRTH_MOTHER = "birth_mother", "Birth mother"
    BIRTH_FATHER = "birth_father", "Birth father"
    SECOND_LEGAL_PARENT = "second_legal_parent", "Second legal parent"
    ADOPTIVE_PARENT = "adoptive_parent", "Adoptive parent"
    STEP_PARENT = "step_parent", "Step-parent"
    PARTNER_OF_PARENT = "partner_of_parent", "Partner of a parent"
    GRANDPARENT = "grandparent", "Grandparent"
    SIBLING = "sibling", "Brother or sister"
    OTHER_RELATIVE = "other_relative", "Another relative"
    FOSTER_CARER = "foster_carer", "Foster carer"
    OTHER_ADULT = "other_adult", "Another adult in the child's life"


PARENTS = (RelationshipRole.BIRTH_MOTHER, RelationshipRole.BIRTH_FATHER, RelationshipRole.SECOND_LEGAL_PARENT)
"""Who is a child's parent from the beginning, whether or not they care for it."""


class IdentityStatus(Codes):
    """What is known of who a parent or partner is, and why it is not known where it is not."""

    NAMED_AND_VERIFIED = "named_and_verified", "Named and verified"
    NAMED_BY_MOTHER = "named_by_mother", "Named by the mother"
    UNKNOWN_TO_MOTHER = "unknown_to_mother", "Not known to the mother"
    NOT_DISCLOSED = "not_disclosed", "Not disclosed"
    WITHHELD_FOR_SAFETY = "withheld_for_safety", "Withheld for safety"
    NO_LEGAL_FATHER = "no_legal_father", "No legal father (donor, or two mothers)"
    DISPUTED = "disputed", "Disputed"
    DECEASED = "deceased", "Deceased"


class ParentalResponsibility(Codes):
    """Whether a person has parental responsibility; nobody has it for an unborn child."""

    HAS = "has", "Has parental responsibility"
    HAS_NOT = "has_not", "Does not have it"
    SHARED_WITH_AUTHORITY = "shared_with_authority", "Shared with the local authority"
    NOT_YET_BORN = "not_yet_born", "Does not arise before birth"
    NOT_KNOWN = "not_known", "Not known"


class ContactSafety(Codes):
    """Whether services may contact a person about this child."""

    MAY_CONTACT = "may_contact", "May be contacted"
    ASK_FIRST = "ask_first", "Ask the lead practitioner first"
    MUST_NOT_CONTACT = "must_not_contact", "Must not be contacted"
    UNAWARE_OF_PREGNANCY = "unaware_of_pregnancy", "Does not know of the pregnancy"


class AddressKind(Codes):
    """What a person does at an address."""

    HOME = "home", "Home"
    PLACEMENT = "placement", "Placement"
    TEMPORARY = "temporary", "Temporary accommodation"
    REFUGE = "refuge", "Refuge"
    HOSPITAL = "hospital", "Hospital"
    CUSTODY = "custody", "Custody"
    OTHER = "other", "Other"


class NameKind(Codes):
    """How another name of a person came about, as the NHS tells names apart."""

    BIRTH = "birth", "Name at birth"
    PREVIOUS = "previous", "Previous name"
    PREFERRED = "preferred", "Name they prefer"
    ALIAS = "alias", "Another name they use"
    SPELLING = "spelling", "Another spelling"


class ConcernKind(Codes):
    """What a concern is about; the area's list of pre-birth triggers is drawn from these."""

    DOMESTIC_ABUSE = "domestic_abuse", "Domestic abuse"
    ALCOHOL = "alcohol", "Alcohol"
    DRUGS = "drugs", "Drugs"
    PARENTAL_MENTAL_HEALTH = "parental_mental_health", "A parent's mental health"
    LEARNING_DISABILITY = "learning_disability", "A parent's learning disability"
    PHYSICAL_HEALTH = "physical_health", "A parent's physical health or disability"
    PREVIOUS_CHILD_HARMED = "previous_child_harmed", "An earlier child was harmed"
    PREVIOUS_CHILD_DIED = "previous_child_died", "An earlier child died in unexplained circumstances"
    PREVIOUS_CHILD_REMOVED = "previous_child_removed", "An earlier child was removed"
    SIBLING_ON_PLAN = "sibling_on_plan", "A brother or sister is on a plan or open to social care"
    PERSON_POSING_RISK = "person_posing_risk", "A person who poses a risk lives in or visits the home"
    SEXUAL_OFFENCES = "sexual_offences", "Sexual offences"
    OFFENDING_BY_ADULT = "offending_by_adult", "Violent or other offending by an adult"
    YOUNG_PARENT = "young_parent", "A parent is a child or very young"
    CARE_EXPERIENCED_PARENT = "care_experienced_parent", "A looked-after or care-experienced parent, with concerns"
    PARENT_ABUSED_IN_CHILDHOOD = "parent_abused_in_childhood", "A parent was abused in childhood"
    LATE_BOOKING = "late_booking", "Pregnancy booked late"
    CONCEALED_PREGNANCY = "concealed_pregnancy", "Pregnancy concealed, now or before"
    POOR_ANTENATAL_ENGAGEMENT = "poor_antenatal_engagement", "Antenatal care missed"
    HOMELESSNESS = "homelessness", "Homelessness or frequent moves"
    FATHER_NOT_NAMED = "father_not_named", "Nobody is able to say who the father is"
    HONOUR_BASED_ABUSE = "honour_based_abuse", "Honour-based abuse"
    FEMALE_GENITAL_MUTILATION = "female_genital_mutilation", "Female genital mutilation"
    RELINQUISHMENT = "relinquishment", "A wish to relinquish the baby"
    SOCIAL_ISOLATION = "social_isolation", "Isolation"
    POVERTY = "poverty", "Poverty or debt"
    NEGLECT = "neglect", "Neglect"
    EMOTIONAL_ABUSE = "emotional_abuse", "Emotional abuse"
    PHYSICAL_ABUSE = "physical_abuse", "Physical abuse"
    SEXUAL_ABUSE = "sexual_abuse", "Sexual abuse"
    MARK_OR_INJURY_NOT_MOBILE = "mark_or_injury_not_mobile", "A mark or injury on a baby who cannot yet move about"
    FALTERING_GROWTH = "faltering_growth", "Faltering growth"
    PREMATURE_OR_SMALL = "premature_or_small", "Born early or small"
    CHILD_MENTAL_HEALTH = "child_mental_health", "The child's own mental health"
    SELF_HARM = "self_harm", "Self-harm or suicidal thoughts"
    GOING_MISSING = "going_missing", "Going missing"
    CHILD_SEXUAL_EXPLOITATION = "child_sexual_exploitation", "Child sexual exploitation"
    CHILD_CRIMINAL_EXPLOITATION = "child_criminal_exploitation", "Child criminal exploitation"
    TRAFFICKING = "trafficking", "Trafficking or modern slavery"
    GANGS = "gangs", "Gangs"
    HARMFUL_SEXUAL_BEHAVIOUR = "harmful_sexual_behaviour", "Harmful sexual behaviour"
    OFFENDING_BY_CHILD = "offending_by_child", "Offending"
    AGGRESSION = "aggression", "Aggression"
    EXCLUSION = "exclusion", "Exclusion or absence from school"
    REFUSAL_OF_HELP = "refusal_of_help", "Refusal of help"
    CHILD_SUBSTANCES = "child_substances", "The child's own use of drugs or alcohol"
    RADICALISATION = "radicalisation", "Radicalisation"
    YOUNG_CARER = "young_carer", "Young carer"
    UNACCOMPANIED = "unaccompanied", "Unaccompanied asylum-seeking child"
    FAITH_OR_BELIEF_ABUSE = "faith_or_belief_abuse", "Abuse linked to faith or belief"
    PRIVATE_FOSTERING = "private_fostering", "Private fostering"
    CHILD_DISABILITY = "child_disability", "The child's disability or illness"
    COMMUNICATION_NEED = "communication_need", "Special educational needs or a communication need"
    BEREAVEMENT = "bereavement", "Bereavement or loss"
    DISCRIMINATION = "discrimination", "Racism or other discrimination"
    OTHER = "other", "Another concern"


class ConcernPart(Codes):
    """The part of the person a concern is about, where that matters."""

    HARMED = "harmed", "Is or was harmed by it"
    RESPONSIBLE = "responsible", "Is or may be responsible for it"
    AFFECTED = "affected", "Has the need or difficulty themselves"
    NOT_KNOWN = "not_known", "Not known"


class ConcernStatus(Codes):
    """Where a concern stands."""

    CURRENT = "current", "Current"
    PAST = "past", "Past"
    CLEARED = "cleared", "Looked into and cleared"


class HelpLevel(Codes):
    """The help a child is receiving."""

    UNIVERSAL = "universal", "Universal services"
    EARLY_HELP = "early_help", "Early help"
    FAMILY_HELP = "family_help", "Family help"
    PRE_BIRTH = "pre_birth", "Pre-birth work"
    CHILD_IN_NEED = "child_in_need", "Child in need"
    SECTION_47 = "section_47", "Section 47 enquiry"
    CHILD_PROTECTION = "child_protection", "Child protection"
    LOOKED_AFTER = "looked_after", "Looked after"
    CARE_LEAVER = "care_leaver", "Care leaver"
    NOT_KNOWN = "not_known", "Not known"

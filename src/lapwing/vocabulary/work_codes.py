"""The closed lists behind coded columns: the work that services do, and how it ended."""

from __future__ import annotations

from lapwing.vocabulary.tables import Codes


class ContactKind(Codes):
    """How services and a family, or two services, were in touch."""

    VISIT = "visit", "Visit"
    OFFICE = "office", "Meeting at a service"
    TELEPHONE = "telephone", "Telephone"
    MESSAGE = "message", "Letter, message or e-mail"
    INCOMING = "incoming", "Information received"
    ATTEMPT = "attempt", "Attempt that did not reach anybody"


class ReferralSource(Codes):
    """Who referred, as the children in need census lists it; midwifery is ours, the census has no code for it."""

    INDIVIDUAL = "individual", "Family, friend, neighbour or the child"
    EDUCATION = "education", "School or education service"
    GENERAL_PRACTICE = "general_practice", "GP"
    MIDWIFERY = "midwifery", "Midwife"
    HEALTH_VISITOR = "health_visitor", "Health visitor"
    SCHOOL_NURSE = "school_nurse", "School nurse"
    OTHER_PRIMARY_HEALTH = "other_primary_health", "Other primary health service"
    EMERGENCY_DEPARTMENT = "emergency_department", "Emergency department"
    OTHER_HEALTH = "other_health", "Other health service"
    HOUSING = "housing", "Housing"
    LOCAL_AUTHORITY = "local_authority", "Local authority service"
    POLICE = "police", "Police"
    LEGAL = "legal", "Court, probation or other legal agency"
    OTHER = "other", "Other"
    ANONYMOUS = "anonymous", "Anonymous"
    UNKNOWN = "unknown", "Not known"


class ReferralOutcome(Codes):
    """What was decided on a referral or contact."""

    ASSESSMENT = "assessment", "Assessment"
    SECTION_47 = "section_47", "Section 47 enquiry"
    EARLY_OR_FAMILY_HELP = "early_or_family_help", "Early or family help"
    ALREADY_OPEN = "already_open", "Added to work already open"
    INFORMATION_OR_ADVICE = "information_or_advice", "Information or advice"
    PASSED_ON = "passed_on", "Passed to another service"
    NO_FURTHER_ACTION = "no_further_action", "No further action"


class ClosureReason(Codes):
    """Why a service's work with a child ended."""

    CONCERNS_RESOLVED = "concerns_resolved", "The concerns were resolved"
    STEPPED_DOWN = "stepped_down", "Stepped down to other help"
    NO_FURTHER_ACTION = "no_further_action", "No further action after assessment"
    MOVED_ACCEPTED_ELSEWHERE = "moved_accepted_elsewhere", "Moved, and accepted by another area"
    TRANSFERRED_TO_ADULT_SERVICES = "transferred_to_adult_services", "Transferred to adult services"
    ADOPTED = "adopted", "Adopted"
    ARRANGEMENT_ORDER = "arrangement_order", "Child arrangements or special guardianship order"
    DIED = "died", "Died"
    REACHED_18 = "reached_18", "Reached 18"
    COURT_ORDER = "court_order", "Court order, or became looked after"
    PREGNANCY_ENDED = "pregnancy_ended", "The pregnancy ended"
    CONCERN_WAS_WRONG = "concern_was_wrong", "New evidence that the concern was mistaken"
    OPENED_IN_ERROR = "opened_in_error", "Opened in error"
    OTHER = "other", "Other"


class DecisionKind(Codes):
    """What a decision was about."""

    PRE_BIRTH_ASSESSMENT = "pre_birth_assessment", "Whether to assess before birth"
    YOUNG_PARENT_IN_NEED = "young_parent_in_need", "Whether a young parent is a child in need"
    SUPPORT_FOR_CARE_LEAVER_PARENT = "support_for_care_leaver_parent", "Support for a care leaver who is a parent"
    STRATEGY_DISCUSSION = "strategy_discussion", "Whether to hold a strategy discussion"
    SECTION_47 = "section_47", "Whether to make section 47 enquiries"
    CONFERENCE = "conference", "Whether to hold a child protection conference"
    LEGAL_GATEWAY = "legal_gateway", "Whether to seek legal advice on proceedings"
    MARAC = "marac", "Whether to refer to a multi-agency risk assessment conference"
    NO_FURTHER_ACTION = "no_further_action", "To take no further action"
    CLOSE = "close", "To close"
    STEP_UP = "step_up", "To step up"
    STEP_DOWN = "step_down", "To step down"
    RETURN_HOME = "return_home", "To return home"
    MOVE = "move", "To move the child"
    BAIL_OR_REMAND_ADDRESS = "bail_or_remand_address", "Bail or remand address"
    EXCLUSION = "exclusion", "Exclusion from school"
    DISCHARGE = "discharge", "Discharge from a service or hospital"
    OTHER = "other", "Another decision"


class DecisionOutcome(Codes):
    """Which way a decision went."""

    REQUIRED = "required", "Yes, it is needed"
    NOT_REQUIRED = "not_required", "No, it is not needed"
    DEFERRED = "deferred", "Put off to a later date"


class AssessmentKind(Codes):
    """What an assessment was."""

    PRE_BIRTH = "pre_birth", "Pre-birth assessment"
    CHILD_AND_FAMILY = "child_and_family", "Child and family assessment"
    EARLY_HELP = "early_help", "Early or family help assessment"
    SECTION_47 = "section_47", "Section 47 enquiry"
    PARENTING = "parenting", "Parenting assessment"
    YOUNG_PERSON = "young_person", "Assessment of a young person by another service"
    OTHER = "other", "Other"


class Contributor(Codes):
    """Who a contribution to an assessment or meeting comes from."""

    MOTHER = "mother", "The mother"
    FATHER = "father", "The father or second parent"
    OTHER_CARER = "other_carer", "Another carer"
    CHILD = "child", "The child or young person"
    MIDWIFERY = "midwifery", "Midwifery"
    HEALTH_VISITING = "health_visiting", "Health visiting"
    GENERAL_PRACTICE = "general_practice", "General practice"
    ADULT_MENTAL_HEALTH = "adult_mental_health", "Adult mental health"
    SUBSTANCE_SERVICE = "substance_service", "Drug and alcohol service"
    POLICE = "police", "Police"
    PROBATION = "probation", "Probation"
    HOUSING = "housing", "Housing"
    EDUCATION = "education", "Education"
    YOUTH_JUSTICE = "youth_justice", "Youth justice"
    CHILD_MENTAL_HEALTH = "child_mental_health", "Child and adolescent mental health"
    SOCIAL_CARE = "social_care", "Children's social care"
    OTHER = "other", "Another agency"


class Dimension(Codes):
    """The dimensions of parenting capacity (Framework for the Assessment of Children in Need, 2000)."""

    BASIC_CARE = "basic_care", "Basic care"
    ENSURING_SAFETY = "ensuring_safety", "Ensuring safety"
    EMOTIONAL_WARMTH = "emotional_warmth", "Emotional warmth"
    STIMULATION = "stimulation", "Stimulation"
    GUIDANCE_AND_BOUNDARIES = "guidance_and_boundaries", "Guidance and boundaries"
    STABILITY = "stability", "Stability"


class AnalysisKind(Codes):
    """What an entry of analysis is about."""

    PARENTING_CAPACITY = "parenting_capacity", "Parenting capacity, by person and dimension"
    OWN_NEED = "own_need", "A parent's own need"
    MEANING_FOR_BABY = "meaning_for_baby", "What a concern means for this baby"
    CAUSE_OF_BEHAVIOUR = "cause_of_behaviour", "What may lie behind behaviour"
    AGE_AND_CAPACITY = "age_and_capacity", "Age, capacity or competence"


class Explored(Codes):
    """What came of asking after a need or a cause."""

    FOUND = "found", "Found"
    NOT_FOUND = "not_found", "Looked into, and not found"
    NOT_EXPLORED = "not_explored", "Not explored"


class MeetingKind(Codes):
    """What a meeting was."""

    STRATEGY_DISCUSSION = "strategy_discussion", "Strategy discussion"
    INITIAL_CONFERENCE = "initial_conference", "Initial child protection conference"
    REVIEW_CONFERENCE = "review_conference", "Review child protection conference"
    TRANSFER_CONFERENCE = "transfer_conference", "Transfer-in conference"
    CORE_GROUP = "core_group", "Core group"
    CHILD_IN_NEED_REVIEW = "child_in_need_review", "Child in need review"
    FAMILY_HELP_REVIEW = "family_help_review", "Early or family help review"
    LOOKED_AFTER_REVIEW = "looked_after_review", "Looked-after review"
    DISCHARGE_PLANNING = "discharge_planning", "Discharge planning meeting"
    PROFESSIONALS = "professionals", "Professionals' meeting"
    PRE_PROCEEDINGS = "pre_proceedings", "Pre-proceedings meeting with the parents"
    FAMILY_GROUP = "family_group", "Family group decision-making meeting"
    OTHER = "other", "Other"


class ReviewOutcome(Codes):
    """What a review proposes or decided about a plan."""

    CONTINUE = "continue", "Go on with the plan"
    STEP_UP = "step_up", "Step up"
    STEP_DOWN = "step_down", "Step down"
    END = "end", "End the plan"


class Dissent(Codes):
    """Whether anybody at a meeting disagreed with its outcome."""

    NONE_EXPRESSED = "none_expressed", "Asked, and nobody disagreed"
    RECORDED = "recorded", "Disagreement recorded"


class ConcernChange(Codes):
    """What a review found of one original concern."""

    IMPROVED = "improved", "Better"
    RESOLVED = "resolved", "No longer a concern"
    UNCHANGED = "unchanged", "Unchanged"
    WORSE = "worse", "Worse"
    WAS_MISTAKEN = "was_mistaken", "New evidence that the concern was mistaken"


class EvidenceBasis(Codes):
    """How something came to be known."""

    SEEN = "seen", "Seen by a practitioner"
    REPORTED = "reported", "Reported to a practitioner"
    OPINION = "opinion", "A practitioner's opinion"
    NONE = "none", "No evidence given"


class PlanKind(Codes):
    """What a plan is."""

    EARLY_HELP = "early_help", "Early help plan"
    FAMILY_HELP = "family_help", "Family help plan"
    CHILD_IN_NEED = "child_in_need", "Child in need plan"
    CHILD_PROTECTION = "child_protection", "Child protection plan"
    UNBORN_CHILD_PROTECTION = "unborn_child_protection", "Unborn child protection plan"
    PRE_PROCEEDINGS = "pre_proceedings", "Pre-proceedings plan (Public Law Outline)"
    CARE = "care", "Care plan"
    PATHWAY = "pathway", "Pathway plan"
    YOUTH_JUSTICE = "youth_justice", "Youth justice plan"
    EDUCATION_HEALTH_CARE = "education_health_care", "Education, health and care plan"
    OTHER = "other", "Other"


class MilestoneKind(Codes):
    """What must be in place around a birth."""

    SAFEGUARDING_BIRTH_PLAN = "safeguarding_birth_plan", "Safeguarding birth plan"
    OUT_OF_HOURS_ALERT = "out_of_hours_alert", "Contingency and out-of-hours alert"
    CPIS_CONFIRMATION = "cpis_confirmation", "CP-IS upload confirmed"
    DISCHARGE_PLANNING = "discharge_planning", "Discharge planning meeting set"
    FAMILY_GROUP_DECISION_MAKING = "family_group_decision_making", "Family group decision-making offered or decided"
    LEGAL_GATEWAY = "legal_gateway", "Legal gateway considered"


class ActionKind(Codes):
    """What an action is; a referral alone is not yet an action begun."""

    DIRECT_WORK = "direct_work", "Direct work with the family"
    SERVICE = "service", "A service for a parent or child"
    REFERRAL_ONLY = "referral_only", "Referral to another service"
    SAFETY = "safety", "A step that makes the child safer now"
    MONITORING = "monitoring", "Watching and reviewing"
    OTHER = "other", "Other"


class ActionAim(Codes):
    """What an action is aimed at."""

    CAUSE = "cause", "What lies behind it"
    BEHAVIOUR = "behaviour", "The behaviour itself"
    SAFETY = "safety", "Safety"
    NOT_STATED = "not_stated", "Not stated"


class ActionEffect(Codes):
    """Whether an action worked, once looked at."""

    WORKED = "worked", "Worked"
    PARTLY = "partly", "Worked in part"
    DID_NOT_WORK = "did_not_work", "Did not work"
    TOO_EARLY = "too_early", "Too early to say"


class ReviewLineAbout(Codes):
    """What a line of a review is about, besides the concerns."""

    HEALTH_AND_WEIGHT = "health_and_weight", "The baby's health and weight"
    FATHER_AND_PARTNERS = "father_and_partners", "The father and any partner"

"""Codes of the registers of the Board."""

from __future__ import annotations

from lapwing.vocabulary.tables import Codes


class PolicyKind(Codes):
    """What a policy, standard, template or protocol of the partnership is about."""

    PREBIRTH_STANDARD = "prebirth_standard", "Standard for pre-birth assessments"
    PREBIRTH_TEMPLATE = "prebirth_template", "Template for pre-birth assessments"
    FATHERS = "fathers", "Procedure on work with fathers"
    HOUSING = "housing", "Joint protocol on families without a home"
    CHALLENGE = "challenge", "Policy on challenge and escalation"
    OTHER = "other", "Another policy"


class SystemElement(Codes):
    """What the system that assures the quality of pre-birth assessments is made of."""

    STANDARD = "standard", "A standard in force"
    TEMPLATE = "template", "A template in force"
    SIGN_OFF = "sign_off", "Sign-off by a manager"
    DIP_SAMPLE = "dip_sample", "A sample looked at regularly"
    DOUBLE_MARKING = "double_marking", "Some marked twice, and how far the two agree"
    ACTIONS = "actions", "Actions from audits closed"
    RE_AUDIT = "re_audit", "Audited again for the effect"
    REVIEW = "review", "The system itself reviewed"


class Standing(Codes):
    """Whether an element of a system is there, and whether anything shows it."""

    WITH_EVIDENCE = "with_evidence", "In place, with evidence"
    NOT_EVIDENCED = "not_evidenced", "In place, not evidenced"
    NOT_IN_PLACE = "not_in_place", "Not in place"
    CANNOT_TELL = "cannot_tell", "Cannot tell"


class ParentGroup(Codes):
    """For whom something is made."""

    ANY = "any", "Any parent or carer"
    YOUNG = "young", "Teenage and young parents"
    FATHERS = "fathers", "Fathers and partners"
    LEARNING_DISABILITY = "learning_disability", "Parents with a learning disability"
    NEURODIVERGENT = "neurodivergent", "Neurodivergent parents"
    OTHER_LANGUAGE = "other_language", "Parents who use another language"
    OTHER_CARERS = "other_carers", "Grandparents and other carers"


class SkillTopic(Codes):
    """What parents learn from something."""

    NEWBORN_CARE = "newborn_care", "Caring for a newborn"
    FEEDING = "feeding", "Feeding"
    RESPONDING = "responding", "Responding to a baby, and bonding"
    SAFER_SLEEP = "safer_sleep", "Safer sleep"
    CRYING = "crying", "Coping with crying"
    SAFE_HOME = "safe_home", "Safety at home"
    BEHAVIOUR = "behaviour", "Behaviour and boundaries"
    RELATIONSHIPS = "relationships", "The parents' own relationship"
    OWN_WELLBEING = "own_wellbeing", "A parent's own wellbeing"
    RUNNING_A_HOME = "running_a_home", "Money and running a home"


class MaterialFormat(Codes):
    """How a material or programme comes to parents."""

    GROUP = "group", "Group"
    ONE_TO_ONE = "one_to_one", "One to one"
    HOME_VISITS = "home_visits", "Visits at home"
    ONLINE = "online", "Online course"
    PRINTED = "printed", "Printed"
    FILM = "film", "Film"
    APP = "app", "App or website"


class Quality(Codes):
    """How something stands to the criteria by which it was looked at; a person's judgement."""

    MEETS = "meets", "Meets the criteria"
    PARTLY = "partly", "Meets some of them"
    DOES_NOT = "does_not", "Does not meet them"


class SameMessage(Codes):
    """Whether what the agencies tell parents on a topic is the same."""

    SAME = "same", "The same message"
    DIFFERS = "differs", "Not the same message"


class ToolKind(Codes):
    """What of an agency has an age from which and to which it goes."""

    ASSESSMENT = "assessment", "Assessment tool"
    THRESHOLD = "threshold", "Threshold"
    SERVICE = "service", "Service"

"""Codes of the tables of case audits."""

from __future__ import annotations

from lapwing.vocabulary.tables import Codes


class ShippedTool(Codes):
    """Audit tools that come with Lapwing; each is a file of that name."""

    PRE_BIRTH = "pre_birth", "Pre-birth assessments: do they happen, and what do they do"
    DIP_SAMPLE = "dip_sample", "Dip sample of a pre-birth assessment"
    FATHERS = "fathers", "Fathers and partners in the work"
    OLDER_CHILDREN = "older_children", "Complex cases of older children"


class AnsweredBy(Codes):
    """How a question of an audit is answered."""

    GRADE = "grade", "A grade"
    YES_PARTLY_NO = "yes_partly_no", "Yes, partly or no"
    WORDS = "words", "In words"


class AskedOf(Codes):
    """Who answers a question of an audit."""

    EACH = "each", "Each agency, of its own part"
    TOGETHER = "together", "All agencies together"


class YesPartlyNo(Codes):
    """An answer that is no grade."""

    YES = "yes", "Yes"
    PARTLY = "partly", "Partly"
    NO = "no", "No"


class SampleMethod(Codes):
    """How the cases of an audit round are found."""

    RANDOM = "random", "At random, from a seed"
    STRATIFIED = "stratified", "At random within groups, from a seed"
    PURPOSIVE = "purposive", "Named by managers, each with a reason"


class Cohort(Codes):
    """Which of those whom a measure looks at can be drawn."""

    EVERYBODY = "everybody", "Everybody whom the measure counts"
    MET = "met", "Those of whom it holds"
    NOT_MET = "not_met", "Those of whom it does not hold"


class Strata(Codes):
    """By what a population is divided before a sample is drawn from each group."""

    AGENCY = "agency", "Agency that leads"
    AGE_GROUP = "age_group", "Age"
    SEX = "sex", "Sex"
    ETHNICITY = "ethnicity", "Ethnicity"
    DISABILITY = "disability", "Disability"


class HowNamed(Codes):
    """How a case comes into an audit without being drawn."""

    PURPOSE = "purpose", "Chosen on purpose"
    VOLUNTEERED = "volunteered", "Offered by those who work with the child"


class HowFound(Codes):
    """How a case came into an audit."""

    DRAWN = "drawn", "Drawn"
    RESERVE = "reserve", "Drawn in place of another"
    PURPOSE = "purpose", "Chosen on purpose"
    VOLUNTEERED = "volunteered", "Offered by those who work with the child"


class WithdrawnBecause(Codes):
    """Why a case is left out of an audit, without a word on the family."""

    NOBODY_TO_MARK = "nobody_to_mark", "Nobody who could mark it may be given it"
    NOT_OF_THE_KIND = "not_of_the_kind", "It is not what this audit asks after"
    NO_RECORD = "no_record", "There is too little on record"
    FAMILY_ASKED = "family_asked", "The family asked for it"
    OTHER_PROCESS = "other_process", "Another review or a court is at work on it"


class PartKind(Codes):
    """What somebody does with one case of an audit."""

    FIRST = "first", "Marks it"
    SECOND = "second", "Marks it a second time, without seeing the first"
    MODERATION = "moderation", "Moderates where the two differ"


class Viewpoint(Codes):
    """Whose view of the work an audit asks for."""

    MOTHER = "mother", "The mother"
    FATHER = "father", "The father or a partner"
    YOUNG_PERSON = "young_person", "The child or young person"
    CARER = "carer", "Another carer"


class HowAsked(Codes):
    """How somebody was asked for their view."""

    IN_PERSON = "in_person", "In person"
    BY_TELEPHONE = "by_telephone", "By telephone or video"
    IN_WRITING = "in_writing", "In writing"
    BY_ADVOCATE = "by_advocate", "By an advocate or somebody they trust"


class NotAskedBecause(Codes):
    """Why somebody was not asked for their view, or gave none."""

    SAFETY = "safety", "Asking would not be safe for somebody"
    DECLINED = "declined", "They were asked and would rather not say"
    NOT_REACHED = "not_reached", "They could not be reached"
    NOT_THE_TIME = "not_the_time", "This is not the time to ask, for example after a death"


class FindingKind(Codes):
    """What a finding of an audit round tells of."""

    WORKED_WELL = "worked_well", "What worked"
    COULD_IMPROVE = "could_improve", "What could improve"
    CHALLENGE = "challenge", "What should have been challenged"
    TO_LOOK_INTO = "to_look_into", "What to look into"

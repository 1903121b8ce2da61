"""The themes of the Board: which measures stand on which page, in which order, and what else belongs to each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lapwing.board.reading.themes import Asked
from lapwing.measures import MEASURES
from lapwing.vocabulary.codes import AgencyKind


@dataclass(frozen=True)
class Group:
    """Measures that are read one after the other, under a title with a sentence."""

    title: str
    says: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Division:
    """Measures divided in the same way, a column each, by the code with what the column is called."""

    title: str
    by: str
    columns: Mapping[str, str]


@dataclass(frozen=True)
class Theme:
    """A page: its name, its question, the measure that answers it with the sentence to say so, and what stands below.

    `pairs` are rows of what is counted of fathers beside the same of mothers, by the step. `after` are lessons whose pages
    are linked. The rest is as in `Asked`.
    """

    name: str
    heading: str
    question: str
    answered_by: str
    sentence: str
    lessons: tuple[str, ...]
    groups: tuple[Group, ...]
    pairs: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    trend: tuple[str, ...] = ()
    divisions: tuple[Division, ...] = ()
    kinds: tuple[AgencyKind, ...] = ()
    tables: tuple[str, ...] = ()
    policy: str = ""
    every: str = ""
    after: tuple[str, ...] = ()

    def named(self) -> tuple[str, ...]:
        """Every measure that the page names, each once."""
        of_divisions = (code for one in self.divisions for code in one.columns)
        of_pairs = (code for pair in self.pairs.values() for code in pair)
        of_groups = (code for group in self.groups for code in group.codes)
        return tuple(dict.fromkeys((self.answered_by, *of_groups, *of_pairs, *self.trend, *of_divisions)))

    def more(self) -> tuple[str, ...]:
        """Measures of the same lessons that the page does not name, so that none is lost."""
        named = self.named()
        return tuple(code for code, one in MEASURES.items() if one.lesson.id in self.lessons and code not in named)

    def asked(self) -> Asked:
        """What the page needs to read."""
        divided = tuple((code, one.by) for one in self.divisions for code in one.columns)
        return Asked(
            self.lessons,
            (*self.named(), *self.more()),
            self.trend,
            divided,
            self.kinds,
            self.tables,
            self.policy,
            self.every,
        )


PEOPLE = (("ethnicity", "Ethnicity"), ("disability", "Disability"), ("sex", "Sex"), ("age_group", "Age"))
"""By what it is looked whether some children get less than others."""


def _whoever(columns: Mapping[str, str]) -> Iterator[Division]:
    yield from (Division(title, by, columns) for by, title in PEOPLE)


_COHORT = {
    "before_birth.referred": "Social care was asked",
    "before_birth.assessed": "Assessment finished before the birth",
}
BEFORE_BIRTH = Theme(
    name="board_before_birth",
    heading="Before birth",
    question="Are pre-birth assessments routine here?",
    answered_by="before_birth.assessed",
    sentence=(
        "{says} children known before birth, of whom any agency had recorded a circumstance on the area's list, had a "
        "pre-birth assessment finished before the birth."
    ),
    lessons=("B17.1",),
    groups=(
        Group(
            "Step by step",
            "Everybody of whom any agency recorded a circumstance is in it, and not only those who were referred.",
            (
                "before_birth.referred",
                "before_birth.decided",
                "before_birth.not_required",
                "before_birth.started",
                "before_birth.finished_in_time",
                "before_birth.assessed",
            ),
        ),
        Group(
            "Who was heard",
            "An assessment of one parent is not one of both.",
            (
                "before_birth.everybody_contributed",
                "before_birth.mother_contributed",
                "before_birth.father_contributed",
            ),
        ),
        Group(
            "Looking back",
            "Babies who were later on a protection plan, in care, seriously harmed, or who died, and of whom there was something "
            "to know before the birth. That something followed says nothing of whether an assessment would have changed it.",
            ("before_birth.looked_back_on",),
        ),
    ),
    trend=("before_birth.referred", "before_birth.assessed"),
    divisions=(Division("Agency that leads", "agency", _COHORT), *_whoever(_COHORT)),
    kinds=(
        AgencyKind.MIDWIFERY,
        AgencyKind.HEALTH_VISITING,
        AgencyKind.GENERAL_PRACTICE,
        AgencyKind.POLICE,
        AgencyKind.PROBATION,
        AgencyKind.ADULT_MENTAL_HEALTH,
        AgencyKind.SUBSTANCE_SERVICE,
        AgencyKind.DOMESTIC_ABUSE_SERVICE,
        AgencyKind.CHILDRENS_SOCIAL_CARE,
    ),
    tables=("pregnancy", "concern", "referral", "decision", "assessment", "contribution", "serious_incident"),
    policy="prebirth_standard",
    every="audit.prebirth_months",
    after=("B17.2",),
)
_FATHERS = {
    "parents.father_identified": "Identified",
    "parents.father_seen_directly": "Seen directly",
    "parents.father_capacity_assessed": "Capacity assessed",
}
FATHERS = Theme(
    name="board_fathers",
    heading="Fathers",
    question="Are fathers part of what services know and do?",
    answered_by="parents.father_seen_directly",
    sentence="{says} fathers and second parents who could be reached were seen or spoken to directly, in time.",
    lessons=("B31.1",),
    groups=(
        Group(
            "Left out for a reason",
            "A decision for safety is an answer, and nobody is asked to undo it; it is looked at again by its day.",
            ("parents.father_left_out", "parents.safety_reason_looked_at_again"),
        ),
    ),
    pairs={
        "Identified": ("parents.father_identified", "parents.mother_identified"),
        "Seen or spoken to directly": ("parents.father_seen_directly", "parents.mother_seen_directly"),
        "Own needs looked into": ("parents.father_needs_explored", "parents.mother_needs_explored"),
        "What a need means for the baby": ("parents.father_needs_meaning", "parents.mother_needs_meaning"),
        "What they can give assessed": ("parents.father_capacity_assessed", "parents.mother_capacity_assessed"),
        "Invited to meetings": ("parents.father_invited", "parents.mother_invited"),
        "Came to a meeting": ("parents.father_attended", "parents.mother_attended"),
        "Part of the plan": ("parents.father_in_plan", "parents.mother_in_plan"),
    },
    trend=("parents.father_identified", "parents.father_seen_directly"),
    divisions=(
        Division("Service that leads", "agency", _FATHERS),
        Division("Reason", "reason", {"parents.father_left_out": "Left out"}),
        *_whoever({"parents.father_seen_directly": "Father seen directly"}),
    ),
    kinds=(AgencyKind.MIDWIFERY, AgencyKind.HEALTH_VISITING, AgencyKind.CHILDRENS_SOCIAL_CARE, AgencyKind.PROBATION),
    tables=("relationship", "contact", "assessment", "meeting", "plan"),
    policy="fathers",
    every="fathers.review_months",
    after=("P31.3", "B31.2"),
)
_BETWEEN = {
    "health.hand_over_sent_in_time": "Sent in time",
    "health.hand_over_accepted_in_time": "Accepted in time",
    "health.seen_after_hand_over": "First contact in time",
    "health.hand_over_answered": "Answered, and not lost",
}
HAND_OVERS = Theme(
    name="board_hand_overs",
    heading="Hand-overs between services",
    question="Does every family that passes from one service to the next arrive there?",
    answered_by="health.hand_over_answered",
    sentence="{says} hand-overs that were sent were accepted or declined; the others are lost as far as the record shows.",
    lessons=("B41.1",),
    groups=(
        Group(
            "From sending to the first contact",
            "Each hand-over between midwifery, health visiting, family nurses, general practice and other areas.",
            (
                "health.hand_over_sent_in_time",
                "health.hand_over_accepted_in_time",
                "health.hand_over_answered",
                "health.seen_after_hand_over",
                "health.move_accepted",
                "health.spoken_of_vulnerable",
                "health.hand_over_complete",
            ),
        ),
        Group(
            "NICE QS37: health visiting told by midwifery",
            "The first statement of the quality standard on postnatal care, counted from what is recorded here.",
            ("health.transfer_notified",),
        ),
        Group(
            "Gaps that no hand-over shows",
            "Babies for whom nobody was named, or whom nobody saw: here a hand-over that was never written shows.",
            ("health.health_visitor_named", "health.visited_after_birth", "health.registered_with_gp"),
        ),
    ),
    trend=("health.hand_over_accepted_in_time", "health.transfer_notified"),
    divisions=(
        Division("Pair of services", "services", _BETWEEN),
        Division("Service that is handed to", "to_service", _BETWEEN),
    ),
    kinds=(
        AgencyKind.MIDWIFERY,
        AgencyKind.HEALTH_VISITING,
        AgencyKind.FAMILY_NURSE,
        AgencyKind.GENERAL_PRACTICE,
    ),
    tables=("hand_over", "contact", "involvement"),
    every="handover.report_months",
    after=("P41.1", "P41.2"),
)
_AT_SIXTEEN = {
    "young_people.taken_up_at_sixteen": "Taken up at 16 and 17",
    "young_people.taken_up_at_fourteen": "Taken up at 14 and 15",
}
OLDER_CHILDREN = Theme(
    name="board_older_children",
    heading="Older children",
    question="Are young people of 14 to 17 treated as children whose behaviour has causes?",
    answered_by="young_people.taken_up_at_sixteen",
    sentence="{says} referrals of young people of 16 and 17 that were decided on were taken up.",
    lessons=("B67.1", "B81.1"),
    groups=(
        Group(
            "What is feared",
            "No single pathway leads to harm: what is feared for young people is of many kinds, and often of several at once.",
            ("responsibility.concern_beside_others",),
        ),
        Group(
            "Treated as children",
            "What agencies say of the ages that they serve is in their register; this is what happened.",
            (
                "young_people.taken_up_at_sixteen",
                "young_people.taken_up_at_fourteen",
                "young_people.begun_before_eighteen",
                "young_people.place_suits_age",
                "young_people.unsuitable_place_answered",
                "young_people.kept_until_eighteen",
                "young_people.standing_verified",
            ),
        ),
        Group(
            "Causes, and help that lasts",
            "A concern about behaviour asks what lies behind it.",
            (
                "young_people.causes_explored",
                "young_people.action_at_cause",
                "young_people.help_lasted",
                "young_people.return_interview_offered",
            ),
        ),
        Group(
            "Following through",
            "Of children of any age: whether somebody has what was passed on, and whoever raised it hears what came of it.",
            (
                "responsibility.referral_acknowledged",
                "responsibility.outcome_told",
                "responsibility.task_has_person",
                "responsibility.task_accepted",
                "responsibility.task_outcome_known",
                "responsibility.contribution_received",
            ),
        ),
    ),
    trend=("young_people.taken_up_at_sixteen", "young_people.causes_explored"),
    divisions=(
        Division(
            "Kind of concern", "kind", {"responsibility.concern_beside_others": "Beside something of another kind"}
        ),
        Division("Place", "place", {"young_people.place_suits_age": "Suits the age"}),
        Division("Agency that leads", "agency", _AT_SIXTEEN),
        *_whoever({"young_people.causes_explored": "Causes looked into"}),
    ),
    kinds=(
        AgencyKind.YOUTH_JUSTICE,
        AgencyKind.EDUCATION,
        AgencyKind.POLICE,
        AgencyKind.CHILD_MENTAL_HEALTH,
        AgencyKind.HOUSING,
        AgencyKind.CHILDRENS_SOCIAL_CARE,
    ),
    tables=("accommodation", "missing_episode", "legal_status", "referral", "action"),
    every="tools.return_months",
    after=("B81.2",),
)
THEMES = (BEFORE_BIRTH, FATHERS, HAND_OVERS, OLDER_CHILDREN)
"""Every theme, in the order of the report."""

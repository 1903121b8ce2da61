"""Facts about the looking into of a baby's parents: by when it is expected, and what has happened in the family since."""

from __future__ import annotations

from lapwing.language.expressions import Constant, Expression, IsIn, Type, cases, earliest_of, latest_of, unknown
from lapwing.lessons.settings import SETTINGS
from lapwing.vocabulary import records
from lapwing.vocabulary.codes import ConcernKind, ConcernStatus, IdentityStatus, RelationshipRole
from lapwing.vocabulary.facts import Fact, Link, columns, count_of, derived, earliest, latest
from lapwing.vocabulary.fragile_baby import FragileBaby
from lapwing.vocabulary.helped_baby import HelpedBaby
from lapwing.vocabulary.local import local
from lapwing.vocabulary.unborn_child import PARENTS
from lapwing.vocabulary.work_codes import ActionKind, AnalysisKind, Explored, MeetingKind

relationship = columns(records.relationship)
assessment = columns(records.assessment)
analysis = columns(records.analysis)
meeting = columns(records.meeting)
action = columns(records.action)
concern = columns(records.concern)
address = columns(records.address)

NO_DAY = unknown(Type.DATE)
PARTNERS = (RelationshipRole.STEP_PARENT, RelationshipRole.PARTNER_OF_PARENT)
OTHERS = (RelationshipRole.GRANDPARENT, RelationshipRole.OTHER_RELATIVE, RelationshipRole.OTHER_ADULT)
"""Adults who are looked at where they have a caring role."""
NOBODY_TO_ASK = (IdentityStatus.NO_LEGAL_FATHER, IdentityStatus.UNKNOWN_TO_MOTHER)
KNOWN_OF = (IdentityStatus.WITHHELD_FOR_SAFETY, IdentityStatus.NAMED_AND_VERIFIED, IdentityStatus.NAMED_BY_MOTHER)
"""Where services know who is meant, even if the record names nobody."""
RELAPSES = (ConcernKind.ALCOHOL, ConcernKind.DRUGS)
CONVICTIONS = (ConcernKind.OFFENDING_BY_ADULT, ConcernKind.SEXUAL_OFFENCES)

STANDS = ~(concern.status == ConcernStatus.CLEARED).is_true()
OWN_NEEDS = "parents.own_needs"
RAISED_NEED = concern.kind.is_in(local(OWN_NEEDS)) & ~concern.kind.is_in(local("fragility.concern_kinds"))
"""A concern that is a need of the adult's own; what abuse, drink and drugs mean for a baby is asked of each concern."""
IS_CAPACITY = analysis.kind == AnalysisKind.PARENTING_CAPACITY
IS_NEED = analysis.kind == AnalysisKind.OWN_NEED
IS_FOUND = IS_NEED & (analysis.explored == Explored.FOUND)
SAYS_MEANING = (analysis.kind == AnalysisKind.MEANING_FOR_BABY) & (
    analysis.finding.is_known() | analysis.conclusion.is_known()
)


def listed(code: str, key: str) -> IsIn:
    """Whether the area has a code on its list."""
    return Constant(str(code)).is_in(local(key))


def event(code: str, day: Expression) -> Expression:
    """The day of something after which parents are looked at again, where the area has it on its list."""
    return cases((listed(code, "parents.refresh_events"), day), otherwise=NO_DAY)


def on_list(code: str, key: str, day: Expression, otherwise: Expression) -> Fact:
    """When something on the area's list was written; what is not on the list is not missing."""
    return derived(cases((listed(code, key), day), otherwise=otherwise), worded(code, key))


def worded(code: str, key: str) -> str:
    """What the shipped list calls a code, as a label within a sentence."""
    wording = next(str(one.wording) for one in SETTINGS[key].form.entries if one.code == code)
    return wording[0].lower() + wording[1:]


def by_when(day: Expression, mentioned_on: Expression, there_from_the_start: Expression, key: str) -> Expression:
    """The day by which somebody is looked into: later where they were first mentioned later.

    Of a parent who was there from the start it need not be said when they were mentioned.
    """
    later = latest_of(day, mentioned_on.plus_working_days(local(key)))
    return cases((mentioned_on.is_unknown() & there_from_the_start, day), otherwise=later)


def sign_off_due(signed_off_on: Expression, helped_since: Expression) -> Expression:
    """The day on which an assessment was signed off or, where it was not, by which it was to be."""
    return cases(
        (signed_off_on.is_known(), signed_off_on),
        otherwise=helped_since.plus_working_days(local("assessment.max_wd")),
    )


def look_into_by(initial_conference_on: Expression, sign_off_by: Expression) -> Expression:
    """The day by which each parent is looked into, as the area has set it."""
    by_conference = listed("initial_conference", "father.seen_by") & initial_conference_on.is_known()
    return cases((by_conference, initial_conference_on), otherwise=sign_off_by)


# What is gathered of each adult, for fathers and partners and for everybody who is assessed


def needs_found(by: tuple[Link, ...]) -> tuple[Fact, Fact]:
    """When a need of the adult's own was last found, and when a concern that is one was last recorded."""
    return (
        latest(analysis.written_on, "when a need was last found", by=by, where=IS_FOUND),
        latest(concern.first_recorded_on, "when such a concern was last recorded", by=by, where=RAISED_NEED & STANDS),
    )


def meanings_written(by: tuple[Link, ...]) -> tuple[Fact, Fact, Fact]:
    """What the needs of the adult mean for the baby: written for all together, for each, and for how many not yet."""
    together = earliest(analysis.written_on, "when it was written what they mean", by=by, where=SAYS_MEANING)
    each = latest(
        analysis.written_on,
        "when it was last written what a need means",
        by=by,
        where=IS_FOUND & analysis.conclusion.is_known(),
    )
    without = count_of(
        analysis,
        "how many needs were found without what they mean",
        by=by,
        where=IS_FOUND & analysis.conclusion.is_unknown(),
    )
    return together, each, without


def meaning_of_all(together: Fact, each: Fact, without: Fact) -> Fact:
    """When it was on record what the needs of the adult mean for the baby."""
    of_each = cases((without == 0, each), otherwise=NO_DAY)
    return derived(earliest_of(together, of_each), "what their needs mean for the baby")


def turns(by: tuple[Link, ...]) -> tuple[Fact, Fact]:
    """The adult's last relapse, and the last record of offending."""
    return (
        latest(concern.first_recorded_on, "the last relapse", by=by, where=concern.kind.is_in(*RELAPSES) & STANDS),
        latest(
            concern.first_recorded_on,
            "the last record of offending",
            by=by,
            where=concern.kind.is_in(*CONVICTIONS) & STANDS,
        ),
    )


def last_move(by: tuple[Link, ...]) -> Fact:
    """When the adult last moved; an address that is protected says nothing here."""
    return latest(address.from_on, "the last move", by=by, where=~address.protected.is_true())


def last_event(of_family: Fact, relapse: Fact, conviction: Fact, move: Fact) -> Fact:
    """When something of the area's list last happened, to the family or to the adult."""
    return derived(
        latest_of(of_family, event("relapse", relapse), event("new_conviction", conviction), event("move", move)),
        "when something last changed",
    )


class AssessedBaby(HelpedBaby):
    """What is known of the assessment around a baby being helped, and of the family since."""

    _child = (Link("child_id", FragileBaby.child_id),)

    assessment_begun_on = earliest(
        assessment.started_on, "when an assessment began", by=_child, where=HelpedBaby._goes_on
    )
    first_signed_off_on = earliest(
        assessment.signed_off_on, "when an assessment was first signed off", by=_child, where=HelpedBaby._goes_on
    )
    sign_off_by = derived(
        sign_off_due(first_signed_off_on, HelpedBaby.helped_since),
        "when an assessment was signed off, or is to be",
    )
    initial_conference_on = earliest(
        meeting.held_on,
        "when the initial conference was held",
        by=_child,
        where=meeting.kind == MeetingKind.INITIAL_CONFERENCE,
    )
    looked_into_by = derived(
        look_into_by(initial_conference_on, sign_off_by), "by when each father or partner is looked into"
    )

    partner_came_on = latest(
        cases((relationship.mentioned_on.is_known(), relationship.mentioned_on), otherwise=relationship.began_on),
        "when a partner was first mentioned",
        by=_child,
        where=relationship.role.is_in(*PARTNERS),
    )
    partner_left_on = latest(
        relationship.ended_on, "when a partner left", by=_child, where=relationship.role.is_in(*PARTNERS)
    )
    support_ended_on = latest(
        action.completed_on, "when a support service ended", by=_child, where=action.kind == ActionKind.SERVICE
    )
    family_event_on = derived(
        latest_of(
            event("birth", FragileBaby.born_on),
            event("new_partner", partner_came_on),
            event("separation_or_return", partner_left_on),
            event("support_ended", support_ended_on),
        ),
        "when something last changed for the family",
    )


RECORDED_PARENT = relationship.role.is_in(*PARENTS) & relationship.ended_on.is_unknown()
FIRST_ON_RECORD = earliest_of(
    relationship.mentioned_on, relationship.identity_status_on, relationship.first_recorded_on
)

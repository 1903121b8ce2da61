"""Facts about a young person's return from being missing, and about the interview that is offered then."""

from __future__ import annotations

from lapwing.language.expressions import TODAY, Expression, Type, cases, earliest_of, latest_of, unknown
from lapwing.vocabulary import records
from lapwing.vocabulary.care_codes import InterviewOutcome
from lapwing.vocabulary.child import Child
from lapwing.vocabulary.facts import Fact, Subject, columns, derived, own, wider
from lapwing.vocabulary.local import local

missing_episode = columns(records.missing_episode)

NO_DAY = unknown(Type.DATE)


def decided_against(
    outcome: Expression, reason: Expression, recorded_on: Expression, returned_on: Expression
) -> Expression:
    """When it was decided, with the reason, that no interview is offered."""
    with_reason = (outcome == InterviewOutcome.DECIDED_AGAINST) & reason.is_known()
    return cases((with_reason.is_true(), latest_of(recorded_on, returned_on)), otherwise=NO_DAY)


def is_undated(outcome: Expression, offered_on: Expression, held_on: Expression) -> Expression:
    """Whether an interview was offered on a day that is not recorded."""
    took_place = outcome.is_in(InterviewOutcome.HELD, InterviewOutcome.DECLINED)
    return (took_place & offered_on.is_unknown() & held_on.is_unknown()).is_true()


def interview_facts(
    offered_on: Fact, held_on: Fact, outcome: Fact, reason: Fact, recorded_on: Fact, returned_on: Fact
) -> tuple[Fact, Fact, Fact]:
    """Why no interview is offered, when that or the offer settled it, and whether an offer lacks its day."""
    against_on = derived(decided_against(outcome, reason, recorded_on, returned_on), "why no interview is offered")
    return (
        against_on,
        derived(earliest_of(offered_on, held_on, against_on), "the offer of an interview, or why none is made"),
        derived(
            is_undated(outcome, offered_on, held_on), "whether an interview was offered on a day that is not recorded"
        ),
    )


class ReturnFromMissing(Subject):
    """A young person's return after a time of being missing."""

    table = records.missing_episode
    called = "return of a young person who was missing"

    child_id = own(missing_episode.child_id, "the child")
    missing_episode_id = own(missing_episode.missing_episode_id, "the episode")
    returned_on = own(missing_episode.returned_on, "when the young person came back")
    offered_on = own(missing_episode.interview_offered_on, "when an interview was offered")
    held_on = own(missing_episode.interview_held_on, "when the interview was held")
    outcome = own(missing_episode.interview_outcome, "what came of it")
    reason = own(missing_episode.interview_reason, "why it was not held")
    is_independent = own(missing_episode.interview_independent, "whether the interviewer does not care for the child")
    used_on = own(missing_episode.interview_used_on, "what was told, in an assessment or a plan")
    recorded_on = own(missing_episode.recorded_on, "when it was recorded as it stands")
    is_young_person = wider(Child.is_young_person)
    young_person_on = wider(Child.young_person_on)
    record_has_ended = wider(Child.record_has_ended)

    decided_against_on, settled_on, took_place_undated = interview_facts(
        offered_on, held_on, outcome, reason, recorded_on, returned_on
    )
    independent_on = derived(cases((is_independent.is_true(), held_on), otherwise=NO_DAY), "an independent interviewer")

    members = (
        is_young_person
        & ~(returned_on < young_person_on).is_true()
        & (returned_on >= TODAY.minus_months(local("behaviour.look_back_months")))
    )
    ended = record_has_ended


return_from_missing = ReturnFromMissing

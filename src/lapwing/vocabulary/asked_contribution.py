"""Facts about what each agency was asked to put into an assessment or a meeting, and whether it came."""

from __future__ import annotations

from lapwing.language.expressions import TODAY, cases
from lapwing.vocabulary import records
from lapwing.vocabulary.child import Child
from lapwing.vocabulary.facts import Link, Subject, columns, derived, latest, own, wider
from lapwing.vocabulary.work_codes import Contributor

contribution = columns(records.contribution)
assessment = columns(records.assessment)
meeting = columns(records.meeting)

PEOPLE = (Contributor.MOTHER, Contributor.FATHER, Contributor.OTHER_CARER, Contributor.CHILD)


class AskedContribution(Subject):
    """What an agency was asked to contribute."""

    table = records.contribution
    called = "contribution asked of an agency"

    child_id = own(contribution.child_id, "the child")
    contribution_id = own(contribution.contribution_id, "the contribution")
    contributor = own(contribution.contributor, "who was asked")
    assessment_id = own(contribution.assessment_id, "the assessment")
    meeting_id = own(contribution.meeting_id, "the meeting")
    asked_on = own(contribution.asked_on, "when they were asked")
    received_on = own(contribution.received_on, "when it came")
    reason_without = own(contribution.not_obtained_reason, "why there is none")

    never_was = wider(Child.never_was)
    _assessment = (Link("assessment_id", assessment_id), Link("child_id", child_id))
    signed_off_on = latest(assessment.signed_off_on, "when the assessment was signed off", by=_assessment)
    stopped_on = latest(assessment.stopped_on, "when the assessment was given up", by=_assessment)
    held_on = latest(
        meeting.held_on, "when the meeting was held", by=(Link("meeting_id", meeting_id), Link("child_id", child_id))
    )
    wanted_by = derived(
        cases((signed_off_on.is_known(), signed_off_on), otherwise=held_on), "by when it could still be used"
    )
    open_until = derived(
        cases((wanted_by.is_known(), wanted_by), otherwise=TODAY), "until when it can come, as far as that is known"
    )

    members = asked_on.is_known() & ~contributor.is_in(*PEOPLE) & (assessment_id.is_known() | meeting_id.is_known())
    ended = never_was


asked_contribution = AskedContribution

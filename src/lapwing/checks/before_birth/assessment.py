"""P17.1: pre-birth assessments in good time.

Read a check from the top: what it asks, of whom, what answers it, by when, and what it then says.
Every number is a setting of the area (`local`); every fact is declared once, in `lapwing.vocabulary`.
"""

from __future__ import annotations

from typing import ClassVar

from lapwing.engine.check import Check, Outcome, Word
from lapwing.language.expressions import Expression, Type, cases, unknown
from lapwing.lessons import ages_of_concern
from lapwing.lessons.settings import Basis
from lapwing.vocabulary.facts import Fact
from lapwing.vocabulary.unborn_child import unborn_child
from lapwing.vocabulary.when_due import ANSWER_DUE, COMPLETION_DUE, START_DUE

# An expected date long past with nothing recorded may hide a loss: it is said once, calmly, and nothing is judged.
UNRECORDED = Word(Outcome.CANNOT_TELL, unborn_child.birth_unrecorded)
UNRECORDED_SAYS = (
    "The expected date was {expected_on}, and neither a birth nor an ending is recorded. What came before cannot be "
    "judged until that is known."
)


DATES_DISAGREE = Word(Outcome.CANNOT_TELL, unborn_child.expected_dates_disagree)
DATES_DISAGREE_SAYS = (
    "The record has expected dates that disagree. Once somebody has found out which one holds, this can be judged."
)


def answered_otherwise(step_on: Expression, due_on: Expression) -> dict[str, Word]:
    """A reasoned no meets the step; an early birth overtakes it; a birth after it was due makes it a miss."""
    undone = unborn_child.born_on.is_known() & step_on.is_unknown()
    return {
        "decided_not_required": Word(Outcome.MET, unborn_child.stands_not_required),
        "born_before_due": Word(Outcome.NOT_APPLICABLE, undone & (unborn_child.born_on <= due_on)),
        "retrospective_miss": Word(Outcome.NOT_MET, undone),
        "birth_not_recorded": UNRECORDED,
        "expected_dates_disagree": DATES_DISAGREE,
    }


NO_TRIGGER = "No circumstance on the area's list is recorded."
SAID_OTHERWISE = {
    "decided_not_required": "It was decided on {decided_not_required_on}, with reasons, that no pre-birth "
    "assessment is needed. A further circumstance would open the question again.",
    "born_before_due": "The birth came on {born_on}, before this was due. The work goes on for the newborn baby.",
    "retrospective_miss": "The birth came on {born_on}. Not recorded before it: {missing}. What did the family need then "
    "that is still needed?",
    "birth_not_recorded": UNRECORDED_SAYS,
    "expected_dates_disagree": DATES_DISAGREE_SAYS,
    Outcome.NOT_APPLICABLE: NO_TRIGGER,
}


class OfUnbornChild(Check, abstract=True):
    """What the checks on a pre-birth assessment have in common."""

    lesson = ages_of_concern.bullet("P17.1")
    about = unborn_child
    basis = Basis.LOCAL_PROCEDURE
    applies: ClassVar[Expression] = unborn_child.has_trigger
    cannot_tell: ClassVar[Expression] = (
        unborn_child.expected_dates_disagree.is_true() | unborn_child.birth_unrecorded.is_true()
    )
    tells: ClassVar[tuple[Fact, ...]] = (unborn_child.decided_not_required_on,)
    who_can = "The lead social worker with their manager; a midwife, health visitor or GP can ask for it."


class DecisionRecorded(OfUnbornChild):
    """Assessments came late where nobody had decided whether one was needed."""

    asks = "Has it been decided, with reasons, whether a pre-birth assessment is needed?"
    cannot_tell = unborn_child.birth_unrecorded.is_true()
    words: ClassVar[dict[str, Word]] = {"birth_not_recorded": UNRECORDED}
    met_on = unborn_child.decided_on
    due_on = ANSWER_DUE
    needs = (unborn_child.first_trigger_on, unborn_child.trigger_count, unborn_child.decided_on)
    tells = (unborn_child.expected_on,)
    says = {
        Outcome.NOT_MET: "Circumstances on the area's list recorded: {trigger_count}, the first on {first_trigger_on}. "
        "No decision on a pre-birth assessment is recorded. The area expects one by {due_on}.",
        Outcome.NOT_YET_DUE: "Circumstances on the area's list recorded: {trigger_count}, the first on "
        "{first_trigger_on}. A decision on a pre-birth assessment is expected by {due_on}.",
        Outcome.CANNOT_TELL: "The record cannot show whether a decision was made in time. Not recorded: {missing}.",
        Outcome.MET: "A decision on a pre-birth assessment was made, with reasons, on {decided_on}.",
        "birth_not_recorded": UNRECORDED_SAYS,
        Outcome.NOT_APPLICABLE: NO_TRIGGER,
    }
    plainly = "Services should decide early, and tell you why, whether an assessment before the birth would help."
    would_meet = "A decision either way, with its reasons, who made it and when."
    ask_next = "Who has the whole picture, and what would let us decide this week?"


class AssessmentStarted(OfUnbornChild):
    """Time for help was lost where an assessment was decided on and did not begin."""

    asks = "Did the pre-birth assessment begin in time to be of use?"
    met_on = unborn_child.started_on
    due_on = START_DUE
    words = answered_otherwise(met_on, due_on)
    needs = (unborn_child.expected_on, unborn_child.started_on)
    says = {
        Outcome.NOT_MET: "The question arose on {question_arose_on}. Expected date of birth: {expected_on}. No start of "
        "a pre-birth assessment is recorded. The area expects one by {due_on}.",
        Outcome.NOT_YET_DUE: "The baby is expected on {expected_on}. The assessment is expected to begin by {due_on}.",
        Outcome.CANNOT_TELL: "The record cannot show whether the assessment began in time. Not recorded: {missing}.",
        Outcome.MET: "The assessment began on {started_on}.",
        **SAID_OTHERWISE,
    }
    plainly = "Where an assessment before the birth is needed, it should begin early enough to be of help to you."
    would_meet = "The day the assessment began and who leads it; or a decision, with reasons, that none is needed."
    ask_next = "What is holding the start up, and what can begin today?"


class AssessmentCompleted(OfUnbornChild):
    """Babies were harmed where the assessment before birth came too late to be acted on."""

    asks = "Was the pre-birth assessment finished and signed off in good time?"
    met_on = unborn_child.signed_off_on
    due_on = COMPLETION_DUE
    words = answered_otherwise(met_on, due_on)
    needs = (unborn_child.expected_on, unborn_child.signed_off_on)
    tells = (unborn_child.decided_not_required_on, unborn_child.started_on)
    says = {
        Outcome.NOT_MET: "The assessment began on: {started_on}. Expected date of birth: {expected_on}. No sign-off is "
        "recorded. It is expected by {due_on}, so that there is time to act on it.",
        Outcome.NOT_YET_DUE: "The baby is expected on {expected_on}. The assessment is expected to be signed off by {due_on}.",
        Outcome.CANNOT_TELL: "The record cannot show whether the assessment was finished in time. Not recorded: "
        "{missing}.",
        Outcome.MET: "The assessment was signed off on {signed_off_on}.",
        **SAID_OTHERWISE,
    }
    plainly = "An assessment before the birth should be finished, and shared with you, in time to plan together."
    would_meet = "A manager's sign-off of the assessment; or a decision, with reasons, that none is needed."
    ask_next = "What has made this hard to finish, and who can help this week?"


class EveryoneContributed(OfUnbornChild):
    """Assessments missed what midwives, health visitors, GPs and the other parent knew."""

    asks = "Did midwifery, health visiting, the GP and each parent contribute directly?"
    applies = unborn_child.has_trigger & unborn_child.started_on.is_known()
    met_on = cases((unborn_child.all_contributed, unborn_child.last_contributed_on), otherwise=unknown(Type.DATE))
    due_on = cases((unborn_child.signed_off_on.is_known(), unborn_child.signed_off_on), otherwise=COMPLETION_DUE)
    words: ClassVar[dict[str, Word]] = {"birth_not_recorded": UNRECORDED}
    needs = (
        unborn_child.midwifery_contributed_on,
        unborn_child.health_visiting_contributed_on,
        unborn_child.gp_contributed_on,
        unborn_child.mother_contributed_on,
        unborn_child.father_heard_on,
    )
    tells = (unborn_child.expected_on,)
    says = {
        Outcome.NOT_MET: "The assessment has gone on without: {missing}. Each is expected by {due_on}, or the reason why not.",
        Outcome.NOT_YET_DUE: "The assessment began on {started_on}. Still to come by {due_on}: {missing}.",
        Outcome.CANNOT_TELL: "The record cannot show who contributed, or by when it was due. Not recorded: {missing}.",
        Outcome.MET: "All five contributions, or the reasons for going without, were recorded by {last_contributed_on}.",
        Outcome.NOT_APPLICABLE: "No pre-birth assessment has begun.",
        "birth_not_recorded": UNRECORDED_SAYS,
    }
    plainly = "Each parent should be asked directly, and each health service should say what it has seen."
    would_meet = (
        "What each has said, from them directly; or why it is not asked, safety included, and who decided that."
    )
    ask_next = "Whose view is missing, and what would change if we had it?"


class AssessedBeforeBirth(OfUnbornChild):
    """Some babies were born before anybody had assessed what they would be born into."""

    asks = "Was the assessment finished before the baby was born?"
    met_on = unborn_child.signed_off_on
    due_on = unborn_child.birth_or_expected_on.minus_days(1)
    words = {
        "decided_not_required": Word(Outcome.MET, unborn_child.stands_not_required),
        "born_before_due": Word(
            Outcome.NOT_APPLICABLE,
            unborn_child.born_on.is_known() & met_on.is_unknown() & (unborn_child.born_on <= COMPLETION_DUE),
        ),
        "retrospective_miss": Word(Outcome.NOT_MET, unborn_child.born_on.is_known() & met_on.is_unknown()),
        "birth_not_recorded": UNRECORDED,
        "expected_dates_disagree": DATES_DISAGREE,
    }
    needs = (unborn_child.birth_or_expected_on, unborn_child.signed_off_on)
    tells = (unborn_child.decided_not_required_on, unborn_child.expected_on)
    says = {
        Outcome.NOT_MET: "The baby was expected on {expected_on}. No signed-off assessment is recorded before then.",
        Outcome.NOT_YET_DUE: "The baby is expected on {expected_on}. The assessment is expected to be finished before then.",
        Outcome.CANNOT_TELL: "The record cannot show whether the assessment came before the birth. Not recorded: "
        "{missing}.",
        Outcome.MET: "The assessment was signed off on {signed_off_on}, before the birth.",
        **SAID_OTHERWISE,
    }
    plainly = "An assessment before the birth should be finished before your baby arrives."
    would_meet = "A manager's sign-off before the birth; or a decision, with reasons, that none is needed."
    ask_next = "If the baby came tonight, what would the ward need to know?"

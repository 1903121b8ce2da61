"""P31.1: a parent under eighteen, mother or father, as a child in need: the decision.

All but the last are asked of the young parent's own record: what was decided of the baby does not answer them, and
the other parent does not see them. Their own parents may: so what these say to the family never speaks of a baby.
The last is asked of the baby's record, where the young parent may have no record of their own.
"""

from __future__ import annotations

from typing import ClassVar

from lapwing.engine.check import Check, Outcome, Word
from lapwing.language.expressions import TODAY, Expression, Type, cases, earliest_of, latest_of, unknown
from lapwing.lessons import ages_of_concern
from lapwing.lessons.settings import Basis
from lapwing.vocabulary.facts import Fact
from lapwing.vocabulary.local import local
from lapwing.vocabulary.when_due import DECISION_DUE
from lapwing.vocabulary.young_parent import in_need_decision, young_parent
from lapwing.vocabulary.young_parent_of_baby import young_parent_of_baby

P31_1 = ages_of_concern.bullet("P31.1")
SIX_MONTHLY = young_parent.last_decided_on.plus_months(local("young_parent.review_months"))
BEFORE_ADULTHOOD = young_parent.of_age_on.minus_months(local("young_parent.review_before_adult_months"))
NEXT_LOOK_DUE = cases(
    ((young_parent.last_decided_on >= BEFORE_ADULTHOOD).is_true(), SIX_MONTHLY),
    otherwise=earliest_of(SIX_MONTHLY, BEFORE_ADULTHOOD),
)
SAYS_OF_DECISION: dict[str, str] = {
    Outcome.NOT_MET: "Known as a parent since {known_on}; a significant concern about their own needs: {concern_on}. No "
    "decision on their own record whether they are a child in need, which the baby's assessment does not answer. One is "
    "expected by {due_on}.",
    Outcome.NOT_YET_DUE: "Known as a parent since {known_on}; a significant concern about their own needs: {concern_on}. "
    "Whether they are a child in need is to be decided, on their own record, by {due_on}.",
    Outcome.CANNOT_TELL: "The record cannot show whether it is to be decided, or was decided in time, whether they are a "
    "child in need. Not recorded: {missing}.",
    Outcome.MET: "Decided on {first_decided_on}, on their own record, whether they are a child in need. Known as a parent "
    "since {known_on}.",
    "of_age": "They came of age on {of_age_on}, and this is not asked any more. What was decided, and what was not, stays "
    "in the history; what they still need is handed over to those who work with adults.",
    "significance_not_marked": "A concern about them is recorded, but not whether it is significant. Whoever recorded it can "
    "say.",
    "no_significant_concern_recorded": "No significant concern about their own needs is recorded. A concern was last found "
    "not to be significant on: {found_not_significant_on}; the entry says by whom.",
    "birth_not_recorded": "A baby's expected date is long past, and neither a birth nor an ending is recorded. Nothing is "
    "judged until that is known.",
}
CANNOT_TELL = (
    "The record cannot show whether this was done in time. Not recorded: {missing}. A baby's expected date long past, "
    "with neither a birth nor an ending recorded: {birth_unrecorded}."
)
CHANGE = "A birth, a further pregnancy, a move or a further significant concern"
NOT_ASKED_NOW = (
    "This is asked until they come of age (on record: {of_age_on}), once it was decided whether they are in need."
)


class OfYoungParent(Check, abstract=True):
    """What the checks on a young parent's own record have in common."""

    lesson = P31_1
    about = young_parent
    basis = Basis.LOCAL_PROCEDURE
    applies: ClassVar[Expression] = young_parent.first_decided_on.is_known() & young_parent.is_child
    cannot_tell: ClassVar[Expression] = young_parent.birth_unrecorded.is_true()
    tells: ClassVar[tuple[Fact, ...]] = (young_parent.of_age_on,)
    who_can = "The young parent's own social worker, with their manager; where there is none, whoever has the concern."


class InNeedDecided(OfYoungParent):
    """Very young mothers and fathers were seen as parents only; nobody had asked whether they were in need themselves."""

    asks = "Is it decided, on the young parent's own record, whether they are a child in need?"
    applies = young_parent.person_id.is_known()
    cannot_tell = (
        young_parent.is_child.is_unknown() | young_parent.is_to_be_decided.is_unknown()
    ) & young_parent.first_decided_on.is_unknown()
    words: ClassVar[dict[str, Word]] = {
        "of_age": Word(Outcome.NOT_APPLICABLE, young_parent.has_come_of_age),
        "significance_not_marked": Word(
            Outcome.CANNOT_TELL, ~young_parent.is_to_be_decided & young_parent.has_unmarked_concern
        ),
        "no_significant_concern_recorded": Word(Outcome.NOT_APPLICABLE, ~young_parent.is_to_be_decided),
        "birth_not_recorded": Word(
            Outcome.CANNOT_TELL, young_parent.birth_unrecorded & young_parent.first_decided_on.is_unknown()
        ),
    }
    met_on = young_parent.first_decided_on
    due_on = DECISION_DUE
    needs = (young_parent.sure_born_on, young_parent.known_on, young_parent.first_decided_on)
    tells = (
        *OfYoungParent.tells,
        young_parent.concern_on,
        young_parent.found_not_significant_on,
        young_parent.found_not_significant_by,
    )
    says = SAYS_OF_DECISION
    plainly = "Services should decide, and tell you why, whether you need help of your own as a young person."
    would_meet = (
        "A decision either way on this young person's own record. For one who is looked after, or a child in need "
        "already, it says so and asks what is different now. The baby's assessment cannot stand in for it."
    )
    ask_next = "What would this young person need if there were no baby to think of?"


class InNeedDecisionWhole(Check):
    """Where something had been decided, nobody could later say on what, by whom, or what the young parent thought."""

    asks = "Does the decision say what was considered, what the young parent thinks, why, by whom, and until when?"
    lesson = P31_1
    about = in_need_decision
    basis = Basis.REPORT
    applies = ~in_need_decision.has_come_of_age.is_true()
    met_on = in_need_decision.whole_on
    due_on = in_need_decision.decided_on
    needs = (
        in_need_decision.consulted,
        in_need_decision.childs_view,
        in_need_decision.reasons,
        in_need_decision.decided_by,
        in_need_decision.authority,
        in_need_decision.review_on,
    )
    tells = (in_need_decision.outcome,)
    says: ClassVar[dict[str, str]] = {
        Outcome.NOT_MET: "Decided on {decided_on} whether they are a child in need: {outcome}. Not recorded with it: "
        "{missing}.",
        Outcome.NOT_YET_DUE: "Decided on {decided_on}: {outcome}. Still to be recorded with it by {due_on}: {missing}.",
        Outcome.CANNOT_TELL: "The record cannot show whether the decision is whole. Not recorded: {missing}.",
        Outcome.MET: "Decided on {decided_on} whether they are a child in need: {outcome}. All that belongs to the decision "
        "is on record.",
        Outcome.NOT_APPLICABLE: "They have come of age, and this is not asked any more. The decision stays in the history.",
    }
    plainly = (
        "When it is decided whether you need help of your own, you should be asked first, and told why and by whom."
    )
    would_meet = (
        "With the decision: what was considered and who was asked, the young parent's own view (or that they preferred not "
        "to say), the reasons, who decided and in what post, and the day it is looked at again."
    )
    who_can = "Whoever made the decision, or their manager."
    ask_next = "Would the young person recognise themselves in what is written?"


class InNeedLookedAtAgainAfterChange(OfYoungParent):
    """A birth, a move or a new danger changed a young parent's life, and what had been decided before was left to stand."""

    asks = "Was the decision looked at again after the birth, a move or another great change?"
    applies = OfYoungParent.applies & young_parent.changed_on.is_known()
    met_on = young_parent.looked_again_on
    due_on = young_parent.changed_on.plus_working_days(local("young_parent.review_after_change_wd"))
    needs = (young_parent.looked_again_on,)
    tells = (*OfYoungParent.tells, young_parent.last_decided_on)
    says: ClassVar[dict[str, str]] = {
        Outcome.NOT_MET: f"Last decided on {{last_decided_on}}. {CHANGE} followed on {{changed_on}}, and no decision since. One is "
        "expected by {due_on}.",
        Outcome.NOT_YET_DUE: f"{CHANGE} followed on {{changed_on}}. What was decided before is to be looked at again "
        "by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: f"{CHANGE} came on {{changed_on}}; it was decided again on {{looked_again_on}}.",
        Outcome.NOT_APPLICABLE: "This is asked after a change such as a birth or a move, once it was decided whether they are in "
        "need and until they come of age (on record: {of_age_on}).",
    }
    plainly = "When much changes for you, services should look again at what help you need, and ask you."
    would_meet = "A decision on their own record, since the change: the same as before, or another, and why."
    ask_next = "What is different for this young person now, and what do they say about it?"


class InNeedLookedAtAgainInTime(OfYoungParent):
    """What was decided once about a young parent was still taken to hold long after, up to the day they came of age."""

    asks = "Is the decision looked at again from time to time, and once more before they come of age?"
    met_on = cases(
        (
            ((young_parent.last_decided_on > young_parent.first_decided_on) & (NEXT_LOOK_DUE >= TODAY)).is_true(),
            young_parent.last_decided_on,
        ),
        otherwise=unknown(Type.DATE),
    )
    due_on = NEXT_LOOK_DUE
    needs = (young_parent.sure_born_on,)
    tells = (*OfYoungParent.tells, young_parent.last_decided_on)
    says: ClassVar[dict[str, str]] = {
        Outcome.NOT_MET: "Last decided on {last_decided_on}. It was to be looked at again by {due_on}; nothing is recorded since.",
        Outcome.NOT_YET_DUE: "Decided on {last_decided_on}. It is to be looked at again by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "Decided again on {last_decided_on}. It is next to be looked at by {due_on}.",
        Outcome.NOT_APPLICABLE: NOT_ASKED_NOW,
    }
    plainly = "Services should look again, from time to time and before you turn eighteen, at what help you need."
    would_meet = (
        "A decision on their own record since then; the one before they come of age also says who helps them after."
    )
    ask_next = "Does what was decided still hold, and what comes after their eighteenth birthday?"


class OwnWorkerForYoungParent(OfYoungParent):
    """One worker was to see both the baby's need and the young parent's, and where the two pulled apart one went unseen."""

    asks = "Does a young parent in need have a worker of their own, who is not the baby's?"
    applies = OfYoungParent.applies & young_parent.found_in_need_on.is_known() & young_parent.baby_is_led
    cannot_tell = OfYoungParent.cannot_tell | young_parent.babys_worker_id.is_unknown()
    met_on = young_parent.own_worker_since
    due_on = latest_of(young_parent.found_in_need_on, young_parent.babys_worker_since).plus_working_days(
        local("young_parent.own_worker_wd")
    )
    needs = (young_parent.own_worker_since, young_parent.babys_worker_id)
    says: ClassVar[dict[str, str]] = {
        Outcome.NOT_MET: "Decided on {found_in_need_on} that they are a child in need. The record does not show a worker of "
        "their own, other than the one who leads for the baby. One is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "Decided on {found_in_need_on} that they are a child in need. A worker of their own, who is not "
        "the baby's, is expected by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "Decided on {found_in_need_on} that they are a child in need. They have had a worker of their own, who "
        "is not the baby's, since {own_worker_since}.",
        Outcome.NOT_APPLICABLE: "This is asked while it stands decided that they are a child in need and somebody leads the work "
        "with their baby, until they come of age (on record: {of_age_on}).",
    }
    plainly = "You should have a worker who is there for you, and for nobody else in your family."
    would_meet = (
        "A worker on the young parent's own record who does not lead for the baby. Where one worker for both is better, "
        "as where they ask for it, a manager sets this aside with the reason."
    )
    ask_next = "If what is good for the young parent and for the baby pulled apart, who would speak for whom?"


class YoungParentReferred(OfYoungParent):
    """Very young parents were met like any others; nobody asked at once what had happened to them."""

    asks = "Was a parent so young referred to children's social care in their own right, at once?"
    applies = young_parent.is_child & young_parent.is_referred_whatever
    met_on = young_parent.with_social_care_on
    due_on = young_parent.known_on.plus_working_days(local("young_parent.refer_wd"))
    needs = (young_parent.sure_born_on, young_parent.with_social_care_on)
    tells = (*OfYoungParent.tells, young_parent.baby_is_referred_too)
    says: ClassVar[dict[str, str]] = {
        Outcome.NOT_MET: "Known as a parent since {known_on}, at an age at which the area always refers them in their own right. "
        "The record does not show that this was done. It is expected by {due_on}; for the baby as well: {baby_is_referred_too}.",
        Outcome.NOT_YET_DUE: "Known as a parent since {known_on}, at an age at which the area always refers them in their own "
        "right. It is expected by {due_on}; for the baby as well: {baby_is_referred_too}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "Known as a parent since {known_on}. They were with children's social care in their own right by "
        "{with_social_care_on}. It was asked for the baby as well: {baby_is_referred_too}.",
        Outcome.NOT_APPLICABLE: "The area asks this of parents who were younger when it became known that they are.",
    }
    plainly = "At your age, services should ask children's social care at once whether you need help of your own."
    would_meet = (
        "A referral about the young parent, or social care at work with them already; below the younger of the two ages the "
        "same of the baby. At such an age it is also asked whether an offence was committed against them."
    )
    who_can = "Whoever learns of it first: it is not left to anybody else."
    ask_next = "Who has asked, alone with the young person, how this came about and whether they are safe?"


class CareLeaverParentSupportDecided(OfYoungParent):
    """Young people who had been in care became parents alone, as if what was owed to them had ended with that."""

    asks = "Is it decided what support a care leaver has now that they are a parent?"
    applies = young_parent.is_care_leaver & ~young_parent.is_child
    met_on = young_parent.support_decided_on
    due_on = latest_of(young_parent.known_on, young_parent.of_age_on).plus_working_days(
        local("young_parent.decision_wd")
    )
    needs = (young_parent.sure_born_on, young_parent.support_decided_on)
    tells = (*OfYoungParent.tells, young_parent.known_on)
    says: ClassVar[dict[str, str]] = {
        Outcome.NOT_MET: "A care leaver, known as a parent since {known_on}. No decision on their support is recorded since, on "
        "their own record. It is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "A care leaver, known as a parent since {known_on}. Their support is to be decided by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "A care leaver, known as a parent since {known_on}. Their support was decided on {support_decided_on}.",
        Outcome.NOT_APPLICABLE: "This is asked of care leavers from the day they come of age (on record: {of_age_on}).",
    }
    plainly = "Services should decide with you what support you have as somebody who has been in care."
    would_meet = "A decision on their own record, made with them: what support, from whom, or that they want none now."
    who_can = "Their personal adviser, with a manager of the leaving care team."
    ask_next = "Who would this young person ring at night, and what has been promised them?"


class YoungParentHasRecordOfOwn(Check):
    """What was feared for a young mother or father stood in the baby's file, where nobody looked for a child in need."""

    asks = "Does a young parent about whom there is concern have a record of their own, or is it said why not?"
    lesson = P31_1
    about = young_parent_of_baby
    basis = Basis.LOCAL_PROCEDURE
    applies = young_parent_of_baby.is_child & young_parent_of_baby.calls_for_record
    cannot_tell = young_parent_of_baby.birth_unrecorded.is_true()
    met_on = young_parent_of_baby.answered_on
    due_on = young_parent_of_baby.arose_on.plus_working_days(local("young_parent.decision_wd"))
    needs = (young_parent_of_baby.sure_born_on, young_parent_of_baby.answered_on)
    tells = (young_parent_of_baby.role, young_parent_of_baby.known_on, young_parent_of_baby.concern_on)
    says: ClassVar[dict[str, str]] = {
        Outcome.NOT_MET: "{role}, not yet of age, known since {known_on}; a significant concern about them: {concern_on}. They "
        "have no record of their own, and nothing says why none is needed. One of them is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "{role}, not yet of age, known since {known_on}. A record of their own, or why none is needed, is "
        "expected by {due_on}.",
        Outcome.CANNOT_TELL: "{role}: the record cannot show whether a record of their own is called for. Not recorded: {missing}. "
        "The expected date is long past with neither a birth nor an ending recorded: {birth_unrecorded}.",
        Outcome.MET: "{role}, not yet of age, known since {known_on}: they have a record of their own, or why none is needed was "
        "recorded.",
        Outcome.NOT_APPLICABLE: "This is asked of parents not yet of age about whom there is significant concern, or who "
        "are very young.",
    }
    plainly = "If you are under eighteen yourself, services should also ask what you need."
    would_meet = (
        "A record of their own, on which it can be decided whether they are a child in need; or the reason why the concern "
        "calls for nothing. Where an age is not known, it is asked for."
    )
    who_can = "The baby's lead practitioner; a midwife or health visitor where there is no other."
    ask_next = "How old is this parent, and who looks after them?"

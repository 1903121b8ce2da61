"""Young parents (paragraph 31, K3): in need in their own right, with a worker of their own, and offered support."""

from __future__ import annotations

from typing import ClassVar

from lapwing.engine.measure import Measure, Span, done_by
from lapwing.language.expressions import Expression
from lapwing.lessons import ages_of_concern
from lapwing.vocabulary.helped_in_first_year import BABIES_OF_YEARS
from lapwing.vocabulary.local import local
from lapwing.vocabulary.when_due import DECISION_DUE, IN_GENERAL
from lapwing.vocabulary.young_parent_cohort import young_parent_cohort as young_parent
from lapwing.vocabulary.young_parent_of_baby import WHOEVER_THE_AREA_DECIDES_FOR

P31_1 = ages_of_concern.bullet("P31.1")
K3 = ages_of_concern.finding("K3")


class OfYoungParent(Measure, abstract=True):
    """Of those about a young parent, on their own record."""

    lesson = P31_1
    findings = (K3,)
    about = young_parent
    cannot_tell: ClassVar[Expression] = young_parent.birth_unrecorded.is_true()
    looking_back = BABIES_OF_YEARS
    unlike = (
        "Young parents without a record of their own are not in it, nor those whose baby's record has ended since, by "
        "adoption or a move among others."
    )


class InNeedDecided(OfYoungParent):
    """That nobody asked whether a young parent was in need."""

    asks = "Was it decided in time, on a young parent's own record, whether they are a child in need?"
    counts = "Parents under age when the question arose: known as a parent, with a significant concern about them."
    meets = "A decision either way, on their own record, by the day on which the area expects one."
    belongs = young_parent.was_child_when_it_arose & (
        young_parent.concern_on.is_known() | young_parent.first_decided_on.is_known() | WHOEVER_THE_AREA_DECIDES_FOR
    )
    on = young_parent.arose_on
    met = done_by(young_parent.first_decided_on, DECISION_DUE)
    settled_on = DECISION_DUE
    span = Span(young_parent.arose_on, young_parent.first_decided_on, "Days from the question to the decision")


class OwnWorker(OfYoungParent):
    """That one worker was to see both the young parent's need and the baby's."""

    asks = "Had a young parent found to be in need a worker of their own, in time?"
    counts = "Parents found, while under age, to be in need, whose baby somebody led the work with."
    meets = "A worker on their own record who has not led for the baby, by the day that the area expects."
    belongs = (
        young_parent.first_found_in_need_on.is_known()
        & young_parent.baby_was_led
        & ((young_parent.of_age_on > young_parent.first_found_in_need_on) | young_parent.is_disputed)
    )
    on = young_parent.first_found_in_need_on
    cannot_tell = young_parent.birth_unrecorded.is_true() | young_parent.led_for_baby_by.is_unknown()
    met = done_by(
        young_parent.had_own_worker_since,
        young_parent.first_found_in_need_on.plus_working_days(local("young_parent.own_worker_wd")),
    )
    settled_on = young_parent.first_found_in_need_on.plus_working_days(local("young_parent.own_worker_wd"))
    unlike = f"{OfYoungParent.unlike} Where more than one worker has led for the baby, it cannot be told."


class SupportOffered(OfYoungParent):
    """That a young parent was assessed, and nothing was offered."""

    asks = "Was a young parent offered support of their own?"
    counts = "Parents who were under age when it became known that they were parents."
    meets = (
        "A family nurse, early or family help, direct work or a service was begun or offered since, or support was decided. "
        "What was offered and declined counts."
    )
    belongs = young_parent.was_child_when_known
    on = young_parent.known_on
    met = young_parent.support_offered_on.is_known()
    settled_on = IN_GENERAL
    span = Span(young_parent.known_on, young_parent.support_offered_on, "Days until support was offered")
    unlike = f"{OfYoungParent.unlike} A family nurse counts from the beginning of the work; one who was declined leaves no row."

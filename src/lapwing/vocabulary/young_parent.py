"""Facts about a young parent on their own record: a child who is a parent, or a care leaver.

A decision about a young parent stands here and nowhere else; the baby's record answers for the baby.
"""

from __future__ import annotations

from lapwing.language.expressions import TODAY, Constant, Expression, cases, earliest_of, latest_of
from lapwing.vocabulary import records
from lapwing.vocabulary.care_codes import LegalStatusKind, SettingKind
from lapwing.vocabulary.child import Child, birthday
from lapwing.vocabulary.codes import DateCertainty, HelpLevel
from lapwing.vocabulary.facts import Link, Subject, any_of, columns, derived, earliest, its, latest, only, own, wider
from lapwing.vocabulary.fragile_baby import FragileBaby
from lapwing.vocabulary.local import local
from lapwing.vocabulary.work_codes import DecisionKind, DecisionOutcome
from lapwing.vocabulary.young_parent_of_baby import (
    CONCERN_DAY,
    GOES_ON,
    HAS_STOOD,
    NO_DAY,
    SOCIAL_CARE,
    WHOEVER_THE_AREA_DECIDES_FOR,
    ParentWithRecord,
)

child = columns(records.child)
person = columns(records.person)
concern = columns(records.concern)
referral = columns(records.referral)
decision = columns(records.decision)
involvement = columns(records.involvement)
legal_status = columns(records.legal_status)
accommodation = columns(records.accommodation)

OWN_HELP = (*SOCIAL_CARE, HelpLevel.EARLY_HELP, HelpLevel.FAMILY_HELP, HelpLevel.CARE_LEAVER)
"""The help through which somebody works with a young person for their own sake."""
MORE_THAN_IN_NEED = (DecisionKind.SECTION_47, DecisionKind.CONFERENCE)
"""Decisions that, where the answer is yes, say already that a young person needs help as a child."""
NOT_A_MOVE = (
    SettingKind.CHILD_WARD,
    SettingKind.ADULT_WARD,
    SettingKind.NEONATAL_UNIT,
    SettingKind.POLICE_CELL,
)
"""Stays from which somebody comes back to where they live, a birth in hospital among them."""
SETTLED = decision.outcome.is_in(DecisionOutcome.REQUIRED, DecisionOutcome.NOT_REQUIRED)
ABOUT_NEED = ((decision.kind == DecisionKind.YOUNG_PARENT_IN_NEED) & SETTLED) | (
    decision.kind.is_in(*MORE_THAN_IN_NEED) & (decision.outcome == DecisionOutcome.REQUIRED)
)


def _where(holds: Expression, day: Expression) -> Expression:
    """The day where that is so, and no day elsewhere."""
    return cases((holds.is_true(), day), otherwise=NO_DAY)


class YoungParent(Subject):
    """A child, or somebody who was one not long ago, who is or is about to be a parent: their own record."""

    table = records.child
    called = "young parent, on their own record"

    child_id = own(child.child_id, "the young parent")
    person_id = own(child.person_id, "the young parent as a person")
    born_on = wider(Child.born_on)
    record_has_ended = wider(Child.record_has_ended)

    # Of whom they are a parent, and since when that is known
    _child = (Link("child_id", child_id),)
    _person = (Link("person_id", person_id),)
    _mother = (Link("mother_id", person_id),)
    _open = ~FragileBaby.record_has_ended
    is_named_parent = any_of(ParentWithRecord, "whether they are recorded as a baby's parent", by=_person)
    is_mother = any_of(FragileBaby, "whether they are recorded as the expectant mother", by=_mother, where=_open)
    named_parent_on = earliest(ParentWithRecord.known_on, "when they were named as a parent", by=_person)
    pregnancy_known_on = earliest(
        FragileBaby.pregnancy_known_on, "when the pregnancy became known", by=_mother, where=_open
    )
    is_accounted_for = any_of(
        ParentWithRecord,
        "whether a baby is expected still, or its birth recorded",
        by=_person,
        where=~ParentWithRecord.birth_unrecorded.is_true(),
    )
    is_accounted_for_as_mothers = any_of(
        FragileBaby,
        "whether a baby of an expectant mother is",
        by=_mother,
        where=_open & ~FragileBaby.birth_unrecorded.is_true(),
    )
    birth_unrecorded = derived(
        ~is_accounted_for & ~is_accounted_for_as_mothers,
        "whether the expected date is long past with nothing recorded",
    )
    known_on = derived(earliest_of(named_parent_on, pregnancy_known_on), "when it was known that they are a parent")

    # How old they are, so far as that is sure
    is_disputed = any_of(
        person, "whether the age is disputed", by=_person, where=person.born_on_certainty == DateCertainty.DISPUTED
    )
    is_contradictory = any_of(
        person,
        "whether records disagree on the date of birth",
        by=_person,
        where=person.born_on_certainty == DateCertainty.CONTRADICTORY,
    )
    sure_born_on = derived(cases((is_contradictory.is_true(), NO_DAY), otherwise=born_on), "a sure date of birth")
    of_age_on = derived(birthday(sure_born_on, local("young_parent.under_age")), "when they come of age")
    is_child = derived(
        cases((is_disputed.is_true(), Constant(True)), otherwise=of_age_on > TODAY), "whether they are a child"
    )
    has_come_of_age = derived((~is_child).is_true(), "whether they have come of age")

    # What was feared for them, on their own record or the baby's
    _significant = concern.significant & GOES_ON
    has_own_concern = any_of(
        concern, "whether a significant concern about them is recorded", by=_child, where=_significant
    )
    has_unmarked_concern = any_of(
        concern,
        "whether a concern is not marked as significant or not",
        by=_child,
        where=concern.significant.is_unknown() & GOES_ON,
    )
    own_concern_on = earliest(
        CONCERN_DAY,
        "a significant concern about them",
        by=_child,
        where=concern.significant & HAS_STOOD & (concern.ended_on.is_unknown() | (concern.ended_on >= its(known_on))),
    )
    concern_with_baby_on = earliest(
        ParentWithRecord.concern_on, "a significant concern about them on the baby's record", by=_person
    )
    last_concern_with_baby_on = latest(
        ParentWithRecord.last_concern_on, "the last such concern on the baby's record", by=_person
    )
    found_not_significant_on = latest(
        CONCERN_DAY, "when concerns were found not significant", by=_child, where=~concern.significant
    )
    found_not_significant_by = only(
        concern.recorded_by, "who found them not significant", by=_child, where=~concern.significant
    )
    concern_on = derived(
        earliest_of(own_concern_on, concern_with_baby_on), "when a significant concern about them was recorded"
    )
    arose_on = derived(
        cases((concern_on.is_known(), latest_of(known_on, concern_on)), otherwise=known_on), "when the question arose"
    )
    referred_on = earliest(
        referral.received_on,
        "the referral about them",
        by=_child,
        where=referral.repeats_referral_id.is_unknown() & (referral.received_on >= its(known_on)),
    )

    # What was decided
    _since_known = decision.decided_on >= its(known_on)
    first_decided_on = earliest(
        decision.decided_on, "the decision on their own record", by=_child, where=ABOUT_NEED & _since_known
    )
    last_decided_on = latest(
        decision.decided_on, "when it was last decided", by=_child, where=ABOUT_NEED & _since_known
    )
    found_not_in_need_on = latest(
        decision.decided_on,
        "when it was last decided that they are not in need",
        by=_child,
        where=ABOUT_NEED & _since_known & (decision.outcome == DecisionOutcome.NOT_REQUIRED),
    )
    found_in_need_on = earliest(
        decision.decided_on,
        "since when it stands decided that they are in need",
        by=_child,
        where=ABOUT_NEED
        & _since_known
        & (decision.outcome == DecisionOutcome.REQUIRED)
        & (its(found_not_in_need_on).is_unknown() | (decision.decided_on > its(found_not_in_need_on))),
    )
    support_decided_on = earliest(
        decision.decided_on,
        "the decision on support",
        by=_child,
        where=(decision.kind == DecisionKind.SUPPORT_FOR_CARE_LEAVER_PARENT) & SETTLED & _since_known,
    )
    is_to_be_decided = derived(
        has_own_concern | concern_with_baby_on.is_known() | first_decided_on.is_known() | WHOEVER_THE_AREA_DECIDES_FOR,
        "whether it is to be decided",
    )

    # What has changed since
    last_birth_on = latest(ParentWithRecord.born_on, "the last birth", by=_person)
    last_birth_as_mother_on = latest(FragileBaby.born_on, "the last birth of theirs", by=_mother, where=_open)
    last_named_parent_on = latest(ParentWithRecord.known_on, "when they were last named as a parent", by=_person)
    last_pregnancy_known_on = latest(
        FragileBaby.pregnancy_known_on, "when the last pregnancy became known", by=_mother, where=_open
    )
    further_baby_on = derived(
        cases((is_mother.is_true(), last_pregnancy_known_on), otherwise=last_named_parent_on),
        "when it became known that they are to be a parent again",
    )
    _moved = ~accommodation.kind.is_in(*NOT_A_MOVE)
    moved_since_on = earliest(
        accommodation.started_on,
        "a move since",
        by=_child,
        where=_moved & (accommodation.started_on > its(last_decided_on)),
    )
    moved_before_on = latest(
        accommodation.started_on,
        "a move before the last decision",
        by=_child,
        where=_moved
        & (accommodation.started_on > its(first_decided_on))
        & (accommodation.started_on <= its(last_decided_on)),
    )
    concern_since_on = earliest(
        CONCERN_DAY, "a further concern since", by=_child, where=_significant & (its(last_decided_on) < CONCERN_DAY)
    )
    concern_before_on = latest(
        CONCERN_DAY,
        "a further concern before the last decision",
        by=_child,
        where=_significant & (its(first_decided_on) < CONCERN_DAY) & (its(last_decided_on) >= CONCERN_DAY),
    )
    birth_on = derived(latest_of(last_birth_on, last_birth_as_mother_on), "the last birth")
    unanswered_since = derived(
        earliest_of(
            moved_since_on,
            concern_since_on,
            _where(birth_on > last_decided_on, birth_on),
            _where(further_baby_on > last_decided_on, further_baby_on),
            _where(last_concern_with_baby_on > last_decided_on, last_concern_with_baby_on),
        ),
        "the first change since the last decision",
    )
    answered_until = derived(
        latest_of(
            moved_before_on,
            concern_before_on,
            _where((birth_on > first_decided_on) & (birth_on <= last_decided_on), birth_on),
            _where(
                (last_concern_with_baby_on > first_decided_on) & (last_concern_with_baby_on <= last_decided_on),
                last_concern_with_baby_on,
            ),
            _where((further_baby_on > first_decided_on) & (further_baby_on <= last_decided_on), further_baby_on),
        ),
        "the last change before it",
    )
    changed_on = derived(
        cases((unanswered_since.is_known(), unanswered_since), otherwise=answered_until),
        "a birth, a further pregnancy, a move or a further concern",
    )
    looked_again_on = earliest(
        decision.decided_on,
        "the decision after that change",
        by=_child,
        where=ABOUT_NEED & (decision.decided_on > its(first_decided_on)) & (decision.decided_on >= its(changed_on)),
    )

    # Who works with them, and whether social care knows
    babys_worker_id = only(ParentWithRecord.babys_worker_id, "who leads for the baby", by=_person)
    babys_worker_since = latest(ParentWithRecord.babys_worker_since, "since when they lead for the baby", by=_person)
    baby_is_led = any_of(
        ParentWithRecord, "whether somebody leads for the baby", by=_person, where=ParentWithRecord.baby_is_led
    )
    own_worker_since = earliest(
        involvement.started_on,
        "a worker of their own",
        by=_child,
        where=involvement.level.is_in(*OWN_HELP)
        & involvement.ended_on.is_unknown()
        & (involvement.practitioner_id != its(babys_worker_id)),
    )
    worked_with_since = earliest(
        involvement.started_on,
        "social care's work with them",
        by=_child,
        where=involvement.level.is_in(*SOCIAL_CARE)
        & (involvement.ended_on.is_unknown() | (involvement.ended_on >= its(known_on))),
    )
    themselves_with_social_care_on = derived(earliest_of(referred_on, worked_with_since), "the referral about them")
    baby_with_social_care_on = earliest(
        ParentWithRecord.baby_with_social_care_on, "the referral about the baby", by=_person
    )
    is_referred_whatever = derived(
        known_on < birthday(sure_born_on, local("young_parent.auto_refer_age")),
        "whether they were so young that they are always referred",
    )
    baby_is_referred_too = derived(
        known_on < birthday(sure_born_on, local("young_parent.always_refer_age")),
        "whether they were so young that the baby is referred as well",
    )
    with_social_care_on = derived(
        cases(
            (
                baby_is_referred_too,
                _where(
                    themselves_with_social_care_on.is_known() & baby_with_social_care_on.is_known(),
                    latest_of(themselves_with_social_care_on, baby_with_social_care_on),
                ),
            ),
            otherwise=themselves_with_social_care_on,
        ),
        "the referral, of each who is to be referred",
    )

    # Whether they have left care
    has_left_care_by_law = any_of(
        legal_status,
        "whether they are a care leaver in law",
        by=_child,
        where=(legal_status.kind == LegalStatusKind.CARE_LEAVER) & legal_status.ended_on.is_unknown(),
    )
    is_helped_as_care_leaver = any_of(
        involvement,
        "whether they are helped as a care leaver",
        by=_child,
        where=(involvement.level == HelpLevel.CARE_LEAVER) & involvement.ended_on.is_unknown(),
    )
    is_care_leaver = derived(has_left_care_by_law | is_helped_as_care_leaver, "whether they are a care leaver")

    is_member = derived(
        person_id.is_known()
        & ~(birthday(born_on, local("young_parent.care_leaver_under_age")) <= TODAY).is_true()
        & (is_named_parent | is_mother),
        "whether they are a young parent",
    )
    members = is_member
    ended = record_has_ended


class InNeedDecision(Subject):
    """The latest decision whether a young parent is a child in need; those before it are history."""

    table = records.decision
    called = "decision whether a young parent is a child in need"

    child_id = own(decision.child_id, "the young parent")
    decision_id = own(decision.decision_id, "the decision")
    kind = own(decision.kind, "what was decided about")
    outcome = own(decision.outcome, "which way it went")
    decided_on = own(decision.decided_on, "the day of the decision")
    recorded_on = own(decision.recorded_on, "when it was recorded as it stands")
    reasons = own(decision.reasons, "the reasons")
    decided_by = own(decision.decided_by, "who decided")
    authority = own(decision.authority, "in what post they decided")
    consulted = own(decision.consulted, "what was considered, and who was asked")
    childs_view = own(decision.childs_view, "the young parent's own view")
    review_on = own(decision.review_on, "when it is looked at again")

    is_young_parent = wider(YoungParent.is_member)
    has_come_of_age = wider(YoungParent.has_come_of_age)
    record_has_ended = wider(YoungParent.record_has_ended)
    latest_on = latest(
        decision.decided_on,
        "when it was last decided",
        by=(Link("child_id", child_id),),
        where=(decision.kind == DecisionKind.YOUNG_PARENT_IN_NEED) & SETTLED,
    )
    whole_on = derived(
        _where(
            reasons.is_known()
            & decided_by.is_known()
            & authority.is_known()
            & consulted.is_known()
            & childs_view.is_known()
            & review_on.is_known(),
            recorded_on,
        ),
        "the decision with all that belongs to it",
    )

    members = (
        (kind == DecisionKind.YOUNG_PARENT_IN_NEED)
        & outcome.is_in(DecisionOutcome.REQUIRED, DecisionOutcome.NOT_REQUIRED)
        & is_young_parent
        & (decided_on == latest_on)
    )
    ended = record_has_ended


young_parent = YoungParent
in_need_decision = InNeedDecision

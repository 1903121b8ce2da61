"""Which checks ask again after they were met, and what brings them back. Every other check, once met, stays met.

A duty that comes round by time alone (the next weighing) is under BY_TIME. One that a new record brings back (a
further meeting, a new incident) is under BY_RECORD. A check that belongs in neither is a one-off duty.
"""

from __future__ import annotations

from collections.abc import Mapping

A_NEW_TRIGGER = "A further circumstance after a reasoned no puts the question again."
HELP_DECLINED = "Help that was declined is no action any more; what happens instead is asked."

A_REASON_LAPSES = "A reason stands in the place of it until its day to be looked at again."
A_NEW_RUN = "Concerns that begin afresh, or go on, put the question again."

BY_TIME: Mapping[str, str] = {
    "parents.in_need_decided": "Another baby: once the first is a year old, it is asked for the next.",
    "parents.in_need_looked_at_again_in_time": "It is looked at again every six months.",
    "parents.identity_recorded": A_REASON_LAPSES,
    "parents.second_parents_capacity_analysed": A_REASON_LAPSES,
    "parents.carers_capacity_analysed": A_REASON_LAPSES,
    "parents.safety_decision_kept_up": "The day on which it was to be looked at again passes.",
    "health.weighed_on_schedule": "The next weight comes due.",
    "young_people.legal_status_verified": "It is verified again every six months.",
    "young_people.setting_suits_age": "A day planned for a move that has passed is no plan.",
}
"""By check, what comes round as days pass although nothing is recorded."""

BY_RECORD: Mapping[str, str] = {
    "before_birth.decision_recorded": A_NEW_TRIGGER,
    "before_birth.assessment_started": A_NEW_TRIGGER,
    "before_birth.assessment_completed": A_NEW_TRIGGER,
    "before_birth.assessed_before_birth": A_NEW_TRIGGER,
    "before_birth.each_risk_has_an_action": HELP_DECLINED,
    "before_birth.baby_seen_since_last_meeting": "A further meeting before the review: seen since that one is asked.",
    "fragility.action_or_reason_recorded": HELP_DECLINED,
    "fragility.safer_sleep_discussed_with_carer": "Drugs or alcohol recorded anew: it is talked through again.",
    "fragility.storage_seen_or_agreed": "The baby came home again, or another adult: it is seen or agreed again.",
    "parents.in_need_looked_at_again_after_change": "It is asked after each change.",
    "parents.father_or_second_parent_recorded": "Whoever was recorded has turned out not to be.",
    "young_people.causes_explored": A_NEW_RUN,
    "young_people.causes_explored_again": A_NEW_RUN,
    "young_people.young_person_heard": A_NEW_RUN,
    "responsibility.task_accepted_by_person": "Whoever has left leaves the task to somebody else.",
    "responsibility.invited_to_meetings": "It is asked of each meeting.",
    "responsibility.heard_at_meetings": "It is asked of each meeting.",
    "responsibility.one_person_leads": "Whoever led has left, or another is marked as leading too.",
}
"""By check, what kind of record opens it again."""

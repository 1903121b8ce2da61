"""Facts about advice to each carer of a baby over some years, where drugs or alcohol were known, topic by topic."""

from __future__ import annotations

from lapwing.language.expressions import cases, latest_of
from lapwing.vocabulary import records
from lapwing.vocabulary.care_codes import AdviceTopic
from lapwing.vocabulary.facts import Fact, Link, Subject, any_of, columns, derived, its, latest, own, wider
from lapwing.vocabulary.fragile_baby import AWAY, NOT_TO_CONTACT
from lapwing.vocabulary.heightened_risk import cares_for_child
from lapwing.vocabulary.local import local
from lapwing.vocabulary.past_baby import NO_DAY, PastBaby
from lapwing.vocabulary.pre_birth_cohort import FIRST_YEAR_MONTHS

relationship = columns(records.relationship)
advice = columns(records.advice)
accommodation = columns(records.accommodation)


def _talked_through(topic: AdviceTopic, by: tuple[Link, ...]) -> Fact:
    return latest(
        advice.given_on,
        f"when {topic.label[0].lower()}{topic.label[1:]} was last talked through",
        by=by,
        where=(advice.topic == topic) & advice.discussed,
    )


class PastCarer(Subject):
    """Somebody who cares for a child born in the last years, around whom drugs or alcohol became known in the first year."""

    table = records.relationship
    called = "carer of a baby, looked back at"

    child_id = own(relationship.child_id, "the child")
    relationship_id = own(relationship.relationship_id, "the carer")
    person_id = own(relationship.person_id, "who the carer is")
    role = own(relationship.role, "who they are to the child")
    caring_role = own(relationship.caring_role, "whether they care for the child")
    lives_with_child = own(relationship.lives_with_child, "whether they live with the child")
    contact_safety = own(relationship.contact_safety, "whether they may be contacted")
    mentioned_on = own(relationship.mentioned_on, "when they were first mentioned")
    ended_on = own(relationship.ended_on, "when their part ended")

    never_was = wider(PastBaby.never_was)
    left_on = wider(PastBaby.left_on)
    born_on = wider(PastBaby.born_on)
    substances_on = wider(PastBaby.substances_on)
    drugs_on = wider(PastBaby.drugs_on)

    asked_from = derived(latest_of(substances_on, born_on, mentioned_on), "from when the talk is asked about")
    drugs_asked_from = derived(
        cases((drugs_on.is_known(), latest_of(drugs_on, born_on, mentioned_on)), otherwise=NO_DAY),
        "from when the talk about medicines is asked about",
    )
    known_and_born_on = derived(latest_of(substances_on, born_on), "when drugs or alcohol were known and the baby born")
    drugs_known_and_born_on = derived(
        cases((drugs_on.is_known(), latest_of(drugs_on, born_on)), otherwise=NO_DAY),
        "when drugs were known and the baby born",
    )
    talk_by = derived(asked_from.plus_working_days(local("fragility.considered_wd")), "by when the talk is expected")
    drugs_talk_by = derived(
        drugs_asked_from.plus_working_days(local("fragility.considered_wd")),
        "by when the talk about medicines is expected",
    )
    baby_until = derived(born_on.plus_months(FIRST_YEAR_MONTHS), "until when the child is a baby")
    must_not_be_told = derived(
        contact_safety.is_in(*NOT_TO_CONTACT).is_true(), "whether services must not speak to them"
    )

    _given = (Link("child_id", child_id), Link("person_id", person_id))
    co_sleeping_on = _talked_through(AdviceTopic.CO_SLEEPING, _given)
    overlay_on = _talked_through(AdviceTopic.OVERLAY, _given)
    parental_substances_on = _talked_through(AdviceTopic.PARENTAL_SUBSTANCES, _given)
    medicines_on = _talked_through(AdviceTopic.PRESCRIBED_MEDICINES, _given)
    was_away = any_of(
        accommodation,
        "whether the baby was in hospital or with other carers by then",
        by=(Link("child_id", child_id),),
        where=accommodation.kind.is_in(*AWAY)
        & (accommodation.started_on <= its(talk_by))
        & (accommodation.ended_on.is_unknown() | (accommodation.ended_on >= its(talk_by))),
    )

    members = (
        substances_on.is_known()
        & born_on.is_known()
        & (asked_from < baby_until)
        & ~(ended_on < asked_from).is_true()
        & cares_for_child(caring_role, lives_with_child, role)
    )
    ended = never_was


past_carer = PastCarer

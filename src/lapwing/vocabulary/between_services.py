"""Facts about work with a child that passes from one service to another: sent, accepted by name, taken up, or lost."""

from __future__ import annotations

from lapwing.language.expressions import Expression, Type, cases, unknown
from lapwing.vocabulary import records
from lapwing.vocabulary.care_codes import HandOverKind
from lapwing.vocabulary.child import Child
from lapwing.vocabulary.codes import AgencyKind
from lapwing.vocabulary.facts import Link, Subject, columns, derived, earliest, its, only, own, wider
from lapwing.vocabulary.local import local
from lapwing.vocabulary.past_baby import PastBaby
from lapwing.vocabulary.unborn_child import TERM_DAYS

hand_over = columns(records.hand_over)
agency = columns(records.agency)

NO_DAY = unknown(Type.DATE)
BETWEEN_SERVICES = (
    HandOverKind.ANTENATAL_NOTICE,
    HandOverKind.POSTNATAL_TRANSFER,
    HandOverKind.FAMILY_NURSE_TO_HEALTH_VISITING,
    HandOverKind.HEALTH_VISITING_TO_GP,
    HandOverKind.GP_REGISTRATION,
    HandOverKind.AREA_MOVE,
)
"""What passes between midwifery, family nurse, health visiting and general practice, and between areas."""
TO_HEALTH_VISITING = (
    HandOverKind.ANTENATAL_NOTICE,
    HandOverKind.POSTNATAL_TRANSFER,
    HandOverKind.FAMILY_NURSE_TO_HEALTH_VISITING,
)
SPOKEN_TOO = (*TO_HEALTH_VISITING, HandOverKind.AREA_MOVE)
"""What is also to be spoken where the baby is vulnerable."""
VISITING = (AgencyKind.HEALTH_VISITING, AgencyKind.FAMILY_NURSE)


def _at_gestation(expected_on: Expression, key: str) -> Expression:
    """The day on which a pregnancy reaches the weeks and days of a setting."""
    return expected_on.minus_days(TERM_DAYS).plus_days(local(key))


class BetweenServices(Subject):
    """A hand-over from one service to another, sent or due to be sent."""

    table = records.hand_over
    called = "hand-over between services"

    child_id = own(hand_over.child_id, "the child")
    hand_over_id = own(hand_over.hand_over_id, "the hand-over")
    kind = own(hand_over.kind, "between which services")
    from_agency_id = own(hand_over.from_agency_id, "who hands over")
    to_agency_id = own(hand_over.to_agency_id, "who is to take over")
    fixed_on = own(hand_over.due_on, "the day fixed for sending it")
    sent_on = own(hand_over.sent_on, "when it was sent")
    spoken = own(hand_over.verbal, "whether it was also spoken")
    says_dates = own(hand_over.says_dates, "whether it gives the dates")
    says_parents = own(hand_over.says_parents, "whether it names each parent")
    says_risks = own(hand_over.says_risks, "whether it gives the risks")
    says_plan = own(hand_over.says_plan, "whether it gives the plan")
    says_agencies = own(hand_over.says_agencies, "whether it names the other agencies")
    says_address_safety = own(hand_over.says_address_safety, "whether it says how to keep the address safe")
    accepted_on = own(hand_over.accepted_on, "when it was accepted")
    accepted_by = own(hand_over.accepted_by, "who accepted it")
    declined_on = own(hand_over.declined_on, "when it was declined")
    first_contact_on = own(hand_over.first_contact_on, "when the new service first saw the family")

    never_was = wider(Child.never_was)
    died_on = wider(Child.died_on)
    left_on = wider(Child.left_on)
    born_on = wider(Child.born_on)
    expected_on = wider(Child.expected_on)
    pregnancy_known_on = wider(Child.pregnancy_known_on)
    vulnerable_since = wider(PastBaby.vulnerable_since)
    new_birth_due_on = wider(PastBaby.new_birth_due_on)

    from_service = only(agency.kind, "the service that hands over", by=(Link("agency_id", from_agency_id),))
    to_service = only(agency.kind, "the service that is to take over", by=(Link("agency_id", to_agency_id),))

    early_by = derived(
        _at_gestation(expected_on, "handover.antenatal_by_vulnerable"),
        "by when notice is given of a vulnerable unborn child",
    )
    send_by = derived(
        cases(
            (fixed_on.is_known(), fixed_on),
            ((kind == HandOverKind.ANTENATAL_NOTICE) & (vulnerable_since <= early_by).is_true(), early_by),
            (kind == HandOverKind.ANTENATAL_NOTICE, _at_gestation(expected_on, "handover.antenatal_by")),
            otherwise=NO_DAY,
        ),
        "by when it is to be sent",
    )
    gone_on = derived(
        cases((kind == HandOverKind.AREA_MOVE, died_on), otherwise=left_on),
        "when the child died, or otherwise than by this move came to be with other services",
    )
    falls_on = derived(cases((send_by.is_known(), send_by), otherwise=sent_on), "the day of the hand-over")
    accept_by = derived(
        cases(
            (kind.is_in(*TO_HEALTH_VISITING), sent_on.plus_working_days(local("handover.mw_hv_ack_wd"))),
            otherwise=sent_on.plus_working_days(local("action.owner_ack_wd")),
        ),
        "by when a named person is to accept it",
    )
    lost_from = derived(
        accept_by.plus_working_days(local("follow_through.overdue_wd")),
        "from when a hand-over without an answer is lost",
    )
    accepted_by_person_on = derived(
        cases((accepted_by.is_known(), accepted_on), otherwise=NO_DAY), "acceptance by a named person"
    )
    sent_again_on = earliest(
        hand_over.sent_on,
        "when it was sent again",
        by=(Link("child_id", child_id),),
        where=(hand_over.kind == its(kind)) & (hand_over.sent_on > its(sent_on)),
    )
    is_vulnerable = derived((vulnerable_since <= sent_on).is_true(), "whether the baby was vulnerable by then")
    is_move_to_visitor = derived(
        (kind == HandOverKind.AREA_MOVE) & to_service.is_in(*VISITING), "whether it is a move to another health visitor"
    )
    contact_by = derived(
        cases(
            (kind == HandOverKind.POSTNATAL_TRANSFER, new_birth_due_on),
            (~is_move_to_visitor, NO_DAY),
            (is_vulnerable, sent_on.plus_working_days(local("transfer_in.hv_contact_vulnerable_wd"))),
            otherwise=sent_on.plus_working_days(local("transfer_in.hv_contact_wd")),
        ),
        "by when the new service is to see the family",
    )

    members = kind.is_in(*BETWEEN_SERVICES) & (sent_on.is_known() | fixed_on.is_known())
    ended = never_was


between_services = BetweenServices

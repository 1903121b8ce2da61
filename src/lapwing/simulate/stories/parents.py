"""Stories turned by who the parents are: young, care leavers, two mothers, fathers who are unknown or kept safe from."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from lapwing.simulate.events.deciding import decide
from lapwing.simulate.events.health import appoint
from lapwing.simulate.events.pregnancy import Expecting, expect
from lapwing.simulate.events.referring import involve, raise_concern
from lapwing.simulate.events.sharing import hand_over, not_shared
from lapwing.simulate.events.standing import explain_rights, stand, stay
from lapwing.simulate.family import Family, Subject
from lapwing.simulate.fathers import (
    FATHER,
    Father,
    Standing,
    unaware_of_pregnancy,
    unknown_to_mother,
    withheld_for_safety,
)
from lapwing.simulate.fathers import two_mothers as second_mother
from lapwing.simulate.people import a_child, a_mother, as_mother, birthday, in_refuge, relate
from lapwing.simulate.stories.before_birth import carry_on
from lapwing.simulate.stories.case import Case, begin, decide_case, refer_case, with_concerns
from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.care_codes import AppointmentKind, HandOverKind, LegalStatusKind, SettingKind
from lapwing.vocabulary.codes import ConcernKind, ConcernPart, HelpLevel, Sex
from lapwing.vocabulary.work_codes import DecisionKind, DecisionOutcome


def withheld(family: Family) -> None:
    """Who the father is is withheld for safety; the mother has moved to a refuge, and where is kept from others."""
    case = begin(family, (ConcernKind.DOMESTIC_ABUSE,), withheld_for_safety)
    moved_on = case.expecting.known_on + timedelta(family.chance.days(10, 60))
    in_refuge(family, case.expecting.mother, moved_on, case.expecting.about)
    not_shared(family, case.expecting.about, Duty.SOCIAL_WORKER, family.after(moved_on, (1, 20)))
    refer_and_carry_on(family, case)


def unaware(family: Family) -> None:
    """He does not know that she is pregnant."""
    _with_father(family, (ConcernKind.HONOUR_BASED_ABUSE, ConcernKind.SOCIAL_ISOLATION), unaware_of_pregnancy)


def father_unknown(family: Family) -> None:
    """She does not know who he is, or would rather not say."""
    _with_father(family, (ConcernKind.FATHER_NOT_NAMED, ConcernKind.ALCOHOL), unknown_to_mother)


def two_mothers(family: Family) -> None:
    """Two mothers, and no legal father."""
    _with_father(family, (ConcernKind.PARENTAL_MENTAL_HEALTH,), second_mother)


def _with_father(family: Family, kinds: tuple[ConcernKind, ...], standing: Standing) -> None:
    refer_and_carry_on(family, begin(family, kinds, standing))


def refer_and_carry_on(family: Family, case: Case) -> None:
    """Referred and decided soon after, and on from there."""
    refer_case(family, case)
    decide_case(family, case)
    carry_on(family, case)


def care_leaver(family: Family) -> None:
    """The mother left care not long ago; she has a right to support of her own as well."""
    kinds = (ConcernKind.CARE_EXPERIENCED_PARENT, ConcernKind.HOMELESSNESS)
    case = begin(family, kinds, mother_years=(18, 22), concern_week=(10, 18))
    refer_case(family, case)
    decide_case(family, case)
    support_on = family.done(case.expecting.known_on, (3, 20), (40, 80), never=0.3)
    decide(family, case.expecting.about, DecisionKind.SUPPORT_FOR_CARE_LEAVER_PARENT, support_on)
    involve(family, case.expecting.about, Duty.FAMILY_HELP, support_on, HelpLevel.CARE_LEAVER)
    carry_on(family, case)


def young_mother(family: Family) -> None:
    """She is 14 to 17 and has a record of her own; the decision about her is not the decision about the baby."""
    expected_on = family.today + timedelta(family.chance.days(-300, 180))
    opened_on = expected_on - timedelta(family.chance.days(190, 235))
    opened_on = min(opened_on, family.today - timedelta(15))
    herself = a_child(family, opened_on, birthday(family, opened_on, (14, 16)), None, sex=Sex.FEMALE)
    young_person(family, herself, opened_on)
    expecting = expect(family, expected_on, mother=herself.person, known_week=(9, 16))
    kinds = (ConcernKind.YOUNG_PARENT, *family.chance.pick(((), (ConcernKind.SOCIAL_ISOLATION,))))
    case = with_concerns(family, expecting, kinds)
    concern_on = family.after(max(expecting.known_on, opened_on), (1, 30))
    _own_need(family, herself, concern_on)
    family_nurse(family, expecting)
    refer_and_carry_on(family, case)


def young_father(family: Family) -> None:
    """He is 15 to 17, looked after himself, and about to be a father."""
    expected_on = family.today + timedelta(family.chance.days(-300, 170))
    expecting = expect(family, expected_on, mother_years=(17, 19))
    himself = a_child(family, expecting.known_on, birthday(family, expecting.known_on, (15, 16)), None, sex=Sex.MALE)
    young_person(family, himself, expecting.known_on)
    _own_need(family, himself, family.after(expecting.known_on, (5, 40)))

    def is_he(family: Family, about: Subject, on: date) -> Father:
        says = "Comes to every scan." if family.chance.yes(0.6) else None
        relate(family, about, himself.person, FATHER, on, lives_with_child=False, role_in_family=says)
        return Father(himself.person, may_be_asked=True)

    case = with_concerns(family, expecting, (ConcernKind.YOUNG_PARENT, ConcernKind.POVERTY), is_he)
    refer_and_carry_on(family, case)


def young_person(family: Family, young: Subject, on: date) -> None:
    """A young parent's own record: who cares for them, their standing, and what they were told."""
    carer = family.chance.yes(0.6)
    if carer:
        as_mother(family, young, a_mother(family, on, (34, 48)), on)
    status = LegalStatusKind.AT_HOME_NO_ORDER if carer else LegalStatusKind.SECTION_20
    stand(family, young, status, on)
    stay(family, young, SettingKind.FAMILY_HOME if carer else SettingKind.FOSTER_HOME, on)
    explain_rights(family, young, on, 0.6)


def _own_need(family: Family, young: Subject, on: date | None) -> None:
    """A concern about the young parent, and, in time or not, the decision whether they are a child in need."""
    kind = family.chance.pick((ConcernKind.CHILD_SEXUAL_EXPLOITATION, ConcernKind.SELF_HARM, ConcernKind.NEGLECT))
    concern = raise_concern(family, young, kind, on, part=ConcernPart.HARMED, significant=True)
    if concern is None:
        return
    decided_on = family.done(concern.on, (1, 12), (18, 60), slow=0.25, never=0.25)
    outcome = DecisionOutcome.REQUIRED if family.chance.yes(0.7) else DecisionOutcome.NOT_REQUIRED
    told: dict[str, Any] = {"concern_id": concern.concern_id, "childs_view": "Wants to be listened to as herself."}
    decide(family, young, DecisionKind.YOUNG_PARENT_IN_NEED, decided_on, outcome, **told)
    family.another(Duty.SOCIAL_WORKER)
    if outcome is DecisionOutcome.REQUIRED:
        involve(family, young, Duty.SOCIAL_WORKER, family.after(decided_on, (0, 9)), HelpLevel.CHILD_IN_NEED)


def family_nurse(family: Family, expecting: Expecting) -> None:
    """The family nurse is offered to a young mother; she may say no."""
    about, on = expecting.about, family.after(expecting.known_on, (10, 40))
    appoint(family, about, AppointmentKind.OTHER, Duty.FAMILY_NURSE, on)
    involve(family, about, Duty.FAMILY_NURSE, on, HelpLevel.UNIVERSAL)
    later_on = expecting.expected_on + timedelta(family.chance.days(90, 300))
    kind = HandOverKind.FAMILY_NURSE_TO_HEALTH_VISITING
    hand_over(family, about, kind, Duty.FAMILY_NURSE, Duty.HEALTH_VISITOR, later_on)

"""Stories of records that are not open to everybody."""

from __future__ import annotations

from lapwing.conduct.restrictions import Grounds
from lapwing.conduct.verbs.access import restrict_record
from lapwing.conduct.verbs.children import open_record
from lapwing.conduct.verbs.concerns import raise_concern
from lapwing.conduct.verbs.housing import record_housing_approach
from lapwing.conduct.verbs.involvements import begin_involvement, make_lead
from lapwing.conduct.verbs.stays import begin_stay
from lapwing.demonstration.area import Area
from lapwing.demonstration.cast import Who
from lapwing.demonstration.people import colleague_of
from lapwing.demonstration.stories.together import answer, ask_social_care, bring_in_person
from lapwing.demonstration.telling import Steps
from lapwing.vocabulary.care_codes import SettingKind
from lapwing.vocabulary.codes import ConcernKind, HelpLevel, Sex
from lapwing.vocabulary.work_codes import ReferralOutcome

POLICE_OFFICER, TEAM_MANAGER, HOUSING_OFFICER = Who.POLICE_OFFICER, Who.TEAM_MANAGER, Who.HOUSING_OFFICER


def restricted(area: Area) -> Steps:
    """Lena Hart, thirteen. A colleague in the social worker's team leads, and the record is closed to all but two people."""
    yield 41
    lena = area.do(
        POLICE_OFFICER, open_record, given_name="Lena", family_name="Hart", born_on=area.years_ago(13, 30),
        sex=Sex.FEMALE, nhs_number=area.nhs_number(),
    )  # fmt: skip
    area.do(
        POLICE_OFFICER, raise_concern, child=lena, kind=ConcernKind.CHILD_SEXUAL_EXPLOITATION, significant=True,
        note="An offence is being looked into.",
    )  # fmt: skip
    referral = ask_social_care(area, POLICE_OFFICER, child=lena)
    yield 40
    answer(area, referral, ReferralOutcome.SECTION_47, "An offence against a child is being looked into.")
    colleague = colleague_of(area.accounts[Who.SOCIAL_WORKER])
    work = area.do(
        TEAM_MANAGER, begin_involvement, child=lena, agency=area.agency(TEAM_MANAGER), practitioner=colleague,
        level=HelpLevel.SECTION_47,
    )  # fmt: skip
    area.do(TEAM_MANAGER, make_lead, involvement=work)
    area.do(
        TEAM_MANAGER, restrict_record, child=lena, grounds=Grounds.OFFENCE,
        says="Somebody who is looked into may know people who work here.", may_read=[area.person(POLICE_OFFICER)],
    )  # fmt: skip


def known_to_others_alone(area: Area) -> Steps:
    """Milo Sayer, nine. Housing and school work with him; social care does not, so that only breaking the glass opens it."""
    yield 24
    milo = area.do(
        HOUSING_OFFICER, open_record, given_name="Milo", family_name="Sayer", born_on=area.years_ago(9, 210),
        sex=Sex.MALE, nhs_number=area.nhs_number(),
    )  # fmt: skip
    area.do(HOUSING_OFFICER, record_housing_approach, child=milo, sleeping_at=SettingKind.BED_AND_BREAKFAST)
    area.do(HOUSING_OFFICER, begin_stay, child=milo, kind=SettingKind.BED_AND_BREAKFAST)
    area.do(
        HOUSING_OFFICER, raise_concern, child=milo, kind=ConcernKind.HOMELESSNESS, significant=True,
        note="Three in one room, far from school.",
    )  # fmt: skip
    yield 20
    bring_in_person(area, HOUSING_OFFICER, Who.SCHOOL_LEAD, child=milo)

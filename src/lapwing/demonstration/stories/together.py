"""What several stories have in common: a service asks, and social care takes the work up."""

from __future__ import annotations

from lapwing.conduct.verbs.involvements import begin_involvement, make_lead
from lapwing.conduct.verbs.referrals import acknowledge_referral, decide_referral, refer, tell_referrer
from lapwing.demonstration.area import Area
from lapwing.demonstration.cast import Who
from lapwing.vocabulary.codes import HelpLevel
from lapwing.vocabulary.work_codes import ReferralOutcome, ReferralSource

SOURCES = {
    Who.MIDWIFE: ReferralSource.MIDWIFERY,
    Who.HEALTH_VISITOR: ReferralSource.HEALTH_VISITOR,
    Who.POLICE_OFFICER: ReferralSource.POLICE,
    Who.SCHOOL_LEAD: ReferralSource.EDUCATION,
}


def ask_social_care(area: Area, who: Who, **whose: str) -> str:
    """Somebody refers a child or a pregnancy to children's social care; the referral's key."""
    asked = area.agency(Who.TEAM_MANAGER)
    referral: str = area.do(who, refer, **whose, to_agency=asked, source=SOURCES[who])
    return referral


def take_up(area: Area, referral: str, level: HelpLevel, reasons: str, **whose: str) -> None:
    """The team manager decides on an assessment, and the social worker leads from now on."""
    answer(area, referral, ReferralOutcome.ASSESSMENT, reasons)
    work = area.do(Who.TEAM_MANAGER, begin_involvement, **whose, **_post(area, Who.SOCIAL_WORKER), level=level)
    area.do(Who.TEAM_MANAGER, make_lead, involvement=work)


def answer(area: Area, referral: str, outcome: ReferralOutcome, reasons: str) -> None:
    """The team manager says that a referral has arrived, decides on it, and has the referrer told."""
    area.do(Who.TEAM_MANAGER, acknowledge_referral, referral=referral)
    area.do(Who.TEAM_MANAGER, decide_referral, referral=referral, outcome=outcome, reasons=reasons)
    area.do(Who.TEAM_MANAGER, tell_referrer, referral=referral)


def bring_in_person(area: Area, by: Who, who: Who, **whose: str) -> None:
    """Somebody records that a person at another service works with the child as well."""
    area.do(by, begin_involvement, **whose, **_post(area, who))


def _post(area: Area, who: Who) -> dict[str, str]:
    return {"agency": area.agency(who), "practitioner": area.person(who)}

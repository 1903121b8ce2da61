"""Whose systems hold what: the agencies that could supply a record table which a source lacks."""

from __future__ import annotations

from collections.abc import Mapping

from lapwing.vocabulary.codes import AgencyKind as Of

_SOCIAL_CARE = (Of.CHILDRENS_SOCIAL_CARE,)
_BIRTH = (Of.MIDWIFERY, Of.CHILDRENS_SOCIAL_CARE)
_EARLY_YEARS_HEALTH = (Of.MIDWIFERY, Of.HEALTH_VISITING, Of.GENERAL_PRACTICE, Of.HOSPITAL)
_EVERYBODY = (Of.CHILDRENS_SOCIAL_CARE, Of.EARLY_HELP, Of.HEALTH_VISITING, Of.MIDWIFERY, Of.POLICE, Of.YOUTH_JUSTICE)

HELD_BY: Mapping[str, tuple[Of, ...]] = {
    "agency": _EVERYBODY,
    "practitioner": _EVERYBODY,
    "person": _EVERYBODY,
    "address": _EVERYBODY,
    "other_name": _EVERYBODY,
    "pregnancy": _BIRTH,
    "expected_date": _BIRTH,
    "child": _SOCIAL_CARE,
    "relationship": (Of.CHILDRENS_SOCIAL_CARE, Of.MIDWIFERY, Of.HEALTH_VISITING),
    "involvement": _EVERYBODY,
    "contact": _EVERYBODY,
    "concern": _EVERYBODY,
    "referral": _EVERYBODY,
    "decision": _SOCIAL_CARE,
    "assessment": (Of.CHILDRENS_SOCIAL_CARE, Of.EARLY_HELP),
    "contribution": _SOCIAL_CARE,
    "analysis": (),
    "serious_incident": _SOCIAL_CARE,
    "meeting": _SOCIAL_CARE,
    "attendance": _SOCIAL_CARE,
    "concern_review": (),
    "review_line": (),
    "plan": (Of.CHILDRENS_SOCIAL_CARE, Of.EARLY_HELP, Of.YOUTH_JUSTICE),
    "milestone": (Of.CHILDRENS_SOCIAL_CARE, Of.MIDWIFERY),
    "action": (Of.CHILDRENS_SOCIAL_CARE, Of.EARLY_HELP, Of.YOUTH_JUSTICE),
    "observation": (Of.HEALTH_VISITING, Of.MIDWIFERY, Of.CHILDRENS_SOCIAL_CARE),
    "measurement": _EARLY_YEARS_HEALTH,
    "appointment": _EARLY_YEARS_HEALTH,
    "advice": (Of.MIDWIFERY, Of.HEALTH_VISITING),
    "hand_over": (Of.MIDWIFERY, Of.HEALTH_VISITING, Of.FAMILY_NURSE),
    "missing_episode": (Of.POLICE, Of.CHILDRENS_SOCIAL_CARE),
    "legal_status": _SOCIAL_CARE,
    "accommodation": (Of.CHILDRENS_SOCIAL_CARE, Of.YOUTH_JUSTICE, Of.HOSPITAL, Of.POLICE),
    "rights": (Of.CHILDRENS_SOCIAL_CARE, Of.YOUTH_JUSTICE),
    "housing_approach": (Of.HOUSING,),
    "information_share": _EVERYBODY,
    "disagreement": (),
    "disagreement_stage": (),
    "exception": (),
}
"""By record table, the agencies whose own systems usually hold it; none where no system holds it in rows yet."""

NOWHERE = "No agency's system in rows yet; it has to be recorded for the purpose"


def held_in_words(table: str) -> str:
    """Where rows of a table could come from, in words."""
    agencies = HELD_BY[table]
    if not agencies:
        return NOWHERE
    return ", ".join([agencies[0].label, *(_within(agency) for agency in agencies[1:])])


def _within(agency: Of) -> str:
    """The agency's name inside a sentence."""
    return agency.label if agency is Of.FAMILY_NURSE else agency.label[0].lower() + agency.label[1:]

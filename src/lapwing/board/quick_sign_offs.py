"""Pre-birth assessments that were signed off within minutes of the last word written in them: a prompt to look, no proof."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from lapwing.conduct.findings import settings_now
from lapwing.records.entries import entries
from lapwing.records.models import EARLIER
from lapwing.vocabulary.work_codes import AssessmentKind


def quick_sign_offs(since: date) -> str:
    """How many of those signed off here since a day were signed off so soon, in words; small numbers are not told.

    Only assessments that were written and signed off here count: of others nobody knows when the last word was written.
    """
    minutes = int(settings_now().number("audit.quick_sign_off_minutes"))
    waited = _waited(since)
    quick = sum(one < timedelta(minutes=minutes) for one in waited)
    return f"Signed off within {minutes} minutes of the last word written: {_told(quick, len(waited))}."


def _told(quick: int, of: int) -> str:
    fewest = int(settings_now().number("suppress.below"))
    if of < fewest:
        return "too few to tell"
    if quick == 0:
        return f"none of {of}"
    if quick < fewest:
        return f"fewer than {fewest} of {of}"
    return f"{quick} of {of}" if quick == of or of - quick >= fewest else f"nearly all of {of}"


def _waited(since: date) -> list[timedelta]:
    """How long each waited between its last change, or the last analysis written in it, and its sign-off."""
    signed = entries("assessment").filter(kind=AssessmentKind.PRE_BIRTH, signed_off_on__gte=since)
    model: Any = EARLIER["assessment"]
    before = model._default_manager.filter(assessment_id__in=signed.values("pk"), signed_off_on__isnull=True)
    found: dict[str, tuple[datetime, datetime]] = {}
    for key, stored, replaced in before.order_by("version").values_list("assessment_id", "stored_at", "replaced_at"):
        found[key] = (stored, replaced)
    written = entries("analysis").filter(assessment__in=found).values_list("assessment", "stored_at")
    for key, stored in written:
        last, at = found[key]
        found[key] = (max(last, stored) if stored <= at else last, at)
    return [at - last for last, at in found.values()]

"""Stories of fathers, partners and other adults around a baby: who they are, what is known of them, what they can give."""

from __future__ import annotations

from typing import Any

from families import Story, _recorded, adult, assessed, born, day, expecting

ALL_NEEDS = (
    "alcohol",
    "drugs",
    "parental_mental_health",
    "domestic_abuse",
    "learning_disability",
    "care_experienced_parent",
    "parent_abused_in_childhood",
    "previous_child_removed",
    "offending_by_adult",
    "physical_health",
    "social_isolation",
    "homelessness",
)
SIX = ("basic_care", "ensuring_safety", "emotional_warmth", "stimulation", "guidance_and_boundaries", "stability")

UNBORN = expecting("2026-08-10")
BABY = [*expecting("2025-12-01", known="2025-05-05"), *born("2025-12-01")]
MOTHER = adult("mother", "birth_mother", mentioned="2025-05-05")


def _days(values: dict[str, Any]) -> dict[str, Any]:
    return {name: day(value) if name.endswith("_on") and value else value for name, value in values.items()}


def worked_with(since: str, *, level: str = "pre_birth", twins: bool = False) -> Story:
    """A service works with the family."""
    told = {"level": level, "started_on": day(since)}
    whose = {"pregnancy_id": "pregnancy"} if twins else {"child_id": "baby"}
    return [_recorded("involvement", since, involvement_id="work", **whose, **told)]


def signed_off(on: str, *, began: str = "2026-01-12", kind: str = "child_and_family") -> Story:
    """An assessment of the family, begun and signed off."""
    return assessed(began, signed_off=on, kind=kind)


def known(who: str | None, role: str = "birth_father", *, on: str = "2026-01-12", **values: Any) -> Story:
    """An adult as the record has them: named, cared with, and free to be spoken to, unless said otherwise."""
    told = {
        "person_id": who,
        "role": role,
        "mentioned_on": on,
        "caring_role": True,
        "identity_status": "named_and_verified",
        "identity_status_on": on,
        "contact_safety": "may_contact",
        "role_in_family": "gets up at night",
        **values,
    }
    key = f"{who or 'nobody'}-{role}"
    return [_recorded("relationship", on, relationship_id=key, child_id="baby", **_days(told))]


def nobody_named(status: str, *, on: str = "2026-01-12", **values: Any) -> Story:
    """A father whom the record does not name, and why."""
    return known(None, on=on, identity_status=status, contact_safety=None, caring_role=None, **values)


def away_from(
    who: str, safety: str, *, why: str | None = "as the manager wrote", again: str | None = "2026-06-01"
) -> Story:
    """A father with whom nobody may be in touch: "must_not_contact", or one who knows of nothing."""
    limits = {"contact_safety": safety, "contact_safety_reason": why, "contact_safety_review_on": again}
    return known(who, caring_role=False, **limits)


def withheld(who: str | None = "father", *, by: str | None = "manager", again: str | None = "2026-06-01") -> Story:
    """Who the father is is withheld for safety."""
    return known(
        who,
        identity_status="withheld_for_safety",
        identity_decided_by=by,
        identity_review_on=again,
        contact_safety="must_not_contact",
        caring_role=False,
    )


def considered(
    who: str, on: str, *needs: str, explored: str = "not_found", reason: str | None = None, means: str | None = None
) -> Story:
    """What was found under headings of an adult's own needs; under all of them where none is named."""
    told = {"kind": "own_need", "explored": explored, "not_explored_reason": reason, "conclusion": means}
    told |= {"person_id": who, "written_on": day(on)}
    return [
        _recorded("analysis", on, analysis_id=f"{who}-{need}-{on}", child_id="baby", concern_kind=need, **told)
        for need in needs or ALL_NEEDS
    ]


def all_but(*needs: str) -> tuple[str, ...]:
    """Every heading but these."""
    return tuple(need for need in ALL_NEEDS if need not in needs)


def thought_through(who: str, on: str, *, finding: str | None = "tired, and there every day") -> Story:
    """What is known of an adult means this for the baby."""
    told = {"kind": "meaning_for_baby", "person_id": who, "finding": finding, "written_on": day(on)}
    return [_recorded("analysis", on, analysis_id=f"{who}-meaning-{on}", child_id="baby", **told)]


def spoke(who: str, on: str, *, how: str = "visit") -> Story:
    """A practitioner and the adult were in touch, or one of them tried."""
    told = {"person_id": who, "kind": how, "happened_on": day(on)}
    return [_recorded("contact", on, contact_id=f"{who}-{how}-{on}", child_id="baby", **told)]


def for_themselves(
    on: str, *, who: str | None = None, part: str = "father", direct: bool = True, why_not: str | None = None
) -> Story:
    """What an adult said for the assessment; or why it was not got from them."""
    told = {"contributor": part, "person_id": who, "direct": direct, "not_obtained_reason": why_not}
    came = {"asked_on": day(on), "received_on": None if why_not else day(on)}
    return [_recorded("contribution", on, contribution_id=f"{part}-{who}-{on}", child_id="baby", **told, **came)]


def agency_asked(who: str, on: str, *, agency: str = "police") -> Story:
    """Another agency was asked what it knows of the adult."""
    told = {"contributor": agency, "person_id": who, "asked_on": day(on)}
    return [_recorded("contribution", on, contribution_id=f"{agency}-{who}-{on}", child_id="baby", **told)]


def agency_told(who: str, on: str, *, asked: bool | None = True) -> Story:
    """An agency said what it knows of the adult, asked or unasked."""
    told = {"person_id": who, "decision": "shared", "asked_for": asked, "happened_on": day(on)}
    return [_recorded("information_share", on, information_share_id=f"{who}-{on}", child_id="baby", **told)]


def invited(
    on: str | None,
    *,
    who: str | None = None,
    part: str = "father",
    why_not: str | None = None,
    held: str = "2026-01-19",
) -> Story:
    """An adult's place at a meeting: invited, or why not."""
    told = {"attendee": part, "person_id": who, "absent_reason": why_not, "invited_on": day(on) if on else None}
    key = f"{part}-{who}-{on}"
    return [_recorded("attendance", held, attendance_id=key, child_id="baby", meeting_id="meeting", **told)]


def agreed_with(who: str, on: str) -> Story:
    """An action of the plan that the adult took on."""
    told = {"owned_by_person_id": who, "assigned_on": day(on), "plan_id": "plan", "kind": "direct_work"}
    return [_recorded("action", on, action_id=f"{who}-action", child_id="baby", **told)]


def support_ended(on: str) -> Story:
    """A service for the family came to its end."""
    told = {"kind": "service", "assigned_on": day("2026-01-12"), "completed_on": day(on)}
    return [_recorded("action", on, action_id="support", child_id="baby", **told)]


def conference(on: str) -> Story:
    """The initial conference was held."""
    told = {"kind": "initial_conference", "held_on": day(on)}
    return [_recorded("meeting", on, meeting_id="conference", child_id="baby", **told)]


def dead(who: str, on: str) -> Story:
    """Somebody has died."""
    return [_recorded("person", on, person_id=who, died_on=day(on))]


def lives(who: str, since: str, *, protected: bool | None = False) -> Story:
    """Where an adult has lived since a day."""
    told = {"person_id": who, "kind": "home", "from_on": day(since), "protected": protected}
    return [_recorded("address", since, address_id=f"{who}-{since}", **told)]


def capacity(who: str, on: str, *dimensions: str, **values: Any) -> Story:
    """What was written of an adult's capacity; of all six dimensions where none is named."""
    told = {"finding": "fed and settled the baby", "conclusion": "good enough", "evidence_on": on, **values}
    told |= {"kind": "parenting_capacity", "person_id": who, "written_on": on}
    return [
        _recorded("analysis", on, analysis_id=f"{who}-{one}-{on}", child_id="baby", dimension=one, **_days(told))
        for one in dimensions or SIX
    ]


def not_assessed(who: str, on: str, *, again: str | None, why: str | None = "abroad until the summer") -> Story:
    """It was decided not to assess an adult, with the reason and a day to look at it again."""
    told = {"kind": "parenting_capacity", "explored": "not_explored", "not_explored_reason": why}
    told |= {"person_id": who, "written_on": day(on), "review_on": day(again) if again else None}
    return [_recorded("analysis", on, analysis_id=f"{who}-not-assessed", child_id="baby", **told)]


def fitted_to(who: str, on: str) -> Story:
    """How the assessment was fitted to somebody with a learning disability."""
    told = {"kind": "parenting_capacity", "concern_kind": "learning_disability", "finding": "shown, with an advocate"}
    return [
        _recorded(
            "analysis", on, analysis_id=f"{who}-fitted", child_id="baby", person_id=who, written_on=day(on), **told
        )
    ]


def parents_set_aside(check: str, *, until: str) -> Story:
    """A manager sets a check about the parents aside."""
    told = {"check": f"parents.{check}", "decided_by": "manager", "reason": "safety", "expires_on": day(until)}
    return [_recorded("exception", "2026-02-02", exception_id=check, child_id="baby", **told)]

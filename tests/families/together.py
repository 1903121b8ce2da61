"""Several services around one young person: who works with Kyra, who leads, who is asked, heard and told."""

from __future__ import annotations

from families import Record, Story, _recorded, concern, day

KYRA = "kyra-record"


def service(
    kind: str, since: str, *, named: str | None = "somebody", recorded: str | None = None, **values: object
) -> Story:
    """A service's work with Kyra, and the person there who does it; on record the same day unless said."""
    told = {"child_id": KYRA, "agency_id": kind, "practitioner_id": named and f"{named}-{kind}", **values}
    key = {"involvement_id": f"{kind}-{since}", "level": values.get("level", "not_known")}
    return [
        _recorded("agency", "2020-01-06", agency_id=kind, kind=kind),
        _recorded("involvement", recorded or since, **{**told, **key}, started_on=day(since)),
    ]


def three_services(since: str = "2026-01-05", **values: object) -> Story:
    """Social care that leads, youth justice, and school, which counts because there is a concern."""
    leading = service("childrens_social_care", since, lead=True, **values) + concern("exclusion", since, of=KYRA)
    return leading + service("youth_justice", since, **values) + service("education", since, **values)


def met(on: str, *, kind: str = "child_in_need_review", called_by: str | None = "childrens_social_care") -> Story:
    """A meeting about Kyra, and the service that called it."""
    told = {"kind": kind, "held_on": day(on), "recorded_agency_id": called_by}
    return [_recorded("meeting", on, meeting_id=f"meeting-{on}", child_id=KYRA, **told)]


def took_part(who: str, at: str, *, recorded: str | None = None, by_kind: bool = False, **values: object) -> Story:
    """A service's part in the meeting of a day: as an agency, or only as the kind of service it is."""
    told = {name: day(str(value)) if name.endswith("_on") else value for name, value in values.items()}
    key = {"attendance_id": f"{who}-{at}", "meeting_id": f"meeting-{at}", "child_id": KYRA}
    named = {"attendee": who} if by_kind else {"agency_id": who}
    return [_recorded("attendance", recorded or at, **key, **named, **told)]


def sent_word(who: str, on: str) -> Story:
    """What a service sent in, for whichever meeting or assessment."""
    told = {"contributor": who, "asked_on": day(on), "received_on": day(on)}
    return [_recorded("contribution", on, contribution_id=f"{who}-{on}", child_id=KYRA, **told)]


def joint_plan(kind: str, since: str, *, kept_by: str = "childrens_social_care", **values: object) -> Story:
    """A plan for Kyra and the service that keeps it."""
    told = {name: day(str(value)) if name.endswith("_on") else value for name, value in values.items()}
    key: dict[str, object] = {"plan_id": f"{kind}-plan", "kind": kind, "recorded_agency_id": kept_by}
    return [_recorded("plan", since, child_id=KYRA, started_on=day(since), **key, **told)]


def does_its_part(who: str, on: str, *, plan: str = "child_in_need", owner: str | None = None) -> Story:
    """An action in a plan: given to a service, or to a person who works there."""
    told = {"owned_by": owner} if owner else {"owner_agency_id": who}
    key = {"action_id": f"{who}-{on}", "plan_id": f"{plan}-plan", "assigned_on": day(on)}
    works_there: list[Record] = [_recorded("practitioner", "2020-01-06", practitioner_id=owner, agency_id=who)]
    return [_recorded("action", on, child_id=KYRA, **key, **told), *(works_there if owner else [])]


def told(
    to: str, on: str, *, decision: str = "shared", what: str | None = "what school sees", **values: object
) -> Story:
    """What social care shared with a service, or decided not to."""
    between = {"from_agency_id": "childrens_social_care", "to_agency_id": to, "decision": decision, "what": what}
    key = {"information_share_id": f"{to}-{on}", "child_id": KYRA, "happened_on": day(on)}
    return [_recorded("information_share", on, **key, **between, **values)]

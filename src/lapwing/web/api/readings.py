"""Addresses to read from."""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Query, Router, Schema
from pydantic import AfterValidator, Field, Strict, StringConstraints

from lapwing.conduct import reading
from lapwing.conduct.matching import ToDecide, possible_matches
from lapwing.conduct.may import Scope
from lapwing.conduct.reconciling import Contradiction, open_contradictions
from lapwing.conduct.verb import VERBS
from lapwing.web.api.answers import READING
from lapwing.web.api.bodies import Body, Day, Text, storable
from lapwing.web.api.letting_in import Asked

router = Router(tags=["Reading"])
Key = Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(storable)]
Start = Annotated[int, Query(ge=0, le=10**9, description="How many to leave out, from the beginning.")]
AtMost = Annotated[int, Query(ge=1, le=1000, description="How many to give.")]


class Me(Schema):
    """The account whose token this is, and the verbs that its role may do at all."""

    name: str
    role: str
    agency: str | None
    agency_name: str | None
    team: str
    is_system: bool
    may: list[str]


class Children(Schema):
    """Some of the children within sight, and how many there are in all."""

    count: int
    children: list[reading.ChildListed]


class Worklist(Schema):
    """Some of the lines of the worklist, and how many there are in all."""

    count: int
    lines: list[reading.Line]


class SearchBody(Body):
    """Whom to look for. Names stand in the body, so that no log of addresses has them."""

    needs = {"text": "a name, an NHS number, or a day of birth"}  # noqa: RUF012
    text: Text


class ReadBody(Body):
    """Up to which notice somebody has read what they were told."""

    needs = {"up_to": "the number of a notice"}  # noqa: RUF012
    up_to: Annotated[int, Strict(), Field(ge=0, le=10**12)]


class Marked(Schema):
    """How many notices were marked as read."""

    count: int


@router.get("/me", response={200: Me, 401: READING[401]})
def me(request: Asked) -> dict[str, Any]:
    """Says whose token this is."""
    account = request.auth.account
    agency: Any = account.agency
    return {
        "name": account.name,
        "role": account.role,
        "agency": account.agency_id,
        "agency_name": agency.name if agency else None,
        "team": account.team,
        "is_system": account.is_system,
        "may": [verb.name for verb in VERBS.values() if account.role in verb.may],
    }


@router.get("/children", response={200: Children, **READING})
def children(request: Asked, start: Start = 0, at_most: AtMost = 500) -> dict[str, Any]:
    """Lists the children within sight by key, with who leads and how many findings are open; ended records are left out.

    `count` has those that are left out, too: the last page is the one that reaches it.
    """
    found = reading.some_in_sight(by=request.auth, first=start, at_most=at_most)
    return {"count": found.count, "children": found.children}


@router.post("/search", response={200: Children, **READING})
def search(request: Asked, body: SearchBody) -> dict[str, Any]:
    """Looks for children within sight by name, an expectant mother's name, NHS number, or day of birth or expected birth."""
    found = reading.search(by=request.auth, text=body.text)
    return {"count": len(found), "children": found}


@router.get("/children/{child}", response={200: reading.ChildRecord, **READING})
def child(request: Asked, child: Key) -> reading.ChildRecord:
    """Opens a child's record."""
    return reading.read_child(by=request.auth, child=child)


@router.get("/children/{child}/findings", response={200: list[reading.FindingShown], **READING})
def findings(request: Asked, child: Key) -> list[reading.FindingShown]:
    """Says what the checks find of a child, open findings first."""
    return reading.findings_of(by=request.auth, child=child)


@router.get("/children/{child}/as-known-on/{day}", response={200: reading.KnownOn, **READING})
def known_on(request: Asked, child: Key, day: Day) -> reading.KnownOn:
    """Opens a child's record as it was known at the end of a day."""
    return reading.as_known_on(by=request.auth, child=child, day=day)


@router.get("/children/{child}/readers", response={200: list[reading.Reading], **READING})
def readers(request: Asked, child: Key) -> list[reading.Reading]:
    """Says who has opened a child's record, the latest first."""
    return reading.who_read(by=request.auth, child=child)


@router.get("/children/{child}/family", response={200: list[reading.Named], **READING})
def family(request: Asked, child: Key) -> list[reading.Named]:
    """Lists the other children within sight who share a parent or a household with a child."""
    return reading.family_of(by=request.auth, child=child)


@router.get("/worklist", response={200: Worklist, **READING})
def worklist(
    request: Asked,
    start: Start = 0,
    at_most: AtMost = 500,
    own: Annotated[bool, Query(description="Only of children with whom one works oneself.")] = False,
    practitioner: Annotated[Key | None, Query(description="Only of children with whom they work now.")] = None,
    team: Annotated[Key | None, Query(description="Only of children with whom the team works now.")] = None,
) -> dict[str, Any]:
    """Lists what waits to be done, urgent first; without identities for those who oversee the whole."""
    within = Scope.OWN if own else None
    found = reading.worklist(by=request.auth, within=within, practitioner=practitioner, team=team)
    return {"count": len(found), "lines": found[start : start + at_most]}


@router.get("/waiting", response={200: reading.WhatWaits, **READING})
def waiting(request: Asked) -> reading.WhatWaits:
    """Says what waits for somebody or their agency, and what they wait for, each with its clock."""
    return reading.waiting(by=request.auth)


@router.get("/notices", response={200: list[reading.Notice], **READING})
def notices(request: Asked, at_most: AtMost = 200) -> list[reading.Notice]:
    """Lists what one was told: what was not read first, then what was read of late."""
    return reading.notices(by=request.auth, at_most=at_most)


@router.post("/notices/read", response={200: Marked, **READING})
def read_notices(request: Asked, body: ReadBody) -> dict[str, int]:
    """Marks what one was told as read, up to the notice with that number."""
    return {"count": reading.read_notices(by=request.auth, up_to=body.up_to)}


@router.get("/agencies", response={200: list[reading.AgencyListed], **READING})
def agencies(request: Asked) -> list[reading.AgencyListed]:
    """Lists the agencies on record, by name."""
    return reading.agencies(by=request.auth)


@router.get("/agencies/{agency}/practitioners", response={200: list[reading.PractitionerListed], **READING})
def practitioners(request: Asked, agency: Key) -> list[reading.PractitionerListed]:
    """Lists who works at an agency now, by name."""
    return reading.practitioners_of(by=request.auth, agency=agency)


@router.get("/entries/{table}/{key}/history", response={200: list[reading.VersionShown], **READING})
def history(request: Asked, table: Key, key: Key) -> list[reading.VersionShown]:
    """Gives every version of an entry, with what changed, by whom, when and why."""
    return reading.history(by=request.auth, table=table, key=key)


@router.get("/contradictions", response={200: list[Contradiction], **READING})
def contradictions(request: Asked, start: Start = 0, at_most: AtMost = 50) -> list[Contradiction]:
    """Lists where what stands here and what a feed says, or two records read as one, contradict each other, the oldest first."""
    return open_contradictions(by=request.auth, first=start, at_most=at_most)


@router.get("/possible-matches", response={200: list[ToDecide], **READING})
def matches(request: Asked, start: Start = 0, at_most: AtMost = 50) -> list[ToDecide]:
    """Lists records that may be of one person or one unborn child and wait for somebody to decide, the likeliest first."""
    return possible_matches(by=request.auth, first=start, at_most=at_most)

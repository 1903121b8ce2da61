"""The accounts of the invented partnership: opened by the administrator, for practitioners who have work already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db.models import QuerySet

from lapwing.conduct.setting_up import first_administrator
from lapwing.conduct.verbs.accounts import open_account
from lapwing.demonstration.area import Area
from lapwing.demonstration.cast import CAST, PASSWORD, Part, Who
from lapwing.records.entries import entries
from lapwing.records.models import Account
from lapwing.simulate.workforce import POSTS, SYSTEM, Duty

TEAM = 5
"""How many social workers make a team that is whole."""


@dataclass(frozen=True)
class SignIn:
    """Somebody to sign in as."""

    name: str
    post: str
    email: str
    look_first: str


def sign_ins() -> list[SignIn]:
    """Everybody of the cast who can sign in here, in its order."""
    names = dict(Account.objects.filter(email__in=[who.email for who in Who]).values_list("email", "name"))
    there = [(who.email, part) for who, part in CAST.items() if who.email in names]
    return [SignIn(names[email], part.post, email, part.look_first) for email, part in there]


def let_in_the_administrator(area: Area) -> None:
    """Opens the first account, which opens all others."""
    first_administrator(email=Who.ADMINISTRATOR.email, name=CAST[Who.ADMINISTRATOR].name, at=area.moment())
    area.accounts[Who.ADMINISTRATOR] = Account.objects.get(email=Who.ADMINISTRATOR.email)


def open_accounts(area: Area) -> None:
    """Opens everybody else's account, and gives all of them the one password of a demonstration."""
    for who, part in CAST.items():
        if who is not Who.ADMINISTRATOR:
            post = _added(part) if part.duty is None else _simulated(area, who, part.duty, part.children)
            key = area.do(Who.ADMINISTRATOR, open_account, email=who.email, role=part.role, **post)
            area.accounts[who] = Account.objects.get(pk=key)
    Account.objects.filter(email__in=[who.email for who in Who]).update(password=make_password(PASSWORD))


def _added(part: Part) -> dict[str, Any]:
    agency = f"{SYSTEM}:{part.agency}" if part.agency else None
    return {"name": part.name, "agency": agency, "post": part.works_as, "team": part.team}


def _simulated(area: Area, who: Who, duty: Duty, children: int) -> dict[str, Any]:
    """The post of whoever is there for a duty and works with most nearly so many children."""
    there = _there(duty)
    if who is Who.SOCIAL_WORKER:
        there = there.filter(team__in=_whole_teams())
    if who is Who.TEAM_MANAGER:
        there = there.filter(team=area.accounts[Who.SOCIAL_WORKER].team)
    one = min(there, key=lambda one: (abs(_open_work(one.pk) - children), one.pk))
    return {"name": one.name, "agency": one.agency_id, "practitioner": one.pk, "team": one.team}


def _there(duty: Duty) -> QuerySet[Any]:
    post = next(post for post in POSTS if post.duty is duty)
    return entries("practitioner").filter(
        agency=f"{SYSTEM}:{post.agency_id}", role=str(post.role), left_on__isnull=True
    )


def _whole_teams() -> list[str]:
    """The teams of social workers that have a manager, and from which nobody has left."""
    managed = set(_there(Duty.MANAGER).values_list("team", flat=True))
    teams = list(_there(Duty.SOCIAL_WORKER).values_list("team", flat=True))
    return [team for team in managed if teams.count(team) == TEAM]


def _open_work(practitioner: str) -> int:
    return entries("involvement").filter(practitioner=practitioner, ended_on__isnull=True).count()


def colleague_of(who: Account) -> str:
    """Another practitioner of somebody's team, who has no account here."""
    others = entries("practitioner").filter(agency=who.agency_id, team=who.team, left_on__isnull=True)
    key: str = (
        others.exclude(pk=who.practitioner_id)
        .filter(role="social_worker")
        .order_by("pk")
        .values_list("pk", flat=True)[0]
    )
    return key

"""Seven people of one agency, one of each role, and a child for each way in which a record is near to them or far."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from cast import MONDAY, Partnership, morning, partnership
from django.db import transaction
from pytest_django import DjangoDbBlocker

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import Scope
from lapwing.records.models import Account, Role
from lapwing.records.store import Stamp, add

WITHOUT_IDENTITIES = (Role.PARTNERSHIP_OFFICER, Role.AUDITOR, Role.SCRUTINEER)
NEAR = (Scope.AGENCY, Scope.TEAM, Scope.OWN)
STAMP = Stamp(morning(MONDAY), None)


@dataclass
class Nearness:
    """Somebody of each role; a child who is so near to all of them; and a far one, whom only another agency knows."""

    area: Partnership
    accounts: dict[Role, Account] = field(default_factory=dict)
    near: dict[Scope, str] = field(default_factory=dict)
    far: str = ""

    def acting(self, role: Role) -> Acting:
        """Somebody of that role, on the Monday."""
        return Acting(self.accounts[role], morning(MONDAY))

    def children(self, role: Role) -> dict[Scope, str]:
        """A child for each nearness that there is for a role; of the far one it knows nothing, or no name."""
        farthest = Scope.PARTNERSHIP if role in WITHOUT_IDENTITIES else Scope.NONE
        return {farthest: self.far, **self.near}


@contextmanager
def nearness(blocker: DjangoDbBlocker) -> Iterator[Nearness]:
    """The world in a database, set up once; nothing of it stays."""
    with blocker.unblock(), transaction.atomic():
        yield _nearness()
        transaction.set_rollback(True)


def _nearness() -> Nearness:
    world = Nearness(partnership())
    for role in Role:
        world.accounts[role] = world.area.account(f"Ray {role.label}", role, "Maternity", team="Community")
    world.far = _child(world.area, "Hazel Ford")
    world.near = {
        Scope.AGENCY: _child(world.area, "Moss Adair"),
        Scope.TEAM: _child(world.area, "Mira Wells"),
        Scope.OWN: _child(world.area, *(one.name for one in world.accounts.values())),
    }
    return world


def _child(area: Partnership, *who: str) -> str:
    """A child with whom these people work."""
    person = add("person", {"given_name": "Otto", "born_on": date(2026, 1, 5), "address_protected": True}, STAMP)
    child = add("child", {"person_id": person}, STAMP)
    add("concern", {"child_id": child, "kind": "domestic_abuse", "significant": True}, STAMP)
    for name in who:
        one = area.accounts[name]
        values = {"agency_id": one.agency_id, "practitioner_id": one.practitioner_id, "team": one.team or None}
        add("involvement", {**values, "child_id": child, "started_on": MONDAY}, STAMP)
    return child

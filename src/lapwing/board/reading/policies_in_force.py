"""The policies, standards, templates and protocols of the partnership: which are in force, and what is due with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from lapwing.board.owning import agencies_by_key, may_keep, people_by_account
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import BOARD
from lapwing.conduct.permissions import check_user_can
from lapwing.conduct.reading.record import note_reading
from lapwing.records.entries import entries
from lapwing.vocabulary.board.lists import code_of
from lapwing.vocabulary.board.register_codes import PolicyKind


class PolicyStands(StrEnum):
    """Where a version of a policy stands on a day."""

    IN_FORCE = "In force"
    REVIEW_OVERDUE = "In force, review overdue"
    NOT_SIGNED_OFF = "Not signed off"
    NOT_YET = "Not yet in force"
    REPLACED = "Replaced"
    WITHDRAWN = "Withdrawn"

    @property
    def holds(self) -> bool:
        """Whether people work by it."""
        return self in (PolicyStands.IN_FORCE, PolicyStands.REVIEW_OVERDUE)


@dataclass(frozen=True)
class Policy:
    """A version of a policy, with its people and agencies in words, and where it stands today."""

    policy: str
    kind: PolicyKind
    name: str
    edition: str
    parties: str
    keeper: str
    agency: str
    in_force_on: date | None
    review_on: date | None
    published: str
    signed_off_by: str
    signed_off_on: date | None
    replaced_by: str | None
    stands: PolicyStands
    may_change: bool

    @property
    def called(self) -> str:
        """Its name with its version."""
        return ", edition ".join(part for part in (self.name, self.edition) if part)


def policies(*, by: Acting, kind: PolicyKind | None = None) -> list[Policy]:
    """Every version of every policy, or of those of one kind: by kind and name, the newest first."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "policies", kind=kind)
    return [one for one in policies_as_they_stand(by) if kind is None or one.kind is kind]


def policies_as_they_stand(by: Acting) -> list[Policy]:
    """The same for readings that have been asked for already."""
    rows = list(entries("policy").values())
    agencies = agencies_by_key(row["owner_agency_id"] for row in rows)
    people = people_by_account(row["keeper_account_id"] for row in rows)
    coming = {row["policy_id"]: row["in_force_on"] for row in rows}
    found = [
        Policy(
            policy=row["policy_id"],
            kind=code_of(row["kind"], PolicyKind),
            name=row["name"] or "",
            edition=row["edition"] or "",
            parties=row["parties"] or "",
            keeper=people.get(row["keeper_account_id"], ""),
            agency=agencies.get(row["owner_agency_id"], ""),
            in_force_on=row["in_force_on"],
            review_on=row["review_on"],
            published=row["published"] or "",
            signed_off_by=row["signed_off_by"] or "",
            signed_off_on=row["signed_off_on"],
            replaced_by=row["replaced_by_id"],
            stands=_stands(row, coming.get(row["replaced_by_id"]), by.today),
            may_change=may_keep(by, row["owner_agency_id"]),
        )
        for row in rows
    ]
    order = list(PolicyKind)
    newest = sorted(found, key=lambda one: (one.in_force_on or date.max, one.policy), reverse=True)
    return sorted(newest, key=lambda one: (order.index(one.kind), one.name.casefold()))


def in_force(every: Iterable[Policy], kind: PolicyKind) -> Sequence[Policy]:
    """Those of a kind by which people work today."""
    return [one for one in every if one.kind is kind and one.stands.holds]


def _stands(row: dict[str, Any], replaced_on: date | None, today: date) -> PolicyStands:
    """A version stays in force until the one that comes in its place is."""
    if row["withdrawn_on"] is not None:
        return PolicyStands.WITHDRAWN
    if row["replaced_by_id"] is not None and (replaced_on is None or replaced_on <= today):
        return PolicyStands.REPLACED
    if row["signed_off_on"] is None:
        return PolicyStands.NOT_SIGNED_OFF
    if row["in_force_on"] is None or row["in_force_on"] > today:
        return PolicyStands.NOT_YET
    if row["review_on"] is not None and row["review_on"] < today:
        return PolicyStands.REVIEW_OVERDUE
    return PolicyStands.IN_FORCE


READ_HERE = {policies: BOARD}

"""Somebody doing something: who, when, and what a verb changes in their name."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from lapwing.records import store
from lapwing.records.models import Account
from lapwing.records.store import Stamp


@dataclass(frozen=True)
class Entered:
    """One entry that a verb made or changed: `changed` names its columns, never what is in them."""

    table: str
    key: str
    changed: tuple[str, ...]
    is_new: bool


@dataclass(frozen=True)
class Told:
    """Something that an account will be told once all is stored."""

    account: int
    what: str
    child: str | None
    table: str | None
    key: str | None


@dataclass
class Change:
    """What one verb does, all of it or nothing."""

    entered: list[Entered] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    notes: dict[str, Any] = field(default_factory=dict)
    concerns: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Acting:
    """An account at a moment (with its zone). Only a verb has a `change`, in which it enters, amends and tells."""

    account: Account
    at: datetime
    change: Change | None = None

    @property
    def today(self) -> date:
        """The day, here."""
        return timezone.localdate(self.at)

    @property
    def agency(self) -> str | None:
        """The agency that the account acts for."""
        return self.account.agency_id

    @property
    def practitioner(self) -> str | None:
        """The practitioner whose account it is; nobody for a system."""
        return self.account.practitioner_id

    def stamp(self, why: str = "") -> Stamp:
        """What is kept beside an entry of who made it."""
        return Stamp(self.at, self.account.pk, self.practitioner, self.agency, why)

    @property
    def _changing(self) -> Change:
        if self.change is None:
            raise RuntimeError("Entries are made by verbs only.")
        return self.change

    def enter(self, table: str, /, **values: Any) -> str:
        """Makes a new entry; its key."""
        key = store.add(table, values, self.stamp())
        self._changing.entered.append(Entered(table, key, tuple(sorted(values)), is_new=True))
        return key

    def amend(self, table: str, key: str, /, *, seen: int | None = None, why: str = "", **values: Any) -> None:
        """Changes an entry, and keeps it as it was."""
        changes = store.amend(table, key, values, self.stamp(why), seen=seen)
        if changes:
            self._changing.entered.append(Entered(table, key, tuple(sorted(changes)), is_new=False))

    def void(self, table: str, key: str, /, *, why: str) -> None:
        """Takes an entry made in error out of what is known."""
        store.void(table, key, self.stamp(why))
        self._changing.entered.append(Entered(table, key, ("voided_at",), is_new=False))

    def tell(
        self,
        account: int | None,
        what: str,
        *,
        child: str | None = None,
        table: str | None = None,
        key: str | None = None,
    ) -> None:
        """Tells an account something once all is stored; never oneself. The sentence names nobody of the family.

        What is told of a child, or of an entry, is told only while the record goes on; without either it is about those
        who work here.
        """
        if account is not None and account != self.account.pk:
            self._changing.told.append(Told(account, what, child, table, key))

    def note(self, **details: Any) -> None:
        """Adds to what the event keeps: keys, codes and reasons, no particulars of a person."""
        self._changing.notes.update(details)

    def concerns(self, *children: str) -> None:
        """Says that findings of these children may change, where the entries alone do not show it."""
        self._changing.concerns.update(children)

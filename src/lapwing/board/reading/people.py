"""Who works in the partnership and can be asked to do something for the Board."""

from __future__ import annotations

from dataclasses import dataclass

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import AUDITORS, BOARD
from lapwing.conduct.permissions import check_user_can
from lapwing.conduct.reading.record import note_reading
from lapwing.records.models import Account


@dataclass(frozen=True)
class Colleague:
    """Somebody who can sign in: their account, name, role in words and agency.

    `may_mark` where cases can be given to them to mark or trace; that hangs on their role alone, and on no case.
    """

    account: int
    name: str
    role: str
    agency: str | None
    agency_name: str
    may_mark: bool


def people_here(*, by: Acting) -> list[Colleague]:
    """Everybody in the partnership who can sign in, by agency and name; no systems."""
    check_user_can("see_board", BOARD, by=by, child=None)
    accounts = Account.objects.filter(is_active=True, is_system=False, ended_at__isnull=True).select_related("agency")
    note_reading(by, "people_here")
    found = [
        Colleague(
            account=one.pk,
            name=one.name,
            role=one.get_role_display(),
            agency=one.agency_id,
            agency_name=getattr(one.agency, "name", None) or "",
            may_mark=one.role in AUDITORS,
        )
        for one in accounts
    ]
    return sorted(found, key=lambda one: (one.agency_name.casefold(), one.name.casefold()))


READ_HERE = {people_here: BOARD}

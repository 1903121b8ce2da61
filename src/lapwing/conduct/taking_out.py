"""Records taken out of the database for somebody: what may leave, and that it left."""

from __future__ import annotations

from datetime import date, datetime

from lapwing.conduct.events import record_event
from lapwing.exchange.screening import Screened, screened
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.models import Restriction
from lapwing.records.stored import stored_records


class NoSuchAgency(LookupError):
    """There is no such agency, or more than one; the text lists those that there are."""


def take_out(agency: str | None, *, day: date, at: datetime, to: str) -> Screened:
    """What may go on a day to an agency, given by its key or name, or to the area itself; the log keeps that it went."""
    recipient = _agency(agency) if agency is not None else None
    fit = screened(stored_records(), recipient, day=day, restricted=restricted_now())
    details = {"for": recipient, "to": to, "withheld": fit.withheld.height, "day": day}
    record_event("export", by=None, at=at, details=details)
    return fit


def restricted_now() -> frozenset[str]:
    """The children whose records are restricted: they leave with nothing."""
    kept_back = Restriction.objects.filter(lifted_at__isnull=True).values_list("child", flat=True)
    return frozenset(links.one_with("child", kept_back))


def _agency(named: str) -> str:
    agencies = list(entries("agency").values_list("pk", "name"))
    found = [key for key, name in agencies if named in (key, name)]
    if len(found) != 1:
        names = sorted({name for _, name in agencies if name})
        listed = ", ".join(names) or "none yet"
        raise NoSuchAgency(f"has “{named}”; needs the key or the name of one agency. There are: {listed}.")
    return str(found[0])

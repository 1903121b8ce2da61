"""An invented partnership for the tests of conduct: four agencies, with people of every role."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from lapwing.conduct.acting import Acting
from lapwing.records.models import HERE, Account, Carries, Feed, Role
from lapwing.records.store import Stamp, add
from lapwing.vocabulary.records import TABLES

LONDON = ZoneInfo("Europe/London")
MONDAY = date(2026, 6, 1)


def morning(day: date) -> datetime:
    """Nine o'clock on a day."""
    return datetime(day.year, day.month, day.day, 9, tzinfo=LONDON)


@dataclass
class Partnership:
    """Agencies and accounts by name; `as_(name)` acts as one of them on a day."""

    accounts: dict[str, Account] = field(default_factory=dict)
    agencies: dict[str, str] = field(default_factory=dict)
    day: date = MONDAY
    minutes: int = 0

    def agency(self, name: str, kind: str) -> str:
        self.agencies[name] = add("agency", {"name": name, "kind": kind}, Stamp(morning(self.day), None))
        return self.agencies[name]

    def account(
        self, name: str, role: Role, agency: str | None = None, *, post: str = "other", team: str = ""
    ) -> Account:
        ours = self.agencies.get(agency or "")
        practitioner = None
        if ours is not None:
            values = {"agency_id": ours, "name": name, "role": post, "team": team or None}
            practitioner = add("practitioner", values, Stamp(morning(self.day), None))
        account = Account.objects.create(
            email=f"{name.lower().replace(' ', '.')}@example.org", name=name, role=role, agency_id=ours, team=team,
            practitioner_id=practitioner, made_at=morning(self.day),
        )  # fmt: skip
        self.accounts[name] = account
        return account

    def as_(self, name: str, day: date | None = None) -> Acting:
        """Somebody acting on a day; each time a minute later than before, as people do."""
        self.day = max(day or self.day, self.day)
        self.minutes += 1
        return Acting(self.accounts[name], morning(self.day) + timedelta(minutes=self.minutes % 480))


def carry_all() -> None:
    """Everything is recorded here."""
    feed, _ = Feed.objects.get_or_create(name=HERE, format="Lapwing")
    Carries.objects.bulk_create(
        Carries(feed=feed, table=table.name, columns=list(table.names)) for table in TABLES.values()
    )


def partnership() -> Partnership:
    """Midwifery, health visiting, social care and the police of an invented area."""
    ours = Partnership()
    ours.agency("Maternity", "midwifery")
    ours.agency("Health visiting", "health_visiting")
    ours.agency("Social care", "childrens_social_care")
    ours.agency("Police", "police")
    ours.account("Mira Wells", Role.PRACTITIONER, "Maternity", post="midwife", team="Community")
    ours.account("Moss Adair", Role.PRACTITIONER, "Maternity", post="midwife", team="Ward")
    ours.account("Mona Reed", Role.MANAGER, "Maternity", post="team_manager")
    ours.account("Nell Frost", Role.NAMED_PROFESSIONAL, "Maternity", post="midwife")
    ours.account("Hazel Ford", Role.PRACTITIONER, "Health visiting", post="health_visitor", team="East")
    ours.account("Heath Lane", Role.MANAGER, "Health visiting", post="team_manager")
    ours.account("Sam Birch", Role.PRACTITIONER, "Social care", post="social_worker", team="First response")
    ours.account("Sela Marsh", Role.MANAGER, "Social care", post="team_manager", team="First response")
    ours.account("Perry Stone", Role.PRACTITIONER, "Police", post="police_officer")
    ours.account("Bea Board", Role.PARTNERSHIP_OFFICER)
    ours.account("Audra Page", Role.AUDITOR)
    ours.account("Sol Quill", Role.SCRUTINEER)
    ours.account("Ada Keys", Role.ADMINISTRATOR)
    carry_all()
    return ours

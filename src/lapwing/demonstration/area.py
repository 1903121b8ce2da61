"""The invented area while it is being told: who acts, and on which day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings

from lapwing.conduct.acting import Acting
from lapwing.conduct.findings import findings_wait
from lapwing.demonstration.cast import Who
from lapwing.records.models import Account
from lapwing.simulate.people import number_for

NINE, WORKING_MINUTES = time(9), 8 * 60
LAST_NUMBER = 999_999
"""Stories take their NHS numbers from the end of the synthetic range, the simulation from its beginning."""


class Area:
    """Accounts by who they are; `do` has somebody do something on the day to which the telling has come."""

    def __init__(self, today: date) -> None:
        self.today = self.day = today
        self.accounts: dict[Who, Account] = {}
        self._minutes = 0
        self._numbers = LAST_NUMBER

    def turn_to(self, day: date) -> None:
        """Goes on to a day."""
        if day != self.day:
            self.day, self._minutes = day, 0

    def moment(self) -> datetime:
        """The next minute of the working day."""
        self._minutes += 1
        nine = datetime.combine(self.day, NINE, ZoneInfo(settings.TIME_ZONE))
        return nine + timedelta(minutes=self._minutes % WORKING_MINUTES)

    def do(self, who: Who, verb: Callable[..., Any], **given: Any) -> Any:
        """Somebody does something on this day; what the verb returns. Findings are worked out later."""
        return self.keep(who, verb, on=self.day, **given)

    def keep(self, who: Who, verb: Callable[..., Any], **given: Any) -> Any:
        """The same of a verb that asks for no day, as those of registers do."""
        with findings_wait():
            return verb(by=Acting(self.accounts[who], self.moment()), **given)

    def person(self, who: Who) -> str:
        """The practitioner whom somebody is."""
        return str(self.accounts[who].practitioner_id)

    def agency(self, who: Who) -> str:
        """The agency for which somebody works."""
        return str(self.accounts[who].agency_id)

    def account(self, who: Who) -> int:
        """The number of somebody's account."""
        return self.accounts[who].pk

    def ago(self, days: int) -> date:
        """So many days before today."""
        return self.today - timedelta(days)

    def ahead(self, days: int) -> date:
        """So many days after today."""
        return self.today + timedelta(days)

    def years_ago(self, years: int, days: int = 0) -> date:
        """A birthday that makes somebody so many years and days old today."""
        return self.today - timedelta(int(years * 365.25) + 1 + days)

    def nhs_number(self) -> str:
        """A synthetic NHS number that nobody else here has."""
        while True:
            number = number_for(self._numbers)
            self._numbers -= 1
            if number is not None:
                return number

"""A shared record for a story: a database of its own, an area's people, and what is told as the days go by.

Importing it makes an empty database in a folder that goes away with the process, so it is imported before any verb.
"""

import os
import textwrap
from collections import Counter
from datetime import datetime, time, timedelta
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import django

FOLDER = TemporaryDirectory(prefix="lapwing-")
os.environ["DATABASE_URL"] = f"sqlite:///{FOLDER.name}/lapwing.sqlite3"
os.environ["DJANGO_SETTINGS_MODULE"] = "lapwing.settings"
os.environ.pop("LAPWING_SETTINGS", None)  # the numbers as shipped
django.setup()

from django.conf import settings
from django.core.management import call_command

from lapwing.conduct.acting import Acting
from lapwing.conduct.daily import recompute_all
from lapwing.conduct.findings import OPEN_OUTCOMES, recompute
from lapwing.conduct.reading.record import check_called
from lapwing.conduct.setting_up import first_administrator
from lapwing.conduct.verbs.accounts import enter_agency, open_account
from lapwing.conduct.verbs.feeds import keep_here
from lapwing.records.entries import entries
from lapwing.records.models import Account, Finding, FindingChange
from lapwing.vocabulary.records import TABLES

LONDON = ZoneInfo("Europe/London")


class SharedRecord:
    """The record of an area on a day: somebody acts, days pass, and what that does to the findings is told."""

    def __init__(self, day):
        self.day, self.minutes, self.told = day, 0, 0
        self.agencies, self.accounts = {}, {}
        settings.MIGRATION_MODULES = dict.fromkeys(("auth", "contenttypes", "records"))
        call_command("migrate", run_syncdb=True, verbosity=0)  # the tables as they are now, without their history
        first_administrator(email="ida.quill@example.org", name="Ida Quill", at=self.moment())
        self.accounts["Ida Quill"] = Account.objects.get()
        self.do("Ida Quill", keep_here, tables=list(TABLES))

    def agency(self, name, kind):
        """Enters an agency."""
        self.agencies[name] = self.do("Ida Quill", enter_agency, name=name, kind=kind)

    def account(self, name, agency, role, post):
        """Opens an account for somebody at an agency."""
        email = f"{name.lower().replace(' ', '.')}@example.org"
        given = {"email": email, "name": name, "role": role, "agency": self.agencies[agency], "post": post}
        self.accounts[name] = Account.objects.get(pk=self.do("Ida Quill", open_account, **given))

    def person(self, name):
        """The practitioner whom somebody is."""
        return self.accounts[name].practitioner_id

    def moment(self):
        """The next minute of the day, from nine o'clock."""
        self.minutes += 1
        return datetime.combine(self.day, time(9), LONDON) + timedelta(minutes=self.minutes)

    def acting(self, who):
        """Somebody, now."""
        return Acting(self.accounts[who], self.moment())

    def do(self, who, verb, **given):
        """Somebody does something today."""
        return verb(by=self.acting(who), on=self.day, **given)

    def on(self, day, what):
        """Something happens on a day; what was due meanwhile is told first."""
        self._turn_to(day)
        recompute(self._children(), day=day, at=datetime.combine(day, time(6), LONDON))
        print(f"\n{day:%A %-d %B %Y}. {what}")
        self.news()

    def night(self, day):
        """A night passes in which nobody does anything: every finding is worked out anew, as by `lapwing recompute`."""
        self._turn_to(day)
        recompute_all(day=day, at=datetime.combine(day, time(2), LONDON))
        print(f"\n{day:%A %-d %B %Y}. Time has passed.")
        self.news()

    def _turn_to(self, day):
        self.news()
        self.day, self.minutes = day, 0

    def _children(self):
        return entries("child").values_list("pk", flat=True)

    def tell(self, words):
        """Says what somebody does, and why."""
        print(textwrap.fill(" ".join(words.split()), 100, initial_indent="  ", subsequent_indent="  "))

    def news(self):
        """Tells which findings opened and closed since the last time; what was asked and answered in one day is no news."""
        first, last = {}, {}
        for change in FindingChange.objects.filter(pk__gt=self.told).order_by("pk"):
            which = (change.child_id, change.check_code, change.subject)
            first.setdefault(which, change.was)
            last[which] = change
            self.told = change.pk
        lines = Counter(_line(change) for which, change in last.items() if _is_news(first[which], change.became))
        for (_, said), count in sorted(lines.items()):
            print(textwrap.fill(f"{said}{f' ({count} times)' if count > 1 else ''}", 110, **HANGING))

    def open_findings(self):
        """Lists what stands open."""
        self.news()
        stand = Finding.objects.filter(outcome__in=OPEN_OUTCOMES).order_by("due_on")
        self.tell(f"Open on this day: {'; '.join(one.reason for one in stand) or 'nothing'}.")


HANGING = {"initial_indent": "    ", "subsequent_indent": " " * 34}
WAITS = ("not_yet_due", "due_soon")
SAID = {
    "not_met": "LATE", "cannot_tell": "CANNOT TELL", "due_soon": "asked", "not_yet_due": "asked", "excepted": "set aside",
    "met_late": "met, late", "met": "met", None: "not asked now",
}  # fmt: skip
"""What a finding became, as it is told, in this order."""


def _is_news(was, became):
    """Whether it was not so before: a date that came nearer is none, nor what was never open."""
    was_open, is_open = was in OPEN_OUTCOMES, became in OPEN_OUTCOMES
    return (was_open or is_open) and was != became and not (was in WAITS and became in WAITS)


def _line(change):
    """One line for a change, with its place among the others."""
    due = f"by {change.due_on:%-d %b %Y}" if change.due_on else ""
    place = list(SAID).index(change.became)
    return place, f"{SAID[change.became]:14}{due:16}{check_called(change.check_code).asks}"

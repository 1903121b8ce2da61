"""What the tests of sudden ends run in a process of its own, over a database in a file: `python in_process.py WHAT FILE`.

Each says a line when it stands where it is to be killed, and then waits.
"""

from __future__ import annotations

import os
import sys
import time
from typing import Any


def connect(file: str) -> None:
    os.environ["DATABASE_URL"] = file if "://" in file else f"sqlite:///{file}"
    os.environ["DJANGO_SETTINGS_MODULE"] = "lapwing.settings"
    import django

    django.setup()


def make() -> None:
    """The tables, as tests make them, and a partnership."""
    from django.conf import settings
    from django.core.management import call_command

    settings.MIGRATION_MODULES = dict.fromkeys(("auth", "contenttypes", "records"))
    call_command("migrate", run_syncdb=True, verbosity=0)
    from cast import partnership

    partnership()


def wait_to_be_killed() -> None:
    print("here", flush=True)
    time.sleep(60)


def bring_in_and_stop() -> None:
    """Stops in the middle of the seventh batch, some rows of which are in the database but not for good."""
    from brought_in import brought_in, invented

    from lapwing.conduct import bringing_in

    bringing_in.BATCH = 50
    whole, taken = bringing_in.Feeding.take, []

    def take(self: Any, rows: Any) -> Any:
        counts = whole(self, rows)
        taken.append(1)
        if len(taken) == 7:
            wait_to_be_killed()
        return counts

    bringing_in.Feeding.take = take  # type: ignore[method-assign]
    brought_in(invented())


def bring_in() -> None:
    from brought_in import brought_in, invented

    came = brought_in(invented(), days=1)
    print("resumed" if came.resumed else "from the start", came.total("same"))


def refer_and_stop() -> None:
    """Stops inside a verb: the referral and the event are written, the findings not yet."""
    from lapwing.conduct import verb

    verb.recompute = lambda *given, **named: wait_to_be_killed()  # type: ignore[assignment]
    refer()


def refer() -> None:
    from cast import MONDAY, Partnership

    from lapwing.conduct.verbs.children import open_record
    from lapwing.records.models import MODELS, Account

    agencies = {one.name: one.pk for one in MODELS["agency"]._default_manager.all()}  # type: ignore[attr-defined]
    accounts = {one.name: one for one in Account.objects.all()}
    area = Partnership(accounts, agencies)
    open_record(by=area.as_("Mira Wells"), on=MONDAY, family_name="Vale")


def amend(value: str) -> None:
    """Changes a person whom both processes have before them as the first version, at the same moment."""
    from datetime import UTC, datetime

    from django.db import transaction

    from lapwing.records.models import MODELS
    from lapwing.records.store import ChangedMeanwhile, Stamp, amend

    key = MODELS["person"]._default_manager.values_list("pk", flat=True).get()
    print("here", flush=True)
    sys.stdin.readline()
    try:
        with transaction.atomic():
            amend("person", key, {"given_name": value}, Stamp(datetime.now(UTC), None), seen=1)
            time.sleep(0.2)
        print("saved", value)
    except ChangedMeanwhile as told:
        print("told", told.changes["given_name"])


def recompute() -> None:
    """Works out all findings; stands still once, when all is read and nothing is written yet."""
    from brought_in import NOON, TODAY

    from lapwing.conduct import daily

    whole, stood = daily._stored, []

    def read() -> Any:
        standing = whole()
        if not stood:
            stood.append(1)
            print("here", flush=True)
            sys.stdin.readline()
        return standing

    daily._stored = read
    done = daily.recompute_all(day=TODAY, at=NOON)
    print(done.opened, done.changed + done.closed, done.standing)


def hand_over() -> None:
    """A partnership with a hand-over to health visiting, where two people could accept it."""
    make()
    from cast import MONDAY, Partnership

    from lapwing.conduct.verbs.children import open_record
    from lapwing.conduct.verbs.hand_overs import hand_over
    from lapwing.records.models import MODELS, Account, Role

    agencies = {one.name: one.pk for one in MODELS["agency"]._default_manager.all()}  # type: ignore[attr-defined]
    area = Partnership({one.name: one for one in Account.objects.all()}, agencies)
    area.account("Hope Brook", Role.PRACTITIONER, "Health visiting", post="health_visitor")
    child = open_record(by=area.as_("Mira Wells"), on=MONDAY, family_name="Vale")
    to = {"child": child, "to_agency": agencies["Health visiting"]}
    hand_over(by=area.as_("Mira Wells"), on=MONDAY, kind="postnatal_transfer", **to)


def accept(name: str) -> None:
    """Accepts the hand-over, slowly: between looking whether it waits and accepting it, somebody else may come."""
    from cast import MONDAY, morning

    from lapwing.conduct.acting import Acting
    from lapwing.conduct.policies import NotPossible
    from lapwing.conduct.verbs import hand_overs
    from lapwing.records.models import MODELS, Account

    looked = hand_overs._waiting

    def waiting(hand_over: str) -> dict[str, Any]:
        was = looked(hand_over)
        time.sleep(0.5)
        return was

    hand_overs._waiting = waiting
    key = MODELS["hand_over"]._default_manager.values_list("pk", flat=True).get()
    by = Acting(Account.objects.get(name=name), morning(MONDAY))
    print("here", flush=True)
    sys.stdin.readline()
    try:
        hand_overs.accept_hand_over(by=by, on=MONDAY, hand_over=key)
        print("accepted")
    except NotPossible as refusal:
        print("told", refusal)


if __name__ == "__main__":
    what, file, *more = sys.argv[1:]
    connect(file)
    globals()[what](*more)

"""The shared record on SQLite, in a process of its own: an import, a day passing, and verbs, each with its findings.

`python bench/stored.py FOLDER DATABASE [import]`: with `import` it only brings the folder in. It prints JSON.
"""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from material import DAY, PLACE

VERBS = 200
"""So many times a verb is timed."""


def timed_record(folder: Path, *more: str) -> dict[str, Any]:
    """What a new database over a folder of record tables takes; times in seconds, memory in mebibytes."""
    database = PLACE / f"{folder.name}.sqlite3"
    for file in PLACE.glob(f"{database.name}*"):
        file.unlink()
    words = [sys.executable, __file__, str(folder), str(database), *more]
    ran = subprocess.run(words, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    told: dict[str, Any] = json.loads(ran.stdout)
    return told


def connect(database: str) -> None:
    os.environ["DATABASE_URL"] = f"sqlite:///{Path(database).absolute()}"
    os.environ["DJANGO_SETTINGS_MODULE"] = "lapwing.settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def bring(folder: Path) -> dict[str, Any]:
    from lapwing.conduct.bringing_in import bring_in, fingerprint
    from lapwing.exchange.recognise import read_source

    started = time.perf_counter()
    read = read_source(folder)
    at = datetime(DAY.year, DAY.month, DAY.day, 9, tzinfo=UTC)
    given = {"feed": "area", "format": read.format, "source": folder.name, "mark": fingerprint(folder), "at": at}
    came = bring_in(read.records, **given)
    return {"import": time.perf_counter() - started, "rows": came.total("new") + came.total("changed")}


def recomputed(days: int) -> dict[str, float]:
    from lapwing.conduct.daily import recompute_all

    day = DAY + timedelta(days)
    started = time.perf_counter()
    done = recompute_all(day=day, at=datetime(day.year, day.month, day.day, 1, tzinfo=UTC))
    seconds = time.perf_counter() - started
    return {
        f"day {days}": seconds,
        f"written {days}": done.opened + done.changed + done.closed,
        "standing": done.standing,
    }


def observed() -> dict[str, float]:
    """A manager of the agency with the most children records what was seen of each of some of them."""
    from collections import Counter

    from lapwing.conduct.acting import Acting
    from lapwing.conduct.verbs.observations import observe
    from lapwing.records.entries import entries
    from lapwing.records.models import Account, Event, Role
    from lapwing.vocabulary.care_codes import ObservedWhat
    from lapwing.vocabulary.work_codes import EvidenceBasis

    involved = entries("involvement").filter(child__isnull=False).values_list("agency", "child")
    agency = Counter(agency for agency, _ in involved if agency).most_common(1)[0][0]
    children = sorted({child for ours, child in involved if ours == agency})[:VERBS]
    practitioner = entries("practitioner").filter(agency=agency).first()
    at = datetime(DAY.year, DAY.month, DAY.day, 10, tzinfo=UTC) + timedelta(1)
    account = Account.objects.create(
        email="bench@example.org",
        name="Bench",
        role=Role.MANAGER,
        agency_id=agency,
        practitioner=practitioner,
        made_at=at,
    )
    times, before = [], Event.objects.count()
    for child in children:
        by = Acting(account, at)
        started = time.perf_counter()
        observe(by=by, on=DAY, child=child, basis=EvidenceBasis.SEEN, of=ObservedWhat.BABY, says="Content and alert.")
        times.append((time.perf_counter() - started) * 1000)
    assert Event.objects.count() == before + len(children)
    return {"verb": statistics.median(times), "verb 95": statistics.quantiles(times, n=20)[-1]}


def peak_mebibytes() -> float:
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    assert found
    return int(found[1]) / 1024


if __name__ == "__main__":
    folder, database, *only = sys.argv[1:]
    connect(database)
    told: dict[str, Any] = bring(Path(folder))
    told["peak"] = peak_mebibytes()
    if not only:
        told |= recomputed(0) | recomputed(0 + 1) | observed()
    print(json.dumps(told))

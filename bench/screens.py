"""The pages over a large partnership on SQLite: how long each takes, how many queries it makes, how many bytes it has;
and a hundred people at once.

`python bench/screens.py DATABASE pages` and `... crowd`. It prints JSON.
"""

from __future__ import annotations

import http.client
import json
import os
import random
import re
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

from material import PLACE, SEED

EACH = 40
"""So many times each page is timed, of another child each time where it is a child's."""
OF_THE_BOARD = 8
"""So many pages of each kind of the Board's."""
LINK = re.compile(r'href="(/board/[^"#]*)')
PEOPLE, SECONDS, PAUSE = 100, 120, (2.0, 6.0)
"""So many people for so many seconds, each of whom looks at a page for a while before the next."""
KEY = "only for measuring"


def timed_screens(children: int, what: str) -> Any:
    """What the pages, or a crowd of people, take over so many children."""
    words = [sys.executable, __file__, str(database_of(children)), what]
    ran = subprocess.run(words, capture_output=True, text=True, check=False, env=_environment(children))
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def database_of(children: int) -> Path:
    """An invented partnership of so many children as it stands today, made if it is not there."""
    from lapwing.demonstration.making import invent_into

    path = PLACE.absolute() / f"screens-{children}-{date.today()}.sqlite3"
    if not path.exists():
        invent_into(path, children=children, seed=SEED, today=date.today())
    return path


def _environment(children: int) -> dict[str, str]:
    ours = {"LAPWING_DEMO": "1", "LAPWING_SECRET_KEY": KEY, "DJANGO_SETTINGS_MODULE": "lapwing.settings"}
    return {**os.environ, **ours, "DATABASE_URL": f"sqlite:///{database_of(children)}", "LAPWING_HOSTS": "*"}


def signed_in() -> dict[str, Any]:
    """Somebody of each post with a list of work, each with a browser in which they are signed in."""
    from django.test import Client

    from lapwing.demonstration.cast import Who
    from lapwing.records.models import Account

    clients = {}
    for who in Who:
        account = Account.objects.get(email=who.email)
        if account.role != "administrator":
            client = Client()
            client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
            clients[who.email.partition("@")[0]] = client
    return clients


def addresses(client: Any) -> dict[str, list[str]]:
    """Pages of this person, by what they are."""
    found = {"work": ["/work"], "children": ["/children"], "notices": ["/notices"], "begin": ["/record"]}
    listed = re.findall(r'href="(/children/[^"/]+/)"', client.get("/children").content.decode())
    found["child"] = list(dict.fromkeys(listed))[:EACH]
    for name in (
        "checks",
        "people",
        "plan",
        "chronology",
        "record",
        "observe",
        "do/refer",
        "entries",
        "readers",
        "sharing",
    ):
        found[name] = [child + name for child in found["child"][:EACH]]
    pages = [client.get(child).content.decode() for child in found["child"][:EACH]]
    found["finding"] = [
        one.replace("&amp;", "&")
        for page in pages
        for one in re.findall(r'href="(/children/[^"]+/findings/[^"]+)"', page)[:2]
    ][:EACH]
    found |= {name.replace("_", " "): some for name, some in _of_the_board(client).items()}
    return found


def _of_the_board(client: Any) -> dict[str, list[str]]:
    """Every page of the Board that links lead this person to, a few of each kind."""
    from django.urls import resolve

    found: dict[str, list[str]] = {}
    waiting, met = ["/board/"], {"/board/"}
    while waiting:
        address = waiting.pop(0)
        some = found.setdefault(str(resolve(address.partition("?")[0]).url_name), [])
        if len(some) == OF_THE_BOARD:
            continue
        answer = client.get(address)
        if answer.status_code != 200:
            continue
        some.append(address)
        if answer["Content-Type"].startswith("text/html"):
            links = [unescape(one) for one in LINK.findall(answer.content.decode())]
            waiting += (new := [one for one in dict.fromkeys(links) if one not in met])
            met.update(new)
    return {name: some for name, some in found.items() if some}


def pages() -> dict[str, Any]:
    """Every page of everybody: milliseconds at the median and the 95th percentile, the most queries and bytes."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    times: dict[str, list[float]] = {}
    queries: dict[str, set[int]] = {}
    bytes_: Counter[str] = Counter()
    for client in signed_in().values():
        for name, some in addresses(client).items():
            for place in range(max(len(some), 6 if some else 0)):
                started = time.perf_counter()
                answer = client.get(some[place % len(some)])
                taken = (time.perf_counter() - started) * 1000
                if answer.status_code == 200:
                    times.setdefault(name, []).append(taken)
                    bytes_[name] = max(bytes_[name], len(answer.content))
            if some:
                with CaptureQueriesContext(connection) as caught:
                    client.get(some[0])
                queries.setdefault(name, set()).add(len(caught))
        for text in ("Smith", "Marnie Loxley", "9990000018", "24 December 2026"):
            started = time.perf_counter()
            client.post("/search", {"text": text})
            times.setdefault("search", []).append((time.perf_counter() - started) * 1000)
    return {
        name: {
            "median": statistics.median(some),
            "95": statistics.quantiles(some, n=20)[-1],
            "most": max(some),
            "times": len(some),
            "queries": sorted(queries.get(name, ())),
            "bytes": bytes_[name],
        }
        for name, some in times.items()
        if len(some) > 1
    }


def crowd() -> dict[str, Any]:
    """A hundred people at once, over `lapwing serve`: how many pages they were given, how fast, and what went wrong."""
    people = [(client.cookies["sessionid"].value, addresses(client)) for client in signed_in().values()]
    port = _free_port()
    serving = [sys.executable, "-m", "lapwing", "serve", "--port", str(port)]
    with subprocess.Popen(serving, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        _wait_for(port)
        answers: list[tuple[int, float]] = []
        until = time.monotonic() + SECONDS
        threads = [
            threading.Thread(target=_browse, args=(port, *people[number % len(people)], until, number, answers))
            for number in range(PEOPLE)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        server.terminate()
    took = [seconds * 1000 for _, seconds in answers]
    return {
        "answers": len(answers),
        "refused": sum(status in (403, 404) for status, _ in answers),
        "wrong": sum(status not in (200, 403, 404) for status, _ in answers),
        "median": statistics.median(took),
        "95": statistics.quantiles(took, n=20)[-1],
    }


def _browse(
    port: int, session: str, pages: dict[str, list[str]], until: float, seed: int, answers: list[tuple[int, float]]
) -> None:
    """One person who opens page after page; where a connection breaks, that is noted as an answer of its own."""
    chance = random.Random(seed)
    every = [address for some in pages.values() for address in some]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    while time.monotonic() < until:
        time.sleep(chance.uniform(*PAUSE))
        started = time.perf_counter()
        try:
            connection.request("GET", chance.choice(every), headers={"Cookie": f"sessionid={session}"})
            answer = connection.getresponse()
            answer.read()
            status = answer.status
        except (OSError, http.client.HTTPException):
            status = 0
            connection.close()
        answers.append((status, time.perf_counter() - started))


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)


def lines(children: int) -> Iterator[tuple[str, str, str]]:
    """What is printed of the pages and of the crowd."""
    for name, told in sorted(timed_screens(children, "pages").items(), key=lambda one: -one[1]["95"]):
        taken = f"{told['median']:.0f} ms, {told['95']:.0f} ms at the 95th; {told['queries']} queries; {told['bytes']:,} bytes"
        bar = "300 ms" if name.startswith("board ") else "150 ms, 100,000 bytes"
        yield f"{children:,} children, page {name}", taken, bar
    told = timed_screens(children, "crowd")
    times = f"median {told['median']:.0f} ms, {told['95']:.0f} ms at the 95th"
    said = f"{told['answers']:,} pages, {told['wrong']} wrong, {told['refused']} not for this role; {times}"
    yield f"    {PEOPLE} people for {SECONDS} s, over lapwing serve", said, "none wrong"


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps({"pages": pages, "crowd": crowd}[sys.argv[2]]()))
